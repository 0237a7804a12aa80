"""What is known around a shot's words: nothing of it comes from a neighbour's words."""

from dataclasses import dataclass
from typing import Literal

from storyreel.assets.reader.topic import NO_TOPIC, Topic
from storyreel.assets.reading import Time, Weather

Form = Literal["", "prose", "item", "quote", "heading"]


@dataclass(frozen=True)
class Surroundings:
    """Where a shot stands. Empty fields are not known."""

    place: str = ""
    """Id of the scene's place (`scene_setting`)."""
    time: Time = ""
    weather: Weather = ""
    heading: str = ""
    """The scene's heading, as the author wrote it."""
    speaker: str = ""
    """Name of who says the words; '' for the narrator."""
    says: str = ""
    """Id of the animal that says the words, as in a fable."""
    dialogue: bool = False
    """Whether the words are a line of `speaker`."""
    form: Form = ""
    """How the author set the words."""
    names: tuple[tuple[str, str], ...] = ()
    """Known people as (id, name), for example the speakers of the script."""
    aliases: tuple[tuple[str, str], ...] = ()
    """(word, id) of known people whom the text calls by a word as well: `girl` is Lise."""
    she: str = ""
    """Whom `she` means in this scene: the id of a known person, or a word for somebody."""
    he: str = ""
    topic: Topic = NO_TOPIC
    """What the whole text is about."""
    title: bool = False
    """The shot is the film's title."""
    chapter: bool = False
    """The shot is the card of a heading."""
    credits: bool = False
    """The shot is the end card."""
    emotional_tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Setting:
    """Place, time and weather of a scene as a whole; '' where nothing tells."""

    place: str = ""
    time: Time = ""
    weather: Weather = ""
    reason: str = ""
