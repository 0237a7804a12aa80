"""A true-peak limiter with look-ahead: it turns down only around peaks, and only as far as needed."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from storyreel.media.loudness import TAPS_PER_PHASE, convolved, oversampling_phases, peaks_between
from storyreel.media.sound import SAMPLE_RATE, Samples

REACH = SAMPLE_RATE // 100
"""The gain begins to fall 10 ms before a peak and is back 10 ms after it."""
CHUNK = SAMPLE_RATE * 4
MARGIN = 2 * REACH + TAPS_PER_PHASE


def limited(sound: Any, gain: float, ceiling: float) -> Iterator[Samples]:
    """`sound` (samples x 2, an array or memory map) times `gain`, its true peak held at `ceiling`.

    Works in fixed stretches with margins, so that memory stays flat and the result does not depend on
    how it is read.
    """
    phases = oversampling_phases()
    bend = np.hanning(REACH + 2)[1:-1].astype(np.float32)
    bend /= bend.sum()
    for start in range(0, len(sound), CHUNK):
        part = _with_margins(sound, start) * np.float32(gain)
        middle = part[MARGIN : MARGIN + min(CHUNK, len(sound) - start)]
        need = _needed(part, ceiling, phases)
        if float(need.min()) >= 1.0:
            yield middle
            continue
        bent = convolved(_lowest_around(need)[:, None], bend[:, None])[:, 0]
        smooth = np.minimum(np.float32(1.0), bent[len(bend) // 2 : len(bend) // 2 + len(need)])
        yield (middle * smooth[MARGIN : MARGIN + len(middle), None]).astype(np.float32)


def _with_margins(sound: Any, start: int) -> Samples:
    first, last = start - MARGIN, start + CHUNK + MARGIN
    inside = np.asarray(sound[max(0, first) : min(len(sound), last)], dtype=np.float32)
    return np.pad(inside, ((max(0, -first), max(0, last - len(sound))), (0, 0)))


def _needed(part: Samples, ceiling: float, phases: Samples) -> Samples:
    """For each sample the gain that brings the peaks beside it to the ceiling; 1 where they are under it."""
    most = float(np.abs(phases).sum(axis=1).max())
    if float(np.abs(part).max()) * most <= ceiling:
        return np.ones(len(part), dtype=np.float32)
    half = TAPS_PER_PHASE // 2
    between = peaks_between(np.pad(part, ((half, half), (0, 0))), phases)
    peaks = np.maximum(between[:-1], between[1:])[: len(part)]
    return (ceiling / np.maximum(peaks, ceiling)).astype(np.float32)


def _lowest_around(need: Samples) -> Samples:
    """The lowest value within REACH / 2 of each sample: running minima forward and back over blocks."""
    span, half = REACH + 1, REACH // 2
    padded = np.pad(need, (half, half + (-(len(need) + 2 * half)) % span), mode="edge")
    blocks = padded.reshape(-1, span)
    forward = np.minimum.accumulate(blocks, axis=1).ravel()
    back = np.minimum.accumulate(blocks[:, ::-1], axis=1)[:, ::-1].ravel()
    return np.minimum(back[: len(need)], forward[span - 1 : span - 1 + len(need)])
