"""The author's folder, then a drawing, then a placeholder."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.assets.folder import index, match
from storyreel.assets.looks.editorial.look import EditorialLook
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import PictureNeed
from storyreel.assets.palettes import choose_palette
from storyreel.assets.resolve import Resolved, resolve
from storyreel.kit.errors import InputError, MediaError
from storyreel.kit.hashing import sha256_file
from tests.assets.lines import need

SIZE = (480, 270)


def photo(file: Path, shade: int = 120, *, alpha: bool = False, sixteen: bool = False) -> None:
    """A small picture file."""
    pixels = np.full((200, 300, 4 if alpha else 3), shade, np.uint8)
    if alpha:
        pixels[:, :, 3] = 0
    cv2.imwrite(str(file), pixels.astype(np.uint16) * 257 if sixteen else pixels)


def solve(tmp_path: Path, wish: PictureNeed, folder: Path | None) -> Resolved:
    """Resolve with the usual arguments."""
    author = index(folder) if folder else None
    return resolve(
        wish, size=SIZE, look="editorial", palette="hearth", author=author, workdir=tmp_path / "work"
    )


def test_the_authors_picture_is_chosen_by_words_of_its_name(tmp_path: Path) -> None:
    photo(tmp_path / "old_lighthouse-02.png")
    photo(tmp_path / "kitchen.png")
    solved = solve(tmp_path, need("Two lighthouses stood there."), tmp_path)
    assert solved.picture.origin == "author"
    assert solved.picture.rights.license_type == "proprietary_cleared"
    assert solved.picture.rights.redistributable
    assert "lighthouses" in solved.picture.reason
    assert [sha256_file(file) for file in solved.files.values()] == list(solved.files)


@pytest.mark.parametrize("card", ["title", "chapter", "credits"])
def test_a_card_keeps_its_lettering_whatever_the_author_has_of_it(tmp_path: Path, card: str) -> None:
    photo(tmp_path / "old_lighthouse-02.png")
    assert match(need("The lighthouse", card), index(tmp_path)) is None


def test_tags_beside_a_picture_count_and_carry_its_rights(tmp_path: Path) -> None:
    photo(tmp_path / "img_0001.png")
    note = {"tags": ["boats", "harbour"], "licence": "CC-BY-4.0", "attribution": "A. Person"}
    (tmp_path / "img_0001.json").write_text(json.dumps(note))
    rights = solve(tmp_path, need("The boat came home."), tmp_path).picture.rights
    assert (rights.license_type, rights.attribution, rights.redistributable) == (
        "CC-BY-4.0",
        "A. Person",
        False,
    )


def test_ties_go_by_name_and_more_words_win(tmp_path: Path) -> None:
    for name in ("b boat.png", "a boat.png", "z boat storm.png"):
        photo(tmp_path / name)
    folder = index(tmp_path)
    best = match(need("A boat in the storm."), folder)
    assert best is not None
    assert best.picture.label == "z boat storm.png"
    tie = match(need("A boat."), folder)
    assert tie is not None
    assert tie.picture.label == "a boat.png"
    assert match(need("Nothing at all."), folder) is None


def test_a_broken_picture_is_flagged_and_the_next_best_taken(tmp_path: Path) -> None:
    (tmp_path / "boat storm.png").write_bytes(b"no picture")
    photo(tmp_path / "boat.png")
    solved = solve(tmp_path, need("A boat in the storm."), tmp_path)
    assert "boat.png" in solved.picture.reason
    assert "boat storm.png" in solved.picture.flags[0]


def test_a_huge_picture_is_refused_by_its_header_and_the_shot_is_drawn(tmp_path: Path) -> None:
    head = (
        b"\x89PNG\r\n\x1a\n"
        + (13).to_bytes(4, "big")
        + b"IHDR"
        + (20_000).to_bytes(4, "big") * 2
        + b"\x08\x02\0\0\0"
    )
    (tmp_path / "boat.png").write_bytes(head)
    solved = solve(tmp_path, need("A boat."), tmp_path)
    assert solved.picture.origin == "drawn"
    assert "20000" in solved.picture.flags[0]


@pytest.mark.parametrize("options", [{"alpha": True}, {"sixteen": True}, {}])
def test_photos_become_opaque_eight_bit_and_cover_the_frame(tmp_path: Path, options: dict[str, bool]) -> None:
    photo(tmp_path / "boat.png", **options)
    solved = solve(tmp_path, need("A boat."), tmp_path)
    (file,) = solved.files.values()
    picture = cv2.imread(str(file), cv2.IMREAD_UNCHANGED)
    assert picture is not None
    assert picture.dtype == np.uint8
    assert picture.shape[2] == 3
    assert picture.shape[1] >= SIZE[0]
    assert picture.shape[0] >= SIZE[1]


def test_a_drawn_picture_may_be_passed_on_with_its_credits(tmp_path: Path) -> None:
    picture = solve(tmp_path, need("A camel drank."), None).picture
    assert picture.origin == "drawn"
    assert picture.rights.redistributable
    assert "Noto" in picture.rights.attribution
    assert "camel" in picture.reason


def test_what_cannot_be_drawn_becomes_a_placeholder_with_a_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Drawn:
        raise MediaError("The drawer is out of paint.")

    monkeypatch.setattr(EditorialLook, "draw", fail)
    picture = solve(tmp_path, need("A dog barked."), None).picture
    assert picture.origin == "placeholder"
    assert "out of paint" in picture.flags[-1]
    assert len(picture.layers) >= 2


def test_unknown_names_are_refused_with_the_choices(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="editorial"):
        resolve(need(), size=SIZE, look="oil", palette="hearth", author=None, workdir=tmp_path)
    with pytest.raises(InputError, match="harbour"):
        resolve(need(), size=SIZE, look="editorial", palette="neon", author=None, workdir=tmp_path)
    with pytest.raises(InputError, match="folder"):
        index(tmp_path / "nowhere")
    photo(tmp_path / "boat.png")
    (tmp_path / "boat.json").write_text('{"tag": 1}')
    with pytest.raises(InputError, match=r"boat\.json"):
        index(tmp_path)


def test_a_film_has_one_palette_by_title_and_genre() -> None:
    assert choose_palette("The Last Lighthouse", "story", "editorial", "auto") == "harbour"
    assert choose_palette("Anything", "story", "editorial", "auto") == "hearth"
    assert choose_palette("Anything", "story", "editorial", "plum") == "plum"
    with pytest.raises(InputError):
        choose_palette("Anything", "story", "editorial", "neon")
