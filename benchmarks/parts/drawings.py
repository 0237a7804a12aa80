"""Pictures: how many shots are illustrated and fit, what repeats, what is faulty, what drawing costs.

Whether a picture fits its words was judged by eye, yes or no, in `judged.yaml`; a judgement belongs to
the bytes that were seen, and a picture that changed since counts as not judged.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import yaml

from benchmarks.drawn import Frame, frames
from benchmarks.parts import Answer
from benchmarks.shots import FILMS, film, sentences
from storyreel.assets.looks.editorial.templates import TEMPLATES
from storyreel.assets.looks.papercut.parts import PARTS
from storyreel.assets.looks.papercut.places import PLACES

JUDGED = Path(__file__).parents[1] / "judged.yaml"
SIZES = {"16x9": (1920, 1080), "9x16": (1080, 1920)}
NEAR_SHOTS = 4
SAME = 5.0
"""Mean difference of two small pictures, in levels of 255, under which they are the same picture."""


def drawings(_rounds: int) -> Answer:
    """Four films in two formats and two sets of forty sentences, drawn and looked at."""
    tall = [shot for name in FILMS for shot in _drawn(name, "9x16")]
    wide = {name: _drawn(name, "16x9") for name in FILMS}
    told = [shot for shots in wide.values() for shot in shots]
    forty, unseen = (_sentences(name) for name in ("forty", "unseen"))
    everything = [*told, *tall, *forty, *unseen]
    figures = {
        "illustrated_share": _share(told + forty),
        "picture_fit_share": _fit(told + forty),
        "illustrated_share_unseen": _share(unseen),
        "picture_fit_share_unseen": _fit(unseen),
        "repeats_within_4_shots": float(sum(len(_repeats(shots)) for shots in wide.values())),
        "layout_faults": float(sum(len(shot.faults) for shot in everything)),
        "editorial_frame_cpu_s": _dearest(everything, "editorial"),
        "paper_cut_frame_cpu_s": _dearest(everything, "paper-cut"),
        "places": float(len(PLACES)),
        "parts": float(len(PARTS)),
        "templates": float(len(TEMPLATES)),
    }
    shown = {k: v for k, v in figures.items() if v >= 0}
    return Answer(shown, {"shots": [_row(shot) for shot in everything]})


def _drawn(name: str, shape: str) -> list[Frame]:
    print(f"    {name} {shape} ...", flush=True)
    return list(frames(film(name), SIZES[shape]))


def _sentences(name: str) -> list[Frame]:
    print(f"    {name} ...", flush=True)
    return [shot for shots in sentences(name) for shot in frames(shots, SIZES["16x9"])]


def _share(shots: Sequence[Frame]) -> float:
    return round(sum(shot.illustrated for shot in shots) / len(shots), 3)


def _fit(shots: Sequence[Frame]) -> float:
    """The share of judged pictures that fit; -1 where a picture of the set was not judged as it is."""
    judged = _judged()
    votes = [judged.get(shot.digest) for shot in shots]
    return -1.0 if None in votes else round(sum(vote == "yes" for vote in votes) / len(votes), 3)


def _judged() -> dict[str, str]:
    rows: list[dict[str, Any]] = yaml.safe_load(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else []
    return {str(row["digest"]): str(row["fits"]) for row in rows}


def _repeats(shots: Sequence[Frame]) -> list[tuple[str, str]]:
    """Pairs of shots at most four apart that show the same picture."""
    return [
        (first.id, second.id)
        for number, first in enumerate(shots)
        for second in shots[number + 1 : number + 1 + NEAR_SHOTS]
        if float(np.mean(cv2.absdiff(first.thumb, second.thumb))) < SAME
    ]


def _dearest(shots: Sequence[Frame], look: str) -> float:
    return max(shot.cpu_s for shot in shots if shot.look == look)


def _row(shot: Frame) -> dict[str, Any]:
    row = {"id": shot.id, "look": shot.look, "kind": shot.kind, "cpu_s": shot.cpu_s}
    return {**row, "illustrated": shot.illustrated, "digest": shot.digest, "faults": list(shot.faults)}
