"""Rooms: a wall with its window, a floor, light from a lamp or from outside, and what stands there."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import dataclass, replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.palette import chosen
from storyreel.assets.looks.papercut.parts import PARTS
from storyreel.assets.looks.papercut.pen import (
    arch,
    ellipse,
    inside,
    num,
    polygon,
    rect,
    shape,
    smooth,
    stroke,
)
from storyreel.assets.looks.papercut.places.fittings import FITTINGS
from storyreel.assets.looks.papercut.places.place import Slots
from storyreel.assets.looks.papercut.places.stage import BACK, MAIN, MID, Stage, fade, halo

SUBJECT, SUBJECT_TALL = 0.64, 0.54
"""Where the subject stands as a share of the width: little furniture is behind it."""
TABLE_WIDTH: dict[str, float] = {"side_table": 0.56, "counter": 0.7}


@dataclass(frozen=True)
class Room:
    """What makes one kind of room."""

    wall: str
    """Family of the wall's colour."""
    furniture: tuple[tuple[str, float, float, float], ...]
    """What stands at the wall or hangs on it: part, share of the width, height and lift above the floor as
    shares of the short side."""
    window: str = "pane"
    """`pane`, `arch` (tall, leaded), `wide`, or '' for none."""
    floor: str = "plank"
    hanging: tuple[tuple[str, float, float], ...] = ()
    """What hangs from above: part, share of the width, height."""
    wainscot: bool = True
    beams: bool = False
    rug: bool = False
    table: str = ""
    """What always stands under the things of a line: `side_table` or `counter`; '' where they bring one."""


def wall_top(st: Stage) -> float:
    """Where the wall meets the floor."""
    return st.frame.height * {"wide": 0.735, "tall": 0.60, "square": 0.715}[st.frame.shape]


def room(st: Stage, kind: Room) -> Slots:
    """Build a room."""
    floor = wall_top(st)
    zoom = {"far": 0.84, "medium": 1.0, "close": 1.28}[st.near]
    _wall(st, kind, floor)
    rng = st.chance("room")
    _floor(st, kind, floor)
    if kind.window:
        window(st, kind.window, st.x((0.2 if not st.tall else 0.3) + rng.uniform(-0.02, 0.02)), floor, zoom)
    for k, (name, share, height, lift) in enumerate(kind.furniture):
        x = st.x(share if not st.tall else 0.5 + (share - 0.5) * 1.1)
        at = floor + st.size(0.016 - lift * zoom)
        fitting(st, f"{name}-{k}", name, x, at, st.size(height * zoom), k, distance=0.05)
    if kind.rug:
        fitting(st, "rug", "rug", st.x(0.55), floor + st.size(0.13), st.size(0.075 * zoom), 0, depth=MAIN)
    for k, (name, share, height) in enumerate(kind.hanging):
        fitting(st, f"{name}-hung{k}", name, st.x(share), -20.0, st.size(height * zoom), k)
    foot = floor + st.frame.height * (0.14 if not st.tall else 0.065)
    if kind.table:
        _table(st, kind.table, foot)
    return Slots((middle_of(st), foot), ((0.46, foot + st.size(0.03)), (0.22, foot + st.size(0.02)), (0.86, foot)),
                 ((0.40, foot + st.size(0.02)), (0.55, foot), (0.24, foot), (0.82, foot - 6)))  # fmt: skip


def middle_of(st: Stage) -> float:
    """Where the subject of a room stands."""
    return SUBJECT_TALL if st.tall else SUBJECT


TOPS = {"side_table": 1.0, "counter": 124 / 188}
"""Height of the board as a share of the whole."""


def _table(st: Stage, name: str, foot: float) -> None:
    """The table of a room, on which its things stand."""
    art = FITTINGS[name](replace(st.pen, seed=st.shot.seed % 9973))
    wide = st.size(TABLE_WIDTH[name]) * (0.8 if st.tall else 1.0)
    area = st.stand(
        "room-table",
        art,
        st.x(middle_of(st)),
        foot,
        wide / art.width * art.height,
        mirror=st.side < 0,
    )
    st.tables.append((area.center, area.foot - area.height * TOPS[name] + 2))
    st.taken.append((area.x, area.right))


def fitting(
    st: Stage, label: str, name: str, x: float, foot: float, height: float, seed: int, *, depth: float = MID,
    distance: float = 0.0,
) -> None:  # fmt: skip
    """Set a fitting, or a part where no fitting has that name; what hangs has its hook at `foot`."""
    part = FITTINGS.get(name) or PARTS[name]
    art = part(replace(st.pen, seed=st.shot.seed % 9973 + seed * 131, distance=distance))
    st.stand(label, art, x, foot, height, depth, mirror=st.side < 0, elevation=0.7, edge=0.6, cast=False)


def _wall(st: Stage, kind: Room, floor: float) -> None:
    """The wall, lit in the middle, with a rail and panels below it."""
    color = mix(mix(st.pen.tone(kind.wall, 0.5), st.pal.sky[1], 0.26), st.pal.ink, 0.05)
    low = mix(color, st.pal.near, 0.28)
    wide = st.right - st.left
    paint = fade("g-wall", st.top, floor, (mix(color, st.pal.sky[0], 0.45), color))
    svg = f"<defs>{paint}</defs>" + shape(rect(st.left, st.top, wide, st.bottom - st.top), "url(#g-wall)")
    st.add("wall", svg, BACK, elevation=0.01, edge=0)
    light = mix(st.pal.light, st.pal.sky[2], 0.3)
    st.add("wall-light", halo("wl", st.x(0.5), floor * 0.6, st.size(0.9), light, 0.34), BACK, elevation=0)
    if kind.wainscot:
        top = floor - st.size(0.16)
        panels = rect(st.left, top, wide, floor - top + 20)
        svg = shape(panels, low) + shape(rect(st.left, top - 10, wide, 16), mix(low, st.pal.light, 0.16))
        seams = "".join(
            f"M{num(st.left + k * 74)},{num(top + 8)}V{num(floor)}" for k in range(int(wide / 74) + 1)
        )
        svg += stroke(seams, st.pal.ink, 3, 0.25)
        st.add(
            "wainscot",
            svg,
            BACK,
            elevation=0.3,
            edge=0.4,
            area=Area(st.left, top - 12, wide, floor - top + 30),
        )
    if kind.beams:
        beam = mix(st.pen.tone("wood", 0.2), st.pal.near, 0.4)
        high = st.frame.height * 0.045
        svg = shape(rect(st.left, high, wide, st.size(0.04)), beam)
        for k in range(5):
            x = st.left + (k + 0.5) * wide / 5
            svg += shape(rect(x - 22, st.top, 44, high - st.top + 6), mix(beam, st.pal.light, 0.06))
        st.add(
            "beams",
            svg,
            MID,
            elevation=1.2,
            edge=0.5,
            area=Area(st.left, st.top, wide, high + st.size(0.05) - st.top),
        )


def _floor(st: Stage, kind: Room, floor: float) -> None:
    """Boards or flags that run to one point."""
    color = mix(st.pen.tone(kind.floor, 0.3), st.pal.depth(0.65), 0.38)
    dark = mix(color, st.pal.near, 0.55)
    wide = st.right - st.left
    paint = fade("g-floor", floor, st.bottom, (color, dark))
    svg = f"<defs>{paint}</defs>" + shape(rect(st.left, floor, wide, st.bottom - floor), "url(#g-floor)")
    vx = st.x(0.5)
    seams = "".join(
        f"M{num(vx + k * 96)},{num(floor)}L{num(vx + k * 190)},{num(st.bottom)}" for k in range(-14, 15)
    )
    if kind.floor == "stone":
        seams += "".join(
            f"M{num(st.left)},{num(floor + (st.bottom - floor) * t)}H{num(st.right)}"
            for t in (0.16, 0.4, 0.72)
        )
    svg += stroke(seams, st.pal.ink, 3, 0.28)
    svg += shape(rect(st.left, floor, wide, 8), mix(color, st.pal.light, 0.2))
    st.add("floor", svg, MAIN, elevation=0.5, edge=0.3, area=Area(st.left, floor, wide, st.bottom - floor))


def window(st: Stage, kind: str, x: float, floor: float, zoom: float) -> None:
    """A window with what is outside: the sky of the hour, hills, rain on the panes; its light on the floor."""
    h = st.size({"pane": 0.30, "arch": 0.46, "wide": 0.32}[kind] * zoom)
    w = h * {"pane": 0.82, "arch": 0.5, "wide": 1.5}[kind]
    y = floor - st.size(0.24 * zoom if kind != "arch" else 0.2) - h
    time, weather = st.pen.time, st.pen.weather
    out = chosen(time, weather, st.shot.reading.mood)
    hole = arch(x - w / 2, y, w, h) if kind == "arch" else rect(x - w / 2, y, w, h, 6)
    rim = st.size(0.014)
    frame = st.pen.tone("wood" if st.pal.dark else "paper", 0.42)
    border = (
        arch(x - w / 2 - rim, y - rim, w + 2 * rim, h + 2 * rim)
        if kind == "arch"
        else rect(x - w / 2 - rim, y - rim, w + 2 * rim, h + 2 * rim, 8)
    )
    view = f"<defs>{fade('outside', y, y + h, out.sky)}</defs>" + shape(hole, "url(#outside)")
    far = smooth(
        [
            (x - w, y + h * 0.74),
            (x - w * 0.3, y + h * 0.62),
            (x + w * 0.2, y + h * 0.74),
            (x + w, y + h * 0.6),
        ]
    )
    seen = shape(far + f"V{num(y + h + 9)}H{num(x - w)}z", mix(out.depth(0.4), out.haze, 0.2))
    if weather not in ("rain", "storm", "fog"):
        seen += shape(ellipse(x + w * 0.2, y + h * 0.26, w * 0.09), mix(out.light, out.cream, 0.5))
    rng = st.chance("window")
    if weather in ("rain", "storm"):
        drops = "".join(
            f"M{num(x + rng.uniform(-w, w) / 2)},{num(y + rng.uniform(0, h))}l{num(-4)},{num(26)}"
            for _ in range(26)
        )
        seen += stroke(drops, out.light, 2, 0.5)
    if st.pen.snowy:
        seen += shape(
            "".join(ellipse(x + rng.uniform(-w, w) / 2, y + rng.uniform(0, h), 3.4) for _ in range(22)),
            out.snow,
        )
    view += inside("pane", hole, seen)
    bars = f"M{num(x)},{num(y)}v{num(h)}M{num(x - w / 2)},{num(y + h * 0.5)}h{num(w)}"
    if kind == "wide":
        bars += f"M{num(x - w / 4)},{num(y)}v{num(h)}M{num(x + w / 4)},{num(y)}v{num(h)}"
    if kind == "arch":
        bars += (
            f"M{num(x - w / 2)},{num(y + h * 0.28)}h{num(w)}M{num(x - w / 2)},{num(y + h * 0.74)}h{num(w)}"
        )
    view += stroke(bars, frame, rim * 0.7)
    box = Area(x - w / 2 - rim, y - rim, w + 2 * rim, h + 2 * rim)
    st.add("window-frame", shape(border, frame), BACK, elevation=0.5, edge=0.6, area=box)
    st.add("window", view, BACK, elevation=0.12, edge=0.3, area=Area(x - w / 2, y, w, h))
    if kind == "pane":
        curtains(st, x, y, w, h, rim)
    sill = shape(
        rect(x - w / 2 - rim * 2, y + h + rim * 0.6, w + 4 * rim, rim * 1.3, 3),
        mix(frame, st.pal.light, 0.15),
    )
    st.add(
        "sill",
        sill,
        BACK,
        elevation=0.5,
        edge=0.6,
        area=Area(box.x - rim, y + h, box.width + 2 * rim, rim * 3),
    )
    if weather in ("clear", "snow", "") and (not st.pal.dark or time == "night"):
        s = st.side
        d = polygon([(x - w * 0.4 + s * 60, floor + 10), (x + w * 0.4 + s * 60, floor + 10), (x + w * 0.7 + s * 300, floor + st.size(0.2)),
                     (x - w * 0.4 + s * 300, floor + st.size(0.2))])  # fmt: skip
        glow = mix(out.light, out.sky[2], 0.4)
        st.add("window-light", shape(d, glow, 0.26 if time != "night" else 0.14), MAIN, elevation=0,
               area=Area(st.left, floor, st.right - st.left, st.size(0.24)))  # fmt: skip


def curtains(st: Stage, x: float, y: float, w: float, h: float, rim: float) -> None:
    """Two gathered curtains on their rod."""
    family = ("red", "ochre", "teal", "plum")[st.shot.seed % 4]
    svg = stroke(
        f"M{num(x - w * 0.95)},{num(y - rim * 2.4)}H{num(x + w * 0.95)}", st.pen.tone("brass", 0.4), rim * 0.8
    )
    for s in (-1, 1):
        outer, inner, tied = x + s * w * 0.86, x + s * w * 0.3, x + s * w * 0.6
        d = (
            f"M{num(outer)},{num(y - rim * 2)}L{num(inner)},{num(y - rim * 2)}Q{num(inner)},{num(y + h * 0.5)} "
            f"{num(tied)},{num(y + h * 0.66)}Q{num(x + s * w * 0.56)},{num(y + h * 0.9)} {num(x + s * w * 0.5)},"
            f"{num(y + h * 1.12)}H{num(outer)}z"
        )
        fold = polygon([(outer - s * w * 0.14, y - rim * 2), (outer - s * w * 0.2, y - rim * 2), (outer - s * w * 0.12, y + h * 1.12),
                        (outer - s * w * 0.06, y + h * 1.12)])  # fmt: skip
        svg += shape(d, st.pen.tone(family, 0.45)) + shape(fold, st.pen.tone(family, 0.25), 0.6)
    st.add(
        "curtains",
        svg,
        BACK,
        elevation=0.7,
        edge=0.6,
        area=Area(x - w, y - rim * 4, 2 * w, h * 1.2 + rim * 4),
    )


ROOMS: dict[str, Room] = {
    "kitchen": Room("ochre", (("stove", 0.88, 0.52, 0.0), ("shelves", 0.6, 0.22, 0.32)), floor="stone", beams=True,
                    hanging=(("lamp_hanging", 0.44, 0.2),), table="side_table"),
    "bedroom": Room("blue", (("picture", 0.60, 0.11, 0.36), ("bed", 0.84, 0.33, 0.0), ("chair", 0.42, 0.25, 0.0))),
    "room": Room("teal", (("bookcase", 0.42, 0.44, 0.0), ("picture", 0.63, 0.13, 0.38), ("fireplace", 0.87, 0.36, 0.0)), rug=True),
    "library": Room("green", tuple(("bookcase", 0.38 + 0.155 * k, 0.56, 0.0) for k in range(5)), window="arch",
                    hanging=(("lamp_hanging", 0.5, 0.2),), rug=True),
    "school": Room("sand", (("blackboard", 0.66, 0.44, 0.12), ("bookcase", 0.93, 0.4, 0.0)), window="wide"),
    "shop": Room("rust", (("shelves", 0.48, 0.3, 0.24), ("shelves", 0.82, 0.3, 0.24)),
                 hanging=(("lamp_hanging", 0.64, 0.2),), table="counter"),
    "workshop": Room("plank", (("tools", 0.66, 0.19, 0.33), ("workbench", 0.42, 0.22, 0.0), ("barrel", 0.9, 0.17, 0.0)), window="wide", beams=True,
                     hanging=(("lamp_hanging", 0.84, 0.22),), table="side_table"),
    "church": Room("stone", (("column", 0.42, 0.78, 0.0), ("column", 0.92, 0.78, 0.0), ("bench", 0.66, 0.2, 0.0)), window="arch", floor="stone", wainscot=False,
                   hanging=(("chandelier", 0.66, 0.2),)),
    "hall": Room("plum", (("column", 0.42, 0.78, 0.0), ("throne", 0.72, 0.4, 0.0), ("column", 0.94, 0.78, 0.0)), window="arch", floor="stone", wainscot=False,
                 hanging=(("chandelier", 0.55, 0.22),)),
    "office": Room("plaster", (("picture", 0.62, 0.12, 0.36), ("bookcase", 0.88, 0.44, 0.0)), window="wide", table="side_table"),
    "inn": Room("brick", (("fireplace", 0.87, 0.38, 0.0), ("barrel", 0.44, 0.17, 0.0)), beams=True,
                hanging=(("lamp_hanging", 0.56, 0.2),), table="side_table"),
    "lamp_room": Room("iron", (("lens", 0.62, 0.6, 0.0),), window="wide", floor="metal", wainscot=False),
}  # fmt: skip
"""Every room."""
