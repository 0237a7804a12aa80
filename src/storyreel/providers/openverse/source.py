"""Pictures of Openverse.

Source: https://docs.openverse.org and the service's own code (github.com/WordPress/openverse, `api/`).
`GET /v1/images/` answers `results` with a licence kind (`by-sa`), its version, and a ready line of
attribution; at most 20 a page without a token. Limits by default: 5 an hour and 100 a day without, 100 a
minute and 10,000 a day with a token (`api/conf/settings/rest_framework.py`). Pictures lie on hundreds of
hosts, so they are fetched through the service's own door, `/v1/images/ID/thumb/?full_size=true`
(`MediaThumbnailRequestSerializer`). Only licences that allow selling and changing are asked for.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from pydantic import BaseModel, SecretStr, ValidationError

from storyreel.providers.licences import creative_commons
from storyreel.providers.picture_source import Candidate
from storyreel.providers.shape import orientation
from storyreel.providers.web import SourceError, Web

NAME = "openverse"
SERVER = "https://api.openverse.org"
HOSTS = frozenset(("api.openverse.org",))
MOST_A_PAGE = 20


class _Tag(BaseModel):
    name: str


class _Image(BaseModel):
    id: str
    title: str | None = ""
    creator: str | None = ""
    license: str
    license_version: str | None = ""
    attribution: str | None = ""
    foreign_landing_url: str | None = ""
    width: int | None = 0
    height: int | None = 0
    tags: tuple[_Tag, ...] | None = ()


class _Answer(BaseModel):
    results: tuple[_Image, ...]


@dataclass(frozen=True)
class Openverse:
    """The picture search of Openverse."""

    web: Web
    token: SecretStr | None = None
    server: str = SERVER

    @property
    def name(self) -> str:
        return NAME

    def search(self, words: str, *, size: tuple[int, int], limit: int) -> tuple[Candidate, ...]:
        params = {
            "q": words,
            "license_type": "commercial,modification",
            "aspect_ratio": orientation(size, "wide", "tall", "square"),
            "page_size": str(min(limit, MOST_A_PAGE)),
        }
        data = self.web.json(f"{self.server}/v1/images/", params, self._headers())
        try:
            images = _Answer.model_validate(data).results
        except ValidationError as error:
            raise SourceError(NAME, "answers in a shape that is not known", kind="fatal") from error
        return tuple(self._candidate(image) for image in images[:limit])

    def download(self, candidate: Candidate, target: Path) -> None:
        self.web.picture(candidate.download_url, target, headers=self._headers())

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token.get_secret_value()}"} if self.token else {}

    def _candidate(self, image: _Image) -> Candidate:
        door = f"{self.server}/v1/images/{quote(image.id, safe='')}/thumb/"
        kind, number = image.license, image.license_version or ""
        return Candidate(
            source=NAME,
            id=image.id,
            title=image.title or "",
            tags=tuple(tag.name for tag in image.tags or ()),
            author=image.creator or "",
            licence=creative_commons(kind, number),
            licence_words=f"{kind} {number}".strip(),
            attribution=image.attribution or "",
            page_url=image.foreign_landing_url or "",
            download_url=f"{door}?full_size=true&compressed=false",
            width=image.width or 0,
            height=image.height or 0,
        )
