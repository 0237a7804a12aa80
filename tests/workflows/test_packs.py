"""Character packs: a yes belongs to the bytes that were shown; own pictures take the place of drawn ones."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import cv2
import numpy as np
import pytest

from storyreel.assets.cast import Member, make_packs
from storyreel.film.model import Packs
from storyreel.kit.errors import InputError
from storyreel.kit.settings import load_settings
from storyreel.wiring.cast import replace_pictures
from storyreel.wiring.studio import Studio, open_studio
from storyreel.workflows.packs import APPROVED, HEAD, approve, keep, replace_pack, state_of

PROJECT = "mill"


@pytest.fixture
def studio(fresh_database: Callable[[], AbstractContextManager[str]], tmp_path: Path) -> Iterator[Studio]:
    """A project whose films have shown Ada and old Tom."""
    with fresh_database() as url, open_studio(load_settings(home=tmp_path, database_url=url)) as opened:
        packs = Packs(packs=make_packs([Member("ada", "Ada"), Member("tom", "Old Tom")]))
        sha256 = keep(opened.records, "default", PROJECT, packs)
        assert opened.records.registry.set_head("default", PROJECT, HEAD, sha256, None)
        yield opened


def figure(file: Path, *, ground: int = 0) -> None:
    pixels = np.full((300, 120, 4), 90, np.uint8)
    pixels[:40, :, 3] = ground
    pixels[40:, :, 3] = 255
    assert cv2.imwrite(str(file), pixels)


def test_a_yes_holds_until_anything_changes(studio: Studio) -> None:
    records = studio.records
    shown = state_of(records, "default", PROJECT, "ada")
    assert shown.approved_by == ""
    approve(records, "default", PROJECT, shown, by="A. Person", policy="person")
    approve(
        records, "default", PROJECT, state_of(records, "default", PROJECT, "Ada"), by="B", policy="person"
    )
    (packet,) = records.ledger.chain("default", PROJECT, APPROVED)
    assert (packet.actor, packet.body["shown"], packet.artifacts) == (
        "A. Person",
        shown.sha256,
        (shown.sha256,),
    )
    assert records.blobs.verified("default", shown.sha256)
    assert state_of(records, "default", PROJECT, "ada").approved_by == "A. Person"
    assert state_of(records, "default", PROJECT, "tom").approved_by == ""
    other = shown.pack.model_copy(update={"voice": "female_6"})
    assert replace_pack(records, "default", PROJECT, other).approved_by == ""
    assert replace_pack(records, "default", PROJECT, shown.pack).approved_by == "A. Person"


def test_own_pictures_go_into_the_pack_and_out_again(studio: Studio, tmp_path: Path) -> None:
    folder = tmp_path / "ada"
    folder.mkdir()
    for name in ("neutral.png", "neutral-open.png", "happy.png"):
        figure(folder / name)
    before = state_of(studio.records, "default", PROJECT, "ada")
    state = replace_pictures(studio, PROJECT, "Ada", folder)
    assert {(p.expression, p.mouth) for p in state.pack.pictures} == {
        ("neutral", "closed"),
        ("neutral", "open"),
        ("happy", "closed"),
    }
    assert all(studio.records.blobs.verified("default", p.sha256) for p in state.pack.pictures)
    assert state.pack.appearance == before.pack.appearance
    assert replace_pictures(studio, PROJECT, "Ada", None) == before


def test_what_cannot_stand_in_for_somebody_is_told(studio: Studio, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no 'Bob'") as caught:
        replace_pictures(studio, PROJECT, "Bob", tmp_path)
    assert "Ada, Old Tom" in caught.value.next_step
    with pytest.raises(InputError, match="no character packs yet"):
        state_of(studio.records, "default", "other", "Ada")
    folder = tmp_path / "ada"
    with pytest.raises(InputError, match="There is no folder"):
        replace_pictures(studio, PROJECT, "Ada", folder)
    folder.mkdir()
    figure(folder / "happy.png")
    with pytest.raises(InputError, match=r"no neutral\.png"):
        replace_pictures(studio, PROJECT, "Ada", folder)
    figure(folder / "neutral.png", ground=255)
    with pytest.raises(InputError, match="no transparent ground"):
        replace_pictures(studio, PROJECT, "Ada", folder)
    figure(folder / "grumpy.png")
    with pytest.raises(InputError, match=r"grumpy\.png says no expression"):
        replace_pictures(studio, PROJECT, "Ada", folder)
