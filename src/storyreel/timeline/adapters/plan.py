"""What every hand-over format is written from: events with their files, handles, lanes and snapped times."""

import math
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar
from urllib.parse import quote

from storyreel.kit.errors import InputError
from storyreel.timeline.exact import Cut, Handles, check, clip_starts, cuts, handles
from storyreel.timeline.model import TICKS_PER_SECOND, Clip, Cue, Rate, SoundClip, Timeline

Role = Literal["voice", "music", "effects"]

FindMedia = Callable[[str], Path]
"""SHA-256 of a media file -> the path an editor will find it under."""


class Picture(NamedTuple):
    """One clip on the picture track. Frames; `head` and `tail` are what its file holds before and after."""

    clip: Clip
    start: int
    url: str
    still: bool
    head: int
    tail: int

    @property
    def duration(self) -> int:
        return self.clip.duration

    @property
    def available(self) -> int:
        """Frames in the file: head, body, tail."""
        return self.head + self.clip.duration + self.tail


class Heard(NamedTuple):
    """One sound clip with its file; times in ticks as in the Timeline."""

    role: Role
    sound: SoundClip
    url: str


class Snapped(NamedTuple):
    """A sound in whole frames: its start rounded, its length rounded down so that the file suffices."""

    heard: Heard
    start: int
    duration: int


class Captioned(NamedTuple):
    """A cue in whole frames: never later on screen, never shorter than the voice."""

    cue: Cue
    start: int
    duration: int


class Plan(NamedTuple):
    """A checked Timeline with a URL for each thing it shows and plays."""

    timeline: Timeline
    pictures: tuple[Picture, ...]
    cuts: tuple[Cut, ...]
    sounds: tuple[Heard, ...]
    movies: bool
    """False: clips refer to their ground stills."""


def prepare(timeline: Timeline, media: FindMedia, clip_movies: Mapping[str, Path] | None) -> Plan:
    """Check the Timeline and find its files.

    A movie in `clip_movies` holds the clip with its handles, as `exact.handles` gives them. Raises
    InputError for a clip without a movie, and what `exact.check` raises.
    """
    check(timeline)
    missing = [clip.id for clip in timeline.clips if clip_movies is not None and clip.id not in clip_movies]
    if missing:
        raise InputError(
            f"There is no movie for the clip {missing[0]!r} ({len(missing)} missing in all).",
            next_step="Render every clip with its handles, or hand over stills by giving no movies.",
        )
    needed = handles(timeline)
    pictures = tuple(
        _picture(timeline.rate, clip, start, media, clip_movies, needed[clip.id])
        for clip, start in zip(timeline.clips, clip_starts(timeline), strict=True)
    )
    sounds = (
        Heard(track.role, sound, url_of(media(sound.media.sha256)))
        for track in timeline.sound
        for sound in track.clips
    )
    sounds = sorted(sounds, key=lambda heard: (heard.sound.start, heard.sound.id))
    return Plan(timeline, pictures, cuts(timeline), tuple(sounds), clip_movies is not None)


def _picture(
    rate: Rate,
    clip: Clip,
    start: int,
    media: FindMedia,
    clip_movies: Mapping[str, Path] | None,
    needed: Handles,
) -> Picture:
    """A clip as its movie, else as its ground: a still, or the video that the ground plays."""
    if clip_movies is not None:
        return Picture(clip, start, url_of(clip_movies[clip.id]), False, needed.head, needed.tail)
    ground = clip.layers[0]
    url = url_of(media(ground.media.sha256))
    if ground.footage is None:
        return Picture(clip, start, url, True, needed.head, needed.tail)
    head = max(needed.head, nearest_frame(rate, ground.footage.start))
    return Picture(clip, start, url, False, head, needed.tail)


def url_of(path: Path) -> str:
    """An absolute path as a file URL; a relative one as a URL relative to the written file."""
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def snapped(plan: Plan) -> tuple[tuple[Snapped, ...], tuple[str, ...]]:
    """Sounds in whole frames, and the ids of those too short to last one."""
    kept: list[Snapped] = []
    dropped: list[str] = []
    for heard in plan.sounds:
        start = nearest_frame(plan.timeline.rate, heard.sound.start)
        duration = plan.timeline.rate.frame_at(heard.sound.duration)
        if duration:
            kept.append(Snapped(heard, start, duration))
        else:
            dropped.append(heard.sound.id)
    return tuple(kept), tuple(dropped)


def captioned(timeline: Timeline) -> tuple[Captioned, ...]:
    """Cues in whole frames: starts rounded down, ends up, but not into the next one or past the film."""
    rate = timeline.rate
    starts = [rate.frame_at(cue.start) for cue in timeline.cues]
    limits = [*starts, timeline.duration][1:]
    return tuple(
        Captioned(cue, start, max(1, min(rate.frames_ceil(cue.end), limit) - start))
        for cue, start, limit in zip(timeline.cues, starts, limits, strict=True)
    )


def nearest_frame(rate: Rate, ticks: int) -> int:
    """The frame boundary nearest to a moment, half up."""
    return math.floor(Fraction(ticks, TICKS_PER_SECOND) * rate.fraction + Fraction(1, 2))


Item = TypeVar("Item")


def lanes(items: Iterable[Item], span: Callable[[Item], tuple[int, int]]) -> list[list[Item]]:
    """Items (in order of start) spread over as few lanes as keep them from overlapping."""
    spread: list[list[Item]] = []
    ends: list[int] = []
    for item in items:
        start, end = span(item)
        free = next((i for i, taken in enumerate(ends) if taken <= start), None)
        if free is None:
            spread.append([item])
            ends.append(end)
        else:
            spread[free].append(item)
            ends[free] = end
    return spread
