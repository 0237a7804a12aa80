"""The map: coasts in layered contours, a route between two ports, and what travels along it."""
# ruff: noqa: E501  # SVG reads worse when it is broken

import math

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.kinds.desk import SAID, Desk, desk_of
from storyreel.assets.looks.papercut.kinds.words import sentence
from storyreel.assets.looks.papercut.palette import palette
from storyreel.assets.looks.papercut.parts import PARTS, source_of
from storyreel.assets.looks.papercut.pen import Point, ellipse, moved, num, polygon, shape, smooth, stroke
from storyreel.assets.looks.papercut.sheet import Page, Sheet, Shot
from storyreel.assets.model import Act
from storyreel.assets.reading import Item

CONTOURS = (430, 290, 180, 90, 26)
"""Widths of the coast's stroke from deep to shallow; one sheet each."""
SEA = ("#0b3a55", "#12567a", "#1f7390", "#2f8aa0", "#55a8b0", "#f4e0b0")
TRAVELLERS = (
    "boat",
    "ship",
    "sailing_ship",
    "train",
    "car",
    "truck",
    "bicycle",
    "wagon",
    "airplane",
    "horse",
    "sled",
)
STEPS = 24
MOST_BETWEEN = 2
"""Stops that are named along the way."""


def journey(shot: Shot) -> Page:
    """From one place to another over water; labels stand on water only."""
    stops = [item for item in shot.reading.items if item.text]
    if len(stops) < 2:
        return sentence(shot)
    between = stops[1:-1][:MOST_BETWEEN]
    stops = [stops[0], stops[-1]]
    desk = desk_of(shot, "blue")
    desk.color = SEA[1]
    _sea(desk)
    start, end = ports(shot)
    coasts = _coasts(shot)
    for index, width in enumerate(CONTOURS):
        for side, coast in enumerate(coasts):
            color = SEA[min(index + 1, 5)]
            d = stroke(coast, color, width) + shape(coast, color)
            desk.lay(
                f"contour{index}{side}",
                d,
                depth=0.1 + 0.04 * index,
                elevation=0.55,
                edge=0.35,
                layer=f"contour{index}",
            )
    for side, coast in enumerate(coasts):
        family = "grass" if side == 0 else "straw"
        desk.lay(
            f"land{side}",
            shape(coast, mix(desk.pen.tone(family, 0.45), desk.pen.tone("sand", 0.5), 0.25)),
            depth=0.34,
            elevation=0.7,
            edge=0.5,
            layer="land",
        )
    _settle(desk, start, end)
    way = route(start, end)
    _line(desk, way)
    _compass(desk, shot)
    halts = [way[STEPS * (k + 1) // (len(between) + 1)] for k in range(len(between))]
    _ports(desk, (start, *halts, end))
    _labels(desk, stops, (start, end))
    _halts(desk, between, halts)
    _traveller(desk, way)
    return desk.page(f"A journey from {stops[0].text} to {stops[1].text}.")


def ports(shot: Shot) -> tuple[Point, Point]:
    """Where the way begins and ends, in frame units."""
    w, h = shot.frame.width, shot.frame.height
    if shot.frame.shape == "tall":
        return (w * 0.3, h * 0.6), (w * 0.62, h * 0.165)
    if shot.frame.shape == "square":
        return (w * 0.24, h * 0.68), (w * 0.76, h * 0.25)
    return (w * 0.225, h * 0.66), (w * 0.765, h * 0.285)


def _coasts(shot: Shot) -> tuple[str, str]:
    """Two corners of land, lower left and upper right, their shores wavy by the seed."""
    w, h, lot = shot.frame.width, shot.frame.height, shot.pen.with_seed(shot.seed % 997).chance("coast")
    (ax, ay), (bx, by) = ports(shot)
    out = shot.frame.reach + 500
    first = [(-out, ay - h * 0.2)]
    second = [(bx - w * 0.1, -out)]
    for k in range(6):
        u = k / 5
        wave = lot.uniform(-0.02, 0.02) * w
        a = math.radians(-86 + 130 * u)
        first.append(
            (ax * 0.2 + math.cos(a) * ax * 0.98 + wave, ay + h * 0.06 + math.sin(a) * h * 0.24 + wave)
        )
        b = math.radians(176 - 130 * u)
        second.append(
            (
                bx + (w - bx) * 0.8 + math.cos(b) * (w - bx) * 1.0 + wave,
                by - h * 0.08 + math.sin(b) * h * 0.25 + wave,
            )
        )
    first += [(ax * 0.7, h + out), (-out, h + out)]
    second += [(w + out, by + h * 0.22), (w + out, -out)]
    return smooth(first, closed=True), smooth(second, closed=True)


def _sea(desk: Desk) -> None:
    """The deep sea under everything, with small waves."""
    frame, pal = desk.shot.frame, palette("map", desk.shot.reading.mood)
    whole = frame.whole.grown(20)
    deep = f'<radialGradient id="sea" cx="0.5" cy="0.45" r="0.8"><stop offset="0" stop-color="{SEA[1]}"/><stop offset="1" stop-color="{SEA[0]}"/></radialGradient>'
    d = f"M{num(whole.x)},{num(whole.y)}h{num(whole.width)}v{num(whole.height)}h{num(-whole.width)}z"
    desk.sheets[0] = Sheet(
        "paper", deep + shape(d, "url(#sea)"), 0.0, 0.3, 0.0, layer="paper", group="ground"
    )
    lot = desk.pen.with_seed(desk.shot.seed % 997).chance("waves")
    marks = "".join(
        f"M{num(x)},{num(y)}q11,-13 22,0t22,0"
        for x, y in ((lot.uniform(0, frame.width), lot.uniform(0, frame.height)) for _ in range(26))
    )
    desk.lay("waves", stroke(marks, pal.light, 3, 0.22), depth=0.04, elevation=0, layer="waves")


def route(start: Point, end: Point) -> list[Point]:
    """Points of the way, bent to one side."""
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    dx, dy = end[0] - start[0], end[1] - start[1]
    cx, cy = mx + dy * -0.16, my + dx * 0.16
    points: list[Point] = []
    for k in range(STEPS + 1):
        t = k / STEPS
        points.append(
            ((1 - t) ** 2 * start[0] + 2 * t * (1 - t) * cx + t * t * end[0],
             (1 - t) ** 2 * start[1] + 2 * t * (1 - t) * cy + t * t * end[1])
        )  # fmt: skip
    return points


def _line(desk: Desk, way: list[Point]) -> None:
    d = smooth(way)
    dash = (
        f'stroke-width="8" stroke-dasharray="22 20" stroke-linecap="round" fill="none" stroke="{desk.cream}"'
    )
    desk.lay("way", f'<path d="{d}" {dash} opacity="0.5"/>', depth=0.4, elevation=0, layer="way")
    toward = (1.0, 0.0) if desk.shot.frame.shape != "tall" else (0.0, -1.0)
    desk.lay(
        "travelled",
        f'<path d="{d}" {dash}/>',
        depth=0.4,
        elevation=0.3,
        edge=0,
        layer="travelled",
        acts=(Act(kind="wipe", toward=toward, lasts_s=3.2),),
    )


def _settle(desk: Desk, start: Point, end: Point) -> None:
    """A few houses and trees beside each port, on the land side."""
    spots = (
        (start, -1, 1, ("palm-tree", "row_house", "house", "palm-tree")),
        (end, 1, -1, ("house", "row_house", "house", "round_tree")),
    )
    size = 96.0
    for side, ((x, y), dx, dy, names) in enumerate(spots):
        svg = ""
        for k, name in enumerate(names):
            art = PARTS[name](desk.pen.with_seed(k + 3))
            svg += moved(
                art.svg,
                x + dx * (74 + 62 * k),
                y + dy * 26 + (24 if k % 2 else -8) + (40 if dy < 0 else 20),
                size / art.height,
            )
        left = min(x + dx * 360, x)
        desk.lay(
            f"town{side}",
            svg,
            area=Area(left - 60, y - 200, 480, 380),
            depth=0.4,
            elevation=0.6,
            edge=0.6,
            layer="towns",
        )


def _ports(desk: Desk, spots: tuple[Point, ...]) -> None:
    red = desk.pen.tone("red", 0.5)
    svg = "".join(shape(ellipse(x, y, 19), red) + shape(ellipse(x, y, 9), desk.cream) for x, y in spots)
    desk.lay("ports", svg, depth=0.42, elevation=0.6, edge=0.4, layer="ports")


def _labels(desk: Desk, stops: list[Item], spots: tuple[Point, Point]) -> None:
    """Names on the water: the first below right of its port, the second above left of its."""
    frame, room = desk.shot.frame, desk.room
    tall = frame.shape == "tall"
    (ax, ay), (bx, by) = spots
    width = room.width * (0.56 if tall else 0.36)
    first = Area(min(ax + frame.width * 0.15, room.right - width), min(ay + 26, room.foot - 84), width, 84)
    second = Area(
        max(bx - width - frame.width * (0.09 if tall else 0.17), room.x),
        max(by - (150 if not tall else -40), room.y),
        width,
        84,
    )
    for index, (item, box) in enumerate(zip(stops, (first, second), strict=True)):
        acts = (Act(kind="fade", word=item.word),) if item.word else (Act(kind="fade", delay_s=0.4 * index),)
        desk.words(
            f"port{index}", item.text, box, face=SAID, largest=70, smallest=34, ground=SEA[2], acts=acts
        )


def _halts(desk: Desk, stops: list[Item], spots: list[Point]) -> None:
    """Names of the stops between: earlier ones over the way, later ones below it, clear of what travels."""
    for index, (item, (x, y)) in enumerate(zip(stops, spots, strict=True)):
        acts = (Act(kind="fade", word=item.word or None, delay_s=0.0 if item.word else 0.5),)
        right = x + (110 if desk.shot.frame.shape == "tall" else 30)
        over = index + 1 < (len(stops) + 1) / 2
        box = Area(
            right,
            y + (-150 if over else 84),
            min(400.0, desk.room.right - right),
            104 if desk.shot.frame.shape == "tall" else 64,
        )
        desk.words(
            f"halt{index}",
            item.text,
            box,
            face=SAID,
            largest=46,
            smallest=28,
            lines=2 if desk.shot.frame.shape == "tall" else 1,
            align="start",
            ground=SEA[1],
            acts=acts,
        )


def _compass(desk: Desk, shot: Shot) -> None:
    """A rose in the upper left."""
    w, h = shot.frame.width, shot.frame.height
    x, y, r = (
        (w * 0.13, h * 0.2, 92.0)
        if shot.frame.shape == "wide"
        else (w * 0.17, h * 0.1, 76.0)
        if shot.frame.shape == "tall"
        else (w * 0.16, h * 0.15, 76.0)
    )
    gold, pen = desk.pen.tone("sand", 0.7), desk.pen
    svg = stroke(ellipse(x, y, r), gold, 4) + stroke(ellipse(x, y, r * 0.82), gold, 2)
    for k in range(8):
        a, long = math.radians(45 * k), r * (1.2 if k % 2 == 0 else 0.66)
        for side, tone_ in ((-1, 0.75), (1, 0.35)):
            b = a + side * math.radians(45)
            family = "red" if k == 0 and side > 0 else "sand"
            svg += shape(
                polygon(
                    [
                        (x, y),
                        (x + math.sin(a) * long, y - math.cos(a) * long),
                        (x + math.sin(b) * r * 0.2, y - math.cos(b) * r * 0.2),
                    ]
                ),
                pen.tone(family, tone_),
            )
    desk.lay(
        "rose",
        svg,
        area=Area(x - r * 1.3, y - r * 1.3, r * 2.6, r * 2.6),
        depth=0.3,
        elevation=0.6,
        edge=0.5,
        layer="rose",
    )


def _traveller(desk: Desk, way: list[Point]) -> None:
    """What goes along the way, from a fifth to four fifths of it."""
    named = [
        t.name
        for t in (desk.shot.reading.subject, *desk.shot.reading.props)
        if t is not None and t.name in TRAVELLERS
    ]
    name = named[0] if named else "boat"
    art = PARTS[name](desk.pen)
    height = 210.0 if desk.shot.frame.shape != "tall" else 190.0
    k = min(height / art.height, 300 / art.width)
    part = way[STEPS // 5 : STEPS - STEPS // 5 + 1]
    x, y = part[0]
    shift = art.height * k * 0.35
    desk.sources.add(source_of(name))
    area = Area(x + art.left * k, y + shift + art.top * k, art.width * k, art.height * k)
    path = tuple((round(px - x, 2), round(py - y, 2)) for px, py in part)
    foot = y + shift - art.bottom * k
    desk.lay(
        "traveller",
        moved(art.svg, x, foot, k, mirror=way[-1][0] < way[0][0]),
        area=area.grown(4),
        depth=0.42,
        elevation=1.1,
        edge=0.8,
        acts=(Act(kind="travel", path=path),),
    )
