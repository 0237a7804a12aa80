"""What is kept, worn with pride or given: key, lock, chest, coins, crown, ring, gem, gift."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import star
from storyreel.assets.looks.papercut.parts.pieces import fold, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, rect, shape, stroke


def key(pen: Pen) -> Art:
    """An old key, lying aslant."""
    body = (
        stroke("M-90,0m-78,0a78,78 0 1 1 156,0a78,78 0 1 1 -156,0", pen.tone("brass", 0.52), 38)
        + shape(rect(0, -20, 300, 40, 8), pen.tone("brass", 0.52))
        + shape(rect(230, 10, 34, 80, 6) + rect(276, 10, 28, 58, 6), pen.tone("brass", 0.4))
        + shape(rect(10, -34, 24, 68, 6), pen.tone("brass", 0.34))
        + shape(rect(0, 2, 300, 18, 6), pen.tone("brass", 0.34))
    )
    return Art(f'<g transform="translate(-60,-150) rotate(-30)">{body}</g>', -240, 232, -320, 0)


def lock(pen: Pen) -> Art:
    """A padlock."""
    svg = (
        stroke("M-84,-200V-290C-84,-420 84,-420 84,-290V-200", pen.tone("metal", 0.6), 40)
        + shape(rect(-150, -230, 300, 230, 30), pen.tone("brass", 0.54))
        + fold(pen, -150, -215, 300, 200, "brass", 0.36)
    )
    return Art(
        svg + shape(ellipse(0, -130, 30) + "M-14,-120L-26,-50H26L14,-120z", pen.tone("ink", 0.3)),
        -152,
        152,
        -410,
        0,
    )


def chest(pen: Pen) -> Art:
    """An iron-bound chest."""
    svg = (
        shape(
            "M-240,-180C-240,-310 -180,-330 -120,-330H120C180,-330 240,-310 240,-180z", pen.tone("wood", 0.58)
        )
        + shape(rect(-240, -180, 480, 180, 8), pen.tone("wood", 0.44))
        + lines(pen, "M-236,-120H236M-236,-60H236M-230,-240H230M-220,-290H220", "wood", 0.24, 6)
    )
    svg += "".join(
        shape(
            f"M{x},0V-180C{x},-300 {x + 6},-326 {x + 10},-330h40C{x + 54},-320 {x + 56},-300 {x + 56},-180V0z",
            pen.tone("iron", 0.5),
        )
        for x in (-210, 154)
    ) + shape(rect(-244, -196, 488, 26, 6), pen.tone("iron", 0.44))
    return Art(
        svg
        + shape(rect(-44, -220, 88, 96, 10), pen.tone("brass", 0.56))
        + shape(ellipse(0, -182, 15) + rect(-7, -180, 14, 34), pen.tone("ink", 0.3)),
        -246,
        246,
        -332,
        0,
    )


def coin(pen: Pen) -> Art:
    """One gold coin with a star."""
    svg = (
        shape(ellipse(12, -184, 180), pen.tone("brass", 0.24))
        + shape(ellipse(0, -186, 178), pen.tone("ochre", 0.56))
        + shape(ellipse(0, -186, 140), pen.tone("ochre", 0.4))
        + shape(ellipse(4, -182, 134), pen.tone("ochre", 0.52))
    )
    return Art(svg + shape(star(0, -186, 84, 5, 0.5), pen.tone("ochre", 0.8)), -178, 194, -366, -2)


def money(pen: Pen) -> Art:
    """Three stacks of coins."""
    svg = ""
    for x, count in ((-130, 4), (0, 7), (130, 5)):
        for k in range(count):
            y = -k * 34
            svg += shape(
                f"M{x - 66},{y - 34}V{y - 8}A66,16 0 0 0 {x + 66},{y - 8}V{y - 34}z",
                pen.tone("ochre", 0.3 if k % 2 else 0.4),
            ) + shape(ellipse(x, y - 34, 66, 16), pen.tone("ochre", 0.6))
        svg += shape(ellipse(x, -count * 34, 48, 10), pen.tone("ochre", 0.8))
    return Art(svg, -198, 198, -258, 10)


def crown(pen: Pen) -> Art:
    """A crown with five points."""
    d = "M-180,-50L-210,-250L-110,-160L-70,-300L0,-170L70,-300L110,-160L210,-250L180,-50z"
    svg = halved(pen, d, (-210, -300, 210, -50), "ochre", (0.62, 0.42), 0.42) + shape(
        "".join(ellipse(x, y, 20) for x, y in ((-210, -258), (-70, -312), (70, -312), (210, -258))),
        pen.tone("ochre", 0.8),
    )
    svg += (
        shape(rect(-184, -66, 368, 66, 12), pen.tone("ochre", 0.4))
        + shape("".join(ellipse(x, -33, 15) for x in (-120, 120)), pen.tone("teal", 0.5))
        + shape(ellipse(0, -33, 20), pen.tone("red", 0.5))
    )
    return Art(svg, -232, 232, -332, 0)


def ring(pen: Pen) -> Art:
    """A ring with its stone."""
    svg = stroke(
        "M0,-130m-110,0a110,110 0 1 1 220,0a110,110 0 1 1 -220,0", pen.tone("ochre", 0.54), 34
    ) + stroke("M78,-208A110,110 0 0 1 0,-20", pen.tone("ochre", 0.36), 34)
    return Art(
        svg
        + shape("M-70,-310L-40,-350H40L70,-310L0,-232z", pen.tone("ice", 0.5))
        + shape("M-70,-310H70L0,-232z", pen.tone("teal", 0.7))
        + shape("M-26,-310L0,-350L26,-310L0,-232z", pen.tone("ice", 0.9)),
        -128,
        128,
        -352,
        0,
    )


def gem(pen: Pen) -> Art:
    """A cut stone in facets."""
    svg = "".join(
        shape(d, pen.tone("teal", level))
        for d, level in (
            ("M-190,-190L-110,-290H110L190,-190L0,0z", 0.5),
            ("M-190,-190L-110,-290L-70,-190z", 0.75),
            ("M-110,-290H0L-70,-190z", 0.6),
            ("M0,-290H110L70,-190z", 0.44),
            ("M110,-290L190,-190H70z", 0.34),
            ("M0,-290L-70,-190H70z", 0.9),
            ("M70,-190H190L0,0z", 0.26),
            ("M-70,-190H70L0,0z", 0.64),
        )
    )
    return Art(svg, -192, 192, -292, 0)


def gift(pen: Pen) -> Art:
    """A parcel with a bow."""
    bow = "M0,-280C-40,-370 -150,-370 -130,-300C-110,-260 -40,-270 0,-280C40,-270 110,-260 130,-300C150,-370 40,-370 0,-280z"
    svg = (
        shape(rect(-150, -220, 300, 220, 6), pen.tone("teal", 0.5))
        + fold(pen, -150, -220, 300, 220, "teal", 0.32)
        + shape(rect(-170, -280, 340, 70, 8), pen.tone("teal", 0.62))
        + shape(rect(-30, -280, 60, 280), pen.tone("red", 0.5))
        + shape(bow, pen.tone("red", 0.46))
        + shape(ellipse(0, -286, 26, 22), pen.tone("red", 0.3))
    )
    return Art(svg, -172, 172, -358, 0)
