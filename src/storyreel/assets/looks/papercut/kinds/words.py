"""Pictures of words: quotation, sentence; hills, ornament and niche, which other cards have too."""
# ruff: noqa: E501  # SVG reads worse when it is broken

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.kinds.desk import (
    SAID,
    VOICE,
    Desk,
    desk_of,
    shown_things,
    sprays,
)  # fmt: skip
from storyreel.assets.looks.papercut.pen import (
    arch,
    ellipse,
    num,
    polygon,
    rect,
    shape,
    stroke,
)
from storyreel.assets.looks.papercut.sheet import Page, Shot
from storyreel.assets.model import Act
from storyreel.assets.reading import Thing

RISE = (Act(kind="rise", amount=26),)


def hills(desk: Desk, top: float, count: int = 3) -> None:
    """Waves of paper in the ground's own family from `top` down, nearer ones darker."""
    frame, pen = desk.shot.frame, desk.pen
    lot = pen.with_seed(desk.shot.seed % 997).chance("hills")
    for k in range(count):
        y = top + (frame.height - top) * k / count
        sway = lot.uniform(26, 60)
        left, right = -frame.reach - 30, frame.width + frame.reach + 30
        third = (right - left) / 3
        d = (
            f"M{num(left)},{num(y)}C{num(left + third)},{num(y - 2 * sway)} {num(left + 2 * third)},{num(y + 2 * sway)} "
            f"{num(right)},{num(y - sway)}V{num(frame.height + frame.reach + 30)}H{num(left)}z"
        )
        color = mix(pen.tone(desk.family, 0.34 - 0.1 * k), pen.pal.ink, 0.12 + 0.2 * k)
        desk.lay(
            f"hill{k}",
            shape(d, color),
            depth=0.3 + 0.25 * k,
            elevation=0.7 + 0.3 * k,
            edge=0.3,
            layer=f"hill{k}",
        )


def ring_light(desk: Desk, x: float, y: float, radius: float) -> None:
    """A pale disc with two rings of its own light, behind a thing."""
    pen = desk.pen
    pale = mix(desk.color, pen.pal.light, 0.86)
    svg = "".join(shape(ellipse(x, y, radius * k), pale, 0.11) for k in (1.68, 1.34))
    reach = radius * 1.7
    desk.lay(
        "disc-rings",
        svg,
        area=Area(x - reach, y - reach, 2 * reach, 2 * reach),
        depth=0.2,
        elevation=0,
        layer="disc",
    )
    desk.lay("disc", shape(ellipse(x, y, radius), pale), area=Area(x - radius, y - radius, 2 * radius, 2 * radius),
             depth=0.2, elevation=0.5, edge=0.5, layer="disc")  # fmt: skip


def ornament(desk: Desk, x: float, y: float, width: float) -> None:
    """A thin gold rule with a leaf on either side of its knot."""
    gold = desk.pen.tone("brass", 0.72)
    half = width / 2
    svg = stroke(f"M{num(x - half)},{num(y)}H{num(x - 34)}M{num(x + 34)},{num(y)}H{num(x + half)}", gold, 4)
    svg += shape(polygon([(x, y - 15), (x + 15, y), (x, y + 15), (x - 15, y)]), gold)
    desk.lay(
        "ornament",
        svg,
        area=Area(x - half - 4, y - 20, width + 8, 40),
        elevation=0.3,
        edge=0.4,
        acts=(Act(kind="fade"),),
    )


def beside_box(desk: Desk, pictured: bool) -> Area:
    """Where words stand beside a picture in its arch, or alone."""
    room = desk.room
    if not pictured:
        return Area(room.x, room.y + room.height * 0.12, room.width, room.height * 0.66)
    if desk.shot.frame.shape == "wide":
        return Area(room.x, room.y, room.width * 0.52, room.height)
    return Area(room.x, room.y, room.width, room.height * 0.36)


def vignette(desk: Desk, thing: Thing) -> None:
    """An arch with a sky, two hills and one thing in it."""
    room, pen = desk.room, desk.pen
    wide = desk.shot.frame.shape == "wide"
    if wide:
        box = Area(room.x + room.width * 0.6, room.y - 6, room.width * 0.36, room.height + 6)
    else:
        height = room.height * 0.58
        width = min(height * 0.86, room.width * 0.8)
        box = Area(room.center - width / 2, room.foot - height, width, height)
    niche(desk, "vignette", box, "ochre" if desk.family != "rust" else "teal")
    inner = Area(box.x + box.width * 0.14, box.y + box.height * 0.2, box.width * 0.72, box.height * 0.72)
    desk.thing(thing.name, inner, layer="vignette", lit=not thing.denied)
    sill = rect(box.x - 16, box.foot - 8, box.width + 32, 18, 4)
    desk.lay(
        "vignette-sill",
        shape(sill, pen.tone("brass", 0.6)),
        area=Area(box.x - 20, box.foot - 12, box.width + 40, 30),
        elevation=0.8,
        layer="vignette",
    )


def niche(desk: Desk, layer: str, box: Area, family: str, acts: tuple[Act, ...] = ()) -> None:
    """An arched opening: a gold line, a backdrop with two hills, a pale disc behind what stands in it."""
    pen = desk.pen
    d = (
        arch(box.x, box.y, box.width, box.height)
        if box.height > box.width * 0.6
        else rect(box.x, box.y, box.width, box.height, box.height * 0.3)
    )
    rim = Area(box.x - 12, box.y - 12, box.width + 24, box.height + 12)
    outer = (
        arch(rim.x, rim.y, rim.width, rim.height)
        if box.height > box.width * 0.6
        else rect(rim.x, rim.y, rim.width, rim.height, rim.height * 0.3)
    )
    gold = pen.tone("brass", 0.72)
    desk.lay(f"{layer}-rim", stroke(outer, gold, 2.6), area=rim.grown(4), elevation=0, layer=layer, acts=acts)
    fade = f'<linearGradient id="{layer}-sky" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="{pen.tone(family, 0.66)}"/><stop offset="1" stop-color="{pen.tone(family, 0.34)}"/></linearGradient>'
    desk.lay(
        f"{layer}-back",
        fade + shape(d, f"url(#{layer}-sky)"),
        area=box.grown(2),
        elevation=0.7,
        edge=0.3,
        layer=layer,
        acts=acts,
    )
    radius = min(box.width * 0.38, box.height * 0.32)
    pale = mix(pen.tone(family, 0.9), pen.pal.cream, 0.6)
    low = box.foot - box.height * 0.2
    ground = (
        f"M{num(box.x)},{num(low)}Q{num(box.x + box.width * 0.3)},{num(low - box.height * 0.07)} {num(box.x + box.width * 0.55)},{num(low)}"
        f"T{num(box.right)},{num(low - box.height * 0.02)}V{num(box.foot)}H{num(box.x)}z"
    )
    disc = shape(ellipse(box.center, box.y + box.height * 0.48, radius), pale)
    desk.lay(f"{layer}-disc", disc, area=box, elevation=0.25, edge=0.4, layer=layer, acts=acts)
    desk.lay(
        f"{layer}-ground",
        shape(ground, pen.tone(family, 0.26)),
        area=box,
        elevation=0.35,
        edge=0.4,
        layer=layer,
        acts=acts,
    )


def quote(shot: Shot) -> Page:
    """What somebody said, large, under great marks, with the name below."""
    desk = desk_of(shot)
    room, reading = desk.room, shot.reading
    sprays(desk)
    text = (reading.quote or shot.need.words).strip().strip('"“”')
    text = f"{text[:-1]}." if text.endswith(",") else text
    by = reading.said_by or shot.need.speaker
    tall = shot.frame.shape == "tall"
    mark = 150 if tall else 130
    gold = desk.pen.tone("brass", 0.66)
    desk.lay(
        "mark",
        _marks(room.center, room.y + 4, mark, gold),
        area=Area(room.center - mark, room.y, 2 * mark, mark),
        elevation=0.7,
    )
    top = room.y + mark * 0.86
    foot = room.foot - (84 if by else 10)
    box = Area(room.x + room.width * 0.03, top, room.width * 0.94, foot - top)
    where = desk.words(
        "quote",
        text,
        box,
        face=VOICE,
        largest=112 if not tall else 100,
        smallest=40,
        lines=5 if not tall else 8,
        leading=1.14,
        top=False,
        acts=(Act(kind="fade"),),
    )
    if by:
        low = min(where.foot + 30, room.foot - 56)
        desk.words(
            "said-by",
            f"— {by}",
            Area(room.x, low, room.width, 56),
            face=SAID,
            largest=46,
            smallest=30,
            color=mix(gold, desk.cream, 0.35),
            acts=RISE,
        )
    return desk.page("The line is a quotation.")


def _marks(x: float, y: float, size: float, color: str) -> str:
    """Two opening quotation marks cut from paper."""
    s = size / 150

    def one(left: float) -> str:
        return (
            f"M{num(left + 56 * s)},{num(y)}C{num(left + 10 * s)},{num(y + 24 * s)} {num(left - 6 * s)},{num(y + 60 * s)} {num(left)},{num(y + 92 * s)}"
            f"A{num(33 * s)},{num(33 * s)} 0 1 0 {num(left + 26 * s)},{num(y + 56 * s)}Q{num(left + 36 * s)},{num(y + 30 * s)} {num(left + 66 * s)},{num(y + 14 * s)}z"
        )

    return shape(one(x - 86 * s) + one(x + 10 * s), color)


def sentence(shot: Shot) -> Page:
    """The author's words alone: the strongest of them large, where they give no picture."""
    desk = desk_of(shot)
    room, things = desk.room, shown_things(shot)
    if things:
        return _beside(desk, things[0])
    sprays(desk)
    text = shot.need.words
    tall = shot.frame.shape == "tall"
    box = Area(room.x + room.width * 0.04, room.y + room.height * 0.1, room.width * 0.92, room.height * 0.72)
    strong = shot.reading.phrase
    if strong and len(text.split()) > 16:
        text = strong
    where = desk.words(
        "sentence",
        text,
        box,
        largest=112 if not tall else 104,
        smallest=40,
        lines=5 if not tall else 7,
        leading=1.12,
        top=False,
        acts=(Act(kind="fade"),),
    )
    ornament(desk, room.center, min(where.foot + 56, room.foot - 4), 380)
    return desk.page("The words give no picture, so they stand alone.")


def _beside(desk: Desk, thing: Thing) -> Page:
    """Few words, and what they name in its arch."""
    shot, wide = desk.shot, desk.shot.frame.shape == "wide"
    vignette(desk, thing)
    text = shot.need.words if len(shot.need.words.split()) <= 18 else shot.reading.phrase or shot.need.words
    desk.words(
        "sentence",
        text,
        beside_box(desk, True),
        largest=92 if wide else 84,
        smallest=36,
        lines=6 if wide else 5,
        leading=1.12,
        align="start" if wide else "middle",
        top=False,
        acts=(Act(kind="fade"),),
    )
    return desk.page(f"The words say {thing.word or thing.name}.")
