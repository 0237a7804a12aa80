"""`storyreel render PACKAGE.json`: RenderPackage v1, locally."""

import json
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

from storyreel.film.model import CaptionFiles, Master
from storyreel.film.package import PackageError, RenderPackage, RenderResponse, RenderSummary, read_package
from storyreel.kit.errors import InputError, SchemaError
from storyreel.kit.project import Project
from storyreel.wiring.make import keep_document, require_writable
from storyreel.wiring.studio import Studio
from storyreel.workflows.model import JobRow, Progress, Run

NAMESPACE = uuid.UUID("3f0c4a56-8f5e-5b0e-9a7e-5a3a0c5d7a11")
"""Idempotency keys become run ids under it: the same key is the same run."""
PROJECT = "render-packages"


def load_package(path: Path) -> RenderPackage:
    """Read a request; references to files become the documents themselves. Raises InputError."""
    try:
        package = read_package(path.read_bytes())
    except OSError as error:
        raise InputError(
            f"The package {path} cannot be read: {error.strerror}.", next_step="Check its path."
        ) from error
    except SchemaError as error:
        raise SchemaError(
            f"{path} is no render package. {error.message}",
            path=error.path,
            next_step=error.next_step or "See docs/schemas.md for what a render package holds.",
        ) from error
    inputs = {
        name: _inline(value, path.parent) for name, value in package.inputs.model_dump(mode="json").items()
    }
    return RenderPackage.model_validate({**package.model_dump(mode="json"), "inputs": inputs})


def render_package(
    studio: Studio, package: RenderPackage, out: Path, show: Callable[[Progress], None]
) -> RenderResponse:
    """Render a package, or give the answer that its idempotency key already has."""
    require_writable(out)
    run = _run_of(studio, package, out)
    if run.status != "done":
        run = studio.carry_out(run, show)
    return _response(studio, package, run)


def _inline(value: Any, folder: Path) -> Any:
    if not (isinstance(value, str) and value.startswith("file:")):
        return value
    path = folder / value.removeprefix("file:")
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(f"The document {value!r} of the package cannot be read: {error}.") from error


def _run_of(studio: Studio, package: RenderPackage, out: Path) -> Run:
    tenant, runs = studio.settings.tenant, studio.records.runs
    run_id = str(uuid.uuid5(NAMESPACE, f"{tenant}/{package.idempotency_key}"))
    source = keep_document(studio, PROJECT, package)
    if known := runs.find(tenant, run_id):
        if known.source != source:
            raise InputError(
                f"The idempotency key {package.idempotency_key!r} was used for another request.",
                next_step="Use a new key for a new request.",
            )
        if known.status in ("failed", "cancelled"):
            runs.begin_attempt(run_id, fresh_from=None)
        return runs.by_id(run_id)
    options = {"profile": package.render_profile, "out": str(out), "name": "film", "source_name": ""}
    runs.create(
        {
            "id": run_id,
            "tenant": tenant,
            "project": PROJECT,
            "site_id": studio.settings.site_id,
            "pipeline": "render",
            "title": f"package {package.request_id}",
            "source": source,
            "request": {"project": Project(id=PROJECT).to_document(), "options": options, "heads": {}},
        }
    )
    return runs.by_id(run_id)


def _response(studio: Studio, package: RenderPackage, run: Run) -> RenderResponse:
    jobs = studio.records.runs.jobs(run.id)
    seconds: dict[str, float] = {}
    for job in jobs:
        seconds[job.stage] = round(seconds.get(job.stage, 0.0) + (job.seconds or 0.0), 3)
    summary = RenderSummary(
        stage_timings_s=seconds,
        cache_hits=sum(job.state == "cached" for job in jobs),
        errors=(run.error["message"],) if run.error else (),
    )
    single = {job.stage: job for job in jobs if job.item == "" and job.artifact}
    done = run.status == "done"
    uris = _uris(studio, package, single) if done else {}
    return RenderResponse(
        request_id=package.request_id,
        status=("degraded" if run.degraded else "completed") if done else "failed",
        artifact_uris=uris,
        lineage_hashes={name: job.artifact or "" for name, job in single.items()},
        run_summary=summary,
        errors=_errors(run),
    )


def _uris(studio: Studio, package: RenderPackage, single: dict[str, JobRow]) -> dict[str, str]:
    blobs, tenant = studio.records.blobs, studio.settings.tenant
    master = Master.from_bytes(blobs.path(tenant, single["master"].artifact or "").read_bytes())
    captions = CaptionFiles.from_bytes(blobs.path(tenant, single["captions"].artifact or "").read_bytes())
    uris: dict[str, str] = {}
    if "video" in package.desired_outputs:
        uris["video"] = f"artifact:{master.video.sha256}"
    if "captions" in package.desired_outputs:
        uris |= {f"captions.{row.format}": f"artifact:{row.media.sha256}" for row in captions.files}
    return uris


def _errors(run: Run) -> tuple[PackageError, ...]:
    if run.error is None:
        return ()
    row = run.error
    return (
        PackageError(
            code=row["kind"],
            message=row["message"],
            stage=run.current_stage or "",
            recoverable=row["exit_code"] not in (2, 3),
        ),
    )
