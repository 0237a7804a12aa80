"""Making things ahead: one thread makes them while another uses them."""

import queue
import threading
from collections.abc import Iterator
from typing import Any, TypeVar

Thing = TypeVar("Thing")
AHEAD = 4
"""How many may wait: enough for both sides to keep working, little enough to keep memory flat."""
_END = object()


def made_ahead(things: Iterator[Thing]) -> Iterator[Thing]:
    """`things` in their order, made in a thread of their own; what that raises is raised here."""
    waiting: queue.Queue[Any] = queue.Queue(AHEAD)
    stopped = threading.Event()
    failure: list[BaseException] = []

    def make() -> None:
        try:
            for thing in things:
                if not _handed_over(waiting, thing, stopped):
                    return
        except BaseException as error:  # noqa: BLE001  # carried to the thread that waits for it
            failure.append(error)
        _handed_over(waiting, _END, stopped)

    maker = threading.Thread(target=make, daemon=True)
    maker.start()
    try:
        while (thing := waiting.get()) is not _END:
            yield thing
    finally:
        stopped.set()
        maker.join()
    if failure:
        raise failure[0]


def _handed_over(waiting: "queue.Queue[Any]", thing: Any, stopped: threading.Event) -> bool:
    """Put a thing where it is taken from; False when nobody takes it any more."""
    while not stopped.is_set():
        try:
            waiting.put(thing, timeout=0.1)
        except queue.Full:
            continue
        return True
    return False
