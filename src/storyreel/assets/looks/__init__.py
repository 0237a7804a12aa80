"""Looks: packs that draw a picture need into layers, behind one interface (`port.Look`).

A look owns its palettes, parts, textures and type. It knows no film, no store and no clock; what it
draws for a need depends on the need, the palette and the size alone. A new look is a folder here and
a line in `LOOKS`.
"""

from storyreel.assets.looks.editorial.look import EditorialLook
from storyreel.assets.looks.papercut.look import PaperCutLook
from storyreel.assets.looks.port import Drawn, DrawnLayer, Look

LOOKS: dict[str, Look] = {"editorial": EditorialLook(), "paper-cut": PaperCutLook()}
"""Every look by its name."""

__all__ = ["LOOKS", "Drawn", "DrawnLayer", "Look"]
