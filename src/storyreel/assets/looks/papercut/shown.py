"""Which things of a line a place is drawn with already, and which are no things to be set at all."""

from storyreel.assets.looks.papercut.places import Place, Stage
from storyreel.assets.reading import Thing

AIR = frozenset(
    ("moon", "sun", "star", "cloud", "rain", "storm", "fog", "snowflake", "wind-face", "crescent", "tornado",
     "ice", "sparkle")
)  # fmt: skip
"""Weather and what the sky of every outdoor picture shows by itself; indoors the window shows it."""
GROUNDS = frozenset(
    ("road", "hill", "city", "village", "mountain", "island", "desert-island", "grass", "water", "hole",
     "wall", "footprints", "web", "paw-prints", "window", "door", "curtain", "carpet", "stairs")
)  # fmt: skip
"""Land and parts of buildings: where something is, never something that stands there."""
BUILDINGS = frozenset(
    ("bank", "barn", "castle", "church", "circus", "cottage", "factory", "gate", "hospital", "hotel", "house",
     "hut", "lighthouse", "mosque", "office", "row_house", "school", "shop", "stadium", "synagogue", "tower",
     "volcano", "windmill", "well", "fountain", "bridge", "dam", "dike", "ferris-wheel", "tree", "pine",
     "fence", "boat", "ship", "train", "stall", "lamp_post")
)  # fmt: skip
"""Never inside a room."""
ALSO: dict[str, frozenset[str]] = {
    "street": frozenset(("church", "house", "row_house", "cottage", "shop", "lamp_post", "fence", "stall")),
    "city": frozenset(("house", "row_house", "tower", "office", "tree", "lamp_post", "hotel")),
    "village": frozenset(("church", "house", "cottage", "row_house", "hut", "fence")),
    "square": frozenset(("house", "row_house", "cottage", "shop", "well")),
    "market": frozenset(("stall", "bunting")),
    "harbour": frozenset(("house", "quay_post", "water", "wave")),
    "open_sea": frozenset(("wave", "water")),
    "beach": frozenset(("wave", "water")),
    "sea_cliff": frozenset(("wave", "water", "rock")),
    "farm": frozenset(("barn", "fence")),
    "field": frozenset(("grass", "wheat", "hay")),
    "garden": frozenset(("grass", "fence", "flowers")),
    "park": frozenset(("tree", "bench", "grass")),
    "forest": frozenset(("wood", "tree", "pine", "conifer", "bush")),
    "kitchen": frozenset(("stove", "shelf")),
    "bedroom": frozenset(("bed", "pillow", "blanket")),
    "room": frozenset(("fireplace", "armchair", "bookcase", "chair")),
    "library": frozenset(("bookcase", "shelf")),
    "school": frozenset(("blackboard", "desk")),
    "shop": frozenset(("shelf",)),
    "workshop": frozenset(("workbench",)),
    "church": frozenset(("bench", "column")),
    "hall": frozenset(("throne", "column", "chandelier")),
    "office": frozenset(("desk",)),
    "lamp_room": frozenset(("lens", "lamp", "light-bulb")),
}
"""What these places show beside what they own."""
PUBLIC = frozenset(
    ("street", "city", "village", "square", "market", "harbour", "park", "beach", "stadium", "construction",
     "field", "farm", "ship_deck", "bridge", "school", "hall", "inn", "church", "library", "shop")
)  # fmt: skip
"""Where people without a name are at home."""
MANY = 3
"""So many are said to be there: the words ask for them wherever it is."""


def is_scenery(name: str, place: Place, thing: Thing) -> bool:
    """Whether the place itself, its air or its furniture shows the thing."""
    if thing.name in AIR or thing.name in place.owns or thing.name in GROUNDS or thing.name == name:
        return True
    return thing.name in ALSO.get(name, ()) or (place.indoors and thing.name in BUILDINGS)


def others(st: Stage, name: str, place: Place) -> int:
    """How many people without a name are seen: those that the words ask for, where such people are."""
    reading = st.shot.reading
    count = max(reading.people - len(reading.roles), 0)
    if count >= MANY:
        return count
    if not st.shot.need.people:
        return count
    return 0 if place.indoors or name not in PUBLIC else count
