"""The paper-cut look: every place in every hour and weather, its layers, its people, its paper."""

import hashlib
import subprocess  # a second process is the thing under test here
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any, cast, get_args

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.assets.looks import LOOKS
from storyreel.assets.looks.layout.rules import faults
from storyreel.assets.looks.papercut import color
from storyreel.assets.looks.papercut.look import compose, shot_of
from storyreel.assets.looks.papercut.palette import FAMILIES, chosen, tone
from storyreel.assets.looks.papercut.places import PLACES
from storyreel.assets.looks.papercut.scene import place_of
from storyreel.assets.model import PictureNeed
from storyreel.assets.reader.places import PLACES as READ
from storyreel.assets.reading import Mood, Person, Reading, Thing, Time, Weather
from storyreel.assets.swatch import flatten
from storyreel.kit.errors import InputError

LOOK = LOOKS["paper-cut"]
SMALL = (128, 72)
FORMATS = {"wide": (1920, 1080), "tall": (1080, 1920), "square": (1080, 1080)}
TIMES: tuple[Time, ...] = ("dawn", "day", "dusk", "night")
WEATHERS: tuple[Weather, ...] = ("clear", "rain", "snow", "fog", "storm")
MOODS: tuple[Mood, ...] = get_args(Mood)


def need(place: str = "village", *, time: Time = "day", weather: Weather = "clear", mood: Mood = "calm",
         position: int = 0, framing: str = "medium", subject: Thing | None = None,
         props: tuple[Thing, ...] = (), people: tuple[Person, ...] = ()) -> PictureNeed:  # fmt: skip
    reading = Reading(
        kind="scene", place=place, time=time, weather=weather, mood=mood, subject=subject, props=props
    )
    return PictureNeed(
        id=f"s{position}", kind="scene", words="Words.", framing=cast(Any, framing), movement="still",
        position=position, reading=reading, people=people,
    )  # fmt: skip


def thing(name: str, **more: Any) -> Thing:
    return Thing(name=name, word=name, **more)


def svg_of(wanted: PictureNeed, size: tuple[int, int] = (1920, 1080)) -> str:
    return "".join(f"{s.name}{s.svg}" for s in compose(shot_of(wanted, size)).sheets)


def picture(wanted: PictureNeed, folder: Path, size: tuple[int, int] = SMALL) -> np.ndarray[Any, Any]:
    return flatten(LOOK.draw(wanted, "story", size, folder), size)


def digest(folder: Path) -> str:
    drawn = LOOK.draw(need(weather="rain", people=(HALE,)), "story", SMALL, folder)
    total = hashlib.sha256()
    for layer in drawn.layers:
        total.update(repr(layer.box).encode() + layer.file.read_bytes())
    return total.hexdigest()


HALE = Person(id="hale", name="Old Hale", speaks=True)


def test_equal_needs_give_equal_bytes_also_in_another_process(tmp_path: Path) -> None:
    here = digest(tmp_path / "a")
    LOOK.draw(need("forest", position=1), "story", SMALL, tmp_path / "between")
    assert digest(tmp_path / "b") == here
    code = (
        "import sys; from pathlib import Path; from tests.assets.test_papercut import digest;"
        "print(digest(Path(sys.argv[1])))"
    )
    out = subprocess.run([sys.executable, "-c", code, str(tmp_path / "c")], cwd=Path(__file__).parents[2],
                         check=True, capture_output=True, text=True)  # fmt: skip
    assert out.stdout.strip() == here


@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_four_hours_and_its_night_is_dark(place: str, tmp_path: Path) -> None:
    assert len({svg_of(need(place, time=time)) for time in TIMES}) == len(TIMES) or PLACES[place].palettes
    if place != "space":
        day, night = (picture(need(place, time=cast(Time, time)), tmp_path) for time in ("day", "night"))
        assert night.mean() < 0.72 * day.mean()


@pytest.mark.parametrize("place", PLACES)
def test_a_place_has_five_weathers_and_the_same_need_the_same_picture(place: str) -> None:
    found = [svg_of(need(place, weather=weather)) for weather in WEATHERS]
    assert found == [svg_of(need(place, weather=weather)) for weather in WEATHERS]
    if place != "space":
        assert len(set(found)) == len(WEATHERS) or PLACES[place].palettes


@pytest.mark.parametrize("weather", WEATHERS)
def test_every_weather_can_be_drawn_outside_and_inside(weather: Weather, tmp_path: Path) -> None:
    outside, inside = (
        picture(need(weather=weather), tmp_path),
        picture(need("room", weather=weather), tmp_path),
    )
    assert outside.std() > 8
    assert inside.std() > 8


@pytest.mark.parametrize("place", PLACES)
def test_the_same_place_is_never_the_same_picture_within_four_shots(place: str) -> None:
    for framing in ("establishing", "medium"):
        found = [svg_of(need(place, position=k, framing=framing)) for k in range(5)]
        assert len(set(found)) == 5


def test_a_place_keeps_its_side_and_its_design_through_a_film_and_the_foreground_changes() -> None:
    shots = [shot_of(need("room", position=k), (1920, 1080)) for k in range(8)]
    assert len({(shot.flip, shot.seed) for shot in shots}) == 1
    assert len({name for k in range(8) for name in _fronts(need(position=k))}) >= 2


def _fronts(wanted: PictureNeed) -> list[str]:
    return [s.name for s in compose(shot_of(wanted, (1920, 1080))).sheets if s.depth == 0.95]


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("place", PLACES)
def test_five_sheets_at_most_move_against_each_other(place: str, shape: str) -> None:
    for weather in ("clear", "rain"):
        page = compose(shot_of(need(place, weather=cast(Weather, weather)), FORMATS[shape]))
        depths = [s.depth for s in page.sheets if not s.acts]
        assert depths == sorted(depths)
        assert len(set(depths)) <= 5
        assert page.sheets[0].area is None, "the first sheet fills the frame"


@pytest.mark.parametrize("weather", ["rain", "snow", "storm"])
def test_rain_and_snow_fall_and_repeat_along_their_way(weather: Weather, tmp_path: Path) -> None:
    drawn = LOOK.draw(need(weather=weather), "story", (256, 144), tmp_path)
    falling = next(layer for layer in drawn.layers if any(act.kind == "fall" for act in layer.acts))
    act = falling.acts[0]
    dx, dy = round(act.toward[0] * act.period_s), round(act.toward[1] * act.period_s)
    assert dy > 50, "it falls"
    alpha = cv2.imread(str(falling.file), cv2.IMREAD_UNCHANGED)[:, :, 3].astype(int)
    x0, y0 = int(falling.box.x), int(falling.box.y)
    frame = alpha[-y0 : -y0 + 144, -x0 : -x0 + 256]
    before = alpha[-y0 - dy : -y0 - dy + 144, -x0 - dx : -x0 - dx + 256]
    assert frame.shape == before.shape == (144, 256)
    assert frame.max() > 30
    assert np.abs(frame - before).mean() < 0.05 * frame.mean(), "after its period it looks as at its start"


def test_no_weather_falls_inside() -> None:
    for place, kind in PLACES.items():
        if kind.indoors:
            sheets = compose(shot_of(need(place, weather="rain"), (1920, 1080))).sheets
            assert not [s for s in sheets if any(act.kind == "fall" for act in s.acts)]


def test_snow_lies(tmp_path: Path) -> None:
    clear = picture(need("hills"), tmp_path)[44:60].mean()
    assert picture(need("hills", weather="snow"), tmp_path)[44:60].mean() > clear + 25


def test_a_lamp_that_is_denied_is_dark_and_throws_no_beam(tmp_path: Path) -> None:
    lit = need("sea_cliff", time="night", subject=thing("lighthouse"))
    dark = need("sea_cliff", time="night", subject=thing("lighthouse"), props=(thing("lamp", denied=True),))
    names = [s.name for s in compose(shot_of(lit, (1920, 1080))).sheets]
    denied = [s.name for s in compose(shot_of(dark, (1920, 1080))).sheets]
    assert {"beam", "lamp-light"} <= set(names)
    assert not {"beam", "lamp-light", "window-light"} & set(denied)
    assert picture(dark, tmp_path).max(axis=2).mean() < picture(lit, tmp_path).max(axis=2).mean()


def test_a_subject_is_half_the_frame_and_a_lonely_one_a_quarter() -> None:
    heights: dict[str, float] = {}
    for mood in ("calm", "lonely"):
        page = compose(shot_of(need("hills", mood=cast(Mood, mood), subject=thing("house")), (1920, 1080)))
        heights[mood] = next(b.area.height for b in page.blocks if b.role == "subject") / 1080
    assert 0.4 <= heights["calm"] <= 0.62
    assert 0.18 <= heights["lonely"] <= 0.32


def test_what_is_denied_is_not_there_and_what_is_counted_is_counted() -> None:
    def names(subject: Thing) -> list[str]:
        return [s.name for s in compose(shot_of(need("beach", subject=subject), (1920, 1080))).sheets]

    assert not [n for n in names(thing("house", denied=True)) if n.startswith("thing-")]
    assert len([n for n in names(thing("house", count=3)) if n.startswith("thing-") and "cast" not in n]) == 3


def test_who_speaks_has_a_mouth_and_blinks_and_moves_as_one(tmp_path: Path) -> None:
    other = Person(id="mara", name="Mara")
    drawn = LOOK.draw(need(people=(HALE, other), framing="close"), "story", (256, 144), tmp_path)
    acts = {(act.kind, act.person) for layer in drawn.layers for act in layer.acts if act.person}
    assert acts == {("mouth", "hale"), ("blink", "hale"), ("blink", "mara")}
    for who in ("hale", "mara"):
        rig = [layer for layer in drawn.layers if layer.rig == f"person-{who}"]
        assert len(rig) >= 2
        assert len({layer.depth for layer in rig}) == 1


@pytest.mark.parametrize("shape", FORMATS)
def test_faces_stay_clear_of_captions_frame_and_each_other(shape: str) -> None:
    pair = (HALE, Person(id="mara", name="Mara", side="right"))
    for people in (pair[:1], pair, (Person(id="a", name="A", speaks=True, side="right"), *pair[:1])):
        for framing in ("medium", "close"):
            wanted = need(people=people, framing=framing)
            shot = shot_of(wanted, FORMATS[shape])
            page = compose(shot)
            assert len([b for b in page.blocks if b.role == "face"]) == len(people)
            assert not faults(shot.frame.plan(page.blocks, captions=True))


@pytest.mark.parametrize("shape", FORMATS)
def test_layers_fill_the_frame_and_stand_on_even_pixels(shape: str, tmp_path: Path) -> None:
    size = cast(tuple[int, int], tuple(side // 8 * 2 for side in FORMATS[shape]))
    drawn = LOOK.draw(need("harbour", time="night", weather="rain"), "story", size, tmp_path)
    first, *others = drawn.layers
    assert first.group == "ground"
    assert cv2.imread(str(first.file), cv2.IMREAD_UNCHANGED).shape == (size[1], size[0], 3)
    assert len({layer.file for layer in drawn.layers}) == len(drawn.layers)
    for layer in others:
        assert cv2.imread(str(layer.file), cv2.IMREAD_UNCHANGED).shape[2] == 4
        assert layer.box.x % 2 == layer.box.y % 2 == 0


def test_every_place_that_is_read_has_a_picture() -> None:
    for name in READ:
        assert place_of(name) in PLACES
    assert place_of("") in PLACES
    assert len([name for name in READ if name in PLACES]) >= 30


def test_moods_bend_the_colours_and_hours_change_them() -> None:
    assert len({chosen("day", "clear", mood) for mood in MOODS}) == len(MOODS)
    assert len({chosen(time, "clear", "calm").sky for time in TIMES}) == len(TIMES)
    for family in FAMILIES:
        day, night = (tone(chosen(time, "clear", "calm"), family, 0.5) for time in ("day", "night"))
        assert color.lightness(night) < color.lightness(day)


def test_tones_rise_from_shadow_to_light() -> None:
    pal = chosen("day", "clear", "calm")
    for family in FAMILIES:
        steps = [color.lightness(tone(pal, family, k / 4)) for k in range(5)]
        assert all(low < high for low, high in pairwise(steps)), family


@settings(max_examples=60, deadline=None)
@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.from_regex(r"#[0-9a-f]{6}", fullmatch=True))
def test_a_mix_begins_and_ends_with_its_colours_and_stays_between(one: str, two: str) -> None:
    for start, mixed in ((one, color.mix(one, two, 0.0)), (two, color.mix(one, two, 1.0))):
        assert all(abs(a - b) <= 1 for a, b in zip(color.rgb(start), color.rgb(mixed), strict=True))
    low, high = sorted((color.lightness(one), color.lightness(two)))
    assert low - 0.02 <= color.lightness(color.mix(one, two, 0.5)) <= high + 0.02


def test_an_unknown_palette_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no palette") as caught:
        LOOK.draw(need(), "neon", SMALL, tmp_path)
    assert "story" in str(caught.value.next_step)
