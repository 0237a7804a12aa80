"""The recorded lines of a film in absolute time: where words fall, when mouths open, what captions say."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from storyreel.assets.model import Picture
from storyreel.film.model import RenderPlan, Shot, ShotList, VoiceItem
from storyreel.film.motion.move import Ranges
from storyreel.render.captions import fits_line
from storyreel.render.profiles import caption_characters, format_of
from storyreel.sound.model import VoiceLine
from storyreel.timeline.captions import GAP_TICKS, make_cues
from storyreel.timeline.model import CaptionStyle, Cue, Rate, Word


@dataclass(frozen=True)
class Spoken:
    """A line placed in absolute ticks; `until` is the last tick its captions may use."""

    line_id: str
    shot_id: str
    line: VoiceLine
    speaker: str
    start: int
    until: int


def spoken_lines(shot_list: ShotList, voice_lines: Mapping[str, VoiceLine]) -> list[Spoken]:
    """Every line of the film in order; times by the list's own rate."""
    rate = shot_list.rate
    placed: list[Spoken] = []
    first = 0
    for shot in shot_list.shots:
        refs = shot.audio.voice
        ends = [rate.ticks(first + ref.offset) - GAP_TICKS for ref in refs[1:]]
        ends.append(rate.ticks(first + shot.duration))
        for ref, until in zip(refs, ends, strict=False):
            start = rate.ticks(first + ref.offset)
            line = voice_lines[ref.line_id]
            placed.append(Spoken(ref.line_id, shot.id, line, shot.speaker, start, until))
        first += shot.duration
    return placed


def cues(
    spoken: Sequence[Spoken],
    language: str,
    plan: RenderPlan,
    style: CaptionStyle,
    pictures: Mapping[str, Picture],
) -> Iterator[Cue]:
    """Captions of all lines, cut so that those of the film have one size.

    Over a picture that has captions of its own at its foot they stand at the head.
    """
    for item in spoken:
        for cue in _cues(item, language, plan, style):
            yield cue.model_copy(update={"place": "top"}) if pictures[item.shot_id].foot_text else cue


def _cues(item: Spoken, language: str, plan: RenderPlan, style: CaptionStyle) -> tuple[Cue, ...]:
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
        fits=lambda text: fits_line(text, style, plan.width, plan.height),
    )


def word_frames(
    shot: Shot, listed: Rate, voice_lines: Mapping[str, VoiceLine], rate: Rate
) -> tuple[int, ...]:
    """The frame of the shot, at `rate`, in which each of its words begins."""
    return tuple(
        rate.frame_at(listed.ticks(ref.offset) + word.start)
        for ref in shot.audio.voice
        for word in voice_lines[ref.line_id].words
    )


def loud_frames(
    shot: Shot,
    listed: Rate,
    voice_lines: Mapping[str, VoiceLine],
    items: Mapping[str, VoiceItem],
    rate: Rate,
) -> dict[str, Ranges]:
    """Speaker id -> frames of the shot, at `rate`, in which their voice is loud."""
    found: dict[str, Ranges] = {}
    for ref in shot.audio.voice:
        start = listed.ticks(ref.offset)
        spans = [
            (rate.frame_at(start + first), rate.frame_at(start + last))
            for first, last in voice_lines[ref.line_id].loud
        ]
        speaker = items[ref.line_id].speaker_id
        found[speaker] = (*found.get(speaker, ()), *((first, last) for first, last in spans if last > first))
    return found
