"""Phrases and alignment: which sound belongs to which word."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.sound.align import fill_gaps, owners
from storyreel.sound.phrases import phrases
from storyreel.sound.recognise import word_errors


def test_fused_and_expanded_words_get_their_own_sounds() -> None:
    fused = owners("kˈiːpɚɹ ʌvðə lˈaɪt", ["kˈiːpɚ", "ʌv", "ðə", "lˈaɪt"])
    assert [fused["kˈiːpɚɹ ʌvðə lˈaɪt".index(sound)] for sound in ("k", "ʌ", "ð", "l")] == [0, 1, 2, 3]
    expanded = owners("wˈʌn hˈʌndɹɪd stˈɛps", ["wˈʌn hˈʌndɹɪd", "stˈɛps"])
    assert expanded == [0] * 13 + [1] * 7


@given(st.text("abc ", max_size=30), st.lists(st.text("abc", max_size=6), min_size=1, max_size=8))
def test_owners_never_run_backwards(phonemes: str, by_word: list[str]) -> None:
    owned = owners(phonemes, by_word)
    assert len(owned) == len(phonemes)
    assert owned == sorted(owned)
    assert all(0 <= owner < len(by_word) for owner in owned)


_TIME = st.floats(0, 10, allow_nan=False)


@given(st.lists(st.one_of(st.none(), st.tuples(_TIME, _TIME)), min_size=1, max_size=12), st.floats(0.1, 10))
def test_gaps_are_filled_without_going_backwards(
    spans: list[tuple[float, float] | None], total: float
) -> None:
    filled = fill_gaps(spans, [3] * len(spans), total)
    assert len(filled) == len(spans)
    assert all(0 <= start <= end <= total for start, end in filled)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(filled))


def test_words_without_sound_share_the_time_of_the_one_before() -> None:
    assert fill_gaps([(1.0, 2.0), None, (3.0, 4.0)], [1, 1, 1], 5.0) == [(1.0, 1.5), (1.5, 2.0), (3.0, 4.0)]
    assert fill_gaps([None, (1.0, 2.0)], [1, 1], 5.0) == [(1.0, 1.5), (1.5, 2.0)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Who's there?” he said.", [("Who's there", "?"), ("he said", ".")]),
        ("J. K. came, 3.5 miles", [("J K came", ","), ("3.5 miles", "")]),
        ("— well… no?!", [("", "—"), ("well", "…"), ("no", "?")]),
        ("(yes) [no]", [("yes no", "")]),
    ],
)
def test_phrases_end_at_marks(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(" ".join(phrase.words), phrase.mark) for phrase in phrases(text)] == wanted


@given(st.text(max_size=60))
def test_every_word_of_a_text_is_in_exactly_one_phrase(text: str) -> None:
    found = phrases(text)
    assert sum(len(phrase.words) for phrase in found) == len(text.split())
    assert [phrase.first for phrase in found] == [
        sum(len(before.words) for before in found[:i]) for i in range(len(found))
    ]


def test_word_errors_ignore_case_and_marks() -> None:
    assert word_errors("“Well,” he said.", "well he said") == (0, 3)
    assert word_errors("one two three", "one too three four") == (2, 3)
