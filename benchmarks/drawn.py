"""Drawing needs and looking at what came out: its cost, its faults, and a small picture to compare."""

import hashlib
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.shots import Shots
from storyreel.assets.looks import LOOKS, Drawn
from storyreel.assets.looks.layout.drawn import faults_drawn

Pixels = np.ndarray[Any, Any]
THUMB = 64
"""Pixels of the longer side of the picture that repeats are looked for in."""
SEEN = ("subject", "prop", "face", "number", "balloon")
"""Roles that make a frame more than typography."""
WORDY = ("title", "chapter", "quote", "sentence", "credits", "lower_third")
"""Kinds that may be typography alone; every other kind is a picture by itself."""


@dataclass(frozen=True)
class Frame:
    """A drawn need."""

    id: str
    look: str
    kind: str
    words: str
    cpu_s: float
    faults: tuple[str, ...]
    illustrated: bool
    digest: str
    """SHA-256 over all its layers: a judgement belongs to these bytes."""
    picture: Pixels
    """BGR, all layers laid, counts at their last state."""

    @property
    def thumb(self) -> Pixels:
        height, width = self.picture.shape[:2]
        ratio = THUMB / max(height, width)
        small: Pixels = cv2.resize(
            self.picture, (round(width * ratio), round(height * ratio)), interpolation=cv2.INTER_AREA
        )
        return small


def frames(shots: Shots, size: tuple[int, int]) -> Iterator[Frame]:
    """Every need drawn at `size`."""
    look = LOOKS[shots.look]
    for need in shots.needs:
        with tempfile.TemporaryDirectory() as folder:
            began = time.process_time()
            drawn = look.draw(need, shots.palette, size, Path(folder))
            cpu_s = time.process_time() - began
            plan, kind = drawn.plan, need.reading.kind if need.reading else need.kind
            yield Frame(
                id=f"{shots.name}/{need.id}" if need.id != shots.name else need.id,
                look=shots.look,
                kind=kind,
                words=need.words,
                cpu_s=round(cpu_s, 2),
                faults=tuple(f.sentence for f in faults_drawn(drawn.layers, plan)) if plan else (),
                illustrated=kind not in WORDY
                or (plan is not None and any(b.role in SEEN for b in plan.blocks)),
                digest=_digest(drawn),
                picture=_laid(drawn, size),
            )


def _digest(drawn: Drawn) -> str:
    total = hashlib.sha256()
    for layer in drawn.layers:
        total.update(hashlib.sha256(layer.file.read_bytes()).digest())
    return total.hexdigest()[:16]


def _laid(drawn: Drawn, size: tuple[int, int]) -> Pixels:
    width, height = size
    canvas = np.zeros((height, width, 3), dtype=np.float32)
    for layer in drawn.layers:
        if any(
            a.kind in ("mouth", "blink") or (a.kind == "count" and a.order < a.of - 1) for a in layer.acts
        ):
            continue
        _lay(canvas, layer.file, round(layer.box.x), round(layer.box.y))
    return np.clip(canvas, 0, 255).astype(np.uint8)


def _lay(canvas: Pixels, file: Path, x: int, y: int) -> None:
    picture: Any = cv2.imread(str(file), cv2.IMREAD_UNCHANGED)
    if picture.shape[2] == 3:
        picture = cv2.cvtColor(picture, cv2.COLOR_BGR2BGRA)
    height, width = canvas.shape[:2]
    left, top = max(x, 0), max(y, 0)
    right, foot = min(x + picture.shape[1], width), min(y + picture.shape[0], height)
    if right <= left or foot <= top:
        return
    part = picture[top - y : foot - y, left - x : right - x].astype(np.float32)
    alpha = part[:, :, 3:] / 255
    canvas[top:foot, left:right] = canvas[top:foot, left:right] * (1 - alpha) + part[:, :, :3] * alpha
