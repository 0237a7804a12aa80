"""Where a layer stands at a frame: poses, ease, and the affine map from a sheet to the frame."""

import math
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from storyreel.timeline.model import Box, Pose

REST = Pose(frame=0)
EXACT_DIGITS = 9
"""Matrices are rounded here, so that a sine that differs in its last bit changes no picture."""


@dataclass(frozen=True)
class Stand:
    """A pose at one frame: shift in pixels, scale, clockwise degrees, opacity and uncovered share 0..1."""

    dx: float
    dy: float
    scale: float
    rotation_deg: float
    opacity: float
    reveal: float = 1.0


def stand_at(poses: tuple[Pose, ...], ease: str, frame: int, cycle: int = 0) -> Stand:
    """The pose at `frame`; before the first and after the last pose it holds.

    With a `cycle` of n frames, frame n is frame 0 again, on both sides of it.
    """
    frame = frame % cycle if cycle else frame
    before, after = _around(poses, frame)
    span = after.frame - before.frame
    t = eased(ease, (frame - before.frame) / span) if span else 0.0
    return Stand(
        dx=_between(before.dx, after.dx, t),
        dy=_between(before.dy, after.dy, t),
        scale=_between(before.scale, after.scale, t),
        rotation_deg=_between(before.rotation_deg, after.rotation_deg, t),
        opacity=_between(before.opacity, after.opacity, t),
        reveal=_between(before.reveal, after.reveal, t),
    )


def eased(ease: str, t: float) -> float:
    """How far the way is done at part `t` of the time; polynomials are the same on every processor."""
    if ease == "in_out":
        return t * t * (3.0 - 2.0 * t)
    return 1.0 - (1.0 - t) * (1.0 - t) if ease == "out" else t


def changes(poses: tuple[Pose, ...]) -> bool:
    """Whether anything about the layer is different at another time."""
    return any(pose.model_copy(update={"frame": poses[0].frame}) != poses[0] for pose in poses[1:])


def keeps_place(poses: tuple[Pose, ...]) -> bool:
    """Whether the layer stands in one place, upright, at one size; it may fade and be uncovered there."""
    return only_shifts(poses) and all((pose.dx, pose.dy) == (poses[0].dx, poses[0].dy) for pose in poses)


def only_shifts(poses: tuple[Pose, ...]) -> bool:
    """Whether the layer keeps one scale and stands upright, so that moving it is a plain shift."""
    return all(pose.rotation_deg == 0 and pose.scale == poses[0].scale for pose in poses)


def sheet_to_frame(box: Box, stand: Stand, sheet_width: int, sheet_height: int) -> NDArray[np.float64]:
    """The 2x3 matrix from a sheet that fills `box` to the frame, in continuous coordinates.

    A pixel of index i covers i to i + 1 in both.
    """
    angle = math.radians(stand.rotation_deg)
    cos, sin = stand.scale * math.cos(angle), stand.scale * math.sin(angle)
    across, down = box.width / sheet_width, box.height / sheet_height
    linear = np.array([[cos * across, -sin * down], [sin * across, cos * down]])
    centre = np.array([box.x + box.width / 2 + stand.dx, box.y + box.height / 2 + stand.dy])
    shift = centre - linear @ np.array([sheet_width / 2, sheet_height / 2])
    exact: Any = np.round(np.column_stack([linear, shift]), EXACT_DIGITS)
    return exact


def _around(poses: tuple[Pose, ...], frame: int) -> tuple[Pose, Pose]:
    if not poses:
        return REST, REST
    following = bisect_right(poses, frame, key=lambda pose: pose.frame)
    return poses[max(0, following - 1)], poses[min(following, len(poses) - 1)]


def _between(start: float, end: float, t: float) -> float:
    return start + (end - start) * t
