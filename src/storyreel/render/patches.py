"""Cutting a sheet into patches: what is opaque is copied, what is clear is left out, the rest is blended.

A sheet of a landscape is mostly solid ground under clear sky. Patches never overlap and together
hold every pixel that is not clear, wherever the sheet is shifted to.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.render.canvas import Rectangle
from storyreel.render.planes import Plane, Sheet

TILE = 64
"""Side of the squares that are judged as a whole, in luma pixels."""
PATCH_COST = 60_000
"""Blended pixels that take as long as one more patch by itself; measured, as are the two rates."""
SOLID_RATE, BLEND_RATE = 3, 8
CLEAR, SOLID, MIXED = 0, 1, 2


@dataclass(frozen=True)
class Patch:
    """A rectangle of a sheet, counted from its planes' corner moved to even frame pixels."""

    part: Rectangle
    solid: bool


class _Run(NamedTuple):
    """Columns [first, last) of a band that are one patch or, where clear, none."""

    first: int
    last: int
    kind: int


def patches_of(sheet: Sheet) -> tuple[Patch, ...]:
    """The patches of a sheet that may be shifted by any way up to two pixels right and down."""
    height, width = sheet.planes[0].shape
    reach = (0, 0, width + 2, height + 2)
    if sheet.inverse is None:
        return (Patch(reach, solid=True),)
    if width * height <= 2 * TILE * TILE:
        return (Patch(reach, solid=False),)
    kinds = _kinds(sheet.inverse[0])
    return tuple(
        Patch((left * TILE, top * TILE, min(right * TILE, reach[2]), min(bottom * TILE, reach[3])), solid)
        for left, top, right, bottom, solid in _divided(kinds)
    )


def _kinds(inverse: Plane) -> NDArray[np.int8]:
    """What each tile holds, with the two pixels around it that a shift can bring in."""
    height, width = inverse.shape
    rows, columns = -(-(height + 2) // TILE), -(-(width + 2) // TILE)
    whole: Any = cv2.copyMakeBorder(
        inverse, 0, rows * TILE - height, 0, columns * TILE - width, cv2.BORDER_CONSTANT, value=(255,)
    )
    near = np.ones((5, 5), dtype=np.uint8)
    most: Any = cv2.dilate(whole, near, borderType=cv2.BORDER_CONSTANT, borderValue=(255,))
    least: Any = cv2.erode(whole, near)
    tiles = (rows, TILE, columns, TILE)
    solid = most.reshape(tiles).max(axis=(1, 3)) == 0
    clear = least.reshape(tiles).min(axis=(1, 3)) == 255
    return np.where(clear, CLEAR, np.where(solid, SOLID, MIXED)).astype(np.int8)


def _divided(kinds: NDArray[np.int8]) -> list[tuple[int, int, int, int, bool]]:
    """The cheapest bands of tiles, each divided into runs: left, top, right, bottom, solid."""
    rows = len(kinds)
    best: list[tuple[int, int, list[_Run]]] = [(0, rows, [])] * (rows + 1)
    for top in range(rows - 1, -1, -1):
        clear, solid = np.ones_like(kinds[0], bool), np.ones_like(kinds[0], bool)
        options: list[tuple[int, int, list[_Run]]] = []
        for bottom in range(top + 1, rows + 1):
            clear &= kinds[bottom - 1] == CLEAR
            solid &= kinds[bottom - 1] == SOLID
            band = np.where(clear, CLEAR, np.where(solid, SOLID, MIXED))
            cost, runs = _runs(tuple(band.tolist()), bottom - top)
            options.append((cost + best[bottom][0], bottom, runs))
        best[top] = min(options, key=lambda option: option[0])
    found: list[tuple[int, int, int, int, bool]] = []
    top = 0
    while top < rows:
        _, bottom, runs = best[top]
        found += [(run.first, top, run.last, bottom, run.kind == SOLID) for run in runs]
        top = bottom
    return found


def _cost(kind: int, tiles: int) -> int:
    rate = SOLID_RATE if kind == SOLID else BLEND_RATE
    return 0 if kind == CLEAR else rate * tiles * TILE * TILE + BLEND_RATE * PATCH_COST


def _runs(band: tuple[int, ...], height: int) -> tuple[int, list[_Run]]:
    """The cheapest division of a band's columns: neighbours of other kinds are blended in where that pays."""
    runs: list[_Run] = []
    for column, kind in enumerate(band):
        if runs and runs[-1].kind == kind:
            runs[-1] = runs[-1]._replace(last=column + 1)
        else:
            runs.append(_Run(column, column + 1, kind))
    best: list[tuple[int, list[_Run]]] = [(0, [])]
    for end in range(1, len(runs) + 1):
        options: list[tuple[int, list[_Run]]] = []
        for start in range(end):
            kind = runs[start].kind if end - start == 1 else MIXED
            one = _Run(runs[start].first, runs[end - 1].last, kind)
            cost = best[start][0] + _cost(kind, height * (one.last - one.first))
            options.append((cost, best[start][1] if kind == CLEAR else [*best[start][1], one]))
        best.append(min(options, key=lambda option: option[0]))
    return best[-1]
