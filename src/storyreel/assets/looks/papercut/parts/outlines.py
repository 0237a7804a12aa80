"""Outlines that many parts share, as SVG path data in units of the part, y downwards."""
# ruff: noqa: E501  # rows of names and of path data read worse when they are broken

import math

from storyreel.assets.looks.papercut.pen import Point, num, polygon


def taper(x: float, top: float, foot: float, upper: float, lower: float) -> str:
    """A trunk, mast or tower about x: half widths `upper` at `top` and `lower` at `foot`."""
    return polygon([(x - lower, foot), (x - upper, top), (x + upper, top), (x + lower, foot)])


def dome(x: float, y: float, width: float, height: float) -> str:
    """The upper half of an ellipse, from the upper left corner of its box."""
    half = f"a{num(width / 2)},{num(height)} 0 0 1 {num(width)},0z"
    return f"M{num(x)},{num(y + height)}{half}"


def basin(x: float, y: float, width: float, height: float) -> str:
    """The lower half of an ellipse, from the upper left corner of its box."""
    return f"M{num(x)},{num(y)}a{num(width / 2)},{num(height)} 0 0 0 {num(width)},0z"


def cup(x: float, y: float, upper: float, lower: float, height: float) -> str:
    """A vessel about x: half widths `upper` at y and `lower` at its rounded foot."""
    foot, r = y + height, min(lower, height) * 0.3
    return (
        f"M{num(x - upper)},{num(y)}L{num(x - lower)},{num(foot - r)}Q{num(x - lower)},{num(foot)} "
        f"{num(x - lower + r)},{num(foot)}H{num(x + lower - r)}Q{num(x + lower)},{num(foot)} "
        f"{num(x + lower)},{num(foot - r)}L{num(x + upper)},{num(y)}z"
    )


def leaf(x: float, y: float, length: float, width: float, turn: float) -> str:
    """A pointed leaf from its stem at x, y; `turn` in degrees, 0 upwards, clockwise."""
    a = math.radians(turn)
    dx, dy = math.sin(a), -math.cos(a)
    sx, sy = -dy * width, dx * width
    tip = f"{num(x + dx * length)},{num(y + dy * length)}"
    mx, my = x + dx * length * 0.42, y + dy * length * 0.42
    return (
        f"M{num(x)},{num(y)}Q{num(mx + sx)},{num(my + sy)} {tip}"
        f"Q{num(mx - sx)},{num(my - sy)} {num(x)},{num(y)}z"
    )


def star(x: float, y: float, radius: float, points: int, inner: float = 0.45, turn: float = -90) -> str:
    """A star; `inner` is the share of the radius between its points."""
    corners: list[Point] = []
    for i in range(points * 2):
        a = math.radians(turn + i * 180 / points)
        r = radius if i % 2 == 0 else radius * inner
        corners.append((x + math.cos(a) * r, y + math.sin(a) * r))
    return polygon(corners)


def cog(x: float, y: float, radius: float, teeth: int, depth: float) -> str:
    """A toothed wheel whose teeth are `depth` high."""
    corners: list[Point] = []
    for i in range(teeth):
        for share, r in ((0.0, radius - depth), (0.14, radius), (0.46, radius), (0.6, radius - depth)):
            a = math.radians((i + share) * 360 / teeth)
            corners.append((x + math.cos(a) * r, y + math.sin(a) * r))
    return polygon(corners)


def heap(x: float, foot: float, width: float, height: float) -> str:
    """A flat-based cloud of five bows."""
    w, h, left = width, height, x - width / 2

    def bow(rx: float, ry: float, dx: float, dy: float) -> str:
        return f"a{num(w * rx)},{num(h * ry)} 0 0 1 {num(w * dx)},{num(h * dy)}"

    return (
        f"M{num(left + w * 0.1)},{num(foot)}"
        + bow(0.1, 0.2, 0.03, -0.4) + bow(0.13, 0.27, 0.2, -0.2) + bow(0.18, 0.36, 0.33, -0.08)
        + bow(0.12, 0.24, 0.19, 0.28) + bow(0.1, 0.2, 0.05, 0.4) + "z"
    )  # fmt: skip


def heart(x: float, y: float, size: float) -> str:
    """A heart whose tip is at x, y and which is `size` high and a tenth wider."""
    s = size

    def at(u: float, v: float) -> str:
        return f"{num(x + u * s)},{num(y + v * s)}"

    return (
        f"M{at(0, 0)}C{at(-0.2, -0.22)} {at(-0.55, -0.42)} {at(-0.55, -0.7)}"
        f"C{at(-0.55, -0.92)} {at(-0.4, -1)} {at(-0.27, -1)}C{at(-0.13, -1)} {at(-0.04, -0.92)} {at(0, -0.82)}"
        f"C{at(0.04, -0.92)} {at(0.13, -1)} {at(0.27, -1)}C{at(0.4, -1)} {at(0.55, -0.92)} {at(0.55, -0.7)}"
        f"C{at(0.55, -0.42)} {at(0.2, -0.22)} {at(0, 0)}z"
    )
