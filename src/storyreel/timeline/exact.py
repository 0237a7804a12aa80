"""Exact positions on a Timeline and whether it holds together. Everything counts whole frames."""

import math
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from storyreel.kit.errors import RuleError, SchemaError
from storyreel.timeline.model import Box, Clip, Cue, Layer, Pose, Timeline, Transition

GROUND_SLACK_PX = 0.5
"""A ground may miss the frame's edge by this much: the renderer repeats its border pixels."""


class Span(NamedTuple):
    """Frames [start, end) of the film."""

    start: int
    end: int

    @property
    def duration(self) -> int:
        return self.end - self.start


class Cut(NamedTuple):
    """The place between two clips; `transition` is None for a hard cut."""

    frame: int
    before: Clip
    after: Clip
    transition: Transition | None


class Handles(NamedTuple):
    """Frames a clip must hold beyond its own length so that its transitions have material.

    `head` comes before its first frame, `tail` after its last.
    """

    head: int
    tail: int


def clip_starts(timeline: Timeline) -> tuple[int, ...]:
    """The film frame at which each clip begins."""
    return tuple(accumulate((clip.duration for clip in timeline.clips[:-1]), initial=0))


def clip_spans(timeline: Timeline) -> dict[str, Span]:
    """Clip id -> its frames of the film."""
    starts = clip_starts(timeline)
    return {
        clip.id: Span(start, start + clip.duration)
        for clip, start in zip(timeline.clips, starts, strict=True)
    }


def clip_at(timeline: Timeline, frame: int) -> tuple[Clip, int]:
    """The clip that owns a film frame, and the frame within it. Raises RuleError outside the film."""
    if not 0 <= frame < timeline.duration:
        raise RuleError(
            f"Frame {frame} is outside the film.", next_step=f"Choose 0 to {timeline.duration - 1}."
        )
    starts = clip_starts(timeline)
    index = bisect_right(starts, frame) - 1
    return timeline.clips[index], frame - starts[index]


def split_transition(transition: Transition) -> tuple[int, int]:
    """Frames of a transition before and after the cut."""
    before = transition.duration // 2
    return before, transition.duration - before


def cuts(timeline: Timeline) -> tuple[Cut, ...]:
    """Every place between two clips, in order."""
    by_clip = {transition.after_clip: transition for transition in timeline.transitions}
    starts = clip_starts(timeline)
    return tuple(
        Cut(start, before, after, by_clip.get(before.id))
        for (before, after), start in zip(pairwise(timeline.clips), starts[1:], strict=True)
    )


def transition_spans(timeline: Timeline) -> dict[str, Span]:
    """Id of the clip before the cut -> frames of the film that the transition covers."""
    spans: dict[str, Span] = {}
    for cut in cuts(timeline):
        if cut.transition is not None:
            before, after = split_transition(cut.transition)
            spans[cut.before.id] = Span(cut.frame - before, cut.frame + after)
    return spans


def handles(timeline: Timeline) -> dict[str, Handles]:
    """Clip id -> what a movie of the clip needs beyond its length, for an editor's transitions."""
    heads: dict[str, int] = {}
    tails: dict[str, int] = {}
    for cut in cuts(timeline):
        if cut.transition is not None:
            heads[cut.after.id], tails[cut.before.id] = split_transition(cut.transition)
    return {clip.id: Handles(heads.get(clip.id, 0), tails.get(clip.id, 0)) for clip in timeline.clips}


def check(timeline: Timeline) -> None:
    """Refuse a Timeline that cannot be rendered as it says.

    Raises SchemaError for a broken reference or a broken shape (with its path), RuleError with all
    findings as evidence for things that do not fit in time.
    """
    _check_references(timeline)
    findings = tuple(_findings(timeline))
    if findings:
        raise RuleError(
            f"The timeline {timeline.name!r} does not hold together: {findings[0]}",
            evidence=findings,
            next_step="Shorten or move what is named, then render again.",
        )


def _check_references(timeline: Timeline) -> None:
    ids = [clip.id for clip in timeline.clips]
    _refuse_twice(ids, "clips", "clip id")
    _refuse_twice([t.after_clip for t in timeline.transitions], "transitions", "cut")
    _refuse_twice([clip.id for track in timeline.sound for clip in track.clips], "sound", "sound clip id")
    for i, transition in enumerate(timeline.transitions):
        if transition.after_clip not in ids[:-1]:
            raise SchemaError(
                f"A transition follows the clip {transition.after_clip!r}, which has no clip after it.",
                path=f"transitions.{i}.after_clip",
                next_step=f"Choose one of: {', '.join(ids[:-1]) or 'none, the film has one clip'}.",
            )
    for i, clip in enumerate(timeline.clips):
        for j, layer in enumerate(clip.layers):
            _check_poses(clip, layer, f"clips.{i}.layers.{j}.poses")
    for i, cue in enumerate(timeline.cues):
        _check_lines(cue, f"cues.{i}.lines")


def _refuse_twice(names: list[str], path: str, what: str) -> None:
    seen: set[str] = set()
    for i, name in enumerate(names):
        if name in seen:
            raise SchemaError(
                f"The {what} {name!r} is used twice.", path=f"{path}.{i}", next_step="Give each its own."
            )
        seen.add(name)


def _check_poses(clip: Clip, layer: Layer, path: str) -> None:
    frames = [pose.frame for pose in layer.poses]
    if any(after <= before for before, after in pairwise(frames)):
        raise SchemaError(
            f"The poses of layer {layer.name!r} in clip {clip.id!r} are not in rising order of frame.",
            path=path,
            next_step="Sort them, one pose a frame.",
        )


def _check_lines(cue: Cue, path: str) -> None:
    covered = [index for first, last in cue.lines for index in range(first, last)]
    if covered != list(range(len(cue.words))) or any(last <= first for first, last in cue.lines):
        raise SchemaError(
            f"The lines of the cue {cue.words[0].text!r} ... do not cover its words once, in order.",
            path=path,
            next_step=f"Cover the words 0 to {len(cue.words) - 1} with half-open ranges.",
        )


def _findings(timeline: Timeline) -> Iterator[str]:
    for clip in timeline.clips:
        yield from _ground_findings(timeline, clip)
    yield from _transition_findings(timeline)
    end = timeline.rate.ticks(timeline.duration)
    yield from _cue_findings(timeline, end)
    for track in timeline.sound:
        for sound in track.clips:
            if sound.start >= end:
                yield f"the sound {sound.id!r} starts after the end of the film."
            if sound.fade_in + sound.fade_out > sound.duration:
                yield f"the fades of sound {sound.id!r} are longer than the sound."
    for marker in timeline.markers:
        if marker.frame >= timeline.duration:
            yield f"the marker {marker.name!r} stands at frame {marker.frame}, after the last frame."


def _ground_findings(timeline: Timeline, clip: Clip) -> Iterator[str]:
    ground = clip.layers[0]
    where = f"the ground {ground.name!r} of clip {clip.id!r}"
    size = f"{timeline.width}x{timeline.height}"
    for pose in ground.poses or (Pose(frame=0),):
        if _uncovered(timeline, ground.box, pose) > GROUND_SLACK_PX:
            yield f"{where} does not cover the frame of {size} at its frame {pose.frame}."
            break
    if any(pose.opacity < 1 for pose in ground.poses):
        yield f"{where} is transparent at times."
    if ground.shown or any(pose.reveal < 1 for pose in ground.poses):
        yield f"{where} is not seen whole all the time."
    for layer in clip.layers:
        spans = [frame for span in layer.shown for frame in span]
        if any(after < before for before, after in pairwise(spans)):
            yield f"the layer {layer.name!r} of clip {clip.id!r} is shown in ranges out of order."


def _uncovered(timeline: Timeline, box: Box, pose: Pose) -> float:
    """How far the frame's worst corner lies outside the posed box, in the box's own pixels.

    Poses suffice: between two of them each edge moves along a line, so its extremes are at the ends.
    """
    turn = math.radians(-pose.rotation_deg)
    centre_x = box.x + box.width / 2 + pose.dx
    centre_y = box.y + box.height / 2 + pose.dy
    worst = -math.inf
    for corner_x in (0, timeline.width):
        for corner_y in (0, timeline.height):
            x, y = corner_x - centre_x, corner_y - centre_y
            along = abs(x * math.cos(turn) - y * math.sin(turn)) - box.width * pose.scale / 2
            across = abs(x * math.sin(turn) + y * math.cos(turn)) - box.height * pose.scale / 2
            worst = max(worst, along, across)
    return worst


def _transition_findings(timeline: Timeline) -> Iterator[str]:
    used: dict[str, int] = {}
    for cut in cuts(timeline):
        if cut.transition is None:
            continue
        before, after = split_transition(cut.transition)
        for clip, frames in ((cut.before, before), (cut.after, after)):
            used[clip.id] = used.get(clip.id, 0) + frames
            if used[clip.id] > clip.duration:
                yield (
                    f"the transitions of clip {clip.id!r} take {used[clip.id]} frames, but it has "
                    f"{clip.duration}."
                )


def _cue_findings(timeline: Timeline, end: int) -> Iterator[str]:
    for number, cue in enumerate(timeline.cues, start=1):
        if cue.end <= cue.start:
            yield f"cue {number} ends before it starts."
        if cue.end > end:
            yield f"cue {number} ends {cue.end - end} ticks after the film."
    for number, (before, after) in enumerate(pairwise(timeline.cues), start=1):
        if after.start < before.end:
            yield f"cue {number + 1} starts before cue {number} ends."
