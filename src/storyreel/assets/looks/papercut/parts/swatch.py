"""All parts on one page: `python -m storyreel.assets.looks.papercut.parts.swatch OUT.jpg`."""

import sys
import tempfile
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.frame import Frame, frame_of
from storyreel.assets.looks.papercut.palette import chosen
from storyreel.assets.looks.papercut.parts import PARTS, own
from storyreel.assets.looks.papercut.pen import Art, Pen, moved, num, rect, shape
from storyreel.assets.looks.papercut.raster import layers_of
from storyreel.assets.looks.papercut.sheet import Sheet

SIZE = (1920, 2600)
COLUMNS = 13
LIGHT = (0.8, 0.6)
SAME = frozenset(("lantern", "bookcase", "conifer", "cottage", "lute", "bush"))
"""Second names of one part."""


def sheets(pen: Pen, frame: Frame) -> list[Sheet]:
    """Each own part with its name below, on plain paper."""
    names = [name for name in PARTS if own(name) and name not in SAME]
    whole = frame.whole.grown(20)
    ground = shape(rect(whole.x, whole.y, whole.width, whole.height), pen.tone("plaster", 0.8))
    found = [Sheet("ground", ground, 0.0, 0.0, layer="ground", group="ground")]
    wide, high = frame.width / COLUMNS, frame.height / (-(-len(names) // COLUMNS))
    for index, name in enumerate(names):
        cell = Area(index % COLUMNS * wide, index // COLUMNS * high, wide, high)
        found += _cell(PARTS[name](pen), name, cell)
    return found


def _cell(art: Art, name: str, cell: Area) -> list[Sheet]:
    k = min(cell.width * 0.8 / art.width, cell.height * 0.72 / art.height)
    x = cell.center - (art.left + art.right) / 2 * k
    foot = cell.foot - cell.height * 0.2 - art.bottom * k
    told = (
        f'<text x="{num(cell.center)}" y="{num(cell.foot - 6)}" text-anchor="middle" font-family="Inter" '
        f'font-weight="600" font-size="10.5" fill="#3a3f46">{name}</text>'
    )
    return [
        Sheet(name, moved(art.svg, x, foot, k), 0.5, 0.7, 0.7, area=cell, layer="parts"),
        Sheet(f"{name}-told", told, 0.5, 0.0, area=cell, layer="parts"),
    ]


def page() -> np.ndarray[Any, Any]:
    """Every own part, in the order of the registry."""
    pal, frame = chosen("day", "clear", "calm"), frame_of(SIZE)
    pen = Pen(pal, light=LIGHT, lit=True)
    with tempfile.TemporaryDirectory() as folder:
        ground, parts = layers_of(tuple(sheets(pen, frame)), frame, pal, LIGHT, SIZE, Path(folder))
        below, above = (cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED) for layer in (ground, parts))
    assert below is not None
    assert above is not None
    x, y = int(parts.box.x), int(parts.box.y)
    x0, y0 = max(x, 0), max(y, 0)
    cut = above[y0 - y : SIZE[1] - y, x0 - x : SIZE[0] - x]
    view = below[y0 : y0 + cut.shape[0], x0 : x0 + cut.shape[1]]
    alpha = cut[:, :, 3:].astype(np.uint16)
    view[:] = (cut[:, :, :3] * alpha + view * (255 - alpha) + 127) // 255
    return below


def main(arguments: list[str]) -> None:
    """Draw the page at OUT; the quality is what a page of documentation needs."""
    small = cv2.resize(page(), None, fx=0.8, fy=0.8, interpolation=cv2.INTER_AREA)
    cv2.imwrite(arguments[0], small, [cv2.IMWRITE_JPEG_QUALITY, 76])


if __name__ == "__main__":
    main(sys.argv[1:])
