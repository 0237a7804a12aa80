"""Colours as `#rrggbb`: mixed in OKLab, lit by multiplying, always rounded back to whole levels."""

import math
from functools import cache

Lab = tuple[float, float, float]


def rgb(color: str) -> tuple[int, int, int]:
    """`#rrggbb` as three integers."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def code(red: float, green: float, blue: float) -> str:
    """Levels 0..255 as `#rrggbb`, rounded and held inside the range."""
    return "#" + "".join(f"{min(max(int(c + 0.5), 0), 255):02x}" for c in (red, green, blue))


def _linear(level: float) -> float:
    c = level / 255
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _level(linear: float) -> float:
    c = min(max(linear, 0.0), 1.0)
    return 255 * (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055)


@cache
def lab(color: str) -> Lab:
    """OKLab (Ottosson 2020): lightness 0..1, a, b."""
    r, g, b = (_linear(c) for c in rgb(color))
    x = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
    y = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    z = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * x + 0.7936177850 * y - 0.0040720468 * z,
        1.9779984951 * x - 2.4285922050 * y + 0.4505937099 * z,
        0.0259040371 * x + 0.7827717662 * y - 0.8086757660 * z,
    )


def from_lab(value: Lab) -> str:
    """The colour nearest to an OKLab value."""
    lightness, a, b = value
    x = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    y = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    z = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return code(
        _level(4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z),
        _level(-1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z),
        _level(-0.0041960863 * x - 0.7034186147 * y + 1.7076147010 * z),
    )


@cache
def mix(first: str, second: str, amount: float) -> str:
    """`amount` 0 gives the first colour, 1 the second; in OKLab."""
    one, two = lab(first), lab(second)
    return from_lab(
        (
            one[0] + (two[0] - one[0]) * amount,
            one[1] + (two[1] - one[1]) * amount,
            one[2] + (two[2] - one[2]) * amount,
        )
    )


@cache
def lit_by(color: str, light: tuple[float, float, float]) -> str:
    """A colour under a light: linear red, green and blue multiplied."""
    r, g, b = (_linear(c) * k for c, k in zip(rgb(color), light, strict=True))
    return code(_level(r), _level(g), _level(b))


@cache
def tuned(color: str, chroma: float = 1.0, lightness: float = 1.0, warmth: float = 0.0) -> str:
    """A colour with its chroma and lightness scaled and moved by `warmth` from blue to yellow."""
    value = lab(color)
    return from_lab((value[0] * lightness, value[1] * chroma + warmth * 0.3, value[2] * chroma + warmth))


@cache
def graded(color: str) -> str:
    """The film's grade: saturation x 1.12 and a mild S-curve about the middle grey."""
    lightness, a, b = lab(color)
    curved = lightness + 0.045 * math.sin((lightness - 0.5) * 2 * math.pi) * 0.5
    return from_lab((curved, a * 1.12, b * 1.12))


def lightness(color: str) -> float:
    """OKLab lightness, 0..1."""
    return lab(color)[0]


def luminance(color: str) -> float:
    """Relative luminance of WCAG 2, 0..1."""
    r, g, b = (_linear(c) for c in rgb(color))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2, 1..21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)
