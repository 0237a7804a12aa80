"""What comes from outside is stored before any work: after this nothing is read from the author's disk."""

import shutil
from pathlib import Path

from storyreel.kit.errors import InputError
from storyreel.kit.schema import Artifact
from storyreel.store.blobs import Blob
from storyreel.store.registry import Made
from storyreel.wiring.studio import Studio
from storyreel.workflows.stage import JSON_TYPE

AUTHOR_RIGHTS = {"license_type": "proprietary_cleared", "source": "author"}


def keep_bytes(studio: Studio, project: str, data: bytes, media_type: str) -> str:
    """Store bytes of the author; returns their SHA-256."""
    blob = studio.records.blobs.put_bytes(studio.settings.tenant, data)
    return _registered(studio, project, blob, media_type, None)


def keep_file(studio: Studio, project: str, file: Path, media_type: str) -> str:
    """Store a copy of a file of the author, however large; returns its SHA-256. Raises InputError."""
    copy = studio.records.blobs.new_temp(file.suffix)
    try:
        shutil.copyfile(file, copy)
    except PermissionError as error:
        raise InputError(f"{file} cannot be read.", next_step="Check who may read it.") from error
    blob = studio.records.blobs.put_file(studio.settings.tenant, copy)
    return _registered(studio, project, blob, media_type, None)


def keep_document(studio: Studio, project: str, document: Artifact) -> str:
    """Store a document that came from outside; returns its SHA-256."""
    blob = studio.records.blobs.put_bytes(studio.settings.tenant, document.to_bytes())
    return _registered(studio, project, blob, JSON_TYPE, document)


def _registered(studio: Studio, project: str, blob: Blob, media_type: str, document: Artifact | None) -> str:
    made = Made(
        blob.sha256,
        media_type,
        blob.size_bytes,
        tool="author",
        tool_version="1",
        schema_name=document.schema_name if document else None,
        schema_version=document.schema_version if document else None,
        rights=AUTHOR_RIGHTS,
        site_id=studio.settings.site_id,
    )
    studio.records.registry.record(studio.settings.tenant, project, made)
    return blob.sha256
