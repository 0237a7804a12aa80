"""Streets and cities."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import Point, polygon, rect, shape
from storyreel.assets.looks.papercut.places import air
from storyreel.assets.looks.papercut.places.land import land_sheet
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.stage import BACK, MAIN, MID, Stage, fade
from storyreel.assets.looks.papercut.places.things import put
from storyreel.assets.looks.papercut.places.village import puddles


def facade(st: Stage, name: str, x0: float, x1: float, near: float, far: float, line: tuple[float, float], family: str,
           depth: float, seed: int) -> None:  # fmt: skip
    """A house front that runs away from us: from x0 (near) to x1, heights `near` and `far` over `line`."""
    rng = st.chance(f"{name}{seed}")
    foot0, foot1 = line
    wall = st.pen.tone(family, 0.4 if (x1 > x0) == st.pen.shade_right else 0.6)
    outline = polygon([(x0, foot0), (x0, foot0 - near), (x1, foot1 - far), (x1, foot1)])
    svg = shape(outline, wall)

    def at(u: float, v: float) -> Point:
        foot, tall = foot0 + (foot1 - foot0) * u, near + (far - near) * u
        return x0 + (x1 - x0) * u, foot - tall * v

    def quad(u0: float, u1: float, v0: float, v1: float) -> str:
        return polygon([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)])

    roof = polygon([at(-0.04, 0.97), at(0.0, 1.13), at(1.0, 1.13), at(1.04, 0.97)])
    svg += shape(roof, st.pen.tone(rng.choice(("roof", "slate", "roof")), 0.42))
    if st.pen.snowy:
        svg += shape(quad(0.0, 1.0, 1.08, 1.14), st.pen.tone("snow", 0.75))
    for v0, v1 in ((0.62, 0.8), (0.38, 0.56)):
        for u in (0.14, 0.44, 0.72):
            pen = st.pen.with_lit(st.pen.lit and rng.random() < 0.5)
            svg += shape(
                quad(u - 0.02, u + 0.17, v0 - 0.015, v1 + 0.015), st.pen.tone("paper", 0.45)
            ) + shape(quad(u, u + 0.15, v0, v1), pen.glass())
    svg += shape(quad(0.1, 0.28, 0, 0.3), st.pen.tone(rng.choice(("teal", "rust", "plum")), 0.3))
    lit = st.pen.with_lit(st.pen.lit and rng.random() < 0.7)
    svg += shape(quad(0.4, 0.88, 0.08, 0.29), lit.glass()) + shape(
        quad(0.36, 0.92, 0.28, 0.35), st.pen.tone(rng.choice(("red", "ochre", "teal")), 0.5)
    )
    lo, hi = min(x0, x1), max(x0, x1)
    top = min(foot0 - near * 1.14, foot1 - far * 1.14)
    st.add(
        f"{name}{seed}",
        svg,
        depth,
        elevation=0.9,
        edge=0.5,
        area=Area(lo - 30, top, hi - lo + 60, max(foot0, foot1) - top),
    )


def street(st: Stage) -> Slots:
    """A street between house fronts that run to one point, its lamps along the kerb."""
    air.sky(st, disc=st.pen.time in ("dusk", "dawn", "night"), clouds=2)
    vx, vy = st.x(0.44), st.horizon
    h = st.frame.height
    put(st, "church", vx + st.side * 10, vy + 12, st.size(0.2), depth=BACK, distance=0.7, cast=False)
    air.fog(st, "street-fog", vy, BACK)
    foot = h * (0.9 if not st.tall else 0.78)
    paint_road(st, vx, vy)
    families = ("wall", "ochre", "plaster", "rust", "cream", "teal")
    rng = st.chance("street")
    for end, sign in ((st.left, -1), (st.right, 1)):
        cuts = (0.86, 0.66, 0.44, 0.22, -0.06)
        run = vx - end
        for k in range(4):
            t0, t1 = cuts[k], cuts[k + 1]
            x_far, x_near = end + run * t0, end + run * t1
            size = st.size(1.0) if not st.tall else st.size(1.15)
            tall = [size * (0.1 + 0.74 * (1 - t)) * rng.uniform(0.92, 1.06) for t in (t0, t1)]
            line = [vy + 8 + (foot - vy) * (1 - t) for t in (t0, t1)]
            facade(st, f"front{sign}", x_near, x_far, tall[1], tall[0], (line[1], line[0]), families[(k * 2 + (sign > 0)) % 6],
                   BACK if k < 2 else MID, k)  # fmt: skip
    for k, t in enumerate((0.66, 0.24)):
        x = vx + (st.x(0.98) - vx) * (1 - t) * 0.86
        put(
            st,
            "lamp_post",
            x,
            vy + 12 + (foot - vy) * (1 - t) * 1.02,
            st.size(0.1 + 0.52 * (1 - t)),
            depth=MAIN,
            seed=k,
            cast=False,
        )
    slots = standing(st)
    return replace(slots, subject=(0.6, st.foot), air=0.43, people=((0.42, st.foot + 10), (0.54, st.foot), (0.34, st.foot - 16)),
                   props=((0.3, st.foot + 20), (0.7, st.foot + 16)), scale=0.9)  # fmt: skip


def paint_road(st: Stage, vx: float, vy: float) -> None:
    """The road between the fronts, wet when it rains."""
    color = mix(st.pen.tone("stone", 0.35), st.pal.depth(0.6), 0.4)
    if st.pen.snowy:
        color = mix(color, st.pen.tone("snow", 0.55), 0.65)
    paint = fade("g-road", vy, st.bottom, (mix(color, st.pal.haze, 0.3), mix(color, st.pal.near, 0.5)))
    svg = f"<defs>{paint}</defs>" + shape(
        rect(st.left, vy, st.right - st.left, st.bottom - vy), "url(#g-road)"
    )
    w = st.frame.width
    kerbs = "".join(
        polygon([(vx + s * 8, vy + 6), (vx + s * w * 0.5, st.bottom), (vx + s * w * 0.58, st.bottom)])
        for s in (-1, 1)
    )
    svg += shape(kerbs, mix(color, st.pal.light, 0.25))
    st.add(
        "road", svg, BACK, elevation=0.01, edge=0, area=Area(st.left, vy, st.right - st.left, st.bottom - vy)
    )
    if st.pen.wet:
        puddles(st, st.foot - 30)


def city(st: Stage) -> Slots:
    """Towers behind towers, windows by night, a street at their feet."""
    air.sky(st, clouds=2)
    for k, (near, rise, step) in enumerate(((0.12, 0.5, 0.08), (0.34, 0.4, 0.1), (0.62, 0.3, 0.13))):
        towers(st, f"towers{k}", st.horizon + 14 * k, near, rise, step, BACK if k < 2 else MID)
        air.fog(st, f"city-fog{k}", st.horizon, BACK if k < 2 else MID)
    y = st.horizon + st.size(0.03)
    cobble = mix(st.pen.tone("stone", 0.35), st.pal.depth(0.65), 0.45)
    if st.pen.snowy:
        cobble = mix(cobble, st.pen.tone("snow", 0.55), 0.6)
    points: list[Point] = [(st.left, y), (st.x(0.5), y), (st.right, y)]
    points.sort()
    land_sheet(st, "pavement", points, (cobble, mix(cobble, st.pal.near, 0.55)), MAIN, elevation=0.8)
    kerb = y + st.size(0.05)
    svg = shape(rect(st.left, kerb, st.right - st.left, 9), mix(cobble, st.pal.light, 0.3))
    marks = "".join(rect(st.left + k * 250, st.foot + st.size(0.05), 120, 9, 4) for k in range(10))
    svg += shape(marks, st.pal.light, 0.3)
    st.add("kerb", svg, MAIN, elevation=0, area=Area(st.left, kerb, st.right - st.left, st.bottom - kerb))
    if st.pen.wet:
        puddles(st, kerb + 30)
    for k, share in enumerate((0.06, 0.48, 0.94)):
        put(st, "lamp_post", st.x(share), kerb + 6, st.size(0.3), seed=k, cast=False, distance=0.1)
        put(st, "tree", st.x(share + 0.09), kerb + 8, st.size(0.22), seed=k + 3, distance=0.1, cast=False)
    return replace(standing(st), front=())


def towers(st: Stage, name: str, foot: float, near: float, rise: float, step: float, depth: float) -> None:
    """A row of flat towers with windows; farther rows are taller and paler."""
    rng = st.chance(name)
    color = mix(st.pal.depth(near), st.pen.tone("plaster", 0.3), 0.22)
    body = shade = ""
    panes = ["", ""]
    x = st.left - rng.uniform(0, 60)
    high = 0.0
    while x < st.right:
        w = st.size(step) * rng.uniform(0.7, 1.3)
        h = st.size(rise) * rng.uniform(0.45, 1.05) * (1.15 if st.tall else 1)
        high = max(high, h)
        body += rect(x, foot - h, w, h + 40)
        if rng.random() < 0.4:
            body += rect(x + w * 0.25, foot - h - h * 0.08, w * 0.5, h * 0.09)
        if rng.random() < 0.25:
            body += rect(x + w * 0.48, foot - h - h * 0.22, w * 0.04, h * 0.23)
        shade += rect(x + (w * 0.84 if st.pen.shade_right else 0), foot - h, w * 0.16, h)
        cols, rows = max(int(w / 30), 2), int(h / 36)
        for r in range(rows):
            for c in range(cols):
                lit = st.pen.lit and rng.random() < 0.3
                panes[lit] += rect(
                    x + w * 0.1 + c * w * 0.74 / cols, foot - h + 18 + r * 36, w * 0.46 / cols, 17
                )
        x += w + rng.choice((0.0, 6.0, 26.0))
    svg = (
        shape(body, color)
        + shape(shade, mix(color, st.pal.ink, 0.4), 0.6)
        + shape(panes[0], mix(color, st.pal.near, 0.4), 0.7)
    )
    svg += shape(panes[1], mix(st.pal.lamp, st.pal.haze, 0.35 * (1 - near)))
    top = foot - high * 1.25
    st.add(
        name,
        svg,
        depth,
        elevation=0.4 + near,
        edge=0.3 + 0.3 * near,
        area=Area(st.left, top, st.right - st.left, foot + 40 - top),
    )


PLACES: dict[str, Place] = {
    "street": Place(street),
    "city": Place(city, owns=frozenset(("city",))),
}
