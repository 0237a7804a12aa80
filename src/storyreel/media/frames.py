"""Decoded frames as arrays, and contact sheets of a film."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
import cv2
import numpy as np
from numpy.typing import NDArray

from storyreel.kit.errors import InputError, MediaError

Planes = tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]
SHEET_TILE_WIDTH = 480
GAP = 8


def decoded_planes(path: Path) -> Iterator[Planes]:
    """Every frame as Y, U and V planes of I420, as stored in the file. Raises MediaError."""
    for frame in _frames(path):
        yuv = frame if frame.format.name == "yuv420p" else frame.reformat(format="yuv420p")
        first, second, third = (
            np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width].copy()
            for plane in yuv.planes
        )
        yield first, second, third


def frame_at(path: Path, seconds: float) -> NDArray[np.uint8]:
    """The frame on screen at a time, as height x width x 3 BGR. Raises MediaError."""
    wanted = Fraction(seconds).limit_denominator(1_000_000)
    last: Any = None
    for frame in _frames(path, start=wanted):
        if last is not None and frame.pts * frame.time_base > wanted:
            break
        last = frame
    if last is None:
        raise MediaError(f"{path.name} shows nothing at {seconds} s.", next_step="Ask for an earlier time.")
    return last.to_ndarray(format="bgr24")


def contact_sheet(video: Path, out: Path, columns: int, every_s: float) -> int:
    """Write a PNG with a frame every `every_s` seconds, row by row; returns how many it shows.

    Raises InputError, MediaError.
    """
    if columns < 1 or every_s <= 0:
        raise InputError("A contact sheet needs at least one column and a step above 0 s.")
    tiles = list(_tiles(video, Fraction(every_s).limit_denominator(1_000_000)))
    if not tiles:
        raise MediaError(f"{video.name} has no pictures.")
    height, width = tiles[0].shape[:2]
    rows = -(-len(tiles) // columns)
    sheet = np.full((rows * (height + GAP) + GAP, columns * (width + GAP) + GAP, 3), 255, dtype=np.uint8)
    for index, tile in enumerate(tiles):
        y, x = GAP + index // columns * (height + GAP), GAP + index % columns * (width + GAP)
        sheet[y : y + height, x : x + width] = tile
    if not cv2.imwrite(str(out), sheet):
        raise MediaError(f"The contact sheet could not be written to {out.name}.")
    return len(tiles)


def _tiles(video: Path, step: Fraction) -> Iterator[NDArray[np.uint8]]:
    due = Fraction(0)
    for frame in _frames(video):
        if frame.pts * frame.time_base >= due:
            due += step
            whole: NDArray[np.uint8] = frame.to_ndarray(format="bgr24")
            height = round(whole.shape[0] * SHEET_TILE_WIDTH / whole.shape[1])
            tile: Any = cv2.resize(whole, (SHEET_TILE_WIDTH, height), interpolation=cv2.INTER_AREA)
            yield tile


def _frames(path: Path, start: Fraction | None = None) -> Iterator[Any]:
    try:
        opened: Any = av.open(str(path))
        with opened as container:
            if not container.streams.video:
                raise MediaError(f"{path.name} has no pictures.")
            stream = container.streams.video[0]
            if start is not None:
                container.seek(int(start / stream.time_base), stream=stream)
            yield from container.decode(stream)
    except av.error.FFmpegError as error:
        raise MediaError(f"{path.name} cannot be decoded: {error}.") from error
