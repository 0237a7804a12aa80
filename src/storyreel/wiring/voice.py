"""Which voices this studio can speak with now, fetching weights where they can be had."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from storyreel.kit.errors import ProviderError
from storyreel.kit.settings import Settings
from storyreel.sound.engines.registry import ENGINE_WEIGHTS, build_engines, recording_identity
from storyreel.sound.recognise import WEIGHTS as RECOGNISER_WEIGHTS
from storyreel.sound.recognise import Recogniser
from storyreel.sound.weights import WeightsStore

BEST_ENGINE = "kokoro"


@dataclass(frozen=True)
class VoiceState:
    """What the voice stage will use: part of its key, so a better voice makes the lines again."""

    identity: list[dict[str, str]]
    notes: tuple[str, ...]
    """Why the best engine does not speak, for the person."""
    recogniser: Mapping[str, str] = field(default_factory=dict[str, str])
    """What listens to a voice-over: part of the key of what it hears."""


def weights_store(settings: Settings) -> WeightsStore:
    """The weights of this home."""
    return WeightsStore(settings.weights, offline=settings.offline)


def prepare_voice(
    settings: Settings, show: Callable[[str, int, int], None], *, listens: bool = False
) -> VoiceState:
    """Fetch what the best engine needs, if it is missing and can be had; never fails for that.

    `show` is told (weights, bytes done, bytes in all). With `listens` the recogniser is made ready too;
    a voice-over cannot be used without it, so that raises ProviderError.
    """
    store = weights_store(settings)
    recogniser = _prepare_recogniser(store, show) if listens else {}
    notes: list[str] = []
    for name in store.missing(ENGINE_WEIGHTS[BEST_ENGINE]):
        try:
            store.fetch(name, lambda done, total, name=name: show(name, done, total))
        except ProviderError as error:
            notes.append(str(error))
            break
    engines = build_engines(store)
    try:
        return VoiceState(recording_identity(engines), tuple(notes), recogniser)
    finally:
        for engine in engines:
            engine.close()


def _prepare_recogniser(store: WeightsStore, show: Callable[[str, int, int], None]) -> dict[str, str]:
    for name in store.missing(RECOGNISER_WEIGHTS):
        store.fetch(name, lambda done, total, name=name: show(name, done, total))
    recogniser = Recogniser(store)
    if reason := recogniser.reason_unavailable():
        raise ProviderError(
            f"The voice-over cannot be laid beside the text: {reason}",
            retryable=False,
            next_step="Install Storyreel again, or make the film without --voice-over.",
        )
    return recogniser.identity()
