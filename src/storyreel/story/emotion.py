"""Emotional tags of a line, by an open lexicon: words and phrases with weights, one table a tag.

The table lies in `emotions.json`; a project may hand in another one with tags of its own. An entry
ending in `*` matches every word that begins so; an entry of several words matches them in a row.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from storyreel.kit.schema import parse_json

LEAST_SCORE = 1.5
"""A line below this has no tag: plain statements stay plain."""
SECOND_SHARE = 0.7
"""The second tag needs this share of the first one's score."""
NEGATION_REACH = 3
"""So many words after a negation are negated."""
DELIVERY_WEIGHT = 2.0
"""The author's own direction counts for more than the words."""

_WORD = re.compile(r"[\w]+(?:['’][\w]+)*!?")
_NEGATIONS = frozenset((
    "not", "no", "never", "without", "neither", "nor", "hardly", "nothing", "nobody", "none",
    "cannot",
))  # fmt: skip
_INTENSIFIERS = {
    "very": 1.5, "so": 1.2, "really": 1.4, "utterly": 1.7, "deeply": 1.6, "terribly": 1.5, "too": 1.2,
    "extremely": 1.7, "more": 1.2, "most": 1.3,
    "slightly": 0.5, "almost": 0.7, "somewhat": 0.6,
}  # fmt: skip
_OPPOSITES = {
    "angry": "calm",
    "afraid": "calm",
    "tense": "calm",
    "joyful": "sad",
    "hopeful": "sad",
    "lonely": "warm",
}
"""What remains when a feeling is denied; tags not named here are only taken away."""
_OPPOSITE_SHARE = 0.5


@dataclass(frozen=True)
class Lexicon:
    """Weights by tag, ready for matching."""

    phrases: Mapping[tuple[str, ...], tuple[tuple[str, float], ...]]
    stems: tuple[tuple[str, str, float], ...]
    """(beginning, tag, weight)"""
    tags: tuple[str, ...]


def lexicon_of(table: Mapping[str, Mapping[str, float]]) -> Lexicon:
    """A lexicon from tag -> entry -> weight."""
    phrases: dict[tuple[str, ...], list[tuple[str, float]]] = {}
    stems: list[tuple[str, str, float]] = []
    for tag, entries in table.items():
        for entry, weight in entries.items():
            if entry.endswith("*"):
                stems.append((entry[:-1], tag, weight))
            else:
                phrases.setdefault(tuple(entry.split()), []).append((tag, weight))
    return Lexicon({key: tuple(found) for key, found in phrases.items()}, tuple(stems), tuple(table))


@cache
def default_lexicon() -> Lexicon:
    """The lexicon that ships with Storyreel."""
    raw = resources.files("storyreel.story").joinpath("emotions.json").read_bytes()
    return lexicon_of(parse_json(raw))


def emotional_tags(text: str, *, delivery: str = "", lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """At most two tags, strongest first; none for a plain statement."""
    lexicon = lexicon or default_lexicon()
    scores = scores_of(text, lexicon)
    for tag, score in scores_of(delivery, lexicon).items():
        scores[tag] += DELIVERY_WEIGHT * score
    ranked = sorted((tag for tag in lexicon.tags if scores[tag] >= LEAST_SCORE), key=lambda tag: -scores[tag])
    return tuple(tag for tag in ranked[:2] if scores[tag] >= SECOND_SHARE * scores[ranked[0]])


def scores_of(text: str, lexicon: Lexicon) -> dict[str, float]:
    """The score of every tag; negated words count against their tag."""
    words = [word.replace("’", "'") for word in _WORD.findall(text.lower())]
    scores = dict.fromkeys(lexicon.tags, 0.0)
    denied = 0
    index = 0
    while index < len(words):
        length, found = _entry_at(words, index, lexicon)
        negated = denied > 0 and length == 1
        factor = _INTENSIFIERS.get(words[index - 1], 1.0) if index else 1.0
        for tag, weight in found:
            _count(scores, tag, weight * factor, negated=negated)
        is_negation = words[index] in _NEGATIONS or words[index].endswith("n't")
        denied = NEGATION_REACH if is_negation and length == 1 else denied - 1
        index += length
    return scores


def _count(scores: dict[str, float], tag: str, weight: float, *, negated: bool) -> None:
    if not negated:
        scores[tag] += weight
        return
    opposite = _OPPOSITES.get(tag)
    if opposite in scores:
        scores[opposite] += weight * _OPPOSITE_SHARE


def _entry_at(words: list[str], index: int, lexicon: Lexicon) -> tuple[int, tuple[tuple[str, float], ...]]:
    """The longest entry that begins at a word: how many words it takes and what it weighs."""
    for length in (4, 3, 2, 1):
        key = tuple(words[index : index + length])
        if length == 1:
            key = (key[0].rstrip("!"),) if key not in lexicon.phrases else key
        if len(key) == length and key in lexicon.phrases:
            return length, lexicon.phrases[key]
    word = words[index]
    return 1, tuple((tag, weight) for stem, tag, weight in lexicon.stems if word.startswith(stem))
