"""Who is seen in a shot, how they feel and what they do. How they look is said by their packs."""

import re
from collections.abc import Sequence
from typing import Literal

from storyreel.assets.cast import gesture_of, role_person
from storyreel.assets.reader.feelings import expression_of
from storyreel.assets.reading import Expression, Person, Reading
from storyreel.film.staging import Place
from storyreel.kit.names import FEMALE_NAMES, MALE_NAMES
from storyreel.story.model import NARRATOR, Line, Script

HEARING: dict[str, Expression] = {
    "angry": "worried", "afraid": "worried", "tense": "worried", "sad": "sad", "joyful": "happy",
    "warm": "happy", "mysterious": "surprised", "lively": "happy",
}  # fmt: skip
"""Feeling of what is said -> face of who hears it."""
MOST_SEEN = 4

Names = tuple[tuple[str, str], ...]
"""(id, name) of each."""
_NAMED = re.compile(r"(?<![.!?:]\s)(?<!^)(?<![\"“])\b([A-Z][a-z]+)\b(?:\s([A-Z][a-z]+)\b)?")
"""A word that is written large without beginning a sentence, and the one after it."""


def known_people(script: Script) -> Names:
    """Who has a name: the speakers, then those whose first name the text gives inside a sentence."""
    speakers = [(each.id, each.name) for each in script.speakers if each.id != NARRATOR]
    known = {word.lower() for _, name in speakers for word in name.split()}
    forms: dict[str, set[str]] = {}
    for line in script.lines:
        for first, second in _NAMED.findall(line.text):
            if first.lower() in FEMALE_NAMES | MALE_NAMES and first.lower() not in known:
                forms.setdefault(first, set()).add(f"{first} {second}".strip())
    named = [
        (first.lower(), max(found, key=lambda form: (len(form), form))) for first, found in forms.items()
    ]
    return (*speakers, *named)


def people_of(lines: Sequence[Line], reading: Reading, place: Place, known: Names) -> tuple[Person, ...]:
    """In a talk the speaker, then the listener; else whom the words name or mention by their role."""
    names = dict(known)
    text = " ".join(line.text for line in lines)
    tags = lines[0].emotional_tags or lines[-1].emotional_tags
    seen: dict[str, Person] = {}
    for line in lines:
        if line.kind == "dialogue" and line.speaker_id in names:
            seen.setdefault(line.speaker_id, _speaker(line, names, place))
    if len(seen) == 1 and place.listener in names:
        seen[place.listener] = _listener(place, names, tags)
    if seen:
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


def _speaker(line: Line, names: dict[str, str], place: Place) -> Person:
    return Person(
        id=line.speaker_id,
        name=names[line.speaker_id],
        expression=expression_of(line.emotional_tags, line.text),
        # What a speaker tells of is not what they do.
        gesture="speaking",
        speaks=True,
        side=_side(line.speaker_id, place),
    )


def _listener(place: Place, names: dict[str, str], tags: tuple[str, ...]) -> Person:
    return Person(
        id=place.listener,
        name=names[place.listener],
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
