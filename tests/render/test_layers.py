"""Layers in motion: what is painted little by little is what one would paint at once, on the exact frame."""

import itertools
from typing import Any

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.render import canvas, patches, shift
from storyreel.render.canvas import Canvas, area, gathered, uncovered, within
from storyreel.render.patches import Patch, patches_of
from storyreel.render.plan import plan_segments, shown_in
from storyreel.render.planes import Sheet, sheet_of
from storyreel.render.profiles import Encoder
from storyreel.render.segment import segment_frames
from storyreel.render.spec import SegmentSpec, SpecLayer, Take
from storyreel.timeline.model import Box, Clip, Layer, Pose, Rate, Timeline, Transition
from tests.render.small_film import Shelf, cutout, ground

WIDTH, HEIGHT, FRAMES = 160, 96, 6
SCREEN = Box(x=0, y=0, width=WIDTH, height=HEIGHT)
EDGES = ("left", "right", "top", "bottom")


def hills() -> np.ndarray:
    """A sheet wider than the frame: clear sky, an opaque lower half under a soft ridge."""
    pixels = np.zeros((180, 260, 4), dtype=np.uint8)
    pixels[..., :3] = cv2.resize(ground(7), (260, 180))
    x = np.arange(260)
    ridge = (70 + 12 * np.sin(x / 20)).astype(int)
    for column, top in zip(x, ridge, strict=True):
        pixels[top:, column, 3] = 255
        pixels[top - 2 : top, column, 3] = (60, 150)
    return pixels


def window_frame() -> np.ndarray:
    """A sheet with an empty middle."""
    pixels = np.zeros((160, 240, 4), dtype=np.uint8)
    pixels[..., :3] = (40, 70, 130)
    pixels[..., 3] = 255
    pixels[20:140, 20:220, 3] = 0
    return pixels


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    folder = tmp_path_factory.mktemp("layers")
    shelf = Shelf(folder, {})
    drawn = {
        "ground": ground(3, WIDTH, HEIGHT),
        "disc": cutout(2, 41),
        "hills": hills(),
        "window": window_frame(),
        "block": ground(5, 60, 60)[:23, :37],
    }
    for name, pixels in drawn.items():
        shelf.picture(name, pixels)
    return shelf


def named(shelf: Shelf, name: str) -> str:
    return next(digest for digest, path in shelf.paths.items() if path.stem == name)


def spec_of(layers: list[SpecLayer], frames: int = FRAMES, first: int = 0) -> SegmentSpec:
    return SegmentSpec(
        kind="body",
        width=WIDTH,
        height=HEIGHT,
        rate=Rate(numerator=30),
        frames=frames,
        takes=(Take(layers=tuple(layers), first=first),),
        encoder=Encoder(),
    )


def same(one: Canvas, two: Canvas) -> bool:
    return all(bool((a == b).all()) for a, b in zip(one, two, strict=True))


def way() -> st.SearchStrategy[list[Pose]]:
    """Two poses that shift, perhaps by whole pixels, scale, turn, fade and uncover."""
    shift = st.one_of(st.sampled_from([0.0, 2.0, 3.0, -8.0]), st.floats(-30, 30))
    pose = st.builds(
        Pose,
        frame=st.just(0),
        dx=shift,
        dy=shift,
        scale=st.sampled_from([1.0, 1.0, 1.0, 0.7, 1.2]),
        rotation_deg=st.sampled_from([0.0, 0.0, 0.0, 20.0]),
        opacity=st.sampled_from([1.0, 1.0, 1.0, 0.4, 0.0]),
        reveal=st.sampled_from([1.0, 1.0, 1.0, 0.3, 0.0]),
    )
    return st.lists(pose, min_size=0, max_size=2)


@st.composite
def stacks(draw: st.DrawFn) -> list[tuple[str, dict[str, Any]]]:
    """Names of pictures with the fields of their layers, from back to front."""
    found: list[tuple[str, dict[str, Any]]] = []
    for _ in range(draw(st.integers(1, 5))):
        poses = draw(way())
        start = draw(st.integers(0, FRAMES - 1))
        name, size = draw(
            st.sampled_from(
                [("disc", (41, 41)), ("hills", (260, 180)), ("window", (240, 160)), ("block", (37, 23))]
            )
        )
        x, y = draw(st.one_of(st.integers(-40, 120), st.floats(-40, 120))), draw(st.integers(-60, 60))
        found.append(
            (
                name,
                {
                    "box": Box(x=x, y=y, width=size[0], height=size[1]),
                    "poses": tuple(p.model_copy(update={"frame": 4 * i}) for i, p in enumerate(poses)),
                    "ease": draw(st.sampled_from(["linear", "in_out"])),
                    "cycle": draw(st.sampled_from([0, 0, 3])),
                    "shown": draw(st.sampled_from([(), ((start, start + 2),)])),
                    "reveal_from": draw(st.sampled_from(EDGES)),
                },
            )
        )
    return found


@given(stack=stacks())
@settings(max_examples=60, deadline=None)
def test_changed_rectangles_give_what_painting_everything_gives(
    stack: list[tuple[str, dict[str, Any]]], shelf: Shelf
) -> None:
    layers = [SpecLayer(sha256=named(shelf, "ground"), box=SCREEN)]
    layers += [SpecLayer(sha256=named(shelf, name), **fields) for name, fields in stack]
    spec = spec_of(layers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patches, "TILE", 16)
        patch.setattr(patches, "PATCH_COST", 100)
        patch.setattr(canvas, "RECTANGLE_COST", 100)
        little_by_little = list(segment_frames(spec, shelf))
        patch.setattr(shift, "patches_of", _as_one)
        for frame in (*range(FRAMES), 0):
            at_once = next(segment_frames(spec, shelf, frames=range(frame, frame + 1)))
            assert same(little_by_little[frame], at_once), frame


def _as_one(sheet: Sheet) -> tuple[Patch, ...]:
    """The whole sheet blended: no copying, nothing left out, nothing hidden below it."""
    height, width = sheet.planes[0].shape
    return (Patch((0, 0, width + 2, height + 2), solid=sheet.inverse is None),)


def test_a_sheet_with_sky_is_copied_where_it_is_solid_and_left_out_where_it_is_clear() -> None:
    pixels = np.zeros((1080, 1920, 4), dtype=np.uint8)
    pixels[500:] = 255
    pixels[420:500, :, 3] = 255
    pixels[300:420, 900:960] = 255
    found = patches_of(sheet_of(pixels))
    solid = sum(area(patch.part) for patch in found if patch.solid)
    assert solid > 0.9 * 1920 * 580
    assert sum(area(patch.part) for patch in found) < 1.2 * 1920 * 780
    assert len(found) < 8


def test_an_empty_middle_is_not_painted() -> None:
    pixels = np.zeros((1080, 1920, 4), dtype=np.uint8)
    pixels[:, :200], pixels[:, -200:], pixels[-150:] = 255, 255, 255
    assert sum(area(patch.part) for patch in patches_of(sheet_of(pixels))) < 0.5 * 1920 * 1080


parts = st.tuples(*[st.integers(0, 20)] * 4).map(
    lambda n: (2 * min(n[0], n[2]), 2 * min(n[1], n[3]), 2 * max(n[0], n[2]) + 2, 2 * max(n[1], n[3]) + 2)
)


@given(st.lists(parts, max_size=6))
def test_gathered_rectangles_hold_every_pixel(given_parts: list[tuple[int, int, int, int]]) -> None:
    wanted, found = np.zeros((44, 44), bool), np.zeros((44, 44), bool)
    for mask, rectangles in ((wanted, given_parts), (found, gathered(given_parts))):
        for left, top, right, bottom in rectangles:
            mask[top:bottom, left:right] = True
    assert found[wanted].all()


@given(parts, parts)
def test_what_a_cover_leaves_holds_every_pixel_beside_it(
    part: tuple[int, int, int, int], cover: tuple[int, int, int, int]
) -> None:
    open_pixels, left_over = np.zeros((44, 44), bool), np.zeros((44, 44), bool)
    open_pixels[part[1] : part[3], part[0] : part[2]] = True
    open_pixels[cover[1] : cover[3], cover[0] : cover[2]] = False
    rest = uncovered(part, cover)
    left_over[rest[1] : rest[3], rest[0] : rest[2]] = True
    assert left_over[open_pixels].all()
    assert not area(rest) or within(rest, part) == rest


def test_far_switches_repaint_only_their_own_boxes() -> None:
    eyes, mouth = (100, 100, 140, 120), (900, 800, 960, 840)
    assert sorted(gathered([eyes, eyes, mouth, mouth])) == [eyes, mouth]


def film(shelf: Shelf, layers: tuple[Layer, ...], frames: int = 20, **more: Any) -> Timeline:
    back = Layer(name="g", media=_media(shelf, "ground"), box=SCREEN)
    clip = Clip(id="a", duration=frames, layers=(back, *layers))
    clips = (clip, clip.model_copy(update={"id": "b", "layers": (back,)}))
    return Timeline(name="t", rate=Rate(numerator=30), width=WIDTH, height=HEIGHT, clips=clips, **more)


def _media(shelf: Shelf, name: str) -> Any:
    return {"sha256": named(shelf, name), "media_type": "image/png"}


def disc(shelf: Shelf, **fields: Any) -> Layer:
    box = Box(x=60, y=30, width=41, height=41)
    return Layer.model_validate({"name": "d", "media": _media(shelf, "disc"), "box": box, **fields})


def seen(shelf: Shelf, timeline: Timeline) -> list[bool]:
    """At each frame, whether anything but the ground is seen."""
    alone = next(segment_frames(spec_of([SpecLayer(sha256=named(shelf, "ground"), box=SCREEN)]), shelf))
    specs = plan_segments(timeline, Encoder())
    return [not same(frame, alone) for spec in specs for frame in segment_frames(spec, shelf)]


def test_a_layer_is_seen_on_exactly_the_frames_it_names(shelf: Shelf) -> None:
    timeline = film(shelf, (disc(shelf, shown=((3, 5), (5, 6), (9, 20))),))
    assert seen(shelf, timeline) == [n in (3, 4, 5) or 9 <= n < 20 for n in range(40)]


def test_a_layer_never_seen_in_a_segment_is_not_in_its_spec(shelf: Shelf) -> None:
    join = Transition(kind="dissolve", after_clip="a", duration=6)
    never = film(shelf, (), transitions=(join,))
    early = film(shelf, (disc(shelf, shown=((2, 4),)),), transitions=(join,))
    body, crossing, rest = plan_segments(early, Encoder())
    assert named(shelf, "disc") in body.media
    assert [crossing.digest, rest.digest] == [s.digest for s in plan_segments(never, Encoder())[1:]]


@pytest.mark.parametrize(
    ("shown", "first", "frames", "wanted"),
    [
        ((), 0, 10, ()),
        (((0, 20),), 3, 10, ()),
        (((4, 6),), 3, 10, ((1, 3),)),
        (((4, 6), (6, 8)), 3, 10, ((1, 5),)),
        (((0, 2),), -3, 6, ((0, 5),)),
        (((18, 20),), 17, 9, ((1, 9),)),
        (((1, 20),), -3, 3, None),
        (((1, 2),), 5, 3, None),
    ],
)
def test_ranges_are_cut_to_their_segment_and_hold_beyond_the_clip(
    shown: tuple[tuple[int, int], ...], first: int, frames: int, wanted: tuple[tuple[int, int], ...] | None
) -> None:
    assert shown_in(shown, 20, first, frames) == wanted


@pytest.mark.parametrize("cycle", [7, 10])
def test_a_cycle_shows_the_same_again(cycle: int, shelf: Shelf) -> None:
    poses = (Pose(frame=0), Pose(frame=cycle, dx=33.5, dy=12))
    layer = SpecLayer(
        sha256=named(shelf, "disc"), box=Box(x=10, y=9, width=41, height=41), poses=poses, cycle=cycle
    )
    back = SpecLayer(sha256=named(shelf, "ground"), box=SCREEN)
    frames = list(segment_frames(spec_of([back, layer], 24), shelf))
    assert all(same(frames[n], frames[n + cycle]) for n in range(24 - cycle))
    assert not same(frames[0], frames[cycle - 1])
    earlier = list(segment_frames(spec_of([back, layer], 24, first=-cycle), shelf))
    assert all(same(a, b) for a, b in zip(frames, earlier, strict=True))


def test_whole_even_pixels_are_laid_as_the_sheet_has_them(shelf: Shelf) -> None:
    back = SpecLayer(sha256=named(shelf, "ground"), box=SCREEN)
    poses = (Pose(frame=0), Pose(frame=5, dx=10, dy=20))
    moving = SpecLayer(
        sha256=named(shelf, "disc"), box=Box(x=20, y=10, width=41, height=41), poses=poses, ease="linear"
    )
    for number, frame in enumerate(segment_frames(spec_of([back, moving]), shelf)):
        box = Box(x=20 + 2 * number, y=10 + 4 * number, width=41, height=41)
        still = SpecLayer(sha256=named(shelf, "disc"), box=box)
        assert same(frame, next(segment_frames(spec_of([back, still]), shelf)))


@pytest.mark.parametrize("edge", EDGES)
@pytest.mark.parametrize("turned", [0.0, 90.0])
def test_a_layer_is_uncovered_from_its_edge(edge: str, turned: float, shelf: Shelf) -> None:
    black = SpecLayer(sha256=named(shelf, "ground"), box=Box(x=900, y=0, width=8, height=8))
    box = Box(x=20, y=20, width=80, height=48)
    poses = (Pose(frame=0, reveal=0, rotation_deg=turned), Pose(frame=4, reveal=1, rotation_deg=turned))
    layer = SpecLayer.model_validate(
        {"sha256": named(shelf, "block"), "box": box, "poses": poses, "ease": "linear", "reveal_from": edge}
    )
    frames = list(segment_frames(spec_of([black, layer], 5), shelf))
    lit = [frame[0] > 24 for frame in frames]
    areas = [int(mask.sum()) for mask in lit]
    assert areas[0] == 0
    assert [round(n / areas[4], 1) for n in areas] == [
        0.0,
        *(pytest.approx(n, abs=0.1) for n in (0.25, 0.5, 0.75, 1)),
    ]
    for before, after in itertools.pairwise(lit):
        assert (after | ~before).mean() > 0.98
    y, x = np.nonzero(lit[1])
    after_turn = {"left": "top", "top": "right", "right": "bottom", "bottom": "left"}
    side = after_turn[edge] if turned else edge
    centre = {"left": x.mean() < 59, "right": x.mean() > 61, "top": y.mean() < 43, "bottom": y.mean() > 45}
    assert centre[side]


WAYS = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


@pytest.fixture(scope="module")
def crossing(shelf: Shelf) -> Any:
    """Frames of a transition between two still pictures, and the two pictures."""

    def frames(kind: str, direction: str, duration: int) -> tuple[list[Canvas], Canvas, Canvas]:
        join = Transition.model_validate(
            {"kind": kind, "after_clip": "a", "duration": duration, "direction": direction}
        )
        front = disc(shelf, box=Box(x=-40, y=-60, width=260, height=180), media=_media(shelf, "hills"))
        before, passing, after = plan_segments(film(shelf, (front,), transitions=(join,)), Encoder())
        ends = (next(segment_frames(spec, shelf)) for spec in (before, after))
        return list(segment_frames(passing, shelf)), *ends

    return frames


@pytest.mark.parametrize("direction", WAYS)
def test_a_wipe_uncovers_the_next_picture_behind_an_edge(direction: str, crossing: Any) -> None:
    frames, before, after = crossing("wipe", direction, 9)
    shares: list[float] = []
    for frame in frames:
        is_new, is_old = frame[0] == after[0], frame[0] == before[0]
        assert (is_new | is_old).all()
        axis = 0 if WAYS[direction][0] else 1
        lines_new, lines_old = is_new.all(axis=axis), is_old.all(axis=axis)
        assert (lines_new | lines_old).all()
        done = np.nonzero(~lines_new)[0]
        ordered = done.max() + 1 if direction in ("left", "up") else len(lines_new) - done.min()
        shares.append(1 - ordered / len(lines_new))
    assert shares == sorted(shares)
    assert shares[0] < 0.06
    assert shares[-1] > 0.9
    assert shares[4] == pytest.approx(0.5, abs=0.15)


@pytest.mark.parametrize("direction", WAYS)
def test_a_slide_pushes_the_picture_out(direction: str, crossing: Any) -> None:
    frames, before, after = crossing("slide", direction, 9)
    across, down = WAYS[direction]
    whole = WIDTH if across else HEIGHT
    last = 0
    for frame in frames:
        way = next(
            n for n in range(last, whole, 2) if same(frame, _pushed(before, after, across * n, down * n))
        )
        assert way > last
        last = way
    assert last > 0.9 * whole


def _pushed(before: Canvas, after: Canvas, dx: int, dy: int) -> Canvas:
    """Two pictures side by side, seen through a frame that has gone `dx`, `dy` over them."""
    planes: list[np.ndarray] = []
    for index, (old, new) in enumerate(zip(before, after, strict=True)):
        grid = 1 if index == 0 else 2
        axis = 1 if dx else 0
        step = (dx or dy) // grid
        pair = (old, new) if step < 0 else (new, old)
        long = np.concatenate(pair, axis=axis)
        start = -step if step < 0 else old.shape[axis] - step
        planes.append(np.take(long, range(start, start + old.shape[axis]), axis=axis))
    return planes[0], planes[1], planes[2]


def test_a_direction_is_no_part_of_a_dissolve(shelf: Shelf) -> None:
    joins = [Transition(kind="dissolve", after_clip="a", duration=6, direction=d) for d in ("left", "up")]
    first, second = (plan_segments(film(shelf, (), transitions=(join,)), Encoder()) for join in joins)
    assert [spec.digest for spec in first] == [spec.digest for spec in second]


def test_a_mouth_that_moves_otherwise_changes_its_own_body_alone(shelf: Shelf) -> None:
    join = Transition(kind="slide", after_clip="a", duration=6)
    one = film(shelf, (disc(shelf, shown=((2, 4), (8, 20))),), transitions=(join,))
    other = film(shelf, (disc(shelf, shown=((3, 5), (8, 20))),), transitions=(join,))
    before, after = (plan_segments(timeline, Encoder()) for timeline in (one, other))
    assert [a.digest == b.digest for a, b in zip(before, after, strict=True)] == [False, True, True]
