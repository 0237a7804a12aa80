"""Land that is tilled or tended: fields, farms, hills, gardens, parks."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import ellipse, num, polygon, shape, stroke
from storyreel.assets.looks.papercut.places import air, front
from storyreel.assets.looks.papercut.places.land import ground, height_at, hills, land_sheet, ridge, way
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.stage import BACK, FRONT, MAIN, MID, Stage
from storyreel.assets.looks.papercut.places.things import SWAY, put, scattered


def far_land(
    st: Stage, count: int = 3, *, rise: float = 0.14, trees: bool = True, family: str = "grass"
) -> None:
    """Sky and hills with trees on them."""
    air.sky(st)
    ridges = hills(st, count, rise=rise, family=family)
    if trees:
        for k, line in enumerate(ridges[1:]):
            scattered(st, f"hill-trees{k}", ("tree", "conifer", "tree"), line, 10, (st.size(0.04 + 0.025 * k), st.size(0.075 + 0.03 * k)),
                      depth=BACK, distance=0.7 - 0.2 * k)  # fmt: skip
    air.fog(st, "land-fog", st.horizon, BACK)


def field(st: Stage) -> Slots:
    """Ploughed and grown strips that run towards the hills."""
    far_land(st)
    y = st.horizon + st.size(0.02)
    ground(st, "straw" if not st.pen.snowy else "snow", y=y, swing=0.012, near=0.4, share=0.75)
    furrows(st, y + 8, "straw")
    put(st, "fence", st.x(0.06), y + st.size(0.06), st.size(0.07), cast=False, distance=0.1)
    return replace(standing(st), front=(front.grass, _wheat))


def furrows(st: Stage, y: float, family: str) -> None:
    """Rows that run together at a point on the horizon."""
    vx = st.x(0.36)
    dark = mix(st.land(0.62, family, 0.55), st.pal.near, 0.2)
    strips = ""
    for k in range(-12, 13):
        near = vx + k * st.frame.width * 0.16
        strips += polygon(
            [
                (vx + k * 34, y),
                (near, st.bottom),
                (near + st.frame.width * 0.055, st.bottom),
                (vx + k * 34 + 7, y),
            ]
        )
    st.add(
        "furrows",
        shape(strips, dark, 0.4),
        MAIN,
        elevation=0,
        area=Area(st.left, y, st.right - st.left, st.bottom - y),
    )


def _wheat(st: Stage) -> None:
    """Ears of grain in front."""
    rng = st.chance("wheat")
    foot = st.bottom
    svg = ears = ""
    x = st.left
    while x < st.right:
        side = abs(x / st.frame.width - 0.5) * 2
        h = st.size(0.16) * (0.3 + 0.8 * side) * rng.uniform(0.7, 1.15)
        top = st.frame.height - h
        lean = rng.uniform(-22, 22)
        svg += stroke(
            f"M{num(x)},{num(foot)}Q{num(x)},{num(top + h * 0.4)} {num(x + lean)},{num(top)}",
            st.pen.near(0.4),
            4,
        )
        for k in range(5):
            ears += ellipse(x + lean + (6 if k % 2 else -6), top - 8 - k * 9, 6, 9)
        x += rng.uniform(20, 46)
    tone = mix(st.pen.tone("straw", 0.3), st.pal.near, 0.35)
    st.add("wheat", svg + shape(ears, tone), FRONT, elevation=1.4, edge=0.5,
           area=Area(st.left, st.frame.height - st.size(0.3), st.right - st.left, st.size(0.36)))  # fmt: skip


def farm(st: Stage) -> Slots:
    """A barn and a house between fields, a fence before them."""
    far_land(st, 2)
    y = st.horizon + st.size(0.02)
    line = ground(st, "grass", y=y, swing=0.02)
    size = {"far": 0.3, "medium": 0.4, "close": 0.52}[st.near]
    bx = st.x(0.2)
    put(st, "barn", bx, height_at(line, bx) + st.size(0.06), st.size(size), distance=0.05)
    hx = st.x(0.42 if not st.tall else 0.62)
    put(st, "house", hx, height_at(line, hx) + st.size(0.03), st.size(size * 0.66), seed=2, distance=0.16)
    tx = st.x(0.9)
    put(st, "tree", tx, height_at(line, tx) + st.size(0.03), st.size(size * 0.8), seed=4, distance=0.1)
    for k in range(5):
        put(
            st,
            "fence",
            st.x(0.52 + 0.12 * k),
            height_at(line, st.x(0.52)) + st.size(0.075),
            st.size(0.07),
            seed=k,
            cast=False,
        )
    return replace(standing(st), front=(front.grass, front.branch))


def hills_place(st: Stage) -> Slots:
    """Hills behind hills and a lone tree."""
    far_land(st, 4, rise=0.22)
    line = ground(st, "grass", lift=st.side * st.size(0.07), swing=0.05)
    tx = st.x(0.86)
    put(st, "tree", tx, height_at(line, tx) + 30, st.size(0.3), seed=1, acts=SWAY)
    return replace(standing(st), front=(front.grass, front.branch))


def garden(st: Stage) -> Slots:
    """Beds of flowers, a hedge, fruit trees and a fence."""
    far_land(st, 2)
    y = st.horizon + st.size(0.03)
    hedge = ridge(st.chance("hedge"), st.left, st.right, y - st.size(0.06), st.size(0.012), steps=40)
    color = st.land(0.5, "leaf", 0.6)
    land_sheet(st, "hedge", hedge, (color, mix(color, st.pal.near, 0.3)), MID, foot=y + 40)
    ground(st, "grass", y=y, swing=0.01, near=0.42)
    rng = st.chance("beds")
    for row in range(2):
        at = y + st.size(0.055 + 0.07 * row)
        bed = shape(
            ellipse(st.x(0.5), at, st.frame.width * 0.6, st.size(0.016)),
            mix(st.pen.tone("earth", 0.3), st.pal.near, 0.2),
        )
        stems = ""
        heads = dict.fromkeys(("red", "ochre", "cream", "plum"), "")
        for k in range(34):
            x = st.left + (k + rng.random()) * (st.right - st.left) / 34
            h = st.size(0.03 + 0.016 * row) * rng.uniform(0.7, 1.3)
            stems += f"M{num(x)},{num(at)}v{num(-h)}"
            heads[rng.choice(tuple(heads))] += ellipse(x, at - h, 8 + 3 * row)
        svg = bed + stroke(stems, st.pen.tone("leaf", 0.4), 4)
        if not st.pen.snowy:
            svg += "".join(shape(d, st.pen.tone(c, 0.55)) for c, d in heads.items() if d)
        st.add(
            f"bed{row}",
            svg,
            MAIN,
            elevation=0.4,
            edge=0.4,
            area=Area(st.left, at - st.size(0.08), st.right - st.left, st.size(0.11)),
        )
    for k, share in enumerate((0.12, 0.36, 0.9)):
        put(st, "tree", st.x(share), y + st.size(0.04), st.size(0.3), seed=k + 1, distance=0.05)
    return replace(standing(st), front=(front.grass, front.branch))


def park(st: Stage) -> Slots:
    """A lawn, a path, round trees, lamps and a bench."""
    far_land(st, 2)
    line = ground(st, "grass", y=st.horizon + st.size(0.02), near=0.42)
    way(
        st,
        "sand",
        far_x=st.x(0.3),
        near_x=st.x(0.45),
        far=20,
        near=st.frame.width * 0.42,
        y=st.horizon + st.size(0.035),
        bend=0.14,
    )
    for k, share in enumerate((0.08, 0.26, 0.82, 0.96)):
        x = st.x(share)
        put(
            st,
            "tree",
            x,
            height_at(line, x) + st.size(0.03),
            st.size(0.3 + 0.05 * (k % 2)),
            seed=k,
            distance=0.08,
        )
    put(st, "lamp_post", st.x(0.56), st.horizon + st.size(0.08), st.size(0.32), cast=False, distance=0.05)
    return replace(standing(st), front=(front.grass, front.branch))


PLACES: dict[str, Place] = {
    "field": Place(field),
    "farm": Place(farm),
    "hills": Place(hills_place, owns=frozenset(("hill",))),
    "garden": Place(garden),
    "park": Place(park),
}
