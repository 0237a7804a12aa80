"""A brand kit's files are opened before any work and travel with the run by their content."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.film.brand.model import Brand
from storyreel.kit.errors import InputError
from storyreel.media.image import read_image
from storyreel.wiring.brand import LOGO_PX, check_brand, keep_brand
from storyreel.wiring.studio import Studio
from storyreel.workflows.film_style import brand_of
from tests.workflows import film_case


@pytest.fixture
def studio(fresh_database: Callable[[], AbstractContextManager[str]], tmp_path: Path) -> Iterator[Studio]:
    with fresh_database() as url, film_case.studio_of(url, tmp_path / "home") as studio:
        yield studio


def kit(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    cv2.imwrite(str(folder / "logo.png"), np.full((300, 3000, 4), 200, np.uint8))
    cv2.imwrite(str(folder / "still.jpg"), np.full((90, 160, 3), 90, np.uint8))
    (folder / "broken.png").write_bytes(b"no picture")
    (folder / "broken.mp4").write_bytes(b"no video")
    path = folder / "brand.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_kit_is_stored_and_read_again_from_the_request(studio: Studio, tmp_path: Path) -> None:
    path = kit(tmp_path / "kit", "name: Grey Rock\nlogo: logo.png\nintro: still.jpg\n")
    wish = keep_brand(studio, "show", check_brand(path, None))
    brand = brand_of({"brand": dict(wish.brand)})
    assert brand.logo is not None
    assert (brand.logo.width, brand.logo.height) == (LOGO_PX, 102)
    stored = studio.records.blobs.verified(studio.settings.tenant, brand.logo.media.sha256)
    assert stored is not None
    assert read_image(stored).shape == (102, LOGO_PX, 4)
    assert wish.house["intro"]["label"] == "still.jpg"
    assert brand.intro is not None
    assert brand.intro.media.sha256 == wish.house["intro"]["sha256"]


def test_the_kit_beside_the_projects_file_is_taken_and_none_is_an_empty_one(tmp_path: Path) -> None:
    path = kit(tmp_path / "show", "name: Grey Rock\n")
    found = check_brand(None, str(path.with_name("project.json")))
    assert found is not None
    assert found.name == "Grey Rock"
    assert check_brand(None, "my-show") is None
    assert brand_of({}) == Brand(name="")


@pytest.mark.parametrize("field", ["logo: broken.png", "intro: broken.mp4", "outro: broken.png"])
def test_a_file_that_cannot_be_shown_is_refused_before_any_work(tmp_path: Path, field: str) -> None:
    with pytest.raises(InputError) as caught:
        check_brand(kit(tmp_path / "kit", field + "\n"), None)
    name, file = field.split(": ")
    assert caught.value.message.startswith(f"The {name} {file} of the brand kit cannot be used:")
    assert "brand.yaml" in caught.value.next_step
