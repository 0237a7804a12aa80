"""How people look, in words: clothes, hair and age from what is said of them, else from their name's hash."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from collections.abc import Sequence
from typing import Literal, TypeVar, get_args

from storyreel.assets.reading import Age, Appearance, Color
from storyreel.kit.hashing import sha256_bytes
from storyreel.kit.names import OLD_WORDS, YOUNG_WORDS, name_words

Gender = Literal["female", "male", "unknown"]
Skin = Literal["light", "tan", "brown", "dark"]
Hair = Literal["short", "bob", "long", "braids", "bun", "curly", "bald"]
HairColor = Literal["black", "brown", "blond", "red", "grey", "white"]
Clothes = Literal["coat", "dress", "suit", "sweater", "shirt", "apron", "uniform"]
Wears = Literal["", "glasses", "hat", "cap", "headscarf", "scarf", "beard", "moustache"]
Choice = TypeVar("Choice", bound=str)
COLORS: tuple[Color, ...] = get_args(Color)
CLOTHES_COLORS: tuple[Color, ...] = tuple(color for color in COLORS if color not in ("cream", "ink"))
"""What people wear unless their author says another: cream and ink are grounds and lines."""
COLOR_WORDS: dict[str, Color] = {
    "red": "red", "scarlet": "red", "crimson": "red", "yellow": "ochre", "golden": "ochre", "orange": "ochre",
    "mustard": "ochre", "teal": "teal", "turquoise": "teal", "purple": "plum", "violet": "plum", "pink": "plum",
    "lilac": "plum", "blue": "blue", "navy": "blue", "green": "green", "white": "cream", "cream": "cream",
    "brown": "rust", "rusty": "rust", "black": "ink", "grey": "ink", "gray": "ink", "dark": "ink",
}  # fmt: skip
GARMENTS: dict[str, Clothes] = {
    "coat": "coat", "jacket": "coat", "cloak": "coat", "oilskin": "coat", "raincoat": "coat", "parka": "coat",
    "dress": "dress", "gown": "dress", "skirt": "dress", "suit": "suit", "sweater": "sweater", "jumper": "sweater",
    "pullover": "sweater", "cardigan": "sweater", "jersey": "sweater", "shirt": "shirt", "blouse": "shirt",
    "apron": "apron", "uniform": "uniform", "tunic": "uniform", "robe": "dress",
}  # fmt: skip
WORN: dict[str, Wears] = {
    "glasses": "glasses", "spectacles": "glasses", "hat": "hat", "cap": "cap", "headscarf": "headscarf",
    "kerchief": "headscarf", "shawl": "headscarf", "scarf": "scarf", "beard": "beard", "bearded": "beard",
    "moustache": "moustache", "mustache": "moustache", "whiskers": "beard",
}  # fmt: skip
HAIRS: dict[str, Hair] = {
    "bald": "bald", "braid": "braids", "braids": "braids", "plaits": "braids", "plait": "braids", "curls": "curly",
    "curly": "curly", "bun": "bun", "bob": "bob",
}  # fmt: skip
HAIR_COLORS: dict[str, HairColor] = {
    "black": "black", "dark": "black", "brown": "brown", "chestnut": "brown", "blond": "blond", "blonde": "blond",
    "fair": "blond", "golden": "blond", "red": "red", "ginger": "red", "grey": "grey", "gray": "grey", "silver": "grey",
    "white": "white",
}  # fmt: skip
ROLES: dict[str, tuple[Clothes, Wears]] = {
    "captain": ("uniform", "cap"), "sailor": ("sweater", "cap"), "mate": ("sweater", "cap"), "keeper": ("coat", "cap"),
    "fisherman": ("coat", "hat"), "baker": ("apron", "cap"), "cook": ("apron", "cap"), "chef": ("apron", "cap"),
    "butcher": ("apron", ""), "smith": ("apron", "beard"), "blacksmith": ("apron", "beard"), "carpenter": ("apron", ""), "clockmaker": ("apron", "glasses"), "watchmaker": ("apron", "glasses"),
    "shoemaker": ("apron", ""), "cobbler": ("apron", ""), "potter": ("apron", ""), "weaver": ("dress", ""), "miller": ("apron", "cap"),
    "innkeeper": ("apron", ""), "beekeeper": ("coat", "hat"), "lamplighter": ("coat", "cap"),
    "waiter": ("suit", ""), "doctor": ("suit", "glasses"), "dr": ("suit", "glasses"), "professor": ("suit", "glasses"),
    "prof": ("suit", "glasses"), "scientist": ("suit", "glasses"), "teacher": ("sweater", "glasses"),
    "librarian": ("sweater", "glasses"), "nurse": ("uniform", "cap"), "policeman": ("uniform", "cap"),
    "soldier": ("uniform", "cap"), "officer": ("uniform", "cap"), "guard": ("uniform", "cap"), "postman": ("uniform", "cap"),
    "mayor": ("suit", "moustache"), "judge": ("suit", "glasses"), "lawyer": ("suit", ""), "minister": ("suit", ""),
    "president": ("suit", ""), "manager": ("suit", ""), "clerk": ("suit", "glasses"), "engineer": ("shirt", "glasses"),
    "farmer": ("shirt", "hat"), "gardener": ("shirt", "hat"), "shepherd": ("coat", "hat"), "hunter": ("coat", "hat"),
    "priest": ("suit", ""), "monk": ("coat", ""), "nun": ("dress", "headscarf"), "witch": ("dress", "hat"),
    "wizard": ("coat", "beard"), "queen": ("dress", ""), "princess": ("dress", ""), "king": ("coat", "beard"),
    "grandmother": ("dress", "headscarf"), "grandma": ("dress", "headscarf"), "granny": ("dress", "headscarf"),
    "grandfather": ("sweater", "beard"), "grandpa": ("sweater", "beard"), "astronaut": ("uniform", ""),
    "pilot": ("uniform", "cap"), "driver": ("uniform", "cap"), "conductor": ("uniform", "cap"), "widow": ("dress", "headscarf"),
}  # fmt: skip
"""What somebody wears for a living, where nothing else is said."""
OLD_AGE, CHILD_AGE = 60, 14
_AGE = re.compile(r"\b(?:aged?|at)\s+(\d{1,3})\b|\b(\d{1,3})[- ]years?[- ]old\b", re.I)
_OWN = frozenset("her his with in wore wears wearing had has".split())


def said_color(said: Sequence[str]) -> str:
    """The colour of clothes that a sentence about the person names: `her red coat`."""
    garment = "|".join((*GARMENTS, "scarf", "hat", "cap"))
    for sentence in said:
        match = re.search(rf"\b({'|'.join(COLOR_WORDS)})\s(?:\w+\s)?(?:{garment})s?\b", sentence, re.I)
        if match:
            return match[1].lower()
    return ""


def described(
    name: str, said: Sequence[str], who: Gender, color: Color, second: Color, *, role: str = ""
) -> Appearance:
    """The appearance of somebody whose gender and colours are decided.

    `said` are sentences about them, `role` is what the text says they are.
    """
    words = [*name_words(name), *name_words(role), *(word for line in said for word in _of_person(line))]
    age = _age(f"{role} {name}" if role else name, said)
    worn = next((ROLES[word] for word in words if word in ROLES), None)
    clothes = _table(GARMENTS, words) or (worn[0] if worn else _clothes(name, who, age))
    return Appearance(
        gender=who,
        age=age,
        skin=_pick(name, "skin", _SKINS),
        hair=_table(HAIRS, words) or _hair(name, who, age),
        hair_color=_hair_color(name, said, age),
        clothes=clothes,
        color=color,
        second_color=second if seed_of(name, "second") % 3 else "cream",
        wears=_wears(name, words, worn[1] if worn else "", who, age),
    )


_SKINS: tuple[Skin, ...] = ("light", "tan", "brown", "dark", "light", "tan")
_HAIRS: dict[tuple[str, str], tuple[Hair, ...]] = {
    ("female", "child"): ("braids", "bob", "long", "braids"),
    ("female", "adult"): ("bob", "long", "bun", "curly", "short"),
    ("female", "old"): ("bun", "bun", "short", "bob"),
    ("male", "child"): ("short", "curly"),
    ("male", "adult"): ("short", "short", "curly", "bald"),
    ("male", "old"): ("bald", "short"),
}
_DRESSES: dict[tuple[str, str], tuple[Clothes, ...]] = {
    ("female", "child"): ("dress", "coat", "sweater"),
    ("female", "adult"): ("coat", "dress", "sweater", "shirt"),
    ("female", "old"): ("dress", "coat", "sweater"),
    ("male", "child"): ("sweater", "shirt", "coat"),
    ("male", "adult"): ("coat", "sweater", "shirt", "suit"),
    ("male", "old"): ("sweater", "coat", "suit"),
}


def _hair(name: str, gender: Gender, age: Age) -> Hair:
    return _pick(name, "hair", _HAIRS[gender, age])


def _clothes(name: str, gender: Gender, age: Age) -> Clothes:
    return _pick(name, "clothes", _DRESSES[gender, age])


def _hair_color(name: str, said: Sequence[str], age: Age) -> HairColor:
    for sentence in said:
        match = re.search(
            rf"\b({'|'.join(HAIR_COLORS)})(?:\s\w+)?[- ](?:hair|haired|braids?|plaits?|curls|beard|bun)\b",
            sentence,
            re.I,
        )
        if match:
            return HAIR_COLORS[match[1].lower()]
    colors: tuple[HairColor, ...] = (
        ("grey", "white") if age == "old" else ("brown", "black", "blond", "red", "brown", "black")
    )
    return _pick(name, "hair colour", colors)


def _wears(name: str, words: Sequence[str], role: Wears, gender: Gender, age: Age) -> Wears:
    worn = _table(WORN, words) or role
    if worn in ("beard", "moustache") and (gender == "female" or age == "child"):
        worn = ""
    if worn or age == "child":
        return worn
    choices: tuple[Wears, ...] = (
        ("beard", "moustache", "", "glasses") if gender == "male" else ("", "scarf", "glasses", "")
    )
    old: tuple[Wears, ...] = (
        ("beard", "glasses", "beard") if gender == "male" else ("headscarf", "glasses", "")
    )
    return _pick(name, "wears", old if age == "old" else choices)


def _age(name: str, said: Sequence[str]) -> Age:
    words = set(name_words(name))
    if words & YOUNG_WORDS:
        return "child"
    if words & OLD_WORDS:
        return "old"
    for sentence in said:
        match = _AGE.search(sentence)
        if match:
            years = int(match[1] or match[2])
            return "child" if years < CHILD_AGE else "old" if years >= OLD_AGE else "adult"
    first = "|".join(re.escape(part) for part in name_words(name))
    near = re.search(rf"\b(old|elderly|little|young|small)\s(?:\w+\s)?(?:{first})\b", " ".join(said), re.I)
    appended = re.search(
        rf"\b(?:{first}),?\s(?:is |was )?(?:an?|the)\s(?:\w+\s)?(old|elderly|girl|boy|child)\b",
        " ".join(said),
        re.I,
    )
    match = near or appended
    word = match[1].lower() if match else ""
    return (
        "old"
        if word in ("old", "elderly")
        else "child"
        if word in ("little", "girl", "boy", "child", "small")
        else "adult"
    )


def _of_person(sentence: str) -> list[str]:
    """The clothes and hair of a sentence that stand as somebody's own: behind `her`, `with a`, `in an old`."""
    words = name_words(sentence)
    found: list[str] = []
    for at, word in enumerate(words):
        if word in ("bearded", "bald") or (
            (word in GARMENTS or word in WORN or word in HAIRS) and _OWN & set(words[max(0, at - 3) : at])
        ):
            found.append(word)
    return found


def _table(table: dict[str, Choice], words: Sequence[str]) -> Choice | None:
    return next((table[word] for word in words if word in table), None)


def _pick(name: str, what: str, choices: tuple[Choice, ...]) -> Choice:
    """One of the choices, by a hash of the name and of what is chosen."""
    return choices[seed_of(name, what) % len(choices)]


def seed_of(name: str, what: str) -> int:
    """A number that belongs to a name and to what is chosen for it."""
    return int(sha256_bytes(f"{what}:{' '.join(name_words(name))}".encode())[:8], 16)
