"""Palettes of five roles, the grounds made of them, and what is legible on what."""

import re
from dataclasses import dataclass
from typing import Literal

from storyreel.assets.looks.layout.contrast import LEGIBLE, LEGIBLE_LARGE, contrast, luminance, rgb
from storyreel.kit.errors import InputError

Role = Literal["paper", "ink", "red", "sun", "teal"]


@dataclass(frozen=True)
class Palette:
    """Five roles: light ground, line and type, accent, hero and discs, cool ground."""

    name: str
    paper: str
    ink: str
    red: str
    sun: str
    teal: str

    def shade(self, color: str, amount: float = 0.28) -> str:
        """A colour towards ink: the only way to darken."""
        return mix(color, self.ink, amount)

    @property
    def sky(self) -> str:
        return mix(self.teal, self.paper, 0.55)

    @property
    def deep(self) -> str:
        return mix(self.teal, self.ink, 0.5)

    def under_paper(self, color: str, ratio: float) -> str:
        """A colour, darkened no further than paper-coloured type on it asks for."""
        return next(c for k in range(26) if contrast(c := self.shade(color, 0.04 * k), self.paper) >= ratio)

    @property
    def dawn(self) -> str:
        return mix(self.sun, self.paper, 0.5)

    @property
    def stone(self) -> str:
        return mix(self.paper, self.ink, 0.26)


PALETTES: dict[str, Palette] = {
    "hearth": Palette("hearth", "#f7ecd6", "#1e1a33", "#e84e2c", "#f6ae3b", "#1e7b78"),
    "harbour": Palette("harbour", "#f3efe4", "#14263f", "#f0604d", "#f7c548", "#3f7fb5"),
    "plum": Palette("plum", "#f6eadf", "#2b1638", "#e23d6d", "#f9b233", "#5b4ba8"),
    "orchard": Palette("orchard", "#f8eedc", "#2a1e2b", "#d9423a", "#f2a48b", "#4e7b4c"),
}

SKINS = ("#f4cba8", "#e2a27b", "#b9774b", "#7f4d31")

GroundName = Literal["paper", "red", "sun", "ink", "teal", "sky", "deep", "dawn"]
EVEN_GROUNDS: tuple[GroundName, ...] = ("paper", "red", "sun", "ink")
ODD_GROUNDS: tuple[GroundName, ...] = ("teal", "sky", "deep", "dawn")
"""Even and odd positions of a film take from disjoint sets, so that no ground comes twice running."""


@dataclass(frozen=True)
class Ground:
    """A ground and the colours that live on it."""

    name: GroundName
    color: str
    text: str
    accent: str
    """A second colour for big type (60 px and more)."""
    disc: str
    dots: str
    band: str
    """Rings, hills, rays: a quiet neighbour of the ground."""
    floor: str
    core: str
    """The torn core of the floor strip."""
    dark: bool


OWN = re.compile(r"#[0-9a-f]{6}(?:,#[0-9a-f]{6}){4}")
"""How five colours of somebody's own are written."""


def palette(name: str) -> Palette:
    """A palette by name, or one of five colours, `#paper,#ink,#red,#sun,#teal`.

    Raises InputError with the names there are.
    """
    if OWN.fullmatch(name):
        paper, ink, red, sun, teal = name.split(",")
        return Palette(name, paper, ink, red, sun, teal)
    if name not in PALETTES:
        raise InputError(
            f"The editorial look has no palette {name!r}.", next_step=f"Use one of: {', '.join(PALETTES)}."
        )
    return PALETTES[name]


def ground(pal: Palette, name: GroundName) -> Ground:
    """The ground `name` in a palette."""
    p = pal
    red, teal = p.under_paper(p.red, LEGIBLE_LARGE), p.under_paper(p.teal, LEGIBLE)
    table: dict[GroundName, tuple[str, str, str, str, str, str, str, str, bool]] = {
        # name: color, text, accent, disc, dots, band, floor, core, dark
        "paper": (
            p.paper,
            p.ink,
            red,
            p.sun,
            p.red,
            mix(p.paper, p.sun, 0.28),
            p.ink,
            p.sun,
            False,
        ),
        "red": (
            red,
            p.paper,
            p.ink,
            p.paper,
            p.sun,
            mix(red, p.ink, 0.1),
            p.ink,
            p.paper,
            False,
        ),
        "sun": (p.sun, p.ink, p.ink, p.paper, p.red, mix(p.sun, p.red, 0.16), p.ink, p.paper, False),
        "ink": (p.ink, p.paper, p.sun, p.teal, p.sun, mix(p.ink, p.teal, 0.3), p.deep, p.paper, True),
        "teal": (
            teal,
            p.paper,
            p.paper,
            p.sun,
            p.red,
            mix(teal, p.ink, 0.22),
            p.ink,
            p.paper,
            False,
        ),
        "sky": (
            p.sky,
            p.ink,
            p.ink,
            p.sun,
            p.red,
            mix(p.teal, p.paper, 0.36),
            p.shade(p.teal, 0.55),
            p.paper,
            False,
        ),
        "deep": (p.deep, p.paper, p.sun, p.teal, p.sun, mix(p.deep, p.ink, 0.35), p.ink, p.paper, True),
        "dawn": (
            p.dawn,
            p.ink,
            p.ink,
            p.red,
            p.sun,
            mix(p.sun, p.paper, 0.26),
            p.shade(p.teal, 0.55),
            p.paper,
            False,
        ),
    }
    return Ground(name, *table[name])


def mix(first: str, second: str, amount: float) -> str:
    """`amount` 0 gives the first colour, 1 the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{int(a + (b - a) * amount + 0.5):02x}" for a, b in pairs)


def lightness(color: str) -> float:
    """CIE L*, 0..100."""
    y = luminance(color)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y
