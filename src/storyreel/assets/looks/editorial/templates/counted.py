"""What a number counts: that many things, or a field of small ones with what each stands for."""

from dataclasses import dataclass

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import place
from storyreel.assets.looks.editorial.lettering import PLAIN
from storyreel.assets.looks.editorial.palette import Ground, contrast, mix
from storyreel.assets.looks.editorial.scene import flat
from storyreel.assets.looks.editorial.shapes import LINE, circle, n, rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import add_line
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import Pick
from storyreel.assets.model import Act

MOST_IN_ROW = 4
"""Of counted things in a narrow frame."""
MOST_MARKS, FEWEST_MARKS = 60, 20
"""Small pictures in a field whose every picture stands for several."""
MOST_REAL = 2000
"""So many dots are drawn one by one."""
NOMINAL = 220.0
"""Height at which a mark is drawn once, before it is made small: its line grows thinner with it."""
FULLER = 0.8
"""Marks may be so much smaller for the sake of full rows."""
WAVES = 4
"""Groups in which a field comes in, from left to right."""


@dataclass(frozen=True)
class Field:
    """A field of marks: how many, the last one cut to its share, and what each stands for."""

    marks: float
    each: float

    @property
    def cells(self) -> int:
        """Marks with the one that is cut."""
        return int(self.marks) + (self.marks > int(self.marks))


def field_of(value: float, *, most: int = MOST_MARKS) -> Field:
    """A field of at most `most` marks: round steps first, such as show the value exactly first of all."""
    if value <= most:
        return Field(value, 1)
    steps = [digit * 10.0**power for digit in (1, 5, 2) for power in range(12)]
    fits = [step for step in steps if FEWEST_MARKS <= value / step <= most]
    exact = [step for step in fits if value % step == 0]
    each = (exact or fits)[0]
    return Field(value / each, each)


def columns(cells: int, room: Area) -> int:
    """Columns that make the cells of a room largest; full rows if that costs little."""

    def side(count: int) -> float:
        return min(room.width / count, room.height / -(-cells // count))

    best = max(range(1, cells + 1), key=lambda count: (side(count), -count))
    full = [c for c in range(1, cells + 1) if cells % c == 0 and side(c) >= FULLER * side(best)]
    return max(full, key=side) if full else best


def add_field(
    work: Brief, page: Page, ground: Ground, value: float, room: Area, pick: Pick | None, word: int | None
) -> None:
    """A field of small pictures, or of dots, that fills `room`; a legend where one stands for several."""
    drawing = _drawn_once(work, pick) if pick else ""
    field = field_of(value, most=MOST_REAL if pick is None else MOST_MARKS)
    if field.each > 1:
        if pick is None:
            field = field_of(value)
        _legend(work, page, ground, field, room, drawing)
        room = Area(room.x, room.y + 74, room.width, room.height - 74)
    cols = columns(field.cells, room)
    rows = -(-field.cells // cols)
    # Cells may be wider than high: the field runs from margin to margin.
    across, down = room.width / cols, room.height / rows
    across, down = min(across, down * 1.35), min(down, across * 1.35)
    left, top = room.x, room.foot - rows * down
    for wave in range(WAVES):
        low, high = (cols * k // WAVES for k in (wave, wave + 1))
        svg = ""
        for k in range(field.cells):
            row, col = divmod(k, cols)
            if low <= col < high:
                share = min(field.marks - k, 1.0)
                box = Area(left + col * across, top + row * down, across, down)
                svg += _mark(work, ground, box, drawing, share, first=k == 0)
        if not svg:
            continue
        area = Area(left + low * across - 8, top - 8, (high - low) * across + 16, rows * down + 16)
        acts = (Act(kind="pop", word=word, delay_s=0.22 * wave, lasts_s=0.35),)
        page.sketches.append(Sketch(f"field{wave}", svg, area, 0.3, "subject", acts=acts))
    if pick:
        page.objects.append(pick.name)
    page.blocks.append(Block("field", "prop", Area(left, top, cols * across, rows * down), "field0"))


def _drawn_once(work: Brief, pick: Pick) -> str:
    """The thing about the middle of its cell, at its nominal size."""
    placed = place(
        pick.name, "mark", work.pal, x=0, floor=NOMINAL / 2, height=NOMINAL, width=NOMINAL * 1.15,
        lit=not pick.denied, seed=work.seed, stands=True,
    )  # fmt: skip
    return placed.sketch.svg


def _mark(work: Brief, ground: Ground, box: Area, drawing: str, share: float, *, first: bool) -> str:
    """One mark of a field, a drawing or a dot; the first dot is hot, as it is the one the others repeat."""
    if not drawing:
        r = min(box.width, box.height) * 0.4
        color = work.pal.sun if first and contrast(work.pal.sun, ground.color) > 1.4 else dot_color(ground)
        return flat(circle(box.center, box.middle, r * share**0.5), color)
    k = min(box.width / 1.15, box.height) * 0.88 / NOMINAL
    placed = f'<g transform="translate({n(box.center)},{n(box.middle)}) scale({k:.4f})">{drawing}</g>'
    if share >= 1:
        return placed
    cut = rect(box.x, box.y, box.width * share, box.height)
    return f'<clipPath id="cut"><path d="{cut}"/></clipPath><g clip-path="url(#cut)">{placed}</g>'


def dot_color(ground: Ground) -> str:
    """A colour of dots that is seen on the ground."""
    return next(
        (c for c in (ground.dots, ground.accent, ground.text) if contrast(c, ground.color) > 1.6), ground.text
    )


def _legend(work: Brief, page: Page, ground: Ground, field: Field, room: Area, drawing: str) -> None:
    """`[mark] = 500`, over the field."""
    box = Area(room.x, room.y, 56, 56)
    svg = _mark(work, ground, box, drawing, 1.0, first=False)
    page.sketches.append(Sketch("legend-mark", svg, box.grown(8), 0.2, "subject"))
    text = f"= {field.each:,.0f}"
    add_line(page, "legend", text, box.right + 16, box.middle + 14, PLAIN, 40, ground.text, ground.color)


def add_row(work: Brief, page: Page, pick: Pick, count: int, room: Area) -> None:
    """A few things, large, side by side on the floor; in narrow frames in rows on shelves."""
    st, top = work.stage, room.y
    rows = 1 if st.wide else -(-count // MOST_IN_ROW)
    cols = -(-count // rows)
    step, rise = room.width / cols, (st.floor + 12 - top) / rows
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
            x=room.x + step * (0.5 + place_in_row),
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
        svg += flat(rect(room.x, shelf - 4, cols * step, LINE, 5), work.pal.ink)
    area = Area(room.x - 20, top - 30, cols * step + 40, st.floor + 120 - top)
    page.sketches.append(Sketch("counted", svg, area, 0.5, "subject"))


def add_share(work: Brief, page: Page, ground: Ground, share: float, room: Area, word: int | None) -> None:
    """A percentage: a hundred discs, so many of them hot."""
    side = min(room.width, room.height) / 10
    left, top = room.right - 10 * side, room.y + (room.height - 10 * side) / 2
    if not work.stage.wide:
        left = room.x + (room.width - 10 * side) / 2
    pale = mix(ground.color, ground.text, 0.16)
    parts = {"rest": "", "part": ""}
    for k in range(100):
        x, y = left + (k // 10 + 0.5) * side, top + (9 - k % 10 + 0.5) * side
        hot = min(max(share - k, 0.0), 1.0)
        parts["rest"] += flat(circle(x, y, side * 0.4), pale)
        if hot:
            parts["part"] += flat(circle(x, y, side * 0.4 * hot**0.5), dot_color(ground))
    area = Area(left, top, 10 * side, 10 * side)
    grow = (Act(kind="wipe", toward=(1.0, 0.0), word=word, lasts_s=0.9),)
    page.sketches.append(Sketch("rest", parts["rest"], area.grown(4), 0.25, "subject"))
    page.sketches.append(Sketch("part", parts["part"], area.grown(4), 0.25, "subject", acts=grow))
    page.blocks.append(Block("share", "prop", area, "rest"))
