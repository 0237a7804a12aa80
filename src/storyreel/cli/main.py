"""The `storyreel` command and its one error boundary.

Exit codes: 0 ok, 1 failed, 2 usage, 3 a rule said no, 4 a provider is down, 130 stopped.
Little is imported up here, so that even a Ctrl-C in the first moment is met by the boundary.
"""

import os
import signal
import sys
import warnings
from io import TextIOWrapper
from pathlib import Path
from types import FrameType

from storyreel.kit.errors import StoppedError, StorageError, StudioError


def main() -> None:
    """Run the command; every way it can fail ends in one sentence and an exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop_once)
    # Libraries' warnings are for us (tests make them errors), not for the person at the terminal.
    warnings.simplefilter("ignore")
    _have_streams()
    sys.exit(_run())


def _have_streams() -> None:
    """A closed stream swallows what is said; one that knows few letters writes the others as codes."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until we end
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run() -> int:
    """The exit code of the command on our command line, its error told."""
    try:
        # Read here, because reading them takes a second in which Ctrl-C may come as well.
        from storyreel.cli.app import app
        from storyreel.cli.log import keep_terminal_clean

        keep_terminal_clean()
        # Typer tells usage errors itself and leaves with 2; Ctrl-C comes out of it as 130.
        app()
    except SystemExit as ended:
        return _tell(_stopped()) if ended.code == StoppedError.exit_code else int(ended.code or 0)
    except KeyboardInterrupt:
        return _tell(_stopped())
    except StudioError as error:
        return _tell(error)
    except Exception as error:  # noqa: BLE001 - the last boundary: no traceback may reach a person
        if _was_asked_to_stop():
            # A library that was interrupted in its work may answer with an error of its own.
            _keep(error)
            return _tell(_stopped())
        return _tell(_database_gone(error) or _unexpected(error))
    return 0


def _stop_once(_number: int, _frame: FrameType | None) -> None:
    """Ctrl-C, and `kill` alike: stop, keep what is done. Asking again does not hurry it: it takes seconds."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def _was_asked_to_stop() -> bool:
    return signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def _keep(error: Exception) -> Path | None:
    from storyreel.cli.log import keep_traceback

    return keep_traceback(error)


def _tell(error: StudioError) -> int:
    from storyreel.cli.show import tell_error

    tell_error(error)
    return error.exit_code


def _stopped() -> StoppedError:
    return StoppedError(
        "Stopped; what is finished is kept.",
        next_step="Go on with whatever was interrupted: storyreel runs resume",
    )


def _database_gone(error: Exception) -> StorageError | None:
    """What to say when the database went away under the command; None for any other error."""
    from sqlalchemy.exc import OperationalError

    if not isinstance(error, OperationalError):
        return None
    reason = str(error.orig).strip().splitlines()[0].rstrip(".")
    return StorageError(
        f"The database stopped answering: {reason}.",
        next_step="What is finished is kept. Go on with: storyreel runs resume",
    )


def _unexpected(error: Exception) -> StudioError:
    log = _keep(error)
    where = f"The details are in {log}." if log else "The details could not be written anywhere."
    return StudioError(
        f"Something went wrong that Storyreel does not know: {type(error).__name__}. {where}",
        next_step="Run `storyreel doctor`; what is finished is kept, and `storyreel runs resume` goes on.",
    )


if __name__ == "__main__":
    main()
