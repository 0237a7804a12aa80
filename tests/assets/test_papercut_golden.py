"""The approved pictures of the paper-cut look, and what the comparison finds."""

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.assets.looks.papercut import shots
from storyreel.assets.looks.papercut.look import compose, shot_of
from storyreel.assets.looks.papercut.palette import palette
from storyreel.assets.looks.papercut.raster import layers_of
from storyreel.assets.looks.papercut.sheet import Page
from tests.assets.editorial_golden import Record, differences, records, unmoved_mouths
from tests.assets.papercut_golden import NAMES, SCENES, SIZES, approved, draw


@pytest.mark.parametrize("name", NAMES)
def test_each_shot_is_as_it_was_approved(name: str, tmp_path: Path) -> None:
    layers = draw(name, tmp_path)
    assert differences(approved(name), records(layers)) == []
    assert unmoved_mouths(layers) == []


def drawn_page(name: str, page: Page, folder: Path) -> list[Record]:
    """The records of a page that was changed by hand."""
    shot = shot_of(SCENES[name], SIZES["wide"])
    folder.mkdir(exist_ok=True)
    return records(layers_of(page.sheets, shot.frame, shot.pal, shot.pen.light, SIZES["wide"], folder))


def page_of(name: str) -> Page:
    return compose(shot_of(SCENES[name], SIZES["wide"]))


def test_a_page_that_nobody_changed_is_as_it_was_approved(tmp_path: Path) -> None:
    assert (
        differences(approved("lighthouse"), drawn_page("lighthouse", page_of("lighthouse"), tmp_path)) == []
    )


def test_a_swapped_palette_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shots, "chosen", lambda *_, **__: palette("dawn", "calm"))
    wrong = differences(approved("lighthouse"), records(draw("lighthouse", tmp_path)))
    assert len(wrong) >= 3


@pytest.mark.parametrize("part", ["lighthouse0", "disc", "slope-trees", "cliff1"])
def test_a_missing_part_is_found(part: str, tmp_path: Path) -> None:
    page = page_of("lighthouse")
    left = tuple(sheet for sheet in page.sheets if sheet.name != part)
    assert len(left) == len(page.sheets) - 1
    assert differences(approved("lighthouse"), drawn_page("lighthouse", replace(page, sheets=left), tmp_path))


def test_a_sheet_in_the_wrong_order_is_found(tmp_path: Path) -> None:
    page = page_of("lighthouse")
    sheets = list(page.sheets)
    index = next(k for k, sheet in enumerate(sheets) if sheet.name == "lighthouse0")
    behind = next(k for k, sheet in enumerate(sheets) if sheet.name == "cliff0")
    sheets[index], sheets[behind] = sheets[behind], sheets[index]
    changed = drawn_page("lighthouse", replace(page, sheets=tuple(sheets)), tmp_path)
    assert differences(approved("lighthouse"), changed)


def test_a_layer_in_the_wrong_order_is_found(tmp_path: Path) -> None:
    layers = list(draw("talk", tmp_path))
    layers[1], layers[-1] = layers[-1], layers[1]
    assert differences(approved("talk"), records(tuple(layers))) == ["The layers stand in another order."]


def test_a_mouth_that_does_not_move_is_found(tmp_path: Path) -> None:
    layers = draw("talk", tmp_path)
    mouth = next(layer for layer in layers if any(act.kind == "mouth" for act in layer.acts))
    still = tmp_path / "still.png"
    assert cv2.imwrite(str(still), np.zeros((int(mouth.box.height), int(mouth.box.width), 4), np.uint8))
    stuck = tuple(replace(layer, file=still) if layer is mouth else layer for layer in layers)
    assert unmoved_mouths(layers) == []
    assert unmoved_mouths(stuck) == [mouth.name]
