"""How alike two short texts are in meaning, by the MiniLM model that runs on this machine.

Loaded only where a search has answers to judge: the model's libraries take half a second to start.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime  # pyright: ignore[reportMissingTypeStubs] - it ships none
from numpy.typing import NDArray
from tokenizers import Tokenizer

_ort: Any = onnxruntime
LONGEST_TOKENS = 128
"""What the model was trained to read at once."""


class MiniLm:
    """Cosines between sentence embeddings of `all-MiniLM-L6-v2`, int8."""

    method = "meaning"

    def __init__(self, model: Path, tokenizer: Path) -> None:
        options = _ort.SessionOptions()
        # One thread, so that the last digits do not depend on how many cores there are.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session: Any = _ort.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._tokenizer: Any = Tokenizer.from_file(str(tokenizer))
        self._tokenizer.enable_truncation(LONGEST_TOKENS)
        self._tokenizer.enable_padding()

    def of(self, words: str, texts: Sequence[str]) -> list[float]:
        """Likeness of `words` to each text, -1 to 1, to two decimals."""
        vectors = self._embedded([words, *texts])
        return [round(float(cosine), 2) for cosine in vectors[1:] @ vectors[0]]

    def _embedded(self, texts: Sequence[str]) -> NDArray[np.float32]:
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([row.ids for row in encoded], np.int64)
        mask = np.array([row.attention_mask for row in encoded], np.int64)
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states: Any = self._session.run(None, feed)[0]
        # The sentence is the mean of its words; padding does not count.
        mean = (states * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)


@lru_cache(maxsize=1)
def minilm(model: Path, tokenizer: Path) -> MiniLm:
    """The model of this process."""
    return MiniLm(model, tokenizer)
