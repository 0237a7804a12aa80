"""Somebody whom only a name or a role tells: an appearance drawn from it, the same every time."""

from typing import get_args

from storyreel.assets.looks.editorial.people.lot import Lot
from storyreel.assets.reading import Age, Appearance, Color, Expression, Gesture, Person
from storyreel.kit.names import age_hint, gender_hint, name_words

MARINERS = frozenset(("keeper", "captain", "sailor", "skipper", "fisherman", "mate", "admiral", "bosun"))
LEARNED = frozenset(("dr", "doctor", "prof", "professor", "teacher", "librarian", "scientist"))
AGES: dict[str, Age] = {"young": "child", "old": "old"}
FEMALE_HAIR = ("long", "bun", "braids", "curly", "bob", "short")
MALE_HAIR = ("short", "curly", "short", "bald", "short")
FEMALE_COLORS: tuple[Color, ...] = ("red", "ochre", "cream", "rust", "plum")
MALE_COLORS: tuple[Color, ...] = ("teal", "blue", "green", "ink", "ochre")
"""Hardly any colour is in both, as a woman and a man are the commonest pair of speakers."""
EXPRESSIONS: dict[str, Expression] = {
    "joyful": "happy", "sad": "sad", "tense": "worried", "afraid": "afraid", "angry": "angry",
    "mysterious": "doubtful", "warm": "happy", "lonely": "sad", "hopeful": "proud", "solemn": "tired",
    "lively": "happy",
}  # fmt: skip
"""Mood of `moods` -> face."""


def guessed(
    name: str, *, mood: str = "", speaks: bool = False, gesture: Gesture = "standing", key: str = ""
) -> Person:
    """A person of this name; spelling in capitals or small letters makes no other one.

    `key` tells people of one name apart.
    """
    said = name_words(name)
    lot = Lot(" ".join(said) + key)
    mariner, learned = bool(MARINERS & set(said)), bool(LEARNED & set(said))
    female = (gender_hint(name) or lot.one(("male", "female", "female", "male"))) == "female"
    female = female and not (mariner and not gender_hint(name))
    age: Age = AGES.get(age_hint(name) or "", "adult")
    color = lot.one(FEMALE_COLORS if female else MALE_COLORS)
    look = Appearance.model_validate(
        {
            "gender": "female" if female else "male",
            "age": age,
            "skin": lot.one(("light", "tan", "brown", "dark")),
            "hair": "short"
            if age == "child" and not female
            else lot.one(FEMALE_HAIR if female else MALE_HAIR),
            "hair_color": lot.one(("white", "grey")) if age == "old" else lot.one(_HAIR),
            "clothes": "suit" if learned else "coat" if mariner else lot.one(_CLOTHES),
            "color": color,
            "second_color": lot.one([each for each in get_args(Color) if each != color]),
            "wears": _worn(lot, mariner=mariner, learned=learned, female=female, age=age),
        }
    )
    return Person(
        id=("-".join(said) or "somebody") + key,
        name=name,
        appearance=look,
        expression=EXPRESSIONS.get(mood, "neutral"),
        gesture=gesture,
        speaks=speaks,
    )


_HAIR = ("black", "brown", "red", "blond", "black", "brown")
_CLOTHES = ("coat", "dress", "sweater", "shirt", "uniform", "suit", "apron")


def _worn(lot: Lot, *, mariner: bool, learned: bool, female: bool, age: Age) -> str:
    if mariner:
        return "cap"
    if learned:
        return "glasses"
    if female or age == "child":
        return lot.one(("", "", "", "glasses"))
    return lot.one(("moustache", "beard") if age == "old" else ("", "", "beard", "glasses", "moustache"))
