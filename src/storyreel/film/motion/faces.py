"""Mouths open while their owner's voice is loud, and eyes close for an instant now and then."""

from collections.abc import Sequence

from storyreel.film.motion.move import Move, Ranges, seed

BLINK_S = 4 / 30
"""Lids are down this long."""
SOONEST_S, LATEST_S = 2.5, 5.0
"""Between two blinks."""
APART_S = 0.3
"""Two people do not blink at once: the later one waits so long."""


def blinks(people: Sequence[str], move: Move) -> dict[str, Ranges]:
    """When the eyes of each are closed, by id."""
    taken: list[tuple[int, int]] = []
    found: dict[str, Ranges] = {}
    for person in people:
        own = tuple(_free(start, taken, move) for start in _starts(person, move))
        own = tuple(span for span in own if span[1] < move.frames)
        taken += own
        found[person] = own
    return found


def mouth(person: str, move: Move) -> Ranges:
    """When the mouth of a person is open."""
    return tuple((first, last) for first, last in move.loud.get(person, ()) if first < move.frames)


def _starts(person: str, move: Move) -> list[int]:
    """Frames at which somebody would blink; the first comes early, so that short shots see one too."""
    starts: list[int] = []
    now = 0.5 + _chance(person, move, 0) * 2.0
    while now * move.fps < move.frames:
        starts.append(round(now * move.fps))
        now += SOONEST_S + _chance(person, move, len(starts)) * (LATEST_S - SOONEST_S)
    return starts


def _chance(person: str, move: Move, number: int) -> float:
    return seed(person, move.shot, str(number)) % 1000 / 1000


def _free(start: int, taken: Sequence[tuple[int, int]], move: Move) -> tuple[int, int]:
    """The blink from `start` on, put off until nobody else has one."""
    length, apart = move.length(BLINK_S), move.length(APART_S)
    for first, last in sorted(taken):
        if start < last + apart and start + length + apart > first:
            start = last + apart
    return start, start + length
