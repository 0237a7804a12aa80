"""What a look is: a pack that draws a picture need into layers, purely."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from storyreel.assets.looks.layout.model import Plan
from storyreel.assets.model import Act, Ingredient, PictureNeed
from storyreel.timeline.model import Box


@dataclass(frozen=True)
class DrawnLayer:
    """One PNG file and where it stands, in pixels of the frame; `depth` 0 is far, 1 near."""

    name: str
    file: Path
    box: Box
    depth: float
    group: Literal["ground", "subject", "text"]
    acts: tuple[Act, ...] = ()
    rig: str = ""


@dataclass(frozen=True)
class Drawn:
    """A drawn picture, back to front; the first layer is opaque and fills the frame exactly."""

    layers: tuple[DrawnLayer, ...]
    ingredients: tuple[Ingredient, ...]
    reason: str
    """Why this picture: what the words called, in one sentence."""
    plan: Plan | None = None
    """Where words, faces, balloons and subjects stand, for `layout.drawn.faults_drawn`."""
    layout: str = ""
    """Which composition the solver took, and what the ones before it lacked."""


class Look(Protocol):
    """A way of drawing. It keeps no state between shots: equal arguments give equal bytes."""

    @property
    def name(self) -> str:
        """The id by which a project asks for it."""
        ...

    @property
    def palettes(self) -> tuple[str, ...]:
        """Names of its palettes, the default first."""
        ...

    def version(self) -> str:
        """Digest of its own sources and data, for the key of what it draws."""
        ...

    def draw(self, need: PictureNeed, palette: str, size: tuple[int, int], workdir: Path) -> Drawn:
        """Draw `need` at `size` (width, height in pixels, both even) into files under `workdir`.

        Raises InputError for an unknown palette or a frame that is too small, MediaError where a
        part cannot be drawn.
        """
        ...
