"""All SQL about runs, jobs and tries. Every method that reads for people takes the tenant first."""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from storyreel.kit.errors import InputError, StudioError
from storyreel.workflows.model import JobRow, Run, RunStatus, StageProgress
from storyreel.workflows.tables import jobs, runs, tries


class Runs:
    """Rows of runs and their jobs."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def create(self, run: Mapping[str, Any]) -> None:
        """Add a queued run; `run` holds the columns of `tables.runs`."""
        self._execute(runs.insert().values(**run, status="queued"))

    def get(self, tenant: str, run_id: str) -> Run:
        """Raises InputError when there is no such run; a unique prefix of the id is enough."""
        query = sa.select(runs).where(runs.c.tenant == tenant, runs.c.id.startswith(run_id, autoescape=True))
        with self._engine.connect() as connection:
            rows = connection.execute(query.limit(2)).mappings().all()
        if len(rows) != 1:
            many = "several runs" if rows else "no run"
            raise InputError(
                f"There is {many} with the id {run_id!r}.", next_step="See `storyreel runs list`."
            )
        return _run(rows[0])

    def find(self, tenant: str, run_id: str) -> Run | None:
        """The run with exactly this id, or None."""
        query = sa.select(runs).where(runs.c.tenant == tenant, runs.c.id == run_id)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().one_or_none()
        return None if row is None else _run(row)

    def by_id(self, run_id: str) -> Run:
        """For the engine itself, which holds an id that it made."""
        with self._engine.connect() as connection:
            return _run(connection.execute(sa.select(runs).where(runs.c.id == run_id)).mappings().one())

    def list(self, tenant: str, *, limit: int = 50, statuses: Sequence[RunStatus] = ()) -> tuple[Run, ...]:
        """Newest first."""
        query = sa.select(runs).where(runs.c.tenant == tenant).order_by(runs.c.created_at.desc()).limit(limit)
        if statuses:
            query = query.where(runs.c.status.in_(statuses))
        with self._engine.connect() as connection:
            return tuple(_run(row) for row in connection.execute(query).mappings())

    def claim(self, run_id: str, owner: str) -> bool:
        """Mark a run as running under this executor; False when it was cancelled meanwhile."""
        changed = self._execute(
            runs.update()
            .where(runs.c.id == run_id, runs.c.status.in_(("queued", "running", "waiting")))
            .values(
                status="running",
                owner=owner,
                error=None,
                started_at=sa.func.coalesce(runs.c.started_at, sa.func.now()),
                finished_at=None,
            )
        )
        return changed == 1

    def begin_attempt(self, run_id: str, *, fresh_from: str | None) -> int:
        """Queue a run again and return the number of the new attempt."""
        with self._engine.begin() as connection:
            return connection.execute(
                runs.update()
                .where(runs.c.id == run_id)
                .values(
                    status="queued",
                    attempt=runs.c.attempt + 1,
                    fresh_from=fresh_from,
                    error=None,
                    finished_at=None,
                    started_at=None,
                    flags=[],
                    degraded=False,
                )
                .returning(runs.c.attempt)
            ).scalar_one()

    def set_stage(self, run_id: str, stage: str) -> None:
        self._execute(runs.update().where(runs.c.id == run_id).values(current_stage=stage))

    def finish(
        self, run_id: str, status: RunStatus, *, flags: Sequence[str] = (), error: StudioError | None = None
    ) -> None:
        """Set the last status, unless somebody cancelled the run meanwhile."""
        self._execute(
            runs.update()
            .where(runs.c.id == run_id, runs.c.status != "cancelled")
            .values(
                status=status,
                degraded=bool(flags),
                flags=list(flags),
                error=error_row(error) if error else None,
                finished_at=sa.func.now(),
            )
        )

    def stop(self, run_id: str, status: RunStatus) -> bool:
        """`cancelled` for good, or `waiting` after Ctrl-C; False when it had ended already."""
        changed = self._execute(
            runs.update()
            .where(runs.c.id == run_id, runs.c.status.in_(("queued", "running", "waiting")))
            .values(status=status, finished_at=sa.func.now() if status == "cancelled" else None)
        )
        return changed == 1

    def put_jobs(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert or replace planned jobs; `rows` hold the columns of `tables.jobs`."""
        if not rows:
            return
        statement = insert(jobs)
        kept = {"run_id", "stage", "item"}
        statement = statement.on_conflict_do_update(
            index_elements=tuple(kept),
            set_={name: statement.excluded[name] for name in jobs.c.keys() if name not in kept},  # noqa: SIM118 - a column collection, not a dict
        )
        with self._engine.begin() as connection:
            connection.execute(statement, [dict(row) for row in rows])

    def drop_other_jobs(self, run_id: str, stage: str, items: Sequence[str]) -> None:
        """Forget jobs of a stage that the newest plan no longer has."""
        self._execute(
            jobs.delete().where(jobs.c.run_id == run_id, jobs.c.stage == stage, jobs.c.item.not_in(items))
        )

    def job(self, run_id: str, stage: str, item: str) -> JobRow | None:
        found = self.jobs(run_id, stage, item)
        return found[0] if found else None

    def jobs(self, run_id: str, stage: str | None = None, item: str | None = None) -> tuple[JobRow, ...]:
        """In planned order."""
        query = sa.select(jobs).where(jobs.c.run_id == run_id).order_by(jobs.c.stage, jobs.c.position)
        if stage is not None:
            query = query.where(jobs.c.stage == stage)
        if item is not None:
            query = query.where(jobs.c.item == item)
        with self._engine.connect() as connection:
            return tuple(_job(row) for row in connection.execute(query).mappings())

    def stage_progress(self, run_id: str) -> dict[str, StageProgress]:
        """How far each planned stage is; one small query, because screens ask several times a second."""
        query = (
            sa.select(
                jobs.c.stage,
                sa.func.count(),
                sa.func.count().filter(jobs.c.state == "done"),
                sa.func.count().filter(jobs.c.state == "cached"),
                sa.func.coalesce(sa.func.sum(jobs.c.seconds), 0.0),
            )
            .where(jobs.c.run_id == run_id)
            .group_by(jobs.c.stage)
        )
        with self._engine.connect() as connection:
            return {row[0]: StageProgress(*row) for row in connection.execute(query)}

    def job_done(
        self,
        run_id: str,
        stage: str,
        item: str,
        *,
        artifact: str,
        parts: Sequence[tuple[str, str]],
        warnings: Sequence[str],
        seconds: float,
        cpu_seconds: float,
    ) -> None:
        self._set_job(
            run_id,
            stage,
            item,
            state="done",
            artifact=artifact,
            parts=[list(part) for part in parts],
            warnings=list(warnings),
            seconds=seconds,
            cpu_seconds=cpu_seconds,
        )

    def job_failed(self, run_id: str, stage: str, item: str, error: StudioError) -> None:
        self._set_job(run_id, stage, item, state="failed", error=error_row(error))

    def begin_try(self, run_id: str, stage: str, item: str, key: str, executor: str) -> int:
        """Note that work on a job starts; returns the id of the try."""
        with self._engine.begin() as connection:
            connection.execute(_where_job(jobs.update(), run_id, stage, item).values(state="running"))
            return connection.execute(
                tries.insert()
                .values(run_id=run_id, stage=stage, item=item, key=key, executor=executor)
                .returning(tries.c.id)
            ).scalar_one()

    def end_try(self, try_id: int, outcome: str) -> None:
        self._execute(
            tries.update().where(tries.c.id == try_id).values(outcome=outcome, finished_at=sa.func.now())
        )

    def tries(self, run_id: str) -> tuple[Mapping[str, Any], ...]:
        """Every time work on a job of this run was begun, in order."""
        query = sa.select(tries).where(tries.c.run_id == run_id).order_by(tries.c.id)
        with self._engine.connect() as connection:
            return tuple(dict(row) for row in connection.execute(query).mappings())

    def _set_job(self, run_id: str, stage: str, item: str, **values: Any) -> None:
        self._execute(_where_job(jobs.update(), run_id, stage, item).values(**values))

    def _execute(self, statement: Any) -> int:
        with self._engine.begin() as connection:
            return connection.execute(statement).rowcount


def error_row(error: StudioError) -> dict[str, Any]:
    """An error as JSON that a screen can show."""
    return {
        "kind": type(error).__name__,
        "message": error.message,
        "next_step": error.next_step,
        "exit_code": error.exit_code,
        "evidence": list(getattr(error, "evidence", ())),
    }


def _where_job(statement: sa.Update, run_id: str, stage: str, item: str) -> sa.Update:
    return statement.where(jobs.c.run_id == run_id, jobs.c.stage == stage, jobs.c.item == item)


def _run(row: Mapping[Any, Any]) -> Run:
    fields: dict[str, Any] = dict(row)
    fields["flags"] = tuple(fields["flags"])
    return Run(**fields)


def _job(row: Mapping[Any, Any]) -> JobRow:
    fields: dict[str, Any] = dict(row)
    fields["parts"] = tuple((role, sha256) for role, sha256 in fields["parts"])
    fields["warnings"] = tuple(fields["warnings"])
    return JobRow(**fields)
