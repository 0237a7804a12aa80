"""`run_summary.json`: what a run did, took from the cache and cost. A report, not an artifact."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from storyreel.workflows.model import JobRow, Run
from storyreel.workflows.pipeline import Pipeline

FLAGGING_STAGES = ("hearing", "voice_line", "bed", "found", "picture")
"""Stages whose warnings mean that the film is poorer than it could be."""

OUTSIDE_STAGES = ("found",)
"""Stages whose parts came from an outside service."""


def flags(jobs: Sequence[JobRow]) -> tuple[str, ...]:
    """Why a film is degraded, one sentence each, without repeats."""
    found = [warning for job in jobs if job.stage in FLAGGING_STAGES for warning in job.warnings]
    return tuple(dict.fromkeys(found))


def run_summary(
    run: Run,
    jobs: Sequence[JobRow],
    tries: Sequence[Mapping[str, Any]],
    pipeline: Pipeline,
    deliverables: Mapping[str, str],
    rights: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The report as JSON data.

    `deliverables`: file name -> SHA-256. `rights`: as `rights_report` gives them, None before the film is
    planned.
    """
    by_stage = {name: [job for job in jobs if job.stage == name] for name in pipeline.stage_names}
    outside = sum(job.stage in OUTSIDE_STAGES and bool(job.parts) for job in jobs)
    hits = sum(job.state == "cached" for job in jobs)
    made = sum(job.state == "done" for job in jobs)
    return {
        "run_id": run.id,
        "status": run.status,
        "degraded": bool(flags(jobs)),
        "flags": list(flags(jobs)),
        "title": run.title,
        "project": run.project,
        "pipeline": run.pipeline,
        "attempt": run.attempt,
        "options": run.request["options"],
        "started_at": _iso(run.started_at),
        "finished_at": _iso(run.finished_at),
        "elapsed_s": _elapsed_s(run),
        "stages": [_stage(name, rows, tries) for name, rows in by_stage.items()],
        "cache": {"hits": hits, "made": made, "hit_rate": round(hits / max(1, hits + made), 4)},
        "retries": sum(stage["retries"] for stage in (_stage(n, r, tries) for n, r in by_stage.items())),
        "warnings": list(dict.fromkeys(warning for job in jobs for warning in job.warnings)),
        "origin": {"local": len(jobs) - outside, "external": outside},
        "blocked_for_publish": rights["blocked_for_publish"] if rights else None,
        "rights": rights,
        "cost": {"total_usd": 0.0, "external_calls": 0, "tokens": 0},
        "artifacts": {name: rows[0].artifact for name, rows in by_stage.items() if len(rows) == 1},
        "deliverables": dict(deliverables),
        "error": run.error,
    }


def _stage(name: str, rows: Sequence[JobRow], tries: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    attempts = Counter(entry["item"] for entry in tries if entry["stage"] == name)
    made = [row.item for row in rows if row.state == "done"]
    return {
        "stage": name,
        "jobs": len(rows),
        "cached": sum(row.state == "cached" for row in rows),
        "made": len(made),
        "made_items": [item for item in made if item],
        "seconds": round(sum(row.seconds or 0.0 for row in rows), 3),
        "cpu_seconds": round(sum(row.cpu_seconds or 0.0 for row in rows), 3),
        "retries": sum(max(0, count - 1) for count in attempts.values()),
        "warnings": list(dict.fromkeys(warning for row in rows for warning in row.warnings)),
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="milliseconds") if moment else None


def _elapsed_s(run: Run) -> float | None:
    if run.started_at is None or run.finished_at is None:
        return None
    return round((run.finished_at - run.started_at).total_seconds(), 3)
