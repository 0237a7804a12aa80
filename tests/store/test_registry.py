"""The registry on a real database."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyreel.kit.errors import StorageError
from storyreel.kit.hashing import sha256_bytes
from storyreel.store.registry import Edge, Made, Parent, Part, Registry


def name(word: str) -> str:
    return sha256_bytes(word.encode())


def made(word: str, **more) -> Made:
    return Made(name(word), "text/plain", len(word), "writer", "1.0.0", **more)


@pytest.fixture
def tenant(tenants: Iterator[str]) -> str:
    return next(tenants)


@pytest.fixture(scope="module")
def tenants() -> Iterator[str]:
    return (f"tenant-{number}" for number in count())


def test_a_row_comes_back_as_it_was_recorded(registry: Registry, tenant: str) -> None:
    rights = {"licence": "CC0-1.0", "redistributable": True}
    one = made(
        "script",
        schema_name="script",
        schema_version="1.0.0",
        origin="external",
        params={"speed": 1.0, "tiny": 1e-300, "words": ["é", "\U0001f30a"], "none": None},
        rights=rights,
        cost_usd=Decimal("0.125"),
        run_id="run-1",
        trace_id="trace-1",
        site_id="north",
    )
    registry.record(tenant, "show", one)
    row = registry.artifact(tenant, one.sha256)
    assert row is not None
    assert (row.project, row.schema_name, row.origin, row.site_id) == ("show", "script", "external", "north")
    assert (row.params, row.rights, row.cost_usd) == (one.params, rights, Decimal("0.125"))
    assert isinstance(row.params["speed"], float)
    assert row.created_at.tzinfo is not None


def test_recording_again_keeps_the_first_row_and_adds_missing_lineage(
    registry: Registry, tenant: str
) -> None:
    registry.record(tenant, "show", made("a"), made("b"), made("c"))
    registry.record(tenant, "show", made("whole", run_id="first", parents=(Parent("source", name("a")),)))
    again = made("whole", run_id="second", parents=(Parent("source", name("a")), Parent("style", name("b"))))
    registry.record(tenant, "other", again)
    row = registry.artifact(tenant, name("whole"))
    assert row is not None
    assert (row.project, row.run_id) == ("show", "first")
    assert registry.parents(tenant, name("whole")) == (
        Parent("source", name("a")),
        Parent("style", name("b")),
    )
    assert registry.children(tenant, name("b")) == (Edge(name("whole"), "style", name("b")),)


def test_nothing_is_recorded_when_one_of_several_is_refused(registry: Registry, tenant: str) -> None:
    with pytest.raises(StorageError, match="lineage"):
        registry.record(
            tenant, "show", made("good"), made("bad", parents=(Parent("source", name("nowhere")),))
        )
    assert registry.artifact(tenant, name("good")) is None


def test_lineage_reaches_the_roots_once_each(registry: Registry, tenant: str) -> None:
    registry.record(
        tenant,
        "show",
        made("text"),
        made("left", parents=(Parent("source", name("text")),)),
        made("right", parents=(Parent("source", name("text")),)),
        made("film", parents=(Parent("sound", name("left")), Parent("picture", name("right")))),
        made("unrelated", parents=(Parent("source", name("text")),)),
    )
    lineage = registry.lineage(tenant, name("film"))
    assert set(lineage.artifacts) == {name(word) for word in ("text", "left", "right", "film")}
    assert set(lineage.edges) == {
        Edge(name("film"), "sound", name("left")),
        Edge(name("film"), "picture", name("right")),
        Edge(name("left"), "source", name("text")),
        Edge(name("right"), "source", name("text")),
    }


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parents=st.lists(st.sets(st.integers(0, 11), max_size=3), min_size=1, max_size=12))
def test_lineage_is_the_closure_of_the_parents(
    registry: Registry, tenants: Iterator[str], parents: list[set[int]]
) -> None:
    tenant = next(tenants)
    graph = [sorted(parent for parent in above if parent < own) for own, above in enumerate(parents)]
    registry.record(
        tenant,
        "show",
        *(
            made(str(own), parents=tuple(Parent("source", name(str(parent))) for parent in above))
            for own, above in enumerate(graph)
        ),
    )
    reached, todo = set[int](), [len(graph) - 1]
    while todo:
        own = todo.pop()
        if own not in reached:
            reached.add(own)
            todo += graph[own]
    lineage = registry.lineage(tenant, name(str(len(graph) - 1)))
    assert set(lineage.artifacts) == {name(str(own)) for own in reached}
    assert len(lineage.edges) == sum(len(graph[own]) for own in reached)


def test_parts_are_kept_with_their_whole(registry: Registry, tenant: str) -> None:
    registry.record(tenant, "show", made("wav"), made("line", parts=(Part("audio", name("wav")),)))
    assert registry.parts(tenant, name("line")) == (Part("audio", name("wav")),)


def test_a_derivation_returns_parts_in_order_and_warnings(registry: Registry, tenant: str) -> None:
    registry.record(tenant, "show", made("doc"), made("x"), made("y"))
    parts = (Part("audio", name("y")), Part("audio", name("x")), Part("audio", name("y")))
    registry.record_derivation(tenant, "key", "voice", "1", name("doc"), parts, ("plain", "and poor"))
    found = registry.derivation(tenant, "key")
    assert found is not None
    assert (found.sha256, found.parts, found.warnings) == (name("doc"), parts, ("plain", "and poor"))


def test_the_first_of_two_derivations_under_one_key_is_kept(registry: Registry, tenant: str) -> None:
    registry.record(tenant, "show", made("first"), made("second"))
    registry.record_derivation(tenant, "key", "stage", "1", name("first"))
    kept = registry.record_derivation(tenant, "key", "stage", "1", name("second"))
    assert kept.sha256 == name("first")


def test_a_forgotten_derivation_can_be_made_again(registry: Registry, tenant: str) -> None:
    registry.record(tenant, "show", made("doc"), made("other"))
    registry.record_derivation(tenant, "key", "stage", "1", name("doc"), (Part("x", name("other")),))
    registry.forget_derivation(tenant, "key")
    assert registry.derivation(tenant, "key") is None
    registry.record_derivation(tenant, "key", "stage", "1", name("other"))
    assert registry.derivation(tenant, "key") == registry.record_derivation(
        tenant, "key", "stage", "1", name("other")
    )


def test_a_head_moves_only_from_where_it_is_expected(registry: Registry, tenant: str) -> None:
    registry.record(tenant, "show", made("one"), made("two"))
    assert registry.head(tenant, "show", "canon") is None
    assert not registry.set_head(tenant, "show", "canon", name("two"), name("one"))
    assert registry.set_head(tenant, "show", "canon", name("one"), None)
    assert not registry.set_head(tenant, "show", "canon", name("two"), None)
    assert registry.set_head(tenant, "show", "canon", name("two"), name("one"))
    assert not registry.set_head(tenant, "show", "canon", name("one"), name("one"))
    assert registry.head(tenant, "show", "canon") == name("two")
    assert registry.head(tenant, "another show", "canon") is None


def test_a_tenant_sees_nothing_of_another(registry: Registry, tenants: Iterator[str]) -> None:
    mine, yours = next(tenants), next(tenants)
    registry.record(mine, "show", made("text"), made("film", parents=(Parent("source", name("text")),)))
    registry.record_derivation(mine, "key", "stage", "1", name("film"))
    registry.set_head(mine, "show", "canon", name("text"), None)
    assert registry.artifact(yours, name("film")) is None
    assert registry.parents(yours, name("film")) == registry.children(yours, name("text")) == ()
    assert registry.lineage(yours, name("film")).artifacts == {}
    assert registry.derivation(yours, "key") is None
    assert registry.head(yours, "show", "canon") is None


@pytest.mark.parametrize("way", ["parent", "part", "derivation", "derivation part", "head", "moved head"])
def test_a_tenant_cannot_point_at_what_is_anothers(
    registry: Registry, tenants: Iterator[str], way: str
) -> None:
    mine, yours = next(tenants), next(tenants)
    registry.record(mine, "show", made("theirs"))
    registry.record(yours, "show", made("own"))
    registry.set_head(yours, "show", "cast", name("own"), None)
    foreign = name("theirs")
    crossings = {
        "parent": lambda: registry.record(yours, "show", made("film", parents=(Parent("source", foreign),))),
        "part": lambda: registry.record(yours, "show", made("film", parts=(Part("audio", foreign),))),
        "derivation": lambda: registry.record_derivation(yours, "key", "stage", "1", foreign),
        "derivation part": lambda: registry.record_derivation(
            yours, "key", "stage", "1", name("own"), (Part("audio", foreign),)
        ),
        "head": lambda: registry.set_head(yours, "show", "canon", foreign, None),
        "moved head": lambda: registry.set_head(yours, "show", "cast", foreign, name("own")),
    }
    with pytest.raises(StorageError, match="not present") as caught:
        crossings[way]()
    assert "same tenant" in caught.value.next_step
    assert registry.derivation(yours, "key") is None
