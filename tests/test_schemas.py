"""The schemas that other programs read are those that we write."""

from pathlib import Path

from storyreel.kit.publish import schema_files, write_schemas
from tests.schemas import all_schemas

SCHEMAS = Path(__file__).parents[1] / "schemas"


def test_published_schemas_are_up_to_date() -> None:
    expected = schema_files(all_schemas())
    found = {path.name: path.read_text(encoding="utf-8") for path in SCHEMAS.glob("*.json")}
    assert found == expected, "Publish them again: python -m tests.publish_schemas"


def test_publishing_writes_one_file_a_schema(tmp_path: Path) -> None:
    written = write_schemas(tmp_path / "schemas", all_schemas())
    assert {path.name for path in written} == set(schema_files(all_schemas()))
    assert all(path.read_text(encoding="utf-8").startswith("{") for path in written)
