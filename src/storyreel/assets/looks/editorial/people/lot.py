"""Choices drawn from a name: equal names draw equally."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Lot:
    """Draws from the hash of a name, a byte at a time."""

    def __init__(self, name: str) -> None:
        self._bytes = hashlib.sha256(name.encode()).digest()
        self._at = 0

    def one(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        self._at += 1
        return choices[self._bytes[self._at % len(self._bytes)] % len(choices)]
