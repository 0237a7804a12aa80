"""Who says what, in which voice, at which pace: the lines of a script as things to record."""

from storyreel.film.model import VoiceItem
from storyreel.film.style import PACES
from storyreel.kit.errors import RuleError
from storyreel.sound.model import Cast, VoiceNeed
from storyreel.story.model import Line, Script


def voice_items(script: Script, cast: Cast) -> tuple[VoiceItem, ...]:
    """One item a line, in order. Raises RuleError when a speaker has no voice in the cast."""
    without = sorted({line.speaker_id for line in script.lines} - set(cast.voices))
    if without:
        raise RuleError(
            f"{len(without)} speaker(s) have no voice in the cast.",
            evidence=tuple(without),
            next_step=f"Give {without[0]!r} a voice; "
            f"the cast knows {', '.join(sorted(cast.voices)) or 'nobody'}.",
        )
    return tuple(_item(line, cast.voices[line.speaker_id], script.language) for line in script.lines)


def _item(line: Line, voice: str, language: str) -> VoiceItem:
    rate = next((PACES[tag] for tag in line.emotional_tags if tag in PACES), 1.0)
    pace = "slow" if rate < 1 else "quick" if rate > 1 else "even"
    return VoiceItem(
        line_id=line.id,
        speaker_id=line.speaker_id,
        need=VoiceNeed(text=line.text, voice=voice, language=language, rate=rate),
        emotional_tags=line.emotional_tags,
        pacing_tags=(pace,),
    )
