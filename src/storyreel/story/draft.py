"""What the readers of each format agree on: the author's words with the line each stands on.

A paragraph is a row of words, never a string: whatever the writer does afterwards, it can only group
words, so nothing can be invented or lost on the way to the Script.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Form = Literal["prose", "quote", "item"]
Kind = Literal["narration", "dialogue", "action"]


@dataclass(frozen=True)
class SourceWord:
    """A word as it stands in the text, and its 1-based line in the author's file."""

    text: str
    line: int

    @property
    def spoken(self) -> bool:
        """Whether there is anything to say: a lone dash or ellipsis is not spoken."""
        return any(letter.isalnum() for letter in self.text)


@dataclass(frozen=True)
class Paragraph:
    """Words of one voice that belong together."""

    words: tuple[SourceWord, ...]
    kind: Kind = "narration"
    form: Form = "prose"
    speaker: str = ""
    """The speaker's name as the author writes it; empty for the narrator."""
    delivery: str = ""

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def spoken(self) -> bool:
        return any(word.spoken for word in self.words)


@dataclass(frozen=True)
class SceneDraft:
    """A scene as its author divides it; each beat is a row of paragraphs."""

    heading: str = ""
    location: str = ""
    time_of_day: str = ""
    beats: tuple[tuple[Paragraph, ...], ...] = ()


@dataclass(frozen=True)
class Note:
    """Something the reader left out or read in its own way, for the author to know."""

    line: int
    """1-based line of the author's file; 0 for the file as a whole."""
    message: str


@dataclass(frozen=True)
class Draft:
    """A text divided into scenes, before lines are cut."""

    title: str
    scenes: tuple[SceneDraft, ...]
    author: str = ""
    notes: tuple[Note, ...] = ()


def words_of(text: str, first_line: int) -> tuple[SourceWord, ...]:
    """The words of a stretch of text whose first character stands on line `first_line`."""
    rows = enumerate(text.split("\n"), first_line)
    return tuple(SourceWord(word, number) for number, row in rows for word in row.split())


def spoken_only(beats: Iterable[Iterable[Paragraph]]) -> tuple[tuple[Paragraph, ...], ...]:
    """Beats without paragraphs that say nothing, and without empty beats."""
    kept = (tuple(paragraph for paragraph in beat if paragraph.spoken) for beat in beats)
    return tuple(beat for beat in kept if beat)
