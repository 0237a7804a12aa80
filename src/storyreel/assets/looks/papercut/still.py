"""A still life: a small thing that the line is about, near, on a board before its place."""

from storyreel.assets.looks.layout.model import Area, Block
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import num, rect, shape, stroke
from storyreel.assets.looks.papercut.places import Place, Stage
from storyreel.assets.looks.papercut.places.stage import MAIN, fade
from storyreel.assets.looks.papercut.places.things import art_of
from storyreel.assets.reading import Thing

SMALL = 75.0
"""Natural height in centimetres under which a thing is no topic on open ground."""
ON_GROUND: frozenset[str] = frozenset((
    "alien", "anchor", "angel", "ant", "baby", "badger", "balloon", "bathtub", "beaver", "bee",
    "beetle", "boar", "bat", "butterfly", "caterpillar", "cat", "chick", "chicken", "chipmunk", "crab",
    "cradle", "cricket", "crocodile", "crow", "deer", "dog", "dolphin", "dove", "dragon", "drum",
    "duck", "eagle", "fire", "flag", "flamingo", "fly", "flowers", "footprints", "fox", "frog",
    "fuel-pump", "garbage", "ghost", "goat", "goose", "gravestone", "gull", "hamster", "hedgehog",
    "hive", "hole", "jellyfish", "kangaroo", "kite", "koala", "ladybug", "leopard", "lion", "lobster",
    "mailbox", "monkey", "mosquito", "motorcycle", "mouse", "mushroom", "nest", "octopus", "orangutan",
    "otter", "owl", "panda", "parrot", "penguin", "pirate", "plough", "potted-plant", "rabbit",
    "raccoon", "ram", "rat", "robot", "scarecrow", "scooter", "scorpion", "seal", "seedling", "shark",
    "skateboard", "skunk", "sled", "sloth", "snail", "snake", "spider", "squid", "sundial",
    "sunflower", "swan", "tiger", "traffic-light", "tulip", "turkey", "turtle", "unicorn", "warning",
    "web", "wheelbarrow", "wheelchair", "wind-face", "wood", "worm", "tap", "bird", "fish",
    "spiral-shell", "coral", "shovel", "barrel", "pumpkin",
))  # fmt: skip
"""What lives or stands on the ground by itself, however small."""
HIGH, HIGH_TALL = 0.38, 0.42
"""Height of the thing as a share of the short side."""
MOST = 5
"""More of a kind than that are set by the rules of places."""


def is_still(st: Stage, place: Place, thing: Thing) -> bool:
    """Whether the subject is small, by itself and out of doors, so that only a near view shows it well."""
    if place.indoors or st.shot.need.people or st.shot.reading.people or thing.count > MOST:
        return False
    if thing.name in ON_GROUND or thing.denied:
        return False
    art = art_of(st, thing.name)
    return art.height < SMALL and not art.hangs


def board_top(st: Stage) -> float:
    """Where the board begins."""
    return st.frame.height * {"wide": 0.755, "tall": 0.62, "square": 0.735}[st.frame.shape]


def still(st: Stage, thing: Thing) -> None:
    """The board over the whole width, and the thing on it, as often as it is counted."""
    board(st, board_top(st), MAIN)
    foot = board_top(st) + st.size(0.03)
    count = max(thing.count, 1)
    arts = [art_of(st, thing.name, seed=index) for index in range(count)]
    high = st.size(HIGH_TALL if st.tall else HIGH) * (1.0, 0.86, 0.74, 0.62, 0.54)[count - 1]
    room = st.frame.width * (0.7 if st.tall else 0.5) / count
    high = min(high, room * 0.9 / max(arts[0].width, 1.0) * arts[0].height)
    step = arts[0].width * arts[0].fitted(high) * 1.12
    middle = st.x(0.58 if st.frame.shape == "wide" else 0.5)
    for index, art in enumerate(arts):
        x = middle + (index - (count - 1) / 2) * step
        area = st.stand(f"thing-{thing.name}{index}", art, x, foot - art.bottom * art.fitted(high), high,
                        mirror=st.side < 0, elevation=1.2)  # fmt: skip
        if index == 0:
            st.blocks.append(Block(thing.name, "subject", area))


def board(st: Stage, y: float, depth: float) -> None:
    """Weathered planks seen from a little above; their front edge and the dark below carry captions."""
    edge = y + st.size(0.075)
    wide = st.right - st.left
    top = mix(st.pen.tone("plank", 0.5), st.pal.depth(0.6), 0.22)
    front = mix(st.pen.tone("wood", 0.3), st.pal.near, 0.45)
    svg = f"<defs>{fade('board', y, edge, (mix(top, st.pal.light, 0.12), top))}</defs>"
    svg += shape(rect(st.left, y, wide, edge - y), "url(#board)")
    seams = "".join(f"M{num(st.left)},{num(y + (edge - y) * t)}H{num(st.right)}" for t in (0.34, 0.7))
    svg += stroke(seams, st.pal.ink, 2.5, 0.2)
    svg += f"<defs>{fade('apron', edge, st.bottom, (front, mix(front, st.pal.ink, 0.5)))}</defs>"
    svg += shape(rect(st.left, edge, wide, st.bottom - edge), "url(#apron)")
    svg += shape(rect(st.left, edge, wide, 9), mix(top, st.pal.ink, 0.35))
    joints = "".join(f"M{num(st.left + wide * k / 7)},{num(edge + 9)}V{num(st.bottom)}" for k in range(1, 7))
    svg += stroke(joints, st.pal.ink, 3, 0.22)
    st.add("board", svg, depth, elevation=1.3, edge=0.5, area=Area(st.left, y, wide, st.bottom - y))
