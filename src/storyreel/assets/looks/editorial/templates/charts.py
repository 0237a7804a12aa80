"""Templates that compare: bars, two halves."""
# ruff: noqa: E501  # rows of SVG read worse when they are broken

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.grounds import fixed
from storyreel.assets.looks.editorial.lettering import DISPLAY, ITALIC, NUMERAL, PLAIN, fit
from storyreel.assets.looks.editorial.palette import LEGIBLE_LARGE, Ground, contrast, mix
from storyreel.assets.looks.editorial.scene import flat
from storyreel.assets.looks.editorial.shapes import LINE, circle, halftone, polygon, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.acting import coin
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    add_type,
    bare_scene,
    drawable,
)
from storyreel.assets.looks.editorial.templates.listing import mark_of, named_thing, thing_of
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.looks.editorial.templates.ways import CLEAR_OF_BUTTONS, grid_lines, heading_on
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.model import Act
from storyreel.assets.reading import Figure
from storyreel.assets.stems import stem

MOST_BARS = 5
SMALLEST_MARK = 84.0
"""Height of a bar under which an object beside it would be a blot."""
SAME = frozenset(("one", "ones", "other", "others"))
"""Words that take up the first thing of a comparison."""
SLANT = 0.21
"""Tangent of 12 degrees: the cut between two halves."""


def chart(work: Brief) -> Page:
    """Bars at true scale; the largest is hot, the others tinted."""
    figures = [f for f in (work.seen.figures if work.seen else ()) if f.amount > 0][:MOST_BARS]
    return _bars(work, figures) if len(figures) > 1 else sentence(work)


def _bars(work: Brief, figures: list[Figure]) -> Page:
    st, page = work.stage, Page(reason=f"chart of {len(figures)} bars; {work.reading.reason}")
    ground = fixed(work.pal, work.need.position, "paper", "teal")
    scene = bare_scene(work, ground)
    add_ground(page, scene, behind=grid_lines(work, ground))
    top = heading_on(work, page, ground, work.seen.heading if work.seen else "")
    unit = figures[0].unit
    if unit:
        foot = add_line(page, "unit", unit, st.margin, top + 26, ITALIC, 46, ground.text, ground.color)
        top += 60 if foot else 0
    rows = (st.floor - 46 - top) / len(figures)
    for k, figure in enumerate(figures):
        right = st.width * CLEAR_OF_BUTTONS if st.shape == "tall" else st.width - st.margin
        row = Area(st.margin, top + k * rows, right - st.margin, rows)
        _bar(work, page, ground, figure, k, row, max(f.amount for f in figures))
    add_floor(page, scene)
    return page


def _bar(work: Brief, page: Page, ground: Ground, figure: Figure, k: int, row: Area, most: float) -> None:
    pal, st = work.pal, work.stage
    tall = not st.wide
    label = figure.label or figure.unit
    thick = min(row.height * (0.5 if tall and label else 0.68), 150)
    y = row.foot - thick - row.height * 0.08
    thing = named_thing(label) if label and thick >= SMALLEST_MARK else None
    left = row.x + (thick * 1.25 if thing else 0)
    size = min(110.0, thick * 0.95)
    widest = row.right - left - NUMERAL.width("0000" if len(figure.value) < 5 else figure.value, size) - 50
    hot = figure.amount >= most
    length = max(widest * figure.amount / most, LINE)
    fill = pal.sun if hot else mix(pal.teal, pal.paper, 0.6)
    shape = rect(left, y, length, thick)
    dots = halftone(left, y, length, thick, lambda u, _: u * 0.9 - 0.45, step=20) if hot else ""
    svg = (
        f'<path d="{shape}" fill="{fill}"/>'
        f'<clipPath id="bar{k}"><path d="{shape}"/></clipPath><g clip-path="url(#bar{k})">{flat(dots, pal.red)}</g>'
    )
    svg += f'<path d="{shape}" fill="none" stroke="{pal.ink}" stroke-width="{LINE}" stroke-linejoin="round"/>'
    grow = (Act(kind="wipe", toward=(1.0, 0.0), word=figure.word, lasts_s=0.8),)
    page.sketches.append(
        Sketch(f"bar{k}", svg, Area(left - 12, y - 12, length + 24, thick + 24), 0.3, "subject", acts=grow)
    )
    page.blocks.append(Block(f"bar{k}", "prop", Area(left, y, length, thick), f"bar{k}"))
    if thing:
        picture = coin(
            work, page, f"bar-mark{k}", row.x + thick * 0.5, y + thick / 2, thick * 0.56, thing, pal.paper
        )
        area = Area(row.x - 30, y - 30, thick + 60, thick + 60)
        page.sketches.append(Sketch(f"mark{k}", picture, area, 0.35, "subject"))
    shown = (Act(kind="fade", word=figure.word, delay_s=0.5),)
    add_line(page, f"value{k}", figure.value, left + length + 26, y + thick / 2 + size * 0.36, NUMERAL, size,
             ground.text, ground.color, acts=shown)  # fmt: skip
    if not label:
        return
    if tall:
        room = Area(left, y - 64, row.right - left, 56)
        setting = fit(label, PLAIN, room, largest=42, smallest=30, leading=1.0, lines=1)
        add_type(page, f"label{k}", setting, left, y - setting.height - 14, ground.text, ground.color)
        return
    room = Area(left + 24, y, max(length - 48, 60), thick)
    setting = fit(label, PLAIN, room, largest=44, smallest=30, leading=1.0, lines=1)
    if setting.lines == (label,) and setting.size >= 30:
        over = y + (thick - setting.height) / 2
        add_type(page, f"label{k}", setting, left + 24, over, pal.ink, fill, on=f"bar{k}")
        return
    room = Area(left, 0, row.right - left, 50)
    setting = fit(label, PLAIN, room, largest=36, smallest=28, leading=1.0, lines=1)
    add_type(page, f"label{k}", setting, left, y - setting.height - 10, ground.text, ground.color)


def comparison(work: Brief) -> Page:
    """Two halves cut aslant, one thing on each, its words below."""
    items = work.seen.items[:2] if work.seen else ()
    if several := _amounts(work):
        return _bars(work, several)
    if len(items) < 2:
        return sentence(work)
    st, pal = work.stage, work.pal
    page = Page(reason=f"comparison; {work.reading.reason}")
    ground = fixed(pal, work.need.position, "red", "teal")
    other = pal.under_paper(pal.teal if ground.name == "red" else pal.red, LEGIBLE_LARGE)
    scene = bare_scene(work, ground)
    add_ground(page, scene)
    page.sketches.append(_half(work, other))
    centers = _half_centers(work)
    r = (215.0 if st.wide else 190.0 if st.shape == "tall" else 150.0) * work.tight
    heading = work.seen.heading if work.seen else ""
    for k, (item, (x, y), color) in enumerate(zip(items, centers, (ground.color, other), strict=True)):
        acts = (Act(kind="pop", word=item.word, lasts_s=0.4),)
        fill = pal.paper if k == 0 else pal.sun
        # `a sharp one` is the other's thing.
        thing = thing_of(item) or (thing_of(items[0]) if SAME & set(item.text.lower().split()) else None)
        svg = coin(work, page, f"half{k}", x, y, r, thing, fill, mark_of(item.text))
        area = Area(x - r - 20, y - r - 20, 2 * r + 40, 2 * r + 40)
        page.sketches.append(Sketch(f"coin{k}", svg, area, 0.4, "subject", acts=acts))
        page.blocks.append(Block(f"coin{k}", "prop", Area(x - r, y - r, 2 * r, 2 * r), f"coin{k}"))
        _half_words(work, page, item.text, k, x, y, r, color)
    _or(work, page)
    add_floor(page, scene)
    del heading
    return page


def _amounts(work: Brief) -> list[Figure]:
    """Three or more amounts that the words compare, each with what it belongs to; else nothing."""
    figures = [f for f in (work.seen.figures if work.seen else ()) if f.amount > 0][:MOST_BARS]
    if not work.seen or len(figures) < 3:
        return []
    if all(f.label for f in figures):
        return figures
    counted = {stem(word) for f in figures for word in f.unit.lower().split()}
    named = [
        p.word for p in drawable(work) if p.word and not counted & set(map(stem, p.word.lower().split()))
    ]
    items = [item.text for item in work.seen.items]
    labels = next((names for names in (items, named) if len(names) == len(figures)), None)
    if not labels:
        return []
    return [f.model_copy(update={"label": label}) for f, label in zip(figures, labels, strict=True)]


def _half(work: Brief, color: str) -> Sketch:
    st = work.stage
    mid, foot = st.width / 2, st.floor + 60
    if st.shape == "tall":
        y, lean = st.floor * 0.53, st.width * SLANT / 2
        points = [(-20.0, y + lean), (st.width + 20, y - lean), (st.width + 20, foot), (-20.0, foot)]
    else:
        lean = foot * SLANT / 2
        points = [(mid + lean, -20.0), (st.width + 60, -20.0), (st.width + 60, foot), (mid - lean, foot)]
    shape = polygon(points)
    dots = halftone(0, st.floor * 0.3, st.width, st.floor * 0.75, lambda _, v: v * 0.8 - 0.42, step=24)
    svg = flat(shape, color) + (
        f'<clipPath id="half"><path d="{shape}"/></clipPath><g clip-path="url(#half)">'
        f"{flat(dots, work.pal.shade(color, 0.24))}</g>"
    )
    return Sketch("half", svg, Area(-30, -30, st.width + 100, foot + 40), 0.05, "ground")


def _half_centers(work: Brief) -> list[tuple[float, float]]:
    st = work.stage
    if st.shape == "tall":
        return [(st.width * 0.31, 360), (st.width * 0.69, st.floor * 0.53 + 260)]
    y = st.floor * 0.4
    return [(st.width * 0.25, y), (st.width * 0.75, y)]


def _half_words(
    work: Brief, page: Page, text: str, k: int, x: float, y: float, r: float, ground: str
) -> None:
    st, pal = work.stage, work.pal
    shown = (Act(kind="fade", delay_s=0.2),)
    ink = pal.paper if contrast(pal.paper, ground) >= LEGIBLE_LARGE else pal.ink
    if st.shape == "tall":
        left = x + r + 44 if k == 0 else st.margin
        width = (st.width - st.margin - left) if k == 0 else x - r - 44 - st.margin
        room = Area(left, y - r, width, 2 * r)
        setting = fit(text, DISPLAY, room, largest=92, smallest=60, leading=1.0, lines=5)
        add_type(
            page, f"words{k}", setting, room.x, room.middle - setting.height / 2, ink, ground, acts=shown
        )
        return
    foot = st.floor - 40
    width = st.width * (0.36 if st.wide else 0.38)
    room = Area(x - width / 2, y + r + 30, width, foot - y - r - 30)
    setting = fit(text, DISPLAY, room, largest=104, smallest=60, leading=1.0, lines=5)
    add_type(page, f"words{k}", setting, x, room.y, ink, ground, acts=shown, anchor="middle")


def _or(work: Brief, page: Page) -> None:
    """The ink disc between the halves, with the word that the text itself uses."""
    st, pal = work.stage, work.pal
    said = next((w for w in ("than", "or", "and", "but") if f" {w} " in f" {work.need.words.lower()} "), "")
    if not said:
        return
    x, y = st.width / 2, (st.floor * 0.53 if st.shape == "tall" else st.floor * 0.46)
    r = 78.0
    page.sketches.append(
        Sketch("or", flat(circle(x, y, r), pal.ink), Area(x - 90, y - 90, 180, 180), 0.4, "subject")
    )
    page.blocks.append(Block("or", "prop", Area(x - r, y - r, 2 * r, 2 * r), "or"))
    size = min(64.0, 64 * 2 * r * 0.74 / ITALIC.width(said, 64))
    add_line(
        page, "or-word", said, x, y + size * 0.3, ITALIC, size, pal.paper, pal.ink, anchor="middle", on="or"
    )
