"""Keeping what a job made: bytes first, then the registry, the derivation, the row, the packet."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from storyreel.kit.decision import Decision
from storyreel.kit.errors import MediaError
from storyreel.store.blobs import Blob
from storyreel.store.ledger import Packet
from storyreel.store.registry import Made, Parent, Part
from storyreel.workflows.model import JobRow, Run
from storyreel.workflows.records import Records
from storyreel.workflows.stage import JSON_TYPE, Output, Stage

DECIDED = "decided"
"""The kind of packet that holds a decision."""


class Took(NamedTuple):
    """What a job cost."""

    seconds: float
    cpu_seconds: float


def keep_output(records: Records, run: Run, stage: Stage, row: JobRow, output: Output, took: Took) -> None:
    """Store an output in an order in which a crash at any point loses nothing and lies about nothing."""
    part_blobs = [records.blobs.put_file(run.tenant, part.path) for part in output.parts]
    parts = tuple(Part(part.role, blob.sha256) for part, blob in zip(output.parts, part_blobs, strict=True))
    parts += tuple(Part(*part) for part in output.existing_parts)
    whole = _put(records, run, output)
    about = _about(run, stage, row, output)
    made = [
        Made(blob.sha256, part.media_type, blob.size_bytes, **about)
        for part, blob in zip(output.parts, part_blobs, strict=True)
    ]
    made.append(_whole(whole, row, output, parts, about))
    records.registry.record(run.tenant, run.project, *made)
    if output.reusable:
        records.registry.record_derivation(
            run.tenant, row.key, stage.name, str(stage.version), whole.sha256, parts, output.warnings
        )
    records.runs.job_done(
        run.id,
        row.stage,
        row.item,
        artifact=whole.sha256,
        parts=parts,
        warnings=output.warnings,
        seconds=took.seconds,
        cpu_seconds=took.cpu_seconds,
    )
    keep_decisions(records, run, f"stage:{stage.name}", output.decisions, whole.sha256)
    records.ledger.append(
        run.tenant,
        run.project,
        "job_done",
        f"stage:{stage.name}",
        {"run": run.id, "stage": stage.name, "item": row.item, "key": row.key},
        (whole.sha256, *(part.sha256 for part in parts)),
    )


def keep_decisions(
    records: Records, run: Run, actor: str, decisions: Sequence[Decision], artifact: str
) -> None:
    """A packet for each decision, bound to what it led to. Written again after a crash they say the same."""
    bodies = [{"run": run.id, "decision": decision.model_dump(mode="json")} for decision in decisions]
    records.ledger.extend(run.tenant, run.project, DECIDED, actor, bodies, (artifact,))


def decisions_about(records: Records, run: Run, artifacts: Sequence[str]) -> tuple[Decision, ...]:
    """What was decided when these artifacts of a run were made.

    What came from the store was decided by the run that made it first; its packets speak then.
    """
    by_artifact: dict[str, dict[str, list[Packet]]] = {}
    for packet in records.ledger.about(run.tenant, DECIDED, artifacts) if artifacts else ():
        by_artifact.setdefault(packet.artifacts[0], {}).setdefault(packet.body["run"], []).append(packet)
    found: dict[str, Decision] = {}
    for artifact in artifacts:
        by_run = by_artifact.get(artifact, {})
        first = next(iter(by_run), run.id)
        for packet in by_run.get(run.id) or by_run.get(first, ()):
            decision = Decision.model_validate(packet.body["decision"])
            found[decision.model_dump_json()] = decision
    return tuple(found.values())


def _put(records: Records, run: Run, output: Output) -> Blob:
    if output.document is not None:
        return records.blobs.put_bytes(run.tenant, output.document.to_bytes())
    if output.file is None:
        raise MediaError("A job gave neither a document nor a file.")
    return records.blobs.put_file(run.tenant, output.file)


def _about(run: Run, stage: Stage, row: JobRow, output: Output) -> dict[str, Any]:
    return {
        "tool": f"storyreel.{stage.name}",
        "tool_version": str(stage.version),
        "params": row.params,
        "origin": "external" if output.external else "local",
        "rights": dict(output.rights) if output.rights else None,
        "run_id": run.id,
        "trace_id": run.id,
        "site_id": run.site_id,
    }


def _whole(blob: Blob, row: JobRow, output: Output, parts: tuple[Part, ...], about: dict[str, Any]) -> Made:
    # An output that equals one of its inputs (a cast that gained nobody) is not its own parent.
    parents = tuple(Parent(role, sha256) for role, sha256 in row.inputs.items() if sha256 != blob.sha256)
    document = output.document
    return Made(
        blob.sha256,
        JSON_TYPE if document else output.media_type,
        blob.size_bytes,
        schema_name=document.schema_name if document else None,
        schema_version=document.schema_version if document else None,
        parents=parents,
        parts=parts,
        **about,
    )
