"""Running a command and counting what it and everything below it cost."""

import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

SAMPLE_S = 0.1
PSS_EVERY = 5
"""Looks at resident memory for each look at proportional memory, which is dearer to read."""
MB = 1_000_000
APART = ("postgres", "storyreel.store.keeper")
"""PostgreSQL and its keeper: counted apart from the studio's own processes."""


@dataclass
class Cost:
    """What a command cost. Times are seconds, memory is in MB of 1,000,000 bytes."""

    wall_s: float
    cpu_s: float
    """User and system time of the whole tree: exact by wait4, or by samples where that is more, since
    wait4 misses children that nobody waited for."""
    peak_rss_mb: float
    """Highest sum of resident memory over the tree; pages that processes share count in each."""
    peak_pss_mb: float | None
    """The same with shared pages counted once, looked at twice a second; None where no system tells."""
    at_peak: dict[str, int] = field(default_factory=dict)
    """MB by process at that peak."""
    lines: list[tuple[float, str]] = field(default_factory=list, repr=False)
    """What it printed, with the second at which it came."""

    @property
    def peak_mb(self) -> float:
        """Memory of all processes together, shared pages once where the system tells."""
        return self.peak_pss_mb or self.peak_rss_mb

    def row(self) -> dict[str, Any]:
        """The totals, rounded, for a results file."""
        return {
            "wall_s": round(self.wall_s, 2),
            "cpu_s": round(self.cpu_s, 2),
            "peak_rss_mb": round(self.peak_rss_mb),
            "peak_pss_mb": None if self.peak_pss_mb is None else round(self.peak_pss_mb),
            "at_peak_mb": self.at_peak,
        }


class _Sampler(threading.Thread):
    """Looks at a process tree ten times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self._ended = threading.Event()
        self._cpu: dict[int, float] = {}
        self._kind: dict[int, str] = {}
        self.cpu_s = 0.0
        self.peak_rss = 0
        self.peak_pss = 0
        self.at_peak: dict[str, int] = {}

    def run(self) -> None:
        looks = 0
        while not self._ended.wait(SAMPLE_S):
            self._look(with_pss=looks % PSS_EVERY == 0)
            looks += 1

    def end(self) -> None:
        self._ended.set()
        self.join()

    def _look(self, *, with_pss: bool) -> None:
        rss = 0
        shares: dict[str, int] = {}
        try:
            tree = [self._root, *self._root.children(recursive=True)]
        except psutil.NoSuchProcess:
            return
        for process in tree:
            try:
                if self._kind_of(process) == "apart":
                    continue
                times = process.cpu_times()
                self._cpu[process.pid] = times.user + times.system
                rss += process.memory_info().rss
                if with_pss:
                    shares[_title(process)] = getattr(process.memory_full_info(), "pss", 0)
            except (psutil.NoSuchProcess, psutil.AccessDenied):
                continue
        self.peak_rss = max(self.peak_rss, rss)
        if (pss := sum(shares.values())) > self.peak_pss:
            self.peak_pss = pss
            self.at_peak = {title: share // MB for title, share in shares.items()}
        self.cpu_s = sum(self._cpu.values())

    def _kind_of(self, process: psutil.Process) -> str:
        # Just after its fork a process still has its parent's command line, so it is asked again.
        if self._kind.get(process.pid, "new") == "new":
            command = " ".join(process.cmdline())
            young = time.time() - process.create_time() < 1
            if any(word in command for word in APART):
                self._kind[process.pid] = "apart"
                self._cpu.pop(process.pid, None)
            else:
                self._kind[process.pid] = "new" if young else "other"
        return self._kind[process.pid]


def _title(process: psutil.Process) -> str:
    """A process for a reader: its program or module, and its number to tell it from its like."""
    words = [word for word in process.cmdline()[1:4] if not word.startswith("-")]
    return f"{Path(words[0]).name if words else process.name()} {process.pid}"


def run(
    command: Sequence[str],
    *,
    env: Mapping[str, str] | None = None,
    heard: Callable[[str], None] | None = None,
) -> Cost:
    """Run a command to its end; `heard` gets each line it prints. Raises RuntimeError when it fails."""
    began = time.perf_counter()
    process = subprocess.Popen(
        list(command),
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    sampler = _Sampler(process.pid)
    sampler.start()
    lines: list[tuple[float, str]] = []
    assert process.stdout is not None
    for line in process.stdout:
        lines.append((time.perf_counter() - began, line.rstrip("\n")))
        if heard is not None:
            heard(line.rstrip("\n"))
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    sampler.end()
    if process.returncode != 0:
        tail = "\n".join(line for _, line in lines[-15:])
        raise RuntimeError(f"{' '.join(command)} ended with code {process.returncode}:\n{tail}")
    return Cost(
        wall_s=wall,
        cpu_s=max(usage.ru_utime + usage.ru_stime, sampler.cpu_s),
        peak_rss_mb=sampler.peak_rss / MB,
        peak_pss_mb=sampler.peak_pss / MB if sampler.peak_pss else None,
        at_peak=sampler.at_peak,
        lines=lines,
    )


def folder(path: Path) -> Path:
    """The folder, made if need be."""
    path.mkdir(parents=True, exist_ok=True)
    return path
