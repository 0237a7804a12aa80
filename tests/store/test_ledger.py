"""The ledger on a real database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from storyreel.kit.errors import InputError
from storyreel.store.ledger import GENESIS, Ledger
from storyreel.store.session import Sessions

EXACT = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def new_project() -> Callable[[], str]:
    numbers = count()
    return lambda: f"project-{next(numbers)}"


@pytest.fixture
def project(new_project: Callable[[], str]) -> str:
    return new_project()


def test_each_packet_names_the_one_before(ledger: Ledger, project: str) -> None:
    first = ledger.append("t", project, "run", "author", {"n": 1}, ("a" * 64,))
    second = ledger.append("t", project, "gate", "author", {"n": 2})
    assert (first.seq, first.prev_hash) == (1, GENESIS)
    assert (second.seq, second.prev_hash) == (2, first.hash)
    assert ledger.chain("t", project) == (first, second)
    assert ledger.chain("t", project, kind="gate") == (second,)
    assert ledger.verify("t", project) is None


def test_chains_of_tenants_and_projects_are_apart(ledger: Ledger, project: str) -> None:
    ledger.append("t", project, "run", "author", {})
    assert ledger.append("u", project, "run", "author", {}).seq == 1
    assert ledger.append("t", project + "x", "run", "author", {}).seq == 1
    assert ledger.verify("nobody", project) is None


def test_many_writers_make_one_chain_without_gap_or_fork(ledger: Ledger, project: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        packets = list(pool.map(lambda n: ledger.append("t", project, "k", "w", {"n": n}), range(60)))
    chain = ledger.chain("t", project)
    assert [packet.seq for packet in chain] == list(range(1, 61))
    assert {packet.hash for packet in chain} == {packet.hash for packet in packets}
    assert {packet.body["n"] for packet in chain} == set(range(60))
    assert ledger.verify("t", project) is None


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), EXACT, max_size=4))
def test_any_json_body_verifies_after_its_way_through_the_database(
    ledger: Ledger, new_project: Callable[[], str], body: dict[str, object]
) -> None:
    project = new_project()
    ledger.append("t", project, "k", "w", body)
    assert ledger.chain("t", project)[0].body == body
    assert ledger.verify("t", project) is None


@pytest.mark.parametrize("value", [float("nan"), 2**60, "\ud800"])
def test_a_body_that_does_not_hash_alike_everywhere_is_refused(
    ledger: Ledger, project: str, value: object
) -> None:
    with pytest.raises(InputError, match="kind run"):
        ledger.append("t", project, "run", "author", {"value": value})
    assert ledger.chain("t", project) == ()


def test_the_database_refuses_to_change_a_packet(ledger: Ledger, sessions: Sessions, project: str) -> None:
    ledger.append("t", project, "run", "author", {})
    with pytest.raises(IntegrityError, match="never changed"), sessions.begin() as session:
        session.execute(text("UPDATE packet SET actor = 'nobody' WHERE project = :p"), {"p": project})
    assert ledger.verify("t", project) is None


def test_packets_are_added_together_and_found_by_what_they_are_about(ledger: Ledger, project: str) -> None:
    one, two, three = (sha * 64 for sha in "cde")
    ledger.extend("t", project, "decided", "stage:x", [{"n": 1}, {"n": 2}], (one,))
    ledger.extend("t", project, "decided", "stage:x", [{"n": 3}], (two, three))
    ledger.append("t", project, "job_done", "stage:x", {"n": 4}, (one,))
    ledger.append("other", project, "decided", "stage:x", {"n": 5}, (one,))
    assert ledger.extend("t", project, "decided", "stage:x", [], (one,)) == ()
    assert ledger.verify("t", project) is None
    assert [packet.body["n"] for packet in ledger.about("t", "decided", [one])] == [1, 2]
    assert [packet.body["n"] for packet in ledger.about("t", "decided", [three, "f" * 64])] == [3]
    with pytest.raises(InputError):
        ledger.extend("t", project, "decided", "stage:x", [{"n": 1}, {"n": float("nan")}])
    assert len(ledger.chain("t", project)) == 4


@pytest.mark.parametrize(
    ("tampering", "broken_at"),
    [
        ("UPDATE packet SET body = '{\"n\": 7}' WHERE project = :p AND seq = 3", 3),
        ("UPDATE packet SET actor = 'nobody' WHERE project = :p AND seq = 2", 2),
        ("UPDATE packet SET artifacts = '{}' WHERE project = :p AND seq = 2", 2),
        ("UPDATE packet SET created_at = created_at + interval '1 us' WHERE project = :p AND seq = 4", 4),
        ("UPDATE packet SET hash = repeat('f', 64) WHERE project = :p AND seq = 1", 1),
        ("DELETE FROM packet WHERE project = :p AND seq = 3", 3),
        ("DELETE FROM packet WHERE project = :p AND seq = 1", 1),
    ],
)
def test_a_changed_or_missing_packet_is_found(
    ledger: Ledger, sessions: Sessions, project: str, tampering: str, broken_at: int
) -> None:
    for n in range(5):
        ledger.append("t", project, "run", "author", {"n": n}, ("a" * 64,))
    with sessions.begin() as session:
        session.execute(text("SET LOCAL session_replication_role = replica"))  # switches the trigger off
        session.execute(text(tampering), {"p": project})
    assert ledger.verify("t", project) == broken_at
