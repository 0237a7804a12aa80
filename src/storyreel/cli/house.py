"""`storyreel doctor` and `storyreel down`."""

from storyreel.cli.show import say, table
from storyreel.kit.settings import load_settings
from storyreel.store.server import stop_server
from storyreel.wiring.doctor import examine


def doctor() -> None:
    """Say what is here, what is missing, and what it would improve."""
    findings = examine(load_settings())
    table(("", "what", "state", "next step"), [(f.mark, f.what, f.state, f.next_step) for f in findings])


def down() -> None:
    """Stop the embedded database; it starts again with the next command."""
    settings = load_settings()
    stopped = stop_server(settings.home) if settings.database_url is None else False
    say("Stopped the database." if stopped else "Nothing was running.")
