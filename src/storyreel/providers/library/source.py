"""Pictures of a local folder: a stock of licensed pictures, a museum's download, an office share.

What is known about `gulls.jpg` stands in `gulls.json` beside it:

    {"title": "Gulls at dusk", "tags": ["gull", "harbour"], "licence": "CC-BY-4.0",
     "author": "A. Person", "attribution": "A. Person, via the town museum", "page_url": "https://..."}

All fields are optional; without a licence the picture's licence is unknown. The index is kept in the
folder as `storyreel-index.json`, so that whoever mounts the folder has it; a picture is read again when
its size or time changed. A folder that may not be written is indexed anew each time.
"""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from storyreel.kit.errors import InputError, MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.kit.schema import Model
from storyreel.media.image import read_header
from storyreel.providers.picture_source import UNKNOWN, Candidate
from storyreel.providers.web import SourceError, Web

NAME = "library"
INDEX = "storyreel-index.json"
ENDINGS = (".jpg", ".jpeg", ".png", ".webp")


class Sidecar(Model):
    """What stands in the file beside a picture."""

    title: str = ""
    tags: tuple[str, ...] = ()
    licence: str = UNKNOWN
    author: str = ""
    attribution: str = ""
    page_url: str = ""


class _Entry(Model):
    file: str
    """Path inside the folder, with `/`."""
    stamp: tuple[int, ...]
    """Size and time of picture and sidecar, to see that they are the same."""
    sha256: str
    width: int
    height: int
    about: Sidecar


class _Index(Model):
    pictures: tuple[_Entry, ...] = ()


@dataclass(frozen=True)
class Library:
    """The pictures below a folder."""

    folder: Path

    @property
    def name(self) -> str:
        return NAME

    def search(self, words: str, *, size: tuple[int, int], limit: int) -> tuple[Candidate, ...]:
        wanted, wide = set(_words(words)), size[0] >= size[1]
        scored: list[tuple[int, bool, str, _Entry]] = []
        for entry in self._index().pictures:
            shared = wanted & set(
                _words(" ".join((Path(entry.file).stem, entry.about.title, *entry.about.tags)))
            )
            if shared:
                turned = (entry.width >= entry.height) != wide
                scored.append((-len(shared), turned, entry.file, entry))
        return tuple(_candidate(row[3]) for row in sorted(scored, key=lambda row: row[:3])[:limit])

    def download(self, candidate: Candidate, target: Path) -> None:
        file = self.folder / candidate.id
        if not file.resolve().is_relative_to(self.folder.resolve()):
            raise SourceError(NAME, "names a picture outside its folder", kind="fatal")
        try:
            shutil.copyfile(file, target)
            Web(NAME, frozenset()).look_at(target, candidate.digest)
        except OSError as error:
            raise SourceError(NAME, f"no longer has {candidate.id}", kind="fatal") from error
        except SourceError:
            target.unlink(missing_ok=True)
            raise

    def _index(self) -> _Index:
        if not self.folder.is_dir():
            raise SourceError(
                NAME, "is not there", kind="fatal", next_step="Set STORYREEL_LIBRARY to an existing folder."
            )
        known = {entry.file: entry for entry in self._kept().pictures}
        entries = (self._entry(file, known) for file in self._files())
        index = _Index(pictures=tuple(entry for entry in entries if entry))
        if index.pictures != tuple(known.values()):
            self._keep(index)
        return index

    def _files(self) -> list[Path]:
        found = (file for file in self.folder.rglob("*") if file.suffix.lower() in ENDINGS and file.is_file())
        return sorted(found, key=lambda file: file.relative_to(self.folder).as_posix())

    def _entry(self, file: Path, known: dict[str, _Entry]) -> _Entry | None:
        """What is known of a picture; None for one that cannot be read."""
        name, beside = file.relative_to(self.folder).as_posix(), file.with_suffix(".json")
        stamp = (*_stamp(file), *_stamp(beside))
        if name in known and known[name].stamp == stamp:
            return known[name]
        try:
            header = read_header(file)
            about = Sidecar.model_validate_json(beside.read_bytes()) if beside.is_file() else Sidecar()
        except (InputError, MediaError, OSError):
            return None
        except ValidationError as error:
            raise SourceError(
                NAME,
                f"has a sidecar {beside.name} that cannot be used: {error.errors()[0]['msg']}",
                kind="fatal",
                next_step=f"Its fields are {', '.join(Sidecar.model_fields)}.",
            ) from error
        return _Entry(
            file=name,
            stamp=stamp,
            sha256=sha256_file(file),
            width=header.width,
            height=header.height,
            about=about,
        )

    def _kept(self) -> _Index:
        try:
            return _Index.model_validate_json((self.folder / INDEX).read_bytes())
        except (OSError, ValidationError):
            # None yet, or one of another version: it is written anew.
            return _Index()

    def _keep(self, index: _Index) -> None:
        half = self.folder / f".{INDEX}.{os.getpid()}"
        try:
            half.write_text(index.model_dump_json(indent=1), encoding="utf-8")
            half.replace(self.folder / INDEX)
        except OSError:
            # A folder that may only be read works as well, a little slower.
            return


def _candidate(entry: _Entry) -> Candidate:
    about = entry.about
    return Candidate(
        source=NAME,
        id=entry.file,
        title=about.title or Path(entry.file).stem.replace("_", " ").replace("-", " "),
        tags=about.tags,
        author=about.author,
        licence=about.licence,
        licence_words=about.licence,
        attribution=about.attribution or about.author,
        page_url=about.page_url,
        width=entry.width,
        height=entry.height,
        digest=f"sha256:{entry.sha256}",
    )


def _stamp(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except FileNotFoundError:
        return (0, 0)
    return (status.st_size, status.st_mtime_ns)


def _words(text: str) -> list[str]:
    """Words in lower case, a final `s` off, so that `gulls` finds `gull`."""
    return [word.removesuffix("s") for word in re.findall(r"[^\W_]+", text.lower()) if len(word) > 2]
