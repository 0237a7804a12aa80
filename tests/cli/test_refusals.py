"""What cannot work is refused in one sentence with the next step, before any work begins."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.door import Door

Given = Callable[[Path], list[str]]


def file(name: str, content: bytes) -> Given:
    """A text of this content."""

    def given(folder: Path) -> list[str]:
        (folder / name).write_bytes(content)
        return [str(folder / name)]

    return given


def script(**changes: object) -> Given:
    """A Script.json that is not as it should be."""
    document = {"schema": "script", "schema_version": "1.0.0", "body": {"title": "A film"}, **changes}
    return file("Script.json", json.dumps(document).encode())


STORY = file(
    "story.txt", b"The keeper lit the lamp at dusk. A boat came round the point and everyone was home."
)


def with_story(*more: str) -> Given:
    """A good text with arguments that are not."""
    return lambda folder: [*STORY(folder), *(arg.format(folder=folder) for arg in more)]


REFUSED: dict[str, tuple[Given, str]] = {
    "an empty file": (file("empty.txt", b""), "empty.txt is empty."),
    "a binary file": (file("noise.bin", bytes(range(256)) * 50), "noise.bin is not a text file."),
    "5 MB of text": (file("long.txt", b"The lamp burned on. " * 250_000), "long.txt holds 5.0 MB of text"),
    "a bare idea": (lambda _: ["a film about a cat"], "is an idea, not yet a story"),
    "a missing file": (lambda _: ["nowhere.txt"], "There is no file nowhere.txt."),
    "an unknown voice": (with_story("--voice", "nobody"), "There is no voice 'nobody'."),
    "an unknown format": (with_story("--format", "vhs"), "There is no film format 'vhs'."),
    "an unknown profile": (with_story("--profile", "8k"), "There is no render profile '8k'."),
    "an output folder under a file": (
        with_story("--out", "{folder}/story.txt/x"),
        "cannot be written: Not a",
    ),
    "a missing folder of pictures": (with_story("--assets", "{folder}/none"), "to take pictures from."),
    "a voice-over that is not there": (with_story("--voice-over", "{folder}/none"), "There is no voice-over"),
    "music without sound": (
        with_story("--music", "{folder}/story.txt"),
        "No music can be taken from story.txt:",
    ),
    "a missing project file": (with_story("--project", "none.json"), "There is no project file none.json."),
    "a script of another MAJOR": (script(schema_version="9.0.0"), "This script is version 9.0.0"),
    "a script without a field": (script(), "The script document: body.speakers: Field required."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_it_is_refused_with_exit_code_2(case: str, door: Door, tmp_path: Path) -> None:
    given, sentence = REFUSED[case]
    ended = door.run("make", *given(tmp_path))
    assert ended.code == 2
    assert sentence in ended.told[0]
    assert len(ended.told) <= 2, "one sentence and the next step"
    assert ended.out == ""


def test_a_usage_error_says_how_to_get_help(door: Door) -> None:
    ended = door.run("make", "x", "--bogus")
    assert ended.code == 2
    assert "Try 'storyreel" in ended.err or "--help" in ended.err


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        (
            "postgresql://a:secret@127.0.0.1:1/x",
            "The database postgresql://a:***@127.0.0.1:1/x cannot be used",
        ),
        ("mysql://x", "STORYREEL_DATABASE_URL names a mysql database"),
        ("::", "STORYREEL_DATABASE_URL is not the address of a database."),
    ],
)
def test_a_database_url_that_leads_nowhere_is_told(url: str, sentence: str, door: Door) -> None:
    ended = door.run("runs", "list", env={"STORYREEL_DATABASE_URL": url})
    assert ended.code == 1
    assert sentence in ended.told[0]
    assert len(ended.told) == 2
    assert "secret" not in ended.err


def test_a_home_that_cannot_be_written_is_told(door: Door, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ended = door.run("runs", "list", env={"STORYREEL_HOME": str(tmp_path / "file" / "home")})
    assert ended.code == 2
    assert "cannot be written" in ended.told[0]
    assert "STORYREEL_HOME" in ended.told[1]


def test_an_unknown_run_is_told(door: Door) -> None:
    ended = door.run("runs", "show", "none")
    assert (ended.code, ended.told) == (
        2,
        ["There is no run with the id 'none'.", "See `storyreel runs list`."],
    )
