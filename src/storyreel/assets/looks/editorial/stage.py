"""The measures of a frame: one composition each for wide, tall and square.

Design units: the shorter side is 1080; SVG scales them to the pixels that are asked for.
"""

from dataclasses import dataclass

from storyreel.assets.looks.layout.model import SHORT_SIDE, Area, FormatShape
from storyreel.assets.looks.layout.safe import CAPTION_TOP, shape_of
from storyreel.kit.errors import InputError

Shape = FormatShape
SMALLEST_PX = 64
MARGIN: dict[Shape, float] = {"wide": 116, "tall": 78, "square": 84}
FLOOR: dict[Shape, float] = {"wide": 0.79, "tall": 0.682, "square": 0.785}
"""Share of the height at which the strip begins."""

__all__ = ["SHORT_SIDE", "Area", "Shape", "Stage", "stage"]


@dataclass(frozen=True)
class Stage:
    """A frame in design units. Words stay inside `margin` and above `caption_top`."""

    shape: Shape
    width: float
    height: float
    scale: float
    """Pixels per design unit."""
    margin: float
    caption_top: float
    floor: float
    """Where the foreground strip begins: subjects stand here.

    `render.profiles.CAPTIONS` sets two lines of captions below it; a test holds the pair.
    """

    @property
    def wide(self) -> bool:
        return self.shape == "wide"

    def text_area(self, *, share: float = 0.54, right: bool = False) -> Area:
        """Room for words: the left (or right) part of a wide frame, the upper part of the others."""
        inner = self.width - 2 * self.margin
        if self.wide:
            width = inner * share
            x = self.width - self.margin - width if right else self.margin
            return Area(x, 96, width, self.floor - 150)
        if self.shape == "tall":
            return Area(self.margin, 130, inner, 600)
        return Area(self.margin, 76, inner, 320)

    def subject_x(self, *, right: bool = True, words: bool = False) -> float:
        """Where the subject's foot stands: a third, further out when words need the room."""
        if not self.wide:
            return self.width * (0.56 if right else 0.44)
        off = 0.745 if words else 0.64
        return self.width * (off if right else 1 - off)

    def subject_height(self, *, words: bool) -> float:
        """Height of a full-size subject standing on the floor."""
        if self.shape == "wide":
            return 600 if words else 640
        if self.shape == "tall":
            return 540 if words else 800
        return 390 if words else 560


def stage(size: tuple[int, int]) -> Stage:
    """The stage of a frame. Raises InputError when a side is odd or too small."""
    width, height = size
    if min(size) < SMALLEST_PX or width % 2 or height % 2:
        raise InputError(
            f"A frame of {width} x {height} pixels cannot be drawn.",
            next_step=f"Use even sides of at least {SMALLEST_PX} pixels.",
        )
    scale = min(size) / SHORT_SIDE
    w, h = width / scale, height / scale
    shape = shape_of(w, h)
    return Stage(shape, w, h, scale, MARGIN[shape], h * CAPTION_TOP[shape], h * FLOOR[shape])
