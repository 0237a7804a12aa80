"""The way in: any text an author hands in becomes a Script, with notes on what was left out."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Literal

from storyreel.kit.errors import InputError, SchemaError
from storyreel.story.camera import camera_directions, without_camera_directions
from storyreel.story.draft import Draft, Note, Paragraph, SceneDraft, spoken_only, words_of
from storyreel.story.fountain import looks_like_fountain, read_fountain
from storyreel.story.intake import check_size, check_story, decode_text
from storyreel.story.markdown import read_markdown
from storyreel.story.model import Script
from storyreel.story.plain import read_plain
from storyreel.story.rules import check_script
from storyreel.story.write import write_script

SourceKind = Literal["plain", "markdown", "fountain", "script"]

_SUFFIXES: dict[str, SourceKind] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".fountain": "fountain",
    ".spmd": "fountain",
    ".json": "script",
    ".txt": "plain",
}


@dataclass(frozen=True)
class ReadResult:
    """A Script and what its author should know about how it was read."""

    script: Script
    notes: tuple[Note, ...]
    kind: SourceKind


def read_source(raw: bytes, *, name: str, language: str = "en") -> ReadResult:
    """Read the bytes of a file. Raises InputError, SchemaError or RuleError."""
    return read_script(decode_text(raw, name=name), name=name, language=language)


def read_script(text: str, *, name: str, language: str = "en") -> ReadResult:
    """Read a text; its kind follows from the suffix of `name`, else from its form.

    `name` is a file name or any word for messages; its stem is the title where the text has none.
    Raises InputError, SchemaError or RuleError.
    """
    check_size(text, name=name)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "").replace("\f", "\n")
    kind = source_kind(text, name)
    if kind == "script":
        return ReadResult(_read_document(text, name), (), kind)
    readers: dict[SourceKind, Callable[..., Draft]] = {
        "plain": read_plain,
        "markdown": read_markdown,
        "fountain": read_fountain,
    }
    draft = _without_camera(readers[kind](text, name=_title_of(name)))
    check_story(draft, name=name, language=language)
    script = write_script(draft, language=language)
    check_script(script)
    return ReadResult(script, draft.notes, kind)


def source_kind(text: str, name: str) -> SourceKind:
    """How a text wants to be read."""
    known = _SUFFIXES.get(PurePath(name).suffix.lower())
    if known is not None:
        return known
    if text.lstrip().startswith("{"):
        return "script"
    if looks_like_fountain(text):
        return "fountain"
    return "markdown" if re.search(r"^#{1,6} \S", text, re.MULTILINE) else "plain"


def _title_of(name: str) -> str:
    stem = PurePath(name).stem.replace("-", " ").replace("_", " ").strip()
    return stem[:1].upper() + stem[1:] if stem else "Untitled"


def _read_document(text: str, name: str) -> Script:
    """A finished Script in its envelope; a bare body is told how to become one."""
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"{name} is not JSON (line {error.lineno}, column {error.colno}: {error.msg}).",
            next_step="Correct it, or hand in the story as text.",
        ) from error
    if isinstance(document, dict) and "scenes" in document and "body" not in document:
        raise SchemaError(
            f"{name} is a script without its envelope.",
            path="schema",
            next_step='Wrap it as {"schema": "script", "schema_version": "1.0.0", "body": {...}}.',
        )
    script = Script.from_document(document)
    check_script(script)
    return script


def _without_camera(draft: Draft) -> Draft:
    """The draft without camera directions, each reported."""
    notes = list(draft.notes)
    scenes = [
        replace(scene, beats=spoken_only([_clean(p, notes) for p in beat] for beat in scene.beats))
        for scene in draft.scenes
    ]
    kept: tuple[SceneDraft, ...] = tuple(scene for scene in scenes if scene.beats)
    return replace(draft, scenes=kept, notes=tuple(notes))


def _clean(paragraph: Paragraph, notes: list[Note]) -> Paragraph:
    found = camera_directions(f"{paragraph.text}\n{paragraph.delivery}")
    if not found:
        return paragraph
    first, last = paragraph.words[0].line, paragraph.words[-1].line
    rows = [
        " ".join(w.text for w in paragraph.words if w.line == number) for number in range(first, last + 1)
    ]
    notes += [Note(first, f"The camera direction {direction!r} is left to the film.") for direction in found]
    words = words_of(without_camera_directions("\n".join(rows)), first)
    return replace(paragraph, words=words, delivery=without_camera_directions(paragraph.delivery))
