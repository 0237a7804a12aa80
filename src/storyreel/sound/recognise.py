"""Reading speech back: Whisper in a process of its own, for voice-overs and for checks."""

import importlib.util
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from storyreel.kit.errors import ProviderError
from storyreel.media.child import JsonLines
from storyreel.sound import processes
from storyreel.sound.engines.port import sources_digest
from storyreel.sound.manifest import studio_manifest
from storyreel.sound.weights import WeightsStore

WEIGHTS = ("whisper-base", "whisper-base-config", "whisper-base-tokenizer", "whisper-base-vocabulary")


@dataclass(frozen=True)
class HeardWord:
    """A word that was heard, in seconds."""

    text: str
    start_s: float
    end_s: float


class Recogniser:
    """Whisper base through faster-whisper, int8, one thread."""

    def __init__(self, store: WeightsStore) -> None:
        self._store = store
        self._child: JsonLines | None = None

    def reason_unavailable(self) -> str:
        """Why it cannot listen here, in one sentence; empty when it is ready."""
        if importlib.util.find_spec("faster_whisper") is None:
            return "The package faster-whisper is not installed."
        if missing := self._store.missing(WEIGHTS):
            return f"The weights {' and '.join(missing)} have not been fetched."
        return ""

    def words(
        self, audio: Path, language: str = "en", pieces: Sequence[tuple[float, float]] = ()
    ) -> tuple[HeardWord, ...]:
        """What is said in a sound file, heard piece by piece (in seconds) or as a whole.

        A piece knows nothing of the one before it, so what is said twice is heard twice. Raises
        ProviderError or MediaError.
        """
        if self._child is None:
            folder = self._store.fetch(WEIGHTS[0]).parent
            self._child = JsonLines("storyreel.sound.processes.whisper", [str(folder)])
        request = {"audio": str(audio), "language": language, "pieces": [list(piece) for piece in pieces]}
        answer = self._child.ask(request)
        if "error" in answer:
            raise ProviderError(f"The recogniser refused: {answer['error']}", retryable=False)
        return tuple(HeardWord(text, start, end) for text, start, end in answer["words"])

    def identity(self) -> dict[str, str]:
        """What decides the words beside the sound: for the keys of whatever is made from them."""
        packages = ("faster-whisper", "ctranslate2", "av")
        return {
            **{name: version(name) for name in packages},
            "weights": studio_manifest()[WEIGHTS[0]].sha256,
            "source": sources_digest([Path(processes.__file__).with_name("whisper.py")]),
        }

    def close(self) -> None:
        """End its process."""
        if self._child is not None:
            self._child.close()


def plain_words(text: str) -> list[str]:
    """Words as they are compared: lower case, without marks."""
    return re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower().replace("’", "'"))


def word_errors(wanted: str, heard: str) -> tuple[int, int]:
    """Edits between two texts in words, and the number of words wanted."""
    left, right = plain_words(wanted), plain_words(heard)
    previous = list(range(len(right) + 1))
    for row, a in enumerate(left, start=1):
        current = [row]
        for column, b in enumerate(right, start=1):
            current.append(
                min(previous[column - 1] + (a != b), previous[column] + 1, current[column - 1] + 1)
            )
        previous = current
    return previous[-1], len(left)
