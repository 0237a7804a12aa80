"""Looks: packs that draw a picture need into layers, behind one interface (`port.Look`).

A look owns its palettes, parts, textures and type. It knows no film, no store and no clock; what it
draws for a need depends on the need, the palette and the size alone. A new look is a folder here and
a line in `LOOKS`.
"""

from storyreel.assets.looks.editorial.look import EditorialLook
from storyreel.assets.looks.papercut.look import PaperCutLook
from storyreel.assets.looks.port import Drawn, DrawnLayer, Look
from storyreel.kit.errors import InputError

LOOKS: dict[str, Look] = {"editorial": EditorialLook(), "paper-cut": PaperCutLook()}
"""Every look by its name."""


def look_named(name: str) -> Look:
    """A look by name. Raises InputError with the looks there are."""
    if name not in LOOKS:
        raise InputError(f"There is no look {name!r}.", next_step=f"Use one of: {', '.join(sorted(LOOKS))}.")
    return LOOKS[name]


__all__ = ["LOOKS", "Drawn", "DrawnLayer", "Look", "look_named"]
