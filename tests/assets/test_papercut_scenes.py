"""Scenes of the paper-cut look: a place stays itself, and only what the words ask for stands in it."""

import re

import pytest

from storyreel.assets.looks.papercut.look import compose, shot_of
from storyreel.assets.model import PictureNeed
from tests.assets.test_papercut import HALE, need, thing


def _colors(wanted: PictureNeed, sheet: str) -> list[str]:
    svg = next(s.svg for s in compose(shot_of(wanted, (1920, 1080))).sheets if s.name == sheet)
    return re.findall("#[0-9a-f]{6}", svg)


@pytest.mark.parametrize(
    ("place", "sheet"), [("room", "curtains"), ("room", "bookcase-0"), ("street", "front10")]
)
def test_the_same_place_has_the_same_colours_in_every_shot(place: str, sheet: str) -> None:
    found = [_colors(need(place, position=k, framing=framing), sheet)
             for k in range(5) for framing in ("establishing", "medium", "close")]  # fmt: skip
    assert all(row == found[0] for row in found)


def _names(wanted: PictureNeed) -> str:
    return " ".join(s.name for s in compose(shot_of(wanted, (1920, 1080))).sheets)


@pytest.mark.parametrize(
    ("place", "name"),
    [("street", "road"), ("shop", "shop"), ("garden", "hill"), ("room", "snowflake"), ("street", "church")],
)
def test_what_the_place_or_its_air_shows_is_not_set_there_again(place: str, name: str) -> None:
    assert f"thing-{name}" not in _names(need(place, subject=thing(name)))


def test_counted_things_are_all_there_and_whole() -> None:
    page = compose(shot_of(need("room", subject=thing("wheel", count=9)), (1920, 1080)))
    wheels = [s for s in page.sheets if s.name.startswith("thing-gear") and not s.name.endswith("-cast")]
    assert len(wheels) == 9
    assert all(s.area and s.area.x >= 0 and s.area.right <= 1920 for s in wheels)


def test_strangers_stand_neither_in_rooms_nor_where_one_person_is_meant() -> None:
    def seen(place: str, people: int, roles: tuple[str, ...] = ()) -> int:
        wanted = need(place, people=(HALE,))
        assert wanted.reading
        reading = wanted.reading.model_copy(update={"people": people, "roles": roles})
        names = _names(wanted.model_copy(update={"reading": reading})).split()
        return sum(n.startswith("passer") and not n.endswith("-cast") for n in names)

    assert seen("room", 1) == 0
    assert seen("forest", 2) == 0
    assert seen("market", 1, ("baker",)) == 0
    assert seen("market", 2) == 2
    assert seen("room", 5) == 5
