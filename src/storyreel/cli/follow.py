"""Working on a run in this process while showing it, and what is said at its end."""

import json
from pathlib import Path

from storyreel.cli.show import RunDisplay, err, say
from storyreel.kit.errors import RuleError, StoppedError, StudioError
from storyreel.wiring.studio import Studio
from storyreel.workflows.model import Run


def follow(studio: Studio, run: Run, *, adopt: bool = False) -> None:
    """Submit (or adopt) a run, work until it ends, tell the result.

    Ctrl-C stops the run so that it can be resumed, and raises StoppedError.
    """
    with RunDisplay() as display:
        ended = studio.carry_out(run, display.show, adopt=adopt)
    tell_end(ended)


def tell_end(run: Run) -> None:
    """Say what came out, or raise the error that ended the run."""
    if run.status == "done":
        _tell_film(run)
    elif run.status == "cancelled":
        raise StoppedError(f"The run {run.id} was cancelled.")
    elif run.status == "failed" and run.error:
        raise _ended(run)


def _ended(run: Run) -> StudioError:
    """The error row as an error of the same exit code."""
    row = run.error or {}
    if row["kind"] == "RuleError":
        error: StudioError = RuleError(
            row["message"], evidence=tuple(row["evidence"]), next_step=row["next_step"]
        )
    else:
        again = row["next_step"] or f"Try again with: storyreel runs retry {run.id}"
        error = StudioError(row["message"], next_step=again)
    # The door reads the exit code from the error; a row keeps only its number.
    object.__setattr__(error, "exit_code", row["exit_code"])
    return error


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
