"""A small real pipeline for tests of the engine: split a text, shout each word, join them again.

Every execution of a job's body leaves a line in a trace file, so that tests can count them. Run as
`python -m tests.workflows.toy URL HOME [RUN]` it is a process that works until the run has ended.
"""

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from storyreel.kit.project import Project
from storyreel.kit.settings import load_settings
from storyreel.store.registry import Made
from storyreel.store.session import open_engine
from storyreel.workflows.engine import Engine
from storyreel.workflows.model import Run
from storyreel.workflows.pipeline import Pipeline, PipelineFile
from storyreel.workflows.records import Records, open_records
from storyreel.workflows.runner import Runner
from storyreel.workflows.stage import Job, RunView, Stage
from tests.workflows.toy_work import Words


def _plan_split(view: RunView) -> Sequence[Job]:
    return [Job("", {"source": view.source})]


def _plan_shout(view: RunView) -> Sequence[Job]:
    words = view.document(Words, "split").words
    slow_s = view.options["slow_s"]
    return [
        Job(f"w{n:02}", {"words": view.result("split")}, {"word": word, "slow_s": slow_s})
        for n, word in enumerate(words)
    ]


def _plan_join(view: RunView) -> Sequence[Job]:
    return [Job("", dict(view.results("shout")), {"slow_s": view.options["slow_s"]})]


STAGES = {
    "split": Stage("split", 1, "inline", _plan_split, "tests.workflows.toy_work:split"),
    "shout": Stage("shout", 1, "cpu", _plan_shout, "tests.workflows.toy_work:shout"),
    "join": Stage("join", 1, "media", _plan_join, "tests.workflows.toy_work:join"),
}
OWN = "own"
"""The pipeline in which only the owner of a run shouts."""


def _pipeline(name: str, stages: dict[str, Stage]) -> Pipeline:
    steps = [{"stage": stage} for stage in stages]
    return Pipeline(PipelineFile.model_validate({"name": name, "steps": steps}), stages)


PIPELINES = {
    "toy": _pipeline("toy", STAGES),
    OWN: _pipeline(OWN, {**STAGES, "shout": replace(STAGES["shout"], by_owner=True)}),
}


def finish(runner: Runner, run: Run) -> None:
    runner.records.runs.finish(run.id, "done")


def records_of(url: str, home: Path) -> Records:
    settings = load_settings(home=home)
    settings.prepare_home()
    return open_records(settings, open_engine(url))


def new_run(records: Records, run_id: str, text: str, *, slow_s: float = 0.0, pipeline: str = "toy") -> Run:
    blob = records.blobs.put_bytes("default", text.encode())
    records.registry.record("default", "toy", Made(blob.sha256, "text/plain", blob.size_bytes, "test", "1"))
    records.runs.create(
        {
            "id": run_id,
            "tenant": "default",
            "project": "toy",
            "site_id": "local",
            "pipeline": pipeline,
            "title": "Toy",
            "source": blob.sha256,
            "request": {
                "project": Project(id="toy").to_document(),
                "options": {"slow_s": slow_s},
                "heads": {},
            },
        }
    )
    return records.runs.by_id(run_id)


@contextmanager
def working(url: str, records: Records) -> Iterator[Engine]:
    """An engine of this process over the toy pipeline."""
    home = records.settings.home
    engine = Engine(url, records, log_file=home / "log.txt")
    context: dict[str, Any] = {"trace": str(home / "trace.txt")}
    finishers = dict.fromkeys(PIPELINES, finish)
    runner = Runner(records, PIPELINES, engine.pools, engine.executor_id, context, {}, finishers)
    engine.start(runner)
    try:
        yield engine
    finally:
        engine.close()


def trace(home: Path) -> list[str]:
    """`stage item` of every execution, in order."""
    path = home / "trace.txt"
    return [line.rsplit(" ", 1)[0].strip() for line in path.read_text().splitlines()] if path.exists() else []


def main() -> None:
    url, home, *rest = sys.argv[1:]
    records = records_of(url, Path(home))
    with working(url, records) as engine:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        if not rest:
            time.sleep(600)
        run = records.runs.by_id(rest[0])
        engine.submit(run)
        engine.wait(run.id, show=lambda _: None)


if __name__ == "__main__":
    main()
