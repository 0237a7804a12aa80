"""Pictures: how many shots are illustrated, what repeats, what is faulty, what drawing costs."""

from collections.abc import Sequence
from typing import Any

import cv2
import numpy as np

from benchmarks.drawn import Frame, frames
from benchmarks.measure import folder
from benchmarks.parts import Answer
from benchmarks.shots import FILMS, film, sentences
from benchmarks.studio import WORK
from storyreel.assets.looks.editorial.templates import TEMPLATES
from storyreel.assets.looks.papercut.parts import PARTS, own
from storyreel.assets.looks.papercut.places import PLACES

SHOWN = WORK / "drawings"
"""Where the drawn shots lie for being looked at, by their digest."""
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
        "illustrated_share_unseen": _share(unseen),
        "repeats_within_4_shots": float(sum(len(_repeats(shots)) for shots in wide.values())),
        "layout_faults": float(sum(len(shot.faults) for shot in everything)),
        "editorial_frame_cpu_s": _dearest(everything, "editorial"),
        "paper_cut_frame_cpu_s": _dearest(everything, "paper-cut"),
        "places": float(len(PLACES)),
        "parts": float(sum(own(name) for name in PARTS)),
        "templates": float(len(TEMPLATES)),
    }
    sets = {"seen": told + forty, "tall": tall, "unseen": unseen}
    return Answer(figures, {name: [_row(shot) for shot in shots] for name, shots in sets.items()})


def _drawn(name: str, shape: str) -> list[Frame]:
    print(f"    {name} {shape} ...", flush=True)
    return [_shown(shot) for shot in frames(film(name), SIZES[shape])]


def _sentences(name: str) -> list[Frame]:
    print(f"    {name} ...", flush=True)
    return [_shown(shot) for shots in sentences(name) for shot in frames(shots, SIZES["16x9"])]


def _shown(shot: Frame) -> Frame:
    """The shot, kept small as a file for whoever judges it."""
    height, width = shot.picture.shape[:2]
    small = cv2.resize(shot.picture, (width // 3, height // 3), interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(folder(SHOWN) / f"{shot.digest}.jpg"), small)
    return shot


def _share(shots: Sequence[Frame]) -> float:
    return round(sum(shot.illustrated for shot in shots) / len(shots), 3)


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
    row = {"id": shot.id, "look": shot.look, "kind": shot.kind, "words": shot.words, "cpu_s": shot.cpu_s}
    return {**row, "illustrated": shot.illustrated, "digest": shot.digest, "faults": list(shot.faults)}
