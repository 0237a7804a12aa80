"""Where and when a scene plays, and where a single line does."""
# ruff: noqa: E501  # rows of words read worse when they are broken

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeVar

from storyreel.assets.nouns import OBJECTS
from storyreel.assets.reader.homographs import is_verb
from storyreel.assets.reader.idioms import without_idioms
from storyreel.assets.reader.places import INDOORS, MAKES_NO_PLACE, PLACES
from storyreel.assets.reader.sky import time_of, weather_of
from storyreel.assets.reader.surroundings import Setting
from storyreel.assets.reader.things import loose_stems
from storyreel.assets.reader.tokens import Token, matches, phrase_table, tokens
from storyreel.assets.reading import Time, Weather
from storyreel.assets.stems import stem

_TABLE = phrase_table(PLACES.items())
_OBJECTS = phrase_table(OBJECTS.items())
PLACE_STEMS = frozenset(parts[0] for parts in _TABLE if len(parts) == 1)
"""Words that name a place by themselves."""
AT = frozenset(
    """in at on into to inside through across along behind beside outside under over from near past towards toward
    up down onto around by above below within between beyond""".split()  # noqa: SIM905 - a table of words
)
FAR = frozenset(["from", "towards", "toward", "past", "beyond", "to"])
"""Said of a place that one comes from or goes to."""
_LOOSE = frozenset(stem(word) for word in MAKES_NO_PLACE)
_NAMED_AFTER = frozenset(["castle", "court", "hall", "room", "office"])
"""Places whose words stand in many names: the Eiffel Tower, Carnegie Hall."""
_NO_PLACES = frozenset(
    [
        "plan",
        "plans",
        "planned",
        "planning",
        "bare",
        "barely",
        "courts",
        "minded",
        "mined",
        "streaming",
        "streamed",
        "parked",
        "parking",
        "pitched",
    ]
)
"""Words that only look like a place once their endings are taken away."""
BESIDE = frozenset(["behind", "beside", "near", "outside", "past", "above", "around", "by", "along"])
_ELSEWHERE = {"for": 0.5, "like": 0.3, "as": 0.3, "than": 0.3, "no": 0.1, "without": 0.1, "not": 0.1}
"""How far a word before a place takes it away."""
SURE = 3.0
"""A place named behind `in`, `at`, `on`: from here on a line's own place goes before its scene's."""

_NO_PLACE_WITH = {
    stem(word): frozenset(stem(each) for each in company.split())
    for word, company in {
        "cell": "bee hive comb larva honey body blood virus battery phone microscope tissue solar cancer",
        "comb": "bee hive honey", "court": "tennis ball", "platform": "software computer app", "bow": "arrow violin",
        "bar": "chocolate metal gold iron steel", "deck": "card", "crane": "bird nest wing", "track": "music album song",
        "stage": "first second third early late next", "bed": "river flower sea", "field": "magnetic study research",
        "mill": "pepper", "pitch": "tent voice note", "ward": "city council", "bench": "court judge",
        "counter": "argument", "stall": "engine talk", "stern": "face voice look", "shed": "light tear",
        "path": "career", "capital": "letter money venture", "space": "word page room",
        "plane": "geometry flat wood", "fair": "hair skin",
    }.items()
}  # fmt: skip
"""A word for a place -> company in which it is none."""

Sky = TypeVar("Sky", Time, Weather)
LEAST = 1.5
"""Weight in all lines from which a place holds for a scene whose heading names none."""
OPENING = 3
"""So many lines open a scene: what the first of them says of sky and hour holds for it."""
OFTEN = 4
"""One line in so many must say it, and two at least, where none that opens the scene does."""
OWN = 0.8
"""From here on a place counts where its scene has none."""


def scene_setting(
    texts: Sequence[str],
    location: str,
    time_of_day: str,
    heading: str,
    film: str = "",
    context: frozenset[str] = frozenset(),
) -> Setting:
    """Place, time and weather that hold for a whole scene.

    What the author says of the scene (location, time of day, heading) decides; else the place with
    most weight in all lines, which only a changed word for a place can change. `film` is the place of
    the whole film, for a scene that names none; `context` are stems of what the text is about.
    """
    for name in (location, heading):
        place, word = named_place(name)
        if place and place_weights(name)[place][0] >= OWN:
            break
    else:
        place, word = _most(texts, context)
    said = (time_of_day, location, heading)
    time = _holds([time_of(each)[0] for each in said], [time_of(each, lasting=True)[0] for each in texts])
    weather = _holds([weather_of(each)[0] for each in said], [weather_of(each)[0] for each in texts])
    if not place and film:
        place, word = film, "the film"
    reason = f"'{word}' names the place of the scene" if word else "no word names the place of the scene"
    return Setting(place, time, weather, reason)


def _holds(said: list[Sky], found: list[Sky]) -> Sky:
    """What the author says of the scene, else what one of its first lines says, or many lines do."""
    for each in said:
        if each:
            return each
    for index, each in enumerate(found):
        if each and (index < OPENING or found.count(each) > max(1, len(found) // OFTEN)):
            return each
    return said[0]


def named_place(text: str) -> tuple[str, str]:
    """The place that a text names most surely, and the word that does."""
    weights = place_weights(text)
    if not weights:
        return "", ""
    place = max(weights, key=lambda name: weights[name][0])
    return place, weights[place][1]


def place_weights(text: str, context: frozenset[str] = frozenset()) -> dict[str, tuple[float, str]]:
    """Weight and word of each place that the words name, in the order of the text.

    `context` are stems of what the whole text is about: in a hive no cell is a prison.
    """
    spoken = tokens(without_idioms(text))
    company = context | {token.stem for token in spoken}
    found: dict[str, tuple[float, str]] = {}
    for start, stop, name in matches(spoken, _TABLE):
        if any("-" in token.lower or token.lower in _NO_PLACES for token in spoken[start:stop]):
            continue
        if stop - start == 1 and _NO_PLACE_WITH.get(spoken[start].stem, frozenset()) & company:
            continue
        if spoken[start].capital and spoken[start - 1].plain[:1].isupper() and name in _NAMED_AFTER:
            continue
        weight = _weight(spoken, start, stop, indoors=name in INDOORS)
        word = " ".join(token.plain for token in spoken[start:stop])
        before, first = found.get(name, (0.0, word))
        if weight < OWN and before < OWN and first != word:
            # Two loose words of one place make it: a stove and a saucepan.
            weight += before
        if weight > before:
            found[name] = (weight, word)
    return found


def _weight(spoken: tuple[Token, ...], start: int, stop: int, *, indoors: bool) -> float:
    weight = 1.0 if stop - start > 1 or spoken[start].stem not in _LOOSE else 0.4
    before = [
        token.lower for token in spoken[max(0, start - 4) : start] if token.clause == spoken[start].clause
    ]
    if "like" in before or ("as" in before and "if" in before):
        return weight * 0.3
    if stop < len(spoken) and _compound(spoken, stop):
        weight *= 0.5
    for distance, word in enumerate(reversed(before)):
        if indoors and word in BESIDE:
            return weight  # Behind the chapel nobody is in it.
        if word in AT:
            return weight * (1.5 if word in FAR else SURE) * (1.0 if distance < 3 else 0.7)
        if word in _ELSEWHERE:
            return weight * _ELSEWHERE[word]
    return weight


def _compound(spoken: tuple[Token, ...], stop: int) -> bool:
    """Whether the word behind makes a place a mere kind of thing: the `chapel stairs`, a `school year`."""
    after, word = spoken[stop], spoken[stop - 1]
    if word.raw != word.plain or after.clause != word.clause or not after.lower.isalpha():
        return False
    noun = (after.stem,) in _OBJECTS and after.stem not in loose_stems() and not after.lower.endswith("ed")
    return noun and after.lower not in AT and not is_verb(spoken, stop)


_IMAGINED = re.compile(r"^[\"“]?(?:imagine|suppose|picture|think of|say you)\b", re.I)
"""How a line begins that plays nowhere."""


def _most(texts: Sequence[str], context: frozenset[str]) -> tuple[str, str]:
    sums: Counter[str] = Counter()
    words: dict[str, str] = {}
    for text in texts:
        if _IMAGINED.match(text):
            continue
        for place, (weight, word) in place_weights(text, context).items():
            sums[place] += round(weight * 100)
            words.setdefault(place, word)
    best = max(sums, key=lambda name: sums[name], default="")
    return (best, words[best]) if best and sums[best] >= 100 * LEAST else ("", "")
