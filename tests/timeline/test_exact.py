"""Positions on a Timeline are exact, and a Timeline that does not hold together is refused with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.kit.errors import RuleError, SchemaError
from storyreel.timeline.exact import (
    Handles,
    Span,
    check,
    clip_at,
    clip_spans,
    cuts,
    handles,
    transition_spans,
)
from storyreel.timeline.model import Box, Clip, Marker, Pose, Rate, Timeline, Transition
from tests.timeline.examples import clip, rich_timeline


def _with(**changes: object) -> Timeline:
    return rich_timeline().model_copy(update=changes)


def _dissolve(after_clip: str, duration: int) -> Transition:
    return Transition(kind="dissolve", after_clip=after_clip, duration=duration)


def _posed(*poses: Pose, box: Box | None = None) -> Timeline:
    timeline = rich_timeline()
    first = timeline.clips[0]
    layer = first.layers[0].model_copy(update={"poses": poses, "box": box or first.layers[0].box})
    return _with(clips=(first.model_copy(update={"layers": (layer,)}), *timeline.clips[1:]))


@given(st.lists(st.integers(1, 500), min_size=1, max_size=30), st.data())
def test_each_frame_belongs_to_exactly_one_clip(durations: list[int], data: st.DataObject) -> None:
    clips = tuple(clip(f"c{i}", duration) for i, duration in enumerate(durations))
    timeline = Timeline(name="t", rate=Rate(numerator=30), width=1280, height=720, clips=clips)
    frame = data.draw(st.integers(0, timeline.duration - 1))
    found, inside = clip_at(timeline, frame)
    span = clip_spans(timeline)[found.id]
    assert span.start + inside == frame
    assert span.start <= frame < span.end


def test_a_frame_outside_the_film_is_refused() -> None:
    with pytest.raises(RuleError, match="outside the film"):
        clip_at(rich_timeline(), 345)


def test_transitions_straddle_their_cuts() -> None:
    spans = transition_spans(rich_timeline())
    assert spans == {"opening": Span(84, 97), "harbour & sea": Span(158, 173), "storm": Span(273, 297)}
    assert [cut.frame for cut in cuts(rich_timeline())] == [90, 165, 285]


def test_handles_are_what_each_transition_takes_beyond_a_clip() -> None:
    assert handles(rich_timeline()) == {
        "opening": Handles(0, 7),
        "harbour & sea": Handles(6, 8),
        "storm": Handles(7, 12),
        "morning": Handles(12, 0),
    }


@pytest.mark.parametrize("rate", [Rate(numerator=30), Rate(numerator=30000, denominator=1001)])
def test_a_sound_timeline_passes(rate: Rate) -> None:
    check(rich_timeline(rate))


@pytest.mark.parametrize(
    ("timeline", "path"),
    [
        (_with(clips=(clip("a", 9), clip("a", 9)), transitions=()), "clips.1"),
        (_with(transitions=(Transition(kind="dissolve", after_clip="gone", duration=4),)), "transitions.0"),
        (
            _with(transitions=(Transition(kind="dissolve", after_clip="morning", duration=4),)),
            "transitions.0",
        ),
        (_with(transitions=rich_timeline().transitions * 2), "transitions.3"),
        (_posed(Pose(frame=5), Pose(frame=2)), "clips.0.layers.0.poses"),
        (_with(cues=(rich_timeline().cues[0].model_copy(update={"lines": ((0, 1),)}),)), "cues.0.lines"),
    ],
)
def test_a_broken_reference_is_named_by_its_path(timeline: Timeline, path: str) -> None:
    with pytest.raises(SchemaError) as caught:
        check(timeline)
    assert caught.value.path.startswith(path)
    assert caught.value.next_step


def _shown(ranges: tuple[tuple[int, int], ...], *, ground: bool = False) -> Clip:
    """The first clip with a layer that is seen at times."""
    clip = rich_timeline().clips[0]
    layer = clip.layers[0].model_copy(update={"shown": ranges})
    return clip.model_copy(update={"layers": (layer,) if ground else (*clip.layers, layer)})


@pytest.mark.parametrize(
    ("timeline", "finding"),
    [
        (_with(transitions=(_dissolve("storm", 140),)), "has 60"),
        (_with(clips=rich_timeline().clips[:1], transitions=(), markers=()), "after the end of the film"),
        (_with(markers=(Marker(name="late", frame=345),)), "after the last frame"),
        (_with(cues=rich_timeline().cues[::-1]), "starts before"),
        (_posed(box=Box(x=1, y=0, width=1280, height=720)), "does not cover"),
        (_posed(Pose(frame=0), Pose(frame=9, dx=4)), "at its frame 9"),
        (_posed(Pose(frame=0, rotation_deg=3)), "does not cover"),
        (_posed(Pose(frame=0), Pose(frame=9, opacity=0.5)), "transparent"),
        (_posed(Pose(frame=0), Pose(frame=9, reveal=0.5)), "not seen whole"),
        (_with(clips=(_shown(((0, 5),), ground=True), *rich_timeline().clips[1:])), "not seen whole"),
        (_with(clips=(_shown(((7, 9), (2, 4))), *rich_timeline().clips[1:])), "out of order"),
    ],
)
def test_what_does_not_fit_is_listed_as_evidence(timeline: Timeline, finding: str) -> None:
    with pytest.raises(RuleError) as caught:
        check(timeline)
    assert any(finding in line for line in caught.value.evidence)


def test_a_ground_that_moves_inside_its_overscan_passes() -> None:
    check(_posed(Pose(frame=0, dx=-20, scale=1.1), Pose(frame=89, dx=20, scale=1.1, rotation_deg=0.5)))
