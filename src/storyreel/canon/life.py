"""Rules for ages, deaths and signs of life."""

import re
from collections.abc import Iterator

from storyreel.canon.lexicon import ACTS
from storyreel.canon.names import SEQUENCE, Roster
from storyreel.canon.numbers import NUMBER, number
from storyreel.canon.reading import BE, END, NAME, NUM, Reading
from storyreel.canon.sentences import doubted

_YEARS = r"(?: years? (?:old|of age))"
_AGE_PATTERNS = (
    ("age: NAME is N years old", rf"{NAME},? {BE} (?:now |just |only |already |exactly )?{NUM}{_YEARS}"),
    (
        "age: NAME is N",
        rf"{NAME},? {BE} (?:now |just |only |already )?{NUM}(?=\s*(?:$|[.,;!]|and\b|now\b|today\b))",
    ),
    ("age: NAME, aged N", rf"{NAME},? (?:aged?|at) {NUM}{END}"),
    ("age: NAME, a N-year-old", rf"{NAME}, an? {NUM}[- ]year[- ]old"),
    ("age: NAME, N,", rf"{NAME}(?:, | \(){NUM}{_YEARS}?{END}"),
)
_A_BOY_OF = rf"{NAME},? (?:{BE} |was then )?an? (?:boy|girl|man|woman|child) of {NUM}{END}"
_ASIDES = frozenset({"age: NAME, aged N", "age: NAME, a N-year-old", "age: NAME, N,"})
_AGE_FIRST = rf"(?<![\w-]){NUM}[- ]year[- ]old {NAME}"


def ages(clause: str, roster: Roster) -> Iterator[Reading]:
    """Ages and birthdays."""
    for rule, pattern in _AGE_PATTERNS:
        for match in re.finditer(pattern, clause):
            settled = match.end() if rule in _ASIDES else None
            yield from _age(rule, match[1], match[2], roster, settled)
    for match in re.finditer(_A_BOY_OF, clause):
        yield from _age("age: NAME is a boy of N", match[1], match[2], roster, None)
    for match in re.finditer(_AGE_FIRST, clause):
        yield from _age("age: N-year-old NAME", match[2], match[1], roster, match.end())
    for match in re.finditer(rf"{NAME} (?:has |had )?(?:turned|turns) {NUM}{END}", clause):
        if (subject := roster.resolve(match[1])) and 0 < number(match[2]) <= 120:
            yield Reading("birthday: NAME turned N", subject, "birthday", str(number(match[2])))


def _age(rule: str, name: str, years: str, roster: Roster, settled: int | None) -> Iterator[Reading]:
    subject, value = roster.resolve(name), number(years)
    bare = rule in ("age: NAME is N", "age: NAME, N,")
    if subject and (3 if bare else 0) <= value <= 120:
        yield Reading(rule, subject, "age", str(value), settled_at=settled)


_ADVERB = r"(?:\w+ly |then |later |also |soon |peacefully )?"
_DIED = (
    r"died|dies|perished|perishes|passed away|"
    r"(?:drowned|drowns)(?! (?:his|her|its|their|the|out|it|an?|all)\b)"
)
_NO_DEATH = (
    r"(?! (?:of|from|with) (?:laughter|laughing|shame|boredom|embarrassment|envy|curiosity|happiness|joy)\b"
    r"| (?:laughing|inside|a little|a thousand|on stage|out|down)\b"
    r"| in (?:paper\w*|debts?|work|love|noise|sorrow|grief|tears|applause|letters|thoughts?|memories)\b"
    r"| in (?:his|her|their) (?:eyes|thoughts|own)\b)"
)
"""Figures of speech after a death verb."""
_KILLED = (
    r"killed(?! (?:with|by) kindness)|murdered|slain|shot dead|hanged|executed|beheaded|found dead|"
    r"struck dead|crushed to death|stabbed to death"
)
_YARD = r"(?:church|churchyard|cemetery|graveyard|chapel)"
_DEATH_PATTERNS = (
    ("dead: NAME died", rf"{NAME} (?:had |has )?{_ADVERB}(?:{_DIED}){_NO_DEATH}"),
    (
        "dead: NAME was killed",
        rf"{NAME} (?:was|were|is|had been|has been|got) {_ADVERB}(?:{_KILLED})",
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
    (
        "dead: NAME was buried",
        rf"{NAME} (?:was|is) buried(?=\s*[.,;]| (?:on|at|beside|next to|in the {_YARD})\b)",
    ),
    ("dead: they buried NAME", rf"\bburied {NAME}(?= (?:in|by|at|beside|behind) the {_YARD}\b)"),
    ("dead: NAME's widow", rf"{NAME}'s? widow\b"),
    ("dead: the late NAME", rf"\bthe late {NAME}"),
    ("dead: after NAME's death", rf"(?i:\b(?:after|since|at)) {NAME}'s? (?:death|funeral|burial)\b"),
)
_DEAD_FOR = rf"{NAME} (?:had|has) been dead (?:for )?(?i:({NUMBER}|a)) years?"
_DEAD_STATE = (
    rf"{NAME} (?:is|was|lay|lies|had been) (?:already |long )?dead"
    r"(?=\s*(?:$|[.,;!]|now\b|and gone\b|at last\b|before\b|when\b|by\b))"
)
"""`dead tired`, `dead set` and their like go on after the word, and are left alone."""
_RETURN = (
    rf"{NAME} (?:had )?(?:came back to life|come back to life|rose from the dead|was resurrected|"
    r"had survived|survived|was alive after all|faked (?:his|her) (?:own )?death)"
)


def deaths(clause: str, roster: Roster) -> Iterator[Reading]:
    """Deaths, and returns from what looked like one."""
    for rule, pattern in _DEATH_PATTERNS:
        for match in re.finditer(pattern, clause):
            yield from _death(rule, match[1], roster)
    for match in re.finditer(_DEAD_FOR, clause):
        years = 1 if match[2].lower() == "a" else number(match[2])
        yield from _death("dead: NAME had been dead for N years", match[1], roster, years)
    for match in re.finditer(_DEAD_STATE, clause):
        yield from _death("dead: NAME was dead", match[1], roster)
    for match in re.finditer(_RETURN, clause):
        if subject := roster.resolve(match[1]):
            yield Reading("alive: NAME survived", subject, "alive", "again")


def _death(rule: str, name: str, roster: Roster, years_before: int = 0) -> Iterator[Reading]:
    subject = roster.resolve(name)
    if subject and roster.firm(name):
        yield Reading(rule, subject, "alive", "no", years_before)


_VERB = rf"(?:{'|'.join(sorted(ACTS))})\b"
_ADVERBS = r"(?:\w+ly |then |just |only |still |again )?"
_ACTOR = re.compile(rf"{NAME}(?: and ({SEQUENCE}))?(?:, [^,§]{{1,40}},)? {_ADVERBS}{_VERB}")
_ATTRIBUTED = re.compile(rf"^§,? (?:{_VERB} {NAME}|{NAME} {_VERB})")
_OPENING = re.compile(
    r"(?:and|but|then|so|now|later|meanwhile|old|young|little|poor|in|on|at|by|one|that|this|the next|every|"
    r"all|for|\w+ly)\b.{0,50}",
    re.I,
)
_NOT_ACTOR = re.compile(
    r"\b(?:of|to|with|from|by|for|like|than|behind|beside|about|near|against|in|at|on|the|that|who|which|"
    r"if) $",
    re.I,
)
"""Before the name: `the house of Tom stood empty` is not about Tom."""


def acts(clause: str, roster: Roster) -> Iterator[Reading]:
    """Somebody who does something lives while doing it."""
    found = [_ATTRIBUTED.search(clause), _actor(clause)]
    for match in found:
        for name in match.groups() if match else ():
            if name and (subject := roster.resolve(name)):
                yield Reading("alive: NAME walked", subject, "alive", "yes")


def _actor(clause: str) -> re.Match[str] | None:
    match = _ACTOR.search(clause)
    if match is None or doubted(match[0].rsplit(" ", 1)[0]):
        return None
    before = clause[: match.start()]
    opens = not before.strip() or (_OPENING.fullmatch(before) and not _NOT_ACTOR.search(before))
    return match if opens and not doubted(before) else None
