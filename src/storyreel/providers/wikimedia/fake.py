"""A server that answers as Wikimedia Commons says it does."""

import hashlib

from storyreel.providers.fake_server import Answer, Asked, FakePhoto, FakeServer, as_json


class FakeWikimedia(FakeServer):
    """`GET /w/api.php`; pictures under `/wikipedia/commons`; 403 for a client that does not say who it is."""

    def answer(self, asked: Asked) -> Answer:
        if not asked.headers.get("user-agent", "").startswith("Storyreel/"):
            return Answer(b"Please set a user-agent and respect our robot policy", 403, "text/plain")
        if asked.path.startswith("/wikipedia/commons/"):
            return self.picture(int(asked.path.rpartition("/")[2].split(".")[0]))
        if asked.path != "/w/api.php" or asked.query.get("action") != "query":
            return as_json({"error": {"code": "badvalue", "info": "Unrecognized value."}})
        words = asked.query["gsrsearch"].removeprefix("filetype:bitmap ")
        found = self.found(words)[: int(asked.query.get("gsrlimit", "10"))]
        if not found:
            return as_json({"batchcomplete": True})
        # Pages come in the order of their ids; `index` has the order of the search.
        rows = [self._page(photo, number) for number, photo in enumerate(found, 1)]
        pages = sorted(rows, key=lambda page: str(page["pageid"]))
        return as_json({"batchcomplete": True, "query": {"pages": pages}})

    def too_many(self) -> Answer:
        return Answer(b"Too many requests", 429, "text/html", {"Retry-After": "11"})

    def lag(self) -> Answer:
        """What it says while its copies are behind."""
        said = {"code": "maxlag", "info": "Waiting for a database server: 6 seconds lagged."}
        return as_json({"error": said}, headers={"Retry-After": "5"})

    def _page(self, photo: FakePhoto, number: int) -> dict[str, object]:
        kind, _, version = photo.licence.partition(" ")
        code = {"cc0": "cc0", "pdm": "pd"}.get(kind, f"cc-{kind}-{version}")
        short = {"cc0": "CC0", "pdm": "Public domain"}.get(kind, f"CC {kind.upper()} {version}")
        told = {
            "ObjectName": photo.title,
            "Categories": "|".join(photo.tags),
            "ImageDescription": f"<p>{photo.title} &amp; more</p>",
            "Artist": f'<a href="//commons.wikimedia.org/wiki/User:Ada">{photo.author}</a>',
            "AttributionRequired": "false" if kind in ("cc0", "pdm") else "true",
        }
        if kind:
            told |= {"License": code, "LicenseShortName": short}
        whole = f"{self.url}/wikipedia/commons/{photo.id}.jpg"
        info = {
            "size": len(photo.jpeg()),
            "width": photo.width,
            "height": photo.height,
            "thumburl": f"{self.url}/wikipedia/commons/thumb/{photo.id}.jpg",
            "thumbwidth": min(960, photo.width),
            "url": whole,
            "descriptionurl": f"https://commons.wikimedia.org/wiki/File:{photo.id}.jpg",
            "sha1": hashlib.sha1(photo.jpeg(), usedforsecurity=False).hexdigest(),
            "mime": "image/jpeg",
            "user": "Uploader",
            "extmetadata": {name: {"value": value, "source": "x"} for name, value in told.items()},
        }
        return {
            "pageid": photo.id,
            "ns": 6,
            "title": f"File:{photo.title}.jpg",
            "index": number,
            "imageinfo": [info],
        }
