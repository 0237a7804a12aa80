"""What a kitchen holds: oven, pot, cup, teapot, bottle, bowl."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import cup, dome
from storyreel.assets.looks.papercut.parts.pieces import clip, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, arch, ellipse, rect, shape, stroke


def oven(pen: Pen) -> Art:
    """A brick oven with its fire."""
    svg = shape("M-230,0V-260C-230,-430 230,-430 230,-260V0z", pen.tone("brick", 0.34)) + shape(
        rect(-70, -560, 140, 180), pen.tone("brick", 0.28)
    )
    bricks = "".join(
        f'<rect x="-26" y="-262" width="52" height="62" rx="6" fill="{pen.tone("brick", 0.62 if k % 2 else 0.5)}" transform="translate(0,-130) rotate({-90 + 22.5 * k})"/>'
        for k in range(9)
    )
    mouth = arch(-186, -316, 372, 316)
    svg += (
        bricks
        + shape(mouth, pen.tone("night", 0.2))
        + clip(
            mouth,
            shape(
                "M-150,0C-150,-110 -90,-120 -70,-200C-40,-150 -30,-150 0,-250C40,-170 60,-170 80,-150C140,-110 150,-60 150,0z",
                pen.tone("red", 0.5),
            )
            + shape(
                "M-100,0C-100,-70 -50,-90 -30,-130C0,-90 20,-110 40,-150C90,-80 100,-50 100,0z",
                pen.tone("ochre", 0.6),
            ),
        )
    )
    return Art(
        svg + shape(rect(-260, -26, 520, 26, 5), pen.tone("stone", 0.55)),
        -262,
        262,
        -562,
        0,
        (Glow(0, -110, 320, "fire"),),
    )


def pot(pen: Pen) -> Art:
    """A soup pot with steam."""
    svg = (
        stroke(
            "M-40,-310C-70,-340 -10,-360 -40,-400M40,-310C10,-340 70,-360 40,-400", pen.tone("snow", 0.7), 13
        )
        + stroke("M-170,-190H-210M170,-190H210", pen.tone("iron", 0.4), 26)
        + halved(pen, cup(0, -250, 170, 150, 250), (-170, -250, 170, 0), "red", (0.52, 0.34), 0.36)
    )
    return Art(
        svg
        + shape(dome(-176, -296, 352, 46), pen.tone("red", 0.64))
        + shape(rect(-184, -262, 368, 22, 10), pen.tone("red", 0.26))
        + shape(ellipse(0, -302, 22, 15), pen.tone("ink", 0.4)),
        -226,
        226,
        -408,
        0,
    )


def coffee(pen: Pen) -> Art:
    """A cup that steams."""
    svg = (
        stroke(
            "M-40,-250C-66,-280 -14,-300 -40,-336M40,-250C14,-280 66,-300 40,-336", pen.tone("snow", 0.7), 13
        )
        + stroke("M130,-170C220,-180 220,-60 116,-70", pen.tone("cream", 0.44), 28)
        + halved(
            pen,
            "M-146,-220H146C146,-110 110,-30 60,-26H-60C-110,-30 -146,-110 -146,-220z",
            (-146, -220, 146, -26),
            "cream",
            (0.66, 0.42),
            0.36,
        )
    )
    return Art(
        svg
        + shape(ellipse(0, -220, 146, 28), pen.tone("cream", 0.8))
        + shape(ellipse(0, -218, 124, 20), pen.tone("wood", 0.24))
        + shape("M-190,-26H190Q170,0 110,0H-110Q-170,0 -190,-26z", pen.tone("teal", 0.5)),
        -192,
        204,
        -346,
        0,
    )


def tea(pen: Pen) -> Art:
    """A teapot."""
    svg = (
        stroke("M140,-170C230,-190 230,-60 130,-70", pen.tone("teal", 0.4), 30)
        + shape(
            "M-110,-90C-200,-110 -200,-190 -240,-230L-200,-250C-150,-220 -150,-170 -100,-170z",
            pen.tone("teal", 0.44),
        )
        + halved(pen, ellipse(0, -130, 160, 130), (-160, -260, 160, 0), "teal", (0.54, 0.36), 0.36)
    )
    return Art(
        svg
        + shape(dome(-90, -280, 180, 46), pen.tone("teal", 0.66))
        + shape(ellipse(0, -290, 22), pen.tone("ochre", 0.6))
        + shape(ellipse(0, -120, 50), pen.tone("cream", 0.66))
        + shape(ellipse(0, -120, 22), pen.tone("red", 0.5)),
        -246,
        220,
        -312,
        0,
    )


def bottle(pen: Pen) -> Art:
    """A corked bottle with a label."""
    d = "M-34,-440H34V-330C34,-290 90,-280 90,-210V-16Q90,0 74,0H-74Q-90,0 -90,-16V-210C-90,-280 -34,-290 -34,-330z"
    svg = (
        shape(rect(-26, -480, 52, 56, 8), pen.tone("plank", 0.5))
        + halved(pen, d, (-90, -440, 90, 0), "green", (0.44, 0.26), 0.36)
        + clip(d, shape(rect(-68, -220, 15, 180, 7), pen.tone("green", 0.8)))
        + shape(rect(-42, -446, 84, 28, 8), pen.tone("green", 0.3))
    )
    return Art(
        svg
        + shape(rect(-90, -170, 180, 100), pen.tone("paper", 0.6))
        + lines(pen, "M-56,-136h112M-56,-110h76", "rust", 0.4, 9),
        -92,
        92,
        -482,
        0,
    )


def bowl(pen: Pen) -> Art:
    """A bowl of soup with its spoon."""
    svg = (
        stroke("M60,-190L190,-310", pen.tone("wood", 0.55), 17)
        + shape(
            "M-190,-180H190C180,-70 110,-24 60,-20H-60C-110,-24 -180,-70 -190,-180z", pen.tone("red", 0.5)
        )
        + shape(rect(-70, -24, 140, 24, 6), pen.tone("red", 0.3))
    )
    return Art(
        svg
        + shape(ellipse(0, -180, 190, 34), pen.tone("red", 0.72))
        + shape(ellipse(0, -178, 164, 24), pen.tone("ochre", 0.56))
        + shape("M-180,-130Q0,-90 180,-130L176,-106Q0,-66 -176,-106z", pen.tone("cream", 0.6)),
        -192,
        202,
        -320,
        0,
    )
