"""The queues by resource (document 003, 13), sized from the machine, and their pause."""

import os

from dbos import DBOS, DBOSClient, Queue

from storyreel.kit.errors import InputError
from storyreel.workflows.executors import PausedQueues

ORCHESTRATOR = "orchestrator"
ORCHESTRATOR_POLL_S = 0.1
RESOURCE_POLL_S = 0.2
PREFETCH = 1
"""Jobs that a process claims beyond its limit; they wait for a slot, so none stands empty between polls."""


def resource_limits() -> dict[str, int]:
    """Jobs that one process runs at once on each resource queue."""
    cores = usable_cores()
    return {
        "cpu": min(4, max(2, cores)),
        "local_ai": max(1, min(2, cores)),
        "media": max(1, cores),
        "external_ai": 4,
    }


def usable_cores() -> int:
    """Cores that this process may use (a container or taskset may allow fewer than there are)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def register_queues(paused: frozenset[str]) -> None:
    """Make the queues known to the database; a paused one keeps its limit of 0."""
    # Runs that wait (for a person, for their jobs) hold their slot, so this one has no limit.
    DBOS.register_queue(ORCHESTRATOR, polling_interval_sec=ORCHESTRATOR_POLL_S, on_conflict="always_update")
    for name, limit in resource_limits().items():
        DBOS.register_queue(
            name,
            worker_concurrency=0 if name in paused else limit + PREFETCH,
            polling_interval_sec=RESOURCE_POLL_S,
            on_conflict="always_update",
        )


def require_queue(name: str) -> str:
    """The name again. Raises InputError for an unknown one: enqueuing there would wait for ever."""
    known = (*resource_limits(), ORCHESTRATOR)
    if name not in known:
        raise InputError(f"There is no queue {name!r}.", next_step=f"Queues: {', '.join(known)}.")
    return name


def pause(client: DBOSClient, paused: PausedQueues, name: str) -> None:
    """Let nothing more start on a queue; what runs, ends. Pausing twice is pausing once."""
    queue = _stored(client, name)
    limit = queue.worker_concurrency
    if limit:
        paused.remember(name, limit)
    queue.set_worker_concurrency(0)


def resume(client: DBOSClient, paused: PausedQueues, name: str) -> None:
    """Give a paused queue its limit back."""
    queue = _stored(client, name)
    limit = paused.forget(name)
    if limit is not None:
        queue.set_worker_concurrency(limit)


def _stored(client: DBOSClient, name: str) -> Queue:
    if name not in resource_limits():
        raise InputError(
            f"There is no resource queue {name!r}.", next_step=f"Queues: {', '.join(resource_limits())}."
        )
    queue = client.retrieve_queue(name)
    if queue is None:
        raise InputError(f"The queue {name!r} is not registered yet.", next_step="Start a run first.")
    return queue
