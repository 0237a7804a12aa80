"""Kinship words: which of them say the same of two people, and which cannot both be true."""

import re
from dataclasses import dataclass

_ELDER = {
    "father": ("parent", "m"),
    "mother": ("parent", "f"),
    "parent": ("parent", ""),
    "grandfather": ("grandparent", "m"),
    "grandmother": ("grandparent", "f"),
    "uncle": ("uncle or aunt", "m"),
    "aunt": ("uncle or aunt", "f"),
}
_YOUNGER = {
    "son": ("parent", "m"),
    "daughter": ("parent", "f"),
    "child": ("parent", ""),
    "grandson": ("grandparent", "m"),
    "granddaughter": ("grandparent", "f"),
    "nephew": ("uncle or aunt", "m"),
    "niece": ("uncle or aunt", "f"),
}
_EQUAL = {
    "brother": ("sibling", "m"),
    "sister": ("sibling", "f"),
    "sibling": ("sibling", ""),
    "twin": ("sibling", ""),
    "husband": ("spouse", "m"),
    "wife": ("spouse", "f"),
    "spouse": ("spouse", ""),
    "cousin": ("cousin", ""),
}
KIN_WORDS = tuple(sorted({**_ELDER, **_YOUNGER, **_EQUAL}))

_COMPATIBLE = frozenset({"cousin", "spouse"})
"""Cousins may marry; every other pair of kinds excludes the other."""


@dataclass(frozen=True)
class Kin:
    """One relation between two people; `first` is the elder one where the kind has an elder."""

    kind: str
    first: str
    second: str
    gender_of: tuple[tuple[str, str], ...]
    """What the word tells of a person: (name, `m` or `f`)."""

    @property
    def pair(self) -> frozenset[str]:
        return frozenset((self.first, self.second))


def kin_of(subject: str, value: str) -> Kin | None:
    """Read `brother of Mara` said of `subject`; None for what is no kinship (`friend of Mara`)."""
    match = re.fullmatch(r"([a-z-]+) of (.+)", value)
    if match is None:
        return None
    word, other = match[1], match[2]
    if other == subject:
        return None
    if word in _ELDER:
        kind, gender = _ELDER[word]
        first, second = subject, other
    elif word in _YOUNGER:
        kind, gender = _YOUNGER[word]
        first, second = other, subject
    elif word in _EQUAL:
        kind, gender = _EQUAL[word]
        first, second = sorted((subject, other))
    else:
        return None
    return Kin(kind, first, second, ((subject, gender),) if gender else ())


def same_pair_conflict(one: Kin, two: Kin) -> str:
    """Why two relations of the same two people cannot both be true; empty when they can."""
    if one.kind != two.kind:
        both = frozenset((one.kind, two.kind))
        return "" if both == _COMPATIBLE else f"they cannot be both {one.kind} and {two.kind}"
    if one.first != two.first:
        return f"each cannot be the other's {one.kind}"
    genders = dict(one.gender_of)
    for name, gender in two.gender_of:
        if genders.get(name, gender) != gender:
            return f"{name} is called by words for a man and for a woman"
    return ""
