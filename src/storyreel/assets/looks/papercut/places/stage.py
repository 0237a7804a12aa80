"""What a place is composed on: the camera of a framing, the side of the subject, and the sheets so far.

Shares of the width count from the side opposite the subject: .67 is a third in from the subject's own
side in every shot, right or left. Heights of things are shares of the short side (1080 units), so that
the same thing is as large in tall frames as in wide ones, times the frame's own factor.
"""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from storyreel.assets.looks.layout.model import SHORT_SIDE, Area, Block, FormatShape
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.frame import Frame
from storyreel.assets.looks.papercut.palette import Palette
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, moved, num
from storyreel.assets.looks.papercut.sheet import Group, Sheet, Shot
from storyreel.assets.model import Act

BACK, MID, MAIN, FRONT = 0.0, 0.35, 0.6, 0.95
"""Depths of the four sheets that move against each other."""
GLASS = 1.0
"""Depth of near rain and snow: they do not go with the camera."""
TALL_FACTOR = 1.25
"""Subjects of tall frames are larger: there is less room beside them and more above."""


@dataclass(frozen=True)
class Camera:
    """How near a framing goes: shares of the short side, horizon and feet as shares of the height."""

    subject: float
    figure: float
    """Height of a standing adult."""
    horizon: dict[FormatShape, float]
    foot: dict[FormatShape, float]
    """Where the subject stands."""


CAMERAS: dict[str, Camera] = {
    "far": Camera(
        0.42,
        0.235,
        {"wide": 0.64, "tall": 0.545, "square": 0.62},
        {"wide": 0.83, "tall": 0.655, "square": 0.80},
    ),
    "medium": Camera(
        0.56, 0.43, {"wide": 0.60, "tall": 0.52, "square": 0.58}, {"wide": 0.86, "tall": 0.67, "square": 0.83}
    ),
    "close": Camera(
        0.74, 0.62, {"wide": 0.54, "tall": 0.46, "square": 0.52}, {"wide": 0.93, "tall": 0.70, "square": 0.90}
    ),
}
NEARNESS = {"establishing": "far", "medium": "medium", "close": "close", "insert": "close", "title": "far"}


@dataclass
class Stage:
    """A composition being made."""

    shot: Shot
    camera: Camera
    near: str
    """`far`, `medium` or `close`."""
    horizon: float
    foot: float
    sheets: list[Sheet] = field(default_factory=list[Sheet])
    blocks: list[Block] = field(default_factory=list[Block])
    glows: list[tuple[float, float, float, str]] = field(
        default_factory=list[tuple[float, float, float, str]]
    )
    """Lamps in the frame: x, y, radius, kind."""
    tables: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    """Middle and top of a table that was set under things, once for each thing on it."""
    taken: list[tuple[float, float]] = field(default_factory=list[tuple[float, float]])
    """From where to where things of the line stand: people keep out of it."""
    taken_by_people: bool = False
    """Somebody whom the words call stands there already."""
    parts: set[str] = field(default_factory=set[str])
    """Parts that were drawn, for the credits."""

    @property
    def frame(self) -> Frame:
        return self.shot.frame

    @property
    def pal(self) -> Palette:
        return self.shot.pal

    @property
    def pen(self) -> Pen:
        return self.shot.pen

    @property
    def tall(self) -> bool:
        return self.frame.shape == "tall"

    @property
    def side(self) -> int:
        """+1: the subject stands right."""
        return -1 if self.shot.flip else 1

    @property
    def factor(self) -> float:
        """Units of a share of the short side."""
        return SHORT_SIDE * (TALL_FACTOR if self.tall else 1.0)

    @property
    def left(self) -> float:
        return -self.frame.reach - 20

    @property
    def right(self) -> float:
        return self.frame.width + self.frame.reach + 20

    @property
    def bottom(self) -> float:
        return self.frame.height + self.frame.reach + 20

    @property
    def top(self) -> float:
        return -self.frame.reach - 20

    def x(self, share: float) -> float:
        """A share of the width, from the side opposite the subject."""
        return self.frame.width * (1 - share if self.shot.flip else share)

    def y(self, share: float) -> float:
        return self.frame.height * share

    def size(self, share: float) -> float:
        """A share of the short side in units."""
        return self.factor * share

    def chance(self, name: str) -> Random:
        """Numbers of this picture; `name` keeps uses apart."""
        return Random(f"{self.shot.seed}/{name}")

    def add(
        self, name: str, svg: str, depth: float, *, elevation: float = 0.8, edge: float = 0.45,
        area: Area | None = None, blur: float = 0.0, opacity: float = 1.0, acts: Sequence[Act] = (),
        layer: str = "", rig: str = "", group: Group = "ground",
    ) -> None:  # fmt: skip
        """Lay a sheet over what is there. People are subjects; all else is ground that they stand on."""
        merged = layer or (name if acts else f"depth{round(depth * 100)}")
        self.sheets.append(
            Sheet(name, svg, depth, elevation, edge, blur, opacity, area, merged, group, tuple(acts), rig)
        )

    def stand(
        self, name: str, art: Art, x: float, foot: float, height: float, depth: float = MAIN, *,
        mirror: bool = False, elevation: float = 1.0, edge: float = 0.7, cast: bool = True,
        acts: Sequence[Act] = (), blur: float = 0.0, group: Group = "ground",
    ) -> Area:  # fmt: skip
        """Set a thing on the ground with its cast shadow; its lamps are noted. Returns where it stands."""
        scale = art.fitted(height)
        area = placed_area(art, x, foot, scale, mirror=mirror)
        if cast and not art.hangs and depth >= MAIN:
            self.add(f"{name}-cast", cast_shadow(self, area, foot), depth, elevation=0,
                     area=Area(area.x - area.width, foot - area.width * 0.3, area.width * 3, area.width * 0.6))  # fmt: skip
        self.add(name, moved(art.svg, x, foot, scale, mirror=mirror), depth, elevation=elevation, edge=edge,
                 area=area.grown(3), acts=acts, blur=blur, group=group)  # fmt: skip
        self.note(art.glows, x, foot, scale, mirror=mirror)
        return area

    def note(
        self, glows: Sequence[Glow], x: float, foot: float, scale: float, *, mirror: bool = False
    ) -> None:
        """Remember what shines on a placed thing."""
        sign = -1 if mirror else 1
        for glow in glows:
            self.glows.append(
                (x + sign * glow.x * scale, foot + glow.y * scale, glow.radius * scale, glow.kind)
            )

    def land(self, near: float, family: str = "", share: float = 0.45) -> str:
        """The colour of land at a depth (0 far .. 1 near), bent towards a family; snow lies where it snows."""
        plain = self.pal.depth(near)
        if family:
            plain = mix(plain, self.pen.tone(family, 0.55), share)
        return mix(plain, self.pen.tone("snow", 0.55), 0.82 - 0.3 * near) if self.pen.snowy else plain


def placed_area(art: Art, x: float, foot: float, scale: float, *, mirror: bool = False) -> Area:
    """Where an art stands in the frame."""
    left = -art.right if mirror else art.left
    return Area(x + left * scale, foot + art.top * scale, art.width * scale, art.height * scale)


def cast_shadow(st: Stage, area: Area, foot: float) -> str:
    """A flat shadow on the ground away from the light, at most half opaque."""
    dx = st.pen.light[0] * area.width * 0.34
    cx, rx, ry = area.x + area.width / 2 + dx, area.width * 0.6, min(area.width * 0.1, area.height * 0.1)
    opacity = 0.26 if st.pal.dark else 0.34
    return (
        f'<ellipse cx="{num(cx)}" cy="{num(foot - ry * 0.2)}" rx="{num(rx)}" ry="{num(ry)}" '
        f'fill="{st.pal.ink}" opacity="{num(opacity)}"/>'
    )


def fade(name: str, top: float, foot: float, colors: Sequence[str], stops: Sequence[float] = ()) -> str:
    """A gradient downwards in frame units, to be used as `url(#name)`."""
    shares = stops or [i / (len(colors) - 1) for i in range(len(colors))]
    marks = "".join(
        f'<stop offset="{num(s)}" stop-color="{c}"/>' for s, c in zip(shares, colors, strict=True)
    )
    return (
        f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" y1="{num(top)}" '
        f'y2="{num(foot)}">{marks}</linearGradient>'
    )


def halo(name: str, x: float, y: float, radius: float, color: str, strength: float, core: float = 0.0) -> str:
    """A round light that fades outwards."""
    return (
        f'<radialGradient id="{name}" gradientUnits="userSpaceOnUse" cx="{num(x)}" cy="{num(y)}" '
        f'r="{num(radius)}"><stop offset="{num(core)}" stop-color="{color}" stop-opacity="{num(strength)}"/>'
        f'<stop offset="{num(core + (1 - core) * 0.35)}" stop-color="{color}" stop-opacity="{num(strength * 0.42)}"/>'
        f'<stop offset="1" stop-color="{color}" stop-opacity="0"/></radialGradient>'
        f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(radius)}" fill="url(#{name})"/>'
    )
