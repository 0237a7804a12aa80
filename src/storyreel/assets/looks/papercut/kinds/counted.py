"""Pictures of numbers: counted things and bars of stacked boxes."""
# ruff: noqa: E501  # SVG reads worse when it is broken

import math
from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.kinds.desk import (
    LEGEND,
    NUMERAL,
    VOICE,
    Desk,
    desk_of,
    shown_things,
)  # fmt: skip
from storyreel.assets.looks.papercut.kinds.listing import heading
from storyreel.assets.looks.papercut.kinds.words import hills
from storyreel.assets.looks.papercut.parts import PARTS, source_of
from storyreel.assets.looks.papercut.parts.coast import container
from storyreel.assets.looks.papercut.pen import moved, rect, shape
from storyreel.assets.looks.papercut.sheet import Page, Shot
from storyreel.assets.model import Act
from storyreel.assets.reading import Figure, Thing

BOX_FAMILIES = ("ochre", "cream", "red", "teal", "plum", "cream", "ochre", "rust")
MOST_COUNTED = 60
"""Things that are set one by one; more are measured in boxes that stand for several."""
MOST_PEOPLE = 120
STATES = 7
"""Steps of a number that counts up."""
MOST_BOXES = 13
"""In one bar."""


def figure_of(shot: Shot) -> Figure:
    """The number that the shot is about; without one its count of people, else its first word."""
    if shot.reading.figures:
        return shot.reading.figures[0]
    if shot.reading.people:
        return Figure(value=str(shot.reading.people), amount=shot.reading.people)
    subject = shot.reading.subject
    count = subject.count if subject else 1
    return Figure(value=str(count), amount=count, unit=subject.word if subject else "")


def number(shot: Shot) -> Page:
    """A great numeral that counts up, its unit below, and what it counts: exactly as many."""
    desk, said = desk_of(shot), figure_of(shot)
    room, wide = desk.room, shot.frame.shape == "wide"
    hills(desk, shot.frame.height * 0.8, 2)
    things = shown_things(shot)
    left = Area(room.x, room.y, room.width * (0.48 if wide else 1.0), room.height * (1.0 if wide else 0.44))
    foot = _numeral(desk, said, left, wide=wide)
    _legend(desk, said, Area(left.x, foot + 24, left.width, left.foot - foot - 24), wide=wide)
    picture = (
        Area(room.x + room.width * 0.54, room.y + 20, room.width * 0.46, room.height - 20)
        if wide
        else Area(room.x, room.y + room.height * 0.47, room.width, room.height * 0.53)
    )
    counted = _counted(desk, said, things, picture)
    return desk.page(f"A number is said: {said.value}{counted}.")


def _numeral(desk: Desk, said: Figure, box: Area, *, wide: bool) -> float:
    """The numeral in its steps; returns its foot."""
    high = min(box.height * 0.62, 330.0)
    area = Area(box.x, box.y + (box.height * 0.1 if wide else 0), box.width, high)
    steps = counting(said)
    foot = area.foot
    for order, text in enumerate(steps):
        last = order == len(steps) - 1
        acts = (
            (Act(kind="count", order=order, of=len(steps), word=said.word or None, lasts_s=1.2),)
            if len(steps) > 1
            else (Act(kind="pop", word=said.word or None),)
        )
        before = len(desk.blocks)
        where = desk.words(
            f"number{order}",
            text,
            area,
            face=NUMERAL,
            largest=320,
            smallest=60,
            align="start" if wide else "middle",
            acts=acts,
            role="number",
        )
        if last:
            foot = where.foot
        else:
            del desk.blocks[before:]
    return foot - 20


def counting(said: Figure) -> list[str]:
    """What a number shows on its way up; a year, a range or a word stands still."""
    text = said.value
    plain = text.replace(",", "").replace(" ", "").replace("\u202f", "")
    try:
        value = float(plain)
    except ValueError:
        return [text]
    if value <= 2 or (len(plain) == 4 and 1000 <= value <= 2100 and "," not in text and not said.unit):
        return [text]
    decimals = len(plain.split(".")[1]) if "." in plain else 0
    shown: list[str] = []
    for k in range(1, STATES):
        share = 1 - (1 - k / STATES) ** 2
        part = f"{value * share:,.{decimals}f}" if "," in text else f"{value * share:.{decimals}f}"
        if part not in shown and part != text:
            shown.append(part)
    return [*shown, text]


def _legend(desk: Desk, said: Figure, box: Area, *, wide: bool) -> None:
    text = " ".join(part for part in (said.unit, said.label) if part) or desk.shot.reading.heading
    if not text or box.height < 40:
        return
    desk.words(
        "unit",
        text,
        box,
        face=VOICE,
        largest=64,
        smallest=30,
        lines=2,
        align="start" if wide else "middle",
        acts=(Act(kind="fade", delay_s=0.3),),
    )


def _counted(desk: Desk, said: Figure, things: list[Thing], box: Area) -> str:
    """What is counted, one by one; a part of one is cut."""
    thing = things[0].name if things else ""
    amount = said.amount
    if (
        amount <= 0
        or (len(counting(said)) == 1 and not 1 <= amount <= MOST_COUNTED)
        or not (thing or said.unit)
    ):
        if thing:
            desk.thing(thing, box, layer="counted")
        return ""
    if things and not counts(said, things[0]):
        desk.thing(thing, box, layer="counted")
        return f" of {things[0].word or thing}"
    each = 1.0 if amount <= MOST_COUNTED else unit_of(amount)
    count = amount / each
    if thing and each == 1.0 and amount == int(amount):
        _grid(desk, thing, int(amount), box)
        return f", shown as {int(amount)} of what it counts"
    _stack(desk, "boxes", count, Area(box.x, box.y, box.width, box.height - 52))
    tag = f"each box = {plain(each)}" + (f" {said.unit}" if said.unit else "")
    if each != 1.0 or count != int(count):
        desk.words(
            "each", tag, Area(box.x, box.foot - 32, box.width, 32), face=LEGEND, largest=28, smallest=26
        )
    return f", shown in boxes of {plain(each)}"


def counts(said: Figure, thing: Thing) -> bool:
    """Whether the number is how many there are of the thing, and not a measure of it."""
    unit = said.unit.lower()
    return (
        not unit
        or thing.count == said.amount
        or unit.rstrip("s") in (thing.name, thing.word.lower().rstrip("s"))
    )


def unit_of(amount: float, most: int = MOST_BOXES) -> float:
    """How much one box stands for, so that at most `most` are needed: 1, 2 or 5 times a power of ten."""
    if amount <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(amount / most))
    return next(power * k for k in (1, 2, 5, 10) if amount / (power * k) <= most)


def plain(value: float) -> str:
    """A number in words of the street: `2 million`, `50`, `0.5`."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if value >= size:
            return f"{value / size:g} {word}"
    return f"{value:,.0f}" if value >= 1000 else f"{value:g}"


def _grid(desk: Desk, thing: str, count: int, box: Area) -> None:
    """Exactly `count` of a thing in rows that fit the box."""
    art = PARTS[thing](desk.pen)
    aspect = art.width / art.height
    columns = best_columns(count, box.width, box.height, aspect)
    rows = -(-count // columns)
    w, h = box.width / columns, box.height / rows
    k = min(w * 0.88 / art.width, h * 0.86 / art.height)
    desk.sources.add(source_of(thing))
    for row in range(rows):
        inside = min(columns, count - row * columns)
        svg = ""
        for column in range(inside):
            index = row * columns + column
            one = PARTS[thing](replace(desk.pen, seed=index))
            k1 = min(k, w * 0.88 / one.width, h * 0.86 / one.height)
            x = box.center + (column - (inside - 1) / 2) * w - (one.left + one.right) / 2 * k1
            foot = box.y + h * (row + 0.94) - one.bottom * k1
            svg += moved(one.svg, x, foot, k1)
        area = Area(box.x, box.y + h * row - 10, box.width, h + 20)
        desk.lay(
            f"counted{row}",
            svg,
            area=area,
            elevation=0.8,
            layer=f"counted{row}",
            acts=(Act(kind="pop", delay_s=0.2 + 0.25 * row),),
        )


def best_columns(count: int, width: float, height: float, aspect: float) -> int:
    """How many columns make the things largest."""

    def size(columns: int) -> float:
        rows = -(-count // columns)
        return min(width / columns / aspect, height / rows)

    return max(range(1, count + 1), key=lambda columns: (size(columns), -columns))


def _stack(desk: Desk, layer: str, count: float, box: Area, *, acts: tuple[Act, ...] = ()) -> Area:
    """Boxes on each other in columns, the last one cut to its share; returns the topmost one's place."""
    whole = math.ceil(count - 1e-9)
    columns = 1 if whole <= MOST_BOXES else math.ceil(whole / MOST_BOXES)
    per = math.ceil(whole / columns)
    h = min(box.height / max(per, 1), box.width / columns * 0.3)
    w = min(box.width / columns * 0.9, h * 6.2)
    svg, left = "", box.center - columns * w * 1.08 / 2
    top = Area(box.center, box.foot - h, w, h)
    for index in range(whole):
        share = min(1.0, count - index)
        x, y = left + index // per * w * 1.08, box.foot - h * (index % per + 1)
        family = BOX_FAMILIES[(index * 3 + desk.shot.seed) % len(BOX_FAMILIES)]
        svg += moved(container(desk.pen, family, w, h, share), x, y)
        top = Area(x, y, w, h)
    desk.lay(layer, svg, area=Area(box.x - 4, box.y - 4, box.width + 8, box.height + 8), elevation=0.9, edge=0.5, layer=layer,
             acts=acts or (Act(kind="wipe", toward=(0.0, -1.0), lasts_s=1.2),))  # fmt: skip
    return top


def chart(shot: Shot) -> Page:
    """A bar of boxes for each figure, its value above and its name below, on one quay."""
    desk, figures = desk_of(shot), list(shot.reading.figures[:6])
    if len(figures) < 2:
        return number(shot)
    top = heading(desk, shot.reading.heading)
    room, pen = desk.room, desk.pen
    each = unit_of(max(f.amount for f in figures))
    base, label = room.foot - 76, 84.0
    legend = f"each box = {plain(each)}" + (f" {figures[0].unit}" if figures[0].unit else "")
    desk.words(
        "legend",
        legend,
        Area(room.x, top, room.width, 34),
        face=LEGEND,
        largest=28,
        smallest=26,
        align="middle",
    )
    deck = rect(-shot.frame.reach - 30, base, shot.frame.width + 2 * shot.frame.reach + 60, shot.frame.height)
    quay = mix_deck(desk)
    desk.lay(
        "quay",
        shape(deck, quay) + shape(rect(-100, base, shot.frame.width + 200, 9), pen.tone("stone", 0.5)),
        depth=0.4,
        elevation=0.9,
        edge=0.4,
    )
    gap = 40.0
    width = min((room.width - gap * (len(figures) - 1)) / len(figures), 330)
    left = room.center - (len(figures) * width + (len(figures) - 1) * gap) / 2
    tallest = math.ceil(max(f.amount for f in figures) / each)
    high = min((base - top - 60 - label) / tallest, width * 0.3)
    for index, said in enumerate(figures):
        x = left + index * (width + gap)
        count = said.amount / each
        rows = max(math.ceil(count - 1e-9), 0)
        bar = Area(x, base - high * rows, width, high * rows)
        acts = (
            Act(
                kind="wipe",
                toward=(0.0, -1.0),
                lasts_s=0.9,
                word=said.word or None,
                delay_s=0.0 if said.word else 0.25 * index,
            ),
        )
        if rows:
            _stack(desk, f"bar{index}", count, bar, acts=acts)
        desk.words(
            f"value{index}",
            said.value,
            Area(x - gap / 2, bar.y - label, width + gap, label - 14),
            largest=62,
            smallest=28,
            top=False,
            acts=(Act(kind="fade", word=said.word or None, delay_s=0.3),),
            role="number",
        )
        desk.words(
            f"label{index}",
            said.label or str(index + 1),
            Area(x - gap / 2 + 4, base + 26, width + gap - 8, 44),
            face=LEGEND,
            largest=34,
            smallest=26,
            ground=quay,
            on="quay",
        )
    return desk.page(
        "Figures are compared: " + ", ".join(f"{f.label} {f.value}".strip() for f in figures) + "."
    )


def mix_deck(desk: Desk) -> str:
    """The dark paper that bars and figures stand on."""
    return mix(desk.pen.tone(desk.family, 0.12), desk.pen.pal.ink, 0.45)
