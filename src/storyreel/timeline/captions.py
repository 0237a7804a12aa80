"""Caption cues from spoken words: cut by dynamic programming, so that the best set of cues wins.

The order of what matters, each above everything after it: a cue stays long enough to be seen; what
belongs together stays together; reading speed; then phrasing, balance and few cues. Every line keeps
its width, except a single word that is wider than a line.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from storyreel.kit.errors import InputError
from storyreel.timeline.model import TICKS_PER_SECOND, Cue, Word
from storyreel.timeline.phrases import Break, breaks

LINE_CHARS = 42
"""The widest line of a wide frame, and the limit of every other."""
LINES = 2
MIN_TICKS = TICKS_PER_SECOND * 5 // 6
MAX_TICKS = TICKS_PER_SECOND * 7
CHARS_PER_SECOND = 20
GAP_TICKS = 3200
"""Two frames at 30 fps between one cue and the next."""
LINGER_TICKS = TICKS_PER_SECOND // 2
"""How long a cue stays after its last word where nothing follows."""
CHAIN_TICKS = TICKS_PER_SECOND // 2
"""A shorter pause than this between two cues flickers, so the first one holds up to the gap."""
LEAD_TICKS = TICKS_PER_SECOND // 4
"""How far a cue may stand from its voice before eye and ear disagree."""
PAUSE_TICKS = TICKS_PER_SECOND * 7 // 10
"""A silence inside a cue longer than this gives away what comes next."""

_RANK = 10**9
_CUE_COST = 260
_CUE_BREAK = 6


class _Line(NamedTuple):
    """One spoken line with everything the search asks for, computed once."""

    words: tuple[Word, ...]
    sums: tuple[int, ...]
    """sums[i]: characters of the first i words, each with one space after it."""
    breaks: tuple[Break, ...]
    not_after: int | None
    most: int
    """Characters of a line, at most."""
    fits: Callable[[str], bool]

    def chars(self, first: int, last: int) -> int:
        return self.sums[last] - self.sums[first] - 1

    def text(self, first: int, last: int) -> str:
        return " ".join(word.text for word in self.words[first:last])


def any_width(_text: str) -> bool:
    """Every line fits: the rule where captions are not drawn into a frame."""
    return True


def make_cues(
    words: Sequence[Word],
    *,
    speaker: str = "",
    not_after: int | None = None,
    language: str = "en",
    line_characters: int = LINE_CHARS,
    fits: Callable[[str], bool] = any_width,
) -> tuple[Cue, ...]:
    """The cues of one spoken line; `words` are in rising order of start, in absolute ticks.

    `not_after` is the tick at which the last cue is gone: the next line's first word less GAP_TICKS,
    or the end of the film (`film_cues` does this for a whole film). A line has at most
    `line_characters` (1..42) and must pass `fits`, which a frame answers by measuring it. A norm that
    the voice makes impossible is broken as little as can be, and `problems` names it. Raises InputError
    for words out of order or another number of characters.
    """
    if not 1 <= line_characters <= LINE_CHARS:
        raise InputError(
            f"A caption's line cannot have {line_characters} characters.",
            next_step=f"Give 1 to {LINE_CHARS}.",
        )
    if not words:
        return ()
    _check_order(words)
    line = _prepare(words, language)._replace(not_after=not_after, most=line_characters, fits=fits)
    count = len(line.words)
    best: list[tuple[int, int, tuple[tuple[int, int], ...]]] = [(0, count, ())] * (count + 1)
    for first in range(count - 1, -1, -1):
        best[first] = min(
            ((cost + best[last][0], last, lines) for last, cost, lines in _cues_from(line, first)),
            key=lambda option: option[:2],
        )
    cues: list[Cue] = []
    first = 0
    while first < count:
        _, last, lines = best[first]
        cues.append(_cue(line, first, last, lines, speaker))
        first = last
    return tuple(cues)


def film_cues(
    lines: Sequence[tuple[str, Sequence[Word]]], *, end: int, language: str = "en"
) -> tuple[Cue, ...]:
    """The settled cues of a whole film from its lines (speaker, words) in order; `end` is its last tick."""
    spoken = [(speaker, words) for speaker, words in lines if words]
    cues: list[Cue] = []
    for i, (speaker, words) in enumerate(spoken):
        following = spoken[i + 1][1][0].start - GAP_TICKS if i + 1 < len(spoken) else end
        cues += make_cues(words, speaker=speaker, not_after=following, language=language)
    return settle(cues)


def settle(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """Give cues that are gone too soon a little of their neighbours' time.

    A cue may come LEAD_TICKS before its voice where the one before has been heard and read, and the
    one after it LEAD_TICKS late where that one has time to spare. Words keep their times; cues that have what
    they need stay as they are.
    """
    settled = list(cues)
    for i, cue in enumerate(settled):
        missing = _needed(cue) - (cue.end - cue.start)
        if missing <= 0:
            continue
        start = max(cue.start - min(missing, LEAD_TICKS), _free_from(settled[i - 1]) if i else 0)
        start = min(start, cue.start)
        if i:
            before = settled[i - 1]
            until = max(min(before.end, start - GAP_TICKS), before.start + 1)
            settled[i - 1] = before.model_copy(update={"end": until})
        missing -= cue.start - start
        lag = 0
        if i + 1 < len(settled) and missing > 0:
            following = settled[i + 1]
            spare = following.end - following.start - _needed(following)
            lag = min(missing, LEAD_TICKS, max(0, spare))
            settled[i + 1] = following.model_copy(update={"start": following.start + lag})
        settled[i] = cue.model_copy(update={"start": start, "end": cue.end + lag})
    return tuple(settled)


def _free_from(before: Cue) -> int:
    """The earliest start of the next cue: this one has been heard and read, and the gap has passed."""
    done = max(before.words[-1].end, before.start + _needed(before))
    return min(before.end, done) + GAP_TICKS


def _needed(cue: Cue) -> int:
    """Ticks a cue should stay: long enough to be seen, and to be read where seven seconds allow it."""
    chars = len(" ".join(cue.text_lines))
    return max(MIN_TICKS, min(MAX_TICKS, -(-chars * TICKS_PER_SECOND // CHARS_PER_SECOND)))


def _check_order(words: Sequence[Word]) -> None:
    for before, after in pairwise(words):
        if after.start < before.start:
            raise InputError(
                f"The word {after.text!r} at tick {after.start} starts before {before.text!r} at "
                f"{before.start}.",
                next_step="Give the words of a line in the order they are spoken.",
            )


def _prepare(words: Sequence[Word], language: str) -> _Line:
    sums = [0]
    for word in words:
        sums.append(sums[-1] + len(word.text) + 1)
    judged = breaks([word.text for word in words], language)
    return _Line(tuple(words), tuple(sums), judged, None, LINE_CHARS, any_width)


def _cues_from(line: _Line, first: int) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Every cue that may start at word `first`: (end of its words, cost, its lines)."""
    options: list[tuple[int, int, tuple[tuple[int, int], ...]]] = []
    for last in range(first + 1, len(line.words) + 1):
        split = _split(line, first, last)
        if split is None:
            if line.chars(first, last) > LINES * line.most + 1 and last > first + LINES:
                break
            continue
        cost, lines = split
        options.append((last, cost + _cue_cost(line, first, last), lines))
    return options


def _split(line: _Line, first: int, last: int) -> tuple[int, tuple[tuple[int, int], ...]] | None:
    """The best arrangement of the words in one or two lines, or None if they do not fit."""
    if _fits(line, first, last):
        return 0, ((first, last),)
    options = [
        (_line_break_cost(line, first, at, last), ((first, at), (at, last)))
        for at in range(first + 1, last)
        if _fits(line, first, at) and _fits(line, at, last)
    ]
    return min(options, default=None)


def _fits(line: _Line, first: int, last: int) -> bool:
    if last == first + 1:
        return True
    return line.chars(first, last) <= line.most and line.fits(line.text(first, last))


def _line_break_cost(line: _Line, first: int, at: int, last: int) -> int:
    above, below = line.chars(first, at), line.chars(at, last)
    forbidden, cost = line.breaks[at]
    # A long lower line reads more easily than a long upper one, so the latter counts double.
    unbalanced = (below - above) ** 2 // 4 if below >= above else (above - below) ** 2 // 2
    return _RANK**2 * forbidden + cost + unbalanced


def _cue_cost(line: _Line, first: int, last: int) -> int:
    start, end = _times(line, first, last)
    duration = end - start
    short = max(0, MIN_TICKS - duration) + max(0, line.words[last - 1].end - start - MAX_TICKS)
    forbidden, break_cost = line.breaks[last] if last < len(line.words) else Break(False, 0)
    chars = line.chars(first, last)
    fast = max(0, chars * TICKS_PER_SECOND - CHARS_PER_SECOND * duration) // CHARS_PER_SECOND
    pauses = sum(
        1 for i in range(first + 1, last) if line.words[i].start - line.words[i - 1].end > PAUSE_TICKS
    )
    orphan = max(0, 14 - chars) ** 2 * 3 if last < len(line.words) or first > 0 else 0
    style = _CUE_COST + _CUE_BREAK * break_cost + 600 * pauses + orphan
    return (_RANK * short + forbidden) * _RANK**2 + _RANK * fast + style


def _times(line: _Line, first: int, last: int) -> tuple[int, int]:
    """When a cue of these words comes and goes; its start is the voice's."""
    words, start = line.words, line.words[first].start
    chars = line.chars(first, last)
    to_read = -(-chars * TICKS_PER_SECOND // CHARS_PER_SECOND)
    wanted = max(words[last - 1].end + LINGER_TICKS, start + MIN_TICKS, start + to_read)
    end = min(wanted, start + MAX_TICKS)
    if last < len(words):
        limit = words[last].start - GAP_TICKS
        if limit - end < CHAIN_TICKS:
            end = min(limit, start + MAX_TICKS)
    elif line.not_after is not None:
        end = min(end, line.not_after)
    return start, max(end, start + 1)


def _cue(line: _Line, first: int, last: int, lines: tuple[tuple[int, int], ...], speaker: str) -> Cue:
    start, end = _times(line, first, last)
    shifted = tuple((a - first, b - first) for a, b in lines)
    return Cue(words=line.words[first:last], lines=shifted, start=start, end=end, speaker=speaker)


def problems(cues: Sequence[Cue]) -> list[str]:
    """Every norm that the cues of a film break, one sentence each, in the order of the cues."""
    found: list[str] = []
    for number, cue in enumerate(cues, start=1):
        following = cues[number] if number < len(cues) else None
        found += [f"Cue {number} {text}" for text in _cue_problems(cue, following)]
    return found


def _cue_problems(cue: Cue, following: Cue | None) -> list[str]:
    found: list[str] = []
    for text in cue.text_lines:
        if len(text) > LINE_CHARS:
            why = "a single word is that long" if " " not in text else "it needs another break"
            found.append(f"has a line of {len(text)} characters, more than {LINE_CHARS}: {why}.")
    duration, chars = cue.end - cue.start, len(" ".join(cue.text_lines))
    if duration < MIN_TICKS:
        found.append(f"is on screen for {_seconds(duration)} s, less than 0.83 s: {_why(following)}.")
    if duration > MAX_TICKS:
        found.append(f"is on screen for {_seconds(duration)} s, more than 7 s.")
    if chars * TICKS_PER_SECOND > CHARS_PER_SECOND * duration:
        speed = f"{chars * TICKS_PER_SECOND / duration:.1f}"
        found.append(
            f"runs at {speed} characters/s, more than {CHARS_PER_SECOND}: {_fast_why(cue, following)}."
        )
    if following is not None:
        found += _neighbour_problems(cue, following)
    return found


def _neighbour_problems(cue: Cue, following: Cue) -> list[str]:
    if following.start < cue.start:
        return ["starts after the cue that follows it."]
    if following.start < cue.end:
        return [f"overlaps the next one by {_seconds(cue.end - following.start)} s."]
    if following.start - cue.end < GAP_TICKS:
        return ["leaves less than two frames before the next one."]
    return []


def _why(following: Cue | None) -> str:
    return "the next line begins at once" if following else "the film ends"


def _fast_why(cue: Cue, following: Cue | None) -> str:
    room = following.start - GAP_TICKS - cue.end if following is not None else 0
    if room > 0 and cue.end - cue.start < _needed(cue):
        return "it could stay longer"
    return "voice is faster"


def _seconds(ticks: int) -> str:
    return f"{ticks / TICKS_PER_SECOND:.2f}"
