"""Scaling and turning pictures into a frame."""

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.media.image import Pixels
from storyreel.render.canvas import Rectangle
from storyreel.render.place import Placed, Placement, grid_of
from storyreel.render.planes import Plane, Sheet, Texture, cropped
from storyreel.render.zoom import Zoomer, axis

Matrix = NDArray[np.float64]
_NOTHING = np.zeros((0, 0), dtype=np.uint8)


class Warper:
    """Scales and turns a texture into a frame; its memory is reused from frame to frame.

    `texture` may be exchanged between calls.
    """

    def __init__(self, texture: Texture, frame_size: tuple[int, int]) -> None:
        self.texture = texture
        self._size = frame_size
        self._memory = [np.empty(frame_size[0] * frame_size[1], dtype=np.uint8) for _ in range(9)]
        self._pixels = np.empty(4 * frame_size[0] * frame_size[1], dtype=np.uint8)

    def at(self, matrix: Matrix, weight: int = 256, part: Rectangle | None = None) -> Placement:
        """The texture under `matrix` (to the frame, continuous luma pixels) at `weight` 256ths of opacity.

        `part` leaves out what lies outside that rectangle of the texture's whole picture.
        """
        texture = self.texture if part is None else cropped(self.texture, part)
        forward, (left, top, right, bottom) = self._region(texture, matrix)
        if right <= left or bottom <= top or not texture.pixels.size:
            nothing = Placed(_NOTHING, _NOTHING, 0, 0)
            return nothing, nothing, nothing
        size = (right - left, bottom - top)
        forward[:, 2] -= (left, top)
        target = self._pixels[: 4 * size[0] * size[1]].reshape(size[1], size[0], 4)
        cv2.warpAffine(texture.pixels, forward, size, dst=target, flags=cv2.INTER_LINEAR)
        if weight < 256:
            cv2.convertScaleAbs(target, dst=target, alpha=weight / 256)
        return self._placed(target, left, top)

    def _placed(self, warped: Pixels, left: int, top: int) -> Placement:
        """Planes of the warped pixels, in memory of our own: fresh memory would cost more than the warp."""
        height, width = warped.shape[:2]
        full = [self._plane(index, width, height) for index in range(5)]
        half = [self._plane(5 + index, width // 2, height // 2) for index in range(4)]
        cv2.split(warped, full[:4])
        for source, target in zip(full[1:4], half, strict=False):
            cv2.resize(source, (width // 2, height // 2), dst=target, interpolation=cv2.INTER_AREA)
        cv2.bitwise_not(full[3], dst=full[4])
        cv2.bitwise_not(half[2], dst=half[3])
        return (
            Placed(full[0], full[4], left, top),
            Placed(half[0], half[3], left // 2, top // 2),
            Placed(half[1], half[3], left // 2, top // 2),
        )

    def _plane(self, index: int, width: int, height: int) -> Plane:
        return self._memory[index][: width * height].reshape(height, width)

    def _region(self, texture: Texture, matrix: Matrix) -> tuple[Matrix, tuple[int, int, int, int]]:
        """The map between pixel indexes, and the even rectangle of the frame that the texture reaches."""
        forward = _between_indexes(matrix, texture.left, texture.top, 1)
        height, width = texture.pixels.shape[:2]
        corners = np.array([[-1, width, -1, width], [-1, -1, height, height], [1, 1, 1, 1]])
        reach: Any = forward @ corners
        left, top = (max(0, int(np.floor(low)) // 2 * 2) for low in reach.min(axis=1))
        right, bottom = (
            min(edge, (int(np.ceil(high)) + 2) // 2 * 2)
            for high, edge in zip(reach.max(axis=1), self._size, strict=True)
        )
        return forward, (left, top, right, bottom)


class GroundWarper:
    """Scales and turns an opaque sheet that hides the whole frame; `sheet` may be exchanged."""

    def __init__(self, sheet: Sheet, frame_size: tuple[int, int]) -> None:
        self.sheet = sheet
        sizes = [(frame_size[1] // grid_of(i), frame_size[0] // grid_of(i)) for i in (0, 1, 2)]
        self._buffers = [np.empty(size, dtype=np.uint8) for size in sizes]
        self._zoomers = [Zoomer() for _ in sizes]

    def at(self, matrix: Matrix) -> Placement:
        """The frame's planes, filled by the sheet under `matrix`."""
        first, second, third = (Placed(self._plane(index, matrix), None, 0, 0) for index in range(3))
        return first, second, third

    def _plane(self, index: int, matrix: Matrix) -> Plane:
        plane, target = self.sheet.planes[index], self._buffers[index]
        size = (target.shape[1], target.shape[0])
        forward = _between_indexes(matrix, self.sheet.left, self.sheet.top, grid_of(index))
        if not forward[0, 1] and not forward[1, 0]:
            across = axis(float(forward[0, 0]), float(forward[0, 2]), plane.shape[1], size[0])
            down = axis(float(forward[1, 1]), float(forward[1, 2]), plane.shape[0], size[1])
            if across is not None and down is not None:
                return self._zoomers[index].scaled(plane, across, down, size)
        cv2.warpAffine(
            plane, forward, size, dst=target, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        return target


def _between_indexes(matrix: Matrix, left: int, top: int, grid: int) -> Matrix:
    """`matrix` on pixel indexes of a plane on a grid of 1 or 2, whose corner stands at left, top."""
    linear = matrix[:, :2]
    offset = np.array([left, top]) / grid + 0.5
    return np.column_stack([linear, matrix[:, 2] / grid + linear @ offset - 0.5])
