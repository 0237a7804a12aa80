"""The schemas of everything we save, as JSON Schema files for other programs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from storyreel.kit.schema import Artifact, registered_schemas

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def document_schema(kind: type[Artifact]) -> dict[str, Any]:
    """JSON Schema of the whole document: the envelope with its body."""
    body = kind.model_json_schema(ref_template="#/$defs/{model}")
    parts = body.pop("$defs", {})
    same_major = rf"^{kind.schema_version.split('.')[0]}\.\d+\.\d+$"
    return {
        "$schema": DIALECT,
        "title": kind.schema_name,
        "description": body.get("description", ""),
        "type": "object",
        "required": ["schema", "schema_version", "body"],
        "properties": {
            "schema": {"const": kind.schema_name},
            "schema_version": {"type": "string", "pattern": same_major},
            "body": body,
        },
        "$defs": parts,
    }


def schema_files(kinds: Mapping[str, type[Artifact]] | None = None) -> dict[str, str]:
    """File name -> text, for every schema that has been imported unless `kinds` names them."""
    kinds = registered_schemas() if kinds is None else kinds
    return {
        f"{name}-{kind.schema_version}.json": json.dumps(
            document_schema(kind), indent=2, sort_keys=True, ensure_ascii=False
        )
        + "\n"
        for name, kind in sorted(kinds.items())
    }


def write_schemas(folder: Path, kinds: Mapping[str, type[Artifact]] | None = None) -> tuple[Path, ...]:
    """Publish the schemas into `folder`, one file a schema and version; returns what was written.

    Import the rooms whose schemas are wanted first: only imported ones are known.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name, text in schema_files(kinds).items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)
