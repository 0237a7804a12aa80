"""Somebody in a frame: the layers of body, talking mouth and closed lids, and where the face is."""

from dataclasses import dataclass, replace

from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.palette import Palette, mix
from storyreel.assets.looks.editorial.people.art import (
    FACE_AT,
    LINE_UNITS,
    Figure,
    body_foot,
    body_svg,
    colors,
    head_shift,
    head_svg,
    lids_svg,
    mouth_svg,
)
from storyreel.assets.looks.editorial.people.dress import Cut, expressed, figure
from storyreel.assets.looks.editorial.shapes import LINE
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.model import Act
from storyreel.assets.reading import Person

HEAD_TOP = 449.0
"""Of a head with plain hair, above the neck."""
FACE_SIDE = (289.0, 293.0)
LISTENER_SHADE = 0.16
"""Ink over those who only listen; a cool tint would make skin look dead."""


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: the middle of the neck's column, the lower edge, the height from there to the
    crown of a grown person, which way they look."""

    x: float
    foot: float
    height: float
    left: bool = False
    """Looks to the left."""
    cut: Cut = "bust"
    depth: float = 0.6
    shaded: bool = False
    zoom: float = 1.0
    """What the drawing will be enlarged by, for the weight of its lines."""


@dataclass(frozen=True)
class Actor:
    """The layers of somebody and where they are."""

    sketches: tuple[Sketch, ...]
    face: Area
    area: Area
    figure: Figure


def actor(who: Person, pal: Palette, at: Standing, *, ground: str = "", rig: str = "") -> Actor:
    """Draw somebody standing; who speaks gets a mouth that moves, whoever is awake blinks."""
    dressed = figure(who, pal, at.cut, ground)
    rig = rig or f"person-{who.id}"
    units = HEAD_TOP + body_foot(dressed.body)
    k = at.height / units * dressed.size
    tint = colors(pal, dressed)
    if at.shaded:
        tint = {role: mix(color, pal.ink, LISTENER_SHADE) for role, color in tint.items()}
        dressed = replace(
            dressed, skin=tint["skin"], hair=tint["hair"] if dressed.hair != pal.ink else pal.ink
        )
    dx, dy = head_shift(dressed.body)
    seen = k * at.zoom
    thicken = max(0.0, min(LINE, LINE_UNITS * seen * 2.2) / seen - LINE_UNITS) * 0.8
    rest, said = expressed(who)
    turn = f'<g transform="translate({at.x:.1f},{at.foot - body_foot(dressed.body) * k:.1f}) '
    turn += f'scale({-k if at.left else k:.4f},{k:.4f})">'
    up = f'<g transform="translate({dx:.0f},{dy:.0f})">'
    area = _area(at, k, units)
    face = _face(at, dressed, k, (dx, dy))
    svg = turn + body_svg(dressed, tint, thicken) + up
    svg += head_svg(dressed, rest, tint, f"{rig}-", thicken) + "</g></g>"
    layers = [Sketch(rig, svg, area, at.depth, "subject", rig=rig)]
    near = face.grown(90 * k)
    if who.expression != "asleep":
        lids = turn + up + lids_svg(dressed, rest, tint) + "</g></g>"
        acts = (Act(kind="blink", person=who.id),)
        layers.append(Sketch(f"{rig}-lids", lids, near, at.depth, "subject", acts=acts, rig=rig))
    if who.speaks:
        mouth = turn + up + mouth_svg(dressed, rest, said, tint) + "</g></g>"
        acts = (Act(kind="mouth", person=who.id),)
        layers.append(Sketch(f"{rig}-mouth", mouth, near, at.depth, "subject", acts=acts, rig=rig))
    return Actor(tuple(layers), face, area, dressed)


def _area(at: Standing, k: float, units: float) -> Area:
    """A box that holds hair and hands of every drawing."""
    half = (560 if at.cut == "bust" else 900) * k
    return Area(at.x - half, at.foot - (units + 230) * k, 2 * half, (units + 260) * k)


def _face(at: Standing, dressed: Figure, k: float, shift: tuple[float, float]) -> Area:
    top = at.foot - body_foot(dressed.body) * k
    x = (FACE_AT[0] + shift[0]) * k
    width, height = FACE_SIDE[0] * k, FACE_SIDE[1] * k
    left = at.x - x - width if at.left else at.x + x
    return Area(left, top + (FACE_AT[1] + shift[1]) * k, width, height)
