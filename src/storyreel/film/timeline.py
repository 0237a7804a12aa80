"""A locked shot list, its pictures and its recordings become a Timeline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from storyreel.assets.model import Picture
from storyreel.film.brand.model import NO_BRAND, Brand
from storyreel.film.brand.place import branded, captions_of
from storyreel.film.lock import check_lock
from storyreel.film.model import (
    CREDITS,
    INTRO,
    OUTRO,
    TITLE,
    AssetManifest,
    RenderPlan,
    Shot,
    ShotList,
    VoiceItem,
)
from storyreel.film.motion import Move, layers_of
from storyreel.film.render_plan import check_met
from storyreel.film.spoken import Spoken, cues, loud_frames, spoken_lines, word_frames
from storyreel.kit.errors import RuleError
from storyreel.kit.project import Project
from storyreel.render.profiles import caption_style, format_of
from storyreel.sound.model import VoiceLine
from storyreel.timeline.model import (
    TICKS_PER_SECOND,
    Clip,
    Marker,
    MediaRef,
    Rate,
    SoundClip,
    SoundTrack,
    Timeline,
    Transition,
)

MUSIC_GAIN_DB = -14.0
MUSIC_FADE_IN_S = 1
MUSIC_FADE_OUT_S = 2


@dataclass(frozen=True)
class _Film:
    """What every clip is made with."""

    plan: RenderPlan
    listed: Rate
    """The shot list's own rate."""
    voice_lines: Mapping[str, VoiceLine]
    items: Mapping[str, VoiceItem]


def assemble(
    shot_list: ShotList,
    manifest: AssetManifest,
    render_plan: RenderPlan,
    pictures: Mapping[str, Picture],
    voice_lines: Mapping[str, VoiceLine],
    music: MediaRef | None,
    project: Project,
    brand: Brand = NO_BRAND,
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
    spoken = spoken_lines(shot_list, voice_lines)
    items = {item.line_id: item for item in manifest.voice_lines}
    style = captions_of(brand, caption_style(format_of(render_plan.width, render_plan.height)))
    film = _Film(render_plan, shot_list.rate, voice_lines, items)
    timeline = Timeline(
        name=shot_list.title,
        rate=render_plan.fps,
        width=render_plan.width,
        height=render_plan.height,
        clips=tuple(
            _clip(shot, pictures[shot.id], end - start, film, transitions)
            for shot, (start, end) in zip(shot_list.shots, pairwise(starts), strict=True)
        ),
        transitions=tuple(transitions.values()),
        sound=_sound(spoken, _brought(shot_list, pictures), music, render_plan.fps.ticks(starts[-1])),
        cues=tuple(cues(spoken, project.language, render_plan, style, pictures)),
        caption_style=style,
        markers=_markers(shot_list.shots, starts),
    )
    return branded(timeline, brand, pictures)


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
    shot: Shot, picture: Picture, duration: int, film: "_Film", transitions: Mapping[str, Transition]
) -> Clip:
    closing = transitions.get(shot.id)
    tail = closing.duration - closing.duration // 2 if closing else 0
    rate, listed = film.plan.fps, film.listed
    move = Move(
        movement=shot.movement,
        tags=shot.emotional_tags,
        frames=duration + tail,
        width=film.plan.width,
        height=film.plan.height,
        fps=float(rate.fraction),
        cut_in=shot.transition_in.kind == "cut",
        shot=shot.id,
        words=word_frames(shot, listed, film.voice_lines, rate),
        loud=loud_frames(shot, listed, film.voice_lines, film.items, rate),
    )
    return Clip(id=shot.id, duration=duration, layers=layers_of(picture, move))


def _brought(shot_list: ShotList, pictures: Mapping[str, Picture]) -> dict[str, list[SoundClip]]:
    """Role -> the sounds that pictures bring along; what keeps its level counts as a voice."""
    found: dict[str, list[SoundClip]] = {"voice": [], "effects": []}
    first = 0
    for shot in shot_list.shots:
        sound, start = pictures[shot.id].sound, shot_list.rate.ticks(first)
        first += shot.duration
        if sound is not None:
            lasts = min(sound.duration, shot_list.rate.ticks(first) - start)
            clip = SoundClip(id=f"{shot.id}-own", media=sound.media, start=start, duration=lasts)
            found["voice" if sound.mode == "keep" else "effects"].append(clip)
    return found


def _sound(
    spoken: Sequence[Spoken], brought: Mapping[str, Sequence[SoundClip]], music: MediaRef | None, end: int
) -> tuple[SoundTrack, ...]:
    voices = [
        SoundClip(id=item.line_id, media=item.line.audio, start=item.start, duration=item.line.duration)
        for item in spoken
    ]
    every = sorted([*voices, *brought["voice"]], key=lambda clip: clip.start)
    tracks = [SoundTrack(role="voice", clips=tuple(every))]
    if music is not None:
        tracks.append(SoundTrack(role="music", clips=(_bed(music, end),)))
    if brought["effects"]:
        tracks.append(SoundTrack(role="effects", clips=tuple(brought["effects"])))
    return tuple(tracks)


def _bed(music: MediaRef, end: int) -> SoundClip:
    return SoundClip(
        id="music",
        media=music,
        start=0,
        duration=end,
        gain_db=MUSIC_GAIN_DB,
        fade_in=min(MUSIC_FADE_IN_S * TICKS_PER_SECOND, end // 4),
        fade_out=min(MUSIC_FADE_OUT_S * TICKS_PER_SECOND, end // 4),
    )


def _markers(shots: Sequence[Shot], starts: Sequence[int]) -> tuple[Marker, ...]:
    """One marker where each scene begins, named by its heading or place."""
    seen: set[str] = set()
    markers: list[Marker] = []
    for shot, start in zip(shots, starts, strict=False):
        if shot.scene_id in seen or shot.id in (INTRO, TITLE, CREDITS, OUTRO):
            continue
        seen.add(shot.scene_id)
        named = shot.words if shot.template == "title" else shot.environment
        markers.append(Marker(name=named or f"Scene {len(seen)}", frame=start, note=shot.scene_id))
    return tuple(markers)
