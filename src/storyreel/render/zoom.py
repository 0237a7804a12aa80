"""Scaling an upright plane to whatever place and size, by OpenCV's exact resize: half the cost of a warp.

Resize takes any scale but begins at a whole pixel. Sample n of its result lies `step * (n + 1/2)`
pixels into the source part, so leaving out the first few columns begins the picture between pixels;
some number of them nearly always meets the wanted place as closely as a warp would.
"""

import math
from typing import Any, NamedTuple

import cv2
import numpy as np

from storyreel.render.planes import Plane

CLOSE_PX = 1 / 64
"""How near is near enough, in pixels of the source: a warp's own grid is 1/32 wide."""
MOST_LEFT_OUT = 64


class Axis(NamedTuple):
    """One direction: which part of the source is resized, to how much, and where the result is used."""

    first: int
    size: int
    resized: int
    skipped: int
    scale: float


def axis(scale: float, offset: float, source: int, wanted: int) -> Axis | None:
    """A way to have `wanted` pixels with source index s at `scale * s + offset`; None: there is none."""
    step = 1 / scale
    start = -offset * step - step / 2 + 0.5
    for skipped in range(1, MOST_LEFT_OUT):
        first = round(start - step * skipped)
        if abs(start - step * skipped - first) > CLOSE_PX or first < 0:
            continue
        size = min(source - first, math.ceil(step * (wanted + skipped)) + 2)
        resized = round(size * scale)
        if resized >= wanted + skipped:
            return Axis(first, size, resized, skipped, scale)
    return None


class Zoomer:
    """Scales planes into memory of its own, which the next call writes over."""

    def __init__(self) -> None:
        self._memory: Plane = np.empty(0, dtype=np.uint8)

    def scaled(self, plane: Plane, across: Axis, down: Axis, wanted: tuple[int, int]) -> Plane:
        """The plane along both axes, `wanted` (width, height) pixels of it."""
        if self._memory.size < across.resized * down.resized:
            self._memory = np.empty(across.resized * down.resized * 5 // 4, dtype=np.uint8)
        target = self._memory[: across.resized * down.resized].reshape(down.resized, across.resized)
        part = plane[down.first : down.first + down.size, across.first : across.first + across.size]
        result: Any = cv2.resize(
            part,
            None,
            dst=target,
            fx=across.scale,
            fy=down.scale,
            interpolation=cv2.INTER_LINEAR_EXACT,
        )
        width, height = wanted
        return result[down.skipped : down.skipped + height, across.skipped : across.skipped + width]
