"""Changing the canon, and the canon as a file: the only two ways in."""

from pathlib import Path

from storyreel.canon.model import CanonDiff, CanonSnapshot, snapshot_of
from storyreel.kit.errors import InputError, RuleError


def apply(snapshot: CanonSnapshot, diff: CanonDiff) -> CanonSnapshot:
    """The snapshot with the diff in it. Raises RuleError unless the gate accepted exactly this diff."""
    validation = diff.validation
    again = "Run the gate on this diff and this canon, then apply what it returns."
    if validation is None:
        raise RuleError("The diff was not validated by the canon gate.", next_step=again)
    if validation.snapshot_sha256 != snapshot.sha256:
        raise RuleError("The diff was validated against another canon than this one.", next_step=again)
    if validation.changes_sha256 != diff.changes_sha256:
        raise RuleError("The diff was changed after the canon gate had validated it.", next_step=again)
    if not validation.accepted:
        raise RuleError(
            "The canon gate rejected this diff.",
            evidence=validation.contradictions,
            next_step="Resolve the contradictions first.",
        )
    gone = {fact.identity for fact in diff.removed_facts}
    gone |= {change.before.identity for change in diff.modified_facts}
    kept = tuple(fact for fact in snapshot.facts if fact.identity not in gone)
    return snapshot_of((*kept, *diff.added_facts, *(change.after for change in diff.modified_facts)))


def load(path: Path) -> CanonSnapshot:
    """Read a canon file. Raises InputError, or SchemaError where it is no canon."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"The canon {path.name} cannot be read ({error.strerror}).",
            next_step="Name an existing canon file, or leave it out to begin without one.",
        ) from error
    return CanonSnapshot.from_bytes(raw)


def dump(snapshot: CanonSnapshot, path: Path) -> None:
    """Write a canon file that `load` reads back equal: canonical JSON, one line end at the end."""
    path.write_bytes(snapshot.to_bytes() + b"\n")
