"""How far a run is, from its rows alone, so that any process can show it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from storyreel.workflows.model import Progress, Run, StageProgress
from storyreel.workflows.pipeline import Pipeline

ESTIMATE_FROM = 0.05
"""Below this fraction an estimate would be a guess."""


def progress(
    run: Run, planned: Mapping[str, StageProgress], pipeline: Pipeline, now: datetime | None = None
) -> Progress:
    """The state of a run for a screen; `planned` has the stages begun so far, `now` is for tests."""
    nothing = {name: StageProgress(name, 0, 0, 0, 0.0) for name in pipeline.stage_names}
    stages = tuple(planned.get(name, nothing[name]) for name in pipeline.stage_names)
    fraction = sum(pipeline.share(stage.stage) * _part(stage, run) for stage in stages)
    current = next((step for step in pipeline.steps if step.stage == run.current_stage), None)
    here = next((stage for stage in stages if stage.stage == run.current_stage), None)
    detail = f"{here.done + here.cached} of {here.planned}" if here and here.planned > 1 else ""
    return Progress(
        run=run,
        fraction=1.0 if run.status == "done" else min(fraction, 0.999),
        remaining_s=_remaining_s(run, stages, pipeline, fraction, now or datetime.now(UTC)),
        label=current.label or current.stage if current else "waiting to start",
        detail=detail,
        stages=stages,
    )


def _part(stage: StageProgress, run: Run) -> float:
    if run.status == "done":
        return 1.0
    return (stage.done + stage.cached) / stage.planned if stage.planned else 0.0


def _remaining_s(
    run: Run, stages: Sequence[StageProgress], pipeline: Pipeline, fraction: float, now: datetime
) -> float | None:
    """Elapsed time over the work that was really done; what came from the cache took no time."""
    if run.started_at is None or run.status != "running":
        return None
    made = sum(pipeline.share(stage.stage) * stage.done / stage.planned for stage in stages if stage.planned)
    if made < ESTIMATE_FROM:
        return None
    elapsed_s = (now - run.started_at).total_seconds()
    return max(0.0, elapsed_s / made * (1.0 - fraction))
