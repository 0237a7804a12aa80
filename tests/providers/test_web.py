"""The way out: where it may lead, how long it may take, what it says."""

import logging
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storyreel.providers import web
from storyreel.providers.fake_server import JPEG, Answer, Asked, FakePhoto, FakeServer, as_json
from storyreel.providers.web import SourceError, Web, told_wait_s

HERE = frozenset(("127.0.0.1",))
NOON = datetime(2026, 5, 1, 12, 0, tzinfo=UTC)


class Plain(FakeServer):
    """Answers everything with a word, or with a picture."""

    def answer(self, asked: Asked) -> Answer:
        return self.picture(1) if asked.path == "/picture" else as_json({"path": asked.path})


def test_a_host_that_is_not_on_the_list_is_not_asked() -> None:
    with Plain() as fake, pytest.raises(SourceError, match="not on its list of hosts"):
        Web("here", frozenset(("api.example.org",)), private=True).json(fake.url, {})
    assert fake.asked == []


def test_a_private_address_is_refused_unless_the_operator_allows_it() -> None:
    with Plain() as fake:
        with pytest.raises(SourceError, match="leads to a http address"):
            Web("here", HERE).json(fake.url, {})
        secure = fake.url.replace("http:", "https:").replace("127.0.0.1", "localhost")
        with pytest.raises(SourceError, match="private address") as caught:
            Web("here", frozenset(("localhost",))).json(secure, {})
        assert "STORYREEL_ALLOW_PRIVATE_ADDRESSES" in caught.value.next_step
        assert fake.asked == []
        assert Web("here", HERE, private=True).json(f"{fake.url}/x", {}) == {"path": "/x"}


@pytest.mark.parametrize("address", ["10.0.0.1", "192.168.1.1", "169.254.169.254", "::1", "fe80::1%eth0"])
def test_addresses_of_the_own_network_are_private(address: str) -> None:
    with pytest.raises(SourceError, match="private address"):
        Web("here", HERE)._refuse_private({"93.184.216.34", address})


def test_a_redirect_is_followed_where_it_may_lead_and_loses_the_key_elsewhere() -> None:
    with Plain() as first, Plain() as second:
        other = second.url.replace("127.0.0.1", "localhost")
        first.trouble.append(Answer(status=301, headers={"Location": f"{other}/there"}))
        asks = Web("here", frozenset(("127.0.0.1", "localhost")), private=True)
        assert asks.json(first.url, {"q": "x"}, {"Authorization": "key"}) == {"path": "/there"}
        assert first.asked[0].headers["authorization"] == "key"
        assert "authorization" not in second.asked[0].headers
        first.trouble.extend([Answer(status=302, headers={"Location": "/again"})] * 9)
        with pytest.raises(SourceError, match="without end"):
            asks.json(first.url, {})


def test_a_service_that_cannot_be_reached_is_told_in_a_sentence() -> None:
    with Plain() as fake:
        gone = fake.url
    waits: list[float] = []
    with pytest.raises(SourceError, match="cannot be reached") as caught:
        Web("here", HERE, private=True, wait=waits.append).json(gone, {})
    assert (caught.value.kind, waits) == ("transient", [1.0, 4.0])


def test_what_is_too_long_is_broken_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(web, "MAX_PICTURE_BYTES", 1000)
    with Plain([FakePhoto(1, "Gulls", ())]) as fake, pytest.raises(SourceError, match="more than"):
        Web("here", HERE, private=True).picture(f"{fake.url}/picture", tmp_path / "picture")
    assert list(tmp_path.iterdir()) == []


def test_other_bytes_than_announced_are_refused(tmp_path: Path) -> None:
    with Plain([FakePhoto(1, "Gulls", ())]) as fake:
        asks = Web("here", HERE, private=True)
        asks.picture(f"{fake.url}/picture", tmp_path / "a")
        with pytest.raises(SourceError, match="other bytes"):
            asks.picture(f"{fake.url}/picture", tmp_path / "b", digest="sha1:" + "0" * 40)
        fake.bytes_of[1] = Answer(b"GIF89a", kind=JPEG)
        with pytest.raises(SourceError, match="cannot be decoded"):
            asks.picture(f"{fake.url}/picture", tmp_path / "b")


def test_no_address_with_a_key_in_it_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), Plain() as fake:
        Web("here", HERE, private=True).json(fake.url, {"key": "secret-key"}, {"Authorization": "secret-too"})
    assert "secret" not in caplog.text


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "30"}, 30.0),
        ({"retry-after": "Fri, 01 May 2026 12:01:30 GMT"}, 90.0),
        ({"retry-after": "Fri, 01 May 2026 11:00:00 GMT"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"x-ratelimit-reset": "42"}, 42.0),
        ({"x-ratelimit-reset": str(int(NOON.timestamp()) + 5)}, 5.0),
        ({}, None),
    ],
)
def test_a_service_says_when_to_come_again(headers: dict[str, str], seconds: float | None) -> None:
    assert told_wait_s(headers, NOON) == seconds
