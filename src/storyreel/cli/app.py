"""All commands under their names."""

import typer

from storyreel.cli.answers import rights_app, why
from storyreel.cli.canon import canon_app
from storyreel.cli.cast import cast_app
from storyreel.cli.film import export, make, render
from storyreel.cli.house import doctor, down
from storyreel.cli.queues import queues_app
from storyreel.cli.runs import runs_app
from storyreel.cli.weights import weights_app

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
app.command()(why)
app.command()(doctor)
app.command()(down)
app.add_typer(rights_app, name="rights", help="What a film is made of, and under which licences.")
app.add_typer(runs_app, name="runs", help="Look at runs; resume, cancel, retry them.")
app.add_typer(weights_app, name="weights", help="Model weights: what is here, fetch what is not.")
app.add_typer(canon_app, name="canon", help="What is true in a project: show it, load it.")
app.add_typer(cast_app, name="cast", help="Who is seen: show, approve, replace character packs.")
app.add_typer(queues_app, name="queues", help="Pause and resume the queues of a resource.")
