"""Where a shot stands in its scene: all that it may know about the rest of the script."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from storyreel.assets.reader import Setting, scene_setting
from storyreel.film.talk import speakers_of
from storyreel.film.told import SceneCast, Told, cast_of
from storyreel.story.model import Beat, Line, Scene, Script
from storyreel.timeline.model import Rate

BEFORE_SCENE_S = 0.4
BEFORE_LINE_S = 0.1
AFTER_S = {"line": 0.25, "beat": 0.5, "scene": 0.9, "film": 1.6}
"""Silence after a shot, by what ends with it."""
SHORT_WORDS = 5
"""Two lines up to this length, one after the other in a beat, share a shot."""
LEAST_S = 2.5
MOST_REST_S = 0.8
WORDS_PER_SECOND = 2.6


@dataclass(frozen=True)
class Place:
    """A shot's place in the script."""

    scene: Scene
    setting: Setting
    number: int
    """1-based number of the scene."""
    index: int
    """0-based number among the scene's shots with lines."""
    position: int
    """0-based number among all shots of the film."""
    ends: str
    """What ends with this shot: a key of `AFTER_S`."""
    after_title: bool
    after_card: bool
    member: bool
    """Whether it is a member of a list, and not the first one."""
    talkers: tuple[str, ...]
    """Speaker ids of the scene in the order in which they begin to talk."""
    listener: str
    """Speaker id of who is talked to; '' where nobody is."""
    cast: SceneCast
    """Whom pronouns mean here."""

    @property
    def opens(self) -> bool:
        """Whether it is the scene's first shot with lines."""
        return self.index == 0

    @property
    def turn(self) -> int:
        """What alternates from shot to shot, and begins elsewhere in each scene."""
        return self.index + self.number


@dataclass(frozen=True)
class Group:
    """The lines of one shot."""

    lines: tuple[Line, ...]
    speakers: tuple[str, ...]
    """Who speaks each line; '' where the narrator tells."""
    ends_beat: bool
    member: bool


NOTHING_TOLD = Told()


def setting_of(scene: Scene, told: Told = NOTHING_TOLD) -> Setting:
    """Place, time and weather of a scene as a whole."""
    texts = [line.text for line in scene.lines]
    context = frozenset(told.topic.context)
    return scene_setting(texts, scene.location, scene.time_of_day, scene.heading, told.place, context)


def has_card(scene: Scene) -> bool:
    """Whether the scene's heading is shown: a screenplay's headings name places, which are seen."""
    return bool(scene.heading) and not scene.location


def placed(
    script: Script, scene: Scene, number: int, first_position: int, told: Told
) -> Iterator[tuple[Group, Place]]:
    """The scene's shots with lines, each with its place; `first_position` is that of the first one."""
    cast = cast_of(scene, told)
    speakers = speakers_of(scene, told, cast)
    groups = [group for beat in scene.beats for group in _groups(beat, speakers)]
    talkers = tuple(dict.fromkeys(speakers.values()))
    setting = setting_of(scene, told)
    for index, group in enumerate(groups):
        yield (
            group,
            Place(
                scene=scene,
                setting=setting,
                number=number,
                index=index,
                position=first_position + index,
                ends=_ends(group, last=index == len(groups) - 1, last_scene=number == len(script.scenes)),
                after_title=number == 1 and index == 0 and not has_card(scene),
                after_card=has_card(scene) and index == 0,
                member=group.member,
                talkers=talkers,
                listener=_listener(groups, index),
                cast=cast,
            ),
        )


def silences(text: str, place: Place, rate: Rate) -> tuple[int, int]:
    """Frames of silence before and after: longer where more ends, and for very short lines."""
    before = BEFORE_SCENE_S if place.opens else BEFORE_LINE_S
    after = AFTER_S[place.ends]
    spoken = len(text.split()) / WORDS_PER_SECOND
    rest = min(MOST_REST_S, max(0.0, LEAST_S - before - spoken - after))
    return frames(rate, before), frames(rate, after + rest)


def frames(rate: Rate, seconds: float) -> int:
    """Whole frames nearest to a length of time."""
    return round(seconds * float(rate.fraction))


def _ends(group: Group, *, last: bool, last_scene: bool) -> str:
    if last:
        return "film" if last_scene else "scene"
    return "beat" if group.ends_beat else "line"


def _groups(beat: Beat, speakers: Mapping[str, str]) -> Iterator[Group]:
    """The lines of a beat, one to a shot; two short ones share theirs."""
    shots: list[tuple[Line, ...]] = []
    for line in beat.lines:
        open_pair = bool(shots) and len(shots[-1]) == 1 and _short(shots[-1][0])
        if open_pair and _short(line):
            shots[-1] = (*shots[-1], line)
        else:
            shots.append((line,))
    for number, lines in enumerate(shots):
        follows_item = number > 0 and shots[number - 1][0].form == "item"
        said = tuple(speakers.get(line.id, "") for line in lines)
        yield Group(lines, said, lines[-1] is beat.lines[-1], lines[0].form == "item" and follows_item)


def _short(line: Line) -> bool:
    return len(line.text.split()) <= SHORT_WORDS


def _listener(groups: list[Group], index: int) -> str:
    """Who is talked to: whoever else talked last before this shot, else whoever else talks next."""
    speaker = _talker(groups[index])
    if not speaker:
        return ""
    around = [*reversed(groups[:index]), *groups[index + 1 :]]
    return next((other for group in around if (other := _talker(group)) not in ("", speaker)), "")


def _talker(group: Group) -> str:
    return next((who for who in group.speakers if who), "")
