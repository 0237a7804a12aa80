"""The `storyreel` command and its one error boundary.

Exit codes: 0 ok, 1 failed, 2 usage, 3 a rule said no, 4 a provider is down, 130 stopped.
"""

import signal
import sys
import warnings

import click
import typer
from sqlalchemy.exc import OperationalError

from storyreel.cli.canon import canon_app
from storyreel.cli.film import export, make, render
from storyreel.cli.house import doctor, down
from storyreel.cli.queues import queues_app
from storyreel.cli.runs import runs_app
from storyreel.cli.show import tell_error
from storyreel.cli.weights import weights_app
from storyreel.kit.errors import StorageError, StudioError

app = typer.Typer(
    name="storyreel",
    help="A story in, a narrated and captioned film out. Works offline.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(make)
app.command()(render)
app.command()(export)
app.command()(doctor)
app.command()(down)
app.add_typer(runs_app, name="runs", help="Look at runs; resume, cancel, retry them.")
app.add_typer(weights_app, name="weights", help="Model weights: what is here, fetch what is not.")
app.add_typer(canon_app, name="canon", help="What is true in a project: show it, load it.")
app.add_typer(queues_app, name="queues", help="Pause and resume the queues of a resource.")

STOPPED_EXIT = 130


def main() -> None:
    """Run the command; every way it can fail ends in one sentence and an exit code."""
    # Libraries' warnings are for us (tests make them errors), not for the person at the terminal.
    warnings.simplefilter("ignore")
    # `kill` asks as Ctrl-C does: stop, keep what is done, say how to go on.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        sys.exit(app(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (KeyboardInterrupt, click.exceptions.Abort):
        sys.exit(STOPPED_EXIT)
    except StudioError as error:
        tell_error(error)
        sys.exit(error.exit_code)
    except OperationalError as error:
        tell_error(
            StorageError(
                f"The database stopped answering: {str(error.orig).strip().splitlines()[0]}.",
                next_step="Nothing is lost. Run `storyreel doctor`, then `storyreel runs resume`.",
            )
        )
        sys.exit(StorageError.exit_code)
