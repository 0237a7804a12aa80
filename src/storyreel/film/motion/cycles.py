"""What a layer does by itself, over and over: sway, float, breathe, tremble, flicker, fall."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, radians, sin

from storyreel.assets.model import Act
from storyreel.film.motion.move import Move, Point, Stand, eased, seed, wave

CYCLIC = frozenset(("sway", "float", "breathe", "tremble", "flicker"))
SAMPLES = 16
"""Poses of one period; between them a layer goes straight."""
USUAL_S = {"sway": 4.0, "float": 3.0, "breathe": 4.0, "tremble": 0.4, "flicker": 1.2}
TREMBLE = ((0, 0), (1, -1), (-1, 0), (0, 1), (1, 1), (-1, -1), (1, 0), (-1, 1), (0, -1), (-1, 1))
FLICKER = (0.1, 0.7, 0.2, 1.0, 0.4, 0.8, 0.0, 0.6)
"""How far a flame is down at equal steps of its period."""
STRAY = 0.25
"""A fall may take so much longer or shorter to go by even whole pixels, which stay sharp."""

Stood = Callable[[int], Stand]


@dataclass(frozen=True)
class Cycle:
    """Something that comes back after `period` frames; `at` gives the stand at a frame of the clip."""

    period: int
    step: int
    """Frames between two poses."""
    at: Stood


def cycle_of(act: Act, where: Point, pivot: Point, ratio: float, key: str, move: Move) -> Cycle:
    """The cycle of an act of a layer with its centre at `where` that turns and grows about `pivot`.

    `key` seeds where in its period it begins; layers of one rig share it.
    """
    period = max(2, move.length(act.period_s or USUAL_S[act.kind]))
    phase = seed(move.shot, key, act.kind) % SAMPLES / SAMPLES
    swing = _swing(act, where, pivot, ratio)
    if act.kind == "tremble":
        return Cycle(len(TREMBLE), 1, lambda frame: _trembling(act.amount * ratio, frame))
    if act.kind == "flicker":
        return Cycle(
            period, max(1, period // len(FLICKER)), lambda frame: _burning(act, frame, period, phase)
        )
    return Cycle(period, max(1, period // SAMPLES), lambda frame: swing(wave(frame / period + phase)))


def _swing(act: Act, where: Point, pivot: Point, ratio: float) -> Callable[[float], Stand]:
    away_x, away_y = where[0] - pivot[0], where[1] - pivot[1]

    def swung(part: float) -> Stand:
        if act.kind == "float":
            return Stand(dy=act.amount * ratio * part)
        if act.kind == "breathe":
            return Stand(act.amount * part * away_x, act.amount * part * away_y, 1.0 + act.amount * part)
        return turned((away_x, away_y), act.amount * part)

    return swung


def turned(away: Point, degrees: float) -> Stand:
    """A layer turned clockwise about a point from which its centre is `away`."""
    angle = radians(degrees)
    x = away[0] * cos(angle) - away[1] * sin(angle)
    y = away[0] * sin(angle) + away[1] * cos(angle)
    return Stand(x - away[0], y - away[1], 1.0, degrees)


def _trembling(amount: float, frame: int) -> Stand:
    across, down = TREMBLE[frame % len(TREMBLE)]
    return Stand(amount * across, amount * down)


def _burning(act: Act, frame: int, period: int, phase: float) -> Stand:
    place = (frame / period + phase) % 1.0 * len(FLICKER)
    first = int(place)
    low, high = FLICKER[first % len(FLICKER)], FLICKER[(first + 1) % len(FLICKER)]
    return Stand(opacity=1.0 - act.amount * (low + (high - low) * eased(place - first)))


def fall(act: Act, ratio: float, move: Move) -> tuple[int, Point]:
    """Frames after which a fall begins anew, and the way it has gone by then, in pixels of the frame.

    The way is that after which the layer repeats, so there is no seam. The frames are those nearest to
    the act's period in which it goes by even whole pixels; where there are none, the nearest.
    """
    way = (act.toward[0] * act.period_s * ratio, act.toward[1] * act.period_s * ratio)
    wanted = move.length(act.period_s)
    for stray in range(int(wanted * STRAY) + 1):
        for frames in (wanted + stray, wanted - stray):
            if frames >= 1 and all(_even(part / frames) for part in way):
                return frames, way
    return wanted, way


def _even(value: float) -> bool:
    return abs(value / 2 - round(value / 2)) < 1e-6
