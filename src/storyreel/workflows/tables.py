"""Runs, jobs, tries, executors, paused queues: the rows that screens read."""

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from storyreel.store.tables import metadata

RUN_STATES = ("queued", "running", "waiting", "done", "failed", "cancelled")
JOB_STATES = ("queued", "running", "done", "cached", "failed")

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("tenant", sa.Text, nullable=False),
    sa.Column("project", sa.Text, nullable=False),
    sa.Column("site_id", sa.Text, nullable=False),
    sa.Column("pipeline", sa.Text, nullable=False),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("status", sa.Text, nullable=False),
    sa.Column("degraded", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("flags", JSONB, nullable=False, server_default="[]"),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("request", JSONB, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False, server_default="1"),
    sa.Column("fresh_from", sa.Text),
    sa.Column("owner", sa.Text),
    sa.Column("current_stage", sa.Text),
    sa.Column("error", JSONB),
    sa.Column("created_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("started_at", sa.DateTime(timezone=True)),
    sa.Column("finished_at", sa.DateTime(timezone=True)),
    sa.CheckConstraint(sa.column("status").in_(RUN_STATES), name="run_status"),
    sa.Index("runs_by_tenant", "tenant", "created_at"),
)

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("run_id", sa.Text, sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("stage", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("inputs", JSONB, nullable=False),
    sa.Column("params", JSONB, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("artifact", sa.Text),
    sa.Column("parts", JSONB, nullable=False, server_default="[]"),
    sa.Column("warnings", JSONB, nullable=False, server_default="[]"),
    sa.Column("seconds", sa.Float),
    sa.Column("cpu_seconds", sa.Float),
    sa.Column("error", JSONB),
    sa.CheckConstraint(sa.column("state").in_(JOB_STATES), name="job_state"),
)

tries = sa.Table(
    "job_tries",
    metadata,
    sa.Column("id", sa.BigInteger, sa.Identity(), primary_key=True),
    sa.Column("run_id", sa.Text, nullable=False),
    sa.Column("stage", sa.Text, nullable=False),
    sa.Column("item", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("executor", sa.Text, nullable=False),
    sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("finished_at", sa.DateTime(timezone=True)),
    sa.Column("outcome", sa.Text),
    sa.Index("tries_by_run", "run_id", "stage", "item"),
)

executors = sa.Table(
    "executors",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("host", sa.Text, nullable=False),
    sa.Column("pid", sa.Integer, nullable=False),
    sa.Column("started_after_boot_s", sa.Float, nullable=False),
    sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("heartbeat_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
    sa.Column("ended_at", sa.DateTime(timezone=True)),
)

paused_queues = sa.Table(
    "paused_queues",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("worker_concurrency", sa.Integer, nullable=False),
    sa.Column("paused_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now()),
)
