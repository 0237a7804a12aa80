"""What several templates share: the ground layer, the floor layer, a block of type, the hero."""

from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page, lit
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import PLAIN, Manner, Placed, known, place
from storyreel.assets.looks.editorial.grounds import backdrop
from storyreel.assets.looks.editorial.icons import FLYING
from storyreel.assets.looks.editorial.lettering import Face, Setting, svg_line, svg_setting
from storyreel.assets.looks.editorial.palette import Ground
from storyreel.assets.looks.editorial.scene import Focus, Scene
from storyreel.assets.looks.editorial.scenery import floor_strip
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import Pick
from storyreel.assets.model import Act
from storyreel.assets.nouns import AT_SEA

BUST = 0.34
"""Share of a person's height below the floor where a face matters."""
AFLOAT = AT_SEA | {"barge"}
"""What the water of a place may come up to."""
FLOOR_DEPTH = 0.0
"""The floor stands still, as captions are read on it."""


def scene_of(
    work: Brief,
    ground: Ground,
    focus: Focus,
    *,
    quiet: bool = False,
    clear: Area | None = None,
    on: str = "",
) -> Scene:
    """The background's data for a brief; `on` is the object that stands on the floor."""
    r, wet = work.reading, not on or on in AFLOAT
    sky = (r.setting, r.time, r.weather)
    return Scene(work.stage, work.pal, ground, work.mood, focus, work.seed, *sky, wet, clear, quiet)


def bare_scene(work: Brief, ground: Ground) -> Scene:
    """The background of figures and words: the ground alone."""
    focus = Focus(work.stage.width / 2, work.stage.floor / 2, 10)
    bare = replace(work, mood=replace(work.mood, shape="none", weather=""))
    return scene_of(bare, ground, focus, quiet=True, on="figures")


def add_ground(page: Page, scene: Scene, *, behind: str = "") -> None:
    """The opaque first layer; `behind` is the light that a subject throws."""
    st = scene.stage
    page.sketches.append(
        Sketch("ground", backdrop(scene) + behind, Area(0, 0, st.width, st.height), 0.0, "ground", grain=True)
    )


def add_floor(page: Page, scene: Scene) -> None:
    """The strip in front of the subject's feet."""
    st = scene.stage
    area = Area(-20, st.floor - 90, st.width + 40, st.height - st.floor + 110)
    page.sketches.append(Sketch("floor", floor_strip(scene), area, FLOOR_DEPTH, "ground", grain=True))


def drawable(work: Brief) -> list[Pick]:
    """The objects of the line that this look can draw, strongest first."""
    return [pick for pick in work.reading.picks if known(pick.name)]


def hero(
    work: Brief,
    page: Page,
    ground: Ground,
    pick: Pick,
    *,
    x: float,
    height: float,
    width: float,
    layer: str = "subject",
    depth: float = 0.6,
    mirror: bool = False,
    top: float = 0.0,
    manner: Manner = PLAIN,
) -> Placed:
    """Place an object of the line on the floor, or in the air heading for the middle, and note it."""
    if FLYING.get(pick.name):
        mirror = (FLYING[pick.name] > 0) == (x > work.stage.width / 2)
    placed = place(
        pick.name,
        layer,
        work.pal,
        x=x,
        floor=work.stage.floor + 18,
        height=height,
        width=width,
        lit=lit(pick),
        seed=work.seed,
        depth=depth,
        mirror=mirror,
        top=top,
        cord=ground.text,
        manner=replace(manner, face=manner.face or work.mood_name),
    )
    page.objects.append(pick.name)
    page.blocks.append(Block(layer, "subject", placed.area, layer))
    return placed


def add_type(
    page: Page,
    name: str,
    setting: Setting,
    x: float,
    top: float,
    fill: str,
    ground: str,
    *,
    last: str = "",
    acts: tuple[Act, ...] = (),
    on: str = "",
    anchor: str = "start",
) -> float:
    """A block of type as a layer; gives its foot."""
    left = x - setting.width / 2 if anchor == "middle" else x
    area = Area(left, top, setting.width, setting.height)
    svg = svg_setting(setting, x, top, fill, last, anchor)
    page.sketches.append(Sketch(name, svg, _grown(area, setting.size), 0.1, "text", acts=acts))
    page.words.append(area)
    page.blocks.append(Block(name, "words", area, name, on, setting.size, fill, ground))
    page.inks.append((fill, ground, setting.size))
    if last:
        page.inks.append((last, ground, setting.size))
    return area.foot


def add_line(
    page: Page,
    name: str,
    text: str,
    x: float,
    base: float,
    face: Face,
    size: float,
    fill: str,
    ground: str,
    *,
    anchor: str = "start",
    extra: str = "",
    acts: tuple[Act, ...] = (),
    on: str = "",
) -> float:
    """One line of type as a layer, `extra` SVG beside it; gives its width."""
    width = face.width(text, size)
    left = {"start": x, "middle": x - width / 2, "end": x - width}[anchor]
    area = Area(left, base - size * 0.78, width, size)
    page.sketches.append(
        Sketch(
            name,
            extra + svg_line(text, x, base, face, size, fill, anchor),
            _grown(area, size + 120),
            0.1,
            "text",
            acts=acts,
        )
    )
    page.words.append(area)
    page.blocks.append(Block(name, "words", area, name, on, size, fill, ground))
    page.inks.append((fill, ground, size))
    return width


def _grown(area: Area, size: float) -> Area:
    pad = size * 0.35 + 8
    return Area(area.x - pad, area.y - pad, area.width + 2 * pad, area.height + 2 * pad)
