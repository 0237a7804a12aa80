"""The gates of line A: where a person decides, and what follows from a yes.

A decision is bound to the hash of what was shown. Under the `solo` policy the author who started
the run is the approver; the packet names that policy, so that nobody takes it for a review.
"""

from collections.abc import Callable, Mapping

from storyreel.canon.commit import apply
from storyreel.canon.model import CanonDiff, CanonSnapshot
from storyreel.film.model import Packs
from storyreel.kit.errors import StorageError
from storyreel.kit.project import Project
from storyreel.store.registry import Made, Parent
from storyreel.workflows.canon_sources import without_source
from storyreel.workflows.model import Run
from storyreel.workflows.packs import approve, states
from storyreel.workflows.records import Records
from storyreel.workflows.stage import JSON_TYPE

APPROVER = "author"


def approve_canon_diff(records: Records, run: Run) -> None:
    """The canon takes in what the gate let through; a text made again replaces what it said before."""
    shown = _made(records, run, "canon_diff")
    diff = CanonDiff.from_bytes(records.blobs.path(run.tenant, shown).read_bytes())
    _record_decision(records, run, "approve_canon_diff", shown)
    head = records.registry.head(run.tenant, run.project, "canon")
    if head != run.request["heads"].get("canon"):
        # Another run changed the canon meanwhile; this text is held against it when it is made next.
        return
    if diff.validation is None or not diff.validation.accepted:
        return
    canon = (
        CanonSnapshot.from_bytes(records.blobs.path(run.tenant, head).read_bytes())
        if head
        else CanonSnapshot()
    )
    newer = apply(without_source(canon, run.request["options"]["source_name"]), diff)
    _move_head(records, run, "canon", newer, head, shown)


def approve_shotlist_timing_lock(records: Records, run: Run) -> None:
    """The timing is locked; who speaks and how everybody looks is kept for the project's next film."""
    _record_decision(records, run, "approve_shotlist_timing_lock", _made(records, run, "shot_list"))
    for name in ("cast", "packs"):
        made = _made(records, run, name)
        head = records.registry.head(run.tenant, run.project, name)
        if head != made:
            records.registry.set_head(run.tenant, run.project, name, made, head)


def approve_character_packs(records: Records, run: Run) -> None:
    """Everybody who is seen is approved as they are now, where the project asks for that."""
    if not Project.from_document(run.request["project"]).human_checkpoints.approve_character_packs:
        return
    path = records.blobs.path(run.tenant, _made(records, run, "packs"))
    for state in states(records, run.tenant, run.project, Packs.from_bytes(path.read_bytes())):
        approve(records, run.tenant, run.project, state, by=APPROVER, policy="solo", run=run.id)


GATES: Mapping[str, Callable[[Records, Run], None]] = {
    "approve_canon_diff": approve_canon_diff,
    "approve_character_packs": approve_character_packs,
    "approve_shotlist_timing_lock": approve_shotlist_timing_lock,
}


def _made(records: Records, run: Run, stage: str) -> str:
    job = records.runs.job(run.id, stage, "")
    if job is None or job.artifact is None:
        raise StorageError(f"The gate after {stage} has nothing to show.", next_step="Resume the run.")
    return job.artifact


def _record_decision(records: Records, run: Run, gate: str, shown: str) -> None:
    checkpoints = Project.from_document(run.request["project"]).human_checkpoints
    if not getattr(checkpoints, gate):
        return
    body = {"run": run.id, "gate": gate, "decision": "approved", "policy": "solo", "shown": shown}
    records.ledger.append(run.tenant, run.project, "gate_decision", APPROVER, body, (shown,))


def _move_head(
    records: Records, run: Run, name: str, newer: CanonSnapshot, head: str | None, diff: str
) -> None:
    blob = records.blobs.put_bytes(run.tenant, newer.to_bytes())
    if blob.sha256 == head:
        return
    before = (Parent("before", head),) if head else ()
    made = Made(
        blob.sha256,
        JSON_TYPE,
        blob.size_bytes,
        tool="storyreel.canon",
        tool_version="1",
        schema_name=newer.schema_name,
        schema_version=newer.schema_version,
        run_id=run.id,
        site_id=run.site_id,
        parents=(*before, Parent("diff", diff)),
    )
    records.registry.record(run.tenant, run.project, made)
    records.registry.set_head(run.tenant, run.project, name, blob.sha256, head)
