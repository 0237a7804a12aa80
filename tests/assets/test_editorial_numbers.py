"""Numbers of the editorial look are drawn true."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.assets.looks.editorial.look import compose
from storyreel.assets.looks.editorial.templates.counted import MOST_MARKS, field_of
from storyreel.assets.looks.editorial.templates.end_card import pairs_of
from storyreel.assets.looks.editorial.templates.lettered import telling_of
from storyreel.assets.looks.layout.model import FormatShape
from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Figure, Reading, Thing

SIZES: dict[FormatShape, tuple[int, int]] = {"wide": (640, 360), "tall": (360, 640), "square": (360, 360)}


def number(amount: float, unit: str, thing: str = "") -> PictureNeed:
    """A shot of one number."""
    subject = Thing(name=thing, word=thing) if thing else None
    figure = Figure(value=f"{amount:,.0f}", amount=amount, unit=unit)
    return PictureNeed(
        id="s", kind="number", words=f"There are {amount:,.0f} {unit}.", framing="medium", movement="still",
        position=2, reading=Reading(kind="number", figures=(figure,), subject=subject),
    )  # fmt: skip


@given(st.integers(min_value=1, max_value=9_000_000_000))
def test_a_field_says_the_number(value: int) -> None:
    field = field_of(value)
    assert field.marks * field.each == pytest.approx(value)
    assert field.cells <= MOST_MARKS
    assert field.each >= 1


@pytest.mark.parametrize(
    ("amount", "unit", "thing", "drawn"),
    [
        (15, "degrees", "", "wedge"),
        (20, "minutes", "", "dial"),
        (71, "percent", "", "share"),
        (4, "years", "", "leaf3"),
        (150, "kilometres", "train", "ruler"),
        (60_000, "bees", "bee", "field"),
        (7, "boats", "boat", "counted"),
    ],
)
@pytest.mark.parametrize("shape", SIZES)
def test_each_number_has_the_drawing_that_suits_its_unit(
    amount: float, unit: str, thing: str, drawn: str, shape: FormatShape
) -> None:
    page = compose(number(amount, unit, thing), "hearth", SIZES[shape])
    assert any(sketch.name.startswith(drawn) for sketch in page.sketches) or drawn in {
        block.name for block in page.blocks
    }


def test_as_many_dots_as_people() -> None:
    page = compose(number(1836, "people"), "hearth", SIZES["wide"])
    dots = "".join(sketch.svg for sketch in page.sketches if sketch.name.startswith("field"))
    assert len(re.findall(r"<path", dots)) == 1836


def test_what_flies_has_a_trail_and_no_cord() -> None:
    need = number(180, "tonnes", "bee")
    bee = next(s for s in compose(need, "hearth", SIZES["wide"]).sketches if s.name == "subject")
    assert "stroke-dasharray" in bee.svg
    assert [act.kind for act in bee.acts] == ["float"]
    assert "-120V" not in bee.svg


def test_the_strong_words_stand_in_their_clause() -> None:
    told = telling_of("Nobody in the whole town knew why it had happened.", "why it had happened")
    assert (told.before, told.strong) == ("Nobody in the whole town knew", "why it had happened")


def test_a_line_of_credits_is_a_label_and_a_name() -> None:
    pair = pairs_of(["Voice: Kokoro by hexgrad (Apache-2.0)", "N. N."])
    assert [(p.label, p.name) for p in pair] == [("Voice", "Kokoro by hexgrad (Apache-2.0)"), ("", "N. N.")]
