"""Speakers: the same person for the same name, another one for another name."""

from itertools import combinations

import pytest

from storyreel.assets.looks.editorial.look import compose
from storyreel.assets.looks.editorial.palette import palette as roles
from storyreel.assets.looks.editorial.people.dress import FACES, HEADS, WARDROBE, WHOLE, cloth, figure
from storyreel.assets.looks.editorial.people.guess import guessed
from storyreel.assets.reading import Gesture
from storyreel.kit.names import FEMALE_NAMES, MALE_NAMES, gender_hint
from tests.assets.lines import FORMATS, need

NAMES = sorted(FEMALE_NAMES | MALE_NAMES)
PAL = roles("hearth")


def body(speaker: str, words: str = "The rope is cut.", position: int = 0, tag: str = "") -> str:
    page = compose(need(words, "quote", tag, speaker=speaker, position=position), "hearth", FORMATS["tall"])
    return next(sketch.svg for sketch in page.sketches if sketch.rig)


def test_two_speakers_of_a_film_hardly_ever_look_alike() -> None:
    people = [figure(guessed(name), PAL, "bust") for name in NAMES]
    pairs = list(combinations(people, 2))
    assert sum(one == two for one, two in pairs) / len(pairs) < 0.002
    same_at_a_glance = sum((a.head, a.jacket, a.hair) == (b.head, b.jacket, b.hair) for a, b in pairs)
    assert same_at_a_glance / len(pairs) < 1 / 24


def test_a_speaker_looks_the_same_in_every_shot() -> None:
    assert body("Nell", position=2) == body("Nell", position=6)
    assert body("Nell") != body("Tom")
    assert guessed("NELL").appearance == guessed("Nell").appearance != guessed("Tom").appearance


def test_head_clothes_and_colours_stay_when_pose_and_cut_change() -> None:
    for name in NAMES[:40]:
        shown = [
            figure(guessed(name, gesture=gesture), PAL, cut)
            for gesture in ("standing", "speaking", "sitting")
            for cut in ("bust", "whole")
        ]
        assert len({(f.head, f.skin, f.hair, f.jacket, f.glasses, f.beard) for f in shown}) == 1


def test_a_name_suggests_age_trade_and_gender() -> None:
    old, young = guessed("Old Hale").appearance, guessed("Little Ben").appearance
    assert old.age == "old"
    assert old.hair_color in ("white", "grey")
    assert young.age == "child"
    assert young.wears != "beard"
    assert figure(guessed("Little Ben"), PAL, "bust").size < 1
    assert guessed("Captain Reed").appearance.wears == "cap"
    assert guessed("Dr Ruiz").appearance.wears == "glasses"
    for name in NAMES:
        assert (guessed(name).appearance.gender == "female") == (gender_hint(name) == "female")


def test_somebody_quoted_without_a_name_is_known_by_the_words_around() -> None:
    she, he = (body("", f'"We thought we had found a star," {who} said.') for who in ("she", "he"))
    assert she != he


@pytest.mark.parametrize("tag", ["angry", "sad"])
def test_a_speakers_face_shows_the_feeling(tag: str) -> None:
    assert body("Tom", tag=tag) != body("Tom")


@pytest.mark.parametrize("position", [0, 3])
def test_a_coat_never_has_the_colour_of_the_disc_behind_it(position: int) -> None:
    for name in NAMES[:30]:
        page = compose(
            need("The rope is cut.", "quote", speaker=name, position=position), "hearth", FORMATS["wide"]
        )
        coat = figure(guessed(name), PAL, "bust").jacket
        disc = page.sketches[0].svg.split('id="disc"')[0].rsplit('fill="', 1)[1][:7]
        assert disc.startswith("#")
        assert disc != coat, name
        assert cloth(PAL, guessed(name).appearance.color) == coat


def test_every_word_of_an_appearance_has_drawings() -> None:
    gestures: tuple[Gesture, ...] = ("standing", "speaking", "sitting", "walking", "pointing")
    for hair in HEADS:
        for clothes in WARDROBE:
            for gesture in gestures:
                who = guessed("Ann", gesture=gesture)
                look = who.appearance.model_copy(update={"hair": hair, "clothes": clothes})
                for cut in ("bust", "whole"):
                    assert figure(who.model_copy(update={"appearance": look}), PAL, cut).body
    assert set(WARDROBE) == set(WHOLE)
    assert len(FACES) == 11
