"""What a source of pictures is: words go in, candidates come out, a chosen one is downloaded."""

from pathlib import Path
from typing import Protocol

from storyreel.kit.schema import Model

UNKNOWN = "unknown"
"""The licence of a candidate whose source names none that we know."""


class Candidate(Model):
    """A picture that a source offers, with all that is needed to judge it, fetch it and name its author."""

    source: str
    """Name of the source: `pexels`, `wikimedia`."""
    id: str
    """The source's own id; with `source` it names the picture."""
    title: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    licence: str = UNKNOWN
    """By the name that our documents use (`CC-BY-4.0`, `Pexels`), or `UNKNOWN`."""
    licence_words: str = ""
    """The licence as the source wrote it."""
    attribution: str = ""
    """The line that names its author, as the source wants it; empty where nobody must be named."""
    page_url: str = ""
    """Where a person can see it."""
    download_url: str = ""
    width: int = 0
    """Pixels of the whole picture; 0 where the source does not tell."""
    height: int = 0
    digest: str = ""
    """`sha1:...` or `sha256:...` of exactly the bytes behind `download_url`, where the source tells."""


class PictureSource(Protocol):
    """A service that has pictures.

    Both methods raise SourceError (`web`) when the service does not answer as it should, after it was tried
    again where that may help.
    """

    @property
    def name(self) -> str:
        """The id by which a person asks for it."""
        ...

    def search(self, words: str, *, size: tuple[int, int], limit: int) -> tuple[Candidate, ...]:
        """At most `limit` candidates for `words`, in the source's own order, best first.

        `size` (width, height in pixels) is the frame to fill: it asks for that shape, and for enough pixels
        where the service can be told so.
        """
        ...

    def download(self, candidate: Candidate, target: Path) -> None:
        """Put a candidate's picture at `target`: whole, of a kind that can be shown, and decoded once."""
        ...
