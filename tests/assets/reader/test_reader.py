"""What the reader promises beside the forty: numbers, people, parts, denials, figures of speech, settings."""

import pytest

from storyreel.assets.nouns import OBJECTS
from storyreel.assets.reader import (
    INDOORS,
    NEAREST,
    PLACES,
    Surroundings,
    decide_kind,
    people_named,
    read_shot,
    scene_setting,
)
from storyreel.assets.reader.idioms import IDIOMS, idioms_of, without_idioms
from storyreel.assets.reader.near import near_words
from storyreel.assets.reader.places import HABITATS
from storyreel.kit.decision import scored_again

ANYWHERE = Surroundings()


def _kind(words: str, **around: object) -> str:
    return read_shot(words, Surroundings(**around)).kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('"Come in," said Ann. "I cannot," said Ben.', "dialogue"),
        ('"We thought," he said, "that we had found a star."', "quote"),
        ("She travelled from Rome to Cairo on a donkey.", "journey"),
        ("Nine of the twenty houses were empty.", "people_chart"),
        ("The town had 400 people in 1900 and 9,000 in 1950.", "chart"),
        ("It was built in 1850 and burned down in 1911.", "timeline"),
        ("First wash the rice, then boil it, and finally let it rest.", "process"),
        ("Take three things: a rope, a lamp and a loaf of bread.", "list"),
        ("Dr. Ana Silva leads the clinic.", "lower_third"),
        ("Forty-one people stood around the fire.", "crowd"),
        ("She was afraid.", "emotion"),
        ("The bridge is 300 metres long.", "number"),
        ("An owl hears better than a dog.", "comparison"),
        ("The cat slept on the wall.", "scene"),
        ("Nothing that matters can be hurried.", "sentence"),
    ],
)
def test_the_first_rule_that_holds_gives_the_kind(words: str, kind: str) -> None:
    assert _kind(words) == kind


def test_cards_and_lines_of_speakers_are_what_they_are_said_to_be() -> None:
    assert _kind("The Last Keeper", title=True) == "title"
    assert _kind("The storm", chapter=True) == "chapter"
    assert _kind("Made by hand", credits=True) == "credits"
    assert _kind("I cannot sit.", dialogue=True, speaker="Nell") == "dialogue"
    assert read_shot("I cannot sit.", Surroundings(dialogue=True, speaker="Nell")).said_by == "Nell"


@pytest.mark.parametrize(
    "words", ["A dog and two cats crossed the street.", "One in four bees came home.", "Hm."]
)
def test_a_kinds_scores_can_be_computed_again_from_what_was_stored(words: str) -> None:
    decision = decide_kind(words, ANYWHERE, "shot:s01")
    assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}
    assert decision.chosen.name == read_shot(words, ANYWHERE).kind
    assert decision.chosen.reason


def test_numbers_are_counted_dates_are_not() -> None:
    boats = read_shot("Three boats lay on the beach.", ANYWHERE)
    assert boats.subject is not None
    assert (boats.subject.name, boats.subject.count) == ("boat", 3)
    assert read_shot("The square held forty-one people.", ANYWHERE).people == 41
    dated = read_shot("In the year 1964 a bear walked into the village.", ANYWHERE)
    assert dated.people == 0
    assert dated.kind == "scene"
    assert dated.subject is not None
    assert (dated.subject.name, dated.subject.count) == ("bear", 1)


def test_a_figure_knows_its_word_unit_and_label() -> None:
    figure = read_shot("Last year the mill ground 12.4 tonnes of corn.", ANYWHERE).figures[0]
    assert (figure.value, figure.amount, figure.unit, figure.word) == ("12.4", 12.4, "tonnes", 5)
    years = read_shot("The railway opened in 1871 and closed in 1964.", ANYWHERE).figures
    assert [(each.value, each.word) for each in years] == [("1871", 4), ("1964", 8)]
    labels = read_shot("It sold 30 tonnes in 1990 and 55 tonnes in 2000.", ANYWHERE).figures
    assert [each.label for each in labels] == ["1990", "2000"]


def test_clock_times_days_of_a_month_and_pages_are_no_figures() -> None:
    for words in (
        "He came at nine.",
        "On 4 May it rained.",
        "It stands on page 12.",
        "At 7 o'clock she left.",
    ):
        assert read_shot(words, ANYWHERE).figures == ()


def test_items_know_their_thing_and_their_word() -> None:
    reading = read_shot("She packed three things: a lamp, some bread and an old key.", ANYWHERE)
    assert [(item.text, item.thing.name if item.thing else "", item.word) for item in reading.items] == [
        ("a lamp", "lamp", 4),
        ("some bread", "bread", 6),
        ("an old key", "key", 9),
    ]
    assert reading.heading == "She packed three things"


def test_what_is_denied_is_put_out() -> None:
    lamp = read_shot("The lamp in the tower was not lit.", ANYWHERE).subject
    assert lamp is not None
    assert (lamp.name, lamp.denied) == ("lamp", True)
    burning = read_shot("The lamp must never go out.", ANYWHERE).subject
    assert burning is not None
    assert not burning.denied


@pytest.mark.parametrize(
    "words",
    [
        "She was wet to the bone.",
        "It was a sea of troubles.",
        "He has a heart of stone.",
        "They broke the ice with a joke.",
        "That was the icing on the cake.",
        "It is only the tip of the iceberg.",
        "Every cloud has a silver lining.",
        "You hit the nail on the head.",
    ],
)
def test_figures_of_speech_are_not_drawn(words: str) -> None:
    reading = read_shot(words, ANYWHERE)
    assert reading.subject is None
    assert reading.place == ""
    assert reading.weather == ""


def test_the_same_words_meant_as_they_stand_are_drawn() -> None:
    ice = read_shot("They broke the ice on the pond.", ANYWHERE).subject
    assert ice is not None
    assert ice.name == "ice"


def test_idioms_keep_the_number_of_words_and_are_many() -> None:
    assert sum(len(entries.split(";")) for entries in IDIOMS.values()) >= 60
    text = "He was over the moon, and it cost an arm and a leg."
    assert len(without_idioms(text).split()) == len(text.split())
    assert [feeling for _, _, feeling in idioms_of(text)] == ["happy", "neutral"]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("A bat slept in the attic.", "bat"),
        ("The batter swung his bat at the ball.", "cricket-bat"),
        ("He put the money in the bank.", "money"),
        ("They sat on the bank of the river.", None),
        ("She has to watch the door.", "door"),
        ("The gold watch ticked on his wrist.", "watch"),
        ("The phone rang and rang.", "telephone"),
        ("The price rose by a coin.", "coin"),
        ("A single rose grew in the garden.", "rose"),
        ("The terrier chased a schooner on the pond.", "dog"),
        ("It was a slow and noisy ship.", "ship"),
        ("They left it there.", None),
        ("Camels store fat.", "camel"),
        ("The church bell was cracked.", "bell"),
        ("A noise like rain came from the cellar.", None),
        ("He was a lion in battle.", None),
    ],
)
def test_words_with_several_meanings_are_read_by_their_company(words: str, thing: str | None) -> None:
    subject = read_shot(words, ANYWHERE).subject
    assert (subject.name if subject else None) == thing


def test_the_scene_holds_where_a_line_names_no_place_of_its_own() -> None:
    around = Surroundings(place="sea_cliff", time="night", weather="storm")
    climbed = read_shot("She climbed.", around)
    assert (climbed.kind, climbed.place, climbed.time, climbed.weather) == (
        "scene",
        "sea_cliff",
        "night",
        "storm",
    )
    moved = read_shot("At noon she sat in the kitchen.", around)
    assert (moved.place, moved.time) == ("kitchen", "day")
    spoken = read_shot(
        "In the morning I was in the kitchen.", Surroundings(place="sea_cliff", time="night", dialogue=True)
    )
    assert (spoken.place, spoken.time) == ("sea_cliff", "night")


TALE = [
    "Ida climbed the stairs of the lighthouse with a can of oil.",
    "The sea was calm, and a small boat lay at the foot of the cliff.",
    "Each evening she lit the lamp and listened to the gulls.",
    "Then the wind turned, and the night came early.",
]


def test_a_scene_is_set_by_its_author_then_by_all_its_lines() -> None:
    told = scene_setting(TALE, "", "", "")
    assert (told.place, told.time) == ("sea_cliff", "")
    assert scene_setting(TALE, "INT. KITCHEN", "NIGHT", "").place == "kitchen"
    assert scene_setting(TALE, "INT. KITCHEN", "NIGHT", "").time == "night"
    assert scene_setting(TALE, "", "", "The harbour").place == "harbour"


def test_no_changed_ordinary_word_moves_a_scene() -> None:
    settled = scene_setting(TALE, "", "", "")
    ordinary = ["calm", "small", "can", "listened", "early", "foot", "then", "turned", "lit", "evening"]
    for line, text in enumerate(TALE):
        for word in ordinary:
            changed = [*TALE[:line], text.replace(f" {word}", " quiet"), *TALE[line + 1 :]]
            again = scene_setting(changed, "", "", "")
            assert (again.place, again.time, again.weather) == (settled.place, settled.time, settled.weather)


def test_known_people_are_named_others_are_roles() -> None:
    around = Surroundings(names=(("ida", "Ida Brandt"), ("tom", "Old Tom")))
    assert read_shot("Ida gave the bread to a baker.", around).named == ("ida",)
    assert read_shot("Ida gave the bread to a baker.", around).roles == ("baker",)
    assert read_shot("She closed the window.", around).named == ("ida",)
    assert read_shot("Elsa found an old woman.", ANYWHERE).roles == ("Elsa", "old woman")
    assert people_named(["Elsa ran.", "Then Elsa slept."]) == (("role-elsa", "Elsa"),)
    assert read_shot("Nobody came.", ANYWHERE).people == 0


def test_tables_name_only_ids_that_exist() -> None:
    assert len(PLACES) >= 25
    assert set(PLACES) >= INDOORS | set(NEAREST) | set(NEAREST.values()) | set(HABITATS.values())
    assert set(OBJECTS) >= set(HABITATS)
    near = near_words()
    assert set(OBJECTS) >= set(near.things.values())
    assert set(PLACES) >= set(near.places.values())
    assert near.things["brig"] == "ship"
    assert near.things["terrier"] == "dog"


def test_every_place_leads_to_a_place_that_stands_alone() -> None:
    for start in NEAREST:
        seen, place = {start}, start
        while place in NEAREST:
            place = NEAREST[place]
            if place in seen:
                break
            seen.add(place)
        assert place not in NEAREST or len(seen) > 1
