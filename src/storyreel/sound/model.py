"""Spoken lines and what is asked of them."""

from typing import ClassVar

from pydantic import Field

from storyreel.kit.schema import Artifact, Model
from storyreel.timeline.model import MediaRef, Word

VOICE_OVER = "voice_over"
"""Engine of a line that was cut out of the author's own recording."""


class VoiceNeed(Model):
    """A line that has to be spoken: everything its sound depends on, and nothing else."""

    text: str = Field(min_length=1)
    voice: str
    """Studio voice name, for example `narrator`; each engine maps it to one of its own."""
    language: str = "en"
    rate: float = Field(default=1.0, ge=0.5, le=2.0)


class SkippedEngine(Model):
    """An engine that should have spoken and could not, with the reason in one sentence."""

    engine: str
    reason: str


class VoiceLine(Artifact):
    """A recorded line. `words` are in ticks of 1/48,000 s from the start of the audio.

    Leading and trailing silence is trimmed to a known pad; `audio` is mono 48 kHz 16-bit WAV.
    """

    schema_name: ClassVar[str] = "voice_line"
    schema_version: ClassVar[str] = "1.1.0"

    text: str
    voice: str
    engine: str
    engine_voice: str
    language: str
    audio: MediaRef
    duration: int = Field(gt=0)
    """Ticks."""
    words: tuple[Word, ...]
    skipped: tuple[SkippedEngine, ...] = ()
    loud: tuple[tuple[int, int], ...] = ()
    """Half-open ranges of ticks in which the voice is loud, at the rate of syllables: an open mouth."""


class Hearing(Artifact):
    """An author's recording as it was heard, ready to be cut into lines.

    `audio` is mono 48 kHz 16-bit WAV at the recording's own level; `words` are in its ticks.
    """

    schema_name: ClassVar[str] = "hearing"

    audio: MediaRef
    duration: int = Field(gt=0)
    """Ticks."""
    gain: float = Field(gt=0)
    """Factor that brings the whole recording to the level of the studio's voices."""
    words: tuple[Word, ...] = ()


class Cast(Artifact):
    """Which voice each speaker has in a project; kept from run to run."""

    schema_name: ClassVar[str] = "cast"

    voices: dict[str, str]
    """Speaker id -> studio voice name."""
