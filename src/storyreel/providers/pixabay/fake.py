"""A server that answers as Pixabay says it does."""

from storyreel.providers.fake_server import Answer, Asked, FakePhoto, FakeServer, as_json

KEY = "1234567-a-pixabay-key"


class FakePixabay(FakeServer):
    """`GET /api/` with the key as a parameter; pictures under `/get`."""

    def answer(self, asked: Asked) -> Answer:
        if asked.path.startswith("/get/"):
            return self.picture(int(asked.path.split("/")[2]))
        if asked.query.get("key") != KEY:
            said = b"[ERROR 400] Invalid or missing API key (https://pixabay.com/api/docs/)."
            return Answer(said, 400, "text/plain")
        most = int(asked.query.get("per_page", "20"))
        if asked.path != "/api/" or not 3 <= most <= 200 or len(asked.query.get("q", "")) > 100:
            return Answer(b"[ERROR 400] A parameter is out of valid range.", 400, "text/plain")
        found = self.found(asked.query["q"])
        body = {
            "total": len(found),
            "totalHits": len(found),
            "hits": [self._hit(photo) for photo in found[:most]],
        }
        left = self.limit - len(self.asked)
        return as_json(body, headers={"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": str(left)})

    def too_many(self) -> Answer:
        reset = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "7"}
        return Answer(b"[ERROR 429] API rate limit exceeded.", 429, "text/plain", reset)

    def _hit(self, photo: FakePhoto) -> dict[str, object]:
        return {
            "id": photo.id,
            "pageURL": f"https://pixabay.com/photos/{photo.id}/",
            "type": "photo",
            "tags": ", ".join((*photo.title.lower().split(), *photo.tags)),
            "previewURL": f"{self.url}/get/{photo.id}/150.jpg",
            "webformatURL": f"{self.url}/get/{photo.id}/640.jpg",
            "largeImageURL": f"{self.url}/get/{photo.id}/1280.jpg",
            "imageWidth": photo.width,
            "imageHeight": photo.height,
            "user_id": 1,
            "user": photo.author,
        }
