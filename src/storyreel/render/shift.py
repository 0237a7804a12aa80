"""Moving a sheet without changing its size: two weighted sums of neighbouring pixels.

They are exact on every processor and five times cheaper than a warp. Luma moves in steps of 1/128
pixel, chroma in the same.
"""

import functools
from typing import Any

import cv2
import numpy as np

from storyreel.render.canvas import NOTHING, Canvas, Rectangle, area, around, within
from storyreel.render.patches import Patch, patches_of
from storyreel.render.place import grid_of
from storyreel.render.planes import Plane, Sheet

SHIFT_STEPS = 128
"""Positions per pixel: chroma, at half the resolution, then lies on 1/256, the finest exact weight."""


class Shifter:
    """Moves one sheet by fractions of a pixel; its buffers are reused from frame to frame.

    Only what is asked for is computed, and at whole even pixels nothing is: the sheet's own planes
    are blended. `patches` are the sheet's, or those of the sheet that it is a faded copy of.
    """

    def __init__(self, sheet: Sheet, patches: tuple[Patch, ...] | None = None) -> None:
        self.sheet = sheet
        self.patches = patches_of(sheet) if patches is None else patches
        self._sources = (*sheet.planes, *(sheet.inverse or ()))
        self._bordered: dict[int, Plane] = {}
        self._memory: list[Plane] = [np.empty(sheet.planes[0].size, dtype=np.uint8) for _ in range(3)]

    def at(self, x: float, y: float) -> "Shifted":
        """The sheet with its top left corner at x, y in luma pixels."""
        return Shifted(self, *self.steps(x, y))

    def steps(self, x: float, y: float) -> tuple[int, int]:
        """A place in the finest steps that are told apart."""
        sheet = self.sheet
        return round((x + sheet.left) * SHIFT_STEPS), round((y + sheet.top) * SHIFT_STEPS)

    def moved(
        self, index: int, steps: tuple[int, int], part: Rectangle, slot: int, into: Plane | None = None
    ) -> Plane:
        """A part of plane `index` (0 to 2; 3 and 4 are the inverses), in plane pixels of the frame.

        It is written to `into`, or else lies in memory of this slot (0 or 1) until the next call for it.
        """
        whole = SHIFT_STEPS * (1 if index in (0, 3) else 2)
        left, top, right, bottom = part
        column, row = left - steps[0] // whole, top - steps[1] // whole
        height, width = bottom - top, right - left
        across, down = (steps[0] % whole) / whole, (steps[1] % whole) / whole
        if not across and not down:
            plain = self._sources[index][row : row + height, column : column + width]
            if into is not None:
                np.copyto(into, plain)
            return plain
        source = self._edged(index)[row : row + height + 1, column : column + width + 1]
        out = self._plane(slot, width, height) if into is None else into
        rows: Any = source[:, 1:]
        if across:
            first = source[:, :-1] if down else source[1:, :-1]
            second = source[:, 1:] if down else source[1:, 1:]
            rows = self._plane(2, width, height + 1) if down else out
            cv2.addWeighted(second, 1 - across, first, across, 0, dst=rows)
        if down:
            cv2.addWeighted(rows[1:], 1 - down, rows[:-1], down, 0, dst=out)
        return out

    def reach(self, index: int, steps: tuple[int, int]) -> Rectangle:
        """All pixels of the frame's plane `index` that the sheet can touch."""
        whole = SHIFT_STEPS * (1 if index == 0 else 2)
        height, width = self._sources[index].shape
        left, top = steps[0] // whole, steps[1] // whole
        right = left + width + (1 if steps[0] % whole else 0)
        return left, top, right, top + height + (1 if steps[1] % whole else 0)

    def _edged(self, index: int) -> Plane:
        """The plane with one more pixel on each side: clear, or for an opaque sheet its own edge."""
        if index not in self._bordered:
            kind = cv2.BORDER_REPLICATE if self.sheet.inverse is None else cv2.BORDER_CONSTANT
            fill = (255 if index > 2 else 0,)
            edged: Any = cv2.copyMakeBorder(self._sources[index], 1, 1, 1, 1, kind, value=fill)
            self._bordered[index] = edged
        return self._bordered[index]

    def _plane(self, slot: int, width: int, height: int) -> Plane:
        if self._memory[slot].size < width * height:
            self._memory[slot] = np.empty(width * height, dtype=np.uint8)
        return self._memory[slot][: width * height].reshape(height, width)


class Shifted:
    """A sheet where a shifter moved it; `window` hides what lies outside that rectangle of the frame."""

    def __init__(self, shifter: Shifter, steps_x: int, steps_y: int, window: Rectangle | None = None) -> None:
        self._shifter = shifter
        self._steps = (steps_x, steps_y)
        x, y = (steps // (2 * SHIFT_STEPS) * 2 for steps in self._steps)
        self._parts: list[tuple[Rectangle, bool]] = []
        for patch in shifter.patches:
            left, top, right, bottom = patch.part
            part = (left + x, top + y, -(-right // 2) * 2 + x, -(-bottom // 2) * 2 + y)
            self._parts.append((part if window is None else within(part, window), patch.solid))

    @property
    def bounds(self) -> Rectangle:
        parts = [part for part, _ in self._parts if area(part)]
        return functools.reduce(around, parts, parts[0]) if parts else NOTHING

    @property
    def solid(self) -> tuple[Rectangle, ...]:
        return tuple(part for part, solid in self._parts if solid)

    def paint(self, canvas: Canvas, clip: Rectangle) -> None:
        for part, solid in self._parts:
            seen = within(part, clip)
            if area(seen):
                self._paint(canvas, seen, solid)

    def _paint(self, canvas: Canvas, part: Rectangle, solid: bool) -> None:
        moved, steps = self._shifter.moved, self._steps
        inverse: Any = None
        for index, frame in enumerate(canvas):
            grid = grid_of(index)
            left, top, right, bottom = (edge // grid for edge in part)
            here = within((left, top, right, bottom), self._shifter.reach(index, steps))
            if not area(here):
                continue
            target: Any = frame[here[1] : here[3], here[0] : here[2]]
            if solid:
                moved(index, steps, here, 0, into=target)
                continue
            if index < 2:
                inverse = moved(3 + index, steps, here, 1)
            cv2.multiply(target, inverse, dst=target, scale=1 / 255)
            cv2.add(target, moved(index, steps, here, 0), dst=target)
