"""Keeping what a job made: bytes first, then the registry, the derivation, the row, the packet."""

from pathlib import Path

from storyreel.store.registry import Made, Parent
from storyreel.store.session import Store
from storyreel.workflows.model import JobRow, Run
from storyreel.workflows.repository import Runs
from storyreel.workflows.stage import JSON_TYPE, Output, Stage


def keep_output(
    store: Store, runs: Runs, run: Run, stage: Stage, row: JobRow, output: Output, seconds: float
) -> None:
    """Store an output in an order in which a crash at any point loses nothing and lies about nothing."""
    parts = tuple((part.role, store.blobs.put_file(run.tenant, part.path).sha256) for part in output.parts)
    parts += output.existing_parts
    blob = (
        store.blobs.put_bytes(run.tenant, output.document.to_bytes())
        if output.document is not None
        else store.blobs.put_file(run.tenant, _file(output))
    )
    for part, (_, sha256) in zip(output.parts, parts, strict=False):
        store.registry.record(
            run.tenant, run.project, _made(run, stage, row, output, sha256, part.media_type, is_part=True)
        )
    store.registry.record(
        run.tenant,
        run.project,
        _made(run, stage, row, output, blob.sha256, output.media_type, parts=parts),
    )
    if output.reusable:
        store.registry.record_derivation(
            run.tenant, row.key, stage.name, str(stage.version), blob.sha256, parts
        )
    runs.job_done(
        run.id,
        row.stage,
        row.item,
        artifact=blob.sha256,
        parts=parts,
        warnings=output.warnings,
        seconds=seconds,
    )
    store.ledger.append(
        run.tenant,
        run.project,
        "job_done",
        f"stage:{stage.name}",
        {"run": run.id, "stage": stage.name, "item": row.item, "key": row.key},
        (blob.sha256, *(sha256 for _, sha256 in parts)),
    )


def _file(output: Output) -> Path:
    assert output.file is not None, "an output holds a document or a file"
    return output.file


def _made(
    run: Run,
    stage: Stage,
    row: JobRow,
    output: Output,
    sha256: str,
    media_type: str,
    *,
    parts: tuple[tuple[str, str], ...] = (),
    is_part: bool = False,
) -> Made:
    document = None if is_part else output.document
    return Made(
        sha256=sha256,
        media_type=JSON_TYPE if document else media_type,
        schema_name=document.schema_name if document else None,
        schema_version=document.schema_version if document else None,
        tool=f"storyreel.{stage.name}",
        tool_version=str(stage.version),
        params=row.params,
        rights=dict(output.rights) if output.rights else None,
        run_id=run.id,
        trace_id=run.id,
        site_id=run.site_id,
        parents=tuple(Parent(role, parent) for role, parent in row.inputs.items()),
        parts=parts,
    )
