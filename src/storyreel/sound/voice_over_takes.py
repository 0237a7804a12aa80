"""Which stretch of the author's recordings is which line of the script.

Each line is looked for everywhere in what was heard (a word that is missing, added or misheard costs a
little); then the lines get their places so that they follow each other as in the script. A line that was
read again later, as readers do after a slip, is taken from its last good reading, wherever it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from storyreel.sound.align import fill_gaps
from storyreel.sound.voice_over_search import (
    FOUND,
    GOOD,
    Reading,
    Recording,
    Stream,
    given_to,
    pairs_of,
    readings_of,
    stream_of,
)
from storyreel.sound.voice_over_words import heard_tokens
from storyreel.timeline.model import TICKS_PER_SECOND, Word

AS_GOOD = 0.12
"""A later reading counts as good as the best one when it is at most this much less alike."""
SURE_TOKENS = 3
"""Shorter lines are said in passing too often to call that a second reading."""
REACH = round(0.35 * TICKS_PER_SECOND)
"""How far before its first and behind its last word a line may sound."""
SLACK = round(0.06 * TICKS_PER_SECOND)
"""How far a recogniser's word borders may be off into the word itself."""


@dataclass(frozen=True)
class Take:
    """Where a line is read. All times are ticks of the recording."""

    recording: str
    opens: tuple[int, int]
    """Between these the line's sound begins, at the quietest moment."""
    closes: tuple[int, int]
    words: tuple[Word, ...]
    """The written words of the line, in time."""
    likeness: float
    """1: word for word."""
    readings: int
    """How often the line is read in all."""


def find_takes(
    lines: Sequence[tuple[str, str]], recordings: Sequence[Recording], language: str
) -> dict[str, Take]:
    """The takes of the lines `(id, text)` by line id; a line that nobody read is not among them."""
    stream = stream_of(recordings, language)
    tokens = [[token for word in text.split() for token in heard_tokens(word, language)] for _, text in lines]
    readings = [
        readings_of(said, stream, given_to(stream, recordings, line_id)) if said else []
        for (line_id, _), said in zip(lines, tokens, strict=True)
    ]
    chosen = _last_good(readings, _in_order(readings, tokens, len(stream.tokens)), tokens)
    taken = [found for found in chosen if found is not None]
    return {
        line_id: _take(text, language, found, stream, recordings, _count(readings[index], found, taken))
        for index, ((line_id, text), found) in enumerate(zip(lines, chosen, strict=True))
        if found is not None
    }


def _in_order(
    readings: Sequence[Sequence[Reading]], tokens: Sequence[Sequence[str]], places: int
) -> list[Reading | None]:
    """One reading or none for each line, so that they follow each other and the most is explained."""
    best = np.zeros(places + 1, np.int64)
    trail: list[Any] = [None] * (places + 1)
    for index, found in enumerate(readings):
        additions: list[tuple[int, int, Any]] = []
        for reading in found:
            value = int(best[reading.first]) + round(1000 * reading.likeness) * len(tokens[index])
            additions.append((reading.last, value, (index, reading, trail[reading.first])))
        for last, value, step in additions:
            for place in range(last, places + 1):
                if best[place] >= value:
                    break
                best[place], trail[place] = value, step
    chosen: list[Reading | None] = [None] * len(readings)
    step = trail[places]
    while step is not None:
        chosen[step[0]] = step[1]
        step = step[2]
    return chosen


def _last_good(
    readings: Sequence[Sequence[Reading]],
    chosen: Sequence[Reading | None],
    tokens: Sequence[Sequence[str]],
) -> list[Reading | None]:
    """Each line's last reading that is about as good as its best one and that no other line needs."""
    result = list(chosen)
    for index, found in enumerate(readings):
        if len(tokens[index]) < SURE_TOKENS or not found:
            continue
        taken = [other for number, other in enumerate(result) if other is not None and number != index]
        free = [reading for reading in found if _apart(reading, taken)]
        limit = max((reading.likeness for reading in free), default=0.0) - AS_GOOD
        good = [reading for reading in free if reading.likeness >= max(limit, FOUND)]
        result[index] = max(good, key=lambda reading: reading.first, default=result[index])
    return result


def _count(found: Sequence[Reading], mine: Reading, taken: Sequence[Reading]) -> int:
    """Readings of a line: its own and those good ones that are no other line's."""
    others = [reading for reading in found if reading.likeness >= GOOD and _apart(reading, taken)]
    return 1 + (len(others) if mine.last - mine.first >= SURE_TOKENS else 0)


def _apart(reading: Reading, taken: Sequence[Reading]) -> bool:
    return all(reading.last <= other.first or reading.first >= other.last for other in taken)


def _take(
    text: str,
    language: str,
    found: Reading,
    stream: Stream,
    recordings: Sequence[Recording],
    readings: int,
) -> Take:
    recording = recordings[stream.owner[found.first]]
    first, last = stream.spans[found.first][0], stream.spans[found.last - 1][1]
    before = stream.spans[found.first - 1][1]
    after = recording.hearing.duration
    if found.last < len(stream.tokens) and stream.tokens[found.last]:
        after = stream.spans[found.last][0]
    return Take(
        recording=recording.id,
        opens=(max(0, before - SLACK, first - REACH), first + SLACK),
        closes=(last - SLACK, min(after + SLACK, last + REACH, recording.hearing.duration)),
        words=_words(text, language, found, stream),
        likeness=round(found.likeness, 3),
        readings=readings,
    )


def _words(text: str, language: str, found: Reading, stream: Stream) -> tuple[Word, ...]:
    """The written words with the times of what was heard for them."""
    written = text.split()
    owner = [index for index, word in enumerate(written) for _ in heard_tokens(word, language)]
    said = [token for word in written for token in heard_tokens(word, language)]
    spans: dict[int, tuple[int, int]] = {}
    for token, place in pairs_of(said, stream.tokens[found.first : found.last]):
        start, end = stream.spans[found.first + place]
        known = spans.get(owner[token], (start, end))
        spans[owner[token]] = (min(known[0], start), max(known[1], end))
    begin, end = stream.spans[found.first][0], stream.spans[found.last - 1][1]
    moved = [
        (float(spans[index][0] - begin), float(spans[index][1] - begin)) if index in spans else None
        for index in range(len(written))
    ]
    placed = fill_gaps(moved, [len(word) for word in written], float(end - begin))
    return tuple(
        Word(text=word, start=begin + round(a), end=begin + round(b))
        for word, (a, b) in zip(written, placed, strict=True)
    )
