"""The engine of one process: DBOS up, queues known, heart beating, dead peers taken over."""

import logging
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path

from dbos import DBOS, DBOSClient, SetWorkflowID
from sqlalchemy.exc import SQLAlchemyError

from storyreel.kit.errors import StorageError
from storyreel.media.pool import WorkerPool
from storyreel.workflows import durable, queues
from storyreel.workflows.model import Run
from storyreel.workflows.records import Records
from storyreel.workflows.runner import Runner
from storyreel.workflows.takeover import take_over

APPLICATION = "storyreel"
APPLICATION_VERSION = "1"
"""Pinned: a run started by one release is finished by the next. Changed workflows use DBOS.patch."""
HEARTBEAT_S = 1.0
LOGGERS = ("dbos", "storyreel")
LEAST_FREE_BYTES = 32 << 20
"""PostgreSQL's log grows by 16 MB at a time; below this its next write may fail."""
BROKEN = ("ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED")

log = logging.getLogger(__name__)


class Engine:
    """Runs work in this process until it is closed. Use as a context manager."""

    def __init__(self, url: str, records: Records, *, log_file: Path) -> None:
        self.executor_id = f"x-{uuid.uuid4().hex[:12]}"
        self.pools = {name: WorkerPool(name, size) for name, size in queues.resource_limits().items()}
        self._url = url
        self._records = records
        self._log_file = log_file
        self._log_handler: logging.Handler | None = None
        self._stop = threading.Event()
        self._heart = threading.Thread(target=self._beat, name="heartbeat", daemon=True)
        self._adopted: set[str] = set()

    def start(self, runner: Runner) -> None:
        """Launch DBOS and begin to take jobs from the queues."""
        self._log_handler = _log_to(self._log_file, self._records.settings.log_level)
        durable.install(runner)
        self._records.executors.register(self.executor_id)
        DBOS(
            config={
                "name": APPLICATION,
                "system_database_url": self._url,
                "application_version": APPLICATION_VERSION,
                "executor_id": self.executor_id,
                "sys_db_pool_size": 12,
                "notification_listener_polling_interval_sec": 1.0,
            }
        )
        DBOS.launch()
        queues.register_queues(self._records.paused.names())
        self._heart.start()

    def close(self) -> None:
        """Stop taking jobs, kill what runs, and leave the rest to whoever comes next."""
        self._stop.set()
        # Ends the event loop first: that cancels what runs there, and a cancelled job kills its worker.
        DBOS.destroy()
        for pool in self.pools.values():
            pool.close()
        durable.install(None)
        if self._heart.is_alive():
            self._heart.join()
        self._records.executors.end(self.executor_id)
        if self._log_handler is not None:
            _unlog(self._log_handler)

    def submit(self, run: Run) -> None:
        """Begin the present attempt of a run here; submitting it twice is submitting it once.

        Not by a queue: another process of this home could take it, and it belongs to whoever asked for it.
        """
        with SetWorkflowID(durable.run_workflow_id(run.id, run.attempt)):
            DBOS.start_workflow(durable.walk_pipeline, run.id, run.attempt)

    def adopt(self, runs: Sequence[Run]) -> None:
        """Also continue these runs, whose owners are dead."""
        self._adopted |= {run.id for run in runs}
        self._sweep()

    def wait(self, run_id: str, *, show: Callable[[Run], None], every_s: float = 0.25) -> Run:
        """Block until a run is no longer active, showing it again and again."""
        while True:
            run = self._records.runs.by_id(run_id)
            show(run)
            if not run.active:
                return run
            self._end_if_broken(run)
            self._require_room()
            time.sleep(every_s)

    def _end_if_broken(self, run: Run) -> None:
        """A workflow that ended by an error nobody foresaw leaves its run active: the run has failed too."""
        workflow = DBOS.get_workflow_status(durable.run_workflow_id(run.id, run.attempt))
        if workflow is None or workflow.status not in BROKEN:
            return
        reason = workflow.error
        log.error("run %s broke", run.id, exc_info=reason)
        error = StorageError(
            f"The run ended by an error that Storyreel does not know: {type(reason).__name__}.",
            next_step=f"The details are in {self._log_file}. What is finished is kept; "
            f"go on with: storyreel runs resume {run.id}",
        )
        self._records.runs.finish(run.id, "failed", error=error)

    def _require_room(self) -> None:
        """DBOS waits for ever on a full disk; a person would rather be told. Raises StorageError."""
        home = self._records.settings.home
        if shutil.disk_usage(home).free < LEAST_FREE_BYTES:
            raise StorageError(
                f"The disk that holds {home} is full; what is finished is kept.",
                next_step="Make room, then go on with: storyreel runs resume",
            )

    def _beat(self) -> None:
        while not self._stop.wait(HEARTBEAT_S):
            try:
                self._records.executors.beat(self.executor_id)
                for pool in self.pools.values():
                    pool.reap()
                self._sweep()
            except (SQLAlchemyError, StorageError) as error:
                # The next beat tries again; a database that stays away ends the run by itself.
                log.warning("heartbeat missed: %s", error)

    def _sweep(self) -> None:
        take_over(self._records.executors, self.executor_id, self._adopted)


class Remote:
    """Orders to runs from a process that runs no work itself."""

    def __init__(self, url: str, records: Records) -> None:
        self._client = DBOSClient(system_database_url=url, application_name=APPLICATION)
        self._records = records

    def cancel(self, run: Run) -> bool:
        """End a run for good; its finished work stays. False when it had ended already."""
        return self._stop(run, "cancelled")

    def halt(self, run: Run) -> bool:
        """Stop a run so that it can be resumed later."""
        return self._stop(run, "waiting")

    def pause_queue(self, name: str) -> None:
        queues.pause(self._client, self._records.paused, name)

    def resume_queue(self, name: str) -> None:
        queues.resume(self._client, self._records.paused, name)

    def close(self) -> None:
        self._client.destroy()

    def _stop(self, run: Run, status: str) -> bool:
        if not self._records.runs.stop(run.id, "cancelled" if status == "cancelled" else "waiting"):
            return False
        self._client.cancel_workflow(durable.run_workflow_id(run.id, run.attempt), cancel_children=True)
        return True


def _log_to(path: Path, level: str) -> logging.Handler:
    """Send what DBOS and the studio log to a file: the terminal belongs to the person."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.propagate = False
        logger.setLevel(level)
    return handler


def _unlog(handler: logging.Handler) -> None:
    for name in LOGGERS:
        logging.getLogger(name).removeHandler(handler)
    handler.close()
