"""What a rule reads in a clause, and the patterns that the rules share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from storyreel.canon.model import Predicate
from storyreel.canon.names import SEQUENCE, Roster
from storyreel.canon.numbers import NUMBER as _NUMBER

NAME = rf"(?<![\w'])({SEQUENCE})(?!\w)"
BE = r"(?:is|was)"
NUM = rf"(?i:({_NUMBER}))"
END = r"(?=\s*(?:$|[.,;!)]))"
"""A part of a sentence ends here."""


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
