"""Rules for places: who is where, and which places exclude each other."""

import re
from collections.abc import Iterator

from storyreel.canon.lexicon import CALENDAR, COUNTRIES, PLACES, REGIONS
from storyreel.canon.names import SEQUENCE, Roster
from storyreel.canon.reading import NAME, Reading

_STAYS = (
    r"(?:is|was|stood|stands|sat|sits|lay|lies|waited|waits|slept|sleeps|stayed|stays|hid|hides|remained|"
    r"remains)(?: alone| still| already| now| again| standing| sitting| waiting| asleep)?,? (?:down )?"
)
_PART = r"door|wall|window|roof|steps|stairs|gate|library|garden|tower|yard"
"""`in the prison library`, `at the church door`: another place than the one named first."""
_COMMON_PLACE = re.compile(
    rf"{NAME} {_STAYS}(?:in|at|inside|on) (?:the|his|her|their) ({'|'.join(sorted(PLACES))})\b"
    rf"(?! \w*(?:{_PART})\b|'s)"
)
_PROPER_PLACE = re.compile(rf"{NAME} {_STAYS}(?:in|at) ({SEQUENCE})(?!'s|\w)")
_NO_PLACES = CALENDAR | {"God", "Heaven", "Hell", "I"}


def locations(clause: str, roster: Roster) -> Iterator[Reading]:
    """Who is where. Common places count only if their size is known."""
    for match in _COMMON_PLACE.finditer(clause):
        if subject := roster.resolve(match[1]):
            yield Reading("location: NAME was in the PLACE", subject, "location", match[2])
    for match in _PROPER_PLACE.finditer(clause):
        place = match[2]
        possible = roster.resolve(place) is None and place.split()[0] not in _NO_PLACES
        if possible and (subject := roster.resolve(match[1])):
            yield Reading("location: NAME was in Place", subject, "location", place)


def place_size(place: str) -> str:
    """`room`, `building`, `open`, `city`, `country`, or empty for a place that is compared with nothing."""
    if place.casefold() in PLACES:
        return PLACES[place.casefold()]
    if place in REGIONS:
        return ""
    if place in COUNTRIES:
        return "country"
    return "city" if place[:1].isupper() and " " not in place else ""
