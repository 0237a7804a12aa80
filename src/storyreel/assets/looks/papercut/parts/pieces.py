"""Pieces that many parts share: folds, shaded halves, panes, snow on what is level."""
# ruff: noqa: E501  # path data reads worse when it is broken

from zlib import crc32

from storyreel.assets.looks.papercut.pen import Pen, arch, inside, num, rect, shape, stroke

FOLD = 0.13
"""Share of a wall's width that its shaded side takes."""


def clip(d: str, content: str) -> str:
    """Content inside a path. Its id comes from the path, so that equal ids mean equal clips."""
    return inside(f"k{crc32(d.encode()):08x}", d, content)


def fold(pen: Pen, x: float, y: float, width: float, height: float, family: str, level: float = 0.22) -> str:
    """The strip of a wall that is turned away from the light."""
    w = width * FOLD
    return shape(rect(x + width - w if pen.shade_right else x, y, w, height), pen.tone(family, level))


def halved(
    pen: Pen, d: str, box: tuple[float, float, float, float], family: str,
    levels: tuple[float, float] = (0.5, 0.28), share: float = 0.42,
) -> str:  # fmt: skip
    """A shape in two tones, lit and shaded; `box` is left, top, right, foot, `share` what lies in shade."""
    left, top, right, foot = box
    width = (right - left) * share
    x = right - width if pen.shade_right else left
    dark = shape(rect(x, top, width, foot - top), pen.tone(family, levels[1]))
    return shape(d, pen.tone(family, levels[0])) + clip(d, dark)


def pane(
    pen: Pen, x: float, y: float, width: float, height: float, frame: str = "paper", *, top: bool = False
) -> str:
    """A window of four panes in its frame; `top` rounds its upper edge."""
    rim = width * 0.1
    outer = arch(x, y, width, height) if top else rect(x, y, width, height, rim * 0.4)
    inner = (
        arch(x + rim, y + rim, width - 2 * rim, height - 2 * rim)
        if top
        else rect(x + rim, y + rim, width - 2 * rim, height - 2 * rim)
    )
    cross = rect(x + width / 2 - rim / 2, y + rim / 2, rim, height - rim)
    cross += rect(x + rim / 2, y + height / 2 - rim / 2, width - rim, rim)
    color = pen.tone(frame, 0.55)
    return shape(outer, color) + shape(inner, pen.glass()) + shape(cross, color)


def entry(pen: Pen, x: float, width: float, height: float, family: str = "rust", *, foot: float = 0.0) -> str:
    """An arched door about x with its knob."""
    left = x - width / 2
    door = arch(left, foot - height, width, height)
    knob = x + width * 0.28
    return (
        shape(door, pen.tone(family, 0.32))
        + shape(arch(left + width * 0.14, foot - height * 0.9, width * 0.72, height * 0.9), pen.tone(family, 0.42))
        + shape(rect(knob - width * 0.04, foot - height * 0.46, width * 0.09, width * 0.09, width * 0.05),
                pen.tone("brass", 0.6))
    )  # fmt: skip


def ridge(pen: Pen, d: str, width: float) -> str:
    """Snow along a level edge; nothing where none lies."""
    return stroke(d, pen.tone("snow", 0.8), width) if pen.snowy else ""


def lines(pen: Pen, d: str, family: str, level: float, width: float, opacity: float = 1.0) -> str:
    """Joints, seams and grains: thin lines in a neighbouring tone of the sheet itself."""
    return stroke(d, pen.tone(family, level), width, opacity)


def rows(x: float, top: float, width: float, foot: float, count: int) -> str:
    """`count` level joints between top and foot, as path data."""
    step = (foot - top) / (count + 1)
    return "".join(f"M{num(x)},{num(top + step * (k + 1))}h{num(width)}" for k in range(count))


def posts(x: float, top: float, width: float, foot: float, count: int) -> str:
    """`count` upright joints between x and x + width, as path data."""
    step = width / (count + 1)
    return "".join(f"M{num(x + step * (k + 1))},{num(top)}V{num(foot)}" for k in range(count))
