"""One plan, several renderers, in turn: what each costs in CPU seconds and memory."""

import json
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import psutil

from benchmarks.layered import layered
from benchmarks.machine import load
from benchmarks.measure import Cost, folder, run
from benchmarks.parts import Answer
from benchmarks.plan import Plan
from benchmarks.studio import WORK, python

JOBS = {
    "encoder": "x264 alone, finished frames",
    "engine": "Storyreel's engine",
    "ffmpeg_graph": "ffmpeg graph, quarter-pixel motion",
    "moviepy_film": "MoviePy",
}
FILMS = WORK / "renderers"
MEMORY_DISK = Path("/dev/shm")


def engine(rounds: int) -> Answer:
    """The engine against the encoder alone: a quick look."""
    return interleaved(layered("stills", "16x9"), ("encoder", "engine"), rounds)


def peers(rounds: int) -> Answer:
    """The engine against the encoder alone, an ffmpeg graph and MoviePy, in one interleaved run."""
    return interleaved(layered("stills", "16x9"), tuple(JOBS), rounds)


def interleaved(film: Plan, names: Sequence[str], rounds: int) -> Answer:
    """The jobs in turn on one plan, round after round."""
    needed = int(film.timeline.duration * film.size[0] * film.size[1] * 1.5)
    taken: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    with tempfile.TemporaryDirectory(dir=_roomy(needed), prefix="storyreel-bench-") as workdir:
        frames = Path(workdir) / "frames.i420"
        print(f"    {film.seconds:.1f} s of film; preparing {needed / 1e9:.1f} GB of frames ...", flush=True)
        run(python("frames", film.folder, frames))
        for number in range(rounds):
            for name in names:
                row = _once(name, film.folder, frames) | {"round": number + 1}
                taken[name].append(row)
                print(
                    f"    round {number + 1} of {rounds}: {JOBS[name]:<36}{row['cpu_s']:7.1f} CPU s",
                    flush=True,
                )
    return Answer(_figures(taken), {"plan": film.row(), "renderers": _summary(taken, film), "rounds": taken})


def _once(name: str, where: Path, frames: Path) -> dict[str, Any]:
    shutil.rmtree(FILMS / f"{name}.parts", ignore_errors=True)
    out = folder(FILMS) / f"{name}.mp4"
    inputs = (where, frames) if name == "encoder" else (where,)
    before = load()
    cost: Cost = run(python(name, *inputs, out))
    said = json.loads(cost.lines[-1][1]) if cost.lines and cost.lines[-1][1].startswith("{") else {}
    return {**cost.row(), **said, "size_mb": round(out.stat().st_size / 1e6, 2), "load": before}


def _roomy(needed: int) -> Path:
    """Memory-backed storage where it has room twice over, else the work folder's disk."""
    if MEMORY_DISK.is_dir():
        free = min(shutil.disk_usage(MEMORY_DISK).free, psutil.virtual_memory().available)
        if free > 2 * needed:
            return MEMORY_DISK
    return folder(WORK)


def _figures(taken: dict[str, list[dict[str, Any]]]) -> dict[str, float]:
    figures = {
        "engine_over_encoder": _ratio(taken, "engine", "encoder"),
        "slowest_shot_s": statistics.median(row["slowest_shot_s"] for row in taken["engine"]),
    }
    if "moviepy_film" in taken:
        figures["moviepy_over_engine"] = _ratio(taken, "moviepy_film", "engine")
        figures["ffmpeg_graph_over_engine"] = _ratio(taken, "ffmpeg_graph", "engine")
    return figures


def _ratio(taken: dict[str, list[dict[str, Any]]], over: str, under: str) -> float:
    """The median over rounds of the ratio inside each round."""
    pairs = zip(taken[over], taken[under], strict=True)
    return round(statistics.median(a["cpu_s"] / b["cpu_s"] for a, b in pairs), 3)


def _summary(taken: dict[str, list[dict[str, Any]]], film: Plan) -> dict[str, dict[str, Any]]:
    """CPU seconds per second of film, and the rest that a reader compares."""
    rows: dict[str, dict[str, Any]] = {}
    for name, rounds in taken.items():
        per_second = [row["cpu_s"] / film.seconds for row in rounds]
        rows[name] = {
            "name": JOBS[name],
            "cpu_per_s_min": round(min(per_second), 3),
            "cpu_per_s_median": round(statistics.median(per_second), 3),
            "wall_per_s_min": round(min(row["wall_s"] for row in rounds) / film.seconds, 3),
            "peak_mb": max(row["peak_pss_mb"] or row["peak_rss_mb"] for row in rounds),
            "size_mb": rounds[-1]["size_mb"],
        }
    return rows
