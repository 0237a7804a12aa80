"""The author's own music as a bed: found in time, looped from beat to beat, brought to the bed's level.

The pulse is read from how the energy of the sound rises: its strongest period between 60 and 180 beats a
minute, and the phase at which the rises fall. A piece without a pulse is looped where it sounds most alike.
"""

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyreel.kit.errors import InputError
from storyreel.media.loudness import LoudnessMeter
from storyreel.media.sound import SAMPLE_RATE, sound_chunks

Stereo = NDArray[np.float32]
Curve = NDArray[np.float64]

BED_LUFS = -30.0
"""Where the composed bed lies as well; the film turns both down alike."""
MOST_GAIN = 16.0
LEAST_S = 3.0
LONGEST_S = 20 * 60
HOP = SAMPLE_RATE // 100
SLOWEST_S, FASTEST_S = 1.0, 1 / 3
"""60 and 180 beats a minute."""
PULSE = 0.12
"""Likeness of the rises with themselves a beat later from which there is a pulse."""
SMOOTH = 4
LEAST_RISE = 0.04
"""In powers of ten of loudness; less is no stroke."""
BAR = 4
CROSSFADE_S = 0.06
SMOOTH_CROSSFADE_S = 1.5
"""For music without a pulse."""
PLAYED_SHARE = 0.5
"""A loop takes at least this share of the piece."""


@dataclass(frozen=True)
class Pulse:
    """Beats of a piece: seconds from one to the next and the first of them; 0 beats without a pulse."""

    period_s: float
    first_s: float
    strength: float


@dataclass(frozen=True)
class Loop:
    """Samples [first, last) that are repeated, and over how many the end passes into the beginning."""

    first: int
    last: int
    crossfade: int


def write_music(piece: Path, ticks: int, out_wav: Path) -> Loop | None:
    """Write a piece as a bed of `ticks` samples; the loop that was needed, None where it is long enough.

    Raises InputError for a piece too short or silent, MediaError where it cannot be decoded.
    """
    samples = _samples(piece, ticks)
    if len(samples) < LEAST_S * SAMPLE_RATE:
        raise InputError(
            f"The music is shorter than {LEAST_S:g} s.", next_step="Give a longer piece with --music."
        )
    gain = _gain(samples)
    loop = None if len(samples) >= ticks else loop_of(samples)
    bed = samples[:ticks] if loop is None else looped(samples, loop, ticks)
    with wave.open(str(out_wav), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        for start in range(0, ticks, SAMPLE_RATE):
            block = np.clip(bed[start : start + SAMPLE_RATE] * np.float32(gain), -1.0, 1.0)
            out.writeframes(np.rint(block * 32767.0).astype("<i2").tobytes())
    return loop


def pulse_of(samples: Stereo) -> Pulse:
    """The beats of a piece."""
    rises = _rises(samples)
    shortest, longest = round(FASTEST_S * 100), round(SLOWEST_S * 100)
    if len(rises) < 4 * longest or not rises.any():
        return Pulse(0.0, 0.0, 0.0)
    even = rises - rises.mean()
    own = float((even**2).mean())
    likeness = np.array([float((even[lag:] * even[:-lag]).mean()) / own for lag in range(1, longest + 2)])
    lags = np.arange(shortest, longest + 1)
    lag = int(lags[np.argmax(np.round(likeness[lags - 1], 6))])
    period = _refined(even, lag)
    phase = _phase(rises, period)
    return Pulse(round(period / 100, 4), round(phase / 100, 4), round(float(likeness[lag - 1]), 3))


def loop_of(samples: Stereo) -> Loop:
    """A loop over whole bars from the first beat, else between two like moments."""
    pulse = pulse_of(samples)
    length = len(samples)
    if pulse.strength >= PULSE:
        beat = pulse.period_s * SAMPLE_RATE
        first = round(pulse.first_s * SAMPLE_RATE)
        crossfade = round(CROSSFADE_S * SAMPLE_RATE)
        beats = int((length - first - crossfade) / beat)
        beats -= beats % BAR if beats >= 2 * BAR else 0
        if beats * beat >= PLAYED_SHARE * length:
            return Loop(first, first + round(beats * beat), crossfade)
    crossfade = min(round(SMOOTH_CROSSFADE_S * SAMPLE_RATE), length // 4)
    return Loop(0, length - crossfade, crossfade)


def looped(samples: Stereo, loop: Loop, ticks: int) -> Stereo:
    """The piece from its start, its loop again and again; the joins keep the power of the sound."""
    bed = np.zeros((ticks, 2), np.float32)
    head = min(ticks, loop.last)
    bed[:head] = samples[:head]
    angle = (np.arange(loop.crossfade) + 0.5) / loop.crossfade * (np.pi / 2)
    out, into = np.cos(angle).astype(np.float32)[:, None], np.sin(angle).astype(np.float32)[:, None]
    now = loop.last
    while now < ticks:
        part = samples[loop.first : loop.last].copy()
        tail = samples[loop.last : loop.last + loop.crossfade]
        part[: len(tail)] = part[: len(tail)] * into[: len(tail)] + tail * out[: len(tail)]
        end = min(ticks, now + len(part))
        bed[now:end] = part[: end - now]
        now = end
    return bed


def _samples(piece: Path, ticks: int) -> Stereo:
    """As much of the piece as the film is long."""
    parts: list[Stereo] = [np.zeros((0, 2), np.float32)]
    held = 0
    for chunk in sound_chunks(piece):
        parts.append(chunk)
        held += len(chunk)
        if held >= min(ticks, LONGEST_S * SAMPLE_RATE):
            break
    return np.concatenate(parts)


def _gain(samples: Stereo) -> float:
    meter = LoudnessMeter()
    for start in range(0, len(samples), SAMPLE_RATE):
        meter.add(samples[start : start + SAMPLE_RATE])
    if meter.integrated_lufs is None:
        raise InputError("The music is silent.", next_step="Give another piece with --music.")
    return round(min(10 ** ((BED_LUFS - meter.integrated_lufs) / 20), MOST_GAIN), 6)


def _rises(samples: Stereo) -> Curve:
    """How much louder each hundredth of a second is than the one before, in steps of loudness."""
    usable = len(samples) // HOP * HOP
    mono = samples[:usable].mean(axis=1, dtype=np.float64)
    # The change from sample to sample weighs strokes and consonants above a held bass.
    change = np.diff(mono, prepend=0.0).reshape(-1, HOP)
    # Over some hundredths at once, so that a bass is no row of strokes.
    energy = np.convolve((change**2).mean(axis=1), np.full(SMOOTH, 1 / SMOOTH), mode="full")[: len(change)]
    level = np.log10(np.sqrt(energy) + 1e-5)
    rises = np.diff(level, prepend=level[:1])
    return np.where(rises >= LEAST_RISE, rises, 0.0)


def _refined(even: Curve, lag: int) -> float:
    """The period to a fraction of a hundredth, read from the likeness many beats later."""
    best, score = float(lag), -np.inf
    beats = max(1, min(16, (len(even) // 2) // lag))
    for step in range(-beats, beats + 1):
        far = beats * lag + step
        if 0 < far < len(even):
            value = round(float((even[far:] * even[:-far]).mean()), 9)
            if value > score:
                best, score = far / beats, value
    return best


def _phase(rises: Curve, period: float) -> float:
    """Hundredths of a second to the first beat."""
    count = int((len(rises) - 1) / period)
    scores = [
        round(float(rises[np.round(offset + np.arange(count) * period).astype(int)].sum()), 9)
        for offset in range(int(period))
    ]
    return float(np.argmax(scores)) if scores else 0.0
