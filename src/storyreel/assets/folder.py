"""The author's own pictures: a folder that is read once, and the picture in it that fits a need.

What a picture shows is told by the words of its file name (`old-lighthouse_02.jpg`) and by a file of the
same name beside it, `old-lighthouse_02.json`:

    {"tags": ["lighthouse", "cliff"], "licence": "CC-BY-4.0",
     "attribution": "A. Person", "redistributable": true}

All fields are optional. Without a licence the picture counts as the author's own, cleared by the author.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from pydantic import ValidationError

from storyreel.assets.meaning import STOP, vocabulary
from storyreel.assets.model import PictureNeed, Rights
from storyreel.assets.stems import stem, stems, words
from storyreel.kit.errors import InputError, MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.kit.schema import Model
from storyreel.media.image import Pixels, read_image

PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
OWN_LICENCE = "proprietary_cleared"
PHOTO_OVERSCAN = 1.1
"""A photo is kept this much larger than the frame, so that a slow zoom stays sharp."""
DULL = frozenset(
    [
        "img",
        "image",
        "photo",
        "picture",
        "pic",
        "scan",
        "copy",
        "final",
        "new",
        "dsc",
        "old",
        "small",
        "large",
    ]
)
"""Words of file names that say nothing about the picture."""
STRONG = 2.0
WEAK = 0.5
"""A word that names a thing weighs `STRONG`, any other content word 1, a word of the place `WEAK`."""
LETTERED_KINDS = frozenset(("title", "credits"))
"""Cards whose lettering is the picture: no photo takes their place."""


class Note(Model):
    """What stands in the file beside a picture."""

    tags: tuple[str, ...] = ()
    licence: str = OWN_LICENCE
    attribution: str = ""
    redistributable: bool | None = None
    """None: yes for the author's own, no for anybody else's."""


@dataclass(frozen=True)
class AuthorPicture:
    """One picture of the folder and what is known about it."""

    file: Path
    sha256: str
    label: str
    """Path inside the folder, for messages."""
    stems: frozenset[str]
    rights: Rights


@dataclass(frozen=True)
class AuthorFolder:
    """The pictures of a folder in the order of their names."""

    pictures: tuple[AuthorPicture, ...]


@dataclass(frozen=True)
class Match:
    """A picture that fits a need, how well, and by which words."""

    picture: AuthorPicture
    score: float
    words: tuple[str, ...]


def index(folder: Path) -> AuthorFolder:
    """Read names and sidecars of a folder and its subfolders. Raises InputError."""
    if not folder.is_dir():
        raise InputError(
            f"There is no folder {folder.name!r} to take pictures from.", next_step="Give an existing folder."
        )
    files = sorted(
        (
            f
            for f in folder.rglob("*")
            if f.suffix.lower() in PICTURE_ENDINGS and not _hidden(f, folder) and f.is_file()
        ),
        key=lambda f: f.relative_to(folder).as_posix(),
    )
    return AuthorFolder(tuple(_picture(file, folder) for file in files))


def ranked(need: PictureNeed, folder: AuthorFolder) -> tuple[Match, ...]:
    """The pictures that fit, best first; ties go by name. A fit has at least one word of the line itself."""
    if need.kind in LETTERED_KINDS:
        return ()
    spoken = {
        stem(word): word for word in reversed(words(f"{need.words} {need.speaker}")) if word not in STOP
    }
    place = {stem(word): word for word in words(need.place) if word not in STOP}
    found = [fit for picture in folder.pictures if (fit := _fit(picture, spoken, place)) is not None]
    return tuple(sorted(found, key=lambda fit: (-fit.score, fit.picture.label)))


def match(need: PictureNeed, folder: AuthorFolder) -> Match | None:
    """The picture that fits best, or None."""
    return next(iter(ranked(need, folder)), None)


def conform(file: Path, size: tuple[int, int], backing: str) -> Pixels:
    """The picture cropped to the frame's shape, a little larger than the frame, opaque 8-bit BGR.

    Transparent parts show `backing` (`#rrggbb`). Raises InputError for what is no picture or too large,
    MediaError when it cannot be read.
    """
    try:
        pixels = read_image(file)
    except OSError as error:
        raise MediaError(f"The picture {file.name} could not be opened: {error.strerror}.") from error
    return _cover(_opaque(pixels, backing), size)


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _picture(file: Path, folder: Path) -> AuthorPicture:
    label = file.relative_to(folder).as_posix()
    note = _sidecar(file.with_suffix(".json"))
    told = set(stems(file.stem.replace("_", " ")))
    for tag in note.tags:
        told |= set(stems(tag))
    return AuthorPicture(file, sha256_file(file), label, frozenset(told - DULL), _rights(label, note))


def _rights(label: str, note: Note) -> Rights:
    own = note.licence == OWN_LICENCE
    return Rights(
        license_type=note.licence,
        attribution=note.attribution,
        source=f"author:{label}",
        redistributable=own if note.redistributable is None else note.redistributable,
    )


def _sidecar(file: Path) -> Note:
    """The fields beside a picture, or the defaults. Raises InputError with the fields there are."""
    if not file.is_file():
        return Note()
    try:
        return Note.model_validate_json(file.read_bytes())
    except ValidationError as error:
        raise InputError(
            f"The tags file {file.name} cannot be used: {error.errors()[0]['msg']}.",
            next_step=f'Write it as {{"tags": ["word"]}}; its fields are {", ".join(Note.model_fields)}.',
        ) from error


def _fit(picture: AuthorPicture, spoken: Mapping[str, str], place: Mapping[str, str]) -> Match | None:
    named = vocabulary()
    shared = sorted(picture.stems & set(spoken))
    if not any(root in named or len(root) > 3 for root in shared):
        return None
    score = sum(STRONG if root in named else 1.0 for root in shared)
    score += WEAK * len(picture.stems & set(place))
    return Match(picture, score, tuple(spoken[root] for root in shared))


def _opaque(pixels: Pixels, backing: str) -> Pixels:
    if pixels.shape[2] == 3:
        return pixels
    alpha = pixels[:, :, 3:].astype(np.uint32)
    under = np.array([int(backing[k : k + 2], 16) for k in (5, 3, 1)], np.uint32)
    blended = (pixels[:, :, :3] * alpha + under * (255 - alpha) + 127) // 255
    return blended.astype(np.uint8)


def _cover(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """Centre crop to the frame's shape, then resize to the frame with overscan."""
    rows, cols = pixels.shape[:2]
    width, height = size
    if cols * height > rows * width:
        keep = max(1, round(rows * width / height))
        left = (cols - keep) // 2
        pixels = pixels[:, left : left + keep]
    else:
        keep = max(1, round(cols * height / width))
        # A face or a steeple is more often in the upper part of a tall picture.
        top = (rows - keep) * 2 // 5
        pixels = pixels[top : top + keep]
    target = (round(width * PHOTO_OVERSCAN / 2) * 2, round(height * PHOTO_OVERSCAN / 2) * 2)
    smaller = pixels.shape[1] > target[0]
    resized: Any = cv2.resize(pixels, target, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_CUBIC)
    return resized
