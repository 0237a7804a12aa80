"""Plain text: paragraphs between blank lines, scenes by separators, chapter lines or size."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from storyreel.story.dialogue import spoken_paragraphs
from storyreel.story.draft import Draft, Note, Paragraph, SceneDraft, SourceWord, spoken_only, words_of

SCENE_WORDS = 130
"""Where nothing else divides a text, a scene ends at the first paragraph end after so many words."""
TITLE_WORDS = 10
TITLE_CHARACTERS = 90

_SEPARATOR = re.compile(r"^\s*(?:(?:[*#~_•⁂=-]\s*){3,}|#|⁂)\s*$")
_CHAPTER = re.compile(r"^(?:chapter|part|book|scene|act|prologue|epilogue)\b.{0,60}$", re.IGNORECASE)
_URL = re.compile(r"^[\"'(<\[]*(?:https?://|www\.)\S+$")


@dataclass(frozen=True)
class Block:
    """Rows between blank lines. `gap` is the number of blank rows before."""

    rows: tuple[str, ...]
    line: int
    gap: int

    @property
    def text(self) -> str:
        return "\n".join(self.rows)


def read_plain(text: str, *, name: str) -> Draft:
    """Divide a plain text. The title is its first line where that reads like one, else `name`."""
    blocks = list(_blocks(text))
    title, blocks = _take_title(blocks, name)
    notes: list[Note] = []
    scenes: list[SceneDraft] = []
    for heading, group in _groups(blocks):
        beats = spoken_only(_paragraphs(block, notes) for block in group)
        if beats:
            scenes.append(SceneDraft(heading=heading, beats=beats))
    return Draft(title, tuple(_by_size(scenes)), notes=tuple(notes))


def clean_words(words: Sequence[SourceWord], notes: list[Note]) -> tuple[SourceWord, ...]:
    """Words without typed emphasis marks and without bare web addresses, which nobody wants to hear."""
    kept: list[SourceWord] = []
    for word in words:
        if _URL.match(word.text):
            notes.append(Note(word.line, f"The web address {word.text} is not read aloud."))
            continue
        bare = word.text.strip("_*")
        if bare:
            kept.append(SourceWord(bare, word.line))
    return tuple(kept)


def _blocks(text: str) -> Iterator[Block]:
    rows = text.split("\n")
    single = _one_paragraph_a_row(rows)
    current: list[str] = []
    start, gap = 1, 0
    for number, row in enumerate([*rows, ""], 1):
        if row.strip() and not _SEPARATOR.match(row):
            if not current:
                start = number
            current.append(row)
            if not single:
                continue
        if current:
            yield Block(tuple(current), start, gap)
            current, gap = [], 0
        if _SEPARATOR.match(row):
            yield Block((row,), number, gap)
        if not row.strip():
            gap += 1


def _one_paragraph_a_row(rows: Sequence[str]) -> bool:
    """Whether every row is a paragraph: no blank rows, and most rows end as sentences do."""
    filled = [row.strip() for row in rows if row.strip()]
    inner = "\n".join(rows).strip("\n").split("\n")
    if len(filled) < 2 or any(not row.strip() for row in inner):
        return False
    ended = sum(row.endswith((".", "!", "?", "”", '"', "…", ":")) for row in filled)
    return ended * 10 >= len(filled) * 6


def _take_title(blocks: list[Block], name: str) -> tuple[str, list[Block]]:
    if len(blocks) > 1 and _reads_like_title(blocks[0]) and not _CHAPTER.match(blocks[0].rows[0].strip()):
        return " ".join(blocks[0].rows[0].split()).strip("_*"), blocks[1:]
    return name, blocks


def _reads_like_title(block: Block) -> bool:
    row = block.rows[0].strip()
    return (
        len(block.rows) == 1
        and len(row.split()) <= TITLE_WORDS
        and len(row) <= TITLE_CHARACTERS
        and row[-1:] not in '.!?:;,…”"'
        and any(letter.isalnum() for letter in row)
        and not _SEPARATOR.match(row)
    )


def _is_heading(block: Block) -> bool:
    row = block.rows[0].strip()
    capitals = row == row.upper() and row != row.lower()
    return _reads_like_title(block) and (capitals or bool(_CHAPTER.match(row)))


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[str, list[Block]]]:
    """Scenes as (heading, blocks): at headings, separator rows and gaps of two blank rows or more."""
    wide_gaps = any(block.gap >= 2 for block in blocks[1:]) and not all(
        block.gap >= 2 for block in blocks[1:]
    )
    heading = ""
    group: list[Block] = []
    for block in blocks:
        separator = bool(_SEPARATOR.match(block.rows[0])) and len(block.rows) == 1
        if separator or _is_heading(block) or (wide_gaps and block.gap >= 2 and group):
            if group:
                yield heading, group
                heading, group = "", []
            if _is_heading(block) and not separator:
                row = " ".join(block.text.split())
                heading = f"{heading}: {row}" if heading else row
                continue
            if separator:
                continue
        group.append(block)
    if group:
        yield heading, group


def _paragraphs(block: Block, notes: list[Note]) -> Iterator[Paragraph]:
    spoken = spoken_paragraphs(block.text, block.line)
    if spoken is not None:
        yield from spoken
        return
    yield Paragraph(clean_words(words_of(block.text, block.line), notes))


def _by_size(scenes: Sequence[SceneDraft]) -> Iterator[SceneDraft]:
    """A text that is one undivided scene is divided at paragraph ends by size."""
    if len(scenes) != 1 or scenes[0].heading:
        yield from scenes
        return
    beats: list[tuple[Paragraph, ...]] = []
    size = 0
    for beat in scenes[0].beats:
        beats.append(beat)
        size += sum(len(paragraph.words) for paragraph in beat)
        if size >= SCENE_WORDS:
            yield SceneDraft(beats=tuple(beats))
            beats, size = [], 0
    if beats:
        yield SceneDraft(beats=tuple(beats))
