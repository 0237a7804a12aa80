"""The real command in a process of its own, on a home of its own, as a person meets it."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

STORY = (
    "The keeper climbed the stairs at dusk and lit the lamp. "
    "A small boat came round the point, late and slow, and by midnight {} was home."
)
TIMEOUT_S = 200
REST = ("storyreel.store.keeper", "postgres")
"""What may stay after a command: the database, until it is idle or `down` ends it."""


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> list[str]:
        """The last words on stderr, without progress and notes."""
        lines = [line for line in self.err.splitlines() if line.strip()]
        return [line for line in lines if "%" not in line[:5] and not line.startswith("note: ")]


class Door:
    """Runs commands on one home, with the voice that needs no weights."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.environment = {
            **os.environ,
            "STORYREEL_HOME": str(self.home),
            "STORYREEL_WEIGHTS": str(folder / "no-weights"),
            "STORYREEL_OFFLINE": "1",
        }

    def start(self, *args: str, env: Mapping[str, str] | None = None) -> "Working":
        """Begin a command as a shell does: in a process group of its own."""
        return Working(
            subprocess.Popen(
                (sys.executable, "-m", "storyreel.cli.main", *args),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                encoding="utf-8",
                cwd=self.folder,
                env={**self.environment, **(env or {})},
                start_new_session=True,
            )
        )

    def run(self, *args: str, env: Mapping[str, str] | None = None) -> Ended:
        """A command to its end. No traceback may reach a person, whatever happened."""
        return self.start(*args, env=env).wait()

    def make(self, text: Path, out: Path, *more: str) -> Ended:
        """A small film of a text."""
        return self.run(*making(text, out), *more)

    def story(self, who: str) -> Path:
        """A text of two sentences that no other test has."""
        path = self.folder / f"{who}.txt"
        path.write_text(STORY.format(who), encoding="utf-8")
        return path

    def processes(self) -> list[psutil.Process]:
        """Everything that runs with this home, but for the database and its keeper."""
        return [process for process in psutil.process_iter() if self._is_left_over(process)]

    def _is_left_over(self, process: psutil.Process) -> bool:
        try:
            ours = process.environ().get("STORYREEL_HOME") == str(self.home)
            command = " ".join(process.cmdline())
            return ours and process.status() != psutil.STATUS_ZOMBIE and not any(x in command for x in REST)
        except (psutil.NoSuchProcess, psutil.AccessDenied):
            return False


class Working:
    """A command under way."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._err: list[str] = []
        self._news = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def until(self, words: str) -> None:
        """Wait until progress says these words."""
        with self._news:
            said = self._news.wait_for(lambda: any(words in line for line in self._err), TIMEOUT_S)
        assert said, f"never came to {words!r}: {''.join(self._err)}"

    def signal(self, number: signal.Signals, *, group: bool) -> None:
        """Send it to the whole group, as Ctrl-C on a terminal does, or to the process only."""
        (os.killpg if group else os.kill)(self.process.pid, number)

    def wait(self) -> Ended:
        code = self.process.wait(TIMEOUT_S)
        self._reader.join(TIMEOUT_S)
        assert self.process.stdout is not None
        with self.process.stdout as stdout:
            ended = Ended(code, stdout.read(), "".join(self._err))
        assert "Traceback" not in ended.out + ended.err, ended.err
        return ended

    def _read(self) -> None:
        assert self.process.stderr is not None
        with self.process.stderr as stderr:
            for line in stderr:
                with self._news:
                    self._err.append(line)
                    self._news.notify_all()


def making(text: Path | str, out: Path) -> Sequence[str]:
    """The arguments for a film of as few pixels as there are."""
    return ("make", str(text), "--profile", "preview_local", "--format", "square", "--out", str(out))
