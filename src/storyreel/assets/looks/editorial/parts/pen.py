"""The one hand that draws every part: ink lines of one weight, flat fills, dots inside a shape."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from dataclasses import dataclass, field

from storyreel.assets.looks.editorial.palette import Palette
from storyreel.assets.looks.editorial.shapes import LINE, Ramp, halftone, n


@dataclass(frozen=True)
class Art:
    """A drawn object: SVG about its foot (0, 0), y downwards, and how far it reaches.

    `sunk` is how deep it goes below the floor line; `aura` belongs behind it, on the ground layer.
    """

    svg: str
    left: float
    right: float
    top: float
    sunk: float = 0.0
    aura: str = ""
    hangs: bool = False
    """Hangs from above instead of standing."""

    @property
    def height(self) -> float:
        return -self.top

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass
class Pen:
    """Draws with one palette at one scale: `scale` is what the part will be enlarged by."""

    pal: Palette
    scale: float = 1.0
    lit: bool = True
    """Lamps and windows shine."""
    seed: int = 0
    prefix: str = "p"
    """Keeps clip ids apart within one SVG."""
    face: str = ""
    """How a person feels: a mood of `moods`."""
    talks: bool = False
    """A person's mouth is open."""
    used: int = field(default=0, init=False)

    @property
    def line_width(self) -> float:
        return LINE / self.scale

    @property
    def glow(self) -> str:
        """What glass shows: lamplight or the dark."""
        return self.pal.sun if self.lit else self.pal.shade(self.pal.teal, 0.6)

    def shape(self, d: str, fill: str, *, width: float = 1.0) -> str:
        """A filled shape with the ink line around it."""
        return (
            f'<path d="{d}" fill="{fill}" stroke="{self.pal.ink}" stroke-width="{self.line_width * width:.2f}" '
            f'stroke-linejoin="round" stroke-linecap="round"/>'
        )

    def flat(self, d: str, fill: str, opacity: float = 1.0) -> str:
        """A shape without line."""
        return f'<path d="{d}" fill="{fill}"' + (f' opacity="{opacity:.2f}"/>' if opacity < 1 else "/>")

    def line(self, d: str, color: str = "", *, width: float = 1.0) -> str:
        """A stroke of the film's weight."""
        return (
            f'<path d="{d}" fill="none" stroke="{color or self.pal.ink}" stroke-width="{self.line_width * width:.2f}" '
            f'stroke-linejoin="round" stroke-linecap="round"/>'
        )

    def inside(self, d: str, content: str) -> str:
        """Content clipped to a shape."""
        self.used += 1
        name = f"{self.prefix}{self.used}"
        return f'<clipPath id="{name}"><path d="{d}"/></clipPath><g clip-path="url(#{name})">{content}</g>'

    def dots(
        self, d: str, box: tuple[float, float, float, float], ramp: Ramp, color: str, step: float = 15
    ) -> str:
        """Halftone inside a shape; `box` is x, y, width, height."""
        return self.inside(d, self.flat(halftone(*box, ramp, step=step / self.scale), color))


def moved(svg: str, x: float, y: float, scale: float = 1.0, *, mirror: bool = False) -> str:
    """SVG moved to x, y after scaling (and mirroring) about its foot."""
    sx = -scale if mirror else scale
    return f'<g transform="translate({n(x)},{n(y)}) scale({sx:.4f},{scale:.4f})">{svg}</g>'
