"""Putting the studio to rest: the embedded database ends, but not under a run that works."""

from storyreel.kit.errors import RuleError
from storyreel.kit.settings import Settings
from storyreel.store.server import server_runs, stop_server
from storyreel.wiring.studio import open_studio


def stop_database(settings: Settings, *, force: bool) -> bool:
    """Stop the embedded server; False when none ran. Raises RuleError under a run, unless forced."""
    if settings.database_url is not None or not server_runs(settings.home):
        return False
    if not force:
        _require_rest(settings)
    return stop_server(settings.home)


def _require_rest(settings: Settings) -> None:
    with open_studio(settings) as studio:
        working = [executor for executor in studio.records.executors.all() if executor.alive]
    if working:
        pids = ", ".join(str(executor.pid) for executor in working)
        raise RuleError(
            f"A run is being worked on in this home (process {pids}).",
            next_step="Let it end, stop it with Ctrl-C, or give --force: it can be resumed afterwards.",
        )
