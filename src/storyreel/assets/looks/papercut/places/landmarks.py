"""Bridges, castles and graveyards."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import arch, ellipse, num, rect, shape, smooth
from storyreel.assets.looks.papercut.places import air, front
from storyreel.assets.looks.papercut.places.land import ground, hills, land_sheet, ridge, water
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.stage import BACK, MAIN, MID, Stage
from storyreel.assets.looks.papercut.places.things import put, scattered
from storyreel.assets.looks.papercut.places.village import backdrop


def bridge(st: Stage) -> Slots:
    """A stone bridge of round arches over a river, seen from its bank."""
    air.sky(st)
    ridges = hills(st, 2, rise=0.12, family="grass")
    scattered(
        st,
        "far-trees",
        ("tree", "conifer"),
        ridges[-1],
        10,
        (st.size(0.07), st.size(0.12)),
        depth=BACK,
        distance=0.45,
    )
    water(st, st.horizon + st.size(0.03), st.bottom, calm=True, depth=BACK)
    air.fog(st, "river-fog", st.horizon, BACK)
    deck, thick = st.horizon - st.size(0.06), st.size(0.05)
    foot = st.horizon + st.size(0.17)
    stone = mix(st.pen.tone("stone", 0.5), st.pal.depth(0.5), 0.22)
    top = smooth([(st.left, deck + 40), (st.frame.width * 0.25, deck + 8), (st.frame.width * 0.5, deck - 10),
                  (st.frame.width * 0.75, deck + 8), (st.right, deck + 40)])  # fmt: skip
    d = top + f"V{num(foot)}H{num(st.left)}z"
    count = 3 if not st.tall else 2
    holes = ""
    span = st.frame.width / count
    for k in range(count):
        w = span * 0.72
        y = deck + thick + 16 + 10 * abs(k - (count - 1) / 2)
        holes += arch(span * (k + 0.5) - w / 2, y, w, foot - y)
    svg = f'<path d="{d}{holes}" fill="{stone}" fill-rule="evenodd"/>'
    rim = "".join(
        rect(x, deck - 24 + 40 * (abs(x / st.frame.width - 0.5) * 2) ** 2 * 0.9, 62, 16, 4)
        for x in range(int(st.left), int(st.right), 74)
    )
    svg += shape(rim, st.pen.tone("snow", 0.7) if st.pen.snowy else mix(stone, st.pal.light, 0.22))
    rng = st.chance("bridge")
    blocks = ""
    for _ in range(46):
        x = rng.uniform(0, st.frame.width)
        blocks += rect(x, deck + rng.uniform(16, thick), rng.uniform(24, 52), 13, 4)
    svg += shape(blocks, st.pal.ink, 0.12)
    st.add(
        "bridge",
        svg,
        MID,
        elevation=1.0,
        edge=0.6,
        area=Area(st.left, deck - 50, st.right - st.left, foot - deck + 60),
    )
    bank = ridge(
        st.chance("bank"),
        st.left,
        st.right,
        st.foot - st.size(0.02),
        st.size(0.05),
        lift=st.side * st.size(0.06),
    )
    color = st.land(0.6, "grass", 0.5)
    land_sheet(st, "bank", bank, (color, mix(color, st.pal.near, 0.6)), MAIN, elevation=1.1)
    return replace(standing(st), front=(front.grass, front.branch))


def castle(st: Stage) -> Slots:
    """A castle on its hill, a road winding up to it."""
    air.sky(st)
    ridges = hills(st, 3, rise=0.16)
    scattered(
        st, "far-trees", ("conifer",), ridges[0], 12, (st.size(0.03), st.size(0.06)), depth=BACK, distance=0.7
    )
    x, half = st.x(0.64), st.frame.width * 0.4
    top = st.horizon - st.size(0.1)
    mound = [(x - half * 1.2, st.horizon + 70), (x - half * 0.6, top + 70), (x - half * 0.2, top + 4), (x + half * 0.22, top),
             (x + half * 0.62, top + 60), (x + half * 1.2, st.horizon + 70)]  # fmt: skip
    height = st.size({"far": 0.38, "medium": 0.42, "close": 0.5}[st.near])
    put(st, "castle", x, top + 26, height, depth=MID, distance=0.12, cast=False)
    color = st.land(0.42, "grass", 0.4)
    land_sheet(st, "mound", mound, (color, mix(color, st.pal.haze, 0.3)), MID, foot=st.horizon + 160)
    air.fog(st, "mound-fog", st.horizon + 20, MID)
    line = ground(st, "grass", y=st.horizon + st.size(0.07))
    scattered(st, "near-trees", ("conifer", "tree"), line, 7, (st.size(0.1), st.size(0.17)), depth=MAIN, distance=0.08, sink=16,
              gap=(st.frame.width * 0.22, st.frame.width * 0.82))  # fmt: skip
    return replace(
        standing(st, subject=0.36),
        people=((0.3, st.foot + 8), (0.44, st.foot), (0.18, st.foot - 6)),
        front=(front.grass, front.branch),
    )


def graveyard(st: Stage) -> Slots:
    """Stones in the grass, a church behind, bare trees."""
    backdrop(st, spire=False)
    put(st, "church", st.x(0.7), st.horizon + 40, st.size(0.46), depth=MID, distance=0.2, cast=False)
    line = ground(st, "grass", y=st.horizon + st.size(0.03), near=0.66)
    del line
    rng = st.chance("graves")
    stone = mix(st.pen.tone("stone", 0.4), st.pal.depth(0.6), 0.3)
    for row in range(3):
        svg = ""
        y = st.horizon + st.size(0.09 + 0.07 * row)
        for k in range(9):
            x = st.left + (k + rng.uniform(0.15, 0.85)) * (st.right - st.left) / 9
            h = st.size(0.055 + 0.018 * row) * rng.uniform(0.8, 1.2)
            svg += shape(arch(x, y - h, h * 0.66, h), mix(stone, st.pal.near, 0.12 * row)) + shape(
                ellipse(x + h * 0.33, y, h * 0.5, h * 0.07), st.pal.ink, 0.25
            )
        st.add(
            f"graves{row}",
            svg,
            MAIN,
            elevation=0.6,
            edge=0.6,
            area=Area(st.left, y - st.size(0.14), st.right - st.left, st.size(0.16)),
        )
    return replace(standing(st), front=(front.branch, front.grass))


PLACES: dict[str, Place] = {
    "bridge": Place(bridge, owns=frozenset(("bridge",))),
    "castle": Place(castle, owns=frozenset(("castle",))),
    "graveyard": Place(graveyard),
}
