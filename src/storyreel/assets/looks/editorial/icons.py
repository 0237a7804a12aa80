"""Objects from open icon sets and drawings of our own, recoloured and given the film's ink line.

The drawings lie in `data/` with gradients already flattened to one stop; each keeps the name it has in its
set and the box that its ink fills.
"""

import colorsys
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from storyreel.assets.looks.editorial.palette import Palette, lightness, rgb
from storyreel.assets.looks.editorial.parts.pen import Art, Pen
from storyreel.assets.looks.editorial.shapes import LINE

DATA = Path(__file__).parent / "data"
FILES = {
    **{f"noto-{part}.json": "noto" for part in "abcd"},
    "fluent.json": "fluent",
    "drawn.json": "own",
}
_COLOR = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")
_PAINT = re.compile(
    r"\s(?:fill|stroke|opacity|fill-opacity|stroke-width|stroke-linecap|stroke-linejoin|"
    r'stroke-miterlimit)="(?!none)[^"]*"'
)
GREY_CHROMA = 28
"""Spread of the channels under which a colour counts as a neutral."""

FLYING: dict[str, float] = {
    "bee": -1, "butterfly": -1, "bat": 0, "dove": -1, "bird": -1, "eagle": -1,
    "airplane": 1, "helicopter": -1, "rocket": 1, "comet": -1, "kite": 0, "balloon": 0, "parachute": 0,
    "ghost": 0, "angel": 0, "leaf": 0, "feather": 0,
}  # fmt: skip
"""What is in the air, and the side that its drawing heads for: -1 left, 1 right, 0 neither."""
CORDED = frozenset(("spider", "key", "hook", "knot"))
"""What hangs on a line from above."""
HANGING = frozenset(
    (*FLYING, *CORDED, "heart", "broken-heart", "music", "star", "eye", "ear", "hand", "fist", "mouth",
     "speech-balloon", "warning", "sparkle", "wind-face", "ringed-planet", "globe", "rainbow", "tornado",
     "recycling", "dna", "brain", "handshake", "web", "gem", "ring", "water", "tear")
)  # fmt: skip
"""What would look foolish standing on a floor: it is seen in the middle of the air."""


@dataclass(frozen=True)
class Icon:
    """One drawing of a set."""

    source: str
    name: str
    body: str
    box: tuple[float, float, float, float]
    """Left, top, right, bottom of its ink."""


@cache
def icons() -> dict[str, Icon]:
    """Every shipped drawing by object id."""
    found: dict[str, Icon] = {}
    for file, source in FILES.items():
        for name, entry in json.loads((DATA / file).read_text(encoding="utf-8")).items():
            left, top, right, bottom = entry["box"]
            found[name] = Icon(source, entry["name"], entry["body"], (left, top, right, bottom))
    return found


def icon_art(pen: Pen, name: str, height: float = 560, width: float = 620, *, absent: bool = False) -> Art:
    """The drawing `name` fitted into `height` x `width`, standing on its foot, with the ink line around it.

    What is absent leaves a dashed outline.
    """
    icon = icons()[name]
    left, top, right, bottom = icon.box
    k = min(height / (bottom - top), width / (right - left))
    body = _own_ids(recolour(icon.body, pen.pal), pen.prefix)
    # The silhouette is stroked on both sides of its edge; half of the stroke shows.
    stroke = 2 * LINE / (k * pen.scale)
    outline = _PAINT.sub("", _own_ids(icon.body, pen.prefix + "o"))
    inner = ""
    if icon.source == "fluent":
        thin = 0.75 * LINE / (k * pen.scale)
        inner = f' stroke="{pen.pal.ink}" stroke-width="{thin:.3f}" stroke-linejoin="round"'
    dash = f' stroke-dasharray="{stroke * 1.5:.2f} {stroke * 1.2:.2f}"' if absent else ""
    inside = f'<g fill="{pen.pal.sky}">{outline}</g>' if absent else f"<g{inner}>{body}</g>"
    svg = (
        f'<g transform="scale({k:.4f}) translate({-(left + right) / 2:.2f},{-bottom:.2f})">'
        f'<g fill="{pen.pal.ink}" stroke="{pen.pal.ink}" stroke-width="{stroke:.3f}" stroke-linejoin="round" '
        f'stroke-linecap="round"{dash}>{outline}</g>{inside}</g>'
    )
    half, rim = (right - left) * k / 2, LINE / pen.scale + 2
    return Art(svg, -half - rim, half + rim, -(bottom - top) * k - rim, rim, hangs=name in HANGING)


def recolour(body: str, pal: Palette) -> str:
    """Every colour of a drawing replaced by a role of the palette: by hue, then by lightness."""
    return _COLOR.sub(lambda found: role_of(found.group(), pal), body)


def role_of(color: str, pal: Palette) -> str:
    """The palette's colour for one colour of an icon."""
    if len(color) == 4:
        color = "#" + "".join(sign * 2 for sign in color[1:])
    r, g, b = rgb(color)
    light = lightness(color)
    hue = colorsys.rgb_to_hls(r / 255, g / 255, b / 255)[0] * 360
    if light < 22:
        return pal.ink
    if max(r, g, b) - min(r, g, b) < GREY_CHROMA:
        return _step(light, (48, pal.shade(pal.teal, 0.35)), (72, pal.stone), (101, pal.paper))
    if 70 < hue < 290:
        return _step(light, (45, pal.shade(pal.teal, 0.3)), (66, pal.teal), (90, pal.sky), (101, pal.paper))
    return _step(light, (45, pal.shade(pal.red, 0.3)), (63, pal.red), (88, pal.sun), (101, pal.paper))


def _step(light: float, *steps: tuple[float, str]) -> str:
    return next(color for limit, color in steps if light < limit)


def _own_ids(body: str, prefix: str) -> str:
    body = re.sub(r'\bid="', f'id="{prefix}', body)
    body = re.sub(r"url\(#", f"url(#{prefix}", body)
    return re.sub(r'href="#', f'href="#{prefix}', body)
