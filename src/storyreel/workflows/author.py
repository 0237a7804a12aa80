"""The author's pictures as a request carries them: rows of plain data, their files named by hash."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from storyreel.assets.folder import AuthorFolder, AuthorPicture, Use
from storyreel.assets.model import Rights


def author_folder(rows: Sequence[Mapping[str, Any]], paths: Mapping[str, Path] | None = None) -> AuthorFolder:
    """The author's pictures from the rows of a request; `paths`: SHA-256 -> file, where they are opened."""
    files = paths or {}
    return AuthorFolder(
        tuple(
            AuthorPicture(
                file=files.get(row["sha256"], Path(row["label"])),
                sha256=row["sha256"],
                label=row["label"],
                stems=frozenset(row["stems"]),
                rights=Rights.model_validate(row["rights"]),
                media_type=row["media_type"],
                use=Use.model_validate(row["use"]),
            )
            for row in rows
        )
    )
