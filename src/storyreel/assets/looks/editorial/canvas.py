"""From SVG to a layer: drawn on its own box by resvg, grained, cropped, and written as PNG."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import cv2
import numpy as np
import resvg_py

from storyreel.assets.looks.editorial.stage import Area, Stage
from storyreel.assets.looks.port import DrawnLayer
from storyreel.assets.model import Act
from storyreel.kit.errors import MediaError
from storyreel.render.fonts import font_files
from storyreel.timeline.model import Box

GRAIN_SIGMA = 6.5
GRAIN_TILE = 384
"""Pixels; narrow enough that the PNG coder finds the repeat inside its window."""
GRAIN_SEED = 20
PNG_LEVEL = 1
IN_PIXELS = frozenset(("float", "tremble", "rise"))
"""Acts whose amount is a length."""
CLEAR_BORDER = 4
"""Transparent pixels around a cropped layer, so that sub-pixel movement has soft edges."""

Group = Literal["ground", "subject", "text"]


@dataclass(frozen=True)
class Sketch:
    """A layer before it is drawn: SVG in design units inside `area`."""

    name: str
    svg: str
    area: Area
    depth: float
    group: Group
    grain: bool = False
    acts: tuple[Act, ...] = ()
    rig: str = ""


def paint(
    sketch: Sketch, scene: Stage, size: tuple[int, int], workdir: Path, *, opaque: bool
) -> DrawnLayer | None:
    """Draw a sketch to a PNG; None when nothing is visible.

    An opaque layer covers the frame exactly; others are cropped to what is drawn plus a clear border,
    with even x and y, and may reach beyond the frame.
    """
    left, top, width, height = (0, 0, *size) if opaque else _pixel_box(sketch.area, scene)
    picture = _draw(sketch.svg, left, top, width, height, scene.scale)
    if not opaque:
        cut = _visible(picture[:, :, 3])
        if cut is None:
            return None
        x0, y0, x1, y1 = _even_cut(cut, left, top)
        picture, left, top = _pad_cut(picture, x0, y0, x1, y1), left + x0, top + y0
    if sketch.grain:
        _add_grain(picture, left, top)
    file = workdir / f"{sketch.name}.png"
    _write(file, picture[:, :, :3] if opaque else picture)
    rows, cols = picture.shape[:2]
    box = Box(x=left, y=top, width=cols, height=rows)
    acts = tuple(scaled(act, scene.scale) for act in sketch.acts)
    return DrawnLayer(sketch.name, file, box, sketch.depth, sketch.group, acts, sketch.rig)


def scaled(act: Act, scale: float) -> Act:
    """An act whose lengths are design units, in pixels."""
    amount = act.amount * scale if act.kind in IN_PIXELS else act.amount
    toward = (act.toward[0] * scale, act.toward[1] * scale) if act.kind == "fall" else act.toward
    path = tuple((x * scale, y * scale) for x, y in act.path)
    return act.model_copy(update={"amount": amount, "toward": toward, "path": path})


def _pixel_box(area: Area, scene: Stage) -> tuple[int, int, int, int]:
    """The area in pixels, widened to even x and y."""
    s = scene.scale
    left, top = int(area.x * s // 2 * 2), int(area.y * s // 2 * 2)
    width, height = int(-(-(area.right * s - left) // 1)), int(-(-(area.foot * s - top) // 1))
    return left, top, max(width, 2), max(height, 2)


def _draw(svg: str, left: int, top: int, width: int, height: int, scale: float) -> np.ndarray[Any, Any]:
    view = f"{left / scale:.4f} {top / scale:.4f} {width / scale:.4f} {height / scale:.4f}"
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="{view}" preserveAspectRatio="none">{svg}</svg>'
    )
    try:
        png = resvg_py.svg_to_bytes(
            svg_string=document, skip_system_fonts=True, font_files=list(font_files())
        )
    except ValueError as error:
        raise MediaError(f"A drawn layer is no valid SVG: {error}.") from error
    decoded = cv2.imdecode(np.frombuffer(bytes(png), np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.shape[:2] != (height, width):
        raise MediaError(f"The SVG drawer returned no picture of {width} x {height} pixels.")
    return decoded if decoded.shape[2] == 4 else cv2.cvtColor(decoded, cv2.COLOR_BGR2BGRA)


def _visible(alpha: np.ndarray[Any, Any]) -> tuple[int, int, int, int] | None:
    rows, cols = np.flatnonzero(alpha.any(axis=1)), np.flatnonzero(alpha.any(axis=0))
    if not rows.size:
        return None
    return int(cols[0]), int(rows[0]), int(cols[-1]) + 1, int(rows[-1]) + 1


def _even_cut(cut: tuple[int, int, int, int], left: int, top: int) -> tuple[int, int, int, int]:
    """The cut with its clear border, its frame position made even."""
    x0, y0 = cut[0] - CLEAR_BORDER, cut[1] - CLEAR_BORDER
    return x0 - (left + x0) % 2, y0 - (top + y0) % 2, cut[2] + CLEAR_BORDER, cut[3] + CLEAR_BORDER


def _pad_cut(picture: np.ndarray[Any, Any], x0: int, y0: int, x1: int, y1: int) -> np.ndarray[Any, Any]:
    rows, cols = picture.shape[:2]
    out = np.zeros((y1 - y0, x1 - x0, 4), np.uint8)
    ax0, ay0, ax1, ay1 = max(x0, 0), max(y0, 0), min(x1, cols), min(y1, rows)
    out[ay0 - y0 : ay1 - y0, ax0 - x0 : ax1 - x0] = picture[ay0:ay1, ax0:ax1]
    return out


@cache
def _grain_tile() -> np.ndarray[Any, Any]:
    """One tile of integer noise, mean zero."""
    rng = np.random.Generator(np.random.PCG64(GRAIN_SEED))
    # A sum of uniform integers is near enough to a bell curve and equal on every machine.
    sums = rng.integers(-100, 101, (8, GRAIN_TILE, GRAIN_TILE)).sum(axis=0)
    return np.rint(sums * (GRAIN_SIGMA / 164.1)).astype(np.int16)


def _add_grain(picture: np.ndarray[Any, Any], left: int, top: int) -> None:
    """Add grain to the colours in place, registered to the frame."""
    rows, cols = picture.shape[:2]
    tile = np.roll(_grain_tile(), (-top % GRAIN_TILE, -left % GRAIN_TILE), (0, 1))
    noise = np.tile(tile, (-(-rows // GRAIN_TILE), -(-cols // GRAIN_TILE)))[:rows, :cols]
    for channel in range(3):
        plane = picture[:, :, channel].astype(np.int16)
        plane += noise
        np.clip(plane, 0, 255, out=plane)
        picture[:, :, channel] = plane


def _write(file: Path, picture: np.ndarray[Any, Any]) -> None:
    done, data = cv2.imencode(".png", picture, [cv2.IMWRITE_PNG_COMPRESSION, PNG_LEVEL])
    if not done:
        raise MediaError(f"The layer {file.name} could not be coded as PNG.")
    file.write_bytes(data.tobytes())
