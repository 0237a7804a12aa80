"""Who is seen in a shot, how they feel and what they do. How they look is said by their packs."""

from collections.abc import Mapping, Sequence
from typing import Literal

from storyreel.assets.reading import Expression, Person, Reading
from storyreel.film.staging import Place
from storyreel.story.model import NARRATOR, Line, Script

EXPRESSIONS: dict[str, Expression] = {
    "calm": "neutral", "joyful": "happy", "sad": "sad", "tense": "worried", "afraid": "afraid",
    "angry": "angry", "mysterious": "doubtful", "warm": "happy", "lonely": "sad", "hopeful": "proud",
    "solemn": "tired", "lively": "happy",
}  # fmt: skip
"""Feeling -> face."""
HEARING: dict[str, Expression] = {
    "angry": "worried", "afraid": "worried", "tense": "worried", "sad": "sad", "joyful": "happy",
    "warm": "happy", "mysterious": "surprised", "lively": "happy",
}  # fmt: skip
"""Feeling of what is said -> face of who hears it."""
MOST_SEEN = 4


def people_of(script: Script, lines: Sequence[Line], reading: Reading, place: Place) -> tuple[Person, ...]:
    """In a talk the speaker, then the listener; else whom the words name or mention by their role."""
    names = {speaker.id: speaker.name for speaker in script.speakers if speaker.id != NARRATOR}
    tags = lines[0].emotional_tags or lines[-1].emotional_tags
    seen: dict[str, Person] = {}
    for line in lines:
        if line.kind == "dialogue" and line.speaker_id in names:
            seen.setdefault(line.speaker_id, _speaker(line, names, place))
    if len(seen) == 1 and place.listener in names:
        seen.setdefault(place.listener, _listener(place, names, tags))
    if seen:
        # In a talk names are called out; those who are called are the listeners.
        return tuple(seen.values())[:MOST_SEEN]
    for known in reading.named:
        if known in names:
            seen.setdefault(known, _named(known, names[known], tags))
    for role in reading.roles:
        key = role_id(role)
        if all(person.name.lower() != role.lower() for person in seen.values()):
            seen.setdefault(key, _named(key, role, tags))
    return tuple(seen.values())[:MOST_SEEN]


def role_id(role: str) -> str:
    """The id of somebody who has no name: `role-old-woman`."""
    return "role-" + "-".join(role.lower().split())


def _speaker(line: Line, names: dict[str, str], place: Place) -> Person:
    return Person(
        id=line.speaker_id,
        name=names[line.speaker_id],
        expression=_face(line.emotional_tags),
        gesture="speaking",
        speaks=True,
        side=_side(line.speaker_id, place),
    )


def _listener(place: Place, names: dict[str, str], tags: tuple[str, ...]) -> Person:
    return Person(
        id=place.listener,
        name=names[place.listener],
        expression=_face(tags, HEARING),
        gesture="listening",
        side=_side(place.listener, place),
    )


def _named(key: str, name: str, tags: tuple[str, ...]) -> Person:
    return Person(id=key, name=name, expression=_face(tags))


def _face(tags: tuple[str, ...], faces: Mapping[str, Expression] = EXPRESSIONS) -> Expression:
    for tag in tags:
        if tag in faces:
            return faces[tag]
    return "neutral"


def _side(speaker_id: str, place: Place) -> Literal["left", "right"]:
    """The first who talks in a scene stands left, the second right, and so on in turn."""
    return "left" if place.talkers.index(speaker_id) % 2 == 0 else "right"
