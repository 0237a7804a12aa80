"""`storyreel doctor` and `storyreel down`."""

from typing import Annotated

import typer

from storyreel.cli.show import say, table
from storyreel.kit.settings import load_settings
from storyreel.wiring.doctor import examine
from storyreel.wiring.rest import stop_database


def doctor() -> None:
    """Say what is here, what is missing, and what it would improve; 1 when something stops all work."""
    findings = examine(load_settings())
    table(("", "what", "state", "next step"), [(f.mark, f.what, f.state, f.next_step) for f in findings])
    if any(finding.mark == "!!" for finding in findings):
        raise typer.Exit(1)


def down(
    force: Annotated[
        bool, typer.Option("--force", help="Also under a run that works; it can be resumed.")
    ] = False,
) -> None:
    """Stop the embedded database; the next command starts it again."""
    stopped = stop_database(load_settings(), force=force)
    say("Stopped the database." if stopped else "Nothing was running.")
