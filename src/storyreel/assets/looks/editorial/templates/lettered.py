"""A frame that type carries: the words that matter in two weights beside one great shape."""

import re
from dataclasses import dataclass, replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.compose import place
from storyreel.assets.looks.editorial.grounds import choose
from storyreel.assets.looks.editorial.lettering import DISPLAY, ITALIC, NUMERAL, fit, svg_line
from storyreel.assets.looks.editorial.palette import Ground, contrast
from storyreel.assets.looks.editorial.scene import Focus, flat
from storyreel.assets.looks.editorial.shapes import circle, halftone, polygon, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import add_floor, add_ground, add_type, scene_of
from storyreel.assets.meaning import Pick

SHORT = 5
"""A line of so few words is set whole."""
MOST_BESIDE = 7
"""Words before and after the strong ones, at most."""
PARTICLES = frozenset(
    ("a", "an", "the", "and", "or", "but", "so", "that", "it", "its", "is", "was", "of", "to", "in", "on",
     "at", "as", "for", "with")
)  # fmt: skip
"""Words that say nothing by themselves."""
SHARE = 0.56
"""Of a wide frame's width, for the words."""


@dataclass(frozen=True)
class Telling:
    """The strong words of a line with the quiet ones around them."""

    before: str
    strong: str
    after: str


def telling_of(text: str, phrase: str) -> Telling:
    """The clause that holds the strong words, cut about them; whole, when it is short."""
    said = " ".join(text.split())
    if len(said.split()) <= SHORT or not phrase:
        return Telling("", said if len(said.split()) <= SHORT else phrase, "")
    clauses = re.split(r"(?<=[,;:.!?…])\s+|\s+[—–-]\s+", said)
    found = next((c for c in clauses if phrase.lower() in c.lower()), "")
    if not found:
        return Telling("", phrase, "")
    at = found.lower().index(phrase.lower())
    before, strong, after = found[:at], found[at : at + len(phrase)], found[at + len(phrase) :]
    stop = re.match(r"[.!?…]+", after)
    if stop and stop.group() in "!?…":
        strong += stop.group()
    before, after = (part.strip(" ,;:.!?…\"“”'") for part in (before, after))
    return Telling(_worth(before), strong, _worth(after))


def _worth(words: str) -> str:
    """Quiet words that are few and say something; else none."""
    said = words.lower().split()
    return words if len(said) <= MOST_BESIDE and not set(said) <= PARTICLES else ""


def typographic(work: Brief, topic: Pick | None = None) -> Page:
    """Type, as no word names a thing; beside it what the film is about, cropped large, or one great shape."""
    st, page = work.stage, Page(reason=work.reading.reason)
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time)
    area = st.text_area(share=SHARE, right=not work.right)
    words = Page()
    phrase = work.reading.phrase or (work.seen.phrase if work.seen else "")
    told = telling_of(work.need.words.strip(), phrase)
    foot = _set(work, words, told, ground, area) if told.strong else area.y
    bare = replace(work, mood=replace(work.mood, shape="none"))
    scene = scene_of(bare, ground, Focus(st.width / 2, st.floor / 2, 10), clear=area)
    shown = _cropped(work, page, ground, topic, foot) if topic else ""
    add_ground(page, scene, behind=shown or _shape(work, ground, foot))
    page.sketches.sort(key=lambda sketch: sketch.name != "ground")
    add_floor(page, scene)
    page.sketches += words.sketches
    page.words, page.inks, page.blocks = words.words, words.inks, words.blocks
    return page


def _set(work: Brief, page: Page, told: Telling, ground: Ground, area: Area) -> float:
    """The words: quiet, strong, quiet; gives their foot."""
    st = work.stage
    quiet = (84.0 if st.wide else 70.0) * work.tight
    small = [
        fit(text, ITALIC, Area(0, 0, area.width, 200), largest=quiet, smallest=46, leading=1.08, lines=2)
        if text
        else None
        for text in (told.before, told.after)
    ]
    taken = sum(setting.height + 26 for setting in small if setting) + 60
    room = Area(area.x, area.y, area.width, area.height - taken)
    largest = (300.0 if st.wide else 240.0) * work.tight
    strong = fit(told.strong, DISPLAY, room, largest=largest, smallest=70, leading=0.94, lines=4)
    height = taken + strong.height
    top = area.y + (area.height - height) * (0.5 if st.wide else 0.3)
    rule = f'<path d="{rect(area.x, top, 120, 14, 7)}" fill="{_rule_color(ground)}"/>'
    top += 60
    for k, setting in enumerate((small[0], strong, small[1])):
        if setting is None:
            continue
        name = ("lead", "phrase", "tail")[k]
        last = ground.accent if setting is strong and len(strong.lines) > 1 else ""
        foot = add_type(page, name, setting, area.x, top, ground.text, ground.color, last=last)
        top = foot + 26
    first = page.sketches[0]
    page.sketches[0] = replace(
        first, svg=rule + first.svg, area=Area(first.area.x, first.area.y - 90, first.area.width,
                                               first.area.height + 90)
    )  # fmt: skip
    return top - 26


def _cropped(work: Brief, page: Page, ground: Ground, topic: Pick, foot: float) -> str:
    """A thing larger than the frame before a moon; gives the moon."""
    st, side = work.stage, 1 if work.right else -1
    x = st.width * (0.5 + 0.31 * side) if st.wide else st.width * (0.5 + 0.1 * side)
    height = st.floor * 1.16 if st.wide else (st.floor - foot) * 1.12
    width = st.width * 0.42 if st.wide else st.width * 1.0
    placed = place(
        topic.name, "subject", work.pal, x=x, floor=st.floor + height * 0.2, height=height, width=width,
        lit=not topic.denied, seed=work.seed, stands=True, mirror=side < 0,
    )  # fmt: skip
    page.sketches.append(placed.sketch)
    page.objects.append(topic.name)
    r = min(height * 0.46, st.width * 0.5)
    return _moon(ground, x + 60 * side, st.floor - r * 0.72, r) + placed.aura


def _rule_color(ground: Ground) -> str:
    return next((c for c in (ground.dots, ground.accent) if contrast(c, ground.color) > 1.6), ground.text)


def _shape(work: Brief, ground: Ground, foot: float) -> str:
    """One great shape that bleeds off the frame on the side without words."""
    st, side = work.stage, 1 if work.right else -1
    mark = work.need.words.strip(" \"'“”’")[-1:]
    if st.wide and mark in "?!" and mark:
        return _glyph(work, ground, mark, side)
    if not st.wide:
        r = min(st.width * 0.5, (st.floor - foot - 70) / 0.95)
        return _rings(work, ground, st.width * (0.5 + 0.16 * side), st.floor + 10, max(r, 120))
    edge = st.width * (0.5 + 0.5 * side)
    turn = work.turn if work.right else (work.turn + 2) % 4
    if turn == 0:
        return _moon(ground, edge - 40 * side, st.floor * 0.5, st.floor * 0.72)
    if turn == 1:
        return _rings(work, ground, edge - 330 * side, st.floor + 10, 560)
    if turn == 2:
        return _panel(work, ground, edge, side)
    return _rings(work, ground, edge, -10, 700)


def _colors(work: Brief, ground: Ground) -> tuple[str, str]:
    """The shape's colour and its dots, both seen on the ground."""
    pal = work.pal
    others = [
        c for c in (ground.disc, pal.sun, pal.red, pal.teal, pal.paper) if contrast(c, ground.color) > 1.35
    ]
    fill = others[0] if others else ground.band
    dots = next(c for c in (ground.dots, pal.red, pal.sun, pal.ink) if contrast(c, fill) > 1.3)
    return fill, dots


def _dotted(shape: str, box: Area, fill: str, dots: str, key: str) -> str:
    ramp = halftone(box.x, box.y, box.width, box.height, lambda _, v: v * 1.0 - 0.3, step=26)
    clip = f'<clipPath id="{key}"><path d="{shape}"/></clipPath>'
    return flat(shape, fill) + clip + f'<g clip-path="url(#{key})">{flat(ramp, dots)}</g>'


def _moon(ground: Ground, x: float, y: float, r: float) -> str:
    box = Area(x - r, y - r, 2 * r, 2 * r)
    dots = ground.dots if contrast(ground.dots, ground.disc) > 1.3 else ground.text
    return flat(circle(x, y, r * 1.2), ground.band) + _dotted(
        circle(x, y, r), box, ground.disc, dots, "great"
    )


def _rings(work: Brief, ground: Ground, x: float, y: float, r: float) -> str:
    """Circles in circles; the second carries the dots."""
    fill, dots = _colors(work, ground)
    out = flat(circle(x, y, r * 1.18), ground.band)
    for k, share in enumerate((1.0, 0.76, 0.52, 0.28)):
        radius = r * share
        # Of a circle that stands half below the floor the dots rise in the half that is seen.
        box = Area(x - radius, y - radius, 2 * radius, radius * (1.2 if y > work.stage.floor else 2))
        shape = circle(x, y, radius)
        out += flat(shape, ground.color) if k % 2 else _dotted(shape, box, fill, dots, f"ring{k}")
    return out


def _panel(work: Brief, ground: Ground, edge: float, side: int) -> str:
    """A slanting panel from head to floor."""
    st = work.stage
    fill, dots = _colors(work, ground)
    lean, foot = 0.3 * st.floor * side, st.floor + 60

    def slab(near: float, far: float) -> str:
        a, b = edge - near * side, edge - far * side
        return polygon([(a - lean / 2, -10), (b - lean / 2, -10), (b + lean / 2, foot), (a + lean / 2, foot)])

    out = flat(slab(700, 660), ground.band) + flat(slab(630, 570), ground.band)
    box = Area(min(edge, edge - 800 * side), 0, 1000, foot)
    return out + _dotted(slab(530, -320), box, fill, dots, "panel")


def _glyph(work: Brief, ground: Ground, mark: str, side: int) -> str:
    """A question or exclamation mark, larger than the frame likes it."""
    st = work.stage
    fill, _ = _colors(work, ground)
    size = st.floor * 1.22
    x, base = st.width * (0.5 + 0.3 * side), st.floor * 0.5 + size * 0.36
    shadow = svg_line(mark, x + 26, base + 22, NUMERAL, size, ground.band, "middle")
    return shadow + svg_line(mark, x, base, NUMERAL, size, fill, "middle")
