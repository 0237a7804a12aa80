"""Caption cues keep the norms, keep every word, and break where a reader would."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.kit.errors import InputError
from storyreel.timeline.captions import (
    GAP_TICKS,
    LEAD_TICKS,
    LINE_CHARS,
    MAX_TICKS,
    MIN_TICKS,
    film_cues,
    make_cues,
    problems,
)
from storyreel.timeline.model import Cue, Word
from storyreel.timeline.phrases import breaks
from tests.timeline.examples import TICKS, spoken

STORY = (
    "The keeper had lit the lamp every evening for forty years, and on the night of the great storm he "
    "climbed the hundred and twelve steps with Mary Walker behind him. She carried the oil because his "
    "hands were shaking. In 1887 the sea took 30 metres of the wall, three boats and Mr. Finch."
)


@st.composite
def spoken_words(draw: st.DrawFn, max_length: int = 12) -> tuple[Word, ...]:
    """Words with any letters and any plausible or implausible pace."""
    letters = st.text(alphabet="abcdeXYZ.,!'é0", min_size=1, max_size=max_length)
    words: list[Word] = []
    at = draw(st.integers(0, 100_000))
    for text in draw(st.lists(letters, min_size=1, max_size=60)):
        length = draw(st.integers(0, 60_000))
        words.append(Word(text=text, start=at, end=at + length))
        at += length + draw(st.integers(0, 50_000))
    return tuple(words)


def _texts(cues: tuple[Cue, ...]) -> list[tuple[str, ...]]:
    return [cue.text_lines for cue in cues]


@given(spoken_words(max_length=60))
@settings(max_examples=60, deadline=None)
def test_no_word_is_lost_doubled_or_moved(words: tuple[Word, ...]) -> None:
    cues = make_cues(words)
    assert tuple(word for cue in cues for word in cue.words) == words
    for cue in cues:
        covered = [i for first, last in cue.lines for i in range(first, last)]
        assert covered == list(range(len(cue.words)))


@given(spoken_words(max_length=42))
@settings(max_examples=60, deadline=None)
def test_lines_cues_and_gaps_keep_their_limits_at_any_pace(words: tuple[Word, ...]) -> None:
    cues = make_cues(words)
    for cue in cues:
        assert len(cue.lines) <= 2
        assert all(len(line) <= LINE_CHARS for line in cue.text_lines)
        assert cue.start == cue.words[0].start
        assert cue.start < cue.end <= cue.start + MAX_TICKS
    for cue, following in pairwise(cues):
        assert cue.end <= max(following.start - GAP_TICKS, cue.start + 1)


@given(st.integers(1, 80), st.floats(8, 15), st.integers(0, 30_000))
@settings(max_examples=60, deadline=None)
def test_a_voice_at_a_human_pace_breaks_no_norm(count: int, pace: float, pause: int) -> None:
    text = " ".join((STORY.split() * 2)[:count])
    cues = make_cues(spoken(text, chars_per_second=pace, pause=pause))
    assert problems(cues) == []
    assert all(cue.end - cue.start >= MIN_TICKS for cue in cues)


@given(spoken_words(), st.integers(1, 400_000))
@settings(max_examples=40, deadline=None)
def test_the_last_cue_is_gone_when_it_has_to_be(words: tuple[Word, ...], room: int) -> None:
    limit = words[-1].start + room
    assert make_cues(words, not_after=limit)[-1].end <= max(limit, words[-1].start + 1)


def test_the_same_words_give_the_same_cues() -> None:
    assert make_cues(spoken(STORY)) == make_cues(spoken(STORY))


def test_breaks_stand_at_phrases_and_never_inside_names_measures_or_after_articles() -> None:
    cues = make_cues(spoken(STORY))
    line_ends = [line.split()[-1].lower() for lines in _texts(cues) for line in lines]
    assert not {"the", "a", "30", "mary", "mr.", "his"} & set(line_ends)
    assert cues[0].text_lines != ("climbed the hundred", "and twelve")
    starts = [line.split()[0].lower() for lines in _texts(cues) for line in lines]
    assert {"and", "because", "for"} & set(starts)


def test_a_comma_wins_over_the_middle_of_a_phrase() -> None:
    (cue,) = make_cues(spoken("When the wind turned north, the fishing boats came home."))
    assert cue.text_lines == ("When the wind turned north,", "the fishing boats came home.")


def test_the_lower_line_is_the_longer_one_where_both_breaks_are_equally_good() -> None:
    (cue,) = make_cues(spoken("aaaaaaaaa bbbbbbbbb ccccccccc ddddddddd eeeeeeeee"))
    upper, lower = cue.text_lines
    assert len(upper) < len(lower)


def test_a_cut_between_sentences_beats_a_fuller_cue() -> None:
    words = spoken(
        "He put the lamp down on the old table and looked at the sea. Nothing moved out there at all."
    )
    assert _texts(make_cues(words))[0][-1].endswith("sea.")


def test_a_word_wider_than_a_line_stands_alone_and_is_named() -> None:
    long = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    cues = make_cues(spoken(f"They took the train to {long} in May."))
    assert any(long in lines for lines in _texts(cues))
    assert any("a single word is that long" in text for text in problems(cues))


def test_a_short_line_is_held_long_enough_to_be_seen() -> None:
    (cue,) = make_cues((Word(text="No.", start=1_000, end=9_000),))
    assert cue.end - cue.start >= MIN_TICKS


def test_a_voice_faster_than_the_eye_is_named_as_the_reason() -> None:
    words = spoken(STORY, chars_per_second=30, pause=0)
    cues = make_cues(words, not_after=words[-1].end)
    assert any("voice is faster" in text for text in problems(cues))


def test_a_film_names_its_overlaps() -> None:
    first, second = (make_cues(spoken("One more time, please.", start=start))[0] for start in (0, 20_000))
    assert any("overlaps" in text for text in problems((first, second)))


def test_a_film_leaves_two_frames_between_its_lines() -> None:
    first = spoken("Who is there?")
    second = spoken("Only the wind, and the sea behind it.", start=first[-1].end + 1_200)
    cues = film_cues([("Ann", first), ("", ()), ("Finch", second)], end=second[-1].end + TICKS)
    assert problems(cues) == []
    assert [cue.speaker for cue in cues] == ["Ann", "Finch"]
    assert cues[1].start - cues[0].end >= GAP_TICKS


def test_a_short_answer_between_two_lines_takes_time_that_its_neighbours_can_spare() -> None:
    question = spoken("Did you see the light?")
    answer = (Word(text="No.", start=question[-1].end + 20_000, end=question[-1].end + 34_000),)
    reply = spoken("Then it was never there at all.", start=answer[0].end + 12_000, chars_per_second=12)
    lines = [("A", question), ("B", answer), ("A", reply)]
    cues = film_cues(lines, end=reply[-1].end + TICKS)
    assert problems(cues) == []
    assert abs(cues[1].start - answer[0].start) <= LEAD_TICKS
    assert abs(cues[2].start - reply[0].start) <= LEAD_TICKS
    assert [cue.words for cue in cues] == [question, answer, reply]


@given(st.lists(spoken_words(), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None)
def test_settling_keeps_words_order_and_gaps(lines: list[tuple[Word, ...]]) -> None:
    at = 0
    placed: list[tuple[str, tuple[Word, ...]]] = []
    for words in lines:
        shift = at - words[0].start
        moved = (Word(text=w.text, start=w.start + shift, end=w.end + shift) for w in words)
        placed.append(("", tuple(moved)))
        at = placed[-1][1][-1].end + 10_000
    cues = film_cues(placed, end=at)
    assert [w for cue in cues for w in cue.words] == [w for _, words in placed for w in words]
    assert all(cue.start < cue.end for cue in cues)
    assert all(before.start < after.start for before, after in pairwise(cues))
    overlaps = [text for text in problems(cues) if "overlaps" in text]
    unsettled = [c for _, words in placed for c in make_cues(words)]
    assert not overlaps or any(c.end - c.start <= GAP_TICKS for c in unsettled)


def test_no_words_give_no_cues() -> None:
    assert make_cues(()) == ()


def test_words_out_of_order_are_refused() -> None:
    with pytest.raises(InputError, match="starts before"):
        make_cues((Word(text="b", start=10, end=20), Word(text="a", start=0, end=5)))


def test_english_lists_are_left_out_of_other_languages() -> None:
    assert breaks(["the", "lamp"], "en")[1].forbidden
    assert not breaks(["the", "lamp"], "de")[1].forbidden


def test_the_pronoun_i_and_capitals_throughout_are_no_names() -> None:
    assert not breaks(["Then", "I"])[1].forbidden
    assert not breaks(["STOP", "NOW"])[1].forbidden
    assert breaks(["J.", "Walker"])[1].forbidden


@given(spoken_words(max_length=20), st.integers(20, 42))
@settings(max_examples=40, deadline=None)
def test_a_narrower_frame_has_shorter_lines(words: tuple[Word, ...], most: int) -> None:
    cues = make_cues(words, line_characters=most)
    assert tuple(word for cue in cues for word in cue.words) == words
    assert all(len(line) <= most for cue in cues for line in cue.text_lines)


def test_a_line_that_the_frame_finds_too_wide_is_broken() -> None:
    cues = make_cues(spoken("WE MUST GO HOME NOW, ALL OF US."), fits=lambda text: len(text) <= 12)
    assert all(len(line) <= 12 for cue in cues for line in cue.text_lines)


@pytest.mark.parametrize("most", [0, 43])
def test_lines_outside_the_norm_are_refused(most: int) -> None:
    with pytest.raises(InputError, match="line cannot have"):
        make_cues(spoken("No."), line_characters=most)
