"""The sound of a film: loud enough, never over, exactly as long as the pictures, quiet under the voice."""

from pathlib import Path

import numpy as np
import pytest

from storyreel.kit.errors import InputError, MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.media.loudness import PeakMeter
from storyreel.media.probe import probe
from storyreel.media.sound import sound_chunks
from storyreel.render.duck import DEPTH_DB, ducking, voiced
from storyreel.render.limiter import limited
from storyreel.render.mix import mix, role_chunks
from storyreel.timeline.model import MediaRef, SoundClip, SoundTrack, Timeline
from tests.render.conftest import Rendered
from tests.render.small_film import Shelf

SECOND = 48_000


def with_sound(film: Timeline, *tracks: SoundTrack) -> Timeline:
    return film.model_copy(update={"sound": tracks})


def voice(media: MediaRef, start: int, duration: int) -> SoundTrack:
    return SoundTrack(role="voice", clips=(SoundClip(id="v", media=media, start=start, duration=duration),))


def test_a_mix_is_within_its_limits_and_exactly_as_long_as_the_film(
    rendered: Rendered, tmp_path: Path
) -> None:
    report = mix(rendered.timeline, rendered.shelf, tmp_path / "a.m4a")
    assert report.within
    assert report.samples == rendered.timeline.rate.ticks(rendered.timeline.duration)
    facts = probe(tmp_path / "a.m4a").sound
    assert facts is not None
    assert facts.duration_s * SECOND == report.samples


def test_a_mix_made_twice_has_equal_bytes(rendered: Rendered, tmp_path: Path) -> None:
    for name in ("a", "b"):
        mix(rendered.timeline, rendered.shelf, tmp_path / name)
    assert sha256_file(tmp_path / "a") == sha256_file(tmp_path / "b")


def test_peaky_sound_is_held_under_the_ceiling(rendered: Rendered, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    rng = np.random.default_rng(2)
    clicks = 0.02 * rng.standard_normal(6 * SECOND)
    clicks[::4000] = 0.9
    film = with_sound(rendered.timeline, voice(shelf.sound("clicks", clicks, SECOND), 0, 6 * SECOND))
    report = mix(film, shelf, tmp_path / "a.m4a")
    assert report.true_peak_dbtp is not None
    assert report.true_peak_dbtp <= -1.0


def test_silence_and_nothing_and_a_blink_of_sound_do_not_fail(rendered: Rendered, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    none = shelf.sound("none", np.zeros(SECOND), SECOND)
    blink = shelf.sound("blink", 0.5 * np.sin(np.arange(9_600) / 20), SECOND)
    short = rendered.timeline.model_copy(update={"clips": rendered.timeline.clips[:1], "transitions": ()})
    short = short.model_copy(update={"clips": (short.clips[0].model_copy(update={"duration": 6}),)})
    for number, film in enumerate(
        (
            with_sound(rendered.timeline),
            with_sound(rendered.timeline, voice(none, 0, SECOND)),
            with_sound(short, voice(blink, 0, 9_600)),
        )
    ):
        report = mix(film, shelf, tmp_path / f"{number}.m4a")
        assert report.loudness_lufs is None
        assert report.samples == film.rate.ticks(film.duration)


def test_the_limiter_leaves_quiet_sound_alone_and_holds_loud_sound_down() -> None:
    rng = np.random.default_rng(1)
    quiet = (0.05 * rng.standard_normal((SECOND * 5, 2))).astype(np.float32)
    assert np.array_equal(np.concatenate(list(limited(quiet, 1.0, 0.8))), quiet)
    loud = np.concatenate(list(limited(quiet * 20, 1.0, 0.8)))
    assert len(loud) == len(quiet)
    meter = PeakMeter()
    meter.add(loud)
    assert meter.highest <= 0.8 * 1.02


def test_music_gives_way_before_the_voice_and_comes_back_after(rendered: Rendered, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    bed = shelf.sound("bed", np.full(SECOND * 6, 0.5), SECOND)
    line = shelf.sound("line", np.zeros(SECOND), SECOND)
    music = SoundTrack(role="music", clips=(SoundClip(id="m", media=bed, start=0, duration=6 * SECOND),))
    film = with_sound(rendered.timeline, voice(line, 2 * SECOND, SECOND), music)
    heard = np.concatenate(list(role_chunks(film, shelf, ("music",), 6 * SECOND)))[:, 0]
    level = {at: 20 * np.log10(heard[int(at * SECOND)] / heard[SECOND]) for at in (1.8, 2.0, 2.9, 3.2, 3.7)}
    assert level[1.8] == pytest.approx(0, abs=0.01)
    assert level[2.0] == pytest.approx(DEPTH_DB, abs=0.1)
    assert level[2.9] == pytest.approx(DEPTH_DB, abs=0.1)
    assert level[3.2] == pytest.approx(DEPTH_DB, abs=0.1)
    assert level[3.7] == pytest.approx(0, abs=0.01)


def test_short_pauses_between_lines_do_not_pump(rendered: Rendered) -> None:
    media = MediaRef(sha256="0" * 64, media_type="audio/wav")
    clips = tuple(SoundClip(id=f"v{i}", media=media, start=i * 60_000, duration=40_000) for i in range(4))
    film = with_sound(rendered.timeline, SoundTrack(role="voice", clips=clips))
    assert voiced(film) == ((0, 220_000),)
    assert np.all(np.diff(ducking(voiced(film)).ticks) > 0)


def test_a_line_sounds_at_its_very_sample(rendered: Rendered, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    click = np.zeros(1000)
    click[0] = 0.5
    film = with_sound(rendered.timeline, voice(shelf.sound("click", click, SECOND), 71_123, 1000))
    heard = np.concatenate(list(role_chunks(film, shelf, ("voice",), 3 * SECOND)))[:, 0]
    assert int(np.argmax(np.abs(heard))) == 71_123


def test_fades_longer_than_their_clip_are_refused(rendered: Rendered, tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    media = shelf.sound("s", np.zeros(1000), SECOND)
    clip = SoundClip(id="x", media=media, start=0, duration=1000, fade_in=800, fade_out=800)
    film = with_sound(rendered.timeline, SoundTrack(role="music", clips=(clip,)))
    with pytest.raises(InputError, match="fades of sound clip x"):
        mix(film, shelf, tmp_path / "a.m4a")


def test_a_voice_file_that_is_no_sound_is_named(rendered: Rendered, tmp_path: Path) -> None:
    (tmp_path / "note.wav").write_text("not a sound")
    film = with_sound(rendered.timeline, voice(MediaRef(sha256="0" * 64, media_type="audio/wav"), 0, 1000))
    with pytest.raises(MediaError, match=r"note\.wav"):
        mix(film, lambda _: tmp_path / "note.wav", tmp_path / "a.m4a")


def test_the_film_carries_the_mix_from_its_first_sample(rendered: Rendered) -> None:
    film, alone = (
        np.concatenate(list(sound_chunks(path))) for path in (rendered.film, rendered.work / "sound.m4a")
    )
    assert np.array_equal(film, alone)
