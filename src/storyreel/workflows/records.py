"""The stores a studio writes to, in one hand."""

from dataclasses import dataclass

import sqlalchemy as sa

from storyreel.kit.settings import Settings
from storyreel.store.blobs import BlobStore
from storyreel.store.ledger import Ledger
from storyreel.store.registry import Registry
from storyreel.store.session import open_sessions
from storyreel.workflows.executors import Executors, PausedQueues
from storyreel.workflows.repository import Runs


@dataclass(frozen=True)
class Records:
    """Blobs, registry, ledger and the rows of runs over one database."""

    settings: Settings
    engine: sa.Engine
    blobs: BlobStore
    registry: Registry
    ledger: Ledger
    runs: Runs
    executors: Executors
    paused: PausedQueues

    def close(self) -> None:
        """Give the database connections back."""
        self.engine.dispose()


def open_records(settings: Settings, engine: sa.Engine) -> Records:
    """All stores of this site."""
    sessions = open_sessions(engine)
    return Records(
        settings=settings,
        engine=engine,
        blobs=BlobStore(settings.blobs),
        registry=Registry(sessions),
        ledger=Ledger(sessions),
        runs=Runs(engine),
        executors=Executors(engine),
        paused=PausedQueues(engine),
    )
