"""The inside of a worker process: takes (function, payload), answers until told to stop.

An answer is (True, (value, CPU seconds)) or (False, error).

Started by `pool.WorkerProcess` as `python -m storyreel.media.worker FD`. It ends with its parent,
and by itself after `IDLE_S` without work, so that a resting studio gives its memory back.
"""

import importlib
import pickle
import resource
import sys
import traceback
from multiprocessing.connection import Connection
from typing import Any

from storyreel.kit.errors import MediaError, StudioError
from storyreel.media.child import die_with_parent

IDLE_S = 30.0


def load(function: str) -> Any:
    """The callable named `package.module:name`."""
    module, _, name = function.partition(":")
    return getattr(importlib.import_module(module), name)


def serve(connection: Connection) -> None:
    """Answer requests until the other side is gone or nothing came for `IDLE_S`."""
    while connection.poll(IDLE_S):
        try:
            function, payload = connection.recv()
        except EOFError:
            return
        connection.send_bytes(_answer(function, payload))


def _answer(function: str, payload: Any) -> bytes:
    before = _cpu_s()
    try:
        value = load(function)(payload)
        return pickle.dumps((True, (value, _cpu_s() - before)))
    except StudioError as error:
        return pickle.dumps((False, error))
    except Exception as error:  # noqa: BLE001 - the door of this process: what is unknown is named and sent home
        tail = traceback.format_exc()
        return pickle.dumps(
            (False, MediaError(f"{function} failed: {type(error).__name__}: {error}.", stderr_tail=tail))
        )


def _cpu_s() -> float:
    """CPU seconds of this process; of its children only those that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main() -> None:
    """Serve on the inherited socket whose number is the first argument."""
    die_with_parent()
    serve(Connection(int(sys.argv[1])))


if __name__ == "__main__":
    main()
