"""A folder as somebody keeps one, filled with the photos that the fakes of services have."""

import json
from collections.abc import Sequence
from pathlib import Path

from storyreel.providers.fake_server import FakePhoto
from storyreel.providers.licences import creative_commons


def fill(folder: Path, photos: Sequence[FakePhoto]) -> None:
    """Write each photo and what is known about it; a photo without a licence has none in its sidecar."""
    folder.mkdir(parents=True, exist_ok=True)
    for photo in photos:
        kind, _, number = photo.licence.partition(" ")
        about = {"title": photo.title, "tags": list(photo.tags), "author": photo.author}
        if kind:
            about["licence"] = creative_commons(kind, number)
        (folder / f"{photo.id}.jpg").write_bytes(photo.jpeg())
        (folder / f"{photo.id}.json").write_text(json.dumps(about), encoding="utf-8")
