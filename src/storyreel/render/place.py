"""Putting a sheet where a pose wants it: by a shift where that is enough, else by a warp.

Both give planes with the place of their top left corner. A shift is two weighted sums of
neighbouring pixels, exact on every processor and five times cheaper than a warp; luma moves in
steps of 1/128 pixel, chroma in the same.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.render.planes import Plane, Sheet

SHIFT_STEPS = 128
"""Positions per pixel: chroma, at half the resolution, then lies on 1/256, the finest exact weight."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Placed:
    """One plane of a sheet at its place in the frame's plane of the same index."""

    plane: Plane
    inverse: Plane | None
    x: int
    y: int


Placement = tuple[Placed, Placed, Placed]


def snapped(sheet: Sheet, x: int, y: int) -> Placement:
    """The sheet at whole, even luma coordinates, untouched."""
    left, top = x + sheet.left, y + sheet.top
    first, second, third = (
        Placed(plane, sheet.inverse_of(index), left // _grid(index), top // _grid(index))
        for index, plane in enumerate(sheet.planes)
    )
    return first, second, third


class Shifter:
    """Moves one sheet by fractions of a pixel; its buffers are reused from frame to frame."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        clear = cv2.BORDER_REPLICATE if sheet.inverse is None else cv2.BORDER_CONSTANT
        self._planes = [_bordered(plane, clear, 0) for plane in sheet.planes]
        self._inverse = [_bordered(plane, clear, 255) for plane in sheet.inverse or ()]
        self._buffers = [_buffers(plane) for plane in (*self._planes, *self._inverse)]

    def at(self, x: float, y: float) -> Placement:
        """The sheet with its top left corner at x, y in luma pixels."""
        steps_x = round((x + self._sheet.left) * SHIFT_STEPS)
        steps_y = round((y + self._sheet.top) * SHIFT_STEPS)
        inverses = [
            _shifted(plane, steps_x, steps_y, index + 1, self._buffers[3 + index])
            for index, plane in enumerate(self._inverse)
        ]
        first, second, third = (
            Placed(
                _shifted(plane, steps_x, steps_y, _grid(index), self._buffers[index]),
                inverses[min(index, 1)] if inverses else None,
                steps_x // (SHIFT_STEPS * _grid(index)),
                steps_y // (SHIFT_STEPS * _grid(index)),
            )
            for index, plane in enumerate(self._planes)
        )
        return first, second, third


class Warper:
    """Scales and turns one sheet into a frame; its buffers are reused from frame to frame."""

    def __init__(self, sheet: Sheet, frame_size: tuple[int, int]) -> None:
        self._sheet = sheet
        width, height = frame_size
        sizes = [(height // _grid(i), width // _grid(i)) for i in (0, 1, 2, 0, 1)]
        self._buffers = [np.empty(size, dtype=np.uint8) for size in sizes]
        self._sizes = sizes

    def at(self, matrix: Matrix) -> Placement:
        """The sheet under the map `matrix` (sheet to frame, continuous luma coordinates)."""
        part = [self._region(matrix, index) for index in (0, 1)]
        inverses = [
            self._warped(plane, part[index], 3 + index, 255)
            for index, plane in enumerate(self._sheet.inverse or ())
        ]
        first, second, third = (
            Placed(
                self._warped(plane, part[min(index, 1)], index, 0),
                inverses[min(index, 1)] if inverses else None,
                part[min(index, 1)][1][0],
                part[min(index, 1)][1][1],
            )
            for index, plane in enumerate(self._sheet.planes)
        )
        return first, second, third

    def _region(self, matrix: Matrix, index: int) -> tuple[Matrix, tuple[int, int, int, int]]:
        """The map between pixel indexes of a plane, and the part of the frame's plane that it reaches."""
        grid = _grid(index)
        linear = matrix[:, :2]
        offset = np.array([self._sheet.left, self._sheet.top]) / grid + 0.5
        forward = np.column_stack([linear, matrix[:, 2] / grid + linear @ offset - 0.5])
        rows, columns = self._sizes[index]
        if self._sheet.inverse is None:
            return forward, (0, 0, columns, rows)
        height, width = self._sheet.planes[index].shape
        corners = np.array([[-1, width, -1, width], [-1, -1, height, height], [1, 1, 1, 1]])
        reach: Any = forward @ corners
        left, top = (max(0, int(np.floor(low))) for low in reach.min(axis=1))
        right, bottom = int(np.ceil(reach[0].max())) + 1, int(np.ceil(reach[1].max())) + 1
        return forward, (left, top, max(left, min(columns, right)), max(top, min(rows, bottom)))

    def _warped(
        self, plane: Plane, part: tuple[Matrix, tuple[int, int, int, int]], buffer: int, fill: int
    ) -> Plane:
        forward, (left, top, right, bottom) = part
        target: Any = self._buffers[buffer][: bottom - top, : right - left]
        if not target.size:
            return target
        moved = forward.copy()
        moved[:, 2] -= (left, top)
        border = cv2.BORDER_REPLICATE if self._sheet.inverse is None else cv2.BORDER_CONSTANT
        cv2.warpAffine(
            plane,
            moved,
            (right - left, bottom - top),
            dst=target,
            flags=cv2.INTER_LINEAR,
            borderMode=border,
            borderValue=(fill,),
        )
        return target


def _grid(index: int) -> int:
    return 1 if index == 0 else 2


def _bordered(plane: Plane, kind: int, fill: int) -> Plane:
    result: Any = cv2.copyMakeBorder(plane, 1, 1, 1, 1, kind, value=(fill,))
    return result


def _buffers(bordered: Plane) -> tuple[Plane, Plane]:
    height, width = bordered.shape
    across = np.empty((height, width - 1), dtype=np.uint8)
    return across, np.empty((height - 1, width - 1), dtype=np.uint8)


def _shifted(bordered: Plane, steps_x: int, steps_y: int, grid: int, buffers: tuple[Plane, Plane]) -> Plane:
    """A plane one pixel wider and higher than its sheet, moved right and down by the steps' fraction."""
    whole = SHIFT_STEPS * grid
    right, down = (steps_x % whole) / whole, (steps_y % whole) / whole
    across: Any = bordered[:, 1:]
    if right:
        cv2.addWeighted(bordered[:, 1:], 1 - right, bordered[:, :-1], right, 0, dst=buffers[0])
        across = buffers[0]
    if not down:
        return across[1:]
    cv2.addWeighted(across[1:], 1 - down, across[:-1], down, 0, dst=buffers[1])
    return buffers[1]
