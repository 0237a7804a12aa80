"""Where no land is: caves, and the dark between the stars."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

import math
from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import ellipse, rect, shape, smooth
from storyreel.assets.looks.papercut.places import air
from storyreel.assets.looks.papercut.places.land import hills, land_sheet, ridge
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.stage import BACK, FRONT, MAIN, MID, Stage, fade


def cave(st: Stage) -> Slots:
    """Walls of rock in rings, the day far outside."""
    x, y = st.x(0.3), st.horizon * 0.9
    w, h = st.frame.width, st.frame.height
    air.sky(st, clouds=0, disc=False)
    hills(st, 1, rise=0.03)
    floor = ridge(st.chance("cave-floor"), st.left, st.right, st.horizon + st.size(0.04), st.size(0.02))
    base = mix(st.pen.tone("stone", 0.25), st.pal.depth(0.75), 0.55)
    for k in range(4):
        t = k / 3
        rx, ry = w * (0.17 + 0.2 * k), h * (0.24 + 0.15 * k)
        rng = st.chance(f"cave{k}")
        cx, cy = x + (w * 0.5 - x) * t * 0.8, y + st.size(0.04) * k
        hole = smooth([(cx + math.cos(a / 12 * 6.283) * rx * rng.uniform(0.88, 1.1), cy + math.sin(a / 12 * 6.283) * ry * rng.uniform(0.9, 1.08))
                       for a in range(12)], closed=True)  # fmt: skip
        color = mix(mix(base, st.pal.haze, 0.3 * (1 - t)), mix(st.pal.near, st.pal.ink, 0.6), 0.25 + 0.6 * t)
        svg = f'<path d="{rect(st.left, st.top, st.right - st.left, st.bottom - st.top)}{hole}" fill="{color}" fill-rule="evenodd"/>'
        st.add(f"cave{k}", svg, (BACK, BACK, MID, FRONT)[k], elevation=0.8 + 0.3 * k, edge=0.4)
        if k == 2:
            color = mix(base, st.pal.near, 0.55)
            line = [(px, py + st.size(0.16)) for px, py in floor]
            land_sheet(st, "cave-ground", line, (color, mix(color, st.pal.near, 0.6)), MAIN, elevation=0.8)
    return replace(standing(st), people=((0.4, st.foot), (0.54, st.foot - 10)), scale=0.85)


def space(st: Stage) -> Slots:
    """Stars, a planet's edge, a moon."""
    top, middle = mix(st.pal.near, st.pal.ink, 0.55), mix(st.pal.depth(0.7), st.pal.plum, 0.3)
    paint = fade("space", st.top, st.bottom, (top, middle))
    rng = st.chance("space")
    svg = f"<defs>{paint}</defs>" + shape(
        rect(st.left, st.top, st.right - st.left, st.bottom - st.top), "url(#space)"
    )
    for _ in range(150):
        svg += shape(
            ellipse(
                rng.uniform(st.left, st.right),
                rng.uniform(st.top, st.bottom),
                rng.choice((1.2, 1.6, 2.2, 3.2)),
            ),
            st.pal.light,
            rng.uniform(0.3, 0.9),
        )
    st.add("space", svg, BACK, elevation=0.01, edge=0)
    x, y, r = st.x(0.2), st.y(0.26), st.size(0.1)
    moon = shape(ellipse(x, y, r), st.pen.tone("cream", 0.5)) + shape(
        ellipse(x - r * 0.3, y + r * 0.2, r * 0.24) + ellipse(x + r * 0.36, y - r * 0.3, r * 0.16),
        st.pal.haze,
        0.4,
    )
    st.add("moon", moon, BACK, elevation=0.5, edge=0.6, area=Area(x - r, y - r, 2 * r, 2 * r).grown(6))
    big = st.frame.width * 0.9
    for k, tone in enumerate(("water", "leaf")):
        at = st.frame.height * (0.66 + 0.13 * k) + big
        st.add(
            f"planet{k}",
            shape(ellipse(st.x(0.55), at, big), mix(st.pen.tone(tone, 0.85), st.pal.light, 0.12)),
            MID,
            elevation=1.2,
            edge=0.9,
        )
    foot = st.frame.height * 0.62
    return Slots((0.62, foot), ((0.36, foot), (0.84, st.y(0.4))), ((0.44, foot), (0.3, foot)), scale=0.9)


PLACES: dict[str, Place] = {
    "cave": Place(cave, owns=frozenset(("hole",))),
    "space": Place(space, palettes=("night", "night")),
}
