"""Pictures of the author: read upright and in 8 bits, refused by their header when they cannot be used."""

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.kit.errors import InputError
from storyreel.media.image import read_header, read_image


def test_a_huge_picture_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + head
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    (tmp_path / "huge.png").write_bytes(data)
    with pytest.raises(InputError, match=r"huge\.png has 20000 x 20000 pixels"):
        read_image(tmp_path / "huge.png")


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0\x00", b"GIF89a" + bytes(40)]
)
def test_what_is_no_picture_is_refused_by_name(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "odd.png").write_bytes(data)
    with pytest.raises(InputError, match=r"odd\.png is not a picture"):
        read_image(tmp_path / "odd.png")


def test_a_cut_off_picture_is_called_damaged(tmp_path: Path) -> None:
    whole = cv2.imencode(".png", np.zeros((40, 40, 3), np.uint8))[1].tobytes()
    (tmp_path / "cut.png").write_bytes(whole[:40])
    with pytest.raises(InputError, match=r"cut\.png is damaged"):
        read_image(tmp_path / "cut.png")


@pytest.mark.parametrize("kind", ["png", "jpg", "webp"])
def test_the_header_gives_the_size_of_every_kind(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"p.{kind}"
    cv2.imwrite(str(path), np.full((31, 57, 3), 90, np.uint8))
    header = read_header(path)
    assert (header.width, header.height) == (57, 31)
    assert read_image(path).shape == (31, 57, 3)


def test_sixteen_bits_grey_and_alpha_are_brought_to_eight_bit_colour(tmp_path: Path) -> None:
    cases = {
        "deep": np.full((4, 4, 3), 65535, np.uint16),
        "grey": np.full((4, 4), 255, np.uint8),
        "deep_grey": np.full((4, 4), 65535, np.uint16),
        "clear": np.full((4, 4, 4), 255, np.uint8),
    }
    for name, pixels in cases.items():
        cv2.imwrite(str(tmp_path / f"{name}.png"), pixels)
        read = read_image(tmp_path / f"{name}.png")
        assert read.dtype == np.uint8
        assert read.shape[2] == (4 if name == "clear" else 3)
        assert int(read.min()) == 255


def test_a_photo_taken_sideways_stands_upright(tmp_path: Path) -> None:
    jpeg = cv2.imencode(".jpg", np.zeros((20, 60, 3), np.uint8))[1].tobytes()
    tiff = b"MM\x00*\x00\x00\x00\x08" + struct.pack(">HHHIHH", 1, 0x0112, 3, 1, 6, 0) + bytes(4)
    exif = b"Exif\x00\x00" + tiff
    (tmp_path / "side.jpg").write_bytes(
        jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]
    )
    assert read_image(tmp_path / "side.jpg").shape == (60, 20, 3)
