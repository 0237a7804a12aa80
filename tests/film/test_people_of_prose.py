"""People of prose: whom a text names, who speaks its quotations, whom its pronouns mean."""

import pytest

from storyreel.assets.cast import make_packs
from storyreel.assets.reader import people_of_text
from storyreel.film.model import PlannedShot
from storyreel.film.people import members_of
from storyreel.film.plan import plan_shots
from storyreel.film.told import told_of
from storyreel.kit.project import Project
from tests.film.making import script

TALE = """# The Clockmaker's Bird

A clockmaker named Anselm lived behind the church. One evening a girl came in
out of the snow. Her name was Lise.

"Can you make it sing again?" asked Lise.

"What did it sing before?" said Anselm.

"I never heard it. My grandmother did."

The girl sat down by the stove. He opened the bird on his table.
"""
BEES = """# The Honeybee

In 1944 Karl von Frisch found out how bees tell each other where flowers are. She lays eggs, and they dance.

"A bee's life is like a magic well," wrote von Frisch. "The more you draw from it, the more it fills."

A worker changes her profession with her age.
"""


def shots(text: str) -> dict[str, PlannedShot]:
    return {shot.words: shot for shot in plan_shots(script(text, "a.md"), Project()).shots}


def seen(shot: PlannedShot) -> list[tuple[str, bool]]:
    return [(person.name, person.speaks) for person in shot.people]


def test_a_text_names_its_people_and_says_what_they_are() -> None:
    found = {each.name: (each.gender, each.role) for each in told_of(script(TALE, "a.md")).people}
    assert found["Anselm"] == ("male", "clockmaker")
    assert found["Lise"] == ("female", "girl")
    assert "grandmother" in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karl von Frisch watched the bees. Later von Frisch wrote a book.", "Karl von Frisch"),
        ("Captain Brandt looked up. Brandt said nothing.", "Captain Brandt"),
        ("Doug Smith, a biologist, followed the wolves.", "Doug Smith"),
    ],
)
def test_one_person_with_several_names_is_one(text: str, name: str) -> None:
    assert [each.name for each in people_of_text((text,))] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "In Rotterdam the ships wait. Rotterdam grew.",
        "Summer came. Winter came, and nobody said a word.",
        "A boat named *Hurry* lay there.",
        "Bees dance. Everybody knew.",
    ],
)
def test_places_seasons_and_boats_are_nobody(text: str) -> None:
    assert people_of_text((text,)) == ()


def test_quotations_of_prose_are_a_talk_in_which_speaker_and_listener_take_turns() -> None:
    told = shots(TALE)
    first = told['"Can you make it sing again?" asked Lise.']
    assert (first.picture_kind, seen(first)) == ("dialogue", [("Lise", True), ("Anselm", False)])
    second = told['"What did it sing before?" said Anselm.']
    assert seen(second) == [("Anselm", True), ("Lise", False)]
    third = told['"I never heard it. My grandmother did."']
    assert seen(third) == [("Lise", True), ("Anselm", False)]
    assert {p.id: p.side for p in first.people} == {p.id: p.side for p in second.people}
    assert all(shot.speaker == "" for shot in (first, second, third)), "the narrator's voice says them"


def test_a_role_and_a_pronoun_mean_the_person_whom_the_scene_knows() -> None:
    told = shots(TALE)
    assert [name for name, _ in seen(told["The girl sat down by the stove."])] == ["Lise"]
    assert [name for name, _ in seen(told["He opened the bird on his table."])] == ["Anselm"]


def test_who_is_quoted_alone_is_seen_speaking_and_goes_on_in_the_same_paragraph() -> None:
    told = shots(BEES)
    quotes = [shot for shot in told.values() if shot.picture_kind == "quote"]
    assert [seen(shot) for shot in quotes] == [[("Karl von Frisch", True)]] * len(quotes)
    assert len(quotes) == 2


def test_among_animals_she_and_a_worker_are_nobody() -> None:
    shot = shots(BEES)["A worker changes her profession with her age."]
    assert shot.people == ()
    assert shot.reading is not None
    assert shot.reading.subject is not None
    assert shot.reading.subject.name == "bee"


def test_an_animal_that_speaks_is_seen_and_takes_turns() -> None:
    talk = '"Take me across," said the fox.\n\n"Why?" asked Jorin.\n\n"I know a secret."'
    text = f"# A\n\n{talk}\n\nHe untied the boat."
    last = shots(text)['"I know a secret."']
    assert last.reading is not None
    assert last.reading.subject is not None
    assert (last.reading.subject.name, last.people) == ("fox", ())


def test_clauses_decide_how_the_people_of_prose_look() -> None:
    packs = {pack.name: pack.appearance for pack in make_packs(members_of(script(TALE, "a.md"), {}))}
    assert (packs["Lise"].gender, packs["Lise"].age) == ("female", "child")
    assert (packs["Anselm"].gender, packs["Anselm"].clothes) == ("male", "apron")
    assert packs["grandmother"].age == "old"


def test_cards_show_what_the_film_is_about_and_say_why_they_are_of_their_kind() -> None:
    lines = "Turn it over, and do the same again on its other side. Wash it, and dry it well."
    told = plan_shots(script(f"# How to Sharpen a Knife\n\n## The test\n\n{lines}\n", "a.md"), Project())
    for shot in told.shots:
        assert shot.reading is not None
        assert shot.reading.subject is not None
        assert shot.reading.subject.name == "knife"
        assert shot.decisions[-1].question == "picture kind"
