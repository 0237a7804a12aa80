"""People seen whole: coat, head, hat. Simple enough that a name or a role can dress them."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from dataclasses import dataclass, replace

from storyreel.assets.looks.editorial.palette import SKINS, Palette
from storyreel.assets.looks.editorial.parts.pen import Art, Pen, moved
from storyreel.assets.looks.editorial.shapes import circle, n, rect


@dataclass(frozen=True)
class Person:
    """How somebody looks; colours are roles of the palette."""

    coat: str
    hat: str = ""
    """`cap`, `beanie`, `straw` or none."""
    hair: str = "short"
    """`short`, `long`, `bun`, `bald`, `braid`, `curls`."""
    hair_color: str = "ink"
    beard: str = ""
    """Colour of a full beard, or none."""
    glasses: bool = False
    skirt: bool = False
    skin: int = 0
    size: float = 1.0
    holds: str = ""
    """`lantern`, `stick` or none."""
    scarf: str = ""


ROLES: dict[str, Person] = {
    "keeper": Person("teal", hat="cap", hair="short", hair_color="paper", beard="paper", holds="lantern"),
    "man": Person("red", hair="short", skin=1),
    "old-man": Person("sun", hair="bald", hair_color="paper", beard="paper", skin=0, holds="stick"),
    "woman": Person("sun", hair="bun", hair_color="shade", skirt=True, skin=1, scarf="red"),
    "old-woman": Person("teal", hair="bun", hair_color="paper", skirt=True, skin=0, holds="stick"),
    "girl": Person("red", hair="braid", hair_color="shade", skirt=True, skin=0, size=0.74, scarf="sun"),
    "boy": Person("sun", hat="beanie", hair="short", skin=2, size=0.74),
    "child": Person("red", hair="short", skin=1, size=0.66, scarf="sun"),
}


def tones(pal: Palette) -> dict[str, str]:
    """The colours that coats and hair may have, by role."""
    return {
        "paper": pal.paper,
        "ink": pal.ink,
        "red": pal.red,
        "sun": pal.sun,
        "teal": pal.teal,
        "shade": pal.shade(pal.red, 0.35),
        "deep": pal.deep,
        "stone": pal.stone,
        "sky": pal.sky,
        "ochre": pal.shade(pal.sun, 0.3),
    }


def person(pen: Pen, who: Person) -> Art:
    """A standing person, turned a little to the right."""
    p = pen.pal
    tone = tones(p)
    small = replace(pen, scale=pen.scale * who.size)
    coat = tone[who.coat]
    hem = 150 if who.skirt else 112
    body = (
        f"M-62,-372C-112,-350 -128,-250 -{hem},-96H{hem}C128,-250 112,-350 62,-372C30,-390 -30,-390 -62,-372z"
    )
    head = circle(4, -450, 74)
    parts = [
        _back_hair(small, who, tone),
        small.shape("M-62,-100V36H-12V-100zM14,-100V36H66V-100z", p.ink),
        small.shape(
            "M-62,20H-8V62H-84C-84,40 -74,26 -62,20zM14,20H68C86,26 94,40 94,62H14z", p.shade(p.red, 0.4)
        ),
        small.shape(body, coat),
        small.dots(
            body,
            (-150, -390, 300, 300),
            lambda u, v: v * 0.7 + (0.5 - u) * 0.7 - 0.35,
            p.shade(coat, 0.3),
            13,
        ),
        small.shape(body, "none"),
        small.line("M14,-366V-104", width=0.8),
        *(small.flat(circle(34, y, 7), p.ink) for y in (-300, -240, -180)),
        small.shape(head, SKINS[who.skin]),
        _face(small, who, tone),
        _hair(small, who, tone),
        _brows(small),
        _glasses(small) if who.glasses else "",
        _hat(small, who, tone),
        _scarf(small, who, tone),
        _arms(small, who, coat, SKINS[who.skin]),
    ]
    s = who.size
    svg = moved("".join(parts), 0, 0, s)
    return Art(svg, -190 * s, 210 * s, -580 * s, 66 * s)


def _face(pen: Pen, who: Person, tone: dict[str, str]) -> str:
    ink = pen.pal.ink
    parts = [
        pen.flat(circle(20, -454, 8), ink),
        pen.flat(circle(58, -454, 8), ink),
        pen.line("M42,-446C54,-436 52,-427 38,-427", width=0.6),
    ]
    if who.beard:
        parts.append(pen.shape("M-40,-430C-30,-400 14,-412 40,-412C58,-412 70,-420 74,-432C78,-360 40,-330 6,-334C-34,-338"
                               " -52,-380 -40,-430z", tone[who.beard], width=0.85))  # fmt: skip
    return "".join(parts) + _mouth(pen, 16 if who.beard else 0)


def _mouth(pen: Pen, down: float) -> str:
    """The mouth of a mood, `down` lower in a beard: open where the person talks."""
    if pen.talks or pen.face == "afraid":
        y = -409 + down
        lips = f"M22,{n(y)}C32,{n(y - 5)} 48,{n(y - 5)} 56,{n(y)}C56,{n(y + 24)} 26,{n(y + 26)} 22,{n(y)}z"
        return pen.shape(lips, pen.pal.red, width=0.6)
    y = -406 + down
    bend = {"sad": -9, "lonely": -7, "angry": -6, "tense": 0, "solemn": 0, "mysterious": 0}.get(pen.face, 8)
    return pen.line(f"M24,{n(y)}C34,{n(y + bend)} 46,{n(y + bend)} 54,{n(y)}", width=0.7)


def _brows(pen: Pen) -> str:
    """Brows where the mood moves them: low inside for anger, high inside for grief and fear."""
    if pen.face in ("angry", "tense"):
        return pen.line("M8,-477L29,-468M49,-468L70,-477", width=0.65)
    if pen.face in ("sad", "lonely", "afraid"):
        return pen.line("M8,-468L28,-476M50,-476L70,-468", width=0.65)
    return ""


def _glasses(pen: Pen) -> str:
    rims = circle(18, -453, 19) + circle(60, -453, 19)
    return pen.line(rims + "M-1,-455L-62,-462", width=0.6)


def _back_hair(pen: Pen, who: Person, tone: dict[str, str]) -> str:
    color = tone[who.hair_color]
    if who.hair == "long":
        return pen.shape("M-84,-470C-96,-380 -104,-320 -112,-290H70V-470z", color)
    if who.hair == "braid":
        return pen.shape(
            "M-60,-440C-110,-420 -120,-340 -104,-260C-90,-240 -74,-250 -70,-272C-74,-330 -60,-380 -30,-400z",
            color,
        )
    if who.hair == "curls" and who.skirt:
        return _curls(pen, ((-58, -516), (-84, -470), (-84, -420), (-62, -386)), 38, color)
    if who.hair == "bun":
        return pen.shape(circle(-58, -520, 40), color)
    return ""


def _hair(pen: Pen, who: Person, tone: dict[str, str]) -> str:
    color = tone[who.hair_color]
    if who.hair == "bald":
        return pen.shape(
            "M-70,-470C-84,-440 -76,-410 -56,-404C-48,-424 -48,-446 -54,-470z", color, width=0.85
        )
    if who.hair == "curls":
        return _curls(pen, ((-62, -486), (-36, -522), (6, -536), (48, -524), (72, -494)), 32, color)
    return pen.shape("M-74,-436C-86,-500 -40,-538 10,-534C56,-530 82,-500 76,-478C50,-474 10,-486 -20,-502C-24,-476 -40,-460"
                     " -52,-452C-56,-440 -66,-434 -74,-436z", color, width=0.9)  # fmt: skip


def _curls(pen: Pen, places: tuple[tuple[float, float], ...], r: float, color: str) -> str:
    """One mass of round curls: lines around all of them, none between."""
    rims = "".join(circle(x, y, r) for x, y in places)
    return pen.shape(rims, color) + pen.flat(rims, color)


def _hat(pen: Pen, who: Person, tone: dict[str, str]) -> str:
    if who.hat == "cap":
        return (
            pen.shape("M-84,-496C-92,-560 -30,-576 14,-572C64,-568 92,-540 84,-496z", tone["ink"])
            + pen.shape("M-82,-502C-30,-486 40,-486 84,-502C116,-500 130,-486 124,-474C80,-484 40,-482 -84,-484z", pen.pal.shade(pen.pal.teal, 0.35))
            + pen.shape(circle(24, -524, 13), tone["sun"], width=0.7)
        )  # fmt: skip
    if who.hat == "beanie":
        return (
            pen.shape("M-78,-478C-84,-560 84,-570 84,-480z", tone["red"])
            + pen.shape(rect(-86, -508, 178, 40, 18), tone["paper"])
            + pen.shape(circle(4, -556, 20), tone["paper"])
        )
    if who.hat == "straw":
        brim = "M-136,-496C-84,-528 96,-528 142,-496C100,-476 -92,-476 -136,-496z"
        crown = "M-62,-508C-64,-594 72,-596 74,-508C30,-498 -20,-498 -62,-508z"
        band = "M-62,-530C-20,-518 30,-518 74,-530V-508C30,-498 -20,-498 -62,-508z"
        return pen.shape(brim, tone["sun"]) + pen.shape(crown, tone["sun"]) + pen.shape(band, tone["red"])
    return ""


def _scarf(pen: Pen, who: Person, tone: dict[str, str]) -> str:
    if not who.scarf:
        return ""
    color = tone[who.scarf]
    return pen.shape("M-56,-372C-20,-350 40,-350 64,-376C76,-360 70,-344 56,-336C20,-322 -30,-326 -60,-344C-66,-356 -62,-366"
                     " -56,-372z", color) + pen.shape("M-48,-340L-66,-250L-34,-244L-22,-332z", color)  # fmt: skip


def _arms(pen: Pen, who: Person, coat: str, skin: str) -> str:
    left = pen.shape("M-78,-352C-118,-300 -134,-240 -130,-196H-92C-92,-240 -84,-280 -64,-310z", coat)
    left += pen.shape(circle(-111, -182, 23), skin)
    if who.holds == "lantern":
        right = pen.shape("M66,-352C110,-330 140,-300 158,-262L128,-236C106,-262 84,-282 58,-296z", coat)
        glow = pen.glow
        return left + right + pen.line("M148,-232V-200", width=0.8) + pen.shape(circle(148, -240, 23), skin) + pen.shape(
            rect(116, -196, 64, 84, 10), glow) + pen.shape("M112,-196H184L166,-222H130z", pen.pal.red) + pen.shape(
            rect(110, -116, 76, 24, 8), pen.pal.red)  # fmt: skip
    right = pen.shape("M72,-352C112,-300 130,-240 128,-196H90C90,-240 82,-280 60,-310z", coat)
    stick = (
        pen.line("M112,-210L132,56", pen.pal.shade(pen.pal.red, 0.4), width=1.5)
        if who.holds == "stick"
        else ""
    )
    return left + stick + right + pen.shape(circle(109, -182, 23), skin)


CROWD = ("woman", "old-man", "girl", "man", "keeper")
CHILDREN = ("girl", "boy", "child", "boy", "girl")
CREW = ("man", "keeper", "boy", "old-man", "keeper")


def crowd(pen: Pen, names: tuple[str, ...] = CROWD) -> Art:
    """Five people side by side."""
    xs, tops = (-330, -170, -20, 140, 310), (0, -20, 0, -24, 0)
    order = (1, 3, 0, 4, 2)
    parts: list[str] = []
    for index in order:
        small = replace(pen, prefix=f"{pen.prefix}c{index}")
        parts.append(moved(person(small, ROLES[names[index]]).svg, xs[index], tops[index]))
    return Art("".join(parts), -520, 520, -604, 66)
