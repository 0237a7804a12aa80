"""Kinds: pictures that are no scene, laid on a table of coloured paper.

`desk` is that table: its ground, its words (measured and checked), its things. `cards` sets titles and
chapters, `words` quotations and sentences, `labels` names and the end card; `listing` lists, steps and
comparisons; `counted` numbers and bars, `many` counted people and dates; `journey` draws the map; `people`
sets two who talk, a feeling and a crowd into their place. Each is a `Compose`: a shot in, a page of sheets
out. Words owned here: desk, niche.
"""

from storyreel.assets.looks.papercut.kinds.cards import chapter, title
from storyreel.assets.looks.papercut.kinds.counted import chart, number
from storyreel.assets.looks.papercut.kinds.journey import journey
from storyreel.assets.looks.papercut.kinds.labels import end_card, lower_third
from storyreel.assets.looks.papercut.kinds.listing import comparison, listing, process
from storyreel.assets.looks.papercut.kinds.many import people_chart, timeline
from storyreel.assets.looks.papercut.kinds.people import crowd, dialogue, emotion
from storyreel.assets.looks.papercut.kinds.words import quote, sentence
from storyreel.assets.looks.papercut.sheet import Compose
from storyreel.assets.reading import PictureKind

KINDS: dict[PictureKind, Compose] = {
    "title": title,
    "chapter": chapter,
    "quote": quote,
    "sentence": sentence,
    "lower_third": lower_third,
    "credits": end_card,
    "list": listing,
    "process": process,
    "comparison": comparison,
    "number": number,
    "chart": chart,
    "people_chart": people_chart,
    "timeline": timeline,
    "journey": journey,
    "dialogue": dialogue,
    "emotion": emotion,
    "crowd": crowd,
}
"""Every kind but `scene`."""

__all__ = ["KINDS"]
