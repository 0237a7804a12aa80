"""A server that answers as Pexels says it does."""

from storyreel.providers.fake_server import Answer, Asked, FakePhoto, FakeServer, as_json

KEY = "a-pexels-key"


class FakePexels(FakeServer):
    """`GET /v1/search` with the key in `Authorization`; pictures under `/photos`."""

    def answer(self, asked: Asked) -> Answer:
        if asked.path.startswith("/photos/"):
            return self.picture(int(asked.path.split("/")[2]))
        if asked.headers.get("authorization") != KEY:
            return as_json({"status": 401, "code": "Unauthorized"}, 401)
        if asked.path != "/v1/search" or not asked.query.get("query"):
            return as_json({"status": 400, "code": "Bad Request"}, 400)
        most = min(80, int(asked.query.get("per_page", "15")))
        found = self.found(asked.query["query"])
        body = {
            "total_results": len(found),
            "page": 1,
            "per_page": most,
            "photos": [self._photo(photo) for photo in found[:most]],
        }
        left = {
            "X-Ratelimit-Limit": str(self.limit),
            "X-Ratelimit-Remaining": str(self.limit - len(self.asked)),
        }
        return as_json(body, headers=left)

    def too_many(self) -> Answer:
        # The headers with the limits come with good answers only.
        return as_json({"status": 429, "code": "Too Many Requests"}, 429)

    def _photo(self, photo: FakePhoto) -> dict[str, object]:
        picture = f"{self.url}/photos/{photo.id}/pexels-photo-{photo.id}.jpeg"
        return {
            "id": photo.id,
            "width": photo.width,
            "height": photo.height,
            "url": f"https://www.pexels.com/photo/{photo.id}/",
            "photographer": photo.author,
            "photographer_url": "https://www.pexels.com/@someone",
            "photographer_id": 1,
            "avg_color": "#978E82",
            "src": {"original": picture, "large2x": f"{picture}?auto=compress&cs=tinysrgb&dpr=2&h=650&w=940"},
            "liked": False,
            "alt": f"{photo.title}, {', '.join(photo.tags)}",
        }
