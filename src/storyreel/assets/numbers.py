"""Numbers and lists as a line writes them: digits or words, with what stands before and after."""

import re
from dataclasses import dataclass

ONES = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_DIGITS = re.compile(r"^[$£€]?\d[\d,.]*(?:%|°)?$")
UNIT_STOP = frozenset(
    [
        "of",
        "in",
        "on",
        "at",
        "to",
        "and",
        "or",
        "but",
        "the",
        "a",
        "an",
        "is",
        "are",
        "was",
        "were",
        "had",
        "has",
        "have",
        "that",
        "who",
        "which",
        "when",
        "with",
        "for",
        "from",
        "by",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "more",
        "times",
        "as",
        "than",
        "later",
        "ago",
        "before",
        "after",
    ]
)


@dataclass(frozen=True)
class Figure:
    """A number of a line."""

    digits: str
    """As it is shown, for example `3,200`."""
    value: float
    unit: str
    """At most two words after it."""
    before: str
    """At most six words before it."""

    @property
    def whole(self) -> bool:
        return self.value == int(self.value)


def first_figure(text: str) -> Figure | None:
    """The first number above one of a line, or None."""
    tokens = text.split()
    for index, token in enumerate(tokens):
        shown = token.strip(".,;:!?()\"'“”‘’—–")
        if _DIGITS.match(shown):
            value = float(re.sub(r"[^\d.]", "", shown).rstrip(".") or 0)
            return Figure(shown.rstrip("."), value, _unit(tokens, index, token), _before(tokens, index))
        value, used = _spelled(tokens, index)
        if used and value > 1:
            last = tokens[index + used - 1]
            return Figure(f"{value:,}", value, _unit(tokens, index + used - 1, last), _before(tokens, index))
    return None


def list_parts(text: str) -> tuple[str, list[str]]:
    """Heading and items of a list: `Three things: a, b, and c.` or one item a line."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    bullets = [
        re.sub(r"^(?:[-*•]|\d+[.)])\s+", "", row) for row in rows if re.match(r"^(?:[-*•]|\d+[.)])\s+", row)
    ]
    if len(bullets) >= 2:
        heading = rows[0] if not re.match(r"^(?:[-*•]|\d+[.)])\s+", rows[0]) else ""
        return heading.rstrip(":").strip(), [_item(row) for row in bullets]
    head, colon, rest = text.partition(":")
    if not colon:
        head, rest = "", text
    items = [_item(part) for part in re.split(r",\s*(?:and|or)\s+|,|;|\s+and\s+", rest) if _item(part)]
    return head.strip(), items


def _item(text: str) -> str:
    """An item without its article and closing stop."""
    return re.sub(r"^(?:and|or)\s+", "", text.strip().strip('.!;"“”'), flags=re.I).strip()


def _spelled(tokens: list[str], start: int) -> tuple[int, int]:
    """The value of number words from `start`, and how many tokens they are."""
    total, current, used = 0, 0, 0
    for token in tokens[start:]:
        found = False
        for part in token.strip(".,;:!?\"'“”").lower().split("-"):
            if part in ONES or part in TENS:
                current += ONES.get(part, TENS.get(part, 0))
            elif part in SCALES and used:
                scale = SCALES[part]
                total, current = (total, current * scale) if scale == 100 else (total + current * scale, 0)
            else:
                return (total + current, used) if not found else (0, 0)
            found = True
        used += 1
        if token[-1] in ".,;:!?":
            break
    return total + current, used


def _unit(tokens: list[str], index: int, token: str) -> str:
    """The counted noun: up to the first plural within three words, else the next word."""
    if token[-1] in ".,;:!?":
        return ""
    run: list[str] = []
    for word in tokens[index + 1 : index + 4]:
        plain = word.strip(".,;:!?\"'“”")
        if not plain or plain.lower() in UNIT_STOP or plain[0].isupper():
            break
        run.append(plain)
        if plain.endswith("s"):
            return " ".join(run)
        if plain != word:
            break
    return run[0] if run else ""


def _before(tokens: list[str], index: int) -> str:
    words = tokens[max(0, index - 6) : index]
    for k in range(len(words) - 1, -1, -1):
        if words[k][-1] in ".;:!?,":
            words = words[k + 1 :]
            break
    if len(words) < 2:
        return ""
    return " ".join(words).strip("\"'“”—– ")
