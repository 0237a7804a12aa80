"""Pictures of the paper-cut look that are no scene: composed for each format, counted, free of faults."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.looks import LOOKS
from storyreel.assets.looks.layout.drawn import faults_drawn
from storyreel.assets.looks.layout.rules import faults
from storyreel.assets.looks.papercut.kinds import KINDS
from storyreel.assets.looks.papercut.kinds.counted import MOST_BOXES, best_columns, counting, plain, unit_of
from storyreel.assets.looks.papercut.kinds.desk import GROUNDS, desk_of
from storyreel.assets.looks.papercut.kinds.journey import ports, route
from storyreel.assets.looks.papercut.look import compose, shot_of
from storyreel.assets.looks.papercut.sheet import Page
from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Figure, Item, PictureKind, Reading, Thing
from tests.assets.shots import AWKWARD, MARA, SHOTS

FORMATS = {"wide": (1920, 1080), "tall": (1080, 1920), "square": (1080, 1080)}
SMALL = {"wide": (384, 216), "tall": (216, 384), "square": (216, 216)}
LAID = [name for name in SHOTS if not name.startswith(("scene", "dialogue"))]


def page(wanted: PictureNeed, size: tuple[int, int] = (1920, 1080)) -> Page:
    return compose(shot_of(wanted, size))


def asked(kind: PictureKind, words: str = "Words.", position: int = 0, **reading: Any) -> PictureNeed:
    return PictureNeed(
        id="s", kind=kind, words=words, framing="medium", movement="still", position=position,
        reading=Reading.model_validate({"kind": kind, **reading}),
    )  # fmt: skip


def svg(found: Page, start: str = "") -> str:
    return "".join(sheet.svg for sheet in found.sheets if sheet.name.startswith(start))


def test_every_kind_but_the_scene_has_its_composition() -> None:
    assert set(KINDS) == set(get_args(PictureKind)) - {"scene"}


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("name", LAID)
def test_no_plan_has_a_fault_whatever_the_words(name: str, shape: str) -> None:
    shot = shot_of(SHOTS[name], FORMATS[shape])
    found = compose(shot)
    assert faults(shot.frame.plan(found.blocks, captions=True)) == ()
    assert found.sheets[0].area is None


@pytest.mark.parametrize(
    ("name", "shape"),
    [("list-awkward", "wide"), ("process", "tall"), ("chart", "square"), ("journey", "wide"),
     ("timeline", "tall"), ("lower_third", "wide"), ("quote-long", "square"), ("number", "wide")],
)  # fmt: skip
def test_nothing_drawn_is_cut_covered_or_pale(name: str, shape: str, tmp_path: Path) -> None:
    drawn = LOOKS["paper-cut"].draw(SHOTS[name], "story", SMALL[shape], tmp_path)
    assert drawn.plan is not None
    assert faults_drawn(drawn.layers, drawn.plan) == ()


def test_formats_are_composed_anew() -> None:
    for name in ("list", "chart", "journey", "title", "timeline"):
        words = [
            [(b.name, round(b.area.x), round(b.area.y)) for b in page(SHOTS[name], size).blocks]
            for size in FORMATS.values()
        ]
        assert words[0] != words[1] != words[2] != words[0]


@settings(max_examples=30, deadline=None)
@given(count=st.integers(2, 80), shape=st.sampled_from(sorted(FORMATS)))
def test_a_crowd_has_exactly_as_many_as_are_said(count: int, shape: str) -> None:
    found = page(asked("crowd", people=count, place="square"), FORMATS[shape])
    assert sum(bool(re.fullmatch(r"crowd\d+", sheet.name)) for sheet in found.sheets) == count


@settings(max_examples=20, deadline=None)
@given(total=st.integers(1, 120))
def test_people_are_counted_one_by_one(total: int) -> None:
    figures = (Figure(value=str(total), amount=total, unit="owners"),)
    drawn = svg(page(asked("people_chart", figures=figures)), "people")
    assert drawn.count('<g transform="translate(0,-304)') == total


def test_the_smaller_figure_wears_the_accent() -> None:
    figures = (Figure(value="9", amount=9), Figure(value="41", amount=41))
    found = page(asked("people_chart", figures=figures))
    pen = desk_of(shot_of(asked("number"), (1920, 1080))).pen
    assert svg(found, "people").count(f'fill="{pen.tone("red", 0.5)}"') >= 9
    assert any(block.name == "heading" for block in found.blocks)


def test_things_are_counted_where_the_number_counts_them() -> None:
    boat = Thing(name="boat", word="boats", count=7)
    seven = page(asked("number", subject=boat, figures=(Figure(value="7", amount=7, unit="boats"),)))
    one = page(asked("number", subject=boat, figures=(Figure(value="1", amount=1, unit="boat"),)))
    assert svg(seven, "counted").count("translate") == 7 * svg(one, "counted").count("translate")


def test_a_measure_of_a_thing_shows_the_thing_once() -> None:
    cat = Thing(name="cat", word="cat")
    found = page(asked("number", subject=cat, figures=(Figure(value="900", amount=900, unit="hertz"),)))
    assert "cat" in found.reason
    assert not [sheet for sheet in found.sheets if sheet.name == "boxes"]


@settings(max_examples=80, deadline=None)
@given(amount=st.floats(0.01, 1e12))
def test_a_bar_never_has_more_boxes_than_fit(amount: float) -> None:
    assert amount / unit_of(amount) <= MOST_BOXES + 1e-6
    assert f"{unit_of(amount):.0e}"[0] in "125"


@settings(max_examples=60, deadline=None)
@given(count=st.integers(1, 200), width=st.floats(100, 2000), height=st.floats(100, 2000))
def test_rows_hold_everybody(count: int, width: float, height: float) -> None:
    columns = best_columns(count, width, height, 0.5)
    assert 1 <= columns <= count
    assert -(-count // columns) * columns >= count


def test_a_number_counts_up_to_itself_and_a_year_stands_still() -> None:
    steps = counting(Figure(value="12,450,000", amount=12_450_000))
    assert steps[-1] == "12,450,000"
    assert len(steps) == len(set(steps)) > 3
    assert [float(s.replace(",", "")) for s in steps] == sorted(float(s.replace(",", "")) for s in steps)
    assert counting(Figure(value="1964", amount=1964)) == ["1964"]
    assert counting(Figure(value="25-150", amount=25)) == ["25-150"]
    found = page(asked("number", figures=(Figure(value="12.4", amount=12.4, word=3),)))
    acts = [act for sheet in found.sheets for act in sheet.acts if act.kind == "count"]
    assert [act.order for act in acts] == list(range(acts[0].of))
    assert all(act.word == 3 for act in acts)


def test_words_tell_what_a_box_stands_for() -> None:
    assert [plain(v) for v in (1e6, 2e9, 50.0, 1000.0, 0.5)] == [
        "1 million",
        "2 billion",
        "50",
        "1,000",
        "0.5",
    ]


def test_items_come_in_on_their_words() -> None:
    items = tuple(Item(text=text, thing=Thing(name=text, word=text), word=4 + k) for k, text in
                  enumerate(("key", "bread", "lamp")))  # fmt: skip
    found = page(asked("list", items=items))
    assert {sheet.layer: sheet.acts[0].word for sheet in found.sheets if sheet.layer.startswith("item")} == {
        "item0": 4, "item1": 5, "item2": 6,
    }  # fmt: skip


def test_what_is_denied_in_a_list_is_put_out() -> None:
    lit, dark = (
        svg(page(asked("list", items=(Item(text="a lamp", thing=Thing(name="lamp", word="lamp", denied=no)),
                                      Item(text="x")))), "item0-lamp")
        for no in (False, True)
    )  # fmt: skip
    assert lit != dark


def test_the_traveller_follows_the_route() -> None:
    wanted = asked("journey", items=(Item(text="Rio"), Item(text="Lisbon")))
    found = page(wanted)
    act = next(a for s in found.sheets for a in s.acts if a.kind == "travel")
    shot = shot_of(wanted, (1920, 1080))
    way = route(*ports(shot))
    assert len(act.path) > 10
    assert act.path[0] == (0, 0)
    assert act.path[-1][0] > 0.5 * (way[-1][0] - way[0][0])


def test_neighbouring_shots_do_not_lie_on_one_paper() -> None:
    grounds = [desk_of(shot_of(asked("sentence", position=k), (1920, 1080))).family for k in range(5)]
    assert len(set(grounds)) == len(GROUNDS)


def test_the_named_person_stands_over_the_label() -> None:
    found = page(SHOTS["lower_third"])
    assert any(block.role == "face" for block in found.blocks)
    assert any(act.kind == "blink" for sheet in found.sheets for act in sheet.acts)


def test_a_voice_without_a_body_is_a_quotation() -> None:
    found = page(asked("dialogue", quote="Who is it?", said_by="the well"))
    assert {block.name for block in found.blocks} == {"quote", "said-by"}


def test_two_who_talk_are_near_and_the_speaker_has_a_mouth() -> None:
    found = page(SHOTS["dialogue"])
    acts = [act for sheet in found.sheets for act in sheet.acts]
    assert sum(block.role == "face" for block in found.blocks) == 2
    assert {act.person for act in acts if act.kind == "mouth"} == {"hale", MARA.id}


def test_one_changed_word_changes_nothing_of_another_shot() -> None:
    assert page(SHOTS["list"]) == page(SHOTS["list"])
    assert page(asked("sentence", words=AWKWARD)) != page(asked("sentence", words="b"))
