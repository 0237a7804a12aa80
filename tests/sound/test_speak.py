"""A finished line: trimmed, levelled, the author's words in time."""

import itertools
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyreel.kit.errors import InputError, MediaError, ProviderError
from storyreel.kit.hashing import sha256_file
from storyreel.sound.engines.espeak import EspeakEngine
from storyreel.sound.engines.port import Spoken, VoiceEngine
from storyreel.sound.engines.silent import SilentEngine
from storyreel.sound.model import VoiceLine, VoiceNeed
from storyreel.sound.speak import PAD_AFTER, PAD_BEFORE, pieces, record
from storyreel.sound.spelling import spoken_form, spoken_words
from storyreel.sound.waves import at_studio_rate, levelled, voiced_range

LINE = "Mr. Hale — the keeper — climbed “1984” steps... and then—at last—he slept. “Really?”"
TEXTS = (
    st.lists(
        st.one_of(
            st.sampled_from(
                ["the", "of", "1984", "$40", "Mr.", "—", "…", "“Who's", "there?”", "o'clock,", "& co.", "a-b"]
            ),
            st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12),
        ),
        min_size=1,
        max_size=12,
    )
    .map(" ".join)
    .filter(lambda text: bool(text.split()))
)


@pytest.fixture(scope="module")
def espeak() -> Iterator[EspeakEngine]:
    engine = EspeakEngine()
    yield engine
    engine.close()


class Broken(SilentEngine):
    """An engine whose process dies."""

    name = "broken"

    def speak(self, text: str, engine_voice: str, language: str, rate: float) -> Spoken:  # noqa: ARG002 - the port's signature
        raise MediaError("The helper process ended with code -9: it said nothing.")


def check_words(line: VoiceLine) -> None:
    assert [word.text for word in line.words] == line.text.split()
    assert all(0 <= word.start <= word.end <= line.duration for word in line.words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(line.words))


def samples_of(path: Path) -> np.ndarray:
    with wave.open(str(path)) as wav:
        assert (wav.getnchannels(), wav.getsampwidth(), wav.getframerate()) == (1, 2, 48_000)
        return np.frombuffer(wav.readframes(wav.getnframes()), "<i2").astype(np.float64) / 32768


def test_every_engine_makes_a_line_with_the_authors_own_words(engine: VoiceEngine, tmp_path: Path) -> None:
    out = tmp_path / "line.wav"
    line = record(VoiceNeed(text=LINE, voice="narrator"), [engine], out)
    check_words(line)
    assert line.audio.sha256 == sha256_file(out)
    assert line.duration == len(samples_of(out))
    assert line.engine == engine.name


def test_a_voiced_line_is_padded_trimmed_and_levelled(engine: VoiceEngine, tmp_path: Path) -> None:
    if engine.name == "silent":
        pytest.skip("silence has no level")
    line = record(
        VoiceNeed(text="Nobody came to the harbour that night.", voice="male_1"), [engine], tmp_path / "a.wav"
    )
    samples = samples_of(tmp_path / "a.wav")
    assert not samples[:PAD_BEFORE].any()
    assert not samples[len(samples) - PAD_AFTER :].any()
    first, last = voiced_range(samples) or (0, 0)
    assert abs(first - PAD_BEFORE) < 1500
    assert abs(len(samples) - PAD_AFTER - last) < 1500
    assert abs(line.words[0].start - PAD_BEFORE) < 5000
    voiced = samples[first:last]
    assert -24 < 20 * np.log10(np.sqrt((voiced**2).mean())) < -18
    assert np.abs(samples).max() < 0.9


def test_a_word_is_heard_while_it_is_shown(engine: VoiceEngine, tmp_path: Path) -> None:
    if engine.name == "silent":
        pytest.skip("silence is not heard")
    line = record(
        VoiceNeed(text="Stop. Wait, listen: somebody comes.", voice="narrator"), [engine], tmp_path / "a.wav"
    )
    samples = samples_of(tmp_path / "a.wav")
    inside = np.zeros(len(samples), bool)
    for word in line.words:
        inside[word.start : word.end] = True
    energy = samples**2
    assert energy[inside].sum() > 0.93 * energy.sum()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.sampled_from(["en", "de", "fr"]))
def test_words_are_the_whitespace_words_of_any_text(
    espeak: EspeakEngine, tmp_path: Path, text: str, language: str
) -> None:
    for engine in (SilentEngine(), espeak):
        check_words(
            record(VoiceNeed(text=text, voice="female_2", language=language), [engine], tmp_path / "a.wav")
        )


@pytest.mark.parametrize("failure", [Broken()])
def test_the_next_engine_takes_over_and_the_line_says_why(failure: VoiceEngine, tmp_path: Path) -> None:
    line = record(VoiceNeed(text="Hello.", voice="narrator"), [failure, SilentEngine()], tmp_path / "a.wav")
    assert line.engine == "silent"
    assert [(skip.engine, skip.reason) for skip in line.skipped] == [
        ("broken", "The helper process ended with code -9: it said nothing.")
    ]


def test_without_any_engine_left_the_reasons_are_told(tmp_path: Path) -> None:
    with pytest.raises(ProviderError, match="broken: The helper process"):
        record(VoiceNeed(text="Hello.", voice="narrator"), [Broken()], tmp_path / "a.wav")


def test_an_unknown_voice_is_the_users_to_correct(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="female_1"):
        record(VoiceNeed(text="Hello.", voice="gandalf"), [SilentEngine()], tmp_path / "a.wav")


def test_long_texts_are_cut_behind_sentences_and_lose_no_word() -> None:
    sentence = "The boat came home before the storm, and nobody asked where it had been."
    words = " ".join([sentence] * 9).split()
    cut = pieces(words)
    assert " ".join(cut).split() == words
    assert all(piece.endswith(".") and len(piece) <= 240 for piece in cut)
    endless = ["word"] * 200
    assert " ".join(pieces(endless)).split() == endless


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Mr.", "Mister"),
        ("“Dr.", "“Doctor"),
        ("1984", "nineteen eighty-four"),
        ("1900,", "nineteen hundred,"),
        ("1805.", "eighteen oh five."),
        ("$1,500", "1500 dollars"),
        ("—", ""),
        ("then—at", "then, at"),
        ("St.", "Saint"),
        ("3.14", "3.14"),
        ("“Really?”", "“Really?”"),
        ("&", "and"),
    ],
)
def test_voices_get_the_words_they_would_misread(written: str, said: str) -> None:
    assert spoken_form(written, "en") == said


def test_a_lone_dash_is_a_pause_of_the_word_before_it() -> None:
    assert spoken_words(["Hale", "—", "the", "keeper"], "en") == ["Hale,", "", "the", "keeper"]


def test_levelling_and_resampling_leave_silence_alone() -> None:
    silence = np.zeros(2400, np.float32)
    assert not levelled(at_studio_rate(silence, 24_000)).any()
    assert len(at_studio_rate(silence, 24_000)) == 4800
    assert voiced_range(np.zeros(4800)) is None
