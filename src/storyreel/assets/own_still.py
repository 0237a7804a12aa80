"""An author's still: opened whatever its kind, then cut to the frame around its subject."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import resvg_py

from storyreel.assets.own_subject import Crop, crop_of, subject_of
from storyreel.kit.errors import InputError, MediaError
from storyreel.media.frames import frame_at
from storyreel.media.image import MAX_PIXELS, Pixels, read_image
from storyreel.render.fonts import font_files

OVERSCAN = 1.1
"""A still is kept this much larger than the frame, so that a slow zoom stays sharp."""
LEAST_SIDE = 48
"""Fewer pixels than this on the short side show nothing in a film."""
SVG_SIDE = 2560
SVG_MOST_BYTES = 8_000_000
BY_DECODER = frozenset(("image/avif", "image/heic", "image/bmp", "image/tiff"))
"""Kinds whose headers are not read here; a decoder says what they hold."""
BLUR_SIDE = 64
BLUR_SHADE = 0.55

_WRITTEN_IN = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")
_SCRIPT = re.compile(r"<script\b.*?</script\s*>|<script\b[^>]*/>", re.IGNORECASE | re.DOTALL)
_FOREIGN = re.compile(r"<foreignObject\b.*?</foreignObject\s*>", re.IGNORECASE | re.DOTALL)
_HANDLER = re.compile(r"\son\w+\s*=\s*(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_LINK = re.compile(r"((?:xlink:)?href)\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?(?!#|['\"]?data:)[^)]*\)|@import[^;]*;", re.IGNORECASE)
_ENTITY = re.compile(r"<!(?:DOCTYPE|ENTITY)[^>\[]*(?:\[.*?\])?\s*>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Still:
    """An opened picture: height x width x 3 (BGR) or 4 (BGR and alpha), and what was left out of it."""

    pixels: Pixels
    notes: tuple[str, ...] = ()


def open_still(file: Path, media_type: str) -> Still:
    """Pixels of a still, upright and 8 bit. `file` may have any name.

    Raises InputError or MediaError in one sentence for what is no picture, too small or too large.
    """
    try:
        if media_type == "image/svg+xml":
            still = _svg(file)
        elif media_type in BY_DECODER:
            still = Still(_decoded(file))
        else:
            still = Still(read_image(file))
    except OSError as error:
        raise MediaError(f"It could not be opened: {error.strerror}.") from error
    rows, cols = still.pixels.shape[:2]
    if min(rows, cols) < LEAST_SIDE:
        raise InputError(
            f"It has only {cols} x {rows} pixels.", next_step="Give one of at least 500 pixels on a side."
        )
    return still


def frame_still(still: Still, size: tuple[int, int], backing: str) -> tuple[Pixels, Crop]:
    """The still cut to the frame's shape around its subject, a little larger than the frame, opaque BGR.

    Transparent parts show `backing` (`#rrggbb`). A subject too wide for the frame stands in it whole,
    above and below it the picture's own colours, blurred and darkened.
    """
    pixels = _opaque(still.pixels, backing)
    rows, cols = pixels.shape[:2]
    crop = crop_of(cols, rows, size, subject_of([pixels]))
    part = pixels[crop.top : crop.top + crop.height, crop.left : crop.left + crop.width]
    target = (round(size[0] * OVERSCAN / 2) * 2, round(size[1] * OVERSCAN / 2) * 2)
    return (_within(part, pixels, target) if crop.whole else _resized(part, target)), crop


def _within(part: Pixels, whole: Pixels, target: tuple[int, int]) -> Pixels:
    """A part that is too wide or too tall, as large as it fits."""
    rows, cols = part.shape[:2]
    ratio = min(target[0] / cols, target[1] / rows)
    fitted = _resized(part, (max(2, round(cols * ratio)), max(2, round(rows * ratio))))
    ground = blurred(whole, target)
    top, left = (target[1] - fitted.shape[0]) // 2, (target[0] - fitted.shape[1]) // 2
    ground[top : top + fitted.shape[0], left : left + fitted.shape[1]] = fitted
    return ground


def blurred(pixels: Pixels, target: tuple[int, int]) -> Pixels:
    """The picture's colours, soft and darker, filling a frame of this size."""
    rows, cols = pixels.shape[:2]
    keep_w = max(1, min(cols, rows * target[0] // target[1]))
    keep_h = max(1, min(rows, cols * target[1] // target[0]))
    left, top = (cols - keep_w) // 2, (rows - keep_h) // 2
    small = _resized(pixels[top : top + keep_h, left : left + keep_w], (BLUR_SIDE, BLUR_SIDE))
    soft: Any = cv2.blur(small, (9, 9))
    large = _resized(soft, target).astype(np.uint16)
    return (large * round(BLUR_SHADE * 256) // 256).astype(np.uint8)


def _resized(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    smaller = pixels.shape[1] > size[0]
    resized: Any = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return resized


def _opaque(pixels: Pixels, backing: str) -> Pixels:
    if pixels.shape[2] == 3:
        return pixels
    alpha = pixels[:, :, 3:].astype(np.uint32)
    under = np.array([int(backing[k : k + 2], 16) for k in (5, 3, 1)], np.uint32)
    blended = (pixels[:, :, :3] * alpha + under * (255 - alpha) + 127) // 255
    return blended.astype(np.uint8)


def _decoded(file: Path) -> Pixels:
    """A picture that OpenCV or the video decoders read (TIFF, BMP; AVIF, HEIC)."""
    raw: Any = np.fromfile(file, dtype=np.uint8)
    known: Any = cv2.imdecode(raw, cv2.IMREAD_COLOR) if cv2.haveImageReader(str(file)) else None
    pixels = _first_frame(file) if known is None else known
    if pixels.shape[0] * pixels.shape[1] > MAX_PIXELS:
        raise InputError("It is too large.", next_step="4000 pixels on the long side are plenty.")
    return pixels


def _first_frame(file: Path) -> Pixels:
    try:
        return frame_at(file, 0.0)
    except MediaError as error:
        raise InputError(
            "It is no picture that can be decoded.", next_step="Save it as a PNG, JPEG or WebP."
        ) from error


def _svg(file: Path) -> Still:
    """A drawing by resvg. What would run or be fetched is taken out first, and said."""
    if file.stat().st_size > SVG_MOST_BYTES:
        raise InputError("It is larger than 8 MB.", next_step="Save it as a PNG.")
    text = _ENTITY.sub("", file.read_text(encoding="utf-8", errors="replace"))
    clean = _HANDLER.sub("", _FOREIGN.sub("", _SCRIPT.sub("", text)))
    notes = ("a script in it was left out",) if clean != text else ()
    held = _URL.sub("none", _LINK.sub(_inner_link, clean))
    if held != clean:
        notes += ("links to things outside of it were not followed",)
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=held, skip_system_fonts=True, font_files=list(font_files()), width=SVG_SIDE
        )
    except ValueError as error:
        raise InputError("It is no drawing that can be read.", next_step="Save it as a PNG.") from error
    pixels: Any = cv2.imdecode(np.frombuffer(bytes(png), np.uint8), cv2.IMREAD_UNCHANGED)
    if pixels is None:
        raise InputError("It is no drawing that can be read.", next_step="Save it as a PNG.")
    return Still(pixels, notes)


def _inner_link(found: re.Match[str]) -> str:
    """Only links inside the drawing and pictures written into it are kept."""
    where = found[2][1:-1].strip()
    if where.startswith("#") or where.lower().startswith(_WRITTEN_IN):
        return found[0]
    return ""
