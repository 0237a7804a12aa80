"""ShotPlan, ShotList, AssetManifest, RenderPlan, RenderOutput (document 003, 5.6-5.9)."""

from typing import ClassVar, Literal

from pydantic import Field

from storyreel.assets.model import CharacterPack, PictureNeed, Rights
from storyreel.assets.reading import Person, Reading
from storyreel.kit.decision import Decision
from storyreel.kit.schema import Artifact, Model
from storyreel.sound.model import VoiceNeed
from storyreel.timeline.model import MediaRef, Rate

TITLE, CREDITS = "title", "credits"
"""Ids of the first and the last card of a film."""
INTRO, OUTRO = "intro", "outro"
"""Ids of what the house shows before and after."""

Template = Literal["establishing", "medium", "close", "insert", "title"]
Movement = Literal["still", "push_in", "pull_out", "drift_left", "drift_right", "rise"]
TransitionKind = Literal["cut", "dissolve", "dip_to_black", "wipe", "slide"]


class ShotCharacter(Model):
    """Who is in the shot and how they are."""

    id: str
    expression: str = "neutral"
    pose: str = "standing"


class VoiceRef(Model):
    """A line that is heard in a shot. `offset` is in frames from the start of the shot."""

    line_id: str
    offset: int = Field(default=0, ge=0)


class AudioIntent(Model):
    """What should be heard: lines, effects, mood of the music."""

    voice: tuple[VoiceRef, ...] = ()
    sfx_tags: tuple[str, ...] = ()
    music_mood: str = "calm"


class TransitionIn(Model):
    """How the shot begins, by which rule, and what was not chosen."""

    kind: TransitionKind = "cut"
    duration: int = Field(default=0, ge=0)
    """Frames; 0 for a cut."""
    reason: str


class PlannedShot(Model):
    """A shot before its voice is recorded: everything but its length."""

    id: str
    scene_id: str
    template: Template
    framing: str
    movement: Movement
    characters: tuple[ShotCharacter, ...] = ()
    environment: str = ""
    time_of_day: str = ""
    action_beats: tuple[str, ...] = ()
    emotional_tags: tuple[str, ...] = ()
    line_ids: tuple[str, ...] = ()
    words: str = ""
    speaker: str = ""
    picture_kind: str = "sentence"
    sfx_tags: tuple[str, ...] = ()
    music_mood: str = "calm"
    transition_in: TransitionIn
    beat_before: int = Field(default=0, ge=0)
    """Frames of silence before the first line."""
    beat_after: int = Field(default=0, ge=0)
    """Frames of silence after the last line."""
    silent_duration: int = Field(default=0, ge=0)
    """Frames a shot without lines lasts."""
    reason: str
    """Which rule chose template and movement."""
    reading: Reading | None = None
    people: tuple[Person, ...] = ()
    """Who is seen, the speaker first; how they look is said by their packs."""
    decisions: tuple[Decision, ...] = ()
    """Framing, movement and transition, each with what was not chosen."""


class FilmStyle(Artifact):
    """How a whole film is drawn: one look and one palette, with what else was weighed."""

    schema_name: ClassVar[str] = "film_style"

    look: str
    palette: str
    decisions: tuple[Decision, ...] = ()


class Packs(Artifact):
    """How everybody of a project looks; kept from film to film."""

    schema_name: ClassVar[str] = "packs"

    packs: tuple[CharacterPack, ...] = ()


class ShotPlan(Artifact):
    """The shots in order, not yet timed."""

    schema_name: ClassVar[str] = "shot_plan"
    schema_version: ClassVar[str] = "1.1.0"

    title: str
    rate: Rate
    shots: tuple[PlannedShot, ...] = Field(min_length=1)


class Shot(Model):
    """A timed shot (5.6)."""

    id: str
    scene_id: str
    template: Template
    duration: int = Field(gt=0)
    """Frames at the rate of the list."""
    framing: str
    movement: Movement
    characters: tuple[ShotCharacter, ...] = ()
    environment: str = ""
    time_of_day: str = ""
    action_beats: tuple[str, ...] = ()
    emotional_tags: tuple[str, ...] = ()
    words: str = ""
    speaker: str = ""
    picture_kind: str = "sentence"
    audio: AudioIntent = AudioIntent()
    transition_in: TransitionIn
    reason: str
    reading: Reading | None = None
    people: tuple[Person, ...] = ()
    decisions: tuple[Decision, ...] = ()


class ShotList(Artifact):
    """The timed and locked shots: the authority on time for every render (5.6)."""

    schema_name: ClassVar[str] = "shot_list"
    schema_version: ClassVar[str] = "1.1.0"

    title: str
    rate: Rate
    shots: tuple[Shot, ...] = Field(min_length=1)
    timing_lock_hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of rate, ids, order and durations."""


class VoiceItem(Model):
    """A line to be spoken, with whose it is (5.7)."""

    line_id: str
    speaker_id: str
    need: VoiceNeed
    emotional_tags: tuple[str, ...] = ()
    pacing_tags: tuple[str, ...] = ()


class CharacterNeed(Model):
    """A character pack that the film needs (5.7)."""

    id: str
    shot_ids: tuple[str, ...]


class MusicNeed(Model):
    """A stretch of music: mood and the shots it lies under."""

    scene_id: str
    mood: str
    shot_ids: tuple[str, ...] = Field(min_length=1)


class SfxNeed(Model):
    """An effect and the shot it belongs to."""

    shot_id: str
    tag: str


class AssetManifest(Artifact):
    """What has to exist before the film can be rendered. No provider references (5.7)."""

    schema_name: ClassVar[str] = "asset_manifest"
    schema_version: ClassVar[str] = "1.1.0"

    character_packs: tuple[CharacterNeed, ...] = ()
    backgrounds: tuple[PictureNeed, ...] = Field(min_length=1)
    props: tuple[str, ...] = ()
    voice_lines: tuple[VoiceItem, ...] = ()
    sfx: tuple[SfxNeed, ...] = ()
    music: tuple[MusicNeed, ...] = ()


class ResolvedAsset(Model):
    """Where a need was met. `uri` and `fallbacks` are `artifact:<sha256>`."""

    need_id: str
    kind: Literal["picture", "voice", "music"]
    uri: str
    fallbacks: tuple[str, ...] = ()
    placeholder: bool = False
    rights: Rights


class RenderPlan(Artifact):
    """Needs mapped to sources, for one profile (5.8)."""

    schema_name: ClassVar[str] = "render_plan"

    profile: str
    width: int
    height: int
    fps: Rate
    look: str
    timing_lock_hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    assets: tuple[ResolvedAsset, ...] = Field(min_length=1)


class Sidecar(Model):
    """Captions as a file beside the film."""

    format: Literal["srt", "vtt", "ass"]
    media: MediaRef


class CaptionFiles(Artifact):
    """The caption sidecars of a film."""

    schema_name: ClassVar[str] = "caption_files"

    files: tuple[Sidecar, ...] = Field(min_length=1)


class Mix(Artifact):
    """The film's whole sound, encoded once, with its levels as measured on the encoded file.

    None stands for sound that is too quiet or too short to measure.
    """

    schema_name: ClassVar[str] = "mix"

    sound: MediaRef
    loudness_lufs: float | None
    true_peak_dbtp: float | None


class Master(Artifact):
    """The joined film; equal inputs give equal bytes."""

    schema_name: ClassVar[str] = "master"

    video: MediaRef
    frames: int = Field(gt=0)


class RenderOutput(Artifact):
    """The finished film and what it was made from (5.9)."""

    schema_name: ClassVar[str] = "render_output"

    video: MediaRef
    captions: tuple[Sidecar, ...] = Field(min_length=1)
    audio_stems: tuple[MediaRef, ...] = ()
    duration: int = Field(gt=0)
    """Frames."""
    rate: Rate
    width: int
    height: int
    loudness_lufs: float | None
    true_peak_dbtp: float | None
    profile: str
    timing_lock_hash: str
    made_from: dict[str, str]
    """Role -> SHA-256 of each document this film stands on."""
    flags: tuple[str, ...] = ()
