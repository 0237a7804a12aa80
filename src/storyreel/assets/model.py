"""Picture needs, pictures, and the rights that travel with them."""

from typing import ClassVar, Literal

from pydantic import Field

from storyreel.assets.reading import Appearance, PackPicture, Person, PictureKind, Reading
from storyreel.kit.decision import Decision
from storyreel.kit.schema import Artifact, Model
from storyreel.timeline.model import Box, Footage, MediaRef

ActKind = Literal[
    "sway", "float", "breathe", "tremble", "flicker", "fall",
    "pop", "rise", "wipe", "fade", "count", "travel", "mouth", "blink",
]  # fmt: skip


class PictureNeed(Model):
    """What one shot wants to show. No provider, no path: what it must say and how it should feel."""

    id: str
    """Shot id."""
    kind: PictureKind
    words: str
    """The author's words this picture stands for."""
    speaker: str = ""
    """Name of who says them, empty for the narrator."""
    emotional_tags: tuple[str, ...] = ()
    framing: Literal["establishing", "medium", "close", "insert", "title"]
    movement: Literal["still", "push_in", "pull_out", "drift_left", "drift_right", "rise"]
    place: str = ""
    time_of_day: str = ""
    position: int = Field(ge=0)
    """0-based place of the shot in the film, so that grounds alternate and no picture comes back soon."""
    reading: Reading | None = None
    """What the words show; None: they were not read, and a look reads them plainly."""
    people: tuple[Person, ...] = ()
    """Who is seen, the speaker first."""
    captions: bool = True
    """Whether captions will stand over the picture: their band stays free of words and faces."""


class Rights(Model):
    """The minimum metadata of document 003, 25.2; the retrieval date stands in the registry row."""

    license_type: str
    attribution: str = ""
    source: str
    purchase_record: str = ""
    provider_or_model: str = ""
    redistributable: bool = False


class Ingredient(Model):
    """One part of a picture with a licence of its own (an icon set, a font, a photo)."""

    name: str
    rights: Rights
    sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    """Of its own bytes, where it came as a file; what a person's leave to publish it is bound to."""


class Act(Model):
    """What a layer does by itself, beside the way of the camera. The film turns it into poses.

    Kinds and their measures (px are pixels of the picture):
    `sway` amount degrees about the foot, period; `float` amount px up and down, period; `breathe` amount
    share of the size, period; `tremble` amount px, every frame; `flicker` amount share of opacity, period;
    `fall` goes `toward` px per second and begins anew after `period_s` seconds, without a seam when the
    layer repeats after that way (rain, snow, clouds); `pop`, `rise` (amount px), `wipe` (uncovered along
    `toward`), `fade` bring the layer in; `count` shows state `order` of `of`, one after the other, the last
    one stays; `travel` goes along `path`; `mouth` is seen while the person's voice is loud, `blink` for
    an instant now and then.
    """

    kind: ActKind
    amount: float = 0.0
    period_s: float = Field(default=0.0, ge=0)
    toward: tuple[float, float] = (0.0, 0.0)
    path: tuple[tuple[float, float], ...] = ()
    """Shifts in px from where the layer is drawn, at equal steps of time."""
    word: int | None = Field(default=None, ge=0)
    """0-based word of the shot's words at which an entrance or a count begins; None: with the shot."""
    delay_s: float = Field(default=0.0, ge=0)
    """Seconds after that."""
    lasts_s: float = Field(default=0.0, ge=0)
    """Length of an entrance, a count or a way; 0: the usual one, or for `travel` the rest of the shot."""
    order: int = Field(default=0, ge=0)
    of: int = Field(default=1, ge=1)
    person: str = ""
    """Whose mouth or eyes."""


class PictureLayer(Model):
    """One drawn layer: a transparent PNG (or an opaque ground), where it stands, how it may move."""

    name: str
    media: MediaRef
    box: Box
    depth: float = Field(ge=0, le=1)
    """0 far .. 1 near: how much of the shot's movement it takes."""
    group: Literal["ground", "subject", "text"]
    acts: tuple[Act, ...] = ()
    rig: str = ""
    """Layers of one rig (a body with its eyes and mouth) move as one, about the rig's common foot."""
    footage: Footage | None = None
    """Which part of a video is played; None: the media is a still."""


class PictureSound(Model):
    """The sound a video brings along, cut to the part that is shown and levelled like a voice."""

    media: MediaRef
    """Stereo WAV at 48 kHz; its start belongs to the start of the shot."""
    duration: int = Field(gt=0)
    """Ticks."""
    mode: Literal["keep", "duck"]
    """`keep`: music gives way to it and no voice lowers it; `duck`: it gives way to the voice."""


class Picture(Artifact):
    """What was made or found for a need, back to front."""

    schema_name: ClassVar[str] = "picture"

    need_id: str
    origin: Literal["author", "found", "drawn", "placeholder"]
    width: int
    height: int
    layers: tuple[PictureLayer, ...] = Field(min_length=1)
    rights: Rights
    ingredients: tuple[Ingredient, ...] = ()
    flags: tuple[str, ...] = ()
    """For people: why this is a placeholder, or what was replaced."""
    reason: str = ""
    """Why this picture: the rule that chose it, in one sentence."""
    decisions: tuple[Decision, ...] = ()
    """Which sources, looks and layouts were weighed for it."""
    sound: PictureSound | None = None
    foot_text: bool = False
    """Whether it has captions of its own at its foot; those of the film then stand at the head."""


class FoundPicture(Artifact):
    """What a search brought for a need: a picture, or nothing and why.

    Its rights are those of the moment in which it was taken, whatever the source says later.
    """

    schema_name: ClassVar[str] = "found_picture"

    need_id: str
    query: str
    """What was searched for."""
    media: MediaRef | None = None
    """The bytes as they came; None: nothing that fits."""
    source: str = ""
    source_id: str = ""
    title: str = ""
    page_url: str = ""
    width: int = Field(default=0, ge=0)
    height: int = Field(default=0, ge=0)
    rights: Rights | None = None
    flags: tuple[str, ...] = ()
    """For people: what could not be asked or taken, and what that led to."""
    decisions: tuple[Decision, ...] = ()


class CharacterPack(Artifact):
    """How a character looks and sounds, in every shot and episode."""

    schema_name: ClassVar[str] = "character_pack"

    id: str
    name: str
    appearance: Appearance
    voice: str
    pictures: tuple[PackPicture, ...] = ()
    """The author's own, which replace what a look would draw."""
    decisions: tuple[Decision, ...] = ()
