"""A server that answers as Openverse says it does."""

from storyreel.providers.fake_server import Answer, Asked, FakePhoto, FakeServer, as_json

TOKEN = "an-openverse-token"
FREE = ("by", "by-sa", "cc0", "pdm")
"""Licences that allow selling and changing."""


class FakeOpenverse(FakeServer):
    """`GET /v1/images/`, at most 20 a page without a token; pictures under `/v1/images/ID/thumb/`."""

    def answer(self, asked: Asked) -> Answer:
        if asked.path.endswith("/thumb/"):
            return self.picture(int(asked.path.split("/")[3]))
        if asked.path != "/v1/images/":
            return as_json({"detail": "Not found."}, 404)
        most = int(asked.query.get("page_size", "20"))
        if most > 20 and asked.headers.get("authorization") != f"Bearer {TOKEN}":
            return as_json({"detail": "page_size must be between 1 & 20 for unauthenticated requests."}, 401)
        found = self.found(asked.query.get("q", ""))
        if "commercial" in asked.query.get("license_type", ""):
            found = [photo for photo in found if photo.licence.split()[0] in FREE]
        body = {
            "result_count": len(found),
            "page_count": 1,
            "page_size": most,
            "page": 1,
            "results": [self._image(photo) for photo in found[:most]],
        }
        return as_json(body)

    def too_many(self) -> Answer:
        said = {"detail": "Request was throttled. Expected available in 9 seconds."}
        return as_json(said, 429, {"Retry-After": "9"})

    def _image(self, photo: FakePhoto) -> dict[str, object]:
        kind, _, number = photo.licence.partition(" ")
        title = kind.upper() if kind in ("cc0", "pdm") else f"CC {kind.upper()}"
        return {
            "id": str(photo.id),
            "title": photo.title,
            "foreign_landing_url": f"https://museum.example/{photo.id}",
            "url": f"https://pictures.museum.example/{photo.id}.jpg",
            "creator": photo.author,
            "license": kind,
            "license_version": number,
            "license_url": f"https://creativecommons.org/licenses/{kind}/{number}/",
            "provider": "museum",
            "source": "museum",
            "tags": [{"name": tag, "accuracy": None} for tag in photo.tags],
            "attribution": f'"{photo.title}" by {photo.author} is licensed under {title} {number}.',
            "height": photo.height,
            "width": photo.width,
            "thumbnail": f"{self.url}/v1/images/{photo.id}/thumb/",
        }
