"""Animals from the side, in two or three tones; an eye is a dot."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.pieces import clip, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, num, rect, shape, stroke


def eye(pen: Pen, x: float, y: float, r: float = 7) -> str:
    """A dot with its light."""
    return shape(ellipse(x, y, r), pen.tone("ink", 0.15)) + shape(
        ellipse(x + r * 0.3, y - r * 0.35, r * 0.28), pen.tone("cream", 0.9)
    )


def legs(
    pen: Pen, xs: tuple[float, ...], top: float, family: str, level: float, width: float, hoof: str = "ink"
) -> str:
    """Straight legs, each with a hoof or paw."""
    svg = shape(
        "".join(rect(x - width / 2, top, width, -top, width * 0.3) for x in xs), pen.tone(family, level)
    )
    return svg + shape(
        "".join(rect(x - width / 2, -width * 0.7, width, width * 0.7, width * 0.2) for x in xs),
        pen.tone(hoof, 0.4),
    )


def cat(pen: Pen) -> Art:
    """A cat that sits, its tail round its feet."""
    fur, dark = pen.tone("ochre", 0.5), pen.tone("ochre", 0.3)
    svg = stroke("M110,-30C200,-20 230,-90 190,-150", dark, 32) + shape(
        "M-60,-230C-110,-150 -120,-40 -90,0H130C160,-80 110,-190 40,-230z", fur
    )
    svg += (
        shape(
            "M40,-230C110,-190 160,-80 130,0H60C90,-90 60,-170 0,-210z"
            if pen.shade_right
            else "M-60,-230C-110,-150 -120,-40 -90,0H-40C-60,-80 -40,-170 0,-210z",
            dark,
        )
        + shape(rect(-84, -110, 36, 110, 16) + rect(-30, -110, 36, 110, 16), pen.tone("ochre", 0.6))
        + shape(rect(-86, -28, 42, 28, 13) + rect(-32, -28, 42, 28, 13), pen.tone("cream", 0.6))
    )
    svg += (
        shape(
            "M-124,-290L-118,-400L-50,-350H10L78,-400L84,-290C84,-230 40,-200 -20,-200C-80,-200 -124,-230 -124,-290z",
            fur,
        )
        + shape("M-104,-320L-102,-366L-70,-342zM64,-320L62,-366L30,-342z", pen.tone("rust", 0.6))
        + shape("M-40,-350L-32,-310L-20,-352L-8,-310L0,-350z", dark)
    )
    svg += (
        shape(
            "M-64,-236C-60,-262 -40,-262 -20,-252C0,-262 20,-262 24,-236C10,-212 -50,-212 -64,-236z",
            pen.tone("cream", 0.66),
        )
        + shape("M-32,-256H-8L-20,-240z", pen.tone("rust", 0.4))
        + eye(pen, -64, -286, 11)
        + eye(pen, 24, -286, 11)
    )
    return Art(
        svg + lines(pen, "M-70,-240l-60,-10M-70,-230l-56,10M30,-240l60,-10M30,-230l56,10", "ink", 0.5, 4),
        -132,
        222,
        -402,
        0,
    )


def dog(pen: Pen) -> Art:
    """A dog that stands."""
    fur = pen.tone("wood", 0.66)
    svg = (
        stroke("M-170,-190C-240,-220 -250,-290 -220,-330", pen.tone("wood", 0.5), 26)
        + legs(pen, (-120, 84), -130, "wood", 0.42, 34, "wood")
        + legs(pen, (-154, 120), -130, "wood", 0.62, 36, "cream")
    )
    svg += shape(
        "M-180,-210C-120,-240 60,-230 110,-240L160,-190C160,-120 120,-90 60,-96C0,-104 -60,-110 -100,-96C-170,-90 -200,-150 -180,-210z",
        fur,
    ) + shape("M-40,-226C10,-240 40,-220 30,-180C10,-150 -50,-160 -60,-190z", pen.tone("wood", 0.36))
    svg += (
        shape(
            "M90,-290C110,-350 190,-350 210,-300L276,-276C284,-240 250,-226 210,-230C190,-190 150,-160 110,-190C80,-220 80,-260 90,-290z",
            fur,
        )
        + shape("M110,-330C70,-330 56,-270 70,-220C100,-210 130,-250 134,-310z", pen.tone("wood", 0.3))
        + shape(ellipse(272, -272, 15, 12), pen.tone("ink", 0.3))
        + eye(pen, 184, -292, 9)
        + shape("M100,-210L160,-176L150,-156L92,-190z", pen.tone("red", 0.5))
    )
    return Art(svg, -246, 290, -346, 0)


def horse(pen: Pen) -> Art:
    """A bay horse."""
    coat, mane = pen.tone("rust", 0.42), pen.tone("ink", 0.36)
    svg = (
        stroke("M-220,-290C-290,-260 -280,-170 -264,-100", mane, 36)
        + legs(pen, (-150, 120), -200, "rust", 0.22, 32)
        + legs(pen, (-196, 160), -200, "rust", 0.4, 34)
    )
    svg += shape(
        "M-230,-300C-180,-350 0,-320 90,-320L150,-430C170,-480 220,-490 250,-470L330,-390C336,-360 310,-350 290,-356L226,-380L196,-220C180,-160 120,-160 60,-164C-20,-160 -100,-160 -150,-160C-240,-170 -260,-250 -230,-300z",
        coat,
    )
    svg += (
        shape("M80,-320C110,-420 130,-480 190,-500L210,-480C170,-440 150,-360 150,-300z", mane)
        + shape("M200,-490L206,-540L236,-490z", coat)
        + eye(pen, 244, -430, 9)
        + shape("M330,-390C336,-360 310,-350 290,-356L272,-364L306,-412z", pen.tone("rust", 0.66))
        + shape(
            "M-230,-300C-240,-230 -220,-180 -150,-160C-190,-210 -190,-260 -170,-322z"
            if not pen.shade_right
            else "M196,-220C180,-160 120,-160 60,-164C130,-190 160,-260 170,-330L216,-330z",
            pen.tone("rust", 0.26),
        )
    )
    return Art(svg, -286, 334, -542, 0)


def cow(pen: Pen) -> Art:
    """A spotted cow."""
    body = "M-250,-300C-200,-330 100,-320 160,-310C210,-290 210,-170 170,-140H-200C-260,-150 -280,-260 -250,-300z"
    svg = (
        stroke("M-250,-290C-290,-240 -284,-180 -280,-130", pen.tone("cream", 0.4), 13)
        + shape(ellipse(-280, -116, 14, 22), pen.tone("ink", 0.4))
        + legs(pen, (-160, 100), -160, "cream", 0.36, 36)
        + legs(pen, (-204, 144), -160, "cream", 0.56, 38)
        + shape(ellipse(-90, -140, 50, 34), pen.tone("skin_light", 0.4))
    )
    svg += shape(body, pen.tone("cream", 0.66)) + clip(
        body,
        shape(
            "M-200,-340C-120,-340 -110,-250 -160,-230C-230,-210 -240,-290 -200,-340zM-20,-330C60,-340 80,-270 40,-240C-20,-220 -60,-270 -20,-330zM60,-190C110,-220 160,-180 150,-130H60C40,-150 40,-170 60,-190zM-110,-200C-60,-210 -50,-160 -80,-140H-130C-140,-170 -130,-190 -110,-200z",
            pen.tone("ink", 0.44),
        ),
    )
    svg += (
        shape(
            "M150,-330C170,-390 260,-390 280,-340L300,-250C300,-210 240,-200 220,-220L160,-270z",
            pen.tone("cream", 0.6),
        )
        + shape(
            "M160,-372C150,-420 170,-440 190,-444C180,-420 190,-400 200,-384zM250,-376C270,-420 260,-440 240,-448C244,-420 236,-400 230,-384z",
            pen.tone("plank", 0.6),
        )
        + shape("M160,-350C110,-370 90,-340 100,-320C130,-310 150,-320 164,-330z", pen.tone("ink", 0.4))
        + shape(ellipse(262, -236, 42, 30), pen.tone("skin_light", 0.46))
        + shape(ellipse(250, -238, 6) + ellipse(276, -240, 6), pen.tone("rust", 0.2))
        + eye(pen, 224, -324, 9)
    )
    return Art(svg, -298, 306, -450, 0)


def sheep(pen: Pen) -> Art:
    """A woolly sheep."""
    wool = "".join(
        ellipse(x, y, r)
        for x, y, r in (
            (-110, -190, 70),
            (-40, -230, 76),
            (50, -226, 74),
            (110, -180, 66),
            (60, -130, 70),
            (-40, -124, 76),
            (-110, -130, 62),
        )
    )
    svg = (
        legs(pen, (-70, 60), -100, "ink", 0.4, 26)
        + legs(pen, (-100, 92), -100, "ink", 0.62, 26)
        + shape(wool, pen.tone("cream", 0.66))
        + shape(
            "".join(ellipse(x, y, r) for x, y, r in ((-50, -130, 54), (40, -136, 50), (90, -140, 40))),
            pen.tone("cream", 0.44),
        )
    )
    svg += (
        shape(
            "M110,-250C130,-280 190,-280 204,-240L210,-170C206,-140 160,-136 140,-160z", pen.tone("ink", 0.6)
        )
        + shape("M124,-236C80,-236 70,-210 84,-196C110,-196 126,-206 134,-216z", pen.tone("ink", 0.44))
        + shape(ellipse(138, -262, 34, 26) + ellipse(172, -268, 30, 22), pen.tone("cream", 0.7))
        + eye(pen, 172, -222, 8)
    )
    return Art(svg, -182, 212, -308, 0)


def pig(pen: Pen) -> Art:
    """A pig."""
    pink = pen.tone("skin_light", 0.34)
    svg = (
        stroke("M-190,-180C-230,-190 -240,-150 -216,-146C-196,-150 -206,-180 -230,-176", pink, 11)
        + legs(pen, (-100, 84), -80, "skin_light", 0.1, 36, "rust")
        + legs(pen, (-140, 122), -80, "skin_light", 0.36, 38, "rust")
        + shape(
            "M-200,-160C-200,-260 -80,-270 0,-266C110,-266 190,-230 200,-150C190,-80 110,-60 0,-60C-120,-60 -196,-80 -200,-160z",
            pink,
        )
    )
    return Art(
        svg
        + shape("M110,-240L90,-300C130,-310 160,-280 170,-236z", pen.tone("skin_light", 0.1))
        + shape(rect(184, -190, 52, 70, 24), pen.tone("skin_light", 0.06))
        + shape(ellipse(204, -164, 5, 8) + ellipse(222, -164, 5, 8), pen.tone("rust", 0.2))
        + eye(pen, 160, -186, 8),
        -238,
        238,
        -304,
        0,
    )


def hen(pen: Pen) -> Art:
    """A hen."""
    svg = stroke("M-20,-70V-6M30,-70V-6M-34,-4h40M16,-4h40", pen.tone("ochre", 0.4), 9) + shape(
        "M-200,-260C-170,-200 -110,-180 -60,-190C-10,-200 60,-240 80,-300C100,-350 160,-350 170,-300C180,-180 130,-60 10,-56C-110,-56 -190,-150 -200,-260z",
        pen.tone("rust", 0.5),
    )
    svg += (
        shape("M-130,-170C-70,-160 0,-190 50,-170C40,-110 -70,-90 -130,-170z", pen.tone("rust", 0.3))
        + shape(
            "M86,-330C80,-370 100,-380 110,-360C116,-386 136,-386 138,-360C156,-374 168,-356 158,-326C130,-346 110,-346 86,-330z",
            pen.tone("red", 0.5),
        )
        + shape("M170,-300L210,-280L166,-266z", pen.tone("ochre", 0.56))
        + shape("M150,-262C170,-256 166,-220 150,-216C136,-226 136,-256 150,-262z", pen.tone("red", 0.46))
        + eye(pen, 136, -304, 8)
    )
    return Art(svg, -202, 212, -382, 0)


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


def duck(pen: Pen) -> Art:
    """A duck on the water."""
    svg = (
        shape(
            "M-220,-170C-190,-140 -150,-130 -100,-140C-20,-150 40,-160 60,-210C40,-270 80,-330 130,-326C190,-320 196,-260 170,-220C210,-120 150,-20 0,-16C-130,-10 -220,-70 -220,-170z",
            pen.tone("cream", 0.66),
        )
        + shape(
            "M60,-210C40,-270 80,-330 130,-326C190,-320 196,-260 170,-220C140,-200 90,-200 60,-210z",
            pen.tone("green", 0.4),
        )
        + shape("M-120,-110C-50,-120 40,-120 80,-90C30,-40 -80,-50 -120,-110z", pen.tone("plank", 0.5))
        + shape("M176,-280C220,-280 240,-260 236,-246C210,-240 184,-246 174,-254z", pen.tone("ochre", 0.56))
    )
    return Art(
        svg + eye(pen, 144, -280, 8) + shape(rect(-230, -22, 420, 24, 12), pen.tone("water", 0.6)),
        -232,
        240,
        -328,
        2,
    )


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
