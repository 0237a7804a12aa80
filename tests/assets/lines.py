"""Picture needs for tests."""

from typing import Any

from storyreel.assets.looks.editorial.moods import MOODS
from storyreel.assets.model import PictureNeed


def need(
    words: str = "The boat came home.", kind: str = "sentence", tag: str = "", **fields: Any
) -> PictureNeed:
    """A need with everything but the words left plain."""
    return PictureNeed.model_validate(
        {
            "id": "s01",
            "kind": kind,
            "words": words,
            "framing": "medium",
            "movement": "still",
            "position": 0,
            "emotional_tags": (tag,) if tag else (),
            **fields,
        }
    )


SAMPLES = {
    "title": "The Last Keeper of Grey Rock",
    "quote": "We never thought of leaving, not even when the sea came in through the kitchen door.",
    "number": "He had kept it burning for forty-one years.",
    "list": "Three things he took: a lamp, a loaf of bread, and the key.",
    "sentence": "It was the kind of silence that has weight.",
    "credits": "The Last Lamp\na story of the coast\nVoice: narrator",
}
FORMATS = {"wide": (1920, 1080), "tall": (1080, 1920), "square": (1080, 1080)}
TAGS = tuple(tag for tag in MOODS if tag)
