"""The port every voice stands behind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from storyreel.kit.hashing import sha256_file, sha256_json


@dataclass(frozen=True)
class SpokenWord:
    """One whitespace-separated word of the text, in seconds from the start of the samples."""

    text: str
    start_s: float
    end_s: float


@dataclass(frozen=True)
class Spoken:
    """What an engine said: mono float32 samples in -1..1 and the words of the text in order."""

    samples: NDArray[np.float32]
    sample_rate: int
    words: tuple[SpokenWord, ...]


class VoiceEngine(Protocol):
    """A voice that can be asked to speak.

    Two calls with equal arguments give equal samples on one machine type. `speak` returns exactly
    one word for each whitespace-separated word of the text; times never run backwards.
    """

    @property
    def name(self) -> str:
        """Short name, as in settings and summaries."""
        ...

    def reason_unavailable(self) -> str:
        """Why it cannot speak here, in one sentence; empty when it is ready."""
        ...

    def identity(self) -> Mapping[str, str]:
        """Everything besides the request that decides the samples: versions, weights, threads."""
        ...

    def voice_for(self, studio_voice: str, language: str) -> str:
        """Its own voice for a studio voice. Raises ProviderError if it does not speak the language."""
        ...

    def speak(self, text: str, engine_voice: str, language: str, rate: float) -> Spoken:
        """Speak one text. Raises ProviderError or MediaError."""
        ...

    def close(self) -> None:
        """End its process, if it has one."""
        ...


def sources_digest(files: Sequence[Path]) -> str:
    """SHA-256 over the source files that decide what is heard, so that no number is bumped by hand."""
    return sha256_json({file.name: sha256_file(file) for file in files})
