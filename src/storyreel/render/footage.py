"""A video as sheets: the frame that is on screen at a moment, found by seeking, whatever the file says.

Nothing is believed but the times of decoded frames: lengths, rates and indexes of files lie. A
damaged packet is passed over; the picture before it holds.
"""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import av
import av.error

from storyreel.kit.errors import MediaError
from storyreel.render.colours import sheet_of_frame
from storyreel.render.planes import Sheet
from storyreel.timeline.model import TICKS_PER_SECOND, Rate

TOLERANCE = Fraction(1, 1000)
"""A frame this much later counts as on time: some containers round to whole milliseconds."""
STEPS_BACK_S = (0, 4, 30)
"""How far before the wanted moment decoding starts, if an index led behind it; then from the beginning."""
MICROSECONDS = 1_000_000


class _Decoded(NamedTuple):
    """A frame and when it comes on screen, in seconds from the file's start."""

    time: Fraction
    number: int
    frame: Any


class Reel:
    """Plays a video for a segment; frames must be asked for in rising order to be cheap.

    `size` (even) is covered by the picture, cut evenly on both sides. Frame 0 of the clip shows the
    source at `start` ticks; `first` is the clip's frame at which the segment begins. Raises MediaError
    when the file holds no picture that can be decoded.
    """

    def __init__(self, path: Path, size: tuple[int, int], start: int, rate: Rate, first: int) -> None:
        self._path = path
        self._size = size
        self._start = Fraction(start, TICKS_PER_SECOND)
        self._rate = rate.fraction
        self._first = first
        self._container: Any = None
        self._stream: Any = None
        self._coming: Iterator[_Decoded] = iter(())
        self._now: _Decoded | None = None
        self._next: _Decoded | None = None
        self._sheet: tuple[int, Sheet] | None = None

    def number_at(self, frame: int) -> int:
        """Which frame of the source is on screen at a frame of the segment; equal numbers, equal pictures."""
        wanted = max(Fraction(0), self._start + (self._first + frame) / self._rate)
        if self._now is None or self._now.time > wanted + TOLERANCE:
            self._find(wanted)
        while self._next is not None and self._next.time <= wanted + TOLERANCE:
            self._now, self._next = self._next, next(self._coming, None)
        assert self._now is not None
        return self._now.number

    def sheet(self) -> Sheet:
        """The picture of the frame that was asked for last."""
        assert self._now is not None
        if self._sheet is None or self._sheet[0] != self._now.number:
            aspect = Fraction(self._stream.sample_aspect_ratio or 1)
            self._sheet = (self._now.number, sheet_of_frame(self._now.frame, aspect, self._size))
        return self._sheet[1]

    def close(self) -> None:
        """Close the file."""
        if self._container is not None:
            self._container.close()

    def _find(self, wanted: Fraction) -> None:
        """Bring the last frame at or before `wanted` within reach, or the first of all."""
        for back in (*STEPS_BACK_S, None):
            begin = None if back is None or wanted <= back else wanted - back
            self._coming = self._frames(begin)
            self._now, self._next = next(self._coming, None), next(self._coming, None)
            if begin is None or (self._now is not None and self._now.time <= wanted + TOLERANCE):
                break
        if self._now is None:
            raise MediaError(
                f"The video {self._path.name} shows no picture that can be decoded.",
                next_step="Save it again as H.264 in MP4, or leave it out.",
            )

    def _frames(self, begin: Fraction | None) -> Iterator[_Decoded]:
        """Frames from the last key frame at or before `begin`; without one from the start, newly opened."""
        if begin is None or self._container is None:
            self._open()
        if begin is not None and not self._sought(begin):
            return
        container: Any = self._container
        origin = Fraction(container.start_time or 0, MICROSECONDS)
        step = 1 / Fraction(self._stream.average_rate or self._stream.guessed_rate or 25)
        last = -step
        for frame in _decoded(container, self._stream):
            stamp = frame.pts if frame.pts is not None else frame.dts
            time = last + step if stamp is None else stamp * frame.time_base - origin
            last = time
            yield _Decoded(time, int(time * MICROSECONDS), frame)

    def _sought(self, begin: Fraction) -> bool:
        offset = self._stream.start_time or 0
        try:
            target = int(begin / self._stream.time_base) + min(0, offset)
            self._container.seek(max(target, min(0, offset)), stream=self._stream)
        except av.error.FFmpegError:
            return False
        return True

    def _open(self) -> None:
        self.close()
        try:
            self._container = av.open(str(self._path))
        except (av.error.FFmpegError, OSError) as error:
            raise MediaError(
                f"The video {self._path.name} cannot be opened: {error}.",
                next_step="Save it again as H.264 in MP4, or leave it out.",
            ) from error
        if not self._container.streams.video:
            raise MediaError(f"{self._path.name} has no pictures.", next_step="Choose a file with a picture.")
        self._stream = self._container.streams.video[0]
        self._stream.codec_context.thread_count = 1


def _decoded(container: Any, stream: Any) -> Iterator[Any]:
    """Every frame that can be had; a file that breaks off gives what came before."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except av.error.FFmpegError:
            packet = None
        if packet is None:
            return
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue
        yield from frames
