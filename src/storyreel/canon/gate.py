"""The canon gate: proposed facts against the canon and against each other, with evidence from both sides."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from storyreel.canon.conflicts import PAIR_RULES, RULE_OF, World, since, world_of
from storyreel.canon.kinship import kin_of
from storyreel.canon.model import (
    CanonDiff,
    CanonSnapshot,
    Fact,
    Modification,
    Provenance,
    Validation,
)
from storyreel.kit.errors import RuleError

_Member = tuple[Fact, bool]
"""A fact, and whether it is proposed (else it is the canon's)."""

NEXT_STEP = "Change the text, or, if the text is right, change the canon file."


@dataclass(frozen=True)
class Contradiction:
    """Two facts that cannot both be true; `ours` is the canon's, or the one that comes first."""

    rule: str
    subject: str
    ours: Fact
    theirs: Fact
    sentence: str
    with_canon: bool = False
    """Whether one side is the canon's; else the text contradicts itself."""


@dataclass(frozen=True)
class Verdict:
    """What the gate says: no contradictions, or which; and the diff that would follow."""

    contradictions: tuple[Contradiction, ...]
    diff: CanonDiff

    @property
    def accepted(self) -> bool:
        return not self.contradictions


def known_names(snapshot: CanonSnapshot) -> tuple[str, ...]:
    """Every name by which the canon knows somebody: what `extract` wants."""
    named = {fact.value for fact in snapshot.facts if fact.predicate in ("name", "alias")}
    people = ("name", "alias", "age", "birthday", "alive", "relationship", "location")
    subjects = {fact.subject for fact in snapshot.facts if fact.predicate in people}
    kin = [kin_of(fact.subject, fact.value) for fact in snapshot.facts if fact.predicate == "relationship"]
    related = {name for relation in kin if relation for name in relation.pair}
    return tuple(sorted(name for name in named | subjects | related if name[:1].isupper()))


def check(
    snapshot: CanonSnapshot, proposed: Sequence[Fact], *, justification: str = "Read from the text."
) -> Verdict:
    """Compare `proposed` with the canon and with itself; pure, and blind to the order of facts."""
    added, modified = _changes(snapshot, proposed)
    diff = CanonDiff(
        added_facts=added,
        modified_facts=modified,
        justification=justification,
        provenance=Provenance(snapshot_sha256=snapshot.sha256, places=_places(proposed)),
    )
    found = _contradictions(snapshot.facts, proposed)
    return Verdict(found, _validated(snapshot, diff, found))


def validate(snapshot: CanonSnapshot, diff: CanonDiff) -> Verdict:
    """Judge a diff that somebody wrote by hand: what it leaves must not contradict itself."""
    gone = {fact.identity for fact in diff.removed_facts}
    gone |= {change.before.identity for change in diff.modified_facts}
    kept = [fact for fact in snapshot.facts if fact.identity not in gone]
    proposed = [*diff.added_facts, *(change.after for change in diff.modified_facts)]
    found = _contradictions(kept, proposed)
    return Verdict(found, _validated(snapshot, diff, found))


def require(verdict: Verdict) -> None:
    """Pass silently, or raise RuleError that quotes both sides of every contradiction."""
    if verdict.accepted:
        return
    count = len(verdict.contradictions)
    first = verdict.contradictions[0]
    more = f" ({count - 1} more)" if count > 1 else ""
    against = "the canon" if first.with_canon else "itself"
    raise RuleError(
        f"The text contradicts {against}: {first.sentence}{more}",
        evidence=tuple(contradiction.sentence for contradiction in verdict.contradictions),
        next_step=NEXT_STEP,
    )


def _validated(snapshot: CanonSnapshot, diff: CanonDiff, found: tuple[Contradiction, ...]) -> CanonDiff:
    validation = Validation(
        snapshot_sha256=snapshot.sha256,
        changes_sha256=diff.changes_sha256,
        accepted=not found,
        contradictions=tuple(contradiction.sentence for contradiction in found),
    )
    return diff.model_copy(update={"validation": validation})


def _places(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(sorted({fact.source.where for fact in facts if fact.source.where}))


def _changes(
    snapshot: CanonSnapshot, proposed: Sequence[Fact]
) -> tuple[tuple[Fact, ...], tuple[Modification, ...]]:
    """What is new, each fact once. Of all sightings of a person only the latest is kept."""
    present = {fact.identity for fact in snapshot.facts}
    latest = {fact.subject.casefold(): fact for fact in sorted(snapshot.facts, key=_order) if _sighting(fact)}
    before = dict(latest)
    added: dict[tuple[object, ...], Fact] = {}
    for fact in sorted(proposed, key=_order):
        if _sighting(fact):
            seen = latest.get(fact.subject.casefold())
            if seen is None or since(seen).order < since(fact).order:
                latest[fact.subject.casefold()] = fact
        elif fact.identity not in present:
            added.setdefault(fact.identity, fact)
    modified: list[Modification] = []
    for subject, fact in sorted(latest.items()):
        if subject not in before:
            added[fact.identity] = fact
        elif before[subject] is not fact:
            modified.append(Modification(before=before[subject], after=fact))
    return tuple(added.values()), tuple(modified)


def _sighting(fact: Fact) -> bool:
    return fact.predicate == "alive" and fact.value == "yes"


def _order(fact: Fact) -> tuple[object, ...]:
    return (since(fact).order, *(repr(part) for part in fact.identity), fact.source.where, fact.source.quote)


def _contradictions(ours: Iterable[Fact], proposed: Sequence[Fact]) -> tuple[Contradiction, ...]:
    """Pairs inside one subject only, so that a long text stays cheap; each finding once."""
    called = _callings([*ours, *proposed])
    canon = sorted((_called(fact, called) for fact in ours), key=_order)
    text = sorted((_called(fact, called) for fact in proposed), key=_order)
    world = world_of([*canon, *text])
    groups: dict[tuple[str, str], list[_Member]] = {}
    for fact, proposed_here in [*((fact, False) for fact in canon), *((fact, True) for fact in text)]:
        for key in _keys(fact):
            groups.setdefault(key, []).append((fact, proposed_here))
    found: dict[tuple[object, ...], Contradiction] = {}
    for (rule, _), members in sorted(groups.items()):
        for contradiction in _pairs(rule, members, world):
            one, two = contradiction.ours, contradiction.theirs
            key = (rule, frozenset(((one.subject, one.value), (two.subject, two.value))))
            found.setdefault(key, contradiction)
    return tuple(found.values())


def _keys(fact: Fact) -> Iterator[tuple[str, str]]:
    """The groups in which a fact may meet one that it contradicts."""
    rule = RULE_OF.get(fact.predicate)
    if rule is None:
        return
    kin = kin_of(fact.subject, fact.value) if rule == "relationship" else None
    if kin is None:
        yield rule, fact.subject
    else:
        yield from ((rule, name) for name in sorted(kin.pair))


def _pairs(rule: str, members: list[_Member], world: World) -> Iterator[Contradiction]:
    judge = PAIR_RULES[rule]
    for (ours, ours_new), (theirs, theirs_new) in _meetings(_unique(members)):
        if not (ours_new or theirs_new):
            continue
        if reason := judge(ours, theirs, world):
            sentence = f"{_side(ours)} but {_side(theirs)}: {reason}."
            yield Contradiction(rule, ours.subject, ours, theirs, sentence, not (ours_new and theirs_new))


def _meetings(members: list[_Member]) -> Iterator[tuple[_Member, _Member]]:
    """Pairs to judge. Of many sightings only those meet a death, so that a long text stays cheap."""
    sightings = [member for member in members if _sighting(member[0])]
    others = [member for member in members if not _sighting(member[0])]
    yield from combinations(others, 2)
    yield from product(others, sightings)


def _unique(members: list[_Member]) -> list[_Member]:
    chosen: dict[tuple[object, ...], _Member] = {}
    for fact, new in members:
        chosen.setdefault(fact.identity, (fact, new))
    return list(chosen.values())


def _side(fact: Fact) -> str:
    quote = f" “{fact.source.quote}”" if fact.source.quote else ""
    return f"{_saying(fact)} ({fact.source.where or 'the text'}:{quote})".replace(":)", ")")


def _saying(fact: Fact) -> str:
    return {
        "name": f"{fact.subject} is called {fact.value}",
        "age": f"{fact.subject} is {fact.value} years old",
        "birthday": f"{fact.subject} turns {fact.value}",
        "alive": f"{fact.subject} is {'dead' if fact.value == 'no' else 'alive'}",
        "location": f"{fact.subject} is at {fact.value}",
        "relationship": f"{fact.subject} is {fact.value}",
    }.get(fact.predicate, f"{fact.subject} {fact.predicate} {fact.value}")


def _callings(facts: Sequence[Fact]) -> dict[str, str]:
    """Every way to call somebody -> the subject under which the canon keeps them."""
    called: dict[str, str] = {}
    for fact in sorted(facts, key=_order):
        called.setdefault(fact.subject.casefold(), fact.subject)
    for fact in sorted(facts, key=_order):
        if fact.predicate == "alias" or (fact.predicate == "name" and not fact.subject.startswith("the ")):
            called[fact.value.casefold()] = called[fact.subject.casefold()]
    return called


def _called(fact: Fact, called: dict[str, str]) -> Fact:
    update: dict[str, str] = {"subject": called.get(fact.subject.casefold(), fact.subject)}
    if fact.predicate == "relationship" and " of " in fact.value:
        word, other = fact.value.split(" of ", 1)
        update["value"] = f"{word} of {called.get(other.casefold(), other)}"
    return fact.model_copy(update=update)
