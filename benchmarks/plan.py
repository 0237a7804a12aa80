"""A plan that all renderers make: a Timeline, its pictures by hash, and the studio's own encoder."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from storyreel.render.pose import stand_at
from storyreel.render.profiles import Encoder, profile_named
from storyreel.timeline.exact import Handles, clip_starts, handles
from storyreel.timeline.model import Clip, Layer, Timeline

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
