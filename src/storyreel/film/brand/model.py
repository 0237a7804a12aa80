"""The brand kit as a film carries it: files by their content, never by their path."""

from typing import ClassVar, Literal

from pydantic import Field

from storyreel.kit.schema import Artifact, Model
from storyreel.timeline.model import MediaRef

Corner = Literal["top_left", "top_right", "bottom_left", "bottom_right"]


class BrandColors(Model):
    """Five roles, each `#rrggbb`."""

    paper: str
    """Light ground, and type on dark grounds."""
    ink: str
    """Lines, type, dark ground."""
    accent: str
    highlight: str
    """The word that is being said, the hero of a picture."""
    cool: str
    """The quiet ground."""

    @property
    def palette(self) -> str:
        """The name under which a look takes these colours: `#paper,#ink,#accent,#highlight,#cool`."""
        return ",".join((self.paper, self.ink, self.accent, self.highlight, self.cool))


class Logo(Model):
    """A picture in a corner of every shot."""

    media: MediaRef
    """PNG, with or without transparency."""
    width: int = Field(gt=0)
    height: int = Field(gt=0)
    """Pixels of the file."""
    corner: Corner = "top_right"


class BrandMedia(Model):
    """A still or a video of the house: the film's intro or outro."""

    label: str
    """File name, for messages."""
    media: MediaRef
    duration_s: float = Field(gt=0)


class Brand(Artifact):
    """What all films of a house share."""

    schema_name: ClassVar[str] = "brand"

    name: str
    colors: BrandColors | None = None
    logo: Logo | None = None
    caption_font: MediaRef | None = None
    """A TrueType or OpenType face for captions."""
    intro: BrandMedia | None = None
    outro: BrandMedia | None = None
    end_card: bool = True
    """Whether the film ends with its credits."""


NO_BRAND = Brand(name="")
"""What a film without a brand kit has."""
