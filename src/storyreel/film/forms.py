"""Which kind of picture a shot's words ask for, by their form alone."""

import re

from storyreel.assets.model import PictureKind

QUOTE_WORDS = 16
"""A longer quotation does not fit a frame as lettering."""
ITEM_WORDS = 4

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
    if is_list(text):
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
    """Whether the words name three short things or more, one after the other."""
    bare = re.sub(r"^[^:]{1,60}:\s+", "", text.strip().rstrip(".!?"))
    parts = [
        part.strip()
        for part in re.split(r",\s+(?:and\s+|or\s+)?|;\s+|\s+and\s+|\s+or\s+", bare)
        if part.strip()
    ]
    head = 0 if ":" in text else 3
    if len(parts) < 3 or (":" not in text and "," not in text):
        return False
    return (
        all(len(part.split()) <= ITEM_WORDS for part in parts[1:])
        and len(parts[0].split()) <= ITEM_WORDS + head
    )
