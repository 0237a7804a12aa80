"""The engines by name, best voice first."""

from collections.abc import Callable, Sequence
from pathlib import Path

from storyreel.kit.errors import InputError
from storyreel.sound.engines.espeak import EspeakEngine
from storyreel.sound.engines.kokoro import WEIGHTS as KOKORO_WEIGHTS
from storyreel.sound.engines.kokoro import KokoroEngine
from storyreel.sound.engines.piper import WEIGHTS as PIPER_WEIGHTS
from storyreel.sound.engines.piper import PiperEngine
from storyreel.sound.engines.port import VoiceEngine, sources_digest
from storyreel.sound.engines.silent import SilentEngine
from storyreel.sound.weights import WeightsStore

ENGINES: dict[str, Callable[[WeightsStore], VoiceEngine]] = {
    "kokoro": KokoroEngine,
    "piper": PiperEngine,
    "espeak": lambda _: EspeakEngine(),
    "silent": lambda _: SilentEngine(),
}

ENGINE_WEIGHTS: dict[str, tuple[str, ...]] = {"kokoro": KOKORO_WEIGHTS, "piper": PIPER_WEIGHTS}
"""What to fetch before an engine can speak; the others need nothing."""

_SOUND = Path(__file__).parents[1]
_FINISHING = ("speak.py", "spelling.py", "voices.py", "waves.py")


def build_engines(store: WeightsStore, names: Sequence[str] = tuple(ENGINES)) -> tuple[VoiceEngine, ...]:
    """The named engines in that order. Raises InputError for an unknown name."""
    for name in names:
        if name not in ENGINES:
            raise InputError(
                f"There is no voice engine {name!r}.", next_step=f"Choose from {', '.join(ENGINES)}."
            )
    return tuple(ENGINES[name](store) for name in names)


def recording_identity(engines: Sequence[VoiceEngine]) -> list[dict[str, str]]:
    """What decides how a line sounds besides the line itself: for the key of the voice stage.

    Engines that cannot speak here stand in it with their reason, for the line then tells of them.
    """
    finishing = {"finishing": sources_digest([_SOUND / name for name in _FINISHING])}
    rows: list[dict[str, str]] = []
    for engine in engines:
        reason = engine.reason_unavailable()
        rows.append({"engine": engine.name, "unavailable": reason} if reason else dict(engine.identity()))
    return [finishing, *rows]
