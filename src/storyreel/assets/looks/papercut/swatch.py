"""All places on one page: `python -m storyreel.assets.looks.papercut.swatch OUT.jpg`."""

import sys
import tempfile
from pathlib import Path
from typing import Any, get_args

import cv2
import numpy as np

from storyreel.assets.looks.papercut.look import PaperCutLook
from storyreel.assets.looks.papercut.places import PLACES
from storyreel.assets.looks.papercut.raster import rastered
from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Mood, Reading, Time, Weather
from storyreel.assets.swatch import flatten

Pixels = np.ndarray[Any, Any]
TILE = (480, 270)
STRIP, COLUMNS, GAP = 30, 6, 8
TIMES: tuple[Time, ...] = ("day", "night", "dawn", "dusk")
WEATHERS: tuple[Weather, ...] = ("clear", "clear", "rain", "clear", "snow", "clear", "fog", "clear", "storm")
MOODS: tuple[Mood, ...] = get_args(Mood)
GROUND = (32, 27, 24)


def wanted(index: int, place: str) -> PictureNeed:
    """A place with an hour, a weather and a mood that change from one to the next."""
    reading = Reading(
        kind="scene",
        place=place,
        time=TIMES[index % len(TIMES)],
        weather=WEATHERS[index % len(WEATHERS)],
        mood=MOODS[index % len(MOODS)],
    )
    return PictureNeed(
        id=place,
        kind="scene",
        words=place,
        framing="medium",
        movement="still",
        position=index,
        reading=reading,
    )


def tile(index: int, place: str) -> Pixels:
    """A place with its name, hour and weather below."""
    need = wanted(index, place)
    with tempfile.TemporaryDirectory() as folder:
        picture = flatten(PaperCutLook().draw(need, "story", TILE, Path(folder)), TILE)
    assert need.reading is not None
    told = f"{place}, {need.reading.time}, {need.reading.weather}"
    style = 'font-family="Inter" font-weight="600" font-size="16" fill="#fff4dc"'
    text = f'<text x="6" y="20" {style}>{told}</text>'
    label = rastered(text, (0, 0, TILE[0], STRIP), 1.0)
    strip = np.full((STRIP, TILE[0], 3), GROUND, np.uint8)
    alpha = label[:, :, 3:].astype(np.uint16)
    strip[:] = (label[:, :, :3] * alpha + strip * (255 - alpha)) // 255
    return np.vstack((picture, strip))


def page() -> Pixels:
    """Every place, row by row, in the order of the table."""
    tiles = [tile(index, place) for index, place in enumerate(PLACES)]
    rows = -(-len(tiles) // COLUMNS)
    wide, high = TILE[0] + GAP, TILE[1] + STRIP + GAP
    sheet = np.full((rows * high + GAP, COLUMNS * wide + GAP, 3), GROUND, np.uint8)
    for index, each in enumerate(tiles):
        y, x = GAP + index // COLUMNS * high, GAP + index % COLUMNS * wide
        sheet[y : y + each.shape[0], x : x + each.shape[1]] = each
    return sheet


def main(arguments: list[str]) -> None:
    """Draw the page at OUT; the quality is what a page of documentation needs."""
    sheet = page()
    small = cv2.resize(sheet, None, fx=0.62, fy=0.62, interpolation=cv2.INTER_AREA)
    cv2.imwrite(arguments[0], small, [cv2.IMWRITE_JPEG_QUALITY, 74])


if __name__ == "__main__":
    main(sys.argv[1:])
