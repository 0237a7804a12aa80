"""Words -> what there is to see."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from storyreel.assets.meaning import key_phrase
from storyreel.assets.nouns import PEOPLE, SCENERY
from storyreel.assets.reader.counts import numbers
from storyreel.assets.reader.feelings import STRONG, felt, mood_of
from storyreel.assets.reader.figures import big_number, compared, figures_of, share_of, years_of
from storyreel.assets.reader.idioms import without_idioms
from storyreel.assets.reader.kinds import kind_scores, reasons
from storyreel.assets.reader.meant import Meant
from storyreel.assets.reader.parts import Parts, journey_of, list_of, sides_of, steps_of
from storyreel.assets.reader.people import Folk, folk, titled_name
from storyreel.assets.reader.places import HABITATS
from storyreel.assets.reader.setting import OWN, PLACE_STEMS, SURE, place_weights
from storyreel.assets.reader.sky import time_of, weather_of
from storyreel.assets.reader.speech import Quoted, quoted, speakers_named
from storyreel.assets.reader.surroundings import Surroundings
from storyreel.assets.reader.things import LOOSE, Called, called
from storyreel.assets.reader.tokens import tokens
from storyreel.assets.reader.topic import animal_words, card_thing, speaks_of_topic
from storyreel.assets.reading import Figure, PictureKind, Reading, Thing, Time, Weather
from storyreel.kit.decision import Decision, decide

RULE = "storyreel.assets.reader.kinds:kind_scores"
KINDS: dict[str, PictureKind] = {name: name for name in PictureKind.__args__}
MOST_PROPS = 5
MOST_DRAWN = 400
"""A greater number of people is told as a number, for nobody could see that many."""
WEATHER_THINGS = frozenset(["rain", "snowflake", "storm", "fog"])
"""Objects of weather: where the line's own weather says it, the sky shows them and no thing."""
_FLAKES = frozenset(["snowflake", "snowflakes", "raindrop", "raindrops"])
_DOERS = frozenset(["i", "we", "you", "they", "people"])


@dataclass(frozen=True)
class _Found:
    """All that the rules found in a line."""

    things: tuple[Called, ...]
    folk: Folk
    quoted: Quoted
    listed: Parts
    steps: Parts
    journey: Parts
    sides: Parts
    share: tuple[Figure, Figure] | None
    compared: tuple[Figure, ...]
    place: str
    place_word: str
    time: Time
    weather: Weather
    topic: str
    """The word by which a line without a thing of its own means what the text is about, or ''."""


@lru_cache(maxsize=1024)
def read_shot(words: str, around: Surroundings) -> Reading:
    """What a shot shows, from its own words and from where it stands. Never empty of a kind."""
    found = _find(words, around)
    scores = kind_scores(**_facts(words, around, found))
    kind = KINDS[max(scores, key=lambda name: scores[name])]
    time, weather = found.time or around.time, found.weather or around.weather
    if around.dialogue:
        # What is spoken of need not be here and now.
        time, weather = around.time or found.time, around.weather or found.weather
    things = _shown(words, around, found)
    place = found.place or around.place or _habitat(things)
    parts = _parts(kind, found)
    subject = things[0] if things else None
    return Reading(
        kind=kind,
        place=place,
        time=time,
        weather=weather,
        mood=mood_of(words, around.emotional_tags, time, weather, found.folk.people),
        subject=subject,
        props=things[1 : 1 + MOST_PROPS],
        # Whom a speaker tells of is not here.
        people=0 if around.dialogue or around.says else found.folk.people,
        named=found.folk.named,
        roles=found.folk.roles,
        figures=_figures(kind, words, found),
        items=parts.items,
        heading=parts.heading or (titled_name(words) if kind == "lower_third" else ""),
        quote=_quote(kind, words, found),
        said_by=(around.speaker if kind in ("dialogue", "quote") else "") or found.quoted.said_by,
        phrase=key_phrase(words),
        reason=_reason(kind, scores, found, around),
    )


def decide_kind(words: str, around: Surroundings, about: str) -> Decision:
    """Why the shot is of its kind, with what else it could have been; `about` is `shot:ID`."""
    facts = _facts(words, around, _find(words, around))
    scores = kind_scores(**facts)
    return decide(about, "picture kind", RULE, scores, reasons(scores), **facts)


def _means_topic(words: str, around: Surroundings, things: tuple[Called, ...]) -> str:
    own = (each for each in things if each.weight < LOOSE and each.thing.name not in SCENERY | WEATHER_THINGS)
    if any(own) or around.dialogue:
        return ""
    nouns = [each.index for each in things if each.thing.name != around.topic.thing and each.weight < LOOSE]
    places = [at for at, token in enumerate(tokens(words)) if token.stem in PLACE_STEMS]
    until = min((*nouns, *places), default=len(words))
    somebody = bool(around.names or around.she or around.he)
    return speaks_of_topic(words, around.topic, people=somebody, until=until)


@lru_cache(maxsize=1024)
def _find(words: str, around: Surroundings) -> _Found:
    context = frozenset(around.topic.context)
    weights = place_weights(words, context)
    best = max(weights, key=lambda name: weights[name][0], default="")
    weight, place_word = weights.get(best, (0.0, ""))
    own = (weight >= SURE and not around.dialogue) or (weight >= OWN and not around.place)
    things = called(words, frozenset([place_word.lower()] if own else []), context)
    animals = animal_words(around.topic, tokens(words))
    meant = Meant(around.aliases, around.she, around.he, context, animals)
    people = folk(words, around.names, meant)
    return _Found(
        things=things,
        folk=people,
        quoted=quoted(words),
        listed=list_of(words, around.form, context),
        steps=steps_of(words, context),
        journey=journey_of(words),
        sides=sides_of(words, context),
        share=share_of(without_idioms(words)),
        compared=compared(without_idioms(words)),
        place=best if own else "",
        place_word=place_word if own else "",
        time=time_of(without_idioms(words))[0],
        weather=weather_of(without_idioms(words))[0],
        topic="" if people.people + len(people.named) else _means_topic(words, around, things),
    )


def _facts(words: str, around: Surroundings, found: _Found) -> dict[str, Any]:
    """What the rule of kinds reads, as plain data."""
    feeling, told = felt(words)
    firm = [each for each in found.things if each.weight < LOOSE and each.thing.name not in PEOPLE]
    years = {number.value for number in numbers(words) if number.year}
    alone = speakers_named(words) == 1
    return {
        "form": around.form,
        "card": "title"
        if around.title
        else "chapter"
        if around.chapter
        else "credits"
        if around.credits
        else "",
        "dialogue": around.dialogue,
        "words": len(words.split()),
        "quotes": min(1, len(found.quoted.texts)) if alone else len(found.quoted.texts),
        "quoted_percent": round(100 * found.quoted.share),
        "years": len(years),
        "measures": len(found.compared),
        "number": big_number(without_idioms(words), seen=bool(firm)),
        "share": found.share is not None,
        "listed": len(found.listed.items),
        "steps": len(found.steps.items),
        "stops": len(found.journey.items),
        "sides": len(found.sides.items) if _comparable(words, found) else 0,
        "introduced": bool(titled_name(words)) and words.startswith(titled_name(words).split()[0]),
        "crowd": found.folk.people if found.folk.crowd and found.folk.people <= MOST_DRAWN else 0,
        "feeling": told and feeling in STRONG and not firm,
        "things": len(_seen(words, found)) + bool(found.topic or around.says),
        "people": found.folk.people + len(found.folk.named),
        "place": bool(found.place),
        "sky": bool(found.weather or found.time),
    }


def _shown(words: str, around: Surroundings, found: _Found) -> tuple[Thing, ...]:
    """The objects of the picture: a card's own or the topic, else the line's own, else the topic it means."""
    if around.title or around.chapter or around.credits:
        name, word = card_thing(words, around.names)
        if around.chapter or not around.topic.thing:
            own = (Thing(name=name, word=word),) if name else ()
            return own or _topic_thing(around)
        return _topic_thing(around)
    seen = _seen(words, found)
    if around.says:
        return (Thing(name=around.says, word=around.says), *(t for t in seen if t.name != around.says))
    if not found.topic:
        return seen
    # What is said in passing, or of the sky alone, stands behind what the line means.
    firm = {each.thing.name for each in found.things if each.weight < LOOSE}
    topic = _topic_thing(around)
    return (*topic, *(t for t in seen if t.name in firm and t.name != around.topic.thing))


def _topic_thing(around: Surroundings) -> tuple[Thing, ...]:
    topic = around.topic
    return (Thing(name=topic.thing, word=topic.word),) if topic.thing else ()


def _seen(words: str, found: _Found) -> tuple[Thing, ...]:
    """The objects that are shown: with people there, neither they again nor what is said only in passing."""
    if not found.things:
        return ()
    somebody = found.folk.people + len(found.folk.named) > 0
    if found.things[0].weight >= LOOSE:
        # `They built it`, `Sleep well`: an act that somebody does; not `trust takes years to build`.
        acts = found.things[0].index == 0 or any(token.lower in _DOERS for token in tokens(words))
        return tuple(each.thing for each in found.things) if acts and not somebody else ()
    things = [each.thing for each in found.things]
    if found.weather:
        things = [each for each in things if each.name not in WEATHER_THINGS or each.word.lower() in _FLAKES]
    return tuple(t for t in things if t.name not in PEOPLE or not (somebody or t.denied))


def _habitat(things: tuple[Thing, ...]) -> str:
    return HABITATS.get(things[0].name, "") if things and not things[0].denied else ""


def _comparable(words: str, found: _Found) -> bool:
    """Whether both sides can be shown, or the comparison is all that the line says."""
    things = sum(item.thing is not None for item in found.sides.items)
    return things == 2 or (things >= 1 and not found.folk.people) or len(words.split()) <= 12


def _parts(kind: str, found: _Found) -> Parts:
    """The parts of a line that its kind shows; of a scene none."""
    return {
        "list": found.listed, "process": found.steps, "journey": found.journey, "comparison": found.sides,
    }.get(kind, Parts())  # fmt: skip


def _figures(kind: str, words: str, found: _Found) -> tuple[Figure, ...]:
    if kind == "people_chart" and found.share:
        return found.share
    if kind == "timeline":
        return years_of(words)
    return found.compared if kind == "chart" else figures_of(without_idioms(words))


def _quote(kind: str, words: str, found: _Found) -> str:
    if kind == "dialogue" and found.quoted.texts and speakers_named(words) <= 1:
        # One voice, interrupted by who it is: `"That is the song," said Lise. "How did you know?"`
        parts = [re.sub(r",$", ".", each) for each in found.quoted.texts[:-1]]
        return " ".join((*parts, found.quoted.texts[-1]))
    if kind == "dialogue" and len(found.quoted.texts) != 1:
        return words
    return found.quoted.texts[0] if found.quoted.texts else words if kind in ("quote", "dialogue") else ""


def _reason(kind: str, scores: dict[str, float], found: _Found, around: Surroundings) -> str:
    called_by = [
        f"'{each.thing.word}' calls {each.thing.name}{' (put out)' if each.thing.denied else ''}"
        for each in found.things[:2]
    ]
    if found.place:
        called_by.append(f"'{found.place_word}' sets the {found.place.replace('_', ' ')}")
    if found.topic:
        called_by.append(
            f"'{found.topic}' speaks of what the text is about, so {around.topic.thing} is shown"
        )
    if kind in ("scene", "sentence"):
        empty = "no word of the line names a thing that can be drawn, so its words are set"
        return "; ".join(called_by).capitalize() + "." if called_by else f"{empty.capitalize()}."
    why = reasons(scores)[kind]
    return f"A {kind.replace('_', ' ')}, because {why}{'; ' if called_by else ''}{'; '.join(called_by)}."
