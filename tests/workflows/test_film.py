"""A real small film: equal bits everywhere, killed at every boundary, one word changed, the gate."""

import json
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from storyreel.media.probe import probe
from storyreel.wiring.studio import Studio
from storyreel.workflows.model import Run
from tests.workflows import film_case

FreshDatabase = Callable[[], AbstractContextManager[str]]


@pytest.fixture
def studio(fresh_database: FreshDatabase, tmp_path: Path) -> Iterator[tuple[str, Studio]]:
    """A studio with nothing in it, and the URL of its database."""
    with fresh_database() as url, film_case.studio_of(url, tmp_path) as studio:
        yield url, studio


def test_the_film_is_whole_and_its_folder_complete(plain: tuple[Studio, Run]) -> None:
    _, run = plain
    out = Path(run.request["options"]["out"])
    names = {path.name for path in out.iterdir()}
    assert names == {
        *("bell.mp4", "bell.srt", "bell.vtt", "bell.ass", "CREDITS.md", "run_summary.json"),
        *("Script.json", "CanonDiff.json", "ShotList.json", "AssetManifest.json"),
        *("RenderPlan.json", "Timeline.json", "RenderOutput.json"),
    }
    output = json.loads((out / "RenderOutput.json").read_text())["body"]
    found = probe(out / "bell.mp4")
    assert found.video is not None
    assert (found.video.width, found.video.height) == (540, 540)
    assert abs(float(found.duration_s) - output["duration"] / 30) < 0.05
    assert output["loudness_lufs"] == pytest.approx(-14.0, abs=0.5)
    assert output["true_peak_dbtp"] <= -1.0


def test_the_summary_tells_times_cache_cost_and_origin(plain: tuple[Studio, Run]) -> None:
    _, run = plain
    summary = json.loads((Path(run.request["options"]["out"]) / "run_summary.json").read_text())
    assert summary["status"] == "done"
    assert summary["cache"] == {"hits": 0, "made": sum(s["made"] for s in summary["stages"]), "hit_rate": 0.0}
    assert summary["cost"] == {"total_usd": 0.0, "external_calls": 0, "tokens": 0}
    assert summary["degraded"]
    assert any("kokoro" in flag for flag in summary["flags"])
    assert all(stage["retries"] == 0 for stage in summary["stages"])


def test_another_home_makes_the_same_bits(plain: tuple[Studio, Run], studio: tuple[str, Studio]) -> None:
    first_studio, first = plain
    _, second_studio = studio
    second = film_case.finish(
        second_studio, film_case.queue_film(second_studio, second_studio.settings.home / "out")
    )
    assert second.status == "done", second.error
    assert film_case.made_by(second_studio, second) == film_case.made_by(first_studio, first)


def test_killed_at_every_boundary_it_ends_bit_identical_and_no_finished_job_ran_twice(
    plain: tuple[Studio, Run], studio: tuple[str, Studio]
) -> None:
    plain_studio, undisturbed = plain
    url, mine = studio
    run = film_case.queue_film(mine, mine.settings.home / "out")
    pipeline = mine.pipelines["film"]
    moments = [
        f"{'gate' if kind == 'gate' else 'plan'}:{name}" for kind, names in pipeline.order for name in names
    ]
    for stage in ("voice_line", "picture", "segment", "master"):
        moments.insert(moments.index(f"plan:{stage}") + 1, f"kept:{stage}")
    with film_case.doomed_processes() as work_until:
        for moment in [*moments, "deliver"]:
            ended_by = work_until(moment, url, mine.settings.home, run.id)
            assert ended_by == -signal.SIGKILL, f"the process was not killed at {moment}"
    with mine.working() as engine:
        engine.adopt([run])
        ended = engine.wait(run.id, show=lambda _: None)
    assert ended.status == "done", ended.error
    assert film_case.made_by(mine, ended) == film_case.made_by(plain_studio, undisturbed)
    finished = Counter(
        (entry["stage"], entry["item"])
        for entry in mine.records.runs.tries(run.id)
        if entry["outcome"] == "done"
    )
    assert set(finished.values()) == {1}
    assert mine.records.ledger.verify(mine.settings.tenant, run.project) is None


def test_one_changed_word_makes_only_what_depends_on_it(plain: tuple[Studio, Run]) -> None:
    studio, _ = plain
    text = film_case.TEXT.replace("One cold morning", "One grey morning")
    run = film_case.finish(studio, film_case.queue_film(studio, studio.settings.home / "changed", text))
    assert run.status == "done", run.error
    jobs = studio.records.runs.jobs(run.id)
    made = {(job.stage, job.item) for job in jobs if job.state == "done"}
    assert {item for stage, item in made if stage == "voice_line"} == {"s02-b01-l01"}
    assert {item for stage, item in made if stage == "picture"} <= {"s02-b01-l01"}
    assert not [item for stage, item in made if stage == "end_card"], "nobody else is to be named"
    segments = [job for job in jobs if job.stage == "segment"]
    remade = [job for job in segments if job.state == "done"]
    assert 1 <= len(remade) <= 3, "its own body and at most its two joins"
    assert len(segments) - len(remade) >= 4


def test_a_contradiction_of_the_canon_blocks_the_film(plain: tuple[Studio, Run]) -> None:
    studio, _ = plain
    text = film_case.TEXT.replace("## The dive", "## The dive\n\nNora was forty years old that day.")
    out = studio.settings.home / "never"
    run = film_case.finish(studio, film_case.queue_film(studio, out, text))
    assert run.status == "failed"
    assert run.error is not None
    assert run.error["exit_code"] == 3
    assert "nine" in run.error["message"]
    assert "forty" in run.error["message"]
    assert not list(out.glob("*.mp4"))
    assert not studio.records.runs.jobs(run.id, "voice_line")


def test_retry_from_a_stage_gives_the_same_film(plain: tuple[Studio, Run]) -> None:
    studio, _ = plain
    again = film_case.queue_film(studio, studio.settings.home / "again")
    first = film_case.finish(studio, again)
    before = film_case.made_by(studio, first)
    studio.records.runs.begin_attempt(again.id, fresh_from="mix")
    second = film_case.finish(studio, studio.records.runs.by_id(again.id))
    assert second.status == "done", second.error
    assert film_case.made_by(studio, second) == before
    made = {job.stage for job in studio.records.runs.jobs(again.id) if job.state == "done"}
    assert made == {"mix", "captions", "segment", "master", "render_output"}
