"""Things without an own part: drawings of open icon sets, recoloured by hue and tone into the palette."""
# ruff: noqa: E501  # rows of names and of path data read worse when they are broken

import math
import re
from functools import cache

from storyreel.assets.looks.editorial.icons import HANGING, Icon, icons
from storyreel.assets.looks.papercut.color import lab
from storyreel.assets.looks.papercut.palette import FAMILIES
from storyreel.assets.looks.papercut.pen import Art, Pen, num, stroke

NEUTRAL = 0.045
"""OKLab chroma under which a colour is a neutral."""
NARROW = 0.22
"""A drawing whose lightness spans less keeps its middle tone: stretched, it would turn to paper."""
HUES = ("red", "rust", "ochre", "green", "teal", "blue", "plum")
HEIGHT = 300.0
THREAD = 0.45
"""Of the height: how long the thread is from which flying and bodiless things hang."""
_COLOR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")


def has_icon(name: str) -> bool:
    """Whether an icon set draws this thing."""
    return name in icons()


def icon_names() -> tuple[str, ...]:
    """Every thing that can be drawn from an icon set, in a fixed order."""
    return tuple(sorted(icons()))


def icon_source(name: str) -> str:
    """The set that a drawing comes from: `noto` or `fluent`."""
    return icons()[name].source


def icon(pen: Pen, name: str) -> Art:
    """The drawing `name`, 300 high, standing on its foot or hanging from a thread."""
    drawing = icons()[name]
    left, top, right, bottom = drawing.box
    k = HEIGHT / max(bottom - top, (right - left) * 0.8)
    width, height = (right - left) * k / 2, (bottom - top) * k
    body = _own_ids(_recoloured(drawing, pen), name)
    hangs = name in HANGING
    foot = HEIGHT * THREAD + height if hangs else 0.0
    svg = (
        f'<g transform="translate(0,{num(foot)}) scale({k:.4f}) translate({-(left + right) / 2:.2f},{-bottom:.2f})">'
        f"{body}</g>"
    )
    if not hangs:
        return Art(svg, -width, width, -height, 0)
    thread = stroke(f"M0,0V{num(HEIGHT * THREAD + 8)}", pen.tone("cream", 0.6), 3, 0.8)
    return Art(thread + svg, -width, width, 0, foot, hangs=True)


def _recoloured(drawing: Icon, pen: Pen) -> str:
    low, high = _span(drawing.body)

    def paint(found: re.Match[str]) -> str:
        color = _six(found.group())
        t = (lab(color)[0] - low) / (high - low) if high - low > NARROW else 0.5
        return pen.tone(family_of(color), 0.12 + 0.74 * t)

    return _COLOR.sub(paint, drawing.body)


@cache
def _span(body: str) -> tuple[float, float]:
    """Lightness of the darkest and the lightest colour of a drawing."""
    found = [lab(_six(color))[0] for color in _COLOR.findall(body)] or [0.5]
    return min(found), max(found)


@cache
def family_of(color: str) -> str:
    """The family of tone that a colour of an icon becomes: a neutral, else the accent nearest in hue."""
    lightness, a, b = lab(color)
    if math.hypot(a, b) < NEUTRAL:
        return "paper" if lightness > 0.8 else "metal" if lightness > 0.45 else "ink"
    hue = math.atan2(b, a)
    return min(HUES, key=lambda name: _apart(hue, FAMILIES[name][1]))


def _apart(hue: float, color: str) -> float:
    _, a, b = lab(color)
    return abs((hue - math.atan2(b, a) + math.pi) % (2 * math.pi) - math.pi)


def _six(color: str) -> str:
    return color if len(color) == 7 else "#" + "".join(sign * 2 for sign in color[1:])


def _own_ids(body: str, prefix: str) -> str:
    body = re.sub(r'\bid="', f'id="i-{prefix}-', body)
    body = re.sub(r"url\(#", f"url(#i-{prefix}-", body)
    return re.sub(r'href="#', f'href="#i-{prefix}-', body)
