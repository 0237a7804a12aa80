"""Title and chapter cards: a place under a calm sky, or seen through an arch cut into the paper."""
# ruff: noqa: E501  # SVG reads worse when it is broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import SHORT_SIDE, Area
from storyreel.assets.looks.layout.safe import shape_of
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.frame import MARGINS, Frame
from storyreel.assets.looks.papercut.kinds.desk import Desk, desk_of, shown_things
from storyreel.assets.looks.papercut.kinds.words import beside_box, ornament, vignette
from storyreel.assets.looks.papercut.pen import arch, moved, num, rect, shape, stroke
from storyreel.assets.looks.papercut.scene import compose as scene
from storyreel.assets.looks.papercut.scene import place_of
from storyreel.assets.looks.papercut.sheet import Page, Sheet, Shot
from storyreel.assets.looks.papercut.shots import framed
from storyreel.assets.model import Act
from storyreel.assets.reading import Time

RISE = (Act(kind="rise", amount=26),)
CALM = frozenset(("sway", "flicker", "breathe"))
"""Acts whose measures do not depend on how large the picture is."""
OPEN = frozenset(
    ("harbour", "beach", "open_sea", "island", "river", "lake", "village", "square", "farm",
     "field", "garden", "hills", "mountains", "desert", "snowfield", "road", "park", "yard", "bridge",
     "graveyard", "market")
)  # fmt: skip
"""Places with sky enough for a title."""
BUSY = ("cloud", "banks")
"""Sheets of a sky that are left away behind words."""


def title(shot: Shot) -> Page:
    """The film's name: over its place, or beside what it is about."""
    place, things = shot.reading.place, shown_things(shot)
    if things and not place:
        return _named(shot, things[0].word or things[0].name)
    if place and (things or place_of(place) not in OPEN):
        return _through_arch(shot, "The film's name", largest=150)
    return _under_sky(shot)


def chapter(shot: Shot) -> Page:
    """A chapter's name beside its place, or beside the sky of its hour."""
    return _through_arch(shot, "A chapter begins", largest=118)


def _text(shot: Shot) -> str:
    return shot.reading.heading or shot.need.words or shot.reading.phrase


def _named(shot: Shot, what: str) -> Page:
    """The name, and one thing in its niche."""
    desk = desk_of(shot)
    vignette(desk, shown_things(shot)[0])
    wide = shot.frame.shape == "wide"
    desk.words("title", _text(shot), beside_box(desk, True), largest=150 if wide else 118, smallest=44, lines=4,
               align="start" if wide else "middle", top=False, acts=RISE)  # fmt: skip
    return desk.page(f"The film's name with {what}.")


def _place_shot(shot: Shot, frame: Frame, *, usual: Time = "") -> Shot:
    """The place of a card as an empty scene in a frame, at `usual` where no hour is told."""
    reading = shot.reading.model_copy(
        update={"kind": "scene", "people": 0, "roles": (), "time": shot.reading.time or usual}
    )
    need = shot.need.model_copy(
        update={
            "framing": "medium" if shown_things(shot) else "establishing",
            "reading": reading,
            "people": (),
        }
    )
    return framed(need, frame)


DIM = 0.56


def dimmed(desk: Desk) -> None:
    """The place of a card over the whole frame, so dark that words stand on it."""
    frame = desk.shot.frame
    seen = _place_shot(desk.shot, frame, usual="night")
    whole = frame.whole
    dark = mix(seen.pal.ink, desk.color, 0.25)
    desk.color = mix(dark, seen.pal.far, 0.12)
    desk.sheets[:] = [s for s in scene(seen).sheets if not _falls(s)]
    desk.sheets.append(Sheet("dim", shape(rect(whole.x, whole.y, whole.width, whole.height), dark, DIM), 0.0, 0.0,
                             layer="dim", group="ground"))  # fmt: skip


def _under_sky(shot: Shot) -> Page:
    """The place by itself, wide, with the words in its sky."""
    seen = _place_shot(shot, shot.frame, usual="dusk")
    page = scene(seen)
    desk = replace(desk_of(shot), color=mix(seen.pal.sky[0], seen.pal.ink, 0.5))
    desk.sheets = [s for s in page.sheets if not s.name.startswith(BUSY)]
    room, frame = desk.room, shot.frame
    low = frame.height * {"wide": 0.46, "tall": 0.40, "square": 0.44}[frame.shape]
    whole = frame.whole
    desk.sheets.append(
        Sheet("veil", _veil(seen.pal.ink, whole, low * 1.4, 0.42 if seen.pal.dark else 0.72), 0.0, 0.0,
              area=Area(whole.x, whole.y, whole.width, low * 1.4 - whole.y), layer="veil", group="ground")
    )  # fmt: skip
    box = Area(room.x, room.y, room.width, low - room.y)
    where = desk.words("title", _text(shot), box, largest=150 if frame.shape == "wide" else 118, smallest=44,
                       lines=2 if frame.shape == "wide" else 4, top=False, acts=RISE)  # fmt: skip
    ornament(desk, room.center, where.foot + 50, min(room.width * 0.5, 420))
    return desk.page(f"The film's name over its place. {page.reason}")


def _veil(ink: str, whole: Area, foot: float, strength: float) -> str:
    """Darker air towards the top, where words stand."""
    paint = (
        f'<linearGradient id="veil" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="{ink}" '
        f'stop-opacity="{num(strength)}"/><stop offset=".62" stop-color="{ink}" stop-opacity="{num(strength * 0.8)}"/>'
        f'<stop offset="1" stop-color="{ink}" stop-opacity="0"/></linearGradient>'
    )
    return paint + shape(rect(whole.x, whole.y, whole.width, foot - whole.y), "url(#veil)")


def _through_arch(shot: Shot, reason: str, *, largest: float) -> Page:
    """The place in an arch cut into the paper, the words beside or above it."""
    desk = desk_of(shot)
    box = _opening(desk)
    short = min(box.width, box.height)
    k = short / SHORT_SIDE
    width, height = box.width / k, box.height / k
    form = shape_of(width, height)
    inner = Frame(form, width, height, shot.frame.scale * k, MARGINS[form], height)
    seen = _place_shot(shot, inner, usual="dusk" if not shot.reading.place else "")
    page = scene(seen)
    desk.sheets += [_set_in(sheet, box, k) for sheet in page.sheets if not _falls(sheet)]
    _paper_with_hole(desk, box)
    wide = shot.frame.shape == "wide"
    where = desk.words("title" if largest > 120 else "chapter", _text(shot), beside_box(desk, True),
                       largest=largest if wide else min(largest, 118), smallest=44, lines=4,
                       align="start" if wide else "middle", top=False, acts=RISE)  # fmt: skip
    if wide:
        ornament(desk, where.x + 130, where.foot + 60, 260)
    return desk.page(f"{reason}. {page.reason}")


def _falls(sheet: Sheet) -> bool:
    return any(act.kind == "fall" for act in sheet.acts)


def _opening(desk: Desk) -> Area:
    room = desk.room
    if desk.shot.frame.shape == "wide":
        return Area(room.x + room.width * 0.56, room.y - 6, room.width * 0.42, room.height + 24)
    height = room.height * 0.6
    width = min(height * 1.0, room.width * 0.92)
    return Area(room.center - width / 2, room.foot - height, width, height)


def _set_in(sheet: Sheet, box: Area, k: float) -> Sheet:
    """A sheet of the place as it is seen in the opening: smaller, calmer, nothing outside it."""
    area = sheet.area
    placed = Area(box.x + area.x * k, box.y + area.y * k, area.width * k, area.height * k) if area else None
    return replace(
        sheet, svg=moved(sheet.svg, box.x, box.y, k), area=placed or box.grown(box.width * 0.06), blur=sheet.blur * k,
        depth=0.1 + sheet.depth * 0.3, elevation=sheet.elevation * (0.4 + 0.6 * k), group="ground", rig="",
        acts=tuple(act for act in sheet.acts if act.kind in CALM),
        layer=f"seen-{sheet.layer or sheet.name}",
    )  # fmt: skip


def _paper_with_hole(desk: Desk, box: Area) -> None:
    """The card's paper once more with the arch cut out, a gold line about it and a sill below."""
    frame, pen = desk.shot.frame, desk.pen
    whole = frame.whole.grown(20)
    hole = arch(box.x, box.y, box.width, box.height)
    dark = mix(desk.color, pen.pal.ink, 0.3)
    paint = (
        f'<radialGradient id="mat" cx="0.36" cy="0.32" r="0.9"><stop offset="0" stop-color="{mix(desk.color, pen.pal.light, 0.06)}"/>'
        f'<stop offset="0.5" stop-color="{desk.color}"/><stop offset="1" stop-color="{dark}"/></radialGradient>'
    )
    path = rect(whole.x, whole.y, whole.width, whole.height) + hole
    desk.lay("mat", f'{paint}<path d="{path}" fill="url(#mat)" fill-rule="evenodd"/>', depth=0.5, elevation=1.8,
             edge=0.5, layer="mat")  # fmt: skip
    gold = pen.tone("brass", 0.72)
    rim = arch(box.x - 14, box.y - 14, box.width + 28, box.height + 14)
    desk.lay("rim", stroke(rim, gold, 3), area=box.grown(20), depth=0.5, elevation=0, layer="mat")
    sill = rect(box.x - 30, box.foot - 4, box.width + 60, 20, 4)
    desk.lay("sill", shape(sill, pen.tone("brass", 0.6)), area=Area(box.x - 34, box.foot - 8, box.width + 68, 32),
             depth=0.5, elevation=0.9, layer="mat")  # fmt: skip
