"""A number that counts up: its states one over the other, the last one stays."""

from storyreel.assets.looks.editorial.brief import Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.lettering import NUMERAL, svg_line
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.model import Act

STATES = 6
COUNT_S = 1.0
FEWEST = 5
"""Smaller amounts do not count up: they are there."""
EASED = (0.0, 0.34, 0.61, 0.81, 0.94, 1.0)
"""Share of the amount that each state shows: fast first."""


def said(number: int) -> str:
    """A whole number as it is set."""
    return f"{number:,}"


def add_count(
    page: Page,
    number: int,
    x: float,
    base: float,
    size: float,
    ink: str,
    ground: str,
    *,
    word: int | None = None,
) -> None:
    """A whole number as layers of its states, left at `x` on the base line `base`."""
    values = [round(number * share) for share in EASED] if number >= FEWEST else [number]
    add_states(
        page,
        [said(value) for value in values],
        x,
        base,
        size,
        ink,
        ground,
        word=word,
    )


def add_states(
    page: Page,
    states: list[str],
    x: float,
    base: float,
    size: float,
    ink: str,
    ground: str,
    *,
    word: int | None,
) -> None:
    """States of a number in order; the width of the last one is what counts for the layout."""
    for k, text in enumerate(states):
        last = k == len(states) - 1
        name = "number" if last else f"number-{k}"
        width = NUMERAL.width(text, size)
        area = Area(x, base - size * 0.78, width, size * 0.84)
        acts = (
            (Act(kind="count", order=k, of=len(states), word=word, lasts_s=COUNT_S),)
            if len(states) > 1
            else ()
        )
        svg = svg_line(text, x, base, NUMERAL, size, ink)
        page.sketches.append(Sketch(name, svg, area.grown(size * 0.3), 0.1, "text", acts=acts))
        if last:
            page.words.append(area)
            page.inks.append((ink, ground, size))
            page.blocks.append(Block(name, "number", area, name, "", size, ink, ground))
