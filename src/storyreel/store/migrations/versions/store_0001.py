"""Artifacts, lineage, derivations, heads and packets."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "store_0001"
down_revision = None
branch_labels = None
depends_on = None

REFUSE_UPDATE = """
CREATE FUNCTION refuse_packet_update() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A packet is never changed (tenant %, project %, seq %).',
        OLD.tenant, OLD.project, OLD.seq USING ERRCODE = 'restrict_violation';
END
$$
"""
PACKET_TRIGGER = """
CREATE TRIGGER packet_is_never_changed BEFORE UPDATE ON packet
FOR EACH ROW EXECUTE FUNCTION refuse_packet_update()
"""


def upgrade() -> None:
    """Make the tables, those that others refer to first."""
    _artifact()
    _edges("lineage", "child", "parent")
    _edges("part", "whole", "sha256")
    _derivation()
    _head()
    _packet()


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _now(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False, server_default=sa.func.now())


def _to_artifact(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["tenant", column], ["artifact.tenant", "artifact.sha256"], name=f"fk_{table}_tenant_{column}"
    )


def _artifact() -> None:
    op.create_table(
        "artifact",
        *_text("tenant", "sha256", "project", "media_type"),
        sa.Column("size_bytes", sa.BigInteger, nullable=False),
        sa.Column("schema_name", sa.Text),
        sa.Column("schema_version", sa.Text),
        *_text("origin", "tool", "tool_version"),
        sa.Column("params", sa.JSON, nullable=False),
        sa.Column("rights", sa.JSON),
        sa.Column("cost_usd", sa.Numeric(18, 6), nullable=False),
        sa.Column("run_id", sa.Text),
        sa.Column("trace_id", sa.Text),
        *_text("site_id"),
        _now("created_at"),
        sa.PrimaryKeyConstraint("tenant", "sha256", name="pk_artifact"),
        sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name=op.f("ck_artifact_sha256")),
        sa.CheckConstraint("origin IN ('local', 'external')", name=op.f("ck_artifact_origin")),
    )
    op.create_index(
        "ix_artifact_tenant_project_schema_name", "artifact", ["tenant", "project", "schema_name"]
    )


def _edges(table: str, source: str, target: str) -> None:
    op.create_table(
        table,
        *_text("tenant", source, "role", target),
        sa.PrimaryKeyConstraint("tenant", source, "role", target, name=f"pk_{table}"),
        _to_artifact(table, source),
        _to_artifact(table, target),
    )
    op.create_index(f"ix_{table}_tenant_{target}", table, ["tenant", target])


def _derivation() -> None:
    op.create_table(
        "derivation",
        *_text("tenant", "stage_key", "stage", "stage_version", "sha256"),
        _now("created_at"),
        sa.PrimaryKeyConstraint("tenant", "stage_key", name="pk_derivation"),
        _to_artifact("derivation", "sha256"),
    )
    op.create_index("ix_derivation_tenant_sha256", "derivation", ["tenant", "sha256"])
    op.create_table(
        "derivation_part",
        *_text("tenant", "stage_key"),
        sa.Column("position", sa.Integer, nullable=False),
        *_text("role", "sha256"),
        sa.PrimaryKeyConstraint("tenant", "stage_key", "position", name="pk_derivation_part"),
        sa.ForeignKeyConstraint(
            ["tenant", "stage_key"],
            ["derivation.tenant", "derivation.stage_key"],
            name="fk_derivation_part_tenant_stage_key",
            ondelete="CASCADE",
        ),
        _to_artifact("derivation_part", "sha256"),
    )


def _head() -> None:
    op.create_table(
        "head",
        *_text("tenant", "project", "name", "sha256"),
        _now("changed_at"),
        sa.PrimaryKeyConstraint("tenant", "project", "name", name="pk_head"),
        _to_artifact("head", "sha256"),
    )


def _packet() -> None:
    op.create_table(
        "packet",
        *_text("tenant", "project"),
        sa.Column("seq", sa.BigInteger, nullable=False),
        *_text("prev_hash", "hash", "kind", "actor"),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("artifacts", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("tenant", "project", "seq", name="pk_packet"),
        sa.UniqueConstraint("tenant", "project", "prev_hash", name="uq_packet_tenant_project_prev_hash"),
        sa.CheckConstraint("seq > 0", name=op.f("ck_packet_seq")),
    )
    op.create_index("ix_packet_tenant_project_kind", "packet", ["tenant", "project", "kind"])
    op.execute(REFUSE_UPDATE)
    op.execute(PACKET_TRIGGER)
