"""Ducking: how music and effects give way to the voice, from the known times of its lines."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storyreel.timeline.model import TICKS_PER_SECOND, SoundPlan, Timeline

DEPTH_DB = -14.0
DOWN_TICKS = TICKS_PER_SECOND * 15 // 100
"""The ramp ends as the line begins."""
HOLD_TICKS = TICKS_PER_SECOND * 25 // 100
UP_TICKS = TICKS_PER_SECOND * 40 // 100


@dataclass(frozen=True)
class Ducking:
    """A gain curve: decibels at ticks, straight lines between, held outside."""

    ticks: NDArray[np.float64]
    gain_db: NDArray[np.float64]

    def gain(self, start: int, samples: int) -> NDArray[np.float32]:
        """The factor for each sample from tick `start` on."""
        at = np.arange(start, start + samples, dtype=np.float64)
        return np.power(10.0, np.interp(at, self.ticks, self.gain_db) / 20).astype(np.float32)


def voiced(timeline: Timeline | SoundPlan) -> tuple[tuple[int, int], ...]:
    """Stretches of voice as [start, end) ticks, in order; a gap too short to come up in is bridged."""
    spans = sorted(
        (clip.start, clip.start + clip.duration)
        for track in timeline.sound
        if track.role == "voice"
        for clip in track.clips
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start - merged[-1][1] <= DOWN_TICKS + HOLD_TICKS + UP_TICKS:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def ducking(spans: tuple[tuple[int, int], ...]) -> Ducking:
    """The curve that lies `DEPTH_DB` under every span."""
    corners = [(0.0, 0.0)] if not spans or spans[0][0] > DOWN_TICKS else []
    for start, end in spans:
        corners += [
            (start - DOWN_TICKS, 0.0),
            (start, DEPTH_DB),
            (end + HOLD_TICKS, DEPTH_DB),
            (end + HOLD_TICKS + UP_TICKS, 0.0),
        ]
    return Ducking(np.array([c[0] for c in corners]), np.array([c[1] for c in corners], dtype=np.float64))
