"""What a place is: a way to build a stage, and what it leaves free for subject, props and people."""

from collections.abc import Callable
from dataclasses import dataclass

from storyreel.assets.looks.papercut.places.stage import MID, Stage

Free = tuple[float, float]
"""A share of the width (from the side opposite the subject) and a foot in frame units."""
Hole = tuple[float, float, float]
"""A round opening: x, y, radius in frame units."""


@dataclass(frozen=True)
class Slots:
    """Where a built place has room."""

    subject: Free
    """Foot of the thing that the line is about."""
    props: tuple[Free, ...]
    people: tuple[Free, ...]
    """The first for who speaks."""
    water: tuple[Free, ...] = ()
    """Where something may float."""
    water_depth: float = MID
    """The sheet that the water is on."""
    air: float = 0.62
    """Share of the width at which something flies before free sky."""
    hole: Hole | None = None
    """An opening in which people are seen from inside."""
    scale: float = 1.0
    """Of what stands there, against the camera's sizes."""
    front: tuple[Callable[[Stage], None], ...] = ()
    """Foregrounds that suit the place; the picture takes one of them."""


@dataclass(frozen=True)
class Place:
    """A place by its id in the reader's vocabulary."""

    build: Callable[[Stage], Slots]
    indoors: bool = False
    tables: bool = False
    """Small things stand on a table."""
    palettes: tuple[str, str] | None = None
    """Rows of the palettes that it has by day and by night; None takes the hour's."""
    owns: frozenset[str] = frozenset()
    """Things that the place itself shows: as a subject they are not set a second time."""


def standing(st: Stage, *, subject: float = 0.66, lower: float = 0.0) -> Slots:
    """The usual room of level ground: subject on its third, people towards the other one."""
    foot = st.foot + st.frame.height * lower
    spread = (0.36, 0.50, 0.20, 0.84, 0.62) if not st.tall else (0.32, 0.58, 0.14, 0.84, 0.46)
    off = st.size(0.018)
    people = tuple((x, foot + off * k) for x, k in zip(spread, (1.4, 0.2, -0.6, -0.9, 0.8), strict=True))
    props = ((0.45, foot + 2.2 * off), (0.22, foot + off), (0.85, foot + 1.6 * off))
    return Slots((subject, foot), props, people)
