"""Forty sentences with the picture that a person expects, written down before they were read."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from storyreel.assets.nouns import OBJECTS
from storyreel.assets.reader import PLACES, Surroundings, read_shot

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("forty.yaml").read_text("utf-8"))
LEAST = {"kind": 0.95, "place": 0.92, "time": 0.97, "weather": 0.97, "subject": 0.92}
"""Share of the forty that must agree."""
ILLUSTRATED = 0.9


def _read(row: dict[str, Any]) -> dict[str, str]:
    """What is read; the subject is somebody's role where a person is expected and no object is named."""
    reading = read_shot(row["words"], Surroundings(**row.get("around", {})))
    expected = str(row["subject"]).split("|")
    subject = (
        reading.subject.name if reading.subject else next((r for r in reading.roles if r in expected), "")
    )
    return {
        "kind": reading.kind,
        "place": reading.place,
        "time": reading.time,
        "weather": reading.weather,
        "subject": subject,
    }


@pytest.mark.parametrize("part", LEAST)
def test_readings_agree_with_what_a_person_expects(part: str, record_property: Any) -> None:
    missed = [
        f"{row['words']} -> {_read(row)[part]!r} instead of {row[part]!r}"
        for row in ROWS
        if _read(row)[part] not in str(row[part]).split("|")
    ]
    share = 1 - len(missed) / len(ROWS)
    record_property(f"agreement_{part}", share)
    assert share >= LEAST[part], "\n".join(missed)


def test_most_of_the_forty_are_illustrated_and_not_only_set() -> None:
    shown = [row for row in ROWS if _read(row)["kind"] != "sentence"]
    assert len(ROWS) == 40
    assert len(shown) / len(ROWS) >= ILLUSTRATED


def test_every_place_and_object_that_is_read_is_a_shared_id() -> None:
    for row in ROWS:
        reading = read_shot(row["words"], Surroundings(**row.get("around", {})))
        assert reading.place in ("", *PLACES)
        for thing in (reading.subject, *reading.props):
            assert thing is None or thing.name in OBJECTS
