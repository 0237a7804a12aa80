"""Lines that are made of parts: lists, steps, ways, two things beside each other."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from dataclasses import dataclass

from storyreel.assets.reader.things import called
from storyreel.assets.reading import Item

ITEM_WORDS = 4
LEAD_WORDS = 3
"""Words that may stand before the first thing of a list: `She had no oil, ...`."""
MOST_ITEMS = 6
_BULLET = re.compile(r"^(?:[-*•]|\d+[.)])\s+")
_STEP = re.compile(
    r"(?:^|[.;:!?,]\s+|\band\s+)(first(?:ly)?|second(?:ly)?|third(?:ly)?|then|next|after that|finally|lastly|last)\b[,:]?\s+",
    re.I,
)
_TRAVEL = re.compile(
    r"\b(?:sail|travel|journey|walk|rode|ride|drive|drove|fly|flew|march|go|went|came|come|move|cross|follow|voyage|run|"
    r"ran|flight|trip|route|way|road|train|shipp?|carri|carry|migrat|wander|set out|return|trek|cycle|pilgrim|hik)\w*\b",
    re.I,
)
_PROPER = r"((?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
_FROM_TO = re.compile(
    rf"\bfrom {_PROPER}(?:,? (?:through|via|over|past|by way of) {_PROPER})?,? to {_PROPER}(?:,? (?:and )?(?:then |on |from there )*to {_PROPER})?"
)
_STOPS = re.compile(rf"\b(?:through|via|to|from|reached|and then|past|in|left) {_PROPER}")
_THAN = re.compile(
    r"^(.*)\b(?:\w{2,}er|more|less|fewer|better|worse)\b[^.;:]{0,40}?\bthan\s+"
    r"((?:an?|the|any|most|other|all|in|on|those)?\s?[\w'’-]+(?: [\w'’-]+){0,3})",
    re.I | re.S,
)
_NO_SIDE = frozenset(
    "there here this these those what he she it they we i you ever before usual expected once anyone anything that one his her their nothing my ours".split()
)
_AGAINST = re.compile(
    r"^(?:unlike|while|whereas)\s+(.+?),\s+(.+)$|^(.+?),?\s+(?:while|whereas|but)\s+(?:the|an?|most|others?|its|her|his)\s(.+)$",
    re.I,
)
_NO_STOPS = frozenset(
    "Sun Earth Moon Mars Monday Tuesday Wednesday Thursday Friday Saturday Sunday I".split()
)
_MONTHS = frozenset(
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True)
class Parts:
    """The parts of a line, as the author wrote them; `heading` is what leads them in."""

    items: tuple[Item, ...] = ()
    heading: str = ""


def list_of(text: str, form: str, context: frozenset[str] = frozenset()) -> Parts:
    """Three short things or more, one after the other, or rows with bullets; none where it is a sentence.

    One "and" or "or" leads the last thing; more of them, or a comma after it, make a sentence.
    """
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    bullets = [_BULLET.sub("", row) for row in rows if _BULLET.match(row)]
    if len(bullets) >= 2:
        heading = rows[0].rstrip(":") if not _BULLET.match(rows[0]) else ""
        return Parts(_items(text, bullets, context), heading)
    head, colon, tail = _split_head(text)
    parts = [part.strip() for part in re.split(r"[,;]\s+", tail)]
    last = re.split(r"(?:^|\s)(?:and|or)\s+", parts[-1])
    found = [part for part in (*parts[:-1], *last) if part]
    if len(found) > 1 and _ADVERB.match(found[0]):
        return Parts()
    if not colon and _SUBORDINATE.match(found[0] if found else ""):
        return Parts()
    if any(_NO_PART.match(part) for part in found):
        return Parts()
    if len(last) > 2 or any(re.search(r"\b(?:and|or)\b", part) for part in parts[:-1]):
        return Parts()
    if form == "item" and len(parts) >= 3:
        return Parts(_items(text, found, context), head)
    if len(found) < (2 if colon else 3) or len(parts) + len(last) < 3 or (not colon and len(last) < 2):
        return Parts()
    found[-1] = _TAIL.split(found[-1])[0]
    lead = LEAD_WORDS if not colon else 0
    longest = ITEM_WORDS + 2 if colon else ITEM_WORDS
    if len(found[0].split()) > longest + lead or any(len(each.split()) > longest for each in found[1:]):
        return Parts()
    if not colon and (_clausal(found[1:]) or any(_ACT.match(each) for each in found[1:])):
        return Parts()
    lead, first = _without_lead(found) if not colon else ("", found[0])
    return Parts(_items(text, [first, *found[1:]], context), head or lead)


_ADVERB = re.compile(
    r"^(?:first|then|next|finally|lastly|now|today|yesterday|tomorrow|here|there|sometimes|often|later|still|\w+ly)$",
    re.I,
)
"""A lone word that opens a sentence and is no thing."""
_SUBORDINATE = re.compile(
    r"^(?:as|when|if|while|because|although|though|since|before|after|once|until|whenever)\b", re.I
)
"""What opens a clause that another one follows."""
_NO_PART = re.compile(
    r"^(?:(?:each|all|both|most|some|none|many) of|\d[\d,.]* (?:kilo|centi|milli)?met(?:re|er)s? of)\b", re.I
)
"""What is said of a list or measured by it: `each of them 210 metres long`."""
_DETERMINER = re.compile(r"\b(?:an?|the|no|some|his|her|their|its|my|our)\s", re.I)


def _without_lead(found: list[str]) -> tuple[str, str]:
    """(lead, first thing): `She had no oil` before `no dry match` is `no oil`."""
    first, second = found[0], found[1]
    if _DETERMINER.match(second):
        match = next(iter(_DETERMINER.finditer(first, 1)), None)
        return (first[: match.start()].strip(), first[match.start() :]) if match else ("", first)
    words, size = first.split(), len(second.split())
    if len(words) > size + 1:
        return " ".join(words[:-size]), " ".join(words[-size:])
    return "", first


def _split_head(text: str) -> tuple[str, bool, str]:
    head, colon, tail = text.strip().rstrip(".!?;").rpartition(": ")
    if not colon and " — " in text:
        head, colon, tail = text.strip().rstrip(".!?;").partition(" — ")
    return head.strip(), bool(colon), tail


_ACT = re.compile(
    r"^\w+(?:s|ed)\s(?:an?|the|into|to|on|in|at|up|down|out|off|his|her|its|their|for|with|from|over|through|them|it)\b",
    re.I,
)
"""A part that is something done: `turns into clouds`."""
_TAIL = re.compile(r"\s(?:is|are|was|were|can|could|will|would|have|has|had)\s")
"""What is said of a list behind its last thing: `oil, grain and cars are carried here`."""
_CLAUSE = re.compile(
    r"^(?:and |then )?(?:he|she|it|they|we|i|you|there|who|which|the \w+ (?:was|were|is|are|had))\b", re.I
)


def _clausal(items: list[str]) -> bool:
    """Whether the parts are sentences of their own: `the wind rose, the rain fell and she ran`."""
    return any(_CLAUSE.match(each) for each in items)


def steps_of(text: str, context: frozenset[str] = frozenset()) -> Parts:
    """`First ..., then ..., finally ...`: at least two different marks and two steps."""
    marks = list(_STEP.finditer(text))
    kinds = {match[1].lower() for match in marks}
    opens = bool(kinds & {"first", "firstly"}) or len(kinds) >= 3
    if (
        len(marks) < 2
        or len(kinds) < 2
        or not opens
        or re.search(r"\b(?:at|the|for the|his|her|my|its) first\b", text, re.I)
    ):
        return Parts()
    bounds = [match.end() for match in marks]
    ends = [*[match.start() for match in marks[1:]], len(text)]
    found = [text[start:stop].strip(" ,.;:") for start, stop in zip(bounds, ends, strict=True)]
    found = [re.sub(r",?\s+and$", "", each) for each in found if each]
    return Parts(_items(text, found, context)) if len(found) >= 2 else Parts()


def journey_of(text: str) -> Parts:
    """The stops of a way between named places, in order; none where nobody travels."""
    if not _TRAVEL.search(text):
        return Parts()
    match = _FROM_TO.search(text)
    stops = [each for each in match.groups() if each] if match else []
    if any(each.split()[-1] in _NO_STOPS for each in stops):
        return Parts()
    if not stops:
        stops = [
            each
            for each in dict.fromkeys(_STOPS.findall(text))
            if each.split()[-1] not in _MONTHS | _NO_STOPS
        ]
        if len(stops) < 3:
            return Parts()
    return Parts(_items(text, stops)) if len(stops) >= 2 else Parts()


def sides_of(text: str, context: frozenset[str] = frozenset()) -> Parts:
    """The two things that a line compares."""
    match = _THAN.search(text)
    if match:
        right = re.split(r"\s(?:and|but|when|because|that|which|is|are|was|were|do|does|did)\b", match[2])[
            0
        ].strip(" ,.;")
        left = _side(re.split(r"[,;:.]\s", match[1])[-1].strip())
        named = left and left.split()[0].lower() not in _NO_SIDE
        if right and named and right.split()[0].lower() not in _NO_SIDE and not re.search(r"\d", right):
            return Parts(_items(text, [left, right], context))
    against = _AGAINST.match(text.strip().rstrip(".!?"))
    if against and re.match(r"unlike|while|whereas", text, re.I):
        return Parts(_items(text, [each for each in against.groups() if each], context))
    return Parts()


_BE = re.compile(r"\s(?:is|are|was|were|has|have|had|can|will|may|must|does|do|did)\b")


def _side(left: str) -> str:
    """The noun phrase with which a clause begins: what stands before its verb, at most four words."""
    if _BE.search(f" {left}"):
        return " ".join(_BE.split(left, maxsplit=1)[0].split()[:ITEM_WORDS])
    words = left.split()
    first = (
        2 if words and words[0].lower() in ("a", "an", "the", "my", "his", "her", "its", "our", "some") else 1
    )
    stop = next((k for k in range(first, len(words)) if re.search(r"(?:s|ed)$", words[k])), len(words))
    return " ".join(words[: min(stop, ITEM_WORDS)])


def _items(text: str, found: list[str], context: frozenset[str] = frozenset()) -> tuple[Item, ...]:
    items: list[Item] = []
    at = 0
    for part in found[:MOST_ITEMS]:
        shown = re.sub(r"^(?:and|or|then)\s+", "", part.strip().strip('.!?;"“”'), flags=re.I).strip()
        place = text.find(shown, at)
        word = len(text[: max(0, place)].split()) if place >= 0 else 0
        at = max(at, place)
        things = called(shown, context=context)
        items.append(Item(text=shown, thing=things[0].thing if things else None, word=word))
    return tuple(items)
