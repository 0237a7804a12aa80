"""What a whole text is about: the thing of its title, which a line can mean without naming it."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from storyreel.assets.nouns import OBJECTS, PEOPLE, SCENERY
from storyreel.assets.reader.things import LOOSE, PREPOSITIONS, called
from storyreel.assets.reader.tokens import Token, tokens
from storyreel.assets.stems import stem
from storyreel.kit.names import name_words

PLACE_THINGS = {
    "harbour": "ship", "sea_cliff": "lighthouse", "open_sea": "ship", "farm": "barn", "school": "school", "church": "church",
    "castle": "castle", "forest": "pine", "mountains": "mountain", "hospital": "hospital", "library": "book",
    "space": "rocket", "volcano": "volcano", "station": "train", "airport": "airplane", "bridge": "bridge", "factory": "factory",
    "kitchen": "pot", "city": "city", "village": "village", "theatre": "mask", "desert": "cactus", "market": "basket",
    "island": "desert-island", "garden": "tulip", "workshop": "hammer", "laboratory": "microscope", "river": "boat",
}  # fmt: skip
"""What stands for a place that a text is about."""
ANIMALS = frozenset(
    """gull fish crab lobster octopus squid spouting-whale dolphin shark seal turtle dog cat horse cow sheep goat pig rooster chicken duck goose swan owl crow
    bird dove eagle parrot penguin fox wolf bear deer rabbit mouse rat hedgehog chipmunk bat frog snake lion tiger elephant
    camel monkey bee butterfly spider ant ladybug snail worm caterpillar beetle cricket fly mosquito scorpion chick turkey flamingo
    donkey ox ram llama boar badger beaver otter raccoon skunk moose hamster giraffe zebra leopard hippopotamus rhinoceros
    crocodile kangaroo koala panda sloth orangutan mammoth dinosaur tyrannosaur jellyfish oyster shrimp""".split()
)
"""Objects of which a text says `she` and `they` as of somebody."""
_ORDERS = frozenset(
    """turn do let repeat wait take put add mix hold push press cut fold place remove leave keep check clean dry wash rinse stir bake pour
    sharpen start stop use try open close lift pull roll set tie wrap measure mark rub polish grind slide tilt
    flip shake peel chop slice boil cook fry cool heat warm cover drain soak store hang feed water plant dig sow
    prune repot knead sprinkle spread brush paint glue sew stitch drill saw sand screw hammer lay bring draw move
    test tighten loosen fill empty rest""".split()
)
"""Verbs with which an instruction opens."""
_LEADS = frozenset(
    "first second third then next now finally lastly never always don't and so please afterwards".split()
)
_IT_IS = frozenset(
    "is was isn't wasn't has had seems seemed takes took rained rains snowed snows happened happens turns turned would will may might could".split()
)
"""What follows an `it` that means nothing: `it is late`, `it takes a year`."""
_OF_IT = re.compile(r"^(?:it|its|they|them|their|theirs|itself|themselves)$")
MOST_TEXT = 0.2
"""Share of the lines that name a thing from which it is the topic of a text whose title names none."""


@dataclass(frozen=True)
class Topic:
    """What a text is about; empty where its title, headings and lines do not tell."""

    thing: str = ""
    """Id of an object."""
    word: str = ""
    """As the author wrote it."""
    context: tuple[str, ...] = ()
    """Stems of words that belong to the topic: they tell what a word with several meanings means."""

    @property
    def animal(self) -> bool:
        """Whether the topic is an animal, of which `she` and `they` may be said."""
        return self.thing in ANIMALS


NO_TOPIC = Topic()


@lru_cache(maxsize=64)
def topic_of(
    title: str, headings: tuple[str, ...] = (), place: str = "", names: tuple[tuple[str, str], ...] = ()
) -> Topic:
    """The topic of a text by its title, else by its first heading that names a thing, else by its place."""
    for source in (title, *headings):
        thing, word = card_thing(source, names)
        if thing:
            break
    else:
        thing, word = PLACE_THINGS.get(place, ""), ""
    if thing in SCENERY and place in PLACE_THINGS:
        thing, word = PLACE_THINGS[place], ""
    context = {token.stem for source in (title, *headings) for token in tokens(source)}
    context |= {stem(part) for row in (OBJECTS.get(thing, ""),) for part in re.split(r"[\s_]", row)}
    return Topic(thing, word, tuple(sorted(each for each in context if len(each) > 2)))


def card_thing(text: str, names: tuple[tuple[str, str], ...] = ()) -> tuple[str, str]:
    """(object id, word) of a title or heading, whose words are written large without being names."""
    known = {word for _, name in names for word in name_words(name)}
    plain = " ".join(
        word if word.strip(".,;:!?").lower().removesuffix("'s").removesuffix("’s") in known else word.lower()
        for word in text.split()
    )
    for each in called(plain):
        if each.weight < LOOSE and each.thing.name not in PEOPLE and not each.thing.denied:
            return each.thing.name, text.split()[each.index].strip(".,;:!?")
    return "", ""


def speaks_of_topic(words: str, topic: Topic, *, people: bool, until: int) -> str:
    """The word by which a line without a thing of its own means the topic, or ''.

    `people`: somebody could be meant by `they`; `until`: from this word on a pronoun may mean a noun of the line.
    """
    spoken = tokens(re.sub(r"[\"“][^\"”]*[\"”]", " ", words))
    if not topic.thing or not spoken:
        return ""
    for token in spoken:
        if token.stem in (stem(topic.thing), stem(topic.word.lower())) and topic.word:
            return token.plain
        if token.index < until and _OF_IT.match(token.lower) and not _empty_it(spoken, token):
            plural = token.lower.startswith("the")
            if not plural or topic.animal or not people:
                return token.plain
        if topic.animal and token.lower in ("she", "her", "he", "his", "him"):
            return token.plain
    opening = next((token for token in spoken if token.lower not in _LEADS), spoken[0])
    return opening.plain if opening.lower in _ORDERS and opening.index <= 2 else ""


def _empty_it(spoken: tuple[Token, ...], token: Token) -> bool:
    at = spoken.index(token)
    after = spoken[at + 1 : at + 2]
    if at and spoken[at - 1].lower in PREPOSITIONS:
        return False
    return token.lower == "it" and bool(after) and after[0].lower in _IT_IS


def animal_words(topic: Topic, spoken: Sequence[Token]) -> bool:
    """Whether a line is told of animals: its topic is one, or it names one."""
    return topic.animal or any(token.stem in _ANIMAL_STEMS for token in spoken)


_ANIMAL_STEMS = frozenset(stem(word) for word in ("bee", "hive", "colony", "ant", "wasp", "swarm"))
