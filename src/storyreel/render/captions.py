"""Burned-in captions: each cue laid out once, each spoken word lit in place.

A cue's text is drawn as SVG on a soft dark plate with a dark outline under the letters, so that it
reads on paper as on night. The plain cue is drawn once; for each lit word only the strip around it
is drawn again, at the same coordinates, so that the line never jumps.
"""

import unicodedata
from dataclasses import dataclass
from html import escape
from typing import Any

import cv2
import numpy as np
import resvg_py

from storyreel.media.image import Pixels
from storyreel.render.fonts import FACES, FOLDER, families, measure, metrics
from storyreel.render.place import Placement, snapped
from storyreel.render.planes import premultiplied, sheet_of
from storyreel.render.spec import CaptionState, SegmentSpec
from storyreel.timeline.model import CaptionStyle

WEIGHT = {"Inter": 800, "Fraunces": 900}
"""The heaviest face of each family: it stands up to the outline and to compression."""
SIDE_MARGIN = 0.06
"""Free on either side, as a part of the frame's width: inside the title-safe area."""
LEADING = 1.24
OUTLINE_EM = 0.14
PLATE_ACROSS_EM, PLATE_DOWN_EM = 0.62, 0.34
PLATE_OPACITY = (0.30, 0.42, 0.62)
"""Of three plates inside each other, from the outer edge inwards. Together 0.85: over white paper
the lit word's default colour then still has a contrast of 4.5."""
PLATE_STEP_EM = 0.06
GUARD_EM = 0.5
"""How far beside a word its strip reaches; more than kerning can move it along a line."""


@dataclass(frozen=True)
class Layout:
    """Where everything of a cue stands, in pixels of the frame."""

    lines: tuple[tuple[str, ...], ...]
    family: str
    weight: int
    size: float
    baselines: tuple[float, ...]
    widths: tuple[float, ...]
    plate: tuple[int, int, int, int]
    """Left, top, width, height; all even, inside the frame."""


def lay_out(lines: tuple[tuple[str, ...], ...], style: CaptionStyle, width: int, height: int) -> Layout:
    """Set the lines centred on the frame, smaller than the style's size where they would not fit."""
    family = style.font_family if style.font_family in families() else "Inter"
    weight = WEIGHT[family]
    texts = [" ".join(words) for words in lines]
    room = width * (1 - 2 * SIDE_MARGIN) - 2 * PLATE_ACROSS_EM * style.size * height
    widest = max(measure(text, family, weight, 1.0) for text in texts)
    size = round(min(style.size * height, room / max(widest, 1.0)), 2)
    face = metrics(family, weight)
    foot = height * (1 - style.bottom)
    baselines = tuple(round(foot - LEADING * size * (len(lines) - 1 - i), 2) for i in range(len(lines)))
    across = size * widest / 2 + PLATE_ACROSS_EM * size
    top = baselines[0] - size * (face.ascent * 0.8 + PLATE_DOWN_EM)
    bottom = foot + size * (face.descent + PLATE_DOWN_EM)
    left = max(0, int(width / 2 - across) // 2 * 2)
    upper = max(0, int(top) // 2 * 2)
    lower = min(height, (int(bottom) + 2) // 2 * 2)
    return Layout(
        lines=lines,
        family=family,
        weight=weight,
        size=size,
        baselines=baselines,
        widths=tuple(measure(text, family, weight, size) for text in texts),
        plate=(left, upper, width - 2 * left, lower - upper),
    )


class CaptionPainter:
    """Gives the caption of each frame of a segment, ready to be laid on."""

    def __init__(self, spec: SegmentSpec) -> None:
        self._spec = spec
        self._cue: tuple[tuple[str, ...], ...] | None = None
        self._plain: Pixels | None = None
        self._layout: Layout | None = None
        self._state: CaptionState | None = None
        self._placement: Placement | None = None

    def at(self, frame: int) -> Placement | None:
        """The caption on screen at `frame` of the segment, or None."""
        state = next((s for s in self._spec.captions if s.first <= frame < s.last), None)
        if state is not self._state:
            self._state = state
            self._placement = None if state is None else self._drawn(state)
        return self._placement

    def _drawn(self, state: CaptionState) -> Placement:
        style = self._spec.caption_style
        assert style is not None
        if self._cue != state.lines or self._plain is None or self._layout is None:
            self._cue = state.lines
            self._layout = lay_out(state.lines, style, self._spec.width, self._spec.height)
            self._plain = draw(self._layout, style, None, self._layout.plate)
        pixels = lit(self._plain, self._layout, style, state.active)
        return snapped(sheet_of(pixels), self._layout.plate[0], self._layout.plate[1])


def lit(plain: Pixels, layout: Layout, style: CaptionStyle, active: int | None) -> Pixels:
    """The plain cue with one word in the active colour (premultiplied BGRA)."""
    if active is None:
        return plain
    left, top, width, height = _strip(layout, active)
    result = plain.copy()
    strip = draw(layout, style, active, (left, top, width, height))
    x, y = left - layout.plate[0], top - layout.plate[1]
    result[y : y + height, x : x + width] = strip
    return result


def draw(layout: Layout, style: CaptionStyle, active: int | None, view: tuple[int, int, int, int]) -> Pixels:
    """The part of the caption inside `view` (left, top, width, height), as premultiplied BGRA."""
    face = FACES[(layout.family, layout.weight, "normal")]
    png = resvg_py.svg_to_bytes(
        svg_string=svg(layout, style, active, view),
        skip_system_fonts=True,
        font_files=[str(FOLDER / face)],
    )
    pixels: Any = cv2.imdecode(np.frombuffer(bytes(png), dtype=np.uint8), cv2.IMREAD_UNCHANGED)
    return premultiplied(pixels)


def svg(layout: Layout, style: CaptionStyle, active: int | None, view: tuple[int, int, int, int]) -> str:
    """The caption as SVG: plates, outline, letters; the active word in its own colour."""
    left, top, width, height = view
    x = layout.plate[0] + layout.plate[2] / 2
    spoken = 0
    rows: list[str] = []
    for words, base in zip(layout.lines, layout.baselines, strict=True):
        marked = [
            f'<tspan fill="{style.active_color}">{escape(word)}</tspan>'
            if spoken + index == active
            else escape(word)
            for index, word in enumerate(words)
        ]
        spoken += len(words)
        rows.append(f'<text x="{x:g}" y="{base:g}">{" ".join(marked)}</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}">{_plates(layout, style)}'
        f'<g font-family="{layout.family}" font-weight="{layout.weight}" font-size="{layout.size:g}" '
        f'text-anchor="middle" fill="{style.text_color}" stroke="{style.outline_color}" '
        f'stroke-width="{layout.size * OUTLINE_EM:.2f}" stroke-linejoin="round" paint-order="stroke">'
        f"{''.join(rows)}</g></svg>"
    )


def _plates(layout: Layout, style: CaptionStyle) -> str:
    left, top, width, height = layout.plate
    parts: list[str] = []
    for index, opacity in enumerate(PLATE_OPACITY):
        inset = layout.size * PLATE_STEP_EM * index
        parts.append(
            f'<rect x="{left + inset:.2f}" y="{top + inset:.2f}" width="{width - 2 * inset:.2f}" '
            f'height="{height - 2 * inset:.2f}" rx="{layout.size * 0.42 - inset:.2f}" '
            f'fill="{style.outline_color}" fill-opacity="{opacity}"/>'
        )
    return "".join(parts)


def _strip(layout: Layout, active: int) -> tuple[int, int, int, int]:
    """The even rectangle around the active word: left, top, width, height."""
    line, index = _locate(layout, active)
    words = layout.lines[line]
    plate_left, plate_top, plate_width, plate_height = layout.plate
    before = measure(" ".join((*words[:index], "")), layout.family, layout.weight, layout.size)
    own = measure(words[index], layout.family, layout.weight, layout.size)
    guard = GUARD_EM * layout.size
    start = plate_left + plate_width / 2 - layout.widths[line] / 2 + before
    left = max(plate_left, int(start - guard) // 2 * 2)
    right = min(plate_left + plate_width, (int(start + own + guard) + 2) // 2 * 2)
    base = layout.baselines[line]
    top = max(plate_top, int(base - layout.size * 1.1) // 2 * 2)
    bottom = min(plate_top + plate_height, (int(base + layout.size * 0.4) + 2) // 2 * 2)
    if any(not _left_to_right(word) for word in words):
        left, right = plate_left, plate_left + plate_width
    return left, top, right - left, bottom - top


def _locate(layout: Layout, active: int) -> tuple[int, int]:
    for line, words in enumerate(layout.lines):
        if active < len(words):
            return line, active
        active -= len(words)
    raise IndexError(active)


def _left_to_right(word: str) -> bool:
    """Whether no sign of the word belongs to a script written from right to left."""
    return all(unicodedata.bidirectional(sign) not in {"R", "AL", "AN"} for sign in word)
