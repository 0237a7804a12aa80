"""The measures of a frame: one composition each for wide, tall and square.

Design units: the shorter side is 1080; drawing scales them to the pixels that are asked for.
"""

from dataclasses import dataclass
from typing import Literal

from storyreel.kit.errors import InputError

Shape = Literal["wide", "tall", "square"]
SHORT_SIDE = 1080.0
SMALLEST_PX = 64
OVERSCAN = 0.04
"""Of the width, on every side: how far moving sheets reach beyond the frame."""


@dataclass(frozen=True)
class Area:
    """A rectangle in design units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def foot(self) -> float:
        return self.y + self.height

    def grown(self, by: float) -> "Area":
        """Wider on every side."""
        return Area(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True)
class Frame:
    """A frame in design units; words and faces stay inside `margin` and above `caption_top`."""

    shape: Shape
    width: float
    height: float
    scale: float
    """Pixels per design unit."""
    margin: float
    caption_top: float

    @property
    def reach(self) -> float:
        """How far sheets go beyond the frame on every side."""
        return self.width * OVERSCAN

    @property
    def whole(self) -> Area:
        """The frame with its overscan."""
        return Area(0, 0, self.width, self.height).grown(self.reach)

    def x(self, share: float) -> float:
        """A share of the width in design units."""
        return self.width * share

    def y(self, share: float) -> float:
        """A share of the height in design units."""
        return self.height * share


def frame_of(size: tuple[int, int]) -> Frame:
    """The frame of a size in pixels. Raises InputError when a side is odd or too small."""
    width, height = size
    if min(size) < SMALLEST_PX or width % 2 or height % 2:
        raise InputError(
            f"A frame of {width} x {height} pixels cannot be drawn.",
            next_step=f"Use even sides of at least {SMALLEST_PX} pixels.",
        )
    scale = min(size) / SHORT_SIDE
    w, h = width / scale, height / scale
    if w / h >= 1.25:
        return Frame("wide", w, h, scale, 116, h * 0.80)
    if w / h <= 0.8:
        return Frame("tall", w, h, scale, 78, h * 0.68)
    return Frame("square", w, h, scale, 84, h * 0.80)
