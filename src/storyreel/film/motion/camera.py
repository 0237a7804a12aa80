"""The camera: near layers go far, far ones hardly, words not at all.

A pan shifts a layer by its depth; a push or a pull changes its size about one point that all layers share:
the foot of the main subject, so that nobody's feet slide over the ground. A layer that reaches the frame's
edge never shows what is behind it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from storyreel.assets.model import PictureLayer
from storyreel.film.motion.move import Move, Point, Stand, centre, foot
from storyreel.film.style import feeling_of
from storyreel.timeline.model import Box

PAN = 0.035
"""Way of the nearest layer over a shot, in widths of the frame (paper-cut RULES, 10)."""
PUSH = 0.05
"""Growth of the nearest layer over a shot."""
FASTEST = 0.010
"""Mean speed of anything in widths a second; a way that eases in and out peaks at one and a half times it."""
LEAST = 0.002
"""A layer whose whole way is shorter, in widths, stands still: nobody would see it, and it costs."""
TIERS = ((0.12, 0.0), (0.42, 0.25), (0.75, 0.55), (0.97, 0.85))
"""Depths below the first number move like the second: what stands on one ground goes with it."""
STILL_FROM = 0.97
"""What lies on the glass (a vignette, near rain) does not go with the camera."""
PUSHED_FROM = 0.4
"""Farther layers do not grow: a far thing hardly changes when one steps nearer."""
MOST_STRENGTH = 1.3
EDGE_PX = 0.5


@dataclass(frozen=True)
class Way:
    """A change of view over a shot, about `focus`: size and shift at its two ends."""

    focus: Point
    first: tuple[float, float, float] = (1.0, 0.0, 0.0)
    """Scale, dx, dy."""
    last: tuple[float, float, float] = (1.0, 0.0, 0.0)

    @property
    def still(self) -> bool:
        return self.first == self.last == (1.0, 0.0, 0.0)

    def at(self, part: float, where: Point, inner: Stand) -> Stand:
        """How a layer with its centre at `where` stands that stood as `inner` before the camera."""
        scale, dx, dy = (a + (b - a) * part for a, b in zip(self.first, self.last, strict=True))
        x = self.focus[0] + scale * (where[0] + inner.dx - self.focus[0]) + dx
        y = self.focus[1] + scale * (where[1] + inner.dy - self.focus[1]) + dy
        return Stand(
            x - where[0], y - where[1], inner.scale * scale, inner.rotation_deg, inner.opacity, inner.reveal
        )


def tier(depth: float) -> float:
    """The depth by which a layer moves."""
    if depth >= STILL_FROM:
        return 0.0
    return next(moved for below, moved in TIERS if depth < below)


def focus_of(layers: Sequence[PictureLayer], boxes: Sequence[Box], move: Move) -> Point:
    """The foot of the largest subject that stands in the frame, else a point a little below the middle."""
    subjects = [
        box
        for layer, box in zip(layers, boxes, strict=True)
        if layer.group == "subject" and box.y + box.height < move.height
    ]
    if not subjects:
        return move.width / 2, move.height * 0.55
    x, y = foot(max(subjects, key=lambda box: box.width * box.height))
    return min(max(x, 0.3 * move.width), 0.7 * move.width), min(max(y, 0.4 * move.height), 0.9 * move.height)


def way_of(depth: float, box: Box, focus: Point, move: Move) -> Way:
    """The way of a layer that moves by `depth` (a tier) and takes `box` of the frame."""
    strength = min(feeling_of(move.tags).strength, MOST_STRENGTH) * depth
    seconds = move.frames / move.fps
    if move.movement == "still" or depth == 0:
        return Way(focus)
    if move.movement in ("push_in", "pull_out"):
        if depth < PUSHED_FROM:
            return Way(focus)
        grow = min(PUSH * strength, 2 * FASTEST * seconds)
        ends = ((1.0, 0.0, 0.0), (1.0 + grow, 0.0, 0.0))
        return Way(focus, *(ends if move.movement == "push_in" else ends[::-1]))
    return _pan(min(PAN * strength, FASTEST * seconds) * move.width, box, focus, move)


def _pan(way: float, box: Box, focus: Point, move: Move) -> Way:
    """A shift by half of `way` to either side, cut short where a sheet would uncover the frame's edge."""
    across = move.movement != "rise"
    way = min(way, 2 * _spare(box, move, across=across))
    if way < LEAST * move.width:
        return Way(focus)
    sign = 1 if move.movement in ("drift_left", "rise") else -1
    ends = [(1.0, side * way / 2, 0.0) if across else (1.0, 0.0, side * way / 2) for side in (sign, -sign)]
    return Way(focus, ends[0], ends[1])


def _spare(box: Box, move: Move, *, across: bool) -> float:
    """How far a layer may go to both sides before an edge of it that lies outside comes into the frame."""
    start, size, frame = (box.x, box.width, move.width) if across else (box.y, box.height, move.height)
    room = [float(move.width)]
    if start <= EDGE_PX:
        room.append(max(0.0, -start))
    if start + size >= frame - EDGE_PX:
        room.append(max(0.0, start + size - frame))
    return min(room)


def photo_way(move: Move) -> Way:
    """A slow way over a photo that fills the frame and always covers it."""
    seconds = move.frames / move.fps
    zoom = min(0.08, 2 * FASTEST * seconds)
    shift = min(zoom * 0.45 * move.height, FASTEST * seconds * move.width / 2)
    near, middle = 1.0 + zoom, (move.width / 2, move.height / 2)
    ends: dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
        "still": ((1.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
        "push_in": ((1.0, 0.0, 0.0), (near, 0.0, 0.0)),
        "pull_out": ((near, 0.0, 0.0), (1.0, 0.0, 0.0)),
        "drift_left": ((near, shift, 0.0), (near, -shift, 0.0)),
        "drift_right": ((near, -shift, 0.0), (near, shift, 0.0)),
        "rise": ((near, 0.0, shift), (near, 0.0, -shift)),
    }
    return Way(middle, *ends[move.movement])


def depth_of(layer: PictureLayer, box: Box, grounds: Sequence[tuple[float, Box]]) -> float:
    """The tier of a layer; a subject goes with the ground behind it that is under its foot.

    `grounds` are depth and box of the grounds that lie behind it, without the first one. A floor in front
    hides the foot, so there is nothing that it could slide over.
    """
    if layer.group == "text":
        return 0.0
    if layer.group == "subject":
        x, y = foot(box)
        under = [depth for depth, ground in grounds if _holds(ground, x, y) and depth < STILL_FROM]
        if under:
            return tier(min(under, key=lambda depth: abs(depth - layer.depth)))
    return tier(layer.depth)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def middle(box: Box) -> Point:
    """Where the camera takes a layer to be."""
    return centre(box)
