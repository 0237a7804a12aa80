"""An author's recording finds its lines, whatever the reader did, and is cut where nobody speaks."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.kit.errors import InputError, MediaError
from storyreel.sound.engines.espeak import EspeakEngine
from storyreel.sound.model import VOICE_OVER, Hearing, VoiceNeed
from storyreel.sound.recognise import WEIGHTS, Recogniser
from storyreel.sound.speak import PAD_AFTER, PAD_BEFORE, record
from storyreel.sound.voice_over import cut, hear, pieces_of
from storyreel.sound.voice_over_files import lines_meant, recordings_of
from storyreel.sound.voice_over_search import Recording
from storyreel.sound.voice_over_takes import Take, find_takes
from storyreel.sound.voice_over_words import cardinal, heard_tokens, ordinal
from storyreel.sound.waves import write_wav
from storyreel.sound.weights import WeightsStore
from storyreel.timeline.model import TICKS_PER_SECOND, MediaRef, Word

LINES = (
    ("l1", "The keeper climbed the stairs at dusk."),
    ("l2", "He lit the lamp and waited for the boat."),
    ("l3", "Nobody in the village had heard the bell for many years."),
)
SECOND = TICKS_PER_SECOND


def heard(text: str, *, at_s: float = 0.5, word_s: float = 0.4) -> Hearing:
    """A recording in which these words follow each other evenly."""
    words: list[Word] = []
    now = round(at_s * SECOND)
    step = round(word_s * SECOND)
    for word in text.split():
        words.append(Word(text=word, start=now, end=now + step * 3 // 4))
        now += step
    media = MediaRef(sha256="0" * 64, media_type="audio/wav")
    return Hearing(audio=media, duration=now + SECOND, gain=1.0, words=tuple(words))


def takes_of(text: str, lines: Sequence[tuple[str, str]] = LINES) -> dict[str, Take]:
    return find_takes(lines, [Recording("r", heard(text))], "en")


def first_word_s(take: Take) -> float:
    return take.words[0].start / SECOND


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("1984", "nineteen eighty four"),
        ("$1,250", "one thousand two hundred fifty dollars"),
        ("Mr.", "Mister"),
        ("21st", "twenty first"),
        ("3.5", "three point five"),
        ("40%", "forty percent"),
        ("don’t", "dont"),
        ("well-known", "well known"),
        ("—", ""),
        ("12km", "twelve kilometres"),
    ],
)
def test_writing_and_speech_become_the_same_words(written: str, said: str) -> None:
    assert heard_tokens(written, "en") == [
        token for word in said.split() for token in heard_tokens(word, "en")
    ]


@given(st.integers(min_value=0, max_value=10**14))
def test_every_number_can_be_said(number: int) -> None:
    assert cardinal(number).replace(" ", "").isalpha()
    assert ordinal(number).endswith(("st", "nd", "rd", "th"))


def test_lines_are_found_in_order_with_every_word_in_time() -> None:
    takes = takes_of(" ".join(text for _, text in LINES))
    assert list(takes) == ["l1", "l2", "l3"]
    for line_id, text in LINES:
        take = takes[line_id]
        assert [word.text for word in take.words] == text.split()
        assert take.likeness == 1.0
        starts = [word.start for word in take.words]
        assert starts == sorted(starts)
        assert take.opens[0] <= take.words[0].start <= take.opens[1]
        assert take.closes[0] <= take.words[-1].end <= take.closes[1]
    assert first_word_s(takes["l2"]) == pytest.approx(0.5 + 7 * 0.4)


def test_a_line_that_nobody_read_is_missing_and_the_others_are_found() -> None:
    takes = takes_of(f"{LINES[0][1]} {LINES[2][1]}")
    assert list(takes) == ["l1", "l3"]


def test_of_a_line_read_twice_the_last_good_reading_is_used() -> None:
    takes = takes_of(f"{LINES[0][1]} {LINES[1][1]} {LINES[1][1]} {LINES[2][1]}")
    assert takes["l2"].readings == 2
    assert first_word_s(takes["l2"]) == pytest.approx(0.5 + (7 + 9) * 0.4)
    assert takes["l1"].readings == takes["l3"].readings == 1


def test_a_spoiled_second_reading_is_not_used() -> None:
    takes = takes_of(f"{LINES[0][1]} {LINES[1][1]} He lit the, er, no, {LINES[2][1]}")
    assert first_word_s(takes["l2"]) == pytest.approx(0.5 + 7 * 0.4)


def test_a_paragraph_that_was_begun_again_is_taken_from_its_second_reading() -> None:
    whole = " ".join(text for _, text in LINES)
    takes = takes_of(f"{whole} once more please {whole}")
    assert all(first_word_s(take) > 0.5 + 27 * 0.4 for take in takes.values())


def test_a_refrain_has_a_reading_of_its_own_each_time() -> None:
    lines = [("a", "Row the boat ashore."), ("b", "The river is wide."), ("c", "Row the boat ashore.")]
    takes = takes_of(" ".join(text for _, text in lines), lines)
    assert first_word_s(takes["a"]) < first_word_s(takes["b"]) < first_word_s(takes["c"])
    assert all(take.readings == 1 for take in takes.values())


def test_misheard_added_and_dropped_words_do_not_lose_a_line() -> None:
    takes = takes_of("The keepers climbed um the stair at dusk. He lit a lamp and waited for boat.")
    assert list(takes) == ["l1", "l2"]
    assert [word.text for word in takes["l2"].words] == LINES[1][1].split()


def test_a_reading_never_crosses_from_one_recording_into_the_next() -> None:
    first, second = LINES[0][1].split()[:4], LINES[0][1].split()[4:]
    halves = [Recording(str(n), heard(" ".join(part))) for n, part in enumerate((first, second))]
    assert "l1" not in find_takes(LINES[:1], halves, "en")


def test_a_recording_that_was_given_for_a_line_needs_to_be_less_alike() -> None:
    poorly = heard("the keeper crimed a stares and dust")
    assert not find_takes(LINES[:1], [Recording("r", poorly)], "en")
    assert find_takes(LINES[:1], [Recording("r", poorly, "l1")], "en")


def test_files_are_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    for name in ("10.wav", "2.wav", "1.mp3", "notes.txt", ".hidden.wav"):
        (tmp_path / name).write_bytes(b"")
    assert [file.name for file in recordings_of(tmp_path)] == ["1.mp3", "2.wav", "10.wav"]
    with pytest.raises(InputError, match="no sound files"):
        recordings_of(tmp_path / "..")


def test_files_are_meant_for_lines_by_name_or_by_number() -> None:
    ids = ["s01-b01-l01", "s01-b01-l02"]
    assert lines_meant(["S01-B01-L02.wav"], ids) == ["s01-b01-l02"]
    assert lines_meant(["a.wav", "b.wav"], ids) == ids
    assert lines_meant(["a.wav", "b.wav", "c.wav"], ids) == ["", "", ""]
    assert lines_meant(["whole.wav"], ["only"]) == [""]


def tone(seconds: float) -> np.ndarray:
    at = np.arange(round(seconds * SECOND)) / SECOND
    return np.sin(2 * np.pi * 220 * at) * 0.3


def test_speech_is_heard_in_pieces_between_pauses() -> None:
    levels = np.concatenate(
        [np.full(200, 0.2), np.zeros(80), np.full(300, 0.2), np.zeros(20), np.full(200, 0.2)]
    )
    assert pieces_of(levels) == [(0.0, 2.22), (2.58, 8.0)]


def test_a_cut_lies_in_the_pause_and_is_padded_as_every_line(tmp_path: Path) -> None:
    wav, out = tmp_path / "whole.wav", tmp_path / "line.wav"
    write_wav(
        wav, np.concatenate([tone(1.0), np.zeros(SECOND // 2), tone(1.5), np.zeros(SECOND // 2), tone(1.0)])
    )
    begins, ends = SECOND * 3 // 2, SECOND * 3
    line = cut(
        VoiceNeed(text="two words", voice="narrator"),
        wav,
        out,
        opens=(SECOND, begins + 2000),
        closes=(ends - 2000, ends + SECOND // 2),
        words=[
            Word(text="two", start=begins, end=begins + SECOND // 2),
            Word(text="words", start=begins + SECOND, end=ends),
        ],
        gain=1.0,
    )
    assert line is not None
    assert line.engine == VOICE_OVER
    assert line.duration == pytest.approx(PAD_BEFORE + SECOND * 3 // 2 + PAD_AFTER, abs=SECOND // 50)
    assert line.words[0].start == pytest.approx(PAD_BEFORE, abs=SECOND // 50)
    assert line.words[1].end <= line.duration - PAD_AFTER
    ((opens, closes),) = line.loud
    assert (opens, closes) == pytest.approx((line.words[0].start, line.words[1].end), abs=SECOND // 50)


def test_a_silent_stretch_is_no_line(tmp_path: Path) -> None:
    wav = tmp_path / "whole.wav"
    write_wav(wav, np.concatenate([tone(0.5), np.zeros(SECOND * 2)]))
    need = VoiceNeed(text="nothing", voice="narrator")
    stretch = {"opens": (SECOND, SECOND + 9600), "closes": (SECOND * 2, SECOND * 2 + 9600)}
    assert cut(need, wav, tmp_path / "line.wav", words=[], gain=1.0, **stretch) is None


def test_a_silent_recording_is_refused(tmp_path: Path, store: WeightsStore) -> None:
    wav = tmp_path / "silence.wav"
    write_wav(wav, np.zeros(SECOND))
    with pytest.raises(MediaError, match="silent"):
        hear(wav, Recogniser(store), "en", tmp_path / "out.wav")


@pytest.mark.weights
def test_a_real_reading_is_found_word_by_word(
    tmp_path: Path, store: WeightsStore, need_weights: Callable[..., None]
) -> None:
    need_weights(*WEIGHTS)
    engine, parts, truth = EspeakEngine(), [np.zeros(SECOND // 2)], dict[str, list[float]]()
    for index in (1, 1, 2):
        line_id, text = LINES[index]
        spoken = record(VoiceNeed(text=text, voice="narrator"), [engine], tmp_path / "line.wav")
        before = sum(len(part) for part in parts)
        truth[line_id] = [(before + word.start) / SECOND for word in spoken.words]
        parts += [np.frombuffer((tmp_path / "line.wav").read_bytes()[44:], "<i2") / 32767, np.zeros(SECOND)]
    engine.close()
    write_wav(tmp_path / "whole.wav", np.concatenate(parts))
    recogniser = Recogniser(store)
    hearing = hear(tmp_path / "whole.wav", recogniser, "en", tmp_path / "out.wav")
    recogniser.close()
    takes = find_takes(LINES, [Recording("r", hearing)], "en")
    assert list(takes) == ["l2", "l3"]
    assert takes["l2"].readings == 2
    misses = [
        abs(word.start / SECOND - start)
        for line_id, starts in truth.items()
        for word, start in zip(takes[line_id].words, starts, strict=True)
    ]
    assert float(np.median(misses)) < 0.06
    assert float(np.quantile(misses, 0.8)) < 0.25
