"""Fountain screenplays (fountain.io/syntax): the parts of the format that carry a story.

Read are title page, scene headings, action, characters, dialogue, parentheticals, lyrics, dual
dialogue and centred text; notes, boneyard, sections, synopses, page breaks, transitions and camera
directions are left out and reported.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from storyreel.story.camera import camera_directions, without_camera_directions
from storyreel.story.draft import Draft, Kind, Note, Paragraph, SceneDraft, spoken_only, words_of

_SCENE = re.compile(r"^(?:INT\.?/EXT|EXT\.?/INT|INT|EXT|EST|I/E)[. ]\s*\S", re.IGNORECASE)
_SCENE_PREFIX = re.compile(r"^(?:INT\.?/EXT|EXT\.?/INT|INT|EXT|EST|I/E)[. ]+\s*", re.IGNORECASE)
_SCENE_NUMBER = re.compile(r"\s*#[^#\n]+#\s*$")
_TRANSITION = re.compile(r"^(?:[^a-z]*\bTO:|FADE (?:IN|OUT)[.:]?|FADE TO BLACK[.:]?|THE END\.?:?)$")
_TITLE_KEY = re.compile(r"^(?P<key>[A-Za-z][A-Za-z ]*):(?P<value>.*)$")
_EXTENSION = re.compile(r"\s*\([^)]*\)\s*")
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(?P<inner>[^\n]*?\S)(?<!\\)\1")
_TIMES = ("continuous", "later", "moments later", "same time", "same")


def looks_like_fountain(text: str) -> bool:
    """Whether an unnamed text is a screenplay: it has a scene heading on a row of its own."""
    return any(re.match(r"^(?:INT|EXT|INT/EXT|I/E)\. ?[A-Z]", row) for row in text.split("\n"))


def read_fountain(text: str, *, name: str) -> Draft:
    """Divide a screenplay. Speakers keep their names; action belongs to the narrator."""
    reader = _Reader()
    text = reader.blank_out(text)
    fields, text = _title_page(text)
    reader.walk(text.split("\n"))
    title = " ".join(_plain(fields.get("title", "")).split()) or name
    author = " ".join(_plain(fields.get("author", fields.get("authors", ""))).split())
    return Draft(title, _names_in_small_letters(reader.scenes()), author=author, notes=tuple(reader.notes))


def _names_in_small_letters(scenes: tuple[SceneDraft, ...]) -> tuple[SceneDraft, ...]:
    """Action with `OLD TOM` written as `Old Tom` where Tom speaks: capitals are for the crew, not the ear."""
    speakers = [p.speaker for scene in scenes for beat in scene.beats for p in beat if p.speaker]
    names = {part.upper() for speaker in speakers for part in speaker.split()}
    return tuple(
        replace(scene, beats=tuple(tuple(_with_names(p, names) for p in beat) for beat in scene.beats))
        for scene in scenes
    )


def _with_names(paragraph: Paragraph, names: set[str]) -> Paragraph:
    if paragraph.kind != "action" or paragraph.text == paragraph.text.upper():
        return paragraph
    words = list(paragraph.words)
    first = 0
    while first < len(words):
        last = first
        while last < len(words) and _is_capital_word(words[last].text):
            last += 1
        if any(re.sub(r"\W|['’]S\b", "", word.text) in names for word in words[first:last]):
            words[first:last] = [replace(w, text=w.text.capitalize()) for w in words[first:last]]
        first = max(last, first + 1)
    return replace(paragraph, words=tuple(words))


def _is_capital_word(text: str) -> bool:
    return text == text.upper() and sum(letter.isalpha() for letter in text) > 1


def split_heading(heading: str) -> tuple[str, str]:
    """Place and time of day of a scene heading: `INT. KITCHEN - NIGHT` gives (`Kitchen`, `night`)."""
    bare = _SCENE_PREFIX.sub("", heading).strip()
    parts = [part.strip() for part in re.split(r"\s+[-–—]+\s+", bare) if part.strip()]
    if len(parts) > 1 and parts[-1].lower() in _TIMES:
        parts.pop()
    time_of_day = parts.pop().lower() if len(parts) > 1 else ""
    place = ", ".join(part.capitalize() if part == part.upper() else part for part in parts)
    return place, time_of_day


def _plain(text: str) -> str:
    """Text without emphasis marks; nested marks go from the outside in, escapes at last."""
    before = ""
    while before != text:
        before, text = text, _EMPHASIS.sub(lambda match: match["inner"], text)
    return text.replace("\\*", "*").replace("\\_", "_")


def _title_page(text: str) -> tuple[dict[str, str], str]:
    rows = text.split("\n")
    if not _TITLE_KEY.match(rows[0]) or _TRANSITION.match(rows[0]):
        return {}, text
    fields: dict[str, str] = {}
    key = ""
    for index, row in enumerate(rows):
        if not row.strip():
            return fields, "\n" * index + "\n".join(rows[index:])
        match = _TITLE_KEY.match(row) if not row[0].isspace() else None
        if match:
            key = match["key"].strip().lower()
            fields[key] = match["value"].strip()
        else:
            fields[key] = f"{fields[key]} {row.strip()}".strip()
    return fields, ""


@dataclass
class _Open:
    """A scene that is being read."""

    heading: str = ""
    location: str = ""
    time_of_day: str = ""
    beats: list[list[Paragraph]] = field(default_factory=list[list[Paragraph]])


class _Reader:
    """Walks the rows of one screenplay and gathers scenes."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._scene = _Open()
        self._done: list[SceneDraft] = []

    def blank_out(self, text: str) -> str:
        """The text without boneyard and notes; line breaks stay, so that rows keep their numbers."""
        for pattern, what in ((r"/\*.*?\*/", "Cut text (boneyard)"), (r"\[\[.*?\]\]", "A note")):
            for match in re.finditer(pattern, text, re.DOTALL):
                self._note(text.count("\n", 0, match.start()) + 1, f"{what} is not read aloud.")
            text = re.sub(pattern, lambda match: "\n" * match.group().count("\n"), text, flags=re.DOTALL)
        return text

    def scenes(self) -> tuple[SceneDraft, ...]:
        self._end_scene()
        return tuple(self._done)

    def walk(self, rows: list[str]) -> None:
        index = 0
        while index < len(rows):
            row = rows[index].strip()
            alone = index == 0 or not rows[index - 1].strip()
            followed = index + 1 < len(rows) and bool(rows[index + 1].strip())
            if not row:
                index += 1
            elif alone and followed and _is_character(row):
                index = self._take_speech(rows, index)
            elif self._take_row(row, index + 1, alone=alone, followed=followed):
                index += 1
            else:
                index = self._take_action(rows, index)

    def _note(self, line: int, message: str) -> None:
        self.notes.append(Note(line, message))

    def _take_row(self, row: str, line: int, *, alone: bool, followed: bool) -> bool:
        """Handle a row that is an element of its own; False if it belongs to an action paragraph."""
        if re.match(r"^={3,}$", row):
            return True
        if row.startswith("#"):
            self._note(line, "A section heading is not read aloud.")
        elif row.startswith("="):
            self._note(line, "A synopsis is not read aloud.")
        elif row.startswith(".") and row[1:2].isalnum():
            self._start_scene(row[1:])
        elif alone and _SCENE.match(row):
            self._start_scene(row)
        elif row.startswith(">") and row.endswith("<"):
            self._add("action", row[1:-1].strip(), line)
        elif row.startswith(">") or (alone and not followed and _TRANSITION.match(row)):
            self._note(line, f"The transition {row.lstrip('> ')!r} is left to the film.")
        else:
            return False
        return True

    def _start_scene(self, heading: str) -> None:
        self._end_scene()
        heading = _plain(_SCENE_NUMBER.sub("", heading)).strip()
        place, time_of_day = split_heading(heading)
        self._scene = _Open(heading, place, time_of_day)

    def _end_scene(self) -> None:
        beats = spoken_only(self._scene.beats)
        if beats:
            scene = self._scene
            self._done.append(SceneDraft(scene.heading, scene.location, scene.time_of_day, beats))
        elif self._scene.heading:
            self._note(0, f"The scene {self._scene.heading!r} has nothing to hear or see.")
        self._scene = _Open()

    def _take_action(self, rows: list[str], index: int) -> int:
        first = index
        text: list[str] = []
        while index < len(rows) and rows[index].strip():
            row = rows[index].strip()
            if index > first and (row[0] in "#=>.@" or _SCENE.match(row)):
                break
            text.append(row.removeprefix("!").removeprefix("~").strip())
            index += 1
        self._add("action", "\n".join(text), first + 1)
        return index

    def _take_speech(self, rows: list[str], index: int) -> int:
        speaker = _speaker(rows[index].strip())
        delivery = ""
        index += 1
        while index < len(rows) and rows[index] and (rows[index].strip() or rows[index] == "  "):
            row = rows[index].strip()
            if row.startswith("(") and row.endswith(")"):
                delivery = self._delivery(_plain(row[1:-1].strip()), index + 1)
            elif row:
                self._add("dialogue", row.removeprefix("~").strip(), index + 1, speaker, delivery)
            index += 1
        return index

    def _delivery(self, text: str, line: int) -> str:
        if camera_directions(text):
            self._note(line, f"The camera direction {text!r} is left to the film.")
            return ""
        return text

    def _add(self, kind: Kind, text: str, line: int, speaker: str = "", delivery: str = "") -> None:
        for direction in camera_directions(text):
            self._note(line, f"The camera direction {direction!r} is left to the film.")
        paragraph = Paragraph(
            words_of(_plain(without_camera_directions(text)), line),
            kind=kind,
            speaker=speaker,
            delivery=delivery,
        )
        if not paragraph.words:
            return
        beats = self._scene.beats
        if kind == "dialogue" and beats and beats[-1][-1].kind == "dialogue":
            last = beats[-1][-1]
            if (last.speaker, last.delivery) == (speaker, delivery) and last.words[-1].line == line - 1:
                beats[-1][-1] = replace(last, words=last.words + paragraph.words)
            else:
                beats[-1].append(paragraph)
        else:
            beats.append([paragraph])


def _is_character(row: str) -> bool:
    if row.startswith("@"):
        return True
    if row[0] in "!>.#=~" or _TRANSITION.match(row) or _SCENE.match(row):
        return False
    bare = _EXTENSION.sub(" ", row.rstrip("^")).strip()
    return (
        bool(bare)
        and bare == bare.upper()
        and any(letter.isalpha() for letter in bare)
        and bare[-1] not in ".!?:,;"
    )


def _speaker(row: str) -> str:
    """The name on a character row, without '@', '^' and (V.O.), (CONT'D) and the like."""
    bare = _plain(_EXTENSION.sub(" ", row.removeprefix("@").rstrip("^ "))).strip()
    return " ".join(_title_case(bare.split())) if bare == bare.upper() else bare


def _title_case(words: list[str]) -> Iterator[str]:
    for word in words:
        yield "-".join(part.capitalize() for part in word.split("-"))
