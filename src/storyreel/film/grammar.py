"""Shot grammar: framing, movement and transition as scored rules, all in tables.

Each rule gives points to one choice when it holds; the choice with the most points is taken, and all are
kept as a Decision. The facts that rules read are a shot's own words and its place in the scene, never a
neighbour's words.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from storyreel.film.style import CLOSE_TAGS, PLAIN, feeling_of
from storyreel.kit.decision import Decision, decide

Facts = Mapping[str, Any]
"""Plain JSON data about one shot."""

FRAMINGS = ("medium", "close", "establishing", "insert", "title")
MOVEMENTS = ("push_in", "drift_right", "pull_out", "drift_left", "rise", "still")
TRANSITIONS = ("cut", "dissolve", "dip_to_black", "wipe", "slide")

CARD_KINDS = frozenset(("title", "chapter", "credits"))
SHOWN_ALONE = frozenset(
    ("number", "list", "chart", "people_chart", "timeline", "comparison", "process", "lower_third")
)
"""Kinds that are a picture of their own, apart from the place they are spoken in."""
WIDE_KINDS = frozenset(("journey", "crowd"))
TENSE_TAGS = frozenset(("tense", "afraid", "angry"))
LONELY_TAGS = frozenset(("lonely", "sad"))
LONELY_MOODS = frozenset(("lonely", "desolate"))
SLOTS = ("wide", "medium", "close")
"""Sizes in turn: a scene's first shot is wide, the next ones come nearer, then it opens again."""
REST_EVERY, REST_AT = 10, 6
"""One shot in ten stands still; it is the seventh of each ten."""


@dataclass(frozen=True)
class Rule:
    """Points for one choice where `holds`."""

    choice: str
    points: float
    reason: str
    """The end of a sentence: `the scene opens here`."""
    holds: Callable[[Facts], bool]


def slot(index: int) -> str:
    """The size whose turn it is at a shot's 0-based number in its scene."""
    return SLOTS[index % len(SLOTS)]


def rests(position: int) -> bool:
    """Whether the shot at a 0-based place of the film stands still."""
    return position % REST_EVERY == REST_AT


def _tagged(facts: Facts, tags: frozenset[str]) -> bool:
    return bool(tags.intersection(facts["tags"]))


def _lonely(facts: Facts) -> bool:
    return _tagged(facts, LONELY_TAGS) or facts["mood"] in LONELY_MOODS


def _moves_as_felt(movement: str, facts: Facts) -> bool:
    movements = feeling_of(tuple(facts["tags"])).movements
    return bool(facts["tags"]) and movements[int(facts["turn"]) % len(movements)] == movement


def _moves_in_turn(movement: str, facts: Facts) -> bool:
    return PLAIN.movements[int(facts["turn"]) % len(PLAIN.movements)] == movement


FRAMING_RULES: tuple[Rule, ...] = (
    Rule("title", 9.0, "it is a card of words", lambda f: f["kind"] in CARD_KINDS),
    Rule("establishing", 5.0, "the scene opens here and its place is shown", lambda f: f["opens"]),
    Rule("insert", 4.0, "its words are shown by themselves", lambda f: f["kind"] in SHOWN_ALONE),
    Rule("insert", 3.0, "a quotation is set by itself", lambda f: f["kind"] == "quote" and not f["dialogue"]),
    Rule("establishing", 3.5, "many people or a long way need room", lambda f: f["kind"] in WIDE_KINDS),
    Rule("medium", 1.0, "it is the turn of the middle distance", lambda f: f["slot"] == "medium"),
    Rule("close", 1.0, "it is the turn of the near view", lambda f: f["slot"] == "close"),
    Rule("establishing", 1.0, "it is the turn of the wide view", lambda f: f["slot"] == "wide"),
    Rule(
        "insert",
        1.4,
        "it is the turn of a detail, and the words name a thing",
        lambda f: f["slot"] == "wide" and f["thing"] and not f["people"],
    ),
    Rule(
        "medium",
        1.5,
        "the next scene opens wide, so that this one does not end so",
        lambda f: f["slot"] == "wide" and f["ends"] == "scene",
    ),
    Rule("close", 0.7, "such a feeling is read from near", lambda f: _tagged(f, CLOSE_TAGS)),
    Rule("medium", 0.3, "who speaks is seen with the listener", lambda f: f["dialogue"]),
    Rule("insert", 0.3, "the words name a thing and nobody", lambda f: f["thing"] and not f["people"]),
)

MOVEMENT_RULES: tuple[Rule, ...] = (
    Rule("still", 6.0, "one shot in ten rests", lambda f: f["rests"]),
    Rule("still", -1.5, "a picture that lives moves a little", lambda f: not f["rests"]),
    Rule("push_in", 1.5, "tension draws near", lambda f: _tagged(f, TENSE_TAGS)),
    Rule("pull_out", 1.5, "loneliness is seen from afar", _lonely),
    Rule("pull_out", 3.0, "the film ends", lambda f: f["ends"] == "film"),
    Rule("pull_out", 0.9, "the scene ends", lambda f: f["ends"] == "scene"),
    Rule("push_in", 2.0, "a card comes slowly nearer", lambda f: f["kind"] in CARD_KINDS),
    Rule("drift_right", 1.6, "a way goes on", lambda f: f["kind"] == "journey"),
    Rule("drift_right", 0.9, "a place is passed along", lambda f: f["opens"] and f["turn"] % 2 == 0),
    Rule("drift_left", 0.9, "a place is passed along", lambda f: f["opens"] and f["turn"] % 2 == 1),
    Rule("push_in", 0.4, "what is near draws nearer", lambda f: f["framing"] in ("close", "insert")),
    *(
        Rule(movement, 1.2, "the feeling moves so", partial(_moves_as_felt, movement))
        for movement in MOVEMENTS
    ),
    *(Rule(movement, 0.6, "it is its turn", partial(_moves_in_turn, movement)) for movement in MOVEMENTS),
)

TRANSITION_RULES: tuple[Rule, ...] = (
    Rule("cut", 9.0, "the film opens with it", lambda f: f["position"] == 0),
    Rule("cut", 1.0, "inside a scene shots are cut", lambda f: f["position"] > 0),
    Rule("dip_to_black", 4.0, "a chapter begins", lambda f: f["card"]),
    Rule("dip_to_black", 4.0, "the story is over", lambda f: f["credits"]),
    Rule("dissolve", 5.0, "the story comes up out of its title", lambda f: f["after_title"]),
    Rule("dissolve", 2.0, "what the house shows gives way to the film", lambda f: f["house"]),
    Rule("dissolve", 3.5, "the scene comes up out of its heading", lambda f: f["after_card"]),
    Rule("dissolve", 3.0, "a new scene begins: time or place changes", lambda f: f["opens"]),
    Rule("dissolve", 2.5, "its words say that time has passed", lambda f: f["passes"]),
    Rule("slide", 2.0, "the next member of a list takes its place", lambda f: f["member"]),
    Rule("wipe", 2.4, "the next step follows", lambda f: f["member"] and f["kind"] in ("process", "number")),
)


def framing_scores(**facts: Any) -> dict[str, float]:
    """Points of each framing. Facts: kind, opens, ends, dialogue, slot, thing, people, tags."""
    return _scores(FRAMINGS, FRAMING_RULES, facts)


def movement_scores(**facts: Any) -> dict[str, float]:
    """Points of each movement. Facts: kind, framing, opens, ends, rests, turn, tags, mood."""
    return _scores(MOVEMENTS, MOVEMENT_RULES, facts)


def transition_scores(**facts: Any) -> dict[str, float]:
    """Points of each transition. Facts: position, kind, card, credits, house, after_title, after_card,
    opens, passes, member.
    """
    return _scores(TRANSITIONS, TRANSITION_RULES, facts)


def decide_framing(shot: str, **facts: Any) -> Decision:
    """Which framing a shot has."""
    return _decided(f"shot:{shot}", "framing", FRAMING_RULES, framing_scores(**facts), facts)


def decide_movement(shot: str, **facts: Any) -> Decision:
    """How a shot moves."""
    return _decided(f"shot:{shot}", "movement", MOVEMENT_RULES, movement_scores(**facts), facts)


def decide_transition(shot: str, **facts: Any) -> Decision:
    """How a shot begins."""
    return _decided(f"cut:{shot}", "transition", TRANSITION_RULES, transition_scores(**facts), facts)


def _scores(choices: tuple[str, ...], rules: tuple[Rule, ...], facts: Facts) -> dict[str, float]:
    held = [(rule.choice, rule.points) for rule in rules if rule.holds(facts)]
    return {name: round(sum(points for choice, points in held if choice == name), 3) for name in choices}


def _decided(
    about: str, question: str, rules: tuple[Rule, ...], scores: Mapping[str, float], facts: Facts
) -> Decision:
    held: dict[str, list[str]] = {}
    for rule in rules:
        if rule.holds(facts) and rule.reason not in held.setdefault(rule.choice, []):
            held[rule.choice].append(rule.reason)
    reasons = {name: ", and ".join(held.get(name, ())) or "nothing asks for it" for name in scores}
    return decide(about, question, f"{__name__}:{question}_scores", scores, reasons, **facts)
