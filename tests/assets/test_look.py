"""The editorial look: determinism, layout, legibility, difference."""

import hashlib
import subprocess  # a second process is the thing under test here
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.looks import LOOKS
from storyreel.assets.looks.editorial.canvas import paint
from storyreel.assets.looks.editorial.grounds import choose
from storyreel.assets.looks.editorial.lettering import DISPLAY, fit
from storyreel.assets.looks.editorial.look import compose
from storyreel.assets.looks.editorial.moods import MOODS
from storyreel.assets.looks.editorial.palette import EVEN_GROUNDS, ODD_GROUNDS, PALETTES, contrast, ground
from storyreel.assets.looks.editorial.palette import palette as roles
from storyreel.assets.looks.editorial.stage import Area, stage
from storyreel.assets.swatch import flatten
from storyreel.kit.errors import InputError
from storyreel.render.captions import lay_out
from storyreel.render.profiles import caption_style, frame_size
from tests.assets.lines import FORMATS, SAMPLES, TAGS, need

LOOK = LOOKS["editorial"]
SMALL = (480, 270)
LARGE_PX, LARGE_RATIO, SMALL_RATIO = 60, 3.0, 4.5


def drawn_digest(folder: Path) -> str:
    drawn = LOOK.draw(need("No lamp was lit that night.", tag="sad"), "hearth", SMALL, folder)
    total = hashlib.sha256()
    for layer in drawn.layers:
        total.update(repr(layer.box).encode() + layer.file.read_bytes())
    return total.hexdigest()


def test_equal_needs_give_equal_bytes_also_in_another_process(tmp_path: Path) -> None:
    here = drawn_digest(tmp_path / "a")
    LOOK.draw(need("Something else was drawn between.", position=1), "plum", SMALL, tmp_path / "between")
    assert drawn_digest(tmp_path / "b") == here
    code = (
        "import sys; from pathlib import Path; from tests.assets.test_look import drawn_digest;"
        "print(drawn_digest(Path(sys.argv[1])))"
    )
    root = Path(__file__).parents[2]
    out = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "c")],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
    )
    assert out.stdout.strip() == here


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("kind", SAMPLES)
def test_words_stand_inside_the_margins_and_above_the_captions(kind: str, shape: str) -> None:
    scene = stage(FORMATS[shape])
    for tag in ("", "tense", "lonely"):
        for framing in ("medium", "close"):
            page = compose(
                need(SAMPLES[kind], kind, tag, framing=framing, speaker="Old Hale"), "hearth", FORMATS[shape]
            )
            assert page.words, "a card of type without words"
            for area in page.words:
                assert area.x >= scene.margin - 1
                assert area.right <= scene.width - scene.margin + 1
                assert area.y >= 50
                assert area.foot <= scene.caption_top + 1


@pytest.mark.parametrize("film_format", ["youtube", "shorts", "tiktok", "square"])
def test_two_lines_of_captions_stand_on_the_floor_below_every_foot_and_edge(
    film_format: str, tmp_path: Path
) -> None:
    width, height = frame_size("standard_local", film_format)
    layout = lay_out((("Each", "evening"), ("she", "gyrated")), caption_style(film_format), width, height)
    _, top, _, tall = layout.plate
    assert top + tall <= height * (0.81 if height > width else 0.98)
    scene = stage((width, height))
    for words in ("A ship on the sea.", "A tree in the forest.", "A chair in the room.", "A dog barked."):
        page = compose(need(words), "harbour", (width, height))
        floor = next(sketch for sketch in page.sketches if sketch.name == "floor")
        layer = paint(floor, scene, (width, height), tmp_path, opaque=False)
        assert layer is not None
        picture = cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED)
        assert picture is not None
        alpha = picture[top - int(layer.box.y) :, :, 3]
        assert alpha[:tall, -int(layer.box.x) :][:, :width].min() == 255, words


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("kind", SAMPLES)
def test_layers_fill_the_frame_and_keep_a_clear_border(kind: str, shape: str, tmp_path: Path) -> None:
    size = tuple(side // 4 * 2 for side in FORMATS[shape])
    drawn = LOOK.draw(need(SAMPLES[kind], kind, speaker="Mara"), "harbour", (size[0], size[1]), tmp_path)
    first, *others = drawn.layers
    assert first.group == "ground"
    picture = cv2.imread(str(first.file), cv2.IMREAD_UNCHANGED)
    assert picture is not None
    assert picture.shape == (size[1], size[0], 3)
    for layer in others:
        picture = cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED)
        assert picture is not None
        assert picture.shape == (layer.box.height, layer.box.width, 4)
        assert layer.box.x % 2 == 0
        assert layer.box.y % 2 == 0
        rim = np.concatenate(
            [picture[:4, :, 3].ravel(), picture[-4:, :, 3].ravel(), picture[:, :4, 3].ravel()]
        )
        assert not rim.any(), layer.name


@pytest.mark.parametrize("name", PALETTES)
def test_type_is_legible_on_every_ground(name: str) -> None:
    for tag in ("", *TAGS[::3]):
        for position in (0, 1):
            for kind, words in SAMPLES.items():
                page = compose(
                    need(words, kind, tag, position=position, framing="close", speaker="Hale"),
                    name,
                    FORMATS["wide"],
                )
                for fill, behind, size in page.inks:
                    floor = LARGE_RATIO if size >= LARGE_PX else SMALL_RATIO
                    assert contrast(fill, behind) >= floor, (
                        kind,
                        fill,
                        behind,
                        size,
                    )


def test_no_ground_comes_twice_running() -> None:
    pal = roles("hearth")
    assert not set(EVEN_GROUNDS) & set(ODD_GROUNDS)
    colors = {ground(pal, name).color for name in (*EVEN_GROUNDS, *ODD_GROUNDS)}
    assert len(colors) == len(EVEN_GROUNDS) + len(ODD_GROUNDS)
    for mood in MOODS.values():
        for time in ("", "night"):
            assert choose(pal, mood, 4, time=time).name in EVEN_GROUNDS
            assert choose(pal, mood, 7, time=time).name in ODD_GROUNDS


def test_feelings_change_the_picture_visibly(tmp_path: Path) -> None:
    pictures = [
        flatten(
            LOOK.draw(need("The boat came home.", tag=tag), "hearth", SMALL, tmp_path / tag), SMALL
        ).astype(int)
        for tag in TAGS
    ]
    for i, first in enumerate(pictures):
        for j, second in enumerate(pictures[:i]):
            assert np.abs(first - second).mean() > 6, (TAGS[i], TAGS[j])


def test_the_shots_id_changes_nothing(tmp_path: Path) -> None:
    one = LOOK.draw(need(id="a"), "hearth", SMALL, tmp_path / "a")
    two = LOOK.draw(need(id="b"), "hearth", SMALL, tmp_path / "b")
    assert [x.file.read_bytes() for x in one.layers] == [x.file.read_bytes() for x in two.layers]


def test_a_feeling_is_shown_in_a_face() -> None:
    words = "Ida felt her way up the stairs, and for the first time in her life she was afraid."
    page = compose(need(words, tag="afraid", framing="close"), "hearth", FORMATS["wide"])
    assert page.objects == ["woman"]
    plain = compose(need(words, framing="close"), "hearth", FORMATS["wide"])
    assert page.sketches[1].svg != plain.sketches[1].svg


def test_a_phrase_stands_beside_what_it_names() -> None:
    words = "So she took her mother's mirror, one candle and the lid of the soup pot,"
    assert "mirror" not in compose(need(words, framing="close"), "hearth", FORMATS["wide"]).objects


def test_a_part_of_a_thing_gets_no_picture_of_its_own() -> None:
    assert compose(need("Far out a ship's horn called."), "hearth", FORMATS["wide"]).objects == ["ship"]


def test_many_counted_things_stand_in_rows_where_the_frame_is_narrow() -> None:
    words = "He counted 7 boats in the bay."
    wide, tall = (compose(need(words, "number"), "hearth", FORMATS[shape]) for shape in ("wide", "tall"))
    assert "row0" not in "".join(sketch.svg for sketch in wide.sketches)
    assert "row0" in "".join(sketch.svg for sketch in tall.sketches)


def test_the_names_of_a_tall_list_have_one_size_inside_their_bands() -> None:
    page = compose(need("He took a lamp, a loaf of bread, and the key.", "list"), "hearth", FORMATS["tall"])
    bands = [sketch.area for sketch in page.sketches if sketch.name.startswith("cell")]
    assert len(bands) == len({round(size, 2) for _, _, size in page.inks}) * 3
    for band, label in zip(bands, page.words[-3:], strict=True):
        assert band.y < label.y
        assert label.foot < band.foot
        assert label.right < band.right


def test_a_sentence_never_shows_the_whole_sentence() -> None:
    words = "It was the kind of silence that has weight, and it went on and on without any reason at all."
    page = compose(need(words), "hearth", FORMATS["wide"])
    assert any(sketch.group == "text" for sketch in page.sketches)
    assert "no word" in page.reason


def test_every_drawing_says_what_it_is_made_of(tmp_path: Path) -> None:
    drawn = LOOK.draw(need("A horse neighed."), "hearth", SMALL, tmp_path)
    assert {"Fluent Emoji Flat drawings, recoloured", "Storyreel parts"} <= {
        part.name for part in drawn.ingredients
    }
    assert len(LOOK.version()) == 64


@given(
    st.lists(st.text("abcdefghijklmnopqrstuvwxyzÄéß-’", min_size=1, max_size=24), min_size=1, max_size=20),
    st.integers(1, 5),
)
@settings(max_examples=40, deadline=None)
def test_fitted_type_never_runs_over(tokens: list[str], lines: int) -> None:
    area = Area(0, 0, 900, 500)
    setting = fit(" ".join(tokens), DISPLAY, area, largest=200, smallest=40, leading=1.0, lines=lines)
    assert setting.width <= area.width + 0.5
    assert len(setting.lines) <= lines


@pytest.mark.parametrize("size", [(481, 270), (0, 0), (32, 32)])
def test_an_impossible_frame_is_refused(size: tuple[int, int], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be drawn"):
        LOOK.draw(need(), "hearth", size, tmp_path)


def test_an_unknown_palette_is_refused_with_the_choices(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="hearth"):
        LOOK.draw(need(), "neon", SMALL, tmp_path)
