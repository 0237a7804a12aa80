"""`storyreel make`, `render`, `export`."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from storyreel.assets.looks import LOOKS
from storyreel.canon.commit import load as load_canon_file
from storyreel.cli.follow import follow
from storyreel.cli.show import RunDisplay, downloads, err, say
from storyreel.film.styling import AUTO
from storyreel.kit.settings import load_settings
from storyreel.providers.registry import SOURCES
from storyreel.render.profiles import FORMATS, PROFILES
from storyreel.timeline.adapters.formats import EXPORTERS, format_named
from storyreel.wiring.hand_over import export_run
from storyreel.wiring.make import create_run, load_canon, read_wish
from storyreel.wiring.package import load_package, render_package
from storyreel.wiring.search import prepare_search
from storyreel.wiring.studio import open_studio, require_room
from storyreel.wiring.voice import prepare_voice

Given = Annotated[
    str, typer.Argument(metavar="FILE_OR_TEXT", help="Text, Markdown, Fountain or Script.json.")
]
Out = Annotated[Path | None, typer.Option(help="Folder for the film, sidecars and summary.")]
Format = Annotated[str, typer.Option("--format", help=f"One of: {', '.join(FORMATS)}.")]
Profile = Annotated[str, typer.Option(help=f"One of: {', '.join(PROFILES)}.")]
Voice = Annotated[str, typer.Option(help="The narrator's voice.")]
Assets = Annotated[
    Path | None, typer.Option(help="Your own pictures and videos, matched by file name and tags.")
]
VoiceOver = Annotated[
    Path | None,
    typer.Option(help="Your own reading: one recording, or a folder with one a line."),
]
Music = Annotated[Path | None, typer.Option(help="Your own music, instead of what is composed.")]
Search = Annotated[
    str | None,
    typer.Option(help=f"Picture sources to ask, in order, by commas: {', '.join(SOURCES)}."),
]
LookName = Annotated[
    str, typer.Option("--look", help=f"How pictures are drawn: {AUTO} (by the text), {', '.join(LOOKS)}.")
]
BrandKit = Annotated[
    Path | None, typer.Option("--brand", help="Your brand.yaml: logo, colours, music, intro, outro.")
]
ProjectId = Annotated[
    str | None, typer.Option("--project", help="Name or project.json of the show it belongs to.")
]
Canon = Annotated[Path | None, typer.Option(help="A canon that the text must agree with.")]


def make(
    given: Given,
    out: Out = None,
    film_format: Format = "youtube",
    profile: Profile = "standard_local",
    voice: Voice = "narrator",
    assets: Assets = None,
    voice_over: VoiceOver = None,
    music: Music = None,
    search: Search = None,
    look: LookName = AUTO,
    brand: BrandKit = None,
    project: ProjectId = None,
    canon: Canon = None,
) -> None:
    """Turn a text into a narrated, captioned film."""
    settings = load_settings()
    wish = read_wish(
        given,
        out=out,
        film_format=film_format,
        profile=profile,
        voice=voice,
        assets=assets,
        project=project,
        voice_over=voice_over,
        music=music,
        look=look,
        brand=brand,
    )
    facts = load_canon_file(canon) if canon else None
    settings.prepare_home()
    require_room(settings)
    with downloads() as bars:
        speakers = prepare_voice(settings, bars.show, listens=bool(wish.voice_over))
        wish = replace(wish, search=prepare_search(search, wish.project, settings, bars.show))
    for note in speakers.notes:
        err.print(f"note: the best voice cannot speak now, the next one does. {note}", markup=False)
    for note in wish.search.notes:
        err.print(f"note: {note}", markup=False)
    with open_studio(settings) as studio:
        if facts is not None:
            load_canon(studio, wish.project.id, facts)
        run = create_run(studio, wish, speakers)
        code = follow(studio, run)
    raise typer.Exit(code)


def render(
    package: Annotated[Path, typer.Argument(metavar="PACKAGE.json", help="A RenderPackage v1 request.")],
    out: Annotated[Path, typer.Option(help="Folder for what is rendered.")] = Path("out"),
) -> None:
    """Render a RenderPackage: shot list, manifest and plan in, film out."""
    request = load_package(package)
    settings = load_settings()
    with open_studio(settings) as studio, RunDisplay() as display:
        require_room(settings)
        response = render_package(studio, request, out.absolute(), display.show)
    say(response.model_dump_json(indent=2))
    if response.status == "failed":
        raise typer.Exit(1)


def export(
    run: Annotated[str, typer.Argument(help="Id of a finished run.")],
    to: Annotated[str, typer.Option("--to", help=f"One of: {', '.join(EXPORTERS)}.")] = "otio",
    out: Annotated[Path | None, typer.Option(help="Folder for the time line and its media.")] = None,
) -> None:
    """Hand the time line of a finished run over to an editor."""
    format_named(to)
    with open_studio(load_settings()) as studio, RunDisplay() as display:
        found = studio.records.runs.get(studio.settings.tenant, run)
        folder = (out or Path("out") / f"{found.request['options']['name']}-{to}").absolute()
        report = export_run(studio, found, to, folder, display.show)
    say(f"{report.path}")
    for lost in report.lost:
        say(f"not carried by {to}: {lost}")
