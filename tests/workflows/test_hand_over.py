"""What leaves a finished film: time lines for editors, and the same film from a render package."""

import json
import uuid
from pathlib import Path
from typing import Any

import opentimelineio as otio
import pytest

from storyreel.film.package import RenderResponse
from storyreel.kit.errors import InputError
from storyreel.media.probe import probe
from storyreel.wiring.hand_over import export_run
from storyreel.wiring.package import NAMESPACE, load_package, render_package
from storyreel.wiring.studio import Studio
from storyreel.workflows.model import Run


def _package(run: Run, path: Path, **changed: Any) -> Path:
    out = run.request["options"]["out"]
    request = {
        "request_id": str(uuid.uuid4()),
        "idempotency_key": "bell-1",
        "render_profile": "preview_local",
        "inputs": {
            "shotlist_ref": f"file:{out}/ShotList.json",
            "asset_manifest_ref": f"file:{out}/AssetManifest.json",
            "render_plan_ref": f"file:{out}/RenderPlan.json",
        },
    } | changed
    path.write_text(json.dumps(request))
    return path


def _render(studio: Studio, package: Path) -> RenderResponse:
    return render_package(studio, load_package(package), package.parent / "out", lambda _: None)


def test_a_package_of_the_same_documents_gives_the_same_master(
    plain: tuple[Studio, Run], tmp_path: Path
) -> None:
    studio, run = plain
    response = _render(studio, _package(run, tmp_path / "package.json"))
    assert response.status == "completed", response.errors
    output = json.loads((Path(run.request["options"]["out"]) / "RenderOutput.json").read_text())["body"]
    assert response.artifact_uris["video"] == f"artifact:{output['video']['sha256']}"
    assert (tmp_path / "out" / "film.mp4").is_file()


def test_replaying_an_idempotency_key_gives_the_answer_that_is_there(
    plain: tuple[Studio, Run], tmp_path: Path
) -> None:
    studio, run = plain
    package = _package(run, tmp_path / "package.json", idempotency_key="bell-2")
    first = _render(studio, package)
    tries = len(studio.records.runs.tries(_run_id(studio, "bell-2")))
    assert _render(studio, package) == first
    assert len(studio.records.runs.tries(_run_id(studio, "bell-2"))) == tries


def test_an_idempotency_key_is_not_used_for_another_request(
    plain: tuple[Studio, Run], tmp_path: Path
) -> None:
    studio, run = plain
    _render(studio, _package(run, tmp_path / "package.json", idempotency_key="bell-3"))
    other = _package(run, tmp_path / "other.json", idempotency_key="bell-3", desired_outputs=["video"])
    with pytest.raises(InputError, match="was used for another request"):
        _render(studio, other)


def test_a_package_whose_timing_was_changed_after_the_lock_is_refused(
    plain: tuple[Studio, Run], tmp_path: Path
) -> None:
    studio, run = plain
    source = Path(run.request["options"]["out"]) / "ShotList.json"
    document = json.loads(source.read_text())
    document["body"]["shots"][1]["duration"] += 1
    package = _package(run, tmp_path / "package.json", idempotency_key="bell-4")
    request = json.loads(package.read_text())
    request["inputs"]["shotlist_ref"] = document
    package.write_text(json.dumps(request))
    response = _render(studio, package)
    assert response.status == "failed"
    assert "changed after it was locked" in response.errors[0].message


@pytest.mark.parametrize("kind", ["otio", "fcpxml", "edl"])
def test_an_export_has_every_clip_with_media_that_resolve(
    plain: tuple[Studio, Run], tmp_path: Path, kind: str
) -> None:
    studio, run = plain
    report = export_run(studio, run, kind, tmp_path / kind, lambda _: None)
    assert report.path.is_file()
    shots = json.loads((Path(run.request["options"]["out"]) / "ShotList.json").read_text())["body"]["shots"]
    movies = sorted((tmp_path / kind / "media").glob("*.mp4"))
    assert len(movies) == len(shots)
    assert report.lost, "no format carries everything"


def test_exported_clips_hold_the_handles_that_their_dissolves_need(
    plain: tuple[Studio, Run], tmp_path: Path
) -> None:
    studio, run = plain
    report = export_run(studio, run, "otio", tmp_path, lambda _: None)
    timeline = otio.adapters.read_from_file(str(report.path))
    assert isinstance(timeline, otio.schema.Timeline)
    for clip in timeline.video_tracks()[0].find_clips():
        path = Path(otio.url_utils.filepath_from_url(clip.media_reference.target_url))
        available = clip.media_reference.available_range
        found = probe(path)
        assert found.video is not None
        assert float(found.duration_s) == pytest.approx(available.duration.to_seconds(), abs=0.001)
        assert available.start_time <= clip.source_range.start_time


def _run_id(studio: Studio, key: str) -> str:
    return str(uuid.uuid5(NAMESPACE, f"{studio.settings.tenant}/{key}"))
