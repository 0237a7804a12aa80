"""The figures, what we hold each of them to, and where they are kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.measure import folder

RESULTS = Path(__file__).parent / "results"
RENDER = RESULTS / "render.json"
PICTURES = RESULTS / "pictures.json"


@dataclass(frozen=True)
class Figure:
    """A number that parts answer; `kept` figures stand together in a file of their own."""

    key: str
    parts: tuple[str, ...]
    """Where it comes from; the first that was run."""
    label: str
    unit: str = ""
    bound: float | None = None
    good: Literal["at most", "at least", "above"] = "at most"
    kept: bool = True
    file: Path = RENDER

    def holds(self, value: float) -> bool:
        """Whether a value keeps the bound."""
        if self.bound is None:
            return True
        if self.good == "at most":
            return value <= self.bound
        return value >= self.bound if self.good == "at least" else value > self.bound

    @property
    def bound_text(self) -> str:
        return "" if self.bound is None else f"{self.good} {self.bound:g}{self.unit}"


RENDERERS, TEN, LAYERS, SEEN = ("peers", "engine"), ("ten_minutes",), ("layers",), ("drawings",)
JUDGED = ("judged",)
FIGURES = (
    Figure("engine_over_encoder", RENDERERS, "engine / encoder alone, CPU", "", 1.35),
    Figure("moviepy_over_engine", ("peers",), "MoviePy / engine, CPU", "", 5, "at least"),
    Figure("ffmpeg_graph_over_engine", ("peers",), "ffmpeg graph / engine, CPU", "", 1, "above"),
    Figure("slowest_shot_s", RENDERERS, "slowest shot rendered", " s", 30, kept=False),
    Figure("ten_minute_wall_s", TEN, "ten-minute film from nothing, wall", " s", 900),
    Figure("ten_minute_picture_cpu_s", TEN, "its pictures, CPU", " s", 450),
    Figure("peak_rss_mb", TEN, "peak memory, all own processes", " MB", 1800),
    Figure("one_line_change_over_cold", ("change",), "one word changed / from nothing, 90 s film", "", 0.25),
    Figure("one_line_change_over_cold_10min", TEN, "the same, ten-minute film", "", 0.1),
    Figure("rerender_cache_hits", ("change",), "taken from the store after that change", "", 0.6, "at least"),
    Figure("voice_realtime_factor", ("voice",), "voice, CPU per second of speech"),
    Figure("slowest_line_s", ("voice",), "slowest line spoken", " s", 5, kept=False),
    Figure("gate_s", ("gate",), "canon gate, ten-minute text", " s", kept=False),
    Figure("layers_over_encoder_16x9", LAYERS, "two moving layers / encoder, 16:9", "", 1.6, file=PICTURES),
    Figure("layers_over_encoder_9x16", LAYERS, "the same, 9:16", "", 1.6, file=PICTURES),
    Figure("editorial_frame_cpu_s", SEEN, "dearest frame's layers, editorial", " s", 1.5, file=PICTURES),
    Figure("paper_cut_frame_cpu_s", SEEN, "dearest frame's layers, paper-cut", " s", 3, file=PICTURES),
    Figure("illustrated_share", SEEN, "shots illustrated", "", 0.7, "at least", file=PICTURES),
    Figure(
        "picture_fit_share", JUDGED, "pictures that fit, judged by eye", "", 0.8, "at least", file=PICTURES
    ),
    Figure("illustrated_share_unseen", SEEN, "shots illustrated, unseen sentences", file=PICTURES),
    Figure("picture_fit_share_unseen", JUDGED, "pictures that fit, unseen sentences", file=PICTURES),
    Figure("repeats_within_4_shots", SEEN, "same picture within four shots", "", 0, file=PICTURES),
    Figure("layout_faults", SEEN, "faults of layout", "", 0, file=PICTURES),
    Figure("places", SEEN, "places, paper-cut", "", 15, "at least", file=PICTURES),
    Figure("parts", SEEN, "own parts, paper-cut", "", 60, "at least", file=PICTURES),
    Figure("templates", SEEN, "templates, editorial", "", 10, "at least", file=PICTURES),
    Figure(
        "paper_cut_layers_over_encoder_16x9",
        LAYERS,
        "paper-cut film / encoder, 16:9",
        kept=False,
        file=PICTURES,
    ),
    Figure("paper_cut_layers_over_encoder_9x16", LAYERS, "the same, 9:16", kept=False, file=PICTURES),
)


@dataclass(frozen=True)
class Measured:
    """A figure with its value; None where its part was never run."""

    figure: Figure
    value: float | None

    @property
    def verdict(self) -> str:
        if self.value is None:
            return "not run"
        if self.figure.bound is None:
            return ""
        return "ok" if self.figure.holds(self.value) else "short"

    @property
    def value_text(self) -> str:
        return "-" if self.value is None else f"{self.value:g}{self.figure.unit}"


def save(name: str, figures: Mapping[str, float], raw: Mapping[str, Any], machine: Mapping[str, Any]) -> None:
    """Keep a part's answer and put the files together anew that its figures stand in."""
    _write(folder(RESULTS) / f"{name}.json", {"part": name, "figures": figures, "machine": machine, **raw})
    for file in dict.fromkeys(figure.file for figure in FIGURES if name in figure.parts):
        rows = [row for row in measured() if row.figure.kept and row.figure.file == file]
        kept = {row.figure.key: row.value for row in rows}
        _write(file, {**kept, "machine": {**machine, "load": _loads(file)}})


def part(name: str) -> dict[str, Any] | None:
    """What a part answered last, or None."""
    path = RESULTS / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def measured() -> list[Measured]:
    """All figures as the results files have them."""
    rows: list[Measured] = []
    for figure in FIGURES:
        answers = [answer for name in figure.parts if (answer := part(name))]
        rows.append(Measured(figure, answers[0]["figures"].get(figure.key) if answers else None))
    return rows


def _loads(file: Path) -> dict[str, float]:
    """Load of the machine just before each part that answers for a file."""
    names = dict.fromkeys(name for figure in FIGURES if figure.file == file for name in figure.parts)
    return {name: answer["machine"]["load"] for name in names if (answer := part(name))}


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
