"""The measures of a frame: one composition each for wide, tall and square.

Design units: the shorter side is 1080; drawing scales them to the pixels that are asked for.
"""

from dataclasses import dataclass

from storyreel.assets.looks.layout.model import SHORT_SIDE, Area, Block, FormatShape, Plan
from storyreel.assets.looks.layout.safe import caption_band, shape_of
from storyreel.kit.errors import InputError

SMALLEST_PX = 64
OVERSCAN = 0.04
"""Of the width, on every side: how far moving sheets reach beyond the frame."""
MARGINS: dict[FormatShape, float] = {"wide": 116, "tall": 78, "square": 84}


@dataclass(frozen=True)
class Frame:
    """A frame in design units; words and faces stay inside `margin` and above `caption_top`."""

    shape: FormatShape
    width: float
    height: float
    scale: float
    """Pixels per design unit."""
    margin: float
    caption_top: float
    """Above it no caption ever reaches; below it: no words, no faces."""

    @property
    def reach(self) -> float:
        """How far sheets go beyond the frame on every side."""
        return self.width * OVERSCAN

    @property
    def whole(self) -> Area:
        """The frame with its overscan."""
        return Area(0, 0, self.width, self.height).grown(self.reach)

    def plan(self, blocks: tuple[Block, ...], *, captions: bool) -> Plan:
        """The blocks of a composition as the checks want them."""
        return Plan(self.width, self.height, blocks, captions=captions, margin=self.margin)

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
    shape = shape_of(w, h)
    return Frame(shape, w, h, scale, MARGINS[shape], caption_band(w, h).y)
