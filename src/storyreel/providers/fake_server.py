"""A loopback server that stands in for a service: the shared half of every source's fake.

A fake keeps photos, answers searches with them in its service's own words, hands out their bytes, and can be
told to be in trouble: the next answers are then those of a service that is.
"""

import json
import threading
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import cv2
import numpy as np

from storyreel.kit.hashing import sha256_bytes

JPEG = "image/jpeg"
LONGEST = 960
"""Pixels on the long side of the pictures that fakes send."""


@dataclass(frozen=True)
class FakePhoto:
    """A picture that a fake service has."""

    id: int
    title: str
    tags: tuple[str, ...]
    author: str = "Ada Person"
    licence: str = "by-sa 4.0"
    """Kind and version as Creative Commons writes them; services with a licence of their own ignore it."""
    width: int = 1600
    height: int = 900

    def matches(self, words: str) -> bool:
        """Whether any of the words is told about it."""
        said = f"{self.title} {' '.join(self.tags)}".lower()
        return any(word.removesuffix("s") in said for word in words.lower().split())

    def jpeg(self) -> bytes:
        """A picture of colours that are its own, at most `LONGEST` pixels on a side."""
        seed = np.random.default_rng(int(sha256_bytes(f"{self.id} {self.title}".encode())[:8], 16))
        blocks = seed.integers(0, 255, (9, 16, 3), dtype=np.uint8)
        share = min(1.0, LONGEST / max(self.width, self.height))
        size = (round(self.width * share), round(self.height * share))
        _, data = cv2.imencode(".jpg", cv2.resize(blocks, size, interpolation=cv2.INTER_LINEAR))
        return data.tobytes()


@dataclass(frozen=True)
class Answer:
    """What a fake sends."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class Asked:
    """A request that came."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    """Names in lower case."""


def as_json(data: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    """Data as a JSON answer."""
    return Answer(json.dumps(data).encode(), status, "application/json; charset=utf-8", headers or {})


class FakeServer(ABC):
    """Serves on a port of its own from `with` until its end. Subclasses give `answer`."""

    def __init__(self, photos: Sequence[FakePhoto] = (), *, limit: int = 1000) -> None:
        self.photos = list(photos)
        self.limit = limit
        """Requests until it answers 429."""
        self.asked: list[Asked] = []
        self.trouble: deque[Answer] = deque()
        """Sent instead of the next answers, in order."""
        self.bytes_of: dict[int, Answer] = {}
        """Photo id -> what is sent instead of its picture."""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}"

    @abstractmethod
    def answer(self, asked: Asked) -> Answer:
        """What the service says to a request."""

    def too_many(self) -> Answer:
        """What the service says when its limit is used up."""
        return as_json({"error": "Too Many Requests"}, 429)

    def picture(self, photo_id: int) -> Answer:
        """The bytes of a photo."""
        if photo_id in self.bytes_of:
            return self.bytes_of[photo_id]
        photo = next((photo for photo in self.photos if photo.id == photo_id), None)
        return Answer(photo.jpeg(), kind=JPEG) if photo else Answer(status=404)

    def found(self, words: str) -> list[FakePhoto]:
        """The photos that fit a search."""
        return [photo for photo in self.photos if photo.matches(words)]

    def respond(self, asked: Asked) -> Answer:
        """An answer in due form: trouble first, then the limit."""
        self.asked.append(asked)
        if self.trouble:
            return self.trouble.popleft()
        return self.too_many() if len(self.asked) > self.limit else self.answer(asked)

    def __enter__(self) -> "FakeServer":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(fake: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = fake.respond(Asked(parts.path, dict(parse_qsl(parts.query)), headers))
            self.send_response(answer.status)
            told = {"Content-Type": answer.kind, "Content-Length": str(len(answer.body)), **answer.headers}
            for name, value in told.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(answer.body)
            except ConnectionError:
                # Whoever asked has heard enough.
                return

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name in http.server
            """Say nothing on standard error."""

    return Handler
