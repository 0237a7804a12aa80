"""Loudness and true peak of sound, in one pass and a bounded amount of memory.

Loudness is ITU-R BS.1770-4: K-weighting, blocks of 400 ms every 100 ms, gates at -70 LUFS and at
10 LU under the mean. True peak is read from four times oversampled sound.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.media.sound import SAMPLE_RATE, sound_chunks

Sound = NDArray[np.float32]
"""Samples x channels, full scale is 1.0."""

HOP = SAMPLE_RATE // 10
HOPS_PER_BLOCK = 4
OFFSET_LU = -0.691
ABSOLUTE_GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
SHELF_DB, SHELF_HZ, SHELF_Q = 4.0, 1500.0, 1 / 2**0.5
LOW_CUT_HZ, LOW_CUT_Q = 38.0, 0.5
WEIGHTING_TAPS = 8192
KAISER_BETA = 8.0
OVERSAMPLING = 4
TAPS_PER_PHASE = 24


@dataclass(frozen=True)
class Loudness:
    """`integrated_lufs` is None when no block is louder than the gate, or the sound is under 0.4 s."""

    integrated_lufs: float | None
    true_peak_dbtp: float | None
    """None for digital silence."""


def k_weighting() -> Sound:
    """The K-weighting filters as one impulse response of WEIGHTING_TAPS samples at 48 kHz.

    A shelf of +4 dB from 1500 Hz on and a high pass at 38 Hz, as pyloudnorm sets them; what lies behind
    the last tap is under -300 dB.
    """
    impulse = np.zeros(WEIGHTING_TAPS)
    impulse[0] = 1.0
    root = 10 ** (SHELF_DB / 40)
    turn = 2 * np.pi * SHELF_HZ / SAMPLE_RATE
    cos, wide = np.cos(turn), 2 * np.sqrt(root) * np.sin(turn) / (2 * SHELF_Q)
    shelf = (
        (root * (root + 1 + (root - 1) * cos + wide), -2 * root * (root - 1 + (root + 1) * cos),
         root * (root + 1 + (root - 1) * cos - wide)),
        (root + 1 - (root - 1) * cos + wide, 2 * (root - 1 - (root + 1) * cos),
         root + 1 - (root - 1) * cos - wide),
    )  # fmt: skip
    turn = 2 * np.pi * LOW_CUT_HZ / SAMPLE_RATE
    cos, slope = np.cos(turn), np.sin(turn) / (2 * LOW_CUT_Q)
    low_cut = (((1 + cos) / 2, -(1 + cos), (1 + cos) / 2), (1 + slope, -2 * cos, 1 - slope))
    for over, under in (shelf, low_cut):
        impulse = _biquad(impulse, over, under)
    return impulse.astype(np.float32)


def _biquad(sound: NDArray[np.float64], over: Sequence[float], under: Sequence[float]) -> NDArray[np.float64]:
    """A filter of second order, sample by sample: for an impulse response, not for a film."""
    (b0, b1, b2), (a1, a2) = (x / under[0] for x in over), (x / under[0] for x in under[1:])
    first = second = 0.0
    filtered = np.empty_like(sound)
    for index, value in enumerate(sound.tolist()):
        result = b0 * value + first
        first, second = b1 * value - a1 * result + second, b2 * value - a2 * result
        filtered[index] = result
    return filtered


def oversampling_phases() -> Sound:
    """Four interpolation filters, one per quarter of a sample; each row sums to 1."""
    length = OVERSAMPLING * TAPS_PER_PHASE
    at = np.arange(length) - (length - OVERSAMPLING) / 2
    window = np.kaiser(length, KAISER_BETA)
    phases = (np.sinc(at / OVERSAMPLING) * window).reshape(TAPS_PER_PHASE, OVERSAMPLING).T
    return (phases / phases.sum(axis=1, keepdims=True)).astype(np.float32)


@dataclass
class LoudnessMeter:
    """Takes sound in chunks; the integrated loudness may be asked for at any time."""

    channels: int = 2
    _weighting: Sound = field(default_factory=k_weighting)
    _before: Any = None
    """The last samples heard: the filter still hears them."""
    _energy: list[float] = field(default_factory=list[float])
    _rest: Any = None

    def add(self, sound: Sound) -> None:
        """Hear the next samples."""
        if self._before is None:
            self._before = np.zeros((WEIGHTING_TAPS - 1, self.channels), dtype=np.float32)
            self._rest = np.zeros((0, self.channels))
        heard = np.concatenate([self._before, sound])
        self._before = heard[len(sound) :]
        weighted = convolved(heard, self._weighting[:, None])[WEIGHTING_TAPS - 1 : len(heard)]
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


def convolved(sound: Sound, taps: Sound) -> Sound:
    """Samples x channels under a filter (taps x 1), by way of their spectra; longer by the taps less one."""
    length = len(sound) + len(taps) - 1
    size = 1 << (length - 1).bit_length()
    product: Any = np.fft.rfft(sound, size, axis=0) * np.fft.rfft(taps, size, axis=0)
    result: Any = np.fft.irfft(product, size, axis=0)
    return result[:length].astype(np.float32, copy=False)


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
