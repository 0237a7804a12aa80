"""Parts: objects, plants, animals and people as paper shapes, by the ids that words call.

One file holds one subject (`houses`, `coast`, `trees`, `ground`, `sky`, `things`, `treasure`, `furniture`,
`kitchen`, `rooms`, `tools`, `writing`, `food`, `vehicles`, `animals`, `wild`); `pieces` and `outlines` hold
what they share; `figures` draws people whole and `faces` near, `dress` knows their colours, `crowds` the
trades; `recoloured` draws what has no own part from open icon sets. The registry gives everything its
natural height in centimetres; `swatch` draws the page of all parts. Nothing here knows a place or a frame.
Words owned here: fold, own part, natural height.
"""

from storyreel.assets.looks.papercut.parts.registry import (
    EXTRAS,
    OWN,
    PARTS,
    known,
    natural_height,
    own,
    source_of,
)  # fmt: skip

__all__ = ["EXTRAS", "OWN", "PARTS", "known", "natural_height", "own", "source_of"]
