"""The hero animals: a cat and a dog, seen lying, with a face that shows the mood.

Body and head are one hand: a dome with halftone, a head a third larger than nature, pale muzzle and tail tip.
"""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from storyreel.assets.looks.editorial.palette import mix
from storyreel.assets.looks.editorial.parts.pen import Art, Pen
from storyreel.assets.looks.editorial.shapes import circle

BODY = "M-330,0C-340,-150 -250,-262 -90,-292C40,-312 190,-288 262,-190C306,-130 320,-60 316,0z"
TAIL = "M286,-36C380,-10 452,-60 440,-150C432,-208 380,-236 336,-214"
HEAD_AT = (-150.0, -392.0)
ASLEEP = frozenset(("calm", "warm", "solemn"))
AFRAID = frozenset(("afraid", "tense", "mysterious"))
SAD = frozenset(("sad", "lonely"))


def cat(pen: Pen) -> Art:
    """A cat that lies, its head up, its tail around the side."""
    fur, pale = pen.pal.sun, mix(pen.pal.sun, pen.pal.paper, 0.62)
    x, y = HEAD_AT
    head = (
        f"M{x - 134},{y - 60}L{x - 140},{y - 196}L{x - 52},{y - 132}C{x - 20},{y - 140} {x + 20},{y - 140} {x + 52},{y - 132}"
        f"L{x + 140},{y - 196}L{x + 134},{y - 60}C{x + 158},{y + 40} {x + 100},{y + 128} {x},{y + 130}"
        f"C{x - 100},{y + 128} {x - 158},{y + 40} {x - 134},{y - 60}z"
    )
    ears = f"M{x - 118},{y - 116}L{x - 122},{y - 160}L{x - 92},{y - 136}zM{x + 118},{y - 116}L{x + 122},{y - 160}L{x + 92},{y - 136}z"
    stripes = f"M{x - 46},{y - 118}V{y - 74}M{x},{y - 124}V{y - 68}M{x + 46},{y - 118}V{y - 74}"
    back = "M30,-296C44,-262 44,-240 34,-218M120,-286C136,-254 138,-232 128,-208M204,-244C220,-216 224,-196 218,-172"
    whiskers = (
        f"M{x - 96},{y + 30}L{x - 184},{y + 12}M{x - 96},{y + 54}L{x - 182},{y + 62}"
        f"M{x + 96},{y + 30}L{x + 184},{y + 12}M{x + 96},{y + 54}L{x + 182},{y + 62}"
    )
    svg = [
        _tail(pen, fur, pale),
        pen.shape(BODY, fur),
        pen.dots(
            BODY,
            (-330, -300, 660, 300),
            lambda u, v: v * 0.8 - 0.3 - abs(u - 0.55) * 0.2,
            mix(fur, pen.pal.red, 0.55),
            14,
        ),
        pen.line(back, pen.pal.red, width=0.9),
        pen.shape(BODY, "none"),
        pen.line("M-196,0C-196,-60 -150,-80 -110,-52M-60,0C-60,-44 -20,-60 14,-40", width=0.85),
        pen.shape(head, fur),
        pen.flat(ears, pen.pal.red),
        pen.inside(
            head,
            pen.flat(circle(x - 38, y + 66, 62) + circle(x + 38, y + 66, 62), pale)
            + pen.line(stripes, pen.pal.red, width=1.1),
        ),
        pen.shape(head, "none"),
        pen.line(whiskers, width=0.55),
        pen.shape(f"M{x - 20},{y + 26}H{x + 20}L{x},{y + 48}z", pen.pal.red, width=0.5),
        _mouth(pen, x, y + 48),
        _eyes(pen, x, y - 8, 66),
    ]
    return Art("".join(svg), -350, 456, -604, 8)


def dog(pen: Pen) -> Art:
    """A dog that lies, ears down, the same hand as the cat."""
    p = pen.pal
    fur, pale, ear = p.shade(p.sun, 0.1), mix(p.sun, p.paper, 0.62), mix(p.red, p.ink, 0.4)
    x, y = HEAD_AT
    head = (
        f"M{x - 108},{y - 128}C{x - 40},{y - 166} {x + 40},{y - 166} {x + 108},{y - 128}C{x + 146},{y - 60} {x + 132},{y + 30} {x + 84},{y + 96}"
        f"C{x + 50},{y + 136} {x - 50},{y + 136} {x - 84},{y + 96}C{x - 132},{y + 30} {x - 146},{y - 60} {x - 108},{y - 128}z"
    )
    left = f"M{x - 96},{y - 132}C{x - 176},{y - 140} {x - 208},{y - 40} {x - 186},{y + 66}C{x - 140},{y + 70} {x - 118},{y + 10} {x - 116},{y - 50}z"
    right = f"M{x + 96},{y - 132}C{x + 176},{y - 140} {x + 208},{y - 40} {x + 186},{y + 66}C{x + 140},{y + 70} {x + 118},{y + 10} {x + 116},{y - 50}z"
    svg = [
        _tail(pen, fur, pale),
        pen.shape(BODY, fur),
        pen.dots(
            BODY,
            (-330, -300, 660, 300),
            lambda u, v: v * 0.8 - 0.3 - abs(u - 0.55) * 0.2,
            mix(fur, p.red, 0.5),
            14,
        ),
        pen.inside(BODY, pen.flat(circle(150, -250, 120), ear)),
        pen.shape(BODY, "none"),
        pen.line("M-196,0C-196,-60 -150,-80 -110,-52M-60,0C-60,-44 -20,-60 14,-40", width=0.85),
        pen.shape(head, fur),
        pen.inside(head, pen.flat(circle(x, y + 70, 86), pale)),
        pen.shape(head, "none"),
        pen.shape(left, ear),
        pen.shape(right, ear),
        pen.shape(
            f"M{x - 36},{y + 14}C{x - 30},{y - 6} {x + 30},{y - 6} {x + 36},{y + 14}C{x + 34},{y + 38} {x + 10},{y + 48} {x},{y + 48}C{x - 10},{y + 48} {x - 34},{y + 38} {x - 36},{y + 14}z",
            p.ink,
            width=0.4,
        ),
        _mouth(pen, x, y + 50),
        _eyes(pen, x, y - 44, 58),
    ]
    return Art("".join(svg), -350, 456, -566, 8)


def _tail(pen: Pen, fur: str, pale: str) -> str:
    thick = 62 / pen.line_width
    return (
        pen.line(TAIL, width=thick + 2)
        + pen.line(TAIL, fur, width=thick)
        + pen.line("M400,-214C380,-228 356,-226 336,-214", pale, width=thick)
    )


def _mouth(pen: Pen, x: float, y: float) -> str:
    if pen.face in SAD | AFRAID | {"angry"}:
        return pen.line(
            f"M{x},{y}V{y + 16}M{x - 34},{y + 38}C{x - 18},{y + 14} {x + 18},{y + 14} {x + 34},{y + 38}",
            width=0.7,
        )
    return pen.line(
        f"M{x},{y}V{y + 14}M{x - 40},{y + 16}C{x - 34},{y + 40} {x - 8},{y + 38} {x},{y + 14}C{x + 8},{y + 38} {x + 34},{y + 40} {x + 40},{y + 16}",
        width=0.7,
    )


def _eyes(pen: Pen, x: float, y: float, apart: float) -> str:
    """Arcs down asleep, arcs up happy, white rings afraid, slanted brows hurt or angry, dots awake."""
    p, out = pen.pal, ""
    for side in (-1, 1):
        cx = x + side * apart
        if pen.face in ASLEEP:
            out += pen.line(f"M{cx - 26},{y}C{cx - 16},{y + 18} {cx + 16},{y + 18} {cx + 26},{y}", width=0.8)
        elif pen.face in ("joyful", "lively"):
            out += pen.line(
                f"M{cx - 26},{y + 10}C{cx - 16},{y - 12} {cx + 16},{y - 12} {cx + 26},{y + 10}", width=0.8
            )
        elif pen.face in AFRAID:
            out += pen.shape(circle(cx, y, 30), p.paper, width=0.7) + pen.flat(circle(cx, y, 9), p.ink)
        else:
            out += pen.flat(circle(cx, y, 15), p.ink) + pen.flat(circle(cx + 5, y - 5, 4.5), p.paper)
        if pen.face == "angry":
            out += pen.line(f"M{cx - side * 30},{y - 20}L{cx + side * 28},{y - 38}", width=0.7)
        elif pen.face in SAD:
            out += pen.line(f"M{cx - side * 26},{y - 40}L{cx + side * 26},{y - 26}", width=0.7)
    if pen.face in SAD:
        tear = f"M{x + apart},{y + 24}C{x + apart + 16},{y + 46} {x + apart + 14},{y + 60} {x + apart},{y + 60}C{x + apart - 14},{y + 60} {x + apart - 16},{y + 46} {x + apart},{y + 24}z"
        out += pen.shape(tear, p.sky, width=0.5)
    return out
