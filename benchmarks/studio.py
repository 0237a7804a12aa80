"""Films made by the product's own command, in homes of their own, and what they cost."""

import json
import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import Cost, folder, run
from storyreel.kit.settings import load_settings

REPOSITORY = Path(__file__).parents[1]
WORK = REPOSITORY / "out" / "bench"
STORYREEL = (str(Path(sys.executable).with_name("storyreel")),)
KOKORO = ("kokoro-model", "kokoro-voices")
SAY_EVERY_S = 15.0


@dataclass(frozen=True)
class Film:
    """One run of `storyreel make`."""

    cost: Cost
    summary: dict[str, Any]
    out: Path

    @property
    def picture_cpu_s(self) -> float:
        """CPU seconds that the workers spent on segments."""
        return sum(row["cpu_seconds"] for row in self.summary["stages"] if row["stage"] == "segment")

    def row(self) -> dict[str, Any]:
        """For a results file."""
        stages = {row["stage"]: row["seconds"] for row in self.summary["stages"] if row["made"]}
        return {
            **self.cost.row(),
            "elapsed_s": self.summary["elapsed_s"],
            "picture_cpu_s": round(self.picture_cpu_s, 1),
            "cache": self.summary["cache"],
            "flags": self.summary["flags"],
            "stage_seconds": stages,
        }


class Home:
    """A data folder that begins empty; weights are shared, everything else is cold."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.path = WORK / "homes" / name
        self.env = {"STORYREEL_HOME": str(self.path), "STORYREEL_WEIGHTS": str(shared_weights())}

    def __enter__(self) -> "Home":
        self._clear()
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def make(self, text: str, file_name: str, note: str) -> Film:
        """Make a film of `text` as if it stood in `file_name`, and show how far it is."""
        source = folder(WORK / "texts" / self.name) / file_name
        source.write_text(text, encoding="utf-8")
        out = WORK / "films" / self.name
        print(f"    {note} ...", flush=True)
        cost = run([*STORYREEL, "make", str(source), "--out", str(out)], env=self.env, heard=_Teller())
        summary = json.loads((out / "run_summary.json").read_text(encoding="utf-8"))
        film = Film(cost, summary, out)
        print(f"    {note}: {cost.wall_s:.1f} s, {cost.cpu_s:.1f} CPU s, {cost.peak_mb:.0f} MB", flush=True)
        return film

    def blob(self, sha256: str) -> Path:
        """The stored file of that content."""
        return load_settings(home=self.path).blobs / "default" / "sha256" / sha256[:2] / sha256[2:4] / sha256

    def _clear(self) -> None:
        if self.path.exists():
            run([*STORYREEL, "down"], env=self.env)
            shutil.rmtree(self.path)


class _Teller:
    """Passes on how far a film is, now and then."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, line: str) -> None:
        if "%" in line and time.monotonic() - self._last > SAY_EVERY_S:
            self._last = time.monotonic()
            print(f"      {line}", flush=True)


def shared_weights() -> Path:
    """The reader's own weights, so that no measurement waits for the network."""
    return load_settings().weights


def fetch_weights() -> None:
    """Fetch the voice before anything is measured; without it the next voice speaks and films say so."""
    try:
        run([*STORYREEL, "weights", "fetch", *KOKORO], env={"STORYREEL_WEIGHTS": str(shared_weights())})
    except RuntimeError as error:
        print(f"  the best voice cannot be had: {str(error).splitlines()[-1]}")


def python(job: str, *args: str | os.PathLike[str]) -> list[str]:
    """The command of a job in a fresh process."""
    return [sys.executable, "-m", f"benchmarks.jobs.{job}", *(os.fspath(arg) for arg in args)]
