"""When two facts cannot both be true: five hard rules over pairs, and nothing softer."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from storyreel.canon.kinship import Kin, kin_of, same_pair_conflict
from storyreel.canon.lexicon import EXCLUSIVE_SIZES
from storyreel.canon.model import Fact, StoryTime
from storyreel.canon.nicknames import same_given_name
from storyreel.canon.places import place_size
from storyreel.canon.storytime import DAYS_PER_YEAR

START = StoryTime()
ROLE_DAYS = 30
"""A role (`the keeper`) may pass to somebody else when at least this long has gone by."""
SPOUSE_DAYS = DAYS_PER_YEAR
"""A year on, another wife or husband is no contradiction even if the text is silent about the first."""

Reason = str


@dataclass(frozen=True)
class World:
    """What the pair rules must know besides the two facts."""

    holders: Mapping[str, str] = field(default_factory=dict[str, str])
    """Place -> the place that holds it."""
    deaths: Mapping[str, tuple[StoryTime, ...]] = field(default_factory=dict[str, tuple[StoryTime, ...]])
    returns: Mapping[str, tuple[StoryTime, ...]] = field(default_factory=dict[str, tuple[StoryTime, ...]])
    birthdays: Mapping[str, tuple[StoryTime, ...]] = field(default_factory=dict[str, tuple[StoryTime, ...]])
    later_names: frozenset[tuple[str, str]] = frozenset()
    """(person, full name) that was taken or laid down inside the story."""


def world_of(facts: Sequence[Fact]) -> World:
    """The context of a set of facts."""
    deaths: dict[str, list[StoryTime]] = {}
    returns: dict[str, list[StoryTime]] = {}
    birthdays: dict[str, list[StoryTime]] = {}
    for fact in facts:
        if fact.predicate == "alive" and fact.value == "no":
            deaths.setdefault(fact.subject, []).append(since(fact))
        elif fact.predicate == "alive" and fact.value == "again":
            returns.setdefault(fact.subject, []).append(since(fact))
        elif fact.predicate == "birthday":
            birthdays.setdefault(fact.subject, []).append(since(fact))
    return World(
        holders={f.subject.casefold(): f.value.casefold() for f in facts if f.predicate == "part_of"},
        deaths={name: tuple(times) for name, times in deaths.items()},
        returns={name: tuple(times) for name, times in returns.items()},
        birthdays={name: tuple(times) for name, times in birthdays.items()},
        later_names=frozenset(
            (f.subject, f.value.casefold())
            for f in facts
            if f.predicate == "name" and f.valid_from is not None and not f.subject.startswith("the ")
        ),
    )


def since(fact: Fact) -> StoryTime:
    """When a fact begins, or the beginning of the story."""
    return fact.valid_from or START


def name_conflict(one: Fact, two: Fact, world: World) -> Reason:
    """One person with two surnames, or a role with two names at a time."""
    first, second = one.value.casefold(), two.value.casefold()
    if first == second:
        return ""
    if one.subject.startswith("the "):
        near = abs(since(one).day - since(two).day) < ROLE_DAYS
        apart = not (set(first.split()) <= set(second.split()) or set(second.split()) <= set(first.split()))
        return "one role has two names" if near and apart else ""
    if {(one.subject, first), (two.subject, second)} & world.later_names:
        return ""
    words, others = first.split(), second.split()
    if set(words) <= set(others) or set(others) <= set(words):
        return ""
    if words[-1] == others[-1] and same_given_name(words[0], others[0]):
        return ""
    return "one person has two names"


def age_conflict(one: Fact, two: Fact, world: World) -> Reason:
    """Two ages that the time between them does not explain, give or take a birthday."""
    early, late = sorted((one, two), key=lambda fact: (since(fact).order, int(fact.value)))
    start, end = since(early).order, since(late).order
    days = since(late).day - since(early).day
    if days:
        least, most = max(0, -(-days // DAYS_PER_YEAR) - 1), days // DAYS_PER_YEAR + 1
    else:
        # A birthday counts at the moment of the later fact, not at that of the earlier one.
        told = {time.order for time in world.birthdays.get(early.subject, ())}
        least = most = sum(start < time <= end for time in told)
    grown = int(late.value) - int(early.value)
    return "" if least <= grown <= most else f"{days // DAYS_PER_YEAR} years lie between them"


def alive_conflict(one: Fact, two: Fact, world: World) -> Reason:
    """Somebody who is dead acts at a later moment of the story."""
    values = {one.value: one, two.value: two}
    if set(values) != {"yes", "no"}:
        return ""
    death, seen = since(values["no"]), values["yes"].valid_from
    if seen is None or seen.order <= death.order:
        return ""
    risen = any(death.order <= time.order <= seen.order for time in world.returns.get(one.subject, ()))
    ended = values["no"].valid_until
    return "" if risen or (ended and ended.order < seen.order) else "the dead do not act"


def location_conflict(one: Fact, two: Fact, world: World) -> Reason:
    """Somebody is at two places at the same moment, of which neither can lie in the other."""
    if not _overlap(one, two):
        return ""
    first, second = one.value.casefold(), two.value.casefold()
    if first == second or first in _chain(second, world) or second in _chain(first, world):
        return ""
    if (place_size(one.value), place_size(two.value)) not in EXCLUSIVE_SIZES:
        return ""
    return "nobody is at two places at once"


def _overlap(one: Fact, two: Fact) -> bool:
    def starts_before_end(early: Fact, late: Fact) -> bool:
        return (
            early.valid_from is None
            or late.valid_until is None
            or early.valid_from.order <= late.valid_until.order
        )

    return starts_before_end(one, two) and starts_before_end(two, one)


def _chain(place: str, world: World) -> set[str]:
    found: set[str] = set()
    while place in world.holders and place not in found:
        found.add(place)
        place = world.holders[place]
    return found | {place}


def kin_conflict(one: Fact, two: Fact, world: World) -> Reason:
    """Two relations of one pair, or two people in a place that only one can have."""
    first, second = kin_of(one.subject, one.value), kin_of(two.subject, two.value)
    if first is None or second is None:
        return ""
    if first.pair == second.pair:
        return same_pair_conflict(first, second)
    if first.kind == second.kind == "parent" and first.second == second.second:
        genders = {dict(kin.gender_of).get(kin.first) for kin in (first, second)}
        return f"{first.second} cannot have two of them" if len(genders) == 1 and None not in genders else ""
    if first.kind == second.kind == "spouse":
        return _spouse_conflict(one, two, first, second, world)
    return ""


def _spouse_conflict(one: Fact, two: Fact, first: Kin, second: Kin, world: World) -> Reason:
    common = first.pair & second.pair
    if len(common) != 1:
        return ""
    early, late = sorted((one, two), key=lambda fact: since(fact).order)
    if late.value.startswith("spouse"):
        return ""
    gone = next(iter((kin_of(early.subject, early.value) or first).pair - common))
    died = any(time.order <= since(late).order for time in world.deaths.get(gone, ()))
    ended = early.valid_until is not None and early.valid_until.order <= since(late).order
    long_ago = since(late).day - since(early).day >= SPOUSE_DAYS
    return "" if died or ended or long_ago else "one person has two spouses"


PairRule = Callable[[Fact, Fact, World], Reason]
PAIR_RULES: Mapping[str, PairRule] = {
    "name": name_conflict,
    "age": age_conflict,
    "alive": alive_conflict,
    "location": location_conflict,
    "relationship": kin_conflict,
}
RULE_OF: Mapping[str, str] = {
    "name": "name",
    "age": "age",
    "birthday": "age",
    "alive": "alive",
    "location": "location",
    "relationship": "relationship",
}
