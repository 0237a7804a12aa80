"""The number: large, with its unit, and what it counts."""

from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known, place
from storyreel.assets.looks.editorial.grounds import choose
from storyreel.assets.looks.editorial.lettering import ITALIC, KICKER, NUMERAL
from storyreel.assets.looks.editorial.palette import Ground
from storyreel.assets.looks.editorial.scene import Focus, flat
from storyreel.assets.looks.editorial.shapes import LINE, circle, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    drawable,
    hero,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.counting import EASED, FEWEST, add_states
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.looks.editorial.templates.ways import grid_lines
from storyreel.assets.meaning import Pick, read
from storyreel.assets.numbers import Figure, first_figure

COUNTED_OBJECTS = 12
COUNTED_DOTS = 1000
MEASURES = frozenset(
    [
        "degrees",
        "degree",
        "percent",
        "%",
        "°",
        "metres",
        "meters",
        "kilometres",
        "kilometers",
        "km",
        "miles",
        "feet",
        "hertz",
        "volts",
        "watts",
        "kilograms",
        "kilos",
        "grams",
        "litres",
        "liters",
        "tonnes",
        "tons",
        "celsius",
        "fahrenheit",
    ]
)
"""Units of what is measured and not counted."""
MOST_IN_ROW = 4
"""Of counted things in a narrow frame."""


def number(work: Brief) -> Page:
    """The number of the line, large, with its unit, and what it counts below."""
    figure = _figure(work)
    if figure is None:
        return sentence(work)
    st, page = work.stage, Page(reason=f"number {figure.digits}; {work.reading.reason}")
    # The line above the number is small: it is not legible on red.
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time, avoid=("red",))
    picks = _counted_first(work, figure)
    focus = Focus(st.width * (0.8 if st.wide else 0.6), st.floor - 60, 230 if st.shape != "square" else 170)
    if not picks and not _countable(figure):
        focus = Focus(st.width * (0.82 if work.right or not st.wide else 0.7), st.floor + 40, 260)
    dotted = not picks and _countable(figure)
    plain = replace(work, mood=replace(work.mood, shape="none" if dotted else "plain"))
    scene = scene_of(plain, ground, focus, quiet=True)
    drawings, aura = _counted(work, page, ground, figure, picks)
    add_ground(page, scene, behind=grid_lines(work, ground) + aura)
    page.sketches += drawings
    add_floor(page, scene)
    _number_type(work, page, ground, figure)
    return page


def _figure(work: Brief) -> Figure | None:
    """The number of the shot: the reader's first, else the first of the words."""
    plain = first_figure(work.need.words)
    if not work.seen or not work.seen.figures:
        return plain
    read_ = work.seen.figures[0]
    before = plain.before if plain and plain.value == read_.amount else ""
    return Figure(read_.value, read_.amount, read_.unit, before)


def _word(work: Brief) -> int | None:
    return work.seen.figures[0].word if work.seen and work.seen.figures else None


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
        _numeral(work, page, ground, figure, base, size)
        if figure.unit:
            x = st.margin + NUMERAL.width(figure.digits, size) + gap
            add_line(page, "unit", figure.unit, x, base, ITALIC, unit, ground.accent, ground.color)
    else:
        size *= min(1.0, inner / NUMERAL.width(figure.digits, size))
        size = min(size, 260) if st.shape == "square" else size
        base = (220 if st.shape == "tall" else 150) + 0.78 * size
        _numeral(work, page, ground, figure, base, size)
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


def _numeral(work: Brief, page: Page, ground: Ground, figure: Figure, base: float, size: float) -> None:
    """The number itself: whole amounts count up."""
    x, word = work.stage.margin, _word(work)
    year = figure.whole and 1000 <= figure.value <= 2100 and "," not in figure.digits
    if figure.whole and figure.value >= FEWEST and not year and figure.digits.replace(",", "").isdigit():
        values = [round(figure.value * share) for share in EASED]
        states = [f"{value:,}" if "," in figure.digits else str(value) for value in values]
        states[-1] = figure.digits
    else:
        states = [figure.digits]
    add_states(page, states, x, base, size, ground.text, ground.color, word=word)


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
        extra = _dots(work, ground, int(figure.value), top) if st.wide and _countable(figure) else []
        return [*extra, placed.sketch], placed.aura
    if _countable(figure):
        return _dots(work, ground, int(figure.value), top, wide=True), ""
    return [], ""


def _countable(figure: Figure) -> bool:
    """Whether dots may stand for it: years of age, people, boats; not degrees, not a date."""
    unit = figure.unit.lower().split()
    return figure.whole and 2 <= figure.value <= COUNTED_DOTS and bool(unit) and not MEASURES & set(unit)


def _row(work: Brief, page: Page, pick: Pick, count: int, top: float) -> list[Sketch]:
    st = work.stage
    inner = st.width - 2 * st.margin
    rows = 1 if st.wide else -(-count // MOST_IN_ROW)
    cols = -(-count // rows)
    step, rise = min(inner / cols, 300), (st.floor + 12 - top) / rows
    page.objects.append(pick.name)
    foot, first = st.floor + 12, count - (rows - 1) * cols
    drawn = [""] * rows
    for k in range(count):
        # The row that is not full stands at the back.
        row, place_in_row = (0, k) if k < first else (1 + (k - first) // cols, (k - first) % cols)
        drawn[row] += place(
            pick.name,
            f"count{k:02d}",
            work.pal,
            x=st.margin + step * (0.5 + place_in_row),
            floor=foot - (rows - 1 - row) * rise,
            height=rise * (1.0 if rows == 1 else 0.8),
            width=step * 0.86,
            lit=not pick.denied,
            seed=work.seed,
            stands=True,
        ).sketch.svg
    svg = ""
    for row, things in enumerate(drawn):
        shelf = foot - (rows - 1 - row) * rise
        if row == rows - 1:
            svg += things
            continue
        above = rect(-40, -200, st.width + 80, shelf + 200)
        svg += f'<clipPath id="row{row}"><path d="{above}"/></clipPath>'
        svg += f'<g clip-path="url(#row{row})">{things}</g>'
        svg += flat(rect(st.margin, shelf - 4, cols * step, LINE, 5), work.pal.ink)
    area = Area(st.margin - 20, top - 30, cols * step + 40, st.floor + 120 - top)
    return [Sketch("counted", svg, area, 0.5, "subject")]


def _dots(work: Brief, ground: Ground, count: int, top: float, *, wide: bool = False) -> list[Sketch]:
    st = work.stage
    inner = (st.width - 2 * st.margin) * (0.56 if st.wide and not wide else 1.0)
    room = st.floor - top - 70
    cols = max(1, round((count * inner / room) ** 0.5))
    rows = -(-count // cols)
    step = min(inner / cols, room / rows, 92 if wide else 74)
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
