"""Taking over from the dead: a peer does not do that by itself in DBOS.

An executor's pending workflows are put back on their queues when it has died while we lived, or
when they belong to a run that we were asked to adopt. One process sweeps at a time; a workflow is
put back only while it still belongs to the dead executor.
"""

from collections.abc import Set as AbstractSet

from dbos import DBOS, WorkflowStatus

from storyreel.workflows.executors import Executor, Executors
from storyreel.workflows.queues import ORCHESTRATOR


def take_over(executors: Executors, me: str, adopted: AbstractSet[str]) -> None:
    """Put back on its queue every pending workflow that is ours to continue."""
    dead = {executor.id: executor for executor in executors.all(since=me) if not executor.alive}
    if not dead:
        return
    with executors.sweeping() as mine:
        if mine:
            for workflow in _pending(tuple(dead)):
                if _is_ours(workflow, dead, adopted):
                    DBOS.resume_workflow(workflow.workflow_id, queue_name=workflow.queue_name or ORCHESTRATOR)


def run_of(workflow_id: str) -> str:
    """The run a workflow belongs to: ids are `run/attempt[/stage/item/round]`."""
    return workflow_id.partition("/")[0]


def _pending(executor_ids: tuple[str, ...]) -> list[WorkflowStatus]:
    return DBOS.list_workflows(
        executor_id=list(executor_ids), status="PENDING", load_input=False, load_output=False
    )


def _is_ours(workflow: WorkflowStatus, dead: dict[str, Executor], adopted: AbstractSet[str]) -> bool:
    executor = dead.get(workflow.executor_id or "")
    if executor is None:
        return False
    return executor.seen_by_us or run_of(workflow.workflow_id) in adopted
