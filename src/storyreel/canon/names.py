"""Who is meant: names found in a text, and the one subject that each of them stands for."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from storyreel.canon.kinship import KIN_WORDS
from storyreel.canon.lexicon import ABSTRACT, ACTS, CALENDAR, COUNTRIES, GENDERED_TITLES, STARTERS, TITLES
from storyreel.canon.sentences import split_sentences

WORD = r"(?:Mc|Mac|O'|De|Di|La)?[A-ZÀ-ÖØ-Þ][\w]*(?:[-'][A-ZÀ-ÖØ-Þ]\w+)*"
SEQUENCE = rf"{WORD}(?:\.?\s{WORD})*"
_SEQUENCE = re.compile(rf"(?<![\w'-]){SEQUENCE}(?![\w-])")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|from|to|near|of|into|through|across|towards?|outside|the|on|for) $", re.I
)
_KIN_BEFORE = re.compile(rf"\b(?:{'|'.join(KIN_WORDS)}|married|engaged) (?:of|to) $")
_NAMESAKE = re.compile(
    rf"\b(?:another|a second|a different|the other|two|three|both|namesake,?)\s({WORD}?)s?\b"
)
_PLACE_STARTERS = frozenset({"In", "At", "From", "Near", "Outside", "To", "Beyond"})
_PLURAL = re.compile(r"[^aius]s$")
"""`Sailors`, not `Jonas`: what only ever opens a sentence and looks like a plural is no name."""
RENAMED = re.compile(
    r"\b(?:born|née|nee|formerly|maiden name|married name|changed (?:his|her) name|alias|(?:also )?known as|"
    r"took (?:his|her) name|real name|stage name)\b"
)
"""A sentence that gives one person two names on purpose."""
_NUMBERED = re.compile(
    rf"({SEQUENCE}),? (?:the (?:First|Second|Third|Fourth|Fifth|[Ee]lder|[Yy]ounger)|II|III|IV|Jr|Sr)\b"
)
_BY_AGE = re.compile(rf"\b([Oo]ld|[Yy]oung|[Ll]ittle|[Bb]ig) ({WORD})")


class Roster:
    """The people of a text. A bare name that two people share stands for nobody."""

    def __init__(self, narration: Sequence[str], known_names: Iterable[str]) -> None:
        self._known = {plain(name) for name in known_names if name.strip()}
        self._lower_words = set(re.findall(r"(?<![\w'])[a-zß-öø-ÿ]\w+", " ".join(narration)))
        seen: set[str] = set()
        self._firm = set(self._known)
        self._together: set[frozenset[str]] = set()
        self._shared: set[str] = set()
        self._by_age: dict[str, set[str]] = {}
        for text in narration:
            for sentence in split_sentences(text):
                self._read(sentence, seen)
        self._seen = set(seen)
        self._settle()

    def _read(self, sentence: str, seen: set[str]) -> None:
        found: set[str] = set()
        for match in _SEQUENCE.finditer(sentence):
            initial = not re.search(r"\w", sentence[: match.start()])
            name = self._clean(match[0], initial=initial)
            if not name:
                continue
            ahead = sentence[: match.start()]
            placed = _PLACE_BEFORE.search(ahead) is not None and not _KIN_BEFORE.search(ahead)
            if placed and name == plain(match[0]) and name not in self._known:
                continue
            seen.add(name)
            acting = sentence[match.end() :].split(None, 1)[:1]
            if not initial or name != plain(match[0]) or (acting and acting[0].strip(".,;") in ACTS):
                self._firm.add(name)
            if " " in name:
                found.add(name)
        for match in _NAMESAKE.finditer(sentence):
            self._shared.add(match[1])
        for match in _NUMBERED.finditer(sentence):
            self._shared.update((plain(match[1]), plain(match[1]).split()[0]))
        for match in _BY_AGE.finditer(sentence):
            self._by_age.setdefault(match[2], set()).add(match[1].casefold())
        if RENAMED.search(sentence):
            found.clear()
        for one in found:
            self._together.update(frozenset((one, two)) for two in found if two != one)

    def _clean(self, raw: str, *, initial: bool) -> str:
        parts = raw.split()
        if len(parts[0]) > 1 and parts[0].isupper():
            parts = list(takewhile(str.isupper, parts))  # a cue, then the sentence: `TOM Ropes hold`
        words = plain(" ".join(parts)).split()
        if len(words) > 2 and words[0] in _PLACE_STARTERS and words[1] not in CALENDAR:
            words = words[-1:]  # `In New York Tom slept`
        while words and (words[0].casefold() in STARTERS or words[0] in CALENDAR or words[0] in COUNTRIES):
            words = words[1:]
        while words and words[-1] in CALENDAR:
            words = words[:-1]
        if not words:
            return ""
        head = words[0].casefold()
        common = head in ABSTRACT or head in self._lower_words or _PLURAL.search(head) is not None
        if " ".join(words) not in self._known and initial and common:
            return ""
        return " ".join(words)

    def _settle(self) -> None:
        self._shared.update(name for name, words in self._by_age.items() if len(words) > 1)
        everything = self._seen | self._known
        self._fulls: dict[str, list[str]] = {}
        for name in sorted(everything):
            if " " in name and name.split()[0] not in GENDERED_TITLES:
                self._fulls.setdefault(name.split()[0], []).append(name)
        for given, fulls in self._fulls.items():
            bare = given in everything
            apart = any(
                frozenset((one, two)) in self._together for one in fulls for two in fulls if one != two
            )
            both_known = sum(full in self._known for full in fulls) > 1
            if len(fulls) > 1 and (apart or both_known or not bare):
                self._shared.add(given)

    def resolve(self, mention: str) -> str | None:
        """The subject that a mention stands for; None when it is nobody or more than one."""
        name = self._clean(mention, initial=False)
        if not name or (name not in self._seen and name not in self._known):
            return None
        given = name.split()[0]
        if name in self._shared:
            return None
        if given in self._shared:
            return name if " " in name else None
        return given if given in self._fulls else name

    def full_name(self, mention: str) -> str | None:
        """The mention as a full name of somebody with one given name; None when it is none."""
        name = self._clean(mention, initial=False)
        given = name.split()[0] if name else ""
        if name not in self._fulls.get(given, ()) or given in self._shared:
            return None
        return name

    def firm(self, mention: str) -> bool:
        """Whether the name was met inside a sentence or is known, so that it is no common word."""
        name = self._clean(mention, initial=False)
        return name in self._firm or (name.split() or [""])[0] in self._firm

    def people_in(self, sentence: str) -> list[str]:
        """Subjects named in a sentence, in order, each once."""
        subjects = (self.resolve(match[0]) for match in _SEQUENCE.finditer(sentence))
        return list(dict.fromkeys(subject for subject in subjects if subject))


def plain(name: str) -> str:
    """A name without title, possessive, cue marks (`(V.O.)`) and shouting; `Mrs Hale` keeps its title."""
    name = re.sub(r"\([^)]*\)", "", name).strip().strip(".,;:")
    name = re.sub(r"['’]s?$", "", name)
    words = [word.title() if word.isupper() and len(word) > 1 else word for word in name.split()]
    words = [word.rstrip(".") for word in words]
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(words)
