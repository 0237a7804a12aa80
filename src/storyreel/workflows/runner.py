"""The stage runner: look the key up, else run, check, store, record.

At-least-once execution is harmless here: a job's output is named by its content, and a second
run of the same job finds the first one's derivation.
"""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from storyreel.kit.errors import MediaError, ProviderError, StudioError
from storyreel.media.pool import WorkerDiedError, WorkerPool
from storyreel.media.worker import load
from storyreel.store.registry import Derivation
from storyreel.workflows.keep import Took, keep_output
from storyreel.workflows.model import JobRow, Run
from storyreel.workflows.pipeline import Pipeline
from storyreel.workflows.records import Records
from storyreel.workflows.stage import Job, JobOrder, Output, Stage
from storyreel.workflows.view import StoredRunView

MAX_TRIES = 3
READY_QUEUES = ("cpu", "media")
READY_AFTER_S = 2.5
OWNER = "owner"
"""Where jobs stand that only the owner of their run may do."""
BACKOFF_S = (1.0, 4.0)
"""Pauses before the second and third try; document 003, 22.4 caps them at 60 s."""


@dataclass(frozen=True)
class Runner:
    """Plans and does jobs for the runs of one executor."""

    records: Records
    pipelines: Mapping[str, Pipeline]
    pools: Mapping[str, WorkerPool]
    executor_id: str
    context: Mapping[str, Any]
    gates: Mapping[str, Callable[[Records, Run], None]]
    deliverers: Mapping[str, Callable[["Runner", Run], None]]
    """Pipeline -> what hands over the results of a run that went through it."""
    get_ready_by: str = ""
    """`package.module:function` that loads, in a fresh worker, what jobs of the given queue want."""

    def claim(self, run_id: str) -> bool:
        """Become the owner of a run; False when it was cancelled."""
        return self.records.runs.claim(run_id, self.executor_id)

    def slot(self, run_id: str, stage_name: str) -> asyncio.Semaphore:
        """What a job of this stage holds while it works: one of the slots of its resource."""
        return self.pools[self._stage(run_id, stage_name).queue].slots

    def must_park(self, run_id: str, stage_name: str) -> bool:
        """Whether a claimed job must go back: its queue was paused, or the owner of its run is dead.

        A run with a dead owner waits until somebody resumes it. A job that only the owner may do stands on no
        queue; whoever finds it without being the owner leaves it.
        """
        stage, owner = self._stage(run_id, stage_name), self.records.runs.by_id(run_id).owner
        if stage.by_owner:
            return owner != self.executor_id
        if stage.queue in self.records.paused.names():
            return True
        return owner != self.executor_id and not self.records.executors.alive(owner)

    def steps(self, run_id: str) -> list[tuple[str, list[str]]]:
        """("stages" or "gate", names) in the order of the run's pipeline."""
        return [(kind, list(names)) for kind, names in self._pipeline(self.records.runs.by_id(run_id)).order]

    def rest(self, run_id: str, stage_names: Sequence[str]) -> None:
        """Give back the memory of workers that nothing of the run needs after these finished stages."""
        order = self._pipeline(self.records.runs.by_id(run_id)).stage_names
        later = order[max(order.index(name) for name in stage_names) + 1 :]
        needed = {self._stage(run_id, name).queue for name in later}
        for queue in {self._stage(run_id, name).queue for name in stage_names} - needed:
            if queue in self.pools:
                self.pools[queue].rest()

    async def get_ready(self) -> None:
        """Let a worker of each kind load its libraries while the first stages run elsewhere."""
        if not self.get_ready_by:
            return
        # First the voice: its model is what a short run waits for.
        await asyncio.sleep(READY_AFTER_S)
        work = (self.pools[queue].run(self.get_ready_by, queue) for queue in READY_QUEUES)
        # What fails here fails again, and is told, in the job that needs it.
        await asyncio.gather(*work, return_exceptions=True)

    def pass_gate(self, run_id: str, gate: str) -> None:
        """Let the gate decide on what the run has made so far."""
        self.gates[gate](self.records, self.records.runs.by_id(run_id))

    def plan(self, run_id: str, stage_name: str) -> tuple[str, list[str]]:
        """Write the jobs of a stage and return its queue with the items nobody has made yet.

        The queue is `OWNER` where they are on none, because only the owner of the run may do them.
        """
        run = self.records.runs.by_id(run_id)
        stage = self._pipeline(run).stages[stage_name]
        self.records.runs.set_stage(run_id, stage_name)
        jobs = stage.plan(StoredRunView(run, self.records))
        rows = self._rows(run, stage, jobs)
        self.records.runs.put_jobs(rows)
        self.records.runs.drop_other_jobs(run_id, stage_name, [job.item for job in jobs])
        open_items = [row["item"] for row in rows if row["state"] == "queued"]
        if stage.queue == "inline":
            for item in open_items:
                self._do_inline(run, stage, item)
            open_items = []
        return (OWNER if stage.by_owner else stage.queue), open_items

    async def execute(self, run_id: str, stage_name: str, item: str) -> None:
        """Do one job in a worker process, trying again what may pass by itself."""
        run = await asyncio.to_thread(self.records.runs.by_id, run_id)
        stage = self._pipeline(run).stages[stage_name]
        row = await asyncio.to_thread(self.records.runs.job, run_id, stage_name, item)
        if row is None or row.state in ("done", "cached"):
            return
        for number in range(MAX_TRIES):
            try:
                await self._try(run, stage, row)
            except (WorkerDiedError, ProviderError) as error:
                passing = isinstance(error, WorkerDiedError) or error.retryable
                if number + 1 == MAX_TRIES or not passing:
                    await asyncio.to_thread(self.records.runs.job_failed, run_id, stage_name, item, error)
                    raise
                await asyncio.sleep(BACKOFF_S[number])
            else:
                return

    def deliver(self, run_id: str) -> None:
        """Hand over what a finished run made, then mark it done."""
        run = self.records.runs.by_id(run_id)
        self.deliverers[run.pipeline](self, run)

    def fail(self, run_id: str, error: StudioError) -> None:
        """Mark a run failed; its error row is what people read."""
        run = self.records.runs.by_id(run_id)
        self.records.runs.finish(run_id, "failed", error=error)
        self.records.ledger.append(
            run.tenant, run.project, "run_failed", self.executor_id, {"run": run.id, "error": error.message}
        )

    def _stage(self, run_id: str, stage_name: str) -> Stage:
        return self._pipeline(self.records.runs.by_id(run_id)).stages[stage_name]

    def _pipeline(self, run: Run) -> Pipeline:
        return self.pipelines[run.pipeline]

    def _rows(self, run: Run, stage: Stage, jobs: Sequence[Job]) -> list[dict[str, Any]]:
        """The jobs as rows; what this attempt or an earlier run has made and is intact need not be made."""
        before = {row.item: row for row in self.records.runs.jobs(run.id, stage.name)}
        keys = [stage.key(job) for job in jobs]
        known = {} if self._fresh(run, stage) else self.records.registry.derivations(run.tenant, keys)
        rows: list[dict[str, Any]] = []
        for position, (job, key) in enumerate(zip(jobs, keys, strict=True)):
            made = self._made_now(run, before.get(job.item), key) or self._look_up(run, known.get(key), key)
            rows.append(_queued(run, stage, position, job, key) | made)
        return rows

    def _made_now(self, run: Run, before: JobRow | None, key: str) -> dict[str, Any]:
        if before is None or before.key != key or before.attempt != run.attempt or before.state != "done":
            return {}
        return _made_before(before) if self._intact(run.tenant, before.artifact, before.parts) else {}

    def _look_up(self, run: Run, found: Derivation | None, key: str) -> dict[str, Any]:
        if found is None:
            return {}
        if not self._intact(run.tenant, found.sha256, found.parts):
            self.records.registry.forget_derivation(run.tenant, key)
            return {}
        return {
            "state": "cached",
            "artifact": found.sha256,
            "parts": [list(part) for part in found.parts],
            # A film that is poorer stays so when its parts come from the store.
            "warnings": list(found.warnings),
        }

    def _intact(self, tenant: str, artifact: str | None, parts: tuple[tuple[str, str], ...]) -> bool:
        names = (artifact, *(sha256 for _, sha256 in parts))
        return all(name and self.records.blobs.verified(tenant, name) for name in names)

    def _fresh(self, run: Run, stage: Stage) -> bool:
        """Whether this run was asked to make this stage again whatever is stored."""
        if run.fresh_from is None:
            return False
        order = self._pipeline(run).stage_names
        return order.index(stage.name) >= order.index(run.fresh_from)

    def _do_inline(self, run: Run, stage: Stage, item: str) -> None:
        row = self.records.runs.job(run.id, stage.name, item)
        assert row is not None
        try_id, started, cpu_started = self._begin(row), time.monotonic(), time.thread_time()
        try:
            output = load(stage.work)(self._order(run, row))
            took = Took(time.monotonic() - started, time.thread_time() - cpu_started)
            keep_output(self.records, run, stage, row, output, took)
        except StudioError as error:
            self.records.runs.job_failed(run.id, stage.name, item, error)
            self.records.runs.end_try(try_id, type(error).__name__)
            raise
        self.records.runs.end_try(try_id, "done")

    async def _try(self, run: Run, stage: Stage, row: JobRow) -> None:
        try_id, started = await asyncio.to_thread(self._begin, row), time.monotonic()
        outcome = "stopped"
        try:
            output, cpu_s = await self.pools[stage.queue].run(stage.work, self._order(run, row))
            if not isinstance(output, Output):
                raise MediaError(f"{stage.work} gave {type(output).__name__} instead of an Output.")
            took = Took(time.monotonic() - started, cpu_s)
            await asyncio.to_thread(keep_output, self.records, run, stage, row, output, took)
            outcome = "done"
        except StudioError as error:
            outcome = type(error).__name__
            if not isinstance(error, (WorkerDiedError, ProviderError)):
                await asyncio.to_thread(self.records.runs.job_failed, run.id, stage.name, row.item, error)
            raise
        finally:
            self.records.runs.end_try(try_id, outcome)

    def _begin(self, row: JobRow) -> int:
        return self.records.runs.begin_try(row.run_id, row.stage, row.item, row.key, self.executor_id)

    def _order(self, run: Run, row: JobRow) -> JobOrder:
        job = Job(row.item, row.inputs, row.params)
        return JobOrder(job, run.tenant, self.records.settings.blobs, self.context)


def _queued(run: Run, stage: Stage, position: int, job: Job, key: str) -> dict[str, Any]:
    return {
        "run_id": run.id,
        "stage": stage.name,
        "item": job.item,
        "position": position,
        "key": key,
        "inputs": dict(job.inputs),
        "params": dict(job.params),
        "state": "queued",
        "attempt": run.attempt,
        "artifact": None,
        "parts": [],
        "warnings": [],
        "seconds": None,
        "cpu_seconds": None,
        "error": None,
    }


def _made_before(before: JobRow) -> dict[str, Any]:
    return {
        "state": "done",
        "artifact": before.artifact,
        "parts": [list(part) for part in before.parts],
        "warnings": list(before.warnings),
        "seconds": before.seconds,
        "cpu_seconds": before.cpu_seconds,
    }
