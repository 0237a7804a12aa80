"""Cutting paragraphs into lines: nothing is invented, nothing is lost, nothing is too long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.story.draft import words_of
from storyreel.story.sentences import MAX_CHARACTERS, MAX_WORDS, cut_lines, sentences

WORDS = st.text(alphabet="abcdefghij.,;:!?-—'\"”()ABC1234", min_size=1, max_size=14)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=90).map(" ".join)


def said(text: str) -> list[str]:
    return [" ".join(word.text for word in line) for line in cut_lines(words_of(text, 1), "en")]


def parted(text: str) -> list[str]:
    words = words_of(text, 1)
    return [" ".join(w.text for w in words[first:last]) for first, last in sentences(words, "en")]


@settings(deadline=None)
@given(PARAGRAPHS)
def test_lines_are_exactly_the_words_of_the_paragraph(text: str) -> None:
    assert " ".join(said(text)).split() == text.split()


@settings(deadline=None)
@given(PARAGRAPHS)
def test_no_line_is_longer_than_one_breath(text: str) -> None:
    for line in said(text):
        spoken = [word for word in line.split() if any(letter.isalnum() for letter in word)]
        assert len(spoken) <= MAX_WORDS
        assert len(" ".join(spoken)) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Stone met Dr. Lund at St. Mark's. They spoke.", 2),
        ("The book is by J. R. R. Tolkien. It is long.", 2),
        ("It cost 3.5 crowns. It was worth 4.", 2),
        ("He waited... and waited. Nobody came.", 2),
        ("He took tools, e.g. a hammer, and left.", 1),
        ('"Stop!" he said. "Why should I?" she asked.', 2),
        ("“Wait!” she called. He did not.", 2),
        ("She lives in No. 7. He lives in No. 8.", 2),
    ],
)
def test_full_stops_inside_sentences_do_not_end_them(text: str, count: int) -> None:
    assert len(parted(text)) == count


def test_a_long_sentence_is_parted_at_its_clauses() -> None:
    text = (
        "When the wind turned round to the north and the first ice came down the river, the ferryman tied "
        "his boat to the oldest of the willows, took the bell from its hook, and walked home "
        "across the fields."
    )
    assert said(text) == [
        "When the wind turned round to the north and the first ice came down the river,",
        "the ferryman tied his boat to the oldest of the willows,",
        "took the bell from its hook, and walked home across the fields.",
    ]


def test_short_sentences_share_a_line_two_at_most() -> None:
    assert said("He came in. He sat down. He slept.") == ["He came in. He sat down.", "He slept."]


def test_a_sentence_without_punctuation_is_not_torn_for_comfort() -> None:
    text = (
        "The last of the old keepers of the light walked along the wall with her lantern and her dog under "
        "the pale moon of late May."
    )
    assert len(text.split()) == 26
    assert said(text + " Then it rained on every one of them.")[0] == text
