"""Programs that outlive us on purpose: servers and their keepers, and the commands that control them."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from storyreel.kit.errors import MediaError


@dataclass(frozen=True)
class Finished:
    """How a command ended; `output` holds stdout and stderr in the order they came."""

    returncode: int
    output: str


def run_control(
    args: Sequence[str],
    *,
    env: Mapping[str, str],
    timeout_s: float,
    folder: Path = Path("/"),
    user: tuple[int, int] | None = None,
) -> Finished:
    """Run a command in `folder` that may leave a server behind, as (uid, gid) `user` when one is given.

    The output goes through a file: a server that inherits a pipe would keep us waiting for its
    end. Raises MediaError when the command is missing or takes longer than `timeout_s`.
    """
    with tempfile.TemporaryFile() as output:
        try:
            finished = subprocess.run(
                args,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=folder,
                env=dict(env),
                timeout=timeout_s,
                check=False,
                user=user[0] if user else None,
                group=user[1] if user else None,
                extra_groups=[] if user else None,
            )
        except subprocess.TimeoutExpired as error:
            raise MediaError(f"{args[0]} took longer than {timeout_s:g} s.", command=tuple(args)) from error
        except OSError as error:
            raise MediaError(f"{args[0]} cannot be run: {error.strerror}.", command=tuple(args)) from error
        output.seek(0)
        return Finished(finished.returncode, output.read().decode(errors="replace"))


def start_detached(args: Sequence[str], log: Path, *, keep_open: Sequence[int] = ()) -> None:
    """Start a program in a session of its own, with no terminal, its output appended to `log`.

    A shell between us and it hands the program to init at once, so that it is never our child:
    it neither ends with us nor stays behind as a zombie. The descriptors `keep_open` are handed on
    under their numbers. Raises MediaError when it cannot be started.
    """
    try:
        with log.open("ab") as output:
            subprocess.run(
                ["/bin/sh", "-c", '"$@" &', "sh", *args],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                env=dict(os.environ),
                start_new_session=True,
                pass_fds=keep_open,
                check=True,
            )
    except (OSError, subprocess.CalledProcessError) as error:
        raise MediaError(f"{args[0]} cannot be started: {error}.", command=tuple(args)) from error
