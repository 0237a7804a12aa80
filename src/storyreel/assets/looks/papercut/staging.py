"""Where the things of a line stand: on the ground, on a table, on the water, or in the sky."""

from dataclasses import replace

from storyreel.assets.looks.layout.model import Block
from storyreel.assets.looks.papercut.cast import MOST_NEAR, near_people
from storyreel.assets.looks.papercut.parts import PARTS
from storyreel.assets.looks.papercut.parts.crowds import ROLES
from storyreel.assets.looks.papercut.parts.dress import passer
from storyreel.assets.looks.papercut.parts.figures import figure
from storyreel.assets.looks.papercut.pen import Art
from storyreel.assets.looks.papercut.places import Place, Slots, Stage
from storyreel.assets.looks.papercut.places.fittings import FITTINGS
from storyreel.assets.looks.papercut.places.place import Free
from storyreel.assets.looks.papercut.places.stage import MAIN
from storyreel.assets.looks.papercut.places.things import art_of
from storyreel.assets.looks.papercut.shown import is_scenery
from storyreel.assets.looks.papercut.still import is_still, still
from storyreel.assets.model import Act
from storyreel.assets.nouns import PEOPLE
from storyreel.assets.reading import Appearance, Thing

FLYING = frozenset(
    (
        "gull",
        "bird",
        "crow",
        "dove",
        "eagle",
        "parrot",
        "bat",
        "bee",
        "butterfly",
        "airplane",
        "helicopter",
        "rocket",
        "parachute",
        "kite",
        "balloon",
        "comet",
        "rainbow",
        "satellite",
        "angel",
        "dragon",
        "ringed-planet",
        "ladybug",
    )
)
AFLOAT = frozenset(
    (
        "boat",
        "ship",
        "wave",
        "fish",
        "squid",
        "octopus",
        "spouting-whale",
        "dolphin",
        "shark",
        "seal",
        "turtle",
        "swan",
        "duck",
        "ring-buoy",
        "desert-island",
    )
)
ON_TABLE = 75.0
"""Lower things stand on a table where there is a roof."""
MOST_COUNTED = 12
SHRINK = (1.0, 0.86, 0.74, 0.66, 0.6, 0.56, 0.52, 0.48, 0.46, 0.44, 0.42, 0.4)
"""Size of each of so many."""
STEPS = ((400, 1.0), (200, 0.84), (100, 0.64), (50, 0.48), (20, 0.38))
"""From that natural height in centimetres on: the share of a subject's room that a thing takes."""
WIDEST = 0.6
"""Share of the width that all of a counted thing take."""
WIDEST_TALL = 0.72
WIDEST_TABLED = 0.6
"""Of the short side: what fits on a table."""
SMALLEST = 0.32
HIGHEST_INDOORS = 1.0
"""Of a standing adult: higher things are shown no higher under a roof."""
BESIDE_PEOPLE = 0.34
"""Of an adult, at most, for a small thing beside somebody seen whole."""
BESIDE = 0.6
NO_NEARER = 0.03
"""Of the width: things keep that far from the sides of the frame."""
"""Size of a prop against a subject."""


def stature(natural: float) -> float:
    """How much of a subject's room a thing takes that is `natural` centimetres high."""
    return next((share for least, share in STEPS if natural >= least), SMALLEST)


def things(st: Stage, name: str, place: Place, slots: Slots) -> list[str]:
    """Set the subject and the props; returns their names."""
    reading = st.shot.reading
    shown: list[str] = []
    free, water = list(slots.props), list(slots.water)
    for index, said in enumerate(t for t in (reading.subject, *reading.props) if t):
        main = index == 0 and said is reading.subject
        thing = _of_the_place(place, said)
        if thing.denied or is_scenery(name, place, thing) or (thing.name == "table" and st.tables):
            continue
        if thing.name == "music":
            _notes(st, slots)
            continue
        if main and thing.name in PARTS and is_still(st, place, thing):
            still(st, thing)
            return [thing.name]
        if thing.name in PEOPLE:
            if _somebody(st, thing, slots):
                shown.append(thing.name)
        elif thing.name in PARTS:
            spot = _spot(st, place, slots, thing, free, water, main=main)
            if spot:
                _set(st, place, slots, thing, spot, main=main)
                shown.append(thing.name)
    return shown


def _of_the_place(place: Place, thing: Thing) -> Thing:
    """The thing as this place has it: wheels on a table are those of a clockwork."""
    if place.tables and thing.name == "wheel":
        return thing.model_copy(update={"name": "gear"})
    return thing


def between(st: Stage) -> bool:
    """Whether the subject stands between two near people."""
    return near_people(st) and len(st.shot.need.people) == MOST_NEAR


def _spot(
    st: Stage, place: Place, slots: Slots, thing: Thing, free: list[Free], water: list[Free], *, main: bool
) -> Free | None:
    if thing.name in FLYING and not place.indoors:
        return (slots.air if main else 0.3), st.horizon * (0.6 if main else 0.42)
    if thing.name in AFLOAT and water:
        return water.pop(0)
    if main and between(st):
        return 0.5, slots.subject[1] - st.size(0.06)
    if main:
        return (0.76 if st.tall and near_people(st) else slots.subject[0]), slots.subject[1]
    return free.pop(0) if free else None


def _set(st: Stage, place: Place, slots: Slots, thing: Thing, spot: Free, *, main: bool) -> None:
    """One thing, or as many as are counted, side by side."""
    count = min(max(thing.count, 1), MOST_COUNTED)
    flies, floats = thing.name in FLYING and not place.indoors, thing.name in AFLOAT and spot in slots.water
    x0, foot = st.x(spot[0]), spot[1]
    arts = [art_of(st, thing.name, seed=index) for index in range(count)]
    height = (
        st.size(st.camera.subject * stature(arts[0].height) * slots.scale * (1.0 if main else BESIDE))
        * SHRINK[count - 1]
    )
    height = min(
        height * (0.85 if flies else 1.0), st.frame.width * 0.5 * arts[0].height / max(arts[0].width, 1.0)
    )
    if between(st) and main:
        height *= 0.8
    figure_high = st.size(st.camera.figure * slots.scale)
    if place.indoors and arts[0].height > ON_TABLE:
        height = min(height, figure_high * HIGHEST_INDOORS)
    if arts[0].height < ON_TABLE and _whole_people(st):
        height = min(height, figure_high * BESIDE_PEOPLE)
    if flies and arts[0].hangs:
        height = st.size(0.44 if main else 0.3)
    step = arts[0].width * arts[0].fitted(height) * 1.12
    tabled = place.tables and arts[0].height < ON_TABLE and not arts[0].hangs
    widest = st.size(WIDEST_TABLED) if tabled else st.frame.width * WIDEST
    widest = min(widest, st.frame.width * (WIDEST_TALL if st.tall else WIDEST))
    if step * count > widest:
        height, step = (side * widest / (step * count) for side in (height, step))
    if tabled:
        x0, foot = _table(st, x0, foot, main=main, wide=step * count)
    half = step * count / 2 + st.frame.width * NO_NEARER
    x0 = min(max(x0, half), max(st.frame.width - half, half))
    for index, art in enumerate(arts):
        x = x0 + (index - (count - 1) / 2) * step
        lift = st.size(0.05) * ((index * 2) % 3) if flies else 0.0
        at = 0.0 if art.hangs else foot - lift - art.bottom * art.fitted(height)
        area = st.stand(
            f"thing-{thing.name}{index}",
            art,
            x,
            at,
            height,
            slots.water_depth if floats else MAIN,
            mirror=st.side < 0,
            cast=not flies and not art.hangs,
        )
        if not flies:
            st.taken.append((area.x, area.right))
        if main and index == 0:
            st.blocks.append(Block(thing.name, "subject", area))


def _notes(st: Stage, slots: Slots) -> None:
    """Two or three small notes in the air over whoever or whatever sings."""
    art = art_of(st, "music")
    high = st.size(0.09)
    x = st.x(slots.people[0][0] if st.shot.need.people and slots.people else slots.subject[0])
    y = st.horizon - st.size(0.26)
    for index, (dx, dy) in enumerate(((-0.07, 0.02), (0.0, -0.05), (0.07, 0.0))):
        # The notes hang on a thread, which is cut: they fly.
        way = (Act(kind="float", amount=10.0, period_s=3.0 + index),)
        free = replace(art, hangs=False)
        st.stand(f"note{index}", free, x + st.size(dx), y + st.size(dy), high, cast=False, acts=way)


def _whole_people(st: Stage) -> bool:
    """Whether people stand beside the things from head to boots."""
    return bool(st.shot.need.people or st.shot.reading.people) and not near_people(st)


def _table(st: Stage, x: float, foot: float, *, main: bool, wide: float) -> tuple[float, float]:
    """Room on the table that stands, else on a new one: x and the y of its top."""
    if st.tables:
        middle, top = st.tables[0]
        st.tables.append(st.tables[0])
        return middle + (-1) ** len(st.tables) * -st.side * st.size(0.2), top
    art = FITTINGS["side_table"](st.pen)
    least = st.size(0.58 if main and not st.tall else 0.4)
    height = st.size(0.22) * (1.15 if st.near == "close" else 1.0)
    height = max(height, min(max(wide * 1.1, least), st.size(0.7)) / art.width * art.height)
    area = st.stand("under-things", art, x, foot, height)
    top = area.y + 2
    st.tables.append((x, top))
    st.taken.append((area.x, area.right))
    return x, top


def _somebody(st: Stage, thing: Thing, slots: Slots) -> bool:
    """People whom the words name by what they are; nobody where named people stand already."""
    if st.shot.need.people or not slots.people:
        return False
    st.taken_by_people = True
    count = {"crowd": 7, "crew": 4, "children": 3}.get(thing.name, min(max(thing.count, 1), MOST_COUNTED))
    for index in range(count):
        look = _somebody_like(thing.name, st.shot.seed % 997, index)
        art = figure(st.pen, look, "standing", right=st.side > 0)
        share, foot = slots.people[index % len(slots.people)]
        share += 0.07 * (index // len(slots.people))
        st.stand(
            f"somebody-{thing.name}{index}",
            art,
            st.x(share),
            foot,
            _height(st, art, slots),
            elevation=1.0,
            edge=0.85,
        )
    return True


def _height(st: Stage, art: Art, slots: Slots) -> float:
    return st.size(st.camera.figure * slots.scale) * art.height / 400


def _somebody_like(name: str, seed: int, index: int) -> Appearance:
    """How the first of them looks by what they are; the others by chance, of the same age."""
    if name in ROLES and index == 0:
        return ROLES[name]
    age = ROLES[name].age if name in ROLES else "child" if name == "children" else "adult"
    return passer(seed + index).model_copy(update={"age": age})
