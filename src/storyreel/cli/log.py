"""Where the studio's log goes: into a file, because the terminal belongs to the person."""

import logging
import sys
import tempfile
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path

from storyreel.kit.errors import InputError
from storyreel.kit.settings import load_settings

NAME = "storyreel.log"


def keep_terminal_clean() -> None:
    """Nothing that a library or a thread has to say reaches the terminal; it goes into the log file."""
    logging.raiseExceptions = False  # a full disk under the log is no reason to print tracebacks
    handler = logging.FileHandler(_log_file(), encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    threading.excepthook = _log_thread_error


def keep_traceback(error: BaseException) -> Path | None:
    """Append an unexpected error to the log file, or to one in the temporary folder where that is refused.

    Returns the file; None when neither takes it.
    """
    text = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {' '.join(sys.argv[:2])}\n"
    text += "".join(traceback.format_exception(error)) + "\n"
    for file in (_log_file(), Path(tempfile.gettempdir()) / NAME):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("a", encoding="utf-8", errors="replace") as log:
                log.write(text)
        except OSError:
            continue
        return file
    return None


def _log_file() -> Path:
    try:
        return load_settings().home / "log" / NAME
    except InputError:
        return Path(tempfile.gettempdir()) / NAME


def _log_thread_error(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        logging.getLogger("storyreel").error("a thread ended", exc_info=args.exc_value)
