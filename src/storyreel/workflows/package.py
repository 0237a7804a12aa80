"""The stages of a RenderPackage (document 003, 21): line A from the locked shot list on.

The same stages as a film's, with other sources: documents come out of the package, pictures and
recordings are those that its plan names. Nothing here imports a story.
"""

from collections.abc import Sequence

from storyreel.film.model import RenderPlan
from storyreel.film.render_plan import MUSIC_NEED
from storyreel.kit.errors import InputError
from storyreel.workflows.film_render import RENDER_STAGES
from storyreel.workflows.stage import Job, RunView, Stage

PACKAGE = "storyreel.workflows.package_documents"
FILM = "storyreel.workflows.render_documents"
SCHEME = "artifact:"


def _from_package(document: str) -> Stage:
    def plan(view: RunView) -> Sequence[Job]:
        return [Job("", {"package": view.source})]

    return Stage(document, 1, "inline", plan, f"{PACKAGE}:{document}")


def _timeline(view: RunView) -> Sequence[Job]:
    plan = view.document(RenderPlan, "render_plan")
    inputs = {name: view.result(name) for name in ("shot_list", "asset_manifest", "render_plan")}
    params = {"project": {"fps": round(float(plan.fps.fraction)), "title": ""}, "brand": {"name": ""}}
    return [Job("", inputs | _sources(plan), params)]


def _sources(plan: RenderPlan) -> dict[str, str]:
    """Role -> SHA-256 of every picture, recording and bed that the plan names."""
    prefixes = {"picture": "picture:", "voice": "line:"}
    sources: dict[str, str] = {}
    for asset in plan.assets:
        if not asset.uri.startswith(SCHEME):
            raise InputError(
                f"The asset {asset.need_id} is at {asset.uri!r}, which is not in the store.",
                next_step=f"Name it as {SCHEME}<sha256> of something that was made here.",
            )
        role = "bed" if asset.need_id == MUSIC_NEED else f"{prefixes[asset.kind]}{asset.need_id}"
        sources[role] = asset.uri.removeprefix(SCHEME)
    return sources


def _render_output(view: RunView) -> Sequence[Job]:
    names = ("shot_list", "asset_manifest", "render_plan", "timeline", "captions", "mix", "master")
    return [Job("", {name: view.result(name) for name in names})]


PACKAGE_STAGES: dict[str, Stage] = {
    **{name: _from_package(name) for name in ("shot_list", "asset_manifest", "render_plan")},
    "timeline": Stage("timeline", 1, "inline", _timeline, f"{FILM}:timeline"),
    **RENDER_STAGES,
    "render_output": Stage("render_output", 1, "inline", _render_output, f"{FILM}:render_output"),
}
