"""The list: each thing in its arch with its name, in a tall frame as a band across it."""

import re
from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known, place
from storyreel.assets.looks.editorial.grounds import fixed
from storyreel.assets.looks.editorial.lettering import DISPLAY, NUMERAL, fit
from storyreel.assets.looks.editorial.moods import MOODS
from storyreel.assets.looks.editorial.palette import LEGIBLE_LARGE, Ground
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.shapes import LINE, arch, halftone, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    add_type,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.meaning import Pick, read
from storyreel.assets.model import Act
from storyreel.assets.nouns import PRONOUNS
from storyreel.assets.numbers import first_figure, list_parts
from storyreel.assets.reading import Item

TALLEST_CELL = 1.5
"""Height of an arch over its width, at most."""
MOST = 4
BAND_GAP = 30.0
BAND_THING = 0.4
"""Share of a band's width that its thing has."""


def listing(work: Brief) -> Page:
    """Up to four things, each in its arch with its name."""
    heading, items = _members(work)
    if len(items) < 2:
        return sentence(work)
    items = items[:MOST]
    st, page = work.stage, Page(reason=f"list of {len(items)}")
    ground = fixed(work.pal, work.need.position, "paper", "sky")
    plain = replace(work, mood=MOODS[""])
    scene = scene_of(plain, ground, Focus(st.width * 0.5, -400, 120), quiet=True, on="list")
    add_ground(page, scene)
    top = _heading(work, page, ground, heading)
    if st.shape == "tall":
        _bands(work, page, items, top)
    else:
        cells = _cells(st.margin, st.width - st.margin, top, st.floor - 34, len(items))
        for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
            _cell(work, page, ground, item, cell, index)
    add_floor(page, scene)
    return page


def _members(work: Brief) -> tuple[str, list[Item]]:
    """Heading and members: the reader's, else by the form of the words."""
    if work.seen and work.seen.items:
        return work.seen.heading, list(work.seen.items)
    heading, texts = list_parts(work.need.words)
    said = [word.strip(".,:;").lower() for word in work.need.words.split()]
    first = [text.split()[0].lower() for text in texts]
    return heading, [
        Item(text=text, word=said.index(word) if word in said else 0)
        for text, word in zip(texts, first, strict=True)
    ]


def thing_of(item: Item) -> Pick | None:
    """The object of an item: the reader's where it can be drawn, else the first that its words call."""
    thing = item.thing
    if thing and known(thing.name):
        return Pick(thing.name, thing.word, thing.denied)
    return named_thing(item.text)


def _comes(item: Item) -> tuple[Act, ...]:
    """A cell comes with the word that names it."""
    return (Act(kind="pop", word=item.word, lasts_s=0.4),)


def _shown(item: Item) -> tuple[Act, ...]:
    return (Act(kind="fade", word=item.word, delay_s=0.15, lasts_s=0.2),)


def _heading(work: Brief, page: Page, ground: Ground, heading: str) -> float:
    st = work.stage
    top = 84.0 if st.wide else 150.0 if st.shape == "tall" else 70.0
    if not heading:
        return top
    area = Area(st.margin, top, st.width - 2 * st.margin, 240 if st.shape == "tall" else 120)
    setting = fit(
        heading, DISPLAY, area, largest=112, smallest=48, leading=1.0, lines=2 if st.shape == "tall" else 1
    )
    return add_type(page, "heading", setting, area.x, area.y, ground.text, ground.color) + 34


def _cells(left: float, right: float, top: float, foot: float, count: int) -> list[Area]:
    """Cells side by side."""
    gap = 54.0
    width = min((right - left - gap * (count - 1)) / count, 560)
    return [Area(left + k * (width + gap), top, width, foot - top) for k in range(count)]


def _bands(work: Brief, page: Page, items: list[Item], top: float) -> None:
    """Bands across a tall frame, one below the other: the thing on the left, its name beside it."""
    st, pal = work.stage, work.pal
    height = min((st.floor - 46 - top - BAND_GAP * (len(items) - 1)) / len(items), 420)
    bodies = [
        Area(st.margin, top + k * (height + BAND_GAP), st.width - 2 * st.margin, height)
        for k in range(len(items))
    ]
    colors = [_band_colors(work, index) for index in range(len(items))]
    for index, (item, body, (fill, _, dots)) in enumerate(zip(items, bodies, colors, strict=True)):
        left = Area(body.x, body.y, body.width * BAND_THING, height)
        svg = _filled(rect(body.x, body.y, body.width, height, 36), left, fill, dots, index)
        pick = thing_of(item)
        if pick:
            svg += _standing(work, page, pick, left, index)
        area = Area(body.x - 14, body.y - 8, body.width + 28, height + 16)
        page.sketches.append(Sketch(f"cell{index}", svg, area, 0.3, "subject", acts=_comes(item)))
        if not pick:
            _initial(page, left, item.text, index, fill, pal.ink if fill == pal.sun else pal.paper)
    rooms = [
        Area(body.x + body.width * BAND_THING, body.y + 24, body.width * (1 - BAND_THING) - 40, height - 48)
        for body in bodies
    ]
    settings = [
        fit(item.text, DISPLAY, room, largest=104, smallest=60, leading=1.0, lines=3)
        for item, room in zip(items, rooms, strict=True)
    ]
    # One size for all names of a list.
    size = min(setting.size for setting in settings)
    for index, (item, room, (fill, ink, _)) in enumerate(zip(items, rooms, colors, strict=True)):
        setting = fit(item.text, DISPLAY, room, largest=size, smallest=size, leading=1.0, lines=3)
        y = room.y + (room.height - setting.height) / 2
        add_type(page, f"label{index}", setting, room.x, y, ink, fill, acts=_shown(item))


def _band_colors(work: Brief, index: int) -> tuple[str, str, str]:
    """Fill, type and dots of a band."""
    pal = work.pal
    return (
        (pal.under_paper(pal.teal, LEGIBLE_LARGE), pal.paper, pal.sun),
        (pal.under_paper(pal.red, LEGIBLE_LARGE), pal.paper, pal.sun),
        (pal.ink, pal.paper, pal.teal),
        (pal.sun, pal.ink, pal.red),
    )[index % 4]


def named_thing(item: str) -> Pick | None:
    """The first thing that a part of the list names."""
    return next((p for p in read(item).picks if known(p.name) and p.word not in PRONOUNS), None)


def _filled(shape: str, body: Area, fill: str, dots: str, index: int) -> str:
    """A cell's shape with dots rising from its foot."""
    ramp = halftone(body.x, body.y, body.width, body.height, lambda _, v: v * 0.9 - 0.35, step=23)
    return (
        f'<path d="{shape}" fill="{fill}"/><clipPath id="cell{index}"><path d="{shape}"/></clipPath>'
        f'<g clip-path="url(#cell{index})"><path d="{ramp}" fill="{dots}" opacity="0.85"/></g>'
    )


def _standing(work: Brief, page: Page, pick: Pick, body: Area, index: int) -> str:
    """A thing that stands in a cell, cut at its edges."""
    placed = place(
        pick.name,
        f"item{index}",
        work.pal,
        x=body.center,
        floor=body.foot - LINE / 2,
        height=body.height * 0.74,
        width=body.width * 0.72,
        lit=not pick.denied,
        seed=work.seed,
        stands=True,
    )
    page.objects.append(pick.name)
    return f'<g clip-path="url(#cell{index})">{placed.sketch.svg}</g>'


def _cell(work: Brief, page: Page, ground: Ground, item: Item, cell: Area, index: int) -> None:
    pal = work.pal
    red, teal = (pal.under_paper(c, LEGIBLE_LARGE) for c in (pal.red, pal.teal))
    fill = (teal, red, pal.ink, pal.sun)[index % 4]
    dots = (pal.sun, pal.sun, pal.teal, pal.red)[index % 4]
    label, rows = (62.0, 1) if work.stage.wide else (50.0, 2)
    height = min(cell.height - label * (0.55 + rows), cell.width * TALLEST_CELL)
    body = Area(cell.x, cell.foot - label * (0.55 + rows) - height, cell.width, height)
    svg = _filled(_cell_shape(body), body, fill, dots, index)
    pick = thing_of(item)
    if pick:
        svg += _standing(work, page, pick, body, index)
    svg += f'<path d="{rect(body.x - 10, body.foot - 4, body.width + 20, LINE, 5)}" fill="{pal.ink}"/>'
    page.sketches.append(
        Sketch(
            f"cell{index}",
            svg,
            Area(body.x - 14, body.y - 8, body.width + 28, body.height + 22),
            0.3,
            "subject",
            acts=_comes(item),
        )
    )
    if not pick:
        _initial(page, body, item.text, index, fill, pal.ink if fill == pal.sun else pal.paper)
    room = Area(body.x, body.foot + 26, body.width, label * (0.3 + rows))
    setting = fit(item.text, DISPLAY, room, largest=label, smallest=30, leading=1.0, lines=rows)
    add_type(
        page,
        f"label{index}",
        setting,
        body.x,
        body.foot + 26 + (label - setting.size) * 0.4,
        ground.text,
        ground.color,
        acts=_shown(item),
    )


def _initial(page: Page, body: Area, text: str, index: int, fill: str, ink: str) -> None:
    """What stands in a cell without a thing: the number that its words say, else their first letter."""
    mark = mark_of(text)
    size = min(body.height * 0.84, body.width * 0.8 / NUMERAL.width(mark, 1.0))
    base = body.y + body.height * 0.54 + size * 0.36
    add_line(page, f"index{index}", mark, body.center, base, NUMERAL, size, ink, fill, anchor="middle",
             on=f"cell{index}")  # fmt: skip


SMALL = frozenset(
    ("a", "an", "the", "some", "each", "every", "one", "of", "its", "their", "his", "her", "my", "our",
     "your", "and", "to", "many", "few", "several", "hundreds", "thousands", "millions", "dozens")
)  # fmt: skip
"""Words that say nothing of a thing."""


def mark_of(text: str) -> str:
    """What stands for words that name no thing: the number they say, else the first letter of their noun."""
    digits = re.search(r"\d[\d,.]*", text)
    figure = first_figure(text)
    if digits or figure:
        return digits.group().strip(".,") if digits else figure.digits if figure else ""
    spoken = re.findall(r"[^\W\d_]+", text)
    chosen = next((word for word in spoken if word.lower() not in SMALL), spoken[0] if spoken else "•")
    return chosen[0].upper()


def _cell_shape(body: Area) -> str:
    if body.height > body.width * 0.75:
        return arch(body.x, body.y, body.width, body.height)
    r = body.height * 0.42
    return (
        f"M{body.x:.1f},{body.foot:.1f}V{body.y + r:.1f}"
        f"a{r:.1f},{r:.1f} 0 0 1 {r:.1f},{-r:.1f}H{body.right - r:.1f}"
        f"a{r:.1f},{r:.1f} 0 0 1 {r:.1f},{r:.1f}V{body.foot:.1f}z"
    )
