"""Fountain screenplays keep their speakers and lose what belongs to the crew."""

import pytest

from storyreel.story.fountain import split_heading
from storyreel.story.model import Line
from storyreel.story.read import ReadResult, read_script


def read(text: str) -> ReadResult:
    return read_script(text, name="play.fountain")


def lines(text: str) -> list[tuple[str, str, str]]:
    return [(line.kind, line.speaker_id, line.text) for line in read(text).script.lines]


def only(text: str) -> Line:
    (line,) = read(text).script.lines
    return line


def test_the_title_page_gives_title_and_author() -> None:
    script = read(
        "Title:\n    _**THE PIER**_\nAuthor: A. Writer\nDraft date: May\n\nINT. HUT - DAY\n\nRain."
    ).script
    assert (script.title, script.author) == ("THE PIER", "A. Writer")
    assert len(script.lines) == 1


def test_action_is_read_by_the_narrator() -> None:
    assert lines("INT. HUT - DAY\n\nRain falls.\nIt falls on the roof.") == [
        ("action", "narrator", "Rain falls. It falls on the roof.")
    ]


def test_scene_headings_give_place_and_time() -> None:
    scene = read("EXT. OLD PIER - THE FAR END - NIGHT #12A#\n\nRain.").script.scenes[0]
    assert (scene.location, scene.time_of_day) == ("Old pier, The far end", "night")
    assert scene.actions == ("Rain.",)


@pytest.mark.parametrize(
    ("heading", "place", "time"),
    [
        ("INT. KITCHEN - NIGHT", "Kitchen", "night"),
        ("INT./EXT. CAR – DAWN", "Car", "dawn"),
        ("I/E BOAT", "Boat", ""),
        ("EXT. Ann's Garden - DAY - CONTINUOUS", "Ann's Garden", "day"),
    ],
)
def test_headings_of_every_spelling_are_split(heading: str, place: str, time: str) -> None:
    assert split_heading(heading) == (place, time)


def test_a_forced_heading_needs_its_dot_alone() -> None:
    script = read(".THE ROOF\n\nRain.\n\n...and then nothing.").script
    assert [scene.heading for scene in script.scenes] == ["THE ROOF"]
    assert script.lines[-1].text == "...and then nothing."


@pytest.mark.parametrize(
    ("cue", "speaker"),
    [
        ("ANNA", "anna"),
        ("ANNA (V.O.)", "anna"),
        ("ANNA (O.S.) (CONT'D)", "anna"),
        ("ANNA ^", "anna"),
        ("@McKay", "mckay"),
        ("DR. LUND", "dr-lund"),
        ("R2D2", "r2d2"),
        ("ÉMILE", "emile"),
    ],
)
def test_speakers_have_stable_names_whatever_stands_beside_them(cue: str, speaker: str) -> None:
    assert lines(f"INT. HUT - DAY\n\n{cue}\nHello there.") == [("dialogue", speaker, "Hello there.")]


def test_parentheticals_are_delivery_and_not_words() -> None:
    line = only("INT. HUT - DAY\n\nANNA\n(whispering)\nDid you hear that?")
    assert (line.delivery, line.text) == ("whispering", "Did you hear that?")


def test_dialogue_over_several_rows_is_one_speech() -> None:
    assert lines("INT. HUT - DAY\n\nANNA\nDid you\nhear that?\n(beat)\nI did.") == [
        ("dialogue", "anna", "Did you hear that?"),
        ("dialogue", "anna", "I did."),
    ]


def test_dual_dialogue_is_spoken_one_after_the_other() -> None:
    assert lines("INT. HUT - DAY\n\nANNA\nNo!\n\nBEN ^\nYes!") == [
        ("dialogue", "anna", "No!"),
        ("dialogue", "ben", "Yes!"),
    ]


def test_centred_text_is_read_and_transitions_are_not() -> None:
    result = read("INT. HUT - DAY\n\n> The End <\n\nCUT TO:\n\n> Slow fade\n\nRain falls on the hut.")
    assert [line.text for line in result.script.lines] == ["The End", "Rain falls on the hut."]
    assert [note.line for note in result.notes] == [5, 7]


def test_notes_boneyard_sections_synopses_and_page_breaks_are_left_out() -> None:
    text = (
        "# Act\n\n= It begins.\n\nINT. HUT - DAY\n\nRain [[heavy?]] falls.\n\n"
        "/* cut\n\nthis */\n\n===\n\nSun."
    )
    result = read(text)
    assert [line.text for line in result.script.lines] == ["Rain falls.", "Sun."]
    assert [line.source_line for line in result.script.lines] == [7, 15]
    assert len(result.notes) == 4


def test_emphasis_goes_and_escaped_marks_stay() -> None:
    assert only("INT. HUT - DAY\n\nA *very* **old** _hut_ with ***one*** \\*star\\*.").text == (
        "A very old hut with one *star*."
    )


def test_camera_directions_are_dropped_and_the_story_stays() -> None:
    result = read("INT. HUT - DAY\n\nCLOSE ON: a key on the floor.\n\nANGLE ON DOOR\n\nIt opens slowly.")
    assert [line.text for line in result.script.lines] == ["a key on the floor.", "It opens slowly."]
    assert len(result.notes) == 2


def test_forced_action_is_no_speaker() -> None:
    assert lines("INT. HUT - DAY\n\n!BANG\nThe door is open.")[0] == (
        "action",
        "narrator",
        "BANG The door is open.",
    )


def test_capitals_of_a_known_name_are_for_the_crew() -> None:
    script = read("INT. HUT - DAY\n\nOLD TOM sleeps near the NASA sign.\n\nTOM\nGo away.").script
    assert script.lines[0].text == "Old Tom sleeps near the NASA sign."


def test_an_unnamed_screenplay_is_known_by_its_headings() -> None:
    assert read_script("INT. HUT - DAY\n\nRain falls.", name="text").kind == "fountain"
