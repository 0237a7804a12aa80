"""What a need is composed from: its reading, the hour, the palette, the light, the side, the seed."""

import math
from zlib import crc32

from storyreel.assets.looks.papercut.frame import Frame, frame_of
from storyreel.assets.looks.papercut.palette import chosen, palette
from storyreel.assets.looks.papercut.pen import Pen
from storyreel.assets.looks.papercut.places import PLACES
from storyreel.assets.looks.papercut.scene import place_of
from storyreel.assets.looks.papercut.sheet import Shot
from storyreel.assets.model import PictureNeed
from storyreel.assets.nouns import LIGHTS
from storyreel.assets.reading import Reading, Time

IN_PLACE = frozenset(("scene", "dialogue", "emotion", "crowd"))
"""Kinds that show their place."""
DARK_MOODS = frozenset(("eerie", "desolate"))


def shot_of(need: PictureNeed, size: tuple[int, int]) -> Shot:
    """What a need is composed from: reading, palette, light, side and seed."""
    return framed(need, frame_of(size))


def framed(need: PictureNeed, frame: Frame) -> Shot:
    """The same in a frame of design units."""
    reading = need.reading or Reading(kind=need.kind)
    if reading.kind == "quote" and need.people and need.captions:
        # Captions carry the words; what is seen is who says them.
        reading = reading.model_copy(update={"kind": "dialogue"})
    place = place_of(reading.place)
    indoors = reading.kind in IN_PLACE and PLACES[place].indoors
    time = reading.time or usual_time(place, reading)
    weather = reading.weather or "clear"
    own = PLACES[place].palettes if reading.kind in IN_PLACE else None
    if own:
        pal = palette(own[time in ("dusk", "night")], reading.mood)
    else:
        pal = chosen(time, weather, reading.mood, indoors=indoors)
    seed = crc32((place if reading.kind in IN_PLACE else f"{place}/{need.position}").encode())
    flip = _flipped(need, reading, place)
    denied = any(t.denied and t.name in LIGHTS for t in (reading.subject, *reading.props) if t)
    tilt = math.hypot(1.0, 0.75)
    light = (-1 / tilt if flip else 1 / tilt, 0.75 / tilt)
    pen = Pen(pal, time, weather, light, 0.0, pal.dark and not denied, seed % 9973)
    return Shot(need, reading, frame, pal, pen, seed, flip, need.position, indoors)


def usual_time(place: str, reading: Reading) -> Time:
    """The hour of a picture whose words tell none: one for each place, so that a scene keeps its light."""
    if reading.mood in DARK_MOODS:
        return "dusk"
    return ("day", "dawn", "day")[crc32(place.encode()) % 3]


def _flipped(need: PictureNeed, reading: Reading, place: str) -> bool:
    """Whether the subject stands left: in a scene always as the place has it, else in turns."""
    turn = 0 if reading.kind in IN_PLACE else need.position
    return ((turn + crc32(place.encode())) % 4) in (1, 2)
