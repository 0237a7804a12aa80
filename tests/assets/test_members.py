"""Cast packs: a name is always the same person, what the author says of somebody is seen."""

from storyreel.assets.cast import Member, appearance_of, gesture_of, make_pack, make_packs, role_person
from storyreel.assets.reader.feelings import expression_of
from storyreel.assets.reading import PackPicture
from storyreel.kit.decision import scored_again

LINES = (
    "Tamsin pulled her red coat tight.",
    "Old Tom sits by the stove with a beard like snow.",
    "Nell, a girl of nine, wore glasses.",
    "Captain Reyes looked at the sea.",
    "Berta is 71 years old and has white hair.",
)


def test_a_name_is_the_same_person_whatever_else_the_film_tells() -> None:
    assert appearance_of("Ida Brandt") == appearance_of("Ida Brandt")
    assert appearance_of("Ida", ("It rained.", "Tom laughed.")) == appearance_of("Ida", ("It snowed.",))


def test_what_the_author_says_is_seen() -> None:
    tamsin = appearance_of("Tamsin", LINES)
    assert (tamsin.clothes, tamsin.color, tamsin.gender) == ("coat", "red", "female")
    tom = appearance_of("Tom", LINES)
    assert (tom.age, tom.wears, tom.gender) == ("old", "beard", "male")
    nell = appearance_of("Nell", LINES)
    assert (nell.age, nell.wears) == ("child", "glasses")
    assert appearance_of("Captain Reyes", LINES).wears == "cap"
    berta = appearance_of("Berta", LINES)
    assert (berta.age, berta.hair_color) == ("old", "white")


def test_roles_look_like_their_work_and_stay_the_same() -> None:
    assert role_person("baker").appearance.clothes == "apron"
    assert role_person("old woman").appearance.age == "old"
    assert role_person("girl").appearance.age == "child"
    assert role_person("grandmother").appearance.gender == "female"
    assert role_person("baker") == role_person("baker")
    assert role_person("old woman").id == "role-old-woman"


def test_a_figure_agrees_with_its_voice_where_the_name_says_nothing() -> None:
    assert appearance_of("Quarrion", voice="female_2").gender == "female"
    assert appearance_of("Quarrion", voice="male_2").gender == "male"


def test_members_of_one_cast_wear_different_colours() -> None:
    names = ("Ida", "Tom", "Nell", "Reyes", "Berta", "Elsa")
    packs = make_packs([Member(name.lower(), name) for name in names])
    assert len({pack.appearance.color for pack in packs}) == len(names)
    for pack in packs:
        assert pack.appearance.color != pack.appearance.second_color


def test_a_known_pack_is_kept_with_todays_voice() -> None:
    before = make_pack(Member("ida", "Ida", "female_1"))
    after = make_packs([Member("ida", "Ida", "female_3", ("Ida wore a green dress.",))], [before])[0]
    assert after.appearance == before.appearance
    assert after.voice == "female_3"


def test_the_authors_own_pictures_replace_those_of_a_known_pack() -> None:
    before = make_pack(Member("ida", "Ida"))
    picture = PackPicture(sha256="a" * 64, media_type="image/png")
    after = make_pack(Member("ida", "Ida", pictures=(picture,)), known=before)
    assert (after.pictures, after.appearance) == ((picture,), before.appearance)


def test_every_choice_of_a_pack_can_be_scored_again() -> None:
    pack = make_pack(Member("tamsin", "Tamsin", "female_1", LINES), taken=("red", "teal"))
    assert {decision.question for decision in pack.decisions} == {"gender", "clothes colour"}
    for decision in pack.decisions:
        assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}


def test_faces_and_bodies_follow_words_and_tags() -> None:
    assert expression_of((), "She was terrified of the dark.") == "afraid"
    assert expression_of(("joyful",), "The bells rang.") == "happy"
    assert expression_of(("sad",), "He was not afraid.") == "sad"
    assert expression_of((), "The door is open.") == "neutral"
    assert gesture_of("Old Tom sits by the stove.") == "sitting"
    assert gesture_of("I cannot.", speaks=True) == "speaking"
    assert gesture_of("Hm.", listens=True) == "listening"
