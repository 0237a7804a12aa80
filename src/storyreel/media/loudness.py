"""Loudness and true peak of sound, in one pass and a bounded amount of memory.

Loudness is ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, gates at -70 LUFS and at
10 LU under the mean. True peak is read from four times oversampled sound.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from pyloudnorm.iirfilter import IIRfilter  # pyright: ignore[reportMissingTypeStubs]  # ships none
from scipy import signal as untyped_signal  # pyright: ignore[reportMissingTypeStubs]  # ships none

from storyreel.media.sound import SAMPLE_RATE, sound_chunks

signal: Any = untyped_signal
Sound = NDArray[np.float32]
"""Samples x channels, full scale is 1.0."""

HOP = SAMPLE_RATE // 10
HOPS_PER_BLOCK = 4
OFFSET_LU = -0.691
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
OVERSAMPLING = 4
TAPS_PER_PHASE = 24


@dataclass(frozen=True)
class Loudness:
    """`integrated_lufs` is None when no block is louder than the gate, or the sound is under 0.4 s."""

    integrated_lufs: float | None
    true_peak_dbtp: float | None
    """None for digital silence."""


def k_weighting() -> NDArray[np.float64]:
    """The two K-weighting filters as second-order sections."""
    shelf: Any = IIRfilter(4.0, 1 / np.sqrt(2), 1500.0, SAMPLE_RATE, "high_shelf")
    low_cut: Any = IIRfilter(0.0, 0.5, 38.0, SAMPLE_RATE, "high_pass")
    rows = [np.concatenate([f.b * f.passband_gain, f.a]) for f in (shelf, low_cut)]
    return np.array(rows, dtype=np.float64)


def oversampling_phases() -> Sound:
    """Four interpolation filters, one per quarter of a sample; each row sums to 1."""
    length = OVERSAMPLING * TAPS_PER_PHASE
    at = np.arange(length) - (length - OVERSAMPLING) / 2
    window = np.asarray(signal.get_window(("kaiser", 8.0), length, fftbins=False))
    phases = (np.sinc(at / OVERSAMPLING) * window).reshape(TAPS_PER_PHASE, OVERSAMPLING).T
    return (phases / phases.sum(axis=1, keepdims=True)).astype(np.float32)


@dataclass
class LoudnessMeter:
    """Takes sound in chunks; the integrated loudness may be asked for at any time."""

    channels: int = 2
    _sections: NDArray[np.float64] = field(default_factory=k_weighting)
    _state: Any = None
    _energy: list[float] = field(default_factory=list[float])
    _rest: Any = None

    def add(self, sound: Sound) -> None:
        """Hear the next samples."""
        if self._state is None:
            self._state = np.zeros((len(self._sections), 2, self.channels))
            self._rest = np.zeros((0, self.channels))
        weighted: Any
        weighted, self._state = signal.sosfilt(
            self._sections, sound.astype(np.float64), axis=0, zi=self._state
        )
        whole = np.concatenate([self._rest, weighted])
        hops = len(whole) // HOP
        squares = np.square(whole[: hops * HOP]).reshape(hops, HOP, self.channels)
        self._energy.extend(float(value) for value in squares.sum(axis=(1, 2)))
        self._rest = whole[hops * HOP :]

    @property
    def integrated_lufs(self) -> float | None:
        """LUFS, or None when nothing passes the gate."""
        hops = np.array(self._energy)
        if len(hops) < HOPS_PER_BLOCK:
            return None
        blocks = np.convolve(hops, np.ones(HOPS_PER_BLOCK), "valid") / (HOPS_PER_BLOCK * HOP)
        loud = blocks[blocks > _energy(ABSOLUTE_GATE_LUFS)]
        if not len(loud):
            return None
        gate = _energy(_lufs(float(loud.mean())) + RELATIVE_GATE_LU)
        return _lufs(float(loud[loud > gate].mean()))


@dataclass
class PeakMeter:
    """The highest true peak heard so far; a stretch that cannot hold a higher one is not oversampled."""

    channels: int = 2
    highest: float = 0.0
    """As a part of full scale."""
    _phases: Sound = field(default_factory=oversampling_phases)
    _tail: Any = None

    def add(self, sound: Sound) -> None:
        """Hear the next samples."""
        if self._tail is None:
            self._tail = np.zeros((TAPS_PER_PHASE - 1, self.channels), dtype=np.float32)
        whole = np.concatenate([self._tail, sound])
        self._tail = whole[-(TAPS_PER_PHASE - 1) :]
        most = float(np.abs(self._phases).sum(axis=1).max())
        for start in range(0, len(sound), HOP):
            part = whole[start : start + HOP + TAPS_PER_PHASE - 1]
            if float(np.abs(part).max()) * most > self.highest:
                self.highest = max(self.highest, float(peaks_between(part, self._phases).max()))

    @property
    def dbtp(self) -> float | None:
        """Decibels under full scale, or None for digital silence."""
        return 20 * float(np.log10(self.highest)) if self.highest > 0 else None


def peaks_between(sound: Sound, phases: Sound) -> Sound:
    """The highest absolute value between neighbouring samples, over all channels.

    `sound` is samples x channels; value j lies in the middle of the samples j..j + TAPS_PER_PHASE - 1, so
    that TAPS_PER_PHASE - 1 fewer come out.
    """
    planar = np.ascontiguousarray(sound.T, dtype=np.float32)
    highest = np.zeros_like(planar)
    for taps in phases:
        # OpenCV correlates, hence the taps in reverse; only positions that lie wholly inside are kept.
        turned = np.ascontiguousarray(taps[::-1]).reshape(1, -1)
        row: Any = cv2.filter2D(planar, cv2.CV_32F, turned, anchor=(0, 0))
        np.maximum(highest, np.abs(row), out=highest)
    between: Sound = np.max(highest, axis=0)
    return between[: len(sound) - TAPS_PER_PHASE + 1]


def measure_file(path: Path) -> Loudness:
    """Loudness and true peak of a file's first sound track, decoded to 48 kHz stereo. Raises MediaError."""
    loudness, peak = LoudnessMeter(), PeakMeter()
    for chunk in sound_chunks(path):
        loudness.add(chunk)
        peak.add(chunk)
    peak.add(np.zeros((TAPS_PER_PHASE, 2), dtype=np.float32))
    return Loudness(loudness.integrated_lufs, peak.dbtp)


def _energy(lufs: float) -> float:
    return 10 ** ((lufs - OFFSET_LU) / 10)


def _lufs(energy: float) -> float:
    return OFFSET_LU + 10 * float(np.log10(energy))
