"""Photos of Pixabay.

Source: https://pixabay.com/api/docs/. `GET /api/` with the key as a parameter; `q` of at most 100
letters; 3 to 200 photos a page; 100 requests a minute, told in `X-RateLimit-*` (`Reset` in seconds from
now); answers must be kept for 24 hours; pictures are to be downloaded, not linked. `largeImageURL` has
1280 pixels on its long side, `fullHDURL` 1920 for accounts with full access. Errors are plain text: 400
for a wrong key or parameter, 429. Licence: https://pixabay.com/service/license-summary/.
"""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field, SecretStr, ValidationError

from storyreel.providers.picture_source import Candidate
from storyreel.providers.shape import orientation
from storyreel.providers.web import SourceError, Web

NAME = "pixabay"
SERVER = "https://pixabay.com"
HOSTS = frozenset(("pixabay.com", "cdn.pixabay.com"))
LONGEST_WORDS = 100
FEWEST_A_PAGE, MOST_A_PAGE = 3, 200


class _Hit(BaseModel):
    id: int
    page_url: str = Field(validation_alias="pageURL")
    tags: str = ""
    user: str = ""
    width: int = Field(validation_alias="imageWidth")
    height: int = Field(validation_alias="imageHeight")
    large: str = Field(validation_alias="largeImageURL")
    full: str | None = Field(default=None, validation_alias="fullHDURL")


class _Answer(BaseModel):
    hits: tuple[_Hit, ...]


@dataclass(frozen=True)
class Pixabay:
    """The photo search of Pixabay."""

    web: Web
    key: SecretStr
    server: str = SERVER

    @property
    def name(self) -> str:
        return NAME

    def search(self, words: str, *, size: tuple[int, int], limit: int) -> tuple[Candidate, ...]:
        params = {
            "key": self.key.get_secret_value(),
            "q": words[:LONGEST_WORDS],
            "image_type": "photo",
            "orientation": orientation(size, "horizontal", "vertical", "all"),
            "safesearch": "true",
            "per_page": str(max(FEWEST_A_PAGE, min(limit, MOST_A_PAGE))),
        }
        data = self.web.json(f"{self.server}/api/", params)
        try:
            hits = _Answer.model_validate(data).hits
        except ValidationError as error:
            raise SourceError(NAME, "answers in a shape that is not known", kind="fatal") from error
        return tuple(_candidate(hit) for hit in hits[:limit])

    def download(self, candidate: Candidate, target: Path) -> None:
        self.web.picture(candidate.download_url, target)


def _candidate(hit: _Hit) -> Candidate:
    tags = tuple(tag.strip() for tag in hit.tags.split(",") if tag.strip())
    return Candidate(
        source=NAME,
        id=str(hit.id),
        tags=tags,
        author=hit.user,
        licence="Pixabay",
        licence_words="Pixabay Content License",
        attribution=f"Image by {hit.user} from Pixabay",
        page_url=hit.page_url,
        download_url=hit.full or hit.large,
        width=hit.width,
        height=hit.height,
    )
