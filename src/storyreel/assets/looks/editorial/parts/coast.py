"""Parts of the coast: lighthouse, boats, a wave, gulls."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from storyreel.assets.looks.editorial.parts.pen import Art, Pen
from storyreel.assets.looks.editorial.shapes import circle, polygon, rect

LANTERN_Y = -548.0


def lighthouse(pen: Pen) -> Art:
    """A striped tower on rocks; its lamp burns when the pen is lit."""
    p = pen.pal
    tower = "M-96,-40L-64,-478H64L96,-40z"
    stripes = "".join(pen.flat(rect(-120, y, 240, 78), p.red) for y in (-440, -282, -124))
    parts = [
        pen.shape("M-250,60C-240,-30 -190,-22 -160,-62C-130,-96 -90,-70 -40,-78C20,-96 60,-84 110,-74C160,-70 190,-24"
                  " 230,-14C262,0 270,40 276,60z", p.shade(p.teal, 0.5)),
        pen.line("M-176,-8C-150,-30 -120,-24 -104,-40M120,-16C150,-30 170,-12 196,0", p.sky, width=0.8),
        pen.shape(tower, p.paper),
        pen.inside(tower, stripes + pen.flat("M30,-478H70L110,-40H44z", p.ink, 0.16)),
        pen.shape(tower, "none"),
        pen.shape("M-30,-42V-96a30,30 0 0 1 60,0V-42z", p.ink),
        *(pen.shape(rect(-13, y, 26, 40, 12), pen.glow, width=0.8) for y in (-214, -372)),
        pen.shape("M-92,-478H92L80,-504H-80z", p.ink),
        pen.line("M-86,-504V-540H86V-504M-44,-504V-540M0,-504V-540M44,-504V-540", width=0.7),
        pen.shape(rect(-50, -590, 100, 86), pen.glow),
        pen.line("M-17,-504V-590M17,-504V-590", width=0.7),
        pen.shape("M-64,-590C-60,-640 -24,-656 0,-660C24,-656 60,-640 64,-590z", p.red),
        pen.shape(circle(0, -672, 13), p.sun),
    ]  # fmt: skip
    far, near = 2200, 70
    beam = (
        pen.flat(polygon([(-30, LANTERN_Y), (-far, LANTERN_Y - 300), (-far, LANTERN_Y + 120)]), p.sun, 0.9)
        + pen.flat(polygon([(30, LANTERN_Y), (far, LANTERN_Y - 420), (far, LANTERN_Y + near)]), p.sun, 0.9)
        + pen.flat(circle(0, LANTERN_Y, 150), p.sun, 0.55)
    )
    return Art("".join(parts), -256, 282, -692, 60, aura=beam if pen.lit else "")


def boat(pen: Pen) -> Art:
    """A small sailing boat, its hull in the water."""
    p = pen.pal
    hull = "M-270,-120H280C262,-20 214,50 150,62H-150C-216,50 -256,-30 -270,-120z"
    parts = [
        pen.line("M-8,-120V-580", width=1.4),
        pen.shape("M14,-560C150,-470 210,-330 222,-168H14z", p.paper),
        pen.dots(
            "M14,-560C150,-470 210,-330 222,-168H14z", (14, -560, 210, 392), lambda _, v: v - 0.35, p.sun
        ),
        pen.shape("M-30,-520C-120,-420 -170,-300 -182,-168H-30z", p.red),
        pen.shape("M-8,-580l74,22l-74,24z", p.sun, width=0.8),
        pen.shape(hull, p.teal),
        pen.inside(hull, pen.flat(rect(-300, -30, 600, 120), p.shade(p.teal, 0.4))),
        pen.line("M-262,-76H270", p.paper, width=0.9),
        pen.shape(hull, "none"),
    ]
    return Art("".join(parts), -280, 290, -592, 66)


def ship(pen: Pen) -> Art:
    """A steamer from the side, with lit portholes."""
    p = pen.pal
    hull = "M-420,-170L-352,60H330C392,20 424,-70 440,-190H250L226,-170z"
    parts = [
        pen.shape(rect(-250, -300, 440, 132, 14), p.paper),
        pen.shape(rect(-170, -400, 280, 102, 14), p.paper),
        pen.shape("M-96,-400V-540H0V-400z", p.red),
        pen.flat(rect(-96, -518, 96, 34), p.ink),
        pen.line("M170,-300V-560M170,-540L60,-400M-300,-170V-420", width=0.7),
        *(pen.shape(circle(x, -350, 17), pen.glow, width=0.8) for x in (-120, -50, 20)),
        *(pen.shape(rect(x, -268, 44, 52, 8), pen.glow, width=0.8) for x in (-216, -136, -56, 24, 104)),
        pen.shape(hull, p.shade(p.teal, 0.45)),
        pen.inside(hull, pen.flat(rect(-450, -10, 900, 90), p.red)),
        *(pen.shape(circle(x, -92, 20), pen.glow, width=0.8) for x in (-280, -160, -40, 80, 200)),
        pen.shape(hull, "none"),
        pen.flat(circle(-40, -600, 34), p.stone, 0.9),
        pen.flat(circle(-92, -648, 46), p.stone, 0.9),
    ]
    return Art("".join(parts), -430, 450, -700, 66)


def wave(pen: Pen) -> Art:
    """One great wave that curls over."""
    p = pen.pal
    body = (
        "M-560,90C-470,40 -400,-40 -330,-170C-250,-330 -110,-460 70,-440C200,-424 280,-330 276,-236C232,-300 160,-314 "
        "112,-272C60,-226 76,-130 160,-60C260,20 420,40 560,90z"
    )
    parts = [
        pen.shape(body, p.teal),
        pen.dots(body, (-560, -460, 1120, 550), lambda u, v: 0.9 - v * 0.6 - u * 0.5, p.sky, 20),
        pen.line("M-420,60C-320,0 -270,-120 -210,-220C-150,-318 -60,-380 40,-384", p.paper),
        pen.line("M-300,70C-220,10 -170,-90 -120,-170C-80,-236 -30,-290 40,-306", p.paper),
        pen.shape("M276,-236C280,-300 250,-330 226,-326C220,-370 170,-392 140,-366C110,-410 40,-410 30,-372C70,-380"
                  " 110,-360 112,-330C150,-352 196,-330 200,-296C236,-300 262,-276 276,-236z", p.paper, width=0.9),
        *(pen.shape(circle(x, y, r), p.paper, width=0.7) for x, y, r in ((330, -300, 13), (362, -232, 9), (300, -178, 10))),
        pen.shape(body, "none"),
    ]  # fmt: skip
    return Art("".join(parts), -580, 580, -470, 90)


def gull(pen: Pen) -> Art:
    """A gull standing on a post."""
    p = pen.pal
    body = "M-150,-330C-120,-420 -20,-440 50,-420C70,-500 170,-500 186,-430C190,-330 130,-250 20,-246C-60,-244 -150,-270 -260,-250C-220,-290 -180,-300 -150,-330z"
    parts = [
        pen.shape(rect(-46, -190, 92, 270, 8), p.shade(p.red, 0.35)),
        pen.line("M-46,-130H46M-20,-130V60M16,-100V60", width=0.6),
        pen.line("M-6,-190V-250M36,-190V-250", p.sun, width=1.1),
        pen.shape(body, p.paper),
        pen.shape(
            "M-110,-330C-40,-370 50,-360 70,-330C20,-270 -90,-270 -250,-262C-200,-290 -150,-300 -110,-330z",
            p.sky,
        ),
        pen.shape("M182,-440L260,-424L184,-402z", p.sun, width=0.9),
        pen.flat(circle(134, -440, 13), p.ink),
    ]
    return Art("".join(parts), -270, 268, -500, 80)
