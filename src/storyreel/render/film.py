"""A whole film in this process, or its last step from finished segments and sound."""

from collections.abc import Callable, Sequence
from pathlib import Path

from storyreel.kit.errors import MediaError
from storyreel.kit.schema import Model
from storyreel.render.join import join
from storyreel.render.mix import mix
from storyreel.render.plan import plan_segments
from storyreel.render.profiles import Encoder
from storyreel.render.segment import render_segment
from storyreel.render.stills import MediaFinder
from storyreel.timeline.model import Timeline


class Report(Model):
    """The finished file. Its levels are those of the encoded sound, whose packets the film copies.

    None stands for sound that is too quiet or too short to measure.
    """

    frames: int
    width: int
    height: int
    loudness_lufs: float | None
    true_peak_dbtp: float | None


def _untold(_step: str, _part: float) -> None:
    """Nobody asked."""


def finish(timeline: Timeline, segments: Sequence[Path], sound: Path, out: Path) -> int:
    """Join segments and sound into the film at `out`, and return its frames; equal inputs give equal bytes.

    Raises MediaError when the joined film has not exactly the time line's frames.
    """
    frames = join(segments, timeline.rate, out, sound=sound)
    if frames != timeline.duration:
        raise MediaError(
            f"The joined film has {frames} frames, the time line {timeline.duration}.",
            next_step="Render its segments again.",
        )
    return frames


def render(
    timeline: Timeline,
    media: MediaFinder,
    workdir: Path,
    out: Path,
    *,
    encoder: Encoder | None = None,
    progress: Callable[[str, float], None] | None = None,
) -> Report:
    """Render a film from start to end in this process, with its parts kept in `workdir`.

    A segment that already lies there under its digest is used again. `progress` is told the step
    (`segments`, `sound`) and its finished part, 0..1.
    """
    tell = progress or _untold
    specs = plan_segments(timeline, encoder or Encoder())
    paths: list[Path] = []
    for index, spec in enumerate(specs):
        path = workdir / f"{spec.digest}.mp4"
        if not path.exists():
            part = path.with_suffix(".part")
            render_segment(spec, media, part)
            part.replace(path)
        paths.append(path)
        tell("segments", (index + 1) / len(specs))
    sound = workdir / "sound.m4a"
    heard = mix(timeline, media, sound, progress=lambda part: tell("sound", part))
    return Report(
        frames=finish(timeline, paths, sound, out),
        width=timeline.width,
        height=timeline.height,
        loudness_lufs=heard.loudness_lufs,
        true_peak_dbtp=heard.true_peak_dbtp,
    )
