"""The loop of a helper process: a JSON request a line in, a JSON answer a line out."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from storyreel.media.child import die_with_parent

Request = dict[str, Any]
Answer = dict[str, Any]


class RefusedError(Exception):
    """The request cannot be met; the parent is told why and the process goes on."""


def serve(handle: Callable[[Request], Answer]) -> None:
    """Answer requests until stdin closes. A library that prints to stdout is sent to stderr instead."""
    die_with_parent()
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        answers.write(_answer(lambda request=line: handle(json.loads(request))) + b"\n")


def in_fresh_copy(work: Callable[[], Answer]) -> Answer:
    """Do the work in a fork, so that whatever state it leaves in a library is forgotten.

    Raises RefusedError as the work does; a crash ends this process too.
    """
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with os.fdopen(write, "wb") as stream:
                stream.write(_answer(work))
        finally:
            # Neither buffers nor exit handlers of the parent may run here; no answer says that it failed.
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    if not answer:
        raise RuntimeError("the forked copy died")
    result = json.loads(answer)
    if "error" in result:
        raise RefusedError(result["error"])
    return result


def _answer(work: Callable[[], Answer]) -> bytes:
    try:
        answer = work()
    except RefusedError as error:
        answer = {"error": str(error)}
    return json.dumps(answer).encode()


def write_samples(path: str, samples: NDArray[np.float32]) -> None:
    """Hand mono samples over as a `.npy` file."""
    with Path(path).open("wb") as stream:
        np.save(stream, np.ascontiguousarray(samples, dtype=np.float32))
