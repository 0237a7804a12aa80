"""People seen near: head and chest with a plain face, in pieces, so that mouth and lids can move."""
# ruff: noqa: E501  # path data reads worse when it is broken

from dataclasses import dataclass

from storyreel.assets.looks.papercut.parts.dress import Dress, dress_of, hair_tone
from storyreel.assets.looks.papercut.parts.pieces import clip
from storyreel.assets.looks.papercut.pen import Art, Pen, Puppet, ellipse, num, rect, shape, stroke
from storyreel.assets.reading import Appearance, Expression, Gesture

HEAD_Y, RX, RY = -500.0, 132.0, 142.0
"""Middle and half axes of the head; the chest is cut at y 0."""
EYE_Y, EYE_X, MOUTH_Y = -496.0, 50.0, -432.0
TURN = 22.0
"""How far the features stand off the middle, to where somebody looks."""


@dataclass(frozen=True)
class Mien:
    """Brows as tilt and lift in units, eyes as a radius, the mouth as bend (up is glad) and half width."""

    tilt: float = 0.0
    """Inner ends up: grief and fear; down: anger."""
    lift: float = 0.0
    eye: float = 11.0
    bend: float = 5.0
    wide: float = 24.0
    shut: bool = False
    uneven: bool = False
    flush: bool = False
    tear: bool = False
    open: bool = False


MIENS: dict[Expression, Mien] = {
    "neutral": Mien(),
    "happy": Mien(lift=5, bend=17, wide=32, flush=True),
    "sad": Mien(tilt=9, lift=2, bend=-12, wide=22, tear=True),
    "afraid": Mien(tilt=10, lift=9, eye=14, bend=-7, wide=16),
    "worried": Mien(tilt=7, lift=3, bend=-8, wide=20),
    "tired": Mien(tilt=4, lift=-3, eye=8, bend=-4, wide=20),
    "angry": Mien(tilt=-12, lift=-7, bend=-9, wide=26),
    "surprised": Mien(lift=14, eye=15, bend=0, wide=12, open=True),
    "asleep": Mien(bend=4, wide=16, shut=True),
    "proud": Mien(tilt=-3, lift=8, bend=11, wide=26),
    "doubtful": Mien(lift=3, bend=-4, wide=22, uneven=True),
}


def close(
    pen: Pen, look: Appearance, expression: Expression = "neutral", gesture: Gesture = "standing", *, right: bool = True
) -> Puppet:  # fmt: skip
    """Head and chest of somebody who looks right or left, cut off level at y 0."""
    sign, dress, mien = (1 if right else -1), dress_of(look), MIENS[expression]
    off = sign * TURN
    face = _brows(pen, dress, mien, off) + _eyes(pen, dress, mien, off) + _mouth(pen, dress, mien, off)
    nose = stroke(
        f"M{num(off * 1.5)},-478q{num(sign * 13)},20 {num(sign * -2)},24", pen.tone(dress.skin, 0.22), 7
    )
    svg = (
        _behind(pen, look, dress, sign) + _chest(pen, look, dress, sign) + _skull(pen, look, dress)
        + _flush(pen, mien, off) + nose + face + _beard(pen, look, dress, off)
        + _hair(pen, look, dress, sign) + _hat(pen, look, dress, sign) + _glasses(pen, look, off)
        + _gesture(pen, dress, gesture, sign)
    )  # fmt: skip
    small = look.age == "child"
    scale = 0.86 if small else 1.0
    tall = {"hat": 140.0, "cap": 60.0}.get(look.wears, 70.0 if look.hair == "bun" else 40.0)
    body = Art(_scaled(svg, scale), -300 * scale, 300 * scale, (HEAD_Y - RY - tall) * scale, 0.0)
    box = tuple(v * scale for v in (-RX, HEAD_Y - RY * 0.6, RX, HEAD_Y + RY))
    return Puppet(
        body, _scaled(_open_mouth(pen, mien, off), scale), _scaled(_lids(pen, dress, mien, off), scale),
        (box[0], box[1], box[2], box[3]),
    )  # fmt: skip


def _scaled(svg: str, scale: float) -> str:
    return svg if scale == 1 or not svg else f'<g transform="scale({num(scale)})">{svg}</g>'


def _skull(pen: Pen, look: Appearance, dress: Dress) -> str:
    ears = ellipse(-RX + 4, HEAD_Y + 14, 24, 30) + ellipse(RX - 4, HEAD_Y + 14, 24, 30)
    svg = "" if look.wears == "headscarf" else shape(ears, pen.tone(dress.skin, 0.36))
    head = ellipse(0, HEAD_Y, RX, RY)
    shade = (
        f"M0,{num(HEAD_Y - RY)}A{num(RX)},{num(RY)} 0 0 {1 if pen.shade_right else 0} 0,{num(HEAD_Y + RY)}"
    )
    x = RX * 0.72 * (1 if pen.shade_right else -1)
    svg += shape(head, pen.tone(dress.skin, 0.54))
    return svg + shape(
        f"{shade}Q{num(x * 1.5)},{num(HEAD_Y)} 0,{num(HEAD_Y - RY)}z", pen.tone(dress.skin, 0.4)
    )


def _brows(pen: Pen, dress: Dress, mien: Mien, off: float) -> str:
    family = dress.hair if dress.hair not in ("hair_white", "hair_grey", "hair_blond") else "hair_brown"
    level = 0.45 if dress.hair == family else 0.7
    parts = ""
    for side in (-1, 1):
        x, y = off + side * EYE_X, EYE_Y - 36 - mien.lift - (14 if mien.uneven and side > 0 else 0)
        inner, outer = y - mien.tilt, y + mien.tilt * 0.7
        parts += f"M{num(x - side * 24)},{num(inner)}Q{num(x)},{num((inner + outer) / 2 - 9)} {num(x + side * 26)},{num(outer + 3)}"
    return stroke(parts, pen.tone(family, level), 11)


def _eyes(pen: Pen, dress: Dress, mien: Mien, off: float) -> str:
    if mien.shut:
        return _shut(pen, off)
    svg = ""
    for side in (-1, 1):
        x = off + side * EYE_X
        svg += shape(ellipse(x, EYE_Y, mien.eye, mien.eye * 1.16), pen.tone("ink", 0.25))
        svg += shape(ellipse(x + 3.5, EYE_Y - 5, mien.eye * 0.3), pen.tone("cream", 0.8))
        if mien.eye < 10:
            svg += stroke(
                f"M{num(x - 17)},{num(EYE_Y - 7)}Q{num(x)},{num(EYE_Y - 12)} {num(x + 17)},{num(EYE_Y - 5)}",
                pen.tone(dress.skin, 0.1),
                8,
            )
    if mien.tear:
        x = off + EYE_X + 6
        svg += shape(f"M{num(x)},{num(EYE_Y + 22)}q-15,24 0,32q15,-8 0,-32z", pen.tone("ice", 0.5))
    return svg


def _shut(pen: Pen, off: float) -> str:
    d = "".join(f"M{num(off + side * EYE_X - 19)},{num(EYE_Y)}q19,15 38,0" for side in (-1, 1))
    return stroke(d, pen.tone("ink", 0.3), 8)


def _lids(pen: Pen, dress: Dress, mien: Mien, off: float) -> str:
    """Closed lids that cover the open eyes wholly; empty where they are shut anyway."""
    if mien.shut:
        return ""
    lids = "".join(ellipse(off + side * EYE_X, EYE_Y, mien.eye + 7, mien.eye * 1.16 + 6) for side in (-1, 1))
    return shape(lids, pen.tone(dress.skin, 0.48)) + _shut(pen, off)


def _mouth(pen: Pen, dress: Dress, mien: Mien, off: float) -> str:
    y = MOUTH_Y - mien.bend / 3
    if mien.open:
        return shape(ellipse(off, y, 13, 17), pen.tone("red", 0.08))
    w, b = mien.wide, mien.bend
    return stroke(
        f"M{num(off - w)},{num(y)}Q{num(off)},{num(y + b * 1.7)} {num(off + w)},{num(y - (5 if mien.uneven else 0))}",
        pen.tone("rust" if dress.skin in ("skin_light", "skin_tan") else "ink", 0.1),
        9,
    )


def _open_mouth(pen: Pen, mien: Mien, off: float) -> str:
    """The mouth while it speaks: large enough to cover the closed one."""
    y, w = MOUTH_Y - mien.bend / 3 + mien.bend * 0.4, mien.wide + 8
    high = 19 + abs(mien.bend) * 0.45
    mouth = f"M{num(off - w)},{num(y - high * 0.3)}Q{num(off)},{num(y - high * 0.85)} {num(off + w)},{num(y - high * 0.3)}Q{num(off + w * 0.7)},{num(y + high)} {num(off)},{num(y + high)}Q{num(off - w * 0.7)},{num(y + high)} {num(off - w)},{num(y - high * 0.3)}z"
    if mien.bend < 0:
        mouth = ellipse(off, y, w, high)
    tongue = ellipse(off, y + high * 0.86, w * 0.55, high * 0.5)
    return shape(mouth, pen.tone("red", 0.06)) + clip(mouth, shape(tongue, pen.tone("red", 0.5)))


def _flush(pen: Pen, mien: Mien, off: float) -> str:
    if not mien.flush:
        return ""
    return shape(
        ellipse(off - 88, -446, 23, 16) + ellipse(off + 82, -446, 20, 16), pen.tone("red", 0.62), 0.32
    )


def _chest(pen: Pen, look: Appearance, dress: Dress, sign: int) -> str:
    wide = 200.0 if look.gender == "female" or look.age == "child" else 226.0
    d = f"M{num(-wide - 40)},0C{num(-wide - 30)},-150 {num(-wide - 10)},-250 {num(-wide + 70)},-292Q-60,-318 0,-320Q60,-318 {num(wide - 70)},-292C{num(wide + 10)},-250 {num(wide + 30)},-150 {num(wide + 40)},0z"
    neck = shape("M-52,-392V-310Q0,-268 52,-310V-392z", pen.tone(dress.skin, 0.34))
    side = rect(wide * 0.2, -330, 400, 330) if pen.shade_right else rect(-400 - wide * 0.2, -330, 400, 330)
    body = shape(d, pen.tone(dress.coat, 0.52)) + clip(d, shape(side, pen.tone(dress.coat, 0.36)))
    arm = clip(
        d,
        stroke(
            f"M{num(-wide + 46)},-150L{num(-wide + 30)},0M{num(wide - 46)},-150L{num(wide - 30)},0",
            pen.tone(dress.coat, 0.24),
            7,
        ),
    )
    return body + arm + neck + _clothes(pen, look, dress, d, sign)


def _clothes(pen: Pen, look: Appearance, dress: Dress, d: str, sign: int) -> str:
    lit, dark, second = pen.tone(dress.coat, 0.62), pen.tone(dress.coat, 0.22), pen.tone(dress.second, 0.58)
    collar = "M-56,-330L-112,-296L-40,-214L0,-268zM56,-330L112,-296L40,-214L0,-268z"
    if look.clothes == "coat":
        seam = stroke("M0,-262V0", dark, 7) + shape(
            "".join(ellipse(24, y, 10) for y in (-180, -110, -40)), pen.tone("brass", 0.6)
        )
        svg = seam + shape(collar, lit)
    elif look.clothes == "suit":
        tie = pen.tone("rust", 0.4) if dress.second == "cream" else second
        shirt = shape("M-62,-326L0,-90L62,-326Q0,-280 -62,-326z", pen.tone("cream", 0.7)) + shape(
            "M-15,-290H15L24,-150L0,-116L-24,-150z", tie
        )
        svg = shirt + shape(
            "M-60,-330L-120,-290L-96,-200L0,-84L-62,-240zM60,-330L120,-290L96,-200L0,-84L62,-240z", lit
        )
    elif look.clothes == "uniform":
        svg = shape(
            "".join(ellipse(x, y, 11) for x in (-44, 44) for y in (-200, -130, -60)), pen.tone("brass", 0.7)
        ) + shape("M-70,-336H70V-288Q0,-262 -70,-288z", dark)
        svg += clip(
            d, shape(rect(-236, -262, 84, 20, 10) + rect(152, -262, 84, 20, 10), pen.tone("brass", 0.6))
        )
    elif look.clothes == "sweater":
        svg = clip(d, shape(rect(-320, -190, 640, 30) + rect(-320, -130, 640, 30), second, 0.9)) + shape(
            "M-72,-352Q0,-318 72,-352V-296Q0,-262 -72,-296z", lit
        )
    elif look.clothes == "apron":
        svg = shape("M-92,-210H92L120,0H-120z", second) + stroke(
            "M-86,-206L-66,-312M86,-206L66,-312", second, 18
        )
    elif look.clothes == "shirt":
        svg = (
            shape("M-58,-332L-96,-288L-30,-232L0,-276zM58,-332L96,-288L30,-232L0,-276z", lit)
            + stroke("M0,-270V0", dark, 6)
            + shape("".join(ellipse(0, y, 8) for y in (-200, -130, -60)), second)
        )
    else:
        svg = shape("M-84,-326Q0,-190 84,-326L66,-334Q0,-232 -66,-334z", second) + clip(
            d, shape(rect(-320, -70, 640, 22), second)
        )
    if look.wears == "scarf":
        svg += shape(
            f"M{num(sign * -30)},-300L{num(sign * -86)},-120L{num(sign * -30)},-112L{num(sign * 20)},-290z",
            pen.tone(dress.second, 0.4),
        ) + shape(rect(-104, -360, 208, 76, 36), second)
    return svg


def _behind(pen: Pen, look: Appearance, dress: Dress, sign: int) -> str:
    color = hair_tone(pen, dress, 0.34)
    if look.wears == "headscarf":
        return shape(
            f"M{num(-RX - 16)},{num(HEAD_Y)}Q-150,-350 -110,-300H110Q150,-350 {num(RX + 16)},{num(HEAD_Y)}z",
            pen.tone(dress.second, 0.34),
        )
    if look.hair == "long":
        return shape(
            f"M{num(-RX - 14)},{num(HEAD_Y - 10)}C-170,-380 -176,-290 -160,-220Q-80,-250 0,-250Q80,-250 160,-220C176,-290 170,-380 {num(RX + 14)},{num(HEAD_Y - 10)}z",
            color,
        )
    if look.hair == "bob":
        return shape(
            f"M{num(-RX - 16)},{num(HEAD_Y)}C-160,-430 -160,-390 -136,-356Q0,-330 136,-356C160,-390 160,-430 {num(RX + 16)},{num(HEAD_Y)}z",
            color,
        )
    if look.hair == "bun":
        return shape(ellipse(-sign * 30, HEAD_Y - RY - 26, 52, 46), color)
    if look.hair == "curly":
        return shape(
            "".join(
                ellipse(x, HEAD_Y + y, 46)
                for x, y in ((-140, -40), (140, -40), (-138, 20), (138, 20), (-110, -100), (110, -100))
            ),
            color,
        )
    return ""


def _hair(pen: Pen, look: Appearance, dress: Dress, sign: int) -> str:
    if look.wears == "headscarf":
        ring = f"M{num(-RX - 16)},{num(HEAD_Y + 30)}C{num(-RX - 20)},{num(HEAD_Y - 220)} {num(RX + 20)},{num(HEAD_Y - 220)} {num(RX + 16)},{num(HEAD_Y + 30)}Q{num(RX)},{num(HEAD_Y - 96)} 0,{num(HEAD_Y - 100)}Q{num(-RX)},{num(HEAD_Y - 96)} {num(-RX - 16)},{num(HEAD_Y + 30)}z"
        return shape(ring, pen.tone(dress.second, 0.52)) + shape(
            "M-60,-362Q0,-330 60,-362L24,-318H-24z", pen.tone(dress.second, 0.4)
        )
    color, top = hair_tone(pen, dress, 0.5), HEAD_Y - RY
    if look.hair == "bald":
        return shape(
            f"M{num(-RX - 6)},{num(HEAD_Y + 24)}Q{num(-RX - 14)},{num(HEAD_Y - 40)} {num(-RX + 16)},{num(HEAD_Y - 64)}Q{num(-RX + 20)},{num(HEAD_Y - 10)} {num(-RX + 12)},{num(HEAD_Y + 24)}zM{num(RX + 6)},{num(HEAD_Y + 24)}Q{num(RX + 14)},{num(HEAD_Y - 40)} {num(RX - 16)},{num(HEAD_Y - 64)}Q{num(RX - 20)},{num(HEAD_Y - 10)} {num(RX - 12)},{num(HEAD_Y + 24)}z",
            color,
        )
    low = HEAD_Y + (16 if look.hair == "short" else 50)
    part = sign * 46
    d = f"M{num(-RX - 10)},{num(low)}C{num(-RX - 18)},{num(top - 58)} {num(RX + 18)},{num(top - 58)} {num(RX + 10)},{num(low)}C{num(RX - 2)},{num(HEAD_Y - 20)} {num(RX - 20)},{num(HEAD_Y - 66)} {num(part)},{num(HEAD_Y - 98)}C{num(part - sign * 40)},{num(HEAD_Y - 66)} {num(-RX + 14)},{num(HEAD_Y - 50)} {num(-RX - 10)},{num(low)}z"
    if sign < 0:
        d = f"M{num(RX + 10)},{num(low)}C{num(RX + 18)},{num(top - 58)} {num(-RX - 18)},{num(top - 58)} {num(-RX - 10)},{num(low)}C{num(-RX + 2)},{num(HEAD_Y - 20)} {num(-RX + 20)},{num(HEAD_Y - 66)} {num(part)},{num(HEAD_Y - 98)}C{num(part + 40)},{num(HEAD_Y - 66)} {num(RX - 14)},{num(HEAD_Y - 50)} {num(RX + 10)},{num(low)}z"
    svg = shape(d, color)
    if look.hair == "curly":
        svg += shape(
            "".join(
                ellipse(x, HEAD_Y + y, r)
                for x, y, r in (
                    (-100, -104, 44),
                    (-52, -136, 46),
                    (4, -148, 46),
                    (58, -134, 46),
                    (102, -100, 44),
                    (-66, -92, 36),
                    (70, -92, 36),
                    (0, -108, 36),
                )
            ),
            color,
        )
    if look.hair == "braids":
        for side in (-1, 1):
            svg += stroke(
                f"M{side * 128},-470C{side * 168},-400 {side * 150},-330 {side * 152},-230", color, 44
            ) + stroke(
                f"M{side * 128},-396l{side * 40},22M{side * 134},-336l{side * 36},20M{side * 134},-282l{side * 36},16",
                hair_tone(pen, dress, 0.3),
                7,
            )
            svg += shape(ellipse(side * 152, -214, 20), pen.tone(dress.second, 0.56))
    return svg


def _beard(pen: Pen, look: Appearance, dress: Dress, off: float) -> str:
    color = hair_tone(pen, dress, 0.5)
    y = MOUTH_Y - 24
    moustache = f"M{num(off)},{num(y - 6)}Q{num(off + 40)},{num(y - 20)} {num(off + 66)},{num(y + 12)}Q{num(off + 30)},{num(y + 16)} {num(off)},{num(y + 4)}Q{num(off - 30)},{num(y + 16)} {num(off - 66)},{num(y + 12)}Q{num(off - 40)},{num(y - 20)} {num(off)},{num(y - 6)}z"
    if look.wears == "moustache":
        return shape(moustache, color)
    if look.wears != "beard":
        return ""
    hole = ellipse(off, MOUTH_Y + 2, 46, 30)
    body = f"M{num(-RX + 2)},{num(HEAD_Y + 24)}C{num(-RX + 30)},-460 {num(off - 80)},-462 {num(off)},-462C{num(off + 80)},-462 {num(RX - 30)},-460 {num(RX - 2)},{num(HEAD_Y + 24)}C{num(RX + 6)},-380 70,-300 0,-296C-70,-300 {num(-RX - 6)},-380 {num(-RX + 2)},{num(HEAD_Y + 24)}z"
    return f'<path d="{body}{hole}" fill="{hair_tone(pen, dress, 0.6)}" fill-rule="evenodd"/>' + shape(
        moustache, color
    )


def _glasses(pen: Pen, look: Appearance, off: float) -> str:
    if look.wears != "glasses":
        return ""
    rims = "".join(
        f"M{num(off + s * EYE_X - 37)},{num(EYE_Y)}a37,35 0 1 1 74,0a37,35 0 1 1 -74,0" for s in (-1, 1)
    )
    bridge = f"M{num(off - 13)},{num(EYE_Y - 4)}q13,-9 26,0M{num(off - EYE_X - 37)},{num(EYE_Y)}L{num(-RX)},{num(EYE_Y - 8)}M{num(off + EYE_X + 37)},{num(EYE_Y)}L{num(RX)},{num(EYE_Y - 8)}"
    return stroke(rims + bridge, pen.tone("ink", 0.4), 8)


def _hat(pen: Pen, look: Appearance, dress: Dress, sign: int) -> str:
    color, dark = pen.tone(dress.second, 0.5), pen.tone(dress.second, 0.3)
    y = HEAD_Y - 84
    if look.wears == "hat":
        return (
            shape(rect(-118, y - 166, 236, 176, 66), color)
            + shape(rect(-118, y - 44, 236, 40), dark)
            + shape(rect(-206, y - 16, 412, 36, 18), color)
        )
    if look.wears == "cap":
        crown = f"M{num(-RX - 12)},{num(y + 14)}C{num(-RX - 10)},{num(y - 130)} {num(RX + 10)},{num(y - 130)} {num(RX + 12)},{num(y + 14)}z"
        brim = f"M{num(sign * -60)},{num(y + 4)}Q{num(sign * 100)},{num(y - 24)} {num(sign * 196)},{num(y + 16)}Q{num(sign * 190)},{num(y + 34)} {num(sign * 150)},{num(y + 30)}Q{num(sign * 40)},{num(y + 14)} {num(sign * -60)},{num(y + 24)}z"
        return shape(crown, color) + shape(brim, dark)
    return ""


def _gesture(pen: Pen, dress: Dress, gesture: Gesture, sign: int) -> str:
    """The hand that belongs to a pose, in front of the chest."""
    skin, sleeve = pen.tone(dress.skin, 0.5), pen.tone(dress.coat, 0.44)
    at = {
        "speaking": (206, -196),
        "pointing": (252, -250),
        "working": (150, -80),
    }.get(gesture)
    if at is None:
        return ""
    x, y = sign * at[0], at[1]
    arm = f"M{num(sign * 150)},20Q{num(sign * (at[0] + 30))},{num(y / 2)} {num(x)},{num(y + 44)}"
    hand = shape(ellipse(x, y, 38, 42), skin) + shape(ellipse(x - sign * 30, y - 8, 14, 20), skin)
    return clip(rect(-400, -700, 800, 700), stroke(arm, sleeve, 74)) + hand
