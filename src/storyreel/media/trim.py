"""The beginning of a video as a file of its own, its packets copied as they are."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error

from storyreel.kit.errors import MediaError

MICROSECONDS = 1_000_000
CONTAINER, SUFFIX, MEDIA_TYPE = "matroska", ".mkv", "video/x-matroska"
"""Takes any codec; written without a random id, so that the same part gives the same bytes."""


def copy_until(path: Path, end_s: float, out: Path) -> None:
    """Write the pictures up to a moment, in seconds from the file's start; times stay as they are.

    Frames that later ones are decoded from come along, so it may end up to a few frames late. Raises
    MediaError.
    """
    try:
        opened: Any = av.open(str(path))
        with opened as source:
            stream = source.streams.video[0]
            end = Fraction(end_s).limit_denominator(1000) + Fraction(source.start_time or 0, MICROSECONDS)
            written: Any = av.open(str(out), "w", format=CONTAINER, container_options={"fflags": "+bitexact"})
            with written as target:
                copy = target.add_stream_from_template(stream)
                for packet in source.demux(stream):
                    stamp = packet.dts if packet.dts is not None else packet.pts
                    if not packet.size or stamp is None:
                        continue
                    if stamp * stream.time_base >= end:
                        break
                    packet.stream = copy
                    target.mux(packet)
    except (av.error.FFmpegError, OSError) as error:
        raise MediaError(
            f"Its part cannot be copied ({error.strerror}).", next_step="Cut the video yourself."
        ) from error
