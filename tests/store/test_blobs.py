"""The blob store on a real file system."""

import os
import resource
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyreel.kit.errors import InputError, StorageError
from storyreel.kit.hashing import sha256_bytes
from storyreel.store.blobs import TEMPORARY, BlobStore


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "blobs")


def files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())


def damage(path: Path, data: bytes) -> None:
    path.chmod(0o600)
    path.write_bytes(data)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=5000))
def test_bytes_come_back_under_their_hash(store: BlobStore, data: bytes) -> None:
    blob = store.put_bytes("t", data)
    assert (blob.sha256, blob.size_bytes) == (sha256_bytes(data), len(data))
    path = store.verified("t", blob.sha256)
    assert path is not None
    assert path.read_bytes() == data


def test_a_file_is_moved_in_whole_and_nothing_stays_behind(store: BlobStore, tmp_path: Path) -> None:
    temporary = store.new_temp(".wav")
    assert temporary.suffix == ".wav"
    temporary.write_bytes(b"sound" * 1000)
    blob = store.put_file("t", temporary)
    assert files(tmp_path) == [store.path("t", blob.sha256)]
    assert store.path("t", blob.sha256).parent.name == blob.sha256[2:4]


def test_a_file_from_another_file_system_is_copied_in(store: BlobStore) -> None:
    elsewhere = Path("/dev/shm/storyreel-test-blob")
    if not elsewhere.parent.is_dir():
        pytest.skip("there is no second file system to move from")
    elsewhere.write_bytes(b"from afar")
    blob = store.put_file("t", elsewhere)
    assert store.verified("t", blob.sha256) is not None
    assert not elsewhere.exists()


def test_putting_the_same_blob_at_once_is_harmless(tmp_path: Path) -> None:
    root = tmp_path / "blobs"
    data = os.urandom(300_000)
    with ThreadPoolExecutor(8) as pool:
        blobs = set(pool.map(lambda _: BlobStore(root).put_bytes("t", data), range(24)))
    assert len(blobs) == 1
    assert BlobStore(root).verified("t", blobs.pop().sha256) is not None
    assert len(files(root)) == 1


def test_a_damaged_blob_is_set_aside_and_can_be_made_again(store: BlobStore, tmp_path: Path) -> None:
    blob = store.put_bytes("t", b"whole")
    damage(store.path("t", blob.sha256), b"hole!")
    assert store.verified("t", blob.sha256) is None
    assert not store.has("t", blob.sha256)
    aside = files(tmp_path / "blobs" / "t" / "set-aside")
    assert [path.read_bytes() for path in aside] == [b"hole!"]
    store.put_bytes("t", b"whole")
    assert store.verified("t", blob.sha256) is not None


def test_putting_a_blob_heals_a_damaged_one(store: BlobStore) -> None:
    blob = store.put_bytes("t", b"whole")
    damage(store.path("t", blob.sha256), b"")
    store.put_bytes("t", b"whole")
    assert store.verified("t", blob.sha256) is not None


def test_a_file_that_was_not_touched_is_hashed_once(store: BlobStore, tmp_path: Path) -> None:
    name = store.put_bytes("t", b"data").sha256
    reader = BlobStore(tmp_path / "blobs")
    path = reader.verified("t", name)
    assert path is not None
    # Bytes that change under an equal size, time and inode are seen by a fresh reader only.
    found = path.stat()
    damage(path, b"atad")
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
    assert reader.verified("t", name) == path
    assert BlobStore(tmp_path / "blobs").verified("t", name) is None


def test_a_missing_blob_is_none(store: BlobStore) -> None:
    assert store.verified("t", "0" * 64) is None
    assert not store.has("t", "0" * 64)


def test_tenants_do_not_share_blobs(store: BlobStore) -> None:
    blob = store.put_bytes("mine", b"data")
    assert not store.has("yours", blob.sha256)
    assert store.verified("yours", blob.sha256) is None


@pytest.mark.parametrize("tenant", ["", "..", "a/b", ".hidden", "Upper", "x" * 64, "/"])
def test_a_tenant_that_is_no_plain_name_is_refused(store: BlobStore, tenant: str) -> None:
    with pytest.raises(InputError, match="tenant"):
        store.put_bytes(tenant, b"data")


@pytest.mark.parametrize("name", ["", "0" * 63, "0" * 65, "G" * 64, "../" + "0" * 61])
def test_a_name_that_is_no_hash_is_refused(store: BlobStore, name: str) -> None:
    with pytest.raises(InputError, match="SHA-256"):
        store.verified("t", name)


def test_a_disk_that_takes_no_more_leaves_no_half_file(store: BlobStore, tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, hard))
    try:
        with pytest.raises(StorageError, match="full") as caught:
            store.put_bytes("t", b"x" * 50_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert "Free some space" in caught.value.next_step
    assert files(tmp_path) == []


def test_a_root_that_cannot_be_written_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageError, match="cannot be used: Not a directory"):
        BlobStore(tmp_path / "file" / "blobs").put_bytes("t", b"data")


def test_only_stale_unfinished_files_are_cleared(store: BlobStore, tmp_path: Path) -> None:
    stale, fresh = store.new_temp(".old"), store.new_temp(".new")
    os.utime(stale, (0, 0))
    kept = store.put_bytes("t", b"data")
    assert store.clear_stale_temps(3600) == 1
    assert files(tmp_path / "blobs" / TEMPORARY) == [fresh]
    assert store.has("t", kept.sha256)


def test_a_large_file_is_not_read_into_memory(store: BlobStore) -> None:
    temporary = store.new_temp()
    with temporary.open("wb") as stream:
        stream.truncate(256 << 20)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    blob = store.put_file("t", temporary)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert blob.size_bytes == 256 << 20
    assert after - before < 32 << 10  # kibibytes
