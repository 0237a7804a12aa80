"""Piper with the voice Joe: quick, American English, one speaker; an optional extra."""

import importlib.metadata
import threading
from pathlib import Path

from storyreel.kit.errors import ProviderError
from storyreel.sound.engines.port import Spoken, sources_digest
from storyreel.sound.engines.process import VoiceProcess
from storyreel.sound.voices import check_voice, primary_language
from storyreel.sound.weights import WeightsStore

WEIGHTS = ("piper-joe", "piper-joe-config")
_SOUND = Path(__file__).parents[1]
_SOURCES = ("align.py", "phrases.py", "processes/piper.py")


class PiperEngine:
    """Piper in a process of its own; word times come from its phoneme alignment."""

    name = "piper"

    def __init__(self, store: WeightsStore) -> None:
        self._store = store
        self._process: VoiceProcess | None = None
        self._starting = threading.Lock()

    def reason_unavailable(self) -> str:
        try:
            importlib.metadata.version("piper-tts")
        except importlib.metadata.PackageNotFoundError:
            return "Piper is not installed (pip install 'storyreel[piper]')."
        if missing := self._store.missing(WEIGHTS):
            return f"The weights {' and '.join(missing)} have not been fetched."
        return ""

    def identity(self) -> dict[str, str]:
        return {
            "engine": self.name,
            "threads": "1",
            **{package: importlib.metadata.version(package) for package in ("piper-tts", "onnxruntime")},
            **{name: self._store.sha256(name) for name in WEIGHTS},
            "sources": sources_digest([_SOUND / source for source in _SOURCES]),
        }

    def voice_for(self, studio_voice: str, language: str) -> str:
        check_voice(studio_voice)
        if primary_language(language) != "en":
            raise ProviderError(f"Piper's voice Joe speaks English, not {language!r}.", retryable=False)
        return "en_US-joe-medium"

    def speak(self, text: str, engine_voice: str, language: str, rate: float) -> Spoken:  # noqa: ARG002 - one voice, one language
        with self._starting:
            if self._process is None:
                paths = [str(self._store.fetch(name)) for name in WEIGHTS]
                self._process = VoiceProcess("storyreel.sound.processes.piper", paths)
        return self._process.speak(text, {"rate": rate})

    def close(self) -> None:
        if self._process is not None:
            self._process.close()
