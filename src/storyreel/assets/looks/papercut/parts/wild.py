"""Animals of wood, water and air from the side, in two or three tones; an eye is a dot."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.animals import eye
from storyreel.assets.looks.papercut.parts.pieces import clip, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, num, rect, shape, stroke


def bird(pen: Pen) -> Art:
    """A robin."""
    svg = (
        stroke("M-10,-70V-6M26,-70V-6M-22,-4h36M14,-4h36", pen.tone("wood", 0.4), 8)
        + shape("M-230,-150L-110,-190L-90,-140z", pen.tone("wood", 0.3))
        + shape(
            "M-140,-170C-80,-230 0,-230 40,-270C80,-310 160,-290 160,-230C166,-120 90,-50 0,-56C-70,-60 -130,-100 -140,-170z",
            pen.tone("wood", 0.5),
        )
    )
    svg += (
        shape(
            "M70,-260C110,-290 160,-280 160,-230C164,-140 110,-70 40,-58C20,-130 40,-220 70,-260z",
            pen.tone("rust", 0.62),
        )
        + shape("M-180,-160C-110,-190 -30,-190 20,-170C0,-110 -90,-100 -180,-160z", pen.tone("wood", 0.3))
        + shape("M156,-248L204,-234L156,-220z", pen.tone("ink", 0.4))
        + eye(pen, 118, -252, 9)
    )
    return Art(svg, -232, 206, -300, 0)


def owl(pen: Pen) -> Art:
    """An owl on its bough."""
    svg = (
        stroke("M-200,-14C-80,-30 80,-4 200,-20", pen.tone("wood", 0.36), 30)
        + shape(
            "M-130,-320C-150,-400 -120,-420 -110,-420C-80,-390 80,-390 110,-420C120,-420 150,-400 130,-320C160,-200 130,-40 0,-30C-130,-40 -160,-200 -130,-320z",
            pen.tone("wood", 0.46),
        )
        + shape(
            "M-80,-200C-90,-100 -50,-50 0,-46C50,-50 90,-100 80,-200C30,-240 -30,-240 -80,-200z",
            pen.tone("plank", 0.7),
        )
    )
    svg += (
        lines(
            pen,
            "M-50,-180q12,14 24,0M-12,-180q12,14 24,0M26,-180q12,14 24,0M-32,-140q12,14 24,0M8,-140q12,14 24,0M-12,-100q12,14 24,0",
            "wood",
            0.4,
            7,
        )
        + shape(
            "M-136,-280C-170,-180 -140,-90 -90,-60C-100,-150 -100,-220 -136,-280zM136,-280C170,-180 140,-90 90,-60C100,-150 100,-220 136,-280z",
            pen.tone("wood", 0.28),
        )
        + shape(ellipse(-54, -310, 54) + ellipse(54, -310, 54), pen.tone("cream", 0.66))
        + eye(pen, -50, -308, 26)
        + eye(pen, 50, -308, 26)
    )
    return Art(
        svg
        + shape("M-18,-280H18L0,-240z", pen.tone("ochre", 0.5))
        + shape(rect(-54, -44, 34, 26, 10) + rect(20, -44, 34, 26, 10), pen.tone("ochre", 0.4)),
        -216,
        216,
        -422,
        4,
    )


def fox(pen: Pen) -> Art:
    """A fox that sits."""
    red, dark = pen.tone("rust", 0.58), pen.tone("rust", 0.36)
    tail = "M70,-30C180,-10 260,-80 240,-210C190,-190 150,-120 90,-100z"
    svg = (
        shape(tail, dark)
        + clip(tail, shape(ellipse(240, -190, 60), pen.tone("cream", 0.66)))
        + shape("M-70,-230C-110,-140 -100,-40 -80,0H100C130,-90 90,-190 40,-230z", red)
        + shape("M-60,-210C-70,-120 -50,-60 -20,-40C10,-60 30,-130 20,-210z", pen.tone("cream", 0.62))
        + shape(rect(-76, -90, 34, 90, 14) + rect(-8, -90, 34, 90, 14), pen.tone("ink", 0.4))
    )
    svg += (
        shape(
            "M-130,-290L-110,-420L-40,-350H20L90,-420L110,-290C80,-240 20,-210 -10,-190C-40,-210 -100,-240 -130,-290z",
            red,
        )
        + shape("M-110,-420L-100,-350L-70,-376zM90,-420L80,-350L50,-376z", pen.tone("ink", 0.4))
        + shape(
            "M-130,-290C-90,-290 -50,-280 -10,-190C-40,-210 -100,-240 -130,-290zM110,-290C70,-290 30,-280 -10,-190C20,-210 80,-240 110,-290z",
            pen.tone("cream", 0.66),
        )
        + shape(ellipse(-10, -198, 15, 12), pen.tone("ink", 0.3))
        + eye(pen, -58, -294, 10)
        + eye(pen, 38, -294, 10)
    )
    return Art(svg, -132, 252, -422, 0)


def wolf(pen: Pen) -> Art:
    """A wolf that howls."""
    grey, dark = pen.tone("slate", 0.5), pen.tone("slate", 0.26)
    svg = (
        shape("M-150,-60C-250,-40 -290,-90 -300,-150C-240,-140 -180,-130 -130,-120z", dark)
        + shape("M60,-310C-40,-270 -150,-180 -160,0H90C80,-60 130,-120 150,-220z", grey)
        + shape(
            "M60,-310C-40,-270 -150,-180 -160,0H-100C-90,-150 -20,-230 80,-280z"
            if not pen.shade_right
            else "M-160,0C-150,-60 -120,-120 -90,-150C-30,-150 10,-80 0,0z",
            dark,
        )
    )
    svg += (
        shape(rect(30, -160, 40, 160, 14), pen.tone("slate", 0.62))
        + shape(rect(24, -26, 58, 26, 12) + rect(-140, -30, 80, 30, 14), pen.tone("slate", 0.7))
        + shape(
            "M20,-290C10,-340 30,-370 60,-380L30,-450L100,-400L220,-480C236,-470 234,-450 220,-440L250,-420C240,-400 210,-400 190,-390C180,-330 170,-280 150,-230C100,-230 50,-250 20,-290z",
            grey,
        )
        + shape(
            "M250,-420C240,-400 210,-400 190,-390C186,-350 170,-290 150,-230C120,-300 150,-370 200,-420z",
            pen.tone("slate", 0.86),
        )
    )
    return Art(
        svg
        + shape(ellipse(224, -474, 13), pen.tone("ink", 0.2))
        + stroke("M108,-380q16,4 26,-12", pen.tone("ink", 0.2), 7),
        -302,
        254,
        -488,
        0,
    )


def bear(pen: Pen) -> Art:
    """A bear on all fours."""
    fur = pen.tone("wood", 0.42)
    svg = (
        shape(rect(-150, -130, 70, 130, 24) + rect(80, -130, 70, 130, 24), pen.tone("wood", 0.2))
        + shape(rect(-220, -140, 76, 140, 26) + rect(130, -140, 76, 140, 26), fur)
        + shape(
            "M-240,-190C-250,-310 -100,-350 40,-330C120,-350 230,-280 230,-170C220,-90 120,-80 0,-84C-140,-80 -236,-100 -240,-190z",
            fur,
        )
    )
    svg += (
        shape(ellipse(168, -340, 28) + ellipse(256, -340, 26), pen.tone("wood", 0.3))
        + shape(
            "M140,-260C140,-340 290,-350 296,-260L330,-230C330,-190 290,-180 250,-186C180,-180 140,-210 140,-260z",
            pen.tone("wood", 0.5),
        )
        + shape("M280,-250C310,-250 336,-230 330,-210C310,-190 270,-190 262,-214z", pen.tone("plank", 0.6))
        + shape(ellipse(318, -238, 16, 12), pen.tone("ink", 0.3))
        + eye(pen, 248, -268, 8)
    )
    return Art(svg, -246, 336, -370, 0)


def mouse(pen: Pen) -> Art:
    """A mouse."""
    svg = (
        stroke("M-140,-30C-220,-10 -250,-60 -300,-40", pen.tone("skin_light", 0.1), 11)
        + shape(
            "M-150,-60C-150,-180 -40,-230 60,-190C110,-190 190,-120 220,-60C210,-20 160,0 100,0H-100C-140,0 -150,-30 -150,-60z",
            pen.tone("slate", 0.56),
        )
        + shape(ellipse(70, -200, 52), pen.tone("slate", 0.4))
        + shape(ellipse(70, -200, 34), pen.tone("skin_light", 0.3))
        + shape(ellipse(122, -188, 44), pen.tone("slate", 0.62))
        + shape(ellipse(222, -58, 13), pen.tone("rust", 0.5))
        + eye(pen, 156, -104, 10)
    )
    return Art(
        svg + shape(rect(-90, -18, 66, 18, 9) + rect(70, -18, 66, 18, 9), pen.tone("skin_light", 0.2)),
        -304,
        236,
        -252,
        0,
    )


def snake(pen: Pen) -> Art:
    """A coiled snake, its head up."""
    svg = stroke(
        "M-220,-26H120C220,-26 220,-120 120,-120H-40C-130,-120 -130,-210 -40,-210H40",
        pen.tone("green", 0.46),
        52,
    )
    svg += (
        "".join(
            shape(ellipse(x, y, 15, 19), pen.tone("ochre", 0.6))
            for x, y in (
                (-170, -26),
                (-100, -26),
                (-30, -26),
                (40, -26),
                (110, -26),
                (60, -120),
                (-10, -120),
                (-50, -208),
            )
        )
        + shape("M20,-250C90,-270 150,-240 160,-200C150,-176 80,-170 20,-184z", pen.tone("green", 0.6))
        + stroke("M158,-202H204L222,-216M204,-202L222,-190", pen.tone("red", 0.5), 6)
    )
    return Art(svg + eye(pen, 110, -226, 8), -248, 226, -262, 0)


def rabbit(pen: Pen) -> Art:
    """A hare that sits."""
    fur, dark = pen.tone("plank", 0.56), pen.tone("plank", 0.34)
    svg = (
        shape(ellipse(-150, -60, 38), pen.tone("cream", 0.7))
        + shape("M-150,-40C-160,-150 -60,-200 20,-180L90,-200V0H-110C-140,0 -150,-20 -150,-40z", fur)
        + shape("M-130,-30C-130,-110 -40,-130 0,-70C10,-30 -10,0 -40,0H-100z", dark)
        + shape(
            "M40,-290C10,-360 10,-440 40,-450C70,-430 80,-370 80,-300zM100,-300C90,-370 110,-440 140,-440C160,-410 150,-340 130,-290z",
            dark,
        )
        + shape("M20,-230C20,-300 130,-320 160,-250C176,-220 150,-180 110,-180C60,-180 20,-190 20,-230z", fur)
        + shape(ellipse(160, -232, 11), pen.tone("rust", 0.5))
        + eye(pen, 116, -254, 9)
    )
    return Art(
        svg + shape(rect(50, -30, 60, 30, 14) + rect(-80, -30, 100, 30, 14), pen.tone("plank", 0.7)),
        -190,
        172,
        -452,
        0,
    )


def frog(pen: Pen) -> Art:
    """A frog on its leaf."""
    svg = (
        shape(f"M-240,-14a240,34 0 0 0 {num(480)},0a240,30 0 0 0 -480,0z", pen.tone("leaf", 0.3))
        + shape(
            "M-180,-20C-230,-100 -160,-150 -110,-110zM180,-20C230,-100 160,-150 110,-110z",
            pen.tone("green", 0.34),
        )
        + shape(
            "M-140,-60C-150,-170 -90,-220 0,-220C90,-220 150,-170 140,-60C110,-14 -110,-14 -140,-60z",
            pen.tone("green", 0.6),
        )
        + shape(ellipse(-70, -226, 42) + ellipse(70, -226, 42), pen.tone("green", 0.6))
        + shape(ellipse(-70, -230, 26) + ellipse(70, -230, 26), pen.tone("cream", 0.8))
        + eye(pen, -66, -230, 15)
        + eye(pen, 74, -230, 15)
    )
    return Art(
        svg
        + shape("M-90,-60C-60,-20 60,-20 90,-60C60,-110 -60,-110 -90,-60z", pen.tone("cream", 0.6))
        + stroke("M-84,-140Q0,-90 84,-140", pen.tone("green", 0.16), 8),
        -242,
        242,
        -270,
        22,
    )


def butterfly(pen: Pen) -> Art:
    """A butterfly in the air; it hangs from its thread."""
    wing = (
        shape("M6,230C60,120 190,130 180,210C176,260 80,280 10,250z", pen.tone("ochre", 0.56))
        + shape("M6,256C70,250 150,290 120,340C90,380 30,330 6,270z", pen.tone("rust", 0.5))
        + shape(ellipse(130, 200, 22) + ellipse(84, 310, 15), pen.tone("cream", 0.7))
    )
    svg = (
        stroke("M0,0V190", pen.tone("cream", 0.6), 3, 0.8)
        + wing
        + f'<g transform="scale(-1,1)">{wing}</g>'
        + shape(rect(-11, 200, 22, 130, 11), pen.tone("ink", 0.4))
        + stroke("M-4,204L-34,160M4,204L34,160", pen.tone("ink", 0.4), 6)
    )
    return Art(svg, -184, 184, 0, 360, hangs=True)
