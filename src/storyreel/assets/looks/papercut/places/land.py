"""What lies under the sky: hills, mountains, plain ground, water, roads, and how they fade into haze."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

import math
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import Point, ellipse, num, polygon, shape, smooth
from storyreel.assets.looks.papercut.places.stage import BACK, MAIN, Stage, fade


def ridge(
    rng: Random, left: float, right: float, y: float, swing: float, *, lift: float = 0.0, steps: int = 16
) -> list[Point]:
    """A soft horizon of four sines from left to right, `swing` from valley to crest.

    `lift` raises the right end (negative: the left end) by that much.
    """
    waves = [
        (rng.uniform(900, 1900), 0.5),
        (rng.uniform(520, 800), 0.28),
        (rng.uniform(260, 420), 0.15),
        (173, 0.07),
    ]
    phases = [rng.uniform(0, 6.283) for _ in waves]
    points: list[Point] = []
    for i in range(steps + 1):
        x = left + (right - left) * i / steps
        wave = sum(math.sin(x / w * 6.283 + p) * s for (w, s), p in zip(waves, phases, strict=True))
        rise = lift * (i / steps if lift > 0 else i / steps - 1)
        points.append((round(x, 1), round(y - swing / 2 * wave - rise, 1)))
    return points


def height_at(points: Sequence[Point], x: float) -> float:
    """The y of a ridge at x."""
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1e-6)
    return points[-1][1]


def land_sheet(
    st: Stage, name: str, points: Sequence[Point], colors: Sequence[str], depth: float, *,
    elevation: float = 0.8, edge: float = 0.45, foot: float | None = None, extra: str = "",
) -> None:  # fmt: skip
    """A sheet from a ridge down to `foot` (the frame's foot), coloured downwards."""
    foot = st.bottom if foot is None else foot
    top = min(y for _, y in points)
    outline = smooth(list(points)) + f"L{num(points[-1][0])},{num(foot)}L{num(points[0][0])},{num(foot)}z"
    paint = fade(f"g-{name}", top, foot, colors)
    svg = f'<defs>{paint}</defs><path d="{outline}" fill="url(#g-{name})"/>{extra}'
    x0, x1 = points[0][0], points[-1][0]
    st.add(name, svg, depth, elevation=elevation, edge=edge, area=Area(x0, top - 4, x1 - x0, foot - top + 4))


def hills(
    st: Stage, count: int, *, rise: float = 0.13, family: str = "", depth: float = BACK, base: float = 0.0
) -> list[list[Point]]:
    """Sheets of hills behind the ground, from far haze to near; returns their ridges, far ones first."""
    found: list[list[Point]] = []
    for index in range(count):
        share = (index + 1) / (count + 1)
        y = st.horizon - st.frame.height * rise * (1 - share) * 0.75 + base
        rng = st.chance(f"hill{index}")
        points = ridge(rng, st.left, st.right, y, st.size(0.075) * (0.8 + 0.5 * share))
        near = base_near = 0.06 + 0.5 * share
        color = mix(st.land(near, family, 0.35), st.pal.haze, 0.42 * (1 - share))
        below = mix(color, st.pal.haze, 0.45)
        foot = min(y + st.frame.height * 0.34, st.bottom)
        land_sheet(st, f"hill{index}-{round(base_near * 100)}", points, (color, below), depth,
                   elevation=0.35 + 0.4 * share, edge=0.2 + 0.25 * share, foot=foot)  # fmt: skip
        found.append(points)
    return found


def ground(
    st: Stage, family: str = "grass", *, y: float | None = None, swing: float = 0.03, lift: float = 0.0,
    near: float = 0.6, depth: float = MAIN, name: str = "ground", share: float = 0.5,
) -> list[Point]:  # fmt: skip
    """The land that things stand on, darkening to the frame's foot where captions are read."""
    y = st.horizon if y is None else y
    points = ridge(st.chance(name), st.left, st.right, y, st.size(swing), lift=lift)
    color = st.land(near * 0.7, family, share + 0.1)
    deep = st.land(near + 0.1, family, share)
    dark = mix(st.land(min(near + 0.25, 1), family, share * 0.6), st.pal.near, 0.4)
    land_sheet(st, name, points, (color, deep, dark), depth, elevation=0.9, edge=0.5)
    return points


def water(
    st: Stage, y: float, foot: float, *, depth: float = BACK, name: str = "sea", calm: bool = False
) -> None:
    """Water from its horizon down: sheets of waves that come nearer, and the path of the light on it."""
    deep = mix(st.pen.tone("water", 0.35), st.pal.near, 0.22)
    pale = mix(st.pen.tone("water", 0.7), st.pal.sky[2], 0.45)
    count = 3 if calm else 4
    for index in range(count):
        share = index / count
        top = y + (foot - y) * (share**1.35)
        rng = st.chance(f"{name}{index}")
        swing = (0 if index == 0 else (5 if calm else 10) + 9 * share) * (
            2.1 if st.pen.weather == "storm" else 1
        )
        points = _waves(rng, st.left, st.right, top, swing, 130 + 190 * share)
        color, below = mix(pale, deep, share), mix(pale, deep, share + 0.3)
        land_sheet(st, f"{name}{index}", points, (color, below), depth, elevation=0.12 + 0.3 * share,
                   edge=0.25 + 0.2 * share, foot=min(foot + 60, st.bottom))  # fmt: skip


def _waves(rng: Random, left: float, right: float, y: float, swing: float, length: float) -> list[Point]:
    steps = max(int((right - left) / length * 4), 8)
    phase = rng.uniform(0, 6.283)
    return [
        (round(left + (right - left) * i / steps, 1),
         round(y - swing / 2 * math.sin(i / 4 * 6.283 + phase) * (0.7 + 0.3 * math.sin(i * 0.37)), 1))
        for i in range(steps + 1)
    ]  # fmt: skip


def light_path(
    st: Stage, x: float, y: float, foot: float, name: str = "glitter", depth: float = BACK
) -> None:
    """The path of sun, moon or a lamp on water: short bars that widen towards us."""
    rng = st.chance(name)
    bars = ""
    top = y + 6
    step = 9.0
    while top < foot:
        share = (top - y) / (foot - y)
        width = (26 + 130 * share) * rng.uniform(0.45, 1.0)
        bars += shape(ellipse(x + rng.uniform(-14, 14) * (1 + share), top, width / 2, 1.4 + 2.6 * share),
                      st.pal.light, 0.55 * (1 - share * 0.75))  # fmt: skip
        top += step
        step *= 1.13
    st.add(name, bars, depth, elevation=0, area=Area(x - 130, y, 260, foot - y))


def peaks(st: Stage, count: int, *, rise: float, y: float, near: float, name: str, snow: bool = True) -> None:
    """A row of mountains with snow caps, their shaded half away from the light."""
    rng = st.chance(name)
    width = (st.right - st.left) / count
    body = shade = caps = ""
    left, right = st.left - width * 0.6, st.right + width * 0.6
    turn = 1 if st.pen.shade_right else -1
    for index in range(count + 1):
        x = left + (right - left) * (index + rng.uniform(0.2, 0.8)) / (count + 1)
        h = st.size(rise) * rng.uniform(0.62, 1.12)
        w = width * rng.uniform(0.75, 1.05)
        tip = (x, y - h)
        body += polygon(
            [(x - w, y + 40), (x - w * 0.45, y - h * 0.42), tip, (x + w * 0.5, y - h * 0.45), (x + w, y + 40)]
        )
        shade += polygon([tip, (x + turn * w * 0.5, y - h * 0.45), (x + turn * w, y + 40), (x + turn * w * 0.12, y + 40),
                          (x + turn * w * 0.2, y - h * 0.5), (x + turn * w * 0.03, y - h * 0.72)])  # fmt: skip
        caps += polygon([tip, (x + w * 0.27, y - h * 0.7), (x + w * 0.13, y - h * 0.64), (x + w * 0.02, y - h * 0.71),
                         (x - w * 0.12, y - h * 0.62), (x - w * 0.24, y - h * 0.7)])  # fmt: skip
    color = mix(st.land(near), st.pal.haze, 0.3 * (1 - near))
    svg = shape(body, color) + shape(shade, mix(color, st.pal.ink, 0.3), 0.55)
    if snow:
        svg += shape(caps, mix(st.pen.tone("snow", 0.8), st.pal.haze, 0.3 * (1 - near)))
    top = y - st.size(rise) * 1.15
    st.add(name, svg, BACK, elevation=0.5 + 0.3 * near, edge=0.4,
           area=Area(st.left, top, st.right - st.left, y + 40 - top))  # fmt: skip


def way(st: Stage, family: str, *, far_x: float, near_x: float, far: float, near: float, y: float, name: str = "way",
        bend: float = 0.1) -> None:  # fmt: skip
    """A road, path or stream from the horizon to the frame's foot, wider towards us."""
    left: list[Point] = []
    right: list[Point] = []
    for i in range(9):
        t = i / 8
        mid = (
            far_x
            + (near_x - far_x) * t**1.6
            + math.sin(t * 5.2 + 0.6) * bend * st.frame.width * (0.25 + 0.75 * t) * (1 - t)
        )
        half = (far + (near - far) * t**1.7) / 2
        at = y + (st.bottom - y) * t**1.25
        left.append((round(mid - half, 1), round(at, 1)))
        right.append((round(mid + half, 1), round(at, 1)))
    outline = smooth(left) + "L" + smooth(right[::-1])[1:] + "z"
    color = st.land(0.32, family, 0.75)
    paint = fade(f"g-{name}", y, st.bottom, (mix(color, st.pal.haze, 0.25), mix(color, st.pal.near, 0.3)))
    st.add(name, f'<defs>{paint}</defs><path d="{outline}" fill="url(#g-{name})"/>', MAIN, elevation=0.15, edge=0.3,
           area=Area(st.left, y - 4, st.right - st.left, st.bottom - y + 4))  # fmt: skip
