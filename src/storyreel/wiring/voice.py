"""Which voices this studio can speak with now, fetching weights where they can be had."""

from collections.abc import Callable
from dataclasses import dataclass

from storyreel.kit.errors import ProviderError
from storyreel.kit.settings import Settings
from storyreel.sound.engines.registry import ENGINE_WEIGHTS, build_engines, recording_identity
from storyreel.sound.weights import WeightsStore

BEST_ENGINE = "kokoro"


@dataclass(frozen=True)
class VoiceState:
    """What the voice stage will use: part of its key, so a better voice makes the lines again."""

    identity: list[dict[str, str]]
    notes: tuple[str, ...]
    """Why the best engine does not speak, for the person."""


def weights_store(settings: Settings) -> WeightsStore:
    """The weights of this home."""
    return WeightsStore(settings.weights, offline=settings.offline)


def prepare_voice(settings: Settings, show: Callable[[str, int, int], None]) -> VoiceState:
    """Fetch what the best engine needs, if it is missing and can be had; never fails for that.

    `show` is told (weights, bytes done, bytes in all).
    """
    store = weights_store(settings)
    notes: list[str] = []
    for name in store.missing(ENGINE_WEIGHTS[BEST_ENGINE]):
        try:
            store.fetch(name, lambda done, total, name=name: show(name, done, total))
        except ProviderError as error:
            notes.append(str(error))
            break
    engines = build_engines(store)
    try:
        return VoiceState(recording_identity(engines), tuple(notes))
    finally:
        for engine in engines:
            engine.close()
