"""What of a text can be heard: words as bare letters, numbers and signs as they are said.

A script says `Mr. Hale paid $1,250 in 1455`, a recogniser writes `Mister Hale paid 1250 dollars in 1455`:
both become the same tokens here, so that they can be laid beside each other.
"""

import re

from storyreel.sound.spelling import spoken_form

_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_SIGNS = {
    "%": "percent", "°c": "degrees celsius", "°f": "degrees fahrenheit", "°": "degrees", "$": "dollars",
    "£": "pounds", "€": "euros", "+": "plus", "=": "equals", "km": "kilometres", "kg": "kilograms",
    "cm": "centimetres", "mm": "millimetres", "km/h": "kilometres per hour", "mph": "miles per hour",
}  # fmt: skip
_SIGN = re.compile(r"(?<=\d)\s*(km/h|mph|km|kg|cm|mm|°c|°f|[%°$£€])(?![^\W\d_])")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_ORDINAL = re.compile(r"(\d[\d,]*)(?:st|nd|rd|th)\b")
_WORD = re.compile(r"[^\W\d_]+")
MOST_DIGITS = 15


def heard_tokens(word: str, language: str) -> list[str]:
    """The tokens of one whitespace-separated word; none for a lone mark.

    Outside English numbers are told digit by digit, which is enough to find them again in digits.
    """
    english = language.lower().startswith("en")
    text = spoken_form(word, language).lower().replace("’", "'").replace("'", "")
    if not english:
        return _WORD.findall(_NUMBER.sub(lambda found: f" {_digits(found[0])} ", text))
    text = _SIGN.sub(lambda found: f" {_SIGNS[found[1]]} ", text)
    text = _ORDINAL.sub(lambda found: f" {ordinal(_whole(found[1]))} ", text)
    text = _NUMBER.sub(lambda found: f" {_number(found[0])} ", text)
    text = " ".join(_SIGNS.get(part, part) for part in text.split())
    return _WORD.findall(text)


def cardinal(number: int) -> str:
    """A whole number in English words without `and`: `one hundred five`."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens] + (f" {_ONES[rest]}" if rest else "")
    size, name = next((size, name) for size, name in _SCALES if number >= size)
    count, rest = divmod(number, size)
    return f"{cardinal(count)} {name}" + (f" {cardinal(rest)}" if rest else "")


def ordinal(number: int) -> str:
    """A place in a row: `twenty first`."""
    before, _, last = cardinal(number).rpartition(" ")
    if last in _IRREGULAR:
        said = _IRREGULAR[last]
    else:
        said = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return f"{before} {said}".strip()


def _whole(text: str) -> int:
    return int(text.replace(",", "")[:MOST_DIGITS])


def _number(text: str) -> str:
    whole, _, part = text.replace(",", "").partition(".")
    said = _digits(whole) if len(whole) > MOST_DIGITS else cardinal(int(whole))
    return f"{said} point {_digits(part)}" if part else said


def _digits(text: str) -> str:
    return " ".join(_ONES[int(digit)] for digit in text if digit.isdecimal())
