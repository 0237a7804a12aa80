"""What holds for a whole film: its people, its topic and its place; and for a scene, whom `she` means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from storyreel.assets.reader import Somebody, Topic, named_place, people_of_text, topic_of
from storyreel.assets.reader.people import PERSONS
from storyreel.assets.reader.topic import ANIMALS, NO_TOPIC, card_thing
from storyreel.kit.names import gender_hint, name_words
from storyreel.story.model import NARRATOR, Line, Scene, Script

Names = tuple[tuple[str, str], ...]
"""(id, name) of each."""
THING = "animal:"
"""Begins the id of a speaker who is an animal."""
_SHOWN = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Oo]ne)\s(?:old\s|young\s|little\s|tall\s|small\s)?([a-z]+)\b")


@dataclass(frozen=True)
class Told:
    """What every shot of a film may know."""

    people: tuple[Somebody, ...] = ()
    topic: Topic = NO_TOPIC
    place: str = ""
    """Id of the place that the title names, for scenes that name none."""

    @property
    def names(self) -> Names:
        """Everybody who has a name."""
        return tuple((each.id, each.name) for each in self.people if not each.kin)

    @property
    def aliases(self) -> Names:
        """(word, id) of who is called by a word as well."""
        return tuple((each.role, each.id) for each in self.people if each.role)

    def name_of(self, key: str) -> str:
        """Name of a person, or the word for somebody without one (`role-old-woman`)."""
        return dict(self.names).get(key, key.removeprefix("role-").removeprefix(THING).replace("-", " "))


def told_of(script: Script) -> Told:
    """People, topic and place of a script."""
    people = people_of_script(script)
    names = tuple((each.id, each.name) for each in people if not each.kin)
    headings = tuple(scene.heading for scene in script.scenes if scene.heading and not scene.location)
    place, _ = named_place(script.title)
    return Told(people, topic_of(script.title, headings, place, names), place)


def people_of_script(script: Script) -> tuple[Somebody, ...]:
    """The speakers, then everybody the text names."""
    speakers = tuple((each.id, each.name) for each in script.speakers if each.id != NARRATOR)
    return people_of_text(tuple(line.text for line in script.lines), speakers)


@dataclass(frozen=True)
class SceneCast:
    """Whom pronouns mean in a scene; '' for nobody known."""

    she: str = ""
    he: str = ""


def cast_of(scene: Scene, told: Told) -> SceneCast:
    """The scene's only woman and man: of whom it names, else of the film, else by a word for somebody."""
    return SceneCast(_only(scene, told, "female"), _only(scene, told, "male"))


def _only(scene: Scene, told: Told, gender: str) -> str:
    fitting = [each for each in told.people if each.gender == gender and not each.kin]
    here = [each for each in fitting if _in_scene(each, scene.lines)]
    if here or fitting:
        found = here or fitting
        return found[0].id if len(found) == 1 else ""
    if told.topic.animal:
        return ""
    said = {word for line in scene.lines for word in _SHOWN.findall(line.text)}
    roles = sorted(word for word in said if word in PERSONS and gender_hint(word) == gender)
    return roles[0] if len(roles) == 1 else ""


def _in_scene(who: Somebody, lines: Sequence[Line]) -> bool:
    names = [word for word in who.name.split() if len(word) > 2 and word[0].isupper()]
    called = re.compile(rf"\b(?:{'|'.join(map(re.escape, names)) or re.escape(who.name)})\b")
    return any(
        line.speaker_id == who.id or called.search(line.text) or (who.role and f" {who.role}" in line.text)
        for line in lines
    )


_DETERMINERS = ("the", "a", "an", "his", "her", "my")


def person_meant(said: str, told: Told, cast: SceneCast) -> str:
    """The id of whom a text names as speaking (`Lise`, `the girl`, `she`, `his mother`); '' for nobody."""
    words = name_words(said)
    if not words:
        return ""
    if words[-1] in ("she", "he"):
        return {"she": cast.she, "he": cast.he}[words[-1]] if len(words) == 1 else ""
    if any(part[0].isupper() for part in said.split()) and words[0] not in _DETERMINERS:
        own = set(words)
        return next((key for key, name in told.names if own <= set(name_words(name))), "")
    role = words[-1]
    if role in PERSONS or role in dict(told.aliases):
        return dict(told.aliases).get(role) or f"role-{'-'.join(words[1:])}"
    thing, _ = card_thing(role)
    return THING + thing if thing in ANIMALS else ""


def animal_of(speaker: str) -> str:
    """Id of the animal that speaks, as in a fable; '' for people."""
    return speaker.removeprefix(THING) if speaker.startswith(THING) else ""
