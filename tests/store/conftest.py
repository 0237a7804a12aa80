"""Registry, ledger and sessions on a real database that the tests of one file share."""

from collections.abc import Iterator

import pytest

from storyreel.store.ledger import Ledger
from storyreel.store.registry import Registry
from storyreel.store.session import Sessions, open_engine, open_sessions


@pytest.fixture(scope="module")
def sessions(module_database_url: str) -> Iterator[Sessions]:
    engine = open_engine(module_database_url)
    yield open_sessions(engine)
    engine.dispose()


@pytest.fixture(scope="module")
def registry(sessions: Sessions) -> Registry:
    return Registry(sessions)


@pytest.fixture(scope="module")
def ledger(sessions: Sessions) -> Ledger:
    return Ledger(sessions)
