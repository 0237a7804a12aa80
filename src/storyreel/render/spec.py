"""The spec of a segment: all that its pixels depend on, in its own time, and nothing else.

A shot that merely moved along the film keeps its spec, hence its digest and its finished bytes.
"""

from typing import Literal

from pydantic import Field

from storyreel.kit.hashing import sha256_json
from storyreel.kit.schema import Model
from storyreel.render.profiles import Encoder
from storyreel.timeline.model import Box, CaptionStyle, Footage, Pose, Rate


class SpecLayer(Model):
    """A picture or a video, its box and its poses in frames of its clip."""

    sha256: str
    box: Box
    poses: tuple[Pose, ...] = ()
    ease: Literal["linear", "in_out", "out"] = "in_out"
    cycle: int = 0
    shown: tuple[tuple[int, int], ...] = ()
    """Frames of the segment, as half-open ranges, in which it is seen; empty: always."""
    reveal_from: Literal["left", "right", "top", "bottom"] = "left"
    footage: Footage | None = None


class Take(Model):
    """Layers from back to front; `first` is the clip's frame that the segment's frame 0 shows.

    It may be negative or lie beyond the clip, inside a transition: poses hold there.
    """

    layers: tuple[SpecLayer, ...] = Field(min_length=1)
    first: int = 0


class CaptionState(Model):
    """What stands on screen from frame `first` up to, not including, frame `last` of the segment.

    `active` counts words over all lines; None when no word is being spoken.
    """

    first: int = Field(ge=0)
    last: int = Field(gt=0)
    lines: tuple[tuple[str, ...], ...] = Field(min_length=1, max_length=2)
    active: int | None = None
    place: Literal["bottom", "top"] = "bottom"


class SegmentSpec(Model):
    """One closed stretch of film: the body of a clip, or a transition with its two takes."""

    kind: Literal["body", "dissolve", "dip_to_black", "wipe", "slide"]
    width: int
    height: int
    rate: Rate
    frames: int = Field(gt=0)
    takes: tuple[Take, ...] = Field(min_length=1, max_length=2)
    direction: Literal["left", "right", "up", "down"] = "left"
    """Of a wipe or a slide."""
    captions: tuple[CaptionState, ...] = ()
    caption_style: CaptionStyle | None = None
    encoder: Encoder

    @property
    def media(self) -> tuple[str, ...]:
        """SHA-256 of every picture, video and font it needs, sorted."""
        font = self.caption_style.font if self.caption_style else None
        needed = {layer.sha256 for take in self.takes for layer in take.layers}
        return tuple(sorted(needed | {font.sha256} if font else needed))

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of this spec without what has its default."""
        return sha256_json(self.model_dump(mode="json", exclude_defaults=True))
