"""What rooms are fitted with beside the parts: cases of books, counters, shelves of goods, rugs."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from storyreel.assets.looks.papercut.pen import Art, Part, Pen, ellipse, num, polygon, rect, shape, stroke

BOOKS = ("red", "ochre", "teal", "plum", "green", "cream", "rust", "blue")


def _board(pen: Pen, x: float, y: float, w: float, h: float, level: float = 0.4) -> str:
    return shape(rect(x, y, w, h, 3), pen.tone("wood", level))


def bookcase(pen: Pen) -> Art:
    """Shelves of books in many colours, some lying."""
    rng = pen.chance("books")
    w, h = 220.0, 400.0
    svg = _board(pen, -w / 2, -h, w, h, 0.3) + shape(
        rect(-w / 2 + 14, -h + 14, w - 28, h - 30), pen.tone("wood", 0.08)
    )
    for row in range(5):
        foot = -h + 14 + (h - 34) / 5 * (row + 1)
        x = -w / 2 + 18
        while x < w / 2 - 32:
            wide, tall = rng.uniform(9, 19), rng.uniform(40, 60)
            if rng.random() < 0.1:
                x += 20
                continue
            svg += shape(
                rect(x, foot - tall, wide, tall, 2), pen.tone(rng.choice(BOOKS), rng.uniform(0.3, 0.55))
            )
            x += wide + 1.5
        svg += _board(pen, -w / 2 + 8, foot, w - 16, 9, 0.45)
    return Art(svg + _board(pen, -w / 2 - 8, -h - 12, w + 16, 18, 0.45), -w / 2 - 8, w / 2 + 8, -h - 12)


def counter(pen: Pen) -> Art:
    """A shop's counter with its goods on it."""
    svg = _board(pen, -260, -110, 520, 110, 0.34) + _board(pen, -272, -124, 544, 20, 0.55)
    svg += stroke("".join(f"M{x},-98V-8" for x in range(-210, 260, 70)), pen.tone("wood", 0.18), 4)
    for x, family in ((-200, "teal"), (-150, "ochre"), (160, "rust"), (206, "green")):
        svg += shape(rect(x - 18, -176, 36, 52, 8), pen.tone(family, 0.5)) + shape(
            rect(x - 15, -186, 30, 12, 4), pen.tone("wood", 0.5)
        )
    return Art(svg, -272, 272, -188)


def shelves(pen: Pen) -> Art:
    """Three shelves of jars, loaves and boxes."""
    rng = pen.chance("goods")
    svg = ""
    for row in range(3):
        foot = -10.0 - 92 * row
        x = -120.0
        while x < 108:
            kind, w = rng.choice(("jar", "loaf", "box", "jar")), rng.uniform(28, 44)
            if kind == "jar":
                svg += shape(
                    rect(x, foot - 52, w * 0.8, 52, 9),
                    pen.tone(rng.choice(("teal", "ochre", "rust", "cream")), 0.5),
                ) + shape(rect(x + 3, foot - 60, w * 0.8 - 6, 11, 3), pen.tone("wood", 0.55))
            elif kind == "loaf":
                svg += shape(
                    f"M{num(x)},{num(foot)}v-16q{num(w / 2)},-34 {num(w)},0v16z", pen.tone("crust", 0.55)
                )
            else:
                svg += shape(
                    rect(x, foot - 40, w, 40, 3), pen.tone(rng.choice(("red", "green", "plum")), 0.42)
                )
            x += w + 8
        svg += _board(pen, -136, foot, 272, 12, 0.45)
    return Art(svg, -136, 136, -262, 4)


def tools(pen: Pen) -> Art:
    """A board with tools on the wall."""
    svg = _board(pen, -150, -130, 300, 130, 0.6)
    svg += shape(rect(-116, -110, 10, 90, 3) + rect(-132, -116, 44, 22, 4), pen.tone("iron", 0.4))
    svg += shape(
        polygon([(-56, -112), (-30, -112), (-36, -26), (-50, -26)]), pen.tone("metal", 0.55)
    ) + shape(rect(-54, -116, 22, 26, 6), pen.tone("red", 0.45))
    svg += shape(polygon([(10, -108), (84, -96), (84, -84), (10, -66)]), pen.tone("metal", 0.6)) + shape(
        rect(78, -106, 34, 30, 10), pen.tone("wood", 0.35)
    )
    return Art(
        svg + shape(ellipse(30, -32, 20) + ellipse(76, -34, 14), pen.tone("iron", 0.5)), -150, 150, -130
    )


def rug(pen: Pen) -> Art:
    """A round rug on the floor, seen from the side."""
    svg = (
        shape(ellipse(0, 0, 260, 34), pen.tone("red", 0.36))
        + shape(ellipse(0, 0, 214, 26), pen.tone("ochre", 0.42))
        + shape(ellipse(0, 0, 180, 20), pen.tone("red", 0.44))
    )
    return Art(svg, -260, 260, -34, 34)


def side_table(pen: Pen) -> Art:
    """A plain table that small things stand on; its top is its highest edge."""
    svg = _board(pen, -120, -96, 240, 18, 0.56) + _board(pen, -104, -78, 208, 20, 0.34)
    legs = polygon([(-100, -58), (-80, -58), (-86, 0), (-98, 0)]) + polygon(
        [(100, -58), (80, -58), (86, 0), (98, 0)]
    )
    return Art(shape(legs, pen.tone("wood", 0.3)) + svg, -120, 120, -96)


FITTINGS: dict[str, Part] = {
    "bookcase": bookcase, "counter": counter, "shelves": shelves, "tools": tools, "rug": rug, "side_table": side_table,
}  # fmt: skip
"""By name; only rooms use them."""
