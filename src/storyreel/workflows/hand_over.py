"""The stage behind `storyreel export`: each clip of a time line as a movie an editor can use.

A clip's movie holds the handles that the dissolves at its ends need, so an editor can move them.
"""

import functools
from collections.abc import Sequence

from storyreel.render.plan import plan_segments
from storyreel.render.profiles import profile_named
from storyreel.render.toolchain import toolchain
from storyreel.timeline.exact import Handles, handles
from storyreel.timeline.model import Clip, Timeline
from storyreel.workflows.model import Run
from storyreel.workflows.runner import Runner
from storyreel.workflows.stage import Job, RunView, Stage


def _clip_movies(view: RunView) -> Sequence[Job]:
    timeline = view.read(Timeline, view.source)
    encoder = profile_named(view.options["profile"]).encoder
    needed = handles(timeline)
    jobs: list[Job] = []
    for clip in timeline.clips:
        alone = _alone(timeline, clip, needed[clip.id])
        (spec,) = plan_segments(alone, encoder)
        media = {f"media:{n}": sha256 for n, sha256 in enumerate(spec.media)}
        jobs.append(Job(clip.id, media, {"spec": spec.model_dump(mode="json", exclude_defaults=True)}))
    return jobs


def _alone(timeline: Timeline, clip: Clip, needed: Handles) -> Timeline:
    """A time line of this clip only, longer by its handles; in them its layers hold still."""
    layers = tuple(
        layer.model_copy(
            update={
                "poses": tuple(
                    pose.model_copy(update={"frame": pose.frame + needed.head}) for pose in layer.poses
                )
            }
        )
        for layer in clip.layers
    )
    longer = clip.model_copy(update={"duration": needed.head + clip.duration + needed.tail, "layers": layers})
    return timeline.model_copy(
        update={"clips": (longer,), "transitions": (), "sound": (), "cues": (), "markers": ()}
    )


def deliver_clips(runner: Runner, run: Run) -> None:
    """The caller of the export places the movies; the run itself has nothing more to do."""
    runner.records.runs.finish(run.id, "done")


HAND_OVER_STAGES: dict[str, Stage] = {
    "clip_movie": Stage(
        "clip_movie",
        1,
        "media",
        _clip_movies,
        "storyreel.workflows.film_media:segment",
        functools.cache(toolchain),
    )
}
