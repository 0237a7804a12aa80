"""Names and thanks: the torn label of a lower third, the end card."""
# SVG reads worse when it is broken

from storyreel.assets.looks.layout.model import Area, Block
from storyreel.assets.looks.papercut.kinds.cards import dimmed
from storyreel.assets.looks.papercut.kinds.desk import (
    LEGEND,
    VOICE,
    Desk,
    desk_of,
    shown_things,
)  # fmt: skip
from storyreel.assets.looks.papercut.kinds.words import hills, ornament
from storyreel.assets.looks.papercut.parts.faces import close
from storyreel.assets.looks.papercut.pen import (
    Pen,
    Point,
    moved,
    polygon,
    shape,
)
from storyreel.assets.looks.papercut.sheet import Page, Sheet, Shot
from storyreel.assets.model import Act

ONE_COLUMN, MOST_LINES = 7, 20
"""So many lines stand under each other; more in two columns, at most so many."""


def end_card(shot: Shot) -> Page:
    """The end card: the title, then who made what, over the film's last place where it is told."""
    desk = desk_of(shot, "blue")
    room, reading = desk.room, shot.reading
    if reading.place:
        dimmed(desk)
    else:
        hills(desk, shot.frame.height * 0.88, 2)
    lines = [item.text for item in reading.items] or shot.need.words.split("\n")[1:]
    head = reading.heading or shot.need.words.split("\n")[0]
    height = room.height * (0.24 if lines else 0.7)
    where = desk.words("credits-title", head, Area(room.x, room.y, room.width, height),
                       largest=92 if lines else 130, smallest=40, lines=2, top=bool(lines))  # fmt: skip
    ornament(desk, room.center, where.foot + 44, min(380, room.width * 0.5))
    rows = lines[:MOST_LINES]
    columns = 2 if len(rows) > ONE_COLUMN and shot.frame.shape != "tall" else 1
    many = -(-len(rows) // columns)
    top, wide = where.foot + 88, (room.width - 60 * (columns - 1)) / columns
    step = min((room.foot - top) / max(many, 1), 74)
    for index, line in enumerate(rows):
        x = room.x + (wide + 60) * (index // many)
        area = Area(x, top + step * (index % many), wide, step)
        desk.words(f"credit{index}", line, area, face=LEGEND, largest=min(40, step * 0.72), smallest=24,
                   layer="credits")  # fmt: skip
    return desk.page("The film is over; these made what it shows.")


def torn(x: float, y: float, width: float, height: float, pen: Pen) -> str:
    """A strip of paper whose right end is torn off."""
    lot = pen.chance("torn")
    end: list[Point] = [(x + width + lot.uniform(-12, 12), y + height * k / 9) for k in range(10)]
    return polygon([(x, y), *end, (x, y + height)])


def _portrait(desk: Desk, label: Area) -> None:
    """Who is named, near, above the label; mouth and lids in pieces."""
    who, room = desk.shot.need.people[0], desk.room
    puppet = close(desk.pen, who.appearance, who.expression, "standing")
    k = (label.y - room.y - 6) / puppet.body.height
    x, foot, rig = room.center, label.y + 4, f"person-{who.id}"
    body = puppet.body
    area = Area(x + body.left * k, foot + body.top * k, body.width * k, body.height * k)
    at = len(desk.sheets) - sum(s.layer in ("label", "name", "note") for s in desk.sheets)
    left, top, right, low = (v * k for v in puppet.face)
    face = Area(x + left, foot + top, right - left, low - top)
    pieces = [Sheet(rig, moved(body.svg, x, foot, k), 0.6, 1.2, 0.8, area=area.grown(3), layer=rig, rig=rig)]
    acts = {"lids": Act(kind="blink", person=who.id), "mouth": Act(kind="mouth", person=who.id)}
    for part, svg in (("lids", puppet.lids), ("mouth", puppet.mouth if who.speaks else "")):
        if svg:
            pieces.append(
                Sheet(
                    f"{rig}-{part}",
                    moved(svg, x, foot, k),
                    0.6,
                    0.0,
                    area=face.grown(12),
                    layer=f"{rig}-{part}",
                    acts=(acts[part],),
                    rig=rig,
                )
            )
    desk.sheets[at:at] = pieces
    desk.blocks.append(Block(f"face of {who.name}", "face", face, rig))


def _named(shot: Shot) -> tuple[str, str]:
    """Who or what the label names, and what it says of them."""
    reading, people = shot.reading, shot.need.people
    name = reading.heading or (people[0].name if people else "") or shot.need.speaker
    if not name:
        return reading.phrase or " ".join(shot.need.words.split()[:5]).rstrip(".,;:"), ""
    return name, reading.phrase if reading.phrase not in name else ""


def lower_third(shot: Shot) -> Page:
    """A name on a torn label over dark hills."""
    desk = desk_of(shot)
    room, pen = desk.room, desk.pen.with_seed(shot.seed % 997)
    hills(desk, shot.frame.height * 0.5)
    name, note = _named(shot)
    tall = shot.frame.shape == "tall"
    width, height = room.width * (0.9 if tall else 0.62), 190.0 if note else 140.0
    box = Area(room.x, room.foot - height - 10, width, height)
    label = pen.tone("paper", 0.66)
    slip = (Act(kind="wipe", toward=(1.0, 0.0)),)
    back = Area(box.x - 18, box.y + 14, box.width * 0.94, box.height)
    desk.lay(
        "label-back",
        shape(torn(back.x, back.y, back.width, back.height, pen), pen.tone("red", 0.46)),
        area=back.grown(16),
        layer="label",
        acts=slip,
        elevation=0.8,
    )
    desk.lay(
        "label",
        shape(torn(box.x, box.y, box.width, box.height, pen.with_seed(pen.seed + 1)), label),
        area=box.grown(16),
        layer="label",
        acts=slip,
        elevation=0.9,
    )
    inner = Area(box.x + 40, box.y + 28, box.width - 90, 84)
    ink = pen.tone("ink", 0.3)
    where = desk.words(
        "name",
        name,
        inner,
        largest=76,
        smallest=30,
        lines=1,
        align="start",
        color=ink,
        ground=label,
        on="label",
        acts=(Act(kind="fade", delay_s=0.3),),
    )
    if note:
        desk.words(
            "note",
            note,
            Area(inner.x, where.foot + 14, inner.width, 44),
            face=VOICE,
            largest=38,
            smallest=26,
            align="start",
            color=ink,
            ground=label,
            on="label",
            acts=(Act(kind="fade", delay_s=0.45),),
        )
    things = shown_things(shot)
    if shot.need.people:
        _portrait(desk, box)
    elif things:
        spot = Area(room.center - room.height * 0.3, room.y, room.height * 0.6, box.y - room.y - 40)
        desk.thing(things[0].name, spot, layer="named")
    return desk.page("Somebody or something is named.")
