"""Whatever somebody writes is read: no text breaks the reader, and equal words give equal readings."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.cast import role_person
from storyreel.assets.reader import Surroundings, decide_kind, read_shot, scene_setting
from storyreel.kit.decision import scored_again

WORDS = (
    "the a of and than from to in like no not first then finally one two 12.4 1964 3,200 25-150 % $4 tonnes people said "
    "she He boat lamp Rome Cairo dozen hundred half million years ago as three: - \u2014 \u201cHm\u201d \u201e \" ' 's ~ . , ; \u00e9 \U0001f31f "
    "\u6d77 broke ice heart stone crowd children Dr. bank rose light"
).split()
TEXTS = st.lists(st.sampled_from(WORDS), max_size=18).map(" ".join) | st.text(max_size=60)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_any_text_has_a_reading_whose_words_exist(text: str, dialogue: bool) -> None:
    around = Surroundings(dialogue=dialogue, speaker="Ann" if dialogue else "", names=(("ann", "Ann"),))
    reading = read_shot(text, around)
    count = max(1, len(text.split()))
    assert all(figure.word < count for figure in reading.figures)
    assert all(item.word < count for item in reading.items)
    assert len(reading.phrase.split()) <= 4
    decision = decide_kind(text, around, "shot:s")
    assert decision.chosen.name == reading.kind
    assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}
    scene_setting([text], text, text, text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20))
def test_any_role_is_somebody(role: str) -> None:
    assert role_person(role) == role_person(role)
