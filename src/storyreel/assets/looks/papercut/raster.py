"""From sheets to layers: each sheet drawn by resvg on its own box, made paper, merged, written as PNG."""

from pathlib import Path
from typing import Any
from zlib import crc32

import cv2
import numpy as np
import resvg_py

from storyreel.assets.looks.papercut import paper
from storyreel.assets.looks.papercut.color import rgb
from storyreel.assets.looks.papercut.frame import Frame
from storyreel.assets.looks.papercut.palette import Palette
from storyreel.assets.looks.papercut.pen import Point
from storyreel.assets.looks.papercut.sheet import Sheet
from storyreel.assets.looks.port import DrawnLayer
from storyreel.assets.model import Act
from storyreel.kit.errors import MediaError
from storyreel.render.fonts import font_files
from storyreel.timeline.model import Box

Pixels = np.ndarray[Any, Any]
Rect = tuple[int, int, int, int]
"""Left, top, right, foot in pixels of the frame."""
PNG_LEVEL = 1
CLEAR_BORDER = 4
"""Transparent pixels around a cropped layer, so that sub-pixel movement has soft edges."""


def layers_of(
    sheets: tuple[Sheet, ...], frame: Frame, pal: Palette, light: Point, size: tuple[int, int], workdir: Path
) -> tuple[DrawnLayer, ...]:
    """Draw sheets back to front, neighbours of one layer into one file. Raises MediaError for bad SVG."""
    shine = paper.Light(light, _bgr(pal.light), _bgr(pal.ink), frame.scale)
    drawn: list[DrawnLayer] = []
    names: set[str] = set()
    for index, run in enumerate(_runs(sheets)):
        name = run[0].layer or run[0].name
        name = name if name not in names else f"{name}-{index}"
        names.add(name)
        layer = _layer(name, run, frame, shine, size, workdir, opaque=index == 0)
        if layer is not None:
            drawn.append(layer)
    return tuple(drawn)


def _runs(sheets: tuple[Sheet, ...]) -> list[list[Sheet]]:
    runs: list[list[Sheet]] = []
    for sheet in sheets:
        if runs and not sheet.acts and not runs[-1][0].acts and _key(runs[-1][0]) == _key(sheet):
            runs[-1].append(sheet)
        else:
            runs.append([sheet])
    return runs


def _key(sheet: Sheet) -> tuple[str, str]:
    return sheet.layer or f"{sheet.depth:.3f}", sheet.group


def _layer(
    name: str,
    run: list[Sheet],
    frame: Frame,
    light: paper.Light,
    size: tuple[int, int],
    workdir: Path,
    *,
    opaque: bool,
) -> DrawnLayer | None:
    limit = (0, 0, *size) if opaque else _limit(run, frame)
    canvas = np.zeros((limit[3] - limit[1], limit[2] - limit[0], 4), np.uint8)
    for sheet in run:
        _lay(canvas, limit, sheet, frame, light)
    first = run[0]
    file = workdir / f"{name}.png"
    if opaque:
        _write(file, paper.vignetted(np.ascontiguousarray(canvas[:, :, :3]), 0, 0, size, light.ink))
        box = Box(x=0, y=0, width=size[0], height=size[1])
        return DrawnLayer(file.stem, file, box, first.depth, "ground")
    cut = _visible(canvas[:, :, 3])
    if cut is None:
        return None
    picture, left, top = _cropped(canvas, cut, limit)
    picture = _straight(picture)
    if first.group != "text" and not first.acts:
        colors = paper.vignetted(cv2.cvtColor(picture, cv2.COLOR_BGRA2BGR), left, top, size, light.ink)
        picture = cv2.merge((*cv2.split(colors), cv2.extractChannel(picture, 3)))
    _write(file, picture)
    box = Box(x=left, y=top, width=picture.shape[1], height=picture.shape[0])
    acts = tuple(_scaled(act, frame.scale) for act in first.acts)
    return DrawnLayer(file.stem, file, box, first.depth, first.group, acts, first.rig)


def _limit(run: list[Sheet], frame: Frame) -> Rect:
    """The pixels that a layer may fill: the frame with its overscan, or the union of what it draws."""
    falls = any(act.kind == "fall" for act in run[0].acts)
    whole = _pixels(frame.whole, frame.scale)
    if any(sheet.area is None for sheet in run):
        return whole
    rects = [
        _grown(_pixels(sheet.area, frame.scale), _pad(sheet, frame.scale)) for sheet in run if sheet.area
    ]
    union = (min(r[0] for r in rects), min(r[1] for r in rects), max(r[2] for r in rects),
             max(r[3] for r in rects))  # fmt: skip
    return union if falls else _common(union, whole)


def _pad(sheet: Sheet, scale: float) -> int:
    return paper.shadow_reach(sheet.elevation, scale) + int(3 * sheet.blur * scale) + 2


def _lay(canvas: Pixels, limit: Rect, sheet: Sheet, frame: Frame, light: paper.Light) -> None:
    """Draw one sheet with its shadow over what lies on the canvas."""
    area = limit if sheet.area is None else _common(
        _grown(_pixels(sheet.area, frame.scale), _pad(sheet, frame.scale)), limit)  # fmt: skip
    if area[2] - area[0] < 2 or area[3] - area[1] < 2:
        return
    picture = rastered(sheet.svg, area, frame.scale)
    if sheet.area is None:
        seen = _visible(picture[:, :, 3])
        if seen is None:
            return
        shift = _grown(seen, _pad(sheet, frame.scale))
        inner = _common(shift, (0, 0, picture.shape[1], picture.shape[0]))
        picture = picture[inner[1] : inner[3], inner[0] : inner[2]]
        area = (area[0] + inner[0], area[1] + inner[1], area[0] + inner[2], area[1] + inner[3])
    view = canvas[area[1] - limit[1] : area[3] - limit[1], area[0] - limit[0] : area[2] - limit[0]]
    seed = crc32(sheet.name.encode())
    alpha = cv2.extractChannel(picture, 3)
    colors = cv2.cvtColor(picture, cv2.COLOR_BGRA2BGR)
    if sheet.elevation > 0:
        clean = paper.cleaned(alpha, light.scale)
        if sheet.group != "text":
            colors = paper.grained(colors, seed)
        if sheet.edge > 0:
            colors = _tinted(colors, paper.edge(clean, sheet.edge, light), light.color)
        dark = paper.shadow(clean, sheet.elevation, light)
        if sheet.opacity < 1:
            dark = cv2.convertScaleAbs(dark, alpha=sheet.opacity)
        _over(view, cv2.merge([_level(dark, c) for c in light.ink] + [dark]))
    full = _premultiplied(colors, alpha)
    if sheet.blur > 0:
        full = paper.softened(full, sheet.blur * frame.scale)
    if sheet.opacity < 1:
        full = cv2.convertScaleAbs(full, alpha=sheet.opacity)
    _over(view, full)


def _level(mask: Pixels, level: int) -> Pixels:
    return cv2.convertScaleAbs(mask, alpha=level / 255)


def _tinted(colors: Pixels, mask: Pixels, color: tuple[int, int, int]) -> Pixels:
    """Colours with `color` laid over them where the mask says."""
    rest = cv2.bitwise_not(mask)
    kept = cv2.multiply(colors, cv2.merge((rest, rest, rest)), scale=1 / 255)
    return cv2.add(kept, cv2.merge([_level(mask, c) for c in color]))


def _premultiplied(colors: Pixels, alpha: Pixels) -> Pixels:
    product = cv2.multiply(colors, cv2.merge((alpha, alpha, alpha)), scale=1 / 255)
    return cv2.merge((*cv2.split(product), alpha))


def _over(view: Pixels, top: Pixels) -> None:
    """Premultiplied `top` over the canvas, in place."""
    rest = cv2.bitwise_not(cv2.extractChannel(top, 3))
    below = cv2.multiply(view, cv2.merge((rest, rest, rest, rest)), scale=1 / 255)
    view[:] = cv2.add(below, top)


def _straight(picture: Pixels) -> Pixels:
    """Premultiplied to straight alpha, as PNG holds it."""
    *colors, alpha = cv2.split(picture)
    return cv2.merge([*(cv2.divide(c, alpha, scale=255) for c in colors), alpha])


def rastered(svg: str, area: Rect, scale: float) -> Pixels:
    """Straight BGRA of a fragment in design units on a rectangle of pixels."""
    left, top, width, height = area[0], area[1], area[2] - area[0], area[3] - area[1]
    view = f"{left / scale:.4f} {top / scale:.4f} {width / scale:.4f} {height / scale:.4f}"
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{width}" height="{height}" viewBox="{view}" preserveAspectRatio="none">{svg}</svg>'
    )
    fonts = list(font_files()) if "<text" in svg else []
    try:
        png = resvg_py.svg_to_bytes(svg_string=document, skip_system_fonts=True, font_files=fonts)
    except ValueError as error:
        raise MediaError(f"A sheet of paper is no valid SVG: {error}.") from error
    decoded = cv2.imdecode(np.frombuffer(bytes(png), np.uint8), cv2.IMREAD_UNCHANGED)
    if decoded is None or decoded.shape[:2] != (height, width):
        raise MediaError(f"The SVG drawer returned no picture of {width} x {height} pixels.")
    return decoded if decoded.shape[2] == 4 else cv2.cvtColor(decoded, cv2.COLOR_BGR2BGRA)


def _visible(alpha: Pixels) -> Rect | None:
    left, top, width, height = cv2.boundingRect(np.ascontiguousarray(alpha))
    return (left, top, left + width, top + height) if width else None


def _cropped(canvas: Pixels, cut: Rect, limit: Rect) -> tuple[Pixels, int, int]:
    """What is visible with a clear border, its place in the frame even."""
    x0, y0 = limit[0] + cut[0] - CLEAR_BORDER, limit[1] + cut[1] - CLEAR_BORDER
    x0, y0 = x0 - x0 % 2, y0 - y0 % 2
    x1, y1 = limit[0] + cut[2] + CLEAR_BORDER, limit[1] + cut[3] + CLEAR_BORDER
    picture = np.zeros((y1 - y0, x1 - x0, 4), np.uint8)
    left, top = limit[0] + cut[0] - x0, limit[1] + cut[1] - y0
    part = canvas[cut[1] : cut[3], cut[0] : cut[2]]
    picture[top : top + part.shape[0], left : left + part.shape[1]] = part
    return picture, x0, y0


def _pixels(area: Any, scale: float) -> Rect:
    """An area in pixels, widened to whole ones with even left and top."""
    left, top = int(area.x * scale // 2 * 2), int(area.y * scale // 2 * 2)
    return left, top, int(-(-area.right * scale // 1)), int(-(-area.foot * scale // 1))


def _grown(rect: Rect, by: int) -> Rect:
    by += by % 2
    return rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by


def _common(one: Rect, two: Rect) -> Rect:
    return max(one[0], two[0]), max(one[1], two[1]), min(one[2], two[2]), min(one[3], two[3])


def _scaled(act: Act, scale: float) -> Act:
    """An act with its lengths in pixels."""
    length = act.amount * scale if act.kind in ("float", "tremble", "rise") else act.amount
    toward = (act.toward[0] * scale, act.toward[1] * scale) if act.kind == "fall" else act.toward
    path = tuple((x * scale, y * scale) for x, y in act.path)
    return act.model_copy(update={"amount": length, "toward": toward, "path": path})


def _bgr(color: str) -> tuple[int, int, int]:
    red, green, blue = rgb(color)
    return blue, green, red


def _write(file: Path, picture: Pixels) -> None:
    done, data = cv2.imencode(".png", picture, [cv2.IMWRITE_PNG_COMPRESSION, PNG_LEVEL])
    if not done:
        raise MediaError(f"The layer {file.name} could not be coded as PNG.")
    file.write_bytes(data.tobytes())
