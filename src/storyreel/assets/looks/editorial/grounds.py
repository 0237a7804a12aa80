"""Everything behind and below the subject: ground, mood shape, place, sky, weather, floor."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from storyreel.assets.looks.editorial.moods import Mood
from storyreel.assets.looks.editorial.palette import EVEN_GROUNDS, Ground, GroundName, Palette, ground, mix
from storyreel.assets.looks.editorial.shapes import (
    LINE,
    arch,
    circle,
    halftone,
    hill,
    n,
    polygon,
    rays,
    rect,
    smooth,
    star,
    strokes,
    torn,
    waves,
)
from storyreel.assets.looks.editorial.stage import Stage


@dataclass(frozen=True)
class Focus:
    """Where the subject is: centre of its disc, and the disc's radius."""

    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Scene:
    """All that the background depends on."""

    stage: Stage
    pal: Palette
    ground: Ground
    mood: Mood
    focus: Focus
    seed: int
    setting: str = ""
    time: str = ""
    weather: str = ""
    quiet: bool = False
    """True where much type stands on the ground: no scenery, no weather."""


def choose(
    pal: Palette, mood: Mood, position: int, *, time: str = "", avoid: tuple[GroundName, ...] = ()
) -> Ground:
    """The ground of a shot: even positions take from one set, odd ones from another."""
    even = position % 2 == 0
    if time == "night":
        return ground(pal, "ink" if even else "deep")
    options = mood.even if even else mood.odd
    return ground(pal, next((name for name in options if name not in avoid), options[0]))


def fixed(pal: Palette, position: int, even: GroundName, odd: GroundName) -> Ground:
    """A template's own ground, kept inside the set of its position."""
    return ground(pal, even if position % 2 == 0 else odd)


def is_even_ground(name: GroundName) -> bool:
    """Whether a ground belongs to even positions."""
    return name in EVEN_GROUNDS


def flat(d: str, fill: str, opacity: float = 1.0) -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{fill}"' + (f' opacity="{opacity:.2f}"/>' if opacity < 1 else "/>")


def drawn_line(d: str, color: str, width: float = LINE, opacity: float = 1.0) -> str:
    """A stroked path."""
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{n(width)}" stroke-linecap="round" '
        f'stroke-linejoin="round" opacity="{opacity:.2f}"/>'
    )


def backdrop(scene: Scene) -> str:
    """The opaque ground layer."""
    st = scene.stage
    parts = [flat(rect(-4, -4, st.width + 8, st.height + 8), scene.ground.color)]
    if not scene.quiet:
        parts.append(_behind(scene))
    parts.append(SHAPES[scene.mood.shape](scene))
    if not scene.quiet:
        parts += [_sky(scene), _weather(scene)]
    return "".join(parts)


def disc(scene: Scene, color: str = "", dots: str = "", grow: float = 1.0) -> str:
    """The disc behind a subject, its halftone spilling over the lower edge."""
    f, g = scene.focus, scene.ground
    r = f.r * grow
    spill = halftone(f.x - r * 1.32, f.y - r * 0.5, r * 2.64, r * 1.9, _spill, step=24)
    clip = circle(f.x, f.y + r * 0.08, r * 1.3)
    return (
        f'<clipPath id="spill"><path d="{clip}"/></clipPath><g clip-path="url(#spill)">'
        + flat(spill, dots or g.dots)
        + "</g>"
        + flat(circle(f.x, f.y, r), color or _disc_color(scene))
        + _disc_dots(scene, r, dots or g.dots)
    )


def _spill(u: float, v: float) -> float:
    return v * 1.05 - 0.22 - abs(u - 0.5) * 0.35


def _disc_dots(scene: Scene, r: float, color: str) -> str:
    f = scene.focus
    inner = halftone(f.x - r, f.y - r, 2 * r, 2 * r, lambda _, v: (v - 0.52) * 1.1, step=24)
    clip = circle(f.x, f.y, r)
    return (
        f'<clipPath id="disc"><path d="{clip}"/></clipPath><g clip-path="url(#disc)">{flat(inner, color)}</g>'
    )


def _disc_color(scene: Scene) -> str:
    if scene.time == "night":
        return scene.pal.dawn
    return scene.ground.disc


def _disc_shape(scene: Scene) -> str:
    f = scene.focus
    rings = "".join(
        flat(circle(f.x, f.y, f.r * k), scene.ground.band, o) for k, o in ((2.3, 0.5), (1.66, 0.8))
    )
    return rings + disc(scene)


def _rays_shape(scene: Scene) -> str:
    f = scene.focus
    return flat(rays(f.x, f.y, 2600, 22, start=0.25), scene.ground.band) + disc(scene, grow=0.94)


def _star_shape(scene: Scene) -> str:
    f, g, pal = scene.focus, scene.ground, scene.pal
    base = pal.teal if g.name != "teal" else pal.deep
    parts: list[str] = []
    for k, (radius, points, amount) in enumerate(((1.95, 22, 0.3), (1.5, 20, 0.6), (1.06, 18, 1.0))):
        parts.append(flat(star(f.x, f.y, f.r * radius, points, scene.seed + k), mix(g.color, base, amount)))
    dots = halftone(f.x - f.r * 1.8, f.y - f.r * 0.2, f.r * 3.6, f.r * 1.9, _spill, step=23)
    return "".join(parts) + flat(dots, g.color, 0.8)


def _burst_shape(scene: Scene) -> str:
    f, g, pal = scene.focus, scene.ground, scene.pal
    hot = pal.red if g.name != "red" else pal.ink
    outer = star(f.x, f.y, f.r * 1.7, 15, scene.seed, spread=0.24, inner=0.5)
    inner = star(f.x, f.y, f.r * 1.22, 13, scene.seed + 1, spread=0.2, inner=0.58)
    lines = strokes(0, 0, scene.stage.width, scene.stage.floor, scene.seed, count=26, length=150, lean=-0.9)
    return (
        drawn_line(lines, g.band, 16)
        + flat(outer, hot)
        + flat(inner, pal.sun)
        + _clip_dots("burst", inner, scene, hot)
    )


def _clip_dots(name: str, shape: str, scene: Scene, color: str) -> str:
    f = scene.focus
    dots = halftone(f.x - f.r * 1.3, f.y - f.r * 1.3, f.r * 2.6, f.r * 2.6, lambda _, v: v - 0.4, step=24)
    return f'<clipPath id="{name}"><path d="{shape}"/></clipPath><g clip-path="url(#{name})">{flat(dots, color)}</g>'


def _rings_shape(scene: Scene) -> str:
    f, g = scene.focus, scene.ground
    rings = ""
    for k in range(6, 0, -1):
        color = g.band if k % 2 else g.color
        rings += flat(circle(f.x, f.y, f.r * (0.72 + 0.36 * k)), color)
    return rings + disc(scene, color=scene.pal.teal if g.name == "ink" else "", grow=0.86)


def _arch_shape(scene: Scene) -> str:
    f, st, g = scene.focus, scene.stage, scene.ground
    top = f.y - f.r * 1.2
    parts: list[str] = []
    for k, color in ((1.28, g.band), (1.0, _disc_color(scene))):
        width = f.r * 2 * k
        parts.append(
            flat(
                arch(f.x - width / 2, top - f.r * (k - 1), width, st.floor + 60 - top + f.r * (k - 1)), color
            )
        )
    shape = arch(f.x - f.r, top, 2 * f.r, st.floor + 60 - top)
    dots = halftone(f.x - f.r, top, 2 * f.r, st.floor + 60 - top, lambda _, v: v * 1.1 - 0.45, step=24)
    return "".join(parts) + (
        f'<clipPath id="arch"><path d="{shape}"/></clipPath><g clip-path="url(#arch)">{flat(dots, g.dots)}</g>'
    )


def _half_shape(scene: Scene) -> str:
    f, st, g = scene.focus, scene.stage, scene.ground
    y = st.floor - 20
    beams = flat(rays(f.x, y, 2600, 30, start=0.1, share=0.46), g.band)
    low = Scene(st, scene.pal, g, scene.mood, Focus(f.x, y, f.r * 1.22), scene.seed, time=scene.time)
    return beams + flat(circle(f.x, y, f.r * 1.6), g.band) + disc(low, color=scene.pal.sun)


def _columns_shape(scene: Scene) -> str:
    st, g = scene.stage, scene.ground
    step = 190.0
    cols = "".join(flat(rect(x, -10, step * 0.5, st.floor + 60), g.band) for x in _steps(st.width, step))
    return cols + disc(scene, grow=0.92)


def _slash_shape(scene: Scene) -> str:
    st, g, pal, f = scene.stage, scene.ground, scene.pal, scene.focus
    other = pal.ink if g.name == "red" else pal.red
    w = f.r * 1.5
    lean = 0.36 * st.floor
    panel = polygon([(f.x - w * 0.7 + lean / 2, -10), (f.x + w + lean / 2, -10), (f.x + w * 0.7 - lean / 2, st.floor + 60),
                     (f.x - w - lean / 2, st.floor + 60)])  # fmt: skip
    thin = "".join(
        polygon(
            [
                (x + lean / 2, -10),
                (x + 26 + lean / 2, -10),
                (x + 26 - lean / 2, st.floor + 60),
                (x - lean / 2, st.floor + 60),
            ]
        )
        for x in (f.x - w * 1.45, f.x - w * 1.25, f.x + w * 1.22)
    )
    dots = halftone(f.x - w * 1.6, 0, w * 3.2, st.floor, lambda u, v: (v - 0.25) * 0.9, step=24)
    return (
        flat(thin, g.band)
        + flat(panel, other)
        + f'<clipPath id="slash"><path d="{panel}"/></clipPath><g clip-path="url(#slash)">{flat(dots, pal.sun)}</g>'
    )


def _bands_shape(scene: Scene) -> str:
    st, g = scene.stage, scene.ground
    out = ""
    for k, y in enumerate((0.12, 0.34, 0.56)):
        top = st.floor * y + 40
        points = [(x, top + (38 if (i + k) % 2 else -38)) for i, x in enumerate(_steps(st.width + 260, 240))]
        out += drawn_line(smooth(points), g.band, 62)
    return out + disc(scene)


def _void_shape(scene: Scene) -> str:
    f, st = scene.focus, scene.stage
    big = min(st.width, st.floor) * 0.36
    x = st.width - f.x if st.wide else f.x
    far = Scene(
        st, scene.pal, scene.ground, scene.mood, Focus(x, st.floor * 0.46, big), scene.seed, time=scene.time
    )
    return flat(circle(x, st.floor * 0.46, big * 1.3), scene.ground.band, 0.8) + disc(far)


SHAPES: dict[str, Callable[[Scene], str]] = {
    "disc": _disc_shape,
    "rays": _rays_shape,
    "star": _star_shape,
    "burst": _burst_shape,
    "rings": _rings_shape,
    "arch": _arch_shape,
    "half": _half_shape,
    "columns": _columns_shape,
    "slash": _slash_shape,
    "bands": _bands_shape,
    "void": _void_shape,
}


def _steps(width: float, step: float) -> list[float]:
    count = int(width / step) + 2
    return [-step / 2 + k * step for k in range(count)]


def _behind(scene: Scene) -> str:
    """Quiet scenery at the horizon, in the ground's own neighbour colours."""
    st, g, floor = scene.stage, scene.ground, scene.stage.floor
    near = mix(g.band, scene.pal.ink, 0.12)
    if scene.setting == "sea":
        bands = "".join(flat(waves(st.width, floor - d, floor + 80, scene.seed + k, length=210 - 30 * k, height=26), c)
                        for k, (d, c) in enumerate(((150, g.band), (84, near))))  # fmt: skip
        return bands
    if scene.setting == "forest":
        trees = "".join(polygon([(x - 66, floor + 40), (x, floor - h), (x + 66, floor + 40)])
                        for x, h in zip(_steps(st.width, 118), _heights(scene.seed, 20, 190, 330), strict=False))  # fmt: skip
        return flat(trees, g.band) + flat(hill(st.width, floor - 40, floor + 80, scene.seed), near)
    if scene.setting == "mountains":
        peaks = "".join(polygon([(x - 260, floor + 40), (x, floor - h), (x + 260, floor + 40)])
                        for x, h in zip(_steps(st.width, 330), _heights(scene.seed, 9, 260, 470), strict=False))  # fmt: skip
        return flat(peaks, g.band) + flat(hill(st.width, floor - 50, floor + 80, scene.seed), near)
    if scene.setting == "town":
        return flat(_skyline(scene), g.band)
    if scene.setting == "indoors":
        stripes = "".join(rect(x, -10, 56, floor + 60) for x in _steps(st.width, 168))
        return flat(stripes, g.band, 0.45) + flat(rect(-20, floor - 46, st.width + 40, 26), near)
    if scene.setting == "space":
        return ""
    far = hill(st.width, floor - 130, floor + 80, scene.seed, height=120)
    return flat(far, g.band) + flat(hill(st.width, floor - 56, floor + 80, scene.seed + 3, height=80), near)


def _heights(seed: int, count: int, low: float, high: float) -> list[float]:
    rng = Random(seed)
    return [low + rng.random() * (high - low) for _ in range(count)]


def _skyline(scene: Scene) -> str:
    floor, parts = scene.stage.floor, ""
    xs = _steps(scene.stage.width, 150)
    for k, (x, h) in enumerate(zip(xs, _heights(scene.seed, len(xs), 120, 300), strict=True)):
        parts += rect(x, floor - h, 138, h + 60)
        if k % 3 != 2:
            parts += polygon([(x - 10, floor - h + 2), (x + 69, floor - h - 84), (x + 148, floor - h + 2)])
    return parts


def _sky(scene: Scene) -> str:
    """Stars by night, gulls by day at sea."""
    st, pal = scene.stage, scene.pal
    if scene.time == "night" or scene.setting == "space":
        rng = Random(scene.seed)
        dots = ""
        for _ in range(34):
            x, y, r = rng.random() * st.width, rng.random() * st.floor * 0.72, 3 + rng.random() * 5
            if (x - scene.focus.x) ** 2 + (y - scene.focus.y) ** 2 > (scene.focus.r * 1.35) ** 2:
                dots += circle(x, y, r)
        return flat(dots, pal.paper, 0.9)
    if scene.setting == "sea" and scene.weather not in ("storm", "fog"):
        side = -1 if scene.focus.x > st.width / 2 else 1
        x, y = scene.focus.x + side * scene.focus.r * 1.5, max(scene.focus.y - scene.focus.r * 0.9, 150)
        birds = "".join(f"M{n(x + dx - 44 * s)},{n(y + dy - 10 * s)}q{n(24 * s)},{n(-26 * s)} {n(44 * s)},{n(14 * s)}"
                        f"q{n(20 * s)},{n(-40 * s)} {n(48 * s)},{n(-16 * s)}"
                        for dx, dy, s in ((0, 0, 1.0), (-110, 66, 0.7), (90, 90, 0.6)))  # fmt: skip
        return drawn_line(birds, scene.ground.text, 8)
    return ""


def _weather(scene: Scene) -> str:
    st, g, pal = scene.stage, scene.ground, scene.pal
    kind = scene.weather or scene.mood.weather
    faint = mix(g.color, g.text, 0.42)
    if kind in ("rain", "storm"):
        storm = kind == "storm"
        falling = strokes(-60, -60, st.width + 120, st.floor + 40, scene.seed, count=64 if storm else 46,
                          length=96 if storm else 74, lean=0.6 if storm else 0.3)  # fmt: skip
        clouds = _cloud_bank(scene) if kind in (scene.weather, "storm") else ""
        return clouds + drawn_line(falling, faint, 7)
    if kind == "snow":
        rng = Random(scene.seed)
        flakes = "".join(
            circle(rng.random() * st.width, rng.random() * st.floor, 6 + rng.random() * 11) for _ in range(60)
        )
        return flat(flakes, pal.paper if g.name != "paper" else pal.sky)
    if kind == "fog":
        bars = ""
        for k, (u, v, w) in enumerate(
            ((0.02, 0.30, 0.3), (0.6, 0.2, 0.34), (0.3, 0.66, 0.5), (-0.06, 0.82, 0.4), (0.72, 0.78, 0.4))
        ):
            bars += rect(st.width * u, st.floor * v, st.width * w, 40 + 8 * (k % 2), 20)
        return flat(bars, faint, 0.5)
    if kind == "wind":
        gusts = "".join(f"M{n(st.width * u)},{n(st.floor * v)}h{n(st.width * 0.24)}c90,0 90,-110 10,-104c-44,4 -50,54 -14,60"
                        for u, v in ((0.03, 0.3), (0.55, 0.2), (0.2, 0.62)))  # fmt: skip
        return drawn_line(gusts, faint, LINE)
    if kind == "confetti":
        rng = Random(scene.seed + 5)
        colors = [c for c in (pal.red, pal.teal, pal.paper, pal.ink) if c != g.color][:3]
        bits = ["", "", ""]
        for k in range(42):
            x, y = rng.random() * st.width, rng.random() * st.floor * 0.8
            bits[k % 3] += circle(x, y, 8 + rng.random() * 7) if k % 2 else rect(x, y, 26, 11, 5)
        return "".join(flat(d, c) for d, c in zip(bits, colors, strict=True))
    return ""


def _cloud_bank(scene: Scene) -> str:
    st, g, pal = scene.stage, scene.ground, scene.pal
    color = pal.shade(pal.teal, 0.45) if not g.dark else mix(g.color, pal.paper, 0.16)
    puffs = "".join(
        circle(x, 10 + 34 * (k % 2), 120 + 26 * ((k * 7) % 3))
        for k, x in enumerate(_steps(st.width + 200, 170))
    )
    return flat(rect(-20, -20, st.width + 40, 60) + puffs, color)


def floor_strip(scene: Scene, seed_shift: int = 0) -> str:
    """The foreground that subjects stand on and captions are read on: one calm dark paper."""
    st, g, pal = scene.stage, scene.ground, scene.pal
    y, foot, seed = st.floor, st.height + 30, scene.seed + seed_shift
    core = g.core if g.core != g.color else pal.sun
    if scene.setting == "sea":
        mid = pal.teal if g.name not in ("teal", "sky") else pal.shade(pal.teal, 0.3)
        back = waves(st.width, y - 26, foot, seed, length=180, height=30)
        top = waves(st.width, y + 14, foot, seed + 2, length=230, height=34)
        crest = waves(st.width, y + 14, y + 15, seed + 2, length=230, height=34).split("V")[0]
        return flat(back, mid) + flat(top, g.floor) + drawn_line(crest, core, 7)
    if scene.setting in ("forest", "mountains", "fields"):
        rise = hill(st.width, y + 8, foot, seed + 1, height=34)
        edge = rise.split("L")[0]
        return flat(rise, g.floor) + drawn_line(edge, core, 7)
    if scene.setting == "indoors":
        boards = "".join(f"M{n(st.width / 2 + (x - st.width / 2) * 0.86)},{n(y + 16)}L{n(x)},{n(foot)}"
                         for x in _steps(st.width * 1.4, 210))  # fmt: skip
        plank = rect(-20, y, st.width + 40, foot - y)
        return (
            flat(plank, g.floor)
            + drawn_line(boards, mix(g.floor, pal.paper, 0.1), 5)
            + flat(rect(-20, y - 4, st.width + 40, 16), core)
        )
    shadow = torn(st.width, y + 4, foot, seed)
    return (
        flat(torn(st.width, y - 15, foot, seed + 1), pal.ink, 0.22)
        + flat(torn(st.width, y - 9, foot, seed + 1, amplitude=9), core)
        + flat(shadow, g.floor)
    )
