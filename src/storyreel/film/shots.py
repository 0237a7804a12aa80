"""One shot, decided: what it shows, who is seen, how it is framed, moved and begun."""

import re
from typing import Any

from storyreel.assets.reader import Surroundings, decide_kind, read_shot
from storyreel.assets.reading import Reading
from storyreel.film import grammar
from storyreel.film.model import PlannedShot, ShotCharacter, TransitionIn
from storyreel.film.people import people_of
from storyreel.film.staging import Group, Place, frames, silences
from storyreel.film.style import SOUNDS, feeling_of
from storyreel.film.told import Told, animal_of
from storyreel.kit.decision import Decision
from storyreel.story.model import Script
from storyreel.timeline.model import Rate

TRANSITION_S = {"cut": 0.0, "dissolve": 0.4, "dip_to_black": 0.6, "wipe": 0.4, "slide": 0.4}
DEFAULT_MOOD = "calm"

_PASSED = re.compile(
    r"^(?:(?:and|but|then),?\s+)?(?:"
    r"(?:the|that|one|early|late|by|on|in|at)\s+(?:the\s+|that\s+)?(?:next|following|same)\s+\w+"
    r"|(?:by|at|before|after)\s+(?:the\s+)?(?:dawn|dusk|sunrise|sunset|noon|midnight|morning|evening|nightfall)"
    r"|(?:the\s+)?next\s+(?:morning|day|night|evening|week|month|year|spring|summer|autumn|winter)"
    r"|(?:\w+\s+){1,3}(?:hours?|days?|nights?|weeks?|months?|years?|winters?|summers?)\s+(?:later|passed|went)"
    r"|(?:years|months|weeks|days|hours)\s+(?:later|passed|went)"
    r"|after\s+(?:\w+\s+){1,3}(?:hours?|days?|nights?|weeks?|months?|years?|winters?|summers?)"
    r"|that\s+(?:night|evening|morning|winter|summer|spring|autumn)"
    r"|later\b|since\s+then\b|from\s+that\s+day\b)",
    re.IGNORECASE,
)
"""How a line begins that says that time has passed."""


def line_shot(script: Script, group: Group, place: Place, rate: Rate, told: Told) -> PlannedShot:
    """The shot of one line, or of two short ones; `told` is what the whole film says."""
    lines, text = group.lines, " ".join(line.text for line in group.lines)
    tags = lines[0].emotional_tags or lines[-1].emotional_tags
    voiced = lines[0].kind == "dialogue" and len({line.speaker_id for line in lines}) == 1
    names = {speaker.id: speaker.name for speaker in script.speakers}
    speaker = names[lines[0].speaker_id] if voiced else ""
    talk = voiced or _talks(group, place)
    said_by = speaker or (told.name_of(group.speakers[0]) if group.speakers[0] else "")
    around = _surroundings(group, place, tags, said_by, told, talk=talk)
    reading = read_shot(text, around)
    people = people_of(group, reading, place, told)
    decisions = (
        *_decisions(lines[0].id, text, reading, place, tags, dialogue=talk, seen=len(people)),
        decide_kind(text, around, f"shot:{lines[0].id}"),
    )
    framing, movement = decisions[0].chosen, decisions[1].chosen
    before, after = silences(text, place, rate)
    return PlannedShot.model_validate(
        {
            "id": lines[0].id,
            "scene_id": place.scene.id,
            "template": framing.name,
            "framing": feeling_of(tags).framing,
            "movement": movement.name,
            "characters": tuple(
                ShotCharacter(id=person.id, expression=person.expression, pose=person.gesture)
                for person in people
            ),
            "environment": place.scene.location,
            "time_of_day": place.scene.time_of_day,
            "action_beats": tuple(line.text for line in lines if line.kind == "action"),
            "emotional_tags": tags,
            "line_ids": tuple(line.id for line in lines),
            "words": text,
            "speaker": speaker,
            "picture_kind": reading.kind,
            "sfx_tags": sounds(text),
            "music_mood": tags[0] if tags else DEFAULT_MOOD,
            "transition_in": transition_in(decisions[2], rate),
            "beat_before": before,
            "beat_after": after,
            "reason": f"{framing.name}: {framing.reason}; {movement.name}: {movement.reason}.",
            "reading": reading,
            "people": people,
            "decisions": decisions,
        }
    )


def transition_in(decision: Decision, rate: Rate) -> TransitionIn:
    """A decided transition with its usual length."""
    return TransitionIn.model_validate(
        {
            "kind": decision.chosen.name,
            "duration": frames(rate, TRANSITION_S[decision.chosen.name]),
            "reason": decision.chosen.reason,
        }
    )


def sounds(text: str) -> tuple[str, ...]:
    """Effects that the words call."""
    words = re.findall(r"[a-z]+", text.lower())
    return tuple(dict.fromkeys(SOUNDS[word] for word in words if word in SOUNDS))


def _talks(group: Group, place: Place) -> bool:
    """Whether prose lets one of two people or more who talk in the scene speak these lines alone."""
    people = [who for who in place.talkers if not animal_of(who)]
    return len(people) > 1 and group.speakers[0] in people and len(set(group.speakers)) == 1


def _surroundings(
    group: Group, place: Place, tags: tuple[str, ...], speaker: str, told: Told, *, talk: bool
) -> Surroundings:
    return Surroundings(
        place=place.setting.place,
        time=place.setting.time,
        weather=place.setting.weather,
        heading=place.scene.heading,
        speaker=speaker,
        says=animal_of(group.speakers[0]),
        dialogue=talk,
        form=group.lines[0].form,
        names=told.names,
        aliases=told.aliases,
        she=place.cast.she,
        he=place.cast.he,
        topic=told.topic,
        emotional_tags=tags,
    )


def _decisions(
    shot_id: str,
    text: str,
    reading: Reading,
    place: Place,
    tags: tuple[str, ...],
    *,
    dialogue: bool,
    seen: int,
) -> tuple[Decision, Decision, Decision]:
    facts: dict[str, Any] = {"kind": reading.kind, "tags": list(tags), "opens": place.opens}
    framing = grammar.decide_framing(
        shot_id,
        **facts,
        dialogue=dialogue,
        slot=grammar.slot(place.index),
        ends=place.ends,
        thing=reading.subject is not None and not reading.subject.denied,
        people=bool(seen or reading.people),
    )
    movement = grammar.decide_movement(
        shot_id,
        **facts,
        framing=framing.chosen.name,
        mood=reading.mood,
        ends=place.ends,
        rests=grammar.rests(place.position),
        turn=place.turn,
    )
    transition = grammar.decide_transition(
        shot_id,
        kind=reading.kind,
        position=place.position,
        card=False,
        credits=False,
        house=False,
        after_title=place.after_title,
        after_card=place.after_card,
        opens=place.opens,
        passes=passes_time(text),
        member=place.member,
    )
    return framing, movement, transition


def passes_time(text: str) -> bool:
    """Whether a line begins by saying that time has passed."""
    return bool(_PASSED.match(text.strip("\"“'‘ ")))
