"""Figures of a line: its numbers with unit, label and word, and how many of how many."""
# rows of words read worse when they are broken or quoted one by one
# rows of words read worse when they are broken or quoted one by one

import re
from collections.abc import Sequence
from itertools import pairwise

from storyreel.assets.reader.counts import Number, numbers
from storyreel.assets.reader.kinds import SHOWN
from storyreel.assets.reader.tokens import Token, tokens
from storyreel.assets.reading import Figure

_SHARE = frozenset(["of", "in", "out"])
_ADVERBIAL = frozenset(
    ["for", "after", "in", "every", "within", "before", "over", "another", "last", "next", "these"]
)
_ABOUT = frozenset(
    ["more", "than", "less", "about", "around", "nearly", "almost", "over", "only", "some", "up", "to"]
)
"""Words between a preposition and its number: `for more than forty years`."""
LABEL_WORDS = 4
_OPENINGS = frozenset(
    [
        "in",
        "between",
        "from",
        "since",
        "by",
        "until",
        "of",
        "the",
        "it",
        "they",
        "he",
        "she",
        "was",
        "were",
        "and",
        "then",
        "but",
        "a",
        "an",
    ]
)
MOST_PEOPLE = 100
"""A share of more than this many is no row of people."""


def share_of(text: str) -> tuple[Figure, Figure] | None:
    """`N of M`, `N in M`, `N out of M`, `of the M ..., N`: how many, and of how many."""
    spoken = tokens(text)
    found = [number for number in numbers(text) if not number.year and number.amount == int(number.amount)]
    ones = [Number("1", 1, t.index, t.index + 1, False) for t in spoken if t.lower == "one"]
    found = sorted({number.start: number for number in (*ones, *found)}.values(), key=lambda n: n.start)
    for first, second in pairwise(found):
        small, great = sorted((first, second), key=lambda number: number.amount)
        between = [token.lower for token in spoken[first.stop : second.start]]
        if not 2 <= great.amount <= MOST_PEOPLE or small.amount >= great.amount:
            continue
        ahead = small is first and bool(between) and between[0] in _SHARE and _only_between(between)
        opens = [token.lower for token in spoken[max(0, first.start - 2) : first.start]]
        behind = small is second and opens[:1] == ["of"] and len(between) <= 5
        if ahead or behind:
            unit = great.unit or second.unit
            return _figure(small, spoken, (), unit), _figure(great, spoken, (), unit)
    return None


def _only_between(between: Sequence[str]) -> bool:
    return all(
        word in ("of", "in", "out", "the", "every", "his", "her", "their", "its", "our", "all")
        for word in between
    )


def figures_of(text: str) -> tuple[Figure, ...]:
    """All numbers of a line as they are shown, in order; years label the figure beside them."""
    spoken = tokens(text)
    found = numbers(text)
    years = tuple(number for number in found if number.year)
    counts = tuple(number for number in found if not number.year)
    if counts and years and len(years) >= len(counts):
        return tuple(_figure(number, spoken, years) for number in counts)
    return tuple(_figure(number, spoken, years if not number.year else ()) for number in found)


def compared(text: str) -> tuple[Figure, ...]:
    """Figures of one unit that a chart can hold against each other: two or more that are measured."""
    found = numbers(text)
    shown = [number for number in found if not number.year]
    measured = [
        number for number in shown if number.measured and not (number.timespan and number.amount < SHOWN)
    ]
    unit = _one_unit(measured[0].unit) if measured else ""
    years = tuple(number for number in found if number.year)
    if not measured and len(years) >= 2 and len(shown) >= 2 and all(number.digits for number in shown):
        return tuple(_figure(number, tokens(text), years, shown[0].unit) for number in shown)
    same = [
        number
        for number in shown
        if (_one_unit(number.unit) == unit or (not number.unit and number.digits))
        and (number.digits or number.amount >= SHOWN)
    ]
    if len(same) < 2 or not unit or not measured:
        return ()
    spoken = tokens(text)
    return tuple(_figure(number, spoken, years, measured[0].unit) for number in same)


def years_of(text: str) -> tuple[Figure, ...]:
    """The years of a line, each with what happened then."""
    spoken = tokens(text)
    return tuple(_figure(number, spoken, ()) for number in numbers(text) if number.year)


def big_number(text: str, *, seen: bool = False) -> bool:
    """Whether a number of the line is worth a picture of its own; `seen`: the line shows a thing already."""
    return any(_is_big(number, tokens(text), seen=seen) for number in numbers(text))


def _is_big(number: Number, spoken: tuple[Token, ...], *, seen: bool) -> bool:
    if number.year:
        return False
    ahead = [token.lower for token in spoken[: number.start]]
    while ahead and ahead[-1] in _ABOUT:
        ahead.pop()
    before = ahead[-1] if ahead else ""
    adverbial = before in _ADVERBIAL and number.timespan
    if number.amount <= 1 and not number.digits:
        return False
    if number.measured:
        return not (adverbial and (number.amount < SHOWN or (seen and not number.digits)))
    return number.amount >= SHOWN and (number.digits or bool(number.unit))


def _figure(number: Number, spoken: tuple[Token, ...], years: tuple[Number, ...], unit: str = "") -> Figure:
    return Figure(
        value=number.value,
        amount=number.amount,
        unit=unit or number.unit,
        label=_label(number, spoken, years),
        word=number.start,
    )


def _label(number: Number, spoken: tuple[Token, ...], years: tuple[Number, ...]) -> str:
    """The year that stands nearest, else the name that stands before or behind the number."""
    if years:
        # "30 tonnes in 1990 and 55 in 2000": as many years as counts go together in order.
        counts = [each for each in numbers(" ".join(token.raw for token in spoken)) if not each.year]
        if len(counts) == len(years) and number in counts:
            return years[counts.index(number)].value
        return min(years, key=lambda year: (abs(year.start - number.start), year.start)).value
    if number.year:
        return _event(number, spoken)
    for token in (
        *reversed(spoken[max(0, number.start - 6) : number.start]),
        *spoken[number.stop : number.stop + 6],
    ):
        if token.capital and len(token.plain) > 2:
            return token.plain
    return ""


def _event(year: Number, spoken: tuple[Token, ...]) -> str:
    """What happened in a year: the words before it up to the last mark or `and`, at most four."""
    run: list[str] = []
    for token in reversed(spoken[: year.start]):
        if (
            token.lower in ("and", "then")
            or re.search(r"[.,;:]$", token.raw)
            or re.match(r"\d{4}", token.plain)
        ):
            break
        if not (token.lower in ("in", "since", "by", "from", "until", "of", "to") and not run):
            run.append(token.plain)
    words = list(reversed(run))
    while words and words[0].lower() in _OPENINGS:
        words.pop(0)
    return " ".join(words[-LABEL_WORDS:]) if len(words) > 1 else ""


def _one_unit(unit: str) -> str:
    return unit.split()[0].lower().rstrip("s") if unit else ""
