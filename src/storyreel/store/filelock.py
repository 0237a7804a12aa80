"""Locks between processes that the kernel frees when their holder ends, however it ends."""

import fcntl
import os
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from storyreel.kit.errors import StorageError

POLL_S = 0.02


class FileLock:
    """An exclusive lock on a small file, which may tell others the holder's process id."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def try_acquire(self) -> bool:
        """Take the lock if it is free. Raises StorageError when the file cannot be made."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            raise StorageError(
                f"The lock {self._path} cannot be written: {error.strerror}.",
                next_step="Free disk space or set STORYREEL_HOME to a folder that you may write.",
            ) from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        self._descriptor = descriptor
        return True

    def adopt(self, descriptor: int) -> None:
        """Take over a lock that our parent held and handed to us with its descriptor."""
        os.set_inheritable(descriptor, False)
        self._descriptor = descriptor

    def hand_over(self) -> int:
        """The held lock's descriptor, unsigned, for a child: the lock lasts until both have let go."""
        assert self._descriptor is not None
        os.ftruncate(self._descriptor, 0)
        return self._descriptor

    def sign(self) -> None:
        """Write our process id into the held lock."""
        assert self._descriptor is not None
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, str(os.getpid()).encode(), 0)

    def signer(self) -> int | None:
        """The process id that the holder wrote; only meaningful while somebody holds the lock."""
        text = self._path.read_text() if self._path.exists() else ""
        return int(text) if text.isdigit() else None

    def release(self) -> None:
        """Give the lock back; nothing happens when it is not held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)

    @contextmanager
    def held(self, timeout_s: float) -> Generator[None]:
        """Hold the lock for a block. Raises StorageError when others keep it longer than `timeout_s`."""
        deadline = time.monotonic() + timeout_s
        while not self.try_acquire():
            if time.monotonic() > deadline:
                raise StorageError(
                    f"Another process has held {self._path} for more than {timeout_s:g} s.",
                    next_step="Wait for it or end it, then try again.",
                )
            time.sleep(POLL_S)
        try:
            yield
        finally:
            self.release()
