"""The author's pictures of a character in drawn pictures of every look."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.assets.looks import LOOKS
from storyreel.assets.model import PictureNeed
from storyreel.assets.own_people import own_people_inputs, picture_for, rig_of
from storyreel.assets.reading import PackPicture, Person, Reading
from storyreel.assets.resolve import Resolved, resolve
from storyreel.kit.hashing import sha256_file
from storyreel.media.image import read_image

SIZE = (480, 270)
GREEN, RED = (40, 200, 40), (40, 40, 200)


def figure(file: Path, color: tuple[int, int, int]) -> PackPicture:
    """A slim figure of one colour in an empty square."""
    pixels = np.zeros((400, 400, 4), np.uint8)
    pixels[50:380, 150:250] = (*color, 255)
    assert cv2.imwrite(str(file), pixels)
    mouth = "open" if "open" in file.name else "closed"
    return PackPicture(sha256=sha256_file(file), media_type="image/png", mouth=mouth)


def shown(look: str, folder: Path, person: Person, files: dict[str, Path]) -> Resolved:
    need = PictureNeed(
        id="shot-1",
        kind="dialogue",
        words="The lamp must burn tonight.",
        speaker=person.name,
        framing="medium",
        movement="still",
        position=0,
        reading=Reading(kind="dialogue", place="harbour", time="day", said_by=person.name),
        people=(person,),
    )
    pack = LOOKS[look]
    return resolve(
        need,
        size=SIZE,
        look=look,
        palette=pack.palettes[0],
        author=None,
        workdir=folder / look,
        people=files,
    )


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_own_pictures_take_the_place_of_the_drawn_figure(look: str, tmp_path: Path) -> None:
    closed, opened = figure(tmp_path / "a.png", GREEN), figure(tmp_path / "a-open.png", RED)
    files = {closed.sha256: tmp_path / "a.png", opened.sha256: tmp_path / "a-open.png"}
    ada = Person(id="ada", name="Ada", speaks=True, pictures=(closed, opened))
    made = shown(look, tmp_path, ada, files)
    drawn = shown(look, tmp_path / "drawn", ada.model_copy(update={"pictures": ()}), {})
    own = [layer for layer in made.picture.layers if layer.rig == rig_of(ada)]
    before = [layer for layer in drawn.picture.layers if layer.rig == rig_of(ada)]
    assert before, "the look shows the speaker"
    assert [layer.name for layer in own] == ["person-ada", "person-ada-mouth"]
    assert [act.kind for act in own[1].acts] == ["mouth"]
    for layer, color in zip(own, (GREEN, RED), strict=True):
        pixels = read_image(made.files[layer.media.sha256])
        assert tuple(pixels[pixels.shape[0] // 2, pixels.shape[1] // 2]) == (*color, 255)
        assert (pixels.shape[1], pixels.shape[0]) == (layer.box.width, layer.box.height)
        assert layer.box.x >= 0
        assert layer.box.y + layer.box.height <= SIZE[1]
    body = max(before, key=lambda layer: layer.box.width * layer.box.height)
    foot = min(SIZE[1], body.box.y + body.box.height)
    assert abs(own[0].box.y + own[0].box.height - foot) <= 2
    others = [layer.media.sha256 for layer in made.picture.layers if layer.rig != rig_of(ada)]
    assert others == [layer.media.sha256 for layer in drawn.picture.layers if layer.rig != rig_of(ada)]
    assert "the author's Ada" in {part.name for part in made.picture.ingredients}


def test_a_broken_picture_leaves_the_person_drawn_and_says_so(tmp_path: Path) -> None:
    closed = figure(tmp_path / "a.png", GREEN)
    (tmp_path / "a.png").write_bytes(b"no picture")
    ada = Person(id="ada", name="Ada", speaks=True, pictures=(closed,))
    made = shown("editorial", tmp_path, ada, {closed.sha256: tmp_path / "a.png"})
    assert made.picture.origin == "drawn"
    assert any(flag.startswith("the people are drawn") for flag in made.picture.flags)


def test_the_expression_is_shown_where_there_is_a_picture_of_it(tmp_path: Path) -> None:
    neutral = figure(tmp_path / "n.png", GREEN)
    happy = figure(tmp_path / "h.png", RED).model_copy(update={"expression": "happy"})
    ada = Person(id="ada", name="Ada", expression="happy", pictures=(neutral, happy))
    assert picture_for(ada, "closed") == happy
    assert picture_for(ada.model_copy(update={"expression": "sad"}), "closed") == neutral
    assert picture_for(ada, "open") is None
    assert own_people_inputs([ada]) == {"person:ada:0": neutral.sha256, "person:ada:1": happy.sha256}
