"""Household and travel: lamp, candle, clocks, umbrella, suitcase, basket, barrel, sack, ladder, rope, net; hearts."""
# ruff: noqa: E501  # path data reads worse when it is broken

import math

from storyreel.assets.looks.papercut.parts.outlines import basin, cup, dome, heart
from storyreel.assets.looks.papercut.parts.pieces import clip, fold, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, ellipse, num, rect, shape, stroke


def lantern(pen: Pen) -> Art:
    """A storm lantern, lit or dark."""
    iron = pen.tone("iron", 0.4)
    svg = (
        stroke("M-84,-250C-130,-460 130,-460 84,-250", iron, 11)
        + shape(rect(-90, -40, 180, 40, 8), iron)
        + shape(rect(-74, -70, 148, 36, 6), pen.tone("iron", 0.55))
    )
    svg += shape("M-70,-70C-104,-130 -100,-200 -58,-260H58C100,-200 104,-130 70,-70z", pen.glass())
    if pen.lit:
        svg += shape(
            "M0,-84C-40,-92 -36,-140 -8,-166C0,-180 2,-196 0,-214C40,-170 46,-90 0,-84z", pen.tone("red", 0.7)
        ) + shape("M0,-86C-20,-92 -18,-120 0,-146C20,-120 22,-92 0,-86z", pen.pal.light)
    svg += stroke("M-34,-72C-52,-140 -46,-200 -26,-258M34,-72C52,-140 46,-200 26,-258", iron, 6)
    svg += (
        shape("M-70,-260H70L44,-310H-44z", pen.tone("iron", 0.5))
        + shape(rect(-30, -350, 60, 44, 8), iron)
        + stroke("M0,-350m-20,-22a20,20 0 1 1 40,0a20,20 0 1 1 -40,0", iron, 9)
    )
    return Art(svg, -112, 112, -416, 0, (Glow(0, -150, 300),) if pen.lit else ())


def candle(pen: Pen) -> Art:
    """A candle in its holder."""
    svg = (
        shape("M-130,-40H130Q120,0 70,0H-70Q-120,0 -130,-40z", pen.tone("brass", 0.46))
        + stroke("M120,-30C180,-60 180,10 120,-10", pen.tone("brass", 0.4), 13)
        + shape(rect(-52, -66, 104, 34, 8), pen.tone("brass", 0.62))
    )
    svg += (
        halved(
            pen,
            "M-36,-60V-270Q-20,-256 0,-270Q20,-284 36,-270V-60z",
            (-36, -284, 36, -60),
            "cream",
            (0.62, 0.36),
        )
        + shape("M-36,-272q-2,60 12,60q10,0 8,-50z", pen.tone("cream", 0.9))
        + stroke("M0,-270V-300", pen.tone("ink", 0.4), 7)
    )
    if pen.lit:
        svg += shape(
            "M0,-286C-40,-300 -30,-350 0,-400C30,-350 40,-300 0,-286z", pen.tone("ochre", 0.6)
        ) + shape("M0,-290C-20,-300 -14,-330 0,-354C14,-330 20,-300 0,-290z", pen.pal.light)
    return Art(svg, -132, 172, -402, 0, (Glow(0, -334, 260),) if pen.lit else ())


def light_bulb(pen: Pen) -> Art:
    """A bulb; its thread glows when lit."""
    svg = shape(
        "M-54,-110C-60,-170 -140,-190 -140,-300C-140,-390 -70,-440 0,-440C70,-440 140,-390 140,-300C140,-190 60,-170 54,-110z",
        pen.tone("straw", 0.86) if not pen.lit else pen.pal.lamp,
    )
    svg += shape(
        "M-110,-320C-110,-370 -70,-404 -30,-410C-70,-380 -84,-340 -84,-290z", pen.tone("paper", 0.95)
    ) + stroke(
        "M-22,-116V-230L-52,-270M22,-116V-230L52,-270M-52,-270L-18,-240L0,-276L18,-240L52,-270",
        pen.tone("rust", 0.45),
        8,
    )
    svg += (
        shape(rect(-56, -112, 112, 84, 12), pen.tone("metal", 0.55))
        + lines(pen, "M-56,-84L56,-92M-56,-58L56,-66", "metal", 0.25, 8)
        + shape(basin(-32, -30, 64, 28), pen.tone("iron", 0.4))
    )
    return Art(svg, -142, 142, -442, 0, (Glow(0, -290, 320),) if pen.lit else ())


def clock(pen: Pen) -> Art:
    """A round clock on two feet, ten past ten."""
    svg = (
        shape("M-110,-60L-150,0H-110L-70,-50zM110,-60L150,0H110L70,-50z", pen.tone("wood", 0.3))
        + shape(ellipse(0, -210, 190), pen.tone("wood", 0.46))
        + shape(ellipse(0, -210, 156), pen.tone("paper", 0.62))
    )
    marks = "".join(
        f"M{num(math.sin(a) * 130)},{num(-210 - math.cos(a) * 130)}L{num(math.sin(a) * r)},{num(-210 - math.cos(a) * r)}"
        for k in range(12)
        for a, r in ((k * math.pi / 6, 104 if k % 3 == 0 else 118),)
    )
    svg += (
        stroke(marks, pen.tone("ink", 0.4), 9)
        + stroke("M0,-210L-58,-256", pen.tone("ink", 0.4), 16)
        + stroke("M0,-210L84,-264", pen.tone("ink", 0.4), 11)
        + shape(ellipse(0, -210, 14), pen.tone("red", 0.5))
    )
    return Art(svg, -192, 192, -402, 0)


def alarm_clock(pen: Pen) -> Art:
    """An alarm clock with its two bells."""
    bells = f'<g transform="translate(-110,-350) rotate(-38)">{shape(dome(-66, -60, 132, 60), pen.tone("brass", 0.55))}</g><g transform="translate(110,-350) rotate(38)">{shape(dome(-66, -60, 132, 60), pen.tone("brass", 0.4))}</g>'
    small = (
        clock(pen)
        .svg.replace(pen.tone("wood", 0.46), pen.tone("red", 0.46))
        .replace(pen.tone("wood", 0.3), pen.tone("red", 0.24))
    )
    return Art(
        bells + stroke("M0,-400V-440M-30,-440H30", pen.tone("iron", 0.4), 14) + small, -192, 192, -450, 0
    )


def hourglass(pen: Pen) -> Art:
    """An hourglass, half run."""
    glass = "M-100,-410H100C100,-300 24,-260 18,-220C24,-180 100,-140 100,-30H-100C-100,-140 -24,-180 -18,-220C-24,-260 -100,-300 -100,-410z"
    svg = shape(glass, pen.tone("ice", 0.5)) + clip(
        glass,
        shape(
            "M-90,-330Q0,-310 90,-330L10,-220H-10zM-100,-30L-60,-80L0,-130L60,-80L100,-30z"
            + rect(-4, -230, 8, 110),
            pen.tone("ochre", 0.54),
        )
        + shape(
            "M-80,-400C-80,-320 -40,-280 -30,-260L-50,-290C-84,-330 -96,-370 -94,-400z", pen.tone("snow", 0.9)
        ),
    )
    svg += "".join(
        shape(rect(x - 9, -420, 18, 400, 6), pen.tone("wood", 0.3)) for x in (-120, 120)
    ) + "".join(
        shape(rect(-150, y, 300, 34, 8), pen.tone("wood", level)) for y, level in ((-440, 0.55), (-34, 0.45))
    )
    return Art(svg, -150, 150, -440, 0)


def umbrella(pen: Pen) -> Art:
    """An open umbrella."""
    canopy = "M-260,-220C-240,-380 -120,-440 0,-440C120,-440 240,-380 260,-220C230,-250 190,-250 170,-220C140,-250 90,-250 70,-220C40,-250 -40,-250 -70,-220C-90,-250 -140,-250 -170,-220C-190,-250 -230,-250 -260,-220z"
    svg = (
        stroke("M0,-440V-40C0,20 -80,20 -80,-30", pen.tone("wood", 0.34), 15)
        + shape(canopy, pen.tone("red", 0.5))
        + clip(
            canopy,
            shape(
                "M0,-440C-60,-380 -80,-300 -70,-200H-170C-160,-300 -100,-400 0,-440zM0,-440C60,-380 80,-300 70,-200H300V-440z"
                if pen.shade_right
                else "M0,-440C60,-380 80,-300 70,-200H170C160,-300 100,-400 0,-440zM0,-440C-60,-380 -80,-300 -70,-200H-300V-440z",
                pen.tone("red", 0.34),
            ),
        )
    )
    return Art(svg + stroke("M0,-440V-474", pen.tone("wood", 0.34), 11), -262, 262, -480, 22)


def suitcase(pen: Pen) -> Art:
    """A travelling case with straps and labels."""
    svg = (
        stroke("M-64,-290V-320C-64,-346 64,-346 64,-320V-290", pen.tone("wood", 0.3), 19)
        + shape(rect(-220, -290, 440, 290, 26), pen.tone("rust", 0.5))
        + fold(pen, -220, -270, 440, 250, "rust", 0.34)
        + shape(rect(-150, -290, 36, 290) + rect(114, -290, 36, 290), pen.tone("wood", 0.26))
        + shape(rect(-160, -196, 56, 36, 6) + rect(104, -196, 56, 36, 6), pen.tone("brass", 0.6))
    )
    return Art(
        svg
        + shape(ellipse(-26, -110, 48), pen.tone("teal", 0.5))
        + shape(rect(20, -220, 70, 50, 4), pen.tone("cream", 0.6)),
        -222,
        222,
        -344,
        0,
    )


def basket(pen: Pen) -> Art:
    """A wicker basket of apples."""
    fruit = shape(
        "".join(ellipse(x, y, 46) for x, y in ((-90, -200), (0, -216), (90, -200))), pen.tone("red", 0.46)
    ) + shape(ellipse(-46, -186, 44) + ellipse(46, -186, 44), pen.tone("red", 0.58))
    svg = stroke("M-160,-190C-170,-410 170,-410 160,-190", pen.tone("plank", 0.4), 24) + fruit
    body = cup(0, -180, 180, 140, 180)
    svg += shape(body, pen.tone("plank", 0.5))
    weave = "".join(
        rect(-190 + 44 * k + (22 if row % 2 else 0), -160 + 32 * row, 30, 20, 6)
        for row in range(5)
        for k in range(9)
    )
    return Art(
        svg
        + clip(body, shape(weave, pen.tone("plank", 0.78)))
        + shape(rect(-192, -200, 384, 32, 14), pen.tone("plank", 0.36)),
        -194,
        194,
        -356,
        0,
    )


def barrel(pen: Pen) -> Art:
    """A cask with its hoops."""
    body = "M-120,-330H120C160,-230 160,-110 120,0H-120C-160,-110 -160,-230 -120,-330z"
    svg = halved(pen, body, (-150, -330, 150, 0), "wood", (0.6, 0.42), 0.34) + clip(
        body,
        lines(pen, "M-70,-330C-96,-220 -96,-110 -70,0M0,-330V0M70,-330C96,-220 96,-110 70,0", "wood", 0.28, 6)
        + shape(
            rect(-160, -290, 320, 28)
            + rect(-160, -66, 320, 28)
            + rect(-160, -214, 320, 18)
            + rect(-160, -136, 320, 18),
            pen.tone("iron", 0.55),
        ),
    )
    return Art(svg, -152, 152, -332, 0)


def heart_part(pen: Pen) -> Art:
    """A folded paper heart."""
    d = heart(0, -10, 310)
    return Art(halved(pen, d, (-172, -322, 172, 0), "red", (0.54, 0.38), 0.5), -172, 172, -322, -8)


def broken_heart(pen: Pen) -> Art:
    """A heart torn in two."""
    d = heart(0, -10, 310)
    left = clip(d, shape("M-200,-340H10L-30,-240L26,-180L-24,-100L10,0H-200z", pen.tone("red", 0.5)))
    right = clip(d, shape("M200,-340H20L-20,-240L36,-180L-14,-100L20,0H200z", pen.tone("red", 0.34)))
    return Art(
        f'<g transform="translate(-14,0) rotate(-7)">{left}</g><g transform="translate(14,0) rotate(7)">{right}</g>',
        -208,
        208,
        -330,
        6,
    )


def bag(pen: Pen) -> Art:
    """A sack tied at its neck."""
    svg = halved(
        pen,
        "M-60,-270C-180,-200 -210,-60 -150,0H150C210,-60 180,-200 60,-270z",
        (-190, -270, 190, 0),
        "plank",
        (0.6, 0.42),
        0.36,
    ) + shape(
        "M-60,-276C-110,-330 -80,-350 -40,-334C-10,-356 10,-356 40,-334C80,-350 110,-330 60,-276z",
        pen.tone("plank", 0.7),
    )
    return Art(svg + shape(rect(-70, -288, 140, 26, 12), pen.tone("rust", 0.46)), -192, 192, -350, 0)


def ladder(pen: Pen) -> Art:
    """A leaning ladder."""
    body = shape(rect(-86, -470, 24, 470, 6) + rect(62, -470, 24, 470, 6), pen.tone("plank", 0.5)) + shape(
        "".join(rect(-66, -430 + 62 * k, 132, 17, 6) for k in range(7)), pen.tone("plank", 0.36)
    )
    return Art(f'<g transform="rotate(10)">{body}</g>', -92, 170, -480, 15)


def rope(pen: Pen) -> Art:
    """A coil of rope."""
    svg = "".join(
        stroke(
            f"M-150,{y}C-150,{y + 66} 150,{y + 66} 150,{y}C150,{y - 50} -150,{y - 50} -150,{y}",
            pen.tone("plank", level),
            30,
        )
        for y, level in ((-50, 0.36), (-86, 0.5), (-122, 0.62))
    )
    return Art(
        svg + stroke("M120,-40C170,-10 200,-20 230,-14", pen.tone("plank", 0.5), 28), -166, 246, -176, 16
    )


def net(pen: Pen) -> Art:
    """A landing net with a fish in it."""
    bag_ = "M-130,-300C-140,-150 -70,-40 0,-40C70,-40 140,-150 130,-300z"
    mesh = "".join(f"M{-260 + 44 * k},-320l260,300M{-220 + 44 * k},-20l260,-300" for k in range(9))
    svg = (
        clip(bag_, shape(bag_, pen.tone("teal", 0.56), 0.5) + stroke(mesh, pen.tone("plank", 0.76), 6))
        + shape(ellipse(0, -300, 146, 30), pen.tone("wood", 0.44))
        + shape(ellipse(0, -300, 122, 18), pen.tone("teal", 0.26))
    )
    return Art(svg + stroke("M120,-310L260,-420", pen.tone("wood", 0.44), 22), -148, 272, -432, -38)
