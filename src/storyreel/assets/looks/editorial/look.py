"""The editorial look behind the port: need in, layers out."""

import hashlib
from functools import cache
from pathlib import Path

from storyreel.assets.looks.editorial.brief import Page, brief
from storyreel.assets.looks.editorial.canvas import paint
from storyreel.assets.looks.editorial.compose import source_of
from storyreel.assets.looks.editorial.palette import PALETTES, palette
from storyreel.assets.looks.editorial.stage import stage
from storyreel.assets.looks.editorial.templates import TEMPLATES
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import Ingredient, PictureNeed, Rights
from storyreel.kit import names
from storyreel.render.fonts import digest as fonts_digest

FOLDER = Path(__file__).parent
READERS = ("meaning.py", "nouns.py", "stems.py", "numbers.py")
"""Files of the room above that a picture depends on as well."""

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


class EditorialLook:
    """Five colours, one line, halftone, torn paper, big type."""

    @property
    def name(self) -> str:
        return "editorial"

    @property
    def palettes(self) -> tuple[str, ...]:
        return tuple(PALETTES)

    def version(self) -> str:
        """Digest over sources, drawings and faces."""
        return _version()

    def draw(self, need: PictureNeed, palette: str, size: tuple[int, int], workdir: Path) -> Drawn:
        """See `Look.draw`."""
        page = compose(need, palette, size)
        scene = stage(size)
        workdir.mkdir(parents=True, exist_ok=True)
        layers = [
            layer
            for index, sketch in enumerate(page.sketches)
            if (layer := paint(sketch, scene, size, workdir, opaque=index == 0)) is not None
        ]
        return Drawn(tuple(layers), _ingredients(page), page.reason)


def compose(need: PictureNeed, palette_name: str, size: tuple[int, int]) -> Page:
    """The page before it is drawn: what the checks look at."""
    scene = stage(size)
    return TEMPLATES[need.kind](brief(need, palette(palette_name), scene))


def _ingredients(page: Page) -> tuple[Ingredient, ...]:
    used = {"own", *(source_of(name) for name in page.objects)}
    if any(sketch.group == "text" for sketch in page.sketches):
        used.add("type")
    return tuple(SOURCES[name] for name in SOURCES if name in used)


@cache
def _version() -> str:
    total = hashlib.sha256(fonts_digest().encode())
    total.update(Path(names.__file__).read_bytes())
    own = sorted(p for p in FOLDER.rglob("*") if p.suffix in (".py", ".json"))
    for file in [*own, *(FOLDER.parents[1] / name for name in READERS)]:
        name = file.relative_to(FOLDER.parents[1]).as_posix()
        total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
