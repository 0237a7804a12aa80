"""Who is seen in a shot, how they feel and what they do. How they look is said by their packs."""

from collections.abc import Mapping
from typing import Literal

from storyreel.assets.cast import Member, gesture_of, role_person
from storyreel.assets.reader.feelings import expression_of
from storyreel.assets.reading import Appearance, Expression, Person, Reading
from storyreel.film.staging import Group, Place
from storyreel.film.told import Names, Told, animal_of, people_of_script
from storyreel.story.model import Line, Script

HEARING: dict[str, Expression] = {
    "angry": "worried", "afraid": "worried", "tense": "worried", "sad": "sad", "joyful": "happy",
    "warm": "happy", "mysterious": "surprised", "lively": "happy",
}  # fmt: skip
"""Feeling of what is said -> face of who hears it."""
MOST_SEEN = 4


def known_people(script: Script) -> Names:
    """Who can have a pack: the speakers, everybody the text names, and kin by their word."""
    return tuple((each.id, each.name) for each in people_of_script(script))


def members_of(script: Script, voices: Mapping[str, str]) -> tuple[Member, ...]:
    """The cast of a script, with what its lines say of each; `voices` are studio voices by id."""
    said = tuple(line.text for line in script.lines)
    return tuple(
        Member(
            each.id,
            each.name,
            voices.get(each.id, ""),
            () if each.kin else said,
            role=each.role,
            told=each.gender,
        )
        for each in people_of_script(script)
    )


def people_of(group: Group, reading: Reading, place: Place, told: Told) -> tuple[Person, ...]:
    """In a talk the speaker, then the listener; else whom the words name or mention by their role."""
    names, lines = dict(told.names), group.lines
    text = " ".join(line.text for line in lines)
    tags = lines[0].emotional_tags or lines[-1].emotional_tags
    seen: dict[str, Person] = {}
    for line, who in zip(lines, group.speakers, strict=True):
        if who and not animal_of(who):
            seen.setdefault(who, _speaker(line, who, told, place))
    if len(seen) == 1 and place.listener and not animal_of(place.listener):
        seen[place.listener] = _listener(place, told, tags)
    if any(group.speakers):
        # In a talk names are called out; those who are called are the listeners.
        return tuple(seen.values())[:MOST_SEEN]
    for key in reading.named:
        if key in names:
            face, gesture = expression_of(tags, text), gesture_of(text)
            seen[key] = Person(id=key, name=names[key], expression=face, gesture=gesture)
    for role in reading.roles:
        person = role_person(role, text=text, tags=tags)
        seen.setdefault(person.id, person)
    return tuple(seen.values())[:MOST_SEEN]


def _speaker(line: Line, who: str, told: Told, place: Place) -> Person:
    return Person(
        id=who,
        name=told.name_of(who),
        appearance=_unpacked(who, told),
        expression=expression_of(line.emotional_tags, line.text),
        # What a speaker tells of is not what they do.
        gesture="speaking",
        speaks=True,
        side=_side(who, place) if len(place.talkers) > 1 else "",
    )


def _unpacked(who: str, told: Told) -> Appearance:
    """How somebody looks whom no pack knows: by the word for them."""
    return Appearance() if who in dict(told.names) else role_person(told.name_of(who)).appearance


def _listener(place: Place, told: Told, tags: tuple[str, ...]) -> Person:
    return Person(
        id=place.listener,
        name=told.name_of(place.listener),
        appearance=_unpacked(place.listener, told),
        expression=_hearing(tags),
        gesture="listening",
        side=_side(place.listener, place),
    )


def _hearing(tags: tuple[str, ...]) -> Expression:
    for tag in tags:
        if tag in HEARING:
            return HEARING[tag]
    return "neutral"


def _side(speaker_id: str, place: Place) -> Literal["left", "right"]:
    """The first who talks in a scene stands left, the second right, and so on in turn."""
    return "left" if place.talkers.index(speaker_id) % 2 == 0 else "right"
