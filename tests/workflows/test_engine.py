"""The engine on a real database with real worker processes: order, cache, kill, takeover, pause, cancel."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from storyreel.workflows.engine import Remote
from storyreel.workflows.executors import BEAT_SLACK_S
from storyreel.workflows.model import Run
from storyreel.workflows.records import Records
from tests.workflows import toy

TEXT = "the lamp was lit at last"


@pytest.fixture
def records(database_url: str, tmp_path: Path) -> Iterator[Records]:
    records = toy.records_of(database_url, tmp_path / "home")
    yield records
    records.close()


@pytest.fixture
def start(database_url: str, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Start processes that work; whatever still lives at the end is killed."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*args: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.workflows.toy", database_url, str(tmp_path / "home"), *args],
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        return process

    yield run
    for process in started:
        process.kill()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def until(condition: Callable[[], bool], what: str, within_s: float = 60.0) -> None:
    deadline = time.monotonic() + within_s
    while not condition():
        assert time.monotonic() < deadline, f"{what} did not happen within {within_s:.0f} s"
        time.sleep(0.02)


def result(records: Records, run: Run) -> list[str]:
    row = records.runs.job(run.id, "join", "")
    assert row is not None
    assert row.artifact is not None
    path = records.blobs.path(run.tenant, row.artifact)
    return json.loads(path.read_bytes())["body"]["words"]


def done(run: Run) -> None:
    assert run.status == "done", run.error


def quiet(_: Run) -> None:
    return None


def test_a_run_goes_through_its_stages_in_order(database_url: str, records: Records) -> None:
    run = toy.new_run(records, "r1", TEXT)
    with toy.working(database_url, records) as engine:
        engine.submit(run)
        done(engine.wait(run.id, show=quiet))
    assert result(records, run) == TEXT.upper().split()
    order = [line.split()[0] for line in toy.trace(records.settings.home)]
    assert order == ["split", *["shout"] * 6, "join"]
    assert records.ledger.verify("default", "toy") is None


def test_a_second_run_of_the_same_text_makes_nothing_again(database_url: str, records: Records) -> None:
    with toy.working(database_url, records) as engine:
        for name in ("r1", "r2"):
            run = toy.new_run(records, name, TEXT)
            engine.submit(run)
            engine.wait(run.id, show=quiet)
    assert len(toy.trace(records.settings.home)) == 8
    assert {job.state for job in records.runs.jobs("r2")} == {"cached"}


def test_what_comes_from_the_store_warns_as_when_it_was_made(database_url: str, records: Records) -> None:
    with toy.working(database_url, records) as engine:
        for name in ("r1", "r2"):
            run = toy.new_run(records, name, TEXT)
            engine.submit(run)
            engine.wait(run.id, show=quiet)
    first, second = (
        [(job.item, job.warnings) for job in records.runs.jobs(name, "shout")] for name in ("r1", "r2")
    )
    assert first == second
    assert [warnings for _, warnings in second] == [(f"{word} was shouted.",) for word in TEXT.split()]


def test_one_changed_word_makes_only_its_own_jobs_again(database_url: str, records: Records) -> None:
    with toy.working(database_url, records) as engine:
        for name, text in (("r1", TEXT), ("r2", TEXT.replace("lamp", "fire"))):
            run = toy.new_run(records, name, text)
            engine.submit(run)
            engine.wait(run.id, show=quiet)
    made = {(job.stage, job.item) for job in records.runs.jobs("r2") if job.state == "done"}
    assert {item for stage, item in made if stage == "shout"} >= {"w01"}
    assert ("join", "") in made


def test_a_damaged_blob_is_set_aside_and_made_again(database_url: str, records: Records) -> None:
    with toy.working(database_url, records) as engine:
        run = toy.new_run(records, "r1", TEXT)
        engine.submit(run)
        engine.wait(run.id, show=quiet)
        victim = records.runs.job("r1", "shout", "w01")
        assert victim is not None
        path = records.blobs.path("default", victim.artifact or "")
        path.chmod(0o644)
        path.write_bytes(b"rotten")
        again = toy.new_run(records, "r2", TEXT)
        engine.submit(again)
        done(engine.wait(again.id, show=quiet))
    assert result(records, again) == TEXT.upper().split()
    assert Counter(toy.trace(records.settings.home))["shout w01"] == 2
    assert Counter(toy.trace(records.settings.home))["shout w02"] == 1


def test_retry_from_a_stage_makes_that_stage_and_all_after_it_again(
    database_url: str, records: Records
) -> None:
    run = toy.new_run(records, "r1", TEXT)
    with toy.working(database_url, records) as engine:
        engine.submit(run)
        engine.wait(run.id, show=quiet)
        records.runs.begin_attempt(run.id, fresh_from="shout")
        engine.submit(records.runs.by_id(run.id))
        done(engine.wait(run.id, show=quiet))
    counted = Counter(line.split()[0] for line in toy.trace(records.settings.home))
    assert counted == {"split": 1, "shout": 12, "join": 2}


def test_after_kill_9_the_run_is_resumed_and_no_finished_job_runs_again(
    database_url: str, records: Records, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=0.3)
    process = start(run.id)
    until(lambda: sum(job.state == "done" for job in records.runs.jobs(run.id, "shout")) >= 2, "two words")
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done_before = {job.item for job in records.runs.jobs(run.id, "shout") if job.state == "done"}
    with toy.working(database_url, records) as engine:
        engine.adopt([run])
        done(engine.wait(run.id, show=quiet))
    assert result(records, run) == TEXT.upper().split()
    counted = Counter(toy.trace(records.settings.home))
    assert all(counted[f"shout {item}"] == 1 for item in done_before)
    assert counted["split"] == 1


def test_another_process_takes_over_from_one_that_is_killed(
    records: Records, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=0.3)
    owner = start(run.id)
    until(lambda: records.runs.by_id(run.id).owner is not None, "a claim")
    start()
    until(lambda: any(job.state == "done" for job in records.runs.jobs(run.id, "shout")), "a word")
    os.killpg(owner.pid, signal.SIGKILL)
    until(lambda: not records.runs.by_id(run.id).active, "the takeover")
    done(records.runs.by_id(run.id))
    assert result(records, run) == TEXT.upper().split()


def shouters(records: Records) -> set[int]:
    """The worker processes that shouted."""
    lines = (records.settings.home / "trace.txt").read_text().splitlines()
    return {int(line.split()[-1]) for line in lines if line.startswith("shout")}


def test_what_only_the_owner_may_do_is_done_by_no_other_process(
    database_url: str, records: Records, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=0.3, pipeline=toy.OWN)
    start()
    with toy.working(database_url, records) as engine:
        engine.submit(run)
        own: set[int] = set()
        done(engine.wait(run.id, show=lambda _: own.update(engine.pools["cpu"].pids())))
        assert shouters(records) <= own
    assert result(records, run) == TEXT.upper().split()


def test_whoever_resumes_a_run_does_what_only_its_owner_may(
    database_url: str, records: Records, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=0.5, pipeline=toy.OWN)
    owner = start(run.id)
    until(lambda: any(job.state == "done" for job in records.runs.jobs(run.id, "shout")), "a word")
    os.killpg(owner.pid, signal.SIGKILL)
    owner.wait()
    with toy.working(database_url, records) as engine:
        engine.adopt([run])
        done(engine.wait(run.id, show=quiet))
    assert result(records, run) == TEXT.upper().split()


def test_the_jobs_of_a_dead_owner_wait_for_somebody_who_resumes_it(
    database_url: str, records: Records, start: Callable[..., subprocess.Popen[bytes]]
) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=0.3)
    owner = start(run.id)
    until(lambda: any(job.state == "done" for job in records.runs.jobs(run.id, "shout")), "a word")
    os.killpg(owner.pid, signal.SIGKILL)
    owner.wait()
    # Who begins right after the death has seen the owner alive, and would take over.
    time.sleep(BEAT_SLACK_S + 1.0)
    before = len(toy.trace(records.settings.home))
    other = toy.new_run(records, "r2", "other words", slow_s=0.0)
    with toy.working(database_url, records) as engine:
        engine.submit(other)
        done(engine.wait(other.id, show=quiet))
        assert records.runs.by_id(run.id).status == "running"
        assert len(toy.trace(records.settings.home)) == before + 4
        engine.adopt([run])
        done(engine.wait(run.id, show=quiet))
    assert result(records, run) == TEXT.upper().split()


def test_cancel_ends_the_work_at_once_and_the_run_stays_cancelled(
    database_url: str, records: Records
) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=60.0)
    with toy.working(database_url, records) as engine:
        engine.submit(run)
        until(lambda: len(toy.trace(records.settings.home)) >= 2, "work")
        workers = {pid for pool in engine.pools.values() for pid in pool.pids()}
        assert workers
        remote = Remote(database_url, records)
        assert remote.cancel(records.runs.by_id(run.id))
        remote.close()
        until(lambda: not any(psutil.pid_exists(pid) for pid in workers), "the end of the workers", 10.0)
        assert engine.wait(run.id, show=quiet).status == "cancelled"
    assert not records.runs.stop(run.id, "cancelled"), "a cancelled run cannot be cancelled again"


def test_a_paused_queue_starts_nothing_until_it_is_resumed(database_url: str, records: Records) -> None:
    run = toy.new_run(records, "r1", TEXT)
    with toy.working(database_url, records) as engine:
        remote = Remote(database_url, records)
        remote.pause_queue("cpu")
        remote.pause_queue("cpu")
        time.sleep(0.5)  # the pause is read at the queue's next poll
        engine.submit(run)
        until(lambda: len(records.runs.jobs(run.id, "shout")) == 6, "the plan")
        time.sleep(1.0)
        assert toy.trace(records.settings.home) == ["split"]
        remote.resume_queue("cpu")
        done(engine.wait(run.id, show=quiet))
        remote.close()


def test_a_queue_never_runs_more_jobs_at_once_than_its_limit(database_url: str, records: Records) -> None:
    run = toy.new_run(records, "r1", TEXT, slow_s=0.4)
    seen: list[int] = []
    with toy.working(database_url, records) as engine:
        limit = 2
        engine.submit(run)

        def look(_: Run) -> None:
            seen.append(sum(job.state == "running" for job in records.runs.jobs(run.id, "shout")))

        engine.wait(run.id, show=look, every_s=0.05)
    assert max(seen) == limit
