"""The author's own pictures and videos: a folder that is read once, and what in it fits a need.

What a file shows is told by the words of its name (`old-lighthouse_02.jpg`) and by a file of the same name
beside it, `old-lighthouse_02.json`:

    {"tags": ["lighthouse", "cliff"], "licence": "CC-BY-4.0", "attribution": "A. Person",
     "redistributable": true, "in_s": 2.5, "out_s": 9, "sound": "keep"}

All fields are optional; the last three are for videos. `old-lighthouse_02.txt` may say the same in lines of
the form `in_s: 2.5`; its other words are tags. Without a licence a file counts as the author's own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from storyreel.assets.meaning import STOP, vocabulary
from storyreel.assets.model import PictureNeed, Rights
from storyreel.assets.stems import stem, stems, words
from storyreel.kit.errors import InputError
from storyreel.kit.hashing import sha256_file
from storyreel.kit.schema import Model

STILL_TYPES = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
    ".svg": "image/svg+xml", ".avif": "image/avif", ".heic": "image/heic", ".heif": "image/heif",
    ".tif": "image/tiff", ".tiff": "image/tiff", ".bmp": "image/bmp",
}  # fmt: skip
VIDEO_TYPES = {
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm",
    ".mkv": "video/x-matroska", ".avi": "video/x-msvideo", ".ogv": "video/ogg", ".mpg": "video/mpeg",
    ".mpeg": "video/mpeg", ".ts": "video/mp2t",
}  # fmt: skip
MEDIA_TYPES = {**STILL_TYPES, **VIDEO_TYPES}
OWN_LICENCE = "proprietary_cleared"
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
        "mov",
        "vid",
        "video",
        "clip",
    ]
)
"""Words of file names that say nothing about the picture."""
STRONG = 2.0
WEAK = 0.5
"""A word that names a thing weighs `STRONG`, any other content word 1, a word of the place `WEAK`."""
LETTERED_KINDS = frozenset(("title", "chapter", "credits"))
"""Cards whose lettering is the picture: no photo takes their place."""


class Use(Model):
    """Which part of a video is shown, and what becomes of its sound."""

    in_s: float = Field(default=0.0, ge=0, le=86_400)
    out_s: float | None = Field(default=None, gt=0, le=86_400)
    """None: as far as it goes."""
    sound: Literal["keep", "mute", "duck"] = "duck"
    """`keep` at its own level, `duck` under the voice, `mute` not at all."""


AS_IT_IS = Use()


class Note(Use):
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
    media_type: str = "image/png"
    use: Use = AS_IT_IS

    @property
    def moves(self) -> bool:
        """Whether it is a video."""
        return self.media_type.startswith("video/")


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
            if f.suffix.lower() in MEDIA_TYPES and not _hidden(f, folder) and f.is_file()
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


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _picture(file: Path, folder: Path) -> AuthorPicture:
    label = file.relative_to(folder).as_posix()
    note = _sidecar(file)
    told = set(stems(file.stem.replace("_", " ")))
    for tag in note.tags:
        told |= set(stems(tag))
    return AuthorPicture(
        file,
        sha256_file(file),
        label,
        frozenset(told - DULL),
        _rights(label, note),
        MEDIA_TYPES[file.suffix.lower()],
        Use(in_s=note.in_s, out_s=note.out_s, sound=note.sound),
    )


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
    beside = next((path for end in (".json", ".txt") if (path := file.with_suffix(end)).is_file()), None)
    if beside is None:
        return Note()
    try:
        if beside.suffix == ".json":
            note = Note.model_validate_json(beside.read_bytes())
        else:
            note = Note.model_validate(_told(beside.read_text(encoding="utf-8", errors="replace")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise InputError(
            f"The tags file {beside.name} cannot be used: {where} {first['msg']}.".replace(": :", ":"),
            next_step=f'Write it as {{"tags": ["word"]}}; its fields are {", ".join(Note.model_fields)}.',
        ) from error
    if note.out_s is not None and note.out_s <= note.in_s:
        raise InputError(
            f"The tags file {beside.name} ends its range before it begins.",
            next_step="Give an out_s above in_s, in seconds.",
        )
    return note


def _told(text: str) -> dict[str, Any]:
    """The fields of a `.txt`: lines `field: value`, all else are tags."""
    fields: dict[str, Any] = {}
    tags: list[str] = []
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip() in Note.model_fields and name.strip() != "tags":
            fields[name.strip()] = value.strip()
        else:
            tags += re.split(r"[\s,;]+", line.removeprefix("tags:"))
    return {**fields, "tags": tuple(tag for tag in tags if tag)}


def _fit(picture: AuthorPicture, spoken: Mapping[str, str], place: Mapping[str, str]) -> Match | None:
    named = vocabulary()
    shared = sorted(picture.stems & set(spoken))
    if not any(root in named or len(root) > 3 for root in shared):
        return None
    score = sum(STRONG if root in named else 1.0 for root in shared)
    score += WEAK * len(picture.stems & set(place))
    return Match(picture, score, tuple(spoken[root] for root in shared))
