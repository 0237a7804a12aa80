"""How the layers of a shot move: by movement, feeling, depth and kind of layer.

What stands on the floor keeps its feet there when it grows or shrinks. Text hardly moves, subjects move
a little, and a drawn ground stands still, because what stands still costs nothing and looks calm. Only an
author's photo is travelled over.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from storyreel.assets.model import Picture, PictureLayer
from storyreel.film.model import Movement
from storyreel.film.style import Feeling, feeling_of
from storyreel.timeline.model import Box, Layer, Pose

PUSH = 0.05
"""Growth of a subject over a shot."""
DRIFT = 0.022
"""Way of a subject over a shot, as a fraction of the frame's height."""
PHOTO_ZOOM = 0.08
TEXT_RISE_PX = 8.0
TEXT_IN_S = 0.5
MOST_STRENGTH = 1.6
DIGITS = 4


@dataclass(frozen=True)
class Move:
    """What moves the layers of one shot."""

    movement: Movement
    tags: tuple[str, ...]
    frames: int
    """Length of the clip plus what its closing transition shows beyond it."""
    text_in: int
    """Frames in which text comes up; 0 where a transition brings it in."""
    height: int


def layers_of(picture: Picture, move: Move, *, width: int) -> tuple[Layer, ...]:
    """The picture's layers with their poses, scaled to the frame's size."""
    ratio_x, ratio_y = width / picture.width, move.height / picture.height
    floor = _floor(picture)
    return tuple(
        Layer(
            name=layer.name,
            media=layer.media,
            box=Box(
                x=_round(layer.box.x * ratio_x),
                y=_round(layer.box.y * ratio_y),
                width=_round(layer.box.width * ratio_x),
                height=_round(layer.box.height * ratio_y),
            ),
            poses=_poses(
                layer,
                move,
                photo=picture.origin == "author",
                stature=layer.box.height * ratio_y if layer.box.y + layer.box.height > floor else 0.0,
            ),
            ease="out" if layer.group == "text" else "in_out",
        )
        for layer in picture.layers
    )


def _floor(picture: Picture) -> float:
    """The highest edge of a ground in front of the first one: what reaches below it stands."""
    return min((layer.box.y for layer in picture.layers[1:] if layer.group == "ground"), default=inf)


def _poses(layer: PictureLayer, move: Move, *, photo: bool, stature: float) -> tuple[Pose, ...]:
    if layer.group == "text":
        return _text_poses(move)
    if layer.group == "ground":
        return _photo_poses(move) if photo else ()
    return _subject_poses(layer.depth, move, stature)


def _text_poses(move: Move) -> tuple[Pose, ...]:
    if move.text_in <= 0 or move.movement == "still":
        return ()
    rise = TEXT_RISE_PX * move.height / 1080
    return (Pose(frame=0, dy=_round(rise), opacity=0.0), Pose(frame=move.text_in))


def _subject_poses(depth: float, move: Move, stature: float) -> tuple[Pose, ...]:
    """Poses of a subject; `stature` is its height in pixels if it stands on the floor, else 0."""
    feeling = feeling_of(move.tags)
    amount = min(feeling.strength, MOST_STRENGTH) * depth
    grow, way = PUSH * amount, DRIFT * amount * move.height
    ends: dict[str, Sequence[tuple[float, float, float]]] = {
        "still": ((0, 0, 0),),
        "push_in": ((0, 0, 0), (0, 0, grow)),
        "pull_out": ((0, 0, grow), (0, 0, 0)),
        "drift_left": ((way / 2, 0, 0), (-way / 2, 0, 0)),
        "drift_right": ((-way / 2, 0, 0), (way / 2, 0, 0)),
        "rise": ((0, way / 2, 0), (0, -way / 2, 0)),
    }
    poses = tuple(
        _stand(feeling, move, frame, end, stature)
        for frame, end in zip((0, move.frames - 1), ends[move.movement], strict=False)
    )
    return () if poses == (Pose(frame=0),) else poses


def _stand(feeling: Feeling, move: Move, frame: int, end: tuple[float, float, float], stature: float) -> Pose:
    dx, dy, grow = end
    scale = _round(feeling.scale + grow)
    # A pose scales about the middle of its box; going down by half of what is lost keeps the foot in place.
    planted = (1 - scale) * stature / 2
    return Pose(
        frame=frame,
        dx=_round(dx + feeling.shift_x * move.height),
        dy=_round(dy + feeling.shift_y * move.height + planted),
        scale=scale,
        rotation_deg=feeling.tilt_deg,
    )


def _photo_poses(move: Move) -> tuple[Pose, ...]:
    """A slow way over a photo that always covers the frame: shifts stay inside what the zoom leaves over."""
    near, way = 1 + PHOTO_ZOOM, _round(PHOTO_ZOOM * move.height * 0.45)
    ends: dict[str, Sequence[tuple[float, float, float]]] = {
        "still": ((0, 0, 1),),
        "push_in": ((0, 0, 1), (0, 0, near)),
        "pull_out": ((0, 0, near), (0, 0, 1)),
        "drift_left": ((way, 0, near), (-way, 0, near)),
        "drift_right": ((-way, 0, near), (way, 0, near)),
        "rise": ((0, way, near), (0, -way, near)),
    }
    if move.movement == "still":
        return ()
    first, last = ends[move.movement]
    return (
        Pose(frame=0, dx=first[0], dy=first[1], scale=first[2]),
        Pose(frame=move.frames - 1, dx=last[0], dy=last[1], scale=last[2]),
    )


def _round(value: float) -> float:
    return round(value, DIGITS)
