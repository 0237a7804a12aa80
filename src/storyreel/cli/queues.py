"""`storyreel queues`: list, pause, resume."""

from typing import Annotated

import typer

from storyreel.cli.show import say, table
from storyreel.kit.settings import load_settings
from storyreel.wiring.studio import open_studio
from storyreel.workflows.queues import resource_limits

queues_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
QueueName = Annotated[str, typer.Argument(help=f"One of: {', '.join(resource_limits())}.")]


@queues_app.command("list")
def list_queues() -> None:
    """List the queues, how many jobs a process runs at once on each, and which are paused."""
    with open_studio(load_settings()) as studio:
        paused = studio.records.paused.names()
    rows = [
        (name, str(limit), "paused" if name in paused else "open")
        for name, limit in resource_limits().items()
    ]
    table(("queue", "at once", "state"), rows)


@queues_app.command("pause")
def pause_queue(name: QueueName) -> None:
    """Start nothing more on a queue; what runs, ends."""
    with open_studio(load_settings()) as studio, studio.remote() as remote:
        remote.pause_queue(name)
    say(f"Paused {name}.")


@queues_app.command("resume")
def resume_queue(name: QueueName) -> None:
    """Let a paused queue go on."""
    with open_studio(load_settings()) as studio, studio.remote() as remote:
        remote.resume_queue(name)
    say(f"Resumed {name}.")
