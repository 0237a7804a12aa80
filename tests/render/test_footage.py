"""Layers that play a video: the right frame at each moment, upright, in our colours, whatever a file says."""

from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.kit.errors import MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.media.ffmpeg import run
from storyreel.render.canvas import Canvas
from storyreel.render.planes import sheet_of
from storyreel.render.profiles import Encoder
from storyreel.render.segment import segment_frames
from storyreel.render.spec import SegmentSpec, SpecLayer, Take
from storyreel.timeline.model import TICKS_PER_SECOND, Box, Footage, Pose, Rate
from tests.render.small_videos import QUARTERS, SIZE, encoded, number_in, numbered, quarters, timed

FULL = Box(x=0, y=0, width=192, height=128)
GOP = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", "10", "-pix_fmt", "yuv420p")
STEADY = [Fraction(n, 25) for n in range(60)]
UNEVEN = [Fraction(n * n, 300) + Fraction(n, 40) for n in range(40)]


def played(
    path: Path,
    frames: range | int,
    *,
    start: Fraction | int = 0,
    first: int = 0,
    box: Box = FULL,
    poses: tuple[Pose, ...] = (),
    size: tuple[int, int] = (192, 128),
    rate: int = 30,
) -> list[Canvas]:
    """Frames of a segment whose ground is the video."""
    layer = SpecLayer(
        sha256=sha256_file(path), box=box, poses=poses, footage=Footage(start=int(start * TICKS_PER_SECOND))
    )
    wanted = range(frames) if isinstance(frames, int) else frames
    spec = SegmentSpec(
        kind="body",
        width=size[0],
        height=size[1],
        rate=Rate(numerator=rate),
        frames=wanted.stop,
        takes=(Take(layers=(layer,), first=first),),
        encoder=Encoder(),
    )
    return list(segment_frames(spec, lambda _: path, frames=wanted))


def numbers(canvases: list[Canvas]) -> list[int]:
    return [number_in(canvas[0]) for canvas in canvases]


def on_screen(times: list[Fraction], start: Fraction | int, frames: range, rate: int = 30) -> list[int]:
    """The last source frame at or before each output frame's moment; the first before the video begins."""
    moments = [start + Fraction(frame, rate) for frame in frames]
    return [max([0, *(n for n, time in enumerate(times) if time <= moment)]) for moment in moments]


@pytest.mark.parametrize("start", [0, Fraction(13, 10), Fraction(2)])
@pytest.mark.parametrize("times", [STEADY, UNEVEN], ids=["steady", "uneven"])
@pytest.mark.parametrize("name", ["a.mp4", "a.mkv", "a.ts"])
def test_each_frame_shows_the_source_frame_of_its_moment(
    name: str, times: list[Fraction], start: Fraction | int, tmp_path: Path
) -> None:
    path = timed(tmp_path / name, times)
    assert numbers(played(path, 20, start=start)) == on_screen(times, start, range(20))


def test_a_video_with_one_key_frame_plays_from_anywhere(tmp_path: Path) -> None:
    path = timed(tmp_path / "one.mp4", STEADY, gop=10_000)
    assert numbers(played(path, 5, start=2)) == on_screen(STEADY, 2, range(5))


def test_the_last_frame_holds_where_the_source_ends(tmp_path: Path) -> None:
    path = timed(tmp_path / "a.mp4", STEADY)
    assert numbers(played(path, 12, start=Fraction(11, 5)))[-3:] == [59] * 3
    assert numbers(played(path, 3, start=50)) == [59] * 3


def test_a_video_that_breaks_off_before_its_said_length_holds_its_last_frame(tmp_path: Path) -> None:
    whole = timed(tmp_path / "a.mkv", STEADY).read_bytes()
    path = tmp_path / "broken.mkv"
    path.write_bytes(whole[: len(whole) // 2])
    shown = numbers(played(path, 75))
    assert shown[:10] == on_screen(STEADY, 0, range(10))
    assert 15 < shown[-1] < 59
    assert shown[-1] == shown[-10] == numbers(played(path, 2, start=Fraction(9, 4)))[0]


def test_damaged_packets_are_passed_over(tmp_path: Path) -> None:
    raw = bytearray(timed(tmp_path / "a.ts", STEADY).read_bytes())
    raw[len(raw) // 3 : len(raw) // 3 + 2000] = bytes(2000)
    path = tmp_path / "damaged.ts"
    path.write_bytes(raw)
    shown = numbers(played(path, 60))
    assert shown[:10] == on_screen(STEADY, 0, range(10))
    assert shown[-5:] == on_screen(STEADY, 0, range(55, 60))


def test_a_segment_may_begin_before_or_inside_its_clip(tmp_path: Path) -> None:
    path = timed(tmp_path / "a.mp4", STEADY)
    assert numbers(played(path, 6, start=1, first=-3)) == on_screen(STEADY, 1, range(-3, 3))
    assert numbers(played(path, 6, first=-3)) == on_screen(STEADY, 0, range(-3, 3))
    assert numbers(played(path, range(20, 24))) == on_screen(STEADY, 0, range(20, 24))


@pytest.mark.parametrize("rotation", [90, 180, -90])
def test_a_turned_video_stands_upright_as_players_show_it(rotation: int, tmp_path: Path) -> None:
    plain = encoded(tmp_path / "plain.mp4", [quarters()] * 3, *GOP)
    path = tmp_path / "turned.mp4"
    run(("-display_rotation", str(rotation), "-i", str(plain), "-c", "copy", "-y", str(path)))
    run(("-i", str(path), "-frames:v", "1", "-y", str(tmp_path / "seen.png")))
    seen = cv2.imread(str(tmp_path / "seen.png"))
    assert seen is not None
    height, width = seen.shape[:2]
    shown = played(path, 1, box=Box(x=0, y=0, width=width, height=height), size=(width, height))[0]
    wanted = sheet_of(np.ascontiguousarray(seen)).planes
    for plane, expected in zip(shown, wanted, strict=True):
        assert np.median(np.abs(plane.astype(int) - expected)) <= 2
        assert np.abs(plane.astype(int) - expected).mean() < 4


KINDS = {
    "bt601": ("yuv420p", "bt601", "tv"),
    "bt601 full": ("yuvj420p", "bt601", "pc"),
    "bt709 full": ("yuv444p", "bt709", "pc"),
    "bt709 deep": ("yuv420p10le", "bt709", "tv"),
    "bt709 wide chroma": ("yuv422p", "bt709", "tv"),
}
NUMBERS = {"bt601": "smpte170m", "bt709": "bt709"}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("scale", [1, 3], ids=["shrunk", "grown"])
def test_every_kind_of_colour_arrives_as_it_was_meant(
    kind: tuple[str, str, str], scale: int, tmp_path: Path
) -> None:
    pixel_format, matrix, span = kind
    convert = (
        f"scale=in_range=pc:out_range={span}:out_color_matrix={matrix}:flags=accurate_rnd+full_chroma_int"
    )
    tags = ("-colorspace", NUMBERS[matrix], "-color_range", span)
    path = encoded(
        tmp_path / "a.mkv",
        [quarters()] * 2,
        *("-vf", f"{convert},format={pixel_format}", "-c:v", "ffv1", *tags),
    )
    width, height = SIZE[0] * scale // 2, SIZE[1] * scale // 2
    shown = played(path, 1, box=Box(x=0, y=0, width=width, height=height), size=(width, height))[0]
    for index, color in enumerate(QUARTERS):
        down, across = divmod(index, 2)
        wanted = [int(p[0, 0]) for p in sheet_of(np.full((2, 2, 3), color, np.uint8)).planes]
        found = [int(p[p.shape[0] * (1 + 2 * down) // 4, p.shape[1] * (1 + 2 * across) // 4]) for p in shown]
        assert np.abs(np.subtract(found, wanted)).max() <= 3, (color, found, wanted)


def test_high_dynamic_range_becomes_ordinary_light(tmp_path: Path) -> None:
    ramp = np.linspace(0, 255, 256).astype(np.uint8)
    picture = np.repeat(np.repeat(ramp[None, :, None], 16, axis=0), 3, axis=2)
    tags = "setparams=color_primaries=bt2020:color_trc=smpte2084:colorspace=bt2020nc:range=tv"
    path = encoded(
        tmp_path / "hdr.mkv",
        [picture] * 2,
        *("-vf", f"scale=out_color_matrix=bt2020:out_range=tv,format=yuv420p10le,{tags}", "-c:v", "ffv1"),
    )
    luma, *chroma = played(path, 1, box=Box(x=0, y=0, width=256, height=16), size=(256, 16))[0]
    row = luma[8].astype(int)
    assert row[0] == 16
    assert np.diff(row).min() >= 0
    assert row[148] == pytest.approx(16 + 0.82 * 219, abs=4)  # 203 cd/m2 is 0.58 of the signal
    assert row[200:].min() >= 230
    assert all(np.abs(plane.astype(int) - 128).max() <= 1 for plane in chroma)


@pytest.mark.parametrize("size", [(95, 63), (33, 101), (2, 2)])
def test_odd_sizes_cover_their_box_without_a_gap(size: tuple[int, int], tmp_path: Path) -> None:
    white = np.full((size[1], size[0], 3), 255, dtype=np.uint8)
    path = encoded(tmp_path / "a.mkv", [white] * 2, "-c:v", "ffv1", "-pix_fmt", "yuv420p")
    for canvas in played(path, 2):
        assert canvas[0].min() >= 233


def test_pixels_that_are_not_square_are_shown_in_their_true_shape(tmp_path: Path) -> None:
    path = encoded(tmp_path / "a.mp4", [quarters()] * 2, *GOP, "-aspect", "3:1")
    luma = played(path, 1)[0][0]
    full = played(encoded(tmp_path / "b.mp4", [quarters((192, 64))] * 2, *GOP), 1)[0][0]
    assert np.abs(luma.astype(int) - full).mean() < 3


def test_a_moving_video_moves_and_plays(tmp_path: Path) -> None:
    path = timed(tmp_path / "a.mp4", STEADY)
    grown = (Pose(frame=0), Pose(frame=20, scale=1.01))
    assert numbers(played(path, 12, poses=grown)) == on_screen(STEADY, 0, range(12))
    drifting = (Pose(frame=0), Pose(frame=20, dx=1.5))
    for canvas in played(path, 4, box=Box(x=40, y=20, width=96, height=64), poses=drifting):
        assert canvas[0][:, :30].max() == 16
        assert canvas[0][26, 45:130].min() > 90


def test_the_same_footage_gives_the_same_frames(tmp_path: Path) -> None:
    path = timed(tmp_path / "a.mp4", UNEVEN)
    first, again = played(path, 30), played(path, 30)
    for one, two in zip(first, again, strict=True):
        assert all((a == b).all() for a, b in zip(one, two, strict=True))


def test_what_shows_no_picture_is_named(tmp_path: Path) -> None:
    sound = tmp_path / "sound.wav"
    run(("-f", "lavfi", "-i", "anullsrc=d=0.2", "-y", str(sound)))
    with pytest.raises(MediaError, match="no pictures"):
        played(sound, 1)
    noise = tmp_path / "noise.mp4"
    noise.write_bytes(b"nothing that any program could play" * 40)
    with pytest.raises(MediaError, match="cannot be opened"):
        played(noise, 1)


def test_numbers_are_read_back_as_they_were_drawn() -> None:
    assert [number_in(numbered(n)[..., 0]) for n in (0, 1, 37, 255)] == [0, 1, 37, 255]
