"""The faces that everything drawn is set in: Inter and Fraunces, Latin and Latin Extended.

The files lie beside this page and are part of the render key, so no system font ever reaches a
picture. Their licences are `OFL-*.txt`; `docs/licences.d/render.md` says where they come from.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from fontTools.ttLib import TTFont  # pyright: ignore[reportMissingTypeStubs]  # fontTools ships none

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


@cache
def metrics(family: str, weight: int, style: Style = "normal") -> Metrics:
    """Metrics of one face. Raises InputError with the faces there are."""
    name = FACES.get((family, weight, style))
    if name is None:
        known = ", ".join(f"{f} {w} {s}" for f, w, s in sorted(FACES))
        raise InputError(f"There is no face {family} {weight} {style}.", next_step=f"Use one of: {known}.")
    with TTFont(FOLDER / name, lazy=True) as opened:
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
