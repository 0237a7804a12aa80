"""A studio on this machine: stores open, pipelines read, an engine when work is to be done."""

import shutil
from collections.abc import Callable, Generator
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from storyreel.kit.errors import StoppedError, StorageError
from storyreel.kit.settings import Settings
from storyreel.store.session import database_url, migrate, open_engine
from storyreel.workflows.deliver import deliver
from storyreel.workflows.engine import Engine, Remote
from storyreel.workflows.film import FILM_STAGES
from storyreel.workflows.gates import GATES
from storyreel.workflows.hand_over import HAND_OVER_STAGES, deliver_clips
from storyreel.workflows.model import Progress, Run
from storyreel.workflows.package import PACKAGE_STAGES
from storyreel.workflows.pipeline import Pipeline, load_pipeline
from storyreel.workflows.progress import progress
from storyreel.workflows.records import Records, open_records
from storyreel.workflows.runner import Runner

PIPELINES = Path(__file__).parents[1] / "workflows" / "pipelines"
STAGES_OF = {"film": FILM_STAGES, "render": PACKAGE_STAGES, "hand_over": HAND_OVER_STAGES}
MIN_FREE_BYTES = 500_000_000
"""Below this a film is not begun: PostgreSQL itself stops on a full disk."""


@dataclass(frozen=True)
class Studio:
    """Open stores and known pipelines."""

    settings: Settings
    url: str
    records: Records
    pipelines: dict[str, Pipeline]

    @contextmanager
    def working(self) -> Generator[Engine]:
        """An engine of this process, taking jobs until the block ends."""
        engine = Engine(self.url, self.records, log_file=self.settings.home / "log" / "storyreel.log")
        runner = Runner(
            self.records,
            self.pipelines,
            engine.pools,
            engine.executor_id,
            {
                "weights": str(self.settings.weights),
                "tmp": str(self.settings.tmp),
                "settings": self.settings,
            },
            GATES,
            {"film": deliver, "render": deliver, "hand_over": deliver_clips},
            "storyreel.workflows.film_media:get_ready",
        )
        try:
            engine.start(runner)
            yield engine
        finally:
            engine.close()

    def carry_out(
        self, run: Run, show: Callable[[Progress], None], *, adopt: bool = False, next_step: str = ""
    ) -> Run:
        """Work on a run in this process until it ends, and return how it ended.

        `adopt` goes on with one whose process is dead. Ctrl-C stops the run so that it can be
        resumed and raises StoppedError, with `next_step` where `runs resume` is not the way.
        """
        with self.working() as engine:
            try:
                if adopt:
                    engine.adopt([run])
                else:
                    engine.submit(run)
                return engine.wait(run.id, show=lambda now: show(self.progress(now)))
            except KeyboardInterrupt:
                with self.remote() as remote:
                    remote.halt(self.records.runs.by_id(run.id))
                raise StoppedError(
                    "Stopped; what is finished is kept.",
                    next_step=next_step or f"Go on with: storyreel runs resume {run.id}",
                ) from None

    @contextmanager
    def remote(self) -> Generator[Remote]:
        """Orders to runs that other processes work on."""
        remote = Remote(self.url, self.records)
        try:
            yield remote
        finally:
            remote.close()

    def progress(self, run: Run) -> Progress:
        """How far a run is."""
        return progress(run, self.records.runs.stage_progress(run.id), self.pipelines[run.pipeline])

    def interrupted(self) -> tuple[Run, ...]:
        """Runs that should go on and that nobody works on, oldest first.

        One that a full disk or a lost database ended is among them: that was not the author's doing.
        """
        open_runs = self.records.runs.list(
            self.settings.tenant, limit=1000, statuses=("queued", "running", "waiting", "failed")
        )
        alive = {executor.id for executor in self.records.executors.all() if executor.alive}
        return tuple(run for run in reversed(open_runs) if _should_go_on(run, alive))


def _should_go_on(run: Run, alive: AbstractSet[str]) -> bool:
    if run.status == "failed":
        return run.error is not None and run.error["kind"] == StorageError.__name__
    return run.status == "waiting" or run.owner not in alive


@contextmanager
def open_studio(settings: Settings) -> Generator[Studio]:
    """Start or find the database, bring it up to date, open the stores."""
    settings.prepare_home()
    url = database_url(settings)
    migrate(url)
    records = open_records(settings, open_engine(url, pool_size=8))
    pipelines = {
        name: load_pipeline(PIPELINES / f"{name}.yaml", stages, frozenset(GATES))
        for name, stages in STAGES_OF.items()
    }
    try:
        yield Studio(settings, url, records, pipelines)
    finally:
        records.close()


def require_room(settings: Settings) -> None:
    """Refuse to begin on a disk that is nearly full. Raises StorageError."""
    free = shutil.disk_usage(settings.home).free
    if free < MIN_FREE_BYTES:
        raise StorageError(
            f"Only {free // 1_000_000} MB are free where {settings.home} lies; "
            f"a film needs {MIN_FREE_BYTES // 1_000_000} MB.",
            next_step="Make room there, or set STORYREEL_HOME to a folder on a larger disk.",
        )
