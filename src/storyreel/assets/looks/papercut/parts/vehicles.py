"""What moves on wheels or in the air: train, car, bicycle, cart, wagon, balloon."""
# ruff: noqa: E501  # path data reads worse when it is broken

from storyreel.assets.looks.papercut.parts.pieces import clip, fold, halved, lines
from storyreel.assets.looks.papercut.pen import Art, Glow, Pen, ellipse, rect, shape, stroke


def wheel_at(pen: Pen, x: float, r: float, family: str = "wood", spokes: int = 8) -> str:
    """A spoked wheel that stands on the ground at x."""
    lines_ = "".join(
        f'<rect x="{-r * 0.05:.1f}" y="{-r * 0.9:.1f}" width="{r * 0.1:.1f}" height="{r * 1.8:.1f}" fill="{pen.tone(family, 0.4)}" transform="translate({x},{-r}) rotate({180 * k / (spokes // 2):.1f})"/>'
        for k in range(spokes // 2)
    )
    rim = f"M{x - r},{-r}a{r},{r} 0 1 1 {2 * r},0a{r},{r} 0 1 1 {-2 * r},0zM{x - r * 0.82:.1f},{-r}a{r * 0.82:.1f},{r * 0.82:.1f} 0 1 0 {r * 1.64:.1f},0a{r * 0.82:.1f},{r * 0.82:.1f} 0 1 0 {-r * 1.64:.1f},0z"
    return lines_ + shape(rim, pen.tone(family, 0.32)) + shape(ellipse(x, -r, r * 0.2), pen.tone(family, 0.5))


def tyre(pen: Pen, x: float, r: float) -> str:
    """A rubber wheel with its disc."""
    return (
        shape(ellipse(x, -r, r), pen.tone("ink", 0.3))
        + shape(ellipse(x, -r, r * 0.52), pen.tone("metal", 0.7))
        + shape(ellipse(x, -r, r * 0.2), pen.tone("metal", 0.3))
    )


def wheel(pen: Pen) -> Art:
    """A cart wheel."""
    return Art(wheel_at(pen, 0, 190), -190, 190, -380, 0)


def cart(pen: Pen) -> Art:
    """A two-wheeled hand cart with hay."""
    svg = shape(
        "M-150,-190C-170,-290 -60,-320 0,-310C80,-330 170,-280 150,-190z", pen.tone("straw", 0.5)
    ) + lines(pen, "M-100,-210l30,-60M-40,-200l24,-90M30,-204l40,-70M90,-204l20,-50", "straw", 0.3, 6)
    svg += stroke("M150,-150L330,-190", pen.tone("wood", 0.4), 16) + stroke(
        "M300,-184V-10", pen.tone("wood", 0.3), 11
    )
    svg += shape("M-190,-210H190L160,-110H-160z", pen.tone("plank", 0.5)) + lines(
        pen, "M-180,-176H180M-170,-142H170", "plank", 0.28, 6
    )
    return Art(svg + wheel_at(pen, -10, 96), -192, 338, -318, 0)


def wagon(pen: Pen) -> Art:
    """A covered wagon."""
    cover = "M-230,-190C-250,-330 -200,-400 -150,-410C-60,-426 80,-426 160,-410C210,-396 250,-330 230,-190z"
    svg = halved(pen, cover, (-240, -420, 240, -190), "cream", (0.68, 0.46), 0.3) + clip(
        cover,
        lines(
            pen,
            "M-120,-420C-150,-340 -150,-260 -140,-190M0,-424V-190M120,-420C150,-340 150,-260 140,-190",
            "cream",
            0.28,
            7,
        ),
    )
    svg += (
        shape("M-262,-200H262L236,-96H-236z", pen.tone("wood", 0.55))
        + lines(pen, "M-252,-164H252M-244,-130H244", "wood", 0.34, 6)
        + stroke("M250,-120L380,-60", pen.tone("wood", 0.35), 14)
    )
    return Art(svg + wheel_at(pen, -160, 84) + wheel_at(pen, 160, 66), -264, 388, -420, 0)


def train(pen: Pen) -> Art:
    """A steam engine with one coach."""
    svg = (
        shape(rect(-470, -250, 300, 180, 8), pen.tone("red", 0.42))
        + shape(rect(-486, -276, 332, 36, 12), pen.tone("ink", 0.45))
        + fold(pen, -470, -240, 300, 170, "red")
    )
    svg += shape("".join(rect(-446 + 66 * k, -222, 48, 66, 5) for k in range(4)), pen.glass()) + shape(
        rect(-470, -130, 300, 12), pen.tone("ochre", 0.5)
    )
    svg += (
        shape(rect(-130, -300, 150, 230, 6), pen.tone("teal", 0.42))
        + shape(rect(-150, -322, 190, 32, 10), pen.tone("ink", 0.42))
        + shape(rect(-104, -270, 90, 84, 6), pen.glass())
    )
    svg += (
        shape(rect(0, -220, 300, 150, 30), pen.tone("teal", 0.55))
        + shape(rect(0, -130, 300, 60), pen.tone("teal", 0.36))
        + shape(rect(90, -222, 14, 150) + rect(190, -222, 14, 150), pen.tone("brass", 0.6))
    )
    svg += (
        shape("M214,-214L200,-330H276L262,-214z", pen.tone("ink", 0.45))
        + shape(rect(192, -346, 92, 24, 8), pen.tone("red", 0.45))
        + shape("M96,-216a34,40 0 0 1 68,0z", pen.tone("brass", 0.5))
    )
    svg += (
        shape(ellipse(298, -170, 22), pen.glass() if pen.lit else pen.tone("brass", 0.7))
        + shape("M290,-70H340L380,-6H290z", pen.tone("red", 0.36))
        + shape(rect(-480, -76, 800, 22, 4), pen.tone("ink", 0.36))
    )
    svg += "".join(tyre(pen, x, 38) for x in (-410, -300, -210)) + "".join(
        wheel_at(pen, x, r, "red") for x, r in ((-80, 62), (60, 62), (190, 44), (274, 36))
    )
    svg += stroke("M-80,-62H60", pen.tone("metal", 0.7), 11)
    return Art(svg, -488, 382, -348, 0, (Glow(298, -170, 150),) if pen.lit else (), {"funnel": (238, -346)})


def car(pen: Pen) -> Art:
    """A round little car."""
    svg = shape(
        "M-150,-150C-120,-250 -80,-270 10,-270C90,-270 130,-230 160,-150z", pen.tone("teal", 0.36)
    ) + shape(
        "M-122,-156C-100,-226 -74,-244 -12,-244V-156zM12,-244C80,-244 100,-216 126,-156H12z", pen.glass()
    )
    body = "M-270,-60C-280,-130 -240,-156 -170,-160H160C240,-156 276,-130 274,-60z"
    svg += shape(body, pen.tone("teal", 0.58)) + clip(
        body, shape(rect(-290, -96, 580, 50), pen.tone("teal", 0.36))
    )
    svg += (
        shape(rect(-284, -74, 60, 22, 8) + rect(226, -74, 60, 22, 8), pen.tone("metal", 0.7))
        + shape(ellipse(250, -112, 19), pen.glass() if pen.lit else pen.tone("cream", 0.7))
        + shape(rect(-262, -124, 16, 30, 6), pen.tone("red", 0.5))
        + shape(rect(20, -134, 40, 10, 5), pen.tone("metal", 0.7))
    )
    return Art(
        svg + tyre(pen, -160, 54) + tyre(pen, 160, 54),
        -286,
        288,
        -272,
        0,
        (Glow(256, -112, 150),) if pen.lit else (),
    )


def bicycle(pen: Pen) -> Art:
    """A bicycle with a basket."""
    svg = "".join(wheel_at(pen, x, 104, "iron", 12) for x in (-160, 160))
    svg += stroke(
        "M-160,-104L-70,-240H110L10,-104H-160L-84,-262M10,-104L-70,-240M160,-104L104,-286",
        pen.tone("red", 0.5),
        15,
    )
    svg += (
        stroke("M104,-286L96,-304H140C156,-304 160,-292 152,-282", pen.tone("iron", 0.4), 11)
        + shape(rect(-126, -278, 84, 18, 9), pen.tone("wood", 0.34))
        + shape("M128,-272H214L200,-206H140z", pen.tone("plank", 0.6))
        + lines(pen, "M132,-250H210M136,-228H206", "plank", 0.36, 5)
    )
    svg += shape(ellipse(10, -104, 24), pen.tone("iron", 0.5)) + stroke(
        "M10,-104L34,-66M22,-64h26", pen.tone("iron", 0.3), 9
    )
    return Art(svg, -266, 266, -314, 0)


def balloon(pen: Pen) -> Art:
    """A hot-air balloon."""
    body = "M0,-640C150,-640 210,-520 190,-430C172,-350 90,-280 46,-210H-46C-90,-280 -172,-350 -190,-430C-210,-520 -150,-640 0,-640z"
    svg = shape(body, pen.tone("red", 0.5)) + clip(
        body,
        shape(
            "M-60,-640C-130,-500 -110,-330 -46,-210H-120L-230,-400V-640zM60,-640C130,-500 110,-330 46,-210H120L230,-400V-640z",
            pen.tone("cream", 0.64),
        )
        + shape(rect(60 if pen.shade_right else -260, -650, 200, 460), pen.tone("ink", 0.4), 0.22),
    )
    svg += (
        stroke("M-44,-206L-56,-104M44,-206L56,-104M0,-206V-104", pen.tone("wood", 0.36), 5)
        + shape(rect(-62, -104, 124, 104, 14), pen.tone("plank", 0.5))
        + lines(pen, "M-60,-70H60M-60,-36H60", "plank", 0.3, 7)
        + shape(rect(-68, -110, 136, 18, 9), pen.tone("wood", 0.4))
    )
    return Art(svg, -196, 196, -642, 0)


def truck(pen: Pen) -> Art:
    """A delivery lorry."""
    svg = (
        shape(rect(-310, -300, 380, 240, 8), pen.tone("cream", 0.6))
        + fold(pen, -310, -300, 380, 240, "cream", 0.3)
        + shape(rect(-310, -200, 380, 46), pen.tone("red", 0.48))
    )
    svg += (
        shape("M84,-60V-240H190C230,-240 250,-160 290,-140V-60z", pen.tone("teal", 0.5))
        + shape("M120,-214H184C206,-210 220,-168 236,-146H120z", pen.glass())
        + shape(rect(-320, -70, 620, 24, 6), pen.tone("ink", 0.36))
        + shape(ellipse(278, -100, 14), pen.glass() if pen.lit else pen.tone("cream", 0.7))
    )
    return Art(svg + tyre(pen, -210, 54) + tyre(pen, -80, 54) + tyre(pen, 190, 54), -322, 304, -302, 0)


def airplane(pen: Pen) -> Art:
    """A small propeller plane in flight; its hook is above."""
    body = "M-260,120C-240,90 -120,80 120,84C200,86 256,110 262,134C250,164 180,180 100,182C-60,186 -200,160 -260,120z"
    svg = (
        shape("M-256,130L-300,30H-240L-180,104z", pen.tone("red", 0.42))
        + halved(pen, body, (-260, 80, 262, 184), "cream", (0.66, 0.44), 0.3)
        + clip(body, shape("M-280,136C-60,170 160,160 280,130V200H-280z", pen.tone("red", 0.46)))
    )
    svg += (
        shape("M80,86C90,40 150,40 170,92z", pen.pal.haze)
        + shape("M-30,140L60,140L-20,230H-90z", pen.tone("red", 0.32))
        + shape("M40,92L90,92L0,20H-50z", pen.tone("red", 0.56))
    )
    svg += (
        shape(ellipse(268, 132, 8, 66), pen.tone("wood", 0.4))
        + shape(ellipse(266, 132, 15), pen.tone("iron", 0.4))
        + shape("".join(ellipse(-80 + 46 * k, 116, 11) for k in range(3)), pen.glass())
    )
    return Art(svg, -302, 280, 0, 232, hangs=True)


def sled(pen: Pen) -> Art:
    """A wooden sled with curled runners."""
    svg = stroke(
        "M-200,-10H160C240,-10 260,-90 216,-120C190,-134 170,-110 184,-92", pen.tone("wood", 0.4), 18
    ) + stroke("M-140,-10V-110M40,-10V-110", pen.tone("wood", 0.3), 15)
    svg += "".join(shape(rect(-200, y, 320, 20, 8), pen.tone("red", 0.5)) for y in (-128,)) + shape(
        rect(-190, -112, 300, 14), pen.tone("red", 0.3)
    )
    return Art(svg, -210, 256, -140, 0)
