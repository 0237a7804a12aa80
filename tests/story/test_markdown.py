"""Markdown becomes clean words to speak."""

from storyreel.story.read import ReadResult, read_script

LEAD = "The ferry was late that day, and the old man on the bench did not mind at all. He had bread.\n\n"


def read(text: str) -> ReadResult:
    return read_script(LEAD + text, name="story.md")


def said(text: str) -> list[str]:
    return [line.text for line in read(text).script.lines][1:]


def test_marks_of_emphasis_code_and_links_leave_their_words() -> None:
    assert said("He *never* saw **her** `again` on [the pier](http://x.y/z \"t\") that year.") == [
        "He never saw her again on the pier that year."
    ]  # fmt: skip


def test_what_cannot_be_spoken_is_dropped_and_reported() -> None:
    result = read(
        "See ![a drawing](x.png) the long pier at noon <br> today.[^1]\n\n```python\nprint(1)\n```\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n<div>raw</div>\n\n[^1]: A footnote with words.\n\n"
        "Then ~~she~~ he went home at last, as https://example.org says."
    )
    assert [line.text for line in result.script.lines][1:] == [
        "See the long pier at noon today.",
        "Then he went home at last, as says.",
    ]
    told = " ".join(note.message for note in result.notes)
    for what in ("image", "HTML <br>", "code block", "table", "HTML block", "footnote", "Struck", "https://"):
        assert what in told


def test_notes_name_the_line_they_are_about() -> None:
    note = next(n for n in read("A row of some words here.\n\n```\ncode\n```").notes if "code" in n.message)
    assert note.line == 5


def test_short_items_are_said_in_one_breath() -> None:
    assert said("- bread\n- *salt*\n- oil") == ["bread, salt, oil."]


def test_long_items_are_lines_of_their_own() -> None:
    assert said("1. First we take the boat out to the island\n2. Then we light the old lamp there.") == [
        "First we take the boat out to the island.",
        "Then we light the old lamp there.",
    ]


def test_nested_lists_keep_their_order() -> None:
    assert " ".join(said("- north\n  - ice\n  - wind\n- south")) == "north, ice, wind. south."


def test_a_block_quote_is_marked_as_one() -> None:
    lines = read("> The sea gives and the sea takes, and it keeps no books.").script.lines
    assert lines[-1].form == "quote"


def test_headings_are_scenes_and_empty_ones_join_the_next() -> None:
    text = f"# Title\n\n## One\n\n### Inside\n\n{LEAD}\n# Two\n\n{LEAD}"
    script = read_script(text, name="a.md").script
    assert script.title == "Title"
    assert [scene.heading for scene in script.scenes] == ["One: Inside", "Two"]


def test_a_thematic_break_is_a_scene_break() -> None:
    assert len(read(f"***\n\n{LEAD}").script.scenes) == 2


def test_front_matter_gives_title_and_author() -> None:
    script = read_script(
        f"---\ntitle: 'The Pier'\nauthor: A. Writer\ntags: [x]\n---\n\n{LEAD}", name="a.md"
    ).script
    assert (script.title, script.author) == ("The Pier", "A. Writer")
    assert script.lines[0].source_line == 7


def test_the_file_name_is_the_title_of_last_resort() -> None:
    assert read_script(LEAD * 2, name="/tmp/the-old_pier.md").script.title == "The old pier"
