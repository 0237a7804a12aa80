"""The table on which a picture that is no scene is laid: its paper ground, words, things, and their checks."""
# ruff: noqa: E501  # SVG reads worse when it is broken

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal
from xml.sax.saxutils import escape

from storyreel.assets.looks.layout.model import Area, Block, Role
from storyreel.assets.looks.layout.type import Face, Setting, fit
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.palette import palette
from storyreel.assets.looks.papercut.parts import PARTS, known, source_of
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, moved, num, rect, shape
from storyreel.assets.looks.papercut.sheet import Page, Sheet, Shot
from storyreel.assets.model import Act
from storyreel.assets.reading import Thing

SAID = Face("Fraunces", 600)
NUMERAL = Face("Fraunces", 900, tracking=-0.02)
VOICE = Face("Fraunces", 600, "italic")
LEGEND = Face("Inter", 600, tracking=0.03)
SMALLEST = 26.0
CAP = 0.78
"""Of the size: from the top of the capitals to the base line of the first line, as settings count."""
GROUNDS: tuple[tuple[str, float], ...] = (
    ("teal", 0.16),
    ("blue", 0.12),
    ("plum", 0.14),
    ("rust", 0.06),
    ("green", 0.14),
)
"""Families of the paper that words lie on, with their tone: dark enough for cream of any size."""
Align = Literal["start", "middle"]


@dataclass
class Desk:
    """A composition being made, back to front."""

    shot: Shot
    family: str
    pen: Pen
    color: str
    """Of the ground, for contrast."""
    sheets: list[Sheet] = field(default_factory=list[Sheet])
    blocks: list[Block] = field(default_factory=list[Block])
    sources: set[str] = field(default_factory=lambda: {"own"})

    @property
    def room(self) -> Area:
        """Where words and things may stand: inside the margins, above the captions, off a platform's buttons."""
        frame = self.shot.frame
        left, top, right = {
            "wide": (116.0, 76.0, 116.0),
            "tall": (124.0, 156.0, 134.0),
            "square": (84.0, 70.0, 84.0),
        }[frame.shape]
        return Area(left, top, frame.width - left - right, frame.caption_top - 22 - top)

    @property
    def cream(self) -> str:
        return self.shot.pal.cream

    def lay(
        self, name: str, svg: str, *, area: Area | None = None, depth: float = 0.5, elevation: float = 0.8,
        edge: float = 0.6, layer: str = "", acts: Sequence[Act] = (), opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """Lay a sheet over what is there; sheets of one layer move together."""
        self.sheets.append(
            Sheet(
                name, svg, depth, elevation, edge, 0.0, opacity, area, layer or name, "subject", tuple(acts)
            )
        )

    def thing(
        self, name: str, box: Area, *, layer: str, lit: bool = True, acts: Sequence[Act] = (), seed: int = 0,
        floor: bool = True, elevation: float = 1.0, pen: Pen | None = None,
    ) -> Area:  # fmt: skip
        """Fit a thing into a box, standing on its lower edge (or in its middle); returns where it is."""
        art = PARTS[name](replace(pen or self.pen, lit=lit, seed=self.shot.seed % 997 + seed))
        self.sources.add(source_of(name))
        k = min(box.width / art.width, box.height / art.height)
        x = box.center - (art.left + art.right) / 2 * k
        foot = box.foot - art.bottom * k
        if art.hangs or not floor:
            foot -= (box.height - art.height * k) / 2
        where = Area(x + art.left * k, foot + art.top * k, art.width * k, art.height * k)
        if floor and not art.hangs:
            shadow = shape(
                ellipse(where.center + where.width * 0.06, foot, where.width * 0.5, where.width * 0.05),
                self.pen.pal.ink,
                0.3,
            )
            self.lay(
                f"{layer}-{name}{seed}-ground",
                shadow,
                area=where.grown(where.width * 0.2),
                elevation=0,
                layer=layer,
                acts=acts,
            )
        self.lay(f"{layer}-{name}{seed}", moved(art.svg, x, foot, k), area=where.grown(3), elevation=elevation, edge=0.7,
                 layer=layer, acts=acts)  # fmt: skip
        return where

    def words(
        self, name: str, text: str, box: Area, *, face: Face = SAID, largest: float, smallest: float = SMALLEST,
        lines: int = 1, leading: float = 1.06, align: Align = "middle", color: str = "", ground: str = "",
        top: bool = True, acts: Sequence[Act] = (), role: Role = "words", on: str = "", layer: str = "",
    ) -> Area:  # fmt: skip
        """Set words as large as they fit a box, at its top or in its middle; returns what they cover."""
        setting = fit(text, face, box, largest=largest, smallest=smallest, leading=leading, lines=lines)
        y = box.y if top else box.y + (box.height - setting.height) / 2
        x = box.center if align == "middle" else box.x
        where = Area(x - setting.width / 2 if align == "middle" else x, y, setting.width, setting.height)
        ink, tag = color or self.cream, layer or name
        self.sheets.append(
            Sheet(f"words-{name}", svg_setting(setting, x, y, ink, align), 0.0, 0.34, 0.0, 0.0, 1.0,
                  where.grown(setting.size * 0.25), tag, "text", tuple(acts))
        )  # fmt: skip
        self.blocks.append(Block(name, role, where, tag, on, setting.size, ink, ground or self.color))
        self.sources.add("type")
        return where

    def page(self, reason: str) -> Page:
        """The finished composition."""
        return Page(tuple(self.sheets), reason, tuple(self.blocks), frozenset(self.sources))


def svg_setting(setting: Setting, x: float, top: float, fill: str, align: Align) -> str:
    """A setting as SVG, the capitals of its first line at `top`."""
    face, parts = setting.face, list[str]()
    for index, line in enumerate(setting.lines):
        shown = line.upper() if face.caps else line
        base = top + setting.size * CAP + index * setting.step
        parts.append(
            f'<text x="{num(x)}" y="{num(base)}" font-family="{face.family}" font-weight="{face.weight}" '
            f'font-style="{face.style}" font-size="{num(setting.size)}" letter-spacing="{face.tracking * setting.size:.2f}" '
            f'text-anchor="{align}" fill="{fill}">{escape(shown)}</text>'
        )
    return "".join(parts)


def desk_of(shot: Shot, family: str = "") -> Desk:
    """An empty table. The paper is `family`, or the one whose turn it is by the shot's place in the film."""
    turn = shot.need.position % len(GROUNDS)
    name, level = next((row for row in GROUNDS if row[0] == family), GROUNDS[turn])
    pal = palette("list", shot.reading.mood)
    pen = replace(shot.pen, pal=pal, time="day", weather="clear", distance=0.0, lit=True)
    color = pen.tone(name, level)
    desk = Desk(shot, name, pen, color)
    _paper(desk, color)
    return desk


def _paper(desk: Desk, color: str) -> None:
    """The opaque ground, a little lighter where the light falls, darker at its rim."""
    frame, pal = desk.shot.frame, desk.pen.pal
    whole = frame.whole.grown(20)
    light, dark = mix(color, pal.light, 0.07), mix(color, pal.ink, 0.34)
    cx = "0.36" if desk.pen.shade_right else "0.64"
    glow = (
        f'<radialGradient id="paper" cx="{cx}" cy="0.32" r="0.86"><stop offset="0" stop-color="{light}"/>'
        f'<stop offset="0.5" stop-color="{color}"/><stop offset="1" stop-color="{dark}"/></radialGradient>'
    )
    svg = glow + shape(rect(whole.x, whole.y, whole.width, whole.height), "url(#paper)")
    desk.sheets.append(Sheet("paper", svg, 0.0, 0.3, 0.0, layer="paper", group="ground"))


def sprays(desk: Desk, *, high: bool = False) -> None:
    """Two dark leafy branches that rise in the lower corners, below and beside what is said."""
    frame, pen = desk.shot.frame, desk.pen
    dark = mix(pen.tone(desk.family, 0.3), pen.pal.ink, 0.35)
    art = PARTS["branch"](pen)
    svg = _dyed(art, dark)
    size = {"wide": 1.5, "tall": 1.2, "square": 0.86}[frame.shape]
    foot = frame.height + 40
    for name, x, mirror, turn in (("left", -30.0, False, -52.0), ("right", frame.width + 30, True, -52.0)):
        scale = size * 420 / art.width * (1.15 if high else 1.0)
        reach = 460 * size
        area = Area(x - (reach if mirror else 60), foot - reach, reach + 60, reach + 60)
        spin = -turn if mirror else turn
        turned = f'<g transform="translate({num(x)},{num(foot)}) rotate({num(spin)}) scale({-scale if mirror else scale:.3f},{scale:.3f})">{svg}</g>'
        desk.lay(f"spray-{name}", turned, area=area, depth=0.92, elevation=1.3, edge=0.4, layer=f"spray-{name}",
                 acts=(Act(kind="sway", amount=0.8, period_s=5.0),))  # fmt: skip


def _dyed(art: Art, color: str) -> str:
    """An art as one flat cut: every fill and stroke in one colour."""
    return re.sub(r'(fill|stroke)="#[0-9a-f]{6}"', rf'\1="{color}"', art.svg)


def drawable(thing: Thing | None) -> Thing | None:
    """The thing if this look can draw it."""
    return thing if thing is not None and known(thing.name) else None


def shown_things(shot: Shot) -> list[Thing]:
    """Subject and props that can be drawn, each once, in order of weight; what is denied stays away."""
    found: dict[str, Thing] = {}
    for thing in (shot.reading.subject, *shot.reading.props):
        if thing is not None and not thing.denied and known(thing.name):
            found.setdefault(thing.name, thing)
    return list(found.values())


def entrance(word: int | None, index: int = 0) -> tuple[Act, ...]:
    """How a piece comes in: on its word, or one after the other."""
    if word is None:
        return (Act(kind="pop", delay_s=0.15 * index),)
    return (Act(kind="pop", word=word),)
