"""One home for all tests of the door, so that its database starts once."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.door import Door


@pytest.fixture(scope="session")
def door() -> Iterator[Door]:
    """The command on a home of its own; afterwards `down` leaves no process."""
    folder = Path(tempfile.mkdtemp(prefix="storyreel-door-"))
    found = Door(folder)
    try:
        yield found
        assert found.run("down", "--force").code == 0
        assert found.processes() == []
    finally:
        shutil.rmtree(folder)
