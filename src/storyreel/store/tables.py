"""The tables of this room, and the one MetaData that the tables of other rooms join.

Every row carries its tenant, and every reference is made with it: a row of one tenant cannot
point at a row of another.
"""

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Numeric,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    func,
)
from sqlalchemy.dialects.postgresql import ARRAY

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

artifact = Table(
    "artifact",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("project", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size_bytes", BigInteger, nullable=False),
    Column("schema_name", Text),
    Column("schema_version", Text),
    Column("origin", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("tool_version", Text, nullable=False),
    Column("params", JSON, nullable=False),
    Column("rights", JSON(none_as_null=True)),
    Column("cost_usd", Numeric(18, 6), nullable=False),
    Column("run_id", Text),
    Column("trace_id", Text),
    Column("site_id", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    PrimaryKeyConstraint("tenant", "sha256"),
    CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256"),
    CheckConstraint("origin IN ('local', 'external')", name="origin"),
    Index(None, "tenant", "project", "schema_name"),
)

lineage = Table(
    "lineage",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("child", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("parent", Text, nullable=False),
    PrimaryKeyConstraint("tenant", "child", "role", "parent"),
    ForeignKeyConstraint(["tenant", "child"], ["artifact.tenant", "artifact.sha256"]),
    ForeignKeyConstraint(["tenant", "parent"], ["artifact.tenant", "artifact.sha256"]),
    Index(None, "tenant", "parent"),
)

part = Table(
    "part",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("whole", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("tenant", "whole", "role", "sha256"),
    ForeignKeyConstraint(["tenant", "whole"], ["artifact.tenant", "artifact.sha256"]),
    ForeignKeyConstraint(["tenant", "sha256"], ["artifact.tenant", "artifact.sha256"]),
    Index(None, "tenant", "sha256"),
)

derivation = Table(
    "derivation",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("stage_key", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("stage_version", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("warnings", JSON, nullable=False, server_default="[]"),
    Column("created_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    PrimaryKeyConstraint("tenant", "stage_key"),
    ForeignKeyConstraint(["tenant", "sha256"], ["artifact.tenant", "artifact.sha256"]),
    Index(None, "tenant", "sha256"),
)

derivation_part = Table(
    "derivation_part",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("stage_key", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("tenant", "stage_key", "position"),
    ForeignKeyConstraint(
        ["tenant", "stage_key"], ["derivation.tenant", "derivation.stage_key"], ondelete="CASCADE"
    ),
    ForeignKeyConstraint(["tenant", "sha256"], ["artifact.tenant", "artifact.sha256"]),
)

head = Table(
    "head",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("project", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("changed_at", DateTime(timezone=True), nullable=False, server_default=func.now()),
    PrimaryKeyConstraint("tenant", "project", "name"),
    ForeignKeyConstraint(["tenant", "sha256"], ["artifact.tenant", "artifact.sha256"]),
)

packet = Table(
    "packet",
    metadata,
    Column("tenant", Text, nullable=False),
    Column("project", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", Text, nullable=False),
    # JSON and not JSONB: the hash covers the numbers exactly as they were written.
    Column("body", JSON, nullable=False),
    Column("artifacts", ARRAY(Text), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    PrimaryKeyConstraint("tenant", "project", "seq"),
    UniqueConstraint("tenant", "project", "prev_hash"),
    CheckConstraint("seq > 0", name="seq"),
    Index(None, "tenant", "project", "kind"),
)
