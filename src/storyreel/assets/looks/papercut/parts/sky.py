"""What the sky holds as things: sun, moon, star, cloud, rain, storm, snow, mist, rainbow."""
# ruff: noqa: E501  # path data reads worse when it is broken

import math

from storyreel.assets.looks.papercut.parts.outlines import heap, star
from storyreel.assets.looks.papercut.parts.pieces import clip
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, ellipse, num, rect, shape, stroke

R = 150.0


def sun(pen: Pen) -> Art:
    """A disc with two pale rings and cut rays; centred above its foot."""
    y = -R * 2
    rays = "".join(
        f'<path d="M-16,-198L0,-286L16,-198z" fill="{pen.tone("ochre", 0.6)}" transform="translate(0,{num(y)}) rotate({30 * k})"/>'
        for k in range(12)
    )
    svg = (
        rays
        + shape(ellipse(0, y, 182), pen.tone("ochre", 0.8))
        + shape(ellipse(0, y, R), pen.tone("ochre", 0.58))
    )
    return Art(svg, -290, 290, y - 290, 0, (Glow(0, y, 420),))


def moon(pen: Pen) -> Art:
    """A full moon with its seas."""
    pale, sea = pen.pal.light, pen.tone("straw", 0.62)
    d = ellipse(0, -R, R)
    svg = shape(d, pale) + clip(
        d,
        shape(
            ellipse(-50, -190, 46, 38)
            + ellipse(46, -110, 54, 44)
            + ellipse(-70, -90, 26, 20)
            + ellipse(60, -230, 24, 18),
            sea,
            0.4,
        ),
    )
    return Art(svg, -R, R, -2 * R, 0, (Glow(0, -R, 480),))


def crescent(pen: Pen) -> Art:
    """A waxing moon."""
    d = "M40,-290A150,150 0 1 0 40,-10A120,120 0 1 1 40,-290z"
    return Art(shape(d, pen.pal.light), -116, 64, -302, 0, (Glow(-20, -150, 360),))


def star_part(pen: Pen) -> Art:
    """A five-pointed star folded along its ridges."""
    d = star(0, -160, 170, 5, 0.46)
    folds = ""
    for k in range(5):
        a, b = math.radians(-90 + 72 * k), math.radians(-54 + 72 * k)
        folds += f"M0,-160L{num(170 * math.cos(a))},{num(-160 + 170 * math.sin(a))}L{num(78 * math.cos(b))},{num(-160 + 78 * math.sin(b))}z"
    return Art(
        shape(d, pen.tone("ochre", 0.72)) + shape(folds, pen.tone("ochre", 0.46)),
        -164,
        164,
        -330,
        -20,
        (Glow(0, -160, 220),),
    )


def cloud(pen: Pen) -> Art:
    """A flat-based cloud with a paler lobe."""
    family, level = ("slate", 0.7) if pen.wet else ("snow", 0.78)
    d = heap(0, 0, 420, 190)
    svg = shape(d, pen.tone(family, level)) + clip(
        d, shape(heap(-30, 16, 300, 120), pen.tone(family, 1.0), 0.5)
    )
    return Art(svg, -200, 212, -200, 0)


def rain(pen: Pen) -> Art:
    """A dark cloud with drops."""
    drop = "".join(
        f"M{x},{y}q-20,34 0,46q20,-12 0,-46z"
        for x, y in ((-130, -150), (-50, -120), (40, -150), (120, -120), (-100, -70), (0, -56), (90, -66))
    )
    d = heap(0, -180, 420, 190)
    svg = (
        shape(drop, pen.tone("water", 0.6))
        + shape(d, pen.tone("slate", 0.5))
        + clip(d, shape(heap(-30, -160, 300, 120), pen.tone("slate", 0.72)))
    )
    return Art(svg, -200, 212, -380, 0)


def storm(pen: Pen) -> Art:
    """A thundercloud with its bolt."""
    d = heap(0, -200, 440, 200)
    bolt = "M20,-210L-70,-90H-14L-50,0L80,-130H22L66,-210z"
    svg = (
        shape(bolt, pen.tone("ochre", 0.66))
        + shape(d, pen.tone("ink", 0.62))
        + clip(d, shape(heap(-30, -180, 310, 130), pen.tone("slate", 0.4)))
    )
    return Art(svg, -210, 222, -410, 0, (Glow(0, -100, 200),))


def snowflake(pen: Pen) -> Art:
    """A six-armed crystal."""
    arm = "M0,0V-150M0,-70L-36,-106M0,-70L36,-106M0,-112L-26,-138M0,-112L26,-138"
    arms = "".join(
        f'<g transform="translate(0,-160) rotate({60 * k})">{stroke(arm, pen.tone("ice", 0.9), 16)}</g>'
        for k in range(6)
    )
    return Art(arms + shape(star(0, -160, 34, 6, 0.6), pen.tone("ice", 0.6)), -150, 150, -320, 0)


def fog(pen: Pen) -> Art:
    """Banks of mist over each other."""
    svg = ""
    for k, (x, width) in enumerate(((-210, 360), (-150, 400), (-230, 420), (-120, 320))):
        svg += shape(rect(x, -230 + 62 * k, width, 44, 22), pen.tone("snow", 0.3 + 0.14 * k))
    return Art(svg, -232, 252, -232, 0)


def rainbow(pen: Pen) -> Art:
    """A rainbow between two clouds."""
    bands = ""
    for k, (family, level) in enumerate(
        (("red", 0.5), ("ochre", 0.5), ("green", 0.6), ("teal", 0.6), ("plum", 0.6))
    ):
        r = 260 - 30 * k
        bands += shape(
            f"M{-r},-20a{r},{r} 0 0 1 {2 * r},0h-30a{r - 30},{r - 30} 0 0 0 {60 - 2 * r},0z",
            pen.tone(family, level),
        )
    return Art(
        bands
        + shape(heap(-200, 0, 220, 100), pen.tone("snow", 0.8))
        + shape(heap(200, 0, 220, 100), pen.tone("snow", 0.7)),
        -312,
        312,
        -282,
        0,
    )


def comet(pen: Pen) -> Art:
    """A comet with three tails."""
    svg = "".join(
        shape(f"M{x},{y}L{240},{-320 + 60 * k}L{x + 30},{y + 50}z", pen.tone("straw", 0.4 + 0.2 * k))
        for k, (x, y) in enumerate(((-130, -130), (-120, -110), (-110, -90)))
    )
    return Art(
        svg + shape(star(-120, -76, 84, 8, 0.66), pen.tone("ochre", 0.7)),
        -206,
        242,
        -322,
        0,
        (Glow(-120, -76, 200),),
    )


def planet(pen: Pen) -> Art:
    """A ringed planet."""
    d = ellipse(0, -150, 120)
    back = f'<g transform="rotate(-18 0 -150)">{shape("M-220,-150a220,56 0 0 1 440,0h-40a180,36 0 0 0 -360,0z", pen.tone("straw", 0.4))}</g>'
    front = f'<g transform="rotate(-18 0 -150)">{shape("M-220,-150a220,56 0 0 0 440,0h-40a180,36 0 0 1 -360,0z", pen.tone("straw", 0.66))}</g>'
    svg = (
        back
        + shape(d, pen.tone("rust", 0.6))
        + clip(
            d,
            shape(
                "M-140,-200Q0,-160 140,-220V-180Q0,-120 -140,-160zM-140,-110Q0,-70 140,-130V-90Q0,-40 -140,-76z",
                pen.tone("rust", 0.4),
            ),
        )
    )
    return Art(svg + front, -218, 218, -276, -24)


def globe(pen: Pen) -> Art:
    """A globe on its stand."""
    d = ellipse(0, -220, 140)
    land = "M-100,-310C-40,-340 10,-300 -10,-260C-40,-240 -60,-200 -90,-220C-120,-250 -130,-290 -100,-310zM30,-200C80,-230 130,-200 110,-150C90,-110 50,-110 36,-140C20,-160 16,-190 30,-200zM20,-330C60,-340 100,-310 90,-290C60,-280 30,-300 20,-330zM-70,-160C-40,-170 -20,-130 -40,-110C-70,-110 -90,-140 -70,-160z"
    svg = (
        stroke("M100,-352A170,170 0 0 1 0,-50", pen.tone("brass", 0.5), 17)
        + shape(rect(-14, -60, 28, 44), pen.tone("wood", 0.5))
        + shape("M-90,0Q-80,-30 0,-34Q80,-30 90,0z", pen.tone("wood", 0.4))
    )
    svg += shape(d, pen.tone("water", 0.6)) + clip(
        d,
        shape(land, pen.tone("leaf", 0.62))
        + shape(rect(50 if pen.shade_right else -190, -370, 140, 300), pen.tone("ink", 0.3), 0.2),
    )
    return Art(svg, -142, 180, -366, 0)
