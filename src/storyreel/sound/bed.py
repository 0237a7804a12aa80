"""A quiet bed of music composed by rule: a held, gently moving chord under each scene.

A pure function of moods, lengths and a seed. Sound is made in blocks whose samples depend on
absolute time only, so a long film needs no more memory than a short one.
"""

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
TABLE_SIZE = 8192

Block = NDArray[np.float64]


@dataclass(frozen=True)
class _Note:
    """One tone from `start` for `length` ticks; `left` and `right` are gains, `plucked` its envelope."""

    start: int
    length: int
    attack: int
    release: int
    cents: float
    """Above MIDI note 0."""
    left: float
    right: float
    table: NDArray[np.float64]
    plucked: bool = False


def compose(sections: Sequence[tuple[str, int]], seed: str) -> NDArray[np.float32]:
    """The whole bed of `(mood, ticks)` sections, shape (ticks, 2), at 48 kHz. Raises InputError."""
    blocks = [block.astype(np.float32) for block in bed_blocks(sections, seed)]
    return np.concatenate([np.zeros((0, 2), np.float32), *blocks])


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
        block = np.zeros((stop - start, 2))
        for note in notes:
            if note.start < stop and note.start + note.length > start:
                _add(block, note, start)
        yield block * MASTER * _film_fades(start, stop, total)[:, None]


def _notes(chords: Sequence[Chord], seed: str) -> list[_Note]:
    notes: list[_Note] = []
    for number, chord in enumerate(chords):
        pad, bass = _table(chord.mood.brightness), _table(chord.mood.brightness * 0.5)
        notes += _held(chord, chord.bass, 0.85, 0.0, bass)
        for voice, note in enumerate(chord.voices):
            notes += _held(chord, note, 0.5, (-0.5, 0.5, 0.0)[voice], pad)
        notes += _plucks(chord, number, seed)
    return notes


def _held(chord: Chord, note: int, gain: float, pan: float, table: NDArray[np.float64]) -> list[_Note]:
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
                round(0.012 * TICKS_PER_SECOND),
                TICKS_PER_SECOND,
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
    last = min(note.start + note.length, block_start + len(block))
    since = np.arange(first - note.start, last - note.start, dtype=np.float64)
    step = 440.0 * 2.0 ** ((note.cents - 6900.0) / 1200.0) / TICKS_PER_SECOND
    # The fraction of a turn; a table needs no sine, whose last bit differs between processors.
    turn = since * step
    place = ((turn - np.floor(turn)) * TABLE_SIZE).astype(np.int64)
    tone = note.table[place]
    envelope = np.minimum(since / note.attack, 1.0)
    envelope = envelope * envelope * (3.0 - 2.0 * envelope)
    left_over = np.minimum((note.length - since) / note.release, 1.0)
    envelope *= left_over * left_over * (3.0 - 2.0 * left_over)
    if note.plucked:
        envelope *= 2.0 ** (-since / (PLUCK_HALVING_S * TICKS_PER_SECOND))
    tone = tone * envelope
    where = slice(first - block_start, last - block_start)
    block[where, 0] += tone * note.left
    block[where, 1] += tone * note.right


def _table(brightness: float) -> NDArray[np.float64]:
    """One turn of a soft tone: six partials falling off steeply, rounded so that all machines agree."""
    turn = 2.0 * np.pi * np.arange(TABLE_SIZE) / TABLE_SIZE
    tone: NDArray[np.float64] = np.zeros(TABLE_SIZE)
    for partial in range(1, 7):
        tone += np.sin(turn * partial) * brightness ** (partial - 1) / partial
    level = float(np.sqrt((tone**2).mean()))
    return np.round(tone / level * 0.5, 9)


def _film_fades(start: int, stop: int, total: int) -> Block:
    """The gain that lets the bed begin out of nothing and end together with the film."""
    tick = np.arange(start, stop, dtype=np.float64)
    fade_in, fade_out = min(FADE_IN, total // 4), min(FADE_OUT, total // 2)
    gain = np.minimum(tick / max(1, fade_in), 1.0) * np.minimum((total - tick) / max(1, fade_out), 1.0)
    return gain * gain * (3.0 - 2.0 * gain)
