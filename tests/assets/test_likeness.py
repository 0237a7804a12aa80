"""Likeness by meaning: what fits reaches the mark for found pictures, what only sounds so does not."""

import os
from pathlib import Path

import platformdirs
import pytest

from storyreel.assets.likeness import MiniLm
from storyreel.assets.search import FIT
from storyreel.sound.weights import WeightsStore

PAIRS = [
    ("lighthouse storm", "Lighthouse in a storm, Brittany; waves", True),
    ("bread oven", "Kitchen with an oven", True),
    ("harbour boats", "Fishing boats in Whitby harbour", True),
    ("mill river wheel", "Old water mill with wheel at a river", True),
    ("mill river wheel", "Ferris wheel at night", False),
    ("steam engine", "Search engine logo", False),
    ("harbour boats", "Sydney Opera House", False),
    ("bread oven", "A dog on the beach", False),
]


@pytest.mark.weights
def test_meaning_parts_what_fits_from_what_only_sounds_like_it() -> None:
    folder = os.environ.get("STORYREEL_WEIGHTS") or platformdirs.user_cache_path("storyreel") / "weights"
    store = WeightsStore(Path(folder), offline=True)
    missing = store.missing(("minilm", "minilm-tokenizer"))
    if missing:
        pytest.skip(f"weights are not here: {', '.join(missing)}")
    model = MiniLm(store.fetch("minilm"), store.fetch("minilm-tokenizer"))
    for words, told, fits in PAIRS:
        (alike,) = model.of(words, [told])
        assert (alike >= FIT["meaning"]) == fits, (words, told, alike)
    together = model.of("harbour boats", [told for _, told, _ in PAIRS])
    assert together == pytest.approx([model.of("harbour boats", [told])[0] for _, told, _ in PAIRS], abs=0.03)
