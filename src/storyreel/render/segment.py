"""Rendering one segment: paint its frames, lay the captions on, encode."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from storyreel.render.canvas import Canvas, black_canvas, dimmed, mixed, slid, wiped
from storyreel.render.captions import CaptionPainter
from storyreel.render.compose import Painter
from storyreel.render.encode import SegmentWriter
from storyreel.render.place import lay_on
from storyreel.render.spec import SegmentSpec
from storyreel.render.stills import MediaFinder, SheetCache
from storyreel.render.ways import Stage

_PROCESS_CACHE = SheetCache()


def render_segment(
    spec: SegmentSpec, media: MediaFinder, out: Path, *, progress: Callable[[int], None] | None = None
) -> None:
    """Write the segment as a small mp4 to `out`; equal specs give equal bytes.

    `progress` is told the number of frames done after each one; what it raises stops the render.
    """
    size = (spec.width, spec.height)
    with SegmentWriter(out, size, spec.rate.fraction, spec.encoder) as writer:
        for done, _ in enumerate(painted(spec, media, writer.canvas), start=1):
            writer.write()
            if progress is not None:
                progress(done)


def painted(
    spec: SegmentSpec, media: MediaFinder, canvas: Canvas, *, frames: range | None = None
) -> Iterator[int]:
    """Paint frame after frame of the segment onto `canvas`, yielding the frame's number each time."""
    stage = Stage((spec.width, spec.height), spec.rate, spec.frames, media, _PROCESS_CACHE)
    painters = [Painter(take, stage) for take in spec.takes]
    captions = CaptionPainter(spec, media)
    try:
        for frame in frames or range(spec.frames):
            _paint(spec, painters, frame, canvas)
            caption = captions.at(frame)
            if caption is not None:
                lay_on(canvas, caption)
            yield frame
    finally:
        for painter in painters:
            painter.close()


def segment_frames(spec: SegmentSpec, media: MediaFinder, *, frames: range | None = None) -> Iterator[Canvas]:
    """Copies of the frames as they go to the encoder: three planes each, BT.709 limited I420."""
    canvas = black_canvas(spec.width, spec.height)
    for _ in painted(spec, media, canvas, frames=frames):
        first, second, third = (plane.copy() for plane in canvas)
        yield first, second, third


def _paint(spec: SegmentSpec, painters: list[Painter], frame: int, canvas: Canvas) -> None:
    if spec.kind == "body":
        for plane, target in zip(painters[0].canvas(frame), canvas, strict=True):
            np.copyto(target, plane)
    elif spec.kind == "dip_to_black":
        half = spec.frames // 2
        if frame < half:
            dimmed(painters[0].canvas(frame), 256 * (half - frame) // (half + 1), canvas)
        else:
            rest = spec.frames - half
            dimmed(painters[1].canvas(frame), 256 * (frame - half + 1) // (rest + 1), canvas)
    else:
        before, after = (painter.canvas(frame) for painter in painters)
        if spec.kind == "dissolve":
            mixed(before, after, dissolve_weight(frame, spec.frames), canvas)
        else:
            travel = wiped if spec.kind == "wipe" else slid
            travel(before, after, travelled(spec, frame), spec.direction, canvas)


def dissolve_weight(frame: int, frames: int) -> int:
    """How much of the picture after shows at `frame` of a dissolve, in 256ths; it rises evenly."""
    return (256 * (frame + 1) + (frames + 1) // 2) // (frames + 1)


def travelled(spec: SegmentSpec, frame: int) -> int:
    """Even pixels that a wipe or slide has gone at `frame`; it starts and stops gently."""
    whole = spec.width if spec.direction in ("left", "right") else spec.height
    done, frames = frame + 1, spec.frames + 1
    return whole * done * done * (3 * frames - 2 * done) // (2 * frames**3) * 2
