"""A small real film for tests: espeak speaks, the editorial look draws, the engine renders at 540p.

`doomed_processes` work on a run and are killed, workers and all, at a moment: `plan:STAGE` before a
stage is planned, `kept:STAGE` when the first job of a stage has been stored, `gate:NAME`, `deliver`.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from storyreel.kit.project import Project
from storyreel.kit.settings import Settings, load_settings
from storyreel.wiring.make import Source, Wish, create_run
from storyreel.wiring.studio import Studio, open_studio
from storyreel.wiring.voice import prepare_voice
from storyreel.workflows import runner as runner_module
from storyreel.workflows.model import Run
from storyreel.workflows.runner import Runner

TEXT = """# The Bell

## The harbour

Nora was nine years old. The bell fell into the harbour, and nobody heard it for a long time.

## The dive

One cold morning she dived for it. She came up with three shells and a rope.
"""


def settings_of(url: str, home: Path) -> Settings:
    """A home without weights and without a network, so that espeak speaks."""
    return load_settings(home=home, database_url=url, offline=True)


@contextmanager
def studio_of(url: str, home: Path) -> Generator[Studio]:
    with open_studio(settings_of(url, home)) as studio:
        yield studio


def queue_film(studio: Studio, out: Path, text: str = TEXT, **project: Any) -> Run:
    """Store a film's wish and queue its run."""
    wish = Wish(
        source=Source("bell.md", text.encode()),
        title="The Bell",
        out=out,
        film_format="square",
        profile="preview_local",
        voice="narrator",
        assets=None,
        project=Project(id="bell", title="bell", **project),
    )
    return create_run(studio, wish, prepare_voice(studio.settings, lambda *_: None))


def finish(studio: Studio, run: Run) -> Run:
    """Work on a run in this process until it ends."""
    with studio.working() as engine:
        engine.submit(run)
        return engine.wait(run.id, show=lambda _: None)


def made_by(studio: Studio, run: Run) -> dict[tuple[str, str], tuple[str | None, object]]:
    """(stage, item) -> artifact and parts of every job."""
    return {(job.stage, job.item): (job.artifact, job.parts) for job in studio.records.runs.jobs(run.id)}


def kill_at(moment: str) -> None:
    """Let this process group be killed when it reaches `moment`."""

    def reached(name: str) -> None:
        if name == moment:
            os.killpg(0, signal.SIGKILL)

    def announce(method: str, prefix: str) -> None:
        original = getattr(Runner, method)

        def wrapped(self: Runner, run_id: str, *args: str) -> Any:
            reached(":".join((prefix, *args)))
            return original(self, run_id, *args)

        setattr(Runner, method, wrapped)

    keep = runner_module.keep_output

    def keep_and_tell(records: Any, run: Run, stage: Any, *rest: Any) -> None:
        keep(records, run, stage, *rest)
        reached(f"kept:{stage.name}")

    announce("plan", "plan")
    announce("pass_gate", "gate")
    announce("deliver", "deliver")
    runner_module.keep_output = keep_and_tell


def work(url: str, home: str, run_id: str, moment: str) -> None:
    """Work on a run until this process reaches `moment` and is killed."""
    kill_at(moment)
    with studio_of(url, Path(home)) as studio, studio.working() as engine:
        run = studio.records.runs.by_id(run_id)
        if run.owner is None:
            engine.submit(run)
        else:
            engine.adopt([run])
        engine.wait(run.id, show=lambda _: None)


@contextmanager
def doomed_processes() -> Generator[Callable[[str, str, Path, str], int]]:
    """A function that works on a run in a process of its own until a moment, and says how that process ended.

    All of them are forked from one process that has loaded the studio and done nothing else.
    """
    command = [sys.executable, "-m", "tests.workflows.film_case"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        asked, told = parent.stdin, parent.stdout
        assert asked is not None
        assert told is not None

        def work_until(moment: str, url: str, home: Path, run_id: str) -> int:
            asked.write(json.dumps([url, str(home), run_id, moment]) + "\n")
            asked.flush()
            return int(told.readline())

        try:
            yield work_until
        finally:
            parent.kill()


def main() -> None:
    """For each line on standard input fork a process that works, wait for it, and say how it ended."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os.setsid()
            work(*json.loads(line))
            os._exit(0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
