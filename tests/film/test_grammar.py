"""Framing, movement and transition are chosen by rules whose scores can be computed again."""

from itertools import pairwise
from pathlib import Path

import pytest

from storyreel.film.grammar import REST_EVERY
from storyreel.film.model import PlannedShot
from storyreel.film.people import known_people
from storyreel.film.plan import plan_shots
from storyreel.film.shots import passes_time
from storyreel.kit.decision import scored_again
from storyreel.kit.project import Project
from tests.film.making import script

EXAMPLES = Path(__file__).parents[2] / "examples"
TALK = "INT. HUT - NIGHT\n\nRain falls on the roof of the hut.\n\n" + "".join(
    f"{name}\n{words}\n\n"
    for name, words in (
        ("ANN", "The boat is gone and the rope is cut."),
        ("BEN", "Ropes do not cut themselves, my dear Ann."),
        ("ANN", "Somebody is on this island with us tonight."),
        ("BEN", "Somebody always is, since the very first winter."),
    )
)


def shots(text: str, name: str) -> tuple[PlannedShot, ...]:
    return plan_shots(script(text, name), Project()).shots


@pytest.fixture(scope="module", params=["lighthouse.md", "two-keepers.fountain"])
def example(request: pytest.FixtureRequest) -> tuple[PlannedShot, ...]:
    return shots((EXAMPLES / request.param).read_text(encoding="utf-8"), request.param)


def test_every_choice_is_kept_with_what_was_not_chosen_and_scores_again(
    example: tuple[PlannedShot, ...],
) -> None:
    for shot in example:
        questions = ["framing", "movement", "transition", "picture kind"]
        assert [decision.question for decision in shot.decisions] == questions
        for decision in shot.decisions:
            assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}
            assert len(decision.choices) > 1
            assert all(choice.reason for choice in decision.choices)
        chosen = tuple(decision.chosen.name for decision in shot.decisions)
        assert chosen == (shot.template, shot.movement, shot.transition_in.kind, shot.picture_kind)


def test_a_scene_opens_wide_and_no_framing_comes_twice_running(example: tuple[PlannedShot, ...]) -> None:
    told = [shot for shot in example if shot.line_ids]
    first = {shot.scene_id: shot for shot in reversed(told)}
    assert {shot.template for shot in first.values()} == {"establishing"}
    for before, after in pairwise(told):
        forced = after.decisions[0].chosen.score >= 3
        assert before.template != after.template or forced


def test_one_shot_in_ten_rests() -> None:
    text = "# One\n\n" + "\n\n".join(f"The boat number {n} went out to the quiet sea." for n in range(60))
    told = [shot for shot in shots(text, "a.md") if shot.line_ids]
    share = sum(shot.movement == "still" for shot in told) / len(told)
    assert 0.08 <= share <= 0.12
    assert REST_EVERY == 10


def test_speakers_keep_their_sides_and_face_who_listens() -> None:
    talk = [shot for shot in shots(TALK, "a.fountain") if shot.speaker]
    assert [shot.people[0].side for shot in talk] == ["left", "right", "left", "right"]
    for shot in talk:
        speaker, listener = shot.people
        assert (speaker.speaks, speaker.gesture, listener.gesture) == (True, "speaking", "listening")
        assert {speaker.side, listener.side} == {"left", "right"}
    assert all(before.template != after.template for before, after in pairwise(talk))


def test_tension_draws_near_and_the_end_is_seen_from_afar() -> None:
    told = shots("# A\n\nShe was terrified and afraid of the dark.\n\nThe boat came home to the bay.", "a.md")
    assert next(shot for shot in told if "terrified" in shot.words).movement == "push_in"
    assert [shot.movement for shot in told if shot.line_ids][-1] == "pull_out"


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The next morning the boat came back.", True),
        ("Three years later she sold the house.", True),
        ("By dawn the wind had gone.", True),
        ("After a long winter they met again.", True),
        ("She waited for the next boat.", False),
        ("The boat came back.", False),
    ],
)
def test_words_that_say_that_time_has_passed_are_dissolved_to(text: str, *, passes: bool) -> None:
    assert passes_time(text) is passes
    told = [shot for shot in shots(f"# A\n\nThe house stood by the sea.\n\n{text}", "a.md") if shot.line_ids]
    assert told[1].transition_in.kind == ("dissolve" if passes else "cut")


def test_members_of_a_list_take_each_others_place_and_chapters_dip_to_black() -> None:
    text = (
        "# Tea\n\n## One\n\nHow to make it well at home.\n\n"
        "- Warm the small brown pot with hot water first.\n"
        "- Put in one full spoon of leaves for each guest.\n\n## Two\n\nDrink it while it is hot."
    )
    told = shots(text, "a.md")
    kinds = {shot.words: shot.transition_in.kind for shot in told}
    assert kinds["Put in one full spoon of leaves for each guest."] in ("slide", "wipe")
    assert kinds["Warm the small brown pot with hot water first."] == "cut"
    assert kinds["Two"] == "dip_to_black"
    assert told[-1].id == "credits"


def test_who_has_a_first_name_in_the_text_is_known_and_looks_of_roles_are_their_own() -> None:
    told = script("# A\n\nFor years Ida Brandt kept the light. In May Ida met the baker at the well.", "a.md")
    assert known_people(told) == (("ida", "Ida Brandt"),)
    seen = {person.id for shot in plan_shots(told, Project()).shots for person in shot.people}
    assert "ida" in seen
