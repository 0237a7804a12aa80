"""Photos of Pexels.

Source: https://www.pexels.com/api/documentation/. `GET /v1/search` with the key in `Authorization`; at
most 80 photos a page; 200 requests an hour and 20,000 a month by default; answers may be kept for 24
hours (help centre, "What steps can I take to avoid hitting the rate limit"). Every use names the
photographer and Pexels. Licence: https://www.pexels.com/license/, free to use and change, not to be
passed on unaltered.
"""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, SecretStr, ValidationError

from storyreel.providers.picture_source import Candidate
from storyreel.providers.shape import orientation
from storyreel.providers.web import SourceError, Web

NAME = "pexels"
SERVER = "https://api.pexels.com"
HOSTS = frozenset(("api.pexels.com", "images.pexels.com"))
MOST_A_PAGE = 80
LARGE_WIDTH = 1880
"""Width of `src.large2x`; a wider frame gets the original."""


class _Src(BaseModel):
    original: str
    large2x: str


class _Photo(BaseModel):
    id: int
    width: int
    height: int
    url: str
    photographer: str
    alt: str | None = ""
    src: _Src


class _Answer(BaseModel):
    photos: tuple[_Photo, ...]


@dataclass(frozen=True)
class Pexels:
    """The photo search of Pexels."""

    web: Web
    key: SecretStr
    server: str = SERVER

    @property
    def name(self) -> str:
        return NAME

    def search(self, words: str, *, size: tuple[int, int], limit: int) -> tuple[Candidate, ...]:
        params = {
            "query": words,
            "orientation": orientation(size, "landscape", "portrait", "square"),
            "per_page": str(min(limit, MOST_A_PAGE)),
        }
        headers = {"Authorization": self.key.get_secret_value()}
        data = self.web.json(f"{self.server}/v1/search", params, headers)
        try:
            photos = _Answer.model_validate(data).photos
        except ValidationError as error:
            raise SourceError(NAME, "answers in a shape that is not known", kind="fatal") from error
        return tuple(_candidate(photo, size) for photo in photos[:limit])

    def download(self, candidate: Candidate, target: Path) -> None:
        self.web.picture(candidate.download_url, target)


def _candidate(photo: _Photo, size: tuple[int, int]) -> Candidate:
    return Candidate(
        source=NAME,
        id=str(photo.id),
        title=photo.alt or "",
        author=photo.photographer,
        licence="Pexels",
        licence_words="Pexels License",
        attribution=f"Photo by {photo.photographer} on Pexels",
        page_url=photo.url,
        download_url=photo.src.large2x if size[0] <= LARGE_WIDTH else photo.src.original,
        width=photo.width,
        height=photo.height,
    )
