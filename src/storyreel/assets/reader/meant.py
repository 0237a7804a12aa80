"""Whom words mean that name nobody: `she`, `the girl`; what a scene knows of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from storyreel.assets.reader.tokens import Token
from storyreel.kit.names import gender_hint


@dataclass(frozen=True)
class Meant:
    """Whom words besides names mean in a scene."""

    aliases: tuple[tuple[str, str], ...] = ()
    """(word, id of a known person)."""
    she: str = ""
    """Id of a known person, or a word for somebody."""
    he: str = ""
    context: frozenset[str] = frozenset()
    """Stems of what the text is about."""
    animals: bool = False
    """Whether `she` may be an animal."""


NOBODY_ELSE = Meant()


def by_pronouns(
    spoken: tuple[Token, ...],
    here: Sequence[str],
    names: tuple[tuple[str, str], ...],
    meant: Meant,
    *,
    alone: bool,
) -> list[str]:
    """Whom `she` and `he` mean: the scene's only woman or man; of animals nobody.

    Somebody else of that gender in the line is meant first; whom nobody knows is a woman or a man.
    """
    found: list[str] = []
    said = [token.lower for token in spoken]
    for gender, subject, words, who, word in (
        ("female", "she", ("she", "her"), meant.she, "woman"),
        ("male", "he", ("he", "him", "his"), meant.he, "man"),
    ):
        others = [each for each in here if gender_hint(dict(names).get(each, each)) == gender]
        if who in here or others or not (subject in said or (alone and any(each in said for each in words))):
            continue
        who = who or next(iter(_only(gender, names)), "")
        if who or (alone and not found and not meant.animals):
            found.append(who or word)
    return found


def _only(gender: str, names: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    fitting = tuple(each for each, name in names if gender_hint(name) == gender)
    return fitting if len(fitting) == 1 else ()
