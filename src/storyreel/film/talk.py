"""Who speaks each line of a scene: as the script says, or as its prose does."""

import re

from storyreel.assets.reader.speech import SAYS, quoted, sayer
from storyreel.film.told import SceneCast, Told, animal_of, person_meant
from storyreel.story.model import NARRATOR, Beat, Line, Scene

MOSTLY_SAID = 0.5
"""Share of a line's words from which it is somebody's speech."""


def speakers_of(scene: Scene, told: Told, cast: SceneCast) -> dict[str, str]:
    """Line id -> id of who speaks it, for every line that somebody speaks.

    In prose the words that frame a quotation tell. A quotation that nobody is named for is the speaker's
    who began its paragraph; else, in a talk of two, it is the other's turn.
    """
    named = {line.id: person_meant(sayer(line.text), told, cast) for line in scene.lines if _quotes(line)}
    two = tuple(dict.fromkeys(who for who in named.values() if who))
    animals = [who for who in two if animal_of(who)]
    if len(animals) == 1:
        named.update({line.id: animals[0] for line in scene.lines if line.id in named and _it_says(line)})
    found: dict[str, str] = {}
    last = ""
    for beat in scene.beats:
        own = _of_beat(beat, named)
        for line in beat.lines:
            if line.kind == "dialogue" and line.speaker_id != NARRATOR:
                found[line.id] = line.speaker_id
            elif line.id in named and quoted(line.text).share >= MOSTLY_SAID:
                who = named[line.id] or own or _other(last, two)
                if who:
                    found[line.id] = last = own = who
            else:
                last = named.get(line.id, "")
    return found


def _it_says(line: Line) -> bool:
    return re.search(rf"[\"”]\s(?:it {SAYS}|{SAYS} it)\b", line.text) is not None


def _quotes(line: Line) -> bool:
    return line.kind != "dialogue" and bool(quoted(line.text).texts)


def _of_beat(beat: Beat, named: dict[str, str]) -> str:
    """Who is named for a quotation of this paragraph."""
    return next((named[line.id] for line in beat.lines if named.get(line.id)), "")


def _other(last: str, two: tuple[str, ...]) -> str:
    return next((who for who in two if who != last), "") if last and len(two) == 2 else ""
