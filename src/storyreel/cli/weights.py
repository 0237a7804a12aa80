"""`storyreel weights`: what is here, fetch what is not."""

from typing import Annotated

import typer

from storyreel.cli.show import downloads, say, table
from storyreel.kit.settings import load_settings
from storyreel.wiring.voice import weights_store

weights_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@weights_app.command("list")
def list_weights() -> None:
    """List every file of weights, its licence and whether it is here."""
    rows = [
        (row.name, f"{row.size / 1e6:.0f} MB", row.licence, "here" if row.path else "missing", row.purpose)
        for row in weights_store(load_settings()).status()
    ]
    table(("name", "size", "licence", "state", "for"), rows)


@weights_app.command("fetch")
def fetch_weights(
    names: Annotated[list[str] | None, typer.Argument(help="Without a name: all that is missing.")] = None,
) -> None:
    """Fetch weights; bytes are trusted only after their hash matches."""
    settings = load_settings()
    settings.prepare_home()
    store = weights_store(settings)
    wanted = names or [row.name for row in store.status() if row.path is None]
    with downloads() as bars:
        for name in wanted:
            path = store.fetch(name, lambda done, total, name=name: bars.show(name, done, total))
            say(f"{name}: {path}")
    if not wanted:
        say("Everything is here.")
