"""What a line shows: objects by its words, the place and sky around them, and its strongest phrase.

Tables first: each word is reduced to its stem and looked up in `nouns`. A word under a negation
(`no lamp was lit`) keeps its object but is marked as put out. Where no word calls an object the reading
has none, and a look should trust to typography.
"""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from storyreel.assets.nouns import LIGHTS, OBJECTS, PEOPLE, PRONOUNS, SCENERY, WEAK_WORDS
from storyreel.assets.stems import stem, words

Suggest = Callable[[str], str]
"""A second opinion for lines that the tables miss: text in, object id or empty string out."""

NEGATIONS = frozenset(
    ["no", "not", "never", "without", "nobody", "none", "neither", "nor", "cannot", "hardly"]
)
OFF_WORDS = frozenset(["dark", "out", "unlit", "extinguished", "dead", "broken", "cold", "failed", "empty"])
LINKS = frozenset(
    ["go", "goes", "went", "gone", "is", "was", "were", "be", "been", "stood", "lay", "grew", "turned"]
)
"""Verbs that put a thing into a state: `the lamp went dark`."""
ABSENCE = frozenset(["no", "without", "nor", "neither", "none"])
ABSENCE_REACH = 2
"""`no dry match`: a thing is absent when one of these stands at most this many words before it."""
BREAKS = frozenset(["that", "who", "which", "where", "when", "because", "but", "and", "or", "while", "until"])
NEGATION_REACH = 4
"""A negation governs this many words after it, up to the next comma or stop."""

SETTINGS: dict[str, str] = {
    "sea": "sea ocean coast shore beach cliff harbour harbor port quay pier bay island lighthouse ship boat wave "
    "tide sail sailor rocks fisherman gull channel lagoon deck bay",
    "forest": "forest wood woods tree pine glade jungle grove orchard",
    "mountains": "mountain peak summit valley alp ridge pass glacier",
    "town": "town city village street square market lane roof church shop school station house home",
    "indoors": "room kitchen bedroom hall cellar attic inside parlour library hospital office interior int. "
    "bed table chair stair staircase window desk hearth fireplace corridor",
    "fields": "field meadow farm road hill moor pasture garden barn country path desert well",
    "space": "space planet galaxy orbit cosmos universe rocket",
}
TIMES: dict[str, str] = {
    "night": "night midnight moon moonlight star dark darkness asleep evening dusk lantern",
    "dawn": "dawn sunrise morning daybreak sunset",
    "day": "day noon afternoon sun sunny",
}
WEATHERS: dict[str, str] = {
    "storm": "storm thunder lightning gale tempest squall hurricane",
    "rain": "rain drizzle wet downpour flood",
    "snow": "snow frost ice winter blizzard",
    "fog": "fog mist haze",
    "wind": "wind gust breeze",
}
STOP = frozenset(
    ["a", "an", "the", "and", "or", "but", "nor", "so", "yet", "if", "then", "than", "that", "this", "these", "those", "there", "here", "it", "its", "he", "she", "they", "them", "him", "her", "his", "hers", "their", "theirs", "we", "us", "our", "you", "your", "i", "me", "my", "mine", "who", "whom", "whose", "which", "what", "when", "where", "why", "how", "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "done", "has", "have", "had", "having", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "of", "in", "on", "at", "to", "from", "by", "for", "with", "without", "into", "onto", "upon", "over", "under", "above", "below", "up", "down", "out", "off", "about", "after", "before", "as", "like", "through", "between", "against", "during", "while", "until", "because", "all", "any", "each", "every", "some", "such", "only", "just", "very", "too", "also", "once", "again", "still", "not", "no", "never", "one", "two", "more", "most", "much", "many", "own", "other", "same", "said", "says", "say", "told", "ask", "asked", "got", "get", "went", "go", "came", "come", "made", "make", "put", "took", "take", "let", "even", "ever", "now", "around", "across"]
)  # fmt: skip


PLURALS = {"keeper": "crew", "child": "children", "girl": "children", "boy": "children"}
COASTAL = frozenset(
    stem(word) for word in ("lighthouse", "beacon", "keeper", "lamp", "sea", "ship", "sailor")
)
"""Where one of these is named, a tower is a lighthouse and no castle."""
LOOSE = 3
"""Weight of a word that means a thing only loosely; such picks count only where there is no other."""


@dataclass(frozen=True)
class Pick:
    """One object that the words call, and whether a negation puts it out."""

    name: str
    word: str
    denied: bool = False


@dataclass(frozen=True)
class Reading:
    """What a line shows. `picks` stand in order of weight; `phrase` is at most four words of the line."""

    picks: tuple[Pick, ...]
    setting: str
    time: str
    weather: str
    phrase: str
    reason: str


def read(text: str, *, place: str = "", time_of_day: str = "", suggest: Suggest | None = None) -> Reading:
    """Read a line, helped by the place and time of its scene."""
    picks = _picks(text, coastal=bool(COASTAL & {stem(word) for word in words(f"{text} {place}")}))
    reason = "; ".join(f"'{p.word}' calls {p.name}{' (put out)' if p.denied else ''}" for p in picks[:2])
    if not picks and suggest is not None and (guess := suggest(text)):
        picks, reason = (Pick(guess, ""),), f"nearest in meaning: {guess}"
    return Reading(
        picks=picks,
        setting=_first(SETTINGS, text) or _first(SETTINGS, place),
        time=_first(TIMES, text) or _first(TIMES, time_of_day) or _first(TIMES, place),
        weather=_first(WEATHERS, text),
        phrase=key_phrase(text),
        reason=reason or "no word of the line names a thing that can be drawn: type and shapes carry it",
    )


def key_phrase(text: str, limit: int = 4) -> str:
    """The strongest run of at most `limit` words, as the line writes them, or an empty string.

    Stress falls on the end of an English clause, so later and longer content words weigh more.
    """
    best, best_score = "", 0.0
    clauses = [part for part in re.split(r"[.,;:!?()\[\]\"“”—–]+", text) if part.strip()]
    for clause in clauses:
        tokens = clause.split()
        for size in range(1, limit + 1):
            for start in range(len(tokens) - size + 1):
                run = tokens[start : start + size]
                score = _run_score(run, at_end=start + size == len(tokens)) + (
                    0.8 if clause is clauses[-1] else 0.0
                )
                if score > best_score and _run_score(run, at_end=False) > 0:
                    best, best_score = " ".join(run), score
    return best.strip("'’‘")


@cache
def vocabulary() -> dict[str, str]:
    """Stem -> object id; the first object that claims a stem keeps it."""
    table: dict[str, str] = {}
    for name, triggers in OBJECTS.items():
        for word in triggers.split():
            table.setdefault(stem(word), name)
    return table


def _run_score(run: list[str], *, at_end: bool) -> float:
    plain = [words(token)[0] if words(token) else "" for token in run]
    if not plain[-1] or plain[-1] in STOP or (plain[0] in STOP and plain[0] not in NEGATIONS | {"the"}):
        return 0.0
    content = [word for word in plain if word and word not in STOP]
    weight = sum(1.0 + 0.1 * min(len(word), 8) for word in content)
    return weight - 0.55 * (len(run) - 1) + (0.9 if at_end else 0.0)


def _picks(text: str, *, coastal: bool) -> tuple[Pick, ...]:
    found: dict[str, tuple[float, int, Pick]] = {}
    order = 0
    for clause in re.split(r"[.,;:!?]+", text):
        spoken = words(clause)
        raw = clause.split()
        for index, word in enumerate(spoken):
            order += 1
            name = "lighthouse" if coastal and stem(word) == "tower" else _object(word)
            if name and name not in found:
                pick = Pick(name, word, denied=_denied(name, spoken, index))
                found[name] = (_weight(name, word, named=_is_name(word, raw)), order, pick)
    firm = [item for item in found.values() if item[0] < LOOSE] or list(found.values())
    ranked = [pick for _, _, pick in sorted(firm, key=lambda item: item[:2])]
    named = {pick.name for pick in ranked}
    # An old keeper is one person, not a keeper and a pronoun.
    if {"man", "woman"} & named and len(named & PEOPLE) > 1:
        ranked = [p for p in ranked if p.word not in PRONOUNS]
    return tuple(ranked)


def _object(word: str) -> str:
    """The object that a word calls; several people of one kind are a crowd."""
    if word in PRONOUNS:
        return PRONOUNS[word]
    if word in STOP:
        return ""
    name = vocabulary().get(stem(word), "")
    if name in PEOPLE and word != stem(word) and word[-1] in "sn":
        return PLURALS.get(name, "crowd")
    return name


def _weight(name: str, word: str, *, named: bool) -> int:
    """Lower is stronger: things, people, scenery, then words that mean a thing only loosely."""
    if stem(word) in _loose() or named:
        return LOOSE
    if name in SCENERY:
        return 2
    return 1 if name in PEOPLE else 0


@cache
def _loose() -> frozenset[str]:
    return frozenset(stem(word) for word in WEAK_WORDS)


def _is_name(word: str, raw: list[str]) -> bool:
    """Whether a word stands as part of a proper name: capitals inside a clause that has small letters too."""
    for index, token in enumerate(raw):
        plain = token.strip("\"'“”‘’()—–")
        if index and plain[:1].isupper() and plain.lower().startswith(word):
            return any(t[:1].islower() and len(t) > 3 for t in raw)
    return False


def _denied(name: str, spoken: list[str], index: int) -> bool:
    """Whether the words around say that the thing is absent or put out."""
    before = _until_break(spoken[max(0, index - NEGATION_REACH) : index][::-1])
    absent = any(word in ABSENCE for word in before[:ABSENCE_REACH])
    if name not in LIGHTS:
        return absent
    after = _until_break(spoken[index + 1 : index + 1 + NEGATION_REACH])
    negated = absent or any(word in NEGATIONS or word.endswith("n't") for word in (*before, *after))
    ended = bool(OFF_WORDS & set(after)) and bool(LINKS & set(after))
    # "must never go out" is a denial of the denial: the lamp burns.
    return negated != ended


def _until_break(run: list[str]) -> list[str]:
    """The words of a run up to the first that opens another clause."""
    return run[: next((k for k, word in enumerate(run) if word in BREAKS), len(run))]


def _first(table: dict[str, str], text: str) -> str:
    """The key whose words the text holds most of; ties go to the earlier key."""
    held = [stem(word) for word in words(text)]
    best, best_count = "", 0
    for key, triggers in table.items():
        claimed = {stem(word) for word in triggers.split()}
        count = sum(1 for word in held if word in claimed)
        if count > best_count:
            best, best_count = key, count
    return best
