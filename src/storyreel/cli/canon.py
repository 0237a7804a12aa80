"""`storyreel canon`: JSON out, JSON in."""

from pathlib import Path
from typing import Annotated

import typer

from storyreel.canon.commit import load as load_canon_file
from storyreel.cli.show import say
from storyreel.kit.errors import InputError
from storyreel.kit.settings import load_settings
from storyreel.wiring.make import load_canon
from storyreel.wiring.studio import open_studio

canon_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
ProjectId = Annotated[str, typer.Argument(help="Id of the project; a text's own name by default.")]


@canon_app.command("show")
def show_canon(project: ProjectId) -> None:
    """Print the canon of a project as JSON."""
    with open_studio(load_settings()) as studio:
        sha256 = studio.records.registry.head(studio.settings.tenant, project, "canon")
        if sha256 is None:
            raise InputError(
                f"The project {project!r} has no canon yet.", next_step="Make a film in it first."
            )
        say(studio.records.blobs.path(studio.settings.tenant, sha256).read_text(encoding="utf-8"))


@canon_app.command("load")
def load_canon_of(project: ProjectId, file: Annotated[Path, typer.Argument(help="A canon as JSON.")]) -> None:
    """Make a JSON file the canon of a project."""
    canon = load_canon_file(file)
    with open_studio(load_settings()) as studio:
        say(load_canon(studio, project, canon))
