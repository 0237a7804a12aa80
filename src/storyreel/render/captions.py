"""Burned-in captions: each cue laid out once, each spoken word lit in place.

A cue's text is drawn as SVG on a soft dark plate with a dark outline under the letters, so that it
reads on paper as on night. It is drawn once, with the cover of its words beside it; lighting a word
adds its change of colour where its letters cover, so that the line never jumps.
"""

from dataclasses import dataclass, replace
from html import escape
from typing import Any, Literal

import cv2
import numpy as np
import resvg_py

from storyreel.kit.errors import InputError
from storyreel.media.image import Pixels
from storyreel.render.fonts import (
    OWN,
    OWN_WEIGHT,
    face_file,
    families,
    measure,
    metrics,
    shown_family,
    use_own,
)
from storyreel.render.place import Placement, snapped
from storyreel.render.planes import Plane, Sheet, premultiplied, sheet_of
from storyreel.render.spec import CaptionState, SegmentSpec
from storyreel.render.stills import MediaFinder
from storyreel.timeline.model import CaptionStyle

WEIGHT = {"Inter": 800, "Fraunces": 900}
"""The heaviest face of each family: it stands up to the outline and to compression."""
SIDE_MARGIN = 0.06
"""Free on either side, as a part of the frame's width: inside the title-safe area."""
LEADING = 1.24
OUTLINE_EM = 0.14
PLATE_ACROSS_EM, PLATE_DOWN_EM = 0.66, 0.40
PLATE_OPACITY = 0.82
"""Over white paper the lit word's default colour then still has a contrast of 4.5."""
PLATE_ROUND_EM, PLATE_SOFT_EM = 0.50, 0.22
"""Radius of the plate's corners, and the width over which its edge fades out."""
LINE_BELOW_EM = 0.26
"""Between this line's descenders and the next line's accents."""
CAP_SHARE = 0.8
"""Of the face's ascent, what capitals take."""
MOST_ABOVE = 0.1
"""The most room above captions at the top, as a part of the frame's height."""
MASKS = ("#ff0000", "#00ff00", "#0000ff")
"""Three colours for the words' cover, in turn: neighbours never share one."""


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


def lay_out(
    lines: tuple[tuple[str, ...], ...],
    style: CaptionStyle,
    width: int,
    height: int,
    *,
    place: Literal["bottom", "top"] = "bottom",
) -> Layout:
    """Set the lines centred on the frame, smaller than the style's size where they would not fit.

    At the bottom the lowest line's base stands where the style says; at the top the first line's
    letters stand as far from the frame's edge, but for room that a format's controls need at its foot.

    Cues that were cut with `fits_line` fit, but for a single word wider than the frame.
    """
    family, weight = _face(style)
    texts = [" ".join(words) for words in lines]
    widest = max(measure(text, family, weight, 1.0) for text in texts)
    size = round(min(style.size * height, _room(style, width, height) / max(widest, 1.0)), 2)
    face = metrics(family, weight)
    foot = height * (1 - style.bottom)
    if place == "top":
        below = LEADING * size * (len(lines) - 1)
        foot = height * min(style.bottom, MOST_ABOVE) + size * face.ascent * CAP_SHARE + below
    baselines = tuple(round(foot - LEADING * size * (len(lines) - 1 - i), 2) for i in range(len(lines)))
    across = size * widest / 2 + PLATE_ACROSS_EM * size
    top = baselines[0] - size * (face.ascent * CAP_SHARE + PLATE_DOWN_EM)
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


def fits_line(text: str, style: CaptionStyle, width: int, height: int) -> bool:
    """Whether a line of captions has its full size in a frame of `width` x `height` pixels."""
    size = style.size * height
    return measure(text, *_face(style), 1.0) * size <= _room(style, width, height)


def _face(style: CaptionStyle) -> tuple[str, int]:
    """Family and weight of the captions."""
    if style.font is not None:
        return OWN + style.font.sha256, OWN_WEIGHT
    family = style.font_family if style.font_family in families() else "Inter"
    return family, WEIGHT[family]


def _room(style: CaptionStyle, width: int, height: int) -> float:
    """Pixels that a line may take, inside the margins and the plate."""
    return width * (1 - 2 * SIDE_MARGIN) - 2 * PLATE_ACROSS_EM * style.size * height


class CaptionPainter:
    """Gives the caption of each frame of a segment, ready to be laid on."""

    def __init__(self, spec: SegmentSpec, media: MediaFinder) -> None:
        self._spec = spec
        font = spec.caption_style.font if spec.caption_style else None
        if font is not None:
            use_own(font.sha256, media(font.sha256))
        self._drawn: DrawnCue | None = None
        self._drawn_from: tuple[tuple[tuple[str, ...], ...], str] | None = None
        self._state: CaptionState | None = None
        self._placement: Placement | None = None

    def at(self, frame: int) -> Placement | None:
        """The caption on screen at `frame` of the segment, or None."""
        state = next((s for s in self._spec.captions if s.first <= frame < s.last), None)
        if state is not self._state:
            self._state = state
            self._placement = None if state is None else self._placed(state)
        return self._placement

    def _placed(self, state: CaptionState) -> Placement:
        style = self._spec.caption_style
        assert style is not None
        if self._drawn is None or self._drawn_from != (state.lines, state.place):
            size = self._spec.width, self._spec.height
            self._drawn = draw_cue(lay_out(state.lines, style, *size, place=state.place), style)
            self._drawn_from = (state.lines, state.place)
        left, top, _, _ = self._drawn.layout.plate
        return snapped(lit(self._drawn, state.active), left, top)


@dataclass(frozen=True, eq=False)
class DrawnCue:
    """A cue with no word lit, and what is needed to light any of them."""

    layout: Layout
    plain: Sheet
    cover: Pixels
    """Height x width x 4; the first three channels are the cover of every third word."""
    change: tuple[int, int, int]
    """From the text's colour to the lit one, in Y, U and V."""


def draw_cue(layout: Layout, style: CaptionStyle) -> DrawnCue:
    """Draw a cue: text and outline over the plate, and the cover of its words."""
    words = sum(len(line) for line in layout.lines)
    text = _pixels(svg(layout, [style.text_color] * words, style.outline_color), layout)
    cover = _pixels(svg(layout, [MASKS[2 - k % 3] for k in range(words)], None), layout)
    from_yuv, to_yuv = (_yuv(color) for color in (style.text_color, style.active_color))
    first, second, third = (to - of for of, to in zip(from_yuv, to_yuv, strict=True))
    plain = sheet_of(_over(text, _plate(layout, style.outline_color)))
    return DrawnCue(layout, plain, cover, (first, second, third))


def lit(cue: DrawnCue, active: int | None) -> Sheet:
    """The cue with one word lit: its letters' cover times the change of colour is added, alpha stays."""
    if active is None:
        return cue.plain
    left, top, right, bottom = _around(cue.layout, active)
    left, top = max(left, cue.plain.left), max(top, cue.plain.top)
    full = cue.cover[top:bottom, left:right, active % 3]
    half: Any = cv2.resize(full, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    planes: list[Plane] = []
    for index, (plane, change) in enumerate(zip(cue.plain.planes, cue.change, strict=True)):
        cover, grid = (full, 1) if index == 0 else (half, 2)
        x, y = (left - cue.plain.left) // grid, (top - cue.plain.top) // grid
        changed = plane.copy()
        part = changed[y : y + cover.shape[0], x : x + cover.shape[1]]
        added = (cover.astype(np.int32) * change + 127) // 255
        part[...] = np.clip(part + added[: part.shape[0], : part.shape[1]], 0, 255)
        planes.append(changed)
    return replace(cue.plain, planes=(planes[0], planes[1], planes[2]))


def svg(layout: Layout, colors: list[str], outline: str | None) -> str:
    """The words as SVG, each in its own colour, with an outline under the letters if one is given.

    Every word is a span of its own, so that shaping never depends on which one is lit.
    """
    left, top, width, height = layout.plate
    color = iter(colors)
    rows = [
        f'<text x="{left + width / 2:g}" y="{base:g}">'
        + " ".join(f'<tspan fill="{next(color)}">{escape(word)}</tspan>' for word in words)
        + "</text>"
        for words, base in zip(layout.lines, layout.baselines, strict=True)
    ]
    stroke = (
        f'stroke="{outline}" stroke-width="{layout.size * OUTLINE_EM:.2f}" stroke-linejoin="round" '
        'paint-order="stroke"'
        if outline
        else ""
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}"><g font-family="{escape(shown_family(layout.family))}" '
        f'font-weight="{layout.weight}" font-size="{layout.size:g}" text-anchor="middle" {stroke}>'
        f"{''.join(rows)}</g></svg>"
    )


def _pixels(picture: str, layout: Layout) -> Pixels:
    face = str(face_file(layout.family, layout.weight))
    png = resvg_py.svg_to_bytes(svg_string=picture, skip_system_fonts=True, font_files=[face])
    pixels: Any = cv2.imdecode(np.frombuffer(bytes(png), dtype=np.uint8), cv2.IMREAD_UNCHANGED)
    return premultiplied(pixels)


def _plate(layout: Layout, color: str) -> Pixels:
    """A rounded plate with a soft edge, as premultiplied BGRA: opacity falls with the distance inside."""
    _, _, width, height = layout.plate
    radius, soft = layout.size * PLATE_ROUND_EM, layout.size * PLATE_SOFT_EM
    across = np.abs(np.arange(width, dtype=np.float32) + 0.5 - width / 2) - (width / 2 - radius)
    down = np.abs(np.arange(height, dtype=np.float32) + 0.5 - height / 2) - (height / 2 - radius)
    outside_x, outside_y = np.maximum(across, 0)[None, :], np.maximum(down, 0)[:, None]
    inside = np.minimum(np.maximum(across[None, :], down[:, None]), 0)
    depth = radius - np.sqrt(outside_x * outside_x + outside_y * outside_y) - inside
    part = np.clip(depth / np.float32(soft), 0, 1)
    alpha = np.rint(part * part * (3 - 2 * part) * np.float32(255 * PLATE_OPACITY)).astype(np.uint8)
    bgra = np.empty((height, width, 4), dtype=np.uint8)
    bgra[..., :3] = _bgr(color)
    bgra[..., 3] = alpha
    return premultiplied(bgra)


def _over(front: Pixels, back: Pixels) -> Pixels:
    """Two premultiplied pictures of one size, one over the other."""
    alpha = front[..., 3]
    inverse: Any = cv2.bitwise_not(cv2.merge([alpha, alpha, alpha, alpha]))
    rest: Any = cv2.multiply(back, inverse, scale=1 / 255)
    return front + rest


def _bgr(color: str) -> tuple[int, int, int]:
    """Blue, green, red of #rrggbb. Raises InputError."""
    try:
        red, green, blue = bytes.fromhex(color.removeprefix("#"))
    except ValueError as error:
        raise InputError(f"{color!r} is no colour.", next_step="Write it as #rrggbb.") from error
    return blue, green, red


def _yuv(color: str) -> tuple[int, int, int]:
    patch = np.full((2, 2, 3), _bgr(color), dtype=np.uint8)
    first, second, third = (int(plane[0, 0]) for plane in sheet_of(patch).planes)
    return first, second, third


def _around(layout: Layout, active: int) -> tuple[int, int, int, int]:
    """An even rectangle of the plate that holds the word whole and none of its own mask's other words.

    It reaches from the middle of the word before to the middle of the word after, which leaves more
    room than kerning can use up. Left, top, right, bottom.
    """
    line, index = _locate(layout, active)
    words = layout.lines[line]
    width, height = layout.plate[2:]
    centres = [0.0, *_centres(layout, line), float(width)]
    top = 0.0 if line == 0 else layout.baselines[line - 1] + LINE_BELOW_EM * layout.size - layout.plate[1]
    last = line == len(layout.lines) - 1
    bottom = height if last else layout.baselines[line] + LINE_BELOW_EM * layout.size - layout.plate[1]
    left = 0 if index == 0 else int(centres[index]) // 2 * 2
    right = width if index == len(words) - 1 else int(centres[index + 2]) // 2 * 2
    return left, int(top) // 2 * 2, right, int(bottom) // 2 * 2


def _centres(layout: Layout, line: int) -> list[float]:
    """Where the middle of each word of a line stands on the plate."""
    words = layout.lines[line]
    at = layout.plate[2] / 2 - layout.widths[line] / 2
    result: list[float] = []
    for index, word in enumerate(words):
        before = measure(" ".join((*words[:index], "")), layout.family, layout.weight, layout.size)
        result.append(at + before + measure(word, layout.family, layout.weight, layout.size) / 2)
    return result


def _locate(layout: Layout, active: int) -> tuple[int, int]:
    for line, words in enumerate(layout.lines):
        if active < len(words):
            return line, active
        active -= len(words)
    raise IndexError(active)
