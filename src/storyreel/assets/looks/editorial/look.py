"""The editorial look behind the port: need in, layers out."""

import hashlib
from functools import cache, partial
from pathlib import Path

from storyreel.assets.looks.editorial.brief import Page, brief
from storyreel.assets.looks.editorial.canvas import paint
from storyreel.assets.looks.editorial.compose import source_of
from storyreel.assets.looks.editorial.palette import PALETTES, palette
from storyreel.assets.looks.editorial.stage import Stage, stage
from storyreel.assets.looks.editorial.templates import TEMPLATES
from storyreel.assets.looks.layout.model import Plan
from storyreel.assets.looks.layout.solve import Solved, solve
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import Ingredient, PictureNeed, Rights
from storyreel.kit import names
from storyreel.render.fonts import digest as fonts_digest

FOLDER = Path(__file__).parent
READERS = ("meaning.py", "nouns.py", "stems.py", "numbers.py", "reading.py")
LAYOUT = FOLDER.parent / "layout"
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
    "peeps": Ingredient(
        name="Open Peeps drawings, recoloured",
        rights=Rights(
            license_type="MIT",
            attribution="Open Peeps by Pablo Stanley",
            source="@opeepsfun/open-peeps",
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
        chosen, scene = choose(need, palette, size), stage(size)
        page = chosen.taken
        workdir.mkdir(parents=True, exist_ok=True)
        layers = [
            layer
            for index, sketch in enumerate(page.sketches)
            if (layer := paint(sketch, scene, size, workdir, opaque=index == 0)) is not None
        ]
        layout = "; ".join(
            [f"composition {chosen.index + 1}"]
            + [
                f"not {k + 1}: {wrong[0].sentence}"
                for k, wrong in enumerate(chosen.tried[: chosen.index])
                if wrong
            ]
        )
        return Drawn(tuple(layers), _ingredients(page), page.reason, plan_of(page, scene, need), layout)


CANDIDATES = ((False, 1.0), (False, 0.87), (True, 1.0), (True, 0.87), (False, 0.74))
"""Side and scale of the compositions that are tried, in order."""


def compose(need: PictureNeed, palette_name: str, size: tuple[int, int]) -> Page:
    """The page before it is drawn: what the checks look at."""
    return choose(need, palette_name, size).taken


def choose(need: PictureNeed, palette_name: str, size: tuple[int, int]) -> Solved[Page]:
    """The first composition of a need without a fault."""
    scene, pal = stage(size), palette(palette_name)

    def candidate(flip: bool, tight: float) -> Page:
        return TEMPLATES[need.kind](brief(need, pal, scene, flip=flip, tight=tight))

    tries = [partial(candidate, flip, tight) for flip, tight in CANDIDATES]
    return solve(tries, lambda page: plan_of(page, scene, need))


def plan_of(page: Page, scene: Stage, need: PictureNeed) -> Plan:
    """A page as the layout checks see it, in design units."""
    return Plan(scene.width, scene.height, tuple(page.blocks), need.captions, scene.margin * EDGE)


EDGE = 0.5
"""Share of a stage's margin that no word may enter."""


def _ingredients(page: Page) -> tuple[Ingredient, ...]:
    used = {"own", *(source_of(name) for name in page.objects)}
    if page.people:
        used.add("peeps")
    if any(sketch.group == "text" for sketch in page.sketches):
        used.add("type")
    return tuple(SOURCES[name] for name in SOURCES if name in used)


@cache
def _version() -> str:
    total = hashlib.sha256(fonts_digest().encode())
    total.update(Path(names.__file__).read_bytes())
    own = sorted(p for p in FOLDER.rglob("*") if p.suffix in (".py", ".json"))
    for file in [*own, *sorted(LAYOUT.glob("*.py")), *(FOLDER.parents[1] / name for name in READERS)]:
        name = file.relative_to(FOLDER.parents[1]).as_posix()
        total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
