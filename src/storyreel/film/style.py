"""Tables: how a feeling is filmed. One row a tag: framing, movements to choose from, strength, mood.

The look decides palettes from the same tags. A tag that has no row is filmed like a plain statement.
"""

from dataclasses import dataclass

from storyreel.film.model import Movement


@dataclass(frozen=True)
class Feeling:
    """How a tag frames and moves a shot.

    `scale`, `shift_x`, `shift_y` and `tilt_deg` place the subject (shifts as a fraction of the frame's
    height); `strength` multiplies every movement.
    """

    framing: str
    movements: tuple[Movement, ...]
    strength: float
    scale: float = 1.0
    shift_x: float = 0.0
    shift_y: float = 0.0
    tilt_deg: float = 0.0


PLAIN = Feeling("level, balanced", ("push_in", "drift_left", "pull_out", "drift_right"), 1.0)

FEELINGS: dict[str, Feeling] = {
    "calm": Feeling("level, wide margins", ("still", "drift_right", "drift_left"), 0.6, scale=0.97),
    "joyful": Feeling("open, from slightly below", ("rise", "push_in", "rise"), 1.3, shift_y=-0.01),
    "sad": Feeling("low, much air above", ("pull_out", "still", "drift_left"), 0.7, scale=0.95, shift_y=0.02),
    "tense": Feeling("tight, tilted", ("push_in", "push_in", "drift_left"), 1.6, tilt_deg=1.2),
    "afraid": Feeling("small, tilted", ("pull_out", "push_in"), 1.5, scale=0.92, tilt_deg=-1.6),
    "angry": Feeling("tight, head on", ("push_in", "rise", "push_in"), 2.0, scale=1.02),
    "mysterious": Feeling("off centre", ("drift_left", "drift_right", "push_in"), 0.9, shift_x=0.015),
    "warm": Feeling("close, centred", ("push_in", "still", "drift_right"), 0.8, scale=1.01),
    "lonely": Feeling("small in frame", ("pull_out", "drift_right", "still"), 1.0, scale=0.9, shift_x=0.02),
    "hopeful": Feeling("looking up", ("rise", "drift_right", "push_in"), 1.0, shift_y=-0.015),
    "solemn": Feeling("frontal, still", ("still", "still", "pull_out"), 0.5),
    "lively": Feeling("loose, leaning", ("drift_left", "rise", "drift_right"), 1.8, tilt_deg=0.8),
}  # fmt: skip

PACES: dict[str, float] = {
    "calm": 0.97, "sad": 0.95, "solemn": 0.94, "lonely": 0.96, "mysterious": 0.97,
    "joyful": 1.03, "lively": 1.05, "tense": 1.03, "angry": 1.03,
}  # fmt: skip
"""Speaking rate by tag; small steps, because more sounds like another person."""

CLOSE_TAGS = frozenset(("afraid", "angry", "sad", "warm", "tense", "joyful"))
"""Feelings that are read in a face: their shots come close."""

SOUNDS: dict[str, str] = {
    "rain": "rain", "storm": "storm", "thunder": "storm", "wind": "wind", "gale": "wind", "waves": "sea",
    "sea": "sea", "surf": "sea", "bell": "bell", "bells": "bell", "fire": "fire", "gulls": "gulls",
    "crowd": "crowd", "market": "crowd", "train": "train", "door": "door",
    "footsteps": "footsteps", "clock": "clock",
}  # fmt: skip


def feeling_of(tags: tuple[str, ...]) -> Feeling:
    """The row of the strongest tag that has one."""
    return next((FEELINGS[tag] for tag in tags if tag in FEELINGS), PLAIN)
