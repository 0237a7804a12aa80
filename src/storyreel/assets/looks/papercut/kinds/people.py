"""Pictures of people that are no single scene: two who talk, a face and its feeling, a crowd counted out."""

import math
from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.kinds.counted import figure_of
from storyreel.assets.looks.papercut.kinds.many import people_chart
from storyreel.assets.looks.papercut.kinds.words import quote, sentence
from storyreel.assets.looks.papercut.parts.dress import passer
from storyreel.assets.looks.papercut.parts.figures import SIZE, figure
from storyreel.assets.looks.papercut.pen import ellipse, moved, shape
from storyreel.assets.looks.papercut.places import PLACES
from storyreel.assets.looks.papercut.scene import built, place_of, stage_of
from storyreel.assets.looks.papercut.scene import compose as scene
from storyreel.assets.looks.papercut.sheet import Page, Sheet, Shot

MOST_CROWD = 80
"""More people than that are told by figures that stand for several."""
COVERAGE = 3
"""Of so many near shots of a talk one shows the speaker alone."""
NEAREST, FARTHEST = 1.24, 0.62
"""Size of the people of a crowd in front and behind."""


def dialogue(shot: Shot) -> Page:
    """Who speaks and who listens, near, before their place; a voice without a body is a quotation."""
    if not shot.need.people:
        return quote(shot)
    near = shot.need.framing in ("close", "insert")
    people = shot.need.people
    if near and len(people) > 1 and shot.turn % COVERAGE == 1:
        people = people[:1]
    seen = {"framing": "close" if near else "medium", "people": people}
    return scene(replace(shot, need=shot.need.model_copy(update=seen)))


def emotion(shot: Shot) -> Page:
    """A face near; without one the place in its mood, else the words."""
    if shot.need.people:
        return scene(replace(shot, need=shot.need.model_copy(update={"framing": "close"})))
    if shot.reading.subject or shot.reading.place or shot.reading.weather:
        return scene(shot)
    return sentence(shot)


def count_of(shot: Shot) -> int:
    """How many people the words say."""
    return shot.reading.people or int(figure_of(shot).amount)


def crowd(shot: Shot) -> Page:
    """Exactly as many people as are said, in rings about the middle of the place, all turned to it."""
    count = count_of(shot)
    if not 1 < count <= MOST_CROWD:
        return people_chart(shot)
    st = stage_of(shot)
    name = place_of(shot.reading.place or "square")
    built(st, PLACES[name])
    sheets = sorted(st.sheets, key=lambda sheet: sheet.depth)
    depth = next((s.depth for s in reversed(sheets) if s.depth <= 0.6), 0.5)
    far = [s for s in sheets if s.depth <= depth]
    page = Page(tuple(far), f"{count} people are there.", tuple(st.blocks))
    extra = _people(shot, count, st.horizon, depth)
    return replace(page, sheets=(*page.sheets, *extra))


def spots(shot: Shot, count: int, horizon: float) -> list[tuple[float, float, float]]:
    """x, foot and size of everybody: rings that widen to the front, none on another."""
    frame = shot.frame
    top, foot = horizon + frame.height * 0.05, frame.height * (0.94 if frame.shape == "wide" else 0.9)
    if frame.shape == "tall":
        foot = frame.height * 0.84
    rows = max(2, min(8, math.ceil(math.sqrt(count / (2.6 if frame.shape == "wide" else 1.1)))))
    weights = [1.25 - 0.5 * k / max(rows - 1, 1) for k in range(rows)]
    total, left = sum(weights), count
    lot = shot.pen.with_seed(shot.seed % 997).chance("crowd")
    found: list[tuple[float, float, float]] = []
    for row in range(rows):
        here = left if row == rows - 1 else min(left, round(count * weights[row] / total))
        left -= here
        t = row / (rows - 1)
        y, size = top + (foot - top) * t**1.15, FARTHEST + (NEAREST - FARTHEST) * t
        span = frame.width * (0.62 + 0.3 * t)
        for k in range(here):
            u = (k + 0.5) / here - 0.5
            bend = math.cos(u * math.pi) * frame.height * 0.02
            x = frame.width / 2 + u * span + lot.uniform(-0.18, 0.18) * span / max(here, 1)
            found.append((x, y + bend + lot.uniform(-7, 7), size))
    return sorted(found, key=lambda spot: spot[1])


def _people(shot: Shot, count: int, horizon: float, depth: float) -> list[Sheet]:
    """Sheets of people, far rows first; each row a layer of its own depth."""
    kept = frozenset(str(who.appearance.color) for who in shot.need.people) | {"red"}
    places = spots(shot, count, horizon)
    most = max(2.0, math.sqrt(count))
    base = (
        min(shot.frame.height * 0.2, shot.frame.width * (0.9 if shot.frame.shape == "wide" else 1.3) / most)
        / SIZE
    )
    named = list(shot.need.people)
    middle = len(places) * 2 // 3
    sheets: list[Sheet] = []
    for index, (x, y, size) in enumerate(places):
        who = named[index - middle] if 0 <= index - middle < len(named) else None
        look = who.appearance if who else passer(shot.seed % 997 + index * 3, kept)
        far = (NEAREST - size) / (NEAREST - FARTHEST) * 0.45
        art = figure(
            replace(shot.pen, distance=far),
            look,
            "speaking" if index % 5 == 0 else "standing",
            right=x < shot.frame.width / 2,
        )
        scale = base * size
        area = Area(
            x + art.left * scale - 6, y + art.top * scale - 6, art.width * scale + 12, art.height * scale + 18
        )
        shadow = shape(ellipse(x + 10 * size, y, 74 * scale, 13 * scale), shot.pal.ink, 0.28)
        sheets.append(Sheet(f"crowd-shadow{index}", shadow, depth, 0.0, area=area.grown(40), layer="crowd"))
        sheets.append(
            Sheet(f"crowd{index}", moved(art.svg, x, y, scale), depth, 0.6, 0.7, area=area, layer="crowd")
        )
    return sheets
