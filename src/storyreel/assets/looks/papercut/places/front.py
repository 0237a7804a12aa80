"""The nearest sheets: nearly black grass, branches, eaves, arches. They frame and never cover faces."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

import math
from random import Random

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import ellipse, moved, num, rect, shape, smooth, stroke
from storyreel.assets.looks.papercut.places.stage import FRONT, Stage


def blade(x: float, foot: float, height: float, lean: float) -> str:
    """One blade of grass."""
    w = height * 0.05 + 3
    tip = x + lean * height
    mid = foot - height * 0.55
    return (
        f"M{num(x - w)},{num(foot)}Q{num(x - w * 0.4 + lean * height * 0.15)},{num(mid)} {num(tip)},"
        f"{num(foot - height)}Q{num(x + w + lean * height * 0.25)},{num(mid)} {num(x + w)},{num(foot)}z"
    )


def grass(st: Stage, *, flowers: bool = True, height: float = 0.12) -> None:
    """Grass at the lower corners, low in the middle, with flowers of the accents where it is light."""
    rng = st.chance("front-grass")
    foot = st.frame.height + st.frame.reach * 0.4
    line = st.frame.height * (0.985 if not st.tall else 0.862)
    foot = foot if not st.tall else line + st.size(0.03)
    dark, pale = st.pen.near(0.75), st.pen.near(0.2)
    blades = stems = ""
    heads: list[tuple[float, float, float]] = []
    x = st.left
    full = st.size(height)
    while x < st.right:
        side = abs(x / st.frame.width - 0.5) * 2
        tall = full * (0.25 + 0.95 * min(side, 1.1) ** 1.6) * rng.uniform(0.55, 1.15)
        blades += blade(x, foot, tall + foot - line, rng.uniform(-0.28, 0.28))
        if flowers and rng.random() < 0.1 and side > 0.35:
            heads.append(
                (x + rng.uniform(-10, 10), line - tall * rng.uniform(0.85, 1.25), rng.uniform(11, 16))
            )
        x += rng.uniform(9, 26)
    bed = smooth([(st.left, line - full * 0.3), (st.frame.width * 0.3, line + 6), (st.frame.width * 0.7, line + 8),
                  (st.right, line - full * 0.28)]) + f"V{num(st.bottom)}H{num(st.left)}z"  # fmt: skip
    top = line - full * 1.6
    area = Area(st.left, top, st.right - st.left, st.bottom - top)
    svg = (
        shape(blades, mix(pale, dark, 0.4))
        + moved(shape(blades, dark), st.frame.width, 0, mirror=True)
        + shape(bed, dark)
    )
    if flowers and not st.pal.dark and not st.pen.snowy:
        for hx, hy, _ in heads:
            stems += stroke(
                f"M{num(hx)},{num(foot)}Q{num(hx - 8)},{num((hy + foot) / 2)} {num(hx)},{num(hy)}", pale, 3
            )
        svg = stems + svg + "".join(_flower(st, rng, *head) for head in heads)
    st.add("front-grass", svg, FRONT, elevation=1.4, edge=0.35, area=area)


def _flower(st: Stage, rng: Random, x: float, y: float, r: float) -> str:
    color = rng.choice((st.pal.red, st.pal.ochre, st.pal.cream, st.pal.plum))
    petals = "".join(
        ellipse(x + math.cos(k * 1.2566) * r * 0.72, y + math.sin(k * 1.2566) * r * 0.72, r * 0.5)
        for k in range(5)
    )
    return shape(petals, color) + shape(ellipse(x, y, r * 0.36), mix(st.pal.ochre, st.pal.ink, 0.12))


def branch(st: Stage, *, needles: bool = False) -> None:
    """A branch from the upper corner on the side away from the subject; tall frames have a slope below."""
    if st.tall:
        bank(st, y=st.frame.height * 0.85)
    rng = st.chance("branch")
    dark, pale = st.pen.near(0.7), mix(st.pen.near(0.1), st.pen.tone("leaf", 0.4), 0.45)
    length = st.size(0.42)
    svg = ""
    for start, turn, share in ((0, 14, 1.0), (40, 34, 0.62), (150, 3, 0.5)):
        d, leaves = _twig(rng, length * share, needles)
        twig = stroke(d, dark, 9 * share + 2) + shape(leaves[0], pale) + shape(leaves[1], dark)
        svg += moved(twig, start, start * 0.12, 1, turn=turn)
    x = st.left if st.side > 0 else st.right
    art = moved(svg, x, -st.frame.reach * 0.3 + st.size(0.03), 1, mirror=st.side < 0)
    reach = length * 1.25
    area = Area(x if st.side > 0 else x - reach, st.top, reach, st.size(0.46))
    st.add("branch", art, FRONT, elevation=1.6, edge=0.4, area=area)


def _twig(rng: Random, length: float, needles: bool) -> tuple[str, tuple[str, str]]:
    """A bent stem along x and its leaves in two tones."""
    d = f"M-40,-10Q{num(length * 0.5)},{num(-length * 0.05)} {num(length)},{num(length * 0.1)}"
    tones = ["", ""]
    count = int(length / (13 if needles else 36))
    for i in range(1, count + 1):
        t = i / count
        x = -40 + (length + 40) * t
        y = -10 * (1 - t) ** 2 + 2 * t * (1 - t) * -length * 0.05 + t * t * length * 0.1
        for sign in (-1, 1):
            size = (96 if not needles else 40) * (1.15 - 0.55 * t) * rng.uniform(0.8, 1.15)
            angle = sign * rng.uniform(0.6, 1.0) + (0.5 if sign > 0 else 0)
            ex, ey = x + math.cos(angle) * size, y + math.sin(angle) * size
            bulge = size * (0.05 if needles else 0.3)
            nx, ny = -math.sin(angle) * bulge, math.cos(angle) * bulge
            mx, my = (x + ex) / 2, (y + ey) / 2
            tones[(i + (sign > 0)) % 2] += (
                f"M{num(x)},{num(y)}Q{num(mx + nx)},{num(my + ny)} {num(ex)},{num(ey)}"
                f"Q{num(mx - nx)},{num(my - ny)} {num(x)},{num(y)}z"
            )
    return d, (tones[0], tones[1])


def bank(st: Stage, *, y: float | None = None) -> None:
    """A dark slope along the foot: where captions of tall frames are read."""
    at = st.frame.height * (0.80 if st.tall else 0.93) if y is None else y
    rng = st.chance("bank")
    points = [(st.left, at + rng.uniform(-20, 30)), (st.frame.width * 0.3, at + rng.uniform(10, 40)),
              (st.frame.width * 0.66, at + rng.uniform(-20, 20)), (st.right, at + rng.uniform(-30, 20))]  # fmt: skip
    d = smooth(points) + f"V{num(st.bottom)}H{num(st.left)}z"
    color = mix(st.pen.near(0.6), st.pen.tone("snow", 0.3), 0.16) if st.pen.snowy else st.pen.near(0.6)
    top = min(p[1] for p in points) - 20
    st.add("front-bank", shape(d, color), FRONT, elevation=1.5, edge=0.4,
           area=Area(st.left, top, st.right - st.left, st.bottom - top))  # fmt: skip


def eaves(st: Stage) -> None:
    """The edge of a roof over us, for rain: a dark strip with hanging drops."""
    rng = st.chance("eaves")
    at = st.frame.height * 0.05
    points = [(st.left, at), (st.frame.width * 0.4, at + 8), (st.right, at - 4)]
    d = smooth(points) + f"V{num(st.top)}H{num(st.left)}z"
    svg = shape(d, st.pen.near(0.9))
    drops = ""
    x = st.left
    while x < st.right:
        x += rng.uniform(50, 130)
        drops += ellipse(x, at + rng.uniform(10, 40), 4, 8)
    svg += shape(drops, mix(st.pal.light, st.pal.haze, 0.4), 0.7)
    st.add(
        "eaves",
        svg,
        FRONT,
        elevation=1.6,
        edge=0.2,
        area=Area(st.left, st.top, st.right - st.left, at + 60 - st.top),
    )


def vault(st: Stage) -> None:
    """A dark arch that we look through."""
    w, h = st.frame.width, st.frame.height
    inset, spring = w * 0.045, h * 0.4
    hole = f"M{num(inset)},{num(st.bottom)}V{num(spring)}Q{num(inset)},{num(h * 0.03)} {num(w / 2)},{num(h * 0.025)}Q{num(w - inset)},{num(h * 0.03)} {num(w - inset)},{num(spring)}V{num(st.bottom)}z"
    ring = rect(st.left, st.top, st.right - st.left, st.bottom - st.top) + hole
    svg = f'<path d="{ring}" fill="{st.pen.near(1.0)}" fill-rule="evenodd"/>'
    st.add("vault", svg, FRONT, elevation=1.8, edge=0.3)


def rocks(st: Stage) -> None:
    """Dark stones in the lower corners."""
    rng = st.chance("front-rocks")
    foot = st.bottom
    svg = ""
    for index in range(6):
        side = index % 2
        x = st.frame.width * (rng.uniform(-0.02, 0.2) if side else rng.uniform(0.8, 1.02))
        r = st.size(rng.uniform(0.05, 0.1))
        top = st.frame.height * 0.99 - r * rng.uniform(0.5, 1.0)
        d = smooth([(x - r * 1.3, foot), (x - r, top + r * 0.5), (x - r * 0.3, top), (x + r * 0.6, top + r * 0.14),
                    (x + r * 1.2, top + r * 0.8), (x + r * 1.35, foot)]) + "z"  # fmt: skip
        svg += shape(d, st.pen.near(0.5 + 0.4 * rng.random()))
    st.add("front-rocks", svg, FRONT, elevation=1.5, edge=0.4,
           area=Area(st.left, st.frame.height * 0.84, st.right - st.left, foot - st.frame.height * 0.84))  # fmt: skip
