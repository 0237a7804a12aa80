"""The shot planner: a Script becomes shots, each decided from its own words and place alone.

What a shot is never depends on the words of its neighbours, only on how the scene is divided; so a
changed word changes one shot, and everything made for the others is found again by its hash.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from storyreel.film.forms import picture_kind
from storyreel.film.model import (
    Movement,
    PlannedShot,
    ShotCharacter,
    ShotPlan,
    Template,
    TransitionIn,
)
from storyreel.film.style import CLOSE_TAGS, SOUNDS, feeling_of
from storyreel.kit.project import Project
from storyreel.story.emotion import emotional_tags
from storyreel.story.model import Beat, Line, Scene, Script
from storyreel.timeline.model import Rate

TITLE_S = 2.5
CARD_S = 2.0
DISSOLVE_S = 0.4
BEFORE_SCENE_S = 0.4
BEFORE_LINE_S = 0.1
AFTER_LINE_S = 0.25
AFTER_BEAT_S = 0.5
AFTER_SCENE_S = 0.9
AFTER_FILM_S = 1.6
SHORT_WORDS = 5
"""Two lines up to this length, one after the other in a beat, share a shot."""
LEAST_S = 2.5
MOST_REST_S = 0.8
WORDS_PER_SECOND = 2.6
_DEFAULT_MOOD = "calm"


@dataclass(frozen=True)
class _Place:
    """Where a shot stands: all that it may know about the rest of the script."""

    scene: Scene
    first_scene: bool
    first: bool
    """Whether it is the scene's first shot with lines."""
    turn: int
    """Number of its beat plus its number in the beat: what a paragraph holds turns no other one."""
    number: int
    """1-based number of the scene."""
    ends: str
    """What ends with this shot: `line`, `beat`, `scene` or `film`."""
    after_card: bool


def plan_shots(script: Script, project: Project) -> ShotPlan:
    """The shots of a script in order, from title to end, not yet timed."""
    rate = Rate(numerator=project.fps)
    shots = [_title_shot(script, rate)]
    for number, scene in enumerate(script.scenes, 1):
        shots += _scene_shots(script, scene, number, rate)
    return ShotPlan(title=script.title, rate=rate, shots=tuple(shots))


def frames(rate: Rate, seconds: float) -> int:
    """Whole frames nearest to a length of time."""
    return round(seconds * float(rate.fraction))


def _title_shot(script: Script, rate: Rate) -> PlannedShot:
    return _silent_shot(
        "title",
        script.scenes[0].id,
        script.title,
        frames(rate, TITLE_S),
        TransitionIn(kind="cut", reason="The film opens with it."),
        "The title opens the film, in silence.",
    )


def _scene_shots(script: Script, scene: Scene, number: int, rate: Rate) -> Iterator[PlannedShot]:
    last_scene = number == len(script.scenes)
    card = bool(scene.heading) and not scene.location
    between = TransitionIn(
        kind="dissolve",
        duration=frames(rate, DISSOLVE_S),
        reason="A new scene begins: time or place changes.",
    )
    if card:
        yield _silent_shot(
            f"{scene.id}-card", scene.id, scene.heading, frames(rate, CARD_S), between,
            "The author's heading names the scene.",
        )  # fmt: skip
    groups = [
        (beat, group, paragraph + turn)
        for paragraph, beat in enumerate(scene.beats)
        for turn, group in enumerate(_groups(beat))
    ]
    for index, (beat, group, turn) in enumerate(groups):
        last = index == len(groups) - 1
        ends = (
            ("film" if last_scene else "scene") if last else "beat" if group[-1] is beat.lines[-1] else "line"
        )
        place = _Place(scene, number == 1, index == 0, turn, number, ends, card and index == 0)
        yield _line_shot(script, group, place, rate, between)


def _groups(beat: Beat) -> Iterator[tuple[Line, ...]]:
    """The lines of a beat, one to a shot; two short ones share theirs."""
    waiting: Line | None = None
    for line in beat.lines:
        short = len(line.text.split()) <= SHORT_WORDS
        if waiting is not None and short:
            yield waiting, line
            waiting = None
            continue
        if waiting is not None:
            yield (waiting,)
        waiting = line if short else None
        if not short:
            yield (line,)
    if waiting is not None:
        yield (waiting,)


def _silent_shot(
    shot_id: str, scene_id: str, words: str, duration: int, transition: TransitionIn, reason: str
) -> PlannedShot:
    return PlannedShot(
        id=shot_id,
        scene_id=scene_id,
        template="title",
        framing="centred lettering",
        movement="still",
        emotional_tags=emotional_tags(words),
        words=words,
        picture_kind="title",
        music_mood=_DEFAULT_MOOD,
        transition_in=transition,
        silent_duration=duration,
        reason=reason,
    )


def _line_shot(
    script: Script, lines: tuple[Line, ...], place: _Place, rate: Rate, between: TransitionIn
) -> PlannedShot:
    text = " ".join(line.text for line in lines)
    tags = lines[0].emotional_tags or lines[-1].emotional_tags
    speakers = {line.speaker_id for line in lines}
    dialogue = lines[0].kind == "dialogue" and len(speakers) == 1
    names = {speaker.id: speaker.name for speaker in script.speakers}
    kind = picture_kind(text, form=lines[0].form, dialogue=dialogue)
    template, why = _template(kind, tags, dialogue=dialogue, place=place)
    feeling = feeling_of(tags)
    movement: Movement = feeling.movements[(place.turn + place.number) % len(feeling.movements)]
    before, after = _beats(text, place, rate)
    return PlannedShot(
        id=lines[0].id,
        scene_id=place.scene.id,
        template=template,
        framing=feeling.framing,
        movement=movement,
        characters=tuple(
            ShotCharacter(id=line.speaker_id, expression=tags[0] if tags else "neutral", pose="speaking")
            for line in {line.speaker_id: line for line in lines if line.kind == "dialogue"}.values()
        ),
        environment=place.scene.location,
        time_of_day=place.scene.time_of_day,
        action_beats=tuple(line.text for line in lines if line.kind == "action"),
        emotional_tags=tags,
        line_ids=tuple(line.id for line in lines),
        words=text,
        speaker=names[lines[0].speaker_id] if dialogue else "",
        picture_kind=kind,
        sfx_tags=_sounds(text),
        music_mood=tags[0] if tags else _DEFAULT_MOOD,
        transition_in=_transition(place, between),
        beat_before=before,
        beat_after=after,
        reason=f"{why} It moves by {tags[0] if tags else 'no'} feeling and by its place in the scene.",
    )


def _template(kind: str, tags: tuple[str, ...], *, dialogue: bool, place: _Place) -> tuple[Template, str]:
    if place.first:
        return "establishing", "The first shot of a scene shows where we are."
    if kind in ("number", "list") or (kind == "quote" and not dialogue):
        return "insert", f"Its words are a {kind}, which is shown by itself."
    if CLOSE_TAGS.intersection(tags):
        return "close", f"A line that is {tags[0]} is seen from near."
    if place.turn % 3 == 2:
        return "close", "Every third plain shot comes nearer, so that the view changes."
    return "medium", "A plain line is seen from the middle distance."


def _transition(place: _Place, between: TransitionIn) -> TransitionIn:
    if not place.first:
        return TransitionIn(kind="cut", reason="Inside a scene shots are cut.")
    if place.after_card:
        return between.model_copy(update={"reason": "The scene comes up out of its heading."})
    if place.first_scene:
        return between.model_copy(update={"reason": "The story comes up out of its title."})
    return between


def _beats(text: str, place: _Place, rate: Rate) -> tuple[int, int]:
    """Frames of silence before and after: longer where more ends, and for very short lines."""
    before = BEFORE_SCENE_S if place.first else BEFORE_LINE_S
    after = {"line": AFTER_LINE_S, "beat": AFTER_BEAT_S, "scene": AFTER_SCENE_S, "film": AFTER_FILM_S}[
        place.ends
    ]
    spoken = len(text.split()) / WORDS_PER_SECOND
    rest = min(MOST_REST_S, max(0.0, LEAST_S - before - spoken - after))
    return frames(rate, before), frames(rate, after + rest)


def _sounds(text: str) -> tuple[str, ...]:
    words = re.findall(r"[a-z]+", text.lower())
    return tuple(dict.fromkeys(SOUNDS[word] for word in words if word in SOUNDS))
