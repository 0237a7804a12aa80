"""What fills a room beside the common furniture: hearth, armchair, blackboard, bench, column, throne, lamps."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.outlines import dome, taper
from storyreel.assets.looks.papercut.parts.pieces import clip, fold, halved, lines, posts
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, arch, ellipse, polygon, rect, shape, stroke


def fireplace(pen: Pen) -> Art:
    """A hearth with its fire and a mantelpiece."""
    svg = (
        shape(rect(-230, -340, 460, 340), pen.tone("brick", 0.44))
        + lines(
            pen,
            "".join(f"M-230,{-40 - 50 * k}H230" for k in range(6)) + posts(-230, -340, 460, 0, 5),
            "brick",
            0.28,
            5,
        )
        + shape(rect(-260, -376, 520, 40, 6), pen.tone("wood", 0.5))
    )
    mouth = arch(-150, -270, 300, 270)
    svg += (
        shape(mouth, pen.tone("night", 0.15))
        + clip(
            mouth,
            shape(
                "M-110,0C-120,-90 -70,-110 -50,-170C-20,-120 -10,-130 10,-220C50,-150 60,-140 80,-120C120,-80 120,-40 110,0z",
                pen.tone("red", 0.5),
            )
            + shape(
                "M-70,0C-70,-60 -30,-70 -10,-110C20,-70 30,-90 50,-120C80,-60 80,-30 76,0z",
                pen.tone("ochre", 0.6),
            ),
        )
        + shape(rect(-120, -26, 240, 26, 13), pen.tone("wood", 0.28))
        + shape(rect(-270, -14, 540, 14), pen.tone("stone", 0.5))
    )
    return Art(svg, -272, 272, -378, 0, (Glow(0, -90, 330, "fire"),))


def stove(pen: Pen) -> Art:
    """An iron cooking stove with its pipe and a pot."""
    svg = (
        shape(rect(90, -620, 54, 360), pen.tone("iron", 0.36))
        + shape(rect(-200, -280, 400, 250, 8), pen.tone("iron", 0.5))
        + fold(pen, -200, -280, 400, 250, "iron", 0.3)
        + shape(rect(-216, -300, 432, 30, 8), pen.tone("iron", 0.66))
        + shape(rect(-180, -34, 30, 34) + rect(150, -34, 30, 34), pen.tone("iron", 0.3))
    )
    svg += (
        shape(rect(-170, -230, 150, 150, 8), pen.tone("iron", 0.3))
        + shape(rect(-150, -130, 110, 34, 6), pen.pal.lamp)
        + shape(rect(10, -230, 150, 150, 8), pen.tone("iron", 0.34))
        + shape(rect(40, -200, 90, 11, 5), pen.tone("brass", 0.6))
    )
    return Art(
        svg
        + shape(rect(-160, -380, 150, 80, 18), pen.tone("red", 0.5))
        + shape(dome(-164, -406, 158, 30), pen.tone("red", 0.66))
        + shape(ellipse(-85, -410, 11), pen.tone("ink", 0.4)),
        -218,
        218,
        -622,
        0,
        (Glow(-95, -112, 150, "fire"),),
    )


def armchair(pen: Pen) -> Art:
    """A wing chair."""
    svg = (
        shape(rect(-130, -40, 26, 40) + rect(104, -40, 26, 40), pen.tone("wood", 0.3))
        + shape("M-140,-60V-330C-140,-420 140,-420 140,-330V-60z", pen.tone("rust", 0.4))
        + shape(rect(-110, -380, 220, 210, 60), pen.tone("rust", 0.54))
        + shape(rect(-120, -190, 240, 90, 24), pen.tone("rust", 0.66))
        + shape(rect(-174, -240, 70, 210, 32), pen.tone("rust", 0.5))
        + shape(rect(104, -240, 70, 210, 32), pen.tone("rust", 0.34))
    )
    return Art(svg + shape(rect(-110, -120, 220, 84, 6), pen.tone("rust", 0.4)), -176, 176, -400, 0)


def sofa(pen: Pen) -> Art:
    """A sofa and a standing lamp."""
    svg = (
        shape(rect(236, -400, 11, 400), pen.tone("iron", 0.4))
        + shape(rect(206, -12, 74, 12, 5), pen.tone("iron", 0.3))
        + shape("M190,-380L214,-480H270L294,-380z", pen.pal.lamp if pen.lit else pen.tone("cream", 0.6))
        + shape(rect(-280, -36, 26, 36) + rect(144, -36, 26, 36), pen.tone("wood", 0.3))
        + shape(rect(-270, -270, 430, 180, 36), pen.tone("teal", 0.36))
        + shape(rect(-250, -170, 195, 80, 20) + rect(-55, -170, 195, 80, 20), pen.tone("teal", 0.6))
        + shape(rect(-310, -210, 70, 180, 30), pen.tone("teal", 0.5))
        + shape(rect(132, -210, 70, 180, 30), pen.tone("teal", 0.3))
        + shape(rect(-250, -104, 390, 74, 6), pen.tone("teal", 0.46))
    )
    return Art(
        svg
        + f'<g transform="rotate(12 -190 -190)">{shape(rect(-236, -236, 90, 90, 12), pen.tone("ochre", 0.56))}</g>',
        -312,
        296,
        -482,
        0,
        (Glow(242, -420, 240),) if pen.lit else (),
    )


def blackboard(pen: Pen) -> Art:
    """A blackboard on an easel with a sum on it."""
    svg = (
        stroke("M-150,0L-90,-430M150,0L90,-430", pen.tone("wood", 0.36), 19)
        + shape(rect(-240, -430, 480, 300, 8), pen.tone("wood", 0.5))
        + shape(rect(-216, -406, 432, 252), pen.tone("pine", 0.2))
    )
    svg += lines(
        pen,
        "M-170,-340h60M-140,-370v60M-60,-340h50M-160,-280L-60,-230M40,-360L110,-240H40zM150,-350v80",
        "paper",
        0.7,
        7,
    )
    return Art(
        svg
        + shape(rect(-220, -140, 440, 15, 4), pen.tone("plank", 0.6))
        + shape(rect(60, -150, 60, 11, 4), pen.tone("paper", 0.8)),
        -242,
        242,
        -432,
        0,
    )


def workbench(pen: Pen) -> Art:
    """A joiner's bench with plane, saw and shavings."""
    svg = (
        shape(rect(-270, -200, 44, 200) + rect(226, -200, 44, 200), pen.tone("wood", 0.4))
        + shape(rect(-240, -90, 480, 26), pen.tone("wood", 0.3))
        + shape(rect(-300, -240, 600, 48, 6), pen.tone("plank", 0.56))
        + fold(pen, -300, -240, 600, 48, "plank", 0.36)
    )
    svg += (
        shape("M-200,-242L-180,-276H-60L-30,-242z", pen.tone("wood", 0.56))
        + shape(rect(-130, -310, 26, 40, 8), pen.tone("wood", 0.4))
        + shape("M60,-300L240,-262L250,-242H80z", pen.tone("metal", 0.66))
        + shape(rect(30, -310, 54, 60, 16), pen.tone("red", 0.46))
    )
    return Art(
        svg + stroke("M-20,-252q16,-26 26,-4M0,-250q20,-20 24,2", pen.tone("straw", 0.76), 7),
        -302,
        302,
        -314,
        0,
    )


def column(pen: Pen) -> Art:
    """A fluted column."""
    svg = shape(taper(0, -560, -40, 52, 64), pen.tone("stone", 0.6)) + clip(
        taper(0, -560, -40, 52, 64),
        shape(rect(14 if pen.shade_right else -100, -560, 86, 530), pen.tone("stone", 0.36))
        + lines(pen, "M-30,-560V-40M0,-560V-40M30,-560V-40", "stone", 0.3, 6),
    )
    return Art(
        svg
        + shape(rect(-84, -42, 168, 42, 4) + rect(-76, -600, 152, 44, 4), pen.tone("stone", 0.7))
        + shape(rect(-76, -568, 152, 11), pen.tone("stone", 0.4)),
        -86,
        86,
        -602,
        0,
    )


def bench(pen: Pen) -> Art:
    """A wooden bench."""
    svg = shape(rect(-220, -330, 26, 330, 6) + rect(194, -330, 26, 330, 6), pen.tone("wood", 0.3)) + shape(
        rect(-240, -320, 480, 40, 8) + rect(-240, -262, 480, 40, 8), pen.tone("wood", 0.54)
    )
    return Art(
        svg
        + shape(rect(-260, -170, 520, 34, 8), pen.tone("wood", 0.66))
        + shape(rect(-250, -140, 500, 17), pen.tone("wood", 0.36))
        + shape(rect(-226, -124, 30, 124) + rect(196, -124, 30, 124), pen.tone("wood", 0.42)),
        -262,
        262,
        -332,
        0,
        points={"seat": (0, -170)},
    )


def throne(pen: Pen) -> Art:
    """A king's chair on its step."""
    svg = (
        shape(rect(-220, -40, 440, 40, 4), pen.tone("stone", 0.5))
        + shape(
            "M-130,-40V-450L-90,-520L-50,-450L0,-560L50,-450L90,-520L130,-450V-40z", pen.tone("ochre", 0.4)
        )
        + shape(rect(-96, -430, 192, 250, 12), pen.tone("red", 0.44))
        + shape(rect(-120, -210, 240, 60, 12), pen.tone("red", 0.58))
        + shape(rect(-160, -280, 50, 240, 10), pen.tone("ochre", 0.6))
        + shape(rect(110, -280, 50, 240, 10), pen.tone("ochre", 0.44))
    )
    return Art(
        svg
        + shape(
            ellipse(-135, -290, 32) + ellipse(135, -290, 32) + ellipse(0, -566, 20), pen.tone("ochre", 0.7)
        )
        + shape(rect(-120, -160, 240, 120), pen.tone("ochre", 0.5)),
        -222,
        222,
        -588,
        0,
    )


def lamp_hanging(pen: Pen) -> Art:
    """A shaded lamp on its cord, hung at 0, 0."""
    svg = (
        stroke("M0,0V170", pen.tone("iron", 0.3), 6)
        + shape(rect(-20, 160, 40, 26, 6), pen.tone("iron", 0.4))
        + halved(pen, dome(-130, 180, 260, 100), (-130, 180, 130, 280), "teal", (0.62, 0.44), 0.4)
    )
    return Art(
        svg + shape(ellipse(0, 280, 124, 20), pen.pal.lamp if pen.lit else pen.tone("cream", 0.5)),
        -132,
        132,
        0,
        302,
        (Glow(0, 300, 320),) if pen.lit else (),
        hangs=True,
    )


def chandelier(pen: Pen) -> Art:
    """A ring of candles, hung at 0, 0."""
    flames = (
        shape(
            "".join(
                f"M{x},{y}q-15,-22 0,-44q15,22 0,44z"
                for x, y in ((-170, 150), (-90, 130), (0, 124), (90, 130), (170, 150))
            ),
            pen.pal.lamp,
        )
        if pen.lit
        else ""
    )
    svg = (
        stroke("M0,0V60M0,60L-170,210M0,60L170,210M0,60V230", pen.tone("iron", 0.36), 8)
        + shape(
            "".join(
                rect(x - 11, y, 22, 56) for x, y in ((-170, 154), (-90, 136), (0, 130), (90, 136), (170, 154))
            ),
            pen.tone("cream", 0.6),
        )
        + shape("M-200,200H200C180,250 80,270 0,270C-80,270 -180,250 -200,200z", pen.tone("iron", 0.5))
    )
    return Art(svg + flames, -202, 202, 0, 272, (Glow(0, 120, 360),) if pen.lit else (), hangs=True)


def picture(pen: Pen) -> Art:
    """A landscape in its frame."""
    view = rect(-150, -226, 300, 196)
    svg = (
        shape(rect(-180, -256, 360, 256, 6), pen.tone("brass", 0.44))
        + shape(rect(-164, -240, 328, 224), pen.tone("brass", 0.64))
        + shape(view, pen.tone("ice", 0.4))
    )
    return Art(
        svg
        + clip(
            view,
            shape("M-160,-90L-60,-190L20,-100L70,-150L170,-50V0H-160z", pen.tone("slate", 0.5))
            + shape("M-160,-70C-60,-110 60,-60 170,-90V0H-160z", pen.tone("grass", 0.5))
            + shape(ellipse(90, -180, 22), pen.tone("ochre", 0.7)),
        ),
        -182,
        182,
        -258,
        0,
    )


def lens(pen: Pen) -> Art:
    """The great lens of a lighthouse on its turning foot."""
    svg = (
        shape(taper(0, -150, 0, 70, 120), pen.tone("iron", 0.44))
        + shape(rect(-150, -170, 300, 30, 8), pen.tone("brass", 0.5))
        + shape(
            "M-130,-170C-190,-280 -190,-420 -90,-540H90C190,-420 190,-280 130,-170z",
            pen.pal.lamp if pen.lit else pen.tone("ice", 0.4),
        )
    )
    svg += lines(
        pen,
        "M-146,-220H146M-164,-290H164M-162,-360H162M-146,-430H146M-112,-500H112M-50,-540C-100,-420 -100,-280 -60,-170M50,-540C100,-420 100,-280 60,-170",
        "brass",
        0.46,
        9,
    )
    return Art(
        svg
        + shape(ellipse(0, -360, 54), pen.pal.light if pen.lit else pen.tone("ice", 0.9))
        + shape(polygon([(-96, -540), (0, -600), (96, -540)]), pen.tone("brass", 0.6)),
        -176,
        176,
        -602,
        0,
        (Glow(0, -360, 480),) if pen.lit else (),
    )


def torch(pen: Pen) -> Art:
    """A burning torch."""
    svg = shape(taper(0, -240, 0, 30, 14), pen.tone("wood", 0.42)) + shape(
        rect(-38, -270, 76, 44, 8), pen.tone("iron", 0.5)
    )
    if pen.lit:
        svg += shape(
            "M0,-260C-60,-270 -70,-340 -30,-390C-20,-370 -10,-380 0,-440C50,-390 80,-320 40,-270z",
            pen.tone("red", 0.55),
        ) + shape("M0,-262C-30,-272 -30,-310 0,-350C34,-310 30,-272 0,-262z", pen.tone("ochre", 0.66))
    return Art(
        svg,
        -72 if pen.lit else -40,
        76,
        -442 if pen.lit else -272,
        0,
        (Glow(0, -330, 320, "fire"),) if pen.lit else (),
    )


def tear(pen: Pen) -> Art:
    """One large tear."""
    d = "M0,-330C60,-210 120,-160 120,-104C120,-40 66,0 0,0C-66,0 -120,-40 -120,-104C-120,-160 -60,-210 0,-330z"
    return Art(
        halved(pen, d, (-120, -330, 120, 0), "water", (0.66, 0.46), 0.44)
        + stroke("M-74,-100C-72,-70 -50,-48 -24,-44", pen.tone("ice", 0.9), 15),
        -122,
        122,
        -332,
        0,
    )
