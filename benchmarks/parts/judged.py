"""Whether a picture fits its words: judged by eye, yes or no, in `judged.yaml`.

A judgement belongs to the bytes that were seen (`drawings.json` names them by their digest); a set with a
picture that changed since has no figure.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks import figures
from benchmarks.parts import Answer

JUDGED = Path(__file__).parents[1] / "judged.yaml"
SETS = {"seen": "picture_fit_share", "unseen": "picture_fit_share_unseen"}


def judged(_rounds: int) -> Answer:
    """The share of the latest drawings that fit their words."""
    drawings = figures.part("drawings")
    if drawings is None:
        raise ValueError("nothing is drawn; run the part `drawings` first")
    rows: list[dict[str, Any]] = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    fits = {str(row["digest"]): bool(row["fits"]) for row in rows}
    found = {key: _share(drawings[name], fits) for name, key in SETS.items()}
    open_rows = {name: [r["id"] for r in drawings[name] if r["digest"] not in fits] for name in SETS}
    shares = {key: share for key, share in found.items() if share is not None}
    return Answer(shares, {"not_judged": open_rows})


def _share(rows: Sequence[dict[str, Any]], fits: dict[str, bool]) -> float | None:
    votes = [fits.get(str(row["digest"])) for row in rows]
    return None if None in votes else round(sum(bool(vote) for vote in votes) / len(votes), 3)
