"""`storyreel cast`: who is seen in a project's films: show, approve, replace."""

from pathlib import Path
from typing import Annotated

import typer

from storyreel.cli.show import say, table
from storyreel.kit.settings import load_settings
from storyreel.wiring.cast import replace_pictures
from storyreel.wiring.studio import open_studio
from storyreel.workflows.packs import PackState, approve, packs_of, state_of, states

cast_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
ProjectId = Annotated[str, typer.Argument(help="Id of the project; a text's own name by default.")]
Name = Annotated[str, typer.Argument(help="Name or id of a character.")]


@cast_app.command("show")
def show_cast(
    project: ProjectId, name: Annotated[str | None, typer.Argument(help="One of them, as JSON.")] = None
) -> None:
    """List the character packs of a project, or print one."""
    with open_studio(load_settings()) as studio:
        records, tenant = studio.records, studio.settings.tenant
        if name is not None:
            say(state_of(records, tenant, project, name).pack.model_dump_json(indent=2))
            return
        rows = [_row(state) for state in states(records, tenant, project, packs_of(records, tenant, project))]
    table(("name", "voice", "hair", "clothes", "colour", "own pictures", "approved by", "bytes"), rows)


@cast_app.command("approve")
def approve_pack(
    project: ProjectId,
    name: Name,
    by: Annotated[str, typer.Option(help="Who says yes.")] = "author",
) -> None:
    """Say yes to a pack as it is now; any change of it takes the yes away."""
    with open_studio(load_settings()) as studio:
        state = state_of(studio.records, studio.settings.tenant, project, name)
        approve(studio.records, studio.settings.tenant, project, state, by=by, policy="person")
    say(f"{by} approves {state.pack.name} as shown; it holds for these bytes ({state.sha256[:12]}) only.")


@cast_app.command("replace")
def replace_pack_pictures(
    project: ProjectId,
    name: Name,
    pictures: Annotated[
        Path | None,
        typer.Option(help="A folder with neutral.png, happy-open.png and so on; none: drawn again."),
    ] = None,
) -> None:
    """Show a character by your own pictures from the next film on; story and timing stay."""
    with open_studio(load_settings()) as studio:
        state = replace_pictures(studio, project, name, pictures)
    own = len(state.pack.pictures)
    shown = f"shown by {own} picture{'s' if own > 1 else ''} of yours" if own else "drawn"
    say(f"{state.pack.name} is {shown}, and not approved yet.")
    say(f"Say yes with: storyreel cast approve {project} {state.pack.id}")


def _row(state: PackState) -> tuple[str, ...]:
    look = state.pack.appearance
    return (
        state.pack.name,
        state.pack.voice or "-",
        f"{look.hair_color} {look.hair}",
        look.clothes,
        look.color,
        str(len(state.pack.pictures)),
        state.approved_by or "-",
        state.sha256[:12],
    )
