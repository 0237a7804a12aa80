"""`storyreel runs`: list, show, watch, resume, cancel, retry."""

import json
import time
from typing import Annotated

import typer

from storyreel.cli.follow import follow, tell_end
from storyreel.cli.show import RunDisplay, say, table
from storyreel.kit.errors import InputError
from storyreel.kit.settings import load_settings
from storyreel.wiring.studio import Studio, open_studio
from storyreel.workflows.model import Run
from storyreel.workflows.rights import rights_of_run, rights_report
from storyreel.workflows.summary import run_summary

runs_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
RunId = Annotated[str, typer.Argument(help="Id of the run; its first letters are enough.")]
WATCH_EVERY_S = 0.5


@runs_app.command("list")
def list_runs(limit: Annotated[int, typer.Option(help="How many, newest first.")] = 20) -> None:
    """List runs, newest first."""
    with open_studio(load_settings()) as studio:
        interrupted = {run.id for run in studio.interrupted()}
        rows = [
            (run.id, _status(run, interrupted), run.title, f"{run.created_at:%Y-%m-%d %H:%M}")
            for run in studio.records.runs.list(studio.settings.tenant, limit=limit)
        ]
    table(("run", "status", "title", "created"), rows)


@runs_app.command("show")
def show_run(run_id: RunId) -> None:
    """Show what a run did, as JSON."""
    with open_studio(load_settings()) as studio:
        run = _find(studio, run_id)
        jobs, tries = studio.records.runs.jobs(run.id), studio.records.runs.tries(run.id)
        planned = any(job.stage == "render_plan" and job.artifact for job in jobs)
        rights = rights_report(rights_of_run(studio.records, run)) if planned else None
        report = run_summary(run, jobs, tries, studio.pipelines[run.pipeline], {}, rights)
    say(json.dumps(report, indent=2, ensure_ascii=False))


@runs_app.command("watch")
def watch_run(run_id: RunId) -> None:
    """Watch a run that another process works on."""
    with open_studio(load_settings()) as studio, RunDisplay() as display:
        run = _find(studio, run_id)
        while run.active:
            display.show(studio.progress(run))
            time.sleep(WATCH_EVERY_S)
            run = studio.records.runs.by_id(run.id)
    raise typer.Exit(tell_end(run))


@runs_app.command("resume")
def resume_runs(
    run_id: Annotated[str | None, typer.Argument(help="Without an id: whatever was interrupted.")] = None,
) -> None:
    """Go on with a run that was stopped, killed or failed; what is finished is not made again.

    The exit code is that of the first run that did not end well.
    """
    with open_studio(load_settings()) as studio:
        chosen = (_find(studio, run_id),) if run_id else studio.interrupted()
        if not chosen:
            say("Nothing was interrupted.")
        codes = [_resume(studio, run) for run in chosen]
    raise typer.Exit(next((code for code in codes if code), 0))


@runs_app.command("retry")
def retry_run(
    run_id: RunId,
    stage: Annotated[
        str | None, typer.Option("--from", help="Make this stage and all after it again.")
    ] = None,
) -> None:
    """Run again, from the first unfinished stage or from a given one."""
    with open_studio(load_settings()) as studio:
        run = _find(studio, run_id)
        names = studio.pipelines[run.pipeline].stage_names
        if stage is not None and stage not in names:
            raise InputError(f"There is no stage {stage!r}.", next_step=f"Stages: {', '.join(names)}.")
        _require_idle(studio, run)
        code = _begin_again(studio, run, fresh_from=stage)
    raise typer.Exit(code)


@runs_app.command("cancel")
def cancel_run(run_id: RunId) -> None:
    """End a run for good; what it finished stays in the store."""
    with open_studio(load_settings()) as studio, studio.remote() as remote:
        run = _find(studio, run_id)
        if not remote.cancel(run):
            raise InputError(
                f"The run {run.id} has ended already ({run.status}).", next_step="See `storyreel runs list`."
            )
    say(f"Cancelled {run.id}.")


def _find(studio: Studio, run_id: str) -> Run:
    return studio.records.runs.get(studio.settings.tenant, run_id)


def _status(run: Run, interrupted: set[str]) -> str:
    return "interrupted" if run.active and run.id in interrupted else run.status


def _resume(studio: Studio, run: Run) -> int:
    if run.status == "done":
        say(f"The run {run.id} is done.")
        return 0
    if run.status in ("waiting", "failed", "cancelled"):
        return _begin_again(studio, run, fresh_from=None)
    _require_idle(studio, run)
    # A queued run may never have been handed over; submitting it twice is submitting it once.
    return follow(studio, run, adopt=run.owner is not None)


def _begin_again(studio: Studio, run: Run, *, fresh_from: str | None) -> int:
    studio.records.runs.begin_attempt(run.id, fresh_from=fresh_from)
    return follow(studio, studio.records.runs.by_id(run.id))


def _require_idle(studio: Studio, run: Run) -> None:
    if run.active and studio.records.executors.alive(run.owner):
        raise InputError(
            f"Another process works on the run {run.id} now.",
            next_step=f"Watch it with: storyreel runs watch {run.id}",
        )
