"""Layouts: every template passes the checks; the checks catch what is wrong."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.looks import LOOKS, DrawnLayer
from storyreel.assets.looks.editorial.look import choose
from storyreel.assets.looks.editorial.templates import TEMPLATES
from storyreel.assets.looks.layout.drawn import faults_drawn
from storyreel.assets.looks.layout.model import Area, Block, Plan
from storyreel.assets.looks.layout.rules import faults
from storyreel.assets.looks.layout.safe import bands, caption_band, platform_bands
from storyreel.assets.looks.layout.solve import solve
from storyreel.assets.model import Act
from storyreel.timeline.model import Box
from tests.assets.lines import FORMATS
from tests.assets.shots import SHOTS

LOOK = LOOKS["editorial"]


def test_there_is_a_shot_of_every_kind() -> None:
    assert {shot.kind for shot in SHOTS.values()} == set(TEMPLATES)


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("name", SHOTS)
def test_each_template_passes_the_checks_before_drawing(name: str, shape: str) -> None:
    assert [fault.sentence for fault in choose(SHOTS[name], "hearth", FORMATS[shape]).faults] == []


STRAINED = [name for name in SHOTS if name.endswith(("-long", "-awkward"))]
DRAWN = [(name, shape) for name in SHOTS if name not in STRAINED for shape in FORMATS]
DRAWN += [(name, tuple(FORMATS)[k % 3]) for k, name in enumerate(STRAINED)]
"""What strains a template is drawn in one format each, in turn."""


@pytest.mark.parametrize(("name", "shape"), DRAWN)
def test_each_template_passes_the_checks_after_drawing(name: str, shape: str, tmp_path: Path) -> None:
    size = tuple(side // 8 * 2 for side in FORMATS[shape])
    drawn = LOOK.draw(SHOTS[name], "hearth", (size[0], size[1]), tmp_path)
    assert drawn.plan is not None
    assert [fault.sentence for fault in faults_drawn(drawn.layers, drawn.plan)] == []


@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_looks_different_at_the_next_four_positions(name: str) -> None:
    pages = [
        choose(SHOTS[name].model_copy(update={"position": at}), "hearth", FORMATS["wide"]).taken
        for at in range(4)
    ]
    drawn = ["".join(sketch.svg for sketch in page.sketches) for page in pages]
    assert len(set(drawn)) == 4


# The checks themselves

FRAME = Plan(1920, 1080)


def plan(*blocks: Block, **kwargs: object) -> Plan:
    return Plan(1920, 1080, blocks, **kwargs)


def rules_of(found: Plan) -> set[str]:
    return {fault.rule for fault in faults(found)}


def test_a_good_plan_has_no_fault() -> None:
    words = Block("words", "words", Area(100, 100, 600, 200), size=90, ink="#1e1a33", ground="#f7ecd6")
    face = Block("face", "face", Area(1200, 300, 200, 200))
    assert not faults(plan(words, face))


@pytest.mark.parametrize(
    ("rule", "blocks"),
    [
        ("outside", (Block("a", "words", Area(-10, 0, 100, 50)),)),
        ("outside", (Block("a", "balloon", Area(1800, 0, 200, 50)),)),
        ("band", (Block("a", "face", Area(500, 900, 100, 100)),)),
        ("overlap", (Block("a", "words", Area(0, 0, 100, 50)), Block("b", "face", Area(60, 0, 100, 50)))),
        ("small", (Block("a", "words", Area(0, 0, 100, 50), size=20),)),
        ("contrast", (Block("a", "words", Area(0, 0, 9, 9), size=40, ink="#f6ae3b", ground="#f7ecd6"),)),
    ],
)
def test_each_rule_finds_its_fault(rule: str, blocks: tuple[Block, ...]) -> None:
    assert rules_of(plan(*blocks)) == {rule}


def test_what_stands_on_another_by_intention_is_no_overlap() -> None:
    balloon = Block("balloon", "balloon", Area(0, 0, 300, 200))
    words = Block("words", "words", Area(40, 40, 200, 100), on="balloon")
    assert not faults(plan(balloon, words))


def test_without_captions_their_band_is_free() -> None:
    words = Block("a", "words", Area(300, 920, 400, 80))
    assert rules_of(plan(words)) == {"band"}
    assert not faults(plan(words, captions=False))


def test_a_tall_frame_keeps_the_controls_of_platforms_free() -> None:
    assert platform_bands(1920, 1080) == ()
    names = [name for name, _ in bands(1080, 1920)]
    assert names == ["captions", "controls", "controls"]
    assert caption_band(1080, 1920).y < platform_bands(1080, 1920)[0].y


def test_the_first_composition_without_a_fault_wins() -> None:
    good, bad, worse = plan(), plan(Block("a", "words", Area(-9, 0, 20, 9))), plan(
        Block("a", "words", Area(-9, 0, 20, 9), weight=5)
    )  # fmt: skip
    made: list[int] = []

    def of(index: int, what: Plan):  # a closure of the test
        def compose() -> Plan:
            made.append(index)
            return what

        return compose

    chosen = solve([of(0, bad), of(1, good), of(2, good)], lambda found: found)
    assert (chosen.index, made) == (1, [0, 1])
    assert solve([of(0, worse), of(1, bad)], lambda found: found).index == 1


@given(st.floats(-400, 2300), st.floats(-400, 1400), st.floats(10, 700), st.floats(10, 500))
@settings(max_examples=60, deadline=None)
def test_words_without_a_fault_are_wholly_seen(x: float, y: float, width: float, height: float) -> None:
    area = Area(x, y, width, height)
    if not faults(plan(Block("a", "words", area))):
        assert x >= -1
        assert y >= -1
        assert area.right <= 1921
        assert area.foot <= 1080 * 0.8 + 0.03 * height + 1


# The checks after drawing

SIZE = (320, 180)


def layer(
    folder: Path, name: str, picture: np.ndarray, x: int = 0, y: int = 0, **fields: object
) -> DrawnLayer:
    file = folder / f"{name}.png"
    assert cv2.imwrite(str(file), picture)
    box = Box(x=x, y=y, width=picture.shape[1], height=picture.shape[0])
    return DrawnLayer(name, file, box, 0.1, "text", **fields)


def ground(folder: Path, color: tuple[int, int, int]) -> DrawnLayer:
    return layer(folder, "ground", np.full((SIZE[1], SIZE[0], 3), color, np.uint8))


def patch(color: tuple[int, int, int], width: int = 60, height: int = 20) -> np.ndarray:
    return np.dstack([np.full((height, width, 3), color, np.uint8), np.full((height, width), 255, np.uint8)])


WORDS = Block("w", "words", Area(120, 120, 360, 120), layer="w", size=70)


def found(layers: list[DrawnLayer], *blocks: Block) -> set[str]:
    return {fault.rule for fault in faults_drawn(layers, Plan(1920, 1080, blocks))}


def test_good_layers_have_no_fault(tmp_path: Path) -> None:
    layers = [ground(tmp_path, (214, 236, 247)), layer(tmp_path, "w", patch((51, 26, 30)), 20, 20)]
    assert found(layers, WORDS) == set()


def test_words_under_a_later_layer_are_found(tmp_path: Path) -> None:
    over = layer(tmp_path, "over", patch((0, 0, 200), 30, 20), 50, 20)
    base = [ground(tmp_path, (214, 236, 247)), layer(tmp_path, "w", patch((51, 26, 30)), 20, 20)]
    assert found([*base, over], WORDS) == {"covered"}
    passing = layer(tmp_path, "rain", patch((0, 0, 200), 30, 20), 50, 20, acts=(Act(kind="fall"),))
    assert found([*base, passing], WORDS) == set()


def test_pale_words_on_their_real_ground_are_found(tmp_path: Path) -> None:
    layers = [ground(tmp_path, (214, 236, 247)), layer(tmp_path, "w", patch((150, 215, 240)), 20, 20)]
    assert found(layers, WORDS) == {"contrast"}


def test_words_that_are_drawn_into_the_captions_are_found(tmp_path: Path) -> None:
    block = Block("w", "words", Area(120, 800, 360, 240), layer="w", size=70)
    layers = [ground(tmp_path, (214, 236, 247)), layer(tmp_path, "w", patch((51, 26, 30)), 20, 150)]
    assert "band" in found(layers, block)


def test_words_that_are_drawn_beyond_the_frame_are_found(tmp_path: Path) -> None:
    layers = [ground(tmp_path, (214, 236, 247)), layer(tmp_path, "w", patch((51, 26, 30)), 290, 20)]
    assert "outside" in found(layers, Block("w", "words", Area(1740, 120, 180, 120), layer="w", size=70))


def test_faces_and_words_that_are_drawn_over_each_other_are_found(tmp_path: Path) -> None:
    face = layer(tmp_path, "f", patch((90, 120, 180), 80, 80), 40, 10)
    words = layer(tmp_path, "w", patch((51, 26, 30)), 20, 20)
    blocks = (WORDS, Block("f", "face", Area(240, 60, 480, 480), layer="f"))
    assert "overlap" in found([ground(tmp_path, (214, 236, 247)), face, words], *blocks)
