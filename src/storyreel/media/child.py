"""Child processes that never outlive us, and programs that speak JSON lines over their pipes."""

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from storyreel.kit.errors import MediaError

PR_SET_PDEATHSIG = 1
STDERR_TAIL_BYTES = 4000


def die_with_parent() -> None:
    """Ask the kernel to end this process when its parent ends (Linux); elsewhere a watcher does it."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() == 1:
            os._exit(0)
    else:
        threading.Thread(target=_watch_parent, args=(os.getppid(),), daemon=True).start()


def _watch_parent(parent: int) -> None:
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(1.0)
    os._exit(0)


def quiet_environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our environment with numeric libraries held to one thread, so that bits do not depend on cores."""
    threads = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
    return {**os.environ, **dict.fromkeys(threads, "1"), **(extra or {})}


class JsonLines:
    """A Python module run as a child that answers one JSON line per JSON line.

    The child may hold libraries whose licence or crashes we keep at arm's length. One request at a
    time; a crash raises MediaError with the last words of its stderr.
    """

    def __init__(
        self, module: str, args: Sequence[str] = (), *, env: Mapping[str, str] | None = None
    ) -> None:
        self._command = (sys.executable, "-m", module, *args)
        self._env = quiet_environment(env)
        self._process: subprocess.Popen[bytes] | None = None
        self._stderr = bytearray()

    def ask(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Send one request and wait for its answer. Raises MediaError when the child dies."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        except BrokenPipeError:
            answer = b""
        if not answer:
            raise self._death(process)
        return json.loads(answer)

    def close(self) -> None:
        """End the child now."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout, process.stderr):
                if pipe is not None:
                    pipe.close()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._stderr.clear()
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=self._env,
                # A group of its own: Ctrl-C is for us, and we decide what ends and when.
                process_group=0,
            )
            threading.Thread(target=self._drain, args=(self._process.stderr,), daemon=True).start()
        return self._process

    def _drain(self, stderr: Any) -> None:
        read: Callable[[], bytes] = stderr.readline
        while line := read():
            self._stderr += line
            del self._stderr[:-STDERR_TAIL_BYTES]

    def _death(self, process: subprocess.Popen[bytes]) -> MediaError:
        code = process.wait()
        tail = self._stderr.decode(errors="replace").strip()
        last = tail.splitlines()[-1] if tail else "it said nothing"
        self.close()
        return MediaError(
            f"The helper process {self._command[2]} ended with code {code}: {last}.",
            command=self._command,
            returncode=code,
            stderr_tail=tail,
        )
