"""The small film, made once for all tests of the renderer."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from storyreel.render import segment
from storyreel.render.film import Report, render
from storyreel.render.plan import plan_segments
from storyreel.render.profiles import Encoder
from storyreel.render.spec import SegmentSpec
from storyreel.render.stills import SheetCache
from storyreel.timeline.model import Timeline
from tests.render.small_film import Shelf, small_film


@dataclass
class Rendered:
    timeline: Timeline
    shelf: Shelf
    specs: tuple[SegmentSpec, ...]
    work: Path
    film: Path
    report: Report


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    folder = tmp_path_factory.mktemp("small-film")
    timeline, shelf = small_film(folder)
    film = folder / "film.mp4"
    report = render(timeline, shelf, folder, film)
    return Rendered(timeline, shelf, plan_segments(timeline, Encoder()), folder, film, report)


@pytest.fixture
def cold_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sheets made before this test do not reach it, nor its own the next one."""
    monkeypatch.setattr(segment, "_PROCESS_CACHE", SheetCache())
