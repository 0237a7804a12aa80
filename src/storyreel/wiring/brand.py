"""A brand kit from its file to what a request carries: every file is opened once, then stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2

from storyreel.assets.folder import AS_IT_IS, Use
from storyreel.assets.stems import stems
from storyreel.film.brand.model import Brand, BrandMedia, Logo
from storyreel.film.brand.read import VIDEOS, BrandFile, read_brand
from storyreel.film.model import INTRO, OUTRO
from storyreel.kit.errors import InputError, MediaError
from storyreel.media.image import read_image
from storyreel.media.probe import probe
from storyreel.timeline.model import MediaRef
from storyreel.wiring.keep import AUTHOR_RIGHTS, keep_bytes, keep_file
from storyreel.wiring.own import check_music
from storyreel.wiring.studio import Studio

NAME = "brand.yaml"
STILL_S = 3.0
LONGEST_S = 12.0
"""An intro or outro is cut here."""
LOGO_PX = 1024
"""Longest side at which a logo is kept."""
PNG = "image/png"
STILL_TYPES = {".png": PNG, ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp"}


@dataclass(frozen=True)
class BrandWish:
    """What a request carries of a brand: the kit, and rows of its intro and outro by shot id."""

    brand: Mapping[str, Any] = field(default_factory=dict[str, Any])
    house: Mapping[str, Any] = field(default_factory=dict[str, Any])


def check_brand(given: Path | None, project: str | None) -> BrandFile | None:
    """The kit that is asked for, else the one beside the project's file. Raises InputError."""
    beside = Path(project).parent / NAME if project and project.endswith(".json") else None
    path = given or (beside if beside and beside.is_file() else None)
    if path is None:
        return None
    kit = read_brand(path)
    for name, file in ((INTRO, kit.intro), (OUTRO, kit.outro)):
        if file is not None:
            _length(name, file)
    if kit.logo:
        _logo_png(kit.logo)
    check_music(kit.music)
    return kit


def keep_brand(studio: Studio, project: str, kit: BrandFile | None) -> BrandWish:
    """Store the kit's files and give what the run carries of it."""
    if kit is None:
        return BrandWish()
    rows = {
        name: _row(studio, project, name, file)
        for name, file in ((INTRO, kit.intro), (OUTRO, kit.outro))
        if file is not None
    }
    media = {
        name: BrandMedia(
            label=row["label"],
            media=MediaRef(sha256=row["sha256"], media_type=row["media_type"]),
            duration_s=_length(name, file),
        )
        for (name, row), file in zip(rows.items(), filter(None, (kit.intro, kit.outro)), strict=True)
    }
    brand = Brand(
        name=kit.name,
        colors=kit.colors,
        logo=_kept_logo(studio, project, kit) if kit.logo else None,
        caption_font=_kept_font(studio, project, kit.caption_font) if kit.caption_font else None,
        intro=media.get(INTRO),
        outro=media.get(OUTRO),
        end_card=kit.end_card,
    )
    return BrandWish(brand.model_dump(mode="json"), rows)


def _row(studio: Studio, project: str, name: str, file: Path) -> dict[str, Any]:
    """The row of a picture of the author's that serves one shot only: the one of this name."""
    moves = file.suffix.lower() in VIDEOS
    media_type = "video/mp4" if moves else STILL_TYPES[file.suffix.lower()]
    use = Use(sound="keep") if moves else AS_IT_IS
    return {
        "sha256": keep_file(studio, project, file, media_type),
        "label": file.name,
        "stems": sorted(stems(name)),
        "rights": AUTHOR_RIGHTS,
        "media_type": media_type,
        "use": use.model_dump(mode="json"),
    }


def _length(name: str, file: Path) -> float:
    """Seconds that an intro or outro lasts. Raises InputError for one that cannot be shown."""
    if file.suffix.lower() not in VIDEOS:
        try:
            read_image(file)
        except InputError as error:
            raise _unusable(name, file, error.message) from error
        return STILL_S
    try:
        facts = probe(file)
    except MediaError as error:
        raise _unusable(name, file, error.message) from error
    if facts.video is None:
        raise _unusable(name, file, "it has no picture.")
    return min(LONGEST_S, float(facts.duration_s))


def _kept_font(studio: Studio, project: str, file: Path) -> MediaRef:
    media_type = f"font/{file.suffix.lower()[1:]}"
    return MediaRef(sha256=keep_file(studio, project, file, media_type), media_type=media_type)


def _kept_logo(studio: Studio, project: str, kit: BrandFile) -> Logo:
    assert kit.logo is not None
    data, width, height = _logo_png(kit.logo)
    sha256 = keep_bytes(studio, project, data, PNG)
    media = MediaRef(sha256=sha256, media_type=PNG)
    return Logo(media=media, width=width, height=height, corner=kit.corner)


def _logo_png(file: Path) -> tuple[bytes, int, int]:
    """The logo as PNG, no larger than it is ever shown, with its size. Raises InputError."""
    try:
        pixels = read_image(file)
    except InputError as error:
        raise _unusable("logo", file, error.message) from error
    scale = min(1.0, LOGO_PX / max(pixels.shape[:2]))
    height, width = (max(2, round(side * scale)) for side in pixels.shape[:2])
    smaller = cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA) if scale < 1 else pixels
    done, data = cv2.imencode(".png", smaller)
    if not done:
        raise _unusable("logo", file, "it cannot be written as PNG.")
    return data.tobytes(), int(smaller.shape[1]), int(smaller.shape[0])


def _unusable(name: str, file: Path, why: str) -> InputError:
    return InputError(
        f"The {name} {file.name} of the brand kit cannot be used: {why}",
        next_step="Give another file in brand.yaml, or leave the field out.",
    )
