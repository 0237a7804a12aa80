"""One PostgreSQL data folder: made, started, found again and stopped."""

import hashlib
import os
import re
import shutil
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import psutil
from psycopg.pq import PGconn, Ping

from storyreel.kit.errors import StorageError
from storyreel.media.detached import Finished
from storyreel.store.programs import TIMEOUT_S, binaries, disk_error, failure, run_program, server_user

PORT = 5432
SUPERUSER = "postgres"
SOCKET_PATH_BYTES = 100
"""Longest socket path: 104 on macOS and 108 on Linux, with the closing zero and some room."""
START_TRIES = 3
CONFIG_NAME = "storyreel.conf"
LOG_NAME = "server.log"
LOG_BYTES = 1 << 20

CONFIG = """\
# Written by Storyreel before each start; changes are lost.
listen_addresses = ''
port = {port}
unix_socket_directories = '{socket_dir}'
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 64MB
work_mem = 8MB
maintenance_work_mem = 32MB
max_wal_size = 256MB
min_wal_size = 32MB
wal_level = minimal
max_wal_senders = 0
fsync = on
synchronous_commit = on
io_method = sync
jit = off
max_parallel_workers_per_gather = 0
autovacuum_max_workers = 1
timezone = 'UTC'
log_timezone = 'UTC'
log_checkpoints = off
"""


def postmaster(data: Path) -> psutil.Process | None:
    """The running server of this folder; a foreign process under a stale number is not taken for it."""
    try:
        process = psutil.Process(int(_pid_lines(data)[0]))
        if process.status() != psutil.STATUS_ZOMBIE and Path(process.cwd()) == data.resolve():
            return process
    except (IndexError, ValueError, psutil.NoSuchProcess, psutil.AccessDenied):
        pass
    return None


def socket_dir(data: Path) -> Path | None:
    """Where the running server listens, as it wrote itself."""
    lines = _pid_lines(data)
    return Path(lines[4]) if len(lines) > 4 and lines[4] else None


def answers(data: Path) -> bool:
    """Whether the server runs and takes connections, even if all of them are in use."""
    if postmaster(data) is None or (listening := socket_dir(data)) is None:
        return False
    host = str(listening).replace("\\", "\\\\").replace("'", "\\'")
    return PGconn.ping(f"host='{host}' port={PORT} connect_timeout=5".encode()) == Ping.OK


def start(data: Path) -> None:
    """Make the folder if needed and bring its server up. Raises StorageError. The caller holds the lock."""
    if _settled(data):
        return
    _stop_deaf(data)
    user = server_user(data)
    if not (data / "PG_VERSION").exists():
        _initialise(data, user)
    _configure(data, user)
    log = data / LOG_NAME
    if log.exists() and log.stat().st_size > LOG_BYTES:
        log.unlink()
    for attempt in range(1, START_TRIES + 1):
        finished = _control(
            ("start", "-w", "-t", str(TIMEOUT_S), "-l", _spelled(log, data.parent)), data, user
        )
        if finished.returncode == 0 and answers(data):
            return
        if attempt == START_TRIES:
            raise failure("The embedded PostgreSQL did not start", data, finished, data / LOG_NAME)
        time.sleep(0.5)  # a killed server's last children let go of its shared memory in a moment


def stop(data: Path) -> bool:
    """End the server in order; False when none ran. Raises StorageError. The caller holds the lock."""
    if postmaster(data) is None:
        return False
    listening = socket_dir(data)
    finished = _control(("stop", "-w", "-t", str(TIMEOUT_S), "-m", "fast"), data, server_user(data))
    if finished.returncode != 0 and postmaster(data) is not None:
        raise failure("The embedded PostgreSQL did not stop", data, finished, data / LOG_NAME)
    if listening is not None and listening != data:
        with suppress(OSError):  # an empty folder that stays does no harm
            listening.rmdir()
    return True


def _pid_lines(data: Path) -> list[str]:
    try:
        return (data / "postmaster.pid").read_text().splitlines()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise disk_error(data, error) from error


def _settled(data: Path) -> bool:
    """Wait for a server that is coming up or going down; True when it answers."""
    deadline = time.monotonic() + TIMEOUT_S
    while (process := postmaster(data)) is not None:
        if answers(data):
            return True
        listening = socket_dir(data)
        ready = [line.strip() for line in _pid_lines(data)[7:]] == ["ready"]
        socket_lost = ready and listening is not None and not (listening / f".s.PGSQL.{PORT}").exists()
        if socket_lost or not process.is_running() or time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return False


def _stop_deaf(data: Path) -> None:
    """A server whose socket was swept away cannot be reached any more: end it to start it anew."""
    if postmaster(data) is not None:
        stop(data)


def _initialise(data: Path, user: tuple[int, int] | None) -> None:
    """Make the folder under another name first, so that a half-made one is never taken for whole."""
    try:
        for half_made in data.parent.glob(f"{data.name}.new*"):
            shutil.rmtree(half_made, ignore_errors=True)
        fresh = Path(tempfile.mkdtemp(prefix=f"{data.name}.new-", dir=data.parent))
        if user:
            os.chown(fresh, *user)
    except OSError as error:
        raise disk_error(data, error) from error
    finished = run_program(
        (
            str(binaries() / "initdb"),
            *("-D", str(fresh), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8"),
            *("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
        ),
        user,
    )
    if finished.returncode != 0:
        raise failure("The embedded PostgreSQL could not make its data folder", data, finished)
    try:
        with (fresh / "postgresql.conf").open("a") as config:
            config.write(f"\ninclude '{CONFIG_NAME}'\n")
        fresh.rename(data)
    except OSError as error:
        raise disk_error(data, error) from error


def _configure(data: Path, user: tuple[int, int] | None) -> None:
    """Write the configuration and clear what a killed server left: its number may name others by now."""
    try:
        listening = _choose_socket_dir(data, user)
        (data / "postmaster.pid").unlink(missing_ok=True)
        (listening / f".s.PGSQL.{PORT}.lock").unlink(missing_ok=True)
        config = data / CONFIG_NAME
        config.write_text(CONFIG.format(port=PORT, socket_dir=listening))
        if user:
            os.chown(config, *user)
    except OSError as error:
        raise disk_error(data, error) from error


def _choose_socket_dir(data: Path, user: tuple[int, int] | None) -> Path:
    """The data folder itself, or a private folder under the temporary one where that path is too long."""
    if len(os.fsencode(data / f".s.PGSQL.{PORT}.lock")) <= SOCKET_PATH_BYTES and _plain(data):
        return data
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    owner = user[0] if user else os.getuid()
    temporary = Path(tempfile.gettempdir())
    if len(os.fsencode(temporary)) > SOCKET_PATH_BYTES - 60 or not _plain(temporary):
        temporary = Path("/tmp")
    folder = temporary / f"storyreel-{owner}-{digest}"
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.getuid()):
        raise StorageError(
            f"The folder {folder} belongs to somebody else.",
            next_step="Remove it, or set STORYREEL_HOME to a shorter path.",
        )
    folder.chmod(0o700)
    if user:
        os.chown(folder, *user)
    return folder


def _plain(path: Path) -> bool:
    """Whether a path needs no quoting in a list of folders in PostgreSQL's configuration."""
    return re.fullmatch(r"[\w./@+~ -]+", str(path)) is not None


def _control(command: tuple[str, ...], data: Path, user: tuple[int, int] | None) -> Finished:
    args = (str(binaries() / "pg_ctl"), "-D", _spelled(data, data.parent), *command)
    return run_program(args, user, data.parent)


def _spelled(path: Path, home: Path) -> str:
    """`path` in whole, or from the home on where pg_ctl's shell would stumble over a quote or a dollar."""
    return str(path if _plain(path) else path.relative_to(home))
