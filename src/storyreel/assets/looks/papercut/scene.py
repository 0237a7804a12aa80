"""A scene: the place, what the line is about, its props and people, the foreground, the weather."""

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.cast import bystanders, cast, foreground, near_people
from storyreel.assets.looks.papercut.parts import source_of
from storyreel.assets.looks.papercut.places import PLACES, Place, Slots, Stage
from storyreel.assets.looks.papercut.places.air import falling
from storyreel.assets.looks.papercut.places.crop import cropped
from storyreel.assets.looks.papercut.places.inside import wall_top
from storyreel.assets.looks.papercut.places.stage import CAMERAS, MAIN, NEARNESS, halo
from storyreel.assets.looks.papercut.sheet import Page, Shot
from storyreel.assets.looks.papercut.shown import others
from storyreel.assets.looks.papercut.staging import things
from storyreel.assets.model import Act
from storyreel.assets.reader.places import NEAREST

DEFAULT_PLACE = "hills"
"""Where nothing tells."""
LONELY_SUBJECT, LONELY_FIGURE = 0.31, 0.22
INDOORS_FIGURE = 0.34
"""A whole adult in a room, at least: walls are nearer than horizons."""


def place_of(name: str) -> str:
    """The place that is drawn for a place id: itself, or the nearest that there is."""
    seen: set[str] = set()
    while name not in PLACES and name in NEAREST and name not in seen:
        seen.add(name)
        name = NEAREST[name]
    return name if name in PLACES else DEFAULT_PLACE


def stage_of(shot: Shot) -> Stage:
    """The empty stage of a shot."""
    near = NEARNESS[shot.need.framing]
    camera = CAMERAS[near]
    shape = shot.frame.shape
    if shot.reading.mood == "lonely" and near != "close":
        camera = replace(camera, subject=LONELY_SUBJECT, figure=LONELY_FIGURE)
    if shot.indoors:
        camera = replace(camera, figure=max(camera.figure, INDOORS_FIGURE))
    return Stage(
        shot, camera, near, shot.frame.height * camera.horizon[shape], shot.frame.height * camera.foot[shape]
    )


def built(st: Stage, place: Place) -> Slots:
    """Build a place and stand the camera where the shot's turn has it."""
    slots = place.build(st)
    return cropped(st, slots, level=wall_top(st) if place.indoors else st.horizon)


def compose(shot: Shot) -> Page:
    """The page of a scene."""
    name = place_of(shot.reading.place)
    place = PLACES[name]
    st = stage_of(shot)
    slots = built(st, place)
    shown = [name, *things(st, name, place, slots)]
    _shine(st, "window", 0.3)
    bystanders(st, slots, others(st, name, place))
    if near_people(st):
        # Whoever is near stands between us and the lamps of the place.
        _shine(st, "lamp", 0.6)
        st.glows.clear()
    cast(st, slots)
    foreground(st)
    if slots.front and st.near != "close" and not near_people(st) and not _has_board(st):
        slots.front[shot.turn % len(slots.front)](st)
    _shine(st, "lamp", 0.6)
    if not place.indoors:
        falling(st)
    sheets = sorted(st.sheets, key=lambda s: s.depth)
    reason = f"The words show {', '.join(shown)}."
    sources = frozenset(source_of(part) for part in st.parts)
    return Page(tuple(sheets), reason, tuple(st.blocks), sources - {"own"})


def _has_board(st: Stage) -> bool:
    return any(sheet.name == "board" for sheet in st.sheets)


def _shine(st: Stage, kind: str, strength: float) -> None:
    """Light around windows, which stands still, or around lamps and fires, which flickers."""
    svg = ""
    areas: list[Area] = []
    for index, (x, y, radius, what) in enumerate(st.glows if st.pen.lit else ()):
        if (what == "window") == (kind == "window") and radius > 6:
            reach = radius * (1.0 if kind == "window" else 1.25)
            svg += halo(f"{kind}{index}", x, y, reach, st.pal.lamp, strength)
            areas.append(Area(x - reach, y - reach, 2 * reach, 2 * reach))
    if not svg:
        return
    x0, y0 = min(a.x for a in areas), min(a.y for a in areas)
    area = Area(x0, y0, max(a.right for a in areas) - x0, max(a.foot for a in areas) - y0)
    acts = (Act(kind="flicker", amount=0.08, period_s=0.9),) if kind == "lamp" else ()
    st.add(f"{kind}-light", svg, MAIN, elevation=0, area=area, acts=acts)
