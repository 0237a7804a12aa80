"""What a feeling changes: which grounds it may stand on, what shapes fill them, how large the subject is."""

from dataclasses import dataclass

from storyreel.assets.looks.editorial.palette import GroundName


@dataclass(frozen=True)
class Mood:
    """One row of the table. The first ground is preferred, the second serves templates that refuse it."""

    even: tuple[GroundName, GroundName]
    odd: tuple[GroundName, GroundName]
    shape: str
    """`disc`, `rays`, `star`, `rings`, `arch`, `half`, `columns`, `slash`, `bands`, `void`."""
    subject: float = 1.0
    """Scale of the subject."""
    weather: str = ""
    """`rain`, `confetti`, `fog` drawn when the words name no weather."""
    horizon: str = "hill"


MOODS: dict[str, Mood] = {
    "calm": Mood(("paper", "sun"), ("sky", "teal"), "disc"),
    "joyful": Mood(("sun", "red"), ("dawn", "teal"), "rays", 1.04, "confetti"),
    "sad": Mood(("ink", "paper"), ("deep", "sky"), "disc", 0.86, "rain"),
    "tense": Mood(("red", "ink"), ("deep", "teal"), "slash", 1.1),
    "afraid": Mood(("ink", "red"), ("deep", "teal"), "star", 0.8),
    "angry": Mood(("red", "ink"), ("deep", "dawn"), "burst", 1.12),
    "mysterious": Mood(("ink", "paper"), ("deep", "teal"), "rings", 0.95, "fog"),
    "warm": Mood(("sun", "red"), ("dawn", "teal"), "arch"),
    "lonely": Mood(("paper", "ink"), ("sky", "deep"), "void", 0.5),
    "hopeful": Mood(("paper", "sun"), ("dawn", "sky"), "half"),
    "solemn": Mood(("ink", "paper"), ("teal", "deep"), "columns"),
    "lively": Mood(("red", "sun"), ("teal", "dawn"), "bands", 1.05, "confetti"),
    "": Mood(("paper", "red"), ("teal", "sky"), "disc"),
}
"""Mood by emotional tag; the empty tag is the plain telling."""

ALIASES = {
    "joy": "joyful",
    "happy": "joyful",
    "sadness": "sad",
    "grief": "sad",
    "melancholy": "sad",
    "tension": "tense",
    "suspense": "tense",
    "fear": "afraid",
    "scared": "afraid",
    "anger": "angry",
    "mystery": "mysterious",
    "eerie": "mysterious",
    "tender": "warm",
    "love": "warm",
    "loneliness": "lonely",
    "hope": "hopeful",
    "grave": "solemn",
    "excited": "lively",
    "playful": "lively",
    "peaceful": "calm",
    "neutral": "",
}
"""Near words for the tags above."""


def mood_of(tags: tuple[str, ...]) -> tuple[str, Mood]:
    """The first tag that is known, and its row."""
    for tag in tags:
        name = ALIASES.get(tag.lower(), tag.lower())
        if name in MOODS:
            return name, MOODS[name]
    return "", MOODS[""]
