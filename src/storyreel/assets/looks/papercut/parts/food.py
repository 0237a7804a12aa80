"""Food: bread, fruit, cheese, cake, egg, wood-fired things."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import leaf
from storyreel.assets.looks.papercut.parts.pieces import clip, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, rect, shape, stroke


def bread(pen: Pen) -> Art:
    """A loaf, cut at one end."""
    svg = (
        shape(
            "M-160,0V-150C-220,-170 -220,-290 -110,-300H130C240,-300 260,-170 190,-150V0z",
            pen.tone("crust", 0.44),
        )
        + shape(
            "M-160,0V-150C-220,-170 -220,-290 -110,-300C-10,-300 0,-170 -60,-150V0z", pen.tone("crust", 0.24)
        )
        + shape(
            "M-146,-16V-160C-196,-180 -196,-276 -110,-284C-24,-284 -16,-180 -74,-160V-16z",
            pen.tone("paper", 0.72),
        )
    )
    return Art(
        svg
        + lines(
            pen,
            "M30,-296C60,-270 60,-230 40,-200M90,-296C120,-270 120,-230 100,-200M150,-290C180,-266 176,-230 160,-206",
            "crust",
            0.86,
            14,
        )
        + shape(
            ellipse(-130, -220, 9, 6)
            + ellipse(-90, -180, 8, 6)
            + ellipse(-110, -110, 9, 6)
            + ellipse(-96, -60, 7, 5),
            pen.tone("paper", 0.3),
        ),
        -202,
        240,
        -302,
        0,
    )


def apple(pen: Pen) -> Art:
    """An apple with its leaf."""
    d = "M0,-260C-60,-300 -190,-280 -180,-140C-170,-40 -90,20 0,-10C90,20 170,-40 180,-140C190,-280 60,-300 0,-260z"
    return Art(
        stroke("M0,-256C0,-300 10,-330 30,-346", pen.tone("wood", 0.36), 16)
        + halved(pen, d, (-180, -290, 180, 6), "red", (0.54, 0.38), 0.44)
        + shape(leaf(10, -290, 130, 40, 66), pen.tone("leaf", 0.5))
        + stroke("M-134,-190C-130,-216 -110,-232 -90,-236", pen.tone("red", 0.86), 16),
        -182,
        182,
        -356,
        4,
    )


def pear(pen: Pen) -> Art:
    """A pear."""
    d = "M0,-350C-60,-350 -60,-270 -100,-210C-180,-120 -140,0 0,0C140,0 180,-120 100,-210C60,-270 60,-350 0,-350z"
    return Art(
        stroke("M0,-346C-4,-380 10,-400 24,-410", pen.tone("wood", 0.36), 15)
        + halved(pen, d, (-150, -350, 150, 0), "green", (0.72, 0.52), 0.44)
        + shape(leaf(8, -360, 110, 34, 70), pen.tone("leaf", 0.4)),
        -152,
        152,
        -420,
        0,
    )


def lemon(pen: Pen) -> Art:
    """A lemon and a slice."""
    d = "M-200,-120C-180,-210 -60,-250 40,-220C90,-206 120,-170 156,-160C156,-130 130,-110 116,-80C80,-10 -60,10 -130,-30C-170,-56 -190,-100 -200,-120z"
    return Art(
        halved(pen, d, (-200, -240, 156, 0), "ochre", (0.66, 0.46), 0.4)
        + shape(leaf(-180, -150, 120, 36, 20), pen.tone("leaf", 0.5))
        + shape(ellipse(140, -70, 88, 70), pen.tone("ochre", 0.4))
        + shape(ellipse(140, -70, 74, 58), pen.tone("cream", 0.76))
        + shape(ellipse(140, -70, 62, 47), pen.tone("ochre", 0.74))
        + lines(pen, "M140,-117V-23M84,-90L196,-50M84,-50L196,-90", "cream", 0.8, 6),
        -202,
        230,
        -270,
        2,
    )


def cheese(pen: Pen) -> Art:
    """A wedge of cheese."""
    return Art(
        shape("M-220,-120L160,-250C210,-230 220,-180 220,-120z", pen.tone("ochre", 0.78))
        + shape(rect(-220, -122, 440, 122, 4), pen.tone("ochre", 0.54))
        + shape(
            ellipse(-110, -60, 34, 30)
            + ellipse(20, -40, 22, 20)
            + ellipse(130, -76, 40, 34)
            + ellipse(60, -100, 15, 12),
            pen.tone("ochre", 0.3),
        )
        + shape(ellipse(70, -176, 34, 16) + ellipse(-50, -146, 24, 9), pen.tone("ochre", 0.5)),
        -222,
        222,
        -252,
        0,
    )


def cake(pen: Pen) -> Art:
    """A cake with a candle."""
    svg = (
        shape(rect(-200, -200, 400, 170, 20), pen.tone("crust", 0.6))
        + shape(rect(-200, -130, 400, 30), pen.tone("red", 0.5))
        + shape(
            "M-210,-190C-210,-250 210,-250 210,-190C210,-150 170,-150 160,-180C150,-140 110,-140 100,-176C90,-120 50,-120 40,-176C20,-140 -20,-140 -40,-176C-60,-110 -100,-130 -100,-176C-120,-140 -160,-140 -160,-180C-170,-150 -210,-150 -210,-190z",
            pen.tone("cream", 0.72),
        )
    )
    return Art(
        svg
        + shape(rect(-250, -34, 500, 34, 12), pen.tone("teal", 0.5))
        + shape(rect(-11, -310, 22, 80), pen.tone("red", 0.5))
        + shape("M0,-312C-24,-330 -10,-360 0,-380C10,-360 24,-330 0,-312z", pen.tone("ochre", 0.66)),
        -252,
        252,
        -382,
        0,
    )


def egg(pen: Pen) -> Art:
    """An egg in its cup."""
    return Art(
        shape(
            "M0,-400C-80,-400 -110,-270 -110,-220C-110,-160 -60,-130 0,-130C60,-130 110,-160 110,-220C110,-270 80,-400 0,-400z",
            pen.tone("cream", 0.7),
        )
        + shape(
            "M-140,-210H140C130,-110 80,-80 30,-74V-40H90V0H-90V-40H-30V-74C-80,-80 -130,-110 -140,-210z",
            pen.tone("teal", 0.5),
        )
        + shape(
            "M20,-210H140C130,-110 80,-80 30,-74V-40H90V0H20z"
            if pen.shade_right
            else "M-20,-210H-140C-130,-110 -80,-80 -30,-74V-40H-90V0H-20z",
            pen.tone("teal", 0.34),
        ),
        -142,
        142,
        -402,
        0,
    )


def carrot(pen: Pen) -> Art:
    """A carrot with its green."""
    body = (
        shape(
            leaf(0, -4, 150, 26, 0) + leaf(0, -4, 140, 26, 34) + leaf(0, -4, 140, 26, -34),
            pen.tone("leaf", 0.5),
        )
        + shape("M-60,0C-50,-24 50,-24 60,0C60,90 30,200 0,270C-30,200 -60,90 -60,0z", pen.tone("rust", 0.7))
        + clip(
            "M-60,0C-50,-24 50,-24 60,0C60,90 30,200 0,270C-30,200 -60,90 -60,0z",
            lines(pen, "M-60,50h44M60,90h-44M-44,140h30M40,180h-30", "rust", 0.44, 8),
        )
    )
    return Art(f'<g transform="translate(60,-224) rotate(34)">{body}</g>', -100, 240, -360, 0)


def pumpkin(pen: Pen) -> Art:
    """A pumpkin."""
    return Art(
        shape(ellipse(-120, -130, 110, 128) + ellipse(120, -130, 110, 128), pen.tone("rust", 0.56))
        + shape(ellipse(-64, -130, 100, 134) + ellipse(64, -130, 100, 134), pen.tone("rust", 0.66))
        + shape(ellipse(0, -130, 70, 138), pen.tone("rust", 0.78))
        + shape("M-20,-256C-20,-300 0,-320 40,-330L50,-306C24,-296 20,-280 24,-254z", pen.tone("leaf", 0.34))
        + shape(leaf(30, -270, 120, 44, 96), pen.tone("leaf", 0.5)),
        -232,
        232,
        -332,
        8,
    )


def wood_pile(pen: Pen) -> Art:
    """Three split logs."""
    svg = "".join(
        shape(rect(x - 150, y - 84, 330, 84, 42), pen.tone("wood", 0.4))
        + shape(ellipse(x - 108, y - 42, 42), pen.tone("plank", 0.66))
        + stroke(f"M{x - 108},{y - 42}m-22,0a22,22 0 1 1 44,0", pen.tone("plank", 0.36), 6)
        for x, y in ((-110, 0), (120, 0), (0, -76))
    )
    return Art(svg, -262, 302, -162, 0)


def mushroom(pen: Pen) -> Art:
    """A spotted mushroom."""
    cap = "M-190,-180C-190,-340 190,-340 190,-180C150,-150 -150,-150 -190,-180z"
    return Art(
        halved(
            pen,
            "M-60,-180C-50,-100 -70,-40 -80,0H80C70,-40 50,-100 60,-180z",
            (-80, -180, 80, 0),
            "cream",
            (0.64, 0.44),
        )
        + halved(pen, cap, (-190, -300, 190, -150), "red", (0.52, 0.36), 0.4)
        + clip(
            cap,
            shape(
                ellipse(-90, -230, 32, 26)
                + ellipse(30, -270, 36, 24)
                + ellipse(110, -210, 30, 24)
                + ellipse(-10, -190, 22, 15),
                pen.tone("cream", 0.7),
            ),
        ),
        -192,
        192,
        -302,
        0,
    )
