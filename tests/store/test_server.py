"""The embedded server and its keeper: real processes, real crashes."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg
import pytest

from storyreel.kit.errors import StorageError
from storyreel.store import cluster
from storyreel.store.keeper import Watch
from storyreel.store.server import connect, data_folder, ensure_server, keeper_lock, lease, stop_server

ENSURE = """
import sys, pathlib
from storyreel.store.server import ensure_server
print(ensure_server(pathlib.Path(sys.argv[1])))
"""


@contextmanager
def temporary_home() -> Iterator[Path]:
    """A home with a short path, whose processes are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="storyreel-tests-"))
    yield folder
    stop_server(folder)
    wait_until(lambda: processes_of(folder) == [])
    shutil.rmtree(folder)


@pytest.fixture
def new_home() -> Iterator[Path]:
    with temporary_home() as folder:
        yield folder


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """One home for many crashes: making its data folder anew for each would take most of the time."""
    with temporary_home() as folder:
        yield folder


def processes_of(home: Path) -> list[psutil.Process]:
    """Servers and keepers of a home."""
    return [*keepers_of(home), *servers_of(home)]


def servers_of(home: Path) -> list[psutil.Process]:
    found = psutil.process_iter(["cwd", "name"])
    return [one for one in found if one.info["cwd"] == str(data_folder(home)) and alive(one)]


def keepers_of(home: Path) -> list[psutil.Process]:
    command = ["-m", "storyreel.store.keeper", str(home)]
    found = psutil.process_iter(["cmdline"])
    return [one for one in found if (one.info["cmdline"] or [])[1:4] == command and alive(one)]


def alive(process: psutil.Process) -> bool:
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def wait_until(condition: Callable[[], bool]) -> None:
    """Poll until it is so; pytest's own timeout ends a wait in vain."""
    while not condition():
        time.sleep(0.05)


def postmaster_pid(home: Path) -> int:
    process = cluster.postmaster(data_folder(home))
    assert process is not None
    return process.pid


def kill_all(home: Path) -> None:
    for process in processes_of(home):
        with suppress(psutil.NoSuchProcess):
            process.kill()
    wait_until(lambda: processes_of(home) == [])


def test_a_second_client_finds_the_same_server(server_home: Path) -> None:
    pid = postmaster_pid(server_home)
    assert ensure_server(server_home) == ensure_server(server_home)
    assert postmaster_pid(server_home) == pid


def test_processes_that_start_at_once_share_one_server_and_one_keeper(new_home: Path) -> None:
    starting = [
        subprocess.Popen((sys.executable, "-c", ENSURE, str(new_home)), stdout=subprocess.PIPE)
        for _ in range(3)
    ]
    answers = {process.communicate()[0] for process in starting}
    assert [process.returncode for process in starting] == [0, 0, 0]
    assert answers == {(ensure_server(new_home) + "\n").encode()}
    assert not keeper_lock(new_home).try_acquire()
    wait_until(lambda: len(keepers_of(new_home)) == 1)
    parents = {process.ppid() for process in servers_of(new_home)} & {p.pid for p in servers_of(new_home)}
    assert parents == {postmaster_pid(new_home)}


def test_after_kill_9_of_everything_the_next_start_finds_the_data(home: Path) -> None:
    ensure_server(home)
    with connect(home, "storyreel") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 42 AS answer")
    kill_all(home)
    assert (data_folder(home) / "postmaster.pid").exists()
    ensure_server(home)
    with connect(home, "storyreel") as connection:
        assert connection.execute("SELECT answer FROM kept").fetchone() == (42,)


def test_a_stale_number_that_now_names_another_process_is_not_taken_for_the_server(home: Path) -> None:
    ensure_server(home)
    kill_all(home)
    pid_file = data_folder(home) / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    ensure_server(home)
    assert postmaster_pid(home) != os.getpid()


def test_a_server_whose_socket_was_swept_away_is_started_anew(home: Path) -> None:
    ensure_server(home)
    before = postmaster_pid(home)
    listening = cluster.socket_dir(data_folder(home))
    assert listening is not None
    (listening / f".s.PGSQL.{cluster.PORT}").unlink()
    ensure_server(home)
    assert postmaster_pid(home) != before


def test_half_made_data_of_a_killed_first_start_is_replaced(new_home: Path) -> None:
    half = new_home / "postgres.new"
    half.mkdir()
    (half / "PG_VERSION").write_text("18\n")
    ensure_server(new_home)
    assert not half.exists()


def test_a_long_home_and_a_stray_environment_do_no_harm(
    new_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "9999")
    monkeypatch.setenv("PGDATA", "/nowhere")
    deep = new_home / 'a folder\'s name, "quoted" and long ' / ("x" * 120)
    ensure_server(deep)
    try:
        listening = cluster.socket_dir(data_folder(deep))
        assert listening is not None
        assert not listening.is_relative_to(deep)
        assert listening.stat().st_mode & 0o077 == 0
    finally:
        assert stop_server(deep)
    assert not listening.exists()


def test_an_idle_server_is_stopped_by_its_keeper(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_IDLE_S", "0.4")
    stop_server(home)  # and with it a keeper that is more patient
    ensure_server(home)
    wait_until(lambda: processes_of(home) == [])
    ensure_server(home)
    with connect(home, "storyreel") as connection:
        time.sleep(1.5)  # several looks of the keeper
        assert connection.execute("SELECT 1").fetchone() == (1,)
    wait_until(lambda: processes_of(home) == [])
    assert "Traceback" not in (home / "postgres.keeper.log").read_text()


def test_a_client_on_its_way_in_is_seen_by_the_keeper(home: Path) -> None:
    ensure_server(home)
    watch = Watch(home)
    watch.idle_s()
    time.sleep(0.1)
    resting = watch.idle_s()
    os.utime(lease(home))
    assert watch.idle_s() < resting


def test_a_keeper_that_was_killed_is_replaced(home: Path) -> None:
    ensure_server(home)
    wait_until(lambda: keeper_lock(home).signer() is not None and len(keepers_of(home)) == 1)
    keepers_of(home)[0].send_signal(signal.SIGKILL)

    def replaced() -> bool:
        # A killed process lets go of its lock a moment after it is gone; then the next client finds it free.
        ensure_server(home)
        return len(keepers_of(home)) == 1

    wait_until(lambda: keepers_of(home) == [])
    wait_until(replaced)


def test_stopping_ends_server_and_keeper_and_cuts_connections(home: Path) -> None:
    ensure_server(home)
    with connect(home, "storyreel") as connection:
        assert stop_server(home)
        wait_until(lambda: processes_of(home) == [])
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    assert not stop_server(home)


def test_stopping_where_nothing_ever_ran_is_false(tmp_path: Path) -> None:
    assert not stop_server(tmp_path / "nothing")
    assert list(tmp_path.iterdir()) == []


def test_a_home_that_cannot_be_made_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(StorageError, match="cannot be made: Not a directory") as caught:
        ensure_server(tmp_path / "file" / "home")
    assert "STORYREEL_HOME" in caught.value.next_step


def test_a_data_folder_that_is_no_folder_is_one_clear_sentence(new_home: Path) -> None:
    data_folder(new_home).write_text("not a folder")
    with pytest.raises(StorageError, match="cannot be used: Not a directory"):
        ensure_server(new_home)
    data_folder(new_home).unlink()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_is_one_clear_sentence(new_home: Path) -> None:
    small = new_home / "small"
    small.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(small))
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        with pytest.raises(StorageError, match="No space left on device") as caught:
            ensure_server(small / "home")
        assert "nearly full" in caught.value.next_step
    finally:
        subprocess.run(("umount", str(small)), check=True)
