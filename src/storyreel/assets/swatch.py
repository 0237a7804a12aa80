"""A contact sheet of a look: `python -m storyreel.assets.swatch OUT.png`."""

import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from storyreel.assets.looks import LOOKS
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import PictureNeed

LINES: tuple[tuple[str, str, str, str], ...] = (
    # kind, tag, framing, words
    ("title", "", "title", "The Last Lamp"),
    (
        "sentence",
        "calm",
        "establishing",
        "The lighthouse stood at the end of the cliff, where the land gave up.",
    ),
    ("sentence", "warm", "medium", "Every evening the old keeper climbed the stairs with a lantern."),
    ("sentence", "tense", "close", "Then the storm came."),
    ("sentence", "afraid", "medium", "Out beyond the rocks a boat was calling."),
    ("sentence", "sad", "medium", "No lamp was lit that night."),
    (
        "quote",
        "",
        "medium",
        "We never thought of leaving, not even when the sea came in through the kitchen door.",
    ),
    ("sentence", "lonely", "medium", "Only the gull stayed."),
    ("number", "", "insert", "He had kept it burning for forty-one years."),
    ("sentence", "angry", "medium", "The waves tore at the tower."),
    ("list", "", "insert", "Three things he took: a lamp, a loaf of bread, and the key."),
    ("sentence", "mysterious", "medium", "At midnight the fog rang like a bell."),
    ("sentence", "hopeful", "medium", "By morning a ship stood in the bay."),
    ("sentence", "joyful", "medium", "The whole village danced, and somebody played a violin."),
    ("sentence", "solemn", "close", "Some promises are made only once."),
    ("sentence", "lively", "medium", "A dog ran down the street after a bicycle."),
    ("number", "", "insert", "Seven boats came home."),
    ("credits", "", "title", "The Last Lamp\na story of the coast\nVoice: narrator"),
)

FORMATS = {"wide": (1920, 1080), "tall": (1080, 1920), "square": (1080, 1080)}


def needs(lines: Sequence[tuple[str, str, str, str]] = LINES) -> Iterator[PictureNeed]:
    """Picture needs of sample lines, in order."""
    for position, (kind, tag, framing, words) in enumerate(lines):
        yield PictureNeed.model_validate(
            {
                "id": f"swatch-{position:02d}",
                "kind": kind,
                "words": words,
                "framing": framing,
                "movement": "still",
                "emotional_tags": (tag,) if tag else (),
                "position": position,
                "speaker": "Old Hale" if kind == "quote" else "",
                "place": "the lighthouse by the sea" if position == 1 else "",
            }
        )


def flatten(drawn: Drawn, size: tuple[int, int]) -> np.ndarray[Any, Any]:
    """All layers over one another, as 8-bit BGR: eyes open, numbers counted to their end."""
    width, height = size
    frame = np.zeros((height, width, 3), np.uint8)
    for layer in drawn.layers:
        if any(act.kind == "blink" or act.order < act.of - 1 for act in layer.acts):
            continue
        picture = cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED)
        if picture is None:
            continue
        x, y, rows, cols = int(layer.box.x), int(layer.box.y), picture.shape[0], picture.shape[1]
        x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + cols, width), min(y + rows, height)
        part = picture[y0 - y : y1 - y, x0 - x : x1 - x]
        if picture.shape[2] == 3:
            frame[y0:y1, x0:x1] = part
            continue
        alpha = part[:, :, 3:].astype(np.float32) / 255
        under = frame[y0:y1, x0:x1].astype(np.float32)
        frame[y0:y1, x0:x1] = np.rint(under * (1 - alpha) + part[:, :, :3] * alpha).astype(np.uint8)
    return frame


def sheet(
    pictures: Sequence[np.ndarray[Any, Any]], columns: int, cell: tuple[int, int], gap: int = 10
) -> np.ndarray[Any, Any]:
    """Pictures in a grid on a dark ground."""
    rows = -(-len(pictures) // columns)
    width, height = cell
    out = np.full((rows * (height + gap) + gap, columns * (width + gap) + gap, 3), 40, np.uint8)
    for index, picture in enumerate(pictures):
        x, y = gap + index % columns * (width + gap), gap + index // columns * (height + gap)
        out[y : y + height, x : x + width] = cv2.resize(picture, cell, interpolation=cv2.INTER_AREA)
    return out


def main(arguments: list[str]) -> int:
    """Draw the sheet: OUT [look] [palette] [wide|tall|square]."""
    out = Path(arguments[0])
    look = LOOKS[arguments[1] if len(arguments) > 1 else "editorial"]
    palette = arguments[2] if len(arguments) > 2 else look.palettes[0]
    shape = arguments[3] if len(arguments) > 3 else "wide"
    size = FORMATS[shape]
    with tempfile.TemporaryDirectory() as folder:
        pictures = [flatten(look.draw(need, palette, size, Path(folder) / need.id), size) for need in needs()]
    scale = 4 if shape == "wide" else 5
    cell = (size[0] // scale, size[1] // scale)
    cv2.imwrite(str(out), sheet(pictures, 3 if shape == "wide" else 6, cell))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
