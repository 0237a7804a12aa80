"""Pictures of Wikimedia Commons.

Source: https://www.mediawiki.org/wiki/API:Imageinfo and API:Search, `GET /w/api.php` with
`generator=search`; licence and author stand in `extmetadata` (Extension:CommonsMetadata), the author as
HTML. Rules: https://www.mediawiki.org/wiki/API:Etiquette and Wikimedia_APIs/Rate_limits: a user agent
that says whom to write to, one request after the other, `Retry-After` is obeyed, `maxlag` for requests
that can wait. Errors come as `{"error": {"code": ...}}` inside a good answer. Thumbnails are made in a
few widths only (https://www.mediawiki.org/wiki/Common_thumbnail_sizes).
"""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from storyreel.providers.licences import of_commons
from storyreel.providers.picture_source import UNKNOWN, Candidate
from storyreel.providers.web import PICTURE_TYPES, SourceError, Web

NAME = "wikimedia"
SERVER = "https://commons.wikimedia.org"
HOSTS = frozenset(("commons.wikimedia.org", "upload.wikimedia.org"))
FILES = "6"
"""Number of the namespace of files."""
THUMB_WIDTHS = (960, 1280, 1920, 3840)
MAX_LAG_S = "5"
MOST_A_PAGE = 50
FIELDS = (
    "License|LicenseShortName|Artist|ObjectName|ImageDescription|Categories|AttributionRequired|Attribution"
)
TRANSIENT, RATE = ("maxlag", "readonly"), ("ratelimited",)
"""Error codes after which the same question may be asked again."""
LONGEST_NAME = 120


class _Value(BaseModel):
    value: str | int | float = ""


class _Info(BaseModel):
    url: str
    thumburl: str = ""
    thumbwidth: int = 0
    descriptionurl: str = ""
    width: int
    height: int
    mime: str = ""
    sha1: str = ""
    user: str = ""
    extmetadata: dict[str, _Value] = {}

    def told(self, name: str) -> str:
        """A field of the metadata as plain text."""
        return plain(str(self.extmetadata[name].value)) if name in self.extmetadata else ""


class _Error(BaseModel):
    code: str


class _Failure(BaseModel):
    error: _Error


class _Page(BaseModel):
    pageid: int
    title: str
    index: int = 0
    imageinfo: tuple[_Info, ...] = ()


@dataclass(frozen=True)
class Wikimedia:
    """The file search of Wikimedia Commons."""

    web: Web
    server: str = SERVER

    @property
    def name(self) -> str:
        return NAME

    def search(self, words: str, *, size: tuple[int, int], limit: int) -> tuple[Candidate, ...]:
        params = {
            "action": "query",
            "format": "json",
            "formatversion": "2",
            "maxlag": MAX_LAG_S,
            "generator": "search",
            "gsrsearch": f"filetype:bitmap {words}",
            "gsrnamespace": FILES,
            "gsrlimit": str(min(limit, MOST_A_PAGE)),
            "prop": "imageinfo",
            "iiprop": "url|size|mime|sha1|user|extmetadata",
            "iiextmetadatafilter": FIELDS,
            "iiextmetadatalanguage": "en",
            "iiurlwidth": str(thumb_width(size[0])),
        }
        data = self.web.json(f"{self.server}/w/api.php", params, check=_check)
        try:
            # Nothing found is an answer without `query`.
            rows = data.get("query", {}).get("pages", [])
            pages = [_Page.model_validate(row) for row in rows]
        except (ValidationError, AttributeError, TypeError) as error:
            raise SourceError(NAME, "answers in a shape that is not known", kind="fatal") from error
        shown = [page for page in pages if page.imageinfo and page.imageinfo[0].mime in PICTURE_TYPES]
        return tuple(_candidate(page) for page in sorted(shown, key=lambda page: page.index)[:limit])

    def download(self, candidate: Candidate, target: Path) -> None:
        self.web.picture(candidate.download_url, target, digest=candidate.digest)


def thumb_width(width: int) -> int:
    """The narrowest width that thumbnails are made in and that fills a frame of `width` pixels."""
    return next((each for each in THUMB_WIDTHS if each >= width), THUMB_WIDTHS[-1])


def plain(text: str) -> str:
    """HTML as one line of plain text."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _check(data: Any, headers: Mapping[str, str]) -> None:
    try:
        code = _Failure.model_validate(data).error.code
    except ValidationError:
        # A good answer has no such field.
        return
    after = headers.get("retry-after", "")
    raise SourceError(
        NAME,
        f"answered with its error {code}",
        kind="rate_limit" if code in RATE else "transient" if code in TRANSIENT else "fatal",
        retry_after_s=float(after) if after.isdigit() else None,
    )


def _candidate(page: _Page) -> Candidate:
    info = page.imageinfo[0]
    short = info.told("LicenseShortName")
    licence = of_commons(info.told("License"), short)
    author = (info.told("Artist") or info.user)[:LONGEST_NAME]
    title = info.told("ObjectName") or page.title.removeprefix("File:").rpartition(".")[0]
    # A picture no wider than the thumbnail is sent as it is, and then its digest is known.
    whole = not info.thumburl or info.thumburl.partition("?")[0] == info.url or info.thumbwidth >= info.width
    credit = info.told("Attribution") or f"{author}, via Wikimedia Commons"
    free = licence in ("CC0-1.0", "PDM-1.0", "public_domain") and info.told("AttributionRequired") != "true"
    return Candidate(
        source=NAME,
        id=str(page.pageid),
        title=title,
        tags=tuple(tag for tag in info.told("Categories").split("|") if tag)
        + ((description,) if (description := info.told("ImageDescription")[:300]) else ()),
        author=author,
        licence=licence,
        licence_words=short or UNKNOWN,
        attribution="" if free else credit,
        page_url=info.descriptionurl,
        download_url=info.url if whole else info.thumburl,
        width=info.width,
        height=info.height,
        digest=f"sha1:{info.sha1}" if whole and info.sha1 else "",
    )
