"""The ways of bringing a layer onto the frame: shifted, scaled or turned, as ground, or playing a video."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Protocol

from storyreel.render.canvas import Rectangle
from storyreel.render.footage import Reel
from storyreel.render.patches import Patch
from storyreel.render.place import Laid, Whole
from storyreel.render.planes import Sheet, Texture, faded, opened, texture_from
from storyreel.render.pose import Stand, keeps_place, sheet_to_frame, stand_at
from storyreel.render.shift import Shifted, Shifter
from storyreel.render.spec import SpecLayer
from storyreel.render.stills import MediaFinder, SheetCache
from storyreel.render.warp import GroundWarper, Warper
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


class Way(Protocol):
    """How a layer is brought onto the frame; equal keys give equal pixels."""

    def key(self, stand: Stand) -> Hashable: ...

    def laid(self, stand: Stand) -> Laid: ...


class Drifter:
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


class Turner:
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

    def show(self, sheet: Sheet) -> None:
        """Go on with another picture of the same size."""
        self._texture = self._warper.texture = texture_from(sheet)


class Ground:
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

    def show(self, sheet: Sheet) -> None:
        """Go on with another picture of the same size."""
        self._sheet = self._warper.sheet = sheet


class Player:
    """A layer that plays a video."""

    def __init__(self, layer: SpecLayer, stage: Stage, first: int, *, covers: bool) -> None:
        assert layer.footage is not None
        self._layer = layer
        self._stage = stage
        self._covers = covers
        path = stage.media(layer.sha256)
        width, height = (-(-side // 2) * 2 for side in target_size(layer))
        self._reel = Reel(path, (width, height), layer.footage.start, stage.rate, first)
        self._way: Ground | Turner | None = None

    def key_at(self, frame: int, stand: Stand) -> Hashable:
        return self._reel.number_at(frame), stand

    def laid(self, stand: Stand) -> Laid:
        sheet = self._reel.sheet()
        if keeps_place(self._layer.poses):
            return self._in_place(sheet, stand)
        if self._way is None:
            self._way = (
                Ground(self._layer, sheet, self._stage)
                if self._covers
                else Turner(self._layer, texture_from(sheet), self._stage)
            )
        self._way.show(sheet)
        return self._way.laid(stand)

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
