"""A subject by its id: a part drawn here or an icon, placed on the floor or hung from above."""

from dataclasses import dataclass, replace

from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.icons import CORDED, FLYING, icon_art, icons
from storyreel.assets.looks.editorial.palette import Palette
from storyreel.assets.looks.editorial.parts import PARTS, Part
from storyreel.assets.looks.editorial.parts.pen import Art, Pen, moved
from storyreel.assets.looks.editorial.shapes import LINE, n, smooth
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.model import Act

TILT = 7.0
"""Degrees by which a flying thing leans into its way."""
FLIGHT = Act(kind="float", amount=13.0, period_s=3.1)
LAMPS = frozenset(["lighthouse", "house", "village", "window", "door", "lamp", "ship", "keeper"])
"""Parts that can be put out; others fade when the line says that they are not there."""
ABSENT_OPACITY = 0.3
SINK = 0.05
"""Share of its height that an icon stands in the floor, so that its foot stays hidden when it moves."""
PAD = 14.0
"""Design units around a subject's box, for the line and soft edges."""


@dataclass(frozen=True)
class Placed:
    """An object in the frame: its layer, what goes behind it on the ground, and its box."""

    sketch: Sketch
    aura: str
    area: Area
    """What it covers above the floor, lines included."""


def known(name: str) -> bool:
    """Whether this look can draw the object."""
    return name in PARTS or name in icons()


def source_of(name: str) -> str:
    """Which set an object comes from: `own`, `noto` or `fluent`."""
    return "own" if name in PARTS else icons()[name].source


@dataclass(frozen=True)
class Manner:
    """How an object that is a person looks; the plain manner suits everything else."""

    face: str = ""
    """A mood."""
    talks: bool = False
    part: Part | None = None
    """What draws the person, instead of the one whom the name calls."""
    sunk: float = 0.0
    """Share of the height that stands below the floor: a large figure is seen to its waist."""


PLAIN = Manner()


def art(
    name: str, pal: Palette, scale: float, *, lit: bool, seed: int, prefix: str, manner: Manner = PLAIN
) -> Art:
    """The object at its nominal size (about 600 high), drawn for being enlarged by `scale`."""
    pen = Pen(pal, scale, lit=lit, seed=seed, prefix=prefix, face=manner.face, talks=manner.talks)
    if manner.part is not None:
        return manner.part(pen)
    if name not in PARTS:
        return icon_art(pen, name, absent=not lit)
    drawn = PARTS[name](pen)
    if lit or name in LAMPS:
        return drawn
    return replace(drawn, svg=f'<g opacity="{ABSENT_OPACITY}">{drawn.svg}</g>', aura="")


def place(
    name: str,
    layer: str,
    pal: Palette,
    *,
    x: float,
    floor: float,
    height: float,
    width: float,
    lit: bool = True,
    seed: int = 0,
    depth: float = 0.6,
    mirror: bool = False,
    top: float = 0.0,
    stands: bool = False,
    cord: str = "",
    manner: Manner = PLAIN,
) -> Placed:
    """Put an object with its foot at `x`, `floor`, at most `height` x `width`.

    What hangs or flies has its middle between `top` and the floor, unless it `stands`: the one on a line of
    colour `cord` from above the frame, the other aslant before a dashed trail of that colour.
    """
    nominal = art(name, pal, 1.0, lit=lit, seed=seed, prefix="m", manner=manner)
    scale = min(height / nominal.height / (1 - manner.sunk), width / nominal.width)
    shown = art(name, pal, scale, lit=lit, seed=seed, prefix=f"{layer}-", manner=manner)
    foot, line = floor + (0.0 if name in PARTS or stands else height * SINK), ""
    foot += manner.sunk * nominal.height * scale
    if nominal.hangs and not stands:
        foot = top + (floor - top) / 2 + nominal.height * scale / 2
        if name in CORDED:
            line = _cord(x, foot + nominal.top * scale + LINE, cord or pal.ink)
    middle = (shown.left + shown.right) / 2 * (-1 if mirror else 1)
    at = x - middle * scale
    half = shown.width * scale / 2
    head = foot + shown.top * scale
    area = Area(x - half, head, 2 * half, foot - head - manner.sunk * nominal.height * scale)
    reach = Area(
        x - half - PAD,
        (-120 if line else head) - PAD,
        2 * half + 2 * PAD,
        foot + shown.sunk * scale - (-120 if line else head) + 2 * PAD,
    )
    body = moved(shown.svg, at, foot, scale, mirror=mirror)
    aura = moved(shown.aura, at, foot, scale, mirror=mirror) if shown.aura else ""
    if name in FLYING and not stands:
        heading = FLYING[name] * (-1 if mirror else 1)
        turn = f'<g transform="rotate({n(TILT * (heading or 1))} {n(x)} {n(area.middle)})">{body}</g>'
        lean = area.grown(0.12 * max(area.width, area.height) + PAD)
        if heading:
            line = _trail(area, heading, cord or pal.ink)
            far = area.width * TRAIL
            lean = Area(lean.x - (far if heading > 0 else 0), lean.y, lean.width + far, lean.height)
        return Placed(Sketch(layer, line + turn, lean, depth, "subject", acts=(FLIGHT,)), aura, area)
    return Placed(Sketch(layer, line + body, reach, depth, "subject"), aura, area)


TRAIL = 1.15
"""Length of a flight trail, in widths of what flies."""


def _trail(area: Area, heading: float, color: str) -> str:
    """The way something came: a dashed line with a loop, out of the side that it leaves behind."""
    w, h = area.width * 0.5, area.height * 0.5
    shape = ((0.7, 0.2), (1.2, 0.55), (1.8, 0.3), (1.95, -0.3), (1.5, -0.5), (1.3, 0.05), (1.75, 0.6),
             (2.4, 0.6), (3.1, 0.35))  # fmt: skip
    way = smooth([(area.center - heading * dx * w, area.middle + dy * h) for dx, dy in shape])
    return (
        f'<path d="{way}" fill="none" stroke="{color}" stroke-width="{n(LINE * 0.7)}" stroke-linecap="round" '
        f'stroke-dasharray="20 24"/>'
    )


def _cord(x: float, y: float, color: str) -> str:
    return f'<path d="M{n(x)},-120V{n(y)}" stroke="{color}" stroke-width="{n(LINE * 0.7)}" fill="none"/>'
