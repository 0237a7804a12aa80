"""The hand-over formats by name, for whoever takes the name from a person."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from storyreel.kit.errors import InputError
from storyreel.timeline.adapters import edl, fcpxml, otio
from storyreel.timeline.adapters.losses import FORMATS, ExportReport, Format
from storyreel.timeline.adapters.plan import FindMedia
from storyreel.timeline.model import Timeline


class Exporter(Protocol):
    """Writes one file for an editor and says what it kept and lost."""

    def __call__(
        self, timeline: Timeline, media: FindMedia, clip_movies: Mapping[str, Path] | None, out: Path
    ) -> ExportReport: ...


EXPORTERS: dict[Format, Exporter] = {"otio": otio.export, "fcpxml": fcpxml.export, "edl": edl.export}
"""The name of a format is also the suffix of its files."""


def format_named(name: str) -> Format:
    """The format that a person means. Raises InputError with the valid names."""
    for known in FORMATS:
        if known == name.strip().lower():
            return known
    raise InputError(
        f"There is no hand-over format {name!r}.", next_step=f"Choose one of: {', '.join(FORMATS)}."
    )
