"""What the engines in processes of their own share: one child, one request at a time."""

import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from storyreel.kit.errors import ProviderError
from storyreel.media.child import JsonLines
from storyreel.sound.engines.port import Spoken, SpokenWord


class VoiceProcess:
    """A helper process that speaks; started on first use, restarted if it died."""

    def __init__(self, module: str, args: Sequence[str] = ()) -> None:
        self._child = JsonLines(module, args)
        self._lock = threading.Lock()

    def speak(self, text: str, request: Mapping[str, Any]) -> Spoken:
        """Send the text with the engine's own fields. Raises ProviderError, or MediaError if it dies."""
        with self._lock, tempfile.TemporaryDirectory(prefix="storyreel-voice-") as folder:
            out = Path(folder) / "speech.npy"
            answer = self._child.ask({**request, "text": text, "out": str(out)})
            if "error" in answer:
                raise ProviderError(f"{answer['error']}.", retryable=False)
            samples = np.load(out)
        words = tuple(
            SpokenWord(word, start, end)
            for word, (start, end) in zip(text.split(), answer["words"], strict=True)
        )
        return Spoken(samples, int(answer["sample_rate"]), words)

    def close(self) -> None:
        """End the child now."""
        with self._lock:
            self._child.close()
