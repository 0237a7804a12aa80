"""Contact sheets of finished films for the docs: `python -m benchmarks.sheets FILM_FOLDER OUT.jpg [COLUMNS]`.

One frame a shot, late enough that everything has come in and early enough that nothing leaves.
"""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import av
import cv2
import numpy as np

from storyreel.timeline.exact import clip_starts
from storyreel.timeline.model import Timeline

AT = 0.7
"""Share of a shot at which it is looked at."""
TILE = 480
"""Pixels of a frame's longer side."""
GAP = 6
GROUND = 24
QUALITY = 84

Pixels = np.ndarray[Any, Any]


def sheet(film: Path, columns: int) -> Pixels:
    """The film's shots in rows, BGR; `film` is the folder that `storyreel make` filled."""
    timeline = Timeline.from_bytes((film / "Timeline.json").read_bytes())
    starts = zip(timeline.clips, clip_starts(timeline), strict=True)
    wanted = {start + int(clip.duration * AT): number for number, (clip, start) in enumerate(starts)}
    tiles = [tile for _, tile in sorted(_tiles(next(film.glob("*.mp4")), wanted), key=lambda pair: pair[0])]
    tiles += [np.full_like(tiles[0], GROUND)] * (-len(tiles) % columns)
    rows = [np.hstack(tiles[at : at + columns]) for at in range(0, len(tiles), columns)]
    return np.vstack(rows)


def _tiles(movie: Path, wanted: Mapping[int, int]) -> Iterator[tuple[int, Pixels]]:
    """(number of the shot, its frame with a gap around it)."""
    with av.open(str(movie)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number in wanted:
                yield wanted[number], _tile(frame.to_ndarray(format="bgr24"))


def _tile(picture: Pixels) -> Pixels:
    height, width = picture.shape[:2]
    ratio = TILE / max(height, width)
    size = round(width * ratio), round(height * ratio)
    small: Any = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    edge: Pixels = cv2.copyMakeBorder(small, *(GAP,) * 4, cv2.BORDER_CONSTANT, value=(GROUND,) * 3)
    return edge


def main() -> None:
    """Write one sheet."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sheets", description=__doc__)
    parser.add_argument("film", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("columns", type=int, nargs="?", default=5)
    given = parser.parse_args()
    cv2.imwrite(str(given.out), sheet(given.film, given.columns), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])


if __name__ == "__main__":
    main()
