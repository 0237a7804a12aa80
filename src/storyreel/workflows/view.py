"""What a stage sees of a run while it plans: the run's options and what was made before."""

from collections.abc import Mapping
from typing import Any

from storyreel.kit.errors import StorageError
from storyreel.kit.project import Project
from storyreel.workflows.model import JobRow, Run
from storyreel.workflows.records import Records
from storyreel.workflows.stage import AnyDocument


class StoredRunView:
    """A RunView over rows and blobs. One per planning, so that it may remember what it read."""

    def __init__(self, run: Run, records: Records) -> None:
        self._run = run
        self._records = records
        self._rows: dict[str, dict[str, JobRow]] = {}

    @property
    def project(self) -> Project:
        return Project.from_document(self._run.request["project"])

    @property
    def options(self) -> Mapping[str, Any]:
        return self._run.request["options"]

    @property
    def source(self) -> str:
        return self._run.source

    def head(self, name: str) -> str | None:
        """SHA-256 of the project's current document of this name (`canon`, `cast`)."""
        return self._run.request["heads"].get(name)

    def result(self, stage: str, item: str = "") -> str:
        artifact = self._row(stage, item).artifact
        assert artifact is not None, f"{stage}/{item} is not done"
        return artifact

    def results(self, stage: str) -> Mapping[str, str]:
        return {item: self.result(stage, item) for item in self._stage(stage)}

    def parts(self, stage: str, item: str = "") -> Mapping[str, str]:
        return dict(self._row(stage, item).parts)

    def document(self, kind: type[AnyDocument], stage: str, item: str = "") -> AnyDocument:
        return self.read(kind, self.result(stage, item))

    def read(self, kind: type[AnyDocument], sha256: str) -> AnyDocument:
        path = self._records.blobs.verified(self._run.tenant, sha256)
        if path is None:
            raise StorageError(
                f"The stored {kind.schema_name} {sha256[:12]} is missing or damaged; it was set aside.",
                next_step="Run `storyreel runs resume`: it is made again.",
            )
        return kind.from_bytes(path.read_bytes())

    def _stage(self, stage: str) -> Mapping[str, JobRow]:
        if stage not in self._rows:
            self._rows[stage] = {row.item: row for row in self._records.runs.jobs(self._run.id, stage)}
        return self._rows[stage]

    def _row(self, stage: str, item: str) -> JobRow:
        try:
            return self._stage(stage)[item]
        except KeyError:
            raise StorageError(f"The run has no job {stage} {item!r}.") from None
