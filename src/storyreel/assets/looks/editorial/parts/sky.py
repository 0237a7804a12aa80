"""What the sky holds. These rise behind the floor instead of standing on it."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

import math

from storyreel.assets.looks.editorial.parts.pen import Art, Pen
from storyreel.assets.looks.editorial.shapes import circle, polygon, rays, star, strokes

CLOUD = (
    "M-260,-250C-330,-250 -350,-350 -270,-376C-270,-460 -150,-500 -96,-440C-50,-540 130,-540 160,-420"
    "C250,-450 320,-370 280,-300C270,-262 240,-250 210,-250z"
)


def sun(pen: Pen) -> Art:
    """A sun that comes over the edge, its rays around it."""
    p = pen.pal
    disc = circle(0, -150, 230)
    beams = "".join(
        pen.shape(polygon([(math.cos(a - 0.09) * 275, -150 + math.sin(a - 0.09) * 275), (math.cos(a) * 390, -150 + math.sin(a) * 390),
                           (math.cos(a + 0.09) * 275, -150 + math.sin(a + 0.09) * 275)]), p.red)
        for a in (math.pi * (1 + k / 8) for k in range(-1, 10))
    )  # fmt: skip
    parts = [
        beams,
        pen.shape(disc, p.sun),
        pen.dots(disc, (-230, -380, 460, 460), lambda _, v: v - 0.35, p.red, 18),
        pen.shape(disc, "none"),
    ]
    return Art("".join(parts), -400, 400, -545, 90)


def moon(pen: Pen) -> Art:
    """A crescent with two clouds across its foot."""
    p = pen.pal
    crescent = "M60,-600C-140,-560 -270,-380 -220,-190C-170,0 60,60 230,-60C40,-50 -80,-180 -90,-320C-96,-440 -40,-550 60,-600z"
    parts = [
        pen.shape(crescent, p.sun),
        pen.dots(crescent, (-240, -600, 480, 640), lambda u, v: 0.8 - u - v * 0.3, p.red, 16),
        pen.shape(crescent, "none"),
        *(pen.shape(star(x, y, r, 5, 3, spread=0, inner=0.45), p.paper, width=0.8) for x, y, r in ((110, -400, 44), (210, -250, 30), (220, -520, 26))),
        pen.shape("M-330,20C-330,-70 -210,-90 -180,-40C-140,-110 -10,-100 10,-20C60,-40 100,-10 100,20z", p.paper),
    ]  # fmt: skip
    return Art("".join(parts), -340, 270, -612, 30)


def star_part(pen: Pen) -> Art:
    """A five-pointed star with a tail of dots."""
    p = pen.pal
    points: list[tuple[float, float]] = []
    for i in range(10):
        a, r = -math.pi / 2 + i * math.pi / 5, 270 if i % 2 == 0 else 122
        points.append((math.cos(a) * r, -290 + math.sin(a) * r))
    body = polygon(points)
    svg = pen.shape(body, p.sun, width=1.1) + pen.dots(
        body, (-270, -560, 540, 540), lambda u, v: u * 0.5 + v - 0.75, p.red
    )
    return Art(svg + pen.shape(body, "none"), -280, 280, -572, 0, hangs=True)


def cloud(pen: Pen) -> Art:
    """One cloud with a flat base, hanging."""
    p = pen.pal
    svg = pen.shape(CLOUD, p.paper) + pen.dots(
        CLOUD, (-340, -530, 640, 280), lambda _, v: v - 0.35, p.sky, 17
    )
    return Art(svg + pen.shape(CLOUD, "none"), -350, 310, -530, 0, hangs=True)


def rain(pen: Pen) -> Art:
    """A cloud and its rain."""
    p = pen.pal
    drops = strokes(-240, -230, 470, 180, 7, count=22, length=62)
    svg = pen.line(drops, p.paper) + pen.shape(CLOUD, p.sky)
    svg += pen.dots(CLOUD, (-340, -530, 640, 280), lambda _, v: v - 0.2, p.teal, 17) + pen.shape(
        CLOUD, "none"
    )
    return Art(svg, -350, 310, -530, 0, hangs=True)


def storm(pen: Pen) -> Art:
    """A dark cloud with lightning and rain."""
    p = pen.pal
    bolt = "M40,-262L-70,-110H-6L-60,40L110,-150H40L96,-262z"
    svg = pen.line(strokes(-250, -230, 480, 190, 9, count=16, length=70, lean=0.5), p.sky)
    svg += pen.shape(bolt, p.sun) + pen.shape(CLOUD, p.shade(p.teal, 0.4))
    svg += pen.dots(CLOUD, (-340, -530, 640, 280), lambda _, v: v - 0.3, p.ink, 17) + pen.shape(CLOUD, "none")
    return Art(svg, -350, 310, -530, 44, hangs=True)


def snowflake(pen: Pen) -> Art:
    """A six-armed flake."""
    p = pen.pal
    arms: list[str] = []
    for k in range(6):
        a = k * math.pi / 3 + math.pi / 6
        dx, dy = math.cos(a), math.sin(a)
        arms.append(f"M0,-280L{dx * 240:.1f},{-280 + dy * 240:.1f}")
        for reach, side in ((150, 60), (90, 44)):
            for turn in (-0.8, 0.8):
                bx, by = math.cos(a + turn), math.sin(a + turn)
                arms.append(f"M{dx * reach:.1f},{-280 + dy * reach:.1f}l{bx * side:.1f},{by * side:.1f}")
    d = "".join(arms)
    return Art(pen.line(d, width=3.6) + pen.line(d, p.paper, width=1.7), -270, 270, -550, 0, hangs=True)


def fog(pen: Pen) -> Art:
    """Long bands of fog that hide the foot of a pale sun."""
    p = pen.pal
    rows = (
        (-420, -300, 560, p.sky),
        (-250, -205, 640, p.paper),
        (-500, -110, 760, p.sky),
        (-330, -15, 700, p.paper),
    )
    bands = "".join(
        pen.shape(f"M{x},{y}h{w}a26,26 0 0 1 0,52h{-w}a26,26 0 0 1 0,-52z", color) for x, y, w, color in rows
    )
    disc = circle(0, -300, 230)
    sun_dots = pen.dots(disc, (-230, -530, 460, 460), lambda _, v: v - 0.3, p.red, 17)
    return Art(pen.shape(disc, p.dawn) + sun_dots + bands, -540, 430, -540, 50)


def tear(pen: Pen) -> Art:
    """One drop falling."""
    p = pen.pal
    drop = "M0,-560C110,-400 190,-300 190,-190C190,-80 100,-6 0,-6C-100,-6 -190,-80 -190,-190C-190,-300 -110,-400 0,-560z"
    svg = pen.shape(drop, p.sky) + pen.dots(
        drop, (-190, -560, 380, 560), lambda u, v: u * 0.7 + v - 0.8, p.teal, 17
    )
    return Art(
        svg + pen.shape(drop, "none") + pen.line("M-112,-190C-112,-130 -80,-90 -40,-76", p.paper),
        -200,
        200,
        -572,
        0,
        hangs=True,
    )


def burst(pen: Pen, x: float, y: float, inner: float, outer: float, color: str) -> str:
    """Rays around a point, for light."""
    ring = rays(x, y, outer, 18, share=0.42)
    return pen.flat(ring, color, 0.5) + pen.flat(circle(x, y, inner), color)
