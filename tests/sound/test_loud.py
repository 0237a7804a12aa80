"""A mouth opens with the syllables of the voice and stays shut in silence."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.sound.loud import SHORTEST, STEP, loud_ranges
from storyreel.timeline.model import TICKS_PER_SECOND


def syllables(starts: list[float], length_s: float, total_s: float) -> np.ndarray:
    """A tone of 150 Hz that swells and fades `length_s` long from each start."""
    time = np.arange(round(total_s * TICKS_PER_SECOND)) / TICKS_PER_SECOND
    level = np.zeros(len(time))
    for start in starts:
        part = np.clip((time - start) / length_s, 0.0, 1.0)
        level = np.maximum(level, np.sin(np.pi * part))
    return 0.3 * level * np.sin(2 * np.pi * 150 * time)


def test_each_syllable_opens_the_mouth_once() -> None:
    starts = [0.2, 0.5, 0.8, 1.4, 1.7]
    found = loud_ranges(syllables(starts, 0.25, 2.2))
    assert len(found) == len(starts)
    for (first, last), start in zip(found, starts, strict=True):
        assert start <= first / TICKS_PER_SECOND < last / TICKS_PER_SECOND <= start + 0.25


def test_silence_opens_no_mouth() -> None:
    assert loud_ranges(np.zeros(TICKS_PER_SECOND)) == ()
    assert loud_ranges(np.zeros(0)) == ()
    quiet_between = loud_ranges(syllables([0.1, 2.5], 0.2, 3.0))
    assert not any(0.5 < first / TICKS_PER_SECOND < 2.3 for first, _ in quiet_between)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.floats(0, 3), min_size=1, max_size=12), st.floats(0.05, 0.4))
def test_ranges_are_in_order_inside_the_line_and_never_shorter_than_two_pictures(
    starts: list[float], length_s: float
) -> None:
    samples = syllables(starts, length_s, 3.5)
    found = loud_ranges(samples)
    assert all(0 <= first < last <= len(samples) for first, last in found)
    assert all(last - first >= SHORTEST * STEP for first, last in found)
    assert all(
        after[0] - before[1] >= SHORTEST * STEP or after[0] > before[1] for before, after in pairwise(found)
    )
