"""Villages, squares, markets and yards."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import num, polygon, rect, shape, stroke
from storyreel.assets.looks.papercut.places import air, front
from storyreel.assets.looks.papercut.places.land import ground, height_at, hills
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.rows import house_row
from storyreel.assets.looks.papercut.places.stage import BACK, FRONT, MAIN, MID, Stage, fade
from storyreel.assets.looks.papercut.places.things import put, scattered


def backdrop(st: Stage, *, spire: bool = True) -> None:
    """Sky, hills with trees, far roofs and a spire."""
    air.sky(st)
    ridges = hills(st, 2, rise=0.12)
    scattered(
        st,
        "far-trees",
        ("conifer", "tree"),
        ridges[-1],
        14,
        (st.size(0.04), st.size(0.075)),
        depth=BACK,
        distance=0.75,
    )
    if spire:
        put(
            st,
            "church",
            st.x(0.4 if not st.tall else 0.36),
            st.horizon + 10,
            st.size(0.34),
            depth=BACK,
            distance=0.55,
            cast=False,
        )
    air.fog(st, "town-fog", st.horizon, BACK)


def village(st: Stage) -> Slots:
    """Two rows of houses and a spire before the hills."""
    backdrop(st)
    line = st.horizon + st.size(0.02)
    size = {"far": 0.17, "medium": 0.23, "close": 0.3}[st.near]
    names = ("house", "house", "cottage", "house")
    house_row(st, "row-far", line, st.size(size * 0.72), BACK, 0.5, names=names)
    y = st.horizon + st.size(0.075)
    house_row(st, "row-near", y, st.size(size), MID, 0.16, names=names)
    air.fog(st, "row-fog", y, MID)
    path_ground(st, y - 10)
    slots = standing(st)
    fronts = (lamp_front, front.eaves) if st.pen.wet else (lamp_front, front.grass, front.branch)
    return replace(slots, front=fronts)


def path_ground(st: Stage, y: float) -> None:
    """A village ground: grass where it is dry, wet stones with rings where it rains."""
    if st.pen.wet:
        points = ground(st, "stone", y=y, swing=0.012, share=0.25, near=0.62)
        puddles(st, y + 40)
    else:
        points = ground(st, "grass" if not st.pen.snowy else "snow", y=y, swing=0.016, near=0.5)
    del points


def puddles(st: Stage, y: float) -> None:
    """Rings of drops on wet ground, and what the windows throw on it."""
    rng = st.chance("puddles")
    svg = ""
    for _ in range(16 if not st.tall else 20):
        x, at = rng.uniform(0, st.frame.width), y + (st.frame.height - y) * rng.random() ** 0.8
        r = 16 + 34 * (at - y) / (st.frame.height - y)
        for k in (1.0, 0.5):
            svg += f'<ellipse cx="{num(x)}" cy="{num(at)}" rx="{num(r * k)}" ry="{num(r * 0.24 * k)}" fill="none" stroke="{st.pal.light}" stroke-width="2" opacity=".42"/>'
    for x, top, _, _ in st.glows:
        if top < y:
            for k in range(4):
                svg += shape(
                    rect(x - 15 + (k % 2) * 8, y + 8 + k * 20, 30 - 3 * k, 5, 2.5),
                    st.pal.lamp,
                    0.6 - 0.12 * k,
                )
    st.add("puddles", svg, MAIN, elevation=0, area=Area(st.left, y, st.right - st.left, st.bottom - y))


def lamp_front(st: Stage) -> None:
    """A street lamp near to us, on the side opposite the subject."""
    put(st, "lamp_post", st.x(0.12), st.frame.height * (0.99 if not st.tall else 0.84), st.size(0.78), depth=FRONT, cast=False,
        elevation=1.4, edge=0.6)  # fmt: skip


def square(st: Stage) -> Slots:
    """Cobbles, a well in the middle ground, houses around; flags when it is lively."""
    air.sky(st)
    ridges = hills(st, 1, rise=0.08)
    scattered(
        st, "far-trees", ("tree",), ridges[-1], 8, (st.size(0.05), st.size(0.08)), depth=BACK, distance=0.7
    )
    y = st.horizon + st.size(0.03)
    size = {"far": 0.19, "medium": 0.25, "close": 0.34}[st.near]
    house_row(
        st, "houses", y, st.size(size), BACK, 0.3, names=("row_house", "house", "row_house"), close=0.82
    )
    air.fog(st, "square-fog", y, BACK)
    cobbles(st, y - 6)
    if st.pen.wet:
        puddles(st, y + 60)
    hero = st.shot.reading.subject is None
    if hero:
        put(st, "well", st.x(0.66), st.foot, st.size(st.camera.subject * 0.72), seed=1)
    if st.shot.reading.mood == "lively" and not st.pal.dark:
        bunting(st)
    fronts = (front.vault,) if st.pen.time == "night" and not st.tall else (lamp_front,)
    return replace(standing(st), front=fronts)


def cobbles(st: Stage, y: float) -> None:
    """Paving in rows of flat stones that grow towards us, some of them paler."""
    color = mix(st.pen.tone("sand", 0.42), st.pen.tone("stone", 0.45), 0.4)
    if st.pen.snowy:
        color = mix(color, st.pen.tone("snow", 0.5), 0.6)
    dark = mix(color, st.pal.near, 0.55)
    paint = fade("g-cobbles", y, st.bottom, (color, dark))
    svg = f"<defs>{paint}</defs>" + shape(
        rect(st.left, y, st.right - st.left, st.bottom - y), "url(#g-cobbles)"
    )
    rng = st.chance("cobbles")
    stones = pale = ""
    at, h = y + 14, 9.0
    while at < st.bottom:
        x = st.left + rng.uniform(0, 60)
        while x < st.right:
            w = h * rng.uniform(2.6, 5.0)
            if rng.random() < 0.42:
                part = rect(x, at, w, h, h * 0.32)
                if rng.random() < 0.5:
                    stones += part
                else:
                    pale += part
            x += w + h * rng.uniform(0.6, 3.5)
        at += h * 1.5
        h *= 1.17
    svg += shape(stones, st.pal.ink, 0.13) + shape(pale, st.pal.light, 0.13)
    st.add(
        "cobbles",
        svg,
        MAIN,
        elevation=0.5,
        edge=0.4,
        area=Area(st.left, y, st.right - st.left, st.bottom - y),
    )


def bunting(st: Stage) -> None:
    """Lines of small flags across the sky."""
    rng = st.chance("bunting")
    colors = (st.pal.red, st.pal.ochre, st.pal.teal, st.pal.plum, st.pal.cream)
    svg = ""
    for a, b, sag in ((-0.02, 0.52, 0.11), (0.48, 1.02, 0.13)):
        x0, x1 = st.frame.width * a, st.frame.width * b
        y0 = st.frame.height * rng.uniform(0.01, 0.05)
        drop = st.size(sag)
        svg += stroke(
            f"M{num(x0)},{num(y0)}Q{num((x0 + x1) / 2)},{num(y0 + drop * 2)} {num(x1)},{num(y0)}",
            st.pal.ink,
            3,
            0.7,
        )
        count = 13
        for k in range(count):
            t = (k + 0.5) / count
            x, y = x0 + (x1 - x0) * t, y0 + 4 * drop * t * (1 - t)
            svg += shape(polygon([(x - 17, y), (x + 17, y), (x, y + 44)]), colors[k % 5])
    st.add(
        "bunting",
        svg,
        FRONT,
        elevation=0.8,
        edge=0.4,
        area=Area(st.left, 0, st.right - st.left, st.size(0.36)),
    )


def yard(st: Stage) -> Slots:
    """A yard with its well, a house, trees and a fence; hills behind."""
    air.sky(st)
    ridges = hills(st, 2, rise=0.12, family="grass")
    for k, line in enumerate(ridges):
        scattered(st, f"trees{k}", ("tree", "conifer"), line, 9, (st.size(0.05 + 0.03 * k), st.size(0.09 + 0.04 * k)),
                  depth=BACK, distance=0.66 - 0.25 * k)  # fmt: skip
    air.fog(st, "yard-fog", st.horizon, BACK)
    y = st.horizon + st.size(0.03)
    line = ground(st, "grass", y=y, swing=0.02)
    size = {"far": 0.24, "medium": 0.32, "close": 0.44}[st.near]
    hx = st.x(0.17 if not st.tall else 0.2)
    put(st, "house", hx, height_at(line, hx) + 34, st.size(size), seed=3, distance=0.06)
    tx = st.x(0.33 if not st.tall else 0.46)
    put(st, "tree", tx, height_at(line, tx) + 26, st.size(size * 0.9), seed=4, distance=0.04)
    for k, share in enumerate((0.84, 0.97)):
        put(st, "fence", st.x(share), height_at(line, st.x(share)) + 30, st.size(0.075), seed=k, cast=False)
    if st.shot.reading.subject is None or st.shot.reading.subject.name == "well":
        put(st, "well", st.x(0.66), st.foot, st.size(st.camera.subject * 0.94), seed=1)
    slots = standing(st)
    return replace(
        slots,
        people=((0.42, st.foot + 4), (0.26, st.foot + 16), (0.86, st.foot)),
        front=(front.grass, _grass_branch),
    )


def _grass_branch(st: Stage) -> None:
    front.branch(st)
    front.grass(st)


def market(st: Stage) -> Slots:
    """The square on market day: stalls before the houses."""
    slots = square(st)
    for k, share in enumerate((0.14, 0.36, 0.9)):
        put(st, "stall", st.x(share), st.foot - st.size(0.07), st.size(st.camera.figure * 0.95), seed=k)
    return replace(slots, people=((0.48, st.foot + 8), (0.26, st.foot + 12), (0.78, st.foot + 4)))


PLACES: dict[str, Place] = {
    "village": Place(village),
    "square": Place(square),
    "market": Place(market),
    "yard": Place(yard, owns=frozenset(("well",))),
}
