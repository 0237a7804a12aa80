"""The stages of line A: what each needs, as jobs.

What they do is in `film_documents`, `render_documents` and `film_media`; the stages after the time
line, which a render package shares, are in `film_render`.

A job names only what its own output depends on. That is what makes a changed word cheap: a voice
line knows its text and not its place, a picture its shot's need and not its neighbours, a segment
its own stretch of the time line.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from storyreel.assets.folder import ranked
from storyreel.assets.model import PictureNeed
from storyreel.assets.own_people import own_people_inputs
from storyreel.film.model import CREDITS, AssetManifest, FilmStyle
from storyreel.render.profiles import frame_size
from storyreel.render.toolchain import sound_toolchain, sources_digest, toolchain
from storyreel.sound.bed import bed_identity
from storyreel.story.model import Script
from storyreel.workflows.author import author_folder
from storyreel.workflows.film_render import RENDER_STAGES
from storyreel.workflows.film_search import SEARCH_STAGES, found_inputs
from storyreel.workflows.film_style import brand_of, drawing, style_stages
from storyreel.workflows.film_voice import VOICE_STAGES
from storyreel.workflows.planners import planners
from storyreel.workflows.stage import Job, RunView, Stage

MAX_AUTHOR_PICTURES = 3
"""Candidates from the author's folder that a picture job gets, should the best one be broken."""


OWN_SOURCES = (
    "assets/own.py", "assets/own_captions.py", "assets/own_people.py", "assets/own_still.py",
    "assets/own_subject.py", "assets/own_video.py", "media/image.py", "media/survey.py",
    "media/sound.py", "media/trim.py",
)  # fmt: skip


def _documents(function: str) -> str:
    return f"storyreel.workflows.film_documents:{function}"


def _rendering(function: str) -> str:
    return f"storyreel.workflows.render_documents:{function}"


def _media(function: str) -> str:
    return f"storyreel.workflows.film_media:{function}"


def _one(inputs: Mapping[str, str], params: Mapping[str, Any] | None = None) -> list[Job]:
    return [Job("", inputs, params or {})]


def _script(view: RunView) -> Sequence[Job]:
    params = {"name": view.options["source_name"], "language": view.project.language}
    return _one({"source": view.source}, params)


def _canon_diff(view: RunView) -> Sequence[Job]:
    inputs = {"script": view.result("script")}
    if canon := view.head("canon"):
        inputs["canon"] = canon
    return _one(inputs, {"name": view.options["source_name"], "mode": view.project.continuity_mode})


def _cast(view: RunView) -> Sequence[Job]:
    script = view.document(Script, "script")
    known = view.head("cast")
    params = {
        "speakers": [[speaker.id, speaker.name] for speaker in script.speakers],
        "narrator": view.options["voice"],
    }
    return _one({"cast": known} if known else {}, params)


def _shot_plan(view: RunView) -> Sequence[Job]:
    # Only what the planner reads of a project, so that a changed budget does not plan anew.
    project = {"fps": view.project.fps, "title": view.project.title, "genre": view.project.genre}
    brand = brand_of(view.options).model_dump(mode="json", include={"intro", "outro", "end_card"})
    return _one({"script": view.result("script")}, {"project": project, "brand": brand})


def _shot_list(view: RunView) -> Sequence[Job]:
    lines = {f"line:{item}": sha256 for item, sha256 in view.results("voice_line").items()}
    return _one({"plan": view.result("shot_plan"), **lines})


def _asset_manifest(view: RunView) -> Sequence[Job]:
    names = ("shot_list", "script", "cast", "packs")
    return _one({name: view.result(name) for name in names})


def _picture(view: RunView) -> Sequence[Job]:
    manifest = view.document(AssetManifest, "asset_manifest")
    common, author = drawing(view), view.options["author"]
    house: Mapping[str, Any] = view.options.get("house") or {}
    return [
        _picture_job(
            need, common, [house[need.id]] if need.id in house else author, found_inputs(view, need.id)
        )
        for need in manifest.backgrounds
        if need.id != CREDITS
    ]


def _picture_job(
    need: PictureNeed,
    common: Mapping[str, Any],
    rows: Sequence[Mapping[str, Any]],
    outside: Mapping[str, str],
) -> Job:
    by_label = {row["label"]: row for row in rows}
    folder = author_folder(rows)
    found = [by_label[match.picture.label] for match in ranked(need, folder)[:MAX_AUTHOR_PICTURES]]
    inputs = {f"author:{number}": str(row["sha256"]) for number, row in enumerate(found)}
    inputs.update({**outside, **own_people_inputs(need.people)})
    params = {**common, "need": need.model_dump(mode="json"), "author": found}
    return Job(need.id, inputs, {**params, "own_version": _own_version()} if inputs else params)


@functools.cache
def _own_version() -> dict[str, str]:
    """What decides how the author's own is shown, beside the stage's toolchain."""
    return {"source": sources_digest(OWN_SOURCES), "pyav": toolchain()["pyav"]}


def _bed(view: RunView) -> Sequence[Job]:
    inputs = {"shot_list": view.result("shot_list")}
    if music := view.options.get("music"):
        return _one({**inputs, "music": music["sha256"]}, {"label": music["label"]})
    return _one(inputs)


def _render_plan(view: RunView) -> Sequence[Job]:
    width, height = frame_size(view.options["profile"], view.options["format"])
    look = view.document(FilmStyle, "style").look
    params = {"profile": view.options["profile"], "width": width, "height": height, "look": look}
    if "music" in view.parts("bed"):
        params["own_music"] = view.options["music"]["label"]
    return _one(_assets(view), params)


def _timeline(view: RunView) -> Sequence[Job]:
    project = {"fps": view.project.fps, "title": view.project.title}
    brand = brand_of(view.options).model_dump(mode="json", include={"name", "logo", "colors", "caption_font"})
    inputs = {**_assets(view), "render_plan": view.result("render_plan")}
    return _one(inputs, {"project": project, "brand": brand})


def _assets(view: RunView) -> dict[str, str]:
    drawn = {**view.results("picture"), **view.results("end_card")}
    pictures = {f"picture:{item}": sha256 for item, sha256 in drawn.items()}
    lines = {f"line:{item}": sha256 for item, sha256 in view.results("voice_line").items()}
    names = ("shot_list", "asset_manifest", "bed")
    return {**{name: view.result(name) for name in names}, **pictures, **lines}


def _render_output(view: RunView) -> Sequence[Job]:
    names = (
        "script",
        "canon_diff",
        "cast",
        "shot_list",
        "asset_manifest",
        "render_plan",
        "timeline",
        "captions",
        "mix",
        "master",
    )
    return _one({name: view.result(name) for name in names})


@functools.cache
def _picture_toolchain() -> dict[str, str]:
    return {name: toolchain()[name] for name in ("resvg", "opencv", "numpy", "fonts", "cpu")}


@functools.cache
def _bed_toolchain() -> dict[str, str]:
    return {**sound_toolchain(), **bed_identity(), "own_music": sources_digest(("sound/own_music.py",))}


PICTURE = Stage("picture", 1, "cpu", _picture, _media("picture"), _picture_toolchain)

FILM_STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("script", 1, "inline", _script, _documents("read_script"), planners),
        Stage("canon_diff", 1, "inline", _canon_diff, _documents("canon_diff")),
        Stage("cast", 1, "inline", _cast, _documents("cast_voices")),
        Stage("shot_plan", 1, "inline", _shot_plan, _documents("shot_plan"), planners),
        *VOICE_STAGES.values(),
        Stage("shot_list", 1, "inline", _shot_list, _documents("shot_list")),
        Stage("asset_manifest", 1, "inline", _asset_manifest, _documents("asset_manifest"), planners),
        *SEARCH_STAGES.values(),
        PICTURE,
        *style_stages(PICTURE).values(),
        Stage("bed", 1, "cpu", _bed, _media("bed"), _bed_toolchain),
        Stage("render_plan", 1, "inline", _render_plan, _documents("render_plan")),
        Stage("timeline", 1, "inline", _timeline, _rendering("timeline")),
        *RENDER_STAGES.values(),
        Stage("render_output", 1, "inline", _render_output, _rendering("render_output")),
    )
}
