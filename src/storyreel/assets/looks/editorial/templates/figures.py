"""Templates about amounts: a number, a list."""

from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known, place
from storyreel.assets.looks.editorial.grounds import choose, fixed
from storyreel.assets.looks.editorial.lettering import DISPLAY, ITALIC, KICKER, NUMERAL, fit
from storyreel.assets.looks.editorial.moods import MOODS
from storyreel.assets.looks.editorial.palette import Ground
from storyreel.assets.looks.editorial.scene import Focus, flat
from storyreel.assets.looks.editorial.shapes import LINE, arch, circle, halftone, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    add_type,
    drawable,
    hero,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.meaning import Pick, read
from storyreel.assets.nouns import PRONOUNS
from storyreel.assets.numbers import Figure, first_figure, list_parts

COUNTED_OBJECTS = 12
COUNTED_DOTS = 400
TALLEST_CELL = 1.5
"""Height of an arch over its width, at most."""


def number(work: Brief) -> Page:
    """The number of the line, large, with its unit, and what it counts below."""
    figure = first_figure(work.need.words)
    if figure is None:
        return sentence(work)
    st, page = work.stage, Page(reason=f"number {figure.digits}; {work.reading.reason}")
    # The line above the number is small: it is not legible on red.
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time, avoid=("red",))
    picks = _counted_first(work, figure)
    focus = Focus(st.width * (0.78 if st.wide else 0.6), st.floor - 190, 250)
    scene = scene_of(work, ground, focus, quiet=True)
    drawings, aura = _counted(work, page, ground, figure, picks)
    add_ground(page, scene, behind=_grid(work, ground) + aura)
    page.sketches += drawings
    add_floor(page, scene)
    _number_type(work, page, ground, figure)
    return page


def _counted_first(work: Brief, figure: Figure) -> list[Pick]:
    """The counted thing if it can be drawn, then the others of the line."""
    unit = [pick for pick in read(figure.unit).picks if known(pick.name)]
    return unit or drawable(work)


def _number_type(work: Brief, page: Page, ground: Ground, figure: Figure) -> None:
    st = work.stage
    inner = st.width - 2 * st.margin
    size, unit = (390.0, 150.0) if st.wide else (370.0, 84.0)
    if st.wide:
        gap = 40.0
        total = NUMERAL.width(figure.digits, size) + (
            gap + ITALIC.width(figure.unit, unit) if figure.unit else 0
        )
        k = min(1.0, inner / total)
        size, unit = size * k, unit * k
        base = 190 + 0.78 * size
        add_line(page, "number", figure.digits, st.margin, base, NUMERAL, size, ground.text, ground.color)
        if figure.unit:
            x = st.margin + NUMERAL.width(figure.digits, size) + gap
            add_line(page, "unit", figure.unit, x, base, ITALIC, unit, ground.accent, ground.color)
    else:
        size *= min(1.0, inner / NUMERAL.width(figure.digits, size))
        size = min(size, 260) if st.shape == "square" else size
        base = (220 if st.shape == "tall" else 150) + 0.78 * size
        add_line(page, "number", figure.digits, st.margin, base, NUMERAL, size, ground.text, ground.color)
        if figure.unit:
            unit *= min(1.0, inner / ITALIC.width(figure.unit, unit))
            add_line(
                page,
                "unit",
                figure.unit,
                st.margin,
                base + unit * 1.1,
                ITALIC,
                unit,
                ground.accent,
                ground.color,
            )
    if figure.before:
        kicker = 34 * min(1.0, inner / KICKER.width(figure.before, 34))
        if kicker >= 22:
            add_line(
                page,
                "kicker",
                figure.before,
                st.margin,
                140 if st.shape != "square" else 100,
                KICKER,
                kicker,
                ground.text,
                ground.color,
            )


def _counted(
    work: Brief, page: Page, ground: Ground, figure: Figure, picks: list[Pick]
) -> tuple[list[Sketch], str]:
    """What the number counts: that many objects, that many dots, or one object for a large amount."""
    st = work.stage
    top = 600 if st.wide else 780 if st.shape == "tall" else 500
    if picks and 2 <= figure.value <= COUNTED_OBJECTS and figure.whole:
        return _row(work, page, picks[0], int(figure.value), top), ""
    if picks:
        height = min(st.floor - 500, 420.0) if st.wide else st.floor - top
        placed = hero(
            work,
            page,
            ground,
            picks[0],
            x=st.width * (0.8 if st.wide else 0.6),
            height=height,
            width=520,
            top=top,
        )
        extra = (
            _dots(work, ground, int(figure.value), top)
            if st.wide and figure.whole and 2 <= figure.value <= COUNTED_DOTS
            else []
        )
        return [*extra, placed.sketch], placed.aura
    if figure.whole and 2 <= figure.value <= COUNTED_DOTS:
        return _dots(work, ground, int(figure.value), top), ""
    return [], ""


def _row(work: Brief, page: Page, pick: Pick, count: int, top: float) -> list[Sketch]:
    st = work.stage
    inner = st.width - 2 * st.margin
    step = min(inner / count, 300)
    left = st.margin + step / 2
    page.objects.append(pick.name)
    out: list[Sketch] = []
    for k in range(count):
        placed = place(
            pick.name,
            f"count{k:02d}",
            work.pal,
            x=left + k * step,
            floor=st.floor + 12,
            height=st.floor - top,
            width=step * 0.86,
            lit=not pick.denied,
            seed=work.seed,
            stands=True,
        )
        out.append(placed.sketch)
    svg = "".join(sketch.svg for sketch in out)
    area = Area(
        out[0].area.x,
        min(s.area.y for s in out),
        out[-1].area.right - out[0].area.x,
        st.floor + 90 - min(s.area.y for s in out),
    )
    return [Sketch("counted", svg, area, 0.5, "subject")]


def _dots(work: Brief, ground: Ground, count: int, top: float) -> list[Sketch]:
    st = work.stage
    inner = (st.width - 2 * st.margin) * (0.56 if st.wide else 1.0)
    room = st.floor - top - 70
    cols = max(1, round((count * inner / room) ** 0.5))
    rows = -(-count // cols)
    step = min(inner / cols, room / rows, 74)
    d = "".join(
        circle(st.margin + (k % cols + 0.5) * step, top + (k // cols + 0.5) * step, step * 0.34)
        for k in range(count)
    )
    area = Area(st.margin - 4, top - 4, cols * step + 8, rows * step + 8)
    return [
        Sketch(
            "dots", flat(d, ground.dots if ground.dots != ground.color else ground.text), area, 0.3, "subject"
        )
    ]


def _grid(work: Brief, ground: Ground) -> str:
    st = work.stage
    lines = "".join(f"M{x},-10V{st.height:.0f}" for x in range(0, int(st.width) + 60, 60))
    lines += "".join(f"M-10,{y}H{st.width:.0f}" for y in range(0, int(st.height) + 60, 60))
    return f'<path d="{lines}" stroke="{ground.text}" stroke-width="2" opacity="0.12" fill="none"/>'


def listing(work: Brief) -> Page:
    """Up to four things, each in its arch with its name."""
    heading, items = list_parts(work.need.words)
    if len(items) < 2:
        return sentence(work)
    items = items[:4]
    st, page = work.stage, Page(reason=f"list of {len(items)}")
    ground = fixed(work.pal, work.need.position, "paper", "sky")
    plain = replace(work, mood=MOODS[""])
    scene = scene_of(plain, ground, Focus(st.width * 0.5, -400, 120), quiet=True, on="list")
    add_ground(page, scene)
    top = _heading(work, page, ground, heading)
    if st.shape == "tall":
        cells = _cells(
            st.margin,
            st.width - st.margin,
            top,
            st.floor - 60,
            len(items),
            per_row=1 if len(items) == 3 else 2,
        )
    else:
        cells = _cells(st.margin, st.width - st.margin, top, st.floor - 34, len(items), per_row=4)
    for index, (item, cell) in enumerate(zip(items, cells, strict=True)):
        _cell(work, page, ground, item, cell, index)
    add_floor(page, scene)
    return page


def _heading(work: Brief, page: Page, ground: Ground, heading: str) -> float:
    st = work.stage
    top = 84.0 if st.wide else 150.0 if st.shape == "tall" else 70.0
    if not heading:
        return top
    area = Area(st.margin, top, st.width - 2 * st.margin, 240 if st.shape == "tall" else 120)
    setting = fit(
        heading, DISPLAY, area, largest=112, smallest=48, leading=1.0, lines=2 if st.shape == "tall" else 1
    )
    return add_type(page, "heading", setting, area.x, area.y, ground.text, ground.color) + 34


def _cells(left: float, right: float, top: float, foot: float, count: int, *, per_row: int) -> list[Area]:
    rows = -(-count // per_row)
    cols = -(-count // rows)
    gap = 54.0 if per_row == 4 else 40.0
    width = min((right - left - gap * (cols - 1)) / cols, 560 if per_row > 1 else right - left)
    height = (foot - top - gap * 0.4 * (rows - 1)) / rows
    return [
        Area(left + (k % cols) * (width + gap), top + (k // cols) * (height + gap * 0.4), width, height)
        for k in range(count)
    ]


def _cell(work: Brief, page: Page, ground: Ground, item: str, cell: Area, index: int) -> None:
    pal = work.pal
    fill = (pal.teal, pal.red, pal.ink, pal.sun)[index % 4]
    dots = (pal.sun, pal.sun, pal.teal, pal.red)[index % 4]
    label, rows = (62.0, 1) if work.stage.wide else (50.0, 1 if work.stage.shape == "tall" else 2)
    height = min(cell.height - label * (0.55 + rows), cell.width * TALLEST_CELL)
    body = Area(cell.x, cell.foot - label * (0.55 + rows) - height, cell.width, height)
    shape = _cell_shape(body)
    ramp = halftone(body.x, body.y, body.width, body.height, lambda _, v: v * 0.9 - 0.35, step=23)
    svg = (
        f'<path d="{shape}" fill="{fill}"/><clipPath id="cell{index}"><path d="{shape}"/></clipPath>'
        f'<g clip-path="url(#cell{index})"><path d="{ramp}" fill="{dots}" opacity="0.85"/></g>'
    )
    pick = next((p for p in read(item).picks if known(p.name) and p.word not in PRONOUNS), None)
    if pick:
        placed = place(
            pick.name,
            f"item{index}",
            pal,
            x=body.center,
            floor=body.foot - LINE / 2,
            height=body.height * 0.74,
            width=body.width * 0.72,
            lit=not pick.denied,
            seed=work.seed,
            stands=True,
        )
        svg += f'<g clip-path="url(#cell{index})">{placed.sketch.svg}</g>'
        page.objects.append(pick.name)
    svg += f'<path d="{rect(body.x - 10, body.foot - 4, body.width + 20, LINE, 5)}" fill="{pal.ink}"/>'
    page.sketches.append(
        Sketch(
            f"cell{index}",
            svg,
            Area(body.x - 14, body.y - 8, body.width + 28, body.height + 22),
            0.3,
            "subject",
        )
    )
    if not pick:
        _big_index(page, body, index, fill, pal.ink if fill == pal.sun else pal.paper)
    room = Area(body.x, body.foot + 26, body.width, label * (0.3 + rows))
    setting = fit(item, DISPLAY, room, largest=label, smallest=30, leading=1.0, lines=rows)
    add_type(
        page,
        f"label{index}",
        setting,
        body.x,
        body.foot + 26 + (label - setting.size) * 0.4,
        ground.text,
        ground.color,
    )


def _big_index(page: Page, body: Area, index: int, fill: str, ink: str) -> None:
    size = min(body.height * 0.6, body.width * 0.7)
    add_line(
        page,
        f"index{index}",
        str(index + 1),
        body.center,
        body.y + body.height * 0.56 + size * 0.36,
        NUMERAL,
        size,
        ink,
        fill,
        anchor="middle",
    )


def _cell_shape(body: Area) -> str:
    if body.height > body.width * 0.75:
        return arch(body.x, body.y, body.width, body.height)
    r = body.height * 0.42
    return (
        f"M{body.x:.1f},{body.foot:.1f}V{body.y + r:.1f}"
        f"a{r:.1f},{r:.1f} 0 0 1 {r:.1f},{-r:.1f}H{body.right - r:.1f}"
        f"a{r:.1f},{r:.1f} 0 0 1 {r:.1f},{r:.1f}V{body.foot:.1f}z"
    )
