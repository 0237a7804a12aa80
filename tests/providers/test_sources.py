"""One suite for all sources: what a source promises, and what it says when its service is in trouble."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from storyreel.assets.rights import known
from storyreel.kit.errors import InputError
from storyreel.kit.settings import load_settings
from storyreel.media.image import read_header
from storyreel.providers import web
from storyreel.providers.fake_server import Answer, FakePhoto, FakeServer, as_json
from storyreel.providers.picture_source import UNKNOWN, Candidate, PictureSource
from storyreel.providers.registry import SOURCES, build_sources, check_sources, offered
from storyreel.providers.web import SourceError
from storyreel.providers.wikimedia.fake import FakeWikimedia
from tests.providers.stand_ins import FAKES, PHOTOS, StandIn, settings_for, stand_in

WIDE, TALL = (960, 540), (540, 960)
OUTSIDE = sorted(FAKES)


@pytest.fixture(params=sorted(SOURCES))
def any_source(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StandIn]:
    with stand_in(request.param, tmp_path) as found:
        yield found


@dataclass(frozen=True)
class Service:
    """A source whose service can be brought into trouble."""

    source: PictureSource
    fake: FakeServer
    waits: list[float]


@pytest.fixture(params=OUTSIDE)
def service(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Service]:
    with stand_in(request.param, tmp_path) as found:
        assert found.fake is not None
        yield Service(found.source, found.fake, found.waits)


def only(source: PictureSource, words: str) -> Candidate:
    (candidate,) = source.search(words, size=WIDE, limit=5)
    return candidate


def test_what_is_found_names_its_author_its_licence_and_its_page(any_source: StandIn) -> None:
    found = only(any_source.source, "gulls")
    assert found.source == any_source.source.name
    assert "gull" in f"{found.title} {' '.join(found.tags)}".lower()
    assert found.author == "Ada Person"
    assert "Ada Person" in found.attribution
    assert known(found.licence), found.licence
    assert found.licence_words


def test_what_was_found_can_be_downloaded_and_decoded(any_source: StandIn, tmp_path: Path) -> None:
    target = tmp_path / "picture"
    any_source.source.download(only(any_source.source, "gulls"), target)
    assert read_header(target).kind == "jpeg"
    assert target.read_bytes() == PHOTOS[0].jpeg()


def test_no_more_comes_than_was_asked_for(any_source: StandIn) -> None:
    assert len(any_source.source.search("harbour", size=WIDE, limit=1)) == 1
    assert len(any_source.source.search("harbour", size=WIDE, limit=12)) == 2


def test_nothing_found_is_no_error(any_source: StandIn) -> None:
    assert any_source.source.search("zeppelin", size=TALL, limit=5) == ()


def test_a_full_service_is_asked_again_after_the_time_it_names_and_then_left(service: Service) -> None:
    source, fake = service.source, service.fake
    fake.trouble.append(fake.too_many())
    assert only(source, "gulls")
    fake.limit = 0
    with pytest.raises(SourceError) as caught:
        source.search("gulls", size=WIDE, limit=5)
    assert caught.value.kind == "rate_limit"
    assert caught.value.retryable
    assert "429" in caught.value.message
    told = {"pixabay": 7.0, "openverse": 9.0, "wikimedia": 11.0}.get(source.name)
    assert service.waits == ([told] * 3 if told else [1.0, 1.0, 4.0])
    assert len(fake.asked) == 2 + web.MAX_TRIES


def test_a_broken_service_is_tried_three_times(service: Service) -> None:
    source, fake = service.source, service.fake
    fake.trouble.extend([Answer(status=500)] * 3)
    with pytest.raises(SourceError) as caught:
        source.search("gulls", size=WIDE, limit=5)
    assert (caught.value.kind, len(fake.asked), service.waits) == ("transient", 3, [1.0, 4.0])
    assert caught.value.message.startswith(source.name)


def test_a_wait_of_more_than_a_minute_is_not_made(service: Service) -> None:
    source, fake = service.source, service.fake
    fake.trouble.append(as_json({}, 429, {"Retry-After": "3600"}))
    with pytest.raises(SourceError) as caught:
        source.search("gulls", size=WIDE, limit=5)
    assert (caught.value.retry_after_s, service.waits) == (3600.0, [])


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (as_json(["a list"]), "shape"),
        (Answer(b"<html>Sorry</html>", kind="text/html"), "text/html"),
        (Answer(b"{not json", kind="application/json"), "not JSON"),
        (Answer(status=404), "404"),
        (Answer(status=302, headers={"Location": "https://elsewhere.example/"}), "list of hosts"),
    ],
)
def test_an_answer_that_is_none_is_told_in_a_sentence(service: Service, answer: Answer, said: str) -> None:
    source, fake = service.source, service.fake
    fake.trouble.append(answer)
    with pytest.raises(SourceError, match=said) as caught:
        source.search("gulls", size=WIDE, limit=5)
    assert caught.value.kind == "fatal"
    assert service.waits == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(b"<html>Sorry</html>", kind="text/html"), "instead of a picture"),
        (Answer(b"\xff\xd8\xff but no picture", kind="image/jpeg"), "announced|decoded"),
        (Answer(PHOTOS[0].jpeg()[:400], kind="image/jpeg"), "announced|decoded"),
    ],
)
def test_wrong_bytes_are_refused_and_not_left_behind(
    service: Service, answer: Answer, said: str, tmp_path: Path
) -> None:
    source, fake = service.source, service.fake
    found = only(source, "gulls")
    fake.bytes_of[11] = answer
    with pytest.raises(SourceError, match=said):
        source.download(found, tmp_path / "picture")
    assert not (tmp_path / "picture").exists()


def test_a_picture_changed_in_the_folder_is_refused(tmp_path: Path) -> None:
    with stand_in("library", tmp_path) as found:
        candidate = only(found.source, "gulls")
        (tmp_path / "library" / "11.jpg").write_bytes(PHOTOS[1].jpeg())
        with pytest.raises(SourceError, match="other bytes"):
            found.source.download(candidate, tmp_path / "picture")
        outside = candidate.model_copy(update={"id": "../secret.jpg"})
        with pytest.raises(SourceError, match="outside its folder"):
            found.source.download(outside, tmp_path / "picture")


def test_wikimedia_tells_its_errors_inside_good_answers(tmp_path: Path) -> None:
    with stand_in("wikimedia", tmp_path) as found:
        assert isinstance(found.fake, FakeWikimedia)
        found.fake.trouble.append(found.fake.lag())
        assert only(found.source, "gulls")
        assert found.waits == [5.0]


def test_a_narrow_picture_of_wikimedia_comes_whole_and_with_its_digest(tmp_path: Path) -> None:
    photos = (FakePhoto(5, "Gulls", ("gull",), width=800), FakePhoto(6, "Boats", ("boat",), width=4000))
    with stand_in("wikimedia", tmp_path, photos) as found:
        narrow, wide = only(found.source, "gulls"), only(found.source, "boats")
        assert narrow.digest.startswith("sha1:")
        assert "/thumb/" in wide.download_url
        assert not wide.digest


def test_a_picture_without_a_licence_is_found_with_an_unknown_one(tmp_path: Path) -> None:
    photos = (FakePhoto(5, "Gulls", ("gull",), licence=""),)
    for name in ("wikimedia", "library"):
        with stand_in(name, tmp_path, photos) as found:
            assert only(found.source, "gulls").licence == UNKNOWN


def test_openverse_is_asked_only_for_what_may_be_sold_and_changed(tmp_path: Path) -> None:
    photos = (FakePhoto(5, "Gulls", ("gull",), licence="by-nc 4.0"), FakePhoto(6, "Gulls", ("gull",)))
    with stand_in("openverse", tmp_path, photos) as found:
        assert only(found.source, "gulls").id == "6"


def test_keys_are_sent_to_their_service_and_appear_in_no_error(tmp_path: Path) -> None:
    for name in ("pexels", "pixabay"):
        with stand_in(name, tmp_path) as found:
            assert found.fake is not None
            found.fake.trouble.append(Answer(status=400, kind="text/plain"))
            with pytest.raises(SourceError) as caught:
                found.source.search("gulls", size=WIDE, limit=5)
            asked = found.fake.asked[0]
            key = asked.query.get("key") or asked.headers["authorization"]
            assert key not in f"{caught.value} {caught.value.__cause__} {found.source!r}"
            assert asked.headers["user-agent"].startswith("Storyreel/")
            assert "studio@example.org" in asked.headers["user-agent"]


def test_a_source_without_its_key_is_not_offered(tmp_path: Path) -> None:
    bare = load_settings(home=tmp_path)
    assert set(offered(bare)) == {"openverse", "wikimedia"}
    with pytest.raises(InputError, match="STORYREEL_PEXELS_KEY") as caught:
        build_sources(["pexels"], bare)
    assert "openverse, wikimedia" in caught.value.next_step
    with pytest.raises(InputError, match="no picture source 'flickr'"):
        check_sources(["flickr"], bare)


def test_offline_only_the_folder_is_asked(tmp_path: Path) -> None:
    settings = settings_for(tmp_path, {}, offline=True)
    assert offered(settings) == ("library",)
    with pytest.raises(InputError, match="offline"):
        check_sources(["wikimedia"], settings)


def test_the_index_lives_with_the_folder_and_follows_it(tmp_path: Path) -> None:
    with stand_in("library", tmp_path) as found:
        assert only(found.source, "gulls")
        index = tmp_path / "library" / "storyreel-index.json"
        assert index.is_file()
        (tmp_path / "library" / "11.json").write_text('{"title": "Owls", "licence": "CC0-1.0"}', "utf-8")
        assert found.source.search("gulls", size=WIDE, limit=5) == ()
        assert only(found.source, "owls").licence == "CC0-1.0"
        index.write_text("not an index", "utf-8")
        assert only(found.source, "owls")
        (tmp_path / "library" / "12.json").write_text('{"colour": "red"}', "utf-8")
        with pytest.raises(SourceError, match=r"12\.json"):
            found.source.search("owls", size=WIDE, limit=5)
