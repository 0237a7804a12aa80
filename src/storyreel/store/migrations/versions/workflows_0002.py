"""Runs, jobs, tries, executors and paused queues (the tables of `workflows`)."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "workflows_0002"
down_revision = "store_0001"
branch_labels = None
depends_on = None

_moment = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Text, nullable=False),
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
        sa.Column("created_at", _moment, nullable=False, server_default=sa.func.now()),
        sa.Column("started_at", _moment),
        sa.Column("finished_at", _moment),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
        sa.CheckConstraint(
            "status IN ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')",
            name="run_status",
        ),
    )
    op.create_index("runs_by_tenant", "runs", ["tenant", "created_at"])
    op.create_table(
        "jobs",
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
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
        sa.PrimaryKeyConstraint("run_id", "stage", "item", name="pk_jobs"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_jobs_run_id", ondelete="CASCADE"),
        sa.CheckConstraint("state IN ('queued', 'running', 'done', 'cached', 'failed')", name="job_state"),
    )
    op.create_table(
        "job_tries",
        sa.Column("id", sa.BigInteger, sa.Identity(), nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("executor", sa.Text, nullable=False),
        sa.Column("started_at", _moment, nullable=False, server_default=sa.func.now()),
        sa.Column("finished_at", _moment),
        sa.Column("outcome", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_job_tries"),
    )
    op.create_index("tries_by_run", "job_tries", ["run_id", "stage", "item"])
    op.create_table(
        "executors",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("pid", sa.Integer, nullable=False),
        sa.Column("started_after_boot_s", sa.Float, nullable=False),
        sa.Column("started_at", _moment, nullable=False, server_default=sa.func.now()),
        sa.Column("heartbeat_at", _moment, nullable=False, server_default=sa.func.now()),
        sa.Column("ended_at", _moment),
        sa.PrimaryKeyConstraint("id", name="pk_executors"),
    )
    op.create_table(
        "paused_queues",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("worker_concurrency", sa.Integer, nullable=False),
        sa.Column("paused_at", _moment, nullable=False, server_default=sa.func.now()),
        sa.PrimaryKeyConstraint("name", name="pk_paused_queues"),
    )
