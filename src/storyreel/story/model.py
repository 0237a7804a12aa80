"""The Script (document 003, 5.5): scenes, beats and lines. No camera instructions."""

from typing import ClassVar, Literal

from pydantic import Field

from storyreel.kit.schema import Artifact, Model

NARRATOR = "narrator"


class Speaker(Model):
    """Somebody who speaks. The narrator has the id `narrator`."""

    id: str
    name: str


class Line(Model):
    """What one voice says without pause: one or two sentences, spoken as they stand."""

    id: str
    """`s01-b02-l03`: position in the script."""
    kind: Literal["narration", "dialogue", "action"]
    form: Literal["prose", "quote", "item"] = "prose"
    """How the author set it: running text, a set-off quotation, an item of a list."""
    speaker_id: str
    text: str = Field(min_length=1)
    delivery: str = ""
    """The author's parenthetical, for example `whispering`."""
    emotional_tags: tuple[str, ...] = ()
    source_line: int = Field(ge=1)
    """1-based line of the author's file."""


class Beat(Model):
    """Lines that belong to one thought: a paragraph, an exchange."""

    id: str
    lines: tuple[Line, ...] = Field(min_length=1)


class Scene(Model):
    """One place and time."""

    id: str
    heading: str = ""
    location: str = ""
    time_of_day: str = ""
    actions: tuple[str, ...] = ()
    emotional_tags: tuple[str, ...] = ()
    beats: tuple[Beat, ...] = Field(min_length=1)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for beat in self.beats for line in beat.lines)


class Script(Artifact):
    """What is told, by whom, in which order."""

    schema_name: ClassVar[str] = "script"

    title: str
    author: str = ""
    language: str = "en"
    speakers: tuple[Speaker, ...] = Field(min_length=1)
    scenes: tuple[Scene, ...] = Field(min_length=1)

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for scene in self.scenes for line in scene.lines)
