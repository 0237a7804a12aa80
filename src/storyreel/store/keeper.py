"""The small process that ends the embedded PostgreSQL when nobody has used it for a while.

Run as `python -m storyreel.store.keeper HOME DESCRIPTOR`, where the descriptor carries the keeper's
lock, taken by the client that starts it. It decides under the same lock as a starting
client, so that a client either finds the server running or starts it again.
"""

import os
import sys
import time
from pathlib import Path

import psycopg

from storyreel.store import cluster
from storyreel.store.filelock import FileLock
from storyreel.store.server import connect, data_folder, keeper_lock, lease, server_lock

IDLE_S = 60.0
POLL_S = 5.0
LOCK_S = 300.0
CLIENTS = (
    "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
)


def idle_seconds() -> float:
    """How long a server may stand idle; STORYREEL_IDLE_S overrides it."""
    return float(os.environ.get("STORYREEL_IDLE_S", IDLE_S))


class Watch:
    """Counts how long a home's server has had no client; `clients` of -1 means it does not answer."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._lease: int | None = None
        self._since = time.monotonic()

    def idle_s(self) -> float:
        """Seconds since a client was last seen, connected or on its way in."""
        touched = lease(self._home).stat().st_mtime_ns if lease(self._home).exists() else None
        if touched != self._lease or self._clients() != 0:
            self._lease = touched
            self._since = time.monotonic()
        return time.monotonic() - self._since

    def _clients(self) -> int:
        try:
            with connect(self._home, "postgres") as connection:
                row = connection.execute(CLIENTS).fetchone()
        except psycopg.OperationalError:
            return -1
        return int(str(row[0])) if row else 0


def keep(home: Path, lock: FileLock, idle_limit_s: float) -> None:
    """Stay until the server is stopped, by us when idle or by somebody else."""
    lock.sign()
    watch = Watch(home)
    while True:
        if watch.idle_s() >= idle_limit_s or not cluster.answers(data_folder(home)):
            if not home.is_dir():
                return
            with server_lock(home).held(LOCK_S):
                if watch.idle_s() >= idle_limit_s or not cluster.answers(data_folder(home)):
                    cluster.stop(data_folder(home))
                    lock.release()
                    return
        time.sleep(min(POLL_S, idle_limit_s / 4))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    own_lock = keeper_lock(folder)
    own_lock.adopt(int(sys.argv[2]))
    keep(folder, own_lock, idle_seconds())
