"""Names by content."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyreel.kit.hashing import CHUNK_BYTES, canonical_json, sha256_bytes, sha256_file, sha256_json

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53) + 1, 2**53 - 1)
    | st.floats(-(2**53) + 1, 2**53 - 1)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abé\U0001f30a"), inner, max_size=4),
    max_leaves=12,
)


def test_the_hash_is_sha256() -> None:
    assert sha256_bytes(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])
def test_a_file_hashes_like_its_bytes(tmp_path: Path, size: int) -> None:
    data = bytes(range(256)) * (size // 256) + bytes(size % 256)
    (tmp_path / "file").write_bytes(data)
    assert sha256_file(tmp_path / "file") == sha256_bytes(data)


def test_key_order_and_number_spelling_do_not_matter() -> None:
    assert canonical_json({"b": 1.0, "a": [1e2, "é"]}) == '{"a":[100,"é"],"b":1}'.encode()
    assert sha256_json({"a": 1, "b": 2}) == sha256_json({"b": 2, "a": 1})


@given(PLAIN)
def test_canonical_bytes_read_back_to_the_same_bytes(value: object) -> None:
    first = canonical_json(value)
    assert canonical_json(json.loads(first)) == first


@pytest.mark.parametrize("value", [math.nan, math.inf, 2**53 + 1, {1: "number as key"}, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical_json(value)
