"""Speakers: the same person for the same name, another one for another name."""

from itertools import combinations

import pytest

from storyreel.assets.looks.editorial.look import compose
from storyreel.assets.looks.editorial.palette import palette as roles
from storyreel.assets.looks.editorial.parts.cast import person_of
from storyreel.assets.looks.editorial.parts.people import ROLES, tones
from storyreel.kit.names import FEMALE_NAMES, MALE_NAMES, gender_hint
from tests.assets.lines import FORMATS, need

NAMES = sorted(FEMALE_NAMES | MALE_NAMES)


def figure(speaker: str, words: str = "The rope is cut.", position: int = 0, tag: str = "") -> str:
    page = compose(need(words, "quote", tag, speaker=speaker, position=position), "hearth", FORMATS["tall"])
    return next(sketch.svg for sketch in page.sketches if sketch.name == "subject")


def test_two_speakers_of_a_film_hardly_ever_look_alike() -> None:
    people = [person_of(name) for name in NAMES]
    pairs = list(combinations(people, 2))
    assert sum(one == two for one, two in pairs) / len(pairs) < 0.002
    same_at_a_glance = sum((a.coat, a.hair, a.hat) == (b.coat, b.hair, b.hat) for a, b in pairs)
    assert same_at_a_glance / len(pairs) < 1 / 24


def test_a_speaker_looks_the_same_in_every_shot() -> None:
    assert figure("Nell", position=2) == figure("Nell", position=6)
    assert figure("Nell") != figure("Tom")
    assert person_of("NELL") == person_of("Nell") != person_of("Tom")


def test_a_name_suggests_age_trade_and_gender() -> None:
    old, young = person_of("Old Hale"), person_of("Little Ben")
    assert old.holds == "stick"
    assert old.hair_color in ("paper", "stone")
    assert young.size < 1
    assert not young.beard
    assert person_of("Captain Reed").hat == "cap"
    assert person_of("Dr Ruiz").glasses
    assert all(person_of(name).skirt == (gender_hint(name) == "female") for name in NAMES)


def test_somebody_quoted_without_a_name_is_known_by_the_words_around() -> None:
    she, he = (figure("", f'"We thought we had found a star," {who} said.') for who in ("she", "he"))
    assert she != he


@pytest.mark.parametrize("tag", ["angry", "sad"])
def test_a_speakers_face_shows_the_feeling(tag: str) -> None:
    assert figure("Tom", tag=tag) != figure("Tom")


@pytest.mark.parametrize("position", [0, 1])
def test_a_coat_never_has_the_colour_of_the_disc_behind_it(position: int) -> None:
    pal = roles("hearth")
    for coat, name in {person_of(name).coat: name for name in NAMES}.items():
        page = compose(
            need("The rope is cut.", "quote", speaker=name, position=position), pal.name, FORMATS["wide"]
        )
        disc = page.sketches[0].svg.split('id="disc"')[0].rsplit('fill="', 1)[1][:7]
        assert disc.startswith("#")
        assert disc != tones(pal)[coat]


def test_people_of_the_narrator_keep_their_looks() -> None:
    assert ROLES["woman"].hair == "bun"
    assert ROLES["man"].hair == "short"
