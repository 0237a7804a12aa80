"""Who a text names: people of prose with what their clauses say of gender and calling.

A name is one that a text gives (`a clockmaker named Anselm`, `her name was Lise`), that speaks (`said
Anselm`), that stands in the table of first names, or that does again and again what only people do.
"""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Literal

from storyreel.assets.meaning import STOP, vocabulary
from storyreel.assets.reader.name_forms import ACTS, ALSO_WORDS, NAME, NEVER, ONE, PARTICLE, TITLE
from storyreel.assets.reader.near import near_words, singulars
from storyreel.assets.reader.people import PERSONS
from storyreel.assets.reader.places import PLACES
from storyreel.assets.reader.speech import SAYS
from storyreel.assets.stems import stem
from storyreel.kit.names import FEMALE_NAMES, MALE_NAMES, gender_hint, name_words

Gender = Literal["", "female", "male"]
_ROLE_NAMED = re.compile(
    rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir|old|young)\s(?:[\w-]+\s)?([\w-]+)\s(?:named|called)\s+({NAME})"
)
_NAME_WAS = re.compile(rf"\b([Hh]er|[Hh]is)\s(?:own )?name\s(?:was|is)\s+({NAME})")
_APPOSED = re.compile(rf"({NAME}),?\s(?:was\s|is\s)?(?:the|an?)\s(?:old\s|young\s|little\s)?([a-z]+)\b")
_ROLE_FIRST = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Mm]y)\s(?:old\s|young\s|little\s)?([a-z]+),?\s({NAME})(?=[,.\s])"
)
_SAYS_NAME = re.compile(rf"\b{SAYS}\s+({NAME})")
_NAME_SAYS = re.compile(rf"({NAME})\s+{SAYS}\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|to|from|of|near|into|through|via|past|around|across|between|the|over|on)\s$", re.I
)
_SPEECH = re.compile(r"[\"“][^\"”]*[\"”]")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’]?\s+")
_KIN = frozenset(
    """mother father grandmother grandfather sister brother aunt uncle grandma grandpa granny wife husband son daughter
    mum mom dad""".split()
)
_KIN_SAID = re.compile(
    rf"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir)\s(?:own\s|old\s|dear\s)?({'|'.join(sorted(_KIN))})\b"
)


@dataclass(frozen=True)
class Somebody:
    """One person of a text."""

    id: str
    name: str
    """The longest form that the text gives."""
    gender: Gender = ""
    role: str = ""
    """What the text says they are: `clockmaker`, `girl`; other words for the same person."""
    kin: bool = False
    """Known by kinship only: `my grandmother`."""


@dataclass
class _Found:
    """What the clauses say of one name while the text is read."""

    forms: list[str] = field(default_factory=list[str])
    female: int = 0
    male: int = 0
    role: str = ""


@lru_cache(maxsize=256)
def people_of_text(texts: tuple[str, ...], known: tuple[tuple[str, str], ...] = ()) -> tuple[Somebody, ...]:
    """Everybody a text names, the `known` (id, name) first; nobody stands twice."""
    found: dict[str, _Found] = {}
    for name in _names(texts):
        _merge(found, name)
    taken = [set(name_words(name)) for _, name in known]
    everybody = [Somebody(key, name, _by_name(name)) for key, name in known]
    for key, each in found.items():
        longest = max(each.forms, key=lambda form: (len(form), form))
        if not any(set(name_words(key)) & words for words in taken):
            everybody.append(Somebody(_id(longest), longest, _by_name(longest)))
    told = _left_over([_told(each, texts) for each in everybody], texts)
    roles = {each.role for each in told}
    kin = dict.fromkeys(
        match[1] for text in texts for match in _KIN_SAID.finditer(text) if match[1] not in roles
    )
    kins = [Somebody(f"role-{word}", word, _by_name(word), kin=True) for word in kin]
    return _unique((*told, *kins))


def _left_over(people: list[Somebody], texts: Sequence[str]) -> list[Somebody]:
    """The only one of whom nothing is known is who is left for `he` or for `she`."""
    unknown = [each for each in people if not each.gender]
    told = " ".join(_SPEECH.sub(" ", text) for text in texts)
    known = {each.gender for each in people}
    pronouns: tuple[tuple[Gender, str], ...] = (("male", "he"), ("female", "she"))
    free = [g for g, word in pronouns if g not in known and re.search(rf"\b{word}\b", told, re.I)]
    if len(unknown) != 1 or len(free) != 1:
        return people
    return [replace(each, gender=each.gender or free[0]) for each in people]


def _names(texts: Sequence[str]) -> Iterator[str]:
    whole = " ".join(texts)
    words = frozenset(re.findall(r"\b[a-z]{3,}\b", whole))
    for text in texts:
        for match in _APPOSED.finditer(text):
            first = match[1].split()[0].lower()
            if " " in match[1] and _somebody(match[2]) and not _ordinary(first.capitalize(), words):
                yield match[1]
        for match in (*_ROLE_NAMED.finditer(text), *_NAME_WAS.finditer(text)):
            if match.re is _NAME_WAS or _somebody(match[1]):
                yield match[2]
        said = (*_SAYS_NAME.finditer(text), *_NAME_SAYS.finditer(text)) if re.search(r"[\"“”]", text) else ()
        for match in said:
            if name := _cleaned(match[1], words):
                yield name
        for match in re.finditer(NAME, text):
            name = _cleaned(match[0], words)
            if (
                name
                and not _PLACE_BEFORE.search(text[: match.start()])
                and _first_name(name, text, match.start())
            ):
                yield name
    yield from _doers(texts, words)


def _somebody(word: str) -> bool:
    """Whether a word is one for somebody."""
    people = near_words().people
    return any(form in PERSONS or form in people for form in singulars(word.lower()))


def _doers(texts: Sequence[str], words: frozenset[str]) -> Iterator[str]:
    """Names that stand twice at least, once before what only people do, and never as a place."""
    acted: dict[str, int] = {}
    seen: dict[str, int] = {}
    places: set[str] = set()
    for text in texts:
        for match in re.finditer(rf"\b{ONE}\b", text):
            name = match[0]
            seen[name] = seen.get(name, 0) + 1
            after = re.match(r"\s(?:had\s|has\s|never\s|always\s)?(\w+)", text[match.end() :])
            acted[name] = acted.get(name, 0) + bool(after and after[1] in ACTS)
            if _PLACE_BEFORE.search(text[: match.start()]):
                places.add(name)
    for name, count in seen.items():
        if count > 1 and acted[name] and name not in places and (clean := _cleaned(name, words)):
            yield clean
    for text in texts:
        for match in re.finditer(rf"\b({ONE} (?:{PARTICLE} )*{ONE})\s(\w+)", text):
            clean = _cleaned(match[1], words)
            if match[2] in ACTS and " " in clean and not _PLACE_BEFORE.search(text[: match.start()]):
                yield clean


def _cleaned(name: str, words: frozenset[str]) -> str:
    """A name without words that are none; '' where nothing is left."""
    parts = re.sub(r"[’']s\b", "", name).split()
    while parts and (parts[0] in NEVER or _ordinary(parts[0], words)):
        parts.pop(0)
    while parts and (parts[-1] in NEVER or not parts[-1][0].isupper()):
        parts.pop()
    return "" if len(parts) == 1 and re.fullmatch(TITLE, parts[0]) else " ".join(parts)


def _ordinary(word: str, words: frozenset[str]) -> bool:
    """Whether a word written large is a plain one that opens a sentence."""
    lower = word.lower()
    if lower in FEMALE_NAMES | MALE_NAMES or re.fullmatch(TITLE, word) or re.fullmatch(PARTICLE, word):
        return lower in words and lower not in FEMALE_NAMES | MALE_NAMES
    near = near_words()
    return (
        lower in words
        or lower in STOP
        or stem(lower) in _vocabulary()
        or any(form in PERSONS or form in near.things or form in near.people for form in singulars(lower))
        or lower in _PLACE_WORDS
        or lower.endswith(("ing", "ly"))
    )


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(vocabulary())


_PLACE_WORDS = frozenset(word for row in PLACES.values() for word in row.split())


def _first_name(name: str, text: str, start: int) -> bool:
    first = next((part for part in name.split() if not re.fullmatch(TITLE, part)), "").lower()
    if first not in FEMALE_NAMES | MALE_NAMES:
        return bool(re.match(rf"{TITLE}\.? ", name)) and " " in name
    opens = start == 0 or re.search(r"[.!?:\"“]\s*$", text[:start]) is not None
    return not (opens and first in ALSO_WORDS and " " not in name)


def _merge(found: dict[str, _Found], name: str) -> None:
    """`von Frisch` is Karl von Frisch: who shares a name that is no title or particle is one person."""
    own = _own_words(name)
    for key, each in found.items():
        if own & _own_words(key) and (own <= _own_words(key) or _own_words(key) <= own):
            each.forms.append(name)
            if len(name) > len(key):
                found[name] = found.pop(key)
            return
    if own:
        found[name] = _Found([name])


def _own_words(name: str) -> set[str]:
    return {
        part.lower().strip(".’'")
        for part in name.split()
        if part[:1].isupper() and not re.fullmatch(rf"{TITLE}\.?", part)
    }


def _id(name: str) -> str:
    words = name.split()
    return "-".join(name_words(name)) if re.fullmatch(rf"{TITLE}\.?", words[0]) else name_words(name)[0]


def _by_name(name: str) -> Gender:
    """What a name or a word for somebody says: `Lise`, `grandmother`, `ferryman`."""
    if hint := gender_hint(name):
        return hint
    last = name_words(name)[-1] if name_words(name) else ""
    if re.search(r"\w{2}(?:woman|mother|sister|daughter|wife|maid|girl|[td]ress|cess)$", last):
        return "female"
    return "male" if name.islower() and re.search(r"\w{2}(?:man|father|brother|boy)$", last) else ""


def _told(who: Somebody, texts: Sequence[str]) -> Somebody:
    """Gender and role by the clauses that name somebody."""
    own = "|".join(re.escape(word) for word in who.name.split() if word.lower() in _own_words(who.name))
    named = re.compile(rf"\b(?:{own or re.escape(who.name)})\b")
    role, gender = "", who.gender
    she = he = 0
    before: list[str] = []
    for sentence in (each for text in texts for each in _SENTENCE.split(text)):
        if named.search(sentence):
            role = role or _role_in(sentence, named, before)
            outside = _SPEECH.sub(" ", sentence)
            behind = outside[match.end() :] if (match := named.search(outside)) else ""
            she += len(re.findall(r"\b(?:she|her|herself)\b", behind)) + bool(
                re.search(r"\b[Hh]er name\b", sentence)
            )
            he += len(re.findall(r"\b(?:he|his|him|himself)\b", behind)) + bool(
                re.search(r"\b[Hh]is name\b", sentence)
            )
        before.append(sentence)
    said: Gender = "female" if she > he else "male" if he > she else ""
    return replace(who, gender=gender or _by_name(role) or said, role=role)


def _role_in(sentence: str, named: re.Pattern[str], before: Sequence[str]) -> str:
    for pattern, role, name in ((_ROLE_NAMED, 1, 2), (_APPOSED, 2, 1), (_ROLE_FIRST, 1, 2)):
        for match in pattern.finditer(sentence):
            if named.search(match[name]) and _somebody(match[role]):
                return match[role]
    match = _NAME_WAS.search(sentence)
    if match and named.search(match[2]):
        wanted = "female" if match[1].lower() == "her" else "male"
        for earlier in reversed(before[-2:]):
            words = earlier.split()
            for at in range(len(words) - 1, 0, -1):
                word = words[at].strip(".,;:!?").lower()
                shown = {"a", "an", "the"} & {each.lower() for each in words[max(0, at - 2) : at]}
                if shown and word in PERSONS and (gender_hint(word) or wanted) == wanted:
                    return word
    return ""


def _unique(people: Sequence[Somebody]) -> tuple[Somebody, ...]:
    """Each id once; a role that two people share is nobody's other word."""
    roles = [each.role for each in people]
    once = {
        each.id: replace(each, role=each.role if roles.count(each.role) == 1 else "")
        for each in reversed(people)
    }
    return tuple(reversed(once.values()))
