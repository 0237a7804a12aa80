"""Every part by its id, each drawn at its natural height."""
# ruff: noqa: E501  # rows of names and of path data read worse when they are broken

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from storyreel.assets.looks.papercut.palette import palette
from storyreel.assets.looks.papercut.parts import (
    animals,
    coast,
    figures,
    food,
    furniture,
    ground,
    houses,
    kitchen,
    rooms,
    sky,
    things,
    tools,
    treasure,
    trees,
    vehicles,
    wild,
    writing,
)  # fmt: skip
from storyreel.assets.looks.papercut.parts.crowds import CREW, ROLES, band
from storyreel.assets.looks.papercut.parts.recoloured import has_icon, icon, icon_names, icon_source
from storyreel.assets.looks.papercut.pen import Art, Glow, Part, Pen, moved
from storyreel.assets.nouns import LARGE
from storyreel.kit.errors import InputError


def _role(name: str) -> Part:
    def draw(pen: Pen) -> Art:
        return figures.figure(pen, ROLES[name])

    return draw


OWN: dict[str, tuple[Part, float]] = {
    # id: what draws it, its natural height in cm (of what hangs: with its thread)
    "lighthouse": (coast.lighthouse, 1600), "boat": (coast.boat, 500), "ship": (coast.ship, 900),
    "anchor": (coast.anchor, 150), "wave": (coast.wave, 400), "gull": (coast.gull, 40), "fish": (coast.fish, 30),
    "spouting-whale": (coast.whale, 450), "ring-buoy": (coast.buoy, 75), "desert-island": (coast.island, 700),
    "box": (coast.box, 60),
    "house": (houses.house, 700), "tent": (houses.tent, 220), "castle": (houses.castle, 1500),
    "church": (houses.church, 1600), "shop": (houses.shop, 700), "village": (houses.village, 1400),
    "hut": (houses.cottage, 450),
    "tree": (trees.tree, 800), "pine": (trees.conifer, 900), "palm-tree": (trees.palm, 700),
    "leaf": (trees.one_leaf, 15), "wheat": (trees.wheat, 110), "tulip": (trees.tulip, 40),
    "rose": (trees.rose, 50), "seedling": (trees.seedling, 15), "herb": (trees.bush, 60),
    "sun": (sky.sun, 1200), "moon": (sky.moon, 900), "star": (sky.star_part, 400), "cloud": (sky.cloud, 500),
    "rain": (sky.rain, 600), "storm": (sky.storm, 700), "snowflake": (sky.snowflake, 60), "fog": (sky.fog, 400),
    "rainbow": (sky.rainbow, 900), "comet": (sky.comet, 500), "ringed-planet": (sky.planet, 500),
    "globe": (sky.globe, 50),
    "well": (ground.well, 420), "bucket": (ground.bucket, 40), "bridge": (ground.bridge, 500),
    "rock": (ground.rock, 210), "mountain": (ground.mountain, 2000), "hill": (ground.hill, 1200),
    "road": (ground.road, 900), "volcano": (ground.volcano, 2000), "fire": (ground.fire, 100),
    "signpost": (ground.signpost, 260), "flag": (ground.flag, 400), "bell": (ground.bell, 260),
    "snowman": (ground.snowman, 170),
    "lamp": (things.lantern, 45), "candle": (things.candle, 30), "light-bulb": (things.light_bulb, 14),
    "clock": (things.clock, 40), "alarm-clock": (things.alarm_clock, 18), "hourglass": (things.hourglass, 30),
    "key": (treasure.key, 12), "lock": (treasure.lock, 12), "chest": (treasure.chest, 70), "coin": (treasure.coin, 10),
    "money": (treasure.money, 12), "crown": (treasure.crown, 18), "ring": (treasure.ring, 10), "gem": (treasure.gem, 10),
    "gift": (treasure.gift, 40), "umbrella": (things.umbrella, 110), "suitcase": (things.suitcase, 60),
    "basket": (things.basket, 45), "barrel": (things.barrel, 110), "heart": (things.heart_part, 60),
    "broken-heart": (things.broken_heart, 60), "bag": (things.bag, 70), "ladder": (things.ladder, 320),
    "knot": (things.rope, 25), "net": (things.net, 90),
    "table": (furniture.table, 110), "chair": (furniture.chair, 100), "bed": (furniture.bed, 110),
    "window": (furniture.window, 210), "door": (furniture.door, 260), "stairs": (furniture.stairs, 320),
    "pot": (kitchen.pot, 45), "coffee": (kitchen.coffee, 18), "tea": (kitchen.tea, 25),
    "bottle": (kitchen.bottle, 32), "bowl": (kitchen.bowl, 20), "mirror": (furniture.mirror, 170),
    "piano": (furniture.piano, 130), "couch-and-lamp": (rooms.sofa, 170), "fireplace": (rooms.fireplace, 160),
    "tear": (rooms.tear, 30),
    "hammer": (tools.hammer, 32), "axe": (tools.axe, 80), "sword": (tools.sword, 105), "shield": (tools.shield, 90),
    "violin": (tools.violin, 65), "guitar": (tools.lute, 90), "drum": (tools.drum, 50), "balance": (tools.balance, 45),
    "gear": (tools.gear, 40), "book": (writing.book, 26), "letter": (writing.letter, 16), "scroll": (writing.scroll, 40),
    "map": (writing.map_part, 50), "compass": (writing.compass, 12), "telescope": (writing.telescope, 140),
    "laptop": (writing.laptop, 26), "mobile-phone": (writing.mobile_phone, 15), "telephone": (writing.telephone, 22),
    "shovel": (tools.shovel, 120), "broom": (tools.broom, 140),
    "bread": (food.bread, 16), "apple": (food.apple, 10), "pear": (food.pear, 12), "lemon": (food.lemon, 9),
    "cheese": (food.cheese, 14), "cake": (food.cake, 28), "egg": (food.egg, 12), "carrot": (food.carrot, 20),
    "pumpkin": (food.pumpkin, 35), "wood": (food.wood_pile, 60), "mushroom": (food.mushroom, 14),
    "wheel": (vehicles.wheel, 110), "train": (vehicles.train, 450), "car": (vehicles.car, 160),
    "bicycle": (vehicles.bicycle, 110), "truck": (vehicles.truck, 330), "airplane": (vehicles.airplane, 500),
    "sled": (vehicles.sled, 60),
    "cat": (animals.cat, 45), "dog": (animals.dog, 60), "horse": (animals.horse, 240), "cow": (animals.cow, 165),
    "sheep": (animals.sheep, 95), "pig": (animals.pig, 85), "chicken": (animals.hen, 45),
    "bird": (wild.bird, 16), "owl": (wild.owl, 50), "fox": (wild.fox, 75), "wolf": (wild.wolf, 115),
    "bear": (wild.bear, 170), "mouse": (wild.mouse, 9), "snake": (wild.snake, 35),
    "duck": (animals.duck, 40), "rabbit": (wild.rabbit, 55), "frog": (wild.frog, 10),
    "butterfly": (wild.butterfly, 60),
    **{name: (_role(name), 120 if look.age == "child" else 178) for name, look in ROLES.items()},
    "crowd": (band(("woman", "old-man", "girl", "man", "keeper")), 190),
    "crew": (band(CREW), 190), "children": (band(("girl", "boy", "child", "boy", "girl")), 125),
}  # fmt: skip
"""Ids of the shared vocabulary that have a part of their own."""

EXTRAS: dict[str, tuple[Part, float]] = {
    "cottage": (houses.cottage, 450), "row_house": (houses.row_house, 1000), "tower": (houses.tower, 1400),
    "windmill": (houses.windmill, 1500), "barn": (houses.barn, 800), "stall": (houses.stall, 260),
    "rowboat": (coast.rowboat, 110), "sailing_ship": (coast.sailing_ship, 2400), "crane": (coast.crane, 2200),
    "boxes": (coast.boxes, 900), "quay_post": (coast.quay_post, 80),
    "round_tree": (trees.round_tree, 600), "conifer": (trees.conifer, 900), "bare_tree": (trees.bare_tree, 700),
    "bush": (trees.bush, 130), "grass": (trees.grass, 40), "reeds": (trees.reeds, 190),
    "flowers": (trees.flowers, 50), "branch": (trees.branch, 150),
    "crescent": (sky.crescent, 900), "fence": (ground.fence, 120), "gate": (ground.gate, 130),
    "lamp_post": (ground.lamp_post, 420), "bunting": (ground.bunting, 120), "lantern": (things.lantern, 45),
    "oven": (kitchen.oven, 260), "shelf": (furniture.shelf, 210), "bookcase": (furniture.shelf, 210),
    "desk": (furniture.desk, 120), "knife": (tools.knife, 32), "lute": (tools.lute, 90),
    "cart": (vehicles.cart, 180), "wagon": (vehicles.wagon, 300), "hot_air_balloon": (vehicles.balloon, 1800),
    "armchair": (rooms.armchair, 115), "stove": (rooms.stove, 210), "blackboard": (rooms.blackboard, 190),
    "workbench": (rooms.workbench, 110), "column": (rooms.column, 500), "bench": (rooms.bench, 100),
    "throne": (rooms.throne, 220), "lamp_hanging": (rooms.lamp_hanging, 120), "chandelier": (rooms.chandelier, 150),
    "picture": (rooms.picture, 70), "lens": (rooms.lens, 250), "torch": (rooms.torch, 60),
}  # fmt: skip
"""Parts that places and kinds set; words reach them through ids of the vocabulary only."""

ICON_HEIGHTS = {True: 300.0, False: 45.0}
"""Natural height in cm of what icon sets draw: of large things and of others."""
_PLAIN = Pen(palette("day", "calm"))


@cache
def _unit(name: str) -> float:
    """Centimetres in one unit of a part, by how high it is in plain daylight."""
    part, height = _row(name)
    art = part(_PLAIN)
    return height / art.height


def _row(name: str) -> tuple[Part, float]:
    if name in OWN:
        return OWN[name]
    if name in EXTRAS:
        return EXTRAS[name]
    return _icon(name), ICON_HEIGHTS[name in LARGE]


def _icon(name: str) -> Part:
    def draw(pen: Pen) -> Art:
        return icon(pen, name)

    return draw


def _natural(name: str) -> Part:
    def draw(pen: Pen) -> Art:
        part, _ = _row(name)
        return sized(part(pen), _unit(name))

    return draw


def sized(art: Art, k: float) -> Art:
    """An art in other units."""
    glows = tuple(Glow(g.x * k, g.y * k, g.radius * k, g.kind) for g in art.glows)
    points = {name: (x * k, y * k) for name, (x, y) in art.points.items()}
    return replace(
        art, svg=moved(art.svg, 0, 0, k), left=art.left * k, right=art.right * k, top=art.top * k,
        bottom=art.bottom * k, glows=glows, points=points,
    )  # fmt: skip


PARTS: MappingProxyType[str, Callable[[Pen], Art]] = MappingProxyType(
    {name: _natural(name) for name in (*OWN, *EXTRAS, *(n for n in icon_names() if n not in OWN))}
)
"""Every thing that this look can draw, in centimetres of its own nature."""


def known(name: str) -> bool:
    """Whether a thing can be drawn, from an own part or from an icon set."""
    return name in PARTS


def own(name: str) -> bool:
    """Whether a thing has a part of this look's own hand."""
    return name in OWN or name in EXTRAS


def source_of(name: str) -> str:
    """The set that a thing is drawn from: `own`, `noto` or `fluent`. Raises InputError for an unknown one."""
    if own(name):
        return "own"
    if has_icon(name):
        return icon_source(name)
    raise InputError(f"Nothing draws {name!r}.", next_step="Use an id of storyreel.assets.nouns.OBJECTS.")


def natural_height(name: str) -> float:
    """Height of a thing in centimetres, as parts are drawn by default."""
    return _row(name)[1]
