"""The rules that read facts from one clause; docs/canon.md lists each with an example."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storyreel.canon.kinship import KIN_WORDS
from storyreel.canon.lexicon import ACTS, COUNTRIES, GENERIC_ROLES, PLACES, REGIONS
from storyreel.canon.model import Predicate
from storyreel.canon.names import SEQUENCE, Roster
from storyreel.canon.numbers import NUMBER, number
from storyreel.canon.sentences import doubted

NAME = rf"(?<![\w'])({SEQUENCE})"
_BE = r"(?:is|was)"
_NUM = rf"(?i:({NUMBER}))"
_YEARS = r"(?: years? (?:old|of age))"
_END = r"(?=\s*(?:$|[.,;!)]))"


@dataclass(frozen=True)
class Reading:
    """A fact without its time: what one rule read in one clause."""

    rule: str
    subject: str
    predicate: Predicate
    value: str
    years_before: int = 0
    """It holds since so many years (`had been dead for three years`)."""
    settled_at: int | None = None
    """Said beside the point of the sentence (`Elias, 71, ...`): doubt after this place does not touch it."""


Rule = Callable[[str, Roster], Iterator[Reading]]


def _each(pattern: str, clause: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, clause)


_AGE_PATTERNS = (
    ("age: NAME is N years old", rf"{NAME},? {_BE} (?:now |just |only |already |exactly )?{_NUM}{_YEARS}"),
    (
        "age: NAME is N",
        rf"{NAME} {_BE} (?:now |just |only |already )?{_NUM}(?=\s*(?:$|[.,;!]|and\b|now\b|today\b))",
    ),
    ("age: NAME, aged N", rf"{NAME},? (?:aged?|at) {_NUM}{_END}"),
    ("age: NAME, a N-year-old", rf"{NAME}, an? {_NUM}[- ]year[- ]old"),
    ("age: NAME, N,", rf"{NAME}(?:, | \(){_NUM}{_YEARS}?{_END}"),
)
_ASIDES = frozenset({"age: NAME, aged N", "age: NAME, a N-year-old", "age: NAME, N,"})
_AGE_FIRST = rf"(?<![\w-]){_NUM}[- ]year[- ]old {NAME}"


def ages(clause: str, roster: Roster) -> Iterator[Reading]:
    """Ages and birthdays."""
    for rule, pattern in _AGE_PATTERNS:
        for match in _each(pattern, clause):
            settled = match.end() if rule in _ASIDES else None
            yield from _age(rule, match[1], match[2], roster, settled)
    for match in _each(_AGE_FIRST, clause):
        yield from _age("age: N-year-old NAME", match[2], match[1], roster, match.end())
    for match in _each(rf"{NAME} (?:has |had )?(?:turned|turns) {_NUM}{_END}", clause):
        if (subject := roster.resolve(match[1])) and 0 < number(match[2]) <= 120:
            yield Reading("birthday: NAME turned N", subject, "birthday", str(number(match[2])))


def _age(rule: str, name: str, years: str, roster: Roster, settled: int | None) -> Iterator[Reading]:
    subject, value = roster.resolve(name), number(years)
    bare = rule in ("age: NAME is N", "age: NAME, N,")
    if subject and (3 if bare else 0) <= value <= 120:
        yield Reading(rule, subject, "age", str(value), settled_at=settled)


_ADVERB = r"(?:\w+ly |then |later |also |soon |peacefully )?"
_DEATH_PATTERNS = (
    (
        "dead: NAME died",
        rf"{NAME} (?:had |has )?{_ADVERB}(?:died|dies|perished|perishes|passed away|drowned|drowns)"
        r"(?! (?:of|from|with) (?:laughter|laughing|shame|boredom|embarrassment|envy|curiosity|happiness|joy|delight)"
        r"| (?:laughing|inside|a little|a thousand|on stage)"
        r"| in (?:paper\w*|debts?|work|love|noise|sorrow|grief|tears|applause|letters|thoughts?|memories|her eyes"
        r"|his eyes)| out\b| down\b)",
    ),
    (
        "dead: NAME was killed",
        rf"{NAME} (?:was|were|is|had been|has been|got) {_ADVERB}(?:killed|murdered|slain|shot dead|hanged|"
        r"executed|beheaded|found dead|struck dead|crushed to death|stabbed to death)",
    ),
    (
        "dead: NAME starved to death",
        rf"{NAME} (?:had )?(?:starved|froze|bled|burned|burnt|fell) to (?:his |her )?death",
    ),
    ("dead: NAME killed NAME", rf"{SEQUENCE} (?:had )?(?:killed|murdered|shot dead|strangled) {NAME}(?!'s)"),
    (
        "dead: NAME drew the last breath",
        rf"{NAME} (?:had )?(?:drew|drawn|took|taken) (?:his|her) last breath",
    ),
    ("dead: NAME lost his life", rf"{NAME} (?:had )?lost (?:his|her) life"),
    ("dead: NAME's widow", rf"{NAME}'s? widow\b"),
    ("dead: the late NAME", rf"\bthe late {NAME}"),
    ("dead: after NAME's death", rf"(?i:\b(?:after|since|at)) {NAME}'s? (?:death|funeral|burial)\b"),
)
_DEAD_FOR = rf"{NAME} (?:had|has) been dead (?:for )?(?i:({NUMBER}|a)) years?"
_DEAD_STATE = rf"{NAME} (?:is|was|lay|lies|had been) (?:already |long )?dead(?=\s*(?:$|[.,;!]|now\b|and gone\b|at last\b))"
_RETURN = (
    rf"{NAME} (?:had )?(?:came back to life|come back to life|rose from the dead|was resurrected|"
    r"had survived|survived|was alive after all|faked (?:his|her) (?:own )?death)"
)


def deaths(clause: str, roster: Roster) -> Iterator[Reading]:
    """Deaths, and returns from what looked like one."""
    for rule, pattern in _DEATH_PATTERNS:
        for match in _each(pattern, clause):
            yield from _death(rule, match[1], roster)
    for match in _each(_DEAD_FOR, clause):
        years = 1 if match[2].lower() == "a" else number(match[2])
        yield from _death("dead: NAME had been dead for N years", match[1], roster, years)
    for match in _each(_DEAD_STATE, clause):
        yield from _death("dead: NAME was dead", match[1], roster)
    for match in _each(_RETURN, clause):
        if subject := roster.resolve(match[1]):
            yield Reading("alive: NAME survived", subject, "alive", "again")


def _death(rule: str, name: str, roster: Roster, years_before: int = 0) -> Iterator[Reading]:
    subject = roster.resolve(name)
    if subject and roster.firm(name):
        yield Reading(rule, subject, "alive", "no", years_before)


_OPENING = (
    r"^(?:(?:and|but|then|so|now|suddenly|finally|later|meanwhile|slowly|quietly|old|young|little|poor|\w+ly)[, ]+"
    r"|(?:in|on|at|by|one|that|this|the next|every|all|for)\b[^,.]{0,30}(?:,\s|\s))*"
)
_ACT = re.compile(
    rf"(?i:{_OPENING})({SEQUENCE})(?: and ({SEQUENCE}))? (?:\w+ly |then |just |only |still |again )?"
    rf"(?:{'|'.join(sorted(ACTS))})\b"
)
_ATTRIBUTED = re.compile(
    rf"^§,? (?:{'|'.join(sorted(ACTS))}) {NAME}|^§,? {NAME} (?:{'|'.join(sorted(ACTS))})\b"
)


def acts(clause: str, roster: Roster) -> Iterator[Reading]:
    """Somebody who does something lives while doing it."""
    for pattern in (_ACT, _ATTRIBUTED):
        match = pattern.search(clause)
        if match and not doubted(clause[: match.start(1)]):
            for name in match.groups():
                if name and (subject := roster.resolve(name)):
                    yield Reading("alive: NAME walked", subject, "alive", "yes")


_KIN = "(" + "|".join(KIN_WORDS) + ")s?"
_ADJ = r"(?:younger |older |elder |eldest |youngest |little |big |only |twin |own |dear |beloved )?"
_KIN_END = r"(?!-|'|’| of\b| to\b| in-law\b)"
_SPOUSES = frozenset({"husband", "wife", "spouse"})
_KIN_PATTERNS = (
    ("kin: X is Y's brother", rf"{NAME} {_BE} {NAME}'s? {_ADJ}{_KIN}{_KIN_END}", (1, 3, 2)),
    ("kin: X, Y's brother", rf"{NAME}, {NAME}'s? {_ADJ}{_KIN}{_KIN_END}{_END}", (1, 3, 2)),
    ("kin: Y's brother X", rf"{NAME}'s? {_ADJ}{_KIN},? {NAME}(?!'s)", (3, 2, 1)),
    ("kin: Y's brother was X", rf"{NAME}'s? {_ADJ}{_KIN} (?:is|was) {NAME}(?!'s)", (3, 2, 1)),
    (
        "kin: X is the brother of Y",
        rf"{NAME},? (?:(?:is|was) )?(?:the |a ){_ADJ}{_KIN} (?:of|to) {NAME}(?!'s)",
        (1, 2, 3),
    ),
    ("kin: the brother of Y, X", rf"(?i:\bthe) {_ADJ}{_KIN} of {NAME}, {NAME}{_END}", (3, 1, 2)),
)
_COPULA = re.compile(r"\b(?:is|was)\b")
_KIN_BOTH = rf"{NAME} and {NAME} (?:are|were) (?:{_ADJ})(brother|sister|sibling|twin|cousin)s\b"
_KIN_MIXED = rf"{NAME} and {NAME} (?:are|were) (brother and sister|husband and wife|married)\b(?! to)"
_MARRIED = rf"{NAME} (?:had )?(?:married|marries|wed) {NAME}(?!'s)"


def kinship(clause: str, roster: Roster) -> Iterator[Reading]:
    """Who is what to whom."""
    for rule, pattern, (x, kin, y) in _KIN_PATTERNS:
        for match in _each(pattern, clause):
            settled = None if _COPULA.search(match[0]) else match.end()
            yield from _kin(rule, match[x], match[kin], match[y], roster, settled)
    for match in _each(_KIN_BOTH, clause):
        yield from _kin("kin: X and Y were brothers", match[1], match[3], match[2], roster)
    for match in _each(_KIN_MIXED, clause):
        word = "sibling" if "sister" in match[3] else "spouse"
        yield from _kin("kin: X and Y were married", match[1], word, match[2], roster)
    for match in _each(_MARRIED, clause):
        yield from _kin("kin: X married Y", match[1], "spouse", match[2], roster)


def _kin(
    rule: str, x: str, word: str, y: str, roster: Roster, settled: int | None = None
) -> Iterator[Reading]:
    subject, other = roster.resolve(x), roster.resolve(y)
    if subject and other and subject != other:
        yield Reading(rule, subject, "relationship", f"{word.lower()} of {other}", settled_at=settled)


_STATE = (
    r"(?:is|was|stood|stands|sat|sits|lay|lies|waited|waits|slept|sleeps|stayed|stays|hid|hides|remained|"
    r"remains)(?: alone| still| already| now| again| standing| sitting| waiting| asleep)?,? (?:down )?"
)
_COMMON_PLACE = re.compile(
    rf"{NAME} {_STATE}(?:in|at|inside|on) (?:the|his|her|their) ({'|'.join(sorted(PLACES))})\b(?! \w*(?:door|wall|"
    r"window|roof|steps|stairs|gate|library|garden|tower|yard)\b|'s)"
)
_PROPER_PLACE = re.compile(rf"{NAME} {_STATE}(?:in|at) ({SEQUENCE})(?!'s|\w)")


def locations(clause: str, roster: Roster) -> Iterator[Reading]:
    """Who is where. Common places count only if their size is known."""
    for match in _COMMON_PLACE.finditer(clause):
        if subject := roster.resolve(match[1]):
            yield Reading("location: NAME was in the PLACE", subject, "location", match[2])
    for match in _PROPER_PLACE.finditer(clause):
        place = match[2]
        person = roster.resolve(place) is not None
        if (subject := roster.resolve(match[1])) and not person and place.split()[0] not in _NO_PLACES:
            yield Reading("location: NAME was in Place", subject, "location", place)


_NO_PLACES = frozenset(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Christmas", "Easter", "God", "God's", "Heaven", "Hell", "I"]
)

_ROLE_NAMED = (
    rf"(?i:\bthe) ((?:\w+ )?[a-z]+) {_BE} (?:called|named) {NAME}",
    rf"(?i:\bthe) ((?:\w+ )?[a-z]+)'s name {_BE} {NAME}",
    rf"(?i:\bthe name of the) ((?:\w+ )?[a-z]+) {_BE} {NAME}",
)
_RENAMED = re.compile(
    r"\b(?:born|née|nee|formerly|maiden name|married name|changed (?:his|her) name|alias|also known as|known as|"
    r"took (?:his|her) name|real name|stage name)\b"
)


def names(clause: str, roster: Roster) -> Iterator[Reading]:
    """Full names, and the names of roles."""
    for match in re.finditer(rf"(?<![\w'])({SEQUENCE})", clause):
        full = roster.full_name(match[1])
        subject = roster.resolve(match[1])
        if full and subject:
            rule = "name: NAME, born NAME" if _RENAMED.search(clause) else "name: NAME SURNAME"
            yield Reading(rule, subject, "name", full, settled_at=match.end())
    for pattern in _ROLE_NAMED:
        for match in _each(pattern, clause):
            role = match[1].lower()
            if role.split()[-1] not in GENERIC_ROLES:
                yield Reading("name: the ROLE was called NAME", f"the {role}", "name", match[2])


def place_size(place: str) -> str:
    """`room`, `building`, `open`, `city`, `country`, or empty for a place that is compared with nothing."""
    if place.casefold() in PLACES:
        return PLACES[place.casefold()]
    if place in REGIONS:
        return ""
    if place in COUNTRIES:
        return "country"
    return "city" if place[:1].isupper() and " " not in place else ""


FACT_RULES: tuple[Rule, ...] = (ages, deaths, kinship, locations, names)
"""Rules for clauses without doubt; `acts` is asked besides, because it has doubts of its own."""
