"""Versioned documents: how everything we save is written, read and upgraded.

A saved document is `{"schema": name, "schema_version": "1.2.0", "body": {...}}`. A writer is
strict: an unknown field cannot be written. A reader of the same MAJOR tolerates unknown fields
and names a missing one by its path. Another MAJOR is refused unless a migration leads here.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self, TypeVar, cast

from pydantic import BaseModel, ConfigDict, ValidationError

from storyreel.kit.errors import SchemaError
from storyreel.kit.hashing import canonical_json

Body = dict[str, Any]
Migration = Callable[[Body], Body]

AnyArtifact = TypeVar("AnyArtifact", bound="Artifact")

_REGISTRY: dict[str, type["Artifact"]] = {}


class Model(BaseModel):
    """Frozen data that refuses unknown fields; the base of everything inside a document."""

    model_config = ConfigDict(extra="forbid", frozen=True, ser_json_inf_nan="strings")


class Artifact(Model):
    """A body that is saved as a document of its own.

    Subclasses give `schema_name` and `schema_version`, and for each older MAJOR a migration to
    the next one: `migrations = {1: one_to_two}`.
    """

    schema_name: ClassVar[str] = ""
    schema_version: ClassVar[str] = "1.0.0"
    migrations: ClassVar[Mapping[int, Migration]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if cls.schema_name:
            _REGISTRY[cls.schema_name] = cls

    def to_document(self) -> Body:
        """The envelope with this body, as plain JSON data."""
        return {
            "schema": self.schema_name,
            "schema_version": self.schema_version,
            "body": self.model_dump(mode="json"),
        }

    def to_bytes(self) -> bytes:
        """Canonical JSON bytes of the envelope: what is hashed and stored."""
        return canonical_json(self.to_document())

    @classmethod
    def from_bytes(cls, raw: bytes) -> Self:
        """Read a stored document. Raises SchemaError."""
        return cls.from_document(parse_json(raw))

    @classmethod
    def from_document(cls, document: Any) -> Self:
        """Read an envelope, upgrading an older MAJOR where a migration exists. Raises SchemaError."""
        version, body = _open_envelope(cls, document)
        return _validate(cls, _upgrade(cls, version, body))


def registered_schemas() -> dict[str, type[Artifact]]:
    """Every artifact class that has been imported, by schema name."""
    return dict(sorted(_REGISTRY.items()))


def parse_json(raw: bytes) -> Any:
    """JSON data of UTF-8 bytes. Raises SchemaError with line and column."""
    try:
        return json.loads(raw)
    except UnicodeDecodeError as error:
        raise SchemaError("The document is not UTF-8 text.", next_step="Save it as UTF-8 JSON.") from error
    except json.JSONDecodeError as error:
        raise SchemaError(
            f"The document is not JSON (line {error.lineno}, column {error.colno}: {error.msg})."
        ) from error
    except (ValueError, RecursionError) as error:
        raise SchemaError("The document holds a number too long or lists too deep to be read.") from error


def major(version: str) -> int:
    """The MAJOR number of a semantic version. Raises SchemaError."""
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        raise SchemaError(
            f"{version!r} is not a semantic version.",
            path="schema_version",
            next_step="Write it as MAJOR.MINOR.PATCH, for example 1.0.0.",
        )
    return int(parts[0])


def _open_envelope(cls: type[Artifact], document: Any) -> tuple[str, Body]:
    if not isinstance(document, dict):
        raise SchemaError(f"A {cls.schema_name} document must be a JSON object.")
    document = cast("Body", document)
    for field, kind in (("schema", str), ("schema_version", str), ("body", dict)):
        if not isinstance(document.get(field), kind):
            raise SchemaError(
                f"The {cls.schema_name} document has no usable field '{field}'.",
                path=field,
                next_step=f'Wrap it as {{"schema": "{cls.schema_name}", '
                f'"schema_version": "{cls.schema_version}", "body": {{...}}}}.',
            )
    if document["schema"] != cls.schema_name:
        raise SchemaError(
            f"Expected a {cls.schema_name} document, got {document['schema']!r}.", path="schema"
        )
    return document["schema_version"], document["body"]


def _upgrade(cls: type[Artifact], version: str, body: Body) -> Body:
    found, wanted = major(version), major(cls.schema_version)
    if found > wanted:
        raise SchemaError(
            f"This {cls.schema_name} is version {version}; this Storyreel reads {wanted}.x.",
            path="schema_version",
            next_step="Upgrade Storyreel to read it.",
        )
    for step in range(found, wanted):
        migration = cls.migrations.get(step)
        if migration is None:
            raise SchemaError(
                f"This {cls.schema_name} is version {version}; this Storyreel reads {wanted}.x "
                f"and has no migration from {step}.x.",
                path="schema_version",
                next_step="Make it again from its source with this version.",
            )
        body = migration(body)
    return body


def _validate(cls: type[AnyArtifact], body: Body) -> AnyArtifact:
    try:
        return cls.model_validate(body, extra="ignore")
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(str(part) for part in ("body", *first["loc"]))
        raise SchemaError(
            f"The {cls.schema_name} document: {path}: {first['msg']}.",
            path=path,
            next_step=f"Correct it after schemas/{cls.schema_name}-{cls.schema_version}.json.",
        ) from error
