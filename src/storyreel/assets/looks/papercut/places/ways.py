"""Rivers, lakes, roads and deserts."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import Point, num, rect, shape, stroke
from storyreel.assets.looks.papercut.places import air, front
from storyreel.assets.looks.papercut.places.fields import far_land
from storyreel.assets.looks.papercut.places.land import (
    ground,
    hills,
    land_sheet,
    light_path,
    ridge,
    water,
    way,
)
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.stage import BACK, FRONT, MAIN, MID, Stage
from storyreel.assets.looks.papercut.places.things import put, scattered


def _banks(st: Stage, y: float) -> list[Point]:
    bank = ridge(st.chance("near-bank"), st.left, st.right, y, st.size(0.05), lift=st.side * st.size(0.05))
    color = st.land(0.58, "grass", 0.5)
    land_sheet(st, "near-bank", bank, (color, mix(color, st.pal.near, 0.6)), MAIN, elevation=1.1)
    return bank


def reeds(st: Stage) -> None:
    """Reeds with their brown heads in the lower corners."""
    rng = st.chance("reeds")
    stems = heads = ""
    for k in range(26):
        side = k % 2
        x = st.frame.width * (rng.uniform(-0.02, 0.2) if side else rng.uniform(0.8, 1.02))
        h = st.size(rng.uniform(0.14, 0.34))
        tip = x + rng.uniform(-26, 26)
        top = st.frame.height + 10 - h
        stems += f"M{num(x)},{num(st.bottom)}Q{num(x)},{num(top + h * 0.5)} {num(tip)},{num(top)}"
        if rng.random() < 0.5:
            heads += rect(tip - 7, top - 8, 14, 54, 7)
    st.add("reeds", stroke(stems, st.pen.near(0.5), 6) + shape(heads, mix(st.pen.near(0.4), st.pen.tone("wood", 0.3), 0.5)), FRONT,
           elevation=1.4, edge=0.4, area=Area(st.left, st.frame.height - st.size(0.38), st.right - st.left, st.size(0.46)))  # fmt: skip


def river(st: Stage) -> Slots:
    """A river that winds from the hills to our feet."""
    far_land(st, 3)
    line = ground(st, "grass", y=st.horizon + st.size(0.01), near=0.45)
    way(st, "water", far_x=st.x(0.5), near_x=st.x(0.28), far=14, near=st.frame.width * (0.62 if not st.tall else 0.9), y=st.horizon + st.size(0.025),
        name="stream", bend=0.16)  # fmt: skip
    scattered(st, "bank-trees", ("tree",), line, 9, (st.size(0.07), st.size(0.14)), depth=MAIN, distance=0.12, sink=14,
              gap=(st.frame.width * 0.34, st.frame.width * 0.62))  # fmt: skip
    return replace(
        standing(st, subject=0.7),
        people=((0.78, st.foot), (0.62, st.foot - 20), (0.9, st.foot - 10)),
        water=((0.375, st.foot),),
        water_depth=MAIN,
        front=(reeds, front.grass),
    )


def lake(st: Stage) -> Slots:
    """Still water between woods, a near bank."""
    air.sky(st)
    ridges = hills(st, 3, rise=0.2, family="pine")
    scattered(
        st, "lake-firs", ("conifer",), ridges[-1], 20, (st.size(0.05), st.size(0.1)), depth=BACK, distance=0.5
    )
    water(st, st.horizon + st.size(0.01), st.bottom, calm=True)
    air.fog(st, "lake-fog", st.horizon, BACK)
    if st.pen.weather in ("clear", "") and st.pen.time != "day":
        light_path(st, air.disc_place(st)[0], st.horizon + 16, st.foot - 20)
    _banks(st, st.foot - st.size(0.02))
    far = st.foot - st.size(0.09)
    return replace(standing(st), water=((0.6, far), (0.3, far)), front=(reeds, front.branch))


def road(st: Stage) -> Slots:
    """A road that winds over the hills, milestones of trees beside it."""
    far_land(st, 3)
    line = ground(st, "grass", near=0.45)
    way(
        st,
        "sand",
        far_x=st.x(0.42),
        near_x=st.x(0.52),
        far=12,
        near=st.frame.width * (0.5 if not st.tall else 0.8),
        y=st.horizon + st.size(0.012),
        bend=0.22,
    )
    scattered(st, "road-trees", ("tree", "conifer"), line, 8, (st.size(0.09), st.size(0.16)), depth=MAIN, distance=0.1, sink=12,
              gap=(st.frame.width * 0.3, st.frame.width * 0.68))  # fmt: skip
    return replace(
        standing(st),
        people=((0.5, st.foot + 6), (0.6, st.foot - 8), (0.4, st.foot - 14)),
        front=(front.grass, front.branch),
    )


def desert(st: Stage) -> Slots:
    """Dunes with a lit and a shaded side."""
    air.sky(st, clouds=1)
    sand = mix(st.pen.tone("sand", 0.5), st.pen.tone("snow", 0.5), 0.6 if st.pen.snowy else 0.0)
    for k in range(4):
        near = k / 3
        y = st.horizon + st.size(-0.07 + 0.09 * k)
        rng = st.chance(f"dune{k}")
        line = ridge(
            rng, st.left, st.right, y, st.size(0.1 + 0.03 * k), lift=st.size(0.05) * (1 if k % 2 else -1)
        )
        color = mix(mix(sand, st.pal.haze, 0.4 * (1 - near)), st.pen.tone("rust", 0.4), 0.08 + 0.1 * near)
        low = mix(mix(color, st.pen.tone("rust", 0.25), 0.3), st.pal.near, 0.1 + 0.3 * near)
        land_sheet(st, f"dune{k}", line, (mix(color, st.pal.light, 0.12), color, low), BACK if k < 2 else (MID if k == 2 else MAIN),
                   elevation=0.5 + 0.2 * k, edge=0.5)  # fmt: skip
    air.fog(st, "dune-fog", st.horizon, BACK)
    if st.near != "close":
        put(st, "cactus", st.x(0.16), st.foot - st.size(0.03), st.size(0.22), seed=1)
    return replace(standing(st), front=(front.rocks,))


PLACES: dict[str, Place] = {
    "river": Place(river),
    "lake": Place(lake),
    "road": Place(road, owns=frozenset(("road",))),
    "desert": Place(desert, owns=frozenset(("cactus",))),
}
