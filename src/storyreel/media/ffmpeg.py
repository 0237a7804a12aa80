"""Running ffmpeg: which one, and what it said when it failed."""

import asyncio
import contextlib
import subprocess
from collections.abc import Sequence
from pathlib import Path

import imageio_ffmpeg  # pyright: ignore[reportMissingTypeStubs]  # ships none

from storyreel.kit.errors import MediaError
from storyreel.media.child import quiet_environment

QUIET = ("-hide_banner", "-nostdin", "-loglevel", "error")
LAST_LINES = 8
TERM_GRACE_S = 0.7
"""What a cancelled ffmpeg gets to end by itself before it is killed."""


def ffmpeg_path(own: str = "") -> str:
    """The pinned ffmpeg that comes with imageio-ffmpeg, or the one that a setting names.

    Raises MediaError when there is none.
    """
    if own:
        if not Path(own).is_file():
            raise MediaError(f"There is no ffmpeg at {own}.", next_step="Correct or clear that setting.")
        return own
    try:
        return imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise MediaError(
            "No ffmpeg was found for this machine.", next_step="Reinstall the package imageio-ffmpeg."
        ) from error


def run(args: Sequence[str], *, own: str = "", stdin: bytes | None = None) -> bytes:
    """Run ffmpeg with `args` and return its standard output.

    Raises MediaError with the command, its exit code and its last lines.
    """
    command = (ffmpeg_path(own), *QUIET, *args)
    done = subprocess.run(command, input=stdin, capture_output=True, env=quiet_environment(), check=False)
    if done.returncode:
        raise _failure(command, done.returncode, done.stderr)
    return done.stdout


async def run_async(args: Sequence[str], *, own: str = "") -> bytes:
    """Like `run`; when the awaiting task is cancelled, ffmpeg has ended within a second.

    Raises MediaError with the command, its exit code and its last lines.
    """
    command = (ffmpeg_path(own), *QUIET, *args)
    process = await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=quiet_environment(),
    )
    try:
        out, err = await process.communicate()
    except asyncio.CancelledError:
        await _end(process)
        raise
    if process.returncode:
        raise _failure(command, process.returncode, err)
    return out


async def _end(process: asyncio.subprocess.Process) -> None:
    with contextlib.suppress(ProcessLookupError):
        process.terminate()
    try:
        await asyncio.wait_for(process.wait(), TERM_GRACE_S)
    except TimeoutError:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


def _failure(command: tuple[str, ...], code: int, stderr: bytes) -> MediaError:
    tail = "\n".join(stderr.decode(errors="replace").strip().splitlines()[-LAST_LINES:])
    last = tail.splitlines()[-1] if tail else "it said nothing"
    return MediaError(
        f"ffmpeg ended with code {code}: {last}.", command=command, returncode=code, stderr_tail=tail
    )
