"""Pictures of many: people one by one, dates on a line."""
# SVG reads worse when it is broken

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.kinds.counted import (
    MOST_PEOPLE,
    best_columns,
    figure_of,
    number,
    plain,
    unit_of,
)
from storyreel.assets.looks.papercut.kinds.desk import LEGEND, NUMERAL, SAID, desk_of
from storyreel.assets.looks.papercut.kinds.listing import heading
from storyreel.assets.looks.papercut.parts.dress import passer
from storyreel.assets.looks.papercut.parts.figures import SIZE, figure
from storyreel.assets.looks.papercut.pen import ellipse, moved, num, shape, stroke
from storyreel.assets.looks.papercut.sheet import Page, Shot
from storyreel.assets.model import Act


def people_chart(shot: Shot) -> Page:
    """Exactly as many people as are said; the second, smaller figure wears the accent."""
    desk, said = desk_of(shot), figure_of(shot)
    figures = sorted(shot.reading.figures, key=lambda f: -f.amount)
    said = figures[0] if figures else said
    part = figures[1] if len(figures) > 1 and figures[1].amount < said.amount else None
    if said.amount < 1:
        return number(shot)
    each = 1.0 if said.amount <= MOST_PEOPLE else unit_of(said.amount, MOST_PEOPLE // 2)
    total, marked = round(said.amount / each), round(part.amount / each) if part else 0
    value = f"{part.value} of {said.value}" if part else said.value
    top = heading(desk, shot.reading.heading or " ".join(p for p in (value, said.unit, said.label) if p))
    room = desk.room
    low = 0.0
    if each != 1.0:
        low = 54.0
        desk.words(
            "each",
            f"each figure = {plain(each)} people",
            Area(room.x, room.foot - 34, room.width, 34),
            face=LEGEND,
            largest=28,
            smallest=26,
        )
    box = Area(room.x, top, room.width, room.foot - top - 8 - low)
    columns = best_columns(total, box.width, box.height, 0.4)
    rows = -(-total // columns)
    w, h = box.width / columns, min(box.height / rows, box.width / columns * 2.5)
    scale = min(w * 0.9 / 165, h * 0.9 / SIZE)
    start = box.y + (box.height - rows * h) / 2
    for row in range(rows):
        inside, svg = min(columns, total - row * columns), ""
        for column in range(inside):
            index = row * columns + column
            look = passer(shot.seed % 997 + index, frozenset(("red",)))
            if index < marked:
                look = look.model_copy(update={"color": "red", "second_color": "ochre"})
            art = figure(desk.pen, look, "standing", right=(index * 7 + row) % 3 != 0)
            svg += moved(
                art.svg, box.center + (column - (inside - 1) / 2) * w, start + h * (row + 0.96), scale
            )
        desk.lay(
            f"people{row}",
            svg,
            area=Area(box.x - 20, start + h * row - 30, box.width + 40, h + 50),
            elevation=0.7,
            layer=f"people{row}",
            acts=(Act(kind="fade", delay_s=0.2 * row),),
        )
    return desk.page(f"{said.value} people are counted out.")


def timeline(shot: Shot) -> Page:
    """Dates as flags on one line, in their order."""
    desk, figures = desk_of(shot), list(shot.reading.figures[:6])
    if len(figures) < 2:
        return number(shot)
    top = heading(desk, shot.reading.heading)
    room, pen = desk.room, desk.pen
    count = len(figures)
    tall = shot.frame.shape == "tall" or (shot.frame.shape == "square" and count > 3)
    gold = pen.tone("brass", 0.66)
    if tall:
        x, step = room.x + 46, (room.foot - top - 40) / count
        spots = [(x, top + 40 + step * (k + 0.4)) for k in range(count)]
        line = f"M{num(x)},{num(top + 10)}V{num(room.foot)}"
    else:
        y, step = top + (room.foot - top) * 0.52, room.width / count
        spots = [(room.x + step * (k + 0.5), y) for k in range(count)]
        line = f"M{num(room.x)},{num(y)}H{num(room.right)}"
    desk.lay(
        "line",
        stroke(line, gold, 12),
        elevation=0.6,
        edge=0.5,
        depth=0.4,
        acts=(Act(kind="wipe", toward=(0.0, 1.0) if tall else (1.0, 0.0), lasts_s=1.6),),
    )
    for index, (said, (x, y)) in enumerate(zip(figures, spots, strict=True)):
        acts = (Act(kind="pop", word=said.word),) if said.word else (Act(kind="pop", delay_s=0.3 * index),)
        family = ("red", "ochre", "teal", "plum", "green", "rust")[index]
        family = family if family != desk.family else "cream"
        desk.lay(
            f"knot{index}",
            shape(ellipse(x, y, 30), pen.tone("cream", 0.7))
            + shape(ellipse(x, y, 19), pen.tone(family, 0.5)),
            area=Area(x - 34, y - 34, 68, 68),
            elevation=0.9,
            acts=acts,
        )
        up = index % 2 == 0
        if tall:
            value = Area(x + 64, y - 62, room.right - x - 64, 84)
            label = Area(x + 64, y + 30, room.right - x - 64, max(step - 110, 44))
        else:
            wide = min(step - 26, 420)
            value = Area(x - wide / 2, y - 140 if up else y + 60, wide, 84)
            label = Area(x - wide / 2, y - 260 if up else y + 156, wide, 108)
        align = "start" if tall else "middle"
        desk.words(
            f"date{index}",
            said.value,
            value,
            face=NUMERAL,
            largest=78,
            smallest=34,
            align=align,
            acts=acts,
            role="number",
        )
        if said.label or said.unit:
            desk.words(
                f"event{index}",
                said.label or said.unit,
                label,
                face=SAID,
                largest=44,
                smallest=26,
                lines=2,
                align=align,
                top=tall or not up,
                acts=acts,
            )
    return desk.page("Dates follow each other: " + ", ".join(f.value for f in figures) + ".")
