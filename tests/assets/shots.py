"""Readings of every picture kind, with short, long and awkward words."""
# ruff: noqa: E501  # rows of a table read worse when they are broken

from typing import Any

from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Appearance, Figure, Item, Person, Reading, Thing
from tests.assets.lines import need

MARA = Person(
    id="mara",
    name="Mara",
    appearance=Appearance(
        gender="female", hair="braids", hair_color="red", clothes="sweater", color="ochre", skin="light"
    ),
    speaks=True,
    gesture="speaking",
)
HALE = Person(
    id="hale",
    name="Old Hale",
    appearance=Appearance(
        gender="male", age="old", hair="bald", hair_color="white", clothes="shirt", color="cream",
        wears="moustache",
    ),
    gesture="listening",
)  # fmt: skip
RUIZ = Person(
    id="ruiz",
    name="Dr. Elena Maria Ruiz-Santamaría",
    appearance=Appearance(
        gender="female", hair="bun", hair_color="black", clothes="suit", color="red", skin="brown",
        wears="glasses",
    ),
    speaks=True,
    expression="worried",
)  # fmt: skip
LONG = (
    "We never thought of leaving, not even when the sea came in through the kitchen door, took the chairs "
    "and the clock, and left a fish on the stairs."
)
AWKWARD = "Donaudampfschifffahrtsgesellschaftskapitän"


def thing(name: str) -> Thing:
    return Thing(name=name, word=name)


def item(text: str, name: str = "", word: int = 0) -> Item:
    return Item(text=text, thing=thing(name) if name else None, word=word)


def figure(value: str, amount: float, unit: str = "", label: str = "", word: int = 0) -> Figure:
    return Figure(value=value, amount=amount, unit=unit, label=label, word=word)


def shot(kind: str, words: str, *, people: tuple[Person, ...] = (), position: int = 0, tag: str = "",
         framing: str = "medium", **reading: Any) -> PictureNeed:  # fmt: skip
    """A need with its reading."""
    seen = Reading.model_validate({"kind": kind, **reading})
    return need(words, kind, tag, reading=seen, people=people, position=position, framing=framing)


YEARS = (figure("1964", 1964, label="the first recording"), figure("1965", 1965, label="a golden disc"),
         figure("2001", 2001, label="nine hundred tapes"))  # fmt: skip
STOPS = (
    item("Home", "house", 1),
    item("The narrow strait of Kattegat", "ship", 3),
    item("The light", "lighthouse", 5),
)
STEPS = (
    item("cut", "tree"),
    item("soak for two days", "water"),
    item("press", "hammer"),
    item("dry", "scroll"),
)
BARS = (figure("15", 15, "hours", "Cat"), figure("12.5", 12.5, "hours", "Dog of the neighbours"),
        figure("3", 3, "hours", "Horse"))  # fmt: skip

SHOTS: dict[str, PictureNeed] = {
    "title": shot("title", "Why do cats purr?", subject=thing("cat")),
    "title-long": shot("title", f"The Last Keeper of {AWKWARD} Rock and the Winter of the Great Storm"),
    "chapter": shot("chapter", "Chapter Two: The Long Night at Sea", subject=thing("ship"), position=1),
    "quote": shot("quote", '"It is not only happiness," she said.', people=(RUIZ,), position=1, quote="It is not only happiness."),
    "quote-long": shot("quote", LONG, people=(HALE,), quote=LONG),
    "dialogue": shot("dialogue", '"Every morning."', people=(HALE.model_copy(update={"speaks": True}), MARA), position=1,
                     quote="Every morning.", subject=thing("bucket")),
    "dialogue-long": shot("dialogue", LONG, people=(MARA, HALE), quote=LONG),
    "dialogue-awkward": shot("dialogue", AWKWARD, people=(MARA,), quote=AWKWARD, position=2),
    "lower_third": shot("lower_third", "Dr. Elena Maria Ruiz-Santamaría has listened to cats for thirty years.",
                        people=(RUIZ,), subject=thing("cat")),
    "emotion": shot("emotion", "Cats also purr when they are hurt or afraid.", tag="afraid", phrase="hurt or afraid"),
    "emotion-long": shot("emotion", f"She was {AWKWARD}.", tag="sad", phrase=AWKWARD, people=(MARA,), position=1),
    "list": shot("list", "Three reasons.", heading="Three reasons", items=(item("comfort", "bed"), item("a long life", "heart"), item("asking for food", "fish"))),
    "number": shot("number", "A cat purrs at 900 hertz.", subject=thing("cat"), figures=(figure("900", 900, "hertz", word=4),)),
    "number-long": shot("number", "It cost 12,450,000 Deutschmarks.", figures=(figure("12,450,000", 12_450_000, "Deutschmarks"),), position=1),
    "people_chart": shot("people_chart", "12 of 20 owners woke up.", figures=(figure("12", 12), figure("20", 20, "owners of older cats"))),
    "chart": shot("chart", "Cats nap 15 hours.", heading="Who naps longest of all the animals?", figures=BARS, position=1),
    "comparison": shot("comparison", "A candle, or a lamp.", items=(item("40 hours", "candle"), item("a thousand hours", "lamp"))),
    "process": shot("process", "First cut, then soak.", heading="How paper is made", items=STEPS, position=1),
    "timeline": shot("timeline", "In 1964.", heading="From tape to disc", figures=YEARS),
    "journey": shot("journey", "From home to the light.", heading="Nine days north", items=STOPS, position=1),
    "crowd": shot("crowd", "Seventeen people stood there.", people=(), place="square").model_copy(
        update={"reading": Reading(kind="crowd", people=17, place="square")}),
    "crowd-large": shot("crowd", "A thousand people stood there.", place="square", position=1).model_copy(
        update={"reading": Reading(kind="crowd", people=1000)}),
    "scene": shot("scene", "Mara climbed to the lighthouse.", people=(MARA,), place="sea_cliff", subject=thing("lighthouse")),
    "scene-two": shot("scene", "They sat in the kitchen.", people=(HALE, RUIZ), place="kitchen", position=1),
    "scene-alone": shot("scene", "Old Hale walked home at night.", people=(HALE,), place="road", time="night", framing="establishing"),
    "sentence": shot("sentence", "It was the kind of silence that has weight.", phrase="silence that has weight", position=1),
    "credits": shot("credits", "Thank you\nfor listening.\nVoice: narrator\nDrawings: Open Peeps, Noto Emoji", subject=thing("cat")),
    "list-awkward": shot("list", "Three.", items=(item(AWKWARD), item("a"), item(AWKWARD, "fish"), item("of no use at all to anybody")), position=1),
    "chart-awkward": shot("chart", "Two.", figures=(figure("3", 3, "hours", AWKWARD), figure("12,000.5", 12000.5, "hours", "b"))),
    "comparison-awkward": shot("comparison", "Than.", items=(item(f"1 {AWKWARD}"), item("x", "lamp")), position=1),
    "process-awkward": shot("process", "Five.", heading=f"How a {AWKWARD} works", items=(item(AWKWARD),) * 5),
    "sentence-awkward": shot("sentence", f"It was the kind of {AWKWARD} that has no weight.", phrase=f"silence of {AWKWARD}"),
    "timeline-awkward": shot("timeline", "Five.", figures=tuple(figure(str(y), y, label=AWKWARD if y % 2 else "it began") for y in (1900, 1901, 1902, 1999, 2000))),
    "journey-awkward": shot("journey", "Five.", items=(item(AWKWARD), item("b"), item("c", "ship"), item(AWKWARD), item("e"))),
}  # fmt: skip
"""One need for each template and for what strains it."""
