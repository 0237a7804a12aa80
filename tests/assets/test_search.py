"""Found pictures: the one that fits, under a licence that may be used, and what a failing source leads to."""

from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Reading, Thing
from storyreel.assets.rights import known
from storyreel.assets.search import DRAWN, Search, Searched, StemOverlap, search_picture, search_words
from storyreel.assets.search_cache import ANSWERS_LAST_S, SearchCache
from storyreel.kit.decision import scored_again
from storyreel.kit.hashing import sha256_file
from storyreel.providers.fake_server import Answer, FakePhoto, FakeServer, as_json
from storyreel.providers.library import fake as library
from storyreel.providers.registry import build_sources
from tests.providers.stand_ins import FAKES, settings_for

SIZE = (960, 540)
GULLS = FakePhoto(11, "Gulls over the harbour", ("gull", "harbour"), "Ada Person", "by-sa 4.0")
ENGINE = FakePhoto(12, "A harbour crane", ("crane", "steel"), "Ben Person", "by 4.0")


def need(words: str = "Gulls over the harbour.", **given: object) -> PictureNeed:
    fields = {"id": "shot-1", "kind": "scene", "words": words, "framing": "medium", "movement": "still"}
    return PictureNeed.model_validate({**fields, "position": 0, **given})


@dataclass
class Desk:
    """A search over fakes, with a clock that is set by hand."""

    search: Search
    fakes: dict[str, FakeServer]
    folder: Path
    now: list[float] = field(default_factory=lambda: [1_000_000.0])

    def find(self, *, preview: bool = True, asked: PictureNeed | None = None) -> Searched:
        return search_picture(asked or need(), replace(self.search, preview=preview), self.folder)

    def asked(self, name: str) -> int:
        """Searches that a service got."""
        return sum("picture" not in a.path and "/photos/" not in a.path for a in self.fakes[name].asked)


@contextmanager
def desk(folder: Path, photos: dict[str, tuple[FakePhoto, ...]]) -> Generator[Desk]:
    with ExitStack() as stack:
        fakes = {
            name: stack.enter_context(FAKES[name](shown)) for name, shown in photos.items() if name in FAKES
        }
        library.fill(folder / "library", photos.get("library", ()))
        settings = settings_for(folder, {name: fake.url for name, fake in fakes.items()})
        made = Desk(None, fakes, folder)
        sources = build_sources(tuple(photos), settings, lambda _: None)
        cache = SearchCache(folder / "cache", lambda: made.now[0])
        made.search = Search(sources, StemOverlap(), cache, SIZE, preview=True)
        yield made


def test_the_picture_that_fits_best_is_taken_with_its_licence(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (ENGINE, GULLS)}) as made:
        done = made.find()
    found = done.found
    assert (found.source, found.source_id, found.query) == ("wikimedia", "11", "gulls harbour")
    assert found.rights is not None
    assert found.rights.license_type == "CC-BY-SA-4.0"
    assert "Ada Person" in found.rights.attribution
    assert found.rights.redistributable
    assert found.rights.source.startswith("https://commons.wikimedia.org/")
    assert found.media is not None
    assert done.file is not None
    assert found.media.sha256 == sha256_file(done.file)
    assert done.settled
    assert found.flags == ()


def test_every_score_can_be_computed_again_from_the_decision(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (ENGINE, GULLS)}) as made:
        (decision,) = made.find().found.decisions
    assert decision.about == "asset:shot-1"
    assert decision.chosen.name == "wikimedia:11"
    assert {c.name for c in decision.choices} == {"wikimedia:11", "wikimedia:12", DRAWN}
    assert scored_again(decision) == {choice.name: choice.score for choice in decision.choices}
    assert "Gulls over the harbour" in decision.chosen.reason


def test_nothing_that_fits_means_a_drawn_picture(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (FakePhoto(1, "Harbour board", ("meeting",)),)}) as made:
        done = made.find(asked=need("The lighthouse keeper watched gulls above the harbour."))
    assert done.found.media is None
    assert done.found.decisions[0].chosen.name == DRAWN
    assert done.settled


def test_the_second_source_is_asked_when_the_first_has_nothing_that_fits(tmp_path: Path) -> None:
    with desk(tmp_path, {"openverse": (), "wikimedia": (GULLS,), "pexels": (GULLS,)}) as made:
        assert made.find().found.source == "wikimedia"
        assert made.asked("openverse") == 1
        assert made.asked("pexels") == 0


def test_a_source_that_fails_is_told_and_the_next_one_serves(tmp_path: Path) -> None:
    with desk(tmp_path, {"openverse": (GULLS,), "wikimedia": (GULLS,)}) as made:
        made.fakes["openverse"].trouble.extend([Answer(status=500)] * 3)
        done = made.find()
    assert done.found.source == "wikimedia"
    assert not done.settled
    assert done.found.flags == (
        "openverse answered 500. The next source, or a drawn picture, stands in for it.",
    )


def test_a_source_that_had_enough_is_left_alone_for_as_long_as_it_says(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (GULLS,)}) as made:
        made.fakes["wikimedia"].trouble.append(as_json({}, 429, {"Retry-After": "600"}))
        assert made.find().found.media is None
        assert "left alone" in made.find().found.flags[0]
        assert made.asked("wikimedia") == 1
        made.now[0] += 599
        assert made.find().found.media is None
        made.now[0] += 2
        assert made.find().found.media is not None


def test_wrong_bytes_are_left_out_and_the_next_best_picture_is_taken(tmp_path: Path) -> None:
    second = replace(GULLS, id=13, title="Gulls and harbour", tags=("x",))
    with desk(tmp_path, {"openverse": (GULLS, second)}) as made:
        made.fakes["openverse"].bytes_of[11] = Answer(b"<html>", kind="text/html")
        done = made.find()
    assert done.found.source_id == "13"
    assert "openverse:11 was left out: openverse sent text/html instead of a picture." in done.found.flags


def test_an_answer_is_asked_for_once_a_day(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (GULLS,)}) as made:
        first = made.find()
        made.now[0] += ANSWERS_LAST_S - 1
        assert made.find().found == first.found
        asked = len(made.fakes["wikimedia"].asked)
        assert asked == 2, "one search and one download"
        made.now[0] += 2
        assert made.find().found == first.found
        assert len(made.fakes["wikimedia"].asked) == asked + 1, "the bytes are here for ever"
        made.now[0] -= 10 * ANSWERS_LAST_S
        made.find()
        assert len(made.fakes["wikimedia"].asked) == asked + 2, "an answer from the future is none"


def test_a_damaged_cache_is_no_harm(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (GULLS,)}) as made:
        first = made.find()
        for file in (tmp_path / "cache").rglob("*"):
            if file.is_file():
                file.write_bytes(b"{")
        assert made.find().found == first.found


def test_another_licence_the_second_time_leaves_the_first_one_standing(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (GULLS,)}) as made:
        first = made.find().found
        made.now[0] += 2 * ANSWERS_LAST_S
        made.fakes["wikimedia"].photos = [replace(GULLS, licence="by 3.0")]
        second = made.find().found
    assert first.rights == second.rights
    (flag,) = second.flags
    assert flag.startswith("wikimedia:11 is offered under CC BY 3.0 now")
    assert flag.endswith("it was first taken under CC BY-SA 4.0, and that stands.")


def test_a_picture_without_a_licence_serves_a_preview_only(tmp_path: Path) -> None:
    with desk(tmp_path, {"library": (replace(GULLS, licence=""),)}) as made:
        seen = made.find(preview=True).found
        assert seen.rights is not None
        assert not known(seen.rights.license_type)
        assert not seen.rights.redistributable
        assert "not published" in seen.flags[0]
        assert made.find(preview=False).found.media is None


def test_a_known_licence_is_preferred_to_an_unknown_one(tmp_path: Path) -> None:
    unknown = replace(GULLS, id=3, licence="")
    with desk(tmp_path, {"library": (unknown, GULLS)}) as made:
        assert made.find().found.source_id == "11.jpg"


def test_a_small_picture_loses_against_one_that_fills_the_frame(tmp_path: Path) -> None:
    small = replace(GULLS, id=3, width=480, height=270)
    with desk(tmp_path, {"openverse": (small, GULLS)}) as made:
        assert made.find().found.source_id == "11"


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        (need(), "gulls harbour"),
        (need("He said no more than that."), ""),
        (need(kind="title"), ""),
        (need(kind="number"), ""),
        (
            need(
                reading=Reading(
                    kind="scene",
                    subject=Thing(name="lighthouse", word="lighthouse"),
                    props=(Thing(name="lamp", word="lamp", denied=True), Thing(name="boat", word="boat")),
                    place="rocky_coast",
                    weather="storm",
                )
            ),
            "lighthouse boat rocky coast",
        ),
        (need(reading=Reading(kind="sentence")), ""),
    ],
)
def test_what_is_searched_for(asked: PictureNeed, query: str) -> None:
    assert search_words(asked) == query


def test_without_a_question_nobody_is_asked(tmp_path: Path) -> None:
    with desk(tmp_path, {"wikimedia": (GULLS,)}) as made:
        assert made.find(asked=need("He said no more than that.")).found.media is None
        assert made.asked("wikimedia") == 0
