"""What lines mean in pictures."""

import pytest

from storyreel.assets.looks.editorial.compose import known
from storyreel.assets.meaning import key_phrase, read, vocabulary
from storyreel.assets.nouns import LARGE, LIGHTS, OBJECTS, PEOPLE, SCENERY
from storyreel.assets.numbers import first_figure, list_parts
from storyreel.assets.stems import stem


@pytest.mark.parametrize(
    ("line", "object_id"),
    [
        ("The lighthouses stood in a row.", "lighthouse"),
        ("She lit her lantern.", "lamp"),
        ("He climbed the stairs.", "stairs"),
        ("Wolves howled.", "wolf"),
        ("They baked two loaves.", "bread"),
        ("By morning the storm had passed.", "storm"),
        ("Nineteen sailors climbed out.", "crew"),
        ("The children laughed.", "children"),
        ("She laughed.", "woman"),
        ("A letter had come.", "letter"),
    ],
)
def test_a_word_calls_its_object_in_any_inflection(line: str, object_id: str) -> None:
    assert read(line).picks[0].name == object_id


@pytest.mark.parametrize(
    ("line", "denied"),
    [
        ("No lamp was lit that night.", True),
        ("The lighthouse had not been lit for eleven years.", True),
        ("The great lamp went dark.", True),
        ("The lamp went out.", True),
        ("The light must never go out.", False),
        ("The lamp burned.", False),
        ("She had no oil.", True),
        ("A dog that nobody owned.", False),
        ("The harbour has a map that no printer ever sold.", False),
    ],
)
def test_a_denied_thing_is_put_out_and_no_other(line: str, denied: bool) -> None:
    assert read(line).picks[0].denied is denied


def test_a_line_without_things_has_no_object_and_says_so() -> None:
    reading = read("Some of it was true.")
    assert reading.picks == ()
    assert "no word" in reading.reason


def test_a_suggestion_is_asked_only_where_the_tables_miss() -> None:
    assert read("It was enough.", suggest=lambda _: "heart").picks[0].name == "heart"
    assert read("The boat left.", suggest=lambda _: "heart").picks[0].name == "boat"


def test_place_and_time_come_from_the_line_then_from_the_scene() -> None:
    assert read("A boat at midnight.", place="the kitchen").setting == "sea"
    assert read("A boat at midnight.").time == "night"
    assert read("Nothing moved.", place="INT. KITCHEN", time_of_day="NIGHT").setting == "indoors"


def test_a_name_is_not_taken_for_a_thing() -> None:
    assert read("Ida kept the light on Grey Rock.").picks[0].name == "lamp"


@pytest.mark.parametrize(
    "line", ["The light must never go out.", "It was, all in all, the kind of silence that has weight."]
)
def test_the_key_phrase_is_at_most_four_words_of_the_line(line: str) -> None:
    phrase = key_phrase(line)
    assert 1 <= len(phrase.split()) <= 4
    assert phrase in line


def test_every_object_can_be_drawn() -> None:
    assert [name for name in OBJECTS if not known(name)] == []
    assert set(OBJECTS) >= (LARGE | LIGHTS | PEOPLE | SCENERY) - {"palm-tree"}
    assert len(vocabulary()) > 500


@pytest.mark.parametrize(
    ("line", "digits", "unit"),
    [
        ("For forty-one years Ida kept it.", "41", "years"),
        ("She climbed the 112 steps with oil.", "112", "steps"),
        ("The bridge cost 3,200 dollars.", "3,200", "dollars"),
        ("Two hundred and some came.", "200", ""),
    ],
)
def test_a_number_keeps_its_unit(line: str, digits: str, unit: str) -> None:
    figure = first_figure(line)
    assert figure is not None
    assert (figure.digits, figure.unit) == (digits, unit)


def test_a_list_is_split_into_its_items() -> None:
    assert list_parts("Three things: a lamp, bread, and the key.") == (
        "Three things",
        ["a lamp", "bread", "the key"],
    )
    assert list_parts("- salt\n- rope") == ("", ["salt", "rope"])


@pytest.mark.parametrize(
    ("one", "other"), [("keeper", "keepers"), ("burn", "burning"), ("story", "stories"), ("stop", "stopped")]
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_a_tower_is_a_lighthouse_where_the_line_or_its_place_is_by_the_sea() -> None:
    assert read("The keeper climbed the tower.").picks[0].name in ("lighthouse", "keeper")
    assert "lighthouse" in [pick.name for pick in read("The tower stood dark.", place="LIGHTHOUSE").picks]
    assert [pick.name for pick in read("The king's tower stood dark.").picks if pick.name == "castle"]


def test_how_fast_something_goes_is_no_animal_beside_a_person() -> None:
    picks = read("and turned them slowly in her hands, all night long.").picks
    assert [pick.name for pick in picks] == ["woman"]
