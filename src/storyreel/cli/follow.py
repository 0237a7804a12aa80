"""Working on a run in this process while showing it, and what is said at its end."""

import json
from pathlib import Path

from storyreel.cli.show import RunDisplay, err, say, tell_failure
from storyreel.kit.errors import StoppedError
from storyreel.wiring.studio import Studio
from storyreel.workflows.model import Run


def follow(studio: Studio, run: Run, *, adopt: bool = False) -> int:
    """Work on a run until it ends and tell the result; returns the exit code.

    Ctrl-C stops the run so that it can be resumed, and raises StoppedError.
    """
    with RunDisplay() as display:
        ended = studio.carry_out(run, display.show, adopt=adopt)
    return tell_end(ended)


def tell_end(run: Run) -> int:
    """Say what came out or why nothing did; returns the exit code."""
    if run.status == "failed" and run.error is not None:
        again = f"Try again with: storyreel runs retry {run.id}"
        tell_failure(run.error["message"], run.error["evidence"], run.error["next_step"] or again)
        return run.error["exit_code"]
    if run.status == "cancelled":
        tell_failure("The run was cancelled.", (), f"Begin it again with: storyreel runs retry {run.id}")
        return StoppedError.exit_code
    if run.status == "waiting":
        tell_failure("The run was stopped.", (), f"Go on with: storyreel runs resume {run.id}")
        return StoppedError.exit_code
    if run.pipeline == "hand_over":
        say("The clips for an editor are rendered; give the same `storyreel export` again.")
    else:
        _tell_film(run)
    return 0


def _tell_film(run: Run) -> None:
    out = Path(run.request["options"]["out"])
    summary = json.loads((out / "run_summary.json").read_text(encoding="utf-8"))
    name = run.request["options"]["name"]
    output = json.loads((out / "RenderOutput.json").read_text(encoding="utf-8"))["body"]
    rate = output["rate"]
    seconds = output["duration"] * rate["denominator"] / rate["numerator"]
    say(f"{out / (name + '.mp4')}")
    say(f"{seconds:.1f} s, {output['width']}x{output['height']}, {output['profile']}")
    say("made from:")
    for role, sha256 in output["made_from"].items():
        say(f"  {role:<15}{sha256[:16]}")
    cache = summary["cache"]
    say(f"{cache['made']} parts made, {cache['hits']} taken from the store, in {summary['elapsed_s']:.0f} s")
    for flag in summary["flags"]:
        err.print(f"note: {flag}", markup=False)
