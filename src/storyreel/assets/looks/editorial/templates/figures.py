"""The number: large, with its unit, and what it counts or measures."""

import re
from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.compose import known
from storyreel.assets.looks.editorial.grounds import choose
from storyreel.assets.looks.editorial.lettering import ITALIC, KICKER, NUMERAL
from storyreel.assets.looks.editorial.palette import Ground
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    drawable,
    hero,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.counted import add_field, add_row, add_share
from storyreel.assets.looks.editorial.templates.counting import EASED, FEWEST, add_states
from storyreel.assets.looks.editorial.templates.measured import (
    FULL_DIAL,
    LEAVES,
    MOST_LEAVES,
    SHALLOW,
    WAYS,
    add_angle,
    add_dial,
    add_leaves,
    add_ruler,
)
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.looks.editorial.templates.ways import CLEAR_OF_BUTTONS, grid_lines
from storyreel.assets.meaning import Pick, read
from storyreel.assets.nouns import PEOPLE
from storyreel.assets.numbers import Figure, first_figure
from storyreel.assets.stems import stem

COUNTED_OBJECTS = 12
"""So many things are drawn large, each by itself."""
MEASURES = frozenset(
    ("degrees", "degree", "percent", "%", "°", "hertz", "volts", "watts", "kilograms", "kilos", "grams",
     "litres", "liters", "tonnes", "tons", "celsius", "fahrenheit", "knots", "pounds", "dollars", "euros")
)  # fmt: skip
"""Units of what is measured and not counted."""
WARM = re.compile(r"(?i)\b(celsius|fahrenheit|temperature|hot|cold|warm|heat|oven|freez\w*|boil\w*)\b")
"""Degrees of these are no angle."""
DRAWN_BESIDE = ("dial", "share", "thing")
"""Drawings that stand beside the number and not below it."""
BESIDE_LEAVES, BESIDE_THINGS = 6, 3
"""So many stand beside the number, large; more go below it."""
Drawing = str


def number(work: Brief) -> Page:
    """The number of the line, large, with its unit, and what it counts or measures."""
    figure = _figure(work)
    if figure is None:
        return sentence(work)
    st, page = work.stage, Page(reason=f"number {figure.digits}; {work.reading.reason}")
    # The line above the number is small: it is not legible on red.
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time, avoid=("red",))
    picks = _counted_first(work, figure)
    drawing = drawing_of(work, figure, picks)
    focus = Focus(st.width * (0.76 if st.wide else 0.58), st.floor - 190, 350 if st.wide else 250)
    if drawing == "none":
        focus = Focus(st.width * (0.84 if st.wide else 0.62), st.floor + 140, 470 if st.wide else 360)
    plain = replace(work, mood=replace(work.mood, shape="plain" if drawing in ("none", "thing") else "none"))
    scene = scene_of(plain, ground, focus, quiet=True)
    beside = drawing in DRAWN_BESIDE or (drawing == "leaves" and figure.value <= BESIDE_LEAVES)
    beside = beside or (drawing == "row" and figure.value <= BESIDE_THINGS)
    beside = beside or (drawing == "angle" and figure.value > SHALLOW)
    small = drawing in ("field", "row") or (drawing == "ruler" and bool(picks))
    foot = _number_type(work, words := Page(), ground, figure, beside=beside, small=small)
    free = max((area.right for area in words.words), default=0.0) + 60
    aura = _drawn(work, page, ground, figure, picks, drawing, (foot, free))
    drawings = page.sketches
    page.sketches = []
    add_ground(page, scene, behind=grid_lines(work, ground) + aura)
    page.sketches += drawings
    add_floor(page, scene)
    page.sketches += words.sketches
    page.words, page.inks = [*page.words, *words.words], [*page.inks, *words.inks]
    page.blocks += words.blocks
    return page


def drawing_of(work: Brief, figure: Figure, picks: list[Pick]) -> Drawing:
    """How an amount is drawn: by its unit, then by its size."""
    unit = set(figure.unit.lower().split())
    value, whole = figure.value, figure.whole
    if figure.digits[:1].isdigit() and re.search(r"\d\s*[–-]\s*\d", figure.digits):
        return "thing" if picks else "none"
    if unit & {"degree", "degrees"} and 0 < value <= 180 and not WARM.search(work.need.words):
        return "angle"
    if (unit & {"percent", "%"} or figure.digits.endswith("%")) and 0 < value <= 100:
        return "share"
    dial = next((FULL_DIAL[word] for word in sorted(unit) if word in FULL_DIAL), 0)
    if dial and 0 < value <= dial:
        return "dial"
    if unit & LEAVES and whole and 2 <= value <= MOST_LEAVES:
        return "leaves"
    if (unit & LEAVES or unit & WAYS) and value >= 2:
        return "ruler"
    if MEASURES & unit or not whole or value < 2 or figure.digits[:1] in "$£€" or dial:
        return "thing" if picks else "none"
    if picks and value <= COUNTED_OBJECTS:
        return "row"
    return "field" if picks or unit else "none"


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
    unit, things = figure.unit.lower(), drawable(work)
    counted = set(map(stem, unit.split()))
    said = [thing for thing in things if counted & set(map(stem, thing.word.lower().split()))]
    named = said or [pick for pick in read(unit).picks if known(pick.name)]
    if named and named[0].name in PEOPLE and figure.value > COUNTED_OBJECTS:
        # A crowd of drawn people says another number than the one that is said.
        return []
    return named or things


def _number_type(
    work: Brief, page: Page, ground: Ground, figure: Figure, *, beside: bool, small: bool
) -> float:
    """The number with its unit and the words before it; gives their foot."""
    st = work.stage
    inner = st.width - 2 * st.margin
    size, unit = (300.0 if small else 400.0, 132.0) if st.wide else (350.0, 84.0)
    top = 178.0 if st.wide else 200.0 if st.shape == "tall" else 122.0
    stacked = not st.wide
    if st.wide and not beside:
        gap = 40.0
        long_unit = gap + ITALIC.width(figure.unit, unit) if figure.unit else 0
        k = min(1.0, inner / (NUMERAL.width(figure.digits, size) + long_unit))
        size, unit = size * k, unit * k
        base = top + 0.78 * size
        _numeral(work, page, ground, figure, base, size)
        if figure.unit:
            x = st.margin + NUMERAL.width(figure.digits, size) + gap
            add_line(page, "unit", figure.unit, x, base, ITALIC, unit, ground.accent, ground.color)
    else:
        room = inner * 0.5 if st.wide else inner
        size = min(430.0 if st.wide else size, 430 * room / NUMERAL.width(figure.digits, 430))
        size = min(size, 230) if st.shape == "square" else size
        stacked = True
        base = top + 0.78 * size
        _numeral(work, page, ground, figure, base, size)
        if figure.unit:
            unit *= min(1.0, room / ITALIC.width(figure.unit, unit))
            base += unit * 1.08
            add_line(page, "unit", figure.unit, st.margin, base, ITALIC, unit, ground.accent, ground.color)
    if figure.before:
        kicker = 34 * min(
            1.0, (inner * 0.5 if beside and st.wide else inner) / KICKER.width(figure.before, 34)
        )
        if kicker >= 24:
            y = 140 if st.shape != "square" else 96
            add_line(page, "kicker", figure.before, st.margin, y, KICKER, kicker, ground.text, ground.color)
    return base + (unit * 0.26 if figure.unit and (stacked or "," not in figure.digits) else size * 0.16)


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


def _drawn(
    work: Brief,
    page: Page,
    ground: Ground,
    figure: Figure,
    picks: list[Pick],
    drawing: Drawing,
    edges: tuple[float, float],
) -> str:
    """The drawing of the number inside the `edges` of its type, foot and right; gives the light it throws."""
    st, word = work.stage, _word(work)
    right = st.width * CLEAR_OF_BUTTONS if st.shape == "tall" else st.width - st.margin
    foot, free = edges
    top = foot + (44 if st.shape != "tall" else 90)
    room = Area(st.margin, top, right - st.margin, st.floor - 34 - top)
    aside = Area(st.width * 0.52, 90, right - st.width * 0.52, st.floor - 150) if st.wide else room
    pick = picks[0] if picks else None
    if drawing == "angle":
        shallow = figure.value <= SHALLOW
        low = Area(st.margin, 120, right - st.margin, st.floor - 60 - 120) if st.wide and shallow else aside
        add_angle(work, page, ground, figure.value, low if st.wide else room, word)
    elif drawing == "share":
        add_share(work, page, ground, figure.value, aside, word)
    elif drawing == "dial":
        unit = next(w for w in figure.unit.lower().split() if w in FULL_DIAL)
        add_dial(work, page, ground, figure.value, unit, aside, word)
    elif drawing == "leaves":
        add_leaves(work, page, int(figure.value), aside if figure.value <= BESIDE_LEAVES else room, word)
    elif drawing == "ruler":
        add_ruler(work, page, ground, figure.value, room, word, pick, free if st.wide else 0.0)
    elif drawing == "field":
        add_field(work, page, ground, figure.value, room, pick, word)
    elif drawing == "row" and pick:
        add_row(work, page, pick, int(figure.value), aside if figure.value <= BESIDE_THINGS else room)
    elif drawing == "thing" and pick:
        x, height = st.width * (0.76 if st.wide else 0.58), (st.floor - 190 if st.wide else st.floor - top)
        width = st.width * (0.36 if st.wide else 0.66)
        placed = hero(work, page, ground, pick, x=x, height=height, width=width, top=60 if st.wide else top)
        page.sketches.append(placed.sketch)
        return placed.aura
    return ""
