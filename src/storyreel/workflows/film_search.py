"""The stage that looks for pictures outside, when the author asks for it: one job a shot.

What a source answers today it may not answer tomorrow, so the answer is an artifact: a picture job gets its
bytes by hash and stays pure. A shot that the author's own material serves is not searched for.
"""

import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from storyreel.assets.folder import AuthorFolder, ranked
from storyreel.assets.model import FoundPicture, PictureNeed
from storyreel.film.model import CREDITS, INTRO, OUTRO, AssetManifest
from storyreel.kit.settings import Settings
from storyreel.render.profiles import frame_size
from storyreel.workflows.author import author_folder
from storyreel.workflows.stage import Job, JobOrder, Output, Part, RunView, Stage

if TYPE_CHECKING:
    from storyreel.assets.search import Likeness, Search

WORK = "storyreel.workflows.film_search:find"
PREVIEW = "preview"
"""Profiles of films that are only looked at begin with this."""
READ = ("id", "kind", "words", "reading", "place")
"""What a search reads of a need; a change of anything else searches nothing again."""
UNREAD: Mapping[str, Any] = {"framing": "medium", "movement": "still", "position": 0}


def searched(options: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a run was asked to search: `sources` in order, `method` of judging; empty for nothing."""
    return options.get("search") or {}


def found_jobs(
    needs: Sequence[PictureNeed], options: Mapping[str, Any], folder: AuthorFolder
) -> Sequence[Job]:
    """A job for each shot that something can be searched for."""
    from storyreel.assets.search import search_words

    wanted = searched(options)
    if not wanted.get("sources"):
        return []
    common = {
        **wanted,
        "size": list(frame_size(options["profile"], options["format"])),
        "preview": options["profile"].startswith(PREVIEW),
    }
    return [
        Job(need.id, {}, {**common, "need": need.model_dump(mode="json", include=set(READ))})
        for need in needs
        if need.id not in (INTRO, CREDITS, OUTRO) and search_words(need) and not ranked(need, folder)
    ]


def found_inputs(view: RunView, need_id: str) -> dict[str, str]:
    """What a picture job gets of a search: the answer and the bytes, nothing where nothing was found."""
    if need_id not in view.results("found"):
        return {}
    media = view.document(FoundPicture, "found", need_id).media
    return {"found": view.result("found", need_id), "found_picture": media.sha256} if media else {}


def find(order: JobOrder) -> Output:
    """Search one shot's picture; what a source does wrong is told and never fails the film."""
    from storyreel.assets.search import search_picture

    need = PictureNeed.model_validate({**UNREAD, **order.params["need"]})
    settings: Settings = order.context["settings"]
    with tempfile.TemporaryDirectory(dir=order.context["tmp"]) as workdir:
        search, missing = _search(order, settings)
        done = search_picture(need, search, Path(workdir))
        parts: tuple[Part, ...] = ()
        if done.file is not None and done.found.media is not None:
            kept = order.new_file(".picture")
            done.file.replace(kept)
            parts = (Part("picture", kept, done.found.media.media_type),)
    rights = done.found.rights
    return Output(
        document=done.found,
        parts=parts,
        rights=rights.model_dump(mode="json") if rights else None,
        # A source that could not be asked may answer the next time.
        reusable=done.settled and not missing,
        warnings=(*missing, *(f"{need.id}: {flag}" for flag in done.found.flags)),
        decisions=done.found.decisions,
        external=bool(parts),
    )


def _search(order: JobOrder, settings: Settings) -> "tuple[Search, tuple[str, ...]]":
    from storyreel.assets.search import Search
    from storyreel.assets.search_cache import SearchCache
    from storyreel.providers.registry import build_sources, reason_missing

    reasons = {name: reason_missing(name, settings) for name in order.params["sources"]}
    missing = tuple(f"{name} cannot be asked: {reason}." for name, reason in reasons.items() if reason)
    width, height = order.params["size"]
    search = Search(
        sources=build_sources([name for name, reason in reasons.items() if not reason], settings),
        likeness=_likeness(order.params["method"], settings),
        cache=SearchCache(settings.cache / "search", time.time),
        size=(width, height),
        preview=order.params["preview"],
    )
    return search, missing


def _likeness(method: str, settings: Settings) -> "Likeness":
    from storyreel.assets.search import StemOverlap
    from storyreel.sound.weights import WeightsStore

    if method == StemOverlap.method:
        return StemOverlap()
    # Only where the weights are here when the run was begun; a run that goes on without them says so.
    store = WeightsStore(settings.weights, offline=True)
    from storyreel.assets.likeness import minilm

    return minilm(store.fetch("minilm"), store.fetch("minilm-tokenizer"))


def _found(view: RunView) -> Sequence[Job]:
    needs = view.document(AssetManifest, "asset_manifest").backgrounds
    return found_jobs(needs, view.options, author_folder(view.options["author"]))


SEARCH_STAGES: dict[str, Stage] = {"found": Stage("found", 1, "cpu", _found, WORK, by_owner=True)}
