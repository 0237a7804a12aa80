"""The choice among compositions: the first without a fault, else the one whose faults weigh least."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from storyreel.assets.looks.layout.model import Fault, Plan
from storyreel.assets.looks.layout.rules import faults
from storyreel.kit.errors import InputError

T = TypeVar("T")


@dataclass(frozen=True)
class Solved(Generic[T]):
    """The composition that was taken, which of the candidates it is, and what each tried one lacked."""

    taken: T
    index: int
    tried: tuple[tuple[Fault, ...], ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is still wrong with the one that was taken."""
        return self.tried[self.index]


def solve(candidates: Iterable[Callable[[], T]], plan_of: Callable[[T], Plan]) -> Solved[T]:
    """Compose the candidates in order and take the first whose plan has no fault.

    Later ones are not composed then. Where all have faults, the least weight wins and the earlier
    of equals. Raises InputError when there is no candidate.
    """
    tried: list[tuple[Fault, ...]] = []
    best: tuple[float, int, T] | None = None
    for index, compose in enumerate(candidates):
        page = compose()
        wrong = faults(plan_of(page))
        tried.append(wrong)
        weight = sum(fault.weight for fault in wrong)
        if best is None or weight < best[0]:
            best = (weight, index, page)
        if not wrong:
            break
    if best is None:
        raise InputError("There is no composition to choose from.", next_step="Give at least one candidate.")
    return Solved(best[2], best[1], tuple(tried))
