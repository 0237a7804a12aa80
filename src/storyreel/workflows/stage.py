"""What a stage is: it plans jobs, and a job is done by a pure function over files.

    plan:  RunView -> jobs           (in the orchestrating process, reads documents only)
    work:  JobOrder -> Output        (in a worker process or inline, knows no database)

The key of a job is the hash of stage, version, inputs, parameters and toolchain: nothing else
may influence the output.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol, TypeVar

from storyreel.kit.decision import Decision
from storyreel.kit.errors import StorageError
from storyreel.kit.hashing import sha256_file, sha256_json
from storyreel.kit.project import Project
from storyreel.kit.schema import Artifact
from storyreel.store.blobs import BlobStore
from storyreel.timeline.model import MediaRef

AnyDocument = TypeVar("AnyDocument", bound=Artifact)
QueueName = Literal["inline", "cpu", "local_ai", "media", "external_ai"]
JSON_TYPE = "application/json"


@dataclass(frozen=True)
class Job:
    """One piece of work: `item` names it inside its stage ('' where a stage has one job)."""

    item: str
    inputs: Mapping[str, str]
    """Role -> SHA-256 of an artifact."""
    params: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Plain JSON data."""


@functools.lru_cache
def _blobs(root: Path) -> BlobStore:
    """One store a process, so that a file is hashed once and not for each job."""
    return BlobStore(root)


@dataclass(frozen=True)
class JobOrder:
    """A job as it is handed to the function that does it."""

    job: Job
    tenant: str
    blobs: Path
    context: Mapping[str, Any]
    """What the work may use but its output may not depend on: folders, whether there is a network."""

    @property
    def params(self) -> Mapping[str, Any]:
        return self.job.params

    def path(self, sha256: str) -> Path:
        """A verified blob. Raises StorageError when its bytes are not what its name says."""
        found = _blobs(self.blobs).verified(self.tenant, sha256)
        if found is None:
            raise StorageError(
                f"The stored file {sha256[:12]} is missing or damaged; it was set aside.",
                next_step="Run `storyreel runs resume`: it is made again.",
            )
        return found

    def document(self, role: str, kind: type[AnyDocument]) -> AnyDocument:
        """The input document with this role."""
        return kind.from_bytes(self.path(self.job.inputs[role]).read_bytes())

    def new_file(self, suffix: str) -> Path:
        """A fresh path on the file system of the blob store."""
        return _blobs(self.blobs).new_temp(suffix)


@dataclass(frozen=True)
class Part:
    """A file that belongs to the output document, which names it by hash."""

    role: str
    path: Path
    media_type: str


@dataclass(frozen=True)
class Output:
    """What a job made: one document or one file, with the parts it refers to."""

    document: Artifact | None = None
    file: Path | None = None
    media_type: str = JSON_TYPE
    parts: tuple[Part, ...] = ()
    existing_parts: tuple[tuple[str, str], ...] = ()
    """(role, SHA-256) of parts that are in the store already."""
    rights: Mapping[str, Any] | None = None
    reusable: bool = True
    """False: a poorer result that is used once and made again next time."""
    warnings: tuple[str, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """What was chosen by rule; a packet is written for each."""
    external: bool = False
    """Whether its bytes came from an outside service."""


def part_of(role: str, path: Path, media_type: str) -> tuple[Part, MediaRef]:
    """A part and the reference that a document keeps of it."""
    return Part(role, path, media_type), MediaRef(sha256=sha256_file(path), media_type=media_type)


class RunView(Protocol):
    """What a stage may read while it plans."""

    @property
    def project(self) -> Project: ...
    @property
    def options(self) -> Mapping[str, Any]: ...
    @property
    def source(self) -> str:
        """SHA-256 of what the author handed in."""
        ...

    def head(self, name: str) -> str | None:
        """SHA-256 of the project's document of this name (`canon`, `cast`) when the run was started."""
        ...

    def result(self, stage: str, item: str = "") -> str:
        """SHA-256 of what a job made."""
        ...

    def results(self, stage: str) -> Mapping[str, str]:
        """Item -> SHA-256, in the order they were planned."""
        ...

    def document(self, kind: type[AnyDocument], stage: str, item: str = "") -> AnyDocument:
        """What a job made, read."""
        ...

    def read(self, kind: type[AnyDocument], sha256: str) -> AnyDocument:
        """Any stored document, such as the source."""
        ...

    def parts(self, stage: str, item: str = "") -> Mapping[str, str]:
        """Role -> SHA-256 of the parts of a job's output."""
        ...


@dataclass(frozen=True)
class Stage:
    """A step of a pipeline."""

    name: str
    version: int
    queue: QueueName
    plan: Callable[[RunView], Sequence[Job]]
    work: str
    """`package.module:function` from JobOrder to Output."""
    toolchain: Callable[[], Mapping[str, str]] = dict
    """What else the bits depend on: versions, weights, CPU features."""
    by_owner: bool = False
    """Whether only the process that the run belongs to does its jobs, because they read settings that another
    process of this home need not share, such as keys, and whether the network may be used."""

    def key(self, job: Job) -> str:
        """The name under which the output of `job` is found again."""
        return sha256_json(
            {
                "stage": self.name,
                "version": self.version,
                "inputs": dict(job.inputs),
                "params": dict(job.params),
                "toolchain": dict(self.toolchain()),
            }
        )
