"""Silent shots: the title, chapter cards, the end card, and what the house shows before and after."""

from dataclasses import dataclass
from typing import Any, Literal

from storyreel.assets.reader import Surroundings, decide_kind, read_shot
from storyreel.film import grammar
from storyreel.film.model import PlannedShot
from storyreel.film.shots import DEFAULT_MOOD, transition_in
from storyreel.film.staging import NOTHING_TOLD, frames
from storyreel.film.told import Told
from storyreel.story.emotion import emotional_tags
from storyreel.timeline.model import Rate

CardKind = Literal["title", "chapter", "credits", "house"]
REASONS: dict[CardKind, str] = {
    "title": "The title opens the film, in silence.",
    "chapter": "The author's heading names the scene.",
    "credits": "The end card names who made what is seen and heard.",
    "house": "The brand kit asks for it.",
}


@dataclass(frozen=True)
class Card:
    """A shot without a voice."""

    id: str
    scene_id: str
    words: str
    seconds: float
    kind: CardKind
    position: int
    """0-based number among all shots of the film."""
    after_title: bool = False


def card_shot(card: Card, rate: Rate, told: Told = NOTHING_TOLD) -> PlannedShot:
    """The shot of a card; `told` is what the whole film says."""
    around = Surroundings(
        title=card.kind == "title",
        chapter=card.kind == "chapter",
        credits=card.kind == "credits",
        place="" if card.kind in ("chapter", "house") else told.place,
        names=told.names,
        topic=told.topic,
    )
    reading = read_shot(card.words, around)
    tags = emotional_tags(card.words)
    shown = reading.kind if card.kind == "house" else card.kind
    facts: dict[str, Any] = {"kind": shown, "tags": list(tags), "opens": False}
    framing = grammar.decide_framing(
        card.id, **facts, dialogue=False, slot="wide", ends="line", thing=False, people=False
    )
    movement = grammar.decide_movement(
        card.id, **facts, framing=framing.chosen.name, mood=reading.mood, ends="line",
        rests=card.kind == "house", turn=card.position,
    )  # fmt: skip
    transition = grammar.decide_transition(
        card.id, kind=shown, position=card.position, card=card.kind == "chapter" and not card.after_title,
        credits=card.kind == "credits", house=card.kind in ("title", "house"), after_title=card.after_title,
        after_card=False, opens=False, passes=False, member=False,
    )  # fmt: skip
    kind = decide_kind(card.words, around, f"shot:{card.id}")
    return PlannedShot.model_validate(
        {
            "id": card.id,
            "scene_id": card.scene_id,
            "template": framing.chosen.name,
            "framing": "centred lettering",
            "movement": movement.chosen.name,
            "emotional_tags": tags,
            "words": card.words,
            "picture_kind": shown,
            "music_mood": DEFAULT_MOOD,
            "transition_in": transition_in(transition, rate),
            "silent_duration": frames(rate, card.seconds),
            "reason": REASONS[card.kind],
            "reading": reading,
            "decisions": (framing, movement, transition, kind),
        }
    )
