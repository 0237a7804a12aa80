"""Words -> shot: what the words of a shot say there is to see. It knows nothing of drawing.

`read_shot` reads one shot from its own words and its `Surroundings`; `decide_kind` gives the decision
behind its kind, with what else it could have been; `scene_setting` reads place, time and weather of a
scene as a whole. Tables come first (`places`, `sky`, `idioms`, `storyreel.assets.nouns`); a table of near
words, made beforehand from WordNet, answers for nouns that they miss. Nothing is fetched or guessed at run
time: equal words give equal readings, and no neighbour's word has a say. Of a whole text
`people_of_text` tells whom it names and `topic_of` what it is about: both are handed to each line as
surroundings. Words owned here: reading, surroundings, setting, topic, idiom.
"""

from storyreel.assets.reader.people import people_named
from storyreel.assets.reader.places import INDOORS, NEAREST, PLACES
from storyreel.assets.reader.prose import Somebody, people_of_text
from storyreel.assets.reader.read import decide_kind, read_shot
from storyreel.assets.reader.setting import named_place, scene_setting
from storyreel.assets.reader.surroundings import Setting, Surroundings
from storyreel.assets.reader.topic import Topic, topic_of

__all__ = [
    "INDOORS",
    "NEAREST",
    "PLACES",
    "Setting",
    "Somebody",
    "Surroundings",
    "Topic",
    "decide_kind",
    "named_place",
    "people_named",
    "people_of_text",
    "read_shot",
    "scene_setting",
    "topic_of",
]
