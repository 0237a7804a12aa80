"""One segment through x264, in this process: one thread, closed groups, every byte decided by the spec."""

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import av
import numpy as np

from storyreel.render.canvas import Canvas
from storyreel.render.profiles import Encoder

BT709 = 1
"""The number of matrix, primaries and transfer in ISO/IEC 23091-2."""
LIMITED_RANGE = 1
GLOBAL_HEADER = 1 << 22
"""AV_CODEC_FLAG_GLOBAL_HEADER: parameter sets stand once in the container, so segments can be joined."""
CONTAINER_OPTIONS = {"fflags": "+bitexact"}
"""No version, date or random number in the file."""


def tag_bt709(context: Any) -> None:
    """Mark a codec context or frame as BT.709, limited range; players show magenta otherwise."""
    context.color_range = LIMITED_RANGE
    context.colorspace = BT709
    context.color_primaries = BT709
    context.color_trc = BT709


class SegmentWriter:
    """Writes frames to one small mp4; its `canvas` is the memory of the frame that is encoded next."""

    def __init__(self, out: Path, size: tuple[int, int], rate: Fraction, encoder: Encoder) -> None:
        self._container: Any = av.open(str(out), "w", format="mp4", options=CONTAINER_OPTIONS)
        stream: Any = self._container.add_stream("libx264", rate=rate, options=encoder.options())
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        context = stream.codec_context
        context.time_base = 1 / rate
        context.thread_count = encoder.threads
        context.flags |= GLOBAL_HEADER
        tag_bt709(context)
        self._stream = stream
        self._frame = av.VideoFrame(*size, "yuv420p")
        self._frame.time_base = 1 / rate
        tag_bt709(self._frame)
        self.canvas: Canvas = canvas_of(self._frame)
        self._written = 0

    def write(self) -> None:
        """Encode the canvas as the next frame. The encoder copies it, so it may be painted over."""
        self._frame.pts = self._written
        self._container.mux(self._stream.encode(self._frame))
        self._written += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self._container.mux(self._stream.encode(None))
        self._container.close()


def canvas_of(frame: av.VideoFrame) -> Canvas:
    """The three planes of a yuv420p frame as arrays over its own memory."""
    memory: Any = frame.planes
    first, second, third = (
        np.frombuffer(plane, dtype=np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in memory
    )
    return first, second, third
