"""Sheets: what a composition is made of before it is drawn, back to front."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from storyreel.assets.looks.layout.model import Area, Block
from storyreel.assets.looks.papercut.frame import Frame
from storyreel.assets.looks.papercut.palette import Palette
from storyreel.assets.looks.papercut.pen import Pen, Point
from storyreel.assets.model import Act, PictureNeed
from storyreel.assets.reading import Reading

Group = Literal["ground", "subject", "text"]


@dataclass(frozen=True)
class Sheet:
    """One cut of paper (or light, or words) in design units of the frame.

    Neighbouring sheets of equal `layer` become one drawn layer and so move together; a sheet with acts
    needs a `layer` of its own. Lengths inside acts are design units too.
    """

    name: str
    svg: str
    depth: float
    """0 far .. 1 near; of a layer that of its first sheet counts."""
    elevation: float = 0.8
    """How far it stands above what is behind: .3 far to 1.8 near; 0 is flat, without shadow, edge, grain."""
    edge: float = 0.5
    """Strength of the light edge: far .2, hills .45, subject .7, moonlit 1."""
    blur: float = 0.0
    """Softness in design units, for light and for what is very near."""
    opacity: float = 1.0
    area: Area | None = None
    """Where it draws; None: the frame with its overscan. A small area is cheap."""
    layer: str = ""
    """'' merges by depth: sheets of one depth that follow each other."""
    group: Group = "subject"
    acts: tuple[Act, ...] = ()
    rig: str = ""


@dataclass(frozen=True)
class Shot:
    """What a place or a kind composes from."""

    need: PictureNeed
    reading: Reading
    frame: Frame
    pal: Palette
    pen: Pen
    """For the subject's distance; `pen.away` for what is further off."""
    seed: int
    """Of the design: in a scene from its place alone, so that a place stays as it is through a film."""
    flip: bool
    """The subject stands left instead of right; in a scene a place's own side."""
    turn: int = 0
    """The position in the film: where the camera stands, which foreground is taken."""
    indoors: bool = False

    @property
    def captions(self) -> bool:
        return self.need.captions


@dataclass(frozen=True)
class Page:
    """A composition. The first sheet is opaque and fills the frame."""

    sheets: tuple[Sheet, ...]
    reason: str
    """Why this picture: what the words called, in one sentence."""
    blocks: tuple[Block, ...] = ()
    """Words, faces, subjects for the checks; a block's `layer` is the sheet's layer."""
    sources: frozenset[str] = field(default_factory=frozenset[str])
    """Sets that were used besides own parts: `noto`, `type`."""


Compose = Callable[[Shot], Page]
"""A place, or a kind of picture that is no scene."""

__all__ = ["Area", "Block", "Compose", "Frame", "Page", "Point", "Sheet", "Shot"]
