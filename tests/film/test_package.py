"""A render package is asked and answered in validated documents."""

import json
from typing import Any

import pytest

from storyreel.film.package import RenderResponse, open_package, read_package
from storyreel.kit.errors import RuleError, SchemaError
from tests.film.making import Film, script

FILM = Film(script())


def body(**changes: Any) -> dict[str, Any]:
    return {
        "request_id": "3f2b8c1e-6a54-4a57-9d8e-0c6f1d2e3b4a",
        "idempotency_key": "pier-1",
        "tenant_id": "local",
        "render_profile": "standard_local",
        "inputs": {
            "shotlist_ref": FILM.shots.to_document(),
            "asset_manifest_ref": FILM.manifest.to_document(),
            "render_plan_ref": "artifact:plan",
        },
        "desired_outputs": ["video", "captions"],
        **changes,
    }


def load(reference: str) -> bytes:
    return {"artifact:plan": FILM.plan.to_bytes()}[reference]


def test_inline_documents_and_references_open_alike() -> None:
    inputs = open_package(read_package(json.dumps(body()).encode()), load)
    assert inputs.shot_list == FILM.shots
    assert inputs.render_plan == FILM.plan


def test_a_package_comes_back_from_its_own_bytes() -> None:
    package = read_package(json.dumps(body()).encode())
    assert read_package(package.to_bytes()) == package


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"request_id": "one"}, "request_id"),
        ({"render_profile": "best"}, "render_profile"),
        ({"desired_outputs": ["gif"]}, "desired_outputs"),
        ({"inputs": {"shotlist_ref": "please make a film about whales"}}, "inputs.shotlist_ref"),
    ],
)
def test_anything_but_the_schema_is_refused_by_path(changes: dict[str, Any], path: str) -> None:
    with pytest.raises(SchemaError) as caught:
        read_package(json.dumps(body(**changes)).encode())
    assert path in caught.value.path


def test_a_broken_lock_is_refused() -> None:
    document = FILM.shots.to_document()
    document["body"]["shots"][0]["duration"] += 1
    inputs = {**body()["inputs"], "shotlist_ref": document}
    with pytest.raises(RuleError, match="changed after it was locked"):
        open_package(read_package(json.dumps(body(inputs=inputs)).encode()), load)


def test_a_document_of_another_kind_is_refused_by_its_field() -> None:
    inputs = {**body()["inputs"], "shotlist_ref": FILM.manifest.to_document()}
    with pytest.raises(SchemaError, match=r"inputs\.shotlist_ref"):
        open_package(read_package(json.dumps(body(inputs=inputs)).encode()), load)


def test_another_profile_than_the_plans_is_refused() -> None:
    package = read_package(json.dumps(body(render_profile="preview_local")).encode())
    with pytest.raises(RuleError, match="its plan was made for 'standard_local'"):
        open_package(package, load)


def test_a_manifest_of_another_film_is_refused() -> None:
    document = FILM.manifest.to_document()
    document["body"]["backgrounds"] = document["body"]["backgrounds"][1:]
    inputs = {**body()["inputs"], "asset_manifest_ref": document}
    with pytest.raises(RuleError, match="lacks 1 need"):
        open_package(read_package(json.dumps(body(inputs=inputs)).encode()), load)


def test_a_response_echoes_its_request() -> None:
    response = RenderResponse.model_validate({"request_id": body()["request_id"], "status": "queued"})
    assert RenderResponse.from_bytes(response.to_bytes()) == response
