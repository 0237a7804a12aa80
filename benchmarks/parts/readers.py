"""The voice and the canon gate, each in a process of its own."""

import json

from benchmarks.measure import run
from benchmarks.parts import Answer
from benchmarks.studio import REPOSITORY, fetch_weights, python, shared_weights

EXAMPLES = REPOSITORY / "examples"


def voice(_rounds: int) -> Answer:
    """How long the best voice takes for a second of speech, its model's loading included."""
    fetch_weights()
    command = python("voice", EXAMPLES / "lighthouse.md", EXAMPLES / "harbour-almanac.md")
    cost = run(command, env={"STORYREEL_WEIGHTS": str(shared_weights())})
    lines = json.loads(cost.lines[-1][1])
    audio = sum(line["audio_s"] for line in lines)
    figures = {
        "voice_realtime_factor": round(cost.cpu_s / audio, 3),
        "slowest_line_s": max(line["wall_s"] for line in lines),
    }
    return Answer(figures, {"audio_s": round(audio, 1), "cost": cost.row(), "lines": lines})


def gate(rounds: int) -> Answer:
    """How long the canon gate takes over a ten-minute text."""
    command = python("gate", EXAMPLES / "harbour-almanac.md")
    rows = [json.loads(run(command).lines[-1][1]) for _ in range(rounds)]
    return Answer({"gate_s": min(row["gate_s"] for row in rows)}, {"rounds": rows})
