"""The author's own pictures of a character, from a folder into a pack."""

from pathlib import Path
from typing import get_args

from storyreel.assets.reading import Expression, PackPicture
from storyreel.kit.errors import InputError
from storyreel.media.image import read_header, read_image
from storyreel.wiring.keep import keep_file
from storyreel.wiring.studio import Studio
from storyreel.workflows.packs import PackState, replace_pack, state_of

KINDS = {".png": "image/png", ".webp": "image/webp"}
OPEN = "open"
FOUR_CHANNELS = 4
NAMES = f"Name them by expression ({', '.join(get_args(Expression))}), with -open for an open mouth."


def replace_pictures(studio: Studio, project: str, name: str, folder: Path | None) -> PackState:
    """Give a character the pictures of a folder, or take them away again with None.

    A file is named by what it shows: `neutral.png`, `happy-open.png`; one of them must be `neutral.png`.
    Raises InputError for a folder or picture that cannot be used.
    """
    records, tenant = studio.records, studio.settings.tenant
    state = state_of(records, tenant, project, name)
    pictures = _pictures(studio, project, folder) if folder else ()
    return replace_pack(records, tenant, project, state.pack.model_copy(update={"pictures": pictures}))


def _pictures(studio: Studio, project: str, folder: Path) -> tuple[PackPicture, ...]:
    if not folder.is_dir():
        raise InputError(f"There is no folder {folder}.", next_step="Give another with --pictures.")
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() in KINDS)
    found = [(file, *_meaning(file)) for file in files]
    if ("neutral", "closed") not in [(expression, mouth) for _, expression, mouth in found]:
        raise InputError(f"{folder} has no neutral.png, which stands for what is missing.", next_step=NAMES)
    for file, _, _ in found:
        _check(file)
    return tuple(
        PackPicture.model_validate(
            {
                "sha256": keep_file(studio, project, file, KINDS[file.suffix.lower()]),
                "media_type": KINDS[file.suffix.lower()],
                "expression": expression,
                "mouth": mouth,
            }
        )
        for file, expression, mouth in found
    )


def _meaning(file: Path) -> tuple[str, str]:
    expression, _, mouth = file.stem.lower().partition("-")
    if expression not in get_args(Expression) or mouth not in ("", OPEN, "closed"):
        raise InputError(f"The name {file.name} says no expression.", next_step=NAMES)
    return expression, OPEN if mouth == OPEN else "closed"


def _check(file: Path) -> None:
    read_header(file)
    pixels = read_image(file)
    if pixels.shape[2] != FOUR_CHANNELS or not (pixels[:, :, 3] == 0).any():
        raise InputError(
            f"{file.name} has no transparent ground.",
            next_step="Cut the figure out and save it as PNG.",
        )
