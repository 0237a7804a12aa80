"""The stages from a time line to a film, shared by line A and by render packages."""

import functools
from collections.abc import Sequence

from storyreel.render.plan import plan_segments
from storyreel.render.profiles import profile_named
from storyreel.render.toolchain import film_toolchain, sound_toolchain, toolchain
from storyreel.timeline.model import Timeline
from storyreel.workflows.stage import Job, RunView, Stage

MEDIA = "storyreel.workflows.film_media"
DOCUMENTS = "storyreel.workflows.render_documents"


def _segment(view: RunView) -> Sequence[Job]:
    timeline = view.document(Timeline, "timeline")
    encoder = profile_named(view.options["profile"]).encoder
    return [
        Job(
            f"{number:04}",
            {f"media:{n}": sha256 for n, sha256 in enumerate(spec.media)},
            {"spec": spec.model_dump(mode="json", exclude_defaults=True)},
        )
        for number, spec in enumerate(plan_segments(timeline, encoder))
    ]


def _mix(view: RunView) -> Sequence[Job]:
    timeline = view.document(Timeline, "timeline")
    media = sorted({clip.media.sha256 for track in timeline.sound for clip in track.clips})
    params = timeline.sound_plan.model_dump(mode="json")
    return [Job("", {f"sound:{n}": sha256 for n, sha256 in enumerate(media)}, params)]


def _captions(view: RunView) -> Sequence[Job]:
    return [Job("", {"timeline": view.result("timeline")}, {"language": view.project.language})]


def _master(view: RunView) -> Sequence[Job]:
    segments = {f"segment:{item}": sha256 for item, sha256 in view.results("segment").items()}
    return [Job("", {"timeline": view.result("timeline"), "mix": view.result("mix"), **segments})]


RENDER_STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("segment", 1, "media", _segment, f"{MEDIA}:segment", functools.cache(toolchain)),
        Stage("mix", 1, "media", _mix, f"{MEDIA}:mix_sound", functools.cache(sound_toolchain)),
        Stage("captions", 1, "inline", _captions, f"{DOCUMENTS}:captions"),
        Stage("master", 1, "media", _master, f"{MEDIA}:master", functools.cache(film_toolchain)),
    )
}
