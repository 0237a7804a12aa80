"""Which notes a bed is made of: modes, chords and voice leading, as plain whole numbers."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from storyreel.kit.errors import InputError
from storyreel.kit.hashing import sha256_bytes


@dataclass(frozen=True)
class Mood:
    """How a scene's bed sounds."""

    scale: tuple[int, ...]
    """Semitones above the tonic of the seven degrees."""
    chords: tuple[int, ...]
    """Degrees (0 is the tonic) of the triads, in order, repeated as long as the scene lasts."""
    chord_s: float
    """About how long a chord is held."""
    brightness: float
    """0..1: how much of the upper partials is heard."""
    plucks_per_chord: int
    """Soft plucked notes over each chord."""


_IONIAN = (0, 2, 4, 5, 7, 9, 11)
_LYDIAN = (0, 2, 4, 6, 7, 9, 11)
_MIXOLYDIAN = (0, 2, 4, 5, 7, 9, 10)
_DORIAN = (0, 2, 3, 5, 7, 9, 10)
_AEOLIAN = (0, 2, 3, 5, 7, 8, 10)
_PHRYGIAN = (0, 1, 3, 5, 7, 8, 10)

MOODS: dict[str, Mood] = {
    "calm": Mood(_IONIAN, (0, 3, 5, 3), 9.0, 0.35, 0),
    "tense": Mood(_PHRYGIAN, (0, 1, 0, 5), 6.0, 0.50, 0),
    "sad": Mood(_AEOLIAN, (0, 5, 3, 0), 9.0, 0.25, 2),
    "joyful": Mood(_LYDIAN, (0, 1, 4, 0), 5.0, 0.60, 6),
    "mysterious": Mood(_DORIAN, (0, 3, 6, 0), 8.0, 0.30, 3),
    "warm": Mood(_IONIAN, (0, 5, 3, 4), 8.0, 0.40, 3),
    "lively": Mood(_MIXOLYDIAN, (0, 6, 3, 0), 4.0, 0.60, 8),
    "solemn": Mood(_AEOLIAN, (0, 3, 6, 5), 8.0, 0.30, 0),
    "afraid": Mood(_PHRYGIAN, (0, 5, 1, 0), 7.0, 0.35, 1),
    "angry": Mood(_PHRYGIAN, (0, 1, 6, 1), 5.0, 0.60, 0),
    "lonely": Mood(_AEOLIAN, (0, 2, 5, 0), 10.0, 0.25, 2),
    "hopeful": Mood(_LYDIAN, (0, 4, 1, 0), 7.0, 0.45, 4),
}

LOWEST_TONIC = 45
"""MIDI number of A2; a film's tonic lies within the fifth above it."""
UPPER_RANGE = (57, 74)
"""MIDI numbers between which the three upper voices move."""


@dataclass(frozen=True)
class Chord:
    """A held chord. Times are ticks; notes are MIDI numbers, the bass apart."""

    start: int
    duration: int
    mood: Mood
    bass: int
    voices: tuple[int, ...]


def mood_named(name: str) -> Mood:
    """The mood of a name. Raises InputError with the choices."""
    if name not in MOODS:
        raise InputError(f"There is no music mood {name!r}.", next_step=f"Choose from {', '.join(MOODS)}.")
    return MOODS[name]


def draw(seed: str, *about: object) -> int:
    """A whole number that looks random and depends on nothing but its arguments."""
    return int(sha256_bytes("|".join([seed, *map(str, about)]).encode())[:12], 16)


def chords_of(sections: Sequence[tuple[str, int]], seed: str, ticks_per_second: int) -> list[Chord]:
    """The chords of a film: one tonic throughout, the mode of each scene, the nearest voices each time.

    The last chord of the film is the tonic of its last scene. Sections are `(mood, ticks)`.
    """
    tonic = LOWEST_TONIC + draw(seed, "tonic") % 8
    result: list[Chord] = []
    voices: tuple[int, ...] = ()
    now = 0
    sounding = [(mood_named(name), ticks) for name, ticks in sections if ticks > 0]
    for index, (mood, ticks) in enumerate(sounding):
        count = max(1, round(ticks / ticks_per_second / mood.chord_s))
        edges = [now + ticks * i // count for i in range(count + 1)]
        for i in range(count):
            closing = index == len(sounding) - 1 and i == count - 1
            degree = 0 if closing else mood.chords[i % len(mood.chords)]
            voices = nearest_voices(_triad(mood, degree, tonic), voices)
            bass = LOWEST_TONIC - 12 + (tonic + mood.scale[degree] - LOWEST_TONIC) % 12
            result.append(Chord(edges[i], edges[i + 1] - edges[i], mood, bass, voices))
        now += ticks
    return result


def _triad(mood: Mood, degree: int, tonic: int) -> tuple[int, ...]:
    return tuple((tonic + mood.scale[(degree + step) % 7]) % 12 for step in (0, 2, 4))


def nearest_voices(pitch_classes: Sequence[int], before: Sequence[int]) -> tuple[int, ...]:
    """The spread of a chord's notes that moves least from the voices before it, lowest voice first."""
    low, high = UPPER_RANGE
    places = [[note for note in range(low, high) if note % 12 == pitch] for pitch in pitch_classes]
    spreads = [tuple(sorted(spread)) for spread in itertools.product(*places)]

    def effort(spread: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        centre = before or (60, 64, 67)
        moved = sum(abs(a - b) for a, b in zip(spread, centre, strict=True))
        close = sum(1 for a, b in itertools.pairwise(spread) if b - a < 3)
        return moved + 4 * close, spread[-1] - spread[0], spread

    return min(spreads, key=effort)
