"""Camera directions have no place in a Script: how a story is filmed is decided from its words.

A direction is written in capitals, as screenplays do ("CLOSE ON: the key", "CUT TO:"). The verb
"she zoomed past" and the noun "camera" in prose are ordinary words and stay.
"""

import re

_DIRECTION = re.compile(
    r"\b(?:"
    r"(?:EXTREME )?CLOSE[- ]?UPS?(?: (?:ON|OF))?|(?:EXTREME )?CLOSE ON|"
    r"(?:REVERSE )?ANGLE ON|REVERSE ANGLE|ANOTHER ANGLE|"
    r"(?:THE )?CAMERA (?:PANS?|ZOOMS?|TRACKS?|DOLLIES|TILTS?|FOLLOWS?|MOVES?|PUSHES|PULLS)"
    r"(?: (?:TO|IN|OUT|UP|DOWN|BACK))?|"
    r"(?:WE |SLOW )?(?:PANS?|TILTS?) (?:TO|LEFT|RIGHT|UP|DOWN|ACROSS|OVER|WITH)|"
    r"(?:SLOW |CRASH )?ZOOMS?(?: (?:IN|OUT|TO|ON|INTO))+|"
    r"(?:TRACKING|DOLLY|CRANE|AERIAL|POV|WIDE|MASTER|TWO|INSERT|ESTABLISHING|STEADICAM|OVERHEAD|REACTION|LONG|"
    r"MEDIUM) SHOT(?: (?:OF|ON))?|"
    r"(?:TRACK|DOLLY|PUSH|PULL|TRUCK) (?:IN|OUT|BACK)(?: (?:ON|TO|FROM))?|CRANE (?:UP|DOWN)|"
    r"WIDE (?:ON|ANGLE)|INSERT ON|POV OF|RACK FOCUS(?: TO)?|OVER[- ]THE[- ]SHOULDER|"
    r"(?:SMASH |MATCH |JUMP |HARD |QUICK )?CUTS? (?:BACK )?TO(?: BLACK)?|INTERCUT(?: WITH)?|"
    r"(?:LAP |SLOW )?DISSOLVES? TO|FADES? (?:IN|OUT|UP|TO(?: BLACK)?)|WIPE TO|IRIS (?:IN|OUT)|"
    r"FREEZE FRAME|SPLIT SCREEN"
    r")\b(?:\s*(?::|--|—|–|-(?=\s)|\.(?=\s|$)))?\s*"
)


def camera_directions(text: str) -> tuple[str, ...]:
    """Every camera direction in `text`, in order, as it is written."""
    return tuple(match.group().strip(" :-—–.") for match in _DIRECTION.finditer(text))


def without_camera_directions(text: str) -> str:
    """`text` without its directions; a row that is all capitals and holds one is a shot, and goes whole.

    Line breaks stay where they are, so that source lines can still be counted, unless a direction
    spans one.
    """
    cleaned = "\n".join(_clean_row(row) for row in text.split("\n"))
    while _DIRECTION.search(" ".join(cleaned.split())):
        cleaned = _DIRECTION.sub("", " ".join(cleaned.split()))
    return cleaned


def _clean_row(row: str) -> str:
    if not _DIRECTION.search(row):
        return row
    return "" if row == row.upper() else _DIRECTION.sub("", row)
