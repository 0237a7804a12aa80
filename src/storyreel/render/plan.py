"""Cutting a Timeline into segments: a body for every clip, one segment for every transition."""

from collections.abc import Iterator

from storyreel.kit.errors import InputError
from storyreel.render.profiles import Encoder
from storyreel.render.spec import CaptionState, SegmentSpec, SpecLayer, Take
from storyreel.timeline.model import TICKS_PER_SECOND, Clip, Cue, Rate, Timeline, Transition

AFTERGLOW_TICKS = TICKS_PER_SECOND * 35 // 100
"""A word stays lit up to this long after it was spoken if the next one has not begun, so that short
pauses do not flicker."""


def plan_segments(timeline: Timeline, encoder: Encoder) -> tuple[SegmentSpec, ...]:
    """The segments in film order; their frames add up to the film's. Raises InputError.

    A dissolve of n frames takes n // 2 from the end of the clip before the cut, the rest from the
    start of the clip after it.
    """
    joins = _transitions(timeline)
    segments: list[SegmentSpec] = []
    film_frame = 0
    clips = timeline.clips
    for index, clip in enumerate(clips):
        before, after = joins.get(clips[index - 1].id) if index else None, joins.get(clip.id)
        start = before.duration - before.duration // 2 if before else 0
        end = clip.duration - (after.duration // 2 if after else 0)
        if end < start:
            raise InputError(
                f"Clip {clip.id} has {clip.duration} frames, too few for the transitions beside it.",
                next_step="Shorten the transitions or lengthen the clip.",
            )
        if end > start:
            segments.append(_body(timeline, clip, start, end, film_frame, encoder))
        film_frame += end - start
        if after:
            segments.append(_join(timeline, (clip, clips[index + 1]), after, film_frame, encoder))
            film_frame += after.duration
    return tuple(segments)


def caption_states(cues: tuple[Cue, ...], rate: Rate, first: int, frames: int) -> tuple[CaptionState, ...]:
    """What the captions show over a stretch of film, in frames of that stretch.

    Frame f shows what is true at the tick at which f begins.
    """
    states: list[CaptionState] = []
    opens, closes = rate.ticks(first), rate.ticks(first + frames)
    for cue in (cue for cue in cues if opens < cue.end and cue.start < closes):
        for start, end, active in _phases(cue):
            begin = max(0, _frame_from(rate, start) - first)
            stop = min(frames, _frame_from(rate, end) - first)
            if begin < stop:
                lines = tuple(tuple(w.text for w in cue.words[a:b]) for a, b in cue.lines)
                states.append(CaptionState(first=begin, last=stop, lines=lines, active=active))
    return tuple(states)


def _frame_from(rate: Rate, tick: int) -> int:
    """The first frame that begins at `tick` or later."""
    frame = rate.frames_ceil(tick)
    while frame > 0 and rate.ticks(frame - 1) >= tick:
        frame -= 1
    return frame


def _phases(cue: Cue) -> Iterator[tuple[int, int, int | None]]:
    """Start tick, end tick and lit word of each state of a cue, in order, without gaps."""
    at = cue.start
    for index, word in enumerate(cue.words):
        following = cue.words[index + 1].start if index + 1 < len(cue.words) else cue.end
        start = min(max(word.start, at), cue.end)
        end = min(max(start, following), max(start, word.end + AFTERGLOW_TICKS), cue.end)
        yield at, start, None
        yield start, end, index
        at = end
    yield at, cue.end, None


def _transitions(timeline: Timeline) -> dict[str, Transition]:
    order = [clip.id for clip in timeline.clips]
    joins = {transition.after_clip: transition for transition in timeline.transitions}
    if len(set(order)) != len(order):
        raise InputError("Two clips of the time line share an id.", next_step="Give each clip its own.")
    if len(joins) != len(timeline.transitions):
        raise InputError("Two transitions follow the same clip.", next_step="Keep one of them.")
    for name in joins:
        if name not in order[:-1]:
            raise InputError(
                f"A transition follows clip {name!r}, which is not a clip with another one after it.",
                next_step=f"Use one of: {', '.join(order[:-1])}.",
            )
    return joins


def _take(clip: Clip, first: int) -> Take:
    layers = tuple(
        SpecLayer(sha256=layer.media.sha256, box=layer.box, poses=layer.poses, ease=layer.ease)
        for layer in clip.layers
    )
    still = all(not layer.poses for layer in layers)
    return Take(layers=layers, first=0 if still else first)


def _body(
    timeline: Timeline, clip: Clip, start: int, end: int, film_frame: int, encoder: Encoder
) -> SegmentSpec:
    return _segment(timeline, "body", (_take(clip, start),), film_frame, end - start, encoder)


def _join(
    timeline: Timeline, pair: tuple[Clip, Clip], transition: Transition, film_frame: int, encoder: Encoder
) -> SegmentSpec:
    half = transition.duration // 2
    takes = (_take(pair[0], pair[0].duration - half), _take(pair[1], -half))
    return _segment(timeline, transition.kind, takes, film_frame, transition.duration, encoder)


def _segment(
    timeline: Timeline,
    kind: str,
    takes: tuple[Take, ...],
    film_frame: int,
    frames: int,
    encoder: Encoder,
) -> SegmentSpec:
    style = timeline.caption_style
    captions = caption_states(timeline.cues, timeline.rate, film_frame, frames) if style else ()
    return SegmentSpec.model_validate(
        {
            "kind": kind,
            "width": timeline.width,
            "height": timeline.height,
            "rate": timeline.rate,
            "frames": frames,
            "takes": takes,
            "captions": captions,
            "caption_style": style if captions else None,
            "encoder": encoder,
        }
    )
