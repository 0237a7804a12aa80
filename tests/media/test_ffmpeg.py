"""ffmpeg, probing, frames and loudness: found, reported, ended, measured."""

import asyncio
import time
import wave
from pathlib import Path

import numpy as np
import psutil
import pyloudnorm
import pytest

from storyreel.kit.errors import InputError, MediaError
from storyreel.media.ffmpeg import ffmpeg_path, run, run_async
from storyreel.media.frames import contact_sheet, decoded_planes, frame_at
from storyreel.media.image import read_image
from storyreel.media.loudness import measure_file
from storyreel.media.probe import probe

TEST_FILM = ("-f", "lavfi", "-i", "testsrc2=size=160x90:rate=25:duration=2")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    run((*TEST_FILM, "-pix_fmt", "yuv420p", str(path)))
    return path


def test_a_failure_carries_command_code_and_last_words(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="ffmpeg ended with code") as caught:
        run(("-i", str(tmp_path / "missing.mp4"), "-f", "null", "-"))
    assert caught.value.returncode
    assert "missing.mp4" in caught.value.stderr_tail
    assert caught.value.command[0] == ffmpeg_path()


def test_another_ffmpeg_must_exist(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="There is no ffmpeg at"):
        ffmpeg_path(str(tmp_path / "ffmpeg"))


def test_a_cancelled_ffmpeg_has_ended_when_the_task_has() -> None:
    async def cancelled() -> float:
        endless = ("-re", "-f", "lavfi", "-i", "testsrc2=size=64x64:rate=25", "-f", "null", "-")
        task = asyncio.create_task(run_async(endless))
        while not psutil.Process().children():
            await asyncio.sleep(0.02)
        started = time.monotonic()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        return time.monotonic() - started

    before = {child.pid for child in psutil.Process().children()}
    asyncio.run(cancelled())
    left = [c for c in psutil.Process().children() if c.pid not in before and "ffmpeg" in c.name()]
    assert left == []


def test_probing_tells_length_size_and_rate(film: Path) -> None:
    facts = probe(film)
    assert facts.sound is None
    assert facts.video is not None
    assert (facts.video.width, facts.video.height, facts.video.rate, facts.video.frames) == (160, 90, 25, 50)
    assert facts.video.duration_s == 2.0


def test_what_is_no_media_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "note.mp4").write_text("no film")
    with pytest.raises(MediaError, match=r"note\.mp4"):
        probe(tmp_path / "note.mp4")


def test_frames_are_found_by_time(film: Path) -> None:
    frames = list(decoded_planes(film))
    assert len(frames) == 50
    assert frames[0][0].shape == (90, 160)
    assert frames[0][1].shape == (45, 80)
    first, later = frame_at(film, 0.0), frame_at(film, 1.0)
    assert first.shape == (90, 160, 3)
    assert not np.array_equal(first, later)


def test_a_contact_sheet_shows_a_frame_per_step(film: Path, tmp_path: Path) -> None:
    assert contact_sheet(film, tmp_path / "sheet.png", 2, 0.5) == 4
    assert read_image(tmp_path / "sheet.png").shape == (2 * 278 + 8, 2 * 488 + 8, 3)
    with pytest.raises(InputError):
        contact_sheet(film, tmp_path / "sheet.png", 0, 0.5)


def _wav(path: Path, sound: np.ndarray) -> Path:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(48_000)
        out.writeframes(np.round(sound * 32767).astype("<i2").tobytes())
    return path


def test_loudness_agrees_with_pyloudnorm(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    sound = (
        rng.standard_normal((48_000 * 7 + 321, 2)) * np.repeat([0.02, 0.2, 0.001], 112_107)[:336_321, None]
    )
    heard = measure_file(_wav(tmp_path / "a.wav", np.clip(sound, -1, 1)))
    known = pyloudnorm.Meter(48_000).integrated_loudness(np.clip(sound, -1, 1))
    assert heard.integrated_lufs == pytest.approx(known, abs=0.02)


def test_true_peak_is_found_between_the_samples(tmp_path: Path) -> None:
    at = np.arange(48_000)
    swell = np.minimum(1.0, np.minimum(at, at[::-1]) / 4800)
    wave_between = 0.5 * swell * np.sin(2 * np.pi * at / 4 + np.pi / 4)
    heard = measure_file(_wav(tmp_path / "a.wav", np.stack([wave_between] * 2, axis=1)))
    assert heard.true_peak_dbtp == pytest.approx(20 * np.log10(0.5), abs=0.1)


def test_silence_has_neither_loudness_nor_peak(tmp_path: Path) -> None:
    heard = measure_file(_wav(tmp_path / "a.wav", np.zeros((48_000, 2))))
    assert heard.integrated_lufs is None
    assert heard.true_peak_dbtp is None
