"""`storyreel why` and `storyreel rights`: what was decided, and what a film is made of."""

import json
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from storyreel.assets.rights import licence_title, places
from storyreel.cli.show import say, table
from storyreel.kit.settings import load_settings
from storyreel.wiring.studio import open_studio
from storyreel.workflows.rights import allow, rights_of_run, rights_report
from storyreel.workflows.why import sentence
from storyreel.workflows.why import why as decisions_about

RunId = Annotated[str, typer.Argument(metavar="RUN", help="Id of the run; its first letters are enough.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON, with everything that was weighed.")]


def why(
    run: RunId,
    thing: Annotated[
        str,
        typer.Argument(
            metavar="SHOT|ASSET|CUT|LINE", help="An id, also as `cut:ID` or `voice:NAME`, or `film`."
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Say why a shot, picture, cut or line is as it is, and what was not chosen."""
    with open_studio(load_settings()) as studio:
        found = studio.records.runs.get(studio.settings.tenant, run)
        decisions = decisions_about(studio.records, found, thing)
    if as_json:
        _print([decision.model_dump(mode="json") for decision in decisions])
        return
    for decision in decisions:
        say(sentence(decision))


class _ShowFirst(TyperGroup):
    """`rights RUN` is short for `rights show RUN`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        plain = [word for word in args if not word.startswith("-")]
        short = bool(plain) and plain[0] not in self.commands
        return super().parse_args(ctx, ["show", *args] if short else args)


rights_app = typer.Typer(cls=_ShowFirst, no_args_is_help=True, rich_markup_mode=None)


@rights_app.command("show")
def show_rights(run: RunId, as_json: AsJson = False) -> None:
    """List everything a film is made of, with licence, source and whom to name."""
    with open_studio(load_settings()) as studio:
        found = studio.records.runs.get(studio.settings.tenant, run)
        rights = rights_of_run(studio.records, found)
    if as_json:
        _print(rights_report(rights))
        return
    rows = [
        (
            part.kind,
            part.name,
            licence_title(part.rights.license_type),
            part.rights.source,
            part.rights.attribution or "-",
            "yes" if part.rights.redistributable else "no",
            places(part.where),
        )
        for part in rights.used
    ]
    table(("kind", "what", "licence", "source", "to be named", "may be passed on", "where"), rows)
    for body in rights.overrides:
        say(f"allowed by {body['by']}: {body['asset']} ({body['reason']})")
    for part in rights.blocked:
        say(f"blocked for publishing: {part.name} has no known licence ({part.rights.license_type}).")
    if rights.blocked:
        say(f"Leave it out, or: storyreel rights allow {found.id} ASSET --by NAME --reason TEXT")


@rights_app.command("allow")
def allow_asset(
    run: RunId,
    asset: Annotated[str, typer.Argument(metavar="ASSET", help="Its name, its shot, or its hash.")],
    by: Annotated[str, typer.Option(help="Who allows it.")],
    reason: Annotated[str, typer.Option(help="On what grounds.")],
) -> None:
    """Record that a person lets a thing be published whose licence is not known."""
    with open_studio(load_settings()) as studio:
        found = studio.records.runs.get(studio.settings.tenant, run)
        bodies = allow(studio.records, found, asset, by=by, reason=reason)
    for body in bodies:
        say(f"{body['by']} allows {body['asset']}; it holds for these bytes ({body['sha256'][:12]}) only.")
    say(f"The film's folder is brought up to date by: storyreel runs retry {found.id}")


def _print(data: Any) -> None:
    say(json.dumps(data, indent=2, ensure_ascii=False))
