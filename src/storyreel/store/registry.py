"""What was made, from what, by what: artifact rows, lineage with roles, derivations, heads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from sqlalchemy import Select, Table, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storyreel.kit.errors import StorageError
from storyreel.store import tables
from storyreel.store.session import Sessions


class Parent(NamedTuple):
    """An artifact that another one was made from, and as what it served."""

    role: str
    sha256: str


class Part(NamedTuple):
    """An artifact that belongs inside another one, such as the sound file of a voice line."""

    role: str
    sha256: str


@dataclass(frozen=True)
class Made:
    """What is known about an artifact when it has been made.

    `schema_name` and `schema_version` are None for media. `parents` and `parts` must have been
    recorded before, or in the same call.
    """

    sha256: str
    media_type: str
    size_bytes: int
    tool: str
    tool_version: str
    schema_name: str | None = None
    schema_version: str | None = None
    origin: Literal["local", "external"] = "local"
    params: dict[str, Any] = field(default_factory=dict[str, Any])
    rights: dict[str, Any] | None = None
    cost_usd: Decimal = Decimal(0)
    run_id: str | None = None
    trace_id: str | None = None
    site_id: str = "local"
    parents: tuple[Parent, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class ArtifactRow:
    """An artifact as the registry knows it; `project` is the one that made it first."""

    sha256: str
    project: str
    media_type: str
    size_bytes: int
    schema_name: str | None
    schema_version: str | None
    origin: str
    tool: str
    tool_version: str
    params: dict[str, Any]
    rights: dict[str, Any] | None
    cost_usd: Decimal
    run_id: str | None
    trace_id: str | None
    site_id: str
    created_at: datetime


@dataclass(frozen=True)
class Derivation:
    """What a stage made under a key: one artifact, its parts in order, and what it warned of."""

    sha256: str
    parts: tuple[Part, ...]
    warnings: tuple[str, ...] = ()


class Edge(NamedTuple):
    """One step of lineage, from what was made to what it was made from."""

    child: str
    role: str
    parent: str


@dataclass(frozen=True)
class Lineage:
    """Everything behind an artifact: rows by hash, itself included, and the edges between them."""

    sha256: str
    artifacts: dict[str, ArtifactRow]
    edges: tuple[Edge, ...]


class Registry:
    """The registry of all tenants; every method takes the tenant first and sees no other.

    Each call is one transaction. A reference to what the tenant has not recorded raises StorageError.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def record(self, tenant: str, project: str, *made: Made) -> None:
        """Record artifacts, all or none. One known already keeps its row and gains missing lineage."""
        with self._sessions.begin() as session:
            _insert_new(session, tables.artifact, [_artifact_values(tenant, project, one) for one in made])
            _insert_new(session, tables.lineage, _edge_values(tenant, made))
            _insert_new(session, tables.part, _part_values(tenant, made))

    def artifact(self, tenant: str, sha256: str) -> ArtifactRow | None:
        """The row of an artifact, or None."""
        return self._artifacts(tenant, [sha256]).get(sha256)

    def parents(self, tenant: str, sha256: str) -> tuple[Parent, ...]:
        """What it was made from, by role then hash."""
        edge = tables.lineage.c
        query = select(edge.role, edge.parent).where(edge.tenant == tenant, edge.child == sha256)
        with self._sessions() as session:
            return tuple(Parent(*row) for row in session.execute(query.order_by(edge.role, edge.parent)))

    def children(self, tenant: str, sha256: str) -> tuple[Edge, ...]:
        """What was made from it, by role then hash."""
        edge = tables.lineage.c
        query = select(edge.child, edge.role, edge.parent).where(edge.tenant == tenant, edge.parent == sha256)
        with self._sessions() as session:
            return tuple(Edge(*row) for row in session.execute(query.order_by(edge.role, edge.child)))

    def parts(self, tenant: str, sha256: str) -> tuple[Part, ...]:
        """What belongs inside it, by role then hash."""
        inside = tables.part.c
        query = select(inside.role, inside.sha256).where(inside.tenant == tenant, inside.whole == sha256)
        with self._sessions() as session:
            return tuple(Part(*row) for row in session.execute(query.order_by(inside.role, inside.sha256)))

    def lineage(self, tenant: str, sha256: str) -> Lineage:
        """The graph from an artifact back to the roots, edges sorted."""
        with self._sessions() as session:
            edges = tuple(sorted(Edge(*row) for row in session.execute(_edges_behind(tenant, sha256))))
        names = {sha256, *(edge.parent for edge in edges)}
        return Lineage(sha256, self._artifacts(tenant, sorted(names)), edges)

    def derivation(self, tenant: str, stage_key: str) -> Derivation | None:
        """What a stage has already made under this key, or None."""
        return self.derivations(tenant, [stage_key]).get(stage_key)

    def derivations(self, tenant: str, stage_keys: Sequence[str]) -> dict[str, Derivation]:
        """What stages have already made under those of the keys that are known, in two queries."""
        made, inside = tables.derivation.c, tables.derivation_part.c
        whole = select(made.stage_key, made.sha256, made.warnings).where(
            made.tenant == tenant, made.stage_key.in_(stage_keys)
        )
        query = select(inside.stage_key, inside.role, inside.sha256).where(
            inside.tenant == tenant, inside.stage_key.in_(stage_keys)
        )
        parts: dict[str, list[Part]] = {}
        with self._sessions() as session:
            found = session.execute(whole).all()
            for key, role, sha256 in session.execute(query.order_by(inside.stage_key, inside.position)):
                parts.setdefault(key, []).append(Part(role, sha256))
        return {
            key: Derivation(sha256, tuple(parts.get(key, ())), tuple(warnings))
            for key, sha256, warnings in found
        }

    def record_derivation(
        self,
        tenant: str,
        stage_key: str,
        stage: str,
        stage_version: str,
        sha256: str,
        parts: Sequence[Part] = (),
        warnings: Sequence[str] = (),
    ) -> Derivation:
        """Remember what a stage made; of two that finish under one key the first is kept and returned."""
        row = {
            "tenant": tenant,
            "stage_key": stage_key,
            "stage": stage,
            "stage_version": stage_version,
            "sha256": sha256,
            "warnings": list(warnings),
        }
        inside = [
            {"tenant": tenant, "stage_key": stage_key, "position": position, "role": role, "sha256": part}
            for position, (role, part) in enumerate(parts)
        ]
        with self._sessions.begin() as session:
            if _insert_new(session, tables.derivation, [row]):
                _insert_new(session, tables.derivation_part, inside)
                return Derivation(sha256, tuple(Part(*part) for part in parts), tuple(warnings))
        kept = self.derivation(tenant, stage_key)
        return kept or self.record_derivation(
            tenant, stage_key, stage, stage_version, sha256, parts, warnings
        )

    def forget_derivation(self, tenant: str, stage_key: str) -> None:
        """Let the stage run again, because what it made is damaged; the artifact's row stays."""
        made = tables.derivation.c
        with self._sessions.begin() as session:
            session.execute(
                delete(tables.derivation).where(made.tenant == tenant, made.stage_key == stage_key)
            )

    def head(self, tenant: str, project: str, name: str) -> str | None:
        """The artifact that a project's name (such as "canon") stands for now, or None."""
        now = tables.head.c
        query = select(now.sha256).where(now.tenant == tenant, now.project == project, now.name == name)
        with self._sessions() as session:
            return session.execute(query).scalar_one_or_none()

    def set_head(self, tenant: str, project: str, name: str, sha256: str, expected: str | None) -> bool:
        """Move a head from `expected` (None: not set yet); False, and nothing moves, if it is elsewhere."""
        now = tables.head.c
        with self._sessions.begin() as session:
            if expected is None:
                row = {"tenant": tenant, "project": project, "name": name, "sha256": sha256}
                return _insert_new(session, tables.head, [row]) == 1
            here = (now.tenant == tenant, now.project == project, now.name == name, now.sha256 == expected)
            moved = update(tables.head).where(*here).values(sha256=sha256, changed_at=func.now())
            return _guarded(session, moved.returning(now.name)) == 1

    def _artifacts(self, tenant: str, names: Sequence[str]) -> dict[str, ArtifactRow]:
        made = tables.artifact.c
        columns = [column for column in made if column.name != "tenant"]
        query = select(*columns).where(made.tenant == tenant, made.sha256.in_(names)).order_by(made.sha256)
        with self._sessions() as session:
            return {row["sha256"]: ArtifactRow(**row) for row in session.execute(query).mappings()}


def _artifact_values(tenant: str, project: str, made: Made) -> dict[str, Any]:
    values = {name: value for name, value in vars(made).items() if name not in ("parents", "parts")}
    return {"tenant": tenant, "project": project, **values}


def _edge_values(tenant: str, made: Sequence[Made]) -> list[dict[str, Any]]:
    return [
        {"tenant": tenant, "child": one.sha256, "role": role, "parent": parent}
        for one in made
        for role, parent in one.parents
    ]


def _part_values(tenant: str, made: Sequence[Made]) -> list[dict[str, Any]]:
    return [
        {"tenant": tenant, "whole": one.sha256, "role": role, "sha256": part}
        for one in made
        for role, part in one.parts
    ]


def _edges_behind(tenant: str, sha256: str) -> Select[str, str, str]:
    edge = tables.lineage.c
    first = select(edge.child, edge.role, edge.parent).where(edge.tenant == tenant, edge.child == sha256)
    behind = first.cte("behind", recursive=True)
    further = select(edge.child, edge.role, edge.parent).where(
        edge.tenant == tenant, edge.child == behind.c.parent
    )
    whole = behind.union(further)
    return select(whole.c.child, whole.c.role, whole.c.parent)


def _insert_new(session: Session, table: Table, rows: list[dict[str, Any]]) -> int:
    """Insert the rows that are not there yet; their number. Sorted, so that two writers cannot deadlock."""
    if not rows:
        return 0
    keys = [column.name for column in table.primary_key.columns]
    ordered = sorted(rows, key=lambda row: [row[key] for key in keys])
    statement = insert(table).values(ordered).on_conflict_do_nothing(index_elements=keys)
    return _guarded(session, statement.returning(table.c.tenant))


def _guarded(session: Session, statement: Any) -> int:
    """Run a statement that refers to artifacts; the number of rows it touched."""
    try:
        return len(session.execute(statement).all())
    except IntegrityError as error:
        diagnosis = getattr(error.orig, "diag", None)
        detail = getattr(diagnosis, "message_detail", None) or str(error.orig)
        raise StorageError(
            f"The registry refused a row of {getattr(diagnosis, 'table_name', None) or 'a table'}: {detail}",
            next_step="Record the artifact that it refers to first, for the same tenant.",
        ) from error
