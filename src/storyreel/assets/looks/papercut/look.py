"""The paper-cut look behind the port: need in, layers out."""

import hashlib
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from storyreel.assets.looks.layout.solve import Solved, solve
from storyreel.assets.looks.papercut.kinds import KINDS
from storyreel.assets.looks.papercut.raster import layers_of
from storyreel.assets.looks.papercut.scene import compose as scene
from storyreel.assets.looks.papercut.sheet import Compose, Page, Shot
from storyreel.assets.looks.papercut.shots import shot_of
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import Ingredient, PictureNeed, Rights
from storyreel.assets.reading import PictureKind
from storyreel.kit import names
from storyreel.kit.errors import InputError
from storyreel.render.fonts import digest as fonts_digest

FOLDER = Path(__file__).parent
SHARED = ("layout", "../reader/places.py", "../nouns.py")
"""Beside this folder: what a picture depends on as well."""
PALETTES = ("story",)
"""`story` is chosen for each shot by its time, weather and mood."""
COMPOSITIONS: dict[PictureKind, Compose] = {**KINDS, "scene": scene}
"""How each kind of picture is composed."""
SOURCES: dict[str, Ingredient] = {
    "own": Ingredient(
        name="Storyreel parts",
        rights=Rights(license_type="Apache-2.0", source="storyreel", redistributable=True),
    ),
    "noto": Ingredient(
        name="Noto Emoji drawings, recoloured",
        rights=Rights(
            license_type="Apache-2.0",
            attribution="Noto Emoji by Google",
            source="@iconify-json/noto",
            redistributable=True,
        ),
    ),
    "fluent": Ingredient(
        name="Fluent Emoji Flat drawings, recoloured",
        rights=Rights(
            license_type="MIT",
            attribution="Fluent Emoji by Microsoft",
            source="@iconify-json/fluent-emoji-flat",
            redistributable=True,
        ),
    ),
    "type": Ingredient(
        name="Fraunces and Inter",
        rights=Rights(
            license_type="OFL-1.1",
            attribution="The Fraunces Project Authors; The Inter Project Authors",
            source="@fontsource",
            redistributable=True,
        ),
    ),
}


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
    return tuple(SOURCES[name] for name in SOURCES if name in used)


def _told(solved: Solved[Page]) -> str:
    """Which composition was taken, and what the one before it lacked."""
    lacked = " ".join(fault.sentence for fault in solved.tried[0])
    return ("as it is composed", "from another side", "mirrored")[solved.index] + (
        f": {lacked}" if lacked else ""
    )


@cache
def _version() -> str:
    total = hashlib.sha256(fonts_digest().encode())
    total.update(Path(names.__file__).read_bytes())
    files = [FOLDER] + [FOLDER.parent / name for name in SHARED]
    for file in sorted(f for start in files for f in ([start] if start.is_file() else start.rglob("*"))):
        if file.suffix in (".py", ".json"):
            name = file.resolve().relative_to(FOLDER.parents[1]).as_posix()
            total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


__all__ = ["COMPOSITIONS", "PALETTES", "SOURCES", "PaperCutLook", "compose", "shot_of"]
