"""The rights of a run: everything its film is made of, what may not be published, who allowed it after all.

An override is a packet. It is bound to the bytes of the asset and to the licence that was seen: other bytes,
or another licence for the same ones, need a leave of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storyreel.assets.model import Ingredient, Picture
from storyreel.assets.rights import FONTS, Used, blocked, gathered
from storyreel.film.model import RenderPlan, ResolvedAsset
from storyreel.kit.errors import InputError
from storyreel.workflows.model import Run
from storyreel.workflows.records import Records

OVERRIDE = "rights_override"
"""The kind of packet that lets a thing be published whose licence is not known."""


@dataclass(frozen=True)
class RunRights:
    """What a film is made of."""

    used: tuple[Used, ...]
    blocked: tuple[Used, ...]
    """What keeps it from being published."""
    overrides: tuple[dict[str, Any], ...]
    """Bodies of the packets that allow something."""

    @property
    def publishable(self) -> bool:
        return not self.blocked


def rights_of_run(records: Records, run: Run) -> RunRights:
    """Everything behind the film of a run. Raises InputError when its render plan is not made yet."""
    job = records.runs.job(run.id, "render_plan", "")
    path = records.blobs.verified(run.tenant, job.artifact) if job and job.artifact else None
    if path is None:
        raise InputError(
            f"The run {run.id} has not planned its film yet.",
            next_step=f"Go on with it: storyreel runs resume {run.id}",
        )
    plan = RenderPlan.from_bytes(path.read_bytes())
    rows = [row for asset in plan.assets for row in _used(records, run, asset)]
    used = gathered([*rows, Used("ingredient", FONTS.name, FONTS.rights)])
    overrides = _overrides(records, run, used)
    return RunRights(used, blocked(used, [body["sha256"] for body in overrides]), overrides)


def allow(records: Records, run: Run, asset: str, *, by: str, reason: str) -> tuple[dict[str, Any], ...]:
    """Record that a person lets a thing of this film be published; the bodies of the new packets.

    `asset` is the place where it is used, its name, or the beginning of its hash. Raises InputError for a
    thing that is not there or needs no leave, and for an empty name or reason.
    """
    for what, text in (("name", by), ("reason", reason)):
        if not text.strip():
            raise InputError(f"The {what} is empty.", next_step="Give both: --by NAME --reason TEXT")
    rights = rights_of_run(records, run)
    chosen = [part for part in rights.blocked if _is_meant(part, asset)]
    if not chosen:
        names = ", ".join(dict.fromkeys(part.name for part in rights.blocked))
        raise InputError(
            f"Nothing called {asset!r} keeps this film from being published.",
            next_step=f"It is one of: {names}." if names else "It may be published as it is.",
        )
    bodies: list[dict[str, Any]] = []
    for part in chosen:
        body = {
            "run": run.id,
            "asset": part.name,
            "sha256": part.sha256,
            "licence": part.rights.license_type,
            "by": by.strip(),
            "reason": reason.strip(),
            "rights_override": True,
        }
        records.ledger.append(run.tenant, run.project, OVERRIDE, by.strip(), body, (part.sha256,))
        bodies.append(body)
    return tuple(bodies)


def rights_report(rights: RunRights) -> dict[str, Any]:
    """The rights as JSON data."""
    return {
        "blocked_for_publish": not rights.publishable,
        "used": [_row(part) for part in rights.used],
        "blocked": [_row(part) for part in rights.blocked],
        "overrides": list(rights.overrides),
    }


def _row(part: Used) -> dict[str, Any]:
    return {
        "kind": part.kind,
        "name": part.name,
        "sha256": part.sha256,
        "where": list(part.where),
        **part.rights.model_dump(mode="json"),
    }


def _overrides(records: Records, run: Run, used: Sequence[Used]) -> tuple[dict[str, Any], ...]:
    licences = {part.sha256: part.rights.license_type for part in used if part.sha256}
    packets = records.ledger.about(run.tenant, OVERRIDE, list(licences)) if licences else ()
    return tuple(
        packet.body
        for packet in packets
        if packet.project == run.project and licences.get(packet.body["sha256"]) == packet.body["licence"]
    )


def _is_meant(part: Used, asset: str) -> bool:
    return asset in part.where or asset == part.name or (len(asset) > 5 and part.sha256.startswith(asset))


def _used(records: Records, run: Run, asset: ResolvedAsset) -> list[Used]:
    sha256, where = asset.uri.removeprefix("artifact:"), (asset.need_id,)
    if asset.kind != "picture":
        name = asset.rights.provider_or_model or asset.rights.source
        return [
            Used(asset.kind, name, asset.rights, _own(asset, sha256), where if asset.kind == "voice" else ())
        ]
    path = records.blobs.verified(run.tenant, sha256)
    if path is None:
        return [Used("picture", asset.need_id, asset.rights, sha256, where)]
    picture = Picture.from_bytes(path.read_bytes())
    parts = [Used(_kind(part), part.name, part.rights, part.sha256, where) for part in picture.ingredients]
    if picture.origin in ("drawn", "placeholder"):
        # Whom to name is said by what it is drawn from.
        drawn = picture.rights.model_copy(update={"attribution": ""})
        return [Used("picture", f"drawn ({drawn.source.removeprefix('look:')})", drawn, "", where), *parts]
    if any(part.sha256 for part in picture.ingredients):
        return parts
    return [Used("picture", picture.rights.source, picture.rights, sha256, where), *parts]


def _kind(part: Ingredient) -> str:
    return "picture" if part.sha256 else "ingredient"


def _own(asset: ResolvedAsset, sha256: str) -> str:
    """The bytes that a leave is bound to; what was made here needs none."""
    return "" if asset.rights.license_type.startswith("generated") else sha256
