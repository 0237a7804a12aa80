"""Contrast of WCAG 2 and how much of it type of a size needs."""

LEGIBLE = 4.5
"""What small type needs (WCAG 2 AA)."""
LEGIBLE_LARGE = 3.0
"""What type of LARGE and more needs."""
LARGE = 60.0
"""Size of type, in units of a frame whose shorter side has 1080."""
SMALLEST = 24.0
"""The smallest type, in the same units."""


def rgb(color: str) -> tuple[int, int, int]:
    """`#rrggbb` as three integers."""
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def luminance(color: str) -> float:
    """Relative luminance, 0..1."""
    parts = [c / 255 for c in rgb(color)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    """Contrast ratio, 1..21."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


def needed(size: float) -> float:
    """The ratio that type of `size` units needs."""
    return LEGIBLE_LARGE if size >= LARGE else LEGIBLE
