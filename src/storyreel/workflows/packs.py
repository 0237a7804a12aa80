"""Approvals of character packs: a person's yes belongs to exactly the bytes that were shown.

Whatever changes in a pack (a colour, a voice, a picture) changes its bytes, and the yes no longer counts.
"""

from dataclasses import dataclass

from storyreel.assets.model import CharacterPack
from storyreel.film.model import Packs
from storyreel.kit.errors import InputError
from storyreel.kit.hashing import sha256_bytes
from storyreel.kit.schema import Artifact
from storyreel.store.registry import Made
from storyreel.workflows.records import Records
from storyreel.workflows.stage import JSON_TYPE

APPROVED = "pack_approved"
"""The kind of packet that holds a yes to a pack."""
HEAD = "packs"


@dataclass(frozen=True)
class PackState:
    """A pack, the name of its bytes, and who said yes to them ('' for nobody)."""

    pack: CharacterPack
    sha256: str
    approved_by: str


def packs_of(records: Records, tenant: str, project: str) -> Packs:
    """The packs of a project. Raises InputError when it has none."""
    head = records.registry.head(tenant, project, HEAD)
    path = records.blobs.verified(tenant, head) if head else None
    if path is None:
        raise InputError(
            f"The project {project!r} has no character packs yet.",
            next_step="Make a film in it first: they come from its speakers.",
        )
    return Packs.from_bytes(path.read_bytes())


def states(records: Records, tenant: str, project: str, packs: Packs) -> tuple[PackState, ...]:
    """Each pack with its approval."""
    given = {
        packet.body["shown"]: packet.body["by"] for packet in records.ledger.chain(tenant, project, APPROVED)
    }
    named = [(pack, sha256_bytes(pack.to_bytes())) for pack in packs.packs]
    return tuple(PackState(pack, sha256, given.get(sha256, "")) for pack, sha256 in named)


def state_of(records: Records, tenant: str, project: str, name: str) -> PackState:
    """The pack of a person by id or name. Raises InputError with the people there are."""
    found = states(records, tenant, project, packs_of(records, tenant, project))
    wanted = name.strip().casefold()
    for state in found:
        if wanted in (state.pack.id.casefold(), state.pack.name.casefold()):
            return state
    people = ", ".join(state.pack.name for state in found) or "nobody"
    raise InputError(f"There is no {name!r} in the project {project!r}.", next_step=f"There is: {people}.")


def approve(
    records: Records, tenant: str, project: str, state: PackState, *, by: str, policy: str, run: str = ""
) -> None:
    """Keep the bytes that were shown and the yes to them; a yes that was given is not written again."""
    if state.approved_by:
        return
    keep(records, tenant, project, state.pack)
    body = {"pack": state.pack.id, "shown": state.sha256, "by": by, "decision": "approved", "policy": policy}
    records.ledger.append(
        tenant, project, APPROVED, by, body | ({"run": run} if run else {}), (state.sha256,)
    )


def replace_pack(records: Records, tenant: str, project: str, pack: CharacterPack) -> PackState:
    """Put a pack in the place of the one with its id; from the next film on it is used.

    Raises InputError when another process changed the packs just now.
    """
    packs, head = packs_of(records, tenant, project), records.registry.head(tenant, project, HEAD)
    others = tuple(pack if before.id == pack.id else before for before in packs.packs)
    newer = keep(records, tenant, project, Packs(packs=others))
    if newer != head:
        if not records.registry.set_head(tenant, project, HEAD, newer, head):
            raise InputError("The packs were changed by another process just now.", next_step="Try again.")
        body = {"pack": pack.id, "before": head, "after": newer}
        records.ledger.append(tenant, project, "pack_replaced", "author", body, (newer,))
    return state_of(records, tenant, project, pack.id)


def keep(records: Records, tenant: str, project: str, document: Artifact) -> str:
    """Store a document of the cast; returns its SHA-256."""
    blob = records.blobs.put_bytes(tenant, document.to_bytes())
    made = Made(
        blob.sha256,
        JSON_TYPE,
        blob.size_bytes,
        tool="storyreel.cast",
        tool_version="1",
        schema_name=document.schema_name,
        schema_version=document.schema_version,
    )
    records.registry.record(tenant, project, made)
    return blob.sha256
