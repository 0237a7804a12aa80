"""Twelve approved small shots of the editorial look; `python -m tests.assets.editorial_golden` renews them.

Renew them only after looking at the pictures: a hash says that something changed, not that it is good.
"""

import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from storyreel.assets.looks import LOOKS, DrawnLayer
from tests.assets.shots import SHOTS

GOLDEN = Path(__file__).parent / "editorial_golden.json"
NAMES = (
    "title", "chapter", "quote", "dialogue", "lower_third", "emotion", "list", "people_chart", "chart",
    "process", "journey", "scene",
)  # fmt: skip
SIZES = {"wide": (320, 180), "tall": (180, 320)}
MOVED = 12
"""Pixels that an open mouth changes at least, at these sizes."""


@dataclass(frozen=True)
class Record:
    """What is kept of a layer."""

    name: str
    pixels: str
    box: tuple[float, float, float, float]
    acts: str


def draw(name: str, folder: Path, palette: str = "hearth", shape: str = "wide") -> tuple[DrawnLayer, ...]:
    """The layers of one of the twelve."""
    return LOOKS["editorial"].draw(SHOTS[name], palette, SIZES[shape], folder).layers


def shape_of(name: str) -> str:
    """Every third shot is tall."""
    return "tall" if NAMES.index(name) % 3 == 2 else "wide"


def records(layers: tuple[DrawnLayer, ...]) -> list[Record]:
    """What is kept of a picture, back to front."""
    out: list[Record] = []
    for layer in layers:
        picture = cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED)
        assert picture is not None
        box = (layer.box.x, layer.box.y, layer.box.width, layer.box.height)
        acts = " ".join(f"{act.kind}:{act.person or act.order}" for act in layer.acts)
        out.append(Record(layer.name, hashlib.sha256(picture.tobytes()).hexdigest()[:16], box, acts))
    return out


def differences(kept: list[Record], now: list[Record]) -> list[str]:
    """What is not as it was approved, in sentences."""
    was, are = [r.name for r in kept], [r.name for r in now]
    found = [f"{name} is missing." for name in was if name not in are]
    found += [f"{name} is new." for name in are if name not in was]
    if not found and was != are:
        found.append("The layers stand in another order.")
    by_name = {record.name: record for record in kept}
    found += [f"{r.name} looks different." for r in now if r.name in by_name and by_name[r.name] != r]
    return found


def unmoved_mouths(layers: tuple[DrawnLayer, ...]) -> list[str]:
    """Mouth layers that change nothing of what they are laid over."""
    width, height = int(layers[0].box.width), int(layers[0].box.height)
    frame = np.zeros((height, width, 3), np.int32)
    found: list[str] = []
    for layer in layers:
        picture = cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED)
        assert picture is not None
        kinds = {act.kind for act in layer.acts}
        if "blink" in kinds:
            continue
        before = frame.copy()
        _lay(frame, picture, int(layer.box.x), int(layer.box.y))
        if "mouth" in kinds:
            if int((np.abs(frame - before).max(axis=2) > 40).sum()) < MOVED:
                found.append(layer.name)
            frame = before
    return found


def _lay(frame: np.ndarray, picture: np.ndarray, x: int, y: int) -> None:
    height, width = frame.shape[:2]
    rows, cols = picture.shape[:2]
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + cols, width), min(y + rows, height)
    if x1 <= x0 or y1 <= y0:
        return
    part = picture[y0 - y : y1 - y, x0 - x : x1 - x].astype(np.int32)
    alpha = part[:, :, 3:] if part.shape[2] == 4 else np.full((*part.shape[:2], 1), 255)
    under = frame[y0:y1, x0:x1]
    frame[y0:y1, x0:x1] = (part[:, :, :3] * alpha + under * (255 - alpha)) // 255


def kept() -> dict[str, list[Record]]:
    """The approved records."""
    data = json.loads(GOLDEN.read_text(encoding="utf-8"))
    return {
        name: [Record(r[0], r[1], (r[2][0], r[2][1], r[2][2], r[2][3]), r[3]) for r in rows]
        for name, rows in data.items()
    }


def renew() -> None:
    """Write the records of today's pictures."""
    data: dict[str, list[list[object]]] = {}
    for name in NAMES:
        with tempfile.TemporaryDirectory() as folder:
            now = records(draw(name, Path(folder), shape=shape_of(name)))
        data[name] = [[r.name, r.pixels, list(r.box), r.acts] for r in now]
    rows = ",\n".join(
        f'"{name}":[\n' + ",\n".join(json.dumps(row, separators=(",", ":")) for row in kept_) + "]"
        for name, kept_ in data.items()
    )
    GOLDEN.write_text("{\n" + rows + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    renew()
    sys.stdout.write(f"{GOLDEN.name}: {len(NAMES)} shots\n")
