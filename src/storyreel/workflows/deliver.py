"""Handing a finished run over: film, sidecars, documents and summary into the author's folder."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from storyreel.assets.rights import credits_page
from storyreel.film.model import RenderOutput
from storyreel.kit.errors import StorageError
from storyreel.kit.hashing import sha256_bytes
from storyreel.workflows.model import JobRow, Run
from storyreel.workflows.rights import RunRights, rights_of_run, rights_report
from storyreel.workflows.runner import Runner
from storyreel.workflows.summary import flags, run_summary

DOCUMENTS = {
    "Script.json": "script",
    "CanonDiff.json": "canon_diff",
    "ShotList.json": "shot_list",
    "AssetManifest.json": "asset_manifest",
    "RenderPlan.json": "render_plan",
    "Timeline.json": "timeline",
    "RenderOutput.json": "render_output",
}
SUMMARY = "run_summary.json"
CREDITS = "CREDITS.md"


def deliver(runner: Runner, run: Run) -> None:
    """Write everything to `options.out`; doing it again writes the same files again.

    Raises StorageError when the folder refuses it; what was made stays in the store.
    """
    records = runner.records
    jobs = records.runs.jobs(run.id)
    out = Path(run.request["options"]["out"])
    files = _files(runner, run, {job.stage: job for job in jobs if job.item == ""})
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, sha256 in files.items():
            _copy(runner, run, sha256, out / name)
        rights = rights_of_run(records, run)
        page = credits_page(run.title, rights.used, rights.blocked)
        _replace(out / CREDITS, lambda temporary: temporary.write_text(page, encoding="utf-8"))
        records.runs.finish(run.id, "done", flags=flags(jobs))
        files |= {CREDITS: sha256_bytes(page.encode())}
        _write_summary(runner, run, files, rights, out)
    except OSError as error:
        raise StorageError(
            f"The film is made, but {out} cannot be written: {os.strerror(error.errno or 0)}.",
            next_step=f"Make room or choose another folder, then: storyreel runs resume {run.id}",
        ) from error
    records.ledger.append(
        run.tenant, run.project, "run_done", runner.executor_id, {"run": run.id}, tuple(files.values())
    )


def _files(runner: Runner, run: Run, single: Mapping[str, JobRow]) -> dict[str, str]:
    """File name -> SHA-256 of everything that is handed over."""
    stem = run.request["options"]["name"]
    output_path = runner.records.blobs.path(run.tenant, _artifact(single, "render_output"))
    output = RenderOutput.from_bytes(output_path.read_bytes())
    files = {f"{stem}.mp4": output.video.sha256}
    files |= {f"{stem}.{sidecar.format}": sidecar.media.sha256 for sidecar in output.captions}
    return files | {name: _artifact(single, stage) for name, stage in DOCUMENTS.items() if stage in single}


def _artifact(single: Mapping[str, JobRow], stage: str) -> str:
    artifact = single[stage].artifact
    if artifact is None:
        raise StorageError(f"The stage {stage} is not done.", next_step="Run `storyreel runs resume`.")
    return artifact


def _copy(runner: Runner, run: Run, sha256: str, target: Path) -> None:
    source = runner.records.blobs.verified(run.tenant, sha256)
    if source is None:
        raise StorageError(
            f"The stored file for {target.name} was damaged and is set aside.",
            next_step=f"It is made again by: storyreel runs resume {run.id}",
        )
    _replace(target, lambda temporary: shutil.copyfile(source, temporary))


def _write_summary(runner: Runner, run: Run, files: Mapping[str, str], rights: RunRights, out: Path) -> None:
    records = runner.records
    report = run_summary(
        records.runs.by_id(run.id),
        records.runs.jobs(run.id),
        records.runs.tries(run.id),
        runner.pipelines[run.pipeline],
        files,
        rights_report(rights),
    )
    text = json.dumps(report, indent=2, ensure_ascii=False) + "\n"
    _replace(out / SUMMARY, lambda temporary: temporary.write_text(text, encoding="utf-8"))


def _replace(target: Path, write: Callable[[Path], object]) -> None:
    """A reader sees the old file or the new one, never half of it."""
    temporary = target.with_name(f".{target.name}.part")
    try:
        write(temporary)
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
