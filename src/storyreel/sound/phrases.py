"""A text as a voice breathes it: runs of words, each closed by at most one mark."""

import re
from dataclasses import dataclass

MARKS = ",;:.!?…—"
"""Marks that a voice model knows and that end a phrase."""

_SURROUND = "\"'“”‘’«»()[]{}*_"
_INITIAL = re.compile(r"^[^\W\d_]\.$")


@dataclass(frozen=True)
class Phrase:
    """Words said in one go. `first` is the index of the first among the words of the text."""

    words: tuple[str, ...]
    first: int
    mark: str
    """The mark behind the last word, or empty."""


def phrases(text: str) -> list[Phrase]:
    """Divide a text at its marks; words are freed of quotes, brackets and marks.

    Every whitespace-separated word of the text belongs to exactly one phrase; one without any
    letter or digit is an empty string there.
    """
    result: list[Phrase] = []
    run: list[str] = []
    first = 0
    for index, raw in enumerate(text.split()):
        core, mark = _core_and_mark(raw)
        run.append(core)
        if mark:
            result.append(Phrase(tuple(run), first, mark))
            run, first = [], index + 1
    if run:
        result.append(Phrase(tuple(run), first, ""))
    return result


def _core_and_mark(raw: str) -> tuple[str, str]:
    stripped = raw.strip(_SURROUND)
    if _INITIAL.match(stripped):
        return stripped.rstrip("."), ""
    core = stripped.rstrip(MARKS + "–-" + _SURROUND).lstrip(MARKS + "–-" + _SURROUND)
    tail = stripped[stripped.rfind(core) + len(core) :] if core else stripped
    marks = [character for character in tail.replace("...", "…").replace("–", "—") if character in MARKS]
    if not any(character.isalnum() for character in core):
        core = ""
    return core, max(marks, key="—,;:….!?".index, default="")
