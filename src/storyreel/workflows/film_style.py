"""The stages that decide how a film looks: its style, its people, and the end card after its pictures."""

from collections.abc import Mapping, Sequence
from typing import Any

from storyreel.assets.looks import look_named
from storyreel.film.brand.model import Brand
from storyreel.film.credits import credits_need
from storyreel.film.model import CREDITS, AssetManifest, FilmStyle, ShotList
from storyreel.render.profiles import frame_size
from storyreel.workflows.planners import planners
from storyreel.workflows.stage import Job, RunView, Stage

WORK = "storyreel.workflows.style_documents"


def brand_of(options: Mapping[str, Any]) -> Brand:
    """The brand kit of a request; an empty one where none was given."""
    return Brand.model_validate(options.get("brand") or {"name": ""})


def drawing(view: RunView) -> dict[str, Any]:
    """What all pictures of a film are drawn with."""
    style, options = view.document(FilmStyle, "style"), view.options
    return {
        "size": list(frame_size(options["profile"], options["format"])),
        "look": style.look,
        "look_version": look_named(style.look).version(),
        "palette": style.palette,
    }


def _style(view: RunView) -> Sequence[Job]:
    names = ("title", "genre", "visual_style", "palette")
    colors = brand_of(view.options).colors
    params = {
        "project": {name: getattr(view.project, name) for name in names},
        "look": view.options.get("look", "auto"),
        "colors": colors.model_dump(mode="json") if colors else None,
    }
    return [Job("", {"plan": view.result("shot_plan")}, params)]


def _packs(view: RunView) -> Sequence[Job]:
    inputs = {name: view.result(name) for name in ("script", "cast")}
    known = view.head("packs")
    return [Job("", {**inputs, "packs": known} if known else inputs)]


def _end_card(view: RunView) -> Sequence[Job]:
    """One job, or none where the brand wants no end card; it knows the words of the card alone."""
    from storyreel.assets.model import Picture

    manifest = view.document(AssetManifest, "asset_manifest")
    needs = [need for need in manifest.backgrounds if need.id == CREDITS]
    pictures = [view.document(Picture, "picture", item) for item in view.results("picture")]
    title = view.document(ShotList, "shot_list").title
    common: dict[str, Any] = {**drawing(view), "author": []}
    return [
        Job(need.id, {}, {**common, "need": credits_need(need, title, pictures).model_dump(mode="json")})
        for need in needs
    ]


def style_stages(picture: Stage) -> dict[str, Stage]:
    """The stages; an end card is drawn as `picture` draws."""
    return {
        "style": Stage("style", 1, "inline", _style, f"{WORK}:style", planners),
        "packs": Stage("packs", 1, "inline", _packs, f"{WORK}:packs", planners),
        "end_card": Stage("end_card", 1, "cpu", _end_card, picture.work, picture.toolchain),
    }
