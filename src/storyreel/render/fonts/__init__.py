"""The faces that everything drawn is set in: Inter and Fraunces, Latin and Latin Extended.

The files lie beside this page and are part of the render key, so no system font ever reaches a
picture. Their licences are `OFL-*.txt`; `docs/licences.d/render.md` says where they come from.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

# fontTools ships no types; what it returns is narrowed where it enters.
from fontTools.ttLib import TTFont, TTLibError  # pyright: ignore[reportMissingTypeStubs]  # ships none

from storyreel.kit.errors import InputError

FOLDER = Path(__file__).parent
Style = Literal["normal", "italic"]

FACES: dict[tuple[str, int, Style], str] = {
    ("Inter", 400, "normal"): "Inter-Regular.ttf",
    ("Inter", 600, "normal"): "Inter-SemiBold.ttf",
    ("Inter", 800, "normal"): "Inter-ExtraBold.ttf",
    ("Fraunces", 600, "normal"): "Fraunces-SemiBold.ttf",
    ("Fraunces", 600, "italic"): "Fraunces-SemiBoldItalic.ttf",
    ("Fraunces", 900, "normal"): "Fraunces-Black.ttf",
}


OWN = "own:"
"""How the family of a face begins that belongs to the author: `own:` and the SHA-256 of its file."""
OWN_WEIGHT = 400
"""A face of the author's own is one file, which has the weight that it has."""
NEEDED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?'\"-"
"""Signs without which a face cannot set captions."""
_own: dict[str, Path] = {}


@dataclass(frozen=True)
class Metrics:
    """What is needed of a face to set type; lengths are in em."""

    advances: dict[int, float]
    """Code point -> advance width."""
    missing: float
    """Advance of the sign that stands for an unknown character."""
    ascent: float
    descent: float
    """Positive, below the base line."""


def font_files() -> tuple[str, ...]:
    """Paths of every face, in a fixed order, as `resvg_py` wants them."""
    return tuple(str(FOLDER / name) for name in sorted(FACES.values()))


def families() -> tuple[str, ...]:
    """The family names that may be asked for."""
    return tuple(sorted({family for family, _, _ in FACES}))


@cache
def digest() -> str:
    """SHA-256 over names and bytes of all faces."""
    total = hashlib.sha256()
    for name in sorted(FACES.values()):
        total.update(name.encode() + b"\0" + hashlib.sha256((FOLDER / name).read_bytes()).digest())
    return total.hexdigest()


def use_own(sha256: str, path: Path) -> str:
    """Let this process set type in a face of the author's own, and give its family."""
    _own[OWN + sha256] = path
    return OWN + sha256


def check_own(path: Path) -> None:
    """Refuse a file that is no font, or one that cannot set captions. Raises InputError."""
    try:
        # From memory, because a file that is no font would be left open.
        with TTFont(BytesIO(path.read_bytes())) as opened:
            font: Any = opened
            signs: dict[int, str] = font.getBestCmap() or {}
            named = font["name"].getBestFamilyName()
    except (TTLibError, KeyError, OSError) as error:
        raise InputError(f"{path.name} is not a TrueType or OpenType font.") from error
    missing = "".join(sign for sign in NEEDED if ord(sign) not in signs)
    if missing or not named:
        what = f"lacks the signs {missing}" if missing else "does not say its family's name"
        raise InputError(f"The font {path.name} {what}.")


@cache
def shown_family(family: str) -> str:
    """The name by which a renderer knows a family: for the author's own, what its file says."""
    if not family.startswith(OWN):
        return family
    with TTFont(_own[family], lazy=True) as opened:
        font: Any = opened
        return str(font["name"].getBestFamilyName())


def face_file(family: str, weight: int, style: Style = "normal") -> Path:
    """The file of one face. Raises InputError with the faces there are."""
    if family in _own:
        return _own[family]
    name = FACES.get((family, weight, style))
    if name is None:
        known = ", ".join(f"{f} {w} {s}" for f, w, s in sorted(FACES))
        raise InputError(f"There is no face {family} {weight} {style}.", next_step=f"Use one of: {known}.")
    return FOLDER / name


@cache
def metrics(family: str, weight: int, style: Style = "normal") -> Metrics:
    """Metrics of one face. Raises InputError with the faces there are."""
    with TTFont(face_file(family, weight, style), lazy=True) as opened:
        font: Any = opened
        em = float(font["head"].unitsPerEm)
        widths = font["hmtx"].metrics
        return Metrics(
            advances={code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()},
            missing=widths[".notdef"][0] / em,
            ascent=font["hhea"].ascent / em,
            descent=-font["hhea"].descent / em,
        )


def measure(text: str, family: str, weight: int, size_px: float, style: Style = "normal") -> float:
    """Width of one line of `text` in pixels, without kerning (which makes real lines slightly narrower)."""
    face = metrics(family, weight, style)
    return size_px * sum(face.advances.get(ord(sign), face.missing) for sign in text)


def missing_signs(text: str, family: str, weight: int, style: Style = "normal") -> str:
    """The characters of `text` that the face cannot show, each once, in order of appearance."""
    face = metrics(family, weight, style)
    return "".join(
        dict.fromkeys(sign for sign in text if ord(sign) not in face.advances and not sign.isspace())
    )
