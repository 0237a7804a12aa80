"""Shots are decided from their own words and place."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from storyreel.film.model import PlannedShot
from storyreel.film.motion import Move, layers_of
from storyreel.film.plan import plan_shots
from storyreel.film.staging import setting_of
from storyreel.film.style import FEELINGS, PLAIN
from storyreel.film.talk import speakers_of
from storyreel.film.told import cast_of, told_of
from storyreel.kit.project import Project
from storyreel.story.emotion import default_lexicon, emotional_tags
from storyreel.story.model import Line, Script
from tests.film.making import picture, script

WORDS = [
    *(
        "afraid",
        "happy",
        "slowly",
        "forty-one",
        "41",
        "and",
        "rain",
        "the",
        "secret",
        "quickly",
        "hate",
        "love",
    ),
    *("yes", "mother", "storm", "bread", "which", "alone"),
]


def plan(told: Script) -> tuple[PlannedShot, ...]:
    return plan_shots(told, Project()).shots


def with_line(told: Script, line_id: str, text: str) -> Script:
    """The script as its reader would give it with that line's words changed."""
    document = told.to_document()
    for scene in document["body"]["scenes"]:
        for line in (line for beat in scene["beats"] for line in beat["lines"]):
            if line["id"] == line_id:
                line.update(text=text, emotional_tags=list(emotional_tags(text)))
    return Script.from_document(document)


def of_scenes(told: Script) -> list[object]:
    """What belongs to scenes and to the film, and not to a line."""
    known = told_of(told)
    casts = [(setting_of(scene, known), cast_of(scene, known)) for scene in told.scenes]
    talks = [speakers_of(scene, known, cast_of(scene, known)) for scene in told.scenes]
    return [casts, talks, known]


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_changing_one_word_changes_no_other_shot(data: st.DataObject) -> None:
    told = script()
    line: Line = data.draw(st.sampled_from(told.lines))
    words = line.text.split()
    words[data.draw(st.integers(0, len(words) - 1))] = data.draw(st.sampled_from(WORDS))
    newer = with_line(told, line.id, " ".join(words))
    # Where and when a scene plays, who talks and whom pronouns mean there belong to the whole scene.
    assume(of_scenes(newer) == of_scenes(told))
    before, after = plan(told), plan(newer)
    changed = [a.id for a, b in zip(before, after, strict=True) if a.model_dump_json() != b.model_dump_json()]
    assert all(line.id in shot.line_ids for shot in before if shot.id in changed)


def test_every_line_is_in_one_shot_in_order() -> None:
    told = script()
    assert [line for shot in plan(told) for line in shot.line_ids] == [line.id for line in told.lines]


def test_the_title_opens_the_film_in_silence() -> None:
    first = plan(script())[0]
    assert (first.template, first.line_ids, first.silent_duration) == ("title", (), 75)


def test_a_screenplays_scenes_have_no_cards_but_places() -> None:
    shots = plan(script("INT. HUT - NIGHT\n\nRain falls on the roof.\n\nANN\nHello there.\n", "a.fountain"))
    assert [shot.template for shot in shots] == ["title", "establishing", "medium", "title"]
    assert {(shot.environment, shot.time_of_day) for shot in shots[1:-1]} == {("Hut", "night")}
    assert shots[2].speaker == "Ann"


def test_shots_cut_inside_a_scene_and_scenes_come_up_out_of_their_cards() -> None:
    shots = plan(script())
    kinds = {shot.id: shot.transition_in.kind for shot in shots}
    assert kinds["s02-card"] == "dip_to_black"
    assert kinds["s02-b01-l01"] == "dissolve"
    assert kinds["s01-b02-l01"] == "cut"
    assert all(shot.transition_in.reason and shot.reason for shot in shots)


def test_silence_grows_with_what_ends() -> None:
    shots = {shot.id: shot for shot in plan(script())}
    assert shots["s02-b02-l01"].beat_after > shots["s01-b01-l01"].beat_after


def test_two_short_lines_share_a_shot() -> None:
    text = "INT. HUT - DAY\n\nRain falls on the roof.\n\nANN\nWho is it?\n\nBEN\nMe."
    assert plan(script(text, "a.fountain"))[-2].line_ids == ("s01-b02-l01", "s01-b02-l02")


def test_every_tag_of_the_lexicon_is_filmed_in_a_way_of_its_own() -> None:
    assert set(default_lexicon().tags) == set(FEELINGS)
    seen = {repr(PLAIN)}
    for feeling in FEELINGS.values():
        assert repr(feeling) not in seen
        seen.add(repr(feeling))


def test_at_least_eight_tags_move_or_place_the_subject_differently() -> None:
    def subject(tags: tuple[str, ...]) -> str:
        feeling = FEELINGS[tags[0]] if tags else PLAIN
        move = Move(feeling.movements[0], tags, frames=120, width=1920, height=1080)
        return repr(layers_of(picture("a"), move)[1].poses)

    ways = {subject((tag,)) for tag in FEELINGS} - {subject(())}
    assert len(ways) >= 8


def test_planning_twice_gives_the_same_bytes() -> None:
    told = script()
    assert plan_shots(told, Project()).to_bytes() == plan_shots(told, Project()).to_bytes()
