"""Picture needs, pictures, and the rights that travel with them."""

from typing import ClassVar, Literal

from pydantic import Field

from storyreel.kit.schema import Artifact, Model
from storyreel.timeline.model import Box, MediaRef

PictureKind = Literal["title", "quote", "number", "list", "sentence", "credits"]


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
    """0-based place of the shot in the film, so that grounds alternate."""


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


class PictureLayer(Model):
    """One drawn layer: a transparent PNG (or an opaque ground), where it stands, how it may move."""

    name: str
    media: MediaRef
    box: Box
    depth: float = Field(ge=0, le=1)
    """0 far .. 1 near: how much of the shot's movement it takes."""
    group: Literal["ground", "subject", "text"]


class Picture(Artifact):
    """What was made or found for a need, back to front."""

    schema_name: ClassVar[str] = "picture"

    need_id: str
    origin: Literal["author", "drawn", "placeholder"]
    width: int
    height: int
    layers: tuple[PictureLayer, ...] = Field(min_length=1)
    rights: Rights
    ingredients: tuple[Ingredient, ...] = ()
    flags: tuple[str, ...] = ()
    """For people: why this is a placeholder, or what was replaced."""
    reason: str = ""
    """Why this picture: the rule that chose it, in one sentence."""
