"""Canon and CanonDiff (document 003, 5.2 and 5.3) as frozen data."""

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from storyreel.kit.hashing import sha256_json
from storyreel.kit.schema import Artifact, Model

Predicate = Literal[
    "name", "alias", "age", "birthday", "alive", "location", "part_of", "relationship", "rule"
]

_VALUES = {
    "age": (r"\d{1,3}", "the years as digits, for example 34"),
    "birthday": (r"\d{1,3}", "the age that is reached as digits, for example 10"),
    "alive": (r"yes|no|again", "yes, no or again"),
    "relationship": (r"[a-z-]+ of \S.*", "a word, `of` and a name, for example brother of Mara"),
}
"""What a value must look like, and how to say so."""

SECTIONS = (
    "characters",
    "locations",
    "world_rules",
    "relationships",
    "timeline_events",
    "persistent_states",
)


class StoryTime(Model):
    """A moment inside the story, not inside the telling: a flashback has an earlier `day`."""

    day: int = 0
    """Days since the story began; negative before it."""
    episode: int = Field(default=1, ge=1)
    scene: int = Field(default=0, ge=0)
    """Order of the scene; scenes that run at the same time share the number of the first."""
    step: int = Field(default=0, ge=0)
    """Order inside the text, so that one sentence can come after another."""

    @property
    def order(self) -> tuple[int, int, int, int]:
        """Sorts moments by when they happen."""
        return (self.day, self.episode, self.scene, self.step)


class Evidence(Model):
    """Where a fact comes from: the words and their place, for people."""

    quote: str = ""
    where: str = "the canon"
    rule: str = ""
    """The rule that read it (docs/canon.md); empty for a fact that a person wrote."""


class Fact(Model):
    """One thing that holds of `subject` from `valid_from` until `valid_until`, both included.

    Values by predicate: `name` a full name; `alias` another name for the same person; `age` years as
    digits; `birthday` the age that is reached at `valid_from`; `alive` `yes` (seen to act), `no` (dead
    from then on) or `again` (an earlier death did not hold); `location` a place; `part_of` the place
    that holds this one; `relationship` a kinship word, `of`, and a name (`brother of Mara`); `rule`
    a sentence that no text may break, kept for people.
    """

    subject: str = Field(min_length=1)
    predicate: Predicate
    value: str = Field(min_length=1)
    valid_from: StoryTime | None = None
    """None: always was so."""
    valid_until: StoryTime | None = None
    """None: no end."""
    source: Evidence = Evidence()

    @model_validator(mode="after")
    def _value_fits(self) -> "Fact":
        pattern, choices = _VALUES.get(self.predicate, (".+", ""))
        if re.fullmatch(pattern, self.value, re.DOTALL) is None:
            raise ValueError(f"{self.predicate} of {self.subject} is {self.value!r}; write {choices}")
        if self.valid_from and self.valid_until and self.valid_until.order < self.valid_from.order:
            raise ValueError(f"{self.predicate} of {self.subject} ends before it begins")
        return self

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two facts the same fact: everything but where it was read."""
        since = self.valid_from.order if self.valid_from else ()
        until = self.valid_until.order if self.valid_until else ()
        return (self.subject.casefold(), self.predicate, self.value.casefold(), since, until)


class Modification(Model):
    """A fact of the canon that gives way to a newer one."""

    before: Fact
    after: Fact


class CanonSnapshot(Artifact):
    """All facts of a project at one moment of its making."""

    schema_name: ClassVar[str] = "canon"

    characters: tuple[Fact, ...] = ()
    """Names, aliases, ages."""
    locations: tuple[Fact, ...] = ()
    """Which place lies in which."""
    world_rules: tuple[Fact, ...] = ()
    relationships: tuple[Fact, ...] = ()
    timeline_events: tuple[Fact, ...] = ()
    """Deaths, returns, birthdays."""
    persistent_states: tuple[Fact, ...] = ()
    """Who was seen alive, who is where."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact, section by section."""
        return tuple(fact for section in SECTIONS for fact in getattr(self, section))

    @property
    def sha256(self) -> str:
        """The name of this snapshot by content."""
        return sha256_json(self.to_document())


class Provenance(Model):
    """What a diff was made from."""

    snapshot_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    places: tuple[str, ...] = ()
    """Where in the texts the facts were read, in order, each once."""


class Validation(Model):
    """What the gate said of a diff, bound to one snapshot and to exactly these changes."""

    snapshot_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    changes_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    accepted: bool
    contradictions: tuple[str, ...] = ()
    """One sentence each, empty when accepted."""


class CanonDiff(Artifact):
    """The only way to change a canon."""

    schema_name: ClassVar[str] = "canon_diff"

    added_facts: tuple[Fact, ...] = ()
    modified_facts: tuple[Modification, ...] = ()
    removed_facts: tuple[Fact, ...] = ()
    justification: str = Field(min_length=1)
    provenance: Provenance
    validation: Validation | None = None
    """None: no gate has seen it."""

    @property
    def changes_sha256(self) -> str:
        """Hash of the changes alone, which a validation is bound to."""
        body = self.model_dump(mode="json", include={"added_facts", "modified_facts", "removed_facts"})
        return sha256_json(body)


def section_of(fact: Fact) -> str:
    """The section of the snapshot in which a fact is kept."""
    if fact.predicate == "alive" and fact.value != "yes":
        return "timeline_events"
    return {
        "name": "characters",
        "alias": "characters",
        "age": "characters",
        "birthday": "timeline_events",
        "alive": "persistent_states",
        "location": "persistent_states",
        "part_of": "locations",
        "relationship": "relationships",
        "rule": "world_rules",
    }[fact.predicate]


def snapshot_of(facts: tuple[Fact, ...]) -> CanonSnapshot:
    """A snapshot of these facts, each once, in an order that does not depend on theirs."""
    chosen: dict[tuple[object, ...], Fact] = {}
    for fact in sorted(facts, key=_sort_key):
        chosen.setdefault(fact.identity, fact)
    sections: dict[str, list[Fact]] = {}
    for fact in chosen.values():
        sections.setdefault(section_of(fact), []).append(fact)
    return CanonSnapshot(**{section: tuple(kept) for section, kept in sections.items()})


def _sort_key(fact: Fact) -> tuple[str, ...]:
    return (*(repr(part) for part in fact.identity), fact.source.where, fact.source.quote)
