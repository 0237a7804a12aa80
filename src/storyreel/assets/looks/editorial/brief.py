"""What a template is told, and what it gives back."""

import hashlib
from dataclasses import dataclass, field, replace

from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.moods import ALIASES, MOODS, Mood, mood_of
from storyreel.assets.looks.editorial.palette import Palette
from storyreel.assets.looks.editorial.stage import Area, Stage
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import SETTINGS, Pick, Reading, read
from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Person, Thing
from storyreel.assets.reading import Reading as Seen
from storyreel.assets.stems import words

TURNS = ("disc", "arch", "half", "rings")
"""Shapes behind the subject of a plain telling, in turn, so that no picture comes back soon."""
SIZES = (1.0, 0.92, 1.07, 0.96)
"""Scale of the subject, in turn."""
FEELINGS = {
    "lonely": "lonely", "desolate": "sad", "eerie": "mysterious", "weary": "sad", "warm": "warm",
    "lively": "lively",
}  # fmt: skip
"""Mood of a reading -> tag of `moods`, where the need has no tag of its own."""
PLACE_SETTINGS = {
    "lamp_room": "indoors", "sea_cliff": "sea", "ship_deck": "sea", "open_sea": "sea", "underwater": "sea",
    "island": "sea", "river": "sea", "lake": "sea", "beach": "sea", "harbour": "sea", "bridge": "town",
    "waterfall": "mountains", "yard": "fields", "graveyard": "fields", "construction": "town",
    "stadium": "town", "ruins": "fields", "castle": "mountains", "park": "fields", "jungle": "forest",
    "hills": "fields", "volcano": "mountains", "desert": "fields", "snowfield": "mountains",
    "cave": "indoors", "mine": "indoors", "swamp": "forest", "sky": "fields", "shop": "indoors",
    "inn": "indoors", "church": "indoors", "workshop": "indoors", "factory": "indoors", "school": "indoors",
    "hospital": "indoors", "laboratory": "indoors", "office": "indoors", "museum": "indoors",
    "prison": "indoors", "hall": "indoors", "room": "indoors", "attic": "indoors", "cellar": "indoors",
    "bedroom": "indoors", "library": "indoors", "kitchen": "indoors", "airport": "town", "square": "town",
    "house": "indoors", "station": "town", "train": "indoors", "theatre": "indoors", "court": "indoors",
}  # fmt: skip
"""Place of a reading -> scenery, where the place's own name does not tell it."""


CARDS = frozenset(("title", "chapter", "credits"))
"""Kinds whose own words may call a thing that the reading leaves out."""


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
    flip: bool = False
    """The other side than the position asks for: the solver's second choice."""
    tight: float = 1.0
    """Scale of subject and type: smaller when nothing else fits."""

    @property
    def right(self) -> bool:
        """Which side the subject stands on; neighbours by position take turns."""
        return (self.need.position % 2 == 0) != self.flip

    @property
    def turn(self) -> int:
        """0..3, in turn by position."""
        return self.need.position % 4

    @property
    def seen(self) -> Seen | None:
        """What the shot's reader found, if it was asked."""
        return self.need.reading

    @property
    def people(self) -> tuple[Person, ...]:
        """Who is seen, the speaker first."""
        return self.need.people


@dataclass
class Page:
    """A composed picture: sketches back to front, boxes of words, objects used."""

    sketches: list[Sketch] = field(default_factory=list[Sketch])
    words: list[Area] = field(default_factory=list[Area])
    inks: list[tuple[str, str, float]] = field(default_factory=list[tuple[str, str, float]])
    """Text colour, what is behind it, size in design units."""
    objects: list[str] = field(default_factory=list[str])
    reason: str = ""
    blocks: list[Block] = field(default_factory=list[Block])
    """What the layout checks look at."""
    people: int = 0
    """How many people are drawn."""


def brief(need: PictureNeed, pal: Palette, scene: Stage, *, flip: bool = False, tight: float = 1.0) -> Brief:
    """Read a need for drawing. The seed depends on what is said and where, never on the shot's id."""
    seen = need.reading
    plain = read(need.words, place=need.place, time_of_day=need.time_of_day)
    reading = _merged(plain, seen, card=need.kind in CARDS) if seen else plain
    tags = need.emotional_tags or ((FEELINGS.get(seen.mood, ""),) if seen else ())
    if need.kind == "emotion" and not any(tags):
        tags = tuple(word for word in words(need.words) if word in MOODS or word in ALIASES)
    name, mood = mood_of(tags)
    material = f"{need.kind}|{need.words}|{need.position}|{need.place}".encode()
    if name in ("", "calm"):
        mood = replace(mood, shape=TURNS[need.position % 4])
    mood = replace(mood, subject=mood.subject * SIZES[need.position % 4])
    seed = int.from_bytes(hashlib.sha256(material).digest()[:4], "big")
    return Brief(need, reading, pal, scene, name, mood, seed, flip, tight)


def _merged(plain: Reading, seen: Seen, *, card: bool) -> Reading:
    """The shot's reading in the look's own words."""
    picks = tuple(picked(thing) for thing in (seen.subject, *seen.props) if thing)
    if not picks and card:
        picks = tuple(plain.picks)
    time = {"dusk": "night", "dawn": "dawn", "day": "day", "night": "night"}.get(seen.time, "")
    weather = "" if seen.weather == "clear" else seen.weather
    return replace(
        plain,
        picks=picks,
        setting=setting_of(seen.place) or plain.setting,
        time=time or plain.time,
        weather=weather or plain.weather,
        phrase="" if seen.kind == "scene" and picks else seen.phrase or plain.phrase,
        reason=seen.reason or plain.reason,
    )


def setting_of(place: str) -> str:
    """The scenery of a place's id; '' where there is none."""
    if place in PLACE_SETTINGS:
        return PLACE_SETTINGS[place]
    return next((name for name, row in SETTINGS.items() if place and place in row.split()), "")


def picked(thing: Thing) -> Pick:
    """A thing of the reading as an object of this look."""
    return Pick(thing.name, thing.word, thing.denied)


def lit(pick: Pick) -> bool:
    """Whether the object's lamps shine."""
    return not pick.denied
