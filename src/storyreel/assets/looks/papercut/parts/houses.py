"""Buildings: houses of several kinds, church, castle, mill, barn, shop, stall, tent."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import dome, taper
from storyreel.assets.looks.papercut.parts.pieces import (
    clip,
    entry,
    fold,
    halved,
    lines,
    pane,
    posts,
    ridge,
    rows,
)  # fmt: skip
from storyreel.assets.looks.papercut.pen import (
    Art,
    Glow,
    Pen,
    arch,
    ellipse,
    moved,
    polygon,
    rect,
    shape,
    stroke,
)


def gabled(pen: Pen, width: float, wall: float, gable: float, roof: str, *, family: str = "wall",
           chimney: bool = True, attic: bool = True) -> str:  # fmt: skip
    """A wall with its gable, fold and roof strips, without windows; its foot about 0, 0."""
    w, over, thick = width / 2, width * 0.07, width * 0.075
    body = polygon([(-w, 0), (-w, -wall), (0, -wall - gable), (w, -wall), (w, 0)])
    strip = fold(pen, -w, -wall - gable, width, wall + gable, family)
    slope = gable / w
    band = polygon([(-w - over, -wall + over * slope), (0, -wall - gable), (w + over, -wall + over * slope),
                    (w + over, -wall + over * slope - thick * 1.2), (0, -wall - gable - thick * 1.5),
                    (-w - over, -wall + over * slope - thick * 1.2)])  # fmt: skip
    under = polygon([(-w, -wall + thick * 0.9), (0, -wall - gable + thick * 1.1), (w, -wall + thick * 0.9),
                     (w, -wall - thick), (0, -wall - gable - thick), (-w, -wall - thick)])  # fmt: skip
    side = 1 if pen.shade_right else -1
    dark = polygon([(0, -wall - gable), (side * (w + over), -wall + over * slope),
                    (side * (w + over), -wall + over * slope - thick * 1.2), (0, -wall - gable - thick * 1.5)])  # fmt: skip
    x = w * 0.36
    stack = ""
    if chimney:
        stack = shape(rect(x, -wall - gable * 0.98, width * 0.12, gable * 0.62), pen.tone("stone", 0.42))
        stack += shape(
            rect(x - width * 0.015, -wall - gable * 1.02, width * 0.15, width * 0.05), pen.tone(roof, 0.3)
        )
    eye = shape(ellipse(0, -wall - gable * 0.34, width * 0.065), pen.glass()) if attic else ""
    snow = ridge(pen, f"M{-w - over},{-wall + over * slope - thick * 1.1}L0,{-wall - gable - thick * 1.4}"
                      f"L{w + over},{-wall + over * slope - thick * 1.1}", thick * 0.8)  # fmt: skip
    return (
        stack + shape(body, pen.tone(family, 0.6)) + clip(body, strip + shape(under, pen.tone(family, 0.3), 0.55))
        + eye + shape(band, pen.tone(roof, 0.5)) + shape(dark, pen.tone(roof, 0.3)) + snow
    )  # fmt: skip


def house(pen: Pen) -> Art:
    """A house with a gable, a door and a window; wall, roof and sides vary with the seed."""
    lot = pen.chance("house")
    width, wall = lot.uniform(290, 340), lot.uniform(200, 240)
    roof, family = lot.choice(("roof", "roof", "brick")), lot.choice(("wall", "wall", "plaster"))
    gable = width * lot.uniform(0.46, 0.54)
    side = 1 if lot.random() < 0.5 else -1
    svg = gabled(pen, width, wall, gable, roof, family=family)
    svg += entry(pen, side * width * 0.2, width * 0.22, wall * 0.48)
    x = -side * width * 0.22 - width * 0.11
    svg += pane(pen, x, -wall * 0.78, width * 0.22, wall * 0.34)
    glow = (Glow(x + width * 0.11, -wall * 0.6, 90, "window"),) if pen.lit else ()
    return Art(svg, -width * 0.57, width * 0.57, -wall - gable - width * 0.12, 0, glow,
               {"door": (side * width * 0.2, 0)})  # fmt: skip


def cottage(pen: Pen) -> Art:
    """A low cottage under a deep thatched roof."""
    svg = shape(rect(98, -332, 50, 120), pen.tone("stone", 0.45)) + shape(
        rect(90, -340, 66, 20, 4), pen.tone("stone", 0.3)
    )
    svg += shape(rect(-190, -170, 380, 170), pen.tone("plaster", 0.65)) + fold(
        pen, -190, -170, 380, 170, "plaster"
    )
    roof = "M-236,-140C-190,-200 -160,-262 -124,-300C-60,-312 60,-312 124,-300C160,-262 190,-200 236,-140C160,-126 120,-150 60,-136C0,-128 -50,-148 -110,-134C-160,-126 -200,-138 -236,-140z"
    svg += shape(
        "M-190,-140H190V-118C120,-130 60,-114 0,-116C-60,-128 -120,-112 -190,-118z",
        pen.tone("plaster", 0.25),
        0.6,
    )
    svg += halved(pen, roof, (-236, -312, 236, -120), "straw", (0.5, 0.36), 0.46)
    svg += clip(
        roof,
        lines(
            pen, "M-190,-196C-60,-216 60,-216 190,-196M-160,-250C-60,-268 60,-268 160,-250", "straw", 0.22, 5
        ),
    )
    svg += ridge(pen, "M-120,-300C-60,-310 60,-310 120,-300", 22)
    svg += entry(pen, -20, 78, 116, "teal") + pane(pen, -150, -106, 72, 62) + pane(pen, 76, -106, 72, 62)
    glow = (Glow(-114, -74, 90, "window"), Glow(112, -74, 90, "window")) if pen.lit else ()
    return Art(svg, -238, 238, -342, 0, glow, {"door": (-20, 0)})


def row_house(pen: Pen) -> Art:
    """A narrow town house of three floors, shoulder to shoulder with its like."""
    lot = pen.chance("row")
    family = lot.choice(("wall", "plaster", "cream", "ochre", "rust"))
    w, wall = 200, lot.choice((330, 370, 410))
    svg = gabled(
        pen, w, wall, 104, lot.choice(("roof", "slate", "roof")), family=family, chimney=lot.random() < 0.7
    )
    bright = pen.chance("lights")
    glows: list[Glow] = []
    for row in range(2):
        for x in (-72, 16):
            on = pen.with_lit(pen.lit and bright.random() < 0.6)
            svg += pane(on, x, -wall + 34 + row * 104, 54, 70)
            if on.lit:
                glows.append(Glow(x + 27, -wall + 69 + row * 104, 70, "window"))
    svg += entry(pen, -38, 56, 96, lot.choice(("teal", "rust", "plum")))
    svg += shape(rect(14, -92, 64, 56, 4), pen.tone(family, 0.3)) + shape(rect(20, -86, 52, 44), pen.glass())
    return Art(svg, -116, 116, -wall - 120, 0, tuple(glows), {"door": (-38, 0)})


def tower(pen: Pen) -> Art:
    """A round stone tower under a pointed roof."""
    body = taper(0, -470, 0, 92, 104)
    svg = halved(pen, body, (-104, -470, 104, 0), "stone", (0.62, 0.36), 0.36)
    svg += clip(
        body,
        lines(pen, "M-90,-60h44M10,-96h54M-60,-190h40M30,-250h46M-84,-330h38M-6,-392h44", "stone", 0.26, 6),
    )
    svg += halved(pen, "M-126,-462L0,-700L126,-462z", (-126, -700, 126, -462), "roof", (0.5, 0.3), 0.46)
    svg += shape(rect(-112, -474, 224, 24, 6), pen.tone("stone", 0.3))
    svg += ridge(pen, "M-112,-470L-4,-676", 12)
    svg += (
        pane(pen, -28, -410, 56, 92, top=True)
        + pane(pen, -22, -250, 44, 74, top=True)
        + entry(pen, 0, 74, 120)
    )
    svg += stroke("M0,-690V-770", pen.tone("iron", 0.4), 6) + shape(
        "M3,-768L70,-748L3,-726z", pen.tone("red", 0.5)
    )
    return Art(svg, -128, 128, -772, 0, (Glow(0, -366, 90, "window"),) if pen.lit else (), {"door": (0, 0)})


def church(pen: Pen) -> Art:
    """A village church: nave, tower and spire."""
    svg = shape(polygon([(-10, 0), (-10, -190), (250, -190), (250, 0)]), pen.tone("plaster", 0.6)) + fold(
        pen, -10, -190, 260, 190, "plaster"
    )
    svg += shape(polygon([(-30, -180), (20, -300), (236, -300), (280, -180)]), pen.tone("slate", 0.5))
    svg += lines(pen, "M-12,-220H262M6,-260H246", "slate", 0.34, 5)
    svg += "".join(pane(pen, x, -138, 40, 88, top=True) for x in (60, 120, 180))
    body = rect(-150, -390, 160, 390)
    svg += shape(body, pen.tone("plaster", 0.72)) + fold(pen, -150, -390, 160, 390, "plaster", 0.3)
    svg += halved(pen, "M-168,-380L-70,-640L28,-380z", (-168, -640, 28, -380), "slate", (0.52, 0.3), 0.46)
    svg += ridge(pen, "M-156,-390L-74,-612", 12) + ridge(pen, "M22,-298H234", 16)
    svg += shape(rect(-76, -716, 12, 84), pen.tone("iron", 0.35)) + shape(
        rect(-94, -694, 48, 12), pen.tone("iron", 0.35)
    )
    svg += shape(arch(-98, -350, 56, 84), pen.tone("night", 0.4)) + entry(pen, -70, 70, 124, "rust")
    svg += shape(ellipse(-70, -216, 28), pen.tone("paper", 0.7)) + stroke(
        "M-70,-216V-234M-70,-216l12,8", pen.tone("iron", 0.3), 5
    )
    return Art(
        svg, -170, 282, -716, 0, (Glow(120, -90, 130, "window"),) if pen.lit else (), {"door": (-70, 0)}
    )


def castle(pen: Pen) -> Art:
    """A castle: two round towers, a keep and a gate with its bridge up."""

    def crown(x: float, y: float, width: float, count: int, level: float) -> str:
        step = width / (2 * count - 1)
        teeth = "".join(rect(x + 2 * k * step, y - 26, step, 30) for k in range(count))
        return shape(rect(x, y, width, 26) + teeth, pen.tone("stone", level))

    svg = shape(rect(-90, -480, 180, 300), pen.tone("stone", 0.44)) + crown(-104, -500, 208, 5, 0.36)
    svg += "".join(pane(pen, x, -440, 36, 72, "stone", top=True) for x in (-60, 24))
    svg += stroke("M0,-524V-610", pen.tone("wood", 0.3), 7) + shape(
        "M4,-608C40,-622 60,-590 96,-604V-560C60,-546 40,-578 4,-564z", pen.tone("red", 0.5)
    )
    svg += shape(rect(-260, -280, 520, 280), pen.tone("stone", 0.6)) + crown(-260, -296, 520, 11, 0.56)
    svg += lines(pen, "M-170,-60h50M-140,-160h44M90,-210h54M110,-90h46M-60,-226h40", "stone", 0.34, 6)
    for x in (-262, 262):
        body = rect(x - 70, -390, 140, 390)
        svg += halved(pen, body, (x - 70, -390, x + 70, 0), "stone", (0.68, 0.4), 0.34) + crown(
            x - 84, -404, 168, 4, 0.5
        )
        svg += pane(pen, x - 18, -320, 36, 70, "stone", top=True) + lines(
            pen, f"M{x - 40},-180h44M{x - 6},-110h40", "stone", 0.34, 6
        )
    svg += shape(arch(-70, -196, 140, 196), pen.tone("stone", 0.24)) + shape(
        arch(-54, -178, 108, 178), pen.tone("wood", 0.3)
    )
    svg += lines(pen, posts(-54, -170, 108, 0, 3) + rows(-54, -150, 108, 0, 2), "wood", 0.12, 5)
    return Art(
        svg,
        -348,
        348,
        -620,
        0,
        (Glow(-42, -400, 90, "window"), Glow(42, -400, 90, "window")) if pen.lit else (),
        {"door": (0, 0)},
    )


def windmill(pen: Pen) -> Art:
    """A tower mill with four latticed sails."""
    body = taper(0, -430, 0, 84, 142)
    svg = halved(pen, body, (-142, -430, 142, 0), "plaster", (0.7, 0.42), 0.36)
    svg += pane(pen, -26, -330, 50, 60) + pane(pen, -28, -210, 56, 66) + entry(pen, 0, 80, 120)
    svg += shape(rect(-136, -150, 272, 14, 5), pen.tone("wood", 0.4)) + lines(
        pen, "M-120,-150v-30M-60,-150v-30M60,-150v-30M120,-150v-30M-128,-180H128", "wood", 0.4, 6
    )
    svg += halved(pen, dome(-96, -520, 192, 100), (-96, -520, 96, -420), "roof", (0.48, 0.3), 0.42)
    sails = ""
    for turn in (20, 110, 200, 290):
        blade = shape(rect(-6, -270, 12, 270), pen.tone("wood", 0.4)) + shape(
            rect(8, -262, 58, 190, 3), pen.tone("paper", 0.6)
        )
        blade += lines(pen, rows(8, -262, 58, -72, 5) + "M37,-262v190", "wood", 0.45, 4)
        sails += f'<g transform="translate(0,-462) rotate({turn})">{blade}</g>'
    svg += sails + shape(ellipse(0, -462, 20), pen.tone("wood", 0.25))
    return Art(
        svg,
        -276,
        276,
        -738,
        0,
        (Glow(0, -180, 90, "window"),) if pen.lit else (),
        {"door": (0, 0), "hub": (0, -462)},
    )


def barn(pen: Pen) -> Art:
    """A red barn with a bent roof and a great door."""
    body = polygon([(-210, 0), (-210, -190), (-150, -300), (0, -370), (150, -300), (210, -190), (210, 0)])
    svg = shape(body, pen.tone("rust", 0.5)) + clip(
        body,
        lines(pen, posts(-210, -380, 420, 0, 9), "rust", 0.38, 4) + fold(pen, -210, -380, 420, 380, "rust"),
    )
    svg += stroke("M-232,-172L-164,-306L0,-384L164,-306L232,-172", pen.tone("slate", 0.42), 30) + ridge(
        pen, "M-226,-186L-162,-312L0,-392L162,-312L226,-186", 18
    )
    svg += shape(rect(-86, -150, 172, 150), pen.tone("cream", 0.5)) + shape(
        rect(-74, -138, 70, 138) + rect(4, -138, 70, 138), pen.tone("rust", 0.36)
    )
    svg += lines(pen, "M-74,-138L-4,0M-4,-138L-74,0M4,-138L74,0M74,-138L4,0", "cream", 0.5, 9)
    svg += shape(rect(-42, -286, 84, 76, 4), pen.tone("cream", 0.5)) + shape(
        rect(-32, -276, 64, 66), pen.glass() if pen.lit else pen.tone("wood", 0.2)
    )
    return Art(svg, -248, 248, -402, 0, (Glow(0, -246, 110, "window"),) if pen.lit else (), {"door": (0, 0)})


def shop(pen: Pen) -> Art:
    """A shop front with a striped awning."""
    svg = shape(rect(-220, -470, 440, 470), pen.tone("wall", 0.6)) + fold(pen, -220, -470, 440, 470, "wall")
    svg += shape(rect(-240, -500, 480, 40, 6), pen.tone("roof", 0.4)) + ridge(pen, "M-236,-502H236", 16)
    svg += "".join(pane(pen, x, -430, 74, 96) for x in (-160, -37, 86))
    svg += shape(rect(-186, -200, 230, 160, 6), pen.tone("teal", 0.32)) + shape(
        rect(-172, -186, 202, 132), pen.glass()
    )
    svg += stroke("M-172,-96H30", pen.tone("wood", 0.4), 8) + shape(
        dome(-150, -128, 60, 28) + dome(-80, -130, 60, 30) + dome(-10, -124, 36, 24), pen.tone("crust", 0.5)
    )
    svg += (
        shape(rect(74, -210, 108, 210, 4), pen.tone("teal", 0.32))
        + shape(rect(90, -194, 76, 96), pen.glass())
        + shape(ellipse(98, -72, 6), pen.tone("brass", 0.7))
    )
    svg += shape(rect(-220, -40, 440, 40), pen.tone("stone", 0.4)) + awning(pen, -212, -268, 424, 70, "red")
    svg += shape(rect(-140, -320, 280, 48, 6), pen.tone("teal", 0.28)) + shape(
        rect(-116, -302, 232, 10, 5), pen.tone("brass", 0.7)
    )
    return Art(
        svg, -242, 242, -508, 0, (Glow(-70, -120, 150, "window"),) if pen.lit else (), {"door": (128, 0)}
    )


def awning(pen: Pen, x: float, y: float, width: float, height: float, family: str) -> str:
    """A striped awning with a scalloped hem."""
    step, out = width / 8, 0.5
    parts: list[str] = []
    for k in range(8):
        left = x + k * step
        d = (
            f"M{left + out:.1f},{y}H{left + step - out:.1f}V{y + height:.1f}"
            f"a{step / 2:.1f},{step * 0.4:.1f} 0 0 1 {-step:.1f},0z"
        )
        parts.append(shape(d, pen.tone(family if k % 2 else "cream", 0.5 if k % 2 else 0.7)))
    return "".join(parts) + shape(rect(x, y, width, 10), pen.tone(family, 0.25))


def stall(pen: Pen) -> Art:
    """A market stall with fruit in its crates."""
    svg = shape(rect(-180, -330, 14, 330) + rect(166, -330, 14, 330), pen.tone("wood", 0.4))
    svg += shape(rect(-190, -130, 380, 18, 4), pen.tone("plank", 0.6))
    for x, family in ((-176, "red"), (-56, "ochre"), (64, "green")):
        svg += shape(
            "".join(ellipse(x + 18 + 19 * k, -146 - (8 if k % 2 else 0), 17) for k in range(5)),
            pen.tone(family, 0.5),
        )
        svg += shape(
            "".join(ellipse(x + 12 + 19 * k, -154 - (8 if k % 2 else 0), 5) for k in range(5)),
            pen.tone(family, 0.8),
        )
        svg += shape(rect(x, -140, 112, 34, 3), pen.tone("plank", 0.4)) + lines(
            pen, f"M{x},-124h112", "plank", 0.2, 4
        )
    svg += shape(rect(-180, -112, 360, 112), pen.tone("teal", 0.4)) + lines(
        pen, posts(-180, -108, 360, 0, 5), "teal", 0.26, 5
    )
    svg += awning(pen, -206, -400, 412, 74, "red")
    return Art(svg, -208, 208, -402, 0)


def tent(pen: Pen) -> Art:
    """A camp tent with its flap open."""
    svg = shape("M-240,0L-30,-300L240,0z", pen.tone("ochre", 0.5)) + shape(
        "M-30,-300L240,0H70z", pen.tone("ochre", 0.28)
    )
    svg += shape("M-100,0L-32,-236L60,0z", pen.glass() if pen.lit else pen.tone("night", 0.4)) + shape(
        "M-32,-236L60,0H96C60,-60 10,-150 -32,-236z", pen.tone("ochre", 0.7)
    )
    svg += stroke("M-30,-300L-46,-330M-30,-300L-12,-330", pen.tone("wood", 0.35), 9)
    return Art(svg, -242, 242, -334, 0, (Glow(-20, -60, 160, "lamp"),) if pen.lit else ())


def village(pen: Pen) -> Art:
    """Houses and a spire, shoulder to shoulder."""
    back, parts = pen.away(min(pen.distance + 0.25, 1.0)), list[str]()
    glows: list[Glow] = []
    parts.append(moved(church(back).svg, -20, 0, 0.9))
    for k, (x, scale) in enumerate(((-300, 0.86), (-130, 0.74), (60, 0.8), (250, 0.92))):
        art = house(pen.with_seed(pen.seed * 7 + k))
        parts.append(moved(art.svg, x, 0, scale))
        glows += [Glow(x + g.x * scale, g.y * scale, g.radius * scale, g.kind) for g in art.glows]
    return Art("".join(parts), -460, 430, -650, 0, tuple(glows))
