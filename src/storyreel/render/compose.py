"""From a take of layers to frames: what stands still is laid once, what changes is laid where it changes.

A `Painter` owns a canvas of three planes. Still layers at the bottom are its base. Each layer above
has a state at every frame; where states differ from those of the frame painted before, the
rectangles that the layer leaves and enters are painted anew, from the base up.
"""

from collections.abc import Hashable
from functools import cached_property
from typing import Any

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
from storyreel.render.place import Laid
from storyreel.render.pose import changes, only_shifts, sheet_to_frame
from storyreel.render.spec import SpecLayer, Take
from storyreel.render.ways import Drifter, Ground, Player, Stage, Turner, Way, stand_of, weight_of


class _Item:
    """A layer of a take: when it is seen, what decides its pixels, and itself laid for its latest state.

    Nothing is opened or decoded before it is seen.
    """

    def __init__(self, layer: SpecLayer, first: int, stage: Stage) -> None:
        self._layer = layer
        self._first = first
        self._stage = stage
        self._stand = stand_of(layer, first)
        self._state: Hashable | None = None
        self._laid: tuple[Hashable, Laid] | None = None

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
        way = self._way
        self._state = way.key_at(frame, stand) if isinstance(way, Player) else way.key(stand)
        return self._state

    def laid(self) -> Laid:
        """The layer as it was when it was seen last; laid anew only where its state has changed."""
        if self._laid is None or self._laid[0] != self._state:
            self._laid = (self._state, self._way.laid(self._stand))
        return self._laid[1]

    def close(self) -> None:
        if "_way" in vars(self) and isinstance(self._way, Player):
            self._way.close()

    @cached_property
    def _way(self) -> "Way | Player":
        layer, stage = self._layer, self._stage
        covers = self._always_covers
        if layer.footage is not None:
            return Player(layer, stage, self._first, covers=covers)
        if only_shifts(layer.poses) and not any(pose.rotation_deg for pose in layer.poses):
            return Drifter(layer, stage, covers=covers)
        sheet = stage.sheet(layer) if covers else None
        if sheet is not None and sheet.inverse is None:
            return Ground(layer, sheet, stage)
        return Turner(layer, stage.texture(layer), stage)

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
