"""A document that was saved once can be read for ever, and is written back bit by bit.

Each schema version has a baseline in `tests/baselines/<schema>-<version>.json`: one typical document,
saved once and never changed after a release.
"""

import json
from pathlib import Path

import pytest

from storyreel.kit.errors import SchemaError
from storyreel.kit.hashing import canonical_json
from tests.schemas import all_schemas

BASELINES = Path(__file__).with_name("baselines")
SCHEMAS = all_schemas()


def baseline(name: str) -> Path:
    return BASELINES / f"{name}-{SCHEMAS[name].schema_version}.json"


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_has_a_baseline_that_comes_back_unchanged(name: str) -> None:
    path = baseline(name)
    assert path.exists(), f"{path.name} is missing: save one typical document of this version there."
    document = json.loads(path.read_text(encoding="utf-8"))
    assert SCHEMAS[name].from_document(document).to_bytes() == canonical_json(document)


@pytest.mark.parametrize("path", sorted(BASELINES.glob("*.json")), ids=lambda path: path.stem)
def test_every_baseline_can_still_be_read(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    SCHEMAS[document["schema"]].from_document(document)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_reader_tolerates_unknown_fields_of_its_own_major(name: str) -> None:
    document = json.loads(baseline(name).read_text(encoding="utf-8"))
    document["schema_version"] = f"{SCHEMAS[name].schema_version.split('.')[0]}.99.0"
    document["body"]["a_field_of_the_future"] = 1
    SCHEMAS[name].from_document(document)


@pytest.mark.parametrize("name", SCHEMAS)
def test_another_major_is_refused(name: str) -> None:
    document = json.loads(baseline(name).read_text(encoding="utf-8"))
    document["schema_version"] = "99.0.0"
    with pytest.raises(SchemaError, match=r"version 99\.0\.0"):
        SCHEMAS[name].from_document(document)


@pytest.mark.parametrize("name", [name for name in SCHEMAS if name != "project"])
def test_a_missing_field_is_named_by_its_path(name: str) -> None:
    kind = SCHEMAS[name]
    document = json.loads(baseline(name).read_text(encoding="utf-8"))
    required = [field for field, info in kind.model_fields.items() if info.is_required()]
    for field in required:
        body = {key: value for key, value in document["body"].items() if key != field}
        with pytest.raises(SchemaError) as caught:
            kind.from_document({**document, "body": body})
        assert caught.value.path == f"body.{field}"
