"""Versioned documents: strict when written, tolerant when read, upgraded where a way is known."""

from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from pydantic import ValidationError

from storyreel.kit import schema
from storyreel.kit.errors import SchemaError
from storyreel.kit.schema import Artifact, Body, Migration, Model, registered_schemas


class Page(Model):
    text: str
    number: int = 1


def _one_to_two(body: Body) -> Body:
    return {**body, "title": body.get("name", "")}


def _two_to_three(body: Body) -> Body:
    return {**body, "pages": [{"text": text} for text in body.get("texts", [])]}


class Leaflet(Artifact):
    schema_name: ClassVar[str] = "test-leaflet"
    schema_version: ClassVar[str] = "3.1.0"
    migrations: ClassVar[dict[int, Migration]] = {1: _one_to_two, 2: _two_to_three}

    title: str
    pages: tuple[Page, ...] = ()


@pytest.fixture(autouse=True, scope="module")
def unregistered() -> Iterator[None]:
    """Other tests list the registered schemas; this file's own must not stay among them."""
    yield
    schema._REGISTRY.pop("test-leaflet")


def document(body: Body, version: str = "3.1.0", name: str = "test-leaflet") -> dict[str, Any]:
    return {"schema": name, "schema_version": version, "body": body}


LEAFLET = Leaflet(title="Tides", pages=(Page(text="one"), Page(text="two", number=2)))


def test_a_document_comes_back_as_it_was_written() -> None:
    assert Leaflet.from_bytes(LEAFLET.to_bytes()) == LEAFLET
    assert LEAFLET.to_document()["schema_version"] == "3.1.0"
    assert registered_schemas()["test-leaflet"] is Leaflet


def test_equal_documents_have_equal_bytes() -> None:
    again = Leaflet.model_validate(
        {"pages": [{"number": 1, "text": "one"}, {"number": 2, "text": "two"}], "title": "Tides"}
    )
    assert again.to_bytes() == LEAFLET.to_bytes()


def test_an_unknown_field_cannot_be_written() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Leaflet.model_validate({"title": "Tides", "colour": "blue"})
    with pytest.raises(ValidationError, match="colour"):
        Leaflet.model_validate({"title": "Tides", "pages": [{"text": "one", "colour": "blue"}]})


def test_an_unknown_field_of_the_same_major_is_tolerated_when_read() -> None:
    body = {"title": "Tides", "colour": "blue", "pages": [{"text": "one", "size": 3}]}
    assert Leaflet.from_document(document(body, "3.9.2")) == Leaflet(title="Tides", pages=(Page(text="one"),))


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({}, "body.title"),
        ({"title": "Tides", "pages": [{"text": "one"}, {"number": 2}]}, "body.pages.1.text"),
        ({"title": "Tides", "pages": [{"text": "one", "number": "many"}]}, "body.pages.0.number"),
    ],
)
def test_a_missing_or_wrong_field_is_named_by_its_path(body: Body, path: str) -> None:
    with pytest.raises(SchemaError, match=path) as caught:
        Leaflet.from_document(document(body))
    assert caught.value.path == path


def test_an_older_major_is_upgraded_step_by_step() -> None:
    old = document({"name": "Tides", "texts": ["one"]}, "1.4.0")
    assert Leaflet.from_document(old) == Leaflet(title="Tides", pages=(Page(text="one"),))


def test_a_newer_major_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"version 4\.0\.0") as caught:
        Leaflet.from_document(document({"title": "Tides"}, "4.0.0"))
    assert "Upgrade Storyreel" in caught.value.next_step


def test_an_older_major_without_a_migration_is_refused() -> None:
    with pytest.raises(SchemaError, match=r"no migration from 0\.x"):
        Leaflet.from_document(document({"title": "Tides"}, "0.9.0"))


@pytest.mark.parametrize("version", ["3", "3.1", "three", "3.1.x", "-1.0.0", ""])
def test_a_version_that_is_none_is_refused(version: str) -> None:
    with pytest.raises(SchemaError, match="semantic version"):
        Leaflet.from_document(document({"title": "Tides"}, version))


@pytest.mark.parametrize("field", ["schema", "schema_version", "body"])
def test_an_envelope_without_a_field_names_it(field: str) -> None:
    broken = document({"title": "Tides"})
    del broken[field]
    with pytest.raises(SchemaError) as caught:
        Leaflet.from_document(broken)
    assert caught.value.path == field


def test_another_schema_is_refused() -> None:
    with pytest.raises(SchemaError, match="Expected a test-leaflet document, got 'script'"):
        Leaflet.from_document(document({"title": "Tides"}, name="script"))


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"{\xff}", "not UTF-8"),
        (b"[" * 200_000, "too deep"),
        (b"1" * 10_000, "too long"),
        (b'{"schema": ', "line 1, column"),
        (b"[]", "must be a JSON object"),
        (b"", "not JSON"),
    ],
)
def test_bytes_that_are_no_document_are_one_clear_sentence(raw: bytes, words: str) -> None:
    with pytest.raises(SchemaError, match=words):
        Leaflet.from_bytes(raw)
