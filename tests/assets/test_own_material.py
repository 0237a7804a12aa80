"""The author's stills and videos: shown around their subject; what is wrong is said in a sentence."""

from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from storyreel.assets.folder import AuthorPicture, Match, index, match
from storyreel.assets.model import Picture
from storyreel.assets.own import OwnPicture, own_picture
from storyreel.assets.own_captions import has_foot_text
from storyreel.assets.own_still import frame_still, open_still
from storyreel.assets.own_subject import Subject, crop_of, subject_of
from storyreel.kit.errors import InputError, MediaError, StudioError
from storyreel.kit.hashing import sha256_file
from storyreel.media.ffmpeg import run
from storyreel.media.image import Pixels
from storyreel.media.loudness import measure_file
from storyreel.media.survey import survey
from storyreel.timeline.model import TICKS_PER_SECOND, Footage
from tests.assets.lines import need

WIDE, TALL, SQUARE = (480, 270), (270, 480), (270, 270)
PATTERN = ("-f", "lavfi", "-i", "testsrc2=s=320x240:r=10:d=4")
TONE = ("-f", "lavfi", "-i", "sine=440:d=4")
H264 = ("-c:v", "libx264", "-preset", "ultrafast")


def video(folder: Path, name: str, *args: str) -> Path:
    """A small video made by ffmpeg."""
    run([*args, str(folder / name)])
    return folder / name


def shown(folder: Path, label: str, size: tuple[int, int] = WIDE) -> OwnPicture:
    """The picture that this file of a folder gives."""
    return own_picture(
        need(),
        Match(named(folder, label), 1.0, ("boat",)),
        size=size,
        backing="#ffffff",
        workdir=folder / ".work",
        flags=(),
    )


def named(folder: Path, label: str) -> AuthorPicture:
    return next(picture for picture in index(folder).pictures if picture.label == label)


def scene(size: tuple[int, int], at: tuple[int, int], *, seed: int = 3) -> Pixels:
    """A plain picture with one busy, bright thing in it, 80 pixels wide, whose middle is at `at`."""
    chance = np.random.default_rng(seed)
    pixels = np.full((size[1], size[0], 3), 90, np.uint8)
    x, y = at
    pixels[y - 40 : y + 40, x - 40 : x + 40] = chance.integers(0, 255, (80, 80, 3), np.uint8)
    return pixels


def captioned(pixels: Pixels, text: str) -> Pixels:
    """The picture with a burned-in caption."""
    result: Any = pixels.copy()
    where = (pixels.shape[1] // 8, pixels.shape[0] * 92 // 100)
    for colour, width in (((0, 0, 0), 5), ((255, 255, 255), 2)):
        cv2.putText(result, text, where, cv2.FONT_HERSHEY_DUPLEX, 0.8, colour, width, cv2.LINE_AA)
    return result


@pytest.mark.parametrize("x", [80, 320, 560])
@pytest.mark.parametrize("size", [TALL, SQUARE])
def test_a_crop_keeps_the_subject_in_the_frame(x: int, size: tuple[int, int]) -> None:
    crop = crop_of(640, 360, size, subject_of([scene((640, 360), (x, 180))]))
    assert not crop.whole
    assert crop.height == 360
    assert crop.left <= x - 40
    assert crop.left + crop.width >= x + 40


@pytest.mark.parametrize("y", [60, 320, 580])
def test_a_tall_picture_is_cut_around_its_subject_too(y: int) -> None:
    crop = crop_of(360, 640, WIDE, subject_of([scene((360, 640), (180, y))]))
    assert crop.top <= y - 40
    assert crop.top + crop.height >= y + 40


def test_what_may_not_be_cut_stands_whole_inside_the_frame() -> None:
    even = np.ones(192, np.int64)
    pair = Subject(even, even, keep_x=(0.1, 0.9), keep_y=(0.2, 0.6), whole=True)
    crop = crop_of(640, 360, TALL, pair)
    assert crop.whole
    assert crop.left <= 640 * 0.15
    assert crop.left + crop.width >= 640 * 0.85
    single = Subject(even, even, keep_x=(0.1, 0.9), keep_y=(0.2, 0.6))
    assert not crop_of(640, 360, TALL, single).whole


def test_the_same_still_gives_the_same_picture(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "boat.png"), scene((640, 360), (500, 180)))
    first, second = shown(tmp_path, "boat.png", TALL), shown(tmp_path, "boat.png", TALL)
    assert first.picture == second.picture
    assert list(first.files) == [sha256_file(file) for file in second.files.values()]


def test_captions_of_a_source_are_seen_and_pictures_without_are_not() -> None:
    plain = [scene((640, 360), (x, 180), seed=x) for x in (100, 300, 500)]
    assert not has_foot_text(plain)
    assert has_foot_text([captioned(pixels, "We were here before.") for pixels in plain])
    assert not has_foot_text([])


def test_captions_of_an_own_still_move_ours_up(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "boat.png"), captioned(scene((640, 360), (320, 150)), "The boat comes home."))
    assert shown(tmp_path, "boat.png").picture.foot_text


def test_the_part_of_a_video_is_played_with_its_sound(tmp_path: Path) -> None:
    video(tmp_path, "boat.mp4", *PATTERN, *TONE, *H264, "-c:a", "aac", "-shortest")
    whole = shown(tmp_path, "boat.mp4").picture
    assert whole.layers[-1].media.sha256 == sha256_file(tmp_path / "boat.mp4")
    assert whole.layers[-1].footage == Footage(start=0)
    assert whole.sound is not None
    assert whole.sound.mode == "duck"
    (tmp_path / "boat.json").write_text('{"in_s": 1, "out_s": 2.5, "sound": "keep"}')
    own = shown(tmp_path, "boat.mp4")
    sound, footage = own.picture.sound, own.picture.layers[-1]
    assert sound is not None
    assert (sound.mode, sound.duration) == ("keep", TICKS_PER_SECOND * 3 // 2)
    assert measure_file(own.files[sound.media.sha256]).integrated_lufs == pytest.approx(-26, abs=1)
    assert footage.footage == Footage(start=TICKS_PER_SECOND)
    assert survey(own.files[footage.media.sha256]).held_s == pytest.approx(2.5, abs=0.15)
    again = shown(tmp_path, "boat.mp4")
    assert again.picture == own.picture
    (tmp_path / "boat.json").unlink()
    (tmp_path / "boat.txt").write_text("harbour, morning\nsound: mute\n")
    assert shown(tmp_path, "boat.mp4").picture.sound is None
    assert match(need("The harbour in the morning."), index(tmp_path)) is not None


def test_a_video_covers_the_frame_upright(tmp_path: Path) -> None:
    video(tmp_path, "boat.mp4", *PATTERN, *H264)
    run(
        [
            "-display_rotation",
            "90",
            "-i",
            str(tmp_path / "boat.mp4"),
            "-c",
            "copy",
            str(tmp_path / "side.mp4"),
        ]
    )
    for label, shape in (("boat.mp4", 320 / 240), ("side.mp4", 240 / 320)):
        box = shown(tmp_path, label).picture.layers[-1].box
        assert box.width / box.height == pytest.approx(shape, rel=0.02)
        assert box.x <= 0
        assert box.y <= 0
        assert box.x + box.width >= WIDE[0]
        assert box.y + box.height >= WIDE[1]


ODD_FILTER = ("-vf", "format=yuv444p,crop=317:239:0:0:exact=1")
HDR_PARAMS = "colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc"
TELLING: dict[str, tuple[str, tuple[str, ...], str]] = {
    "no sound": ("a.mp4", (*PATTERN, *H264), "a.mp4: it has no sound that could be kept."),
    "an odd size": ("a.mkv", (*PATTERN, *ODD_FILTER, *H264), "its odd size of 317 x 239"),
    "high dynamic range": (
        "a.mp4",
        (*PATTERN, "-pix_fmt", "yuv420p10le", *H264, "-x264-params", HDR_PARAMS),
        "its high dynamic range is brought down",
    ),
    "uneven times": (
        "a.mp4",
        (*PATTERN, "-vf", "select='not(mod(n,7))+lt(n,20)'", "-fps_mode", "vfr", *H264),
        "its frames come at uneven times",
    ),
    "no key frames": (
        "a.mp4",
        ("-f", "lavfi", "-i", "testsrc2=s=64x48:r=10:d=14", *H264, "-g", "9999"),
        "it has no key frame after its first",
    ),
}


@pytest.mark.parametrize("case", TELLING)
def test_an_unusual_video_is_shown_and_told_of(case: str, tmp_path: Path) -> None:
    name, args, told = TELLING[case]
    video(tmp_path, name, *args)
    (tmp_path / "a.txt").write_text("sound: keep")
    flags = shown(tmp_path, name).picture.flags
    assert [flag for flag in flags if told in flag]


def test_a_video_that_lies_about_its_length_is_used_as_far_as_it_goes(tmp_path: Path) -> None:
    whole = video(tmp_path, "whole.mp4", *PATTERN, *H264, "-movflags", "+faststart").read_bytes()
    (tmp_path / "cut.mp4").write_bytes(whole[: len(whole) // 2])
    assert "cut.mp4: it says that it lasts 4.0 s but holds" in shown(tmp_path, "cut.mp4").picture.flags[0]


def test_a_range_behind_the_end_is_told_of(tmp_path: Path) -> None:
    video(tmp_path, "boat.mp4", *PATTERN, *H264)
    (tmp_path / "boat.json").write_text('{"in_s": 99, "out_s": 101}')
    picture = shown(tmp_path, "boat.mp4").picture
    assert "boat.mp4: its range begins at 99 s, but it holds 4.0 s" in picture.flags[0]
    assert picture.layers[-1].footage == Footage(start=0)


def refused(folder: Path, label: str) -> StudioError:
    with pytest.raises((InputError, MediaError)) as caught:
        shown(folder, label)
    return caught.value


def test_what_shows_nothing_is_refused_in_a_sentence_without_a_path(tmp_path: Path) -> None:
    video(tmp_path, "sound.mp4", *TONE, "-c:a", "aac")
    (tmp_path / "noise.mp4").write_bytes(bytes(range(256)) * 100)
    (tmp_path / "noise.heic").write_bytes(b"\0\0\0\x18ftypheic" + b"\0" * 300)
    (tmp_path / "noise.svg").write_text("no drawing")
    cv2.imwrite(str(tmp_path / "dot.png"), np.zeros((1, 1, 3), np.uint8))
    for label, told in {
        "sound.mp4": "It has no picture.",
        "noise.mp4": "It cannot be read as a video (",
        "noise.heic": "It is no picture that can be decoded.",
        "noise.svg": "It is no drawing that can be read.",
        "dot.png": "It has only 1 x 1 pixels.",
    }.items():
        error = refused(tmp_path, label)
        assert error.message.startswith(told)
        assert str(tmp_path) not in str(error)
        assert error.next_step


SVG = """<!DOCTYPE svg [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="320" height="180"
  onload="go()"><script>go()</script><style>@import url(http://127.0.0.1:9/a.css);</style>
<rect width="320" height="180" fill="#cc3333"/>
<image xlink:href="http://127.0.0.1:9/a.png" width="320" height="180"/>
<image href="/etc/passwd" width="10" height="10"/><use href="#none"/></svg>"""


def test_a_drawing_runs_nothing_and_fetches_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "boat.svg").write_text(SVG)
    flags = shown(tmp_path, "boat.svg").picture.flags
    assert flags == (
        "boat.svg: a script in it was left out.",
        "boat.svg: links to things outside of it were not followed.",
    )
    pixels, _ = frame_still(open_still(tmp_path / "boat.svg", "image/svg+xml"), WIDE, "#ffffff")
    assert pixels[100, 200].tolist() == [0x33, 0x33, 0xCC]


def test_transparent_parts_show_the_backing_and_deep_colours_become_eight_bit(tmp_path: Path) -> None:
    clear = np.zeros((180, 320, 4), np.uint8)
    cv2.imwrite(str(tmp_path / "clear.png"), clear)
    cv2.imwrite(str(tmp_path / "deep.tif"), np.full((180, 320, 3), 0x8080, np.uint16))
    for label, kind, value in (("clear.png", "image/png", 255), ("deep.tif", "image/tiff", 128)):
        pixels, _ = frame_still(open_still(tmp_path / label, kind), WIDE, "#ffffff")
        assert pixels.dtype == np.uint8
        assert pixels[50, 50].tolist() == [value] * 3


def test_a_picture_with_a_video_is_a_document(tmp_path: Path) -> None:
    video(tmp_path, "boat.mp4", *PATTERN, *TONE, *H264, "-c:a", "aac", "-shortest")
    picture = shown(tmp_path, "boat.mp4").picture
    assert Picture.from_bytes(picture.to_bytes()) == picture
    assert picture.rights.license_type == "proprietary_cleared"
