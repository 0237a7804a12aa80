"""CMX 3600 edit decision list: one picture track with dissolves, two channels of sound, locators.

Written here, because the OpenTimelineIO writer leaves out sound and fades to black. Time code is
non-drop; the film starts at 01:00:00:00, each file at 00:00:00:00.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from storyreel.kit.errors import RuleError
from storyreel.timeline.adapters.losses import ExportReport, report
from storyreel.timeline.adapters.plan import (
    FindMedia,
    Picture,
    Plan,
    Role,
    Snapped,
    captioned,
    lanes,
    prepare,
    snapped,
)
from storyreel.timeline.exact import split_transition
from storyreel.timeline.model import Timeline, Transition

RECORD_START_HOURS = 1
MOST_EVENTS = 999
MOST_DISSOLVE = 999
"""Event numbers and transition lengths have three digits."""
HIGHEST_FPS = 60
BLACK = "BL"
CHANNELS: tuple[tuple[Role, str], ...] = (("voice", "A"), ("music", "A2"))


class _Side(NamedTuple):
    """What a dissolve comes from: a reel and the frame it has reached."""

    reel: str
    source: int


class _Event(NamedTuple):
    """One edit in frames: a cut, or a dissolve of `dissolve` frames from `side`."""

    record: int
    duration: int
    channel: str
    reel: str
    source: int
    comments: tuple[str, ...]
    dissolve: int = 0
    side: _Side = _Side(BLACK, 0)


def export(
    timeline: Timeline, media: FindMedia, clip_movies: Mapping[str, Path] | None, out: Path
) -> ExportReport:
    """Write `out` as an EDL; equal input gives equal bytes. Raises RuleError above 60 frames/s."""
    plan = prepare(timeline, media, clip_movies)
    if timeline.rate.fraction > HIGHEST_FPS:
        raise RuleError(
            f"EDL time code counts at most {HIGHEST_FPS} frames a second, the film has "
            f"{float(timeline.rate.fraction):g}.",
            next_step="Hand it over as otio or fcpxml.",
        )
    text, lost = write(plan)
    out.write_bytes(text.encode())
    return report("edl", timeline, movies=plan.movies, path=out, lost=lost)


def write(plan: Plan) -> tuple[str, tuple[str, ...]]:
    """The text of the list, and what this film in particular loses."""
    reels = _reels(plan)
    transitions, lost_transitions = _transitions(plan)
    pictures = [
        event
        for index in range(len(plan.pictures))
        for event in _picture_events(plan, index, transitions, reels)
    ]
    sounds, lost_sounds = _sound_events(plan, reels)
    events = sorted([*pictures, *sounds], key=lambda event: (event.record, event.channel != "V"))
    lost = (*lost_transitions, *lost_sounds)
    if len(events) > MOST_EVENTS:
        lost = (*lost, f"event numbers: {len(events)} events, but CMX 3600 itself ends at {MOST_EVENTS}.")
    timeline = plan.timeline
    lines = [f"TITLE: {_plain(timeline.name)}", "FCM: NON-DROP FRAME", ""]
    locators = _locators(timeline, [event.record for event in pictures])
    for number, event in enumerate(events, start=1):
        lines += _event_lines(timeline, number, event)
        if event.channel == "V":
            lines += locators.pop(event.record, [])
    return "\n".join(lines) + "\n", lost


def _reels(plan: Plan) -> dict[str, str]:
    """URL -> reel name of at most eight characters, numbered in order of first use."""
    reels: dict[str, str] = {}
    for letter, urls in (("V", [p.url for p in plan.pictures]), ("A", [h.url for h in plan.sounds])):
        for url in urls:
            reels.setdefault(url, f"{letter}{len(reels) + 1:05d}")
    return reels


def _transitions(plan: Plan) -> tuple[dict[int, Transition], tuple[str, ...]]:
    """Index of the clip after the cut -> transition, and a sentence for each that is too long."""
    kept: dict[int, Transition] = {}
    lost: list[str] = []
    for index, cut in enumerate(plan.cuts, start=1):
        if cut.transition is None:
            continue
        if cut.transition.duration > MOST_DISSOLVE:
            lost.append(f"transition after {cut.before.id!r}: longer than {MOST_DISSOLVE} frames, now a cut.")
        else:
            kept[index] = cut.transition
    return kept, tuple(lost)


def _picture_events(
    plan: Plan, index: int, transitions: Mapping[int, Transition], reels: Mapping[str, str]
) -> Iterator[_Event]:
    """One clip: a D event begins where its transition does and the event before it ends there."""
    picture = plan.pictures[index]
    reel, comments = reels[picture.url], _comments(picture)
    into, out_of = transitions.get(index), transitions.get(index + 1)
    trim = split_transition(out_of)[0] if out_of else 0
    stop = _Side(reel, picture.head + picture.duration - trim)
    if into is None:
        yield _Event(picture.start, picture.duration - trim, "V", reel, picture.head, comments)
    elif into.kind != "dip_to_black":
        before, lead = plan.pictures[index - 1], split_transition(into)[0]
        side = _Side(reels[before.url], before.head + before.duration - lead)
        yield _Event(
            picture.start - lead,
            picture.duration + lead - trim,
            "V",
            reel,
            picture.head - lead,
            (
                f"* FROM CLIP NAME:  {_plain(before.clip.id)}",
                *_comments(picture, "TO"),
                *_look(into),
            ),
            into.duration,
            side,
        )
    else:
        fade_in = split_transition(into)[1]
        to = _comments(picture, "TO")
        yield _Event(picture.start, picture.duration - trim, "V", reel, picture.head, to, dissolve=fade_in)
    if out_of is not None and out_of.kind == "dip_to_black" and trim:
        end = picture.start + picture.duration
        name = (f"* FROM CLIP NAME:  {_plain(picture.clip.id)}",)
        yield _Event(end - trim, trim, "V", BLACK, 0, name, trim, stop)


def _look(transition: Transition) -> tuple[str, ...]:
    """What a dissolve stands for: CMX 3600 has wipes by number, and no slides."""
    if transition.kind == "dissolve":
        return ()
    return (f"* TRANSITION: {transition.kind.upper()} {transition.direction.upper()}",)


def _comments(picture: Picture, side: str = "FROM") -> tuple[str, ...]:
    return (
        f"* {side} CLIP NAME:  {_plain(picture.clip.id)}",
        f"* {side} FILE: {picture.url}",
    )


def _sound_events(plan: Plan, reels: Mapping[str, str]) -> tuple[list[_Event], tuple[str, ...]]:
    """Voice and music, each on one channel; what else there is gets a sentence."""
    kept, short = snapped(plan)
    lost = [f"sound {name!r}: shorter than a frame." for name in short]
    events: list[_Event] = []
    for role, channel in CHANNELS:
        spread = lanes([sound for sound in kept if sound.heard.role == role], _span)
        events += [_sound_event(sound, channel, reels) for lane in spread[:1] for sound in lane]
        lost += [
            f"sound {sound.heard.sound.id!r}: overlaps another one on channel {channel}."
            for lane in spread[1:]
            for sound in lane
        ]
    return events, tuple(lost)


def _span(sound: Snapped) -> tuple[int, int]:
    return sound.start, sound.start + sound.duration


def _sound_event(sound: Snapped, channel: str, reels: Mapping[str, str]) -> _Event:
    comments = (f"* FROM CLIP NAME:  {_plain(sound.heard.sound.id)}", f"* FROM FILE: {sound.heard.url}")
    return _Event(sound.start, sound.duration, channel, reels[sound.heard.url], 0, comments)


def _locators(timeline: Timeline, records: list[int]) -> dict[int, list[str]]:
    """Record frame of a picture event -> the locators that lie in it."""
    marks = [
        (marker.frame, "GREEN", f"{marker.name} - {marker.note}" if marker.note else marker.name)
        for marker in timeline.markers
    ]
    marks += [(caption.start, "YELLOW", " ".join(caption.cue.text_lines)) for caption in captioned(timeline)]
    lines: dict[int, list[str]] = {}
    for frame, color, text in sorted(marks, key=lambda mark: mark[0]):
        owner = max(record for record in records if record <= frame)
        lines.setdefault(owner, []).append(f"* LOC: {_record(timeline, frame)} {color:7} {_plain(text)}")
    return lines


def _event_lines(timeline: Timeline, number: int, event: _Event) -> list[str]:
    record = [_record(timeline, event.record), _record(timeline, event.record + event.duration)]
    source = [_code(timeline, event.source), _code(timeline, event.source + event.duration)]
    if not event.dissolve:
        return [_edit(number, event.reel, event.channel, "C", [*source, *record]), *event.comments]
    reached = _code(timeline, event.side.source)
    from_line = _edit(number, event.side.reel, event.channel, "C", [reached, reached, record[0], record[0]])
    to_line = _edit(number, event.reel, event.channel, f"D    {event.dissolve:03d}", [*source, *record])
    return [from_line, to_line, *event.comments]


def _edit(number: int, reel: str, channel: str, kind: str, codes: list[str]) -> str:
    return f"{number:03d}  {reel:8} {channel:5} {kind:8} {' '.join(codes)}"


def _record(timeline: Timeline, frame: int) -> str:
    return _code(timeline, frame + RECORD_START_HOURS * 3600 * nominal_fps(timeline))


def nominal_fps(timeline: Timeline) -> int:
    """Frames that the time code counts in a second: 30 for 29.97."""
    return -int(-timeline.rate.fraction // 1)


def _code(timeline: Timeline, frame: int) -> str:
    seconds, frames = divmod(frame, nominal_fps(timeline))
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}:{frames:02d}"


def _plain(text: str) -> str:
    return " ".join(text.split())
