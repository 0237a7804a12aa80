"""Where the camera stands in a place: another crop for each turn, of a place that stays as it is.

A place is built once and the same for all shots that play there. A turn moves the camera nearer and aside:
everything that was built grows about one point of the horizon, and the slots go with it.
"""

from dataclasses import dataclass, replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.pen import num
from storyreel.assets.looks.papercut.places.place import Free, Slots
from storyreel.assets.looks.papercut.places.stage import Stage

CROPS: tuple[tuple[float, float], ...] = ((1.0, 0.5), (1.15, 0.1), (1.06, 0.9), (1.19, 0.55), (1.11, 0.95))
"""How much nearer, and about which share of the width, turn by turn."""
NARROW = 0.35
"""Of that way in tall and square frames: their rooms have nothing to spare at the sides."""
EDGE = 0.1
"""Nobody and nothing of a line stands nearer to the frame's sides, as a share of the width."""


@dataclass(frozen=True)
class Crop:
    """Growth by `zoom` about a point in frame units."""

    zoom: float
    x: float
    y: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.x + (x - self.x) * self.zoom, self.y + (y - self.y) * self.zoom

    def svg(self, svg: str) -> str:
        dx, dy = self.x * (1 - self.zoom), self.y * (1 - self.zoom)
        return f'<g transform="translate({num(dx)},{num(dy)}) scale({self.zoom:.4f})">{svg}</g>'

    def area(self, area: Area | None) -> Area | None:
        if area is None:
            return None
        x, y = self.point(area.x, area.y)
        return Area(x, y, area.width * self.zoom, area.height * self.zoom)


def cropped(st: Stage, slots: Slots, *, level: float) -> Slots:
    """Crop what a stage holds so far for the shot's turn; `level` is the line that stays, in frame units."""
    zoom, share = CROPS[st.shot.turn % len(CROPS)]
    if st.frame.shape != "wide":
        zoom = 1 + (zoom - 1) * NARROW
    if zoom == 1.0:
        return slots
    way = Crop(zoom, st.x(share), level)
    if slots.hole:
        way = Crop(zoom, slots.hole[0], slots.hole[1])
    apply(st, way)

    def moved(free: Free) -> Free:
        x, foot = way.point(st.x(free[0]), free[1])
        share = min(max(x / st.frame.width, EDGE), 1 - EDGE)
        return (1 - share if st.shot.flip else share), foot

    hole = (*way.point(*slots.hole[:2]), slots.hole[2] * zoom) if slots.hole else None
    return replace(
        slots,
        subject=moved(slots.subject),
        props=tuple(moved(free) for free in slots.props),
        people=tuple(moved(free) for free in slots.people),
        water=tuple(moved(free) for free in slots.water),
        hole=hole,
    )


def apply(st: Stage, way: Crop) -> None:
    """Move all sheets, lamps and tables of a stage by one crop."""
    st.sheets[:] = [replace(s, svg=way.svg(s.svg), area=way.area(s.area)) for s in st.sheets]
    st.glows[:] = [(*way.point(x, y), radius * way.zoom, kind) for x, y, radius, kind in st.glows]
    st.tables[:] = [way.point(x, y) for x, y in st.tables]
    st.taken[:] = [(way.point(left, 0)[0], way.point(right, 0)[0]) for left, right in st.taken]
