"""Objects drawn here, by the ids that words call: animals, coast, houses, land, sky, folk."""

from collections.abc import Callable

from storyreel.assets.looks.editorial.parts import animals, coast, folk, houses, land, sky
from storyreel.assets.looks.editorial.parts.pen import Art, Pen

Part = Callable[[Pen], Art]


def _role(name: str) -> Part:
    def draw(pen: Pen) -> Art:
        return folk.role(pen, name)

    return draw


PARTS: dict[str, Part] = {
    "cat": animals.cat,
    "dog": animals.dog,
    "lighthouse": coast.lighthouse,
    "boat": coast.boat,
    "ship": coast.ship,
    "wave": coast.wave,
    "gull": coast.gull,
    "house": houses.house,
    "village": houses.village,
    "window": houses.window,
    "door": houses.door,
    "lamp": houses.lamp,
    "stairs": houses.stairs,
    "well": houses.well,
    "tree": land.tree,
    "pine": land.pine,
    "mountain": land.mountain,
    "hill": land.hill,
    "road": land.road,
    "sun": sky.sun,
    "moon": sky.moon,
    "star": sky.star_part,
    "cloud": sky.cloud,
    "rain": sky.rain,
    "storm": sky.storm,
    "snowflake": sky.snowflake,
    "fog": sky.fog,
    "tear": sky.tear,
    "crowd": folk.crowd,
    "crew": lambda pen: folk.crowd(pen, folk.CREW),
    "children": lambda pen: folk.crowd(pen, folk.CHILDREN),
    "bridge": land.bridge,
    "table": houses.table,
    **{name: _role(name) for name in folk.ROLES},
}
"""Object id -> what draws it."""
