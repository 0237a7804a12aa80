"""What was spoken is what is heard: a recogniser reads the narration back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storyreel.sound.engines.registry import ENGINE_WEIGHTS, build_engines
from storyreel.sound.model import VoiceNeed
from storyreel.sound.recognise import WEIGHTS, Recogniser, word_errors
from storyreel.sound.speak import record
from storyreel.sound.weights import WeightsStore

LINES = (
    ("narrator", "The keeper of the lighthouse climbed the stairs every night with a lamp in one hand."),
    ("female_2", "“You never told me,” she said, “that the sea could be so loud.”"),
    ("male_1", "On the morning after the storm, old Tom found a letter in a bottle; nobody had opened it."),
    ("male_2", "Mr. Hale walked to the harbour in 1984 and did not come back — not that winter, anyway."),
    ("elder_male", "When the light went out, the whole village came running."),
)


@pytest.mark.weights
def test_narration_is_understood_and_words_are_where_they_are_heard(
    store: WeightsStore, need_weights: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recogniser = Recogniser(store)
    need_weights(*WEIGHTS, *ENGINE_WEIGHTS["kokoro"])
    if reason := recogniser.reason_unavailable():
        pytest.skip(reason)
    engines = build_engines(store, ["kokoro"])
    errors = wanted = 0
    early: list[float] = []
    try:
        for voice, text in LINES:
            line = record(VoiceNeed(text=text, voice=voice), engines, tmp_path / "line.wav")
            heard = recogniser.words(tmp_path / "line.wav")
            wrong, count = word_errors(text, " ".join(word.text for word in heard))
            errors, wanted = errors + wrong, wanted + count
            spoken = [word for word in line.words if any(letter.isalnum() for letter in word.text)]
            if len(spoken) == len(heard):
                early += [abs(a.end / 48_000 - b.end_s) for a, b in zip(spoken, heard, strict=True)]
    finally:
        recogniser.close()
        for engine in engines:
            engine.close()
    with capsys.disabled():
        print(f"\nnarration round trip: {errors} of {wanted} words wrong")  # noqa: T201 - the figure is the point
    assert errors <= 0.06 * wanted
    assert sorted(early)[len(early) // 2] < 0.15
