"""What grows: trees of several kinds, bush, grass, reeds, flowers, branch, leaf, wheat."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import leaf, star, taper
from storyreel.assets.looks.papercut.parts.pieces import clip, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Pen, ellipse, num, rect, shape, smooth, stroke


def round_tree(pen: Pen) -> Art:
    """A broad-leaved tree: an egg of leaves on a straight trunk."""
    lot = pen.chance("tree")
    w, h = lot.uniform(110, 140), lot.uniform(160, 190)
    y = -130 - h
    crown = ellipse(0, y, w, h)
    svg = shape(taper(0, -260, 0, 11, 17), pen.tone("wood", 0.3))
    svg += halved(pen, crown, (-w, y - h, w, y + h), "leaf", (0.54, 0.38), 0.42)
    svg += stroke(
        f"M0,-130V{num(y + h * 0.1)}M0,{num(y + h * 0.56)}L{num(w * 0.34)},{num(y + h * 0.2)}M0,{num(y + h * 0.74)}L{num(-w * 0.36)},{num(y + h * 0.4)}",
        pen.tone("leaf", 0.2),
        7,
    )
    if pen.snowy:
        svg += clip(crown, shape(ellipse(0, y - h * 0.98, w * 0.8, h * 0.34), pen.tone("snow", 0.75)))
    return Art(svg, -w, w, y - h, 0)


def tree(pen: Pen) -> Art:
    """An old tree with three clouds of leaves."""
    svg = shape(
        "M-44,0C-22,-60 -26,-150 -34,-230L-110,-300L-96,-316L-20,-262L-6,-330H14L22,-250L96,-330L112,-314L40,-216C34,-130 30,-60 56,0z",
        pen.tone("wood", 0.42),
    )
    svg += shape(
        "M14,-330L22,-250L96,-330L112,-314L40,-216C34,-130 30,-60 56,0H10C16,-100 4,-220 14,-330z"
        if pen.shade_right
        else "M-44,0C-22,-60 -26,-150 -34,-230L-110,-300L-96,-316L-20,-262C0,-160 -4,-80 0,0z",
        pen.tone("wood", 0.22),
    )
    for x, y, r, level in (
        (0, -440, 140, 0.32),
        (-116, -372, 112, 0.46),
        (112, -380, 118, 0.4),
        (-6, -390, 100, 0.6),
    ):
        d = smooth(
            [
                (x - r, y + r * 0.2),
                (x - r * 0.72, y - r * 0.62),
                (x, y - r),
                (x + r * 0.76, y - r * 0.6),
                (x + r, y + r * 0.2),
                (x + r * 0.5, y + r * 0.66),
                (x - r * 0.5, y + r * 0.66),
            ],
            closed=True,
        )
        svg += shape(d, pen.tone("leaf", level))
        if pen.snowy:
            svg += clip(d, shape(ellipse(x, y - r * 0.95, r * 0.8, r * 0.32), pen.tone("snow", 0.75)))
    return Art(svg, -230, 232, -582, 0)


def conifer(pen: Pen) -> Art:
    """A fir of stacked skirts."""
    lot = pen.chance("fir")
    tiers, height, width = lot.choice((4, 5)), lot.uniform(430, 520), lot.uniform(94, 122)
    svg = shape(taper(0, -80, 0, 12, 14), pen.tone("wood", 0.25))
    for k in range(tiers):
        foot = -50 - (height - 120) * k / tiers
        top = -height + (height - 160) * (1 - (k + 1) / tiers) * 0.62
        w = width * (1 - 0.72 * k / tiers)
        d = f"M{num(-w)},{num(foot)}Q{num(-w * 0.3)},{num(foot - (foot - top) * 0.4)} 0,{num(top)}Q{num(w * 0.3)},{num(foot - (foot - top) * 0.4)} {num(w)},{num(foot)}Q0,{num(foot + 16)} {num(-w)},{num(foot)}z"
        svg += halved(pen, d, (-w, top, w, foot + 16), "pine", (0.42 + 0.05 * k, 0.26 + 0.04 * k), 0.5)
        if pen.snowy:
            svg += stroke(
                f"M{num(-w * 0.86)},{num(foot - 6)}Q0,{num(foot + 6)} {num(w * 0.86)},{num(foot - 6)}",
                pen.tone("snow", 0.75),
                13,
            )
    return Art(svg, -width, width, -height, 0)


def bare_tree(pen: Pen) -> Art:
    """A tree without leaves."""
    color = pen.tone("wood", 0.26)
    svg = shape(taper(0, -250, 0, 15, 30), color)
    svg += stroke(
        "M0,-240C-10,-330 -6,-420 -22,-500M-4,-300C-60,-350 -110,-380 -150,-440M2,-260C60,-320 100,-350 150,-430M-90,-366C-130,-366 -160,-372 -190,-360M84,-336C130,-346 160,-350 196,-340",
        color,
        17,
    )
    svg += stroke(
        "M-14,-420C20,-460 40,-490 46,-530M-18,-450C-46,-480 -60,-510 -66,-540M-120,-400C-120,-440 -110,-470 -116,-500M-160,-364C-180,-390 -200,-396 -216,-420M116,-380C110,-430 120,-460 116,-490M150,-346C176,-370 190,-380 210,-410",
        color,
        9,
    )
    if pen.snowy:
        svg += stroke(
            "M-12,-312C-60,-362 -110,-392 -146,-444M10,-278C60,-338 96,-362 142,-432",
            pen.tone("snow", 0.75),
            7,
        )
    return Art(svg, -220, 216, -546, 0)


def palm(pen: Pen) -> Art:
    """A palm leaning a little."""
    svg = stroke("M-30,0C-20,-150 10,-300 60,-410", pen.tone("wood", 0.5), 30)
    svg += lines(
        pen,
        "M-40,-60l28,6M-34,-120l30,8M-24,-180l30,8M-10,-240l30,10M8,-300l28,10M28,-356l28,10",
        "wood",
        0.26,
        7,
    )
    for turn, length, level in (
        (-118, 190, 0.3),
        (-80, 210, 0.42),
        (-46, 180, 0.56),
        (118, 190, 0.26),
        (84, 210, 0.36),
        (48, 190, 0.48),
        (0, 150, 0.6),
    ):
        svg += f'<g transform="translate(60,-414) rotate({turn})">{shape(f"M0,0C-40,{-length * 0.4:.0f} -30,{-length * 0.8:.0f} 6,{-length}C20,{-length * 0.7:.0f} 26,{-length * 0.4:.0f} 0,0z", pen.tone("leaf", level))}{lines(pen, f"M0,0C-8,{-length * 0.4:.0f} -6,{-length * 0.7:.0f} 4,{-length * 0.94:.0f}", "leaf", level - 0.16, 4)}</g>'
    svg += shape(ellipse(48, -396, 16) + ellipse(76, -398, 15), pen.tone("rust", 0.3))
    return Art(svg, -152, 270, -566, 0)


def bush(pen: Pen) -> Art:
    """A low round bush."""
    svg = shape(
        "M-150,0C-190,-60 -150,-130 -90,-126C-70,-180 20,-196 60,-146C120,-156 176,-90 150,0z",
        pen.tone("leaf", 0.36),
    )
    svg += shape(
        "M-120,0C-140,-50 -100,-96 -50,-88C-20,-124 50,-120 70,-76C110,-76 126,-36 110,0z",
        pen.tone("leaf", 0.54),
    )
    if pen.snowy:
        svg += stroke(
            "M-134,-110C-100,-140 -60,-170 0,-172C60,-170 110,-146 140,-110", pen.tone("snow", 0.75), 18
        )
    return Art(svg, -172, 160, -178, 0)


def grass(pen: Pen) -> Art:
    """A tuft of blades."""
    lot = pen.chance("grass")
    blades = ""
    for k in range(11):
        x, lean, height = -110 + 22 * k + lot.uniform(-8, 8), lot.uniform(-60, 60), lot.uniform(90, 190)
        blades += f"M{num(x - 8)},0Q{num(x - 4)},{num(-height * 0.6)} {num(x + lean)},{num(-height)}Q{num(x + 8)},{num(-height * 0.5)} {num(x + 8)},0z"
    return Art(shape(blades, pen.tone("grass", 0.34)), -186, 186, -192, 0)


def reeds(pen: Pen) -> Art:
    """Reeds with their brown heads."""
    lot = pen.chance("reeds")
    svg = ""
    for k in range(6):
        x, height = -90 + 36 * k + lot.uniform(-8, 8), lot.uniform(220, 360)
        lean = lot.uniform(-24, 24)
        svg += stroke(
            f"M{num(x)},0Q{num(x)},{num(-height * 0.6)} {num(x + lean)},{num(-height)}",
            pen.tone("leaf", 0.4),
            7,
        )
        svg += shape(rect(x + lean - 10, -height - 10, 20, 70, 10), pen.tone("wood", 0.4))
        svg += shape(
            leaf(x, 0, height * 0.8, 18, 16 if k % 2 else -18), pen.tone("leaf", 0.5 if k % 2 else 0.34)
        )
    return Art(svg, -190, 190, -374, 0)


def bloom(pen: Pen, x: float, y: float, r: float, family: str) -> str:
    """A five-petalled flower seen from the front."""
    petals = "".join(
        ellipse(x + r * 0.62 * dx, y + r * 0.62 * dy, r * 0.46)
        for dx, dy in ((0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31))
    )
    return shape(petals, pen.tone(family, 0.6)) + shape(
        ellipse(x, y, r * 0.36), pen.tone("ochre" if family != "ochre" else "rust", 0.5)
    )


def flowers(pen: Pen) -> Art:
    """Five wild flowers on their stems."""
    lot = pen.chance("flowers")
    families = ["red", "cream", "ochre", "plum", "cream"]
    lot.shuffle(families)
    svg = ""
    for k, family in enumerate(families):
        x, height = -110 + 55 * k, lot.uniform(130, 230)
        lean = lot.uniform(-14, 14)
        svg += stroke(
            f"M{x},0Q{x},{num(-height * 0.5)} {num(x + lean)},{num(-height)}", pen.tone("leaf", 0.36), 8
        )
        svg += shape(leaf(x, -height * 0.3, 56, 16, 50 if k % 2 else -50), pen.tone("leaf", 0.5)) + bloom(
            pen, x + lean, -height, 34, family
        )
    return Art(svg, -160, 160, -266, 0)


def tulip(pen: Pen) -> Art:
    """One tulip."""
    svg = stroke("M0,0C6,-100 -4,-180 0,-250", pen.tone("leaf", 0.4), 15)
    svg += shape(leaf(0, 0, 240, 46, -24), pen.tone("leaf", 0.5)) + shape(
        leaf(0, 0, 210, 42, 30), pen.tone("leaf", 0.34)
    )
    svg += shape(
        "M-84,-390C-40,-370 -20,-350 0,-380C20,-350 40,-370 84,-390C100,-310 70,-236 0,-234C-70,-236 -100,-310 -84,-390z",
        pen.tone("red", 0.36),
    )
    svg += shape(
        "M-84,-390C-90,-300 -60,-240 0,-234C-20,-290 -40,-350 -84,-390z", pen.tone("red", 0.56)
    ) + shape("M0,-400C-40,-350 -40,-290 0,-240C40,-290 40,-350 0,-400z", pen.tone("red", 0.68))
    return Art(svg, -110, 112, -402, 0)


def branch(pen: Pen) -> Art:
    """A leafy branch that hangs in from its hook at 0, 0 down to the right."""
    svg = stroke("M0,0C120,30 260,90 400,100", pen.tone("wood", 0.2), 11)
    for k in range(7):
        u = 0.1 + 0.13 * k
        x, y = 400 * u, 100 * (1.5 * u - 0.5 * u * u)
        size = 142 - 8 * k
        svg += shape(leaf(x, y, size, 30, 132 - 4 * k), pen.tone("leaf", 0.3 if k % 2 else 0.42))
        svg += shape(leaf(x + 24, y, size * 0.9, 28, 62 + 3 * k), pen.tone("leaf", 0.22 if k % 2 else 0.5))
    svg += shape(leaf(398, 100, 110, 30, 104), pen.tone("leaf", 0.5))
    return Art(svg, 0, 510, -40, 214, hangs=True)


def one_leaf(pen: Pen) -> Art:
    """An autumn leaf with its veins."""
    body = "M0,-70C-150,-90 -190,-240 -110,-330C-70,-380 -20,-400 0,-440C20,-400 70,-380 110,-330C190,-240 150,-90 0,-70z"
    svg = halved(pen, body, (-190, -440, 190, -70), "rust", (0.56, 0.4), 0.5) + stroke(
        "M0,0V-380", pen.tone("rust", 0.2), 11
    )
    svg += stroke(
        "M0,-130L90,-210M0,-130L-90,-210M0,-210L84,-296M0,-210L-84,-296M0,-290L50,-344M0,-290L-50,-344",
        pen.tone("rust", 0.26),
        6,
    )
    return Art(svg, -160, 160, -440, 0)


def wheat(pen: Pen) -> Art:
    """Ears of corn tied in a sheaf."""
    svg = ""
    for turn in (-22, -11, 0, 11, 22):
        ear = stroke("M0,-60V-300", pen.tone("straw", 0.4), 8)
        for row in range(5):
            y = -290 - row * 30
            ear += shape(leaf(0, y, 52, 15, 32), pen.tone("straw", 0.5)) + shape(
                leaf(0, y, 52, 15, -32), pen.tone("straw", 0.7)
            )
        ear += shape(leaf(0, -436, 56, 15, 0), pen.tone("straw", 0.6))
        svg += f'<g transform="translate(0,-60) rotate({turn}) translate(0,60)">{ear}</g>'
    svg += shape("M-34,-120H34L66,0H-66z", pen.tone("straw", 0.46)) + lines(
        pen, "M-16,-100L-30,0M0,-100V0M16,-100L30,0", "straw", 0.26, 5
    )
    svg += shape(rect(-46, -140, 92, 30, 12), pen.tone("red", 0.46))
    return Art(svg, -210, 210, -492, 0)


def rose(pen: Pen) -> Art:
    """A rose, its petals folded round each other."""
    svg = (
        stroke("M0,0C10,-90 -10,-170 0,-260", pen.tone("leaf", 0.34), 14)
        + shape(leaf(2, -110, 120, 36, 60), pen.tone("leaf", 0.5))
        + shape(leaf(0, -70, 110, 34, -56), pen.tone("leaf", 0.36))
    )
    svg += shape(star(0, -270, 70, 5, 0.4, 90), pen.tone("leaf", 0.4)) + shape(
        ellipse(0, -340, 104, 96), pen.tone("red", 0.34)
    )
    svg += shape(
        "M-104,-340C-100,-260 -40,-240 0,-244C60,-250 100,-290 104,-340C60,-290 -40,-290 -104,-340z",
        pen.tone("red", 0.54),
    )
    svg += shape(
        "M-78,-360C-70,-300 -20,-286 20,-290C60,-296 80,-330 78,-366C40,-330 -40,-330 -78,-360z",
        pen.tone("red", 0.66),
    ) + shape(
        "M-40,-376C-40,-340 0,-330 26,-340C46,-350 50,-376 40,-394C20,-366 -16,-360 -40,-376z",
        pen.tone("red", 0.44),
    )
    return Art(svg, -108, 112, -438, 0)


def seedling(pen: Pen) -> Art:
    """A young plant in its heap of earth."""
    svg = stroke("M0,-40C4,-110 -4,-150 0,-210", pen.tone("leaf", 0.44), 13)
    svg += shape(leaf(0, -200, 150, 48, 58), pen.tone("leaf", 0.62)) + shape(
        leaf(0, -190, 140, 46, -58), pen.tone("leaf", 0.44)
    )
    return Art(svg + shape("M-140,0C-100,-80 100,-80 140,0z", pen.tone("earth", 0.4)), -142, 142, -290, 0)
