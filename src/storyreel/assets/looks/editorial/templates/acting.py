"""People and paper in a template: actors with their faces, balloons, name tags, coins."""
# ruff: noqa: E501  # rows of SVG read worse when they are broken

from collections.abc import Sequence
from dataclasses import dataclass, replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known, place
from storyreel.assets.looks.editorial.lettering import DISPLAY, ITALIC, NUMERAL, fit, svg_line
from storyreel.assets.looks.editorial.palette import (
    LEGIBLE_LARGE,
    Ground,
    GroundName,
    Palette,
    contrast,
    ground,
)
from storyreel.assets.looks.editorial.people.actor import Actor, Standing, actor
from storyreel.assets.looks.editorial.people.dress import cloth
from storyreel.assets.looks.editorial.people.guess import guessed
from storyreel.assets.looks.editorial.scene import flat
from storyreel.assets.looks.editorial.shapes import LINE, circle, n, rect, torn
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import add_type
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import Pick
from storyreel.assets.model import Act
from storyreel.assets.reading import Item, Person, Thing

TAIL_SHORT = 30.0
"""The tip of a balloon's tail ends so far from the face."""
PAD_ACROSS, PAD_DOWN = 64.0, 46.0
"""Paper around a balloon's words."""


def cast(work: Brief, name: str = "") -> tuple[Person, ...]:
    """Who is seen: the need's people, else somebody of the speaker's name."""
    if work.people:
        return work.people
    called = name or work.need.speaker or (work.seen.said_by if work.seen else "")
    return (guessed(called, mood=work.mood_name, speaks=True, gesture="speaking"),) if called else ()


def add_actor(page: Page, who: Person, pal: Palette, at: Standing, *, ground: str, rig: str = "") -> Actor:
    """Put somebody into the picture."""
    done = actor(who, pal, at, ground=ground, rig=rig)
    page.sketches += done.sketches
    name = done.sketches[0].name
    page.blocks.append(Block(f"{name}-face", "face", done.face, name))
    page.blocks.append(Block(name, "subject", done.area, name))
    page.people += 1
    return done


def ground_for(
    work: Brief, even: tuple[GroundName, ...], odd: tuple[GroundName, ...], people: Sequence[Person]
) -> Ground:
    """The first ground of the position's set that nobody's clothes have the colour of, its disc apart too."""
    pal, names = work.pal, even if work.need.position % 2 == 0 else odd
    worn = {cloth(pal, who.appearance.color) for who in people}
    found = next((g for name in names if (g := ground(pal, name)).color not in worn), ground(pal, names[0]))
    return disc_apart(work, found, people)


def disc_apart(work: Brief, found: Ground, people: Sequence[Person]) -> Ground:
    """The ground with a disc that nobody before it wears."""
    pal = work.pal
    worn = {cloth(pal, who.appearance.color) for who in people[:1]}
    discs = (found.disc, pal.sun, pal.paper, pal.red, pal.teal, pal.sky)
    disc = next((d for d in discs if d not in worn and contrast(d, found.color) > 1.3), found.disc)
    return replace(
        found, disc=disc, dots=found.dots if found.dots != disc else pal.sun if disc != pal.sun else pal.red
    )


@dataclass(frozen=True)
class Said:
    """What a balloon holds and where it may stand."""

    text: str
    room: Area
    largest: float = 84.0
    smallest: float = 40.0
    lines: int = 4
    quiet: bool = False
    """Said before: pale, in italics."""


def add_balloon(
    work: Brief, page: Page, said: Said, tip: tuple[float, float], *, name: str = "balloon"
) -> Area:
    """A balloon sized from its words inside a room, its tail towards `tip`; it grows from there."""
    pal, room = work.pal, said.room
    inner = Area(
        room.x + PAD_ACROSS, room.y + PAD_DOWN, room.width - 2 * PAD_ACROSS, room.height - 2 * PAD_DOWN
    )
    face = ITALIC if said.quiet else DISPLAY
    setting = fit(
        said.text, face, inner, largest=said.largest, smallest=said.smallest, leading=1.04, lines=said.lines
    )
    width, height = setting.width + 2 * PAD_ACROSS, setting.height + 2 * PAD_DOWN - setting.size * 0.1
    x = min(max(tip[0] - width / 2, room.x), room.right - width)
    y = room.y + (room.height - height) * 0.5
    body = Area(x, y, width, height)
    shape = rect(x, y, width, height, min(height / 2, 70))
    tail = _tail(body, tip)
    paper = pal.sky if said.quiet else pal.paper
    line = f'stroke="{pal.ink}" stroke-width="{LINE * 2:.0f}" stroke-linejoin="round"'
    svg = (
        f'<path d="{shape}" fill="{pal.ink}" {line}/><path d="{tail}" fill="{pal.ink}" {line}/>'
        + flat(tail, paper)
        + flat(shape, paper)
    )
    reach = Area(
        min(x, tip[0]) - 30, min(y, tip[1]) - 30,
        max(body.right, tip[0]) - min(x, tip[0]) + 60, max(body.foot, tip[1]) - min(y, tip[1]) + 60,
    )  # fmt: skip
    page.sketches.append(Sketch(name, svg, reach, 0.12, "text", acts=(Act(kind="pop", lasts_s=0.3),)))
    page.blocks.append(Block(name, "balloon", body, name))
    shown = (Act(kind="fade", delay_s=0.2, lasts_s=0.2),)
    add_type(
        page, f"{name}-words", setting, body.center, y + PAD_DOWN, pal.ink, paper, acts=shown, on=name,
        anchor="middle",
    )  # fmt: skip
    return body


def _tail(body: Area, tip: tuple[float, float]) -> str:
    """A bent wedge from the balloon's nearest edge to the tip."""
    root = 34.0
    x = min(max(tip[0], body.x + 110), body.right - 110)
    if body.foot < tip[1]:
        x += (tip[0] - x) * 0.2
        y = body.foot - 6
        return (
            f"M{n(x - root)},{n(y)}Q{n(x - root * 0.4)},{n((y + tip[1]) / 2)} {n(tip[0])},{n(tip[1])}"
            f"Q{n(x + root * 0.9)},{n((y + tip[1]) / 2)} {n(x + root)},{n(y)}z"
        )
    side = body.right - 6 if tip[0] > body.x else body.x + 6
    y = min(max(tip[1], body.y + 80), body.foot - 80)
    return f"M{n(side)},{n(y - root)}L{n(tip[0])},{n(tip[1])}L{n(side)},{n(y + root)}z"


def mouth_tip(who: Actor, *, left: bool, above: bool) -> tuple[float, float]:
    """Where a tail ends: beside the mouth of somebody who looks left or right, or over the crown."""
    face = who.face
    if above:
        return face.center + (-1 if left else 1) * face.width * 0.72, face.y + face.height * 0.12
    y = face.y + face.height * 0.66
    return (face.x - TAIL_SHORT if left else face.right + TAIL_SHORT), y


def add_tag(
    work: Brief, page: Page, name: str, text: str, x: float, y: float, *, size: float = 40.0, most: float = 420.0,
    anchor: str = "middle", acts: tuple[Act, ...] = (), sub: str = "", up: bool = False,
) -> Area:  # fmt: skip
    """A name on a torn slip of ink paper; `y` is its upper edge, or with `up` its lower one. Gives its box."""
    pal = work.pal
    setting = fit(text, DISPLAY, Area(0, 0, most, size * 4), largest=size, smallest=26, leading=1.05, lines=5)
    below = (
        fit(sub, ITALIC, Area(0, 0, most, 60), largest=32, smallest=26, leading=1.0, lines=1) if sub else None
    )
    width = max(setting.width, below.width if below else 0) + 56
    height = setting.height + (below.height + 6 if below else 0) + 30
    left = x - width / 2 if anchor == "middle" else x
    y = y - height if up else y
    body = Area(left, y, width, height)
    svg = f'<g transform="translate({n(left)},0)">{_slip(width, y, height, pal, work.seed)}</g>'
    page.sketches.append(Sketch(name, svg, body.grown(26), 0.1, "text", acts=acts))
    shown = (Act(kind="fade", word=acts[0].word, delay_s=acts[0].delay_s),) if acts else ()
    add_type(
        page,
        f"{name}-text",
        setting,
        body.center,
        y + 15,
        pal.paper,
        pal.ink,
        acts=shown,
        on=name,
        anchor="middle",
    )
    if below:
        top = y + 15 + setting.height + 6
        add_type(
            page,
            f"{name}-sub",
            below,
            body.center,
            top,
            pal.sun,
            pal.ink,
            acts=shown,
            on=name,
            anchor="middle",
        )
    return body


def _slip(width: float, y: float, height: float, pal: Palette, seed: int) -> str:
    def strip(grow: float, shift: int) -> str:
        return torn(width, y - grow, y + height + grow, seed + shift, amplitude=5, overhang=grow)

    return (
        f'<g transform="translate(7,12)">{flat(strip(6, 0), pal.ink, 0.28)}</g>'
        + flat(strip(7, 1), pal.paper)
        + flat(strip(0, 2), pal.ink)
    )


def coin(
    work: Brief,
    page: Page,
    key: str,
    x: float,
    y: float,
    r: float,
    thing: Pick | None,
    fill: str,
    mark: str = "",
) -> str:
    """A disc with an object on it, or with a mark where nothing can be drawn."""
    pal = work.pal
    svg = f'<path d="{circle(x, y, r)}" fill="{fill}" stroke="{pal.ink}" stroke-width="{LINE}"/>'
    if thing is None:
        size = r * (1.05 if len(mark) < 3 else 2.1 / len(mark) * 0.95)
        ink = pal.paper if fill in (pal.red, pal.teal, pal.ink) else pal.ink
        return svg + svg_line(mark, x, y + size * 0.35, NUMERAL, size, ink, "middle")
    page.objects.append(thing.name)
    placed = place(
        thing.name, key, pal, x=x, floor=y + r * 0.62, height=r * 1.22, width=r * 1.3, lit=not thing.denied,
        seed=work.seed, stands=True,
    )  # fmt: skip
    name = f"coin-{key}"
    inside = f'<clipPath id="{name}"><path d="{circle(x, y, r - LINE / 2)}"/></clipPath>'
    return svg + inside + f'<g clip-path="url(#{name})">{placed.sketch.svg}</g>'


def drawn_thing(item: Item | Thing | None) -> Pick | None:
    """The object of an item, where this look can draw it."""
    thing = item.thing if isinstance(item, Item) else item
    return Pick(thing.name, thing.word, thing.denied) if thing and known(thing.name) else None


def coin_colors(pal: Palette) -> tuple[str, ...]:
    """Fills of coins and bands, in turn."""
    return (
        pal.under_paper(pal.teal, LEGIBLE_LARGE), pal.sun, pal.under_paper(pal.red, LEGIBLE_LARGE), pal.sky,
    )  # fmt: skip
