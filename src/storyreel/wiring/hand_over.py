"""`storyreel export`: a folder that an editor opens as it is, with media that resolve."""

import shutil
from collections.abc import Callable
from pathlib import Path

from storyreel.kit.errors import InputError, StorageError
from storyreel.kit.ids import new_id
from storyreel.timeline.adapters.formats import EXPORTERS, format_named
from storyreel.timeline.adapters.losses import ExportReport
from storyreel.timeline.model import Timeline
from storyreel.wiring.make import require_writable
from storyreel.wiring.studio import Studio
from storyreel.workflows.model import Progress, Run

SUFFIXES = {"audio/wav": ".wav", "image/png": ".png", "video/mp4": ".mp4"}


def export_run(
    studio: Studio, run: Run, to: str, out: Path, show: Callable[[Progress], None]
) -> ExportReport:
    """Write the time line of a finished run and its media under `out`.

    Raises InputError for a run that has no time line yet or an unknown format.
    """
    kind = format_named(to)
    job = studio.records.runs.job(run.id, "timeline", "")
    if job is None or job.artifact is None:
        raise InputError(
            f"The run {run.id} has no time line yet.", next_step=f"Finish it: storyreel runs resume {run.id}"
        )
    require_writable(out / "media")
    timeline = Timeline.from_bytes(studio.records.blobs.path(run.tenant, job.artifact).read_bytes())
    made = _render_clips(studio, run, job.artifact, show)
    movies = {
        clip.item: _place(studio, run, clip.artifact or "", out / "media" / f"{clip.item}.mp4")
        for clip in studio.records.runs.jobs(made.id, "clip_movie")
    }
    sounds = {
        clip.media.sha256: _place(
            studio,
            run,
            clip.media.sha256,
            out / "media" / f"{track.role}-{clip.id}{SUFFIXES[clip.media.media_type]}".replace(":", "-"),
        )
        for track in timeline.sound
        for clip in track.clips
    }
    target = out / f"{run.request['options']['name']}.{kind}"
    return EXPORTERS[kind](timeline, sounds.__getitem__, movies, target)


def _render_clips(studio: Studio, run: Run, timeline: str, show: Callable[[Progress], None]) -> Run:
    run_id = new_id()
    studio.records.runs.create(
        {
            "id": run_id,
            "tenant": run.tenant,
            "project": run.project,
            "site_id": run.site_id,
            "pipeline": "hand_over",
            "title": f"{run.title}, for an editor",
            "source": timeline,
            "request": {**run.request, "heads": {}},
        }
    )
    ended = studio.carry_out(
        studio.records.runs.by_id(run_id),
        show,
        next_step="Give the same command again; the clips that are done are taken from the store.",
    )
    if ended.status != "done":
        message = (ended.error or {}).get("message", "It was stopped.")
        raise StorageError(f"The clips could not be rendered: {message}")
    return ended


def _place(studio: Studio, run: Run, sha256: str, target: Path) -> Path:
    source = studio.records.blobs.verified(run.tenant, sha256)
    if source is None:
        raise StorageError(
            f"The stored file for {target.name} was damaged and is set aside.",
            next_step=f"It is made again by: storyreel runs retry {run.id}",
        )
    shutil.copyfile(source, target)
    return target
