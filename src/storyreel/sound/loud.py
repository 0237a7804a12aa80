"""When a voice is loud, at the rate of its syllables: what a speaking mouth follows."""

from collections.abc import Sequence

import numpy as np

from storyreel.sound.waves import FRAME_S, QUIET_DB, Samples, frame_levels
from storyreel.timeline.model import TICKS_PER_SECOND

STEP = round(FRAME_S * TICKS_PER_SECOND)
WINDOW = 16
"""Frames of 10 ms to either side within which a level is loud or soft: about one syllable."""
SHARE = 0.62
"""A frame is loud from this part of the loudest one around it."""
SHORTEST = 6
"""Frames of 10 ms that a mouth stays open, or closed, at least: two pictures of a film."""


def loud_ranges(samples: Samples) -> tuple[tuple[int, int], ...]:
    """Half-open ranges of ticks in which a recorded line (mono, 48 kHz) is loud, in order."""
    levels = np.round(frame_levels(samples), 5)
    if not len(levels) or not levels.max():
        return ()
    padded = np.pad(levels, WINDOW, mode="edge")
    around = np.lib.stride_tricks.sliding_window_view(padded, 2 * WINDOW + 1).max(axis=1)
    heard = levels > levels.max() * 10 ** (QUIET_DB / 40)
    open_ = heard & (levels >= SHARE * around)
    runs = _runs([bool(each) for each in open_])
    return tuple((first * STEP, last * STEP) for first, last in _steady(runs, len(levels)))


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for index, flag in enumerate(flags):
        if flag and runs and runs[-1][1] == index:
            runs[-1] = (runs[-1][0], index + 1)
        elif flag:
            runs.append((index, index + 1))
    return runs


def _steady(runs: Sequence[tuple[int, int]], end: int) -> list[tuple[int, int]]:
    """Without openings and closings that are shorter than `SHORTEST`."""
    steady: list[tuple[int, int]] = []
    for first, last in runs:
        if steady and first - steady[-1][1] < SHORTEST:
            first = steady.pop()[0]
        steady.append((first, min(end, max(last, first + SHORTEST))))
    return [(first, last) for first, last in steady if last - first >= SHORTEST]
