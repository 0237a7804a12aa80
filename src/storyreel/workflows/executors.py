"""Processes that run work: their heartbeats, who is dead, and which queues are paused.

All times are the database server's, so that a host whose clock jumps neither dies nor lives on.
"""

import os
import socket
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from storyreel.workflows.tables import executors, paused_queues

STALE_S = 10.0
"""Without a heartbeat for this long an executor on another host counts as dead."""
SAME_PROCESS_S = 2.0
BEAT_SLACK_S = 3.0
"""An executor that beat so shortly before we started was still alive when we did."""
SWEEP_LOCK = 0x53_52_01
"""Advisory lock that makes one process at a time take over from the dead."""


@dataclass(frozen=True)
class Executor:
    """One process that runs work."""

    id: str
    host: str
    pid: int
    alive: bool
    seen_by_us: bool
    """It was alive after the asking executor had started."""


class Executors:
    """Rows of executors."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def register(self, executor_id: str) -> None:
        row = {
            "id": executor_id,
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "started_after_boot_s": _started_after_boot_s(psutil.Process()),
        }
        with self._engine.begin() as connection:
            connection.execute(executors.insert().values(**row))

    def beat(self, executor_id: str) -> None:
        self._set(executor_id, heartbeat_at=sa.func.now())

    def end(self, executor_id: str) -> None:
        """Say goodbye, so that others take over at once."""
        self._set(executor_id, ended_at=sa.func.now())

    def alive(self, executor_id: str | None) -> bool:
        """Whether this executor lives; an unknown one does not."""
        return any(executor.id == executor_id and executor.alive for executor in self.all())

    def all(self, since: str | None = None) -> tuple[Executor, ...]:
        """Every executor that is not long forgotten, judged now; `since` is the asking executor."""
        stale = sa.func.now() - _interval(STALE_S)
        started = sa.select(executors.c.started_at).where(executors.c.id == since).scalar_subquery()
        query = sa.select(
            executors,
            (executors.c.heartbeat_at > stale).label("fresh"),
            (executors.c.heartbeat_at > started - _interval(BEAT_SLACK_S)).label("seen_by_us"),
        ).order_by(executors.c.started_at)
        with self._engine.connect() as connection:
            rows = connection.execute(query).mappings().all()
        host = socket.gethostname()
        return tuple(
            Executor(
                id=row["id"],
                host=row["host"],
                pid=row["pid"],
                alive=row["ended_at"] is None and _lives(row, host),
                seen_by_us=bool(row["seen_by_us"]),
            )
            for row in rows
        )

    @contextmanager
    def sweeping(self) -> Generator[bool]:
        """Hold the sweep lock; yields False when another process sweeps now."""
        with self._engine.begin() as connection:
            yield bool(connection.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(SWEEP_LOCK))))

    def _set(self, executor_id: str, **values: object) -> None:
        with self._engine.begin() as connection:
            connection.execute(executors.update().where(executors.c.id == executor_id).values(**values))


class PausedQueues:
    """Which queues a person paused, and the limit each had before."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def remember(self, name: str, worker_concurrency: int) -> None:
        """Keep the limit; a second pause keeps the first limit."""
        row = insert(paused_queues).values(name=name, worker_concurrency=worker_concurrency)
        with self._engine.begin() as connection:
            connection.execute(row.on_conflict_do_nothing())

    def forget(self, name: str) -> int | None:
        """The limit to restore, or None when the queue was not paused."""
        statement = paused_queues.delete().where(paused_queues.c.name == name)
        with self._engine.begin() as connection:
            return connection.execute(
                statement.returning(paused_queues.c.worker_concurrency)
            ).scalar_one_or_none()

    def names(self) -> frozenset[str]:
        with self._engine.connect() as connection:
            return frozenset(connection.execute(sa.select(paused_queues.c.name)).scalars())


def _interval(seconds: float) -> sa.ColumnElement[object]:
    return sa.func.make_interval(0, 0, 0, 0, 0, 0, seconds)


def _lives(row: sa.RowMapping, host: str) -> bool:
    if row["host"] != host:
        return bool(row["fresh"])
    try:
        process = psutil.Process(row["pid"])
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        return abs(_started_after_boot_s(process) - row["started_after_boot_s"]) < SAME_PROCESS_S
    except psutil.Error:
        return False


def _started_after_boot_s(process: psutil.Process) -> float:
    """Tells a process from a later one with the same number, also when the wall clock jumped."""
    return process.create_time() - psutil.boot_time()
