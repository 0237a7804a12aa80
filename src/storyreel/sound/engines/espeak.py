"""espeak-ng: small, quick, in over a hundred languages, and clearly a machine."""

import importlib.metadata
from pathlib import Path

from storyreel.sound.engines.port import Spoken, sources_digest
from storyreel.sound.engines.process import VoiceProcess
from storyreel.sound.voices import espeak_voice

_PROCESSES = Path(__file__).parents[1] / "processes"


class EspeakEngine:
    """espeak-ng from the `espeakng-loader` wheel, which carries library and data."""

    name = "espeak"

    def __init__(self) -> None:
        self._process = VoiceProcess("storyreel.sound.processes.espeak")

    def reason_unavailable(self) -> str:
        try:
            importlib.metadata.version("espeakng-loader")
        except importlib.metadata.PackageNotFoundError:
            return "The package espeakng-loader is not installed."
        return ""

    def identity(self) -> dict[str, str]:
        return {
            "engine": self.name,
            "espeakng-loader": importlib.metadata.version("espeakng-loader"),
            "sources": sources_digest([_PROCESSES / "espeak.py", _PROCESSES / "espeak_library.py"]),
        }

    def voice_for(self, studio_voice: str, language: str) -> str:
        return espeak_voice(studio_voice, language)

    def speak(self, text: str, engine_voice: str, language: str, rate: float) -> Spoken:  # noqa: ARG002 - the voice names its language
        return self._process.speak(text, {"voice": engine_voice, "rate": rate})

    def close(self) -> None:
        self._process.close()
