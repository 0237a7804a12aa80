"""One undisturbed film that the tests of this folder share."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager

import pytest

from storyreel.wiring.studio import Studio
from storyreel.workflows.model import Run
from tests.workflows import film_case


@pytest.fixture(scope="session")
def plain(
    fresh_database: Callable[[], AbstractContextManager[str]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Studio, Run]]:
    """An undisturbed film, and the studio that made it."""
    home = tmp_path_factory.mktemp("plain")
    with fresh_database() as url, film_case.studio_of(url, home) as studio:
        run = film_case.finish(studio, film_case.queue_film(studio, home / "out"))
        assert run.status == "done", run.error
        yield studio, run
