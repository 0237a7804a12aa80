"""Captions in a face of the author's own: measured, drawn and keyed by its bytes."""

from pathlib import Path

import pytest

from storyreel.kit.errors import InputError
from storyreel.kit.hashing import sha256_file
from storyreel.render.captions import draw_cue, fits_line, lay_out
from storyreel.render.fonts import FOLDER, check_own, measure, use_own
from storyreel.timeline.model import CaptionStyle, MediaRef

FACE = FOLDER / "Fraunces-Black.ttf"
LINES = (("Nobody", "came."),)


def style_of(face: Path) -> CaptionStyle:
    sha256 = sha256_file(face)
    use_own(sha256, face)
    return CaptionStyle(font=MediaRef(sha256=sha256, media_type="font/ttf"))


def test_words_are_set_and_measured_in_the_authors_face(tmp_path: Path) -> None:
    own = tmp_path / "House.ttf"
    own.write_bytes(FACE.read_bytes())
    style, known = style_of(own), CaptionStyle(font_family="Fraunces")
    mine, theirs = (lay_out(LINES, each, 960, 540) for each in (style, known))
    assert mine.widths == theirs.widths == (measure("Nobody came.", "Fraunces", 900, mine.size),)
    drawn, expected = draw_cue(mine, style), draw_cue(theirs, known)
    assert (drawn.cover == expected.cover).all()
    assert fits_line("Nobody came.", style, 960, 540)


def test_another_face_gives_other_letters() -> None:
    style = style_of(FACE)
    plain = CaptionStyle()
    assert lay_out(LINES, style, 960, 540).widths != lay_out(LINES, plain, 960, 540).widths


def test_what_is_no_font_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "house.otf"
    broken.write_bytes(b"not a font")
    with pytest.raises(InputError, match=r"house\.otf is not a TrueType or OpenType font"):
        check_own(broken)
    check_own(FACE)
