"""Parts of the paper-cut look: each draws, stands on its foot, fills its box, is itself and stays so."""

from itertools import combinations
from typing import Any, get_args

import cv2
import numpy as np
import pytest
import resvg_py
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.looks.papercut.color import lightness
from storyreel.assets.looks.papercut.palette import chosen
from storyreel.assets.looks.papercut.parts import OWN, PARTS, known, natural_height, own, source_of
from storyreel.assets.looks.papercut.parts.dress import dress_of, hair_tone, passer
from storyreel.assets.looks.papercut.parts.faces import MIENS, close
from storyreel.assets.looks.papercut.parts.figures import figure
from storyreel.assets.looks.papercut.parts.recoloured import family_of
from storyreel.assets.looks.papercut.pen import Art, Pen, moved
from storyreel.assets.nouns import OBJECTS
from storyreel.assets.reading import Appearance, Color, Expression, Gesture
from storyreel.kit.errors import InputError

DAY = Pen(chosen("day", "clear", "calm"))
NIGHT = Pen(chosen("night", "clear", "calm"), time="night", lit=True)
SIDE = 96
TAMSIN = Appearance(gender="female", age="child", hair="braids", color="red", second_color="ochre")
GESTURES: tuple[Gesture, ...] = get_args(Gesture)


def raster(svg: str, left: float, top: float, side: float) -> np.ndarray[Any, Any]:
    """Straight BGRA of a square view of `side` units on SIDE pixels."""
    document = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{SIDE}" '
        f'height="{SIDE}" viewBox="{left} {top} {side} {side}">{svg}</svg>'
    )
    png = resvg_py.svg_to_bytes(svg_string=document, skip_system_fonts=True)
    return np.asarray(cv2.imdecode(np.frombuffer(bytes(png), np.uint8), cv2.IMREAD_UNCHANGED))


def drawn(art: Art) -> np.ndarray[Any, Any]:
    """An art on a square with a tenth of air around its box."""
    size = max(art.width, art.height)
    side = size * 1.2
    left = (art.left + art.right) / 2 - side / 2
    return raster(art.svg, left, art.bottom + size * 0.1 - side, side)


def box_of(alpha: np.ndarray[Any, Any]) -> tuple[int, int, int, int]:
    x, y, w, h = cv2.boundingRect((alpha > 10).astype(np.uint8))
    return x, y, x + w, y + h


def test_there_are_more_than_seventy_parts_of_its_own_hand() -> None:
    assert sum(own(name) for name in PARTS) > 150


def test_everything_that_words_call_can_be_drawn() -> None:
    assert [name for name in OBJECTS if not known(name)] == []
    assert set(OWN) <= set(OBJECTS)


@pytest.mark.parametrize("name", sorted(PARTS))
def test_a_part_draws_and_fills_its_box(name: str) -> None:
    art = PARTS[name](DAY)
    left, top, right, foot = box_of(drawn(art)[:, :, 3])
    px = SIDE / (max(art.width, art.height) * 1.2)
    assert right - left > art.width * px * 0.62, "its box is wider than what is drawn"
    assert foot - top > art.height * px * 0.7, "its box is higher than what is drawn"
    margin = 0.1 * SIDE / 1.2
    assert left >= margin * 0.3
    assert foot <= SIDE - margin * 0.3, "something is drawn beyond the box"


@pytest.mark.parametrize("name", [name for name in sorted(PARTS) if own(name) and not PARTS[name](DAY).hangs])
def test_an_own_part_stands_on_its_foot(name: str) -> None:
    art = PARTS[name](DAY)
    assert -0.12 * art.height <= art.bottom <= 0.12 * art.height
    assert art.left < 0 < art.right


def test_what_hangs_reaches_down_from_its_hook() -> None:
    hanging = [PARTS[name](DAY) for name in PARTS if PARTS[name](DAY).hangs]
    assert hanging
    assert all(art.bottom > 0 and art.top > -0.2 * art.bottom for art in hanging)


def test_no_two_own_parts_look_alike() -> None:
    alias = {"lantern": "lamp", "bookcase": "shelf", "conifer": "pine", "cottage": "hut", "lute": "guitar",
             "bush": "herb"}  # fmt: skip
    seen: dict[str, bytes] = {
        name: drawn(PARTS[name](DAY)).tobytes() for name in PARTS if own(name) and name not in alias
    }
    assert [pair for pair in combinations(seen, 2) if seen[pair[0]] == seen[pair[1]]] == []


def test_equal_pens_draw_equal_parts_and_seeds_differ() -> None:
    assert all(PARTS[name](DAY) == PARTS[name](DAY) for name in PARTS)
    assert PARTS["house"](DAY) != PARTS["house"](DAY.with_seed(1))


def test_night_darkens_every_own_part() -> None:
    def mean(pen: Pen, name: str) -> float:
        picture = drawn(PARTS[name](pen.with_lit(lit=False)))
        return float(picture[:, :, :3][picture[:, :, 3] > 200].mean())

    names = ("house", "tree", "cow", "table", "boat", "bread")
    assert all(mean(NIGHT, name) < 0.8 * mean(DAY, name) for name in names)


@pytest.mark.parametrize("name", ["lighthouse", "lamp", "candle", "light-bulb", "lamp_post", "house"])
def test_a_lamp_is_lit_or_dark(name: str) -> None:
    lit, dark = (PARTS[name](NIGHT.with_lit(lit=on)) for on in (True, False))
    assert lit.svg != dark.svg
    assert not dark.glows or lit.glows != dark.glows
    assert lit.glows


def test_things_have_their_natural_height() -> None:
    for name in ("mouse", "horse", "church", "lamp", "airplane"):
        assert PARTS[name](DAY).height == pytest.approx(natural_height(name), rel=0.02)
    assert natural_height("mouse") < natural_height("horse") < natural_height("church")


def test_an_icon_takes_the_palette_and_its_source_is_told() -> None:
    assert source_of("lobster") == "noto"
    assert source_of("house") == "own"
    assert family_of("#d32f2f") in ("red", "rust")
    assert family_of("#888888") == "metal"
    assert PARTS["lobster"](DAY).svg != PARTS["lobster"](NIGHT).svg
    with pytest.raises(InputError, match="Nothing draws"):
        source_of("gramophone")


@pytest.mark.parametrize("gesture", GESTURES)
def test_every_pose_differs_and_faces_both_ways(gesture: Gesture) -> None:
    right, left = (figure(DAY, TAMSIN, gesture, right=side) for side in (True, False))
    assert right.svg != left.svg
    assert right.points["hand"][0] == pytest.approx(-left.points["hand"][0])
    assert all(right.svg != figure(DAY, TAMSIN, other).svg for other in GESTURES if other != gesture)


def test_a_child_is_smaller_than_an_adult() -> None:
    adult = TAMSIN.model_copy(update={"age": "adult"})
    assert figure(DAY, TAMSIN).height < 0.85 * figure(DAY, adult).height


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), color=st.sampled_from(get_args(Color)))
def test_a_crowd_keeps_off_the_accents_of_the_named(seed: int, color: Color) -> None:
    who = passer(seed, frozenset((color,)))
    assert color not in (who.color, who.second_color)
    assert who.color != "red"


@pytest.mark.parametrize("expression", get_args(Expression))
def test_mouth_and_lids_change_what_rests_and_cover_it(expression: Expression) -> None:
    puppet = close(DAY, TAMSIN.model_copy(update={"skin": "light"}), expression)
    left, top, right, low = puppet.face
    view = (left, top, max(right - left, low - top))
    rest = raster(puppet.body.svg, *view)
    for piece, empty in ((puppet.mouth, False), (puppet.lids, MIENS[expression].shut)):
        assert (piece == "") == empty
        if piece:
            with_it = raster(puppet.body.svg + piece, *view)
            alone = raster(piece, *view)[:, :, 3]
            changed = np.abs(with_it[:, :, :3].astype(int) - rest[:, :, :3]).max(axis=2) > 24
            assert changed.sum() > 12
            assert not changed[alone == 0].any(), "a piece changes only what it covers"


def test_open_eyes_vanish_behind_the_lids() -> None:
    bare = Appearance(hair="bald", hair_color="white", skin="light")
    puppet = close(DAY, bare, "surprised")
    left, top, right, low = puppet.face
    view = (left, top, max(right - left, low - top))
    seen = [raster(svg, *view) for svg in (puppet.body.svg, puppet.body.svg + puppet.lids)]
    dark = [int(((one[:, :, :3].max(axis=2) < 70) & (one[:, :, 3] > 200)).sum()) for one in seen]
    assert dark[1] < 0.6 * dark[0]


def test_expressions_differ_in_brows_eyes_or_mouth() -> None:
    faces = {name: close(DAY, TAMSIN, name).body.svg for name in MIENS}
    assert len(set(faces.values())) == len(get_args(Expression))


def test_pale_hair_stays_pale_by_night() -> None:
    white = dress_of(TAMSIN.model_copy(update={"hair_color": "white"}))
    brown = dress_of(TAMSIN)
    assert lightness(hair_tone(NIGHT, white)) > lightness(hair_tone(NIGHT, brown)) + 0.25


def test_a_part_placed_twice_on_one_sheet_keeps_its_clips() -> None:
    art = PARTS["barrel"](DAY)
    view = (-art.width * 2, -art.height * 1.3, art.width * 4)
    once = raster(moved(art.svg, art.width, 0), *view)
    twice = raster(moved(art.svg, -art.width, 0) + moved(art.svg, art.width, 0), *view)
    assert (once[:, SIDE // 2 :] == twice[:, SIDE // 2 :]).all()
