"""Opening still pictures: size from the header first, then pixels, upright and 8 bit."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.kit.errors import InputError

MAX_PIXELS = 80_000_000
HEADER_BYTES = 1 << 20
"""Enough to pass the thumbnails that cameras put in front of a JPEG's size."""
JPEG_SIZE_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
JPEG_BARE_MARKERS = frozenset((0x01, *range(0xD0, 0xD9)))
NEXT_STEP = "Save it again as a PNG, JPEG or WebP."

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class ImageHeader:
    """What the first bytes say. Width and height are as stored, before any rotation."""

    kind: str
    """png, jpeg or webp."""
    width: int
    height: int


def read_header(path: Path) -> ImageHeader:
    """Kind and size without decoding. Raises InputError when it is no picture we read, or too large."""
    with path.open("rb") as stream:
        head = stream.read(HEADER_BYTES)
    header = _png(head) or _webp(head) or _jpeg(head)
    if header is None or header.width <= 0 or header.height <= 0:
        raise InputError(f"{path.name} is not a picture that can be read.", next_step=NEXT_STEP)
    if header.width * header.height > MAX_PIXELS:
        raise InputError(
            f"The picture {path.name} has {header.width} x {header.height} pixels; "
            f"the most is {MAX_PIXELS // 1_000_000} million in all.",
            next_step="Make it smaller: 4000 pixels on the long side are plenty.",
        )
    return header


def read_image(path: Path) -> Pixels:
    """Pixels as height x width x 3 (BGR) or x 4 (BGR and straight alpha), 8 bit, upright.

    Sixteen bits are rounded to eight, grey becomes colour, EXIF orientation is applied to photos.
    Raises InputError.
    """
    header = read_header(path)
    raw: Any = np.fromfile(path, dtype=np.uint8)
    plain: Any = cv2.imdecode(raw, cv2.IMREAD_UNCHANGED)
    if plain is not None and (plain.ndim == 2 or plain.shape[2] == 3):
        upright: Any = cv2.imdecode(raw, cv2.IMREAD_COLOR | cv2.IMREAD_ANYDEPTH)
        plain = upright if header.kind == "jpeg" or plain.ndim == 2 else plain
    if plain is None:
        raise InputError(f"The picture {path.name} is damaged.", next_step=NEXT_STEP)
    return _eight_bits(plain, path)


def _eight_bits(pixels: Any, path: Path) -> Pixels:
    if pixels.dtype == np.uint16:
        pixels = np.asarray((pixels.astype(np.uint32) * 255 + 32767) // 65535, dtype=np.uint8)
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in (3, 4):
        raise InputError(f"The picture {path.name} has an unusual pixel format.", next_step=NEXT_STEP)
    return pixels


def _png(head: bytes) -> ImageHeader | None:
    if head[:8] != b"\x89PNG\r\n\x1a\n" or head[12:16] != b"IHDR" or len(head) < 24:
        return None
    return ImageHeader("png", int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big"))


def _webp(head: bytes) -> ImageHeader | None:
    if head[:4] != b"RIFF" or head[8:12] != b"WEBP" or len(head) < 30:
        return None
    kind, data = head[12:16], head[20:30]
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[at : at + 3], "little") + 1 for at in (4, 7))
    elif kind == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    else:
        width, height = (int.from_bytes(data[at : at + 2], "little") & 0x3FFF for at in (6, 8))
    return ImageHeader("webp", width, height)


def _jpeg(head: bytes) -> ImageHeader | None:
    if head[:2] != b"\xff\xd8":
        return None
    at = 2
    while at + 9 <= len(head):
        if head[at] != 0xFF:
            return None
        marker = head[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker in JPEG_BARE_MARKERS:
            at += 2
        elif marker in JPEG_SIZE_MARKERS:
            height, width = (int.from_bytes(head[at + n : at + n + 2], "big") for n in (5, 7))
            return ImageHeader("jpeg", width, height)
        else:
            at += 2 + int.from_bytes(head[at + 2 : at + 4], "big")
    return None
