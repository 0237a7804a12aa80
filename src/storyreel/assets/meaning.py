"""What a line shows: objects by its words, the place and sky around them, and its strongest phrase.

Tables first: each word is reduced to its stem and looked up in `nouns`. A word under a negation
(`no lamp was lit`) keeps its object but is marked as put out. Where no word calls an object the reading
has none, and a look should trust to typography.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from storyreel.assets.nouns import OBJECTS, PEOPLE, SCENERY
from storyreel.assets.stems import stem, words

Suggest = Callable[[str], str]
"""A second opinion for lines that the tables miss: text in, object id or empty string out."""

NEGATIONS = frozenset(["no", "not", "never", "without", "nobody", "none", "neither", "nor", "cannot", "hardly"])
OFF_WORDS = frozenset(["dark", "out", "unlit", "extinguished", "dead", "broken", "cold", "failed", "empty"])
NEGATION_REACH = 4
"""A negation governs this many words after it, up to the next comma or stop."""

SETTINGS: dict[str, str] = {
    "sea": "sea ocean coast shore beach cliff harbour harbor port quay pier bay island lighthouse ship boat wave "
    "tide sail sailor water storm rocks fisherman gull channel lagoon deck",
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
    picks = _picks(text)
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
    for clause in re.split(r"[.,;:!?()\[\]\"“”—–]+", text):
        tokens = clause.split()
        for size in range(1, limit + 1):
            for start in range(len(tokens) - size + 1):
                run = tokens[start : start + size]
                score = _run_score(run, at_end=start + size == len(tokens))
                if score > best_score:
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


def _picks(text: str) -> tuple[Pick, ...]:
    table = vocabulary()
    found: dict[str, tuple[float, Pick]] = {}
    order = 0
    for clause in re.split(r"[.,;:!?]+", text):
        spoken = words(clause)
        for index, word in enumerate(spoken):
            order += 1
            name = table.get(stem(word))
            if name is None or word in STOP:
                continue
            pick = Pick(name, word, denied=_denied(spoken, index))
            weight = _weight(name) + 0.01 * order
            if name not in found:
                found[name] = (weight, pick)
    ranked = sorted(found.values(), key=lambda item: item[0])
    return tuple(pick for _, pick in ranked)


def _weight(name: str) -> float:
    """Lower is stronger: things before people, people before scenery."""
    if name in SCENERY:
        return 2.0
    return 1.0 if name in PEOPLE else 0.0


def _denied(spoken: list[str], index: int) -> bool:
    before = spoken[max(0, index - NEGATION_REACH) : index]
    after = spoken[index + 1 : index + 1 + NEGATION_REACH]
    negated = any(word in NEGATIONS or word.endswith("n't") for word in (*before, *after))
    return negated != ("go" in after and "out" in after) and (
        negated or (("went" in after or "was" in after or "is" in after) and bool(OFF_WORDS & set(after)))
    )


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
