"""A quiet bed of music composed by rule: a held, gently moving chord under each scene.

A pure function of moods, lengths and a seed. Sound is made in blocks whose samples depend on
absolute time only, so a long film needs no more memory than a short one.
"""

import functools
import wave
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyreel.sound.engines.port import sources_digest
from storyreel.sound.harmony import Chord, chords_of, draw
from storyreel.timeline.model import TICKS_PER_SECOND

BLOCK = 4 * TICKS_PER_SECOND
ATTACK = round(2.2 * TICKS_PER_SECOND)
RELEASE = round(2.8 * TICKS_PER_SECOND)
FADE_IN, FADE_OUT = round(1.5 * TICKS_PER_SECOND), 4 * TICKS_PER_SECOND
MASTER = 0.062
"""Brings every mood to about -30 LUFS."""
DETUNE_CENTS = 4.0
PLUCK_HALVING_S = 0.45
PLUCK_LENGTH = 4 * TICKS_PER_SECOND
PLUCK_ATTACK, PLUCK_RELEASE = round(0.012 * TICKS_PER_SECOND), TICKS_PER_SECOND
TABLE_BITS = 13

Block = NDArray[np.float32]
Tone = NDArray[np.float32]


@dataclass(frozen=True)
class _Note:
    """One tone from `start` for `length` ticks; `left` and `right` are gains.

    A plucked one has an envelope of its own, else it swells for `attack` and fades for `release` ticks.
    """

    start: int
    length: int
    attack: int
    release: int
    cents: float
    """Above MIDI note 0."""
    left: float
    right: float
    table: Tone
    plucked: bool = False


def compose(sections: Sequence[tuple[str, int]], seed: str) -> NDArray[np.float32]:
    """The whole bed of `(mood, ticks)` sections, shape (ticks, 2), at 48 kHz. Raises InputError."""
    return np.concatenate([np.zeros((0, 2), np.float32), *bed_blocks(sections, seed)])


def write_bed(sections: Sequence[tuple[str, int]], seed: str, out_wav: Path) -> None:
    """Write the bed as 16-bit stereo WAV, block by block. Raises InputError."""
    with wave.open(str(out_wav), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(TICKS_PER_SECOND)
        for block in bed_blocks(sections, seed):
            out.writeframes(np.rint(block * 32767.0).astype("<i2").tobytes())


def bed_identity() -> dict[str, str]:
    """What decides the samples besides sections and seed: for the key of the bed's stage."""
    here = Path(__file__)
    return {"numpy": np.__version__, "sources": sources_digest([here, here.with_name("harmony.py")])}


def bed_blocks(sections: Sequence[tuple[str, int]], seed: str) -> Iterator[Block]:
    """The bed in blocks of four seconds and a rest, each of shape (n, 2)."""
    total = sum(ticks for _, ticks in sections)
    notes = _notes(chords_of(sections, seed, TICKS_PER_SECOND), seed)
    for start in range(0, total, BLOCK):
        stop = min(start + BLOCK, total)
        block = np.zeros((2, stop - start), np.float32)
        for note in notes:
            if note.start < stop and note.start + note.length > start:
                _add(block, note, start)
        level = (np.float32(MASTER) * _film_fades(start, stop, total)).astype(np.float32)
        yield np.ascontiguousarray((block * level).T)


def _notes(chords: Sequence[Chord], seed: str) -> list[_Note]:
    notes: list[_Note] = []
    for number, chord in enumerate(chords):
        pad, bass = _table(chord.mood.brightness), _table(chord.mood.brightness * 0.5)
        notes += _held(chord, chord.bass, 0.85, 0.0, bass)
        for voice, note in enumerate(chord.voices):
            notes += _held(chord, note, 0.5, (-0.5, 0.5, 0.0)[voice], pad)
        notes += _plucks(chord, number, seed)
    return notes


def _held(chord: Chord, note: int, gain: float, pan: float, table: Tone) -> list[_Note]:
    """Two slightly detuned tones that swell in before the chord and ring on behind it."""
    length = chord.duration + RELEASE
    attack = min(ATTACK, max(1, chord.duration // 2))
    return [
        _Note(
            chord.start,
            length,
            attack,
            RELEASE,
            100.0 * note + side * DETUNE_CENTS,
            gain * (0.5 - 0.5 * pan - 0.15 * side),
            gain * (0.5 + 0.5 * pan + 0.15 * side),
            table,
        )
        for side in (-1, 1)
    ]


def _plucks(chord: Chord, number: int, seed: str) -> list[_Note]:
    """Soft notes of the chord an octave up, on an even grid, some left out."""
    count = chord.mood.plucks_per_chord
    notes: list[_Note] = []
    for i in range(count):
        chance = draw(seed, "pluck", number, i)
        if chance % 4 == 0:
            continue
        note = chord.voices[(chance >> 4) % len(chord.voices)] + 12
        pan = ((chance >> 8) % 101 - 50) / 100
        gain = 0.20 + 0.10 * ((chance >> 16) % 101) / 100
        notes.append(
            _Note(
                chord.start + chord.duration * i // count,
                PLUCK_LENGTH,
                PLUCK_ATTACK,
                PLUCK_RELEASE,
                100.0 * note,
                gain * (0.5 - 0.5 * pan),
                gain * (0.5 + 0.5 * pan),
                _table(0.25),
                plucked=True,
            )
        )
    return notes


def _add(block: Block, note: _Note, block_start: int) -> None:
    first = max(note.start, block_start)
    last = min(note.start + note.length, block_start + block.shape[1])
    tone = note.table.take(_places(note.cents, first - note.start, last - note.start), mode="clip")
    _shape(tone, note, first - note.start)
    for channel, gain in zip(block, (note.left, note.right), strict=True):
        channel[first - block_start : last - block_start] += tone * np.float32(gain)


def _places(cents: float, first: int, last: int) -> NDArray[np.uint32]:
    """Where in the table the tone's samples first..last lie.

    The turn is a 32-bit number that wraps around: whole numbers need no sine and no rounding, whose last
    bit differs between processors.
    """
    step = np.uint32(round(440.0 * 2.0 ** ((cents - 6900.0) / 1200.0) / TICKS_PER_SECOND * 2**32))
    return (np.arange(first, last, dtype=np.uint32) * step) >> np.uint32(32 - TABLE_BITS)


def _shape(tone: Tone, note: _Note, first: int) -> None:
    """Give the tone, which begins `first` ticks into its note, the loudness of its note, in place."""
    if note.plucked:
        tone *= _pluck()[first : first + len(tone)]
        return
    rising = tone[: max(0, note.attack - first)]
    rising *= _swell(np.arange(first, first + len(rising)) / note.attack)
    fading = tone[max(0, note.length - note.release - first) :]
    start = first + len(tone) - len(fading)
    fading *= _swell((note.length - np.arange(start, start + len(fading))) / note.release)


@functools.cache
def _pluck() -> Tone:
    """The loudness of a pluck over its whole length."""
    since = np.arange(PLUCK_LENGTH)
    rise = _swell(np.minimum(since / PLUCK_ATTACK, 1.0))
    fall = _swell(np.minimum((PLUCK_LENGTH - since) / PLUCK_RELEASE, 1.0))
    return rise * fall * (2.0 ** (-since / (PLUCK_HALVING_S * TICKS_PER_SECOND))).astype(np.float32)


def _swell(part: NDArray[np.float64]) -> Tone:
    """0..1 with no corner at either end."""
    return (part * part * (3.0 - 2.0 * part)).astype(np.float32)


@functools.cache
def _table(brightness: float) -> Tone:
    """One turn of a soft tone: six partials falling off steeply, rounded so that all machines agree."""
    turn = 2.0 * np.pi * np.arange(2**TABLE_BITS) / 2**TABLE_BITS
    tone: NDArray[np.float64] = np.zeros(len(turn))
    for partial in range(1, 7):
        tone += np.sin(turn * partial) * brightness ** (partial - 1) / partial
    level = float(np.sqrt((tone**2).mean()))
    return np.round(tone / level * 0.5, 9).astype(np.float32)


def _film_fades(start: int, stop: int, total: int) -> Tone:
    """The gain that lets the bed begin out of nothing and end together with the film."""
    tick = np.arange(start, stop)
    fade_in, fade_out = min(FADE_IN, total // 4), min(FADE_OUT, total // 2)
    return _swell(
        np.minimum(tick / max(1, fade_in), 1.0) * np.minimum((total - tick) / max(1, fade_out), 1.0)
    )
