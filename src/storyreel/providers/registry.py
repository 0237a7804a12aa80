"""Every source by its name, and whether it can be asked under the operator's settings."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from storyreel.kit.errors import InputError
from storyreel.kit.settings import Settings
from storyreel.providers.library import source as library
from storyreel.providers.openverse import source as openverse
from storyreel.providers.pexels import source as pexels
from storyreel.providers.picture_source import PictureSource
from storyreel.providers.pixabay import source as pixabay
from storyreel.providers.web import Web
from storyreel.providers.wikimedia import source as wikimedia

Wait = Callable[[float], None]


@dataclass(frozen=True)
class Kind:
    """How a source is made from settings, and why it may not be."""

    build: Callable[[Settings, Wait], PictureSource]
    missing: Callable[[Settings], str]
    """What it lacks, '' when it can be asked."""
    outside: bool = True
    """Whether it needs a network."""
    advice: Callable[[Settings], str] = lambda _: ""
    """What would make it better."""


def _web(settings: Settings, wait: Wait, name: str, hosts: frozenset[str]) -> Web:
    stand_in = urlsplit(settings.search_servers.get(name, "")).hostname
    allowed = hosts | {stand_in} if stand_in else hosts
    return Web(name, allowed, settings.contact, settings.allow_private_addresses, wait)


def _server(settings: Settings, name: str, real: str) -> str:
    return settings.search_servers.get(name, real).rstrip("/")


def _pexels(settings: Settings, wait: Wait) -> PictureSource:
    assert settings.pexels_key is not None, "offered without a key"
    web = _web(settings, wait, pexels.NAME, pexels.HOSTS)
    return pexels.Pexels(web, settings.pexels_key, _server(settings, pexels.NAME, pexels.SERVER))


def _pixabay(settings: Settings, wait: Wait) -> PictureSource:
    assert settings.pixabay_key is not None, "offered without a key"
    web = _web(settings, wait, pixabay.NAME, pixabay.HOSTS)
    return pixabay.Pixabay(web, settings.pixabay_key, _server(settings, pixabay.NAME, pixabay.SERVER))


def _openverse(settings: Settings, wait: Wait) -> PictureSource:
    web = _web(settings, wait, openverse.NAME, openverse.HOSTS)
    server = _server(settings, openverse.NAME, openverse.SERVER)
    return openverse.Openverse(web, settings.openverse_token, server)


def _wikimedia(settings: Settings, wait: Wait) -> PictureSource:
    web = _web(settings, wait, wikimedia.NAME, wikimedia.HOSTS)
    return wikimedia.Wikimedia(web, _server(settings, wikimedia.NAME, wikimedia.SERVER))


def _library(settings: Settings, _: Wait) -> PictureSource:
    assert settings.library is not None, "offered without a folder"
    return library.Library(settings.library)


def _nothing(_: Settings) -> str:
    return ""


SOURCES: dict[str, Kind] = {
    pexels.NAME: Kind(_pexels, lambda s: "" if s.pexels_key else "it needs a key: set STORYREEL_PEXELS_KEY"),
    pixabay.NAME: Kind(
        _pixabay, lambda s: "" if s.pixabay_key else "it needs a key: set STORYREEL_PIXABAY_KEY"
    ),
    openverse.NAME: Kind(
        _openverse,
        _nothing,
        advice=lambda s: "" if s.openverse_token else "more requests an hour with STORYREEL_OPENVERSE_TOKEN",
    ),
    wikimedia.NAME: Kind(
        _wikimedia,
        _nothing,
        advice=lambda s: "" if s.contact else "it wants to know whom to write to: set STORYREEL_CONTACT",
    ),
    library.NAME: Kind(
        _library,
        lambda s: "" if s.library else "it needs a folder: set STORYREEL_LIBRARY",
        outside=False,
    ),
}
"""Every source by its name."""


def offered(settings: Settings) -> tuple[str, ...]:
    """Sources that can be asked now."""
    return tuple(name for name in SOURCES if not reason_missing(name, settings))


def reason_missing(name: str, settings: Settings) -> str:
    """Why a source cannot be asked; '' when it can."""
    if settings.offline and SOURCES[name].outside:
        return "the studio is offline"
    return SOURCES[name].missing(settings)


def check_names(names: Sequence[str]) -> tuple[str, ...]:
    """The names again, each once. Raises InputError for one that no source has."""
    for name in names:
        if name not in SOURCES:
            raise InputError(
                f"There is no picture source {name!r}.", next_step=f"Sources: {', '.join(SOURCES)}."
            )
    return tuple(dict.fromkeys(names))


def check_sources(names: Sequence[str], settings: Settings) -> tuple[str, ...]:
    """The names again, each once. Raises InputError for one that is unknown or not offered."""
    for name in check_names(names):
        if reason := reason_missing(name, settings):
            raise InputError(
                f"The picture source {name} cannot be asked: {reason}.",
                next_step=f"Sources that can be asked now: {', '.join(offered(settings)) or 'none'}.",
            )
    return tuple(dict.fromkeys(names))


def build_sources(
    names: Sequence[str], settings: Settings, wait: Wait = time.sleep
) -> tuple[PictureSource, ...]:
    """The sources in the order of their names here. Raises InputError as `check_sources`.

    `wait` makes the pauses between tries, in seconds.
    """
    return tuple(SOURCES[name].build(settings, wait) for name in check_sources(names, settings))
