"""The geometry of the look as SVG paths: halftone, torn paper, stars, rings, hills, waves, rain.

All lengths are design units; everything random comes from a seed.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from random import Random

LINE = 11.0
"""The one line weight, at a short side of 1080."""

Ramp = Callable[[float, float], float]


def n(value: float) -> str:
    """A number as SVG wants it: one decimal, no trailing zero."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def circle(x: float, y: float, r: float) -> str:
    """A circle as a path."""
    return f"M{n(x - r)},{n(y)}a{n(r)},{n(r)} 0 1 0 {n(2 * r)},0a{n(r)},{n(r)} 0 1 0 {n(-2 * r)},0z"


def rect(x: float, y: float, width: float, height: float, r: float = 0) -> str:
    """A rectangle, its corners rounded by `r`, as a path."""
    if not r:
        return f"M{n(x)},{n(y)}h{n(width)}v{n(height)}h{n(-width)}z"
    a = f"a{n(r)},{n(r)} 0 0 1"
    return (
        f"M{n(x + r)},{n(y)}h{n(width - 2 * r)}{a} {n(r)},{n(r)}v{n(height - 2 * r)}{a} {n(-r)},{n(r)}"
        f"h{n(2 * r - width)}{a} {n(-r)},{n(-r)}v{n(2 * r - height)}{a} {n(r)},{n(-r)}z"
    )


def arch(x: float, y: float, width: float, height: float) -> str:
    """An arch: a half circle on a rectangle; `height` is over all."""
    r = width / 2
    return f"M{n(x)},{n(y + height)}v{n(r - height)}a{n(r)},{n(r)} 0 0 1 {n(width)},0v{n(height - r)}z"


def polygon(points: list[tuple[float, float]]) -> str:
    """Straight lines through the points, closed."""
    return "M" + "L".join(f"{n(x)},{n(y)}" for x, y in points) + "z"


def smooth(points: list[tuple[float, float]]) -> str:
    """A soft line through the points (Catmull-Rom), not closed."""
    parts = [f"M{n(points[0][0])},{n(points[0][1])}"]
    for i in range(len(points) - 1):
        p0, p1, p2, p3 = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, len(points) - 1)]
        c1 = (p1[0] + (p2[0] - p0[0]) / 6, p1[1] + (p2[1] - p0[1]) / 6)
        c2 = (p2[0] - (p3[0] - p1[0]) / 6, p2[1] - (p3[1] - p1[1]) / 6)
        parts.append(f"C{n(c1[0])},{n(c1[1])} {n(c2[0])},{n(c2[1])} {n(p2[0])},{n(p2[1])}")
    return "".join(parts)


def halftone(x: float, y: float, width: float, height: float, ramp: Ramp, *, step: float = 23) -> str:
    """Dots on a grid turned by 24 degrees; `ramp(u, v)` in 0..1 gives their weight over the box."""
    turn = math.radians(24)
    cos, sin = math.cos(turn), math.sin(turn)
    cx, cy, reach = x + width / 2, y + height / 2, math.hypot(width, height) / 2
    count = int(reach / step) + 1
    dots: list[str] = []
    for i in range(-count, count + 1):
        for j in range(-count, count + 1):
            px, py = cx + (i * cos - j * sin) * step, cy + (i * sin + j * cos) * step
            u, v = (px - x) / width, (py - y) / height
            if 0 <= u <= 1 and 0 <= v <= 1:
                r = round(6.2 * step * min(max(ramp(u, v), 0.0), 1.0)) / 10
                if r > 1.1:
                    dots.append(f"M{px - r:.1f},{py:.1f}{_round(r)}")
    return "".join(dots)


@lru_cache(maxsize=1 << 10)
def _round(r: float) -> str:
    """A circle's path after its leftmost point; a halftone has few radii and many dots."""
    return f"a{r},{r} 0 1 0 {2 * r:.1f},0a{r},{r} 0 1 0 {-2 * r:.1f},0z"


def torn(
    width: float, y: float, foot: float, seed: int, *, amplitude: float = 8, overhang: float = 20
) -> str:
    """A strip of torn paper from `y` down to `foot`, wider than the frame on both sides."""
    rng = Random(seed)
    phases = [rng.random() * 6.283 for _ in range(3)]
    points: list[tuple[float, float]] = []
    x = -overhang
    while x <= width + overhang:
        wave = sum(math.sin(x / period * 6.283 + ph) * share for period, ph, share in
                   zip((97, 41, 19), phases, (0.5, 0.3, 0.2), strict=True))  # fmt: skip
        points.append((x, y + amplitude * (wave + (rng.random() - 0.5) * 0.4)))
        x += 9
    return polygon([*points, (width + overhang, foot), (-overhang, foot)])


def star(
    x: float, y: float, radius: float, points: int, seed: int, *, spread: float = 0.16, inner: float = 0.62
) -> str:
    """A spiky star whose points differ in length."""
    rng = Random(seed)
    corners: list[tuple[float, float]] = []
    turn = rng.random()
    for i in range(points * 2):
        angle = (i / 2 + turn) / points * 6.283
        r = radius * (1 + (rng.random() - 0.5) * 2 * spread) * (1 if i % 2 == 0 else inner)
        corners.append((x + math.cos(angle) * r, y + math.sin(angle) * r))
    return polygon(corners)


def rays(x: float, y: float, radius: float, count: int, *, start: float = 0.0, share: float = 0.5) -> str:
    """Wedges from a point outwards, `share` of each step filled; `start` in steps."""
    wedges: list[str] = []
    for i in range(count):
        a, b = ((i + start) / count * 6.283, (i + start + share) / count * 6.283)
        wedges.append(polygon([(x, y), (x + math.cos(a) * radius, y + math.sin(a) * radius),
                               (x + math.cos(b) * radius, y + math.sin(b) * radius)]))  # fmt: skip
    return "".join(wedges)


def hill(width: float, y: float, foot: float, seed: int, *, height: float = 90, overhang: float = 20) -> str:
    """A soft horizon: three slow sines, `height` from valley to crest."""
    rng = Random(seed)
    phases = [rng.random() * 6.283 for _ in range(3)]
    points: list[tuple[float, float]] = []
    steps = 14
    for i in range(steps + 1):
        x = -overhang + (width + 2 * overhang) * i / steps
        wave = math.sin(x / 1150 * 6.283 + phases[0]) * 0.6 + math.sin(x / 610 * 6.283 + phases[1]) * 0.4
        points.append((x, y - height / 2 * wave))
    return smooth(points) + f"L{n(width + overhang)},{n(foot)}L{n(-overhang)},{n(foot)}z"


def waves(width: float, y: float, foot: float, seed: int, *, length: float = 170, height: float = 34,
          overhang: float = 40) -> str:  # fmt: skip
    """A row of scalloped waves, pointed crests up, from `y` down to `foot`."""
    shift = Random(seed).random() * length
    x = -overhang - shift
    parts = [f"M{n(x)},{n(y)}"]
    while x < width + overhang:
        parts.append(f"q{n(length * 0.3)},{n(height * 1.5)} {n(length * 0.62)},{n(height * 0.75)}"
                     f"t{n(length * 0.38)},{n(-height * 0.75)}")  # fmt: skip
        x += length
    return "".join(parts) + f"V{n(foot)}H{n(-overhang - shift)}z"


def strokes(x: float, y: float, width: float, height: float, seed: int, *, count: int, length: float,
            lean: float = 0.32) -> str:  # fmt: skip
    """Slanted strokes of rain scattered over a box on a jittered grid."""
    rng = Random(seed)
    cols = max(1, round(math.sqrt(count * width / height)))
    rows = max(1, math.ceil(count / cols))
    parts: list[str] = []
    for row in range(rows):
        for col in range(cols):
            px = x + (col + 0.5 * (row % 2) + rng.random() * 0.5) / cols * width
            py = y + (row + rng.random() * 0.5) / rows * height
            size = length * (0.6 + rng.random() * 0.6)
            parts.append(f"M{n(px)},{n(py)}l{n(-size * lean)},{n(size)}")
    return "".join(parts)
