"""The editorial look behind the port: need in, layers out."""

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
from storyreel.assets.looks.made_of import sources_named, version_of
from storyreel.assets.looks.port import Drawn
from storyreel.assets.model import Ingredient, PictureNeed

DEPENDS_ON = (
    "looks/editorial", "looks/layout", "meaning.py", "nouns.py", "stems.py", "numbers.py", "reading.py",
)  # fmt: skip
"""Files and folders of the room that a picture depends on."""


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
    return sources_named(used)


@cache
def _version() -> str:
    return version_of(DEPENDS_ON)
