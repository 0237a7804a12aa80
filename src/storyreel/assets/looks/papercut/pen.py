"""The one hand that draws every part: flat paper shapes about a foot point, toned by one light.

A part is `Pen -> Art`. Lengths are the part's own units, y downwards, its foot (where it stands) at
0, 0; whoever places it scales it. Every fill comes from `Pen.tone` and its neighbours, never from a
literal, so that night is dark and mist is pale in every part alike. No strokes where a shape would do,
no black, no white, no outline: edges and shadows are added by the paper effect.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random

from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.palette import Palette, tone
from storyreel.assets.reading import Time, Weather

Point = tuple[float, float]


@dataclass(frozen=True)
class Glow:
    """A place that shines: the light of a lamp or a window, in the units of its art."""

    x: float
    y: float
    radius: float
    """How far its light is seen around it."""
    kind: str = "lamp"
    """`lamp` and `fire` flicker, `window` stands still."""


@dataclass(frozen=True)
class Art:
    """A drawn object: SVG about its foot (0, 0), y downwards, and how far it reaches from there.

    `left` and `top` are negative as a rule. What hangs has its hook at 0, 0 and `hangs` set.
    """

    svg: str
    left: float
    right: float
    top: float
    bottom: float = 0.0
    glows: tuple[Glow, ...] = ()
    points: Mapping[str, Point] = field(default_factory=dict[str, Point])
    """Named places on it: `hand`, `top`, `door`, `seat`."""
    hangs: bool = False

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def fitted(self, height: float) -> float:
        """The scale at which it is `height` high."""
        return height / self.height


@dataclass(frozen=True)
class Puppet:
    """A person in pieces that lie over each other in one set of units: body, open mouth, closed lids.

    Mouth and lids cover what the body shows there; each alone is a layer that is seen for moments.
    `face` is the box of the face (left, top, right, bottom) that nothing may cover; empty art for
    mouth and lids where the face is turned away.
    """

    body: Art
    mouth: str
    lids: str
    face: tuple[float, float, float, float]


@dataclass(frozen=True)
class Pen:
    """Draws with one palette under one light."""

    pal: Palette
    time: Time = "day"
    weather: Weather = "clear"
    light: Point = (1.0, 0.6)
    """Unit vector away from the light, x right, y down: (1, .6) is lit from the upper left."""
    distance: float = 0.0
    """0 near .. 1 far: how much haze lies before it."""
    lit: bool = False
    """Lamps and windows shine. Set by time and weather, cleared where the words deny it."""
    seed: int = 0
    """Changes what may differ between two of a kind: proportions, windows, the lie of leaves."""

    @property
    def shade_right(self) -> bool:
        """The shaded side is the right one."""
        return self.light[0] > 0

    @property
    def snowy(self) -> bool:
        """Snow lies on what is level."""
        return self.weather == "snow"

    @property
    def wet(self) -> bool:
        return self.weather in ("rain", "storm")

    def tone(self, family: str, level: float = 0.5) -> str:
        """A family's colour (`palette.FAMILIES`), `level` 0 in shadow .. .5 itself .. 1 in light."""
        return tone(self.pal, family, min(max(level, 0.0), 1.0), self.distance * 0.62)

    def glass(self) -> str:
        """What a window or a lamp shows: its light, the sky by day, the dark by night."""
        if self.lit:
            return mix(self.pal.lamp, self.pal.haze, self.distance * 0.3)
        return mix(self.tone("glass", 0.25), self.pal.ink, 0.35 if self.pal.dark else 0.1)

    def near(self, amount: float = 1.0) -> str:
        """The nearly black foreground colour; `amount` 0 is half way back."""
        return mix(self.pal.near, self.pal.ink, 0.25 + 0.5 * amount)

    def shadow(self) -> str:
        """The colour of cast shadows; use at most half opaque."""
        return self.pal.ink

    def chance(self, name: str = "") -> Random:
        """Numbers that are equal for equal seeds; `name` keeps uses apart."""
        return Random(f"{self.seed}/{name}")

    def away(self, distance: float) -> "Pen":
        """The same pen for something further off."""
        return replace(self, distance=distance)

    def with_seed(self, seed: int) -> "Pen":
        return replace(self, seed=seed)

    def with_lit(self, lit: bool) -> "Pen":
        return replace(self, lit=lit)


Part = Callable[[Pen], Art]


def num(value: float) -> str:
    """A number as SVG wants it: two decimals, no trailing zeros, no minus zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def shape(d: str, fill: str, opacity: float = 1.0) -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{fill}"' + (f' opacity="{num(opacity)}"/>' if opacity < 1 else "/>")


def stroke(d: str, color: str, width: float, opacity: float = 1.0) -> str:
    """An open line with round ends, for ropes, stems and rims only."""
    faint = f' opacity="{num(opacity)}"' if opacity < 1 else ""
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{num(width)}" stroke-linecap="round" '
        f'stroke-linejoin="round"{faint}/>'
    )


def rect(x: float, y: float, width: float, height: float, r: float = 0.0) -> str:
    """Path of a rectangle with corners rounded by `r`."""
    if r <= 0:
        return f"M{num(x)},{num(y)}h{num(width)}v{num(height)}h{num(-width)}z"
    r = min(r, width / 2, height / 2)
    a = f"a{num(r)},{num(r)} 0 0 1 "
    return (
        f"M{num(x + r)},{num(y)}h{num(width - 2 * r)}{a}{num(r)},{num(r)}v{num(height - 2 * r)}"
        f"{a}{num(-r)},{num(r)}h{num(2 * r - width)}{a}{num(-r)},{num(-r)}v{num(2 * r - height)}"
        f"{a}{num(r)},{num(-r)}z"
    )


def ellipse(x: float, y: float, rx: float, ry: float | None = None) -> str:
    """Path of an ellipse about x, y; a circle without `ry`."""
    ry = rx if ry is None else ry
    return (
        f"M{num(x - rx)},{num(y)}a{num(rx)},{num(ry)} 0 1 1 {num(2 * rx)},0"
        f"a{num(rx)},{num(ry)} 0 1 1 {num(-2 * rx)},0z"
    )


def arch(x: float, y: float, width: float, height: float) -> str:
    """Path of a half circle on a rectangle; x, y its top left corner, `height` over all."""
    r = width / 2
    foot = num(y + height)
    return f"M{num(x)},{foot}v{num(r - height)}a{num(r)},{num(r)} 0 0 1 {num(width)},0v{num(height - r)}z"


def polygon(points: list[Point]) -> str:
    """Path of straight lines through the points, closed."""
    return "M" + "L".join(f"{num(x)},{num(y)}" for x, y in points) + "z"


def smooth(points: list[Point], *, closed: bool = False) -> str:
    """Path of a soft line through the points (Catmull-Rom)."""
    count = len(points)
    parts = [f"M{num(points[0][0])},{num(points[0][1])}"]
    for i in range(count if closed else count - 1):
        p0, p1, p2, p3 = (
            (points[(i + k) % count] for k in (-1, 0, 1, 2))
            if closed
            else (points[min(max(i + k, 0), count - 1)] for k in (-1, 0, 1, 2))
        )
        parts.append(
            f"C{num(p1[0] + (p2[0] - p0[0]) / 6)},{num(p1[1] + (p2[1] - p0[1]) / 6)} "
            f"{num(p2[0] - (p3[0] - p1[0]) / 6)},{num(p2[1] - (p3[1] - p1[1]) / 6)} {num(p2[0])},{num(p2[1])}"
        )
    return "".join(parts) + ("z" if closed else "")


def inside(name: str, d: str, content: str) -> str:
    """Content clipped to a path; `name` must be unlike every other clip of the same sheet."""
    return f'<clipPath id="{name}"><path d="{d}"/></clipPath><g clip-path="url(#{name})">{content}</g>'


def group(*parts: str) -> str:
    """Several fragments as one."""
    return "".join(parts)


def moved(
    svg: str, x: float, y: float, scale: float = 1.0, *, mirror: bool = False, turn: float = 0.0
) -> str:
    """SVG moved to x, y after scaling, mirroring and turning (degrees, clockwise) about its foot."""
    spin = f" rotate({num(turn)})" if turn else ""
    sx = -scale if mirror else scale
    return f'<g transform="translate({num(x)},{num(y)}){spin} scale({sx:.4f},{scale:.4f})">{svg}</g>'
