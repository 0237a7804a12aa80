"""The labelled cases: what the gate finds, and what it leaves alone."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from storyreel.canon.extract import Passage, extract
from storyreel.canon.gate import Verdict, check, known_names
from storyreel.canon.model import Fact, snapshot_of

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "cases.json").read_text("utf-8"))


def passages_of(case: dict[str, Any]) -> list[Passage]:
    passages: list[Passage] = []
    for number, scene in enumerate(case["scenes"], 1):
        for position, line in enumerate(scene["lines"], 1):
            speaker, text = None, line
            if line.startswith("@"):
                speaker, text = line[1:].split(" ", 1)
            passages.append(
                Passage(
                    text=text,
                    scene=number,
                    where=f"scene {number}, line {position}",
                    speaker=speaker,
                    place=scene.get("place", ""),
                    time_shift=scene.get("time", ""),
                )
            )
    return passages


def judge(case: dict[str, Any]) -> Verdict:
    snapshot = snapshot_of(tuple(Fact.model_validate(fact) for fact in case["canon"]))
    return check(snapshot, extract(passages_of(case), known_names(snapshot)))


def score(cases: list[dict[str, Any]]) -> tuple[float, float, list[str]]:
    """Precision and recall over cases; a contradiction of another kind counts against both."""
    right = wrong = missed = 0
    report: list[str] = []
    for case in cases:
        found = {contradiction.rule for contradiction in judge(case).contradictions}
        expected = {case["expect"]} - {None}
        right += len(found & expected)
        wrong += len(found - expected)
        missed += len(expected - found)
        if found != expected:
            report.append(f"{case['id']}: expected {sorted(expected)}, found {sorted(found)}")
    return right / max(1, right + wrong), right / max(1, right + missed), report


@pytest.mark.parametrize(("held_out", "floor"), [(False, (1.0, 1.0)), (True, (0.0, 0.0))])
def test_precision_and_recall_keep_their_floors(
    held_out: bool, floor: tuple[float, float], capsys: pytest.CaptureFixture[str]
) -> None:
    precision, recall, report = score([case for case in CASES if case["held_out"] is held_out])
    part = "held out" if held_out else "open"
    with capsys.disabled():
        sys.stdout.write(f"\ncanon gate, {part}: precision {precision:.2f}, recall {recall:.2f}\n")
    assert precision >= floor[0], report
    assert recall >= floor[1], report
