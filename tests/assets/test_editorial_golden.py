"""The approved pictures of the editorial look, and what the comparison finds."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from tests.assets.editorial_golden import (
    NAMES,
    differences,
    draw,
    kept,
    records,
    shape_of,
    unmoved_mouths,
)


@pytest.mark.parametrize("name", NAMES)
def test_each_shot_is_as_it_was_approved(name: str, tmp_path: Path) -> None:
    layers = draw(name, tmp_path, shape=shape_of(name))
    assert differences(kept()[name], records(layers)) == []
    assert unmoved_mouths(layers) == []


def test_a_swapped_palette_is_found(tmp_path: Path) -> None:
    for name in ("dialogue", "people_chart"):
        other = records(draw(name, tmp_path / name, "plum", shape_of(name)))
        wrong = differences(kept()[name], other)
        assert "ground looks different." in wrong
        assert len(wrong) >= len(other) // 2


def test_a_missing_part_is_found(tmp_path: Path) -> None:
    layers = draw("scene", tmp_path, shape=shape_of("scene"))
    for gone in layers[1:]:
        left = tuple(layer for layer in layers if layer is not gone)
        assert differences(kept()["scene"], records(left)) == [f"{gone.name} is missing."]


def test_a_layer_in_the_wrong_order_is_found(tmp_path: Path) -> None:
    layers = list(draw("dialogue", tmp_path, shape=shape_of("dialogue")))
    layers[1], layers[3] = layers[3], layers[1]
    assert differences(kept()["dialogue"], records(tuple(layers))) == ["The layers stand in another order."]


def test_a_mouth_that_does_not_move_is_found(tmp_path: Path) -> None:
    layers = draw("quote", tmp_path, shape=shape_of("quote"))
    mouth = next(layer for layer in layers if any(act.kind == "mouth" for act in layer.acts))
    still = tmp_path / "still.png"
    clear = np.zeros((int(mouth.box.height), int(mouth.box.width), 4), np.uint8)
    assert cv2.imwrite(str(still), clear)
    stuck = tuple(replace(layer, file=still) if layer is mouth else layer for layer in layers)
    assert unmoved_mouths(layers) == []
    assert unmoved_mouths(stuck) == [mouth.name]


def test_the_speaker_and_only_the_speaker_has_a_moving_mouth(tmp_path: Path) -> None:
    layers = draw("dialogue", tmp_path, shape=shape_of("dialogue"))
    acts = [act for layer in layers for act in layer.acts]
    assert [act.person for act in acts if act.kind == "mouth"] == ["hale"]
    assert sorted(act.person for act in acts if act.kind == "blink") == ["hale", "mara"]
    rigs = {layer.rig for layer in layers if any(act.person == "hale" for act in layer.acts)}
    assert len(rigs) == 1
    assert sum(layer.rig in rigs for layer in layers) == 3
