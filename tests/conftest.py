"""What the tests of all rooms share: a real embedded PostgreSQL and fresh databases on it."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from storyreel.store.server import ensure_server, server_url, stop_server
from storyreel.store.session import migrate

TEMPLATE = "migrated"


@pytest.fixture(scope="session")
def server_home() -> Iterator[Path]:
    """The home of a running embedded server, one for each worker process, gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="storyreel-tests-"))
    try:
        ensure_server(home)
        yield home
    finally:
        stop_server(home)
        shutil.rmtree(home)


@pytest.fixture(scope="session")
def _run_on_server(server_home: Path) -> Callable[[str], None]:
    def run(statement: str) -> None:
        # Between two files that need it the server may have been idle for so long that its keeper ended it.
        ensure_server(server_home)
        engine = create_engine(
            server_url(server_home, "postgres"), poolclass=NullPool, isolation_level="AUTOCOMMIT"
        )
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    return run


@pytest.fixture(scope="session")
def _template(server_home: Path, _run_on_server: Callable[[str], None]) -> str:
    _run_on_server(f"CREATE DATABASE {TEMPLATE}")
    migrate(server_url(server_home, TEMPLATE))
    return TEMPLATE


@pytest.fixture(scope="session")
def fresh_database(
    server_home: Path, _run_on_server: Callable[[str], None], _template: str
) -> Callable[[str], "contextmanager[str]"]:
    """A context that gives the URL of a new database made from a template, and drops it at the end."""
    numbers = itertools.count()

    @contextmanager
    def fresh(template: str = _template) -> Iterator[str]:
        name = f"fresh_{next(numbers)}"
        _run_on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield server_url(server_home, name)
        finally:
            _run_on_server(f"DROP DATABASE {name} WITH (FORCE)")

    return fresh


@pytest.fixture
def database_url(fresh_database) -> Iterator[str]:
    """A migrated database of this test alone."""
    with fresh_database() as url:
        yield url


@pytest.fixture(scope="module")
def module_database_url(fresh_database) -> Iterator[str]:
    """A migrated database that the tests of one file share."""
    with fresh_database() as url:
        yield url


@pytest.fixture(scope="module")
def empty_database_url(fresh_database) -> Iterator[str]:
    """A database with nothing in it."""
    with fresh_database("template1") as url:
        assert make_url(url).database
        yield url
