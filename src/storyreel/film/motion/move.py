"""What moves the layers of one shot, and how a moved layer stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from storyreel.film.model import Movement
from storyreel.timeline.model import Box, Pose

DIGITS = 4

Ranges = tuple[tuple[int, int], ...]
"""Half-open ranges of frames, in order."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Move:
    """All that the motion of a shot depends on, beside its picture. Frames are those of the clip."""

    movement: Movement
    tags: tuple[str, ...]
    frames: int
    """Length of the clip plus what its closing transition shows beyond it."""
    width: int
    height: int
    fps: float = 30.0
    cut_in: bool = True
    """Whether the shot begins with a cut: else what comes in at its start is there already."""
    shot: str = ""
    """Its id: the seed of everything that looks like chance."""
    words: tuple[int, ...] = ()
    """The frame at which each of its words is said."""
    loud: Mapping[str, Ranges] = field(default_factory=dict[str, Ranges])
    """When the voice of a person (by id) is loud."""

    def length(self, seconds: float) -> int:
        """Whole frames nearest to a length of time, at least one."""
        return max(1, round(seconds * self.fps))


@dataclass(frozen=True)
class Stand:
    """A layer's pose without its frame: shift of the centre of its box, size, turn, cover."""

    dx: float = 0.0
    dy: float = 0.0
    scale: float = 1.0
    rotation_deg: float = 0.0
    opacity: float = 1.0
    reveal: float = 1.0

    def pose(self, frame: int) -> Pose:
        """The pose at a frame, rounded so that equal motions are equal bytes."""
        return Pose(
            frame=frame,
            dx=rounded(self.dx),
            dy=rounded(self.dy),
            scale=rounded(self.scale),
            rotation_deg=rounded(self.rotation_deg),
            opacity=rounded(min(1.0, max(0.0, self.opacity))),
            reveal=rounded(min(1.0, max(0.0, self.reveal))),
        )


def rounded(value: float) -> float:
    """To four digits; no minus zero."""
    return round(value, DIGITS) + 0.0


def centre(box: Box) -> Point:
    """The middle of a box."""
    return box.x + box.width / 2, box.y + box.height / 2


def foot(box: Box) -> Point:
    """The middle of a box's lower edge."""
    return box.x + box.width / 2, box.y + box.height


def seed(*names: str) -> int:
    """A whole number of 32 bits that depends on the names alone."""
    return int.from_bytes(sha256("\0".join(names).encode()).digest()[:4], "big")


def eased(t: float) -> float:
    """A way that begins and ends slowly; a polynomial, equal on every processor."""
    t = min(1.0, max(0.0, t))
    return t * t * (3.0 - 2.0 * t)


def wave(u: float) -> float:
    """A soft swing between -1 and 1 with period 1; it is -1 at 0."""
    part = u % 1.0
    return 2.0 * eased(2.0 * part if part < 0.5 else 2.0 - 2.0 * part) - 1.0
