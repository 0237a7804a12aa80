"""Writes `docs/licences.md` from the parts in `docs/licences.d/`: `python -m tests.house.licences`."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PARTS = ROOT / "docs" / "licences.d"
PAGE = ROOT / "docs" / "licences.md"


def assemble(parts: Path = PARTS) -> str:
    """The whole page: the part that begins with `_` first, then the rooms by name, one heading lower."""
    first, *others = sorted(parts.glob("*.md"), key=lambda path: (path.stem[0] != "_", path.stem))
    pages = [first.read_text(encoding="utf-8").strip()]
    pages += [_lowered(path.read_text(encoding="utf-8").strip()) for path in others]
    title, end, rest = pages[0].partition("\n")
    return "\n\n".join([title + end + _lowered(rest), *pages[1:]]) + "\n"


def _lowered(text: str) -> str:
    """Headings one level lower, so that the page keeps one title."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in text.split("\n"))


if __name__ == "__main__":
    PAGE.write_text(assemble(), encoding="utf-8")
