"""What is read, sent and looked through: book, letter, scroll, map, compass, telescope, telephones, computer."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import star
from storyreel.assets.looks.papercut.parts.pieces import lines
from storyreel.assets.looks.papercut.parts.tools import leaning
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, rect, shape, stroke


def book(pen: Pen) -> Art:
    """An open book standing on its edge."""
    svg = (
        shape("M-250,-330H250V0H-250z", pen.tone("red", 0.42))
        + shape("M0,-320C-60,-370 -180,-366 -236,-340V-20C-180,-46 -60,-50 0,0z", pen.tone("paper", 0.74))
        + shape("M0,-320C60,-370 180,-366 236,-340V-20C180,-46 60,-50 0,0z", pen.tone("paper", 0.5))
    )
    return Art(
        svg
        + lines(
            pen,
            "M-200,-290C-140,-306 -80,-300 -40,-276M-200,-240C-140,-256 -80,-250 -40,-226M-200,-190C-140,-206 -80,-200 -40,-176M-200,-140C-140,-156 -80,-150 -40,-126M200,-290C140,-306 80,-300 40,-276M200,-240C140,-256 80,-250 40,-226M200,-190C140,-206 80,-200 40,-176",
            "paper",
            0.1,
            9,
        )
        + shape("M60,-340H96V-120L78,-140L60,-120z", pen.tone("teal", 0.5)),
        -252,
        252,
        -372,
        0,
    )


def letter(pen: Pen) -> Art:
    """A sealed letter."""
    svg = (
        shape(rect(-220, -290, 440, 290, 6), pen.tone("paper", 0.6))
        + shape("M-220,0L0,-170L220,0z", pen.tone("paper", 0.74))
        + shape("M-220,-290L0,-110L220,-290z", pen.tone("paper", 0.36))
        + shape("M-220,-290L0,-130L220,-290z", pen.tone("paper", 0.86))
    )
    return Art(
        svg
        + shape(star(0, -140, 50, 12, 0.86), pen.tone("red", 0.4))
        + shape(ellipse(0, -140, 32), pen.tone("red", 0.54)),
        -222,
        222,
        -292,
        0,
    )


def scroll(pen: Pen) -> Art:
    """An unrolled scroll with its seal."""
    svg = (
        shape("M-170,-380H170V-40H-170z", pen.tone("paper", 0.6))
        + lines(pen, "M-120,-310H120M-120,-260H120M-120,-210H90M-120,-160H60", "wood", 0.5, 9)
        + "".join(
            shape(rect(-210, y, 420, 44, 22), pen.tone("plank", level))
            for y, level in ((-410, 0.7), (-46, 0.5))
        )
    )
    return Art(
        svg
        + shape(star(100, -110, 46, 12, 0.86), pen.tone("red", 0.5))
        + shape("M84,-80L70,-20L96,-36L112,-16L116,-80z", pen.tone("red", 0.36)),
        -212,
        212,
        -412,
        0,
    )


def map_part(pen: Pen) -> Art:
    """A folded map with a route and a cross."""
    svg = "".join(
        shape(f"M{x},{-320 + a}L{x + 140},{-320 + b}V{-20 + b}L{x},{-20 + a}z", pen.tone("sand", level))
        for x, a, b, level in ((-210, 0, 20, 0.62), (-70, 20, 0, 0.4), (70, 0, 20, 0.62))
    )
    return Art(
        svg
        + shape("M-210,-180C-160,-210 -130,-130 -70,-150V0L-210,-20z", pen.tone("leaf", 0.6))
        + shape("M70,-320C90,-240 150,-260 210,-200V-300z", pen.tone("water", 0.7))
        + f'<path d="M-150,-70C-90,-170 -20,-60 30,-150C60,-200 90,-180 120,-140" fill="none" stroke="{pen.tone("red", 0.5)}" stroke-width="11" stroke-dasharray="26 20" stroke-linecap="round"/>'
        + stroke("M110,-160l44,44M154,-160l-44,44", pen.tone("red", 0.4), 15),
        -212,
        212,
        -322,
        0,
    )


def compass(pen: Pen) -> Art:
    """A pocket compass."""
    svg = (
        stroke("M0,-370m-26,0a26,26 0 1 1 52,0a26,26 0 1 1 -52,0", pen.tone("brass", 0.44), 15)
        + shape(ellipse(0, -170, 170), pen.tone("brass", 0.5))
        + shape(ellipse(0, -170, 138), pen.tone("paper", 0.66))
        + lines(pen, "M0,-290v30M0,-80v30M-120,-170h30M90,-170h30", "ink", 0.5, 9)
    )
    return Art(
        svg
        + leaning(
            shape("M-26,0L0,-110L26,0z", pen.tone("red", 0.5))
            + shape("M-26,0L0,110L26,0z", pen.tone("ink", 0.5)),
            28,
            0,
            -170,
        )
        + shape(ellipse(0, -170, 13), pen.tone("brass", 0.7)),
        -172,
        172,
        -404,
        0,
    )


def telescope(pen: Pen) -> Art:
    """A telescope on its tripod, aimed at the sky."""
    tube = (
        shape(rect(-180, -44, 150, 88, 8), pen.tone("brass", 0.44))
        + shape(rect(-40, -54, 150, 108, 8), pen.tone("teal", 0.44))
        + shape(rect(100, -66, 120, 132, 8), pen.tone("brass", 0.56))
        + shape(rect(-220, -30, 50, 60, 8), pen.tone("ink", 0.4))
        + shape(rect(208, -72, 24, 144, 8), pen.tone("brass", 0.34))
    )
    return Art(
        stroke("M0,-250L-130,0M0,-250L130,0M0,-250V0", pen.tone("wood", 0.42), 19)
        + shape(ellipse(0, -262, 34), pen.tone("iron", 0.5))
        + leaning(tube, -28, 0, -290),
        -230,
        240,
        -470,
        8,
    )


def laptop(pen: Pen) -> Art:
    """An open computer with a chart on its screen."""
    svg = (
        shape(rect(-220, -330, 440, 290, 16), pen.tone("iron", 0.5))
        + shape(rect(-196, -306, 392, 236, 4), pen.tone("teal", 0.3))
        + shape(
            rect(-150, -150, 50, 60)
            + rect(-70, -200, 50, 110)
            + rect(10, -240, 50, 150)
            + rect(90, -270, 50, 180),
            pen.tone("ochre", 0.6),
        )
        + stroke("M-130,-200L-40,-250L40,-276L120,-292", pen.tone("cream", 0.8), 9)
    )
    return Art(
        svg
        + shape("M-230,-44H230L290,0H-290z", pen.tone("metal", 0.7))
        + shape("M-60,-18H60L70,0H-70z", pen.tone("metal", 0.44)),
        -292,
        292,
        -332,
        0,
    )


def mobile_phone(pen: Pen) -> Art:
    """A pocket telephone with a message."""
    svg = (
        shape(rect(-110, -420, 220, 420, 32), pen.tone("ink", 0.5))
        + shape(rect(-92, -376, 184, 316, 8), pen.tone("teal", 0.6))
        + shape(rect(-74, -340, 130, 64, 18), pen.tone("cream", 0.66))
        + shape(rect(-50, -250, 124, 64, 18), pen.tone("ochre", 0.6))
    )
    return Art(
        svg
        + shape(rect(-30, -36, 60, 13, 6) + ellipse(0, -398, 6), pen.tone("metal", 0.7))
        + lines(pen, "M-54,-318h80M-54,-298h50M-30,-228h80M-30,-208h60", "ink", 0.5, 6),
        -112,
        112,
        -422,
        0,
    )


def telephone(pen: Pen) -> Art:
    """A telephone with a dial."""
    svg = (
        shape("M-180,0C-170,-140 -110,-220 -60,-230H60C110,-220 170,-140 180,0z", pen.tone("red", 0.48))
        + shape(ellipse(0, -110, 84), pen.tone("cream", 0.6))
        + shape(
            "".join(
                ellipse(x, y, 13)
                for x, y in ((0, -168), (50, -139), (58, -96), (30, -58), (-30, -58), (-58, -96), (-50, -139))
            )
            + ellipse(0, -110, 26),
            pen.tone("red", 0.3),
        )
    )
    return Art(
        svg
        + shape(
            "M-210,-230C-220,-330 -120,-350 0,-350C120,-350 220,-330 210,-230C200,-210 130,-210 124,-236C110,-270 60,-276 0,-276C-60,-276 -110,-270 -124,-236C-130,-210 -200,-210 -210,-230z",
            pen.tone("red", 0.62),
        )
        + shape(rect(-50, -260, 20, 34) + rect(30, -260, 20, 34), pen.tone("red", 0.3)),
        -216,
        216,
        -352,
        0,
    )
