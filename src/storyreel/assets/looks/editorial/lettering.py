"""Type as SVG: lines and settings that `layout.type` has measured."""

from xml.sax.saxutils import escape

from storyreel.assets.looks.editorial.shapes import n
from storyreel.assets.looks.layout.type import (
    DISPLAY,
    ITALIC,
    KICKER,
    NUMERAL,
    PLAIN,
    Face,
    Setting,
    fit,
    greedy,
    stairs,
)

# The names of `layout.type` that this look's templates use.
__all__ = ["DISPLAY", "ITALIC", "KICKER", "NUMERAL", "PLAIN", "Face", "Setting"]
__all__ += ["fit", "greedy", "stairs", "svg_line", "svg_setting"]


def svg_line(
    text: str, x: float, base: float, face: Face, size: float, fill: str, anchor: str = "start"
) -> str:
    """One line of text as SVG; `base` is the base line."""
    shown = text.upper() if face.caps else text
    return (
        f'<text x="{n(x)}" y="{n(base)}" font-family="{face.family}" font-weight="{face.weight}" '
        f'font-style="{face.style}" font-size="{n(size)}" letter-spacing="{face.tracking * size:.2f}" '
        f'text-anchor="{anchor}" fill="{fill}">{escape(shown)}</text>'
    )


def svg_setting(
    setting: Setting, x: float, top: float, fill: str, last: str = "", anchor: str = "start"
) -> str:
    """A setting with its first capitals at `top`; `last` colours the last line."""
    base = top + setting.size * 0.78
    parts: list[str] = []
    for index, line in enumerate(setting.lines):
        color = last if last and index == len(setting.lines) - 1 else fill
        y = base + index * setting.step
        parts.append(svg_line(line, x, y, setting.face, setting.size, color, anchor))
    return "".join(parts)
