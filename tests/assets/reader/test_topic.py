"""What a whole text is about tells what its lines mean."""

import pytest

from storyreel.assets.nouns import OBJECTS
from storyreel.assets.reader import Surroundings, read_shot, topic_of
from storyreel.assets.reader.homographs import SENSES

KNIFE = topic_of("How to Sharpen a Kitchen Knife")
BEE = topic_of("The Honeybee")


def subject(words: str, around: Surroundings) -> str:
    found = read_shot(words, around).subject
    return found.name if found else ""


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("The Clockmaker's Bird", "bird"),
        ("How to Sharpen a Kitchen Knife", "knife"),
        ("The Honeybee", "bee"),
        ("Why We Forget", ""),
    ],
)
def test_a_title_says_what_a_text_is_about(title: str, thing: str) -> None:
    assert topic_of(title).thing == thing


def test_a_title_that_names_a_place_is_shown_by_a_thing_of_it() -> None:
    assert topic_of("A Port in Numbers", (), "harbour").thing == "ship"


@pytest.mark.parametrize(
    "words",
    ["Turn it over, and do the same again.", "It is sharp when it cuts paper.", "Do it once a month."],
)
def test_an_order_or_a_pronoun_shows_the_topic_and_says_so(words: str) -> None:
    reading = read_shot(words, Surroundings(topic=KNIFE))
    assert reading.kind == "scene"
    assert reading.subject is not None
    assert reading.subject.name in ("knife", "scissors", "newspaper")
    assert "knife" in reading.reason or reading.subject.name != "knife"


@pytest.mark.parametrize(
    "words",
    [
        "Patience is more than skill.",
        "It is late.",
        "Nothing lasts for ever.",
        "The river was black, and the stars lay in it.",
    ],
)
def test_general_statements_and_empty_pronouns_do_not(words: str) -> None:
    assert subject(words, Surroundings(topic=KNIFE)) != "knife"


@pytest.mark.parametrize(
    ("words", "around", "thing"),
    [
        ("Each colony has hundreds of drones.", BEE, "bee"),
        ("The drones hovered over the field.", KNIFE, "helicopter"),
        ("She cleans the cells.", BEE, "honeycomb"),
        ("He locked the prisoner in a cell.", KNIFE, "lock"),
        ("Lay the stone in the bowl.", KNIFE, "whetstone"),
        ("The stone rolled down.", BEE, "rock"),
    ],
)
def test_the_topic_tells_what_a_word_means_where_its_line_does_not(
    words: str, around: object, thing: str
) -> None:
    reading = read_shot(words, Surroundings(topic=around))
    assert thing in [each.name for each in (reading.subject, *reading.props) if each]


def test_the_queen_of_a_hive_is_nobody() -> None:
    around = Surroundings(topic=BEE)
    assert read_shot("The queen lays eggs.", around).roles == ()
    assert read_shot("The queen rode home.", Surroundings()).roles == ("queen",)


def test_weather_is_weather() -> None:
    reading = read_shot("A girl came in out of the snow.", Surroundings(place="shop"))
    assert (reading.weather, reading.subject) == ("snow", None)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Finally, wash the blade and dry it.", "scene"),
        ("As you walk around it, the bright side grows and shrinks.", "scene"),
        ("The answer is near: two gates, each of them 210 metres long.", "number"),
        ("He kept the lamp burning for more than forty years.", "scene"),
        ("A storm broke the wall, and 1,836 people drowned.", "number"),
    ],
)
def test_what_is_no_list_and_no_number(words: str, kind: str) -> None:
    assert read_shot(words, Surroundings(topic=topic_of("The Moon"))).kind == kind


def test_every_sense_is_an_object_and_words_with_several_senses_are_many() -> None:
    assert {name for rows in SENSES.values() for _, name in rows} <= {"", *OBJECTS}
    assert sum(len(rows) > 1 for rows in SENSES.values()) >= 40
