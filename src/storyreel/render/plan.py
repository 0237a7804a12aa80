"""Cutting a Timeline into segments: a body for every clip, one segment for every transition."""

from collections.abc import Iterator

from storyreel.kit.errors import InputError
from storyreel.render.profiles import Encoder
from storyreel.render.spec import CaptionState, SegmentSpec, SpecLayer, Take
from storyreel.timeline.model import TICKS_PER_SECOND, Clip, Cue, Layer, Rate, Timeline, Transition

AFTERGLOW_TICKS = TICKS_PER_SECOND * 35 // 100
"""A word stays lit up to this long after it was spoken if the next one has not begun, so that short
pauses do not flicker."""


def plan_segments(timeline: Timeline, encoder: Encoder) -> tuple[SegmentSpec, ...]:
    """The segments in film order; their frames add up to the film's. Raises InputError.

    A transition of n frames takes n // 2 from the end of the clip before the cut, the rest from the
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
                states.append(
                    CaptionState(first=begin, last=stop, lines=lines, active=active, place=cue.place)
                )
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


def _take(clip: Clip, first: int, frames: int) -> Take:
    """The layers of a clip that are seen in these frames of it; some may lie outside the clip."""
    layers: list[SpecLayer] = []
    for layer in clip.layers:
        shown = shown_in(layer.shown, clip.duration, first, frames)
        if shown is not None:
            layers.append(_layer(layer, shown))
    still = not any(layer.poses or layer.footage for layer in layers)
    return Take(layers=tuple(layers), first=0 if still else first)


def _layer(layer: Layer, shown: tuple[tuple[int, int], ...]) -> SpecLayer:
    return SpecLayer(
        sha256=layer.media.sha256,
        box=layer.box,
        poses=layer.poses,
        ease=layer.ease,
        cycle=layer.cycle if layer.poses else 0,
        shown=shown,
        reveal_from=layer.reveal_from if layer.poses else "left",
        footage=layer.footage,
    )


def shown_in(
    shown: tuple[tuple[int, int], ...], duration: int, first: int, frames: int
) -> tuple[tuple[int, int], ...] | None:
    """When a layer is seen in the `frames` from clip frame `first` on, in frames from there.

    Empty where it is seen all the time, None where it never is. Frames before the clip show what its
    first frame shows, those after it what its last one shows.
    """
    if not shown:
        return ()
    seen: list[tuple[int, int]] = []
    for start, end in shown:
        start = min(first, 0) if start == 0 else start
        end = max(first + frames, duration) if end >= duration else end
        low, high = max(0, start - first), min(frames, end - first)
        if low >= high:
            continue
        if seen and seen[-1][1] == low:
            low = seen.pop()[0]
        seen.append((low, high))
    if seen == [(0, frames)]:
        return ()
    return tuple(seen) or None


def _body(
    timeline: Timeline, clip: Clip, start: int, end: int, film_frame: int, encoder: Encoder
) -> SegmentSpec:
    takes = (_take(clip, start, end - start),)
    return _segment(timeline, ("body", "left"), takes, film_frame, end - start, encoder)


def _join(
    timeline: Timeline, pair: tuple[Clip, Clip], transition: Transition, film_frame: int, encoder: Encoder
) -> SegmentSpec:
    half, frames = transition.duration // 2, transition.duration
    takes = (_take(pair[0], pair[0].duration - half, frames), _take(pair[1], -half, frames))
    directed = transition.kind in ("wipe", "slide")
    way = (transition.kind, transition.direction if directed else "left")
    return _segment(timeline, way, takes, film_frame, frames, encoder)


def _segment(
    timeline: Timeline,
    way: tuple[str, str],
    takes: tuple[Take, ...],
    film_frame: int,
    frames: int,
    encoder: Encoder,
) -> SegmentSpec:
    style = timeline.caption_style
    captions = caption_states(timeline.cues, timeline.rate, film_frame, frames) if style else ()
    return SegmentSpec.model_validate(
        {
            "kind": way[0],
            "direction": way[1],
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
