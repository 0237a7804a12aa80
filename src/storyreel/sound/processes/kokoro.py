"""Kokoro-82M as a helper process: `{text, voice, rate, out}` -> `{sample_rate, words}`.

Started with the paths of the graph that `kokoro_model` made and of the joined style vectors. It is a
process of its own because `kokoro_onnx` imports phonemizer and espeak-ng, which are GPL-3.
"""

# onnxruntime ships no complete types; what it returns is narrowed where it enters.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false, reportUnknownArgumentType=false

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from kokoro_onnx.config import DEFAULT_VOCAB, MAX_PHONEME_LENGTH, SAMPLE_RATE
from kokoro_onnx.sliding import token_edges
from numpy.typing import NDArray

from storyreel.sound.align import fill_gaps, owners
from storyreel.sound.phrases import phrases
from storyreel.sound.processes.espeak_library import Espeak
from storyreel.sound.processes.lines import RefusedError, serve, write_samples
from storyreel.sound.voices import KOKORO_VOICES, kokoro_phonemes

STYLE_SHAPE = (510, 1, 256)
"""One style vector of 256 per number of phonemes."""
NOBODY = -1
SILENCE_WITHOUT_PHONEMES_S = 0.3
LATE_S = 0.035
"""The durations lag behind the sound: the median over 48 phrase starts of four voices at two rates."""

_ESPEAK_TO_KOKORO = str.maketrans({"ʲ": "j", "r": "ɹ", "x": "k", "ɬ": "l"})


@dataclass(frozen=True)
class Symbol:
    """One phoneme or mark, and the word it belongs to."""

    character: str
    word: int


def main() -> None:
    """Serve until the parent goes."""
    model, styles = (Path(argument) for argument in sys.argv[1:3])
    reader = KokoroReader(model, styles)
    serve(reader.handle)


class KokoroReader:
    """The loaded model with its phonemiser."""

    def __init__(self, model: Path, styles: Path) -> None:
        options = onnxruntime.SessionOptions()
        # One thread each: sums are then made in one order, whatever the number of cores.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        # Weights stay where they are mapped: packed copies are no quicker here and cost memory.
        options.add_session_config_entry("session.disable_prepacking", "1")
        self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
        self._styles = styles
        self._espeak = Espeak()
        self._phonemes = lru_cache(maxsize=4096)(self._phonemes_of)

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """One request of the parent."""
        text, voice, rate = request["text"], request["voice"], request["rate"]
        style = self._style(voice)
        symbols = self._symbols(text, kokoro_phonemes(voice))
        samples: list[NDArray[np.float32]] = []
        spans: list[tuple[float, float] | None] = [None] * len(text.split())
        offset = 0
        for batch in batches(symbols, MAX_PHONEME_LENGTH):
            audio, edges = self._infer(batch, style, rate)
            for index, symbol in enumerate(batch):
                if symbol.word != NOBODY and symbol.character != " ":
                    known = spans[symbol.word]
                    start, end = (float(offset + edges[index + i]) / SAMPLE_RATE - LATE_S for i in (0, 1))
                    spans[symbol.word] = (known[0] if known else start, end)
            samples.append(audio)
            offset += len(audio)
        if not samples:
            samples = [np.zeros(round(SILENCE_WITHOUT_PHONEMES_S * SAMPLE_RATE), np.float32)]
        joined = np.concatenate(samples)
        write_samples(request["out"], joined)
        weights = [len(word) for word in text.split()]
        return {"sample_rate": SAMPLE_RATE, "words": fill_gaps(spans, weights, len(joined) / SAMPLE_RATE)}

    def _style(self, voice: str) -> NDArray[np.float32]:
        count = int(np.prod(STYLE_SHAPE))
        flat = np.fromfile(
            self._styles, np.float32, count=count, offset=KOKORO_VOICES.index(voice) * count * 4
        )
        return flat.reshape(STYLE_SHAPE)

    def _phonemes_of(self, text: str, language: str) -> str:
        spoken = self._espeak.phonemes(text, language).translate(_ESPEAK_TO_KOKORO)
        return "".join(character for character in spoken if character in DEFAULT_VOCAB)

    def _symbols(self, text: str, language: str) -> list[Symbol]:
        symbols: list[Symbol] = []
        for phrase in phrases(text):
            spoken = self._phonemes(" ".join(filter(None, phrase.words)), language)
            by_word = [self._phonemes(word, language) if word else "" for word in phrase.words]
            if symbols and spoken:
                symbols.append(Symbol(" ", NOBODY))
            owned = zip(spoken, owners(spoken, by_word), strict=True)
            symbols += [Symbol(character, phrase.first + word) for character, word in owned]
            if symbols:
                symbols += [Symbol(mark, NOBODY) for mark in phrase.mark if mark in DEFAULT_VOCAB]
        return symbols

    def _infer(
        self, batch: Sequence[Symbol], style: NDArray[np.float32], rate: float
    ) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
        """Samples of a batch, and for each symbol the sample at which it begins (one more for the end).

        Raises RefusedError.
        """
        tokens = [DEFAULT_VOCAB[symbol.character] for symbol in batch]
        inputs = {
            "input_ids": np.array([[0, *tokens, 0]], np.int64),
            "style": style[len(tokens) - 1],
            "speed": np.array([rate], np.float32),
        }
        waveform, duration = self._session.run(["waveform", "duration"], inputs)
        audio = np.asarray(waveform, np.float32).ravel()
        if not np.isfinite(audio).all():
            raise RefusedError("Kokoro's sound is not finite for this line")
        # The first edge belongs to the pad in front.
        return audio, token_edges(np.asarray(duration).ravel(), len(audio))[1:]


def batches(symbols: Sequence[Symbol], limit: int) -> list[list[Symbol]]:
    """Runs of at most `limit` symbols, cut behind the last mark, else at the last blank, else anywhere."""
    result: list[list[Symbol]] = []
    rest = list(symbols)
    while rest:
        head = rest[:limit]
        if len(rest) > limit:
            marks = [i + 1 for i, s in enumerate(head) if s.word == NOBODY and s.character != " "]
            blanks = [i for i, s in enumerate(head) if s.character == " " and i > 0]
            head = head[: (marks or blanks or [limit])[-1]]
        result.append(head)
        rest = rest[len(head) :]
        while rest and rest[0].character == " ":
            rest.pop(0)
    return result


if __name__ == "__main__":
    main()
