"""Who is seen: character packs, so that somebody looks the same in every shot and episode.

An appearance comes from what the author says of a person (`old Tom`, `her red coat`), then from what
the name suggests, and where both are silent from the hash of the name: a name always gives the same
person. Words owned here: pack, member, role.
"""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storyreel.assets.appearances import (
    CLOTHES_COLORS,
    COLOR_WORDS,
    COLORS,
    Gender,
    described,
    said_color,
    seed_of,
)
from storyreel.assets.model import CharacterPack
from storyreel.assets.reader.feelings import expression_of
from storyreel.assets.reading import Appearance, Color, Gesture, PackPicture, Person
from storyreel.kit.decision import decide
from storyreel.kit.names import OLD_WORDS, YOUNG_WORDS, gender_hint, name_words

_SHE, _HE = frozenset(["she", "her", "hers", "herself"]), frozenset(["he", "his", "him", "himself"])


@dataclass(frozen=True)
class Member:
    """Somebody of a cast, and what is known of them."""

    id: str
    name: str
    voice: str = ""
    """Name of the studio voice, which the figure agrees with: `female_2`."""
    lines: tuple[str, ...] = ()
    """Lines of the script and facts of the canon; those that name the person are read."""
    pictures: tuple[PackPicture, ...] = ()
    role: str = ""
    """What the text says they are: `girl`, `clockmaker`."""
    told: str = ""
    """female or male where the clauses of the text tell."""


def make_packs(members: Sequence[Member], known: Sequence[CharacterPack] = ()) -> tuple[CharacterPack, ...]:
    """A pack for every member, in their order; who is `known` from earlier stays as they are."""
    before = {pack.id: pack for pack in known}
    taken: list[Color] = [pack.appearance.color for pack in known]
    packs: list[CharacterPack] = []
    for member in members:
        pack = make_pack(member, known=before.get(member.id), taken=tuple(taken))
        taken.append(pack.appearance.color)
        packs.append(pack)
    return tuple(packs)


def make_pack(
    member: Member, *, known: CharacterPack | None = None, taken: Sequence[Color] = ()
) -> CharacterPack:
    """The pack of a member: the known one with today's voice and pictures, else a new one.

    `taken` are the colours that others of the cast wear; the same name may differ in colour for them only.
    """
    if known is not None:
        pictures = member.pictures or known.pictures
        return known.model_copy(update={"voice": member.voice or known.voice, "pictures": pictures})
    about = f"asset:{member.id}"
    said = _said(member.name, member.lines)
    facts: dict[str, Any] = _gender_facts(member, said)
    gender = decide(about, "gender", f"{__name__}:gender_scores", gender_scores(**facts), {}, **facts)
    facts = {"name": member.name, "said": said_color(said), "taken": list(taken)}
    color = decide(about, "clothes colour", f"{__name__}:color_scores", color_scores(**facts), {}, **facts)
    who: Gender = "female" if gender.chosen.name == "female" else "male"
    colors: list[Color] = [_BY_NAME[choice.name] for choice in color.choices]
    return CharacterPack(
        id=member.id,
        name=member.name,
        appearance=described(member.name, said, who, colors[0], colors[1], role=member.role),
        voice=member.voice,
        pictures=member.pictures,
        decisions=(gender, color),
    )


def appearance_of(
    name: str, lines: Sequence[str] = (), *, voice: str = "", taken: Sequence[Color] = ()
) -> Appearance:
    """How somebody looks; equal arguments give the same person."""
    return make_pack(Member(name, name, voice, tuple(lines)), taken=taken).appearance


def role_person(
    role: str, *, text: str = "", tags: Sequence[str] = (), taken: Sequence[Color] = ()
) -> Person:
    """Somebody without a name (`baker`, `old woman`): one role always gives the same person."""
    return Person(
        id="role-" + "-".join(name_words(role)),
        name=role,
        appearance=appearance_of(role, taken=taken),
        expression=expression_of(tags, text),
        gesture=gesture_of(text),
    )


def gesture_of(text: str, *, speaks: bool = False, listens: bool = False) -> Gesture:
    """What somebody does with the body: by the verbs of the line, then by who speaks."""
    spoken = [word.lower() for word in re.findall(r"[A-Za-z]+", text)]
    for gesture, verbs in _GESTURES.items():
        if any(word in verbs for word in spoken):
            return gesture
    return "speaking" if speaks else "listening" if listens else "standing"


_GESTURES: dict[Gesture, frozenset[str]] = {
    "sitting": frozenset("sit sits sat sitting seated kneel knelt crouched rested".split()),
    "pointing": frozenset("point points pointed pointing showed shows".split()),
    "walking": frozenset("walk walks walked walking ran run runs running climbed climbs climb went goes came comes crossed crosses marched followed follows hurried".split()),
    "working": frozenset("work works worked working dug digs built builds cut cuts carried carries pulled pulls pushed lifted painted mended cooks cooked baked swept wrote writes held holds turned".split()),
}  # fmt: skip


def gender_scores(*, name: str, she: int, he: int, voice: str, told: str = "") -> dict[str, float]:
    """Score of female and male: the name counts most, then what clauses tell, the voice, pronouns beside it."""
    hint = gender_hint(name) or _ending_hint(name)
    most = max(1, she + he)
    seed = seed_of(name, "gender") % 2
    return {
        "female": 4.0 * (hint == "female")
        + 3.0 * (told == "female")
        + 2.0 * (voice == "female")
        + round(she / most, 2)
        + 0.01 * seed,
        "male": 4.0 * (hint == "male")
        + 3.0 * (told == "male")
        + 2.0 * (voice == "male")
        + round(he / most, 2)
        + 0.01 * (1 - seed),
    }


def _ending_hint(name: str) -> Gender:
    """What the end of a word for somebody says: `stepmother`, `fisherwoman`, `huntress`, `boatman`."""
    for word in name_words(name):
        if re.search(r"(?:mother|sister|daughter|woman|women|wife|girl|[td]ress|ntess|cess)$", word):
            return "female"
        if re.search(r"(?:father|brother|son|man|men|boy)$", word) and len(word) > 4:
            return "male"
    return "unknown"


def color_scores(*, name: str, said: str, taken: Sequence[str]) -> dict[str, float]:
    """Score of each colour: what the author says, else a free one in the order that the name's hash gives."""
    turn = seed_of(name, "color") % len(CLOTHES_COLORS)
    order = (*CLOTHES_COLORS[turn:], *CLOTHES_COLORS[:turn])
    scores = {
        color: round(1 - 0.05 * rank - 0.5 * list(taken).count(color), 2) for rank, color in enumerate(order)
    }
    if said:
        scores[COLOR_WORDS[said]] = 2.0
    return scores


def _gender_facts(member: Member, said: Sequence[str]) -> dict[str, Any]:
    words = [word for line in said for word in re.findall(r"[a-z]+", line.lower())]
    parts = re.split(r"[_\W]", member.voice.lower())
    kind = "female" if "female" in parts else "male" if "male" in parts else ""
    return {
        "name": member.name,
        "she": sum(word in _SHE for word in words),
        "he": sum(word in _HE for word in words),
        "voice": kind,
        "told": member.told,
    }


def _said(name: str, lines: Sequence[str]) -> tuple[str, ...]:
    """The sentences that name the person."""
    parts = [
        part for part in name_words(name) if len(part) > 2 and part not in OLD_WORDS | YOUNG_WORDS | {"the"}
    ]
    if not parts:
        return ()
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, parts))})\b", re.I)
    sentences = [each for line in lines for each in re.split(r"(?<=[.!?])\s+", line)]
    return tuple(each for each in sentences if named.search(each))


_BY_NAME: dict[str, Color] = {color: color for color in COLORS}
