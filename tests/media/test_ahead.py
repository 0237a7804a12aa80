"""What is made ahead arrives whole, in order, and with its failures."""

import threading
from collections.abc import Iterator

import pytest

from storyreel.media.ahead import AHEAD, made_ahead


def test_everything_arrives_in_order() -> None:
    assert list(made_ahead(iter(range(100)))) == list(range(100))


def test_what_fails_while_being_made_is_raised_where_it_is_used() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("the second cannot be made")

    taken = made_ahead(broken())
    assert next(taken) == 1
    with pytest.raises(ValueError, match="second"):
        next(taken)


def test_a_user_who_leaves_early_stops_the_maker() -> None:
    made: list[int] = []

    def endless() -> Iterator[int]:
        while True:
            made.append(len(made))
            yield made[-1]

    before = threading.active_count()
    taken = made_ahead(endless())
    next(taken)
    taken.close()
    assert threading.active_count() == before
    assert len(made) <= AHEAD + 3
