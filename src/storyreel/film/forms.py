"""Which kind of picture a shot's words ask for, by their form alone."""

import re

from storyreel.assets.model import PictureKind

QUOTE_WORDS = 16
"""A longer quotation does not fit a frame as lettering."""
ITEM_WORDS = 4
LEAD_WORDS = 3
"""Words that may stand before the first thing of a list: `She had no oil, ...`."""

_NUMBER = re.compile(
    r"(?<![\w.])(?:[$€£]\s?)?\d[\d,.]*\d?(?:st|nd|rd|th)?\b|"
    r"\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozen)(?:-\w+)?\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“«„]([^\"“”«»„]+)[\"”»“]")


def picture_kind(text: str, *, form: str, dialogue: bool) -> PictureKind:
    """`quote`, `list`, `number` or `sentence`; the first that fits."""
    if _is_quote(text, form=form, dialogue=dialogue):
        return "quote"
    if (form == "item" and text.count(", ") >= 2) or is_list(text):
        return "list"
    if not dialogue and _NUMBER.search(text):
        return "number"
    return "sentence"


def _is_quote(text: str, *, form: str, dialogue: bool) -> bool:
    if len(text.split()) > QUOTE_WORDS:
        return False
    quoted = sum(len(match.split()) for match in _QUOTED.findall(text))
    return dialogue or form == "quote" or quoted * 5 >= len(text.split()) * 3


def is_list(text: str) -> bool:
    """Whether the words name three short things or more, one after the other.

    One "and" or "or" leads the last thing; more of them, or a comma after it, make a sentence.
    """
    head, colon, tail = text.strip().rstrip(".!?;").rpartition(": ")
    parts = [part.strip() for part in re.split(r"[,;]\s+", tail)]
    last = re.split(r"(?:^|\s)(?:and|or)\s+", parts[-1])
    if len(last) > 2 or any(re.search(r"\b(?:and|or)\b", part) for part in parts[:-1]):
        return False
    items = [part for part in (*parts[:-1], *last) if part]
    lead = LEAD_WORDS if not colon else 0
    if len(items) < 3 or len(parts) < 2 or (not colon and len(last) < 2):
        return bool(colon) and len(items) >= 3 and len(head.split()) <= LEAD_WORDS * 4
    return len(items[0].split()) <= ITEM_WORDS + lead and all(len(i.split()) <= ITEM_WORDS for i in items[1:])
