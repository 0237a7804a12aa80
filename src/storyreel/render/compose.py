"""From a take of layers to frames: what stands still is laid once, what changes is laid where it changes.

A `Painter` owns a canvas of three planes. Still layers at the bottom are its base. Each layer above
has a state at every frame; where states differ from those of the frame painted before, the
rectangles that the layer leaves and enters are painted anew, from the base up.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from storyreel.render.canvas import (
    NOTHING,
    Canvas,
    Rectangle,
    area,
    black_canvas,
    copied,
    copy_part,
    gathered,
    uncovered,
    within,
)
from storyreel.render.footage import Reel
from storyreel.render.patches import Patch
from storyreel.render.place import GroundWarper, Laid, Shifted, Shifter, Warper, Whole
from storyreel.render.planes import Sheet, Texture, faded, opened, texture_from
from storyreel.render.pose import Stand, changes, keeps_place, only_shifts, sheet_to_frame, stand_at
from storyreel.render.spec import SpecLayer, Take
from storyreel.render.stills import MediaFinder, SheetCache
from storyreel.timeline.model import Rate

FAR = 1 << 20
"""Further than any picture reaches, in pixels."""


@dataclass(frozen=True, eq=False)
class Stage:
    """What all takes of a segment share."""

    size: tuple[int, int]
    rate: Rate
    frames: int
    media: MediaFinder
    cache: SheetCache

    @property
    def screen(self) -> Rectangle:
        return (0, 0, *self.size)

    def sheet(self, layer: SpecLayer, *, exact: bool = False, pad: tuple[int, int] = (0, 0)) -> Sheet:
        size = target_size(layer)
        return self.cache.get(layer.sha256, self.media, size=size, exact=exact, pad=pad)

    def texture(self, layer: SpecLayer) -> Texture:
        return self.cache.texture(layer.sha256, self.media, size=target_size(layer))


def target_size(layer: SpecLayer) -> tuple[int, int]:
    """The largest size the layer is seen at, in whole pixels."""
    scale = max((pose.scale for pose in layer.poses), default=1.0)
    return max(1, round(layer.box.width * scale)), max(1, round(layer.box.height * scale))


def weight_of(stand: Stand) -> int:
    """Opacity in 256ths."""
    return round(stand.opacity * 256)


class _Way(Protocol):
    """How a layer is brought onto the frame; equal keys give equal pixels."""

    def key(self, stand: Stand) -> Hashable: ...

    def laid(self, stand: Stand) -> Laid: ...


class _Drifter:
    """A layer that keeps its size and stands upright: shifted, or in one place, where whole pixels do."""

    def __init__(self, layer: SpecLayer, stage: Stage, *, covers: bool) -> None:
        self._layer = layer
        self._fixed = keeps_place(layer.poses)
        pad = (0, 0)
        if self._fixed:
            width, height = target_size(layer)
            x, y = (round(at) for at in self._corner(stand_of(layer, 0), width, height))
            pad = (x % 2, y % 2)
            self._place = (x - pad[0], y - pad[1])
        sheet = stage.sheet(layer, exact=True, pad=pad)
        self._sheet = sheet if covers and sheet.inverse is None else opened(sheet)
        self._pad = pad
        self._whole = Shifter(self._sheet)
        self._faded: tuple[int, Shifter] = (256, self._whole)

    def key(self, stand: Stand) -> Hashable:
        return self._steps(stand), weight_of(stand), self._window(stand)

    def laid(self, stand: Stand) -> Laid:
        return Shifted(self._shifter(weight_of(stand)), *self._steps(stand), window=self._window(stand))

    def _corner(self, stand: Stand, width: int, height: int) -> tuple[float, float]:
        box = self._layer.box
        return box.x + box.width / 2 + stand.dx - width / 2, box.y + box.height / 2 + stand.dy - height / 2

    def _at(self, stand: Stand) -> tuple[float, float]:
        if self._fixed:
            return self._place
        return self._corner(stand, self._sheet.width, self._sheet.height)

    def _steps(self, stand: Stand) -> tuple[int, int]:
        return self._whole.steps(*self._at(stand))

    def _window(self, stand: Stand) -> Rectangle | None:
        if stand.reveal >= 1:
            return None
        x, y = (at + pad for at, pad in zip(self._at(stand), self._pad, strict=True))
        size = self._sheet.width - self._pad[0], self._sheet.height - self._pad[1]
        return window_of((x, y), size, stand.reveal, self._layer.reveal_from)

    def _shifter(self, weight: int) -> Shifter:
        """The shifter of the sheet at this opacity; of the faded ones only the latest is kept."""
        if weight == 256:
            return self._whole
        if self._faded[0] != weight:
            blended = tuple(Patch(patch.part, solid=False) for patch in self._whole.patches)
            self._faded = (weight, Shifter(faded(self._sheet, weight), blended))
        return self._faded[1]


class _Turner:
    """A layer that is scaled or turned."""

    def __init__(self, layer: SpecLayer, texture: Texture, stage: Stage) -> None:
        self._layer = layer
        self._texture = texture
        self._warper = Warper(texture, stage.size)

    def key(self, stand: Stand) -> Hashable:
        return stand

    def laid(self, stand: Stand) -> Laid:
        whole = self._texture
        part = None
        if stand.reveal < 1:
            part = revealed((whole.width, whole.height), stand.reveal, self._layer.reveal_from)
        matrix = sheet_to_frame(self._layer.box, stand, whole.width, whole.height)
        return Whole(self._warper.at(matrix, weight_of(stand), part))


class _Ground:
    """An opaque layer that hides the whole frame and is scaled or turned."""

    def __init__(self, layer: SpecLayer, sheet: Sheet, stage: Stage) -> None:
        self._layer = layer
        self._sheet = sheet
        self._warper = GroundWarper(sheet, stage.size)

    def key(self, stand: Stand) -> Hashable:
        return stand

    def laid(self, stand: Stand) -> Laid:
        whole = self._sheet
        return Whole(self._warper.at(sheet_to_frame(self._layer.box, stand, whole.width, whole.height)))


class _Player:
    """A layer that plays a video."""

    def __init__(self, layer: SpecLayer, stage: Stage, first: int, *, covers: bool) -> None:
        assert layer.footage is not None
        self._layer = layer
        self._stage = stage
        self._covers = covers
        path = stage.media(layer.sha256)
        width, height = (-(-side // 2) * 2 for side in target_size(layer))
        self._reel = Reel(path, (width, height), layer.footage.start, stage.rate, first)
        self._laid: tuple[Hashable, Laid] | None = None

    def key_at(self, frame: int, stand: Stand) -> Hashable:
        return self._reel.number_at(frame), stand

    def laid(self, stand: Stand) -> Laid:
        sheet = self._reel.sheet()
        if not keeps_place(self._layer.poses):
            way: _Way = (
                _Ground(self._layer, sheet, self._stage)
                if self._covers
                else _Turner(self._layer, texture_from(sheet), self._stage)
            )
            return way.laid(stand)
        return self._in_place(sheet, stand)

    def _in_place(self, sheet: Sheet, stand: Stand) -> Laid:
        """The sheet at even pixels, where nothing needs to be moved."""
        box, size = self._layer.box, (sheet.width, sheet.height)
        x = round((box.x + box.width / 2 + stand.dx - size[0] / 2) / 2) * 2
        y = round((box.y + box.height / 2 + stand.dy - size[1] / 2) / 2) * 2
        whole = Patch((0, 0, *size), solid=stand.opacity >= 1)
        shifter = Shifter(sheet if whole.solid else faded(sheet, weight_of(stand)), (whole,))
        window = window_of((x, y), size, stand.reveal, self._layer.reveal_from)
        return Shifted(shifter, *shifter.steps(x, y), window=window)

    def close(self) -> None:
        self._reel.close()


def revealed(size: tuple[int, int], share: float, edge: str) -> Rectangle:
    """The uncovered part of a picture of this size, in its own pixels."""
    width, height = size
    across, down = round(width * share), round(height * share)
    return {
        "left": (0, 0, across, height),
        "right": (width - across, 0, width, height),
        "top": (0, 0, width, down),
        "bottom": (0, height - down, width, height),
    }[edge]


def window_of(corner: tuple[float, float], size: tuple[int, int], share: float, edge: str) -> Rectangle:
    """The side of the frame on which a picture at `corner` is uncovered, parted at even pixels."""
    left, top, right, bottom = revealed(size, share, edge)
    cuts = {"left": right, "right": left, "top": bottom, "bottom": top}
    cut = round((corner[0 if edge in ("left", "right") else 1] + cuts[edge]) / 2) * 2
    return {
        "left": (-FAR, -FAR, cut, FAR),
        "right": (cut, -FAR, FAR, FAR),
        "top": (-FAR, -FAR, FAR, cut),
        "bottom": (-FAR, cut, FAR, FAR),
    }[edge]


def stand_of(layer: SpecLayer, frame: int) -> Stand:
    """The layer's pose at a frame of its clip."""
    return stand_at(layer.poses, layer.ease, frame, layer.cycle)


class _Item:
    """A layer of a take: when it is seen, what decides its pixels, and itself laid for its latest state.

    Nothing is opened or decoded before it is seen.
    """

    def __init__(self, layer: SpecLayer, first: int, stage: Stage) -> None:
        self._layer = layer
        self._first = first
        self._stage = stage
        self._stand = stand_of(layer, first)

    @property
    def still(self) -> bool:
        layer = self._layer
        return layer.footage is None and not layer.shown and not changes(layer.poses)

    def state(self, frame: int) -> Hashable | None:
        """What decides its pixels at a frame of the segment; None: it is not seen."""
        shown = self._layer.shown
        if shown and not any(start <= frame < end for start, end in shown):
            return None
        stand = stand_of(self._layer, self._first + frame)
        if not weight_of(stand) or not stand.reveal:
            return None
        self._stand = stand
        if isinstance(self._way, _Player):
            return self._way.key_at(frame, stand)
        return self._way.key(stand)

    def laid(self) -> Laid:
        """The layer as it is at the frame that was asked for last."""
        return self._way.laid(self._stand)

    def close(self) -> None:
        if "_way" in vars(self) and isinstance(self._way, _Player):
            self._way.close()

    @cached_property
    def _way(self) -> "_Way | _Player":
        layer, stage = self._layer, self._stage
        covers = self._always_covers
        if layer.footage is not None:
            return _Player(layer, stage, self._first, covers=covers)
        if only_shifts(layer.poses) and not any(pose.rotation_deg for pose in layer.poses):
            return _Drifter(layer, stage, covers=covers)
        sheet = stage.sheet(layer) if covers else None
        if sheet is not None and sheet.inverse is None:
            return _Ground(layer, sheet, stage)
        return _Turner(layer, stage.texture(layer), stage)

    @cached_property
    def _always_covers(self) -> bool:
        """Whether the layer hides the whole frame at every frame, so that its edges are never seen."""
        width, height = self._stage.size
        for frame in range(self._stage.frames):
            stand = stand_of(self._layer, self._first + frame)
            matrix: Any = sheet_to_frame(self._layer.box, stand, 1, 1)
            if stand.opacity < 1 or stand.rotation_deg or stand.reveal < 1:
                return False
            left, top = matrix[:, 2]
            right, bottom = matrix @ (1.0, 1.0, 1.0)
            if left > 0 or top > 0 or right < width or bottom < height:
                return False
        return True


class Painter:
    """Paints a take; frame 0 is the take's own first frame."""

    def __init__(self, take: Take, stage: Stage) -> None:
        self._screen = stage.screen
        items = [_Item(layer, take.first, stage) for layer in take.layers]
        below = next((i for i, item in enumerate(items) if not item.still), len(items))
        self._base = black_canvas(*stage.size)
        for item in items[:below]:
            if item.state(0) is not None:
                item.laid().paint(self._base, self._screen)
        self._above = items[below:]
        self._canvas = copied(self._base)
        self._states: list[Hashable | None] = [None] * len(self._above)
        self._laid: list[Laid | None] = [None] * len(self._above)

    def canvas(self, frame: int) -> Canvas:
        """The picture of segment frame `frame`; it is overwritten by the next call."""
        changed: list[Rectangle] = []
        for index, item in enumerate(self._above):
            state = item.state(frame)
            if state == self._states[index]:
                continue
            changed.append(self._bounds(index))
            self._states[index] = state
            self._laid[index] = None if state is None else item.laid()
            changed.append(self._bounds(index))
        for part in gathered(changed):
            self._repaint(part)
        return self._canvas

    def close(self) -> None:
        """Let go of the videos that were opened."""
        for item in self._above:
            item.close()

    def _bounds(self, index: int) -> Rectangle:
        laid = self._laid[index]
        return NOTHING if laid is None else within(laid.bounds, self._screen)

    def _repaint(self, part: Rectangle) -> None:
        """Paint a rectangle anew, each layer only where no solid part of another hides it."""
        open_part = part
        order: list[tuple[Laid, Rectangle]] = []
        for laid in reversed(self._laid):
            if laid is None or not area(within(laid.bounds, open_part)):
                continue
            order.append((laid, open_part))
            for cover in laid.solid:
                open_part = uncovered(open_part, cover)
        copy_part(self._base, self._canvas, open_part)
        for laid, seen in reversed(order):
            laid.paint(self._canvas, seen)
