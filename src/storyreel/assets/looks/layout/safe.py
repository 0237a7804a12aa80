"""Bands of a frame that belong to others: captions, and the controls that a platform draws over a film."""

from storyreel.assets.looks.layout.model import Area, FormatShape

WIDEST_SQUARE, TALLEST_SQUARE = 1.25, 0.8
"""Aspect beyond which a frame is wide, and under which it is tall."""
CAPTION_TOP: dict[FormatShape, float] = {"wide": 0.80, "tall": 0.70, "square": 0.80}
"""Share of the height above which two lines of captions (`render.profiles.CAPTIONS`) never reach."""
CAPTION_FOOT: dict[FormatShape, float] = {"wide": 1.0, "tall": 0.81, "square": 1.0}
CONTROLS_TOP = 0.79
"""Of a tall frame: below, Shorts and TikTok set the channel's name and the description."""
RAIL = Area(0.885, 0.50, 0.115, 0.29)
"""Shares of a tall frame: the column of buttons on its right."""


def shape_of(width: float, height: float) -> FormatShape:
    """Which of the three compositions a frame asks for."""
    aspect = width / height
    return "wide" if aspect >= WIDEST_SQUARE else "tall" if aspect <= TALLEST_SQUARE else "square"


def caption_band(width: float, height: float) -> Area:
    """Where captions are read."""
    shape = shape_of(width, height)
    top = CAPTION_TOP[shape] * height
    return Area(0, top, width, CAPTION_FOOT[shape] * height - top)


def platform_bands(width: float, height: float) -> tuple[Area, ...]:
    """Where a platform's controls stand; none in wide and square frames."""
    if shape_of(width, height) != "tall":
        return ()
    foot = Area(0, CONTROLS_TOP * height, width, (1 - CONTROLS_TOP) * height)
    return foot, Area(RAIL.x * width, RAIL.y * height, RAIL.width * width, RAIL.height * height)


def bands(width: float, height: float, *, captions: bool = True) -> tuple[tuple[str, Area], ...]:
    """Every band that stays free of words, numbers, balloons and faces, by its name."""
    named: list[tuple[str, Area]] = [("captions", caption_band(width, height))] if captions else []
    return (*named, *(("controls", band) for band in platform_bands(width, height)))
