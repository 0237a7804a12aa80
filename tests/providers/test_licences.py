"""Licences as services write them, and what our documents call them."""

import pytest

from storyreel.assets.rights import known
from storyreel.providers.licences import creative_commons, of_commons
from storyreel.providers.picture_source import UNKNOWN


@pytest.mark.parametrize(
    ("kind", "version", "name", "usable"),
    [
        ("by", "4.0", "CC-BY-4.0", True),
        ("by-sa", "2.0", "CC-BY-SA-2.0", True),
        ("BY", "2.1", "CC-BY-2.1", True),
        ("cc0", "1.0", "CC0-1.0", True),
        ("pdm", "1.0", "PDM-1.0", True),
        ("by-nc", "4.0", "CC-BY-NC-4.0", False),
        ("by-nd", "3.0", "CC-BY-ND-3.0", False),
        ("by-nc-sa", "2.0", "CC-BY-NC-SA-2.0", False),
        ("by", "9.9", UNKNOWN, False),
        ("sampling+", "1.0", UNKNOWN, False),
        ("", "", UNKNOWN, False),
    ],
)
def test_creative_commons(kind: str, version: str, name: str, usable: bool) -> None:
    assert creative_commons(kind, version) == name
    assert known(name) == usable


@pytest.mark.parametrize(
    ("code", "short", "name"),
    [
        ("cc-by-sa-4.0", "CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("cc-by-2.5", "CC BY 2.5", "CC-BY-2.5"),
        ("cc-by-sa-3.0-de", "CC BY-SA 3.0 de", "CC-BY-SA-3.0"),
        ("cc0", "CC0", "CC0-1.0"),
        ("cc-zero", "CC0", "CC0-1.0"),
        ("pd", "Public domain", "public_domain"),
        ("pd-old-100", "PD", "public_domain"),
        ("", "Public domain", "public_domain"),
        ("gfdl", "GFDL", UNKNOWN),
        ("fal", "Free Art License", UNKNOWN),
        ("cc-by-sa-4.0,3.0", "CC BY-SA 4.0", UNKNOWN),
        ("", "", UNKNOWN),
    ],
)
def test_commons(code: str, short: str, name: str) -> None:
    assert of_commons(code, short) == name
