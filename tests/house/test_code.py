"""How code is named, sized, described and joined."""

import ast
import functools
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Mapping

import pytest

from tests.house.project import imports_of, rooms, sources, text_of, tracked, tree_of

MAX_LINES = 400
TABLES = {"src/storyreel/assets/nouns.py": "a table of things that can be drawn and the words that call them"}
"""Files that may be longer, each with its reason."""
EMPTY_NAMES = frozenset(
    ("utils", "util", "helpers", "helper", "common", "base", "core", "misc", "manager", "managers")
)
OPTIONAL = {
    ("src/storyreel/sound/processes/piper.py", "piper"): "the extra `piper`",
}
"""Imports that the base installation does not ask for by name, each with its reason."""
CLOCKS = frozenset(("time", "datetime", "socket", "secrets", "platform", "getpass"))
CRAFT = ("film", "story", "assets", "canon", "timeline")
"""Rooms whose every output is an artifact or goes into one."""
TEXT_DRAWERS = frozenset(("PIL", "skia", "cairo", "cairosvg", "matplotlib"))
NAMES_OF_OTHERS = {"upgrade": "the name that Alembic calls in a migration"}


@pytest.mark.parametrize("room", rooms())
def test_every_room_opens_with_an_essay(room: str) -> None:
    essay = ast.get_docstring(tree_of(f"src/storyreel/{room}/__init__.py"))
    assert essay, f"{room} does not say what it holds."
    assert len(essay.split()) >= 12


def empty_names(names: tuple[str, ...]) -> list[str]:
    """Folders and files whose name says nothing about what is in them."""
    return [n for n in names if EMPTY_NAMES & {part.removesuffix(".py") for part in n.split("/")}]


def test_no_room_or_file_has_a_name_that_says_nothing() -> None:
    assert not empty_names(tracked())


def test_a_name_that_says_nothing_is_seen() -> None:
    assert empty_names(("src/a/utils.py", "src/core/x.py", "src/a/corner.py")) == [
        "src/a/utils.py",
        "src/core/x.py",
    ]


def test_no_file_is_too_long_but_tables() -> None:
    long = {
        name for name in tracked() if name.endswith(".py") and len(text_of(name).splitlines()) > MAX_LINES
    }
    assert long == set(TABLES)


def undescribed(tree: ast.Module) -> list[str]:
    """Public functions and classes of a module without a docstring."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return [
        node.name
        for node in tree.body
        if isinstance(node, kinds)
        and not node.name.startswith("_")
        and node.name not in NAMES_OF_OTHERS
        and not ast.get_docstring(node)
    ]


def test_every_public_function_and_class_says_what_it_does() -> None:
    assert not [f"{name}: {what}" for name in sources() for what in undescribed(tree_of(name))]
    assert not [name for name in sources() if not ast.get_docstring(tree_of(name))]


def test_a_missing_docstring_is_seen() -> None:
    assert undescribed(ast.parse("def a(): ...\nclass B: ...\ndef _c(): ...\n")) == ["a", "B"]


@functools.cache
def homes() -> Mapping[str, list[str]]:
    """Module -> the distributions that install it."""
    return importlib.metadata.packages_distributions()


@functools.cache
def declared() -> set[str]:
    """Distributions that the base installation asks for, in their plain spelling."""
    asked = tomllib.loads(text_of("pyproject.toml"))["project"]["dependencies"]
    return {_plain(re.split(r"[\[<>=!; ]", line)[0]) for line in asked}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def undeclared(name: str, tree: ast.Module) -> list[str]:
    """Third-party modules that a file imports and pyproject.toml does not name."""
    findings: list[str] = []
    for module, line in imports_of(tree):
        top = module.split(".")[0]
        if top in sys.stdlib_module_names or top == "storyreel" or (name, top) in OPTIONAL:
            continue
        if not {_plain(home) for home in homes().get(top, [])} & declared():
            findings.append(f"{name}:{line} imports {top}, which pyproject.toml does not name.")
    return findings


def test_every_import_is_a_declared_dependency() -> None:
    assert not [finding for name in sources() for finding in undeclared(name, tree_of(name))]


def test_an_undeclared_import_is_seen() -> None:
    assert undeclared("a.py", ast.parse("import requests_of_somebody\n"))
    assert undeclared("a.py", ast.parse("def f():\n    from click import echo\n"))
    assert not undeclared("a.py", ast.parse("import json, numpy, cv2, yaml\nimport typer\n"))


def test_text_is_drawn_by_resvg_alone() -> None:
    assert not [
        f"{name}:{line} {module}"
        for name in sources()
        for module, line in imports_of(tree_of(name))
        if module.split(".")[0] in TEXT_DRAWERS
    ]
    assert not [name for name in sources() if "putText" in text_of(name)]
    assert [n for n in sources() if "resvg_py" in {module for module, _ in imports_of(tree_of(n))}]


def test_craft_rooms_ask_no_clock_no_host_and_no_chance() -> None:
    findings = [
        f"{name}:{line} {module}"
        for name in sources()
        if name.split("/")[2] in CRAFT
        for module, line in imports_of(tree_of(name))
        if module.split(".")[0] in CLOCKS
    ]
    assert not findings


def unseeded(text: str) -> list[str]:
    """Draws from a generator that nobody seeded."""
    return re.findall(
        r"\brandom\.(?:random|choice|randint|shuffle|uniform)\(|\bRandom\(\)|default_rng\(\)|np\.random\.(?!default_rng|Generator|PCG64)\w+\(|\buuid[14]\(",
        text,
    )


def test_nothing_in_an_artifact_is_drawn_by_chance() -> None:
    assert unseeded("x = random.choice(y)")
    assert unseeded("np.random.rand(3)")
    assert not unseeded("Random(seed).choice(y)")
    checked = [n for n in sources() if n.split("/")[2] in (*CRAFT, "sound", "render")]
    assert not [name for name in checked if unseeded(text_of(name))]
