"""Where a spoken sentence may be broken for the eye.

A break is judged by the words on its two sides. Punctuation says most and holds in every language
written with spaces; the word lists are English and are used for English alone.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_CLOSERS = "\"'”’»)]}"
_SENTENCE_ENDS = ".!?…。！？"
_CLAUSE_ENDS = ",;:—–，；：、"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words("mr. mrs. ms. dr. st. prof. capt. sgt. lt. rev. sir mr mrs ms dr prof capt")
_ARTICLES = _words("a an the my your our their its his every")
_CONJUNCTIONS = _words(
    "and but or nor so yet because although though while when where if unless until since that which who "
    "whose as than before after whether"
)
_PREPOSITIONS = _words(
    "of in on at by for with from to into onto over under through across between among against about "
    "above below behind beside beyond near toward towards without within along around during past off up "
    "down out inside outside upon like"
)
_LEANING = _words(
    "i he she we they it you is am are was were be been being has have had do does did will would shall "
    "should can could may might must not no to her this these those each some any very too more most"
)
_NUMBERS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand "
    "million billion half"
)
_UNITS = _words(
    "second seconds minute minutes hour hours day days night nights week weeks month months year years "
    "century centuries decade decades metre metres meter meters kilometre kilometres kilometer kilometers km "
    "m cm mm mile miles foot feet inch inches yard yards acre acres gram grams kg kilo kilos kilogram "
    "kilograms pound pounds ounce ounces ton tons tonne tonnes litre litres liter liters degree degrees "
    "percent per % dollar dollars euro euros cent cents knot knots times o'clock am pm a.m. p.m. hundred "
    "thousand million billion"
)
_NUMERAL = re.compile(r"^[^\w\s]?\d[\d.,:/-]*$")

FREE, CLAUSE, CONJUNCTION, PREPOSITION, PLAIN, LEANING = 0, 15, 30, 45, 100, 220
"""Costs of a break: after a sentence, after a clause, before a conjunction or preposition, anywhere,
after a word that leans on the next one."""


class Break(NamedTuple):
    """The judgement of one place between two words: `forbidden` parts what belongs together."""

    forbidden: bool
    cost: int


def breaks(texts: Sequence[str], language: str = "en") -> tuple[Break, ...]:
    """Judge every place before word i; entry 0 (before the first word) is free."""
    english = language.lower().startswith("en")
    judged = [Break(False, FREE)]
    for i in range(1, len(texts)):
        before = texts[i - 1].rstrip(_CLOSERS)
        judged.append(_judge(texts, i, before, english))
    return tuple(judged)


def _judge(texts: Sequence[str], i: int, before: str, english: bool) -> Break:
    after = texts[i]
    if english and before.lower().lstrip("\"'“‘(") in _TITLES:
        return Break(True, LEANING)
    if _ends_with(before, _SENTENCE_ENDS) and not _is_initial(before):
        return Break(False, FREE)
    if _ends_with(before, _CLAUSE_ENDS):
        return Break(False, CLAUSE)
    if _is_name(before, after) or _is_measure(before, after, english):
        return Break(True, LEANING)
    return _judge_words(texts, i, before) if english else Break(False, PLAIN)


def _judge_words(texts: Sequence[str], i: int, before: str) -> Break:
    left, right = _bare(before), _bare(texts[i])
    if left in _ARTICLES:
        return Break(True, LEANING)
    if left in _PREPOSITIONS or left in _CONJUNCTIONS or left in _LEANING or left in _NUMBERS:
        return Break(False, LEANING)
    if right in _CONJUNCTIONS:
        return Break(False, CONJUNCTION)
    if right in _PREPOSITIONS:
        return Break(False, PREPOSITION)
    # "the old | lamp": the word after an article is often an adjective, so the noun may still follow.
    if i >= 2 and _bare(texts[i - 2]) in _ARTICLES:
        return Break(False, PLAIN + 80)
    return Break(False, PLAIN)


def _ends_with(word: str, marks: str) -> bool:
    return bool(word) and word[-1] in marks


def _is_initial(word: str) -> bool:
    """ "J." in "J. Smith" ends no sentence."""
    return len(word) == 2 and word[0].isupper() and word[1] == "." and word[0] != "I"


def _is_name(before: str, after: str) -> bool:
    """Two capitalised words in a row; text set in capitals throughout carries no such sign."""
    left, right = before.lstrip("\"'“‘("), after.rstrip(_SENTENCE_ENDS + _CLAUSE_ENDS + _CLOSERS)
    if not left[:1].isupper() or not right[:1].isupper() or left == "I" or _first_person(right):
        return False
    return _is_initial(left) or not (left.isupper() and right.isupper())


def _first_person(word: str) -> bool:
    return word == "I" or word.startswith(("I'", "I’"))


def _is_measure(before: str, after: str, english: bool) -> bool:
    bare = _bare(before)
    unit = after.strip("\"'“”‘’()").rstrip(_SENTENCE_ENDS + _CLAUSE_ENDS).lower()
    return bool(_NUMERAL.match(before) or (english and bare in _NUMBERS)) and unit in _UNITS


def _bare(word: str) -> str:
    return word.strip("\"'“”‘’()[]«»" + _SENTENCE_ENDS + _CLAUSE_ENDS).lower()
