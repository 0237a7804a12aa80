"""What moves in a shot: within limits, without holes at the frame's edge, at the words that call it."""

from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.model import Act, Picture, PictureLayer
from storyreel.film.model import Movement
from storyreel.film.motion import Move, layers_of
from storyreel.film.motion.camera import FASTEST
from storyreel.film.motion.faces import blinks
from storyreel.film.style import FEELINGS
from storyreel.timeline.model import Box, Layer, Pose
from tests.film.making import IMAGE, RIGHTS

WIDTH, HEIGHT = 1920, 1080


def layer(name: str, box: tuple[float, float, float, float], depth: float = 0.5, **more: Any) -> PictureLayer:
    x, y, width, height = box
    values = {"group": "subject", "box": Box(x=x, y=y, width=width, height=height), **more}
    return PictureLayer.model_validate({"name": name, "media": IMAGE, "depth": depth, **values})


SKY = layer("sky", (0, 0, WIDTH, HEIGHT), 0.0, group="ground")


def drawn(*layers: PictureLayer, origin: str = "drawn") -> Picture:
    return Picture.model_validate(
        {
            "need_id": "a",
            "origin": origin,
            "width": WIDTH,
            "height": HEIGHT,
            "rights": RIGHTS,
            "layers": layers,
        }
    )


def move(movement: str = "still", frames: int = 120, **more: Any) -> Move:
    values: dict[str, Any] = {"tags": (), "width": WIDTH, "height": HEIGHT, "shot": "s1", **more}
    return Move(movement, frames=frames, **values)


def placed(*layers: PictureLayer, **how: Any) -> Layer:
    """The last of `layers` in a picture behind which the sky lies."""
    return layers_of(drawn(SKY, *layers), move(**how))[-1]


def edges(box: Box, pose: Pose) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of an upright layer at a pose."""
    x, y = box.x + box.width / 2 + pose.dx, box.y + box.height / 2 + pose.dy
    across, down = box.width * pose.scale / 2, box.height * pose.scale / 2
    return x - across, y - down, x + across, y + down


Place = tuple[int, int, int, int]
MOVEMENTS = st.sampled_from(get_args(Movement))
TAGS = st.sampled_from([(), *((tag,) for tag in FEELINGS)])
PLACES = st.tuples(
    st.integers(-200, 1700), st.integers(-200, 900), st.integers(100, 2400), st.integers(100, 1500)
)


@settings(deadline=None, max_examples=150)
@given(MOVEMENTS, TAGS, PLACES, st.floats(0, 1), st.integers(30, 400), st.sampled_from(["ground", "subject"]))
def test_a_sheet_that_covers_an_edge_of_the_frame_covers_it_all_the_time(
    movement: str,
    tags: tuple[str, ...],
    place: tuple[int, int, int, int],
    depth: float,
    frames: int,
    group: str,
) -> None:
    sheet = layer("sheet", place, depth, group=group)
    moved = placed(sheet, movement=movement, tags=tags, frames=frames)
    for pose in moved.poses:
        left, top, right, bottom = edges(moved.box, pose)
        assert left <= 0.01 or moved.box.x > 0.5
        assert top <= 0.01 or moved.box.y > 0.5
        assert right >= WIDTH - 0.01 or moved.box.x + moved.box.width < WIDTH - 0.5
        assert bottom >= HEIGHT - 0.01 or moved.box.y + moved.box.height < HEIGHT - 0.5


@settings(deadline=None, max_examples=150)
@given(MOVEMENTS, TAGS, PLACES, st.floats(0, 1), st.integers(30, 400), st.sampled_from(["drawn", "author"]))
def test_nothing_goes_faster_than_one_and_a_half_hundredths_of_the_width_a_second(
    movement: str,
    tags: tuple[str, ...],
    place: tuple[int, int, int, int],
    depth: float,
    frames: int,
    origin: str,
) -> None:
    picture = drawn(SKY, layer("thing", place, depth), origin=origin)
    for moved in layers_of(picture, move(movement, frames, tags=tags)):
        for before, after in pairwise(moved.poses):
            seconds = (after.frame - before.frame) / 30
            assert abs(after.dx - before.dx) <= 1.5 * FASTEST * WIDTH * seconds * 1.15 + 0.5
            assert abs(after.scale - before.scale) <= 2 * 1.5 * FASTEST * seconds + 0.001


def test_near_layers_go_farther_than_far_ones_and_words_stay() -> None:
    near, far = layer("near", (500, 300, 200, 200), 0.9), layer("far", (500, 300, 200, 200), 0.3)
    words = layer("words", (100, 100, 300, 200), 1.0, group="text", acts=(Act(kind="fade"),))
    stack = layers_of(drawn(SKY, far, near, words), move("drift_left", 150))
    ways = [max((abs(pose.dx) for pose in each.poses), default=0.0) for each in stack]
    assert ways[0] == 0 < ways[1] < ways[2]
    assert ways[3] == 0


def test_who_stands_goes_with_the_ground_under_the_foot() -> None:
    ground = layer("grass", (-90, 800, 2100, 400), 0.5, group="ground")
    woman = layer("woman", (800, 400, 200, 500), 0.8)
    grass, figure = layers_of(drawn(SKY, ground, woman), move("drift_right", 150))[1:]
    assert [pose.dx for pose in grass.poses] == [pose.dx for pose in figure.poses] != []


def test_feet_stay_on_the_ground_while_the_view_comes_nearer() -> None:
    woman = layer("woman", (800, 400, 200, 500), 0.6)
    pushed = placed(woman, movement="push_in", frames=150)
    assert pushed.poses[-1].scale > 1.01
    assert all(edges(pushed.box, pose)[3] == pytest.approx(900, abs=0.01) for pose in pushed.poses)


def test_a_thing_pops_up_at_the_word_that_names_it() -> None:
    bell = layer("bell", (800, 400, 200, 200), acts=(Act(kind="pop", word=3),))
    popped = placed(bell, words=(5, 14, 30, 60, 80))
    ((first, last),) = popped.shown
    assert 60 - 3 <= first <= 60
    assert last == 120
    sizes = [pose.scale for pose in popped.poses]
    assert max(sizes) > 1 == sizes[-1]
    assert popped.poses[0].opacity == 0


def test_what_a_transition_brings_in_is_there_already() -> None:
    bell = layer("bell", (800, 400, 200, 200), acts=(Act(kind="pop"),))
    assert placed(bell, cut_in=False).poses == ()
    assert placed(bell, cut_in=True).poses != ()


@given(st.integers(0, 130), st.integers(31, 120), st.sampled_from(["pop", "rise", "wipe", "fade"]))
def test_what_comes_in_has_come_in_before_the_shot_ends(word: int, frames: int, kind: str) -> None:
    bell = layer(
        "bell", (800, 400, 200, 200), acts=(Act.model_validate({"kind": kind, "word": 0, "amount": 30}),)
    )
    came = placed(bell, words=(word,), frames=frames)
    at_rest = came.poses[-1].model_copy(update={"frame": 0})
    assert at_rest == Pose(frame=0)
    assert came.poses[-1].frame < frames


@given(st.integers(1, 12), st.integers(0, 90), st.integers(40, 200))
def test_of_a_count_exactly_one_state_is_seen_from_its_word_on(of: int, word: int, frames: int) -> None:
    states = [
        layer(
            f"n{k}",
            (100, 100, 300, 200),
            1.0,
            group="text",
            acts=(Act(kind="count", order=k, of=of, word=0),),
        )
        for k in range(of)
    ]
    stack = layers_of(drawn(SKY, *states), move(frames=frames, words=(word,)))[1:]
    seen = [sum(low <= frame < high for each in stack for low, high in each.shown) for frame in range(frames)]
    start = seen.index(1)
    assert start <= word
    assert set(seen[:start]) <= {0}
    assert set(seen[start:]) == {1}
    assert stack[-1].name == f"n{of - 1}"


@given(st.integers(-8, 8), st.integers(1, 60), st.integers(1, 30))
def test_a_fall_goes_by_even_whole_pixels_and_closes_without_a_seam(
    across: int, down: int, seconds: int
) -> None:
    period = seconds / 5
    toward = (across * 2 * 30.0, down * 2 * 30.0)
    rain = layer(
        "rain", (-100, -2000, 2200, 4000), 0.98, acts=(Act(kind="fall", toward=toward, period_s=period),)
    )
    falling = placed(rain)
    first, last = falling.poses
    assert (first.dx, first.dy, last.frame) == (0, 0, falling.cycle)
    assert (last.dx, last.dy) == pytest.approx((toward[0] * period, toward[1] * period), abs=0.001)
    assert falling.ease == "linear"
    assert (last.dy / last.frame) % 2 == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("kind", ["sway", "float", "breathe", "tremble", "flicker"])
def test_what_swings_comes_back_to_where_it_began(kind: str) -> None:
    amount = {"sway": 2.0, "float": 6.0, "breathe": 0.02, "tremble": 1.5, "flicker": 0.08}[kind]
    act = Act.model_validate({"kind": kind, "amount": amount, "period_s": 3})
    swinging = placed(layer("tree", (800, 300, 300, 600), acts=(act,)))
    assert swinging.cycle > 0
    assert swinging.poses[-1].frame == swinging.cycle
    first, last = swinging.poses[0], swinging.poses[-1]
    assert last.model_copy(update={"frame": 0}) == first
    assert len({pose.model_copy(update={"frame": 0}).model_dump_json() for pose in swinging.poses}) > 3


def test_a_tree_sways_about_its_foot() -> None:
    act = Act(kind="sway", amount=2.0, period_s=3)
    swaying = placed(layer("tree", (800, 300, 300, 600), acts=(act,)))
    for pose in swaying.poses:
        # The foot lies 300 px below the centre of the box and turns with it.
        assert pose.dx == pytest.approx(300 * 0.0174533 * pose.rotation_deg, abs=0.6)


def test_a_body_and_its_face_move_as_one() -> None:
    body = layer("body", (800, 300, 300, 600), 0.6, rig="ann", acts=(Act(kind="breathe", amount=0.01),))
    mouth = layer("mouth", (900, 420, 60, 30), 0.6, rig="ann", acts=(Act(kind="mouth", person="ann"),))
    stack = layers_of(drawn(SKY, body, mouth), move("push_in", 90, loud={"ann": ((10, 14), (20, 26))}))
    one, other = stack[1:]
    assert other.shown == ((10, 14), (20, 26))
    assert [pose.scale for pose in one.poses] == [pose.scale for pose in other.poses]
    gaps = [
        edges(other.box, b)[1] - edges(one.box, a)[1] for a, b in zip(one.poses, other.poses, strict=True)
    ]
    assert all(gap / a.scale == pytest.approx(120, abs=0.05) for gap, a in zip(gaps, one.poses, strict=True))


def test_a_mouth_that_never_speaks_is_never_seen() -> None:
    mouth = layer("mouth", (900, 420, 60, 30), rig="ann", acts=(Act(kind="mouth", person="ann"),))
    assert [each.name for each in layers_of(drawn(SKY, mouth), move(loud={"ben": ((1, 5),)}))] == ["sky"]


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4, unique=True), st.text(), st.integers(150, 900))
def test_people_blink_now_and_then_and_never_at_once(people: list[str], shot: str, frames: int) -> None:
    found = blinks(people, move(frames=frames, shot=shot))
    spans = sorted(span for each in found.values() for span in each)
    assert all(last - first == 4 for first, last in spans)
    assert all(after[0] >= before[1] for before, after in pairwise(spans))
    for each in found.values():
        assert 1 <= len(each) <= frames / 30 / 2.5 + 1
        assert all(after[0] - before[0] <= 30 * 5 + 120 for before, after in pairwise(each))


def test_a_ship_travels_along_its_way_and_stays_at_the_end() -> None:
    ship = layer(
        "ship", (200, 500, 100, 80), acts=(Act(kind="travel", path=((0, 0), (200, 50), (500, 0)), lasts_s=2),)
    )
    sailing = placed(ship)
    assert sailing.poses[0].dx == 0
    assert sailing.poses[-1].dx == pytest.approx(500, abs=1)
    assert all(after.dx >= before.dx for before, after in pairwise(sailing.poses))


def test_equal_shots_move_alike_and_others_do_not_swing_in_step() -> None:
    tree = layer("tree", (800, 300, 300, 600), acts=(Act(kind="sway", amount=2.0, period_s=3),))
    assert placed(tree, shot="a") == placed(tree, shot="a")
    assert len({placed(tree, shot=f"s{n}").poses[0].dx for n in range(8)}) > 2
