"""Animals of house and farm from the side, in two or three tones; an eye is a dot."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.pieces import clip, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, rect, shape, stroke


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
