"""Where a picture's subject is, and the part of it that a frame shows.

Faces count most (OpenCV's own Haar cascade); else what has edges and stands apart from the colours of the
rim. All of it is whole-number arithmetic on a small copy, so that every machine chooses the same crop.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.media.image import Pixels

SMALL = 192
"""Longest side of the copy that is looked at; faces are looked for at four times that."""
FACE_SIDE = 4 * SMALL
FACE_MARGIN = 0.6
"""Of a face's size, added on each side: hair, chin and shoulders belong to it."""
LEAST_FACE = 0.04
"""Of the longest side: smaller finds are mostly leaves and stones."""
CASCADE = "haarcascade_frontalface_default.xml"
NEIGHBOURS = 7
MASS = 0.7
"""Share of all that draws the eye which the subject's box holds."""
FITS = 0.9
"""A subject up to this much wider than the crop loses only its rim."""


@dataclass(frozen=True)
class Subject:
    """A box in shares of the picture: left, top, right, bottom, and what was found there."""

    left: float
    top: float
    right: float
    bottom: float
    faces: int = 0


@dataclass(frozen=True)
class Crop:
    """The part of a picture that fills the frame, in pixels, or the whole of it beside its own blur."""

    left: int
    top: int
    width: int
    height: int
    whole: bool = False
    """Whether the subject is too wide for the frame, so that this part stands inside it."""


def subject_of(frames: Sequence[Pixels]) -> Subject:
    """The subject of a still, or of several frames of a video (all of one size, BGR)."""
    faces = [box for frame in frames for box in _faces(frame)]
    if faces:
        left, top = min(box[0] for box in faces), min(box[1] for box in faces)
        right, bottom = max(box[2] for box in faces), max(box[3] for box in faces)
        return Subject(left, top, right, bottom, len(faces))
    weight = sum((_weights(frame) for frame in frames), start=np.zeros((1, 1), np.int64))
    left, right = _core(weight.sum(axis=0))
    top, bottom = _core(weight.sum(axis=1))
    return Subject(left, top, right, bottom)


def crop_of(width: int, height: int, shape: tuple[int, int], subject: Subject) -> Crop:
    """The largest part of a picture with the frame's shape that shows its subject.

    A subject that would be cut is kept whole: then the part is as wide (or tall) as it must be, and stands
    inside the frame.
    """
    if width * shape[1] > height * shape[0]:
        keep = max(1, round(height * shape[0] / shape[1]))
        needed = round((subject.right - subject.left) * width * FITS)
        left, span = _slice(subject.left, subject.right, width, max(keep, needed))
        return Crop(left, 0, span, height, whole=needed > keep)
    keep = max(1, round(width * shape[1] / shape[0]))
    needed = round((subject.bottom - subject.top) * height * FITS)
    top, span = _slice(subject.top, subject.bottom, height, max(keep, needed))
    return Crop(0, top, width, span, whole=needed > keep)


def _slice(first: float, last: float, length: int, span: int) -> tuple[int, int]:
    """Where a stretch of `span` pixels begins that has the subject in its middle, and how long it is."""
    span = min(span, length)
    return min(max(round((first + last) / 2 * length - span / 2), 0), length - span), span


def _faces(frame: Pixels) -> list[tuple[float, float, float, float]]:
    small = _small(frame, FACE_SIDE)
    grey: Any = cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    rows, cols = grey.shape
    least = max(20, round(max(rows, cols) * LEAST_FACE))
    found: Any = _cascade().detectMultiScale(
        grey, scaleFactor=1.1, minNeighbors=NEIGHBOURS, minSize=(least, least)
    )
    boxes: list[tuple[float, float, float, float]] = []
    for x, y, width, height in np.asarray(found, np.int64).reshape(-1, 4).tolist():
        mx, my = width * FACE_MARGIN, height * FACE_MARGIN
        # Steps of a hundredth swallow what a processor may compute otherwise.
        boxes.append(
            (
                round(max(0.0, (x - mx) / cols), 2),
                round(max(0.0, (y - my) / rows), 2),
                round(min(1.0, (x + width + mx) / cols), 2),
                round(min(1.0, (y + height + my) / rows), 2),
            )
        )
    return boxes


@lru_cache(maxsize=1)
def _cascade() -> Any:
    return cv2.CascadeClassifier(str(Path(cv2.__file__).parent / "data" / CASCADE))


def _weights(frame: Pixels) -> NDArray[np.int64]:
    """How much each place of a small square copy draws the eye."""
    small = _square(frame)
    across: Any = cv2.Sobel(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), cv2.CV_16S, 1, 0)
    down: Any = cv2.Sobel(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), cv2.CV_16S, 0, 1)
    edges = np.abs(np.asarray(across, np.int64)) + np.abs(np.asarray(down, np.int64))
    rim = np.concatenate([small[0], small[-1], small[:, 0], small[:, -1]]).astype(np.int64)
    apart = np.abs(small.astype(np.int64) - np.median(rim, axis=0).astype(np.int64)).sum(axis=2)
    drawn = edges + apart
    ramp = np.minimum(np.arange(SMALL), np.arange(SMALL)[::-1]) + SMALL // 4
    weight = drawn * ramp[None, :] * ramp[:, None]
    return np.maximum(weight - int(np.median(weight)), 0)


def _square(frame: Pixels) -> Pixels:
    square: Any = cv2.resize(_small(frame, 4 * SMALL), (SMALL, SMALL), interpolation=cv2.INTER_AREA)
    return square


def _small(frame: Pixels, side: int) -> Pixels:
    rows, cols = frame.shape[:2]
    if max(rows, cols) <= side:
        return frame
    ratio = side / max(rows, cols)
    size = (max(1, round(cols * ratio)), max(1, round(rows * ratio)))
    small: Any = cv2.resize(frame, size, interpolation=cv2.INTER_AREA)
    return small


def _core(profile: NDArray[np.int64]) -> tuple[float, float]:
    """The shortest stretch that holds `MASS` of a profile, in shares of its length."""
    total = int(profile.sum())
    if total == 0:
        return 0.25, 0.75
    ends = np.cumsum(profile)
    wanted = round(total * MASS)
    best = (0, len(profile))
    for first in range(len(profile)):
        before = int(ends[first - 1]) if first else 0
        last = int(np.searchsorted(ends, before + wanted)) + 1
        if last > len(profile):
            break
        if last - first < best[1] - best[0]:
            best = (first, last)
    return round(best[0] / len(profile), 2), round(best[1] / len(profile), 2)
