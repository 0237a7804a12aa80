"""Emotional tags by lexicon, measured on lines that were labelled beforehand."""

import json
from pathlib import Path

import pytest

from storyreel.story.emotion import default_lexicon, emotional_tags, lexicon_of

LINES = json.loads(Path(__file__).with_name("labelled_lines.json").read_text(encoding="utf-8"))


def accuracy(*, held_out: bool) -> tuple[int, int]:
    rows = [row for row in LINES if row["held_out"] == held_out]
    right = sum((*emotional_tags(row["text"]), "neutral")[0] == row["tag"] for row in rows)
    return right, len(rows)


def test_accuracy_on_labelled_lines_keeps_its_floor(capsys: pytest.CaptureFixture[str]) -> None:
    seen, unseen = accuracy(held_out=False), accuracy(held_out=True)
    with capsys.disabled():
        # The figure is what this test is for.
        print(f"\nemotional tags: {seen[0]}/{seen[1]} of tuned lines, {unseen[0]}/{unseen[1]} held out")  # noqa: T201
    assert sum(pair[1] for pair in (seen, unseen)) == 60
    assert seen[0] >= 38
    assert unseen[0] >= 8


def test_there_are_at_least_ten_tags() -> None:
    assert len(default_lexicon().tags) >= 10


def test_a_denied_feeling_is_not_counted() -> None:
    assert emotional_tags("He was furious.") == ("angry",)
    assert "angry" not in emotional_tags("He was not furious.")
    assert emotional_tags("She wasn't afraid at all.") != ("afraid",)


def test_a_stronger_word_beside_it_decides_between_two_feelings() -> None:
    assert emotional_tags("A sad day, and a very happy one.")[0] == "joyful"
    assert emotional_tags("A very sad day, and a happy one.")[0] == "sad"


def test_a_plain_statement_has_no_tag() -> None:
    assert emotional_tags("The shelf is two metres long.") == ()


def test_the_authors_direction_outweighs_the_words() -> None:
    assert emotional_tags("I am so happy for you.", delivery="furious")[0] == "angry"


def test_the_lexicon_is_open() -> None:
    salty = lexicon_of({"salty": {"brine": 3, "sea dog": 2, "barnacle*": 2}})
    assert emotional_tags("Barnacles, brine and an old sea dog.", lexicon=salty) == ("salty",)
