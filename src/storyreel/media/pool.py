"""Worker processes for heavy work: as many as are asked for at once, reused, killed on cancellation."""

import asyncio
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from typing import Any

from storyreel.kit.errors import MediaError
from storyreel.media.child import quiet_environment


class WorkerDiedError(MediaError):
    """A worker process ended while it worked: killed, out of memory, or crashed in a library."""


class WorkerProcess:
    """One worker and the socket to it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        os.set_inheritable(theirs.fileno(), True)
        self._process = subprocess.Popen(
            (sys.executable, "-m", "storyreel.media.worker", str(theirs.fileno())),
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            env=quiet_environment(),
            # A group of its own: Ctrl-C is for us, and we decide what stops and when.
            process_group=0,
        )
        theirs.close()
        self._connection = Connection(ours.detach())

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, function: str, payload: Any) -> tuple[Any, float]:
        """The value of `function(payload)` and its CPU seconds. Raises what it raised, or WorkerDiedError."""
        try:
            self._connection.send((function, payload))
            ok, value = self._connection.recv()
        except (EOFError, OSError) as error:
            code = self._process.wait()
            raise WorkerDiedError(
                f"The worker that ran {function} ended with code {code}.",
                returncode=code,
                next_step="Run it again; if it repeats, check free memory.",
            ) from error
        if ok:
            return value
        raise value

    def kill(self) -> None:
        """End it now, whatever it is doing; safe to call twice."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        self.kill()
        self._connection.close()


class WorkerPool:
    """Hands each call to an idle worker, starting one where none is idle.

    A caller holds one of `size` slots while it works, so no more run at once. Cancelling the awaiting
    task kills the worker, so nothing keeps computing for a cancelled run.
    """

    def __init__(self, name: str, size: int) -> None:
        self.slots = asyncio.Semaphore(size)
        self._threads = ThreadPoolExecutor(max_workers=64, thread_name_prefix=f"pool-{name}")
        self._idle: list[WorkerProcess] = []
        self._busy: set[WorkerProcess] = set()
        self._lock = threading.Lock()
        self._closed = False

    async def run(self, function: str, payload: Any) -> tuple[Any, float]:
        """`function(payload)` in a worker, and its CPU seconds; `function` is `package.module:name`."""
        worker = self._take()
        try:
            loop = asyncio.get_running_loop()
            answer = await loop.run_in_executor(self._threads, worker.ask, function, payload)
        except asyncio.CancelledError:
            worker.kill()
            raise
        finally:
            self._give_back(worker)
        return answer

    def reap(self) -> None:
        """Take away idle workers that have ended by themselves, so that none stays as a zombie."""
        self._drop_idle(lambda worker: not worker.alive)

    def rest(self) -> None:
        """End the idle workers: their memory is wanted elsewhere."""
        self._drop_idle(lambda _: True)

    def pids(self) -> tuple[int, ...]:
        """Process ids of the workers that live now."""
        with self._lock:
            return tuple(worker.pid for worker in (*self._idle, *self._busy) if worker.alive)

    def close(self) -> None:
        """Kill every worker; calls under way raise WorkerDiedError."""
        with self._lock:
            self._closed = True
            workers = [*self._idle, *self._busy]
            self._idle.clear()
        for worker in workers:
            worker.kill()
        self._threads.shutdown(wait=False)

    def _drop_idle(self, unwanted: Callable[[WorkerProcess], bool]) -> None:
        with self._lock:
            dropped = [worker for worker in self._idle if unwanted(worker)]
            self._idle = [worker for worker in self._idle if worker not in dropped]
        for worker in dropped:
            worker.close()

    def _take(self) -> WorkerProcess:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    break
                worker.close()
            else:
                worker = WorkerProcess()
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: WorkerProcess) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.alive and not self._closed:
                self._idle.append(worker)
                return
        worker.close()
