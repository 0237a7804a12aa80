"""What a template is told, and what it gives back."""

import hashlib
from dataclasses import dataclass, field

from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.moods import Mood, mood_of
from storyreel.assets.looks.editorial.palette import Palette
from storyreel.assets.looks.editorial.stage import Area, Stage
from storyreel.assets.meaning import Pick, Reading, read
from storyreel.assets.model import PictureNeed


@dataclass(frozen=True)
class Brief:
    """One picture need, read."""

    need: PictureNeed
    reading: Reading
    pal: Palette
    stage: Stage
    mood_name: str
    mood: Mood
    seed: int

    @property
    def right(self) -> bool:
        """Which side the subject stands on; neighbours by position take turns."""
        return self.need.position % 2 == 0


@dataclass
class Page:
    """A composed picture: sketches back to front, boxes of words, objects used."""

    sketches: list[Sketch] = field(default_factory=list[Sketch])
    words: list[Area] = field(default_factory=list[Area])
    inks: list[tuple[str, str, float]] = field(default_factory=list[tuple[str, str, float]])
    """Text colour, what is behind it, size in design units."""
    objects: list[str] = field(default_factory=list[str])
    reason: str = ""


def brief(need: PictureNeed, pal: Palette, scene: Stage) -> Brief:
    """Read a need for drawing. The seed depends on what is said and where, never on the shot's id."""
    reading = read(need.words, place=need.place, time_of_day=need.time_of_day)
    name, mood = mood_of(need.emotional_tags)
    material = f"{need.kind}|{need.words}|{need.position}|{need.place}".encode()
    return Brief(
        need, reading, pal, scene, name, mood, int.from_bytes(hashlib.sha256(material).digest()[:4], "big")
    )


def lit(pick: Pick) -> bool:
    """Whether the object's lamps shine."""
    return not pick.denied
