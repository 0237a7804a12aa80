"""What goes wrong under a run is told in one sentence, loses nothing and leaves no process."""

import hashlib
import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.cli.door import Door, making


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def summary(out: Path) -> dict[str, object]:
    return json.loads((out / "run_summary.json").read_text(encoding="utf-8"))


def damage(blob: Path) -> None:
    """Flip a byte in the middle of a stored file."""
    data = bytearray(blob.read_bytes())
    data[len(data) // 2] ^= 0x55
    blob.chmod(0o644)
    blob.write_bytes(data)


def test_missing_weights_and_a_picture_that_is_none_cost_quality_only(door: Door, tmp_path: Path) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    (pictures / "lamp-keeper-boat.png").write_bytes(b"no picture at all")
    ended = door.make(door.story("everyone"), tmp_path, "--assets", str(pictures))
    assert ended.code == 0
    assert ended.out.splitlines()[0] == str(tmp_path / "everyone.mp4")
    flags = str(summary(tmp_path)["flags"])
    assert "kokoro did not speak" in flags
    assert "lamp-keeper-boat.png was left out" in flags


def test_damaged_blobs_are_set_aside_and_made_again_to_the_same_master(door: Door, tmp_path: Path) -> None:
    story = door.story("somebody")
    assert door.make(story, tmp_path).code == 0
    film = tmp_path / "somebody.mp4"
    before = sha256(film)
    artifacts = summary(tmp_path)["artifacts"]
    assert isinstance(artifacts, dict)
    blobs = door.home / "blobs" / "default"
    for name in {before, artifacts["shot_list"], artifacts["cast"]}:
        damage(blobs / "sha256" / name[:2] / name[2:4] / name)
    film.unlink()
    assert door.make(story, tmp_path).code == 0
    assert sha256(film) == before
    assert len(list((blobs / "set-aside").iterdir())) >= 3


@pytest.mark.parametrize(
    ("moment", "number", "group"),
    [
        ("recording the voice", signal.SIGINT, True),
        ("rendering pictures", signal.SIGTERM, False),
    ],
)
def test_a_stopped_run_says_how_to_go_on_and_goes_on(
    moment: str, number: signal.Signals, group: bool, door: Door, tmp_path: Path
) -> None:
    who = f"nobody-{number.name.lower()}"
    working = door.start(*making(door.story(who), tmp_path))
    working.until(moment)
    working.signal(number, group=group)
    ended = working.wait()
    assert ended.code == 130
    assert ended.told[0] == "Stopped; what is finished is kept."
    assert "storyreel runs resume" in ended.told[1]
    assert door.processes() == []
    assert door.run("runs", "resume").code == 0
    assert (tmp_path / f"{who}.mp4").is_file()


def test_ctrl_c_in_the_first_moment_is_one_sentence_too(door: Door, tmp_path: Path) -> None:
    working = door.start(*making(door.story("nobody"), tmp_path))
    time.sleep(0.3)  # somewhere in its imports
    working.signal(signal.SIGINT, group=True)
    ended = working.wait()
    assert ended.code == 130
    assert ended.told[0].startswith("Stopped")


def test_a_killed_tree_is_resumed_to_the_same_bits(door: Door, tmp_path: Path) -> None:
    working = door.start(*making(door.story("anybody"), tmp_path))
    working.until("drawing pictures")
    working.signal(signal.SIGKILL, group=True)
    working.wait()
    assert door.run("runs", "resume").code == 0
    film = tmp_path / "anybody.mp4"
    resumed = sha256(film)
    run_id = str(summary(tmp_path)["run_id"])
    assert door.run("runs", "retry", run_id, "--from", "script").code == 0
    assert sha256(film) == resumed
    assert door.processes() == []


def test_a_killed_database_ends_the_run_with_a_sentence_and_is_found_again(
    door: Door, tmp_path: Path
) -> None:
    working = door.start(*making(door.story("she"), tmp_path))
    working.until("recording the voice")
    server = int((door.home / "postgres" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(server, signal.SIGKILL)
    ended = working.wait()
    assert ended.code == 1
    assert ended.told[0].startswith("The database stopped answering: ")
    assert ended.told[1].endswith("storyreel runs resume")
    assert door.run("runs", "resume").code == 0
    assert (tmp_path / "she.mp4").is_file()


def test_two_films_at_once_share_a_home_and_down_waits_for_them(door: Door, tmp_path: Path) -> None:
    story = door.story("he")
    both = [door.start(*making(story, tmp_path / name)) for name in ("a", "b")]
    both[0].until("recording the voice")
    refused = door.run("down")
    assert refused.code == 3
    assert refused.told[0].startswith("A run is being worked on in this home")
    assert [working.wait().code for working in both] == [0, 0]
    assert sha256(tmp_path / "a" / "he.mp4") == sha256(tmp_path / "b" / "he.mp4")


def test_a_contradiction_makes_no_film_and_quotes_both_sides(door: Door, tmp_path: Path) -> None:
    story = door.folder / "anna.txt"
    young, old = "Anna is 12 years old.", "The next day Anna is 30 years old."
    story.write_text(f"{young} She lives with her brother near the harbour, and they like it. {old}")
    ended = door.make(story, tmp_path)
    assert ended.code == 3
    assert young in ended.err
    assert "Anna is 30 years old." in ended.err
    assert not list(tmp_path.glob("*.mp4"))
