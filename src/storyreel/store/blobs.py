"""Files named by the hash of their bytes, on the file system, apart for each tenant.

`ROOT/TENANT/sha256/ab/cd/abcd...`: a name appears only when its file is whole and on the disk,
so a reader never meets half a file, and writing one twice at once is harmless.
"""

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from storyreel.kit.errors import InputError, StorageError
from storyreel.kit.hashing import CHUNK_BYTES, sha256_file

TENANT = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}")
SHA256 = re.compile(r"[0-9a-f]{64}")
TEMPORARY = ".unfinished"
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class Blob:
    """A stored file: its hash and size."""

    sha256: str
    size_bytes: int


class _Seen(NamedTuple):
    """What tells that a file is still the one that was hashed."""

    size_bytes: int
    mtime_ns: int
    inode: int


class BlobStore:
    """The blobs under one root; every method that names a blob takes the tenant first."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._verified: dict[tuple[str, str], _Seen] = {}

    def put_bytes(self, tenant: str, data: bytes) -> Blob:
        """Store bytes. Raises StorageError when the disk refuses them."""
        temporary = self.new_temp()
        with _explained(temporary):
            temporary.write_bytes(data)
        return self.put_file(tenant, temporary)

    def put_file(self, tenant: str, path: Path) -> Blob:
        """Move a finished file in; afterwards it is only there under its hash.

        Best made under `new_temp`: from another file system it is copied first. The bytes are
        forced to the disk before the name appears. Raises StorageError; then no name appears.
        """
        with _explained(path):
            sha256 = sha256_file(path)
            target = self.path(tenant, sha256)
            _make_folder(target.parent)
            _sync(path)
            path.chmod(0o444)
            try:
                path.replace(target)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                return self._copy_in(tenant, path)
            _sync(target.parent)
            seen = _seen(target)
        self._verified[tenant, sha256] = seen
        return Blob(sha256, seen.size_bytes)

    def path(self, tenant: str, sha256: str) -> Path:
        """Where a blob lies or would lie; whether it is there and sound is for `verified` to say."""
        if not SHA256.fullmatch(sha256):
            raise InputError(f"{sha256!r} is not a SHA-256.", next_step="Give its 64 lower-case digits.")
        return self._tenant(tenant) / "sha256" / sha256[:2] / sha256[2:4] / sha256

    def has(self, tenant: str, sha256: str) -> bool:
        """Whether a file of that name exists; its bytes are not looked at."""
        return self.path(tenant, sha256).is_file()

    def verified(self, tenant: str, sha256: str) -> Path | None:
        """The file if its bytes match its name, else None; a damaged one is set aside.

        Hashed once in a process as long as size, modification time and inode stay.
        """
        path = self.path(tenant, sha256)
        with _explained(path):
            try:
                before = _seen(path)
                if self._verified.get((tenant, sha256)) == before:
                    return path
                if sha256_file(path) != sha256:
                    self._set_aside(tenant, path, before)
                    return None
            except FileNotFoundError:
                return None
        self._verified[tenant, sha256] = before
        return path

    def new_temp(self, suffix: str = "") -> Path:
        """An empty file of a fresh name on the blobs' own file system, to be filled and put in."""
        folder = self._root / TEMPORARY
        with _explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(suffix=suffix, dir=folder)
            os.close(descriptor)
        return Path(name)

    def clear_stale_temps(self, older_than_s: float) -> int:
        """Remove unfinished files that nobody has written to for so long; how many there were."""
        limit = time.time() - older_than_s
        removed = 0
        for path in (self._root / TEMPORARY).glob("*"):
            try:
                if path.stat().st_mtime < limit:
                    path.unlink()
                    removed += 1
            except FileNotFoundError:
                continue  # another process finished or removed it in this moment
        return removed

    def _tenant(self, tenant: str) -> Path:
        if not TENANT.fullmatch(tenant):
            raise InputError(
                f"{tenant!r} cannot name a tenant.",
                next_step="Use 1 to 63 lower-case letters, digits, '-' and '_', a letter or digit first.",
            )
        return self._root / tenant

    def _copy_in(self, tenant: str, path: Path) -> Blob:
        temporary = self.new_temp()
        with path.open("rb") as source, temporary.open("wb") as target:
            shutil.copyfileobj(source, target, CHUNK_BYTES)
        blob = self.put_file(tenant, temporary)
        path.unlink()
        return blob

    def _set_aside(self, tenant: str, path: Path, hashed: _Seen) -> None:
        """Move the damaged file away, unless another process has put a sound one in its place."""
        aside = self._tenant(tenant) / "set-aside"
        aside.mkdir(exist_ok=True)
        if _seen(path) == hashed:
            path.replace(aside / f"{path.name}.{hashed.mtime_ns}")


def _seen(path: Path) -> _Seen:
    found = path.stat()
    return _Seen(found.st_size, found.st_mtime_ns, found.st_ino)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it, each one's name forced to the disk."""
    if folder.is_dir():
        return
    _make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    _sync(folder.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _explained(path: Path) -> Generator[None]:
    """Turn what the disk says into one sentence; a file that could not be finished is removed."""
    try:
        yield
    except OSError as error:
        if path.parent.name == TEMPORARY:
            path.unlink(missing_ok=True)
        if error.errno in FULL:
            raise StorageError(
                f"The disk that holds {path.parent} is full: {error.strerror}.",
                next_step="Free some space and run the command again; nothing finished is lost.",
            ) from error
        raise StorageError(
            f"{path} cannot be used: {error.strerror}.",
            next_step="Check that it exists and may be written, or set STORYREEL_HOME to another folder.",
        ) from error
