"""Piper as a helper process: `{text, rate, out}` -> `{sample_rate, words}`. GPL-3, optional.

Started with the paths of a voice and of its settings. Noise is switched off: the model draws it
without a seed, and the same text must give the same samples.
"""

# Neither Piper nor onnxruntime ships complete types; what they return is narrowed where it enters.
# pyright: reportMissingTypeStubs=false, reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false, reportMissingImports=false

import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
from numpy.typing import NDArray
from piper import PiperVoice
from piper.config import PiperConfig, SynthesisConfig
from piper.patch_voice_with_alignment import add_alignment_output

from storyreel.sound.align import fill_gaps, owners
from storyreel.sound.phrases import MARKS
from storyreel.sound.processes.lines import serve, write_samples


def main() -> None:
    """Serve until the parent goes."""
    model, config = (Path(argument) for argument in sys.argv[1:3])
    serve(PiperReader(model, config).handle)


class PiperReader:
    """The loaded voice, with the samples of each phoneme as a second output."""

    def __init__(self, model: Path, config: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        graph = onnx.load(str(model))
        add_alignment_output(graph)
        session = onnxruntime.InferenceSession(
            graph.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        self._config = PiperConfig.from_dict(json.loads(config.read_text(encoding="utf-8")))
        self._voice = PiperVoice(session=session, config=self._config)
        self._phonemes = lru_cache(maxsize=4096)(self._phonemes_of)

    def handle(self, request: dict[str, Any]) -> dict[str, Any]:
        """One request of the parent."""
        text: str = request["text"]
        settings = SynthesisConfig(length_scale=1.0 / request["rate"], noise_scale=0.0, noise_w_scale=0.0)
        sounds: list[str] = []
        edges: list[int] = [0]
        samples: list[NDArray[np.float32]] = [np.zeros(0, np.float32)]
        for chunk in self._voice.synthesize(text, settings, include_alignments=True):
            if chunk.phoneme_alignments is None:
                raise RuntimeError("this voice does not tell how long its phonemes are")
            for alignment in chunk.phoneme_alignments:
                sounds.append(alignment.phoneme if len(alignment.phoneme) == 1 else "?")
                edges.append(edges[-1] + int(alignment.num_samples))
            samples.append(np.asarray(chunk.audio_float_array, np.float32))
            # Frames are whole and the sound may end a few samples earlier; the next chunk begins there.
            edges[-1] = sum(len(part) for part in samples)
            sounds.append(" ")
            edges.append(edges[-1])
        joined = np.concatenate(samples)
        write_samples(request["out"], joined)
        rate = int(self._config.sample_rate)
        return {"sample_rate": rate, "words": self._words(text, sounds, edges, len(joined), rate)}

    def _words(
        self, text: str, sounds: list[str], edges: list[int], total: int, rate: int
    ) -> list[tuple[float, float]]:
        words = text.split()
        # Borders and marks are nobody's: they would stretch a word over the pause behind it.
        heard = [i for i, sound in enumerate(sounds) if sound not in "^$_" + MARKS]
        owned = owners("".join(sounds[i] for i in heard), [self._phonemes(word) for word in words])
        spans: list[tuple[float, float] | None] = [None] * len(words)
        for i, word in zip(heard, owned, strict=True):
            if sounds[i] != " ":
                known = spans[word]
                spans[word] = (known[0] if known else edges[i] / rate, min(edges[i + 1], total) / rate)
        return fill_gaps(spans, [len(word) for word in words], total / rate)

    def _phonemes_of(self, word: str) -> str:
        sentences = self._voice.phonemize(word)
        spoken = "".join("".join(sentence) for sentence in sentences)
        return "".join(character for character in spoken if character not in MARKS).strip()


if __name__ == "__main__":
    main()
