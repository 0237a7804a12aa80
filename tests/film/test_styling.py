"""A film has one look and one palette, chosen by the text, the author or the brand, and told why."""

from pathlib import Path

import pytest

from storyreel.assets.looks import LOOKS
from storyreel.film.brand.model import Brand, BrandColors
from storyreel.film.plan import plan_shots
from storyreel.film.styling import film_style
from storyreel.kit.decision import scored_again
from storyreel.kit.errors import InputError
from storyreel.kit.project import Project
from tests.film.making import script

TALE = plan_shots(
    script("# The Well\n\nOne night the old baker walked to the well in the rain.\n\nA girl sat by the sea."),
    Project(),
)
COLORS = BrandColors(paper="#f7ecd6", ink="#1e1a33", accent="#e84e2c", highlight="#f6ae3b", cool="#1e7b78")
PLAIN = Brand(name="")


@pytest.mark.parametrize("asked", ["auto", *LOOKS])
@pytest.mark.parametrize("brand", [PLAIN, Brand(name="B", colors=COLORS)])
def test_every_choice_of_style_scores_again(asked: str, brand: Brand) -> None:
    style = film_style(TALE, Project(), asked, brand)
    assert [decision.question for decision in style.decisions] == ["look", "palette"]
    for decision in style.decisions:
        assert decision.about == "film"
        assert decision.chosen.reason
        assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}
    assert style.look in LOOKS


@pytest.mark.parametrize("asked", LOOKS)
def test_the_author_has_the_last_word_on_the_look(asked: str) -> None:
    assert film_style(TALE, Project(), asked, PLAIN).look == asked


def test_the_brands_colours_are_a_palette_unless_the_project_names_one() -> None:
    brand = Brand(name="B", colors=COLORS)
    assert film_style(TALE, Project(), "editorial", brand).palette == COLORS.palette
    assert film_style(TALE, Project(palette="plum"), "editorial", brand).palette == "plum"


def test_every_look_can_draw_with_the_palette_it_gets() -> None:
    for look, pack in LOOKS.items():
        assert film_style(TALE, Project(), look, PLAIN).palette in pack.palettes


def test_an_unknown_look_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError) as caught:
        film_style(TALE, Project(), "crayon", PLAIN)
    assert all(look in caught.value.next_step for look in LOOKS)


@pytest.mark.parametrize(
    ("example", "look"),
    [
        ("lighthouse.md", "paper-cut"),
        ("two-keepers.fountain", "paper-cut"),
        ("a-port-in-numbers.md", "editorial"),
        ("how-to-sharpen-a-knife.md", "editorial"),
    ],
)
def test_tales_are_cut_from_paper_and_explanations_are_set_in_type(example: str, look: str) -> None:
    text = (Path(__file__).parents[2] / "examples" / example).read_text(encoding="utf-8")
    plan = plan_shots(script(text, example), Project())
    assert film_style(plan, Project(), "auto", PLAIN).look == look
