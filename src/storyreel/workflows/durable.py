"""The durable functions: one that walks a pipeline, one that does a job.

Their code must take the same way when it is replayed after a crash, so everything that looks at
the world is a step. What they hand to each other are ids, never data. They find the studio of this
process in `_studio`, because DBOS keeps functions by name and calls them in whichever process is there.
"""

import asyncio

from dbos import DBOS, SetWorkflowID, WorkflowHandleAsync
from dbos import error as dbos_error

from storyreel.kit.errors import StorageError, StudioError
from storyreel.workflows.queues import require_queue
from storyreel.workflows.runner import OWNER, Runner

DONE, PARKED = "done", "parked"
MAX_ROUNDS = 8
"""Times a stage is planned again because a job was parked with a dead owner."""
RESULT_POLL_S = 0.1
MAX_RECOVERIES = 1000
"""DBOS gives up after 100 recoveries by default; a run that waits for a person may see more."""


class _Studio:
    """The runner of this process, set while an engine is up."""

    runner: Runner | None = None


_studio = _Studio()


def install(runner: Runner | None) -> None:
    """Give the durable functions of this process their runner, or take it away."""
    _studio.runner = runner


def _runner() -> Runner:
    if _studio.runner is None:
        raise StorageError("No studio is running in this process.")
    return _studio.runner


def run_workflow_id(run_id: str, attempt: int) -> str:
    """Each attempt at a run is a workflow of its own."""
    return f"{run_id}/{attempt}"


@DBOS.workflow(name="walk_pipeline", max_recovery_attempts=MAX_RECOVERIES)
async def walk_pipeline(run_id: str, attempt: int) -> None:
    """Take a run through its pipeline, stage by stage."""
    # Not a step: whoever replays this after a crash must become the owner again.
    if not await asyncio.to_thread(_runner().claim, run_id):
        return
    ready = asyncio.create_task(_runner().get_ready())
    try:
        for kind, names in await _steps(run_id):
            if kind == "gate":
                await _pass_gate(run_id, names[0])
            else:
                await _walk_stages(run_id, attempt, names)
        await _deliver(run_id)
    except dbos_error.DBOSAwaitedWorkflowCancelledError:
        # Somebody cancelled a job of this run: that is how a cancelled run ends.
        return
    except StudioError as error:
        await _fail(run_id, attempt, error)
    finally:
        ready.cancel()


async def _walk_stages(run_id: str, attempt: int, stages: list[str]) -> None:
    """Bring stages that need nothing of each other to their end, side by side."""
    for number in range(MAX_ROUNDS):
        handles: list[WorkflowHandleAsync[str]] = []
        for stage in stages:
            queue, items = await _plan(run_id, stage)
            for item in items:
                with SetWorkflowID(f"{run_workflow_id(run_id, attempt)}/{stage}/{item}/{number}"):
                    handles.append(await _started(queue, run_id, stage, item))
        if not handles:
            await asyncio.to_thread(_runner().rest, run_id, stages)
            return
        for handle in handles:
            await handle.get_result(polling_interval_sec=RESULT_POLL_S)
    raise StorageError(
        f"The stage {stages[-1]} was planned {MAX_ROUNDS} times and is still not complete.",
        next_step="Run `storyreel runs resume`.",
    )


async def _started(queue: str, run_id: str, stage: str, item: str) -> WorkflowHandleAsync[str]:
    if queue == OWNER:
        return await DBOS.start_workflow_async(do_job, run_id, stage, item)
    return await DBOS.enqueue_workflow_async(queue, do_job, run_id, stage, item)


@DBOS.workflow(name="do_job", max_recovery_attempts=MAX_RECOVERIES)
async def do_job(run_id: str, stage: str, item: str) -> str:
    """Do one job on the queue of its resource."""
    return await _execute(run_id, stage, item)


@DBOS.step(name="steps")
async def _steps(run_id: str) -> list[tuple[str, list[str]]]:
    return await asyncio.to_thread(_runner().steps, run_id)


@DBOS.step(name="gate")
async def _pass_gate(run_id: str, gate: str) -> None:
    await asyncio.to_thread(_runner().pass_gate, run_id, gate)


@DBOS.step(name="plan")
async def _plan(run_id: str, stage: str) -> tuple[str, list[str]]:
    """Queue and items that are still to be done; inline stages are done here."""
    queue, items = await asyncio.to_thread(_runner().plan, run_id, stage)
    return (queue if queue in ("inline", OWNER) else require_queue(queue)), items


@DBOS.step(name="execute", preemptible=True)
async def _execute(run_id: str, stage: str, item: str) -> str:
    runner = _runner()
    async with await asyncio.to_thread(runner.slot, run_id, stage):
        # Asked only now, because a claimed job may have waited for its slot.
        if await asyncio.to_thread(runner.must_park, run_id, stage):
            return PARKED
        await runner.execute(run_id, stage, item)
    return DONE


@DBOS.step(name="deliver")
async def _deliver(run_id: str) -> None:
    await asyncio.to_thread(_runner().deliver, run_id)


@DBOS.step(name="fail")
async def _fail(run_id: str, attempt: int, error: StudioError) -> None:
    await asyncio.to_thread(_runner().fail, run_id, error)
    await DBOS.cancel_workflows_async(await _open_jobs(run_workflow_id(run_id, attempt)))


async def _open_jobs(workflow_id: str) -> list[str]:
    children = await DBOS.list_workflows_async(
        workflow_id_prefix=f"{workflow_id}/",
        status=["ENQUEUED", "PENDING"],
        load_input=False,
        load_output=False,
    )
    return [child.workflow_id for child in children]
