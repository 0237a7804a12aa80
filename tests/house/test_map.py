"""Map, glossary and decisions speak of the house as it is."""

import re
import tomllib
from pathlib import Path
from typing import Any, get_args

from storyreel.kit.settings import load_settings
from storyreel.wiring.studio import PIPELINES, STAGES_OF
from storyreel.workflows.film import FILM_STAGES
from storyreel.workflows.gates import GATES
from storyreel.workflows.model import JobState, RunStatus
from storyreel.workflows.pipeline import load_pipeline
from tests.house.project import ROOT, pages, rooms, sources, tables, text_of, tracked

MAP = text_of("docs/map.md")
GLOSSARY = text_of("docs/glossary.md")


def contracts() -> list[dict[str, Any]]:
    return tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]


def unmapped(text: str) -> list[str]:
    """Folders without a row on the map, and rows of folders that are not there."""
    rows = {cells[0].strip("`").rstrip("/") for cells in tables(text) if cells[0].startswith("`")}
    packages = {str(Path(name).parent) for name in sources()} - {"src/storyreel"}
    top = {name.split("/")[0] for name in tracked() if "/" in name}
    findings = [f"{folder} has no row on the map." for folder in sorted((packages | top) - rows)]
    known = {row for row in rows if row.startswith(("src/", "docs", "tests")) or "/" not in row}
    return findings + [
        f"{row} is not there." for row in sorted(known - set(FILM_STAGES)) if not (ROOT / row).exists()
    ]


def test_every_folder_is_on_the_map() -> None:
    assert not unmapped(MAP)


def test_a_folder_off_the_map_is_found() -> None:
    assert unmapped(MAP.replace("`src/storyreel/canon`", "`src/storyreel/gone`")) == [
        "src/storyreel/canon has no row on the map.",
        "src/storyreel/gone is not there.",
    ]


def test_every_stage_is_on_the_map_with_its_queue_and_its_code() -> None:
    rows = {cells[0].strip("`"): cells for cells in tables(MAP) if cells[0].strip("`") in FILM_STAGES}
    pipeline = load_pipeline(PIPELINES / "film.yaml", STAGES_OF["film"], frozenset(GATES))
    assert tuple(rows) == pipeline.stage_names
    for name, (_, _, planned, done, queue) in rows.items():
        assert queue.strip("`") == FILM_STAGES[name].queue, name
        for path in re.findall(r"`([\w/]+\.py)`", planned + done):
            assert (ROOT / "src" / "storyreel" / path).exists(), path


def test_every_gate_is_on_the_map() -> None:
    assert not [gate for gate in GATES if f"`{gate}`" not in MAP]


def test_every_room_is_a_layer() -> None:
    layers = next(contract for contract in contracts() if contract["type"] == "layers")["layers"]
    assert {room for layer in layers for room in layer.split(" | ")} == set(rooms())


def test_the_picture_of_the_layers_is_in_their_order() -> None:
    layers = next(contract for contract in contracts() if contract["type"] == "layers")["layers"]
    picture = MAP.split("```")[1]
    places = [picture.index(layer) for layer in layers]
    assert places == sorted(places)


def owned_words() -> dict[str, list[str]]:
    """Room -> the words that its essay says it owns."""
    found: dict[str, list[str]] = {}
    for room in rooms():
        essay = " ".join(text_of(f"src/storyreel/{room}/__init__.py").split('"""')[1].split())
        said = re.search(r"(?:owns the words|Words owned here): ([^.]+)\.", essay)
        if said:
            found[room] = [word.strip() for word in said[1].split(",")]
    return found


def terms(text: str) -> set[str]:
    """Every word that the glossary explains."""
    return {word.strip() for cells in tables(text) for word in re.split(r", | \(", cells[0])}


def test_every_owned_word_is_in_the_glossary() -> None:
    assert len(owned_words()) >= 8
    missing = {room: [w for w in words if w not in terms(GLOSSARY)] for room, words in owned_words().items()}
    assert not {room: words for room, words in missing.items() if words}


SHARED = {"layer": "a layer of a picture is placed in time as a layer of a clip"}
"""Words that two rooms may own, each with its reason."""


def test_a_word_has_one_owner() -> None:
    words = [word for room in owned_words().values() for word in room]
    assert {word for word in words if words.count(word) > 1} == set(SHARED)


def test_a_word_has_one_meaning() -> None:
    before, _, _ = GLOSSARY.partition("## Status words")
    first = [cells[0] for cells in tables(before)]
    assert len(first) == len(set(first))


def test_our_status_words_are_in_the_glossary_and_no_other_is_mapped_to() -> None:
    section = GLOSSARY.split("## Status words")[1].split("\n## ")[0]
    ours = {*get_args(RunStatus), *get_args(JobState)}
    assert not [word for word in ours if f"`{word}`" not in section]
    targets = [cells[2] for cells in tables(section) if len(cells) == 3 and cells[1].startswith("00")]
    used = {word for target in targets for word in re.findall(r"`(\w+)`", target)}
    assert used <= {*ours, "degraded"}


def untied(name: str, text: str) -> list[str]:
    """What a decision says holds it and does not exist."""
    held = text.partition("Held by:")[2]
    findings = [] if re.search(r"^- ", held, re.MULTILINE) else [f"{name} is held by nothing."]
    names = {contract["name"] for contract in contracts()}
    findings += [
        f"{name}: no contract {c!r}." for c in re.findall(r"- contract: (.+)", held) if c not in names
    ]
    for path, test in re.findall(r"- test: (\S+?)::(\w+)", held):
        file = ROOT / path
        if not file.exists() or f"def {test}(" not in file.read_text(encoding="utf-8"):
            findings.append(f"{name}: no test {path}::{test}.")
    return findings


def decisions() -> list[str]:
    return [page for page in pages() if re.match(r"docs/decisions/\d{4}-", page)]


def test_every_decision_is_held_by_something_that_exists() -> None:
    assert len(decisions()) >= 12
    assert not [finding for page in decisions() for finding in untied(page, text_of(page))]


def test_a_decision_that_nothing_holds_is_found() -> None:
    assert untied("one", "# 1. One\n")
    assert untied("one", "Held by:\n- contract: None such\n")
    assert untied("one", "Held by:\n- test: tests/house/test_map.py::test_gone\n")
    assert not untied("one", "Held by:\n- contract: DBOS lives in workflows\n")


def test_decisions_are_numbered_and_listed() -> None:
    index = text_of("docs/decisions/README.md")
    for number, page in enumerate(decisions(), 1):
        title = text_of(page).split("\n")[0].removeprefix("# ")
        assert title.startswith(f"{number}. "), page
        assert f"[{title}]({Path(page).name})" in index


def test_decisions_are_short() -> None:
    assert not [page for page in decisions() if len(text_of(page).splitlines()) > 25]


def test_the_default_home_is_the_one_in_the_readme(monkeypatch) -> None:
    monkeypatch.delenv("STORYREEL_HOME", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert load_settings().home.name == "storyreel"
    assert "`~/.local/share/storyreel`" in text_of("README.md")
