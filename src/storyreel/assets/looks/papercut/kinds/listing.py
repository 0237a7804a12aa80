"""Pictures of several things: the list, the steps of a process, the comparison of two."""
# ruff: noqa: E501  # SVG reads worse when it is broken

import re
from collections import Counter

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.kinds.desk import (
    NUMERAL,
    SAID,
    Desk,
    desk_of,
    drawable,
    entrance,
    sprays,
)  # fmt: skip
from storyreel.assets.looks.papercut.kinds.words import niche
from storyreel.assets.looks.papercut.parts import PARTS
from storyreel.assets.looks.papercut.parts.recoloured import family_of
from storyreel.assets.looks.papercut.pen import ellipse, num, polygon, rect, shape
from storyreel.assets.looks.papercut.sheet import Page, Shot
from storyreel.assets.model import Act
from storyreel.assets.reading import Item

MOST = 6
BACKDROPS = ("red", "teal", "ochre", "plum", "green", "blue")
_FILL = re.compile(r'fill="(#[0-9a-f]{6})"')


def items_of(shot: Shot) -> list[Item]:
    """What the shot lists; a reading without items lists its things."""
    if shot.reading.items:
        return list(shot.reading.items[:MOST])
    things = [thing for thing in (shot.reading.subject, *shot.reading.props) if thing is not None]
    return [Item(text=thing.word or thing.name, thing=thing) for thing in things[:MOST]]


def heading(desk: Desk, text: str) -> float:
    """The heading at the top; returns where the rest begins."""
    room = desk.room
    if not text:
        return room.y
    tall = desk.shot.frame.shape == "tall"
    box = Area(room.x, room.y, room.width, 210 if tall else 118)
    where = desk.words(
        "heading", text, box, largest=88 if not tall else 84, smallest=38, lines=2 if tall else 1
    )
    return where.foot + 40


def backdrop(desk: Desk, item: Item, index: int, taken: str = "") -> str:
    """A family for the niche that is neither its thing's own nor the ground's nor its neighbour's."""
    thing = drawable(item.thing)
    own = ""
    if thing is not None:
        fills = Counter(family_of(color) for color in _FILL.findall(PARTS[thing.name](desk.pen).svg))
        own = fills.most_common(1)[0][0] if fills else ""
    order = BACKDROPS[index % len(BACKDROPS) :] + BACKDROPS[: index % len(BACKDROPS)]
    return next(name for name in order if name not in (own, desk.family, taken))


def listing(shot: Shot) -> Page:
    """One arch for each thing, its name below."""
    desk, items = desk_of(shot), items_of(shot)
    sprays(desk)
    top = heading(desk, shot.reading.heading)
    cells = _cells(desk, top, len(items))
    taken = ""
    size = 54.0 if len(items) <= 3 else 44.0
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        taken = backdrop(desk, item, index, taken)
        _arch(desk, item, cell, index, taken, size)
    return desk.page(f"A list of {len(items)}: {', '.join(item.text for item in items)}.")


def _cells(desk: Desk, top: float, count: int) -> list[Area]:
    """Cells in one row, or in two where they would be too narrow."""
    room = desk.room
    columns = {
        "wide": count,
        "tall": min(count, 2 if count in (2, 4) else 3 if count > 4 else count),
        "square": count if count <= 3 else -(-count // 2),
    }[desk.shot.frame.shape]
    if desk.shot.frame.shape == "tall" and count == 3:
        columns = 1 if any(len(i.text) > 14 for i in items_of(desk.shot)) else 3
    columns = max(columns, 1)
    rows = -(-count // columns)
    gap = 46.0
    height = (room.foot - top - gap * (rows - 1)) / rows
    width = min((room.width - gap * (columns - 1)) / columns, height * 0.62 if columns > 1 else room.width)
    cells: list[Area] = []
    for row in range(rows):
        inside = min(columns, count - row * columns)
        left = room.center - (inside * width + (inside - 1) * gap) / 2
        cells += [
            Area(left + k * (width + gap), top + row * (height + gap), width, height) for k in range(inside)
        ]
    return cells


def _arch(desk: Desk, item: Item, cell: Area, index: int, family: str, size: float) -> None:
    acts = entrance(item.word if item.word else None, index)
    layer = f"item{index}"
    if cell.width > cell.height * 1.3:
        return _band(desk, item, cell, index, family)
    label = min(size * 2.3, cell.height * 0.3)
    box = Area(cell.x, cell.y + 10, cell.width, min(cell.height - label - 44, cell.width * 1.62))
    niche(desk, layer, box, family, acts)
    _within(desk, item, box, layer, index, acts)
    sill = Area(box.x - 16, box.foot - 4, box.width + 32, 14)
    desk.lay(
        f"{layer}-sill",
        shape(rect(sill.x, sill.y, sill.width, sill.height, 3), desk.pen.tone("brass", 0.66)),
        area=sill,
        elevation=0.7,
        layer=layer,
        acts=acts,
    )
    left = max(cell.x - 12, desk.room.x)
    right = min(cell.right + 12, desk.room.right)
    room = Area(left, sill.foot + 22, right - left, cell.foot - sill.foot - 22)
    desk.words(
        f"label{index}",
        item.text,
        room,
        face=SAID,
        largest=size,
        smallest=26,
        lines=2,
        leading=1.02,
        acts=acts,
    )
    return None


def _band(desk: Desk, item: Item, cell: Area, index: int, family: str) -> None:
    """A tall frame's row: the niche on the left, the name beside it."""
    acts, layer = entrance(item.word if item.word else None, index), f"item{index}"
    side = min(cell.height - 24, cell.width * 0.34)
    box = Area(cell.x + 14, cell.y + 12, side, cell.height - 24)
    niche(desk, layer, box, family, acts)
    _within(desk, item, box, layer, index, acts)
    room = Area(box.right + 44, cell.y, cell.right - box.right - 44, cell.height)
    desk.words(
        f"label{index}",
        item.text,
        room,
        face=SAID,
        largest=66,
        smallest=30,
        lines=3,
        leading=1.06,
        align="start",
        top=False,
        acts=acts,
    )


def _within(desk: Desk, item: Item, box: Area, layer: str, index: int, acts: tuple[Act, ...]) -> None:
    """The thing in its niche, or the item's number where nothing can be drawn."""
    thing = drawable(item.thing)
    inner = Area(box.x + box.width * 0.15, box.y + box.height * 0.2, box.width * 0.7, box.height * 0.7)
    if thing is not None:
        desk.thing(thing.name, inner, layer=layer, lit=not thing.denied, acts=acts)
        return
    size = min(box.width * 0.62, box.height * 0.4)
    area = Area(box.x, box.y + box.height * 0.48 - size * 0.5, box.width, size * 1.05)
    ink = desk.pen.tone("ink", 0.3)
    desk.words(
        f"index{index}",
        str(index + 1),
        area,
        face=NUMERAL,
        largest=size,
        smallest=24,
        color=ink,
        ground=mix(desk.pen.tone("paper", 0.8), desk.cream, 0.5),
        top=False,
        acts=acts,
        on=layer,
    )


def process(shot: Shot) -> Page:
    """Steps on cards along a dashed path, numbered in their order."""
    desk, items = desk_of(shot), items_of(shot)
    top = heading(desk, shot.reading.heading)
    room, tall = desk.room, shot.frame.shape != "wide"
    cells = _steps(Area(room.x, top, room.width, room.foot - top), len(items), down=tall)
    way = [(cell.center, cell.middle) for cell in cells]
    d = "M" + "L".join(f"{num(x)},{num(y)}" for x, y in way)
    gold = desk.pen.tone("brass", 0.7)
    dashed = f'<path d="{d}" fill="none" stroke="{gold}" stroke-width="7" stroke-dasharray="4 22" stroke-linecap="round"/>'
    desk.lay(
        "path",
        dashed,
        elevation=0.4,
        edge=0.3,
        depth=0.4,
        acts=(Act(kind="wipe", toward=(0.0, 1.0) if tall else (1.0, 0.0), lasts_s=1.6),),
    )
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        _step(desk, item, cell, index, wide=not tall)
    return desk.page(f"A process of {len(items)} steps.")


def _steps(room: Area, count: int, *, down: bool) -> list[Area]:
    gap = 44.0 if down else 74.0
    if down:
        height = min((room.height - gap * (count - 1)) / count, 330)
        return [Area(room.x, room.y + k * (height + gap), room.width, height) for k in range(count)]
    width = min((room.width - gap * (count - 1)) / count, 420)
    left = room.center - (count * width + (count - 1) * gap) / 2
    drop = min(46.0, room.height * 0.08)
    return [
        Area(left + k * (width + gap), room.y + (drop if k % 2 else 0), width, room.height - drop)
        for k in range(count)
    ]


def _step(desk: Desk, item: Item, cell: Area, index: int, *, wide: bool) -> None:
    acts, layer, pen = entrance(item.word if item.word else None, index), f"step{index}", desk.pen
    card, ink = pen.tone("paper", 0.66), pen.tone("ink", 0.3)
    turn = (-1.2, 0.9, -0.6, 1.3)[index % 4]
    sheet = f'<g transform="rotate({turn} {num(cell.center)} {num(cell.middle)})">{shape(rect(cell.x, cell.y, cell.width, cell.height, 10), card)}</g>'
    desk.lay(f"{layer}-card", sheet, area=cell.grown(20), elevation=1.0, layer=layer, acts=acts)
    thing = drawable(item.thing)
    badge = 46.0
    bx, by = cell.x + 54, cell.y + 50
    desk.lay(
        f"{layer}-badge",
        shape(ellipse(bx, by, badge * 0.78), pen.tone("red", 0.3)),
        area=Area(bx - badge, by - badge, 2 * badge, 2 * badge),
        elevation=0.6,
        layer=layer,
        acts=acts,
    )
    desk.words(
        f"number{index}",
        str(index + 1),
        Area(bx - 40, by - 22, 80, 46),
        face=NUMERAL,
        largest=46,
        smallest=30,
        ground=pen.tone("red", 0.3),
        color=desk.cream,
        top=False,
        acts=acts,
        on=layer,
    )
    if wide:
        if thing is not None:
            desk.thing(
                thing.name,
                Area(cell.x + cell.width * 0.16, cell.y + 84, cell.width * 0.68, cell.height * 0.56 - 84),
                layer=layer,
                acts=acts,
                elevation=0.7,
            )
        room = Area(
            cell.x + 26,
            cell.y + (cell.height * 0.58 if thing else 110),
            cell.width - 52,
            cell.height * (0.38 if thing else 0.66),
        )
    else:
        share = 0.32 if thing is not None else 0.0
        if thing is not None:
            desk.thing(
                thing.name,
                Area(cell.x + 96, cell.y + 30, cell.width * share - 20, cell.height - 60),
                layer=layer,
                acts=acts,
                elevation=0.7,
            )
        room = Area(
            cell.x + 110 + cell.width * share, cell.y + 24, cell.width * (1 - share) - 140, cell.height - 48
        )
    desk.words(
        f"step{index}-words",
        item.text,
        room,
        face=SAID,
        largest=54,
        smallest=26,
        lines=4,
        leading=1.08,
        color=ink,
        ground=card,
        top=False,
        align="middle" if wide else "start",
        acts=acts,
        on=layer,
    )


def comparison(shot: Shot) -> Page:
    """Two papers beside (or over) each other with a torn seam, a thing and its name on each."""
    desk, items = desk_of(shot, "blue"), items_of(shot)[:2]
    frame, pen, room = shot.frame, desk.pen, desk.room
    tall = frame.shape == "tall"
    families = ("teal", "rust")
    halves = (
        [
            Area(0, 0, frame.width, room.y + room.height * 0.52),
            Area(0, room.y + room.height * 0.52, frame.width, frame.height),
        ]
        if tall
        else [
            Area(0, 0, frame.width / 2, frame.height),
            Area(frame.width / 2, 0, frame.width / 2, frame.height),
        ]
    )
    top = 0.0
    for index, half in enumerate(halves):
        color = pen.tone(families[index], (0.2, 0.1)[index])
        desk.lay(
            f"half{index}",
            shape(_seamed(desk, half, index, tall=tall), color),
            depth=0.1 + 0.1 * index,
            elevation=0.9,
            edge=0.5,
            layer=f"half{index}",
        )
    if shot.reading.heading:
        top = heading(desk, shot.reading.heading)
    for index, (item, half) in enumerate(zip(items, halves, strict=False)):
        y = max(room.y, half.y + 40, top if index == 0 or not tall else 0)
        foot = min(room.foot, half.foot - 24)
        inner = Area(room.x if tall else half.x + 100, y, room.width if tall else half.width - 200, foot - y)
        _side(desk, item, inner, index, pen.tone(families[index], (0.2, 0.1)[index]))
    return desk.page("Two are held against each other: " + " and ".join(item.text for item in items) + ".")


def _seamed(desk: Desk, half: Area, index: int, *, tall: bool) -> str:
    """A half of the frame with overscan; the second one's seam is torn."""
    reach = desk.shot.frame.reach + 20
    lot = desk.pen.with_seed(desk.shot.seed % 997).chance("seam")
    if index == 0:
        return rect(half.x - reach, half.y - reach, half.width + reach * 2, half.height + reach * 2)
    if tall:
        edge = [(-reach + (half.width + 2 * reach) * k / 40, half.y + lot.uniform(-9, 9)) for k in range(41)]
        return polygon([*edge, (half.right + reach, half.foot + reach), (-reach, half.foot + reach)])
    edge = [(half.x + lot.uniform(-9, 9), -reach + (half.height + 2 * reach) * k / 40) for k in range(41)]
    return polygon([*edge, (half.right + reach, half.height + reach), (half.right + reach, -reach)])


def _side(desk: Desk, item: Item, inner: Area, index: int, ground: str) -> None:
    acts = entrance(item.word if item.word else None, index)
    thing = drawable(item.thing)
    share = 0.66 if thing is not None else 0.0
    if thing is not None:
        box = Area(inner.x + inner.width * 0.08, inner.y, inner.width * 0.84, inner.height * share)
        desk.thing(thing.name, box, layer=f"side{index}", lit=not thing.denied, acts=acts)
    room = Area(inner.x, inner.y + inner.height * share + 34, inner.width, inner.height * (1 - share) - 40)
    desk.words(
        f"side{index}-name",
        item.text,
        room,
        face=SAID,
        largest=76,
        smallest=30,
        lines=2 if thing is not None else 4,
        ground=ground,
        on=f"half{index}",
        top=thing is not None,
        acts=acts,
    )
