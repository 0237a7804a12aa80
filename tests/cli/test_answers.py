"""`why`, `rights`, `--search` and the sources in `doctor`, as a person meets them."""

import json

import pytest

from tests.cli.door import Door


@pytest.fixture(scope="module")
def film(door: Door) -> str:
    """The id of a film of two sentences."""
    assert door.make(door.story("asked"), door.folder / "asked").code == 0
    summary = json.loads((door.folder / "asked" / "run_summary.json").read_text())
    return summary["run_id"]


def test_why_says_what_was_not_chosen(door: Door, film: str) -> None:
    told = door.run("why", film, "film")
    assert told.code == 0
    assert "film: palette is" in told.out
    assert "; not " in told.out
    data = json.loads(door.run("why", film, "voice:narrator", "--json").out)
    assert [row["question"] for row in data] == ["voice"]
    assert data[0]["inputs"]
    ended = door.run("why", film, "zeppelin")
    assert ended.code == 2
    assert ended.told[0].endswith("decided nothing about 'zeppelin'.")
    assert "voice:narrator" in ended.told[1]


def test_rights_are_listed_for_people_and_programs(door: Door, film: str) -> None:
    ended = door.run("rights", film)
    assert ended.code == 0
    assert "SIL Open Font License" in ended.out
    assert "blocked" not in ended.out
    report = json.loads(door.run("rights", "show", film, "--json").out)
    assert report["blocked_for_publish"] is False
    assert {"license_type", "attribution", "source", "redistributable"} <= set(report["used"][0])
    assert (door.folder / "asked" / "CREDITS.md").read_text().startswith("# Credits of ")


def test_nothing_is_allowed_that_needs_no_leave(door: Door, film: str) -> None:
    ended = door.run("rights", "allow", film, "music", "--by", "A. Person", "--reason", "asked")
    assert ended.code == 2
    assert "It may be published as it is." in " ".join(ended.told)


def test_a_source_that_cannot_be_asked_is_refused_before_any_work(door: Door) -> None:
    ended = door.make(door.story("search"), door.folder / "search", "--search", "wikimedia")
    assert ended.code == 2
    assert ended.told[0] == "The picture source wikimedia cannot be asked: the studio is offline."


def test_doctor_says_which_sources_can_be_asked(door: Door) -> None:
    text = door.run("doctor", env={"STORYREEL_LIBRARY": str(door.folder)}).out
    assert "pictures pexels" in text
    assert "not offered: the studio is offline" in text
    assert "ready to be asked" in text
