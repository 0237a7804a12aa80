"""Which look suits a text: one for a whole film, by the kind of text.

A word must not flip the look of a film. So shots do not vote one by one: blocks of shots do, each with
one vote for what most of its shots are, and only where that is clear. A changed word changes one shot.
That turns a block only where it stood at its border, and the film only where its blocks stood at
theirs; what genre and title say stands above a single block.
"""

import re
from collections.abc import Sequence
from typing import Any

from storyreel.assets.reading import PictureKind, Reading
from storyreel.kit.decision import Decision, decide

BLOCK = 8
"""Shots of one block."""
CLEAR = 1.0
"""By so many shots a block must lean to one side before it votes."""
EXPLAINS: dict[PictureKind, float] = {
    "number": 1.0, "chart": 1.5, "people_chart": 1.5, "timeline": 1.0, "comparison": 1.0,
    "process": 1.0, "list": 0.5, "lower_third": 1.0, "sentence": 0.6, "quote": 0.3,
}  # fmt: skip
TELLS: dict[PictureKind, float] = {"journey": 0.5, "crowd": 0.5, "emotion": 0.5, "dialogue": 0.2}
TALES = re.compile(
    r"\b(?:tale|story|stories|fairy|fable|legend|myth|novel|fiction|screenplay|drama|adventure|poem|bedtime|once)\b",
    re.I,
)
TEXTS = re.compile(
    r"\b(?:how|why|what|guide|tips|ways|steps|facts|explained|introduction|report|news|article|essay|lesson|"
    r"tutorial|history of|encyclopa?edia|science|explainer|interview|review|recipe)\b",
    re.I,
)


def look_for(title: str, genre: str, readings: Sequence[Reading]) -> Decision:
    """The look of a film for `--look auto`: `editorial` or `paper-cut`, with its reasons."""
    facts: dict[str, Any] = {
        "title": title,
        "genre": genre,
        "blocks": [block_vote(block) for block in _blocks(readings)],
    }
    scores = look_scores(**facts)
    reasons = {
        "paper-cut": "most of the film tells of people and places",
        "editorial": "most of the film explains, counts, lists or quotes",
    }
    return decide("film", "look", f"{__name__}:look_scores", scores, reasons, **facts)


def look_scores(*, title: str, genre: str, blocks: Sequence[int]) -> dict[str, float]:
    """Score of each look: the share of the blocks on its side, the title, and a genre, which decides."""
    count = max(1, len(blocks))
    told = {
        "editorial": 1.5 * bool(TEXTS.search(genre)) + 0.25 * bool(TEXTS.search(title)),
        "paper-cut": 1.5 * bool(TALES.search(genre)) + 0.25 * bool(TALES.search(title)),
    }
    sides = {"editorial": sum(vote < 0 for vote in blocks), "paper-cut": sum(vote > 0 for vote in blocks)}
    return {look: round(told[look] + sides[look] / count, 4) for look in told}


def block_vote(readings: Sequence[Reading]) -> int:
    """1 where a block of shots tells, -1 where it explains, 0 where it is not clear."""
    lean = sum(_lean(reading) for reading in readings)
    return 1 if lean >= CLEAR else -1 if lean <= -CLEAR else 0


def _lean(reading: Reading) -> float:
    """How far one shot tells (above 0) or explains (below 0)."""
    if reading.kind == "scene":
        somebody = bool(reading.named or reading.roles or reading.people)
        where = bool(reading.place) and bool(somebody or reading.time or reading.weather)
        return 1.0 if where else 0.4 if somebody or reading.time or reading.weather else -0.4
    return TELLS.get(reading.kind, 0.0) - EXPLAINS.get(reading.kind, 0.0)


def _blocks(readings: Sequence[Reading]) -> list[Sequence[Reading]]:
    shown = [reading for reading in readings if reading.kind not in ("title", "chapter", "credits")]
    return [shown[start : start + BLOCK] for start in range(0, len(shown), BLOCK)]
