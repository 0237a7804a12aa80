"""The bed: as long as the film, quiet, the same every time, made in blocks."""

import itertools
import wave
from pathlib import Path

import numpy as np
import pyloudnorm
import pytest

from storyreel.film.style import FEELINGS
from storyreel.kit.errors import InputError
from storyreel.kit.hashing import sha256_file
from storyreel.sound.bed import BLOCK, bed_blocks, compose, write_bed
from storyreel.sound.harmony import MOODS, UPPER_RANGE, chords_of, nearest_voices

SECOND = 48_000


def test_it_is_exactly_as_long_as_its_sections_and_begins_and_ends_in_silence() -> None:
    bed = compose([("calm", 5 * SECOND + 7), ("tense", 1), ("warm", 3 * SECOND)], "seed")
    assert bed.shape == (8 * SECOND + 8, 2)
    assert bed.dtype == np.float32
    assert np.abs(bed[0]).max() < 1e-6
    assert np.abs(bed[-1]).max() < 1e-6


@pytest.mark.parametrize("mood", MOODS)
def test_every_mood_is_quiet_soft_and_unclipped(mood: str) -> None:
    bed = compose([(mood, 20 * SECOND)], "a film").astype(np.float64)
    assert -34 < pyloudnorm.Meter(SECOND).integrated_loudness(bed) < -27
    assert np.abs(bed).max() < 0.3
    power = np.abs(np.fft.rfft(bed.mean(axis=1))) ** 2
    hertz = np.fft.rfftfreq(len(bed), 1 / SECOND)
    assert power[hertz > 4000].sum() < 1e-4 * power.sum()
    assert np.abs(np.diff(bed, axis=0)).max() < 0.02


def test_equal_input_gives_equal_bytes_and_another_seed_another_bed(tmp_path: Path) -> None:
    sections = [("sad", 6 * SECOND), ("hopeful", 5 * SECOND)]
    for name, seed in (("a", "x"), ("b", "x"), ("c", "y")):
        write_bed(sections, seed, tmp_path / name)
    first, again, other = (sha256_file(tmp_path / name) for name in "abc")
    assert first == again != other
    with wave.open(str(tmp_path / "a")) as out:
        assert (out.getnchannels(), out.getframerate(), out.getnframes()) == (2, SECOND, 11 * SECOND)


def test_blocks_stay_small_however_long_the_film_is() -> None:
    blocks = bed_blocks([("calm", 600 * SECOND)], "long")
    assert all(len(next(blocks)) == BLOCK for _ in range(3))


def test_every_feeling_that_a_film_may_name_has_a_mood() -> None:
    assert set(FEELINGS) <= set(MOODS)


def test_an_unknown_mood_is_refused_with_the_choices() -> None:
    with pytest.raises(InputError, match="mysterious"):
        compose([("purple", SECOND)], "x")


def test_voices_move_little_and_the_film_ends_on_its_tonic() -> None:
    chords = chords_of([("calm", 40 * SECOND), ("tense", 30 * SECOND), ("joyful", 30 * SECOND)], "s", SECOND)
    assert sum(chord.duration for chord in chords) == 100 * SECOND
    for before, after in itertools.pairwise(chords):
        assert sum(abs(a - b) for a, b in zip(before.voices, after.voices, strict=True)) <= 14
    assert chords[-1].bass % 12 == chords[0].bass % 12
    assert all(UPPER_RANGE[0] <= voice < UPPER_RANGE[1] for chord in chords for voice in chord.voices)


def test_voice_leading_holds_common_notes() -> None:
    assert nearest_voices((0, 4, 7), (60, 64, 67)) == (60, 64, 67)
    assert nearest_voices((9, 0, 4), (60, 64, 67)) == (60, 64, 69)
