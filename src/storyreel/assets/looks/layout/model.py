"""Areas, blocks with a role, and the plan of a frame. Lengths are in the plan's own units."""

from dataclasses import dataclass, field
from typing import Literal

Role = Literal["words", "number", "balloon", "face", "subject", "prop"]
"""`subject` and `prop` may be cut by the frame's edge; the others may not."""
FormatShape = Literal["wide", "tall", "square"]
SHORT_SIDE = 1080.0
"""Measures of type are told for a frame whose shorter side has so many units."""


@dataclass(frozen=True)
class Area:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def foot(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> float:
        return self.x + self.width / 2

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    def grown(self, by: float) -> "Area":
        """The area with `by` more on each side; less when negative."""
        return Area(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)

    def scaled(self, by: float) -> "Area":
        """The area in other units."""
        return Area(self.x * by, self.y * by, self.width * by, self.height * by)

    def shared(self, other: "Area") -> float:
        """The surface that both cover."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.foot, other.foot) - max(self.y, other.y)
        return max(across, 0.0) * max(down, 0.0)


@dataclass(frozen=True)
class Block:
    """Something in a frame that others must respect."""

    name: str
    role: Role
    area: Area
    layer: str = ""
    """The layer that it is drawn in: there its real alpha inside `area` counts; '' is planned only."""
    on: str = ""
    """The block or layer that it stands on by intention (words on their balloon, a name on its strip)."""
    size: float = 0.0
    """Type size of words in units of the plan; 0 where nothing is read."""
    ink: str = ""
    """`#rrggbb` of the words."""
    ground: str = ""
    """`#rrggbb` they stand on, where one colour is known beforehand."""
    weight: float = 1.0
    """How much a fault of this block counts when no composition is free of faults."""


@dataclass(frozen=True)
class Plan:
    """A composed frame before it is drawn."""

    width: float
    height: float
    blocks: tuple[Block, ...] = ()
    captions: bool = True
    """Whether the captions' band stays free."""
    margin: float = 0.0
    """Words keep this far from the sides."""

    @property
    def unit(self) -> float:
        """The plan's units in one unit of type."""
        return min(self.width, self.height) / SHORT_SIDE

    @property
    def frame(self) -> Area:
        return Area(0, 0, self.width, self.height)


@dataclass(frozen=True)
class Fault:
    """What is wrong with a block, in one sentence, and how much it weighs."""

    block: str
    rule: Literal["outside", "overlap", "covered", "band", "contrast", "small"]
    sentence: str
    weight: float = field(default=1.0, compare=False)
