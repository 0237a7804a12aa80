"""Other programs, run to their end: they never outlive us and never ask a question."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from storyreel.kit.errors import MediaError
from storyreel.media.child import STDERR_TAIL_BYTES, quiet_environment

TICK_S = 0.25


@dataclass(frozen=True)
class ProgramResult:
    """What a program printed."""

    stdout: str
    stderr: str


def run_program(
    args: Sequence[str],
    cwd: Path,
    timeout_s: float,
    *,
    env: Mapping[str, str] | None = None,
    on_tick: Callable[[], None] | None = None,
) -> ProgramResult:
    """Run a program in a folder and wait; `on_tick` is called four times a second meanwhile.

    Raises MediaError when it cannot be started, fails, or takes longer than `timeout_s`. An
    exception from `on_tick` (Ctrl-C, a cancelled run) ends the program and passes on.
    """
    command = (sys.executable, "-m", "storyreel.media.guard", *args)
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(
            command, cwd=cwd, env=quiet_environment(env), stdin=subprocess.DEVNULL, stdout=out, stderr=err
        )
        try:
            code = _wait(process, timeout_s, on_tick)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        texts: list[str] = []
        for stream in (out, err):
            stream.seek(0)
            texts.append(stream.read().decode(errors="replace"))
    if code != 0:
        raise _failure(tuple(args), code, texts[1] or texts[0], timeout_s)
    return ProgramResult(*texts)


def _wait(
    process: subprocess.Popen[bytes], timeout_s: float, on_tick: Callable[[], None] | None
) -> int | None:
    end = time.monotonic() + timeout_s
    while time.monotonic() < end:
        try:
            return process.wait(TICK_S)
        except subprocess.TimeoutExpired:
            if on_tick is not None:
                on_tick()
    return None


def _failure(args: tuple[str, ...], code: int | None, said: str, timeout_s: float) -> MediaError:
    lines = [line for line in said.strip().splitlines() if line.strip()]
    last = lines[-1].strip() if lines else "it said nothing"
    how = f"took longer than {timeout_s:g} s" if code is None else f"ended with code {code}"
    return MediaError(
        f"{Path(args[0]).name} {how}: {last}",
        command=args,
        returncode=code,
        stderr_tail=said[-STDERR_TAIL_BYTES:],
    )
