"""The water's edge: lighthouse, boats and ships, anchor, crane, boxes, gull, wave."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import dome, taper
from storyreel.assets.looks.papercut.parts.pieces import clip, entry, fold, halved, lines, ridge
from storyreel.assets.looks.papercut.parts.trees import palm
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, ellipse, moved, rect, shape, stroke


def lighthouse(pen: Pen) -> Art:
    """A banded tower with its gallery and lamp; the lamp shines or is dark."""
    body = taper(0, -520, 0, 66, 104)
    svg = shape(body, pen.tone("cream", 0.66))
    bands = "".join(rect(-110, y, 220, 92) for y in (-494, -310, -126))
    svg += clip(body, shape(bands, pen.tone("red", 0.46)))
    side = rect(30, -520, 90, 520) if pen.shade_right else rect(-120, -520, 90, 520)
    svg += clip(body, shape(side, pen.tone("ink", 0.4), 0.3))
    svg += clip(body, shape(rect(-110, -520, 220, 22), pen.tone("ink", 0.3), 0.45))
    for y in (-246, -430):
        svg += shape(f"M-15,{y + 46}v-34a15,15 0 0 1 30,0v34z", pen.tone("night", 0.4))
    svg += entry(pen, 0, 62, 108, "rust")
    svg += shape(rect(-92, -540, 184, 24, 6), pen.tone("ink", 0.5)) + lines(
        pen, "M-84,-574H84M-84,-540v-34M-42,-540v-34M42,-540v-34M84,-540v-34", "ink", 0.5, 6
    )
    svg += shape(rect(-48, -640, 96, 100), pen.glass() if pen.lit else pen.tone("night", 0.5))
    if pen.lit:
        svg += shape(ellipse(0, -590, 26, 34), pen.pal.light)
    svg += lines(pen, "M-48,-640V-540M-16,-640V-540M16,-640V-540M48,-640V-540", "ink", 0.4, 6)
    svg += halved(pen, dome(-62, -706, 124, 68), (-62, -706, 62, -638), "ink", (0.62, 0.3)) + shape(
        rect(-66, -646, 132, 12, 4), pen.tone("ink", 0.35)
    )
    svg += stroke("M0,-704V-748", pen.tone("ink", 0.4), 7) + shape(
        ellipse(0, -708, 12), pen.tone("ink", 0.45)
    )
    svg += shape(rect(-122, -16, 244, 16, 3), pen.tone("stone", 0.45)) + ridge(pen, "M-86,-542H86", 12)
    glow = (Glow(0, -590, 330),) if pen.lit else ()
    return Art(svg, -122, 122, -752, 0, glow, {"top": (0, -752), "lamp": (0, -590), "door": (0, 0)})


def boat(pen: Pen) -> Art:
    """A small sailing boat with striped sails."""
    svg = shape(rect(-8, -470, 14, 400), pen.tone("wood", 0.45))
    sail = "M-18,-470C-100,-380 -180,-220 -204,-110C-140,-92 -80,-92 -18,-104z"
    svg += shape(sail, pen.tone("red", 0.5)) + clip(
        sail,
        shape(
            "M-300,-330C-180,-350 -100,-340 0,-360V-316C-100,-296 -180,-300 -300,-280zM-300,-206C-180,-226 -100,-216 0,-236V-186C-100,-166 -180,-170 -300,-150z",
            pen.tone("cream", 0.6),
        ),
    )
    jib = "M18,-440C80,-330 130,-220 150,-116C100,-100 60,-98 18,-104z"
    svg += shape(jib, pen.tone("cream", 0.66)) + clip(
        jib, shape("M18,-206C60,-196 110,-200 170,-190V-90H18z", pen.tone("red", 0.34))
    )
    hull = "M-230,-78H230C220,-30 190,0 150,0H-160C-200,0 -224,-40 -230,-78z"
    svg += halved(pen, hull, (-230, -78, 230, 0), "cream", (0.62, 0.4), 0.3) + clip(
        hull, shape(rect(-240, -30, 480, 40), pen.tone("teal", 0.36))
    )
    svg += shape(rect(-238, -90, 476, 18, 6), pen.tone("wood", 0.5))
    return Art(svg, -240, 240, -472, 0)


def rowboat(pen: Pen) -> Art:
    """A rowing boat with its oars in."""
    hull = "M-250,-104C-160,-72 160,-72 250,-110C236,-40 190,0 120,0H-130C-196,0 -238,-44 -250,-104z"
    svg = stroke("M-40,-84L150,-190", pen.tone("plank", 0.6), 11) + shape(
        "M140,-176L206,-236C226,-236 232,-222 222,-206L156,-158z", pen.tone("plank", 0.7)
    )
    svg += halved(pen, hull, (-250, -110, 250, 0), "wood", (0.66, 0.44), 0.34)
    svg += clip(
        hull,
        lines(pen, "M-244,-62C-100,-36 100,-36 244,-66M-220,-30C-100,-10 100,-10 220,-34", "wood", 0.28, 6),
    )
    svg += stroke("M-250,-104C-160,-72 160,-72 250,-110", pen.tone("wood", 0.24), 16)
    return Art(svg, -258, 258, -238, 0, points={"seat": (-30, -84)})


def ship(pen: Pen) -> Art:
    """A steamer with two funnels."""
    hull = "M-330,-130H300L360,-190C352,-90 320,0 280,0H-250C-300,-10 -324,-70 -330,-130z"
    svg = ""
    for x in (-120, 30):
        svg += halved(
            pen, taper(x, -400, -240, 38, 42), (x - 42, -400, x + 42, -240), "red", (0.5, 0.3)
        ) + shape(rect(x - 42, -408, 84, 36, 4), pen.tone("ink", 0.42))
    svg += shape(rect(-212, -256, 360, 70, 6), pen.tone("cream", 0.7)) + shape(
        rect(-262, -194, 500, 70, 6), pen.tone("cream", 0.56)
    )
    svg += shape(
        "".join(rect(-190 + 44 * k, -236, 26, 26, 4) for k in range(8))
        + "".join(rect(-236 + 44 * k, -172, 26, 24, 4) for k in range(11)),
        pen.glass(),
    )
    svg += stroke("M258,-130V-330M258,-300L180,-196", pen.tone("wood", 0.4), 9)
    svg += halved(pen, hull, (-330, -190, 360, 0), "ink", (0.6, 0.4), 0.3) + clip(
        hull, shape(rect(-340, -44, 720, 50), pen.tone("red", 0.38))
    )
    svg += clip(
        hull, shape("".join(ellipse(-230 + 76 * k, -84, 11) for k in range(7)), pen.tone("cream", 0.5))
    )
    svg += stroke("M-330,-130H298L358,-188", pen.tone("cream", 0.6), 9)
    glow = (Glow(-20, -200, 220, "window"),) if pen.lit else ()
    return Art(svg, -336, 362, -410, 0, glow, {"funnel": (30, -408)})


def sailing_ship(pen: Pen) -> Art:
    """A three-masted ship under square sails."""
    svg = stroke("M-170,-110V-480M10,-110V-560M190,-110V-470M300,-140L400,-220", pen.tone("wood", 0.34), 12)
    for x, top, rows in (
        (-170, -470, (110, 130, 150)),
        (10, -550, (120, 150, 176)),
        (190, -460, (104, 124, 144)),
    ):
        y = float(top)
        for width in rows:
            h = width * 0.72
            d = f"M{x - width / 2},{y}H{x + width / 2}C{x + width * 0.66},{y + h * 0.5:.1f} {x + width * 0.58},{y + h * 0.8:.1f} {x + width * 0.5},{y + h:.1f}C{x + width * 0.2},{y + h * 0.86:.1f} {x - width * 0.2},{y + h * 0.86:.1f} {x - width * 0.5},{y + h:.1f}C{x - width * 0.36},{y + h * 0.66:.1f} {x - width * 0.36},{y + h * 0.3:.1f} {x - width / 2},{y}z"
            svg += halved(pen, d, (x - width / 2, y, x + width * 0.62, y + h), "cream", (0.66, 0.42), 0.34)
            y += h * 0.98
    svg += shape("M10,-560L70,-586L10,-604z", pen.tone("red", 0.5))
    hull = (
        "M-330,-180L-300,-120C-100,-96 180,-96 350,-146C330,-50 270,0 200,0H-210C-280,0 -316,-80 -330,-180z"
    )
    svg += halved(pen, hull, (-330, -180, 350, 0), "wood", (0.56, 0.36), 0.3)
    svg += clip(
        hull,
        stroke("M-320,-84C-100,-56 180,-56 350,-96", pen.tone("ochre", 0.5), 14)
        + shape("".join(ellipse(-220 + 78 * k, -38, 10) for k in range(6)), pen.tone("wood", 0.1)),
    )
    return Art(svg, -334, 404, -606, 0)


def anchor(pen: Pen) -> Art:
    """An anchor leaning in its own weight."""
    svg = stroke("M0,-330V-30M-80,-270H80", pen.tone("iron", 0.5), 30) + stroke(
        "M-160,-150C-150,-50 -90,-20 0,-18C90,-20 150,-50 160,-150", pen.tone("iron", 0.5), 32
    )
    svg += stroke(
        "M0,-18C90,-20 150,-50 160,-150" if pen.shade_right else "M0,-18C-90,-20 -150,-50 -160,-150",
        pen.tone("iron", 0.3),
        32,
    )
    svg += shape("M-206,-120L-160,-216L-112,-130zM206,-120L160,-216L112,-130z", pen.tone("iron", 0.44))
    svg += stroke("M0,-330m-36,-30a36,36 0 1 1 72,0a36,36 0 1 1 -72,0", pen.tone("iron", 0.6), 20)
    return Art(svg, -208, 208, -408, 0)


def crane(pen: Pen) -> Art:
    """A harbour crane on its legs."""
    ink = pen.tone("iron", 0.5)
    svg = stroke("M-60,0L-30,-330M90,0L60,-330M-48,-140H76M-40,-220L82,-60M70,-220L-52,-60", ink, 18)
    svg += shape(rect(-70, -350, 160, 24, 4), pen.tone("iron", 0.4)) + stroke("M14,-350V-560", ink, 20)
    svg += stroke("M-330,-420H200M14,-556L-320,-424M14,-556L190,-424M-150,-420V-490M-240,-420V-456", ink, 15)
    svg += shape(rect(70, -420, 110, 70, 6), pen.tone("red", 0.42)) + shape(
        rect(150, -436, 60, 60, 4), pen.tone("iron", 0.3)
    )
    svg += shape(rect(-20, -410, 74, 62, 6), pen.tone("ochre", 0.5)) + shape(
        rect(-12, -400, 36, 30, 3), pen.glass()
    )
    svg += stroke("M-250,-420V-230", pen.tone("iron", 0.3), 5) + shape(
        rect(-304, -230, 108, 54, 4), pen.tone("teal", 0.48)
    )
    return Art(svg, -336, 212, -572, 0)


def container(pen: Pen, family: str, width: float = 196, height: float = 50, share: float = 1.0) -> str:
    """A ribbed freight box with its upper left corner at 0, 0; `share` cuts its width."""
    w = width * share
    rim = height * 0.06
    svg = shape(rect(0, 0, w, height - 1), pen.tone(family, 0.5)) + fold_right(pen, w, height, family)
    ribs = "".join(
        rect(x, height * 0.22, 4, height * 0.56, 1) for x in _steps(width * 0.07, w * 0.84, width / 13)
    )
    return (
        svg
        + shape(ribs, pen.tone(family, 0.34))
        + shape(rect(0, height - 1 - rim, w, rim), pen.tone(family, 0.2))
    )


def fold_right(pen: Pen, width: float, height: float, family: str) -> str:
    """The box's shaded end."""
    w = width * 0.17
    return shape(rect(width - w if pen.shade_right else 0, 0, w, height - 1), pen.tone(family, 0.3))


def _steps(start: float, end: float, step: float) -> list[float]:
    return [start + step * k for k in range(max(int((end - start) / step) + 1, 0))]


def boxes(pen: Pen) -> Art:
    """A stack of freight boxes."""

    lot = pen.chance("boxes")
    families = ["red", "ochre", "teal", "cream", "plum", "rust"]
    svg = ""
    for column, height in ((-206, 4), (4, 3)):
        for k in range(height):
            svg += moved(container(pen, lot.choice(families), 200, 86), column, -86 * (k + 1))
    return Art(svg, -206, 204, -344, 0)


def box(pen: Pen) -> Art:
    """A packing box, taped and tied."""
    svg = shape(rect(-150, -230, 300, 230, 4), pen.tone("plank", 0.55)) + fold(
        pen, -150, -230, 300, 230, "plank", 0.3
    )
    svg += shape("M-150,-230L-110,-290H190L150,-230z", pen.tone("plank", 0.78)) + (
        shape("M150,-230L190,-290V-56L150,0z", pen.tone("plank", 0.24)) if pen.shade_right else ""
    )
    svg += shape(rect(-30, -230, 60, 120), pen.tone("paper", 0.5)) + shape(
        "M-30,-230L8,-290H68L30,-230z", pen.tone("paper", 0.7)
    )
    svg += shape(rect(-120, -70, 80, 44, 4), pen.tone("paper", 0.6)) + lines(
        pen, "M-108,-56h50M-108,-42h34", "plank", 0.3, 5
    )
    return Art(svg, -152, 192, -292, 0)


def wave(pen: Pen) -> Art:
    """A breaking wave in three sheets."""
    svg = shape(
        "M-300,0C-220,-40 -160,-250 20,-300C150,-330 250,-250 240,-170C200,-226 120,-220 90,-160C60,-90 140,-20 300,0z",
        pen.tone("water", 0.4),
    )
    svg += shape(
        "M-260,0C-160,-40 -120,-200 30,-236C110,-250 170,-220 190,-180C130,-200 60,-160 56,-100C54,-50 120,-16 200,0z",
        pen.tone("water", 0.6),
    )
    svg += shape("M-200,0C-110,-40 -60,-140 40,-160C20,-110 20,-50 90,0z", pen.tone("water", 0.8))
    svg += stroke("M20,-300C150,-330 250,-250 240,-170C200,-226 120,-220 90,-160", pen.tone("snow", 0.8), 22)
    svg += shape(
        ellipse(256, -122, 15) + ellipse(214, -104, 9) + ellipse(280, -170, 10), pen.tone("snow", 0.8)
    )
    return Art(svg, -300, 300, -318, 0)


def gull(pen: Pen) -> Art:
    """A gull standing."""
    svg = stroke("M-10,-70V-4M26,-70V-4M-10,-4h26M26,-4h26", pen.tone("ochre", 0.45), 8)
    body = "M-170,-96C-90,-100 -60,-200 40,-206C60,-250 130,-262 150,-214C152,-150 110,-66 0,-58C-60,-56 -110,-80 -170,-96z"
    svg += shape(body, pen.tone("snow", 0.8)) + clip(
        body, shape("M-180,-90C-80,-90 -40,-60 60,-66V-40H-180z", pen.tone("snow", 0.4))
    )
    svg += shape(
        "M-196,-92C-100,-110 -50,-180 30,-176C60,-150 40,-110 -20,-96C-80,-84 -140,-84 -196,-92z",
        pen.tone("metal", 0.55),
    ) + shape(
        "M-196,-92C-160,-98 -130,-110 -110,-122L-96,-90C-130,-86 -160,-88 -196,-92z", pen.tone("ink", 0.4)
    )
    svg += shape("M148,-226L204,-206L146,-196z", pen.tone("ochre", 0.5)) + shape(
        ellipse(120, -222, 7), pen.tone("ink", 0.3)
    )
    return Art(svg, -198, 206, -250, 0)


def fish(pen: Pen) -> Art:
    """A fish, its belly paler than its back."""
    body = "M-180,-110C-110,-210 60,-220 170,-110C60,0 -110,-10 -180,-110z"
    svg = shape("M130,-110L256,-196C236,-140 236,-80 256,-24z", pen.tone("teal", 0.36)) + shape(
        "M-40,-184C0,-240 70,-236 100,-220L70,-160z", pen.tone("teal", 0.34)
    )
    svg += shape(body, pen.tone("teal", 0.56)) + clip(
        body, shape("M-200,-96C-60,-60 60,-60 190,-110V20H-200z", pen.tone("cream", 0.55))
    )
    svg += clip(
        body,
        lines(pen, "M-78,-200C-50,-140 -50,-80 -78,-20", "teal", 0.3, 9)
        + lines(
            pen,
            "M-20,-150a22,22 0 0 1 0,40M30,-154a22,22 0 0 1 0,40M80,-140a22,22 0 0 1 0,36M6,-112a22,22 0 0 1 0,36M56,-112a22,22 0 0 1 0,36",
            "teal",
            0.36,
            6,
        ),
    )
    svg += (
        shape(ellipse(-122, -126, 15), pen.tone("cream", 0.8))
        + shape(ellipse(-124, -126, 8), pen.tone("ink", 0.3))
        + shape("M-40,-90C0,-70 10,-44 -10,-30C-30,-50 -44,-70 -40,-90z", pen.tone("teal", 0.4))
    )
    return Art(svg, -184, 258, -238, -4)


def whale(pen: Pen) -> Art:
    """A whale with its spout."""
    body = "M-290,-120C-280,-250 -60,-270 60,-200C130,-160 190,-150 220,-200C170,-230 160,-280 180,-310C220,-300 240,-270 244,-240C260,-270 300,-290 336,-280C336,-230 300,-200 262,-190C250,-60 120,0 -60,0C-200,0 -286,-40 -290,-120z"
    svg = stroke(
        "M-150,-236C-150,-300 -190,-320 -216,-310M-150,-236C-150,-300 -110,-320 -84,-310",
        pen.tone("ice", 0.5),
        15,
    )
    svg += halved(pen, body, (-290, -310, 336, 0), "blue", (0.5, 0.38), 0.3)
    svg += clip(
        body,
        shape("M-300,-70C-180,-60 -60,-80 20,-20V20H-300z", pen.tone("cream", 0.5))
        + lines(pen, "M-280,-46C-180,-38 -90,-50 -30,-14M-280,-24C-200,-18 -140,-24 -90,-4", "blue", 0.4, 6),
    )
    svg += shape(ellipse(-190, -112, 11), pen.tone("ink", 0.3)) + shape(
        "M-80,-80C-30,-60 -6,-20 -20,14C-70,0 -96,-40 -80,-80z", pen.tone("blue", 0.3)
    )
    return Art(svg, -294, 338, -330, 14)


def buoy(pen: Pen) -> Art:
    """A life ring with its rope."""
    ring = "M0,-300a150,150 0 1 1 0,300a150,150 0 1 1 0,-300zM0,-220a70,70 0 1 0 0,140a70,70 0 1 0 0,-140z"
    wedge = "".join(
        f"M0,-150L{x1},{y1 - 150}L{x2},{y2 - 150}z"
        for x1, y1, x2, y2 in (
            (-90, -300, 90, -300),
            (300, -90, 300, 90),
            (90, 300, -90, 300),
            (-300, 90, -300, -90),
        )
    )
    svg = stroke(
        "M-110,-280C-60,-330 60,-330 110,-280M130,-250C180,-200 180,-100 130,-50", pen.tone("plank", 0.6), 9
    )
    svg += shape(ring, pen.tone("cream", 0.66)) + clip(ring, shape(wedge, pen.tone("red", 0.5)))
    return Art(svg, -152, 172, -320, 0)


def island(pen: Pen) -> Art:
    """A small island with a palm."""

    svg = shape("M-300,0C-200,-30 200,-30 300,0z", pen.tone("water", 0.7)) + shape(
        "M-240,-8C-160,-70 160,-80 240,-8z", pen.tone("sand", 0.55)
    )
    return Art(svg + moved(palm(pen).svg, -10, -52, 0.8), -300, 300, -480, 0)


def quay_post(pen: Pen) -> Art:
    """A mooring post with a turn of rope."""
    svg = halved(pen, rect(-44, -150, 88, 150), (-44, -150, 44, 0), "iron", (0.5, 0.3)) + shape(
        rect(-70, -186, 140, 44, 16), pen.tone("iron", 0.6)
    )
    svg += stroke("M-50,-104H50M-50,-78H50M46,-90C110,-70 150,-30 200,0", pen.tone("plank", 0.5), 17)
    return Art(svg, -72, 206, -188, 0)
