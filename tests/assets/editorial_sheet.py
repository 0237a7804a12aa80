"""The swatch page of the editorial look's templates: `python -m tests.assets.editorial_sheet OUT.jpg`."""

import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np

from storyreel.assets.looks import LOOKS
from storyreel.assets.model import PictureNeed
from storyreel.assets.swatch import flatten
from tests.assets.shots import SHOTS

STRAINED = ("-long", "-awkward")
WIDE, TALL = (960, 540), (540, 960)
GAP = 8
TALL_ONES = ("title", "quote", "dialogue", "list", "people_chart", "journey", "comparison", "scene-two")
OTHERS = (
    ("dialogue", "harbour"),
    ("emotion", "plum"),
    ("people_chart", "orchard"),
    ("scene", "plum"),
    ("chart", "harbour"),
    ("quote", "orchard"),
)


def picture(need: PictureNeed, palette: str, size: tuple[int, int]) -> np.ndarray:
    """A template as it looks when all has come."""
    with tempfile.TemporaryDirectory() as folder:
        return flatten(LOOKS["editorial"].draw(need, palette, size, Path(folder)), size)


def rows_of(cells: list[np.ndarray], columns: int, width: int) -> np.ndarray:
    """Cells in rows on a dark page, brought to `width` pixels over all."""
    across = (width - GAP * (columns + 1)) // columns
    down = round(across * cells[0].shape[0] / cells[0].shape[1])
    count = -(-len(cells) // columns)
    page = np.full((count * (down + GAP) + GAP, width, 3), 40, np.uint8)
    for k, cell in enumerate(cells):
        y, x = GAP + k // columns * (down + GAP), GAP + k % columns * (across + GAP)
        page[y : y + down, x : x + across] = cv2.resize(cell, (across, down), interpolation=cv2.INTER_AREA)
    return page


def main(out: str) -> None:
    """Draw every template, some of them tall, and the other palettes."""
    names = [name for name in SHOTS if not name.endswith(STRAINED)]
    wide = [
        picture(SHOTS[name].model_copy(update={"position": k}), "hearth", WIDE)
        for k, name in enumerate(names)
    ]
    wide += [picture(SHOTS[name], palette, WIDE) for name, palette in OTHERS]
    tall = [picture(SHOTS[name], "hearth", TALL) for name in TALL_ONES]
    page = np.vstack([rows_of(wide, 5, 1600), rows_of(tall, 8, 1600)])
    cv2.imwrite(out, page, [cv2.IMWRITE_JPEG_QUALITY, 74])


if __name__ == "__main__":
    main(sys.argv[1])
