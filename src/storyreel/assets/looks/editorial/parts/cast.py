"""Who speaks: a name becomes a person, the same in every shot and every film.

What the name suggests of gender, age and trade is kept; the rest is drawn from a hash of it, out of some
thousand combinations, so that two speakers of a film hardly ever look alike.
"""

import hashlib
from collections.abc import Sequence
from typing import Literal, TypeVar

from storyreel.assets.looks.editorial.palette import SKINS
from storyreel.assets.looks.editorial.parts.people import Person
from storyreel.kit.names import age_hint, gender_hint, name_words

FEMALE_COATS = ("red", "sun", "paper", "sky")
MALE_COATS = ("teal", "deep", "shade", "ochre")
"""No coat is in both, as a woman and a man are the commonest pair of speakers."""
HAIR_COLORS = ("ink", "shade", "sun", "ink", "red")
OLD_HAIR = ("paper", "stone")
FEMALE_HAIR = ("long", "bun", "braid", "curls", "long", "short")
MALE_HAIR = ("short", "curls", "short", "bald", "short", "curls")
FEMALE_HATS = ("", "", "", "straw", "beanie")
MALE_HATS = ("", "", "cap", "beanie", "straw")
BARE = frozenset(("bun", "curls"))
"""Hair that no hat goes over."""
SCARVES = ("", "", "red", "sun", "paper")
MARINERS = frozenset(("keeper", "captain", "sailor", "skipper", "fisherman", "mate", "admiral", "bosun"))
LEARNED = frozenset(("dr", "doctor", "prof", "professor", "teacher", "librarian"))
CHILD_SIZE = 0.74

T = TypeVar("T")


def person_of(name: str) -> Person:
    """The person who has this name; spelling in capitals or small letters makes no other one."""
    said = name_words(name)
    lot = _Lot(" ".join(said))
    mariner = bool(MARINERS & set(said))
    guess = lot.one(("male", "male", "female") if mariner else ("female", "male"))
    female = (gender_hint(name) or guess) == "female"
    age = age_hint(name)
    hair = lot.one(FEMALE_HAIR if female else MALE_HAIR)
    coat, gray = lot.one(FEMALE_COATS if female else MALE_COATS), lot.one(OLD_HAIR)
    color = gray if age == "old" else lot.one(HAIR_COLORS)
    return Person(
        coat,
        hat="cap" if mariner else _hat(lot, hair, female=female),
        hair=hair if age != "young" or hair != "bald" else "short",
        hair_color=color,
        beard="" if female or age == "young" else lot.one(("", "", color)),
        skirt=female,
        skin=lot.one(range(len(SKINS))),
        size=CHILD_SIZE if age == "young" else 1.0,
        holds="stick" if age == "old" else "",
        scarf=lot.one([each for each in SCARVES if each != coat]),
        glasses=lot.one((True, False, False, False)) or bool(LEARNED & set(said)),
    )


def unnamed(text: str) -> Literal["man", "woman"]:
    """The figure for somebody whom the narrator quotes without a name: by the words around the quotation."""
    return "woman" if gender_hint(text) == "female" else "man"


def _hat(lot: "_Lot", hair: str, *, female: bool) -> str:
    hat = lot.one(FEMALE_HATS if female else MALE_HATS)
    return "" if hair in BARE else hat


class _Lot:
    """Draws from a name's hash, a byte at a time."""

    def __init__(self, name: str) -> None:
        self._bytes = iter(hashlib.sha256(name.encode()).digest())

    def one(self, options: Sequence[T]) -> T:
        return options[next(self._bytes) % len(options)]
