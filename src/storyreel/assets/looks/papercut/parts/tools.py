"""Tools, arms, instruments, machines: knife, hammer, sword, violin, drum, scales, gears, spade, broom."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import cog, star, taper
from storyreel.assets.looks.papercut.parts.pieces import clip, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, rect, shape, stroke


def leaning(svg: str, turn: float, x: float, y: float) -> str:
    """A long thing laid aslant."""
    return f'<g transform="translate({x},{y}) rotate({turn})">{svg}</g>'


def knife(pen: Pen) -> Art:
    """A kitchen knife, point down."""
    body = (
        shape("M-36,-170H36C40,-60 30,60 -20,170C-32,120 -36,0 -36,-170z", pen.tone("metal", 0.8))
        + shape("M10,-170H36C40,-60 30,60 -20,170C10,60 14,-60 10,-170z", pen.tone("metal", 0.5))
        + shape(rect(-34, -330, 68, 166, 22), pen.tone("ink", 0.6))
        + shape(ellipse(0, -290, 9) + ellipse(0, -240, 9) + ellipse(0, -194, 9), pen.tone("brass", 0.7))
    )
    return Art(leaning(body, -32, -10, -170), -204, 130, -470, 0)


def hammer(pen: Pen) -> Art:
    """A hammer leaning on its handle's end."""
    body = (
        shape(rect(-17, -330, 34, 330, 12), pen.tone("plank", 0.54))
        + shape(rect(0 if pen.shade_right else -17, -330, 17, 330, 8), pen.tone("plank", 0.36))
        + shape(
            "M-110,-400H60C110,-400 130,-370 150,-330C110,-346 60,-340 40,-330H-110z", pen.tone("iron", 0.6)
        )
        + shape(rect(-136, -410, 44, 90, 8), pen.tone("iron", 0.4))
    )
    return Art(leaning(body, 14, 0, -4), -70, 240, -418, 4)


def axe(pen: Pen) -> Art:
    """An axe."""
    body = (
        shape(rect(-17, -430, 34, 430, 14), pen.tone("plank", 0.5))
        + shape(
            "M-30,-420H40C80,-440 120,-450 150,-450C170,-380 170,-320 150,-260C120,-270 80,-290 40,-300H-30z",
            pen.tone("iron", 0.6),
        )
        + shape(
            "M150,-450C170,-380 170,-320 150,-260L124,-272C140,-330 140,-380 124,-444z",
            pen.tone("metal", 0.86),
        )
    )
    return Art(leaning(body, 10, -30, -2), -66, 205, -470, 4)


def sword(pen: Pen) -> Art:
    """A sword, its point in the ground."""
    svg = (
        shape("M-28,-330H28V-60L0,0L-28,-60z", pen.tone("metal", 0.78))
        + shape("M0,-330H28V-60L0,0z", pen.tone("metal", 0.5))
        + shape(rect(-110, -360, 220, 32, 14), pen.tone("brass", 0.54))
        + shape(rect(-17, -460, 34, 104, 8), pen.tone("rust", 0.34))
        + lines(pen, "M-16,-440l32,12M-16,-416l32,12M-16,-392l32,12", "brass", 0.5, 6)
    )
    return Art(svg + shape(ellipse(0, -474, 26), pen.tone("brass", 0.6)), -112, 112, -502, 0)


def shield(pen: Pen) -> Art:
    """A shield parted in four."""
    d = "M-170,-390Q0,-350 170,-390V-200C170,-90 90,-30 0,0C-90,-30 -170,-90 -170,-200z"
    return Art(
        shape(d, pen.tone("red", 0.5))
        + clip(
            d,
            shape(rect(0, -400, 200, 200) + rect(-200, -200, 200, 220), pen.tone("cream", 0.6))
            + stroke(d, pen.tone("brass", 0.5), 44),
        )
        + shape(star(0, -200, 60, 8, 0.5), pen.tone("brass", 0.7)),
        -172,
        172,
        -392,
        0,
    )


def violin(pen: Pen) -> Art:
    """A violin with its bow."""
    body = "M-60,-300C-110,-290 -120,-220 -80,-190C-70,-180 -70,-170 -84,-156C-140,-120 -130,0 0,0C130,0 140,-120 84,-156C70,-170 70,-180 80,-190C120,-220 110,-290 60,-300C40,-306 -40,-306 -60,-300z"
    svg = (
        shape(rect(-15, -500, 30, 240, 6), pen.tone("ink", 0.34))
        + halved(pen, body, (-120, -306, 130, 0), "rust", (0.52, 0.36), 0.44)
        + shape("M-26,-250L26,-250L18,-90H-18z", pen.tone("ink", 0.34))
        + shape(rect(-40, -104, 80, 11, 4), pen.tone("plank", 0.7))
        + stroke("M-66,-180q-20,30 0,60M66,-180q20,30 0,60", pen.tone("ink", 0.3), 8)
        + shape(
            ellipse(0, -510, 22) + rect(-36, -480, 72, 11, 5) + rect(-36, -456, 72, 11, 5),
            pen.tone("wood", 0.3),
        )
    )
    return Art(
        leaning(svg, -12, -30, -14)
        + stroke("M150,0L230,-470", pen.tone("wood", 0.44), 11)
        + stroke("M166,-6L238,-470", pen.tone("cream", 0.7), 5),
        -200,
        244,
        -520,
        10,
    )


def lute(pen: Pen) -> Art:
    """A lute."""
    body = (
        halved(
            pen,
            "M0,0C-150,0 -170,-150 -60,-250L-24,-300H24L60,-250C170,-150 150,0 0,0z",
            (-150, -300, 150, 0),
            "plank",
            (0.6, 0.44),
            0.44,
        )
        + shape(rect(-22, -480, 44, 220, 4), pen.tone("wood", 0.4))
        + shape("M-26,-480H26L60,-550L10,-566z", pen.tone("wood", 0.28))
        + shape(ellipse(0, -150, 40), pen.tone("wood", 0.2))
        + shape(rect(-50, -60, 100, 13, 5), pen.tone("wood", 0.3))
        + lines(pen, "M-9,-470V-56M0,-470V-56M9,-470V-56", "cream", 0.7, 3)
    )
    return Art(leaning(body, 18, 0, -18), -150, 234, -560, 8)


def drum(pen: Pen) -> Art:
    """A drum with its sticks."""
    d = "M-170,-200V-40A170,44 0 0 0 170,-40V-200z"
    svg = (
        stroke("M-120,-340L40,-220M150,-340L-20,-220", pen.tone("plank", 0.56), 16)
        + shape(d, pen.tone("red", 0.48))
        + clip(
            d,
            shape(rect(60 if pen.shade_right else -200, -210, 140, 240), pen.tone("red", 0.3))
            + stroke("M-170,-180L-110,-10L-50,-160L0,0L50,-160L110,-10L170,-180", pen.tone("cream", 0.7), 8),
        )
    )
    return Art(
        svg
        + stroke("M-170,-40A170,44 0 0 0 170,-40", pen.tone("ochre", 0.5), 22)
        + shape(ellipse(0, -200, 176, 46), pen.tone("ochre", 0.56))
        + shape(ellipse(0, -202, 152, 34), pen.tone("paper", 0.76)),
        -182,
        182,
        -350,
        16,
    )


def balance(pen: Pen) -> Art:
    """A pair of scales."""
    svg = (
        shape("M-110,0Q-90,-40 0,-44Q90,-40 110,0z", pen.tone("brass", 0.4))
        + shape(rect(-11, -400, 22, 370, 6), pen.tone("brass", 0.54))
        + shape(ellipse(0, -410, 24), pen.tone("brass", 0.7))
        + stroke("M-200,-340Q0,-400 200,-340", pen.tone("brass", 0.54), 15)
    )
    for x in (-200, 200):
        svg += stroke(f"M{x},-340L{x - 80},-170M{x},-340L{x + 80},-170", pen.tone("brass", 0.36), 5) + shape(
            f"M{x - 96},-172H{x + 96}C{x + 80},-110 {x - 80},-110 {x - 96},-172z",
            pen.tone("brass", 0.56 if x < 0 else 0.42),
        )
    return Art(svg, -298, 298, -434, 0)


def gear(pen: Pen) -> Art:
    """Two cog wheels in mesh."""
    svg = (
        f'<path d="{cog(-60, -180, 178, 12, 34)}{ellipse(-60, -180, 60)}" fill="{pen.tone("metal", 0.5)}" fill-rule="evenodd"/>'
        + shape(ellipse(-60, -180, 110), pen.tone("metal", 0.66))
        + shape(ellipse(-60, -180, 58), pen.tone("iron", 0.4))
    )
    return Art(
        svg
        + shape(cog(150, -330, 118, 9, 28), pen.tone("brass", 0.46))
        + shape(ellipse(150, -330, 70), pen.tone("brass", 0.62))
        + shape(ellipse(150, -330, 34), pen.tone("iron", 0.4)),
        -240,
        270,
        -450,
        -2,
    )


def shovel(pen: Pen) -> Art:
    """A spade stuck in its heap of earth."""
    return Art(
        shape(rect(-13, -430, 26, 300, 8), pen.tone("plank", 0.5))
        + stroke("M-54,-440H54", pen.tone("wood", 0.4), 28)
        + shape("M-74,-180H74V-60L0,20L-74,-60z", pen.tone("metal", 0.56))
        + shape("M0,-180H74V-60L0,20z", pen.tone("metal", 0.4))
        + shape("M-200,0C-150,-90 120,-110 200,0z", pen.tone("earth", 0.4)),
        -202,
        202,
        -456,
        0,
    )


def broom(pen: Pen) -> Art:
    """A besom."""
    svg = (
        shape(taper(0, -470, -150, 11, 13), pen.tone("wood", 0.5))
        + shape("M-40,-190H40C60,-120 110,-60 120,0H-120C-110,-60 -60,-120 -40,-190z", pen.tone("straw", 0.5))
        + lines(
            pen, "M-20,-180L-70,0M0,-180V0M20,-180L70,0M-30,-150L-100,-10M30,-150L100,-10", "straw", 0.26, 6
        )
    )
    return Art(
        svg + shape(rect(-48, -196, 96, 22, 8) + rect(-56, -160, 112, 18, 8), pen.tone("red", 0.46)),
        -122,
        122,
        -472,
        0,
    )
