"""What the words of a shot say there is to see. Data only: the reader fills it, looks draw from it."""

from typing import Literal

from pydantic import Field

from storyreel.kit.schema import Model

PictureKind = Literal[
    "title", "chapter", "quote", "dialogue", "list", "number", "chart", "people_chart", "timeline", "journey",
    "comparison", "process", "emotion", "crowd", "lower_third", "scene", "sentence", "credits",
]  # fmt: skip
"""`scene` shows place, subject, people; `sentence` is typography, where the words give no picture."""
Time = Literal["", "dawn", "day", "dusk", "night"]
Weather = Literal["", "clear", "rain", "snow", "fog", "storm"]
Mood = Literal["calm", "lively", "warm", "lonely", "desolate", "eerie", "weary", "brisk"]
Expression = Literal[
    "neutral", "happy", "sad", "afraid", "worried", "tired", "angry", "surprised", "asleep", "proud",
    "doubtful",
]  # fmt: skip
Gesture = Literal["standing", "speaking", "listening", "sitting", "walking", "working", "pointing"]
Age = Literal["child", "adult", "old"]
Color = Literal["red", "ochre", "teal", "plum", "blue", "green", "cream", "rust", "ink"]


class Thing(Model):
    """An object that the words call, by its id in the shared vocabulary."""

    name: str
    word: str
    """As the author wrote it."""
    denied: bool = False
    """Absent or put out: `no lamp was lit`."""
    count: int = Field(default=1, ge=0)
    """`three boats` is three."""


class Figure(Model):
    """A number that is said, with what it counts."""

    value: str
    """As it is shown: `12.4`, `25-150`, `1964`."""
    amount: float
    """As a number, for counting up and for bars."""
    unit: str = ""
    label: str = ""
    """What it belongs to: a year, a name, a place."""
    word: int = Field(default=0, ge=0)
    """0-based word of the shot's words at which it is said."""


class Item(Model):
    """One member of a list, a process, a comparison or a journey."""

    text: str
    thing: Thing | None = None
    word: int = Field(default=0, ge=0)
    """0-based word of the shot's words at which it is said."""


class Reading(Model):
    """What a shot shows. Empty fields are what the words do not say."""

    kind: PictureKind
    place: str = ""
    """Id of a place: `harbour`, `village`, `kitchen`; '' where nothing tells."""
    time: Time = ""
    weather: Weather = ""
    mood: Mood = "calm"
    subject: Thing | None = None
    props: tuple[Thing, ...] = ()
    """Further objects of the line, in order of weight."""
    people: int = Field(default=0, ge=0)
    """How many people are there beside the named ones; a crowd is counted."""
    named: tuple[str, ...] = ()
    """Ids of known people whom the words name, in order."""
    roles: tuple[str, ...] = ()
    """Who else is seen, in the author's words: `baker`, `old woman`; each a Person by its role."""
    figures: tuple[Figure, ...] = ()
    items: tuple[Item, ...] = ()
    heading: str = ""
    """What a list, chart or process is about, in the author's words."""
    quote: str = ""
    said_by: str = ""
    phrase: str = ""
    """The strongest words of the line, at most four."""
    reason: str = ""
    """Which words led here, in one sentence."""


class Appearance(Model):
    """How somebody looks, in words that every look can draw."""

    gender: Literal["female", "male", "unknown"] = "unknown"
    age: Age = "adult"
    skin: Literal["light", "tan", "brown", "dark"] = "tan"
    hair: Literal["short", "bob", "long", "braids", "bun", "curly", "bald"] = "short"
    hair_color: Literal["black", "brown", "blond", "red", "grey", "white"] = "brown"
    clothes: Literal["coat", "dress", "suit", "sweater", "shirt", "apron", "uniform"] = "coat"
    color: Color = "teal"
    second_color: Color = "cream"
    wears: Literal["", "glasses", "hat", "cap", "headscarf", "scarf", "beard", "moustache"] = ""


class PackPicture(Model):
    """A picture of a character that the author drew: a transparent still, standing on its lower edge."""

    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str
    expression: Expression = "neutral"
    mouth: Literal["closed", "open"] = "closed"


class Person(Model):
    """Somebody in a shot."""

    id: str
    """Canon or speaker id."""
    name: str
    appearance: Appearance = Appearance()
    expression: Expression = "neutral"
    gesture: Gesture = "standing"
    speaks: bool = False
    side: Literal["", "left", "right"] = ""
    """Where a talk puts them, the same through a scene; '' where the look may choose."""
    pictures: tuple[PackPicture, ...] = ()
    """The author's own; empty: the look draws the person."""
