"""The embedded PostgreSQL of a home: one server for all processes, found again after any crash."""

import os
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql
from psycopg.errors import DuplicateDatabase

from storyreel.kit.errors import StorageError
from storyreel.media.detached import start_detached
from storyreel.store import cluster
from storyreel.store.filelock import FileLock

DATABASE = "storyreel"
TRIES = 3
LOCK_S = 300.0
KEEPER_END_S = 10.0


def data_folder(home: Path) -> Path:
    """The server's data folder."""
    return home / "postgres"


def server_lock(home: Path) -> FileLock:
    """Held while anybody decides to start or stop the server."""
    return FileLock(home / "postgres.lock")


def keeper_lock(home: Path) -> FileLock:
    """Held by the one keeper for as long as it lives; carries its process id."""
    return FileLock(home / "postgres.keeper.lock")


def lease(home: Path) -> Path:
    """A file that every client touches, so that a keeper does not stop the server just before it connects."""
    return home / "postgres.lease"


def ensure_server(home: Path) -> str:
    """A SQLAlchemy URL of the home's running server with its database `storyreel`.

    Starts server and keeper where needed; safe in many processes at once and after `kill -9` of
    any of them. Raises StorageError when the home cannot be written or PostgreSQL does not start.
    """
    home = home.expanduser().resolve()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(
            f"The data folder {home} cannot be made: {error.strerror}.",
            next_step="Set STORYREEL_HOME to a folder that you may write.",
        ) from error
    last: psycopg.OperationalError | None = None
    for _ in range(TRIES):
        with server_lock(home).held(LOCK_S):
            # The keeper first: should we be stopped while the server starts, it ends what we began.
            _ensure_keeper(home)
            try:
                cluster.start(data_folder(home))
            except StorageError:
                _end_keeper(home)
                raise
            _touch(lease(home))
            try:
                return _ensure_database(home)
            except psycopg.OperationalError as error:
                last = error
        time.sleep(0.2)
    raise StorageError(
        f"The embedded PostgreSQL in {data_folder(home)} runs but refuses connections: {last}.",
        next_step="Run `storyreel down`, then try again.",
    ) from last


def server_runs(home: Path) -> bool:
    """Whether the home's server answers now; nothing is started or waited for."""
    return cluster.answers(data_folder(home.expanduser().resolve()))


def stop_server(home: Path) -> bool:
    """Stop the home's server and its keeper; False when no server ran. Open connections are cut."""
    home = home.expanduser().resolve()
    if not home.is_dir():
        return False
    with server_lock(home).held(LOCK_S):
        stopped = cluster.stop(data_folder(home))
        _end_keeper(home)
    return stopped


def server_url(home: Path, database: str = DATABASE) -> str:
    """The SQLAlchemy URL of a database on the running server. Raises StorageError when none runs."""
    listening = cluster.socket_dir(data_folder(home))
    if listening is None:
        raise StorageError(f"No embedded PostgreSQL runs in {home}.", next_step="Call ensure_server first.")
    address = f"host={quote(str(listening), safe='')}&port={cluster.PORT}"
    return f"postgresql+psycopg://{cluster.SUPERUSER}@/{database}?{address}"


def connect(home: Path, database: str) -> "psycopg.Connection[tuple[object, ...]]":
    """One plain connection that commits each statement. Raises psycopg.OperationalError."""
    return psycopg.connect(
        host=str(cluster.socket_dir(data_folder(home))),
        port=cluster.PORT,
        user=cluster.SUPERUSER,
        dbname=database,
        connect_timeout=10,
        autocommit=True,
    )


def _ensure_database(home: Path) -> str:
    with connect(home, "postgres") as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone()
        if known is None:
            with suppress(DuplicateDatabase):
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))
    return server_url(home)


def _touch(path: Path) -> None:
    try:
        path.touch()
        os.utime(path)
    except OSError as error:
        raise StorageError(
            f"{path} cannot be written: {error.strerror}.",
            next_step="Free disk space or set STORYREEL_HOME to a folder that you may write.",
        ) from error


def _ensure_keeper(home: Path) -> None:
    """Start a keeper when nobody holds its lock, and hand it the lock: there is never a second one."""
    lock = keeper_lock(home)
    if lock.try_acquire():
        descriptor = lock.hand_over()
        command = (sys.executable, "-m", "storyreel.store.keeper", str(home), str(descriptor))
        try:
            start_detached(command, home / "postgres.keeper.log", keep_open=(descriptor,))
        finally:
            lock.release()


def _end_keeper(home: Path) -> None:
    lock = keeper_lock(home)
    deadline = time.monotonic() + KEEPER_END_S
    while not lock.try_acquire():
        if (pid := lock.signer()) is not None and pid != os.getpid():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        if time.monotonic() > deadline:
            raise StorageError(
                f"The keeper {pid} of the embedded PostgreSQL does not end.", next_step=f"Kill {pid}."
            )
        time.sleep(0.05)
    lock.release()
