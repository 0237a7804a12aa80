"""The author's music keeps its beat over every join, and is as long and as soft as a bed must be."""

from pathlib import Path

import numpy as np
import pytest

from storyreel.kit.errors import InputError
from storyreel.media.loudness import measure_file
from storyreel.media.sound import sound_chunks
from storyreel.sound.own_music import BED_LUFS, Stereo, loop_of, looped, pulse_of, write_music
from storyreel.sound.waves import write_wav
from storyreel.timeline.model import TICKS_PER_SECOND

SECOND = TICKS_PER_SECOND


def beats(per_minute: float, seconds: float, first_s: float) -> Stereo:
    """Strokes of noise at even times over a held tone."""
    chance = np.random.default_rng(7)
    sound = 0.05 * np.sin(2 * np.pi * 110 * np.arange(round(seconds * SECOND)) / SECOND)
    stroke = np.exp(-np.arange(SECOND // 8) / 1500)
    for at in np.arange(first_s, seconds - 0.2, 60 / per_minute):
        start = round(at * SECOND)
        sound[start : start + len(stroke)] += 0.3 * chance.standard_normal(len(stroke)) * stroke
    return np.stack([sound, sound], axis=1).astype(np.float32)


@pytest.mark.parametrize(("per_minute", "first_s"), [(100, 0.3), (128, 0.1), (73, 0.55)])
def test_the_pulse_of_a_piece_is_found(per_minute: float, first_s: float) -> None:
    pulse = pulse_of(beats(per_minute, 12, first_s))
    assert 60 / pulse.period_s == pytest.approx(per_minute, rel=0.005)
    assert pulse.first_s % pulse.period_s == pytest.approx(first_s % (60 / per_minute), abs=0.02)


def test_a_loop_holds_whole_bars_and_the_beat_goes_on_over_its_joins() -> None:
    piece = beats(100, 12, 0.3)
    loop = loop_of(piece)
    count = (loop.last - loop.first) / (0.6 * SECOND)
    assert count == pytest.approx(round(count), abs=0.02)
    assert round(count) % 4 == 0
    again = pulse_of(looped(piece, loop, 40 * SECOND))
    assert again.period_s == pytest.approx(0.6, abs=0.002)
    assert again.strength > 0.8


def test_a_drone_has_no_pulse_and_is_joined_softly() -> None:
    at = np.arange(8 * SECOND) / SECOND
    tone = (0.2 * np.sin(2 * np.pi * 220 * at)).astype(np.float32)
    drone = np.stack([tone, tone], axis=1)
    assert pulse_of(drone).strength == 0.0
    assert loop_of(drone).crossfade > SECOND


def test_the_bed_is_as_long_as_the_film_and_at_the_level_of_a_bed(tmp_path: Path) -> None:
    piece, bed = tmp_path / "piece.wav", tmp_path / "bed.wav"
    write_wav(piece, beats(100, 8, 0.3))
    assert write_music(piece, 20 * SECOND + 123, bed) is not None
    assert sum(len(chunk) for chunk in sound_chunks(bed)) == 20 * SECOND + 123
    assert measure_file(bed).integrated_lufs == pytest.approx(BED_LUFS, abs=1.0)
    assert write_music(piece, 4 * SECOND, bed) is None


def test_music_that_is_silent_or_too_short_is_refused(tmp_path: Path) -> None:
    piece = tmp_path / "piece.wav"
    write_wav(piece, np.zeros((4 * SECOND, 2)))
    with pytest.raises(InputError, match="silent"):
        write_music(piece, 4 * SECOND, tmp_path / "bed.wav")
    write_wav(piece, beats(100, 1, 0.1))
    with pytest.raises(InputError, match="shorter than 3 s"):
        write_music(piece, 4 * SECOND, tmp_path / "bed.wav")
