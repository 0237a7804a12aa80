"""Open Peeps drawings in the palette. Lengths are in the drawings' own units: a head is about 450 high.

The canvas puts the middle of the neck of every body at x = 0 and the top of the neck at y = 0.
"""
# ruff: noqa: E501  # rows of SVG read worse when they are broken

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypedDict

from storyreel.assets.looks.editorial.palette import Palette, mix

DATA = Path(__file__).parents[1] / "data"
HEAD_AT = (-267.0, -449.0)
"""Where a head's own corner stands; the offsets of faces, beards and glasses are the set's own."""
FACE_AT, BEARD_AT, EXTRA_AT = (-78.0, -273.0), (-114.0, -121.0), (-190.0, -218.0)
BUST_NECK = 462.0
"""x of the neck in every bust's own drawing; bodies whose neck is elsewhere carry a shift for the head."""
LINE_UNITS = 13.0
"""Mean weight of the drawings' lines."""
THIN = 9.0
"""Half the weight under which ink counts as a line and keeps its colour when hair is dyed."""
LID_Y, LID_SCALE = 118.0, 0.12
"""Closed lids are the eyes, flattened about this height of the face."""

Paths = list[tuple[str, str]]
Piece = Literal["brows", "eyes", "nose", "mouth"]


class HeadData(TypedDict):
    """A head, a beard or glasses: where it goes and its paths."""

    shift: list[float]
    paths: Paths


class BodyData(TypedDict):
    """A body: its paths, and its lower edge below the top of the neck."""

    paths: Paths
    foot: float


class BustData(BodyData):
    """A body to the waist, and how far its head is shifted."""

    head: list[float]


class WholeData(BodyData):
    """A body to the shoes, and where its neck is."""

    neck: float


class FaceSets(TypedDict):
    """What stands on a head, by name."""

    faces: dict[str, dict[Piece, Paths]]
    beards: dict[str, HeadData]
    accessories: dict[str, HeadData]


@dataclass(frozen=True)
class Figure:
    """Somebody, dressed: names of drawings and the colours of their roles."""

    head: str
    body: str
    skin: str
    hair: str
    top: str
    jacket: str
    hat: str
    shoes: str
    beard: str = ""
    glasses: str = ""
    size: float = 1.0
    """Below 1 for a child."""


@dataclass(frozen=True)
class Expressed:
    """A face put together: whose brows and eyes, whose mouth."""

    eyes: str
    mouth: str


@cache
def heads() -> dict[str, HeadData]:
    """Every head by its name."""
    return json.loads((DATA / "peeps-heads.json").read_text(encoding="utf-8"))


@cache
def busts() -> dict[str, BustData]:
    """Every body to the waist."""
    return json.loads((DATA / "peeps-busts.json").read_text(encoding="utf-8"))


@cache
def wholes() -> dict[str, WholeData]:
    """Every body to the shoes."""
    return json.loads((DATA / "peeps-whole.json").read_text(encoding="utf-8"))


@cache
def face_sets() -> FaceSets:
    """Faces in pieces, beards, glasses."""
    return json.loads((DATA / "peeps-faces.json").read_text(encoding="utf-8"))


def head_shift(body: str) -> tuple[float, float]:
    """How far the head of a body stands from the usual place."""
    if body not in busts():
        return 0.0, 0.0
    x, y = busts()[body]["head"]
    return x, y


def body_foot(body: str) -> float:
    """Lower edge of a body below the top of its neck."""
    found = busts()[body]["foot"] if body in busts() else wholes()[body]["foot"]
    return float(found)


def colors(pal: Palette, who: Figure) -> dict[str, str]:
    """The colour of each role of a drawing."""
    return {
        "ink": pal.ink, "skin": who.skin, "hair": who.hair, "hat": who.hat, "clip": pal.red,
        "top": who.top, "jacket": who.jacket, "pants": mix(pal.ink, pal.teal, 0.2), "shoes": who.shoes,
        "thing": pal.paper, "white": pal.paper, "tongue": mix(pal.red, who.skin, 0.35),
    }  # fmt: skip


def body_svg(who: Figure, tint: dict[str, str], thicken: float) -> str:
    """The body; `thicken` is the weight added to its lines."""
    data = busts().get(who.body) or wholes()[who.body]
    neck = BUST_NECK if who.body in busts() else wholes()[who.body]["neck"]
    return f'<g transform="translate({-neck:.0f},0)">{_inked(data["paths"], tint, thicken)}</g>'


def head_svg(who: Figure, face: Expressed, tint: dict[str, str], prefix: str, thicken: float) -> str:
    """Head with hair, face, beard and glasses."""
    data = heads()[who.head]
    x, y = HEAD_AT[0] + data["shift"][0], HEAD_AT[1] + data["shift"][1]
    hair = _dyed(data["paths"], tint, prefix) if who.hair != tint["ink"] else ""
    base = _inked(data["paths"], tint, thicken)
    return (
        f'<g transform="translate({x:.0f},{y:.0f})">{base}{hair}</g>'
        + _face(_pieces(face.eyes, ("brows", "eyes", "nose")) + _pieces(face.mouth, ("mouth",)), tint)
        + front_svg(who, tint)
    )


def front_svg(who: Figure, tint: dict[str, str]) -> str:
    """What stands before the face: beard and glasses."""
    sets, out = face_sets(), ""
    for name, table, (x, y) in (
        (who.beard, sets["beards"], BEARD_AT),
        (who.glasses, sets["accessories"], EXTRA_AT),
    ):
        if name:
            dx, dy, *by = table[name]["shift"]
            sx, sy = by or (1.0, 1.0)
            paths = table[name]["paths"]
            dyed = _beard_dyed(paths, tint) if table is sets["beards"] else _flat(paths, tint)
            out += f'<g transform="translate({x + dx:.0f},{y + dy:.0f}) scale({sx},{sy})">{dyed}</g>'
    return out


def mouth_svg(who: Figure, rest: Expressed, said: str, tint: dict[str, str]) -> str:
    """The mouth `said` over skin that hides the resting one."""
    return (
        _face(_hidden(_pieces(rest.mouth, ("mouth",))), tint)
        + _face(_pieces(said, ("mouth",)), tint)
        + front_svg(who, tint)
    )


def lids_svg(who: Figure, rest: Expressed, tint: dict[str, str]) -> str:
    """Closed lids over skin that hides the eyes."""
    eyes = [(role, d) for role, d in _pieces(rest.eyes, ("eyes",)) if role == "ink"]
    move = f'transform="translate(0,{LID_Y * (1 - LID_SCALE):.2f}) scale(1,{LID_SCALE})"'
    shut = f'<g {move} stroke="{tint["ink"]}" stroke-width="5">{_flat(eyes, tint)}</g>'
    hidden = _face(_hidden(_pieces(rest.eyes, ("eyes",))), tint)
    return hidden + f'<g transform="translate({FACE_AT[0]},{FACE_AT[1]})">{shut}</g>' + front_svg(who, tint)


def _pieces(face: str, which: tuple[Piece, ...]) -> Paths:
    found = face_sets()["faces"][face]
    return [(role, d) for piece in which for role, d in found[piece]]


def _hidden(paths: Paths) -> Paths:
    return [("cover", d) for _, d in paths]


def _face(paths: Paths, tint: dict[str, str]) -> str:
    return f'<g transform="translate({FACE_AT[0]},{FACE_AT[1]})">{_flat(paths, tint)}</g>'


def _flat(paths: Paths, tint: dict[str, str]) -> str:
    out = ""
    for role, d in paths:
        if role == "cover":
            skin = tint["skin"]
            out += f'<path d="{d}" fill="{skin}" stroke="{skin}" stroke-width="9" stroke-linejoin="round"/>'
        else:
            out += f'<path d="{d}" fill="{tint[role]}"/>'
    return out


def _inked(paths: Paths, tint: dict[str, str], thicken: float) -> str:
    """Fills, and the line path last with its added weight."""
    extra = (
        f' stroke="{tint["ink"]}" stroke-width="{thicken:.1f}" stroke-linejoin="round"' if thicken > 0 else ""
    )
    return "".join(
        f'<path d="{d}" fill="{tint[role]}"{extra if role == "ink" else ""}/>' for role, d in paths
    )


def _dyed(paths: Paths, tint: dict[str, str], prefix: str) -> str:
    """Masses of ink in the hair's colour: what is left of the line path when a rim is taken away."""
    d = next(d for role, d in paths if role == "ink")
    mask = f"{prefix}hair"
    return (
        f'<mask id="{mask}" maskUnits="userSpaceOnUse" x="-400" y="-400" width="1600" height="1800">'
        f'<path d="{d}" fill="#fff" stroke="#000" stroke-width="{2 * THIN:.0f}" stroke-linejoin="round"/></mask>'
        f'<path d="{d}" fill="{tint["hair"]}" mask="url(#{mask})"/>'
    )


def _beard_dyed(paths: Paths, tint: dict[str, str]) -> str:
    """A beard that is drawn as one mass of ink takes the hair's colour and an ink rim."""
    if any(role == "hair" for role, _ in paths) or tint["hair"] == tint["ink"]:
        return _flat(paths, tint)
    line = f'stroke="{tint["ink"]}" stroke-width="8" stroke-linejoin="round"'
    return "".join(f'<path d="{d}" fill="{tint["hair"]}" {line}/>' for _, d in paths)
