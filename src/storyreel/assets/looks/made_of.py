"""What a look is made of and when it was: the drawings it takes, and a digest over its own files."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from storyreel.assets.model import Ingredient, Rights
from storyreel.assets.rights import FONTS
from storyreel.kit import names
from storyreel.render.fonts import digest as fonts_digest

ROOM = Path(__file__).parents[1]

SOURCES: dict[str, Ingredient] = {
    "own": Ingredient(
        name="Storyreel parts",
        rights=Rights(license_type="Apache-2.0", source="storyreel", redistributable=True),
    ),
    "noto": Ingredient(
        name="Noto Emoji drawings, recoloured",
        rights=Rights(
            license_type="Apache-2.0",
            attribution="Noto Emoji by Google",
            source="@iconify-json/noto",
            redistributable=True,
        ),
    ),
    "fluent": Ingredient(
        name="Fluent Emoji Flat drawings, recoloured",
        rights=Rights(
            license_type="MIT",
            attribution="Fluent Emoji by Microsoft",
            source="@iconify-json/fluent-emoji-flat",
            redistributable=True,
        ),
    ),
    "peeps": Ingredient(
        name="Open Peeps drawings, recoloured",
        rights=Rights(
            license_type="MIT",
            attribution="Open Peeps by Pablo Stanley",
            source="@opeepsfun/open-peeps",
            redistributable=True,
        ),
    ),
    "type": FONTS,
}
"""Where the parts of drawn pictures come from; a look names the ones that it used, in this order."""


def sources_named(used: set[str]) -> tuple[Ingredient, ...]:
    """Those of `SOURCES` that a picture is made of."""
    return tuple(SOURCES[name] for name in SOURCES if name in used)


def version_of(places: Sequence[str]) -> str:
    """Digest over these files and folders of the room, faces, names, rights and this file itself."""
    total = hashlib.sha256(fonts_digest().encode())
    total.update(Path(names.__file__).read_bytes())
    starts = [Path(__file__), ROOM / "rights.py", *(ROOM / place for place in places)]
    for file in sorted(f for start in starts for f in ([start] if start.is_file() else start.rglob("*"))):
        if file.suffix in (".py", ".json"):
            name = file.relative_to(ROOM).as_posix()
            total.update(name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()
