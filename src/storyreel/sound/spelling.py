"""What is written and what is said: the few places where voices misread.

Captions keep the author's spelling; only the voice gets these words. Everything that espeak-ng reads
well by itself (numbers, most abbreviations, symbols) is left alone.
"""

import re
from collections.abc import Sequence

_ENGLISH = {
    "mr.": "Mister",
    "mrs.": "Missus",
    "ms.": "Miz",
    "dr.": "Doctor",
    "prof.": "Professor",
    "st.": "Saint",
    "vs.": "versus",
    "etc.": "et cetera",
    "no.": "No.",
    "e.g.": "for example",
    "i.e.": "that is",
    "a.m.": "A M",
    "p.m.": "P M",
    "&": "and",
}
_UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
_TEENS = ("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_OPEN, _CLOSE = "\"'“‘«([", "\"'”’»)],;:!?…"
_YEAR = re.compile(r"^(1[1-9])(\d\d)(\.?)$")
_MONEY = re.compile(r"^([$£€])(\d[\d,]*)(\.?)$")
_CURRENCY = {"$": "dollars", "£": "pounds", "€": "euros"}
_DASHES = re.compile(r"\s*(?:—|–|--+)\s*")
_LETTER_DASH = re.compile(r"(?<=\w)(?:—|--+)(?=\w)")


def spoken_form(word: str, language: str) -> str:
    """How one whitespace-separated word is handed to a voice; empty if it has no sound of its own.

    A lone dash has none: it becomes a mark of the word before it. The result may be several words.
    """
    if not any(character.isalnum() for character in word) and word not in _ENGLISH:
        return ""
    word = _LETTER_DASH.sub(", ", word)
    word = _DASHES.sub(",", word)
    if not language.lower().startswith("en"):
        return word
    opening = word[: len(word) - len(word.lstrip(_OPEN))]
    closing = word[len(word.rstrip(_CLOSE)) :]
    core = word[len(opening) : len(word) - len(closing)]
    return f"{opening}{_english(core)}{closing}"


def spoken_words(words: Sequence[str], language: str) -> list[str]:
    """The spoken form of each word; the mark of a lone dash moves to the word before it."""
    spoken: list[str] = []
    for word in words:
        form = spoken_form(word, language)
        if not form and spoken and any(mark in word for mark in "—–-…"):
            before = max((i for i, other in enumerate(spoken) if other), default=None)
            if before is not None and spoken[before][-1].isalnum():
                spoken[before] += ","
        spoken.append(form)
    return spoken


def _english(core: str) -> str:
    if said := _ENGLISH.get(core.lower()):
        return said
    if year := _YEAR.match(core):
        return _year(int(year[1]), int(year[2])) + year[3]
    if money := _MONEY.match(core):
        return f"{money[2].replace(',', '')} {_CURRENCY[money[1]]}{money[3]}"
    return core


def _year(century: int, rest: int) -> str:
    if rest == 0:
        return f"{_below_hundred(century)} hundred"
    if rest < 10:
        return f"{_below_hundred(century)} oh {_below_hundred(rest)}"
    return f"{_below_hundred(century)} {_below_hundred(rest)}"


def _below_hundred(number: int) -> str:
    if number < 12:
        return _UNITS[number]
    if number < 20:
        return _TEENS[number - 12]
    tens, units = divmod(number, 10)
    return _TENS[tens] + (f"-{_UNITS[units]}" if units else "")
