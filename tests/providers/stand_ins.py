"""Every source with its service's fake behind it."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storyreel.kit.settings import Settings, load_settings
from storyreel.providers.fake_server import FakePhoto, FakeServer
from storyreel.providers.library import fake as library
from storyreel.providers.openverse.fake import FakeOpenverse
from storyreel.providers.pexels.fake import KEY as PEXELS_KEY
from storyreel.providers.pexels.fake import FakePexels
from storyreel.providers.picture_source import PictureSource
from storyreel.providers.pixabay.fake import KEY as PIXABAY_KEY
from storyreel.providers.pixabay.fake import FakePixabay
from storyreel.providers.registry import build_sources
from storyreel.providers.wikimedia.fake import FakeWikimedia

FAKES: dict[str, type[FakeServer]] = {
    "pexels": FakePexels,
    "pixabay": FakePixabay,
    "openverse": FakeOpenverse,
    "wikimedia": FakeWikimedia,
}
PHOTOS = (
    FakePhoto(11, "Gulls at dusk", ("gull", "harbour", "evening"), "Ada Person", "by-sa 4.0"),
    FakePhoto(12, "A steam engine", ("engine", "steam"), "Ben Person", "cc0 1.0"),
    FakePhoto(9, "Harbour in rain", ("harbour", "rain"), "Cy Person", "by 2.0", 900, 1600),
)


@dataclass(frozen=True)
class StandIn:
    """A source and what it talks to; `fake` is None for the folder on this machine."""

    source: PictureSource
    fake: FakeServer | None
    waits: list[float]
    """Pauses that it asked for; none is made."""


def settings_for(home: Path, servers: dict[str, str], **given: object) -> Settings:
    """Settings with every key, whose sources are asked at `servers`."""
    return load_settings(
        home=home,
        pexels_key=PEXELS_KEY,
        pixabay_key=PIXABAY_KEY,
        library=home / "library",
        search_servers=servers,
        allow_private_addresses=True,
        contact="studio@example.org",
        **given,
    )


@contextmanager
def stand_in(name: str, home: Path, photos: tuple[FakePhoto, ...] = PHOTOS) -> Generator[StandIn]:
    """The source `name`, which believes that it talks to the real service."""
    library.fill(home / "library", photos)
    waits: list[float] = []
    if name == "library":
        yield StandIn(build_sources([name], settings_for(home, {}))[0], None, waits)
        return
    with FAKES[name](photos) as fake:
        source = build_sources([name], settings_for(home, {name: fake.url}), waits.append)[0]
        yield StandIn(source, fake, waits)
