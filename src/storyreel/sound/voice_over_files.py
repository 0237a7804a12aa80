"""Which files are a voice-over, in which order, and for which lines the author meant them."""

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from storyreel.kit.errors import InputError

ENDINGS = (
    ".wav", ".mp3", ".m4a", ".aac", ".flac", ".ogg", ".opus", ".wma", ".aif", ".aiff",
    ".mp4", ".mov", ".webm", ".mkv",
)  # fmt: skip


def recordings_of(given: Path) -> tuple[Path, ...]:
    """The file itself, or the sound files of a folder as people count: `2.wav` before `10.wav`.

    Raises InputError.
    """
    if given.is_file():
        return (given.absolute(),)
    if not given.is_dir():
        raise InputError(f"There is no voice-over {given}.", next_step="Give a sound file or a folder.")
    files = [file for file in given.iterdir() if file.suffix.lower() in ENDINGS and file.is_file()]
    seen = [file for file in files if not file.name.startswith(".")]
    if not seen:
        raise InputError(
            f"The folder {given} holds no sound files.",
            next_step=f"Endings that are read: {', '.join(ENDINGS)}.",
        )
    return tuple(file.absolute() for file in sorted(seen, key=lambda file: _order(file.name)))


def lines_meant(labels: Sequence[str], line_ids: Sequence[str]) -> list[str]:
    """For each file the line it was recorded for; '' where only its words can tell.

    A file that is called like a line is meant for it. As many files as lines are meant for them in order.
    """
    by_name = {line_id.lower(): line_id for line_id in line_ids}
    named = [by_name.get(PurePath(label).stem.lower(), "") for label in labels]
    if not any(named) and len(labels) == len(line_ids) > 1:
        return list(line_ids)
    return named


def _order(name: str) -> list[tuple[int, str]]:
    """Runs of digits count as numbers."""
    parts = re.split(r"(\d+)", name.lower())
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts]
