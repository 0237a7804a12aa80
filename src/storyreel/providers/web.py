"""The one way out: requests to hosts on a list, with limits, and errors that say what to do about them."""

import hashlib
import ipaddress
import logging
import socket
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies

from storyreel.kit.errors import InputError, MediaError, ProviderError
from storyreel.kit.schema import parse_json
from storyreel.media.image import read_image

if TYPE_CHECKING:
    # Loaded only where something is fetched: it takes a quarter of a second of every start.
    import httpx

ErrorKind = Literal["transient", "rate_limit", "content_rejected", "fatal"]
"""The classes of document 003, 22.4."""
MAX_TRIES = 3
LONGEST_WAIT_S = 60.0
BACKOFF_S = (1.0, 4.0)
"""22.4: three tries, pauses that grow, none longer than a minute."""
CONNECT_S, READ_S, WHOLE_S = 5.0, 20.0, 120.0
MAX_REDIRECTS = 3
MAX_ANSWER_BYTES = 5_000_000
MAX_PICTURE_BYTES = 40_000_000
PICTURE_TYPES = ("image/jpeg", "image/png", "image/webp")
TOO_MANY, SERVER_ERRORS = 429, 500
REDIRECTS = (301, 302, 303, 307, 308)


class SourceError(ProviderError):
    """A source did not answer as it should; `kind` says what may help."""

    def __init__(
        self,
        source: str,
        said: str,
        *,
        kind: ErrorKind,
        retry_after_s: float | None = None,
        next_step: str = "",
    ) -> None:
        super().__init__(
            f"{source} {said}.",
            retryable=kind in ("transient", "rate_limit"),
            retry_after_s=retry_after_s,
            next_step=next_step,
        )
        self.source = source
        self.kind: ErrorKind = kind


@dataclass(frozen=True)
class Web:
    """Requests in the name of one source."""

    source: str
    hosts: frozenset[str]
    """Hosts that may be asked, by their full names."""
    contact: str = ""
    """Of the operator, for the user agent: services want to know whom to write to."""
    private: bool = False
    """Whether addresses of this machine and its own network may be asked, and without TLS."""
    wait: Callable[[float], None] = time.sleep

    def json(
        self,
        url: str,
        params: Mapping[str, str],
        headers: Mapping[str, str] | None = None,
        check: Callable[[Any, Mapping[str, str]], None] | None = None,
    ) -> Any:
        """The JSON data that `url` answers.

        `check` gets data and headers and raises SourceError for a service that tells its errors inside a good
        answer. Raises SourceError.
        """
        return self._tried(lambda: self._json(url, params, headers or {}, check))

    def picture(
        self, url: str, target: Path, *, digest: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        """Download a picture to `target` and look at it: type, length, digest, and that it decodes.

        Raises SourceError; nothing is left at `target` then.
        """
        self._tried(lambda: self._picture(url, target, digest, headers or {}))

    def _tried(self, ask: Callable[[], Any]) -> Any:
        for number in range(MAX_TRIES):
            try:
                return ask()
            except SourceError as error:
                pause = error.retry_after_s if error.retry_after_s is not None else BACKOFF_S[min(number, 1)]
                if not error.retryable or number + 1 == MAX_TRIES or pause > LONGEST_WAIT_S:
                    raise
                self.wait(pause)
        raise AssertionError("the last try returns or raises")

    def _json(
        self,
        url: str,
        params: Mapping[str, str],
        headers: Mapping[str, str],
        check: Callable[[Any, Mapping[str, str]], None] | None,
    ) -> Any:
        with self._answer(url, params, headers) as response:
            kind, told = _media_type(response), response.headers
            raw = b"".join(self._chunks(response, MAX_ANSWER_BYTES))
        if "json" not in kind:
            raise self._wrong(f"answered with {kind or 'bytes of no kind'} instead of JSON")
        try:
            data = parse_json(raw)
        except InputError as error:
            raise self._wrong("answered with something that is not JSON") from error
        if check:
            check(data, told)
        return data

    def _picture(self, url: str, target: Path, digest: str, headers: Mapping[str, str]) -> None:
        try:
            with self._answer(url, {}, headers) as response:
                kind = _media_type(response)
                if kind not in PICTURE_TYPES:
                    raise self._wrong(f"sent {kind or 'bytes of no kind'} instead of a picture")
                with target.open("wb") as stream:
                    for chunk in self._chunks(response, MAX_PICTURE_BYTES):
                        stream.write(chunk)
            self.look_at(target, digest)
        except SourceError:
            target.unlink(missing_ok=True)
            raise

    def look_at(self, file: Path, digest: str = "") -> None:
        """Check that a file is the picture it should be. Raises SourceError."""
        algorithm, _, expected = digest.partition(":")
        if expected and hashlib.new(algorithm, file.read_bytes()).hexdigest() != expected:
            raise self._wrong("sent other bytes than it announced")
        try:
            read_image(file)
        except (InputError, MediaError, OSError) as error:
            raise self._wrong("sent a picture that cannot be decoded") from error

    @contextmanager
    def _answer(
        self, url: str, params: Mapping[str, str], headers: Mapping[str, str]
    ) -> "Generator[httpx.Response]":
        """An open answer with status 200, redirects followed as far as they may be."""
        import httpx

        # They write whole addresses and headers into the log, and in those are keys.
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).setLevel(logging.WARNING)
        agent = {"User-Agent": user_agent(self.contact)}
        timeout = httpx.Timeout(READ_S, connect=CONNECT_S)
        try:
            with httpx.Client(timeout=timeout, headers=agent, follow_redirects=False) as client:
                response = self._follow(client, url, params, headers)
                try:
                    self._check_status(response)
                    yield response
                finally:
                    response.close()
        except httpx.TimeoutException as error:
            raise SourceError(self.source, "did not answer in time", kind="transient") from error
        except httpx.TransportError as error:
            said = f"cannot be reached ({type(error).__name__})"
            raise SourceError(
                self.source, said, kind="transient", next_step="Check the network, then make the film again."
            ) from error

    def _follow(
        self, client: "httpx.Client", url: str, params: Mapping[str, str], headers: Mapping[str, str]
    ) -> "httpx.Response":
        first = urlsplit(url).hostname
        for _ in range(MAX_REDIRECTS + 1):
            self._check_address(url)
            # A key goes to the host it was meant for and to no other.
            told = dict(headers) if urlsplit(url).hostname == first else {}
            request = client.build_request("GET", url, params=dict(params) or None, headers=told)
            response = client.send(request, stream=True)
            self._check_peer(response)
            if response.status_code not in REDIRECTS:
                return response
            response.close()
            url, params = urljoin(url, response.headers.get("location", "")), {}
        raise SourceError(self.source, "redirects without end", kind="fatal")

    def _check_address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme != "https" and not (self.private and parts.scheme == "http"):
            raise SourceError(self.source, f"leads to a {parts.scheme or 'bare'} address", kind="fatal")
        if parts.hostname not in self.hosts:
            said = f"leads to {parts.hostname}, which is not on its list of hosts"
            raise SourceError(self.source, said, kind="fatal")
        # Behind a proxy of the operator's the names are resolved there.
        if self.private or getproxies():
            return
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
        except OSError as error:
            raise SourceError(
                self.source,
                f"cannot be reached: the name {parts.hostname} is not known here",
                kind="transient",
                next_step="Check the network, then make the film again.",
            ) from error
        self._refuse_private({str(row[4][0]) for row in found})

    def _check_peer(self, response: "httpx.Response") -> None:
        """The name may have been resolved anew for the connection; what counts is who answered."""
        stream = response.extensions.get("network_stream")
        address = stream.get_extra_info("server_addr") if stream is not None else None
        if address and not self.private and not getproxies():
            self._refuse_private({str(address[0])})

    def _refuse_private(self, addresses: set[str]) -> None:
        for address in sorted(addresses):
            if not ipaddress.ip_address(address.partition("%")[0]).is_global:
                raise SourceError(
                    self.source,
                    f"leads to the private address {address}",
                    kind="fatal",
                    next_step="If that is meant, set STORYREEL_ALLOW_PRIVATE_ADDRESSES=1.",
                )

    def _check_status(self, response: "httpx.Response") -> None:
        status = response.status_code
        if status == TOO_MANY:
            raise SourceError(
                self.source,
                "answered 429: too many questions",
                kind="rate_limit",
                retry_after_s=told_wait_s(response.headers, datetime.now(UTC)),
            )
        if status in (401, 403):
            raise SourceError(
                self.source,
                f"answered {status}: it refuses us",
                kind="fatal",
                next_step="Check its key and STORYREEL_CONTACT (`storyreel doctor`).",
            )
        if status >= SERVER_ERRORS:
            raise SourceError(self.source, f"answered {status}", kind="transient")
        if status != 200:
            raise SourceError(self.source, f"answered {status}", kind="fatal")

    def _chunks(self, response: "httpx.Response", most: int) -> Generator[bytes]:
        size, begun = 0, time.monotonic()
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > most:
                raise SourceError(self.source, f"sends more than {most // 1_000_000} MB", kind="fatal")
            if time.monotonic() - begun > WHOLE_S:
                raise SourceError(self.source, f"sends for more than {WHOLE_S:.0f} s", kind="transient")
            yield chunk

    def _wrong(self, said: str) -> SourceError:
        return SourceError(self.source, said, kind="fatal")


def user_agent(contact: str) -> str:
    """Who asks: services refuse clients that do not say it."""
    return f"Storyreel/{version('storyreel')} ({contact or 'an author at work'})"


def told_wait_s(headers: Mapping[str, str], now: datetime) -> float | None:
    """Seconds until a service wants to be asked again, or None where it does not say.

    `Retry-After` is seconds or a date (RFC 9110, 10.2.3); `X-RateLimit-Reset` is seconds, or seconds since
    1970 where it is that large.
    """
    after = headers.get("retry-after", "").strip()
    if after.isdigit():
        return float(after)
    if after:
        try:
            return max(0.0, (parsedate_to_datetime(after) - now).total_seconds())
        except ValueError:
            return None
    reset = headers.get("x-ratelimit-reset", "").strip()
    if not reset.isdigit():
        return None
    return max(0.0, int(reset) - now.timestamp()) if int(reset) > 1_000_000_000 else float(reset)


def _media_type(response: "httpx.Response") -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
