"""The gate, the diff and the canon file: what they promise whatever the facts are."""

import pickle
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from storyreel.canon.commit import apply, dump, load
from storyreel.canon.extract import Passage, extract
from storyreel.canon.gate import check, require, validate
from storyreel.canon.model import CanonDiff, CanonSnapshot, Evidence, Fact, StoryTime, snapshot_of
from storyreel.kit.errors import InputError, RuleError, SchemaError

TIMES = st.builds(
    StoryTime,
    day=st.integers(-4000, 4000),
    episode=st.integers(1, 3),
    scene=st.integers(0, 5),
    step=st.integers(0, 9),
)
PEOPLE = st.sampled_from(["Mara", "Tom", "Nora"])
VALUES = {
    "name": ["Mara Quinn", "Tom Hale", "Mara Vale"],
    "age": ["9", "10", "34"],
    "birthday": ["10"],
    "alive": ["yes", "no", "again"],
    "location": ["Lisbon", "Rio", "kitchen", "cellar"],
    "relationship": ["brother of Nora", "father of Mara", "wife of Tom", "friend of Tom"],
    "rule": ["No magic."],
}


@st.composite
def facts(draw: st.DrawFn) -> Fact:
    predicate = draw(st.sampled_from(sorted(VALUES)))
    start = draw(st.none() | TIMES)
    return Fact.model_validate(
        {
            "subject": draw(PEOPLE),
            "predicate": predicate,
            "value": draw(st.sampled_from(VALUES[predicate])),
            "valid_from": start,
            "valid_until": draw(st.sampled_from([None, start])),
            "source": Evidence(quote=draw(st.sampled_from(["", "So it was."])), where="line 1"),
        }
    )


MANY = st.lists(facts(), max_size=8)
DEAD = Fact(subject="Tom", predicate="alive", value="no")


def seen_alive(scene: int) -> Fact:
    time = StoryTime(scene=scene)
    return Fact(subject="Tom", predicate="alive", value="yes", valid_from=time, valid_until=time)


@given(MANY)
def test_a_snapshot_survives_writing_and_reading(many: list[Fact]) -> None:
    snapshot = snapshot_of(tuple(many))
    assert CanonSnapshot.from_bytes(snapshot.to_bytes()) == snapshot


@given(MANY, MANY)
def test_a_diff_survives_writing_and_reading(canon: list[Fact], proposed: list[Fact]) -> None:
    diff = check(snapshot_of(tuple(canon)), proposed).diff
    assert CanonDiff.from_bytes(diff.to_bytes()) == diff


@given(MANY)
def test_facts_that_were_applied_bring_nothing_new_and_contradict_nothing(many: list[Fact]) -> None:
    empty = CanonSnapshot()
    verdict = check(empty, many)
    if verdict.accepted:
        again = check(apply(empty, verdict.diff), many)
        assert again.accepted
        assert again.diff.added_facts == ()
        assert again.diff.modified_facts == ()


@given(MANY, MANY, st.integers(0, 99))
def test_the_order_of_facts_does_not_matter(canon: list[Fact], proposed: list[Fact], seed: int) -> None:
    shuffled, other = list(proposed), list(canon)
    random.Random(seed).shuffle(shuffled)
    random.Random(seed).shuffle(other)
    assert snapshot_of(tuple(canon)) == snapshot_of(tuple(other))
    assert check(snapshot_of(tuple(canon)), proposed) == check(snapshot_of(tuple(other)), shuffled)


def test_a_refusal_quotes_both_sides_and_says_where_they_come_from() -> None:
    told = extract(
        [Passage("Tom drowned. They buried Tom.", 1, "line 3"), Passage("Wait!", 2, "line 9", speaker="TOM")]
    )
    verdict = check(CanonSnapshot(), told)
    with pytest.raises(RuleError) as caught:
        require(verdict)
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.exit_code == 3
    for part in ("Tom drowned.", "line 3", "Tom: Wait!", "line 9", "itself"):
        assert part in error.message
    assert len(error.evidence) == len(verdict.contradictions) == 1
    assert "canon file" in error.next_step


def test_a_canon_fact_is_named_as_the_canons() -> None:
    with pytest.raises(RuleError, match=r"contradicts the canon.*\(the canon\)"):
        require(check(snapshot_of((DEAD,)), [seen_alive(2)]))


def test_a_consistent_text_passes_the_gate_in_silence() -> None:
    require(check(CanonSnapshot(), [seen_alive(2)]))


def test_a_canon_that_contradicts_itself_blocks_no_innocent_text() -> None:
    broken = snapshot_of((DEAD, seen_alive(2)))
    other = Fact(subject="Mara", predicate="age", value="9")
    assert check(broken, [other]).accepted


def test_only_the_latest_sighting_of_a_person_is_kept() -> None:
    first = apply(CanonSnapshot(), check(CanonSnapshot(), [seen_alive(1), seen_alive(2)]).diff)
    assert first.facts == (seen_alive(2),)
    second = check(first, [seen_alive(3)]).diff
    assert [(change.before, change.after) for change in second.modified_facts] == [
        (seen_alive(2), seen_alive(3))
    ]
    assert apply(first, second).facts == (seen_alive(3),)


def test_a_diff_is_applied_only_as_it_was_validated() -> None:
    empty = CanonSnapshot()
    diff = check(empty, [DEAD]).diff
    with pytest.raises(RuleError, match="another canon"):
        apply(snapshot_of((seen_alive(1),)), diff)
    with pytest.raises(RuleError, match="not validated"):
        apply(empty, diff.model_copy(update={"validation": None}))
    with pytest.raises(RuleError, match="was changed after"):
        apply(empty, diff.model_copy(update={"added_facts": ()}))
    with pytest.raises(RuleError, match="rejected"):
        apply(empty, check(empty, [DEAD, seen_alive(3)]).diff)


def test_a_diff_by_hand_can_take_a_fact_back() -> None:
    canon = snapshot_of((DEAD,))
    draft = check(canon, []).diff.model_copy(
        update={"removed_facts": (DEAD,), "added_facts": (seen_alive(2),), "justification": "He swam."}
    )
    verdict = validate(canon, draft)
    assert verdict.accepted
    assert apply(canon, verdict.diff).facts == (seen_alive(2),)


def test_a_canon_file_reads_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "canon.json"
    snapshot = snapshot_of((DEAD, seen_alive(0)))
    dump(snapshot, path)
    assert load(path) == snapshot
    with pytest.raises(InputError, match=r"gone\.json"):
        load(tmp_path / "gone.json")
    path.write_text("{}")
    with pytest.raises(SchemaError):
        load(path)


@pytest.mark.parametrize(
    ("predicate", "value"), [("age", "nine"), ("alive", "maybe"), ("relationship", "brother")]
)
def test_a_value_that_cannot_be_compared_is_refused_with_the_way_to_write_it(
    predicate: str, value: str
) -> None:
    with pytest.raises(ValidationError, match="write"):
        Fact.model_validate({"subject": "Mara", "predicate": predicate, "value": value})


def test_a_place_inside_another_is_no_contradiction() -> None:
    def at(place: str) -> Fact:
        return Fact(subject="Mara", predicate="location", value=place)

    alfama = Fact(subject="Alfama", predicate="part_of", value="Lisbon")
    assert not check(CanonSnapshot(), [at("Alfama"), at("Lisbon")]).accepted
    assert check(snapshot_of((alfama,)), [at("Alfama"), at("Lisbon")]).accepted
