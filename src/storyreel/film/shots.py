"""One shot, decided: what it shows, who is seen, how it is framed, moved and begun."""

import re
from typing import Any

from storyreel.assets.reader import Surroundings, read_shot
from storyreel.assets.reading import Reading
from storyreel.film import grammar
from storyreel.film.forms import picture_kind
from storyreel.film.model import PlannedShot, ShotCharacter, TransitionIn
from storyreel.film.people import people_of
from storyreel.film.staging import Group, Place, frames, silences
from storyreel.film.style import SOUNDS, feeling_of
from storyreel.kit.decision import Decision
from storyreel.story.emotion import emotional_tags
from storyreel.story.model import NARRATOR, Script
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


def card_shot(
    shot_id: str, scene_id: str, words: str, seconds: float, rate: Rate, *, kind: str, position: int, why: str
) -> PlannedShot:
    """A silent card; `kind` is `title`, `chapter` or `credits`."""
    around = Surroundings(title=kind == "title", chapter=kind == "chapter", credits=kind == "credits")
    reading = read_shot(words, around)
    facts: dict[str, Any] = {
        "kind": kind,
        "tags": list(emotional_tags(words)),
        "mood": reading.mood,
        "opens": False,
        "turn": position,
    }
    framing = grammar.decide_framing(
        shot_id, **_only(facts, "kind", "tags", "opens"), dialogue=False, slot="", thing=False, people=False
    )
    movement = grammar.decide_movement(
        shot_id, **facts, framing=framing.chosen.name, ends="line", rests=False
    )
    transition = grammar.decide_transition(
        shot_id, kind=kind, position=position, card=kind == "chapter", credits=kind == "credits",
        after_card=False, opens=False, passes=False, member=False,
    )  # fmt: skip
    return PlannedShot.model_validate(
        {
            "id": shot_id,
            "scene_id": scene_id,
            "template": framing.chosen.name,
            "framing": "centred lettering",
            "movement": movement.chosen.name,
            "emotional_tags": facts["tags"],
            "words": words,
            "picture_kind": "credits" if kind == "credits" else "title",
            "music_mood": DEFAULT_MOOD,
            "transition_in": transition_in(transition, rate),
            "silent_duration": frames(rate, seconds),
            "reason": why,
            "reading": reading,
            "decisions": (framing, movement, transition),
        }
    )


def line_shot(script: Script, group: Group, place: Place, rate: Rate) -> PlannedShot:
    """The shot of one line, or of two short ones."""
    lines, text = group.lines, " ".join(line.text for line in group.lines)
    tags = lines[0].emotional_tags or lines[-1].emotional_tags
    dialogue = lines[0].kind == "dialogue" and len({line.speaker_id for line in lines}) == 1
    names = {speaker.id: speaker.name for speaker in script.speakers}
    speaker = names[lines[0].speaker_id] if dialogue else ""
    reading = read_shot(text, _surroundings(script, group, place, tags, speaker))
    people = people_of(script, lines, reading, place)
    decisions = _decisions(lines[0].id, text, reading, place, tags, dialogue=dialogue, seen=len(people))
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
            "picture_kind": picture_kind(text, form=lines[0].form, dialogue=dialogue),
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


def _surroundings(
    script: Script, group: Group, place: Place, tags: tuple[str, ...], speaker: str
) -> Surroundings:
    return Surroundings(
        place=place.setting.place,
        time=place.setting.time,
        weather=place.setting.weather,
        heading=place.scene.heading,
        speaker=speaker,
        dialogue=bool(speaker),
        form=group.lines[0].form,
        names=tuple((each.id, each.name) for each in script.speakers if each.id != NARRATOR),
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
        after_card=place.after_card,
        opens=place.opens,
        passes=passes_time(text),
        member=place.member,
    )
    return framing, movement, transition


def passes_time(text: str) -> bool:
    """Whether a line begins by saying that time has passed."""
    return bool(_PASSED.match(text.strip("\"“'‘ ")))


def _only(facts: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: facts[name] for name in names}
