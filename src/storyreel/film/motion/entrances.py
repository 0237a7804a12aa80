"""How a layer comes in, counts, and travels: at the word that calls it."""

from dataclasses import dataclass

from storyreel.assets.model import Act
from storyreel.film.motion.move import Move, Point, Ranges, Stand, eased

ENTRANCES = frozenset(("pop", "rise", "wipe", "fade"))
USUAL_S = {"pop": 0.35, "rise": 0.5, "wipe": 0.45, "fade": 0.4, "count": 1.2}
LEAD_S = 0.06
"""A thing is seen this much before its word is heard; the eye is slower to find it."""
LATEST_COUNT_S = 0.8
"""A count begins no later than this after its shot."""
SETTLED_S = 0.25
"""What comes in has come in this long before the shot ends."""
POP_FROM, POP_OVER, POP_OVER_AT = 0.55, 1.06, 0.65


@dataclass(frozen=True)
class Entrance:
    """A layer's way in: from frame `start` on, for `length` frames; before it is not seen."""

    act: Act
    start: int
    length: int
    away: Point
    """From the point that stays to the layer's centre."""
    ratio: float

    @property
    def frames(self) -> range:
        return range(self.start, self.start + self.length + 1)

    def at(self, frame: int) -> Stand:
        """How the layer stands; at rest once it is in."""
        part = min(1.0, max(0.0, (frame - self.start) / self.length))
        if part >= 1.0:
            return Stand()
        if self.act.kind == "pop":
            scale = _popped(part)
            opacity = min(1.0, part / 0.4)
            return Stand((scale - 1) * self.away[0], (scale - 1) * self.away[1], scale, opacity=opacity)
        slow = 1.0 - (1.0 - part) * (1.0 - part)
        if self.act.kind == "rise":
            return Stand(dy=self.act.amount * self.ratio * (1.0 - slow), opacity=min(1.0, part / 0.6))
        return Stand(reveal=slow) if self.act.kind == "wipe" else Stand(opacity=eased(part))


def _popped(part: float) -> float:
    """Size while popping up: over its own size and back."""
    if part < POP_OVER_AT:
        return POP_FROM + (POP_OVER - POP_FROM) * eased(part / POP_OVER_AT)
    return POP_OVER + (1.0 - POP_OVER) * eased((part - POP_OVER_AT) / (1.0 - POP_OVER_AT))


def begins(act: Act, move: Move, lasts: int) -> int:
    """The frame at which an act begins: with its word, or with the shot; early enough to be done."""
    start = move.length(act.delay_s) if act.delay_s else 0
    if act.word is not None and act.word < len(move.words):
        start += max(0, move.words[act.word] - round(LEAD_S * move.fps))
    return min(start, max(0, move.frames - lasts - move.length(SETTLED_S)))


def entrance_of(act: Act, where: Point, pivot: Point, ratio: float, move: Move) -> Entrance | None:
    """The entrance, or None where a transition brings the picture in with the layer in its place."""
    length = min(move.length(act.lasts_s or USUAL_S[act.kind]), max(1, move.frames // 2))
    start = begins(act, move, length)
    if start == 0 and not move.cut_in:
        return None
    return Entrance(act, start, length, (where[0] - pivot[0], where[1] - pivot[1]), ratio)


def reveal_from(act: Act) -> str:
    """The edge from which a wipe uncovers a layer."""
    x, y = act.toward
    if abs(y) > abs(x):
        return "top" if y > 0 else "bottom"
    return "left" if x >= 0 else "right"


def counted(act: Act, move: Move) -> Ranges:
    """When this state of a count is seen: each has an equal share, the last one stays.

    A number is what its shot is about, so it does not wait long for a word at the end of the line.
    """
    lasts = min(move.length(act.lasts_s or USUAL_S["count"]), max(act.of, move.frames // 2))
    start = min(begins(act, move, lasts), move.length(LATEST_COUNT_S + act.delay_s))
    first, last = (start + lasts * order // act.of for order in (act.order, act.order + 1))
    if act.order == act.of - 1:
        return ((first, max(first + 1, move.frames)),)
    return ((first, last),) if last > first else ()


@dataclass(frozen=True)
class Travel:
    """A way along points at equal steps of time, slow at its ends, where it holds before and after."""

    start: int
    length: int
    path: tuple[Point, ...]

    @property
    def steps(self) -> range:
        """Frames at which the way bends."""
        return range(self.start, self.start + self.length + 1, max(1, self.length // (2 * len(self.path))))

    def at(self, frame: int) -> Stand:
        part = eased((frame - self.start) / self.length) * (len(self.path) - 1)
        first = min(int(part), len(self.path) - 2)
        (x0, y0), (x1, y1) = self.path[first], self.path[first + 1]
        return Stand(x0 + (x1 - x0) * (part - first), y0 + (y1 - y0) * (part - first))


def travel_of(act: Act, ratio: float, move: Move) -> Travel | None:
    """The way of a travelling layer; None where it has fewer than two points."""
    if len(act.path) < 2:
        return None
    lasts = move.length(act.lasts_s) if act.lasts_s else 1
    start = begins(act, move, lasts)
    length = lasts if act.lasts_s else max(1, move.frames - start - 1)
    return Travel(start, length, tuple((x * ratio, y * ratio) for x, y in act.path))
