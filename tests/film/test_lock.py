"""The recorded voice gives each shot its length, and the lock keeps it."""

import pytest

from storyreel.film.lock import check_lock, lock, timing_lock_hash
from storyreel.film.manifest import make_manifest
from storyreel.film.plan import plan_shots
from storyreel.film.rules import check_no_provider
from storyreel.film.voices import voice_items
from storyreel.kit.errors import RuleError
from storyreel.kit.project import Project
from storyreel.sound.model import Cast
from tests.film.making import items, locked, recordings, script

TOLD = script()


def test_a_shot_lasts_its_beats_and_its_lines_rounded_up() -> None:
    voices = recordings(TOLD)
    plan, shots = plan_shots(TOLD, Project()), locked(TOLD).shots
    for planned, timed in zip(plan.shots, shots, strict=True):
        if len(planned.line_ids) == 1:
            spoken = plan.rate.frames_ceil(voices[planned.line_ids[0]].duration)
            assert timed.duration == planned.beat_before + spoken + planned.beat_after
            assert timed.audio.voice[0].offset == planned.beat_before


def test_the_lock_is_the_same_on_every_run() -> None:
    assert locked(TOLD).to_bytes() == locked(TOLD).to_bytes()
    assert locked(TOLD).timing_lock_hash == (
        "156174933236f1eb94fd26dcfc025e63307cc116a0f7b40f1db5b5b5bf76bf22"
    )


def test_the_lock_covers_timing_and_nothing_else() -> None:
    listed = locked(TOLD)
    first, *rest = listed.shots
    reworded = first.model_copy(update={"words": "Another title", "movement": "rise"})
    assert timing_lock_hash(listed.rate, (reworded, *rest)) == listed.timing_lock_hash


def test_a_moved_boundary_breaks_the_lock() -> None:
    listed = locked(TOLD)
    first, second, *rest = listed.shots
    longer = first.model_copy(update={"duration": first.duration + 1})
    for shots in ((longer, second, *rest), (second, first, *rest), (first, second)):
        with pytest.raises(RuleError, match="changed after it was locked"):
            check_lock(listed.model_copy(update={"shots": tuple(shots)}))


def test_a_line_without_a_recording_is_named() -> None:
    voices = recordings(TOLD)
    del voices["s01-b02-l01"]
    with pytest.raises(RuleError) as caught:
        lock(plan_shots(TOLD, Project()), voices)
    assert caught.value.evidence == ("s01-b02-l01",)


@pytest.mark.parametrize("bad", ["https://example.org/x.png", "made with Midjourney", "elevenlabs voice"])
def test_a_shot_list_names_no_provider_and_no_address(bad: str) -> None:
    listed = locked(TOLD)
    shot = listed.shots[0].model_copy(update={"framing": bad})
    with pytest.raises(RuleError, match="names a provider"):
        check_no_provider(listed.model_copy(update={"shots": (shot, *listed.shots[1:])}))


def test_a_story_may_speak_of_providers() -> None:
    listed = locked(TOLD)
    shot = listed.shots[0].model_copy(
        update={"words": "OpenAI, Sora and https://example.org", "speaker": "Claude"}
    )
    check_no_provider(listed.model_copy(update={"shots": (shot, *listed.shots[1:])}))


def test_a_manifest_names_no_provider() -> None:
    item, *rest = items(TOLD)
    voice = item.need.model_copy(update={"voice": "elevenlabs"})
    with pytest.raises(RuleError, match="asset_manifest"):
        make_manifest(locked(TOLD), [item.model_copy(update={"need": voice}), *rest])


def test_the_manifest_needs_a_picture_a_shot_and_a_voice_a_line() -> None:
    listed = locked(TOLD)
    manifest = make_manifest(listed, items(TOLD))
    assert [need.id for need in manifest.backgrounds] == [shot.id for shot in listed.shots]
    assert [item.line_id for item in manifest.voice_lines] == [line.id for line in TOLD.lines]
    assert [need.scene_id for need in manifest.music] == ["s01", "s02"]


def test_a_speaker_without_a_voice_is_named() -> None:
    with pytest.raises(RuleError, match="no voice in the cast"):
        voice_items(TOLD, Cast(voices={}))


def test_pace_follows_the_lines_own_feeling() -> None:
    rates = {item.line_id: item.need.rate for item in items(TOLD)}
    assert rates["s02-b02-l01"] > 1
    assert rates["s01-b02-l01"] == 1
