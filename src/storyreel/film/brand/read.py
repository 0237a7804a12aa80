"""`brand.yaml` as the author writes it: each field is checked, and each fault is one sentence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

import yaml

from storyreel.film.brand.model import BrandColors, Corner
from storyreel.kit.errors import InputError
from storyreel.render.fonts import check_own

FIELDS = ("name", "logo", "logo_corner", "colours", "fonts", "music", "intro", "outro", "end_card")
COLOURS = ("paper", "ink", "accent", "highlight", "cool")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
VIDEOS = (".mp4", ".mov", ".webm", ".mkv")
FONTS = (".ttf", ".otf")
SOUNDS = (".wav", ".mp3", ".m4a", ".flac", ".ogg")
LEGIBLE = 4.5
"""Contrast that small type needs (WCAG 2 AA)."""
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class BrandFile:
    """A brand kit that has been checked; paths are absolute and exist."""

    name: str
    colors: BrandColors | None
    logo: Path | None
    corner: Corner
    caption_font: Path | None
    music: Path | None
    intro: Path | None
    outro: Path | None
    end_card: bool


def read_brand(path: Path) -> BrandFile:
    """Read and check a brand kit; its files lie beside it. Raises InputError, one sentence."""
    fields = _mapping(path)
    unknown = [name for name in fields if name not in FIELDS]
    if unknown:
        raise _fault(
            path, unknown[0], "is not a field of a brand kit", f"Its fields are {', '.join(FIELDS)}."
        )
    return BrandFile(
        name=_text(path, fields, "name", path.stem),
        colors=_colors(path, fields.get("colours")),
        logo=_file(path, fields, "logo", PICTURES),
        corner=_corner(path, fields.get("logo_corner", "top_right")),
        caption_font=_font(path, fields.get("fonts")),
        music=_file(path, fields, "music", SOUNDS),
        intro=_file(path, fields, "intro", PICTURES + VIDEOS),
        outro=_file(path, fields, "outro", PICTURES + VIDEOS),
        end_card=_flag(path, fields, "end_card"),
    )


def _mapping(path: Path) -> Mapping[str, Any]:
    try:
        found: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(
            f"The brand kit {path} cannot be read: {error.strerror}.", next_step="Give its path with --brand."
        ) from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise InputError(f"The brand kit {path.name} is not YAML: {reason}.") from error
    if not isinstance(found, dict):
        raise InputError(
            f"The brand kit {path.name} has no fields.", next_step=f"Its fields are {', '.join(FIELDS)}."
        )
    return {str(key): value for key, value in cast("dict[Any, Any]", found).items()}


def _text(path: Path, fields: Mapping[str, Any], name: str, otherwise: str) -> str:
    value = fields.get(name, otherwise)
    if not isinstance(value, str) or not value.strip():
        raise _fault(path, name, "is not a text", "Write it as words.")
    return value.strip()


def _flag(path: Path, fields: Mapping[str, Any], name: str) -> bool:
    value = fields.get(name, True)
    if not isinstance(value, bool):
        raise _fault(path, name, f"is {value!r}", "Write true or false.")
    return value


def _corner(path: Path, value: Any) -> Corner:
    for corner in get_args(Corner):
        if value == corner:
            return corner
    raise _fault(path, "logo_corner", f"is {value!r}", f"Use one of: {', '.join(get_args(Corner))}.")


def _file(path: Path, fields: Mapping[str, Any], name: str, endings: tuple[str, ...]) -> Path | None:
    if name not in fields:
        return None
    file = (path.parent / _text(path, fields, name, "")).absolute()
    if file.suffix.lower() not in endings:
        raise _fault(path, name, f"is {file.name}", f"Give a file that ends in {', '.join(endings)}.")
    if not file.is_file():
        raise _fault(path, name, f"names {file.name}, which is not there", "Its path begins beside the kit.")
    return file


def _font(path: Path, value: Any) -> Path | None:
    if value is None:
        return None
    given = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    if list(given) != ["captions"]:
        raise _fault(
            path, "fonts", "is not a table with the field captions", "Write fonts: {captions: FILE}."
        )
    file = _file(path, {"fonts.captions": given["captions"]}, "fonts.captions", FONTS)
    assert file is not None
    try:
        check_own(file)
    except InputError as error:
        raise _fault(
            path, "fonts.captions", f"cannot be used: {error.message[:-1]}", "Give another."
        ) from error
    return file


def _colors(path: Path, value: Any) -> BrandColors | None:
    if value is None:
        return None
    if not isinstance(value, dict):
        raise _fault(path, "colours", "is not a table", f"Give {', '.join(COLOURS)}.")
    given = {str(key): entry for key, entry in cast("dict[Any, Any]", value).items()}
    for name in (*given, *COLOURS):
        if name not in COLOURS or name not in given:
            what = "is missing" if name in COLOURS else "is not a colour of a brand kit"
            raise _fault(path, f"colours.{name}", what, f"Give exactly {', '.join(COLOURS)}.")
        if not isinstance(given[name], str) or not _HEX.fullmatch(given[name]):
            raise _fault(path, f"colours.{name}", f"is {given[name]!r}", 'Write it as "#rrggbb", in quotes.')
    colors = BrandColors(**{name: given[name].lower() for name in COLOURS})
    found = contrast(colors.paper, colors.ink)
    if found < LEGIBLE:
        what = f"has a contrast of {found:.1f} to colours.paper, too little to read"
        raise _fault(
            path, "colours.ink", what, f"It needs {LEGIBLE:g}: take a darker ink or a lighter paper."
        )
    return colors


def contrast(first: str, second: str) -> float:
    """Contrast ratio of WCAG 2 between two `#rrggbb` colours, 1..21."""
    low, high = sorted(_luminance(color) for color in (first, second))
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _fault(path: Path, field: str, what: str, next_step: str) -> InputError:
    return InputError(f"The brand kit {path.name}: {field} {what}.", next_step=next_step)
