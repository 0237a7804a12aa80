"""The examples that ship with the project raise no false alarm."""

import re
from pathlib import Path

import pytest

from storyreel.canon.extract import Passage, extract
from storyreel.canon.gate import check
from storyreel.canon.model import CanonSnapshot

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = sorted([*EXAMPLES.glob("*.md"), *EXAMPLES.glob("*.txt"), *EXAMPLES.glob("*.fountain")])


def passages(path: Path) -> list[Passage]:
    """Paragraphs with headings as scenes; a cue in capitals makes the lines under it speech."""
    scene, place, found = 1, "", list[Passage]()
    for block in re.split(r"\n\s*\n", path.read_text("utf-8")):
        first, _, rest = block.strip().partition("\n")
        if re.match(r"#|(?:INT|EXT)\.", first):
            scene, place = scene + 1, "" if first.startswith("#") else first
            continue
        cue = path.suffix == ".fountain" and rest and re.match(r"[A-Z][A-Z ]+", first)
        speech = re.sub(r"^\(.*\)$", "", rest, flags=re.M)
        found.append(
            Passage(speech if cue else block, scene, path.name, cue[0].strip() if cue else None, place)
        )
    return found


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_an_example_contradicts_nothing(path: Path) -> None:
    assert check(CanonSnapshot(), extract(passages(path))).contradictions == ()


def test_there_are_examples_to_read() -> None:
    assert TEXTS
