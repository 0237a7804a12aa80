"""People seen whole: a coat in two tones, a scarf, hair as one cap, a hand as a dot; no face."""
# ruff: noqa: E501  # path data reads worse when it is broken

from dataclasses import dataclass

from storyreel.assets.looks.papercut.parts.dress import BOOTS, Dress, dress_of, hair_tone, levels
from storyreel.assets.looks.papercut.parts.pieces import clip
from storyreel.assets.looks.papercut.pen import Art, Pen, Point, ellipse, num, rect, shape, stroke
from storyreel.assets.reading import Age, Appearance, Gesture

SCALE: dict[Age, float] = {"child": 0.68, "adult": 1.0, "old": 0.94}
SIZE = 400.0
"""Units from an adult's boots to the top of the head."""
SHOULDER, HEM, HEAD = -296.0, -58.0, -346.0
HEAD_R = 46.0


@dataclass(frozen=True)
class _Way:
    """Which way somebody faces: x of a figure that faces right, turned."""

    sign: int

    def at(self, x: float, y: float) -> str:
        return f"{num(self.sign * x)},{num(y)}"

    def x(self, x: float) -> float:
        return self.sign * x


def figure(pen: Pen, look: Appearance, gesture: Gesture = "standing", *, right: bool = True) -> Art:
    """Somebody from head to boots, without a face, facing right or left.

    `points` names `hand` (the front one), `head` and `chin`. Who sits brings the stool along.
    """
    way, dress = _Way(1 if right else -1), dress_of(look)
    down = 64.0 if gesture == "sitting" else 0.0
    hand = _hand(gesture)
    body = (
        _back_hair(pen, look, dress, way)
        + _back_arm(pen, gesture, dress, way)
        + _coat(pen, look, dress, gesture)
        + _clothes(pen, look, dress, way)
        + _head(pen, look, dress, way)
        + _scarf(pen, look, dress, way)
        + _arm(pen, gesture, dress, way)
    )
    s = SCALE[look.age]
    head = 1.22 if look.age == "child" else 1.0
    legs = _legs(pen, gesture, way)
    body = f'<g transform="translate(0,{num(down)})">{body}</g>'
    svg = f'<g transform="scale({num(s)})">{legs}{body}</g>'
    reach = max(90.0, abs(hand[0]) + 20) * s
    tall = 44.0 if look.wears == "hat" else 44.0 if look.hair == "bun" else 20.0
    top = (HEAD - HEAD_R * head - tall + down) * s
    points = {
        "hand": (way.x(hand[0]) * s, (hand[1] + down) * s), "head": (0.0, (HEAD + down) * s),
        "chin": (way.x(20) * s, (HEAD + 40 + down) * s),
    }  # fmt: skip
    back = (92 if look.hair == "braids" or gesture in ("walking", "speaking") else 88) * s
    left, far = (-back, reach) if right else (-reach, back)
    return Art(svg, left, far, top, 4 * s, points=points)


def _hand(gesture: Gesture) -> Point:
    """Where the front hand is, facing right."""
    return {
        "standing": (34, -150), "speaking": (112, -236), "listening": (40, -196), "sitting": (84, -128),
        "walking": (64, -150), "working": (116, -176), "pointing": (150, -302),
    }[gesture]  # fmt: skip


def _legs(pen: Pen, gesture: Gesture, way: _Way) -> str:
    ink, dark = pen.tone(BOOTS, 0.5), pen.tone(BOOTS, 0.3)
    if gesture == "walking":
        back = stroke(f"M{way.at(-10, -80)}L{way.at(-44, -18)}", dark, 24) + shape(_boot(way, -54, -8), dark)
        return back + stroke(f"M{way.at(12, -80)}L{way.at(36, -16)}", ink, 24) + shape(_boot(way, 30, 0), ink)
    if gesture == "sitting":
        stool = shape(rect(-66, -104, 132, 20, 6), pen.tone("wood", 0.5)) + shape(
            rect(-56, -88, 16, 88) + rect(40, -88, 16, 88), pen.tone("wood", 0.32)
        )
        leg = stroke(f"M{way.at(0, -112)}L{way.at(72, -108)}L{way.at(76, -20)}", ink, 28) + shape(
            _boot(way, 72, 0), ink
        )
        return stool + leg
    both = shape(rect(way.x(-17) - 12, -84, 24, 80), dark) + shape(_boot(way, -18, 0), dark)
    return both + shape(rect(way.x(15) - 12, -84, 24, 80), ink) + shape(_boot(way, 14, 0), ink)


def _boot(way: _Way, x: float, foot: float) -> str:
    """The outline of a boot whose ankle is at x."""
    return f"M{way.at(x - 14, foot)}V{num(foot - 26)}H{num(way.x(x + 10))}Q{way.at(x + 28, foot - 20)} {way.at(x + 28, foot)}z"


def _coat(pen: Pen, look: Appearance, dress: Dress, gesture: Gesture) -> str:
    flare = 84.0 if look.clothes == "dress" else 66.0 if look.clothes in ("coat", "apron") else 54.0
    hem = (
        HEM - 44
        if gesture == "sitting"
        else HEM
        if look.clothes in ("coat", "dress", "apron", "uniform")
        else HEM - 40
    )
    d = (
        f"M{num(-flare)},{num(hem)}C-56,-150 -56,-240 -44,{num(SHOULDER + 12)}Q-36,-312 0,-314"
        f"Q36,-312 44,{num(SHOULDER + 12)}C56,-240 56,-150 {num(flare)},{num(hem)}Q0,{num(hem + 12)} {num(-flare)},{num(hem)}z"
    )
    lit, dark = levels(pen)
    side = rect(12, -330, 120, 330) if pen.shade_right else rect(-132, -330, 120, 330)
    under = ""
    if hem < HEM:
        trousers = rect(-38, hem - 8, 76, HEM - hem + 12)
        under = shape(trousers, pen.tone("ink", 0.62)) if gesture != "sitting" else ""
    return under + shape(d, pen.tone(dress.coat, lit)) + clip(d, shape(side, pen.tone(dress.coat, dark)))


def _clothes(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    """What tells one garment from another at a distance."""
    second = pen.tone(dress.second, 0.6)
    if look.clothes == "apron":
        return shape("M-34,-226H34L46,-66H-46z", second)
    if look.clothes == "suit":
        x = way.x(14)
        return shape(f"M{num(x - 26)},-312H{num(x + 26)}L{num(x)},-220z", pen.tone("cream", 0.7)) + shape(
            f"M{num(x - 5)},-300h10l4,44l-9,14l-9,-14z", second
        )
    if look.clothes == "sweater":
        return shape(rect(-53, -236, 106, 14) + rect(-54, -206, 108, 14), second, 0.85)
    if look.clothes == "uniform":
        x = way.x(16)
        return shape(
            "".join(ellipse(x, y, 6) for y in (-262, -220, -178, -136)), pen.tone("brass", 0.7)
        ) + shape(rect(-56, -120, 112, 13), pen.tone("ink", 0.34))
    if look.clothes == "dress":
        return shape("M-84,-64Q0,-46 84,-64L80,-88Q0,-70 -80,-88z", second)
    return ""


def _limb(points: tuple[Point, ...], color: str, way: _Way) -> str:
    d = "M" + "L".join(way.at(x, y) for x, y in points)
    return stroke(d, color, 32)


def _arm(pen: Pen, gesture: Gesture, dress: Dress, way: _Way) -> str:
    """The front arm with its hand."""
    start, hand = (8.0, -270.0), _hand(gesture)
    elbow = {
        "standing": (16, -206), "speaking": (52, -210), "listening": (-6, -196), "sitting": (20, -186),
        "walking": (16, -200), "working": (44, -196), "pointing": (60, -270),
    }[gesture]  # fmt: skip
    near = (elbow[0] + (hand[0] - elbow[0]) * 0.82, elbow[1] + (hand[1] - elbow[1]) * 0.82)
    dot = shape(ellipse(way.x(hand[0]), hand[1], 14), pen.tone(dress.skin, 0.5))
    return _limb((start, elbow, near), pen.tone(dress.coat, 0.4), way) + dot


def _back_arm(pen: Pen, gesture: Gesture, dress: Dress, way: _Way) -> str:
    """The other arm, behind the coat."""
    ways: dict[Gesture, tuple[Point, Point]] = {
        "walking": ((-40, -220), (-66, -160)), "working": ((50, -230), (122, -206)), "speaking": ((-46, -220), (-58, -170)),
    }  # fmt: skip
    if gesture not in ways:
        return ""
    elbow, hand = ways[gesture]
    dot = shape(ellipse(way.x(hand[0]), hand[1], 14), pen.tone(dress.skin, 0.36))
    near = (elbow[0] + (hand[0] - elbow[0]) * 0.8, elbow[1] + (hand[1] - elbow[1]) * 0.8)
    return _limb(((-12, -276), elbow, near), pen.tone(dress.coat, 0.24), way) + dot


def _scarf(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    if look.wears != "scarf":
        return shape(
            f"M{way.at(-30, -306)}Q0,-290 {way.at(34, -304)}L{way.at(30, -320)}Q0,-308 {way.at(-26, -320)}z",
            pen.tone(dress.second, 0.55),
        )
    color = pen.tone(dress.second, 0.55)
    tail = shape(
        f"M{way.at(-30, -304)}L{way.at(-50, -226)}L{way.at(-28, -222)}L{way.at(-12, -300)}z",
        pen.tone(dress.second, 0.4),
    )
    return tail + shape(rect(-38, -322, 76, 28, 14), color)


def _head(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    """Head, hair and hat; larger on a child."""
    skin = shape(rect(-13, -322, 26, 30), pen.tone(dress.skin, 0.36)) + shape(
        ellipse(0, HEAD, HEAD_R), pen.tone(dress.skin, 0.52)
    )
    grow = 1.22 if look.age == "child" else 1.0
    svg = skin + _cap(pen, look, dress, way) + _beard(pen, look, dress, way) + _hat(pen, look, dress, way)
    return f'<g transform="translate(0,-304) scale({num(grow)}) translate(0,304)">{svg}</g>'


def _cap(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    color, r = hair_tone(pen, dress, 0.5), HEAD_R + 3
    if look.wears == "headscarf":
        face = ellipse(way.x(20), HEAD + 6, 30, 38)
        tail = shape(
            f"M{way.at(-26, HEAD + 30)}L{way.at(-62, HEAD + 62)}L{way.at(-30, HEAD + 66)}L{way.at(0, HEAD + 44)}z",
            pen.tone(dress.second, 0.34),
        )
        return (
            tail
            + shape(ellipse(0, HEAD, r), pen.tone(dress.second, 0.5))
            + clip(ellipse(0, HEAD, r + 1), shape(face, pen.tone(dress.skin, 0.52)))
        )
    if look.hair == "bald":
        ring = ellipse(0, HEAD, r)
        fringe = f"M{way.at(-60, HEAD - 14)}L{way.at(-16, HEAD - 4)}Q{way.at(-8, HEAD + 20)} {way.at(-22, HEAD + 36)}L{way.at(-60, HEAD + 40)}z"
        return clip(ring, shape(fringe, color))
    low = 26.0 if look.hair in ("short", "curly") else 40.0
    face = (
        f"M{way.at(38, HEAD - 40)}Q{way.at(8, HEAD - 30)} {way.at(2, HEAD - 4)}Q{way.at(0, HEAD + 18)} {way.at(-14, HEAD + low)}"
        f"L{way.at(-70, HEAD + low - 4)}L{way.at(-70, HEAD + 70)}L{way.at(70, HEAD + 70)}L{way.at(70, HEAD - 40)}z"
    )
    svg = shape(ellipse(0, HEAD, r), color) + clip(
        ellipse(0, HEAD, r + 1), shape(face, pen.tone(dress.skin, 0.52))
    )
    if look.hair == "curly":
        svg += shape(
            "".join(
                ellipse(way.x(x), HEAD + y, q)
                for x, y, q in (
                    (24, -40, 15),
                    (2, -50, 17),
                    (-22, -44, 17),
                    (-42, -26, 16),
                    (-50, -2, 15),
                    (-44, 22, 14),
                )
            ),
            color,
        )
    if look.hair == "bob":
        svg += shape(
            f"M{way.at(-2, HEAD + 4)}V{num(HEAD + 50)}Q{way.at(-34, HEAD + 56)} {way.at(-50, HEAD + 40)}L{way.at(-49, HEAD)}z",
            color,
        )
    if look.hair == "bun":
        svg += shape(ellipse(way.x(-30), HEAD - 52, 20), color)
    return svg


def _back_hair(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    if look.wears == "headscarf":
        return ""
    color = hair_tone(pen, dress, 0.42)
    if look.hair == "long":
        return shape(
            f"M{way.at(-20, HEAD - 20)}C{way.at(-72, HEAD + 10)} {way.at(-60, -240)} {way.at(-66, -206)}Q{way.at(-30, -196)} {way.at(-8, -214)}L{way.at(6, HEAD + 30)}z",
            color,
        )
    if look.hair == "braids":
        braid = f"M{way.at(-30, HEAD + 16)}C{way.at(-74, -300)} {way.at(-70, -250)} {way.at(-74, -214)}"
        return stroke(braid, color, 24) + shape(ellipse(way.x(-74), -206, 13), pen.tone(dress.second, 0.55))
    return ""


def _beard(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    if look.wears == "beard":
        d = f"M{way.at(-8, HEAD + 4)}Q{way.at(10, HEAD + 20)} {way.at(44, HEAD + 12)}Q{way.at(46, HEAD + 62)} {way.at(16, HEAD + 68)}Q{way.at(-14, HEAD + 56)} {way.at(-8, HEAD + 4)}z"
        return shape(d, hair_tone(pen, dress, 0.62))
    if look.wears == "moustache":
        return shape(
            f"M{way.at(8, HEAD + 20)}Q{way.at(24, HEAD + 4)} {way.at(46, HEAD + 16)}Q{way.at(30, HEAD + 26)} {way.at(8, HEAD + 20)}z",
            hair_tone(pen, dress, 0.5),
        )
    if look.wears == "glasses":
        return stroke(
            f"M{way.at(24, HEAD - 4)}m-11,0a11,11 0 1 1 22,0a11,11 0 1 1 -22,0M{way.at(13, HEAD - 4)}L{way.at(-10, HEAD - 6)}",
            pen.tone("ink", 0.4),
            5,
        )
    return ""


def _hat(pen: Pen, look: Appearance, dress: Dress, way: _Way) -> str:
    color, dark = pen.tone(dress.second, 0.46), pen.tone(dress.second, 0.28)
    if look.wears == "hat":
        return (
            shape(rect(-36, HEAD - 84, 72, 60, 24), color)
            + shape(rect(-35, HEAD - 42, 70, 14), dark)
            + shape(rect(-64, HEAD - 32, 128, 13, 7), color)
        )
    if look.wears == "cap":
        return shape(
            f"M{way.at(-48, HEAD - 18)}C{way.at(-48, HEAD - 74)} {way.at(48, HEAD - 74)} {way.at(46, HEAD - 22)}z",
            color,
        ) + shape(
            f"M{way.at(10, HEAD - 28)}L{way.at(74, HEAD - 20)}Q{way.at(72, HEAD - 10)} {way.at(50, HEAD - 12)}L{way.at(0, HEAD - 16)}z",
            dark,
        )
    return ""
