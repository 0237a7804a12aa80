"""Planes, placing and captions: exact blends, sub-pixel motion, letters that stay where they are."""

import itertools
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.render import warp
from storyreel.render.canvas import black_canvas
from storyreel.render.captions import CaptionPainter, draw_cue, lay_out, lit
from storyreel.render.place import Whole
from storyreel.render.planes import lay, sheet_of, texture_of
from storyreel.render.pose import sheet_to_frame, stand_at
from storyreel.render.profiles import Encoder, caption_style, frame_size
from storyreel.render.segment import segment_frames
from storyreel.render.shift import Shifter
from storyreel.render.spec import CaptionState, SegmentSpec, SpecLayer, Take
from storyreel.render.stills import SheetCache
from storyreel.render.warp import GroundWarper, Warper
from storyreel.render.zoom import axis
from storyreel.timeline.model import Box, CaptionStyle, Pose, Rate
from tests.render.small_film import Shelf, cutout, ground

SCREEN = Box(x=0, y=0, width=160, height=90)
LINES = (("The", "old", "lamp"), ("had", "not", "been", "lit"))


def test_the_blend_is_exact_for_every_pair_of_level_and_inverse_alpha() -> None:
    levels, inverse = np.meshgrid(np.arange(256, dtype=np.uint8), np.arange(256, dtype=np.uint8))
    frame = levels.copy()
    lay(frame, np.zeros_like(inverse), inverse, 0, 0)
    exact = np.floor(levels.astype(np.float64) * inverse / 255 + 0.5)
    assert np.array_equal(frame, exact)


def test_colours_become_bt709_limited_planes() -> None:
    colors = {(0, 0, 0): (16, 128, 128), (255, 255, 255): (235, 128, 128), (0, 0, 255): (63, 102, 240)}
    for bgr, yuv in colors.items():
        sheet = sheet_of(np.full((4, 4, 3), bgr, dtype=np.uint8))
        assert tuple(int(plane[0, 0]) for plane in sheet.planes) == yuv


def test_grey_has_no_colour_at_any_level_or_opacity() -> None:
    for level in range(0, 256, 5):
        sheet = sheet_of(np.full((2, 2, 3), level, dtype=np.uint8))
        assert [int(plane[0, 0]) for plane in sheet.planes[1:]] == [128, 128]


def test_a_shift_by_a_quarter_pixel_mixes_neighbours_by_a_quarter() -> None:
    pixels = np.zeros((8, 8, 3), dtype=np.uint8)
    pixels[:, 4:] = 255
    canvas = black_canvas(8, 8)
    Shifter(sheet_of(pixels)).at(0.25, 0).paint(canvas, (0, 0, 8, 8))
    assert int(canvas[0][4, 4]) == round(235 * 0.75 + 16 * 0.25)


def test_a_moving_layer_moves_evenly(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    poses = (Pose(frame=0), Pose(frame=40, dx=10.0))
    back = SpecLayer(
        sha256=shelf.picture("black", np.zeros((90, 160, 3), np.uint8)).sha256,
        box=Box(x=0, y=0, width=160, height=90),
    )
    disc = np.zeros((40, 40, 4), dtype=np.uint8)
    cv2.circle(disc, (20, 20), 14, (255, 255, 255, 255), -1, cv2.LINE_AA)
    for scale, jitter in ((1.0, 0.02), (1.2, 0.04)):
        moved = tuple(p.model_copy(update={"scale": scale if p.frame else 1.0}) for p in poses)
        front = SpecLayer(
            sha256=shelf.picture("disc", disc).sha256,
            box=Box(x=40, y=20, width=40, height=40),
            poses=moved,
            ease="linear",
        )
        spec = _spec((back, front), 40)
        centres = [_centre_x(frame[0]) for frame in segment_frames(spec, shelf)]
        assert np.abs(np.diff(centres) - 0.25).max() < jitter


def test_a_layer_wholly_outside_the_frame_changes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    back = SpecLayer(
        sha256=shelf.picture("g", ground(1, 160, 90)).sha256, box=Box(x=0, y=0, width=160, height=90)
    )
    disc = shelf.picture("c", cutout(1)).sha256
    alone = next(segment_frames(_spec((back,), 1), shelf))
    ways = {
        "still": (),
        "drifting": (Pose(frame=0), Pose(frame=9, dx=3)),
        "growing": (Pose(frame=0), Pose(frame=9, scale=1.1)),
        "turned": (Pose(frame=0, rotation_deg=30),),
    }
    for poses in ways.values():
        for x, y in ((-400, 0), (400, 10), (10, -300), (20, 300)):
            front = SpecLayer(sha256=disc, box=Box(x=x, y=y, width=90, height=90), poses=poses)
            for frame in segment_frames(_spec((back, front), 5), shelf):
                assert all((a == b).all() for a, b in zip(frame, alone, strict=True))


def test_a_shift_and_a_warp_agree_where_both_can_do_it() -> None:
    premultiplied = cutout(3)
    premultiplied[..., :3] = premultiplied[..., :3].astype(np.uint16) * premultiplied[..., 3:] // 255
    box = Box(x=10, y=8, width=90, height=90)
    stand = stand_at((Pose(frame=0, dx=3.5, dy=1.25),), "linear", 0)
    shifted = Shifter(sheet_of(premultiplied)).at(box.x + stand.dx, box.y + stand.dy)
    warped = Whole(Warper(texture_of(premultiplied), (140, 120)).at(sheet_to_frame(box, stand, 90, 90)))
    frames: list[np.ndarray] = []
    for laid in (shifted, warped):
        canvas = black_canvas(140, 120)
        canvas[0][:] = 90
        laid.paint(canvas, (0, 0, 140, 120))
        frames.append(canvas[0].astype(int))
    assert int(np.abs(frames[0] - frames[1]).max()) <= 4


def test_a_ground_is_resized_to_where_a_warp_puts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = np.random.default_rng(4).integers(0, 256, (90, 150, 3), dtype=np.uint8)
    sheet = sheet_of(np.ascontiguousarray(cv2.resize(noise, (620, 380), interpolation=cv2.INTER_CUBIC)))
    box, poses = Box(x=-20, y=-12, width=540, height=331), (Pose(frame=0), Pose(frame=60, scale=1.1, dx=9.7))
    quick = 0
    for frame in range(0, 60, 3):
        matrix = sheet_to_frame(box, stand_at(poses, "linear", frame), sheet.width, sheet.height)
        resized = [placed.plane.copy() for placed in GroundWarper(sheet, (480, 270)).at(matrix)]
        with monkeypatch.context() as patch:
            patch.setattr(warp, "axis", lambda *_: None)
            warped = [placed.plane for placed in GroundWarper(sheet, (480, 270)).at(matrix)]
        quick += not np.array_equal(resized[0], warped[0])
        for one, other in zip(resized, warped, strict=True):
            assert np.abs(one.astype(int) - other).max() <= 4
            assert np.abs(one.astype(int) - other).mean() < 0.6
    assert quick >= 10


@given(
    scale=st.floats(0.5, 2),
    offset=st.floats(-40, 0),
    source=st.integers(60, 900),
    wanted=st.integers(16, 500),
)
def test_a_resized_axis_is_where_it_should_be_and_has_all_its_pixels(
    scale: float, offset: float, source: int, wanted: int
) -> None:
    found = axis(scale, offset, source, wanted)
    if found is None:
        return
    assert found.first >= 0
    assert found.first + found.size <= source
    assert found.resized >= found.skipped + wanted
    for index in (0, wanted - 1):
        exact = (index - offset) / scale
        here = (index + found.skipped + 0.5) / scale - 0.5 + found.first
        assert abs(here - exact) <= 1 / 64 + 1e-9


def test_poses_hold_before_the_first_and_after_the_last() -> None:
    poses = (Pose(frame=5, dx=1), Pose(frame=9, dx=3))
    assert [stand_at(poses, "linear", f).dx for f in (-3, 5, 7, 9, 40)] == [1, 1, 2, 3, 3]


def test_the_cache_holds_no_more_than_its_limit(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, {})
    cache = SheetCache(limit_bytes=200_000)
    for seed in range(6):
        sheet = cache.get(shelf.picture(f"g{seed}", ground(seed)).sha256, shelf, size=(320, 180), exact=True)
        assert sheet.planes[0].shape == (180, 320)
        assert cache.held_bytes <= 200_000


@pytest.mark.parametrize("name", ["youtube", "shorts", "square"])
@pytest.mark.parametrize("lines", [LINES, (("Incomprehensibilities" * 3,),), (tuple("W" * 42),) * 2])
def test_captions_stay_inside_the_frame_whatever_they_say(
    name: str, lines: tuple[tuple[str, ...], ...]
) -> None:
    width, height = frame_size("preview_local", name)
    style = caption_style(name)
    layout = lay_out(lines, style, width, height)
    left, top, across, down = layout.plate
    assert left >= 0.02 * width
    assert left + across <= 0.98 * width
    assert top > 0
    assert top + down <= height
    cover = draw_cue(layout, style).cover[..., 3]
    assert cover.max() == 255
    assert not cover[0].any()
    assert not cover[-1].any()
    assert not cover[:, 0].any()
    assert not cover[:, -1].any()


@pytest.mark.parametrize("name", ["youtube", "shorts", "square"])
def test_a_caption_at_the_top_is_the_same_caption_near_the_upper_edge(name: str) -> None:
    size, style = frame_size("preview_local", name), caption_style(name)
    low, high = lay_out(LINES, style, *size), lay_out(LINES, style, *size, place="top")
    assert high.plate[2:] == low.plate[2:]
    assert 0 < high.plate[1] < 0.12 * size[1]
    assert high.plate[1] + high.plate[3] < 0.4 * size[1]
    assert lay_out(LINES[:1], style, *size, place="top").baselines == high.baselines[:1]
    states = (
        CaptionState(first=0, last=2, lines=LINES, place="top"),
        CaptionState(first=2, last=4, lines=LINES),
    )
    layer = SpecLayer(sha256="0" * 64, box=Box(x=0, y=0, width=size[0], height=size[1]))
    painter = CaptionPainter(
        _spec((layer,), 4).model_copy(
            update={"width": size[0], "height": size[1], "captions": states, "caption_style": style}
        ),
        Path,
    )
    placed = [painter.at(frame) for frame in (1, 2)]
    wanted = [cue.plate[1] + draw_cue(cue, style).plain.top for cue in (high, low)]
    assert [found[0].y for found in placed if found is not None] == wanted


def test_lighting_a_word_changes_that_word_alone_and_moves_nothing() -> None:
    style = CaptionStyle()
    cue = draw_cue(lay_out(LINES, style, 960, 540), style)
    changed = [np.nonzero(lit(cue, word).planes[1] != cue.plain.planes[1]) for word in range(7)]
    spans = [(x.min(), x.max(), y.min(), y.max()) for y, x in changed]
    for line in (spans[:3], spans[3:]):
        assert all(first[1] < second[0] for first, second in itertools.pairwise(line))
    assert max(s[3] for s in spans[:3]) < min(s[2] for s in spans[3:])
    whole = np.zeros(cue.plain.planes[1].shape, dtype=int)
    for word in range(7):
        whole += lit(cue, word).planes[1] != cue.plain.planes[1]
    assert whole.max() == 1


@pytest.mark.parametrize("paper", [255, 128, 0])
def test_text_reads_on_any_ground(paper: int) -> None:
    style = CaptionStyle()
    cue = draw_cue(lay_out(LINES, style, 960, 540), style)
    frame = np.full((540, 960), 16 + paper * 219 // 255, dtype=np.uint8)
    left, top, width, height = cue.layout.plate
    assert cue.plain.inverse is not None
    x, y = left + cue.plain.left, top + cue.plain.top
    lay(frame, cue.plain.planes[0], cue.plain.inverse[0], x, y)
    text = cue.cover[..., 3] == 255
    bare = cv2.dilate(cue.cover[..., 3], np.ones((15, 15), np.uint8)) == 0
    bare[:14], bare[-14:], bare[:, :14], bare[:, -14:] = False, False, False, False
    part = (frame[top : top + height, left : left + width].astype(float) - 16) / 219
    light, dark = (float(np.median(part[mask])) ** 2.4 for mask in (text, bare))
    lit_word = 0.5  # relative luminance of the default lit colour
    assert (min(light, lit_word) + 0.05) / (dark + 0.05) >= 4.5


def _spec(layers: tuple[SpecLayer, ...], frames: int) -> SegmentSpec:
    return SegmentSpec(
        kind="body",
        width=160,
        height=90,
        rate=Rate(numerator=30),
        frames=frames,
        takes=(Take(layers=layers),),
        encoder=Encoder(),
    )


def _centre_x(luma: np.ndarray) -> float:
    weight = luma.astype(np.float64).sum(axis=0) - 16.0 * luma.shape[0]
    return float((weight * np.arange(len(weight))).sum() / weight.sum())
