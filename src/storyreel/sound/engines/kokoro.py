"""Kokoro-82M: the studio's first voice."""

import importlib.metadata
import sys
import threading
from pathlib import Path

from storyreel.media.program import run_program
from storyreel.sound.engines.port import Spoken, sources_digest
from storyreel.sound.engines.process import VoiceProcess
from storyreel.sound.kokoro_files import GRAPH, is_whole
from storyreel.sound.voices import kokoro_voice
from storyreel.sound.weights import WeightsStore

WEIGHTS = ("kokoro-model", "kokoro-voices")
_SOUND = Path(__file__).parents[1]
_SOURCES = (
    "align.py",
    "phrases.py",
    "voices.py",
    "processes/espeak_library.py",
    "processes/kokoro.py",
    "processes/kokoro_model.py",
)
MAKE_GRAPH_S = 600


class KokoroEngine:
    """Kokoro in a process of its own, one thread; word times come from the model's own durations."""

    name = "kokoro"

    def __init__(self, store: WeightsStore) -> None:
        self._store = store
        self._process: VoiceProcess | None = None
        self._starting = threading.Lock()

    def reason_unavailable(self) -> str:
        if missing := self._store.missing(WEIGHTS):
            return f"The weights {' and '.join(missing)} have not been fetched."
        return ""

    def identity(self) -> dict[str, str]:
        packages = ("kokoro-onnx", "onnxruntime", "espeakng-loader")
        return {
            "engine": self.name,
            "threads": "1",
            **{package: importlib.metadata.version(package) for package in packages},
            **{name: self._store.sha256(name) for name in WEIGHTS},
            "sources": sources_digest([_SOUND / source for source in _SOURCES]),
        }

    def voice_for(self, studio_voice: str, language: str) -> str:
        return kokoro_voice(studio_voice, language)

    def speak(self, text: str, engine_voice: str, language: str, rate: float) -> Spoken:  # noqa: ARG002 - the voice names its language
        with self._starting:
            if self._process is None:
                paths = [str(self._graph()), str(self._store.fetch("kokoro-voices"))]
                self._process = VoiceProcess("storyreel.sound.processes.kokoro", paths)
        return self._process.speak(text, {"voice": engine_voice, "rate": rate})

    def _graph(self) -> Path:
        """The runnable graph, made once from the published one (by a program of its own: it needs memory)."""
        published = self._store.fetch("kokoro-model")
        maker = sources_digest([_SOUND / "processes" / "kokoro_model.py"])
        folder = (
            self._store.root / "derived" / f"kokoro-{self._store.sha256('kokoro-model')[:12]}-{maker[:12]}"
        )
        if not is_whole(folder):
            module = "storyreel.sound.processes.kokoro_model"
            run_program(
                (sys.executable, "-m", module, str(published), str(folder)), self._store.root, MAKE_GRAPH_S
            )
        return folder / GRAPH

    def close(self) -> None:
        if self._process is not None:
            self._process.close()
