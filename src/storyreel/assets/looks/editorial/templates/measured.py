"""What a number measures, drawn true: an angle, a stretch of a dial, a way with its ruler, leaves of days."""

from math import cos, pi, radians, sin

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import place
from storyreel.assets.looks.editorial.lettering import NUMERAL, PLAIN, svg_line
from storyreel.assets.looks.editorial.palette import Ground, mix
from storyreel.assets.looks.editorial.scene import drawn_line, flat
from storyreel.assets.looks.editorial.shapes import LINE, circle, halftone, n, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import add_line
from storyreel.assets.looks.editorial.templates.counted import dot_color
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import Pick
from storyreel.assets.model import Act

MOST_LEAVES = 12
"""Days, weeks, months or years that get a leaf each."""
FULL_DIAL = {"hours": 12, "hour": 12, "minutes": 60, "minute": 60, "seconds": 60, "second": 60}
"""Once round the dial."""
LEAVES = frozenset(
    ("day", "days", "night", "nights", "week", "weeks", "month", "months", "year", "years", "decades")
)
"""Times that are told with a calendar's leaves, or along a ruler when there are many."""
WAYS = frozenset(
    ("metre", "metres", "meter", "meters", "kilometre", "kilometres", "kilometer", "kilometers", "km", "mile",
     "miles", "feet", "foot", "inches", "centimetres", "centimeters", "millimetres", "yards", "steps")
)  # fmt: skip
"""Units of length."""
SHALLOW = 28.0
"""Degrees up to which an angle is drawn across the whole frame, below the number."""


def _sector(x: float, y: float, r: float, start: float, sweep: float) -> str:
    """A slice of a disc; angles in degrees, 0 to the right, growing upwards."""
    a, b = radians(start), radians(start + sweep)
    large = int(abs(sweep) > 180)
    turn = 0 if sweep > 0 else 1
    return (
        f"M{n(x)},{n(y)}L{n(x + r * cos(a))},{n(y - r * sin(a))}"
        f"A{n(r)},{n(r)} 0 {large} {turn} {n(x + r * cos(b))},{n(y - r * sin(b))}z"
    )


def _filled(shape: str, fill: str, dots: str, box: tuple[float, float, float, float], key: str) -> str:
    ramp = halftone(*box, lambda u, _: u * 0.95 - 0.3, step=23)
    clip = f'<clipPath id="{key}"><path d="{shape}"/></clipPath>'
    return flat(shape, fill) + clip + f'<g clip-path="url(#{key})">{flat(ramp, dots)}</g>'


def add_angle(work: Brief, page: Page, ground: Ground, degrees: float, room: Area, word: int | None) -> None:
    """An angle between two lines; the sharper one runs across the frame."""
    pal = work.pal
    y = room.foot
    if degrees <= SHALLOW:
        x, arm = room.x + 10, room.width - 30
        r = arm * 0.62
    else:
        back = max(-cos(radians(degrees)), 0.0)
        arm = min(room.height, (room.width - 40) / (1 + back))
        x = room.right - 20 - arm
        r = arm * 0.66
    fill, dots = (pal.sun, pal.red) if ground.name not in ("sun", "dawn") else (pal.red, pal.sun)
    wedge = _filled(_sector(x, y, r, 0, degrees), fill, dots, (x - r, y - r, 2 * r, r), "wedge")
    turn = radians(degrees)
    arms = f"M{n(x + arm)},{n(y)}H{n(x)}L{n(x + arm * cos(turn))},{n(y - arm * sin(turn))}"
    ticks = "".join(
        f"M{n(x + (r + 18) * cos(radians(k)))},{n(y - (r + 18) * sin(radians(k)))}"
        f"L{n(x + (r + 44) * cos(radians(k)))},{n(y - (r + 44) * sin(radians(k)))}"
        for k in range(0, int(degrees) + 1, 5 if degrees <= 45 else 15)
    )
    area = Area(x - arm - 20 if degrees > 90 else x - 30, y - arm - 20, arm * 2 + 60, arm + 50)
    grow = (Act(kind="wipe", toward=(1.0, 0.0), word=word, lasts_s=0.8),)
    page.sketches.append(Sketch("wedge", wedge, area, 0.25, "subject", acts=grow))
    lines = drawn_line(arms, ground.text, LINE * 1.2) + drawn_line(ticks, ground.text, LINE * 0.6)
    page.sketches.append(Sketch("angle", lines, area, 0.3, "subject"))
    page.blocks.append(Block("angle", "prop", Area(x, y - arm * sin(min(turn, pi / 2)), arm, 1), "angle"))


def add_dial(
    work: Brief, page: Page, ground: Ground, value: float, unit: str, room: Area, word: int | None
) -> None:
    """A clock with so many minutes, hours or seconds of it filled."""
    pal = work.pal
    r = min(room.width, room.height) / 2 - LINE
    x, y = (room.right - r if work.stage.wide else room.center), room.middle
    face = pal.paper if ground.name != "paper" else pal.sky
    svg = flat(circle(x, y, r), face)
    page.sketches.append(Sketch("dial", svg, Area(x - r, y - r, 2 * r, 2 * r).grown(14), 0.25, "subject"))
    sweep = 360 * min(value / FULL_DIAL[unit], 0.9999)
    part = _filled(_sector(x, y, r, 90, -sweep), pal.sun, pal.red, (x - r, y - r, 2 * r, 2 * r), "stretch")
    grow = (Act(kind="fade", word=word, lasts_s=0.5),)
    page.sketches.append(
        Sketch("stretch", part, Area(x - r, y - r, 2 * r, 2 * r).grown(14), 0.26, "subject", acts=grow)
    )
    ticks = "".join(
        f"M{n(x + r * 0.86 * cos(k * pi / 6))},{n(y + r * 0.86 * sin(k * pi / 6))}"
        f"L{n(x + r * 0.76 * cos(k * pi / 6))},{n(y + r * 0.76 * sin(k * pi / 6))}"
        for k in range(12)
    )
    end = radians(90 - sweep)
    hands = f"M{n(x)},{n(y - r * 0.62)}V{n(y)}L{n(x + r * 0.62 * cos(end))},{n(y - r * 0.62 * sin(end))}"
    rim = drawn_line(circle(x, y, r), pal.ink) + drawn_line(ticks, pal.ink, LINE * 0.8)
    rim += drawn_line(hands, pal.ink, LINE * 1.5) + flat(circle(x, y, 20), pal.ink)
    page.sketches.append(Sketch("hands", rim, Area(x - r, y - r, 2 * r, 2 * r).grown(14), 0.27, "subject"))
    page.blocks.append(Block("dial", "prop", Area(x - r, y - r, 2 * r, 2 * r), "dial"))


def add_leaves(work: Brief, page: Page, count: int, room: Area, word: int | None) -> None:
    """Leaves of a calendar, one after the other, as many as are said."""
    st, pal = work.stage, work.pal
    rows = 1 if count <= 2 or (st.wide and count > 6) else 2 if count <= 8 else 3
    cols = -(-count // rows)
    gap = 34.0 if count < 7 else 22.0
    width = (room.width - gap * (cols - 1)) / cols
    height = min((room.height - gap * (rows - 1)) / rows, width * 1.2)
    red = pal.red
    for k in range(count):
        row, col = divmod(k, cols)
        x, y = room.x + col * (width + gap), room.foot - (rows - row) * height - (rows - 1 - row) * gap
        head = min(height * 0.24, 74)
        body = rect(x, y, width, height, 22)
        last = k == count - 1
        svg = flat(body, pal.sun if last else pal.paper)
        svg += f'<clipPath id="leaf"><path d="{body}"/></clipPath><g clip-path="url(#leaf)">'
        svg += flat(rect(x, y, width, head), red)
        ramp = halftone(x, y + height * 0.45, width, height * 0.6, lambda _, v: v * 0.8 - 0.3, step=22)
        svg += flat(ramp, red if last else pal.sun, 0.9) + "</g>"
        svg += drawn_line(f"M{n(x)},{n(y + head)}h{n(width)}", pal.ink, LINE * 0.8)
        svg += drawn_line(body, pal.ink)
        rings = "".join(f"M{n(x + width * s)},{n(y - 16)}v44" for s in (0.25, 0.75))
        svg += drawn_line(rings, pal.ink, LINE * 1.2)
        size = min((height - head) * 0.78, width * (0.62 if k < 9 else 0.5))
        base = y + head + (height - head) / 2 + size * 0.35
        svg += svg_line(str(k + 1), x + width / 2, base, NUMERAL, size, pal.ink, "middle")
        acts = (Act(kind="pop", word=word, delay_s=min(0.25 * k, 2.0), lasts_s=0.3),)
        area = Area(x, y - 20, width, height + 20)
        page.sketches.append(Sketch(f"leaf{k}", svg, area.grown(12), 0.3, "subject", acts=acts))
        page.blocks.append(Block(f"leaf{k}", "prop", area, f"leaf{k}"))


def _step(value: float) -> float:
    """The distance of named marks: four to eight of them."""
    return next(
        step
        for power in range(-2, 12)
        for digit in (1, 2, 2.5, 5)
        if value / (step := digit * 10.0**power) <= 8
    )


def add_ruler(
    work: Brief, page: Page, ground: Ground, value: float, room: Area, word: int | None,
    pick: Pick | None, free: float,
) -> None:  # fmt: skip
    """A way from 0 to the number along a ruler at true scale; the thing stands at its end.

    From `free` to the right nothing stands above the room either.
    """
    pal = work.pal
    thick = 78.0 if work.stage.wide else 66.0
    left, right = room.x, room.right - 20
    y = room.foot - thick - 66
    if work.stage.shape == "tall" and not pick:
        # In the middle of its room: nothing stands above it.
        y = room.y + room.height * 0.42
    span = right - left
    step = _step(value)
    marks = [k * step for k in range(int(value / step) + 1)]
    svg = ""
    for k, start in enumerate(marks):
        x0, x1 = (left + span * min(v, value) / value for v in (start, start + step))
        color = (pal.red, pal.paper if ground.name != "paper" else pal.sky)[k % 2]
        svg += flat(rect(x0, y, x1 - x0, thick), color)
    fine = "".join(
        f"M{n(left + span * k * step / 5 / value)},{n(y + thick)}v{-26 if k % 5 else -46}"
        for k in range(int(value / step * 5 + 1e-9) + 1)
    )
    svg += drawn_line(fine, pal.ink, LINE * 0.5) + drawn_line(rect(left, y, span, thick), pal.ink)
    if pick:
        _on_ruler(work, page, pick, Area(left, room.y, span, y - room.y), free)
    else:
        _arrow(page, ground, left, right, y - 46)
    grow = (Act(kind="wipe", toward=(1.0, 0.0), word=word, lasts_s=1.2),)
    area = Area(left, y, span, thick)
    page.sketches.append(Sketch("ruler", svg, area.grown(12), 0.3, "subject", acts=grow))
    page.blocks.append(Block("ruler", "prop", area, "ruler"))
    shown = (Act(kind="fade", word=word, delay_s=0.6),)
    labels = [m for m in marks if m == 0 or value - m >= step * 0.6 or m == value]
    if value not in labels:
        labels.append(value)
    shorter = next((scale for scale in (1e9, 1e6) if value >= scale), 1.0)
    for k, mark in enumerate(labels):
        text = f"{mark / shorter:,.10g}"
        x = left + span * mark / value
        anchor = "start" if k == 0 else "end" if mark == value else "middle"
        base = y + thick + 50
        add_line(
            page, f"mark{k}", text, x, base, PLAIN, 40, ground.text, ground.color, anchor=anchor, acts=shown
        )


def _on_ruler(work: Brief, page: Page, pick: Pick, room: Area, free: float) -> None:
    """The thing at the ruler's end; beside the number where there is room, it is taller than `room`."""
    tall = 0 < free < room.right - 300
    height, width = (room.foot - 130, min(room.right - free, 640)) if tall else (room.height, 420.0)
    placed = place(
        pick.name, "subject", work.pal, x=room.right - width / 2, floor=room.foot + 2, height=height,
        width=width, lit=not pick.denied, seed=work.seed, stands=True,
    )  # fmt: skip
    page.sketches.append(placed.sketch)
    page.objects.append(pick.name)
    page.blocks.append(Block("subject", "subject", placed.area, "subject"))


def _arrow(page: Page, ground: Ground, left: float, right: float, y: float) -> None:
    """The span of the ruler, where nothing stands on it."""
    line = (
        f"M{n(left)},{n(y - 26)}v52M{n(left + 6)},{n(y)}H{n(right - 6)}M{n(right)},{n(y - 26)}v52"
        f"M{n(right - 38)},{n(y - 24)}L{n(right - 8)},{n(y)}l-30,24"
    )
    color = mix(dot_color(ground), ground.text, 0.1)
    grow = (Act(kind="wipe", toward=(1.0, 0.0), lasts_s=1.2),)
    area = Area(left - 12, y - 40, right - left + 24, 80)
    page.sketches.append(Sketch("span", drawn_line(line, color), area, 0.3, "subject", acts=grow))
