"""The files of the project, as the rules look at them."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "storyreel"


@cache
def tracked() -> tuple[str, ...]:
    """Paths that git keeps and that are there, relative to the root."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return tuple(sorted(name for name in listed.split("\0") if name and (ROOT / name).is_file()))


@cache
def text_of(name: str) -> str:
    """The text of a file; empty for one that is no text."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def pages() -> tuple[str, ...]:
    """Every Markdown page, examples apart: those are stories."""
    return tuple(name for name in tracked() if name.endswith(".md") and not name.startswith("examples/"))


def sources() -> tuple[str, ...]:
    """Every Python file of the package."""
    return tuple(name for name in tracked() if name.startswith("src/storyreel/") and name.endswith(".py"))


def rooms() -> tuple[str, ...]:
    """The folders under the package, `cli` and so on."""
    return tuple(sorted({name.split("/")[2] for name in sources() if name.count("/") > 2}))


@cache
def tree_of(name: str) -> ast.Module:
    """The syntax tree of a source file."""
    return ast.parse(text_of(name), filename=name)


def imports_of(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """(module, line) of every import, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module, node.lineno


def without_fences(page: str) -> str:
    """A page without its code blocks."""
    return re.sub(r"^```.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)


def tables(page: str) -> Iterator[list[str]]:
    """The rows of all tables as cells, heads and rules left out."""
    rows = page.split("\n")
    for number, row in enumerate(rows):
        if row.startswith("|") and not re.match(r"^\|[ :-]+\|", row):
            head = number + 1 < len(rows) and re.match(r"^\|[ :|-]+\|?$", rows[number + 1])
            if not head:
                yield [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", row.strip())[1:-1]]
