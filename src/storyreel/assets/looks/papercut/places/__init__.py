"""Places: where a scene is, built from land, air, rooms and parts, in any hour and weather.

`stage` is what they are composed on, `air` and `land` what is above and under all of them, `front` the
nearest sheets, `things` and `rows` set parts; `cliff`, `coast`, `village`, `streets`, `landmarks`, `fields`,
`woods`, `ways`, `hollows`, `inside` and `well` hold the places themselves.
"""

from functools import partial

from storyreel.assets.looks.papercut.places import (
    cliff,
    coast,
    fields,
    hollows,
    landmarks,
    streets,
    village,
    ways,
    well,
    woods,
)  # fmt: skip
from storyreel.assets.looks.papercut.places.inside import ROOMS, room
from storyreel.assets.looks.papercut.places.place import Place, Slots
from storyreel.assets.looks.papercut.places.stage import Stage

PLACES: dict[str, Place] = {
    **cliff.PLACES,
    **coast.PLACES,
    **village.PLACES,
    **streets.PLACES,
    **landmarks.PLACES,
    **fields.PLACES,
    **woods.PLACES,
    **ways.PLACES,
    **hollows.PLACES,
    **well.PLACES,
    **{name: Place(partial(room, kind=kind), indoors=True, tables=True) for name, kind in ROOMS.items()},
}
"""Every place by its id in the reader's vocabulary."""

__all__ = ["PLACES", "Place", "Slots", "Stage"]
