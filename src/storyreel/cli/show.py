"""How things look on a terminal: progress, errors, tables. Plain lines where there is no terminal."""

import sys
import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn
from rich.table import Table

from storyreel.kit.errors import StudioError
from storyreel.workflows.model import Progress as RunProgress

PIPE_WIDTH = 1000
"""Where no terminal is, a table keeps each row on one line."""
out = Console(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else PIPE_WIDTH)
err = Console(stderr=True, highlight=False, soft_wrap=True)
PLAIN_EVERY_S = 2.0
SIGN_OF_LIFE_S = 15.0
"""Plain lines: a new one when something changed, an equal one only after this long."""


def say(text: str) -> None:
    """One line on standard output."""
    out.print(text, markup=False)


def tell_error(error: StudioError) -> None:
    """One sentence, its evidence, the next step."""
    tell_failure(error.message, getattr(error, "evidence", ()), error.next_step)


def tell_failure(message: str, evidence: Sequence[str], next_step: str) -> None:
    """The same, for an error that is a row by now."""
    err.print(message, markup=False, style="bold red")
    for finding in evidence:
        if finding not in message:
            err.print(f"  - {finding}", markup=False)
    if next_step:
        err.print(next_step, markup=False)


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Aligned columns without frames, which also a pipe can read."""
    grid = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        grid.add_column(column, overflow="fold")
    for row in rows:
        grid.add_row(*(cell.replace("[", "\\[") for cell in row))
    out.print(grid)


class RunDisplay:
    """Stage, percent and estimate of one run: a live bar on a terminal, else a line now and then."""

    def __init__(self) -> None:
        self._live = err.is_terminal
        self._bar = Progress(
            TextColumn("{task.description:<24}"),
            BarColumn(bar_width=30),
            TextColumn("{task.percentage:>3.0f} %  {task.fields[rest]}"),
            console=err,
            transient=True,
        )
        self._task: TaskID | None = None
        self._said: tuple[str, float] = ("", 0.0)
        """What was said last in plain lines, and when."""

    def __enter__(self) -> "RunDisplay":
        if self._live:
            self._task = self._bar.add_task("starting", total=1.0, rest="")
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._bar.stop()

    def show(self, progress: RunProgress) -> None:
        """Show how far it is now."""
        rest = " ".join(part for part in (progress.detail, _left(progress.remaining_s)) if part)
        if self._live and self._task is not None:
            self._bar.update(self._task, completed=progress.fraction, description=progress.label, rest=rest)
            return
        self._show_plain(progress, rest)

    def _show_plain(self, progress: RunProgress, rest: str) -> None:
        said, at = self._said
        state = f"{progress.label} {progress.detail}"
        waited_s = time.monotonic() - at
        if not said.startswith(progress.label) or waited_s >= (
            PLAIN_EVERY_S if state != said else SIGN_OF_LIFE_S
        ):
            self._said = (state, time.monotonic())
            err.print(f"{progress.fraction:4.0%}  {progress.label}  {rest}".rstrip(), markup=False)


class DownloadDisplay:
    """A bar for each file that is fetched."""

    def __init__(self, bar: Progress, *, live: bool) -> None:
        self._bar = bar
        self._live = live
        self._tasks: dict[str, TaskID] = {}
        self._tenths: dict[str, int] = {}

    def show(self, name: str, done: int, total: int) -> None:
        if self._live:
            if name not in self._tasks:
                self._tasks[name] = self._bar.add_task(f"fetching {name}", total=total)
            self._bar.update(self._tasks[name], completed=done)
            return
        tenth = done * 10 // max(1, total)
        if tenth > self._tenths.get(name, -1):
            self._tenths[name] = tenth
            sys.stderr.write(f"fetching {name}: {done // 1_000_000} of {total // 1_000_000} MB\n")
            sys.stderr.flush()


@contextmanager
def downloads() -> Generator[DownloadDisplay]:
    """Show what is fetched while the block runs."""
    bar = Progress(
        TextColumn("{task.description:<32}"), BarColumn(bar_width=30), DownloadColumn(), console=err
    )
    if not err.is_terminal:
        yield DownloadDisplay(bar, live=False)
        return
    with bar:
        yield DownloadDisplay(bar, live=True)


def _left(seconds: float | None) -> str:
    if seconds is None:
        return ""
    minutes, rest = divmod(round(seconds), 60)
    return f"about {minutes} min {rest:02} s left" if minutes else f"about {rest} s left"
