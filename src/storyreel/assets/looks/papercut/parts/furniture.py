"""Inside a house: table, chair, bed, window, door, stairs, shelf, desk, mirror, piano."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import dome
from storyreel.assets.looks.papercut.parts.pieces import clip, fold, halved, lines, posts
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, arch, ellipse, polygon, rect, shape, stroke


def table(pen: Pen) -> Art:
    """A laid table: cloth, loaf and jug."""
    svg = shape(rect(-240, -220, 30, 220) + rect(210, -220, 30, 220), pen.tone("wood", 0.36))
    svg += halved(
        pen,
        "M60,-236V-320C60,-350 84,-356 80,-390H150C146,-356 170,-350 170,-320V-236z",
        (60, -390, 170, -236),
        "teal",
        (0.54, 0.34),
    ) + stroke("M166,-340C210,-340 210,-270 168,-270", pen.tone("teal", 0.4), 13)
    svg += shape(dome(-190, -320, 190, 84), pen.tone("crust", 0.46)) + lines(
        pen, "M-140,-300l20,40M-96,-314l20,44M-52,-306l18,40", "crust", 0.8, 9
    )
    cloth = "M-280,-240H280L296,-130Q250,-110 210,-130Q160,-110 110,-130Q60,-110 0,-130Q-60,-110 -110,-130Q-160,-110 -210,-130Q-250,-110 -296,-130z"
    return Art(
        svg
        + shape(cloth, pen.tone("cream", 0.6))
        + clip(
            cloth,
            shape(
                "".join(rect(x, -250, 26, 150) for x in (-220, -120, -13, 94, 194)), pen.tone("red", 0.5), 0.8
            ),
        ),
        -296,
        296,
        -392,
        0,
    )


def chair(pen: Pen) -> Art:
    """A kitchen chair from the side."""
    svg = (
        shape(rect(-110, -400, 26, 400, 8), pen.tone("wood", 0.42))
        + shape(rect(74, -190, 24, 190, 6), pen.tone("wood", 0.34))
        + shape(rect(-116, -206, 222, 34, 10), pen.tone("wood", 0.58))
        + shape(rect(-84, -100, 160, 16), pen.tone("wood", 0.3))
    )
    return Art(
        svg
        + shape(rect(-92, -380, 22, 160, 8), pen.tone("wood", 0.6))
        + shape(rect(-90, -230, 190, 30, 14), pen.tone("red", 0.5)),
        -118,
        108,
        -402,
        0,
        points={"seat": (0, -206)},
    )


def bed(pen: Pen) -> Art:
    """A bed with pillow and quilt."""
    svg = (
        shape(arch(-330, -290, 60, 290) + rect(270, -180, 44, 180, 14), pen.tone("wood", 0.4))
        + shape(rect(-290, -120, 580, 70), pen.tone("wood", 0.54))
        + shape(rect(-280, -176, 560, 70, 16), pen.tone("cream", 0.6))
        + shape(rect(-276, -226, 160, 76, 34), pen.tone("paper", 0.8))
    )
    quilt = "M-120,-190C-60,-220 60,-214 120,-206C200,-210 270,-200 284,-160V-70H-120z"
    return Art(
        svg
        + shape(quilt, pen.tone("blue", 0.5))
        + clip(
            quilt,
            shape(
                "".join(
                    rect(-120 + 90 * k, -230 + 60 * (row % 3), 44, 44, 4)
                    for k in range(5)
                    for row in range(3)
                ),
                pen.tone("ochre", 0.56),
            )
            + shape(rect(-120, -230, 30, 170), pen.tone("cream", 0.8)),
        ),
        -332,
        316,
        -292,
        0,
    )


def window(pen: Pen) -> Art:
    """A window with curtains; sky by day, stars by night."""
    svg = shape(rect(-190, -440, 380, 400, 6), pen.tone("paper", 0.62))
    glass = rect(-164, -414, 328, 348)
    sky = pen.pal.sky[0 if pen.pal.dark else 1]
    view = (
        shape(glass, sky)
        + shape("M-200,-140C-80,-210 60,-120 200,-190V-60H-200z", pen.pal.depth(0.4))
        + shape("M-200,-90C-60,-150 80,-90 200,-130V-60H-200z", pen.pal.depth(0.7))
    )
    view += (
        shape(
            "".join(ellipse(x, y, 5) for x, y in ((-110, -370), (-40, -300), (90, -240), (-120, -240)))
            + ellipse(84, -344, 34),
            pen.pal.light,
        )
        if pen.pal.dark
        else shape(ellipse(84, -340, 36), pen.tone("ochre", 0.8))
    )
    svg += clip(glass, view) + shape(
        rect(-9, -430, 18, 370) + rect(-176, -256, 352, 16), pen.tone("paper", 0.55)
    )
    curtain = "M-230,-470H-100C-110,-330 -130,-240 -200,-160C-206,-110 -210,-60 -206,-30H-240z"
    for sign in (1, -1):
        svg += f'<g transform="scale({sign},1)">{shape(curtain, pen.tone("red", 0.5 if (sign > 0) == pen.shade_right else 0.36)) + lines(pen, "M-190,-460C-190,-330 -200,-240 -222,-170M-144,-460C-150,-340 -170,-250 -204,-180", "red", 0.26, 6)}</g>'
    svg += (
        shape(rect(-260, -490, 520, 26, 13), pen.tone("wood", 0.4))
        + shape(rect(-220, -48, 440, 30, 5), pen.tone("plank", 0.6))
        + shape(rect(-200, -20, 400, 20, 4), pen.tone("plank", 0.36))
    )
    return Art(svg, -262, 262, -492, 0)


def door(pen: Pen) -> Art:
    """A panelled door in its stone arch."""
    svg = (
        shape(arch(-170, -500, 340, 500), pen.tone("stone", 0.6))
        + lines(
            pen,
            "M-170,-100h44M-170,-200h44M-170,-300h44M126,-100h44M126,-200h44M126,-300h44M-60,-490l10,46M60,-490l-10,46",
            "stone",
            0.3,
            6,
        )
        + shape(arch(-126, -450, 252, 450), pen.tone("teal", 0.4))
        + shape(arch(-90, -414, 180, 130), pen.glass())
    )
    svg += (
        stroke("M0,-414V-284", pen.tone("teal", 0.4), 13)
        + shape(
            rect(-90, -250, 78, 100, 6)
            + rect(12, -250, 78, 100, 6)
            + rect(-90, -126, 78, 90, 6)
            + rect(12, -126, 78, 90, 6),
            pen.tone("teal", 0.54),
        )
        + shape(ellipse(96, -140, 13), pen.tone("brass", 0.7))
        + shape(rect(-200, -22, 400, 22, 5), pen.tone("stone", 0.44))
    )
    return Art(svg, -202, 202, -502, 0, (Glow(0, -350, 150, "window"),) if pen.lit else ())


def stairs(pen: Pen) -> Art:
    """Six steps with a rail."""
    svg = "".join(
        shape(
            rect(-260 + 88 * k, -64 * (k + 1), 528 - 88 * k, 64 * (k + 1)), pen.tone("stone", 0.66 - 0.06 * k)
        )
        + shape(rect(-264 + 88 * k, -64 * (k + 1), 96, 15), pen.tone("stone", 0.86))
        for k in range(6)
    )
    return Art(
        svg
        + stroke("M-220,-210L220,-530M-220,-64V-206M220,-384V-528M0,-200V-368", pen.tone("wood", 0.36), 17),
        -266,
        270,
        -540,
        0,
    )


def shelf(pen: Pen) -> Art:
    """A bookcase of three boards."""
    lot = pen.chance("books")
    svg = shape(rect(-200, -480, 400, 480, 6), pen.tone("wood", 0.5)) + shape(
        rect(-176, -456, 352, 430), pen.tone("wood", 0.24)
    )
    for row in range(3):
        foot, x = -328 + 148 * row, -170.0
        while x < 140:
            w, h = lot.uniform(20, 40), lot.uniform(84, 116)
            if lot.random() < 0.14:
                x += w
                continue
            family = lot.choice(("red", "teal", "ochre", "plum", "cream", "rust", "green", "blue"))
            svg += shape(rect(x, foot - h, w - 2, h, 3), pen.tone(family, 0.5)) + shape(
                rect(x, foot - h + 16, w - 2, 8), pen.tone(family, 0.8)
            )
            x += w
        svg += shape(rect(-186, foot, 372, 17), pen.tone("wood", 0.6))
    return Art(svg, -202, 202, -482, 0)


def desk(pen: Pen) -> Art:
    """A writing desk with a lamp and papers."""
    svg = (
        shape(rect(-250, -200, 130, 200, 4), pen.tone("wood", 0.46))
        + "".join(
            shape(rect(-238, y, 106, 50, 4), pen.tone("wood", 0.6))
            + shape(ellipse(-185, y + 25, 8), pen.tone("brass", 0.6))
            for y in (-190, -128, -66)
        )
        + shape(rect(210, -200, 30, 200), pen.tone("wood", 0.36))
        + shape(rect(-270, -226, 540, 32, 6), pen.tone("wood", 0.62))
    )
    svg += (
        shape("M-40,-226L-20,-244H100L120,-226z", pen.tone("paper", 0.75))
        + stroke("M170,-226V-330L110,-380", pen.tone("iron", 0.5), 11)
        + shape("M150,-390L60,-340L84,-420z", pen.tone("teal", 0.5))
        + shape(rect(140, -238, 60, 13, 5), pen.tone("iron", 0.4))
    )
    return Art(svg, -272, 272, -424, 0, (Glow(90, -360, 200),) if pen.lit else ())


def mirror(pen: Pen) -> Art:
    """A standing oval mirror."""
    svg = (
        shape(
            polygon([(-130, 0), (-96, 0), (0, -120), (96, 0), (130, 0), (20, -150), (-20, -150)]),
            pen.tone("wood", 0.36),
        )
        + shape(ellipse(0, -300, 150, 200), pen.tone("brass", 0.5))
        + shape(ellipse(0, -300, 122, 172), pen.tone("ice", 0.5))
    )
    return Art(
        svg
        + clip(
            ellipse(0, -300, 122, 172),
            shape("M-140,-260L60,-480H110L-140,-200zM-60,-120L140,-340V-310L-30,-120z", pen.tone("ice", 0.9)),
        ),
        -152,
        152,
        -502,
        0,
    )


def piano(pen: Pen) -> Art:
    """An upright piano."""
    svg = (
        shape(rect(-260, -400, 520, 400, 8), pen.tone("wood", 0.34))
        + fold(pen, -260, -400, 520, 400, "wood", 0.16)
        + shape(rect(-276, -420, 552, 34, 8), pen.tone("wood", 0.5))
        + shape(rect(-290, -220, 580, 36, 6), pen.tone("wood", 0.5))
        + shape(rect(-262, -206, 524, 30), pen.tone("paper", 0.8))
    )
    keys = "".join(rect(-250 + 34 * k, -206, 15, 18) for k in range(15) if k % 7 not in (2, 6))
    return Art(
        svg
        + lines(pen, posts(-262, -206, 524, -176, 20), "paper", 0.1, 3)
        + shape(keys, pen.tone("ink", 0.3))
        + shape(rect(-280, -176, 36, 176) + rect(244, -176, 36, 176), pen.tone("wood", 0.44))
        + shape("M-90,-240L-80,-340H80L90,-240z", pen.tone("paper", 0.66))
        + lines(pen, "M-60,-316H60M-64,-296H64M-66,-276H66", "ink", 0.4, 4),
        -292,
        292,
        -422,
        0,
    )
