"""What stands at its place in the frame, ready to be painted."""

from dataclasses import dataclass
from typing import Protocol

from storyreel.render.canvas import Canvas, Rectangle
from storyreel.render.planes import Plane, Sheet, copy_plane, lay


class Laid(Protocol):
    """Something at its place in the frame, ready to be painted."""

    @property
    def bounds(self) -> Rectangle:
        """All that it touches; it may reach beyond the frame."""
        ...

    @property
    def solid(self) -> tuple[Rectangle, ...]:
        """Where nothing below it is seen."""
        ...

    def paint(self, canvas: Canvas, clip: Rectangle) -> None:
        """Paint what lies inside `clip`, a rectangle of the frame."""
        ...


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
        Placed(plane, sheet.inverse_of(index), left // grid_of(index), top // grid_of(index))
        for index, plane in enumerate(sheet.planes)
    )
    return first, second, third


class Whole:
    """A placement that is painted as one piece."""

    def __init__(self, placement: Placement) -> None:
        self._placement = placement

    @property
    def bounds(self) -> Rectangle:
        luma, grid = self._placement[0], 2
        height, width = luma.plane.shape
        left, top = luma.x // grid * grid, luma.y // grid * grid
        return left, top, -(-(luma.x + width) // grid) * grid, -(-(luma.y + height) // grid) * grid

    @property
    def solid(self) -> tuple[Rectangle, ...]:
        return (self.bounds,) if self._placement[0].inverse is None else ()

    def paint(self, canvas: Canvas, clip: Rectangle) -> None:
        for index, (frame, placed) in enumerate(zip(canvas, self._placement, strict=True)):
            left, top, right, bottom = (edge // grid_of(index) for edge in clip)
            part, x, y = frame[top:bottom, left:right], placed.x - left, placed.y - top
            if placed.inverse is None:
                copy_plane(part, placed.plane, x, y)
            else:
                lay(part, placed.plane, placed.inverse, x, y)


def lay_on(canvas: Canvas, placement: Placement) -> None:
    """Blend a placed sheet onto a whole canvas."""
    height, width = canvas[0].shape
    Whole(placement).paint(canvas, (0, 0, width, height))


def grid_of(index: int) -> int:
    """Luma pixels between two samples of a plane: 0 is luma, the others chroma."""
    return 1 if index == 0 else 2
