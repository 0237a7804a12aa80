"""The ledger: packets in hash-linked order, one chain for each tenant and project."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.engine import RowMapping
from sqlalchemy.orm import Session

from storyreel.kit.errors import InputError
from storyreel.kit.hashing import sha256_json
from storyreel.store.session import Sessions
from storyreel.store.tables import packet as packets

GENESIS = "0" * 64
"""What the first packet of a chain names as its predecessor."""


@dataclass(frozen=True)
class Packet:
    """One event or decision: who did what, with which artifacts. `seq` counts from 1 in its chain."""

    tenant: str
    project: str
    seq: int
    prev_hash: str
    hash: str
    kind: str
    actor: str
    body: dict[str, Any]
    artifacts: tuple[str, ...]
    created_at: datetime


def packet_hash(packet: Packet) -> str:
    """SHA-256 of the canonical JSON of everything but the hash itself; times in UTC with microseconds."""
    return sha256_json(
        {
            "tenant": packet.tenant,
            "project": packet.project,
            "seq": packet.seq,
            "prev_hash": packet.prev_hash,
            "kind": packet.kind,
            "actor": packet.actor,
            "body": packet.body,
            "artifacts": list(packet.artifacts),
            "created_at": packet.created_at.astimezone(UTC).isoformat(timespec="microseconds"),
        }
    )


class Ledger:
    """The chains of all tenants; a packet that was appended is never changed."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def append(
        self,
        tenant: str,
        project: str,
        kind: str,
        actor: str,
        body: dict[str, Any],
        artifacts: tuple[str, ...] = (),
    ) -> Packet:
        """Add a packet at the end of the chain; writers to one chain wait for each other.

        Raises InputError when `body` is not plain JSON data that hashes alike everywhere.
        """
        return self.extend(tenant, project, kind, actor, [body], artifacts)[0]

    def extend(
        self,
        tenant: str,
        project: str,
        kind: str,
        actor: str,
        bodies: Sequence[dict[str, Any]],
        artifacts: tuple[str, ...] = (),
    ) -> tuple[Packet, ...]:
        """Add a packet for each body, all or none, about the same artifacts. Raises as `append`."""
        sealed: list[Packet] = []
        with self._sessions.begin() as session:
            session.execute(select(func.pg_advisory_xact_lock(_chain_lock(tenant, project))))
            seq, prev_hash = _end(session, tenant, project)
            for number, body in enumerate(bodies, start=seq + 1):
                now = datetime.now(UTC)
                unsealed = Packet(tenant, project, number, prev_hash, "", kind, actor, body, artifacts, now)
                try:
                    packet = replace(unsealed, hash=packet_hash(unsealed))
                except ValueError as error:
                    raise InputError(f"A packet of kind {kind} cannot be written: {error}.") from error
                sealed.append(packet)
                prev_hash = packet.hash
            rows = [{**vars(packet), "artifacts": list(artifacts)} for packet in sealed]
            if rows:
                session.execute(packets.insert(), rows)
        return tuple(sealed)

    def about(self, tenant: str, kind: str, artifacts: Sequence[str]) -> tuple[Packet, ...]:
        """The packets of one kind that name any of these artifacts, in whichever project, oldest first."""
        query = select(packets).where(
            packets.c.tenant == tenant, packets.c.kind == kind, packets.c.artifacts.overlap(list(artifacts))
        )
        with self._sessions() as session:
            ordered = query.order_by(packets.c.created_at, packets.c.project, packets.c.seq)
            return tuple(map(_packet, session.execute(ordered).mappings()))

    def chain(self, tenant: str, project: str, kind: str | None = None) -> tuple[Packet, ...]:
        """The packets in order, all or those of one kind."""
        query = select(packets).where(packets.c.tenant == tenant, packets.c.project == project)
        if kind is not None:
            query = query.where(packets.c.kind == kind)
        with self._sessions() as session:
            return tuple(map(_packet, session.execute(query.order_by(packets.c.seq)).mappings()))

    def verify(self, tenant: str, project: str) -> int | None:
        """The first seq where the chain is broken (changed, missing or out of order), or None."""
        prev_hash = GENESIS
        for expected, packet in enumerate(self.chain(tenant, project), start=1):
            linked = packet.seq == expected and packet.prev_hash == prev_hash
            if not linked or packet.hash != packet_hash(packet):
                return expected
            prev_hash = packet.hash
        return None


def _chain_lock(tenant: str, project: str) -> int:
    """A signed 64-bit number for PostgreSQL's advisory locks."""
    digest = sha256_json(["ledger", tenant, project])
    return int.from_bytes(bytes.fromhex(digest[:16]), signed=True)


def _end(session: Session, tenant: str, project: str) -> tuple[int, str]:
    query = (
        select(packets.c.seq, packets.c.hash)
        .where(packets.c.tenant == tenant, packets.c.project == project)
        .order_by(packets.c.seq.desc())
        .limit(1)
    )
    row = session.execute(query).one_or_none()
    return (row.seq, row.hash) if row else (0, GENESIS)


def _packet(row: RowMapping) -> Packet:
    fields: dict[str, Any] = dict(row)
    fields["artifacts"] = tuple(fields["artifacts"])
    return Packet(**fields)
