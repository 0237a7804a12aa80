"""Where a picture's subject is, and the part of it that a frame shows.

What draws the eye is edges and what stands apart from the colours of the rim; faces (OpenCV's own Haar
cascade) draw it most. A frame shows the part that holds most of that. Large faces and lettering are not cut:
where they do not fit, the part stands whole inside the frame. Whole numbers on a small copy, so that every
machine chooses the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.assets.own_captions import lettering_of
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
FITS = 0.9
"""What must be kept may lose this little of its margin."""
LARGE_FACE = 0.1
"""Of the longest side; two of them belong together when the smaller is at least `ALIKE` of the larger."""
ALIKE = 0.6
FACE_PULL = 6
"""A face of a hundredth of the picture draws the eye as much as six tenths of all else."""
LETTER_MARGIN = 0.06
LETTERED_SHARE = 0.6
"""Share of the frames in which lettering must be to be kept whole."""

Profile = NDArray[np.int64]
Range = tuple[float, float]


@dataclass(frozen=True)
class Subject:
    """What draws the eye, by column and by row (`SMALL` of each), and what may not be cut (shares)."""

    columns: Profile
    rows: Profile
    keep_x: Range | None = None
    keep_y: Range | None = None
    whole: bool = False
    """Whether that may ask for more than the frame's shape: faces beside each other, or lettering."""


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
    """The subject of a still, or of several frames of a video (BGR)."""
    weight = np.zeros((SMALL, SMALL), np.int64)
    large: list[Face] = []
    beside = False
    for frame in frames:
        faces = _faces(frame)
        weight += _with_faces(_weights(frame), faces)
        beside = beside or len(_large(faces)) > 1
        large += _large(faces)
    written = [found for frame in frames if (found := lettering_of(frame)) is not None]
    keep_x = (min(f.left for f in large), max(f.right for f in large)) if large else None
    if written and len(written) >= LETTERED_SHARE * len(frames):
        beside = True
        letters = (
            max(0.0, min(found[0] for found in written) - LETTER_MARGIN),
            min(1.0, max(found[1] for found in written) + LETTER_MARGIN),
        )
        keep_x = letters if keep_x is None else (min(keep_x[0], letters[0]), max(keep_x[1], letters[1]))
    keep_y = (min(f.top for f in large), max(f.bottom for f in large)) if large else None
    return Subject(weight.sum(axis=0), weight.sum(axis=1), keep_x, keep_y, beside)


def crop_of(width: int, height: int, shape: tuple[int, int], subject: Subject) -> Crop:
    """The part of a picture with the frame's shape that holds most of its subject.

    Where what may not be cut is wider (or taller) than that, the part is as large as it must be, and stands
    whole inside the frame.
    """
    if width * shape[1] > height * shape[0]:
        keep = max(1, round(height * shape[0] / shape[1]))
        left, span = _stretch(subject.columns, subject.keep_x, width, keep, grows=subject.whole)
        return Crop(left, 0, span, height, whole=span > keep)
    keep = max(1, round(width * shape[1] / shape[0]))
    top, span = _stretch(subject.rows, subject.keep_y, height, keep, grows=subject.whole)
    return Crop(0, top, width, span, whole=span > keep)


def _stretch(profile: Profile, kept: Range | None, length: int, span: int, *, grows: bool) -> tuple[int, int]:
    """Where the best stretch of `span` pixels begins, and its length, more where it must be."""
    if kept is not None:
        needed = round((kept[1] - kept[0]) * length * FITS)
        if needed > span:
            span = min(needed, length) if grows else span
            return _inside(round((kept[0] + kept[1]) / 2 * length - span / 2), length, span), span
    window = max(1, min(SMALL, round(SMALL * span / length)))
    ends = np.concatenate((np.zeros(1, np.int64), np.cumsum(profile)))
    sums = ends[window:] - ends[: SMALL - window + 1]
    best = np.flatnonzero(sums == sums.max())
    # Of equals the one nearest to the middle.
    first = int(best[np.argmin(np.abs(2 * best - (SMALL - window)))])
    start = _inside(round(first / SMALL * length), length, span)
    if kept is not None:
        start = min(start, _inside(int(kept[0] * length), length, span))
        start = max(start, _inside(-int(-kept[1] * length) - span, length, span))
    return start, span


def _inside(start: int, length: int, span: int) -> int:
    return min(max(start, 0), length - span)


@dataclass(frozen=True)
class Face:
    """A face with hair, chin and shoulders, in shares of the picture; `size` against its longest side."""

    left: float
    top: float
    right: float
    bottom: float
    size: float


def _large(faces: Sequence[Face]) -> list[Face]:
    most = max((face.size for face in faces), default=0.0)
    return [face for face in faces if face.size >= max(LARGE_FACE, ALIKE * most)]


def _with_faces(weight: Profile, faces: Sequence[Face]) -> Profile:
    total = max(1, int(weight.sum()))
    result = weight.copy()
    for face in faces:
        area = (face.right - face.left) * (face.bottom - face.top)
        left, right = int(face.left * SMALL), max(int(face.left * SMALL) + 1, int(face.right * SMALL))
        top, bottom = int(face.top * SMALL), max(int(face.top * SMALL) + 1, int(face.bottom * SMALL))
        pull = round(FACE_PULL * round(area**0.5, 2) * 100)
        result[top:bottom, left:right] += total * pull // (100 * (right - left) * (bottom - top))
    return result


def _faces(frame: Pixels) -> list[Face]:
    small = _small(frame, FACE_SIDE)
    grey: Any = cv2.equalizeHist(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY))
    rows, cols = grey.shape
    least = max(20, round(max(rows, cols) * LEAST_FACE))
    faces: list[Face] = []
    for x, y, width, height in _found(grey, least):
        mx, my = width * FACE_MARGIN, height * FACE_MARGIN
        # Steps of a hundredth swallow what a processor may compute otherwise.
        faces.append(
            Face(
                left=round(max(0.0, (x - mx) / cols), 2),
                top=round(max(0.0, (y - my) / rows), 2),
                right=round(min(1.0, (x + width + mx) / cols), 2),
                bottom=round(min(1.0, (y + height + my) / rows), 2),
                size=round(width / max(rows, cols), 2),
            )
        )
    return faces


def _found(grey: Any, least: int) -> list[list[int]]:
    boxes: Any = _cascade().detectMultiScale(
        grey, scaleFactor=1.1, minNeighbors=NEIGHBOURS, minSize=(least, least)
    )
    return np.asarray(boxes, np.int64).reshape(-1, 4).tolist()


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
