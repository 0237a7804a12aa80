"""A brand kit is read whole or refused with one sentence; its logo stays where nothing covers it."""

from pathlib import Path

import pytest

from storyreel.film.brand.model import Logo
from storyreel.film.brand.place import logo_box, with_logo
from storyreel.film.brand.read import read_brand
from storyreel.kit.errors import InputError
from storyreel.timeline.exact import check
from storyreel.timeline.model import Box, MediaRef
from tests.film.making import Film, script

COLOURS = """colours:
  paper: "#F7ECD6"
  ink: "#1e1a33"
  accent: "#e84e2c"
  highlight: "#f6ae3b"
  cool: "#1e7b78"
"""
LOGO = MediaRef(sha256="d" * 64, media_type="image/png")


def kit(tmp_path: Path, text: str) -> Path:
    for name in ("logo.png", "theme.mp3", "intro.mp4", "bad.ttf"):
        (tmp_path / name).write_bytes(b"x")
    path = tmp_path / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_kit_is_read(tmp_path: Path) -> None:
    files = "logo: logo.png\nlogo_corner: top_left\nmusic: theme.mp3\nintro: intro.mp4\n"
    found = read_brand(kit(tmp_path, f"name: Grey Rock\n{files}{COLOURS}end_card: false\n"))
    assert (found.name, found.corner, found.end_card, found.outro) == ("Grey Rock", "top_left", False, None)
    assert found.logo == tmp_path / "logo.png"
    assert found.colors is not None
    assert found.colors.palette == "#f7ecd6,#1e1a33,#e84e2c,#f6ae3b,#1e7b78"


def test_every_field_may_be_left_out(tmp_path: Path) -> None:
    found = read_brand(kit(tmp_path, "name: A\n"))
    assert (found.colors, found.logo, found.music, found.intro, found.end_card) == (
        None,
        None,
        None,
        None,
        True,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has no fields"),
        ("- a\n- b\n", "has no fields"),
        ("name: [", "is not YAML"),
        ("name: 3\n", "name is not a text"),
        ("slogan: hello\n", "slogan is not a field"),
        ("logo: logo.svg\n", "logo is logo.svg"),
        ("logo: other.png\n", "logo names other.png, which is not there"),
        ("logo_corner: middle\n", "logo_corner is 'middle'"),
        ("music: theme.mid\n", "music is theme.mid"),
        ("intro: intro.gif\n", "intro is intro.gif"),
        ("fonts: big.ttf\n", "fonts is not a table"),
        ("fonts: {captions: logo.png}\n", "fonts.captions is logo.png"),
        ("fonts: {captions: bad.ttf}\n", "fonts.captions cannot be used: bad.ttf is not a TrueType"),
        ("end_card: maybe\n", "end_card is 'maybe'"),
        ("colours: red\n", "colours is not a table"),
        (COLOURS.replace('"#1e7b78"', "teal"), "colours.cool is 'teal'"),
        (COLOURS.replace('  cool: "#1e7b78"\n', ""), "colours.cool is missing"),
        (COLOURS + '  warm: "#ffffff"\n', "colours.warm is not a colour"),
        (COLOURS.replace("#1e1a33", "#c0b090"), "colours.ink has a contrast of"),
    ],
)
def test_a_bad_field_is_one_sentence_with_the_way_out(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError) as caught:
        read_brand(kit(tmp_path, text))
    assert told in caught.value.message
    assert caught.value.message.endswith(".")
    assert "\n" not in caught.value.message
    assert caught.value.next_step or told == "is not YAML"


def test_a_kit_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_brand(tmp_path / "none.yaml")


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1080, 1080), (540, 960)])
@pytest.mark.parametrize("corner", ["top_left", "top_right", "bottom_left", "bottom_right"])
@pytest.mark.parametrize("shape", [(500, 500), (2000, 200), (60, 300)])
def test_a_logo_keeps_its_shape_inside_the_safe_area(
    size: tuple[int, int], corner: str, shape: tuple[int, int]
) -> None:
    width, height = size
    logo = Logo.model_validate({"media": LOGO, "width": shape[0], "height": shape[1], "corner": corner})
    box = logo_box(logo, width, height)
    assert box.width / box.height == pytest.approx(shape[0] / shape[1], rel=0.08)
    assert 0.03 * width <= box.x <= 0.97 * width - box.width
    assert 0.04 * height <= box.y <= 0.84 * height - box.height
    assert (box.x < width / 2) == corner.endswith("left")


def test_a_logo_lies_over_everything_and_stands_still() -> None:
    timeline = Film(script()).timeline()
    logo = Logo(media=LOGO, width=300, height=100)
    size = (timeline.width, timeline.height)
    clips = tuple(with_logo(clip, logo, size) for clip in timeline.clips)
    check(timeline.model_copy(update={"clips": clips}))
    assert all(clip.layers[-1].name == "logo" and clip.layers[-1].poses == () for clip in clips)


def test_a_logo_gives_way_to_words() -> None:
    clip, size = Film(script()).timeline().clips[0], (1920, 1080)
    logo = Logo(media=LOGO, width=300, height=100)
    right = Box(x=1400, y=0, width=520, height=300)
    left = right.model_copy(update={"x": 0})
    assert with_logo(clip, logo, size).layers[-1].box.x > 960
    assert with_logo(clip, logo, size, [right]).layers[-1].box.x < 960
    assert with_logo(clip, logo, size, [right, left]) == clip
