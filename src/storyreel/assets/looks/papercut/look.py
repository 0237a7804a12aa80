"""The paper-cut look behind the port: need in, layers out."""

from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from storyreel.assets.looks.layout.solve import Solved, solve
from storyreel.assets.looks.made_of import sources_named, version_of
from storyreel.assets.looks.papercut.kinds import KINDS
from storyreel.assets.looks.papercut.raster import layers_of
from storyreel.assets.looks.papercut.scene import compose as scene
from storyreel.assets.looks.papercut.sheet import Compose, Page, Shot
from storyreel.assets.looks.papercut.shots import shot_of
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import Ingredient, PictureNeed
from storyreel.assets.reading import PictureKind
from storyreel.kit.errors import InputError

DEPENDS_ON = ("looks/papercut", "looks/layout", "reader/places.py", "nouns.py")
"""Files and folders of the room that a picture depends on."""
PALETTES = ("story",)
"""`story` is chosen for each shot by its time, weather and mood."""
COMPOSITIONS: dict[PictureKind, Compose] = {**KINDS, "scene": scene}
"""How each kind of picture is composed."""


class PaperCutLook:
    """Sheets of coloured paper: places in every hour and weather, figures without outline."""

    @property
    def name(self) -> str:
        return "paper-cut"

    @property
    def palettes(self) -> tuple[str, ...]:
        return PALETTES

    def version(self) -> str:
        """Digest over sources, drawings and faces."""
        return _version()

    def draw(self, need: PictureNeed, palette: str, size: tuple[int, int], workdir: Path) -> Drawn:
        """See `Look.draw`."""
        if palette not in PALETTES:
            raise InputError(
                f"The paper-cut look has no palette {palette!r}.",
                next_step=f"Use one of: {', '.join(PALETTES)}.",
            )
        shot = shot_of(need, size)
        tries = (shot, replace(shot, turn=shot.turn + 1), replace(shot, flip=not shot.flip))
        solved = solve([partial(compose, each) for each in tries],
                       lambda page: shot.frame.plan(page.blocks, captions=need.captions))  # fmt: skip
        page = solved.taken
        workdir.mkdir(parents=True, exist_ok=True)
        layers = layers_of(page.sheets, shot.frame, shot.pal, shot.pen.light, size, workdir)
        plan = shot.frame.plan(page.blocks, captions=need.captions)
        return Drawn(layers, _ingredients(page), page.reason, plan, _told(solved))


def compose(shot: Shot) -> Page:
    """The page before it is drawn: what the checks look at."""
    return COMPOSITIONS[shot.reading.kind](shot)


def _ingredients(page: Page) -> tuple[Ingredient, ...]:
    used = {"own", *page.sources}
    return sources_named(used)


def _told(solved: Solved[Page]) -> str:
    """Which composition was taken, and what the one before it lacked."""
    lacked = " ".join(fault.sentence for fault in solved.tried[0])
    return ("as it is composed", "from another side", "mirrored")[solved.index] + (
        f": {lacked}" if lacked else ""
    )


@cache
def _version() -> str:
    return version_of(DEPENDS_ON)


__all__ = ["COMPOSITIONS", "PALETTES", "PaperCutLook", "compose", "shot_of"]
