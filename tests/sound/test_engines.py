"""The contract that every voice keeps."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from storyreel.kit.errors import InputError, ProviderError
from storyreel.sound.engines.port import VoiceEngine
from storyreel.sound.engines.registry import ENGINE_WEIGHTS, ENGINES, build_engines, recording_identity
from storyreel.sound.engines.silent import SilentEngine, syllables
from storyreel.sound.weights import WeightsStore

LINE = "The keeper of the lighthouse climbed 112 steps, and then, at last, he slept."


def test_it_returns_the_words_of_the_text_in_order_with_rising_times(engine: VoiceEngine) -> None:
    spoken = engine.speak(LINE, engine.voice_for("narrator", "en"), "en", 1.0)
    assert [word.text for word in spoken.words] == LINE.split()
    assert all(word.start_s <= word.end_s for word in spoken.words)
    assert all(a.end_s <= b.start_s + 1e-9 for a, b in itertools.pairwise(spoken.words))
    assert spoken.words[0].start_s >= 0
    assert spoken.words[-1].end_s <= len(spoken.samples) / spoken.sample_rate + 1e-3


def test_equal_requests_give_equal_samples_whatever_was_said_between(engine: VoiceEngine) -> None:
    voice = engine.voice_for("narrator", "en")
    first = engine.speak("Nobody came.", voice, "en", 1.0)
    engine.speak("Something else.", engine.voice_for("male_1", "en"), "en", 1.2)
    engine.close()  # the next request starts a new process, which must say the same
    again = engine.speak("Nobody came.", voice, "en", 1.0)
    assert np.array_equal(first.samples, again.samples)
    assert first.words == again.words


def test_samples_are_finite_mono_and_within_range(engine: VoiceEngine) -> None:
    spoken = engine.speak("“Who's there?” he said.", engine.voice_for("male_2", "en"), "en", 1.0)
    assert spoken.samples.dtype == np.float32
    assert spoken.samples.ndim == 1
    assert np.isfinite(spoken.samples).all()
    assert np.abs(spoken.samples).max(initial=0.0) <= 1.5


def test_a_higher_rate_is_shorter(engine: VoiceEngine) -> None:
    voice = engine.voice_for("narrator", "en")
    even, quick = (
        len(engine.speak("Wait for me by the gate.", voice, "en", rate).samples) for rate in (1, 1.4)
    )
    assert quick < even


@pytest.mark.parametrize(
    "text", ["…", "***", "🙂 🙂", "A", "x" * 400, "3.14 € & 50% of 1,000,000!", "Ça va?\tÖl"]
)
def test_odd_texts_are_spoken_or_left_silent_but_never_lose_a_word(engine: VoiceEngine, text: str) -> None:
    spoken = engine.speak(text, engine.voice_for("narrator", "en"), "en", 1.0)
    assert [word.text for word in spoken.words] == text.split()


def test_identity_is_plain_and_stable(engine: VoiceEngine) -> None:
    assert engine.identity() == engine.identity()
    assert all(isinstance(value, str) for value in engine.identity().values())


def test_an_unknown_voice_is_refused_with_the_choices(engine: VoiceEngine) -> None:
    if engine.name == "silent":
        pytest.skip("silence has no voices to choose from")
    with pytest.raises(InputError, match="narrator"):
        engine.voice_for("nobody", "en")


def test_espeak_refuses_a_language_it_does_not_have_and_goes_on(store: WeightsStore) -> None:
    (espeak,) = build_engines(store, ["espeak"])
    try:
        with pytest.raises(ProviderError, match="no voice"):
            espeak.speak("abc", espeak.voice_for("narrator", "xx"), "xx", 1.0)
        assert len(espeak.speak("abc", espeak.voice_for("narrator", "de"), "de", 1.0).samples) > 0
    finally:
        espeak.close()


@pytest.fixture(scope="module")
def kokoro(store: WeightsStore, need_weights: Callable[..., None]) -> Iterator[VoiceEngine]:
    need_weights(*ENGINE_WEIGHTS["kokoro"])
    (ready,) = build_engines(store, ["kokoro"])
    yield ready
    ready.close()


@pytest.mark.weights
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La luz se apagó de noche."),
        ("fr", "La lumière s'éteignit."),
        ("it", "La luce si spense."),
        ("pt-br", "A luz se apagou."),
        ("hi", "दीपक बुझ गया।"),
    ],
)
def test_kokoro_speaks_the_languages_it_claims(kokoro: VoiceEngine, language: str, text: str) -> None:
    spoken = kokoro.speak(text, kokoro.voice_for("female_1", language), language, 1.0)
    assert 0.5 < len(spoken.samples) / spoken.sample_rate < 6.0
    assert np.isfinite(spoken.samples).all()


def test_missing_weights_are_a_reason_and_stand_in_the_identity(tmp_path: Path) -> None:
    engines = build_engines(WeightsStore(tmp_path, offline=True))
    assert "kokoro-model" in engines[0].reason_unavailable()
    rows = recording_identity(engines)
    assert rows[1]["unavailable"] == engines[0].reason_unavailable()
    assert rows[-1] == SilentEngine().identity()


def test_an_unknown_engine_is_refused_with_the_choices(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=", ".join(ENGINES)):
        build_engines(WeightsStore(tmp_path, offline=True), ["parrot"])


@pytest.mark.parametrize(
    ("word", "count"), [("a", 1), ("lighthouse", 2), ("stone.", 1), ("banana", 3), ("1984", 4), ("—", 1)]
)
def test_syllables_are_counted_by_vowels(word: str, count: int) -> None:
    assert syllables(word) == count
