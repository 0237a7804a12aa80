"""Plain arithmetic on samples: rate, silence, level, WAV. Mono float32 or float64 in -1..1."""

import wave
from collections.abc import Sequence
from math import gcd
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyreel.timeline.model import TICKS_PER_SECOND

Samples = NDArray[np.float64]

FRAME_S = 0.01
EDGE_S = 0.1
QUIET_DB = -40.0
"""A frame this far below the loudest one is silence; breath and the tails of consonants lie above."""
SILENCE = 1e-6
VOICE_RMS_DB = -20.0
"""Level of the voiced frames; a reading voice then measures about -20 LUFS."""
PEAK_DB = -1.5


def at_studio_rate(samples: NDArray[np.float32], sample_rate: int) -> Samples:
    """Samples at 48 kHz by way of their spectrum: every frequency the source holds, and no other."""
    wide = samples.astype(np.float64)
    if sample_rate == TICKS_PER_SECOND or not len(wide):
        return wide
    divisor = gcd(TICKS_PER_SECOND, sample_rate)
    up, down = TICKS_PER_SECOND // divisor, sample_rate // divisor
    # Silence around it, in whole steps of the two rates, so that its end does not ring into its beginning.
    edge = -(-round(EDGE_S * sample_rate) // down) * down
    padded = np.pad(wide, (edge, edge + (-len(wide)) % down))
    finer = len(padded) // down * up
    resampled = np.fft.irfft(np.fft.rfft(padded), finer) * (up / down)
    first = edge // down * up
    return resampled[first : first - (-len(wide) * up // down)]


def frame_levels(samples: Samples, sample_rate: int = TICKS_PER_SECOND) -> Samples:
    """RMS of each whole frame of 10 ms."""
    size = max(1, round(FRAME_S * sample_rate))
    usable = len(samples) // size * size
    return np.sqrt((samples[:usable].reshape(-1, size) ** 2).mean(axis=1))


def voiced_range(samples: Samples) -> tuple[int, int] | None:
    """First and last (exclusive) sample at 48 kHz that is not silence; None if all is."""
    levels = frame_levels(samples)
    loudest = float(levels.max()) if len(levels) else 0.0
    if loudest < SILENCE:
        return None
    loud = np.flatnonzero(levels > loudest * 10 ** (QUIET_DB / 20))
    size = round(FRAME_S * TICKS_PER_SECOND)
    return int(loud[0]) * size, min(len(samples), (int(loud[-1]) + 1) * size)


def heard_within(samples: Samples, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Each span at 48 kHz without the silence at its ends; one that is all silence stays as it is."""
    levels = frame_levels(samples)
    loudest = float(levels.max()) if len(levels) else 0.0
    loud = levels > loudest * 10 ** (QUIET_DB / 20)
    size = round(FRAME_S * TICKS_PER_SECOND)
    result: list[tuple[int, int]] = []
    for start, end in spans:
        frames = np.flatnonzero(loud[start // size : -(-end // size)]) + start // size
        if len(frames):
            start, end = max(start, int(frames[0]) * size), min(end, (int(frames[-1]) + 1) * size)
        result.append((start, end))
    return result


def levelled(samples: Samples) -> Samples:
    """The same sound with its voiced frames at `VOICE_RMS_DB` and no peak above `PEAK_DB`."""
    if not len(samples):
        return samples
    return samples * voice_gain(frame_levels(samples), float(np.abs(samples).max()))


def voice_gain(levels: Samples, peak: float) -> float:
    """The factor that brings a voice with these frame levels and this peak there; 1 for silence."""
    loudest = float(levels.max()) if len(levels) else 0.0
    if loudest < SILENCE:
        return 1.0
    voiced = levels[levels > loudest * 10 ** (QUIET_DB / 20)]
    gain = 10 ** (VOICE_RMS_DB / 20) / float(np.sqrt((voiced**2).mean()))
    return min(gain, 10 ** (PEAK_DB / 20) / peak)


def write_wav(path: Path, samples: NDArray[np.floating]) -> None:
    """16-bit PCM WAV at 48 kHz; shape (n,) is mono, (n, 2) stereo."""
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1 if samples.ndim == 1 else samples.shape[1])
        out.setsampwidth(2)
        out.setframerate(TICKS_PER_SECOND)
        out.writeframes(pcm(samples))


def pcm(samples: NDArray[np.floating]) -> bytes:
    """Samples as 16-bit little-endian integers."""
    return np.rint(np.clip(samples, -1.0, 1.0) * 32767.0).astype("<i2").tobytes()
