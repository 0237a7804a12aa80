"""The author's own pictures, videos, voice and music: checked, then stored with the run that uses them."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from storyreel.assets.folder import index
from storyreel.kit.errors import InputError, MediaError
from storyreel.media.probe import probe
from storyreel.sound.voice_over_files import recordings_of
from storyreel.wiring.keep import keep_file
from storyreel.wiring.studio import Studio


def check_pictures(folder: Path | None) -> Path | None:
    """The folder as an absolute path. Raises InputError."""
    if folder is not None and not folder.is_dir():
        raise InputError(
            f"There is no folder {folder} to take pictures from.", next_step="Give another with --assets."
        )
    return folder.absolute() if folder else None


def check_voice_over(given: Path | None) -> tuple[Path, ...]:
    """The recordings of a file or a folder. Raises InputError when there is no sound in any of them."""
    if given is None:
        return ()
    found = recordings_of(given)
    reasons = [_unheard(file) for file in found]
    if all(reasons):
        raise InputError(
            f"No voice-over can be taken from {given.name}: {reasons[0]}",
            next_step="Give a recording, or a folder with one file a line, with --voice-over.",
        )
    return found


def check_music(given: Path | None) -> Path | None:
    """The file as an absolute path. Raises InputError when there is no sound in it."""
    if given is None:
        return None
    if reason := _unheard(given) if given.is_file() else "There is no such file.":
        raise InputError(
            f"No music can be taken from {given.name}: {reason}", next_step="Give a sound file with --music."
        )
    return given.absolute()


def keep_pictures(studio: Studio, project: str, folder: Path) -> list[Mapping[str, Any]]:
    """One row for each picture and video of a folder, as requests carry them."""
    return [
        {
            "sha256": keep_file(studio, project, picture.file, picture.media_type),
            "label": picture.label,
            "stems": sorted(picture.stems),
            "rights": picture.rights.model_dump(mode="json"),
            "media_type": picture.media_type,
            "use": picture.use.model_dump(mode="json"),
        }
        for picture in index(folder).pictures
    ]


def keep_sound(studio: Studio, project: str, file: Path) -> Mapping[str, Any]:
    """The row of one recording or piece of music."""
    return {"sha256": keep_file(studio, project, file, "audio/*"), "label": file.name}


def _unheard(file: Path) -> str:
    """Why a file gives no sound; empty when it does."""
    try:
        facts = probe(file)
    except MediaError:
        return f"{file.name} is no sound file that can be read."
    return "" if facts.sound else f"{file.name} has no sound."
