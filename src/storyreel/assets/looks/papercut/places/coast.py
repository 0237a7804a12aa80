"""Places by the sea."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import ellipse, num, polygon, rect, shape, smooth, stroke
from storyreel.assets.looks.papercut.places import air, front
from storyreel.assets.looks.papercut.places.land import height_at, hills, land_sheet, light_path, ridge, water
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.rows import house_row, reflections
from storyreel.assets.looks.papercut.places.stage import BACK, FRONT, MAIN, MID, Stage, fade
from storyreel.assets.looks.papercut.places.things import put


def sea(st: Stage, foot: float, *, calm: bool = False) -> None:
    """Sky and water with the light's own path."""
    air.sky(st)
    water(st, st.horizon, foot, calm=calm)
    air.fog(st, "sea-fog", st.horizon, BACK)
    if st.pen.weather in ("clear", "snow", "") and st.pen.time in ("dusk", "night", "dawn"):
        light_path(st, air.disc_place(st)[0], st.horizon + 4, st.horizon + (foot - st.horizon) * 0.7)


def gulls(st: Stage, count: int = 3) -> None:
    """Gulls far up, none by night."""
    rng = st.chance("gulls")
    d = ""
    for _ in range(count):
        x, y, w = st.x(rng.uniform(0.3, 0.6)), st.horizon * rng.uniform(0.3, 0.7), rng.uniform(15, 26)
        d += f"M{num(x - w)},{num(y - w * 0.2)}Q{num(x - w * 0.5)},{num(y - w * 0.55)} {num(x)},{num(y)}Q{num(x + w * 0.5)},{num(y - w * 0.55)} {num(x + w)},{num(y - w * 0.2)}"
    color = mix(st.pal.near, st.pal.haze, 0.35) if not st.pal.dark else mix(st.pal.light, st.pal.haze, 0.4)
    if st.pen.time != "night":
        st.add("gulls", stroke(d, color, 3.4), BACK, elevation=0)


def harbour(st: Stage) -> Slots:
    """Houses across the basin, boats at their moorings, a stone quay under our feet."""
    air.sky(st, clouds=2)
    hills(st, 1, rise=0.1)
    line = st.horizon + st.size(0.012)
    house_row(
        st,
        "far-houses",
        line,
        st.size(0.16),
        BACK,
        0.45,
        names=("row_house", "house", "row_house"),
        close=0.84,
    )
    water(st, line, st.bottom, calm=True)
    air.fog(st, "basin-fog", line, BACK)
    reflections(st, line)
    y = st.frame.height * {"wide": 0.80, "tall": 0.625, "square": 0.77}[st.frame.shape]
    boats = (("boat", 0.24, 0.3), ("boat", 0.47, 0.1), ("boat", 0.86, 0.22))
    topic = st.shot.reading.subject
    if topic and topic.name in ("boat", "ship") and topic.count > 1:
        boats = ()  # The words count them: no other is there.
    for k, (name, share, size) in enumerate(boats):
        at = line + (y - line) * (0.45 + 0.3 * (k % 2))
        put(st, name, st.x(share), at, st.size(size), depth=MID, seed=k, distance=0.22, cast=False, mirror=k == 2,
            elevation=0.8)  # fmt: skip
    quay(st, y)
    slots = standing(st)
    return replace(
        slots, water=((0.6, y - 14), (0.3, y - 30)), front=(front.bank,) if st.tall else (mooring,)
    )


def quay(st: Stage, y: float) -> None:
    """A stone edge over the whole width, its blocks in two tones."""
    color = mix(st.pen.tone("stone", 0.5), st.pal.depth(0.7), 0.16)
    dark = mix(color, st.pal.near, 0.55)
    paint = fade("g-quay", y, st.bottom, (color, dark))
    rim = st.size(0.022)
    svg = f"<defs>{paint}</defs>" + shape(rect(st.left, y, st.right - st.left, st.bottom - y), "url(#g-quay)")
    svg += shape(
        rect(st.left, y, st.right - st.left, rim),
        st.pen.tone("snow", 0.6) if st.pen.snowy else mix(color, st.pal.light, 0.18),
    )
    rng = st.chance("quay")
    seams = ""
    for row in range(1, 5):
        at = y + rim + (st.bottom - y) * 0.2 * row * (0.8 + 0.12 * row)
        seams += f"M{num(st.left)},{num(at)}H{num(st.right)}"
        x = st.left + rng.uniform(0, 200)
        while x < st.right:
            seams += f"M{num(x)},{num(at)}v{num(-(st.bottom - y) * 0.17)}"
            x += rng.uniform(150, 300)
    svg += stroke(seams, dark, 3, 0.5)
    st.add(
        "quay", svg, MAIN, elevation=1.0, edge=0.6, area=Area(st.left, y, st.right - st.left, st.bottom - y)
    )


def mooring(st: Stage) -> None:
    """A bollard and a slack rope, nearly black."""
    w, foot = st.frame.width, st.frame.height + 10
    x, top = st.x(0.09), st.frame.height * 0.87
    r = st.size(0.035)
    svg = shape(
        rect(x - r, top, 2 * r, foot - top + 40, 8) + rect(x - r * 1.4, top - r * 0.5, r * 2.8, r, r * 0.4),
        st.pen.near(0.9),
    )
    end = st.x(1.1)
    svg = (
        stroke(
            f"M{num(x)},{num(top + r)}Q{num(st.x(0.4))},{num(foot + 30)} {num(end)},{num(foot - 60)}",
            st.pen.near(0.6),
            12,
        )
        + svg
    )
    st.add("mooring", svg, FRONT, elevation=1.5, edge=0.4, area=Area(-60, top - r, w + 120, foot - top + 80))


def beach(st: Stage) -> Slots:
    """Sand, a line of foam, the open sea."""
    shore = st.horizon + (st.foot - st.horizon) * 0.42
    sea(st, shore + 90, calm=st.pen.weather != "storm")
    gulls(st)
    rng = st.chance("shore")
    foam = ridge(rng, st.left, st.right, shore - 14, st.size(0.035), lift=st.side * st.size(0.03))
    land_sheet(
        st,
        "foam",
        foam,
        (st.pen.tone("snow", 0.75), st.pen.tone("snow", 0.6)),
        MID,
        elevation=0.25,
        foot=shore + 90,
    )
    points = [(x, y + 13 + 5 * (k % 3)) for k, (x, y) in enumerate(foam)]
    sand = st.land(0.2, "sand", 0.85)
    land_sheet(
        st,
        "sand",
        points,
        (mix(sand, st.pal.depth(0.6), 0.18), sand, mix(sand, st.pal.near, 0.45)),
        MAIN,
        elevation=0.4,
    )
    marks = ""
    for _ in range(26):
        x, y = rng.uniform(st.left, st.right), rng.uniform(shore + 70, st.frame.height)
        marks += shape(ellipse(x, y, rng.uniform(5, 24), rng.uniform(2, 4)), mix(sand, st.pal.near, 0.3), 0.5)
    st.add("sand-marks", marks, MAIN, elevation=0)
    if st.shot.reading.subject is None:
        put(st, "rowboat", st.x(0.7), st.foot - st.size(0.02), st.size(0.12), seed=1)
    water_y = shore - st.size(0.03)
    return replace(standing(st), water=((0.5, water_y), (0.2, water_y)), front=(dune_grass, front.rocks))


def dune_grass(st: Stage) -> None:
    """High grass without flowers."""
    front.grass(st, flowers=False, height=0.15)


def open_sea(st: Stage) -> Slots:
    """Nothing but water and sky."""
    sea(st, st.bottom)
    gulls(st)
    y = st.horizon + (st.foot - st.horizon) * 0.62
    rng = st.chance("swell")
    for index in range(2):
        top = st.foot + (st.bottom - st.foot) * (0.12 + 0.5 * index)
        crest = ridge(
            rng, st.left, st.right, top, st.size(0.05 if st.pen.weather != "storm" else 0.11), steps=26
        )
        deep = mix(st.pen.tone("water", 0.3), st.pal.near, 0.35 + 0.25 * index)
        land_sheet(st, f"swell{index}", crest, (deep, mix(deep, st.pal.near, 0.5)), MAIN if index == 0 else FRONT,
                   elevation=1.1 + 0.4 * index, edge=0.5)  # fmt: skip
    return Slots(
        (0.62, y + st.size(0.08)),
        ((0.25, y), (0.85, y)),
        (),
        ((0.62, y + st.size(0.08)), (0.3, y)),
        scale=0.9,
    )


def ship_deck(st: Stage) -> Slots:
    """Planks, a rail, a mast with its ropes, the sea beyond."""
    rail = st.horizon + (st.foot - st.horizon) * 0.3
    sea(st, rail + 60)
    gulls(st)
    wood = st.pen.tone("plank", 0.36)
    dark = mix(wood, st.pal.near, 0.55)
    paint = fade("g-deck", rail, st.bottom, (wood, dark))
    deck = rail + st.size(0.1)
    svg = f"<defs>{paint}</defs>" + shape(
        rect(st.left, deck, st.right - st.left, st.bottom - deck), "url(#g-deck)"
    )
    mid = st.x(0.5)
    seams = "".join(
        f"M{num(mid + k * 52)},{num(deck)}L{num(mid + k * 190)},{num(st.bottom)}" for k in range(-22, 23)
    )
    svg += stroke(seams, dark, 3, 0.6)
    st.add(
        "deck",
        svg,
        MAIN,
        elevation=0.8,
        edge=0.5,
        area=Area(st.left, deck, st.right - st.left, st.bottom - deck),
    )
    posts = "".join(
        rect(st.left + k * 128, rail, 20, deck - rail + 12, 4)
        for k in range(int((st.right - st.left) / 128) + 1)
    )
    posts += rect(st.left, rail - 16, st.right - st.left, 24, 8)
    st.add("rail", shape(posts, st.pen.tone("wood", 0.45)), MAIN, elevation=0.8, edge=0.8,
           area=Area(st.left, rail - 20, st.right - st.left, deck - rail + 40))  # fmt: skip
    x, w = st.x(0.13), st.size(0.03)
    mast = shape(
        polygon([(x - w, st.bottom), (x - w * 0.7, st.top), (x + w * 0.7, st.top), (x + w, st.bottom)]),
        st.pen.tone("wood", 0.25),
    )
    ropes = "".join(
        f"M{num(x)},{num(st.top)}L{num(x + st.side * (240 + 150 * k))},{num(rail)}" for k in range(3)
    )
    s = st.side
    sail = f"M{num(x)},{num(st.top)}V{num(st.y(0.30))}Q{num(x + s * 330)},{num(st.y(0.34))} {num(x + s * 640)},{num(st.y(0.2))}Q{num(x + s * 520)},{num(st.y(0.06))} {num(x + s * 560)},{num(st.top)}z"
    st.add("mast", stroke(ropes, st.pal.ink, 4, 0.6) + shape(sail, st.pen.tone("cream", 0.45)) + mast, MAIN,
           elevation=1.2, edge=0.6)  # fmt: skip
    return standing(st)


def island(st: Stage) -> Slots:
    """A small island in the middle of the sea."""
    sea(st, st.bottom)
    gulls(st)
    foot = st.horizon + (st.bottom - st.horizon) * (0.34 if not st.tall else 0.26)
    x, half = st.x(0.6), st.frame.width * (0.26 if not st.tall else 0.36)
    top = foot - st.size(0.1)
    sand = st.land(0.2, "sand", 0.8)
    base = smooth([(x - half * 1.3, foot + 6), (x - half * 0.8, foot - 24), (x, foot - 34), (x + half * 0.8, foot - 22),
                   (x + half * 1.3, foot + 6)]) + f"Q{num(x)},{num(foot + 46)} {num(x - half * 1.3)},{num(foot + 6)}z"  # fmt: skip
    hill = [(x - half, foot - 14), (x - half * 0.55, top + 24), (x - half * 0.05, top - 16), (x + half * 0.5, top + 30),
            (x + half, foot - 14)]  # fmt: skip
    green = st.land(0.5, "leaf", 0.6)
    st.add("sandbank", shape(base, sand), MAIN, elevation=0.7, edge=0.6)
    st.add("island", shape(smooth(hill) + f"Q{num(x)},{num(foot + 6)} {num(x - half)},{num(foot - 14)}z", green), MAIN,
           elevation=0.8, edge=0.5)  # fmt: skip
    for k, (share, size) in enumerate(((-0.45, 0.26), (0.2, 0.36), (0.5, 0.24))):
        at = x + half * share
        put(st, "palm-tree", at, height_at(hill, at) + 8, st.size(size), seed=k, cast=False, mirror=k == 0)
    return Slots(
        (0.62, foot - 12),
        ((0.25, foot + st.size(0.16)), (0.5, foot - 8)),
        ((0.48, foot - 4), (0.7, foot - 6)),
        ((0.25, foot + st.size(0.16)),),
        scale=0.5,
    )


PLACES: dict[str, Place] = {
    "harbour": Place(harbour),
    "beach": Place(beach),
    "open_sea": Place(open_sea),
    "ship_deck": Place(ship_deck),
    "island": Place(island, owns=frozenset(("desert-island", "palm-tree"))),
}
