"""What stands out of doors: well, bridge, fence, gate, lamp post, rock, mountain, road, fire, sign."""
# ruff: noqa: E501  # path data reads worse when it is broken

import math

from storyreel.assets.looks.papercut.parts.outlines import taper
from storyreel.assets.looks.papercut.parts.pieces import clip, fold, halved, lines, ridge
from storyreel.assets.looks.papercut.parts.trees import round_tree
from storyreel.assets.looks.papercut.pen import (
    Art,
    Glow,
    Pen,
    ellipse,
    moved,
    num,
    polygon,
    rect,
    shape,
    stroke,
)


def ring_of_stones(pen: Pen, half: float, high: float, courses: int) -> str:
    """A round wall of stones seen from a little above, its rim level with y -high."""
    lot = pen.chance("stones")
    body = f"M{num(-half)},{num(-high)}V{num(-half * 0.16)}Q0,{num(half * 0.24)} {num(half)},{num(-half * 0.16)}V{num(-high)}z"
    stones, step = "", (high + half * 0.1) / courses
    for row in range(courses):
        count = 9
        for k in range(count + 1):
            a0 = math.pi * (k - (0.5 if row % 2 else 0)) / count
            a1 = math.pi * (k + 1 - (0.5 if row % 2 else 0)) / count
            x0, x1 = -half * math.cos(max(a0, 0)), -half * math.cos(min(a1, math.pi))
            if x1 - x0 < 8:
                continue
            y = -high + row * step + half * 0.3 * (1 - ((x0 + x1) / 2 / half) ** 2) * 0.62
            side = (x0 + x1) / 2 / half * (1 if pen.shade_right else -1)
            stones += shape(
                rect(x0 + 3, y + 4, x1 - x0 - 6, step - 7, 9),
                pen.tone("stone", 0.66 - 0.26 * max(side, 0) - 0.12 * lot.random()),
            )
    return shape(body, pen.tone("stone", 0.14)) + clip(body, stones)


def well(pen: Pen) -> Art:
    """A stone well with a tiled roof, a winch and its bucket."""
    wood, dark = pen.tone("wood", 0.52), pen.tone("wood", 0.34)
    svg = (
        shape(ellipse(0, -176, 178, 52), pen.tone("stone", 0.72))
        + shape(ellipse(0, -176, 140, 36), pen.tone("night", 0.3))
        + shape(ellipse(0, -166, 128, 26), pen.tone("water", 0.2))
    )
    svg += (
        shape(rect(-150, -520, 20, 350) + rect(130, -520, 20, 350), dark)
        + shape(rect(-160, -430, 350, 17, 4), wood)
        + stroke("M184,-422V-370H212", wood, 12)
    )
    svg += shape(rect(-44, -444, 88, 44, 8), pen.tone("plank", 0.5)) + lines(
        pen, "M-26,-442v40M-9,-442v40M9,-442v40M26,-442v40", "plank", 0.28, 5
    )
    svg += stroke("M0,-400V-262", pen.tone("plank", 0.7), 6) + moved(bucket(pen).svg, 0, -170, 0.42)
    svg += ring_of_stones(pen, 170, 168, 5)
    rim = "M-178,-176A178,52 0 0 0 178,-176A140,36 0 0 1 140,-176A140,36 0 0 1 -140,-176A140,36 0 0 1 -178,-176z"
    svg += shape(rim, pen.tone("stone", 0.82)) + clip(
        rim,
        lines(
            pen, "M-120,-150l-20,40M-60,-140l-12,40M0,-136v40M60,-140l12,40M120,-150l20,40", "stone", 0.3, 8
        ),
    )
    for row in range(4):
        half, y = 258 - 40 * row, -560 - 42 * row
        count = 9 - row
        w = 2 * half / count
        for k in range(count):
            level = (
                0.46
                + 0.12 * ((k * 7 + row * 3) % 4) / 3
                - (0.1 if (k / count > 0.55) == pen.shade_right else 0)
            )
            svg += shape(rect(-half + k * w, y, w - 2, 47, 5), pen.tone("roof", level))
    svg += (
        shape("M-258,-516H258L240,-500H-240z", pen.tone("roof", 0.12))
        + shape(rect(-100, -696, 200, 16, 6), pen.tone("roof", 0.3))
        + ridge(pen, "M-96,-700H96", 18)
    )
    return Art(svg, -262, 262, -700, 44, points={"rim": (-150, -176), "bucket": (0, -230)})


def bucket(pen: Pen) -> Art:
    """A wooden bucket with its handle."""
    svg = shape("M-120,-220L-90,0Q0,26 90,0L120,-220z", pen.tone("plank", 0.5))
    svg += clip(
        "M-120,-220L-90,0Q0,26 90,0L120,-220z",
        lines(pen, "M-60,-220L-46,20M0,-220V20M60,-220L46,20", "plank", 0.34, 5)
        + shape(rect(40 if pen.shade_right else -140, -220, 100, 240), pen.tone("wood", 0.4), 0.5),
    )
    svg += stroke("M-106,-136Q0,-100 106,-136M-96,-56Q0,-20 96,-56", pen.tone("metal", 0.5), 17)
    svg += shape(ellipse(0, -220, 124, 34), pen.tone("plank", 0.72)) + shape(
        ellipse(0, -218, 100, 22), pen.tone("wood", 0.2)
    )
    svg += stroke("M-116,-224C-110,-350 110,-350 116,-224", pen.tone("metal", 0.6), 11)
    return Art(svg, -128, 128, -324, 14)


def bridge(pen: Pen) -> Art:
    """A stone bridge of two arches."""
    body = (
        "M-420,0V-150C-260,-230 260,-230 420,-150V0H330C330,-160 70,-160 70,0H-70C-70,-160 -330,-160 -330,0z"
    )
    svg = shape(body, pen.tone("stone", 0.56)) + clip(
        body,
        lines(
            pen,
            "M-400,-100h60M-380,-60h40M-60,-60h60M-30,-110h70M0,-20h50M-240,-170h60M120,-176h70M340,-90h60M350,-40h50M-90,-160h60",
            "stone",
            0.3,
            7,
        ),
    )
    svg += clip(
        body,
        stroke("M-330,0C-330,-160 -70,-160 -70,0M70,0C70,-160 330,-160 330,0", pen.tone("stone", 0.3), 30),
    )
    svg += stroke("M-428,-158C-260,-240 260,-240 428,-158", pen.tone("stone", 0.76), 28) + ridge(
        pen, "M-420,-176C-260,-256 260,-256 420,-176", 14
    )
    return Art(svg, -442, 442, -236, 0)


def fence(pen: Pen) -> Art:
    """Five palings on two rails."""
    svg = shape(rect(-220, -150, 440, 22, 4) + rect(-220, -66, 440, 22, 4), pen.tone("plank", 0.36))
    pales = "".join(
        polygon([(x, 0), (x, -190), (x + 26, -220), (x + 52, -190), (x + 52, 0)])
        for x in (-206, -118, -30, 58, 146)
    )
    svg += shape(pales, pen.tone("plank", 0.6)) + "".join(
        fold(pen, x - 60, -192, 112, 192, "plank", 0.4) for x in (-206, -118, -30, 58, 146) if pen.shade_right
    )
    svg += ridge(
        pen, "".join(f"M{x + 6},-204L{x + 26},-222L{x + 46},-204" for x in (-206, -118, -30, 58, 146)), 13
    )
    return Art(svg, -222, 222, -226, 0)


def gate(pen: Pen) -> Art:
    """A five-barred field gate between two posts."""
    svg = shape(rect(-250, -240, 40, 240, 6) + rect(210, -240, 40, 240, 6), pen.tone("wood", 0.4)) + shape(
        "".join(rect(-206, -210 + 44 * k, 412, 20, 4) for k in range(5)), pen.tone("plank", 0.6)
    )
    svg += stroke("M-196,-20L190,-202", pen.tone("plank", 0.46), 18) + shape(
        rect(-206, -214, 22, 200) + rect(184, -214, 22, 200), pen.tone("plank", 0.4)
    )
    return Art(svg, -252, 252, -244, 0)


def lamp_post(pen: Pen) -> Art:
    """A street lamp; its light follows the hour."""
    iron, dark = pen.tone("iron", 0.42), pen.tone("iron", 0.24)
    svg = (
        shape(taper(0, -470, 0, 9, 13), iron)
        + shape(taper(0, -70, 0, 18, 30), dark)
        + shape(rect(-26, -180, 52, 16, 5), dark)
        + shape(rect(-64, -478, 128, 15, 4), iron)
    )
    svg += shape("M-40,-478L-56,-640H56L40,-478z", pen.glass()) + stroke(
        "M-46,-480L-58,-640M46,-480L58,-640M0,-480V-640", iron, 8
    )
    svg += (
        halved(pen, "M-72,-636L0,-700L72,-636z", (-72, -700, 72, -636), "iron", (0.5, 0.3))
        + ridge(pen, "M-60,-646L0,-698L60,-646", 10)
        + shape(ellipse(0, -702, 9), iron)
    )
    return Art(svg, -72, 72, -712, 0, (Glow(0, -560, 260),) if pen.lit else (), {"lamp": (0, -560)})


def rock(pen: Pen) -> Art:
    """Two boulders."""
    svg = shape("M40,0C30,-110 90,-170 150,-160C230,-150 260,-60 250,0z", pen.tone("stone", 0.34)) + shape(
        "M-250,0C-260,-120 -190,-240 -70,-240C60,-240 120,-120 110,0z", pen.tone("stone", 0.54)
    )
    svg += shape(
        "M110,0C120,-120 60,-240 -70,-240C-10,-190 -30,-120 20,-90C60,-66 40,-20 60,0z"
        if pen.shade_right
        else "M-250,0C-260,-120 -190,-240 -70,-240C-120,-190 -100,-120 -150,-90C-180,-66 -170,-20 -180,0z",
        pen.tone("stone", 0.3),
    ) + ridge(pen, "M-190,-196C-140,-240 -20,-250 40,-190", 20)
    return Art(svg, -254, 254, -244, 0)


def mountain(pen: Pen) -> Art:
    """A peak with its snow and a lower ridge."""
    svg = shape("M60,0L230,-260L420,0z", pen.pal.depth(0.35)) + shape(
        "M-380,0L-60,-470L260,0z", pen.pal.depth(0.6)
    )
    side = (
        "M-60,-470L260,0H20L-30,-160L-80,-260z"
        if pen.shade_right
        else "M-60,-470L-380,0H-100L-60,-160L-20,-260z"
    )
    svg += shape(side, pen.pal.depth(0.8)) + shape(
        "M-60,-470L-152,-336L-110,-352L-80,-310L-44,-346L-10,-316L30,-338z", pen.tone("snow", 0.85)
    )
    return Art(svg, -380, 420, -472, 0)


def hill(pen: Pen) -> Art:
    """Two meadows with a tree."""
    svg = (
        shape("M-100,0C20,-170 260,-170 380,0z", pen.tone("grass", 0.36))
        + moved(round_tree(pen).svg, -90, -150, 0.42)
        + shape("M-380,0C-250,-240 60,-240 240,0z", pen.tone("grass", 0.56))
    )
    return Art(svg, -380, 380, -345, 0)


def road(pen: Pen) -> Art:
    """A road that winds away between fields."""
    field = "M-340,0C-320,-200 -180,-320 0,-320C180,-320 320,-200 340,0z"
    way = "M-130,0C-70,-80 180,-120 120,-190C80,-240 -40,-250 -10,-330H20C20,-260 160,-250 170,-190C190,-100 60,-90 70,0z"
    return Art(
        shape(field, pen.tone("grass", 0.5))
        + clip(
            field,
            shape("M-340,0V-160C-200,-120 -60,-160 -40,0z", pen.tone("grass", 0.36))
            + shape(way, pen.tone("sand", 0.55)),
        ),
        -340,
        340,
        -322,
        0,
    )


def volcano(pen: Pen) -> Art:
    """A mountain that smokes and glows."""
    svg = shape(
        ellipse(-20, -440, 74, 60) + ellipse(50, -490, 84, 66) + ellipse(-30, -530, 60, 50),
        pen.tone("slate", 0.6),
    ) + shape("M-340,0L-90,-380Q0,-350 90,-380L340,0z", pen.tone("earth", 0.3))
    svg += shape("M340,0L90,-380L40,-360L60,-220L120,-120L100,0z", pen.tone("earth", 0.12)) + shape(
        "M-90,-380Q0,-350 90,-380L66,-330L40,-240L10,-310L-10,-160L-46,-300L-70,-330z", pen.tone("red", 0.55)
    )
    return Art(svg, -340, 340, -582, 0, (Glow(0, -360, 200, "fire"),))


def fire(pen: Pen) -> Art:
    """A camp fire on three logs."""
    logs = "".join(
        f'<g transform="rotate({turn})">{shape(rect(-150, -24, 300, 40, 18), pen.tone("wood", level))}</g>'
        for turn, level in ((14, 0.3), (-14, 0.46))
    )
    flames = "".join(
        shape(
            f"M0,-20C{-w},-30 {-w - 14},{-h * 0.5:.0f} {-w * 0.3:.0f},{-h * 0.72:.0f}C{-w * 0.2:.0f},{-h * 0.6:.0f} 0,{-h * 0.7:.0f} 0,{-h}C{w * 0.7:.0f},{-h * 0.72:.0f} {w + 20},{-h * 0.46:.0f} {w},{-h * 0.24:.0f}C{w - 10},-30 {w * 0.5:.0f},-20 0,-20z",
            color,
        )
        for w, h, color in (
            (110, 330, pen.tone("red", 0.5)),
            (76, 240, pen.tone("ochre", 0.55)),
            (42, 150, pen.tone("straw", 0.9)),
        )
    )
    return Art(flames + moved(logs, 0, -22), -156, 156, -332, 22, (Glow(0, -130, 360, "fire"),))


def signpost(pen: Pen) -> Art:
    """A post with three boards that point three ways."""
    svg = shape(rect(-15, -440, 30, 440, 4), pen.tone("wood", 0.4))
    for y, sign, family in ((-420, 1, "plank"), (-320, -1, "teal"), (-220, 1, "red")):
        d = polygon(
            [
                (-sign * 60, y),
                (sign * 150, y),
                (sign * 196, y + 34),
                (sign * 150, y + 68),
                (-sign * 60, y + 68),
            ]
        )
        svg += shape(d, pen.tone(family, 0.54)) + lines(
            pen, f"M{-sign * 30},{y + 24}H{sign * 120}M{-sign * 30},{y + 44}H{sign * 90}", family, 0.3, 6
        )
    return Art(svg, -198, 198, -442, 0)


def flag(pen: Pen) -> Art:
    """A flag in the wind."""
    cloth = "M6,-480C90,-520 130,-430 240,-466V-300C130,-264 90,-350 6,-310z"
    svg = (
        shape(rect(-9, -510, 16, 510, 5), pen.tone("wood", 0.45))
        + shape(ellipse(0, -516, 15), pen.tone("brass", 0.6))
        + shape(cloth, pen.tone("red", 0.5))
        + clip(
            cloth,
            shape(
                "M80,-520C110,-500 120,-450 140,-440V-280C110,-300 100,-330 80,-330z", pen.tone("red", 0.34)
            ),
        )
    )
    return Art(svg, -16, 242, -532, 0)


def bunting(pen: Pen) -> Art:
    """A string of pennants, hung from its left end at 0, 0."""
    svg = stroke("M0,0Q300,150 600,0", pen.tone("wood", 0.34), 6)
    for k, family in enumerate(("red", "ochre", "teal", "cream", "plum", "red", "ochre", "teal")):
        u = (k + 0.5) / 8
        x, y, slope = 600 * u, 300 * u * (1 - u), (1 - 2 * u) * 26
        svg += f'<path d="M-26,0H26L0,62z" fill="{pen.tone(family, 0.52)}" transform="translate({num(x)},{num(y)}) rotate({num(slope)})"/>'
    return Art(svg, 0, 600, -4, 142, hangs=True)


def bell(pen: Pen) -> Art:
    """A bell on its frame."""
    wood = pen.tone("wood", 0.4)
    svg = (
        shape(rect(-190, -430, 26, 430, 4) + rect(164, -430, 26, 430, 4), wood)
        + shape(rect(-220, -452, 440, 34, 8), pen.tone("wood", 0.28))
        + stroke("M-164,-360L-110,-420M164,-360L110,-420", wood, 14)
        + ridge(pen, "M-214,-458H214", 14)
    )
    body = "M-28,-392H28C90,-372 84,-240 128,-160H-128C-84,-240 -90,-372 -28,-392z"
    svg += (
        stroke("M0,-420V-390", pen.tone("iron", 0.4), 14)
        + shape(ellipse(0, -146, 28), pen.tone("brass", 0.25))
        + halved(pen, body, (-128, -392, 128, -160), "brass", (0.54, 0.32), 0.4)
    )
    svg += clip(body, lines(pen, "M-128,-212H128M-128,-352H128", "brass", 0.2, 6)) + shape(
        rect(-142, -172, 284, 26, 12), pen.tone("brass", 0.44)
    )
    return Art(svg, -222, 222, -462, 0)


def snowman(pen: Pen) -> Art:
    """Three balls of snow with hat and scarf."""
    svg = stroke("M-90,-230L-190,-300M90,-230L190,-310", pen.tone("wood", 0.3), 11) + "".join(
        halved(pen, ellipse(0, y, r), (-r, y - r, r, y + r), "snow", (0.75, 0.4), 0.34)
        for y, r in ((-110, 120), (-260, 92), (-380, 68))
    )
    svg += (
        shape(rect(-80, -336, 160, 32, 14) + "M30,-320L70,-220L36,-214L10,-316z", pen.tone("red", 0.5))
        + shape("M0,-384L86,-366L0,-364z", pen.tone("ochre", 0.44))
        + shape(rect(-50, -520, 100, 90, 8) + rect(-88, -448, 176, 20, 8), pen.tone("ink", 0.4))
    )
    svg += shape(
        ellipse(-24, -398, 8) + ellipse(24, -398, 8) + ellipse(0, -270, 9) + ellipse(0, -226, 9),
        pen.tone("ink", 0.3),
    )
    return Art(svg, -196, 196, -522, 8)
