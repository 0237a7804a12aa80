"""OpenTimelineIO: the fullest hand-over. Pictures count frames, sounds count ticks at rate 48,000."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import opentimelineio  # pyright: ignore[reportMissingTypeStubs] -- the library ships no types

from storyreel.timeline.adapters.losses import ExportReport, report
from storyreel.timeline.adapters.plan import Captioned, FindMedia, Heard, Plan, captioned, lanes, prepare
from storyreel.timeline.exact import split_transition
from storyreel.timeline.model import TICKS_PER_SECOND, Timeline, Transition

otio: Any = cast(Any, opentimelineio)
"""Untyped on purpose: its classes live in an extension module without stubs."""

METADATA = "storyreel"
"""Everything of ours lies under this key, as OTIO asks of each program."""

CUSTOM_TRANSITION = "Custom_Transition"
"""OTIO's own name for a transition that is no SMPTE dissolve."""

NAMES = {"dissolve": "Dissolve", "dip_to_black": "Dip to black", "wipe": "Wipe", "slide": "Slide"}


def export(
    timeline: Timeline, media: FindMedia, clip_movies: Mapping[str, Path] | None, out: Path
) -> ExportReport:
    """Write `out` as .otio JSON; equal input gives equal bytes."""
    plan = prepare(timeline, media, clip_movies)
    text: str = otio.adapters.write_to_string(build(plan), "otio_json")
    out.write_bytes(text.encode() + b"\n")
    return report("otio", timeline, movies=plan.movies, path=out, lost=())


def build(plan: Plan) -> Any:
    """The plan as an `opentimelineio.schema.Timeline`."""
    timeline = plan.timeline
    built = otio.schema.Timeline(name=timeline.name, metadata={METADATA: _film_data(timeline)})
    built.tracks.append(_picture_track(plan))
    for role in ("voice", "music", "effects"):
        heard = [sound for sound in plan.sounds if sound.role == role]
        for number, lane in enumerate(lanes(heard, _span), start=1):
            built.tracks.append(_sound_track(f"{role} {number}", lane))
    for marker in timeline.markers:
        built.tracks.markers.append(
            otio.schema.Marker(
                name=marker.name,
                marked_range=_frames(timeline, marker.frame, 1),
                color=otio.schema.MarkerColor.GREEN,
                metadata={METADATA: {"kind": "scene"}},
                comment=marker.note,
            )
        )
    for caption in captioned(timeline):
        built.tracks.markers.append(_caption_marker(timeline, caption))
    return built


def _film_data(timeline: Timeline) -> dict[str, Any]:
    style = timeline.caption_style
    return {
        "width": timeline.width,
        "height": timeline.height,
        "rate": f"{timeline.rate.numerator}/{timeline.rate.denominator}",
        "caption_style": style.model_dump(mode="json") if style else None,
    }


def _picture_track(plan: Plan) -> Any:
    track = otio.schema.Track(name="picture", kind=otio.schema.TrackKind.Video)
    transitions = {cut.before.id: cut.transition for cut in plan.cuts}
    for picture in plan.pictures:
        reference = otio.schema.ExternalReference(
            target_url=picture.url, available_range=_frames(plan.timeline, 0, picture.available)
        )
        track.append(
            otio.schema.Clip(
                name=picture.clip.id,
                media_reference=reference,
                source_range=_frames(plan.timeline, picture.head, picture.duration),
                metadata={
                    METADATA: {
                        "still": picture.still,
                        "layers": [layer.model_dump(mode="json") for layer in picture.clip.layers],
                    }
                },
            )
        )
        transition = transitions.get(picture.clip.id)
        if transition is not None:
            track.append(_transition(plan.timeline, transition))
    return track


def _transition(timeline: Timeline, transition: Transition) -> Any:
    before, after = split_transition(transition)
    dissolve = transition.kind == "dissolve"
    data = {"kind": transition.kind}
    if transition.kind in ("wipe", "slide"):
        data["direction"] = transition.direction
    return otio.schema.Transition(
        name=NAMES[transition.kind],
        transition_type=otio.schema.TransitionTypes.SMPTE_Dissolve if dissolve else CUSTOM_TRANSITION,
        in_offset=_frame(timeline, before),
        out_offset=_frame(timeline, after),
        metadata={METADATA: data},
    )


def _span(heard: Heard) -> tuple[int, int]:
    return heard.sound.start, heard.sound.start + heard.sound.duration


def _sound_track(name: str, lane: Sequence[Heard]) -> Any:
    track = otio.schema.Track(name=name, kind=otio.schema.TrackKind.Audio)
    at = 0
    for heard in lane:
        start, end = _span(heard)
        if start > at:
            track.append(otio.schema.Gap(source_range=_ticks(0, start - at)))
        track.append(_sound(heard))
        at = end
    return track


def _sound(heard: Heard) -> Any:
    sound = heard.sound
    whole = _ticks(0, sound.duration)
    clip = otio.schema.Clip(
        name=sound.id,
        media_reference=otio.schema.ExternalReference(target_url=heard.url, available_range=whole),
        source_range=whole,
        metadata={METADATA: {"role": heard.role}},
    )
    if sound.gain_db:
        clip.effects.append(
            otio.schema.Effect(
                name="Gain", effect_name="Gain", metadata={METADATA: {"gain_db": sound.gain_db}}
            )
        )
    if sound.fade_in or sound.fade_out:
        ticks = {"fade_in_ticks": sound.fade_in, "fade_out_ticks": sound.fade_out}
        clip.effects.append(otio.schema.Effect(name="Fade", effect_name="Fade", metadata={METADATA: ticks}))
    return clip


def _caption_marker(timeline: Timeline, caption: Captioned) -> Any:
    return otio.schema.Marker(
        name=" ".join(caption.cue.text_lines),
        marked_range=_frames(timeline, caption.start, caption.duration),
        color=otio.schema.MarkerColor.YELLOW,
        metadata={METADATA: {"kind": "caption", "cue": caption.cue.model_dump(mode="json")}},
    )


def _frame(timeline: Timeline, frames: int) -> Any:
    return otio.opentime.RationalTime(frames, float(timeline.rate.fraction))


def _frames(timeline: Timeline, start: int, duration: int) -> Any:
    return otio.opentime.TimeRange(_frame(timeline, start), _frame(timeline, duration))


def _ticks(start: int, duration: int) -> Any:
    rate = float(TICKS_PER_SECOND)
    return otio.opentime.TimeRange(
        otio.opentime.RationalTime(start, rate), otio.opentime.RationalTime(duration, rate)
    )
