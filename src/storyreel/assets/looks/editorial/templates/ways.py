"""Templates that go from one thing to the next: process, timeline."""
# ruff: noqa: E501  # rows of SVG read worse when they are broken

from itertools import pairwise

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known
from storyreel.assets.looks.editorial.grounds import fixed
from storyreel.assets.looks.editorial.lettering import DISPLAY, ITALIC, NUMERAL, fit
from storyreel.assets.looks.editorial.palette import Ground, contrast
from storyreel.assets.looks.editorial.scene import drawn_line, flat
from storyreel.assets.looks.editorial.shapes import LINE, circle, halftone, n, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.acting import coin, coin_colors
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    add_type,
    bare_scene,
)
from storyreel.assets.looks.editorial.templates.listing import thing_of
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import read
from storyreel.assets.model import Act
from storyreel.assets.reading import Figure

MOST_STOPS = 5
CLEAR_OF_BUTTONS = 0.87
"""Share of a tall frame's width that no platform draws its buttons over."""


def heading_on(work: Brief, page: Page, ground: Ground, text: str) -> float:
    """A heading across the top; gives where the rest begins."""
    st = work.stage
    top = 78.0 if st.wide else 150.0 if st.shape == "tall" else 64.0
    if not text:
        return top + (30 if st.shape != "tall" else 0)
    area = Area(st.margin, top, st.width - 2 * st.margin, 230 if st.shape == "tall" else 120)
    lines = 2 if st.shape == "tall" else 1
    setting = fit(text, DISPLAY, area, largest=118, smallest=52, leading=1.0, lines=lines)
    return add_type(page, "heading", setting, area.x, area.y, ground.text, ground.color) + 34


def process(work: Brief) -> Page:
    """Steps as coins on a band, in order, each with its name."""
    items = work.seen.items[:MOST_STOPS] if work.seen else ()
    if len(items) < 2:
        return sentence(work)
    pal, page = work.pal, Page(reason=f"process of {len(items)}; {work.reading.reason}")
    ground = fixed(pal, work.need.position, "paper", "sky")
    scene = bare_scene(work, ground)
    spots = _stops(work, len(items))
    r = _coin_radius(work, len(items))
    add_ground(page, scene, behind=_band(work, spots, r))
    heading_on(work, page, ground, (work.seen.heading if work.seen else ""))
    colors = coin_colors(pal)
    for k, (item, (x, y)) in enumerate(zip(items, spots, strict=True)):
        arrow = _arrow(work, spots[k - 1], (x, y), r) if k else ""
        svg = arrow + coin(work, page, f"step{k}", x, y, r, thing_of(item), colors[k % 4], str(k + 1))
        reach = Area(min(x, spots[k - 1][0] if k else x) - r - 20, min(y, spots[k - 1][1] if k else y) - r - 20,
                     abs(x - (spots[k - 1][0] if k else x)) + 2 * r + 40,
                     abs(y - (spots[k - 1][1] if k else y)) + 2 * r + 40)  # fmt: skip
        acts = (Act(kind="pop", word=item.word, lasts_s=0.4),)
        page.sketches.append(Sketch(f"step{k}", svg, reach, 0.3, "subject", acts=acts))
        page.blocks.append(Block(f"step{k}", "prop", Area(x - r, y - r, 2 * r, 2 * r), f"step{k}"))
    _labels(work, page, ground, [(item.text, item.word) for item in items], spots, r)
    add_floor(page, scene)
    return page


def _coin_radius(work: Brief, count: int) -> float:
    st = work.stage
    if st.shape == "tall":
        return min(118.0, (st.floor - 420) / count / 2 - 20)
    headed = work.seen and work.seen.heading
    return min(150.0 if headed or not st.wide else 196.0, (st.width - 2 * st.margin) / count / 2 - 26)


def _stops(work: Brief, count: int) -> list[tuple[float, float]]:
    """Centres of the coins: along a line, down a tall frame."""
    st, r = work.stage, _coin_radius(work, count)
    if st.shape == "tall":
        top, foot = 420 + r, st.floor - 50 - r
        step = (foot - top) / max(count - 1, 1)
        return [(st.margin + r + 20, top + k * step) for k in range(count)]
    step = (st.width - 2 * st.margin) / count
    y = st.floor * ((0.52 if work.seen and work.seen.heading else 0.42) if st.wide else 0.55)
    return [(st.margin + step * (k + 0.5), y) for k in range(count)]


def _band(work: Brief, spots: list[tuple[float, float]], r: float) -> str:
    st, pal = work.stage, work.pal
    if st.shape == "tall":
        x = spots[0][0]
        shape, box = rect(x - r * 0.55, -20, r * 1.1, st.floor + 60), (x - r, 0.0, 2 * r, st.floor)
        dots = halftone(*box, lambda _, v: v * 0.9 - 0.3, step=22)
    else:
        y = spots[0][1]
        shape, box = rect(-20, y - r * 0.55, st.width + 40, r * 1.1), (0.0, y - r, st.width, 2 * r)
        dots = halftone(*box, lambda u, _: u * 0.9 - 0.35, step=22)
    return flat(shape, pal.sun) + (
        f'<clipPath id="band"><path d="{shape}"/></clipPath><g clip-path="url(#band)">{flat(dots, pal.red)}</g>'
    )


def _arrow(work: Brief, start: tuple[float, float], end: tuple[float, float], r: float) -> str:
    """A short arrow midway between two coins."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    far = (dx * dx + dy * dy) ** 0.5
    ux, uy = dx / far, dy / far
    half = min((far - 2 * r) * 0.32, 30)
    if half < 12:
        return ""
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    ax, ay, bx, by = mx - ux * half, my - uy * half, mx + ux * half, my + uy * half
    h = half * 0.75
    d = f"M{n(ax)},{n(ay)}L{n(bx)},{n(by)}M{n(bx - ux * h - uy * h)},{n(by - uy * h + ux * h)}L{n(bx)},{n(by)}"
    d += f"L{n(bx - ux * h + uy * h)},{n(by - uy * h - ux * h)}"
    return drawn_line(d, work.pal.ink, LINE)


def _labels(
    work: Brief,
    page: Page,
    ground: Ground,
    texts: list[tuple[str, int]],
    spots: list[tuple[float, float]],
    r: float,
) -> None:
    st = work.stage
    tall = st.shape == "tall"
    step = (st.width - 2 * st.margin) / len(texts)
    rooms = [
        Area(x + r + 56, y - r, st.width * CLEAR_OF_BUTTONS - x - r - 56, 2 * r) if tall
        else Area(x - step / 2 + 10, y + r + 30, step - 20, st.floor - y - r - 60)
        for x, y in spots
    ]  # fmt: skip
    settings = [
        fit(
            text, DISPLAY, room, largest=74 if tall else 64, smallest=28, leading=1.04, lines=4 if tall else 6
        )
        for (text, _), room in zip(texts, rooms, strict=True)
    ]
    size = min(setting.size for setting in settings)
    for k, ((text, word), room) in enumerate(zip(texts, rooms, strict=True)):
        setting = fit(text, DISPLAY, room, largest=size, smallest=size, leading=1.04, lines=4 if tall else 6)
        shown = (Act(kind="fade", word=word, delay_s=0.15),)
        y = room.middle - setting.height / 2 if tall else room.y
        x, anchor = (room.x, "start") if tall else (room.center, "middle")
        add_type(page, f"label{k}", setting, x, y, ground.text, ground.color, acts=shown, anchor=anchor)


def timeline(work: Brief) -> Page:
    """Years on one axis at true scale, what happened beside each."""
    figures = tuple(f for f in (work.seen.figures if work.seen else ()) if f.amount)
    figures = tuple(sorted(figures[:MOST_STOPS], key=lambda f: f.amount))
    if len(figures) < 2:
        return sentence(work)
    page = Page(reason=f"timeline of {len(figures)} years; {work.reading.reason}")
    ground = fixed(work.pal, work.need.position, "paper", "sky")
    scene = bare_scene(work, ground)
    spots = _years(work, [f.amount for f in figures])
    add_ground(page, scene, behind=grid_lines(work, ground))
    heading_on(work, page, ground, work.seen.heading if work.seen else "")
    _axis(work, page, ground, spots)
    slot = min(b[0] - a[0] for a, b in pairwise(spots)) - 20
    for k, (figure, (x, y)) in enumerate(zip(figures, spots, strict=True)):
        _event(work, page, ground, figure, k, x, y, slot)
    add_floor(page, scene)
    return page


def _years(work: Brief, years: list[float]) -> list[tuple[float, float]]:
    """Places on the axis at true scale, but never so near that their names would touch."""
    st, tall = work.stage, work.stage.shape == "tall"
    low, high = (440.0, st.floor - 130) if tall else (st.margin + 110, st.width - st.margin - 150)
    span = (years[-1] - years[0]) or 1.0
    gap = (high - low) / max(len(years) - 1, 1) * (0.8 if tall else 0.72 if st.wide else 0.96)
    at = [low + (high - low) * (year - years[0]) / span for year in years]
    for k in range(1, len(at)):
        at[k] = max(at[k], at[k - 1] + gap)
    over = max(at[-1] - high, 0.0)
    for k in range(len(at) - 1, -1, -1):
        limit = high if k == len(at) - 1 else at[k + 1] - gap
        at[k] = min(at[k], limit) if over else at[k]
    axis = st.margin + 60 if tall else st.floor * (0.76 if st.wide else 0.78)
    return [(axis, v) if tall else (v, axis) for v in at]


def _axis(work: Brief, page: Page, ground: Ground, spots: list[tuple[float, float]]) -> None:
    st, tall = work.stage, work.stage.shape == "tall"
    (x0, y0), (x1, y1) = spots[0], spots[-1]
    line = f"M{n(x0)},380V{n(st.floor + 20)}" if tall else f"M-20,{n(y0)}H{n(st.width + 20)}"
    ticks = circle(x0, y0, 0.5)
    for k in range(1, 20):
        x, y = x0 + (x1 - x0) * k / 20, y0 + (y1 - y0) * k / 20
        ticks += f"M{n(x - 12)},{n(y)}h24" if tall else f"M{n(x)},{n(y - 12)}v24"
    area = Area(x0 - 40, 360, 80, st.floor - 330) if tall else Area(0, y0 - 40, st.width, 80)
    svg = drawn_line(line, ground.text, LINE) + drawn_line(ticks, ground.text, 5)
    acts = (Act(kind="wipe", toward=(0.0, 1.0) if tall else (1.0, 0.0), lasts_s=1.0),)
    page.sketches.append(Sketch("axis", svg, area, 0.2, "subject", acts=acts))


def _event(
    work: Brief, page: Page, ground: Ground, figure: Figure, k: int, x: float, y: float, width: float
) -> None:
    st, pal, tall = work.stage, work.pal, work.stage.shape == "tall"
    acts = (Act(kind="pop", word=figure.word, lasts_s=0.4),)
    shown = (Act(kind="fade", word=figure.word, delay_s=0.1),)
    picks = [p for p in read(figure.label).picks if known(p.name)] if figure.label else []
    picks = picks or [p for p in work.reading.picks if known(p.name)][k : k + 1]
    r = 34.0
    dot = flat(circle(x, y, r), pal.red if k % 2 == 0 else pal.sun) + drawn_line(
        circle(x, y, r), pal.ink, LINE
    )
    page.sketches.append(Sketch(f"dot{k}", dot, Area(x - 50, y - 50, 100, 100), 0.3, "subject", acts=acts))
    if tall:
        size = 84.0
        add_line(
            page,
            f"year{k}",
            figure.value,
            x + 80,
            y + size * 0.28,
            NUMERAL,
            size,
            ground.text,
            ground.color,
            acts=shown,
        )
        left = x + 80 + NUMERAL.width(figure.value, size) + 36
        room = Area(left, y - 70, st.width * CLEAR_OF_BUTTONS - left, 140)
        if figure.label and room.width > 150:
            label = fit(figure.label, ITALIC, room, largest=46, smallest=30, leading=1.06, lines=3)
            add_type(
                page, f"event{k}", label, room.x, y - label.height / 2, ground.text, ground.color, acts=shown
            )
        return
    size = min(124.0 if st.wide else 80.0, (width - 10) / NUMERAL.width(figure.value, 1.0))
    add_line(page, f"year{k}", figure.value, x, y + 56 + size * 0.78, NUMERAL, size, ground.text, ground.color,
             anchor="middle", acts=shown)  # fmt: skip
    foot = y - 66.0
    if figure.label:
        across = min(width, 560.0)
        room = Area(x - across / 2, 0, across, 250)
        label = fit(
            figure.label, ITALIC, room, largest=76 if st.wide else 42, smallest=30, leading=1.06, lines=3
        )
        stem = (130.0 if k % 2 else 40.0) if st.wide and not picks else 0.0
        foot -= label.height + stem
        if stem:
            pole = drawn_line(f"M{n(x)},{n(y - r)}V{n(y - 40 - stem)}", ground.text, LINE * 0.7)
            area = Area(x - 20, y - 60 - stem, 40, stem + 60)
            page.sketches.append(Sketch(f"stem{k}", pole, area, 0.25, "subject", acts=acts))
        half = label.width / 2
        at = min(max(x, st.margin + half), st.width - st.margin - half)
        add_type(page, f"event{k}", label, at, foot, ground.text, ground.color, acts=shown, anchor="middle")
    radius = min(128.0, width * 0.36, (foot - 250) / 2)
    if picks and radius > 50:
        svg = coin(work, page, f"mark{k}", x, foot - 30 - radius, radius, picks[0], coin_colors(pal)[k % 4])
        area = Area(x - radius - 20, foot - 50 - 2 * radius, 2 * radius + 40, 2 * radius + 50)
        page.sketches.append(Sketch(f"mark{k}", svg, area, 0.4, "subject", acts=acts))


def grid_lines(work: Brief, ground: Ground) -> str:
    """Squared paper, fainter where the type has little contrast to spare."""
    st = work.stage
    lines = "".join(f"M{x},-10V{st.height:.0f}" for x in range(0, int(st.width) + 60, 60))
    lines += "".join(f"M-10,{y}H{st.width:.0f}" for y in range(0, int(st.height) + 60, 60))
    faint = 0.1 if contrast(ground.text, ground.color) > 6 else 0.05
    return f'<path d="{lines}" stroke="{ground.text}" stroke-width="2" opacity="{faint}" fill="none"/>'
