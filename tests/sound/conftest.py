"""Weights for the tests are fetched once per machine and then shared by all runs."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import platformdirs
import pytest

from storyreel.kit.errors import ProviderError
from storyreel.sound.engines.port import VoiceEngine
from storyreel.sound.engines.registry import ENGINE_WEIGHTS, ENGINES
from storyreel.sound.weights import WeightsStore


@pytest.fixture(scope="session")
def store() -> WeightsStore:
    """The machine's weights."""
    return machine_weights()


def machine_weights() -> WeightsStore:
    """The store of this machine; the hub is left out, for sockets are shut and the clients are programs."""
    folder = os.environ.get("STORYREEL_WEIGHTS") or platformdirs.user_cache_path("storyreel") / "weights"
    return WeightsStore(Path(folder), offline=False, hub=None)


@pytest.fixture(scope="session")
def need_weights(store: WeightsStore) -> Callable[..., None]:
    """Skips the test, saying why, when weights cannot be had."""

    def need(*names: str) -> None:
        for name in names:
            try:
                store.fetch(name)
            except ProviderError as error:
                pytest.skip(error.message)

    return need


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(name, marks=_m)
        for name, _m in (
            ("silent", ()),
            ("espeak", ()),
            ("piper", pytest.mark.weights),
            ("kokoro", pytest.mark.weights),
        )
    ],
)
def engine(
    request: pytest.FixtureRequest, store: WeightsStore, need_weights: Callable[..., None]
) -> Iterator[VoiceEngine]:
    """Every engine in turn, ready to speak."""
    need_weights(*ENGINE_WEIGHTS.get(request.param, ()))
    ready = ENGINES[request.param](store)
    if reason := ready.reason_unavailable():
        pytest.skip(reason)
    yield ready
    ready.close()
