"""From a take of layers to frames: what stands still is laid once, what moves is laid every frame.

A `Painter` owns a canvas of three planes. Still layers at the bottom are its base; above them only
the rectangle that moving layers touch is made again.
"""

from typing import Any

import cv2
import numpy as np

from storyreel.render.place import GroundWarper, Placed, Placement, Shifter, Warper, snapped
from storyreel.render.planes import BLACK, Plane, Sheet, Texture, faded, lay, opened
from storyreel.render.pose import Stand, moves, only_shifts, sheet_to_frame, stand_at
from storyreel.render.spec import SpecLayer, Take
from storyreel.render.stills import MediaFinder, SheetCache

Canvas = tuple[Plane, Plane, Plane]
Rectangle = tuple[int, int, int, int]
"""Left, top, right, bottom in luma pixels, all even."""
NOTHING: Rectangle = (0, 0, 0, 0)


def black_canvas(width: int, height: int) -> Canvas:
    """A black frame."""
    first, second, third = (
        np.full((height // grid, width // grid), level, dtype=np.uint8)
        for grid, level in zip((1, 2, 2), BLACK, strict=True)
    )
    return first, second, third


class _Still:
    """A layer that does not change: placed once."""

    def __init__(self, layer: SpecLayer, source: "_Source") -> None:
        stand = stand_at(layer.poses, layer.ease, 0)
        self.placement: Placement
        if stand.rotation_deg:
            texture = source.texture(layer)
            matrix = sheet_to_frame(layer.box, stand, texture.width, texture.height)
            self.placement = Warper(texture, source.size).at(matrix, weight_of(stand))
            return
        width, height = source.target(layer)
        x = round(layer.box.x + layer.box.width / 2 + stand.dx - width / 2)
        y = round(layer.box.y + layer.box.height / 2 + stand.dy - height / 2)
        sheet = source.sheet(layer, exact=True, pad=(x % 2, y % 2))
        covers = x <= 0 and y <= 0 and x + width >= source.size[0] and y + height >= source.size[1]
        if not covers or stand.opacity < 1:
            sheet = faded(sheet, weight_of(stand))
        self.placement = snapped(sheet, x - x % 2, y - y % 2)


class _Drifter:
    """A layer that is shifted from frame to frame."""

    def __init__(self, layer: SpecLayer, source: "_Source", covers: bool) -> None:
        self._layer = layer
        sheet = source.sheet(layer, exact=True)
        self._sheet = sheet if covers and sheet.inverse is None else opened(sheet)
        self._shifters: dict[int, Shifter] = {}

    def stand(self, frame: int) -> Stand:
        return stand_at(self._layer.poses, self._layer.ease, frame)

    def at(self, stand: Stand) -> Placement:
        box = self._layer.box
        return self._shifter(weight_of(stand)).at(
            box.x + box.width / 2 + stand.dx - self._sheet.width / 2,
            box.y + box.height / 2 + stand.dy - self._sheet.height / 2,
        )

    def _shifter(self, weight: int) -> Shifter:
        """The shifter of the sheet at this opacity; of the faded ones only the latest is kept."""
        if weight not in self._shifters:
            self._shifters = {key: kept for key, kept in self._shifters.items() if key == 256}
            self._shifters[weight] = Shifter(self._sheet if weight == 256 else faded(self._sheet, weight))
        return self._shifters[weight]


class _Turner:
    """A layer that is scaled or turned from frame to frame."""

    def __init__(self, layer: SpecLayer, source: "_Source") -> None:
        self._layer = layer
        self._texture = source.texture(layer)
        self._warper = Warper(self._texture, source.size)

    def stand(self, frame: int) -> Stand:
        return stand_at(self._layer.poses, self._layer.ease, frame)

    def at(self, stand: Stand) -> Placement:
        whole = self._texture
        matrix = sheet_to_frame(self._layer.box, stand, whole.width, whole.height)
        return self._warper.at(matrix, weight_of(stand))


class _Ground:
    """An opaque layer that hides the whole frame and is scaled or turned."""

    def __init__(self, layer: SpecLayer, sheet: Sheet, source: "_Source") -> None:
        self._layer = layer
        self._sheet = sheet
        self._warper = GroundWarper(sheet, source.size)

    def stand(self, frame: int) -> Stand:
        return stand_at(self._layer.poses, self._layer.ease, frame)

    def at(self, stand: Stand) -> Placement:
        whole = self._sheet
        return self._warper.at(sheet_to_frame(self._layer.box, stand, whole.width, whole.height))


_Mover = _Drifter | _Turner | _Ground


def weight_of(stand: Stand) -> int:
    """Opacity in 256ths."""
    return round(stand.opacity * 256)


class _Source:
    """Sheets for the layers of one frame size."""

    def __init__(self, size: tuple[int, int], media: MediaFinder, cache: SheetCache) -> None:
        self.size = size
        self._media = media
        self._cache = cache

    def target(self, layer: SpecLayer) -> tuple[int, int]:
        """The largest size the layer is seen at, in whole pixels."""
        scale = max((pose.scale for pose in layer.poses), default=1.0)
        return max(1, round(layer.box.width * scale)), max(1, round(layer.box.height * scale))

    def sheet(self, layer: SpecLayer, *, exact: bool = False, pad: tuple[int, int] = (0, 0)) -> Sheet:
        return self._cache.get(layer.sha256, self._media, size=self.target(layer), exact=exact, pad=pad)

    def texture(self, layer: SpecLayer) -> Texture:
        return self._cache.texture(layer.sha256, self._media, size=self.target(layer))


class Painter:
    """Paints a take; frame 0 is the take's own first frame."""

    def __init__(
        self, take: Take, size: tuple[int, int], frames: int, media: MediaFinder, cache: SheetCache
    ) -> None:
        self._first = take.first
        source = _Source(size, media, cache)
        self._stack = [_prepared(layer, take.first, frames, source) for layer in take.layers]
        stills_below = next((i for i, item in enumerate(self._stack) if not isinstance(item, _Still)), None)
        self._base = black_canvas(*size)
        for item in self._stack[:stills_below]:
            assert isinstance(item, _Still)
            _lay_all(self._base, item.placement, (0, 0, *size))
        self._above = [] if stills_below is None else self._stack[stills_below:]
        self._full = _copied(self._base)
        for item in self._above:
            if isinstance(item, _Still):
                _lay_all(self._full, item.placement, (0, 0, *size))
        self._canvas = _copied(self._full)
        self._size = size
        self._dirty = NOTHING
        self._stands: tuple[Stand, ...] = ()

    def canvas(self, frame: int) -> Canvas:
        """The picture of segment frame `frame`; it is overwritten by the next call."""
        movers = [item for item in self._above if not isinstance(item, _Still)]
        stands = tuple(mover.stand(self._first + frame) for mover in movers)
        if stands != self._stands:
            self._stands = stands
            placements = dict(
                zip(movers, (m.at(s) for m, s in zip(movers, stands, strict=True)), strict=True)
            )
            self._repaint(placements)
        return self._canvas

    def _repaint(self, placements: dict[_Mover, Placement]) -> None:
        touched = _bounds(list(placements.values()), self._size)
        _copy_part(self._full, self._canvas, self._dirty)
        _copy_part(self._base, self._canvas, touched)
        self._dirty = touched
        for item in self._above:
            _lay_all(
                self._canvas, placements[item] if not isinstance(item, _Still) else item.placement, touched
            )


def _prepared(layer: SpecLayer, first: int, frames: int, source: _Source) -> _Still | _Mover:
    if not moves(layer.poses):
        return _Still(layer, source)
    covers = _always_covers(layer, first, frames, source.size)
    if only_shifts(layer.poses):
        return _Drifter(layer, source, covers)
    sheet = source.sheet(layer) if covers else None
    if sheet is not None and sheet.inverse is None:
        return _Ground(layer, sheet, source)
    return _Turner(layer, source)


def _always_covers(layer: SpecLayer, first: int, frames: int, size: tuple[int, int]) -> bool:
    """Whether the layer hides the whole frame at every frame, so that its edges are never seen."""
    width, height = size
    for frame in range(first, first + frames):
        stand = stand_at(layer.poses, layer.ease, frame)
        matrix: Any = sheet_to_frame(layer.box, stand, 1, 1)
        if stand.opacity < 1 or stand.rotation_deg:
            return False
        left, top = matrix[:, 2]
        right, bottom = matrix @ (1.0, 1.0, 1.0)
        if left > 0 or top > 0 or right < width or bottom < height:
            return False
    return True


def _lay_all(canvas: Canvas, placement: Placement, clip: Rectangle) -> None:
    for index, (frame, placed) in enumerate(zip(canvas, placement, strict=True)):
        grid = 1 if index == 0 else 2
        left, top, right, bottom = (edge // grid for edge in clip)
        _lay_one(frame[top:bottom, left:right], placed, placed.x - left, placed.y - top)


def lay_on(canvas: Canvas, placement: Placement) -> None:
    """Blend a placed sheet onto a whole canvas."""
    height, width = canvas[0].shape
    _lay_all(canvas, placement, (0, 0, width, height))


def _lay_one(frame: Plane, placed: Placed, x: int, y: int) -> None:
    if placed.inverse is not None:
        lay(frame, placed.plane, placed.inverse, x, y)
        return
    height, width = frame.shape
    np.copyto(frame, placed.plane[-y : height - y, -x : width - x])


def _bounds(placements: list[Placement], size: tuple[int, int]) -> Rectangle:
    """The even rectangle inside the frame that holds all placed planes."""
    boxes = [
        (p.x * grid, p.y * grid, (p.x + p.plane.shape[1]) * grid, (p.y + p.plane.shape[0]) * grid)
        for placement in placements
        for p, grid in zip(placement, (1, 2, 2), strict=True)
        if p.plane.size
    ]
    if not boxes:
        return NOTHING
    left, top = (max(0, min(box[i] for box in boxes)) // 2 * 2 for i in (0, 1))
    right, bottom = (min(size[i - 2], -(-max(box[i] for box in boxes) // 2) * 2) for i in (2, 3))
    return (left, top, right, bottom) if right > left and bottom > top else NOTHING


def _copied(canvas: Canvas) -> Canvas:
    first, second, third = (plane.copy() for plane in canvas)
    return first, second, third


def _copy_part(source: Canvas, target: Canvas, part: Rectangle) -> None:
    for index, (plane, into) in enumerate(zip(source, target, strict=True)):
        left, top, right, bottom = (edge // (1 if index == 0 else 2) for edge in part)
        np.copyto(into[top:bottom, left:right], plane[top:bottom, left:right])


def mixed(before: Canvas, after: Canvas, weight: int, into: Canvas) -> None:
    """`weight` 256ths of `after` over `before`; exact."""
    for old, new, target in zip(before, after, into, strict=True):
        cv2.addWeighted(old, (256 - weight) / 256, new, weight / 256, 0, dst=target)


def dimmed(picture: Canvas, weight: int, into: Canvas) -> None:
    """`weight` 256ths of `picture` over black; exact."""
    for plane, level, target in zip(picture, BLACK, into, strict=True):
        flat: Any = np.full_like(plane, level)
        cv2.addWeighted(plane, weight / 256, flat, (256 - weight) / 256, 0, dst=target)
