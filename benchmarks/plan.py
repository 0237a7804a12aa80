"""The one plan that all renderers make: shots of the example film, as the studio itself laid them out."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from benchmarks.measure import folder
from benchmarks.studio import REPOSITORY, WORK, Film, Home
from storyreel.render.pose import stand_at
from storyreel.render.profiles import Encoder, profile_named
from storyreel.timeline.exact import Handles, clip_starts, handles
from storyreel.timeline.model import Clip, Cue, Layer, Timeline, Word
from storyreel.timeline.sidecars import sidecars

FIRST_CLIP, CLIPS = 1, 8
"""From the first scene's card on: eight shots of about 30 s with still, shifted, scaled and turned layers."""
FOLDER = WORK / "plan"
EXAMPLE = REPOSITORY / "examples" / "lighthouse.md"
CAPTIONS = "film.ass"


@dataclass(frozen=True)
class Plan:
    """A Timeline, the folder that holds its pictures by hash, and the encoder all renderers use."""

    folder: Path
    timeline: Timeline

    @property
    def encoder(self) -> Encoder:
        return profile_named("standard_local").encoder

    @property
    def seconds(self) -> float:
        return self.timeline.rate.seconds(self.timeline.duration)

    @property
    def fps(self) -> int:
        assert self.timeline.rate.denominator == 1
        return self.timeline.rate.numerator

    @property
    def size(self) -> tuple[int, int]:
        return self.timeline.width, self.timeline.height

    def media(self, sha256: str) -> Path:
        return self.folder / "media" / sha256

    def takes(self) -> list[tuple[Clip, int, Handles]]:
        """Each clip, the film frame at which it begins, and what its dissolves need beyond its ends."""
        beyond = handles(self.timeline)
        starts = clip_starts(self.timeline)
        return [
            (clip, start, beyond[clip.id]) for clip, start in zip(self.timeline.clips, starts, strict=True)
        ]

    def row(self) -> dict[str, Any]:
        """What was rendered, for a results file."""
        moving = sum(len(layer.poses) > 1 for clip in self.timeline.clips for layer in clip.layers)
        return {
            "seconds": round(self.seconds, 2),
            "size": f"{self.size[0]}x{self.size[1]} at {self.fps} frames a second",
            "shots": len(self.timeline.clips),
            "layers": sum(len(clip.layers) for clip in self.timeline.clips),
            "moving_layers": moving,
            "dissolves": len(self.timeline.transitions),
            "captions": len(self.timeline.cues),
            "caption_words": sum(len(cue.words) for cue in self.timeline.cues),
            "encoder": self.encoder.options(),
        }


def load(where: Path) -> Plan:
    """The plan in a folder."""
    return Plan(where, Timeline.from_bytes((where / "timeline.json").read_bytes()))


def plan() -> Plan:
    """The plan; the example film is made first where nothing has made it yet."""
    if not (FOLDER / "timeline.json").exists():
        with Home("plan") as home:
            keep(home, home.make(EXAMPLE.read_text(encoding="utf-8"), EXAMPLE.name, "the film to render"))
    return load(FOLDER)


def keep(home: Home, film: Film) -> None:
    """Cut the plan out of a film that was just made."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    timeline = cut(Timeline.from_bytes((film.out / "Timeline.json").read_bytes()))
    for clip in timeline.clips:
        for layer in clip.layers:
            sha256 = layer.media.sha256
            shutil.copyfile(home.blob(sha256), folder(FOLDER / "media") / sha256)
    (FOLDER / CAPTIONS).write_bytes(sidecars(timeline)["ass"])
    (FOLDER / "timeline.json").write_bytes(timeline.to_bytes())


def cut(timeline: Timeline) -> Timeline:
    """The middle of a film as a film of its own, without sound."""
    clips = timeline.clips[FIRST_CLIP : FIRST_CLIP + CLIPS]
    starts = dict(zip((clip.id for clip in timeline.clips), clip_starts(timeline), strict=True))
    first = timeline.rate.ticks(starts[clips[0].id])
    end = timeline.rate.ticks(starts[clips[0].id] + sum(clip.duration for clip in clips))
    ids = {clip.id for clip in clips[:-1]}
    return timeline.model_copy(
        update={
            "clips": clips,
            "transitions": tuple(t for t in timeline.transitions if t.after_clip in ids),
            "cues": tuple(
                _moved(cue, -first) for cue in timeline.cues if first <= cue.start and cue.end <= end
            ),
            "sound": (),
            "markers": (),
        }
    )


def _moved(cue: Cue, ticks: int) -> Cue:
    words = tuple(Word(text=w.text, start=w.start + ticks, end=w.end + ticks) for w in cue.words)
    return cue.model_copy(update={"words": words, "start": cue.start + ticks, "end": cue.end + ticks})


def changes(layer: Layer) -> bool:
    """Whether a layer looks different from frame to frame."""
    return len({pose.model_dump_json(exclude={"frame"}) for pose in layer.poses}) > 1


def picture(plan: Plan, layer: Layer) -> np.ndarray[Any, Any]:
    """The layer's pixels as height x width x 4 (RGBA, straight alpha), at the size of its box."""
    raw: Any = cv2.imread(str(plan.media(layer.media.sha256)), cv2.IMREAD_UNCHANGED)
    rgba: Any = cv2.cvtColor(raw, cv2.COLOR_BGRA2RGBA if raw.shape[2] == 4 else cv2.COLOR_BGR2RGBA)
    size = round(layer.box.width), round(layer.box.height)
    return rgba if rgba.shape[1::-1] == size else cv2.resize(rgba, size, interpolation=cv2.INTER_AREA)


def stand(layer: Layer, frame: int) -> Any:
    """Where the layer stands at a frame of its clip."""
    return stand_at(layer.poses, layer.ease, frame)
