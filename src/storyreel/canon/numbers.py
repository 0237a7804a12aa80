"""English number words up to 199, as they are written for ages and spans of time."""

import re

from storyreel.canon.lexicon import words

_ONES = words(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """
)
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")

_ONE = "(?:" + "|".join(sorted(_ONES, key=len, reverse=True)) + ")"
_TEN = "(?:" + "|".join(_TENS) + ")"
NUMBER = rf"(?:\d{{1,3}}|(?:(?:a|one) hundred(?: and)? ?)?{_TEN}(?:[- ]{_ONE})?|{_ONE}|(?:a|one) hundred)"
"""A pattern for a whole number in digits or words; read it with `number`."""


def number(text: str) -> int:
    """The value of what NUMBER matched."""
    text = text.lower().strip()
    if text.isdigit():
        return int(text)
    total = 0
    for word in re.findall(r"[a-z]+", text):
        if word == "hundred":
            total = 100
        elif word in _TENS:
            total += 10 * (_TENS.index(word) + 2)
        elif word in _ONES and not (word == "one" and "hundred" in text and total == 0):
            total += _ONES.index(word)
    return total
