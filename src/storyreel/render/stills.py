"""Stills on their way to sheets: decoded once, brought to the size they are seen at, kept for a while.

The cache belongs to the process and is bounded by bytes: segments that follow each other mostly
share their pictures.
"""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cv2

from storyreel.media.image import Pixels, read_image
from storyreel.render.planes import Sheet, Texture, premultiplied, sheet_of, texture_of

MediaFinder = Callable[[str], Path]
"""From a SHA-256 to the file that holds those bytes."""

CACHE_BYTES = 96 << 20
Key = tuple[str, int, int, bool, tuple[int, int] | None]
"""Content, width, height, exact, padding; no padding stands for a texture."""


class SheetCache:
    """Sheets and textures by content and size; the least recently used go first."""

    def __init__(self, limit_bytes: int = CACHE_BYTES) -> None:
        self._limit = limit_bytes
        self._sheets: OrderedDict[Key, Sheet | Texture] = OrderedDict()
        self._held = 0

    def get(
        self,
        sha256: str,
        media: MediaFinder,
        *,
        size: tuple[int, int],
        exact: bool,
        pad: tuple[int, int] = (0, 0),
    ) -> Sheet:
        """The picture at `size` pixels if `exact`, else at most at that size (never drawn larger)."""
        key = (sha256, *size, exact, pad)
        found = self._held_under(key)
        if not isinstance(found, Sheet):
            found = sheet_of(_sized(read_image(media(sha256)), size, exact), pad=pad)
            self._keep(key, found)
        return found

    def texture(self, sha256: str, media: MediaFinder, *, size: tuple[int, int]) -> Texture:
        """The picture for scaling and turning, at most at `size` pixels."""
        key = (sha256, *size, False, None)
        found = self._held_under(key)
        if not isinstance(found, Texture):
            found = texture_of(_sized(read_image(media(sha256)), size, exact=False))
            self._keep(key, found)
        return found

    @property
    def held_bytes(self) -> int:
        return self._held

    def _held_under(self, key: Key) -> Sheet | Texture | None:
        if key in self._sheets:
            self._sheets.move_to_end(key)
        return self._sheets.get(key)

    def _keep(self, key: Key, sheet: Sheet | Texture) -> None:
        self._sheets[key] = sheet
        self._held += sheet.nbytes
        while self._held > self._limit and len(self._sheets) > 1:
            _, old = self._sheets.popitem(last=False)
            self._held -= old.nbytes


def _sized(pixels: Pixels, size: tuple[int, int], exact: bool) -> Pixels:
    flat = premultiplied(pixels) if pixels.shape[2] == 4 else pixels
    height, width = flat.shape[:2]
    smaller = width > size[0] or height > size[1]
    if (width, height) == size or not (exact or smaller):
        return flat
    way = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    resized: Any = cv2.resize(flat, size, interpolation=way)
    return resized
