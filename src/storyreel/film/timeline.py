"""A locked shot list, its pictures and its recordings become a Timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from storyreel.assets.model import Picture
from storyreel.film.lock import check_lock
from storyreel.film.model import AssetManifest, RenderPlan, Shot, ShotList
from storyreel.film.motion import TEXT_IN_S, Move, layers_of
from storyreel.film.render_plan import check_met
from storyreel.kit.errors import RuleError
from storyreel.kit.project import Project
from storyreel.render.captions import fits_line
from storyreel.render.profiles import caption_characters, caption_style, format_of
from storyreel.sound.model import VoiceLine
from storyreel.timeline.captions import GAP_TICKS, make_cues
from storyreel.timeline.model import (
    TICKS_PER_SECOND,
    Clip,
    Cue,
    Marker,
    MediaRef,
    Rate,
    SoundClip,
    SoundTrack,
    Timeline,
    Transition,
    Word,
)

MUSIC_GAIN_DB = -14.0
MUSIC_FADE_IN_S = 1
MUSIC_FADE_OUT_S = 2


@dataclass(frozen=True)
class _Spoken:
    """A line placed in absolute ticks; `until` is the last tick its captions may use."""

    line_id: str
    line: VoiceLine
    speaker: str
    start: int
    until: int


def assemble(
    shot_list: ShotList,
    manifest: AssetManifest,
    render_plan: RenderPlan,
    pictures: Mapping[str, Picture],
    voice_lines: Mapping[str, VoiceLine],
    music: MediaRef | None,
    project: Project,
) -> Timeline:
    """Place everything in time. `pictures` go by shot id, `voice_lines` by line id.

    The frame rate is the plan's; at another rate than the list's every boundary is rescaled once
    from its absolute place. Raises RuleError when lock, plan and list do not belong together.
    """
    check_lock(shot_list)
    check_plan(shot_list, render_plan)
    check_met(manifest, render_plan)
    _check_given(shot_list, pictures, voice_lines)
    starts = conform(shot_list, render_plan.fps)
    transitions = _transitions(shot_list.shots, starts, shot_list.rate, render_plan.fps)
    spoken = _spoken(shot_list, voice_lines)
    return Timeline(
        name=shot_list.title,
        rate=render_plan.fps,
        width=render_plan.width,
        height=render_plan.height,
        clips=tuple(
            _clip(shot, pictures[shot.id], end - start, render_plan, transitions)
            for shot, (start, end) in zip(shot_list.shots, pairwise(starts), strict=True)
        ),
        transitions=tuple(transitions.values()),
        sound=_sound(spoken, music, render_plan.fps.ticks(starts[-1])),
        cues=tuple(cue for item in spoken for cue in _cues(item, project.language, render_plan)),
        caption_style=caption_style(format_of(render_plan.width, render_plan.height)),
        markers=_markers(shot_list.shots, starts),
    )


def check_plan(shot_list: ShotList, render_plan: RenderPlan) -> None:
    """Refuse a render plan that was made for another timing. Raises RuleError."""
    if render_plan.timing_lock_hash != shot_list.timing_lock_hash:
        raise RuleError(
            f"The render plan was made for another timing than the shot list {shot_list.title!r} has.",
            evidence=(f"plan {render_plan.timing_lock_hash}", f"list {shot_list.timing_lock_hash}"),
            next_step="Make the render plan again from this shot list.",
        )


def conform(shot_list: ShotList, rate: Rate) -> tuple[int, ...]:
    """The frame at which each shot starts at `rate`, and last the film's length; rounded half up once."""
    ratio = rate.fraction / shot_list.rate.fraction
    boundary, starts = 0, [0]
    for shot in shot_list.shots:
        boundary += shot.duration
        starts.append(int(boundary * ratio + Fraction(1, 2)))
    for shot, (start, end) in zip(shot_list.shots, pairwise(starts), strict=True):
        if end <= start:
            raise RuleError(
                f"The shot {shot.id!r} has no frame left at {float(rate.fraction):g} frames per second.",
                next_step="Render at a higher frame rate or lengthen the shot and lock again.",
            )
    return tuple(starts)


def _check_given(
    shot_list: ShotList, pictures: Mapping[str, Picture], voice_lines: Mapping[str, VoiceLine]
) -> None:
    missing = [f"picture {shot.id}" for shot in shot_list.shots if shot.id not in pictures]
    wanted = [ref.line_id for shot in shot_list.shots for ref in shot.audio.voice]
    missing += [f"voice {line_id}" for line_id in wanted if line_id not in voice_lines]
    if missing:
        raise RuleError(
            f"{len(missing)} picture(s) or recording(s) of the shot list were not handed in.",
            evidence=tuple(missing),
            next_step=f"Hand in {missing[0]}.",
        )


def _transitions(
    shots: Sequence[Shot], starts: Sequence[int], listed: Rate, rate: Rate
) -> dict[str, Transition]:
    """Transitions by the id of the shot before the cut; none takes more than half of a shot."""
    ratio = rate.fraction / listed.fraction
    found: dict[str, Transition] = {}
    for index, (before, after) in enumerate(pairwise(shots), 1):
        kind = after.transition_in.kind
        wanted = int(after.transition_in.duration * ratio + Fraction(1, 2))
        room = min(starts[index] - starts[index - 1], starts[index + 1] - starts[index]) // 2
        if kind != "cut" and min(wanted, room) > 0:
            found[before.id] = Transition(kind=kind, after_clip=before.id, duration=min(wanted, room))
    return found


def _clip(
    shot: Shot, picture: Picture, duration: int, plan: RenderPlan, transitions: Mapping[str, Transition]
) -> Clip:
    closing = transitions.get(shot.id)
    tail = closing.duration - closing.duration // 2 if closing else 0
    opens_with_cut = shot.transition_in.kind == "cut"
    text_in = min(round(TEXT_IN_S * float(plan.fps.fraction)), duration // 2) if opens_with_cut else 0
    move = Move(shot.movement, shot.emotional_tags, duration + tail, text_in, plan.height)
    return Clip(id=shot.id, duration=duration, layers=layers_of(picture, move, width=plan.width))


def _spoken(shot_list: ShotList, voice_lines: Mapping[str, VoiceLine]) -> list[_Spoken]:
    rate = shot_list.rate
    placed: list[_Spoken] = []
    first = 0
    for shot in shot_list.shots:
        refs = shot.audio.voice
        ends = [rate.ticks(first + ref.offset) - GAP_TICKS for ref in refs[1:]]
        ends.append(rate.ticks(first + shot.duration))
        for ref, until in zip(refs, ends, strict=False):
            start = rate.ticks(first + ref.offset)
            placed.append(_Spoken(ref.line_id, voice_lines[ref.line_id], shot.speaker, start, until))
        first += shot.duration
    return placed


def _cues(item: _Spoken, language: str, plan: RenderPlan) -> tuple[Cue, ...]:
    """The cues of a line, cut so that all captions of the film have one size."""
    shape = format_of(plan.width, plan.height)
    words = [
        Word(text=word.text, start=item.start + word.start, end=item.start + word.end)
        for word in item.line.words
    ]
    return make_cues(
        words,
        speaker=item.speaker,
        not_after=item.until,
        language=language,
        line_characters=caption_characters(shape),
        fits=lambda text: fits_line(text, caption_style(shape), plan.width, plan.height),
    )


def _sound(spoken: Sequence[_Spoken], music: MediaRef | None, end: int) -> tuple[SoundTrack, ...]:
    voice = SoundTrack(
        role="voice",
        clips=tuple(
            SoundClip(id=item.line_id, media=item.line.audio, start=item.start, duration=item.line.duration)
            for item in spoken
        ),
    )
    if music is None:
        return (voice,)
    bed = SoundClip(
        id="music",
        media=music,
        start=0,
        duration=end,
        gain_db=MUSIC_GAIN_DB,
        fade_in=min(MUSIC_FADE_IN_S * TICKS_PER_SECOND, end // 4),
        fade_out=min(MUSIC_FADE_OUT_S * TICKS_PER_SECOND, end // 4),
    )
    return (voice, SoundTrack(role="music", clips=(bed,)))


def _markers(shots: Sequence[Shot], starts: Sequence[int]) -> tuple[Marker, ...]:
    """One marker where each scene begins, named by its heading or place."""
    seen: set[str] = set()
    markers: list[Marker] = []
    for shot, start in zip(shots, starts, strict=False):
        if shot.scene_id in seen or shot.id == "title":
            continue
        seen.add(shot.scene_id)
        named = shot.words if shot.template == "title" else shot.environment
        markers.append(Marker(name=named or f"Scene {len(seen)}", frame=start, note=shot.scene_id))
    return tuple(markers)
