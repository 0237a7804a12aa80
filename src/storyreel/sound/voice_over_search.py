"""Looking for the words of a line in all that was heard, where words are missing, added or misheard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from storyreel.sound.model import Hearing
from storyreel.sound.voice_over_words import heard_tokens
from storyreel.timeline.model import Word

OTHER, NEAR, EXTRA, LEFT_OUT = 10, 3, 4, 9
"""Costs of another word, of one that is spelled nearly so, of one that is added, of one that is left out."""
WALL = 1_000_000
"""Cost of going on from one recording into the next."""
FOUND = 0.65
"""Likeness from which a stretch is a reading of a line; of a recording that was given for it, `GIVEN`."""
GIVEN = 0.35
GOOD = 0.75
MOST_READINGS = 8


@dataclass(frozen=True)
class Recording:
    """One file of the author as it was heard."""

    id: str
    hearing: Hearing
    line_id: str = ""
    """The line that the author gave it for; empty: unknown."""


@dataclass(frozen=True)
class Reading:
    """Tokens [first, last) of the stream, how much they cost against the line."""

    first: int
    last: int
    likeness: float


@dataclass(frozen=True)
class Stream:
    """All that was heard, token by token, a wall before each recording."""

    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    owner: tuple[int, ...]
    """Recording of each token."""
    extra: NDArray[np.int64]
    """What passing over the tokens before each place costs in all."""
    kinds: tuple[str, ...]
    """The different tokens, and in `kind` which of them stands at each place."""
    kind: NDArray[np.int64]


def stream_of(recordings: Sequence[Recording], language: str) -> Stream:
    """All that was heard in these recordings, one after the other."""
    tokens: list[str] = []
    spans: list[tuple[int, int]] = []
    owner: list[int] = []
    for number, recording in enumerate(recordings):
        tokens.append("")
        spans.append((0, 0))
        owner.append(number)
        for word in recording.hearing.words:
            parts = heard_tokens(word.text, language)
            for part, span in zip(parts, _shared(word, parts), strict=True):
                tokens.append(part)
                spans.append(span)
                owner.append(number)
    costs = [0, *(EXTRA if token else WALL for token in tokens)]
    kinds = {token: number for number, token in enumerate(dict.fromkeys(tokens))}
    return Stream(
        tuple(tokens),
        tuple(spans),
        tuple(owner),
        np.cumsum(np.array(costs, np.int64)),
        tuple(kinds),
        np.array([kinds[token] for token in tokens], np.int64),
    )


def _shared(word: Word, parts: Sequence[str]) -> list[tuple[int, int]]:
    """The time of a heard word, shared among its tokens by their letters."""
    letters = sum(len(part) for part in parts)
    edges = [word.start]
    for count in range(1, len(parts) + 1):
        said = sum(len(part) for part in parts[:count])
        edges.append(word.start + (word.end - word.start) * said // letters)
    return list(pairwise(edges))


def given_to(stream: Stream, recordings: Sequence[Recording], line_id: str) -> NDArray[np.bool_]:
    """The tokens of the recordings that were given for this line."""
    mine = [recording.line_id == line_id for recording in recordings]
    return np.array([mine[number] for number in stream.owner], bool)


def readings_of(said: Sequence[str], stream: Stream, given: NDArray[np.bool_]) -> list[Reading]:
    """Stretches that are this line, the most alike first; none overlaps a better one."""
    cost, starts = _costs(said, stream)
    most = OTHER * len(said)
    kept: list[Reading] = []
    for last in np.argsort(cost, kind="stable").tolist():
        likeness = 1 - int(cost[last]) / most
        if likeness < GIVEN or len(kept) == MOST_READINGS:
            break
        first = int(starts[last])
        wanted = GIVEN if last > first and given[first:last].all() else FOUND
        apart = all(last <= other.first or first >= other.last for other in kept)
        if likeness >= wanted and last > first and apart:
            kept.append(Reading(first, last, likeness))
    return kept


def _costs(said: Sequence[str], stream: Stream) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each place of the stream the cheapest reading of the line that ends there, and where it begins."""
    places = np.arange(len(stream.tokens) + 1)
    cost: NDArray[np.int64] = np.zeros(len(places), np.int64)
    starts: NDArray[np.int64] = places.astype(np.int64)
    for token in said:
        paired = np.array([_difference(token, heard) for heard in stream.kinds], np.int64)[stream.kind]
        now, begun = cost + LEFT_OUT, starts.copy()
        better = cost[:-1] + paired <= now[1:]
        now[1:] = np.where(better, cost[:-1] + paired, now[1:])
        begun[1:] = np.where(better, starts[:-1], begun[1:])
        level = now - stream.extra
        lowest = np.minimum.accumulate(level)
        source = np.maximum.accumulate(np.where(level == lowest, places, 0))
        cost, starts = lowest + stream.extra, begun[source]
    return cost, starts


@lru_cache(maxsize=200_000)
def _difference(written: str, heard: str) -> int:
    if not heard:
        return WALL
    if written == heard:
        return 0
    short = min(len(written), len(heard))
    if short < 4 or abs(len(written) - len(heard)) > 3:
        return OTHER
    return NEAR if _edits(written, heard) * 3 <= short else OTHER


def _edits(left: str, right: str) -> int:
    previous = list(range(len(right) + 1))
    for row, a in enumerate(left, start=1):
        current = [row]
        for column, b in enumerate(right, start=1):
            current.append(
                min(previous[column - 1] + (a != b), previous[column] + 1, current[column - 1] + 1)
            )
        previous = current
    return previous[-1]


def pairs_of(said: Sequence[str], heard: Sequence[str]) -> list[tuple[int, int]]:
    """(token of the line, token heard) that belong together, by the cheapest edit of one into the other."""
    table: dict[tuple[int, int], int] = {}
    for row in range(len(said) + 1):
        for column in range(len(heard) + 1):
            table[row, column] = _cell(table, said, heard, row, column)
    pairs: list[tuple[int, int]] = []
    row, column = len(said), len(heard)
    while row and column:
        change = _difference(said[row - 1], heard[column - 1])
        if table[row, column] == table[row - 1, column - 1] + change:
            row, column = row - 1, column - 1
            pairs.append((row, column))
        elif table[row, column] == table[row - 1, column] + LEFT_OUT:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]


def _cell(
    table: Mapping[tuple[int, int], int], said: Sequence[str], heard: Sequence[str], row: int, column: int
) -> int:
    if not row:
        return column * EXTRA
    if not column:
        return row * LEFT_OUT
    return min(
        table[row - 1, column - 1] + _difference(said[row - 1], heard[column - 1]),
        table[row - 1, column] + LEFT_OUT,
        table[row, column - 1] + EXTRA,
    )
