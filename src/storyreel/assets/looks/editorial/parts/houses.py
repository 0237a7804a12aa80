"""Houses and what belongs to them: door, window, lamp, stairs, well, a village."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from storyreel.assets.looks.editorial.parts.pen import Art, Pen, moved
from storyreel.assets.looks.editorial.shapes import arch, circle, polygon, rect


def _pane(pen: Pen, x: float, y: float, width: float, height: float) -> str:
    cross = f"M{x + width / 2},{y}v{height}M{x},{y + height / 2}h{width}"
    return pen.shape(rect(x, y, width, height, 6), pen.glow) + pen.line(cross, width=0.7)


def house(pen: Pen) -> Art:
    """A cottage with a red roof; its windows are lit or dark."""
    p = pen.pal
    wall = rect(-230, -270, 460, 330)
    roof = "M-290,-250L-40,-500H130L300,-250z"
    parts = [
        pen.shape(rect(90, -560, 78, 170), p.shade(p.red, 0.3)),
        pen.shape(rect(78, -582, 102, 34, 6), p.ink),
        pen.shape(wall, p.paper),
        pen.dots(wall, (-230, -270, 460, 330), lambda u, v: u * 0.9 + v * 0.2 - 0.5, p.stone, 15),
        pen.shape(wall, "none"),
        pen.shape(roof, p.red),
        pen.inside(roof, pen.line("M-300,-312H320M-300,-374H320M-300,-436H320", p.shade(p.red), width=0.9)),
        pen.shape(roof, "none"),
        _pane(pen, -178, -190, 112, 118),
        _pane(pen, 96, -190, 100, 118),
        pen.shape(arch(-32, -196, 96, 260), p.teal),
        pen.flat(circle(46, -66, 9), p.sun),
    ]
    return Art("".join(parts), -300, 310, -590, 60)


def village(pen: Pen) -> Art:
    """Three houses and a spire, shoulder to shoulder."""
    p = pen.pal
    rows = ((-390, 210, 230, p.sun), (-180, 190, 320, p.paper), (170, 250, 250, p.sky))
    parts = [
        pen.shape(rect(6, -430, 130, 490), p.stone),
        pen.shape("M-12,-424L71,-690L154,-424z", p.shade(p.teal, 0.3)),
        pen.shape(circle(71, -360, 30), p.paper, width=0.9),
        pen.line("M71,-378V-360L84,-352", width=0.7),
    ]
    parts += [_terrace(pen, *row) for row in rows]
    return Art("".join(parts), -420, 450, -700, 60)


def _terrace(pen: Pen, x: float, width: float, height: float, color: str) -> str:
    gable = polygon([(x - 22, -height), (x + width / 2, -height - 130), (x + width + 22, -height)])
    panes = "".join(_pane(pen, x + width * at, -height + 44, width * 0.25, 62) for at in (0.16, 0.58))
    door = pen.shape(arch(x + width * 0.36, -96, width * 0.28, 160), pen.pal.shade(pen.pal.teal, 0.3))
    return (
        pen.shape(rect(x, -height, width, height + 60), color) + pen.shape(gable, pen.pal.red) + panes + door
    )


def window(pen: Pen) -> Art:
    """A tall window with curtains, a sky behind its panes."""
    p = pen.pal
    glass = rect(-170, -590, 340, 500, 10)
    sky = p.sun if pen.lit else p.deep
    moon = pen.flat(circle(70, -460, 54), p.paper) + (
        ""
        if pen.lit
        else "".join(pen.flat(circle(x, y, 7), p.paper) for x, y in ((-90, -520), (-40, -380), (-110, -330)))
    )
    parts = [
        pen.shape(rect(-206, -626, 412, 570, 12), p.paper),
        pen.shape(glass, sky),
        pen.inside(
            glass, moon + pen.flat("M-190,-190C-90,-260 60,-230 190,-280V-60H-190z", p.shade(p.teal, 0.35))
        ),
        pen.line("M0,-590V-90M-170,-340H170", width=1.2),
        pen.shape(glass, "none"),
        pen.shape(
            "M-232,-640H-120C-130,-480 -150,-400 -216,-300C-232,-200 -236,-120 -236,-40H-272V-640z", p.red
        ),
        pen.shape("M232,-640H120C130,-480 150,-400 216,-300C232,-200 236,-120 236,-40H272V-640z", p.red),
        pen.line(
            "M-176,-640C-180,-520 -200,-440 -246,-360M176,-640C180,-520 200,-440 246,-360",
            p.shade(p.red),
            width=0.9,
        ),
        pen.shape(rect(-300, -664, 600, 34, 16), p.ink),
        pen.shape(rect(-236, -70, 472, 44, 8), p.sun),
        pen.shape(rect(-216, -26, 432, 90), p.stone),
    ]
    return Art("".join(parts), -310, 310, -676, 64)


def door(pen: Pen) -> Art:
    """A panelled door in its arch, with a step."""
    p = pen.pal
    parts = [
        pen.shape(arch(-212, -640, 424, 700), p.stone),
        pen.shape(arch(-158, -586, 316, 646), p.teal if pen.lit else p.shade(p.teal, 0.45)),
        pen.shape(arch(-112, -540, 224, 170), pen.glow),
        pen.line("M0,-540V-370M-112,-428H112", width=0.7),
        pen.line(rect(-108, -330, 92, 140, 6) + rect(16, -330, 92, 140, 6) + rect(-108, -160, 92, 130, 6)
                 + rect(16, -160, 92, 130, 6), width=0.7),
        pen.shape(circle(122, -206, 15), p.sun, width=0.9),
        pen.shape(rect(-250, -30, 500, 92, 8), p.paper),
    ]  # fmt: skip
    return Art("".join(parts), -260, 260, -650, 62)


def lamp(pen: Pen) -> Art:
    """A storm lantern; a ring of light around it when lit."""
    p = pen.pal
    glass = "M-104,-160C-150,-240 -140,-330 -92,-390H92C140,-330 150,-240 104,-160z"
    flame = "M0,-190C-52,-206 -54,-262 -18,-300C-6,-316 0,-336 0,-356C40,-318 62,-260 44,-222C34,-200 20,-192 0,-190z"
    parts = [
        pen.line("M-120,-150C-230,-300 -190,-600 0,-610C190,-600 230,-300 120,-150", width=1.2),
        pen.shape(glass, p.dawn if pen.lit else p.shade(p.teal, 0.5)),
        pen.shape(flame, p.red) + pen.flat("M0,-196C-24,-206 -24,-240 0,-272C24,-240 24,-206 0,-196z", p.sun)
        if pen.lit
        else pen.line("M0,-170V-214M-10,-232C-30,-262 14,-276 -4,-312", p.sky, width=0.8),
        pen.line("M-62,-340C-92,-290 -92,-250 -78,-214", p.paper, width=0.9),
        pen.shape("M-100,-390H100L72,-446H-72z", p.red),
        pen.shape(rect(-52, -496, 104, 52, 10), p.shade(p.red, 0.3)),
        pen.shape(circle(0, -610, 24), p.sun),
        pen.shape("M-128,-160H128L150,-84H-150z", p.red),
        pen.shape(rect(-170, -86, 340, 116, 18), p.shade(p.red, 0.3)),
        pen.line("M-120,-36H40", p.sun, width=0.8),
    ]
    aura = "".join(pen.flat(circle(0, -270, r), p.sun, o) for r, o in ((470, 0.16), (360, 0.22), (250, 0.4)))
    return Art("".join(parts), -216, 216, -640, 30, aura=aura if pen.lit else "")


def stairs(pen: Pen) -> Art:
    """A flight of steps to a doorway."""
    p = pen.pal
    steps: list[str] = []
    for k in range(6):
        top = -70 * (k + 1)
        steps.append(
            pen.shape(rect(-360 + 92 * k, top, 640 - 92 * k, 70 - top - 10), p.paper if k % 2 else p.stone)
        )
    parts = [
        pen.shape(arch(96, -700, 190, 290), p.shade(p.teal, 0.5)),
        pen.flat(arch(120, -676, 142, 262), pen.glow),
        *steps,
        pen.line("M-360,-300L100,-640M-330,-322V-70M-54,-526V-290", p.red, width=1.3),
    ]
    return Art("".join(parts), -370, 296, -710, 64)


def well(pen: Pen) -> Art:
    """A stone well with a little roof and a bucket on its rope."""
    p = pen.pal
    ring = "M-210,-200H210V30C210,60 -210,60 -210,30z"
    stones = "M-210,-122H210M-210,-46H210M-100,-200V-122M60,-200V-122M-150,-122V-46M0,-122V-46M140,-122V-46M-60,-46V50M90,-46V50"
    parts = [
        pen.shape(rect(-186, -470, 36, 280), p.shade(p.red, 0.35)),
        pen.shape(rect(150, -470, 36, 280), p.shade(p.red, 0.35)),
        pen.line("M-160,-420H170", width=1.5),
        pen.line("M0,-420V-320", p.ink),
        pen.shape("M-64,-322H64L46,-226H-46z", p.sun),
        pen.shape(ring, p.stone),
        pen.inside(ring, pen.line(stones, width=0.7)),
        pen.shape(rect(-236, -228, 472, 44, 14), p.paper),
        pen.shape("M-290,-452L0,-630L290,-452L250,-420H-250z", p.red),
        pen.line("M-180,-470L0,-580L180,-470", p.shade(p.red), width=0.9),
    ]
    return Art("".join(parts), -300, 300, -640, 56)


def table(pen: Pen) -> Art:
    """A laid table: cloth, loaf, jug and two bowls."""
    p = pen.pal
    cloth = "M-420,-330H420L446,-190C400,-160 360,-210 310,-176C260,-150 220,-206 160,-178C100,-156 60,-206 0,-180C-60,-156"
    cloth += " -100,-206 -160,-178C-220,-156 -260,-206 -310,-176C-360,-156 -400,-206 -446,-190z"
    bowl = "M-70,-400H70C66,-350 40,-330 0,-330C-40,-330 -66,-350 -70,-400z"
    parts = [
        *(pen.shape(rect(x, -240, 44, 304), p.shade(p.red, 0.35)) for x in (-380, 336)),
        pen.shape("M-130,-334C-150,-420 -90,-452 0,-450C100,-452 150,-420 130,-334z", p.sun),
        pen.line("M-60,-436C-50,-410 -54,-390 -66,-376M4,-440C14,-412 10,-392 -2,-376M68,-432C78,-410 74,-392 62,-376",
                 p.shade(p.red, 0.3), width=0.9),
        pen.shape("M214,-334V-440C214,-470 244,-480 240,-520H330C326,-480 356,-470 356,-440V-334z", p.teal),
        pen.line("M356,-450C410,-450 410,-380 356,-380"),
        moved(pen.shape(bowl, p.red), -270, 0),
        pen.line("M-296,-424C-310,-450 -280,-460 -296,-490M-252,-424C-266,-450 -236,-460 -252,-490", p.ink, width=0.7),
        pen.shape(cloth, p.paper),
        pen.dots(cloth, (-446, -330, 892, 160), lambda _, v: v - 0.2, p.red, 18),
        pen.shape(cloth, "none"),
    ]  # fmt: skip
    return Art("".join(parts), -456, 456, -530, 64)
