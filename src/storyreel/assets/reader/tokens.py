"""The words of a shot as the reader sees them: each with its place, its stem and its clause."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from storyreel.assets.stems import stem

Name = TypeVar("Name", bound=str)
_EDGE = re.compile(r"^[^\w$£€]+|[^\w%°]+$")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$", re.I)
_MUTE = re.compile(r"^([^aeiou]*[aeiou][bcdfgklmnprstvz])(?:ed|ing)$")
_CLOSES = re.compile(r"[.,;:!?—–)]['\"”’»)]*$|^[—–-]+$")
_ENDS = re.compile(r"[.!?…:]['\"”’»)]*$")


@dataclass(frozen=True)
class Token:
    """One word as the author wrote it."""

    index: int
    """0-based place among the words that white space divides: what a figure or an item points to."""
    raw: str
    plain: str
    """Without marks at its ends and without 's."""
    lower: str
    stem: str
    clause: int
    """Number of the clause: commas, stops, colons and dashes divide."""
    opens: bool
    """Whether it opens a sentence."""
    owner: bool
    """Whether it ends in 's."""

    @property
    def capital(self) -> bool:
        """Whether it is written large although it opens nothing: part of a name."""
        return not self.opens and self.plain[:1].isupper()


def _stem(word: str) -> str:
    """The stem of a word; `cared` is `care` and no `car`, for a short verb would have doubled its end."""
    match = _MUTE.match(word)
    return stem(match[1] + "e") if match else stem(word)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """All words of a text, in order; lone dashes keep their number but have no letters."""
    found: list[Token] = []
    clause, opens = 0, True
    for index, raw in enumerate(text.split()):
        if raw[0] in "(—–" and found:
            clause += 1
        bare = _EDGE.sub("", raw)
        plain = _POSSESSIVE.sub("", bare)
        lower = plain.lower().replace("’", "'")
        quoted = raw[0] in '"“«'
        found.append(Token(index, raw, plain, lower, _stem(lower), clause, opens or quoted, plain != bare))
        opens = bool(_ENDS.search(raw))
        clause += bool(_CLOSES.search(raw))
    return tuple(found)


def phrase_table(rows: Iterable[tuple[Name, str]]) -> dict[tuple[str, ...], Name]:
    """(stem, stem, ...) -> id, from rows of (id, words); `_` joins the words of one entry.

    An entry in -ing keeps it: a `clearing` is not `clear`.
    """
    table: dict[tuple[str, ...], Name] = {}
    for name, triggers in rows:
        for word in triggers.split():
            parts = word.lower().replace("’", "'").split("_")
            table.setdefault(tuple(part if part.endswith("ing") else stem(part) for part in parts), name)
    return table


def matches(
    spoken: tuple[Token, ...], table: dict[tuple[str, ...], Name], longest: int = 4
) -> list[tuple[int, int, Name]]:
    """(first, behind last, id) of each entry that the words hold; a longer entry hides a shorter one."""
    found: list[tuple[int, int, Name]] = []
    at = 0
    while at < len(spoken):
        for size in range(min(longest, len(spoken) - at), 0, -1):
            run = spoken[at : at + size]
            name = table.get(tuple(token.stem for token in run)) or table.get(tuple(t.lower for t in run))
            if name:
                found.append((at, at + size, name))
                at += size
                break
        else:
            at += 1
    return found
