"""Checks of a plan before anything is drawn."""

from itertools import combinations

from storyreel.assets.looks.layout.contrast import SMALLEST, contrast, needed
from storyreel.assets.looks.layout.model import Area, Block, Fault, Plan
from storyreel.assets.looks.layout.safe import bands

WHOLE = frozenset(("words", "number", "balloon", "face"))
"""Roles that nothing cuts, covers or crosses."""
TOUCH = 0.02
"""Share of the smaller block that two may share: boxes are larger than what is drawn in them."""
SLACK = 1.0
"""Units by which an edge may be crossed: rounding."""


def faults(plan: Plan) -> tuple[Fault, ...]:
    """What is wrong with a plan: outside, overlapping, in a band, too small, too pale."""
    found: list[Fault] = []
    for block in plan.blocks:
        if block.role in WHOLE:
            found += _outside(block, plan)
            found += _banded(block, plan)
        found += _legible(block, plan)
    for first, second in combinations([b for b in plan.blocks if b.role in WHOLE], 2):
        found += _overlap(first, second)
    return tuple(found)


def _outside(block: Block, plan: Plan) -> list[Fault]:
    rim = plan.margin if block.role in ("words", "number") and not block.on else 0.0
    room = Area(rim, 0, plan.width - 2 * rim, plan.height).grown(SLACK * plan.unit)
    inside = (
        room.x <= block.area.x
        and room.y <= block.area.y
        and block.area.right <= room.right
        and block.area.foot <= room.foot
    )
    return [] if inside else [Fault(block.name, "outside", f"{block.name} leaves the frame.", block.weight)]


def _banded(block: Block, plan: Plan) -> list[Fault]:
    return [
        Fault(block.name, "band", f"{block.name} stands in the band of the {name}.", block.weight)
        for name, band in bands(plan.width, plan.height, captions=plan.captions)
        if block.area.shared(band) > TOUCH * block.area.width * block.area.height
    ]


def related(first: Block, second: Block) -> bool:
    """Whether one stands on the other by intention, or both are parts of one thing."""
    return (
        first.name in (second.on, second.name)
        or second.name == first.on
        or (bool(first.layer) and (first.layer == second.on or second.layer == first.on))
        or (bool(first.on) and first.on == second.on)
    )


def _overlap(first: Block, second: Block) -> list[Fault]:
    if related(first, second):
        return []
    smaller = min(b.area.width * b.area.height for b in (first, second))
    if first.area.shared(second.area) <= TOUCH * smaller:
        return []
    weight = max(first.weight, second.weight)
    return [Fault(first.name, "overlap", f"{first.name} and {second.name} overlap.", weight)]


def _legible(block: Block, plan: Plan) -> list[Fault]:
    if not block.size:
        return []
    size = block.size / plan.unit
    found: list[Fault] = []
    if size < SMALLEST - 0.05:
        found.append(Fault(block.name, "small", f"{block.name} has type of {size:.0f} units.", block.weight))
    if block.ink and block.ground and contrast(block.ink, block.ground) < needed(size) - 0.01:
        ratio = contrast(block.ink, block.ground)
        found.append(
            Fault(block.name, "contrast", f"{block.name} has a contrast of {ratio:.1f}.", block.weight)
        )
    return found
