"""docs/canon.md says what the rules do, row by row."""

import re
from pathlib import Path

import pytest

from storyreel.canon.commit import apply
from storyreel.canon.extract import Passage, extract
from storyreel.canon.gate import check
from storyreel.canon.model import CanonSnapshot

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "canon.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    section = PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    table = [line for line in section.splitlines() if line.startswith("| ")][1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def passage(example: str) -> Passage:
    place, _, rest = example.rpartition(" / ")
    cue = re.match(r"([A-Z]+): (.+)", rest)
    return Passage(cue[2] if cue else rest, 1, speaker=cue[1] if cue else None, place=place)


@pytest.mark.parametrize(("rule", "example", "fact"), rows("What is read as a fact"))
def test_each_rule_reads_its_example(rule: str, example: str, fact: str) -> None:
    read = {
        (found.source.rule, f"{found.subject}, {found.predicate}, {found.value}")
        for found in extract([passage(example)])
    }
    assert (rule, fact) in read


@pytest.mark.parametrize(("what", "example"), rows("What is not"))
def test_what_is_no_fact_is_left_alone(what: str, example: str) -> None:
    read = extract([Passage(example, 1)])
    assert not [fact for fact in read if fact.predicate in ("age", "location") or fact.value == "no"], what


def test_every_rule_has_its_row() -> None:
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "src/storyreel/canon").glob("*.py"))
    used = set(re.findall(r'"((?:age|birthday|dead|alive|kin|location|name): [^"]+)"', sources))
    assert used == {row[0] for row in rows("What is read as a fact")}


def test_the_canon_on_the_page_can_be_read_and_grows() -> None:
    text = PAGE.split("```json\n", 1)[1].split("```", 1)[0]
    canon = CanonSnapshot.from_bytes(text.encode())
    assert len(canon.facts) == 7
    told = extract([Passage("Nora Lindqvist walked in. Nora was thirty-four years old.", 1)], ["Nora"])
    assert len(apply(canon, check(canon, told).diff).facts) > 7


def test_the_message_on_the_page_is_the_one_that_is_shown() -> None:
    canon = CanonSnapshot.from_bytes(PAGE.split("```json\n", 1)[1].split("```", 1)[0].encode())
    told = extract([Passage("Nora was forty years old.", 1, "scene 1, line 1")], ["Nora"])
    (found,) = check(canon, told).contradictions
    assert found.sentence in PAGE
