"""Objects of a line in order of weight: what is put out, how many there are, what is said only in passing."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

from dataclasses import dataclass
from functools import cache, lru_cache

from storyreel.assets.nouns import LIGHTS, OBJECTS, PEOPLE, SCENERY, WEAK_WORDS
from storyreel.assets.reader.counts import numbers
from storyreel.assets.reader.homographs import is_verb, sense
from storyreel.assets.reader.idioms import without_idioms
from storyreel.assets.reader.near import near_words, singulars
from storyreel.assets.reader.people import person_word
from storyreel.assets.reader.places import MAKES_NO_PLACE
from storyreel.assets.reader.tokens import Token, matches, phrase_table, tokens
from storyreel.assets.reading import Thing
from storyreel.assets.stems import stem

NEGATIONS = frozenset("no not never without nobody none neither nor cannot hardly".split())
OFF_WORDS = frozenset("dark out unlit extinguished dead broken cold failed empty".split())
LINKS = frozenset("go goes went gone is was were be been stood lay grew turned".split())
"""Verbs that put a thing into a state: `the lamp went dark`."""
ABSENCE = frozenset("no without nor neither none".split())
ABSENCE_REACH = 2
_NOT = frozenset("not never cannot hardly".split())
NEGATION_REACH = 4
BREAKS = frozenset("that who which where when because but and or while until".split())
PREPOSITIONS = frozenset(
    """in on at with under over behind beside from into through by near against along across inside onto upon above
    below between around past of like as than to for""".split()
)
PART_OF = frozenset(
    stem(word)
    for word in """roof wall edge side top corner foot bottom piece slice cup pair group middle end front back door heart rest price cost number amount kind sort type height length weight size price colour color
    lid handle glass bottle bag box bunch pile drop""".split()
)
"""Words that give way to what follows them after `of`: `the roof of the church`."""
AT = frozenset("in at to into from on through across inside towards toward".split())
BUILDINGS = frozenset(
    "castle church school shop village city factory hospital office house road bridge bank stadium hut pine hill "
    "mountain wheat well desert-island station".split()
)
"""Objects that are where a line plays when `in`, `at` or `to` stands before them."""
LOOSE = 3.0
_TABLE = phrase_table(OBJECTS.items())
_MATERIALS = frozenset(
    stem(word)
    for word in "gold silver wood wooden stone iron glass paper brick brass ice leather salt coffee tea bread".split()
)
_NO_NOUNS = (
    PREPOSITIONS
    | LINKS
    | frozenset("and or but that which who when will can had has have he she it they".split())
)
_LIKING = frozenset("would i you we they she he looks look looked".split())
_BE = frozenset("is was are were am".split())
_WHO = frozenset("he she i you they we".split())
_STATES = frozenset("left leave leaves leaving travel travels travelled".split())
_UNITS = frozenset(stem(word) for word in ("hour", "minute", "second", "pound", "percent"))
_PASSING = frozenset(
    """travel depart journey trip direction chance luck danger dangerous future fate magic growth data patience
    idea conversation talk speech argue argument memory danger protect defend guard war battle peace death
    wealth rich justice light strategy arrest north south east west sight world search story beat slow hurt injury heal healing freeze glitter shine gleam glow wake woke awake hungry hunger sweep swept toll rung rang knit blew blow grow grew launch drown sow
    sown unlock receive sing sings sang sung song melody tune hummed paint weed haunt rescue repair mend chop dig mine gamble trap""".split()
)
"""Words that mean a thing only loosely, beside those of the table of nouns."""
_NO_THINGS = frozenset(
    "range ranges ranged plan plans planned planning stare stares stared staring had has went go harbour harbor port quay pier harbours ports quays".split()
)
"""Words that a table of nouns lends to another object; as places they are read elsewhere."""


@dataclass(frozen=True)
class Called:
    """One object that a word calls. Lower weights are stronger; from LOOSE on it is said in passing."""

    thing: Thing
    weight: float
    index: int


@cache
def loose_stems() -> frozenset[str]:
    """Stems of words that mean a thing only loosely."""
    return frozenset(stem(word) for word in (*WEAK_WORDS, *_PASSING))


@lru_cache(maxsize=4096)
def called(
    text: str, place_words: frozenset[str] = frozenset(), context: frozenset[str] = frozenset()
) -> tuple[Called, ...]:
    """The objects that a line calls, the strongest first, each once.

    `place_words` are words that make the line's place: they call an object only when nothing else does.
    `context` are stems of what the whole text is about; they tell what a word with several meanings means.
    """
    spoken = tokens(without_idioms(text))
    company = frozenset(token.stem for token in spoken)
    counted = {number.noun: number for number in numbers(text)}
    units = {number.noun for number in counted.values() if number.measured}
    found: dict[str, Called] = {}
    for at, stop in _entries(spoken):
        token = spoken[stop - 1]
        name = _object(spoken, at, stop, company, context)
        if token.lower == "light" and at and spoken[at - 1].lower == "first":
            continue  # An hour, and no lamp.
        if not name or (name in PEOPLE and token.owner) or token.index in units or _is_unit(spoken, at):
            continue
        weight = _weight(spoken, at, stop, name, place_words, context)
        number = counted.get(token.index)
        if number and number.amount > 1 and not is_verb(spoken, at) and not person_word(token):
            # What is counted is meant, even where the word alone says little.
            weight = max(0.0, min(weight, LOOSE - 2.0) - 0.5)
        count = int(number.amount) if number and number.amount < 1000 and not number.measured else 1
        word = " ".join(each.plain for each in spoken[at:stop])
        thing = Thing(name=name, word=word, denied=_denied(name, spoken, at), count=count)
        if name not in found or weight < found[name].weight:
            found[name] = Called(thing, weight, token.index)
    ranked = sorted(found.values(), key=lambda each: (round(each.weight, 2), each.index))
    firm = [each for each in ranked if each.weight < LOOSE]
    return tuple(firm or ranked)


def _is_unit(spoken: tuple[Token, ...], at: int) -> bool:
    """`an hour`, `every minute`: a measure of time and no clock."""
    before = spoken[at - 1].lower if at else ""
    return spoken[at].stem in _UNITS and before in (
        "an",
        "a",
        "every",
        "each",
        "per",
        "half",
        "few",
        "for",
        "last",
    )


def _entries(spoken: tuple[Token, ...]) -> list[tuple[int, int]]:
    """Words one by one, and runs of words that the table knows together."""
    runs = [(start, stop) for start, stop, _ in matches(spoken, _TABLE) if stop - start > 1]
    inside = {k for start, stop in runs for k in range(start, stop)}
    singles = [(k, k + 1) for k in range(len(spoken)) if k not in inside]
    return sorted(runs + singles)


def _object(
    spoken: tuple[Token, ...], at: int, stop: int, company: frozenset[str], context: frozenset[str]
) -> str:
    """The object that words call, or ''."""
    token = spoken[at]
    if stop - at > 1:
        return _TABLE[tuple(each.stem for each in spoken[at:stop])]
    if "-" in token.lower or not token.lower or token.lower in _NO_THINGS:
        return ""
    if token.capital and not _known_capital(token):
        return ""
    if is_verb(spoken, at):
        return _verb_object(token)
    meant = sense(token, company, context)
    if meant is not None:
        return meant
    name = _TABLE.get((token.stem,), "")
    if name or token.lower.endswith(("ed", "ing", "ly")):
        return _people(name, token) if name in PEOPLE else name
    things = near_words().things
    return next((things[form] for form in singulars(token.lower) if form in things), "")


def _verb_object(token: Token) -> str:
    """What a verb itself calls: only those that WEAK_WORDS lists, loosely."""
    if token.lower in _STATES:
        return ""
    return _TABLE.get((token.stem,), "") if token.stem in loose_stems() else ""


def _people(name: str, token: Token) -> str:
    many = token.lower != token.stem and token.lower[-1] in "sn" and person_word(token) != token.lower
    if not many:
        return name
    return {"keeper": "crew", "child": "children", "girl": "children", "boy": "children"}.get(name, "crowd")


def _known_capital(token: Token) -> bool:
    return token.lower in ("sun", "earth", "moon", "mars", "saturn", "jupiter", "king", "queen", "captain")


def _weight(
    spoken: tuple[Token, ...],
    at: int,
    stop: int,
    name: str,
    place_words: frozenset[str],
    context: frozenset[str],
) -> float:
    token = spoken[stop - 1]
    firm = sense(token, frozenset(each.stem for each in spoken), context)
    if stop - at == 1 and (is_verb(spoken, at) or (token.stem in loose_stems() and not firm)):
        return LOOSE
    weight = 2.0 if name in SCENERY else 1.0 if name in PEOPLE else 0.0
    if name not in PEOPLE and stop - at == 1 and person_word(token) and not firm:
        return LOOSE  # A baker is somebody first, and no bread.
    before = [t.lower for t in spoken[max(0, at - 3) : at] if t.clause == token.clause]
    if (
        ("like" in before and not set(before) & _LIKING)
        or before[-1:] == ["as"]
        or before[-2:] == ["as", "a"]
    ):
        return LOOSE  # `a noise like rain`: it is not there.
    if (
        before[-1:] in (["a"], ["an"])
        and before[-2:-1]
        and before[-2] in _BE
        and before[-3:-2]
        and before[-3] in _WHO
    ):
        return LOOSE if name not in PEOPLE else 1.0  # `He was a lion in battle.`
    near = next((word for word in reversed(before) if word in PREPOSITIONS), "")
    weight += (0.3 if near == "with" else 0.5 if near else 0.0) + 0.6 * token.owner
    weight += _kind_of(spoken, stop)
    said = " ".join(t.lower for t in spoken[at:stop])
    new = before[-1:] in (["a"], ["an"]) or before[-2:-1] in (["a"], ["an"])
    if near in AT and not new and (name in BUILDINGS or (said in place_words and said not in MAKES_NO_PLACE)):
        weight = max(weight, 2.2)
    return weight


def _kind_of(spoken: tuple[Token, ...], stop: int) -> float:
    """What a word loses where it only says of which kind the next one is: `church bell`, `a cup of tea`."""
    token, after = spoken[stop - 1], spoken[stop] if stop < len(spoken) else None
    if after is None or after.clause != token.clause or token.owner:
        return 0.0
    if after.lower == "of":
        return 1.2 if token.stem in PART_OF else 0.0
    if token.stem in _MATERIALS and after.lower.isalpha() and after.lower not in _NO_NOUNS:
        return 2.3
    noun = bool(_TABLE.get((after.stem,))) and not is_verb(spoken, stop) and after.stem not in loose_stems()
    return 2.3 if noun else 0.0


def _denied(name: str, spoken: tuple[Token, ...], index: int) -> bool:
    """Whether the words around say that the thing is absent or put out."""
    here = spoken[index].clause
    before = _until_break(
        [t.lower for t in spoken[max(0, index - NEGATION_REACH) : index] if t.clause == here][::-1]
    )
    absent = any(word in ABSENCE for word in before[:ABSENCE_REACH]) or before[:1] == ["not"]
    absent = absent or before[:2] in (["a", "not"], ["any", "not"], ["any", "without"], ["more", "no"])
    if name not in LIGHTS:
        return absent
    after = _until_break(
        [t.lower for t in spoken[index + 1 : index + 3 + NEGATION_REACH] if t.clause == here]
    )
    refused = any(word in NEGATIONS or word.endswith("n't") for word in before) and not _order(spoken, here)
    refused = refused or any(word in _NOT or word.endswith("n't") for word in after)
    negated = absent or refused
    ended = bool(OFF_WORDS & set(after)) and bool(LINKS & set(after))
    # "must never go out" is a denial of the denial: the lamp burns.
    return negated != ended


def _order(spoken: tuple[Token, ...], clause: int) -> bool:
    """Whether a clause forbids: `never leave a candle burning` is said of a candle that burns."""
    first = next((token.lower for token in spoken if token.clause == clause), "")
    return first in ("never", "don't", "do", "not")


def _until_break(run: list[str]) -> list[str]:
    """The words of a run up to the first that opens another clause."""
    return run[: next((k for k, word in enumerate(run) if word in BREAKS), len(run))]
