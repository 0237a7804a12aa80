"""Any text an author hands in becomes a Script of the author's own words."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storyreel.kit.errors import InputError, RuleError, SchemaError
from storyreel.story.model import Script
from storyreel.story.read import read_script, read_source

EXAMPLES = Path(__file__).parents[2] / "examples"
STORY = (
    "The ferry was late that day, and the old man on the bench did not mind at all. "
    "He had bread, an apple and a view of the river. When it came at last he waved it on.\n\n"
    "There would be another one, he said to the dog, and the dog agreed."
)
WORDS = (
    *("the", "old", "sea", "and", "a", "boat,", "went;", "home", "because", "nobody"),
    *("knew", "which", "lamp", "burned", "all", "night", "long", "but"),
)
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=9, max_size=40).map(lambda words: " ".join(words) + ".")
PLAIN = st.lists(st.lists(SENTENCE, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=8)


def words_in(script: Script) -> list[str]:
    return " ".join(line.text for line in script.lines).split()


@settings(deadline=None, max_examples=50)
@given(PLAIN)
def test_a_plain_text_keeps_every_word_in_order(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    assert words_in(read_script(text, name="text").script) == text.split()


@settings(deadline=None, max_examples=50)
@given(PLAIN)
def test_a_markdown_text_keeps_every_word_in_order(paragraphs: list[str]) -> None:
    text = "# Title\n\n" + "\n\n## Part\n\n".join(paragraphs)
    script = read_script(text, name="story.md").script
    assert words_in(script) == " ".join(paragraphs).split()
    assert [scene.heading for scene in script.scenes] == ["", *["Part"] * (len(paragraphs) - 1)]


@settings(deadline=None, max_examples=50)
@given(PLAIN, st.data())
def test_one_changed_word_changes_one_line(paragraphs: list[str], data: st.DataObject) -> None:
    words = "\n\n".join(paragraphs).split(" ")
    # Words that carry punctuation or open a clause decide where a long sentence is parted.
    places = [i for i, word in enumerate(words) if word in ("old", "sea", "home", "nobody", "lamp", "long")]
    assume(places)
    place = data.draw(st.sampled_from(places))
    before = read_script(" ".join(words), name="text").script
    changed = "z" * len(words[place])
    after = read_script(" ".join([*words[:place], changed, *words[place + 1 :]]), name="text").script
    differ = [a.id for a, b in zip(before.lines, after.lines, strict=True) if a != b]
    assert len(differ) <= 1


@pytest.mark.parametrize("name", ["lighthouse.md", "two-keepers.fountain", "harbour-almanac.md"])
def test_every_line_of_the_examples_can_be_found_where_it_says(name: str) -> None:
    raw = (EXAMPLES / name).read_bytes()
    rows = raw.decode().lower().split("\n")
    script = read_source(raw, name=name).script
    for line in script.lines:
        first = line.text.split()[0].strip(".,;").lower()
        assert first in rows[line.source_line - 1]


def test_scenes_of_a_plain_text_follow_its_separators_and_chapters() -> None:
    text = f"The Ferry\n\n{STORY}\n\n* * *\n\n{STORY}\n\nCHAPTER TWO\n\n{STORY}"
    script = read_script(text, name="ferry.txt").script
    assert script.title == "The Ferry"
    assert [scene.heading for scene in script.scenes] == ["", "", "CHAPTER TWO"]


def test_a_long_plain_text_without_divisions_is_divided_at_paragraph_ends() -> None:
    script = read_script("\n\n".join([STORY] * 8), name="a.txt").script
    assert len(script.scenes) > 1
    assert all(60 <= sum(len(line.text.split()) for line in scene.lines) <= 220 for scene in script.scenes)


def test_speech_inside_prose_stays_with_the_narrator() -> None:
    script = read_script(f'{STORY}\n\n"Go on," said Ann. "I will wait here for you."', name="a.txt").script
    assert {line.speaker_id for line in script.lines} == {"narrator"}


def test_rows_of_name_and_speech_have_speakers() -> None:
    text = f"{STORY}\n\nAnn: Are you coming with us?\nOld Ben (gruffly): I was never asked."
    script = read_script(text, name="a.txt").script
    assert [(line.speaker_id, line.delivery, line.text) for line in script.lines[-2:]] == [
        ("ann", "", "Are you coming with us?"),
        ("old-ben", "gruffly", "I was never asked."),
    ]


def test_one_row_with_a_colon_is_prose() -> None:
    script = read_script(f"{STORY}\n\nNote: the dog was not asked, and it did not mind.", name="a.txt").script
    assert {line.speaker_id for line in script.lines} == {"narrator"}


def test_reading_twice_gives_the_same_bytes() -> None:
    raw = (EXAMPLES / "lighthouse.md").read_bytes()
    assert read_source(raw, name="l.md").script.to_bytes() == read_source(raw, name="l.md").script.to_bytes()


def test_line_ends_and_marks_of_other_systems_change_nothing() -> None:
    plain = read_source(STORY.encode(), name="a.txt").script
    for raw in (
        STORY.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + STORY.encode(),
        STORY.encode("utf-16"),
    ):
        assert read_source(raw, name="a.txt").script == plain


def test_windows_text_is_read_where_it_is_clearly_one() -> None:
    script = read_source(f"{STORY} \x93Café\x94, he said.".encode("latin-1"), name="a.txt").script
    assert "“Café”," in words_in(script)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"PK\x03\x04\x00\x00binary", "is not a text file"),
        (bytes(range(1, 256)), "is not a text file"),
        (b"word " * 1_000_000, "5.0 MB of text, which would be a film of about 111 hours"),
        (b"A robot who learns to love.", "bare idea needs a language model"),
        (b"Make a video about whales. It should be fun.", "bare idea needs a language model"),
        (b"# One\n\n## Two\n\n### Three\n", "no sentences to read aloud"),
        (("船が来たそして人々は港へ走ったそれから全員がパンを食べた。" * 40).encode(), "hardly any spaces"),
    ],
)  # fmt: skip
def test_what_is_no_story_is_refused_in_one_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        read_source(raw, name="input")
    assert caught.value.exit_code == 2
    assert caught.value.next_step


def test_a_finished_script_comes_back_as_it_was() -> None:
    script = read_script(STORY, name="a.txt").script
    assert read_source(script.to_bytes(), name="Script.json").script == script


def test_a_script_without_its_envelope_is_told_how_to_get_one() -> None:
    body = read_script(STORY, name="a.txt").script.to_document()["body"]
    with pytest.raises(SchemaError, match="without its envelope"):
        read_script(json.dumps(body), name="Script.json")


def test_broken_json_says_where() -> None:
    with pytest.raises(InputError, match="line 1, column 2"):
        read_script("{oops", name="Script.json")


@pytest.mark.parametrize("text", ["CLOSE ON: the key.", "He runs. CUT TO: the sea.", "ZOOM IN on the dog."])
def test_a_script_with_camera_directions_is_refused(text: str) -> None:
    document = read_script(STORY, name="a.txt").script.to_document()
    document["body"]["scenes"][0]["beats"][0]["lines"][0]["text"] = text
    with pytest.raises(RuleError, match="breaks 1 rule"):
        read_script(json.dumps(document), name="Script.json")


def test_camera_directions_are_left_out_of_a_text_and_reported() -> None:
    result = read_script(f"{STORY}\n\nCLOSE ON: the dog, asleep.", name="a.txt")
    assert result.script.lines[-1].text == "the dog, asleep."
    assert "CLOSE ON" in result.notes[-1].message


@pytest.mark.parametrize(
    "text", ["She zoomed past us.", "The camera hung on a nail.", "A close cut to the bone."]
)
def test_ordinary_words_are_no_camera_directions(text: str) -> None:
    assert not read_script(f"{STORY}\n\n{text}", name="a.txt").notes


@pytest.mark.parametrize("field", ["speaker_id", "id"])
def test_unknown_speakers_and_doubled_ids_are_refused(field: str) -> None:
    document = read_script(STORY, name="a.txt").script.to_document()
    lines = document["body"]["scenes"][0]["beats"][0]["lines"]
    lines[1][field] = {"speaker_id": "nobody", "id": lines[0]["id"]}[field]
    with pytest.raises(RuleError):
        read_script(json.dumps(document), name="Script.json")


FRAGMENTS = (
    *("INT. HUT - DAY", "ANNA", "(beat)", "> CUT TO:", "CLOSE\nON the key", "/*", "*/", "[[", "]]", "# Head"),
    *("#", "- item", "> quote", "```", "|a|b|\n|---|---|", "***", "word word word.", "Mr. X.", "“Yes!”", "~"),
    *("@x", "===", "!", "<b>", "![i](x)", "Ann: b\nBen: c", "https://a.b", "…", "—", "1. one", "\t", "**"),
    *("a" * 300, "\u00ad", "é", "Title: x", "&amp;", "The old boat came home that night and nobody saw it."),
)
GAPS = st.sampled_from([" ", "\n", "\n\n"])


@settings(deadline=None, max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(FRAGMENTS), GAPS), min_size=1, max_size=25),
    st.sampled_from(["a.md", "a.fountain", "a.txt", "a"]),
)
def test_any_text_is_a_script_or_a_clear_refusal(parts: list[tuple[str, str]], name: str) -> None:
    with suppress(InputError):
        script = read_script("".join(text + gap for text, gap in parts), name=name).script
        assert Script.from_bytes(script.to_bytes()) == script


def test_a_camera_direction_over_two_rows_is_found() -> None:
    result = read_script(f"{STORY}\n\nThen we CLOSE\nON the dog, who sleeps.", name="a.txt")
    assert result.script.lines[-1].text == "Then we the dog, who sleeps."
