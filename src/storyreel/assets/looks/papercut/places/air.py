"""What is above the land: sky, sun and moon, stars, clouds, mist, rain, snow, light in the air."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import ellipse, moved, num, rect, shape
from storyreel.assets.looks.papercut.places.stage import BACK, GLASS, Stage, fade, halo
from storyreel.assets.model import Act

RAIN_SPEED, STORM_SPEED, SNOW_SPEED = 1080.0, 1350.0, 60.0
"""Units per second. A tile's way is whole pixels at 1080, 720 and 540 lines and takes whole frames at 30 a second."""


def sky(st: Stage, *, disc: bool = True, clouds: int = 3, low: float = 1.0) -> None:
    """The ground of every outdoor picture. The gradient ends at the horizon, times `low`."""
    top, middle, horizon = st.pal.sky
    end = st.horizon * low
    paint = fade("sky", st.top, end, (top, middle, horizon), (0, 0.52, 1))
    svg = f'<defs>{paint}</defs><rect x="{num(st.left)}" y="{num(st.top)}" width="{num(st.right - st.left)}" height="{num(st.bottom - st.top)}" fill="url(#sky)"/>'  # fmt: skip
    shown = disc and st.pen.weather in ("clear", "snow", "")
    if st.pen.time == "night" and st.pen.weather in ("clear", ""):
        svg += _stars(st)
    st.add("sky", svg, BACK, elevation=0.01, edge=0)
    if shown:
        _disc(st)
    if st.pen.weather in ("rain", "storm"):
        _banks(st)
    elif clouds and st.pen.weather != "fog":
        _clouds(st, clouds)


def _stars(st: Stage) -> str:
    rng = st.chance("stars")
    dots: list[str] = []
    for _ in range(80 if st.frame.shape == "wide" else 60):
        x, y = rng.uniform(0, st.frame.width), st.horizon * 0.92 * rng.random() ** 1.3
        r = rng.choice((1.3, 1.6, 2.0, 2.8))
        dots.append(shape(ellipse(x, y, r), st.pal.light, 0.25 + 0.5 * rng.random()))
    return "".join(dots)


def disc_place(st: Stage) -> tuple[float, float, float]:
    """Where sun or moon stands: x, y, radius."""
    rng = st.chance("disc")
    time = st.pen.time
    share = 0.25 + rng.uniform(-0.06, 0.07)
    high = {"dawn": 0.42, "day": 0.26, "dusk": 0.86, "night": 0.33}[time or "day"]
    radius = {"dawn": 62, "day": 56, "dusk": 66, "night": 84}[time or "day"] * (1.15 if st.tall else 1.0)
    return st.x(share), st.horizon * (high + rng.uniform(-0.04, 0.04)), radius


def _disc(st: Stage) -> None:
    x, y, r = disc_place(st)
    color = mix(st.pal.light, st.pal.cream, 0.5)
    glow = halo("aura", x, y, r * 7.5, mix(st.pal.light, st.pal.sky[2], 0.3), 0.5)
    rings = "".join(shape(ellipse(x, y, r * k), color, 0.13) for k in (2.02, 1.68, 1.34))
    breathes = st.near == "far" and st.pen.time in ("dusk", "night")
    acts = (Act(kind="breathe", amount=0.05, period_s=5.0),) if breathes else ()
    st.add(
        "aura", glow + rings, BACK, elevation=0, area=Area(x - r * 8, y - r * 8, r * 16, r * 16), acts=acts
    )
    face = shape(ellipse(x, y, r), color)
    if st.pen.time == "night":
        marks = (
            (-0.35, -0.2, 0.22),
            (0.25, 0.3, 0.3),
            (0.32, -0.42, 0.14),
            (-0.3, 0.48, 0.13),
            (0.02, 0.0, 0.1),
        )
        face += "".join(shape(ellipse(x + r * a, y + r * b, r * c), mix(color, st.pal.haze, 0.35), 0.55)
                        for a, b, c in marks)  # fmt: skip
    st.add("disc", face, BACK, elevation=0.2, edge=0, area=Area(x - r, y - r, 2 * r, 2 * r).grown(4))


def cloud(width: float, seed: str, st: Stage) -> str:
    """One cloud on its flat base about 0, 0: five arcs and a paler lobe inside."""
    rng = st.chance(seed)
    h = width * 0.23
    lumps = [(-0.36, 0.42), (-0.17, 0.72), (0.06, 0.98), (0.25, 0.7), (0.39, 0.4)]
    body = rect(-width / 2, -h * 0.42, width, h * 0.42, h * 0.21)
    for share, size in lumps:
        r = h * size * rng.uniform(0.52, 0.6)
        body += ellipse(width * share, -max(r, h * 0.3), r)
    return body


def cloud_color(st: Stage, height: float) -> str:
    """A cloud's paper: the sky's light one by day, a step above the sky's own by night."""
    top, middle, horizon = st.pal.sky
    if st.pal.dark:
        return mix(mix(top, middle, height), horizon, 0.34)
    return mix(mix(middle, horizon, 0.6), st.pal.cream, 0.72)


def _clouds(st: Stage, count: int) -> None:
    """Whole clouds, each apart from the disc and from the others; the nearest drifts."""
    rng = st.chance("clouds")
    taken = [disc_place(st)[0]]
    ways = [0.1, 0.3, 0.5, 0.7, 0.9, 0.2, 0.6, 0.82]
    rng.shuffle(ways)
    for index in range(count):
        free = [w for w in ways if all(abs(st.x(w) - t) > st.frame.width * 0.17 for t in taken)]
        if not free:
            break
        x = st.x(free[0]) + rng.uniform(-30, 30)
        taken.append(x)
        y = st.horizon * (0.2 + 0.4 * rng.random() + 0.06 * index)
        width = rng.uniform(300, 470) * (1.0 - 0.4 * y / st.horizon)
        paper = cloud_color(st, 0.5)
        body = cloud(width, f"cloud{index}", st)
        svg = moved(
            shape(body, paper) + moved(shape(body, mix(paper, st.pal.cream, 0.5), 0.16), 0, -6, 0.8), x, y
        )
        st.add(f"cloud{index}", svg, BACK, elevation=0.45, edge=0.2,
               area=Area(x - width * 0.55, y - width * 0.34, width * 1.1, width * 0.36), acts=_drift(st, index))  # fmt: skip


def _drift(st: Stage, index: int) -> tuple[Act, ...]:
    """The way of the first cloud over an establishing shot of a light hour."""
    if index or st.near != "far" or st.pal.dark:
        return ()
    return (Act(kind="travel", path=((-14.0 * st.side, 0.0), (14.0 * st.side, 0.0))),)


def _banks(st: Stage) -> None:
    """Rain clouds over the whole width: two sheets of scallops."""
    rng = st.chance("banks")
    top, middle, horizon = st.pal.sky
    papers = (mix(mix(middle, horizon, 0.3), st.pal.far, 0.3), mix(top, st.pal.near, 0.25))
    for index, paper in enumerate(papers):
        y = st.horizon * (0.34 - 0.17 * index)
        x = st.left - rng.uniform(0, 160)
        d = f"M{num(x)},{num(st.top)}V{num(y)}"
        while x < st.right:
            w = rng.uniform(110, 210)
            d += f"a{num(w * 0.56)},{num(w * 0.42)} 0 0 0 {num(w)},{num(rng.uniform(-9, 9))}"
            x += w
        st.add(f"bank{index}", shape(d + f"V{num(st.top)}z", paper), BACK, elevation=0.9, edge=0.2,
               area=Area(st.left, st.top, st.right - st.left, y - st.top + 120))  # fmt: skip


def mist(st: Stage, name: str, y: float, height: float, strength: float, depth: float = BACK) -> None:
    """A band of haze that is thickest at `y`."""
    haze = st.pal.haze
    paint = (
        f'<linearGradient id="{name}" x1="0" x2="0" y1="0" y2="1">'
        f'<stop offset="0" stop-color="{haze}" stop-opacity="0"/>'
        f'<stop offset=".6" stop-color="{haze}" stop-opacity="{num(strength)}"/>'
        f'<stop offset="1" stop-color="{haze}" stop-opacity="0"/></linearGradient>'
    )
    band = Area(st.left, y - height * 0.6, st.right - st.left, height)
    svg = f'<defs>{paint}</defs><rect x="{num(band.x)}" y="{num(band.y)}" width="{num(band.width)}" height="{num(height)}" fill="url(#{name})"/>'
    st.add(name, svg, depth, elevation=0, area=band)


def fog(st: Stage, name: str, y: float, depth: float) -> None:
    """Mist where there is fog; nothing else."""
    if st.pen.weather == "fog":
        mist(st, name, y, st.frame.height * 0.42, 0.72, depth)


def falling(st: Stage) -> None:
    """Rain or snow before everything: a sheet that repeats along its own way."""
    if st.pen.weather in ("rain", "storm"):
        _rain(st)
    elif st.pen.snowy:
        _snow(st)


def _tile(st: Stage, name: str, svg: str, way: tuple[float, float], speed: float, blur: float) -> None:
    """Lay a tile again and again so that it falls by `way` without a seam."""
    dx, dy = way
    rows = int((st.bottom - st.top) / dy) + 2
    copies = "".join(moved(svg, i * dx, i * dy) for i in range(-1, rows))
    area = Area(st.left - abs(dx), st.top - dy, st.right - st.left + 2 * abs(dx), st.bottom - st.top + dy)
    period = dy / speed
    act = Act(kind="fall", toward=(dx / period, speed), period_s=period)
    st.add(name, copies, GLASS, elevation=0, blur=blur, area=area, acts=(act,))


def _rain(st: Stage) -> None:
    rng = st.chance("rain")
    storm = st.pen.weather == "storm"
    dy, lean = 540.0, 1 / 3 if storm else 1 / 6
    way = (-lean * dy, dy)
    strokes = ["", ""]
    for _ in range(64 if storm else 46):
        x = rng.uniform(st.left - 400, st.right + 400)
        y = st.top + rng.uniform(0, dy)
        near = rng.random() < 0.45
        length = rng.uniform(56, 96) if near else rng.uniform(26, 46)
        strokes[near] += f"M{num(x)},{num(y)}l{num(-lean * length)},{num(length)}"
    color = mix(st.pal.light, st.pal.haze, 0.35)
    svg = "".join(
        f'<path d="{d}" stroke="{color}" stroke-width="{w}" stroke-linecap="round" fill="none" opacity="{o}"/>'
        for d, w, o in zip(strokes, (1.8, 2.8), (0.34, 0.5), strict=True)
    )
    _tile(st, "rain", svg, way, STORM_SPEED if storm else RAIN_SPEED, 0)


def _snow(st: Stage) -> None:
    rng = st.chance("snow")
    dy = 600.0
    way = (-45.0, dy)
    flakes = ""
    for _ in range(58):
        x, y = rng.uniform(st.left - 60, st.right + 60), st.top + rng.uniform(0, dy)
        r = rng.choice((2.4, 3.0, 3.6, 5.0, 7.0))
        flakes += shape(ellipse(x, y, r), st.pal.snow, 0.9 if r < 5 else 0.6)
    _tile(st, "snow", flakes, way, SNOW_SPEED, 0)
