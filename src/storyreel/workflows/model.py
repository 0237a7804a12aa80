"""Runs, jobs and executors as the rest of the studio sees them."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

RunStatus = Literal["queued", "running", "waiting", "done", "failed", "cancelled"]
JobState = Literal["queued", "running", "done", "cached", "failed"]


@dataclass(frozen=True)
class Run:
    """One durable workflow over a pipeline."""

    id: str
    tenant: str
    project: str
    site_id: str
    pipeline: str
    title: str
    status: RunStatus
    degraded: bool
    flags: tuple[str, ...]
    source: str
    request: dict[str, Any]
    attempt: int
    fresh_from: str | None
    owner: str | None
    current_stage: str | None
    error: dict[str, Any] | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def active(self) -> bool:
        return self.status in ("queued", "running")


@dataclass(frozen=True)
class JobRow:
    """A job of a run with its state."""

    run_id: str
    stage: str
    item: str
    position: int
    key: str
    inputs: dict[str, str]
    params: dict[str, Any]
    state: JobState
    attempt: int
    artifact: str | None
    parts: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    seconds: float | None
    cpu_seconds: float | None
    """Of the worker itself; what a voice's own process used is not in it."""
    error: dict[str, Any] | None


@dataclass(frozen=True)
class StageProgress:
    """How far one stage of a run is."""

    stage: str
    planned: int
    done: int
    cached: int
    seconds: float


@dataclass(frozen=True)
class Progress:
    """How far a run is: what a screen shows."""

    run: Run
    fraction: float
    """0..1 of the whole work."""
    remaining_s: float | None
    """Estimate; None until enough was done to tell."""
    label: str
    detail: str
    stages: tuple[StageProgress, ...] = field(default=())
