"""The people chart: N of M as real faces in discs, and a crowd too large to stand."""
# rows of SVG read worse when they are broken

import hashlib

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.grounds import fixed
from storyreel.assets.looks.editorial.lettering import DISPLAY, NUMERAL, fit
from storyreel.assets.looks.editorial.palette import Ground, contrast, mix
from storyreel.assets.looks.editorial.people.actor import Standing, actor
from storyreel.assets.looks.editorial.people.guess import guessed
from storyreel.assets.looks.editorial.scene import flat
from storyreel.assets.looks.editorial.shapes import circle
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import add_floor, add_ground, add_type, bare_scene
from storyreel.assets.looks.editorial.templates.counting import add_count, said
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.model import Act
from storyreel.assets.reading import Person

MOST_DISCS = 40
FULL_ROWS = 0.75
"""Discs may be so much smaller for the sake of full rows."""


def member(work: Brief, key: str) -> Person:
    """Somebody of a crowd, by place: no two alike beside each other."""
    digest = hashlib.sha256(f"{work.seed}|{key}".encode()).hexdigest()[:6]
    return guessed("", mood=work.mood_name, key=digest)


def people_chart(work: Brief) -> Page:
    """N of M: that many people in full colour among all of them."""
    figures = work.seen.figures if work.seen else ()
    if len(figures) < 2:
        return sentence(work)
    part, whole = figures[0], figures[1]
    lit, total = int(part.amount), int(whole.amount)
    if not 0 < lit <= total <= MOST_DISCS:
        return sentence(work)
    page = Page(reason=f"people chart: {lit} of {total}; {work.reading.reason}")
    label = whole.unit or part.unit or part.label
    return _discs(work, page, lit, total, f"of {total} {label}".strip(), part.word)


def heads(work: Brief, page: Page, count: int) -> Page:
    """A crowd too large to stand: a grid of heads, and the number."""
    shown = min(count, MOST_DISCS)
    return _discs(work, page, shown, shown, "people", 0, number=count)


def _discs(work: Brief, page: Page, lit: int, total: int, below: str, word: int, *, number: int = 0) -> Page:
    st, pal = work.stage, work.pal
    ground = fixed(pal, work.need.position, "sun", "sky")
    add_ground(page, bare_scene(work, ground))
    grid = _grid_area(work)
    cols = _columns(total, grid)
    rows = -(-total // cols)
    cell = min(grid.width / cols, grid.height / rows)
    left = (
        grid.right - cols * cell
        if st.wide and work.right
        else grid.x + (0 if st.wide else (grid.width - cols * cell) / 2)
    )
    top = grid.y + (grid.height - rows * cell) / 2
    fills = [c for c in (pal.red, pal.teal, pal.paper, pal.ink) if contrast(c, ground.color) > 1.4]
    groups: dict[str, str] = {}
    for k in range(total):
        row, col = (k % rows, k // rows) if total % rows == 0 else (k // cols, k % cols)
        x, y = left + (col + 0.5) * cell, top + (row + 0.5) * cell
        key = "rest" if k >= lit else f"lit{min(k * 3 // max(lit, 1), 2)}"
        fill = mix(ground.color, pal.red, 0.16) if k >= lit else fills[(k + k // rows) % len(fills)]
        groups[key] = groups.get(key, "") + _disc(work, k, x, y, cell * 0.455, fill, dim=k >= lit)
    area = Area(left, top, cols * cell, rows * cell)
    for order, key in enumerate(sorted(groups, key=lambda g: g != "rest")):
        delay = 0.0 if key == "rest" else int(key[3:]) * 0.35
        acts = () if key == "rest" else (Act(kind="pop", word=word, delay_s=delay, lasts_s=0.35),)
        page.sketches.append(Sketch(key, groups[key], area, 0.3 + order * 0.02, "subject", acts=acts))
    page.blocks.append(Block("discs", "subject", area, "rest" if "rest" in groups else "lit0"))
    page.people += total
    _chart_type(work, page, ground, number or lit, below, word)
    add_floor(page, bare_scene(work, ground))
    return page


def _grid_area(work: Brief) -> Area:
    st = work.stage
    if st.wide:
        width = st.width * 0.5
        return Area(st.width - st.margin - width if work.right else st.margin, 70, width, st.floor - 140)
    top = 560 if st.shape == "tall" else 380
    return Area(st.margin, top, st.width - 2 * st.margin, st.floor - top - 40)


def _columns(total: int, grid: Area) -> int:
    """The number of columns that makes the discs largest; full rows if that costs little."""

    def cell(columns: int) -> float:
        return min(grid.width / columns, grid.height / -(-total // columns))

    best = max(range(1, total + 1), key=lambda c: (cell(c), -c))
    full = [c for c in range(1, total + 1) if total % c == 0 and cell(c) >= FULL_ROWS * cell(best)]
    return max(full, key=cell) if full else best


def _disc(work: Brief, k: int, x: float, y: float, r: float, fill: str, *, dim: bool) -> str:
    who = member(work, f"disc{k}").model_copy(update={"expression": "tired" if dim else "neutral"})
    scale = 2 * r / 840
    at = Standing(x - 10 * scale, y + 950 * scale, 1219 * scale)
    name = f"disc{k}"
    body = actor(who, work.pal, at, ground=fill, rig=name).sketches[0].svg
    shape = circle(x, y, r)
    clip = f'<clipPath id="{name}c"><path d="{shape}"/></clipPath>'
    inner = f'<g clip-path="url(#{name}c)">{body}</g>'
    if dim:
        inner = f'<g opacity="0.38">{inner}</g>'
    return flat(shape, fill) + clip + inner


def _chart_type(work: Brief, page: Page, ground: Ground, number: int, below: str, word: int) -> None:
    st = work.stage
    inner = st.width - 2 * st.margin
    if st.wide:
        width = st.width * 0.36
        x = st.margin if work.right else st.width - st.margin - width
        size = min(430.0, 430 * width / NUMERAL.width(said(number), 430))
        base = 120 + 0.78 * size
        add_count(page, number, x, base, size, ground.text, ground.color, word=word)
        room = Area(x, base + 40, width, st.floor - base - 80)
        setting = fit(below, DISPLAY, room, largest=92, smallest=44, leading=1.04, lines=3)
        add_type(page, "below", setting, room.x, room.y, ground.text, ground.color)
        return
    size = 330.0 if st.shape == "tall" else 230.0
    size = min(size, size * inner * 0.55 / NUMERAL.width(said(number), size))
    base = (130 if st.shape == "tall" else 70) + 0.78 * size
    add_count(page, number, st.margin, base, size, ground.text, ground.color, word=word)
    x = st.margin + NUMERAL.width(said(number), size) + 36
    room = Area(x, base - size * 0.74, st.width - st.margin - x, size * 0.9)
    setting = fit(below, DISPLAY, room, largest=76, smallest=36, leading=1.04, lines=3)
    add_type(page, "below", setting, room.x, room.y, ground.text, ground.color)
