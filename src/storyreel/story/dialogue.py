"""Dialogue written as `NAME: text`, row after row, in plain text and Markdown."""

import re

from storyreel.story.draft import Paragraph, words_of

_ROW = re.compile(
    r"^\s*(?P<name>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2})\s*(?:\((?P<how>[^)]*)\))?\s*:\s+(?P<said>\S.*)$"
)
_NOT_NAMES = frozenset((
    "note", "notes", "warning", "example", "tip", "hint", "summary", "question", "answer",
    "source", "author", "title", "chapter",
))  # fmt: skip


def spoken_paragraphs(text: str, first_line: int) -> list[Paragraph] | None:
    """The paragraph as speeches, if every one of its two or more rows has the form `NAME: text`."""
    rows = text.split("\n")
    matches = [_ROW.match(row) for row in rows]
    if len(rows) < 2 or any(match is None or match["name"].lower() in _NOT_NAMES for match in matches):
        return None
    return [
        Paragraph(
            words_of(match["said"], first_line + index),
            kind="dialogue",
            speaker=match["name"],
            delivery=match["how"] or "",
        )
        for index, match in enumerate(matches)
        if match is not None
    ]
