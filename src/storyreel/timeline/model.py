"""The Timeline as frozen data."""

from fractions import Fraction
from typing import ClassVar, Literal

from pydantic import Field

from storyreel.kit.schema import Artifact, Model

TICKS_PER_SECOND = 48_000


class Rate(Model):
    """Frames per second as an exact fraction, for example 30000/1001."""

    numerator: int = Field(gt=0)
    denominator: int = Field(default=1, gt=0)

    @property
    def fraction(self) -> Fraction:
        return Fraction(self.numerator, self.denominator)

    def ticks(self, frames: int) -> int:
        """Sound ticks from the start to frame `frames`, rounded half up once."""
        return int(Fraction(frames * TICKS_PER_SECOND) / self.fraction + Fraction(1, 2))

    def frames_ceil(self, ticks: int) -> int:
        """The smallest whole number of frames that holds `ticks`."""
        return -int(-(Fraction(ticks, TICKS_PER_SECOND) * self.fraction) // 1)

    def frame_at(self, ticks: int) -> int:
        """The 0-based frame that is on screen at `ticks`."""
        return int(Fraction(ticks, TICKS_PER_SECOND) * self.fraction)

    def seconds(self, frames: int) -> float:
        return float(Fraction(frames) / self.fraction)


class MediaRef(Model):
    """A media file by content, never by path."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str


class Box(Model):
    """A rectangle in pixels of the finished frame; x, y is its top left corner."""

    x: float
    y: float
    width: float = Field(gt=0)
    height: float = Field(gt=0)


class Pose(Model):
    """Where a layer stands at one moment, relative to its box.

    `dx`, `dy` are shifts in frame pixels (sub-pixel), `scale` is about the centre of the box,
    `rotation_deg` is clockwise, `opacity` is 0..1.
    """

    frame: int = Field(ge=0)
    """0-based frame of the clip; poses are in rising order of frame."""
    dx: float = 0.0
    dy: float = 0.0
    scale: float = Field(default=1.0, gt=0)
    rotation_deg: float = 0.0
    opacity: float = Field(default=1.0, ge=0, le=1)
    reveal: float = Field(default=1.0, ge=0, le=1)
    """Share of the layer that is uncovered, from the edge that the layer names."""


class Footage(Model):
    """Which part of a video a layer plays: from `start` (ticks of the source) on, at its own speed.

    Where the source ends early its last frame holds. Inside a transition it plays on beyond the
    clip's ends where the source has more.
    """

    start: int = Field(default=0, ge=0)


class Layer(Model):
    """One picture, or one video, in a clip. Without poses it stands still.

    Between poses values move with `ease`; before the first and after the last they hold.
    """

    name: str
    media: MediaRef
    box: Box
    poses: tuple[Pose, ...] = ()
    ease: Literal["linear", "in_out", "out"] = "in_out"
    cycle: int = Field(default=0, ge=0)
    """Frames after which the poses begin anew; 0: never."""
    shown: tuple[tuple[int, int], ...] = ()
    """Frames of the clip, as half-open ranges in rising order, in which it is seen; empty: always.

    Inside a transition, outside the clip's own frames, its first and last frame decide.
    """
    reveal_from: Literal["left", "right", "top", "bottom"] = "left"
    footage: Footage | None = None
    """None: the media is a still."""


class Clip(Model):
    """A stretch of picture: layers from back to front. The first layer is opaque and fills the frame."""

    kind: Literal["clip"] = "clip"
    id: str
    duration: int = Field(gt=0)
    """Frames."""
    layers: tuple[Layer, ...] = Field(min_length=1)


class Transition(Model):
    """How the picture passes from the clip before to the clip after.

    One of n frames straddles the cut: it takes n // 2 frames from the end of the clip before and
    n - n // 2 from the start of the clip after; the film's length does not change. A wipe uncovers
    the picture after; a slide pushes the picture before out of the frame.
    """

    kind: Literal["dissolve", "dip_to_black", "wipe", "slide"]
    after_clip: str
    """Id of the clip before the cut."""
    duration: int = Field(gt=0)
    """Frames."""
    direction: Literal["left", "right", "up", "down"] = "left"
    """Where the edge of a wipe travels, or both pictures of a slide; `left` uncovers from the right."""


class Word(Model):
    """One spoken word, in ticks."""

    text: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Cue(Model):
    """A caption that is on screen from `start` to `end` (ticks): at most two lines of whole words.

    `lines` holds indexes into `words`: each line is the half-open range [first, last).
    """

    words: tuple[Word, ...] = Field(min_length=1)
    lines: tuple[tuple[int, int], ...] = Field(min_length=1, max_length=2)
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    speaker: str = ""
    place: Literal["bottom", "top"] = "bottom"
    """`top` where the picture has captions of its own at its foot."""

    @property
    def text_lines(self) -> tuple[str, ...]:
        return tuple(" ".join(w.text for w in self.words[first:last]) for first, last in self.lines)


class SoundClip(Model):
    """A stretch of sound placed on the time line. Times are ticks, levels decibels."""

    id: str
    media: MediaRef
    start: int = Field(ge=0)
    duration: int = Field(gt=0)
    gain_db: float = 0.0
    fade_in: int = Field(default=0, ge=0)
    fade_out: int = Field(default=0, ge=0)


class SoundTrack(Model):
    """Sounds of one role. A `music` or `effects` track is ducked under the `voice` track's clips."""

    role: Literal["voice", "music", "effects"]
    clips: tuple[SoundClip, ...] = ()


class CaptionStyle(Model):
    """How burned-in captions look; sizes are fractions of the frame height."""

    font_family: str = "Inter"
    font: MediaRef | None = None
    """A face of the author's own, which takes the place of the family."""
    size: float = 0.05
    bottom: float = 0.075
    """Distance of the lowest text line's base from the frame's foot."""
    text_color: str = "#fff4dc"
    active_color: str = "#f6ae3b"
    outline_color: str = "#12102a"


class Timeline(Artifact):
    """A film, ready to be rendered or handed over."""

    schema_name: ClassVar[str] = "timeline"
    schema_version: ClassVar[str] = "1.1.0"

    name: str
    rate: Rate
    width: int = Field(gt=0, multiple_of=2)
    height: int = Field(gt=0, multiple_of=2)
    clips: tuple[Clip, ...] = Field(min_length=1)
    transitions: tuple[Transition, ...] = ()
    sound: tuple[SoundTrack, ...] = ()
    cues: tuple[Cue, ...] = ()
    caption_style: CaptionStyle | None = CaptionStyle()
    """None: captions go to sidecars only."""
    markers: tuple["Marker", ...] = ()

    @property
    def duration(self) -> int:
        """Frames."""
        return sum(clip.duration for clip in self.clips)

    @property
    def sound_plan(self) -> "SoundPlan":
        return SoundPlan(rate=self.rate, duration=self.duration, sound=self.sound)


class Marker(Model):
    """A named moment for an editor, such as the start of a scene."""

    name: str
    frame: int = Field(ge=0)
    note: str = ""


class SoundPlan(Model):
    """All that a mix depends on: a Timeline's length and sounds, without its pictures."""

    rate: Rate
    duration: int = Field(gt=0)
    """Frames."""
    sound: tuple[SoundTrack, ...] = ()
