"""Land: trees, hill, mountain, road."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from storyreel.assets.looks.editorial.parts.pen import Art, Pen
from storyreel.assets.looks.editorial.shapes import arch, circle, polygon, rect


def tree(pen: Pen) -> Art:
    """A broad round tree."""
    p = pen.pal
    crown = (
        "M-250,-300C-300,-390 -230,-480 -150,-480C-140,-580 20,-640 90,-560C190,-590 270,-500 240,-410C310,-350 260,-240 "
        "160,-240H-160C-220,-236 -256,-262 -250,-300z"
    )
    parts = [
        pen.shape("M-44,60C-30,-60 -34,-160 -40,-260H44C36,-160 34,-60 56,60z", p.shade(p.red, 0.35)),
        pen.line("M0,-240L-84,-330M8,-200L96,-320", p.shade(p.red, 0.35), width=2.4),
        pen.shape(crown, p.teal),
        pen.dots(
            crown, (-290, -620, 600, 390), lambda u, v: u * 0.5 + v * 0.8 - 0.45, p.shade(p.teal, 0.45), 19
        ),
        pen.shape(crown, "none"),
        pen.line(
            "M-150,-400C-130,-430 -100,-440 -76,-430M30,-500C60,-520 90,-510 104,-490", p.sky, width=0.9
        ),
    ]
    return Art("".join(parts), -290, 290, -612, 60)


def pine(pen: Pen) -> Art:
    """Three firs, the middle one tall."""
    p = pen.pal

    def fir(x: float, s: float, fill: str) -> str:
        tiers = [(0.0, 170.0, -60.0, -290.0), (0.0, 140.0, -200.0, -430.0), (0.0, 104.0, -340.0, -580.0)]
        out = pen.shape(f"M{x - 22 * s},60V{-70 * s}H{x + 22 * s}V60z", p.shade(p.red, 0.4))
        for _, half, low, high in tiers:
            out += pen.shape(polygon([(x - half * s, low * s), (x, high * s), (x + half * s, low * s)]), fill)
        return out

    svg = fir(-190, 0.72, p.shade(p.teal, 0.4)) + fir(200, 0.8, p.shade(p.teal, 0.25)) + fir(0, 1.1, p.teal)
    return Art(svg, -330, 350, -648, 60)


def mountain(pen: Pen) -> Art:
    """A great peak and a lesser one, snow on both."""
    p = pen.pal
    big = "M-470,60L-60,-560L330,60z"
    small = "M40,60L300,-330L560,60z"
    parts = [
        pen.shape(small, p.teal),
        pen.shape("M300,-330L226,-218L276,-240L312,-206L346,-250L374,-220z", p.paper),
        pen.shape(big, p.shade(p.teal, 0.4)),
        pen.dots(big, (-470, -560, 800, 620), lambda u, v: u * 1.1 - 0.5 + v * 0.1, p.ink, 17),
        pen.shape("M-60,-560L-176,-384L-116,-412L-70,-350L-20,-420L36,-360L62,-366z", p.paper),
        pen.shape(big, "none"),
    ]
    return Art("".join(parts), -480, 570, -570, 60)


def hill(pen: Pen) -> Art:
    """A round hill with one tree on it."""
    p = pen.pal
    body = "M-620,70C-420,-240 -160,-330 40,-320C280,-306 470,-120 620,70z"
    parts = [
        pen.shape("M60,-290V-420H84V-290z", p.shade(p.red, 0.4)),
        pen.shape(circle(72, -470, 92), p.red),
        pen.dots(
            circle(72, -470, 92),
            (-20, -562, 184, 184),
            lambda u, v: u * 0.6 + v * 0.6 - 0.45,
            p.shade(p.red, 0.35),
        ),
        pen.shape(body, p.teal),
        pen.dots(body, (-620, -330, 1240, 400), lambda _, v: v * 0.8 - 0.1, p.shade(p.teal, 0.4), 21),
        pen.line("M-140,70C-60,-60 120,-60 60,-190C40,-230 60,-270 90,-292", p.sun, width=1.2),
    ]
    return Art("".join(parts), -630, 630, -570, 70)


def road(pen: Pen) -> Art:
    """A road that runs to the horizon between two fields."""
    p = pen.pal
    land = "M-640,70V-150C-360,-240 -160,-250 0,-250C220,-250 420,-230 640,-150V70z"
    way = "M-330,70C-160,-30 60,-60 10,-150C-20,-200 -20,-220 16,-248H48C60,-214 110,-190 140,-140C180,-60 150,0 200,70z"
    parts = [
        pen.shape(land, p.teal),
        pen.dots(land, (-640, -250, 1280, 320), lambda _, v: v - 0.2, p.shade(p.teal, 0.4), 21),
        pen.shape(way, p.paper),
        pen.line("M-70,56C10,10 110,-50 82,-120C70,-160 30,-190 32,-236", p.red, width=0.9),
        *(
            pen.line(f"M{x},{y}v{-h}", width=1.0)
            for x, y, h in ((-250, -110, 90), (-150, -150, 70), (250, -110, 90))
        ),
        pen.line("M-290,-166H-110M-290,-136H-110", width=0.6),
    ]
    return Art("".join(parts), -650, 650, -330, 70)


def bridge(pen: Pen) -> Art:
    """A stone bridge of three arches."""
    p = pen.pal
    body = "M-560,64V-250C-300,-330 300,-330 560,-250V64z"
    holes = "".join(arch(x, -h, 250, h + 80) for x, h in ((-430, 150), (-125, 200), (180, 150)))
    parts = [
        pen.shape(body, p.stone),
        pen.inside(body, pen.line("M-560,-170H-470M-440,-220H-330M-150,-240H-60M60,-250H170M330,-200H430M470,-130H540",
                                  p.shade(p.stone, 0.4), width=0.7)),
        pen.shape(holes, p.shade(p.teal, 0.3)),
        pen.shape("M-580,-262C-300,-346 300,-346 580,-262V-220C300,-300 -300,-300 -580,-220z", p.red),
        *(pen.shape(rect(x, y - 100, 20, 100), p.ink, width=0.5) + pen.shape(circle(x + 10, y - 116, 26), pen.glow, width=0.9)
          for x, y in ((-400, -296), (-10, -316), (380, -296))),
    ]  # fmt: skip
    return Art("".join(parts), -590, 590, -460, 64)
