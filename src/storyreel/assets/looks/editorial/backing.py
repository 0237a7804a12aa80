"""The shape behind a subject: one for each mood."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from collections.abc import Callable

from storyreel.assets.looks.editorial.palette import mix
from storyreel.assets.looks.editorial.scene import Focus, Scene, drawn_line, flat, steps
from storyreel.assets.looks.editorial.shapes import (
    arch,
    circle,
    halftone,
    polygon,
    rays,
    rect,
    smooth,
    star,
    strokes,
)


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
    cols = "".join(flat(rect(x, -10, step * 0.5, st.floor + 60), g.band) for x in steps(st.width, step))
    return cols + disc(scene, grow=0.92)


def _slash_shape(scene: Scene) -> str:
    st, g, pal, f = scene.stage, scene.ground, scene.pal, scene.focus
    other = pal.ink if g.name == "red" else pal.red
    w = f.r * (1.5 if scene.clear is None else 1.2)
    # The panel leans away from the words.
    lean = 0.36 * st.floor * (-1 if scene.clear and scene.clear.x > f.x else 1)
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
    dots = halftone(f.x - w * 1.6, 0, w * 3.2, st.floor, lambda _, v: (v - 0.25) * 0.9, step=24)
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
        points = [(x, top + (38 if (i + k) % 2 else -38)) for i, x in enumerate(steps(st.width + 260, 240))]
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
    "none": lambda _: "",
    "plain": disc,
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
