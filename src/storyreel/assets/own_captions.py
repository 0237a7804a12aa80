"""Whether a picture has captions of its own at its foot.

Lettering is many strong upright edges, short and close, in one or two rows of even height, with quiet above
and below. In a video it must also stay or come back over several frames.
"""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.media.image import Pixels

WIDTH = 480
"""Pixels to which a frame is brought."""
BAND_FROM = 0.62
"""Captions stand below this share of the height."""
STROKE = 45
"""Least change of light between neighbours at the side of a letter."""
ROW_STROKES = 0.05
"""Share of the looked-at width that must be strokes in a row of lettering."""
LEAST_ROWS, MOST_ROWS = 0.018, 0.10
"""Height of one row of lettering, in shares of the height."""
LEAST_SPREAD = 0.12
"""Share of the width that a row of lettering takes."""
QUIET = 0.35
"""Strokes above or below lettering, against those in it."""
FRAMES_SHARE = 0.4


def has_foot_text(frames: Sequence[Pixels]) -> bool:
    """Whether captions stand at the foot of a still (one frame) or of a video (several)."""
    if not frames:
        return False
    found = sum(_lettered(frame) for frame in frames)
    return found >= max(1, round(len(frames) * FRAMES_SHARE))


def lettering_of(frame: Pixels) -> tuple[float, float] | None:
    """Left and right end of the lettering of a frame, in shares of its width."""
    strokes, rows = _rows_of(frame, 0.0)
    if not rows:
        return None
    columns = np.flatnonzero(np.concatenate([strokes[first:last] for first, last in rows]).any(axis=0))
    margin = WIDTH // 10
    return round((int(columns[0]) + margin) / WIDTH, 2), round((int(columns[-1]) + margin) / WIDTH, 2)


def _lettered(frame: Pixels) -> bool:
    return bool(_rows_of(frame, BAND_FROM)[1])


def _rows_of(frame: Pixels, share: float) -> tuple[NDArray[np.bool_], list[tuple[int, int]]]:
    """Where strokes are, and the rows of lettering that begin below this share of the height."""
    rows, cols = frame.shape[:2]
    height = max(8, round(rows * WIDTH / cols))
    grey = _grey(frame, height).astype(np.int16)
    strokes = np.abs(np.diff(grey, axis=1)) >= STROKE
    # The middle four fifths: logos and clocks stand in corners.
    strokes = strokes[:, WIDTH // 10 : WIDTH - WIDTH // 10]
    density = strokes.mean(axis=1)
    top = round(height * share)
    found = [
        (first, last)
        for first, last in _runs(density >= ROW_STROKES)
        if first >= top and _is_row(strokes, density, first, last, height)
    ]
    return strokes, found


def _grey(frame: Pixels, height: int) -> Pixels:
    grey: Any = cv2.resize(
        cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY), (WIDTH, height), interpolation=cv2.INTER_AREA
    )
    return grey


def _runs(dense: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], dense.astype(np.int8), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _is_row(
    strokes: NDArray[np.bool_], density: NDArray[np.float64], first: int, last: int, height: int
) -> bool:
    tall = last - first
    if not LEAST_ROWS * height <= tall <= MOST_ROWS * height:
        return False
    columns = np.flatnonzero(strokes[first:last].any(axis=0))
    spread = (columns[-1] - columns[0]) / strokes.shape[1]
    gap = max(2, tall // 4)
    inside = float(density[first:last].mean())
    above = float(density[max(0, first - gap - 1) : max(1, first - 1)].mean())
    below = density[last + 1 : last + 1 + gap]
    around = max(above, float(below.mean()) if len(below) else 0.0)
    # Letters alternate: along a row, strokes and gaps follow each other many times.
    changes = int(np.abs(np.diff(strokes[first:last].any(axis=0).astype(np.int8))).sum())
    return spread >= LEAST_SPREAD and around <= QUIET * inside and changes >= 10
