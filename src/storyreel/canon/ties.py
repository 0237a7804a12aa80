"""Rules for kinship and for names."""

import re
from collections.abc import Iterator

from storyreel.canon.kinship import KIN_WORDS
from storyreel.canon.lexicon import GENERIC_ROLES
from storyreel.canon.names import RENAMED, SEQUENCE, Roster
from storyreel.canon.reading import BE, END, NAME, Reading

_KIN = "(" + "|".join(KIN_WORDS) + ")s?"
_ADJ = r"(?:younger |older |elder |eldest |youngest |little |big |only |twin |own |dear |beloved )?"
_KIN_END = r"(?!-|'|’| of\b| to\b| in-law\b)"
_KIN_PATTERNS = (
    ("kin: X is Y's brother", rf"{NAME} {BE} {NAME}'s? {_ADJ}{_KIN}{_KIN_END}", (1, 3, 2)),
    ("kin: X, Y's brother", rf"{NAME}, {NAME}'s? {_ADJ}{_KIN}{_KIN_END}{END}", (1, 3, 2)),
    ("kin: Y's brother X", rf"{NAME}'s? {_ADJ}{_KIN},? {NAME}(?!'s)", (3, 2, 1)),
    ("kin: Y's brother was X", rf"{NAME}'s? {_ADJ}{_KIN} (?:is|was) {NAME}(?!'s)", (3, 2, 1)),
    (
        "kin: X is the brother of Y",
        rf"{NAME},? (?:(?:is|was) )?(?:the |a ){_ADJ}{_KIN} (?:of|to) {NAME}(?!'s)",
        (1, 2, 3),
    ),
    (
        "kin: Y had a brother, X",
        rf"{NAME} (?:has|had) an? {_ADJ}{_KIN}(?:,| called| named) {NAME}(?!'s)",
        (3, 2, 1),
    ),
    ("kin: the brother of Y, X", rf"(?i:\bthe) {_ADJ}{_KIN} of {NAME}, {NAME}{END}", (3, 1, 2)),
)
_COPULA = re.compile(r"\b(?:is|was)\b")
_KIN_BOTH = rf"{NAME} and {NAME} (?:are|were) (?:{_ADJ})(brother|sister|sibling|twin|cousin)s\b"
_KIN_MIXED = rf"{NAME} and {NAME} (?:are|were) (brother and sister|husband and wife|married)\b(?! to)"
_MARRIED = rf"{NAME} (?:had )?(?:married|marries|wed) {NAME}(?!'s)"


def kinship(clause: str, roster: Roster) -> Iterator[Reading]:
    """Who is what to whom."""
    for rule, pattern, (x, kin, y) in _KIN_PATTERNS:
        for match in re.finditer(pattern, clause):
            settled = None if _COPULA.search(match[0]) else match.end()
            yield from _kin(rule, match[x], match[kin], match[y], roster, settled)
    for match in re.finditer(_KIN_BOTH, clause):
        yield from _kin("kin: X and Y were brothers", match[1], match[3], match[2], roster)
    for match in re.finditer(_KIN_MIXED, clause):
        word = "sibling" if "sister" in match[3] else "spouse"
        yield from _kin("kin: X and Y were married", match[1], word, match[2], roster)
    for match in re.finditer(_MARRIED, clause):
        yield from _kin("kin: X married Y", match[1], "spouse", match[2], roster)


def _kin(
    rule: str, x: str, word: str, y: str, roster: Roster, settled: int | None = None
) -> Iterator[Reading]:
    subject, other = roster.resolve(x), roster.resolve(y)
    if subject and other and subject != other:
        yield Reading(rule, subject, "relationship", f"{word.lower()} of {other}", settled_at=settled)


_ROLE_NAMED = (
    rf"(?i:\bthe) ((?:\w+ )?[a-z]+) {BE} (?:called|named) {NAME}(?! by\b)",
    rf"(?i:\bthe) ((?:\w+ )?[a-z]+)'s name {BE} {NAME}",
    rf"(?i:\bthe name of the) ((?:\w+ )?[a-z]+) {BE} {NAME}",
)


def names(clause: str, roster: Roster) -> Iterator[Reading]:
    """Full names, and the names of roles."""
    for match in re.finditer(rf"(?<![\w'])({SEQUENCE})", clause):
        full = roster.full_name(match[1])
        subject = roster.resolve(match[1])
        if full and subject:
            rule = "name: NAME, born NAME" if RENAMED.search(clause) else "name: NAME SURNAME"
            yield Reading(rule, subject, "name", full, settled_at=match.end())
    for pattern in _ROLE_NAMED:
        for match in re.finditer(pattern, clause):
            role = match[1].lower()
            if role.split()[-1] not in GENERIC_ROLES:
                yield Reading("name: the ROLE was called NAME", f"the {role}", "name", match[2])
