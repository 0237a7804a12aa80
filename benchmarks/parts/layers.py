"""Layers in motion: the engine against the encoder alone, in both formats, in one interleaved run."""

from benchmarks.layered import SIZES, layered
from benchmarks.parts import Answer
from benchmarks.parts.renderers import interleaved

STYLES = {"photo": "layers_over_encoder", "paper_cut": "paper_cut_layers_over_encoder"}


def layers(rounds: int) -> Answer:
    """Two moving layers over a moving still with lit captions; and a paper-cut film of many layers."""
    figures: dict[str, float] = {}
    films: dict[str, object] = {}
    for style, key in STYLES.items():
        for shape in SIZES:
            answer = interleaved(layered(style, shape), ("encoder", "engine"), rounds)
            figures[f"{key}_{shape}"] = answer.figures["engine_over_encoder"]
            films[f"{style} {shape}"] = answer.raw
    return Answer(figures, {"films": films})
