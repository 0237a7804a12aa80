"""Decisions: what was chosen by rule, against what, and from which facts.

Every choice that a person may ask about is kept as one of these beside what it led to. Its scores can
be computed again from its inputs alone: `rule` names the function that did it.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from pydantic import Field

from storyreel.kit.schema import Model


class Choice(Model):
    """One thing that could have been chosen. The highest score wins; equal scores go to the first."""

    name: str
    score: float
    reason: str = ""
    """Why it has this score, as the end of a sentence: `the line asks a question`."""


class Decision(Model):
    """A choice made by rule."""

    about: str
    """`shot:ID`, `cut:ID` (the cut before that shot), `asset:ID`, `line:ID`, `voice:SPEAKER` or `film`."""
    question: str
    """What was decided, in the field's words: `framing`, `movement`, `transition`, `picture source`."""
    rule: str
    """`package.module:function` from the inputs (as keywords) to name -> score."""
    inputs: Mapping[str, Any] = Field(default_factory=dict)
    """Plain JSON data: all that the rule reads."""
    choices: tuple[Choice, ...] = Field(min_length=1)
    """All candidates, the chosen one first, the others by falling score."""

    @property
    def chosen(self) -> Choice:
        """What was chosen."""
        return self.choices[0]


def scored_again(decision: Decision) -> dict[str, float]:
    """The scores as the rule gives them now, by name."""
    module, _, function = decision.rule.partition(":")
    return dict(getattr(import_module(module), function)(**decision.inputs))


def decide(
    about: str,
    question: str,
    rule: str,
    scores: Mapping[str, float],
    reasons: Mapping[str, str],
    **inputs: Any,
) -> Decision:
    """The decision for the best of `scores`; the order of `scores` settles equal ones."""
    ranked = sorted(scores, key=lambda name: -scores[name])
    choices = tuple(Choice(name=name, score=scores[name], reason=reasons.get(name, "")) for name in ranked)
    return Decision(about=about, question=question, rule=rule, inputs=inputs, choices=choices)
