"""Small videos whose frames carry their own number, or flat colours; drawn and encoded in the test."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from storyreel.media.ffmpeg import run

SIZE = (96, 64)
BITS = 8
QUARTERS = ((0, 0, 255), (0, 255, 0), (255, 0, 0), (255, 255, 255))
"""Blue, green, red of the four corners: top left, top right, bottom left, bottom right."""


def numbered(number: int, size: tuple[int, int] = SIZE) -> np.ndarray:
    """A grey picture (BGR) with its number as eight black or white bars across it."""
    width, height = size
    pixels = np.full((height, width, 3), 110, dtype=np.uint8)
    for bit in range(BITS):
        left, right = bit * width // BITS, (bit + 1) * width // BITS
        pixels[height // 4 : height * 3 // 4, left:right] = 255 if number >> bit & 1 else 0
    return pixels


def number_in(luma: np.ndarray) -> int:
    """The number that a picture of the whole video shows."""
    height, width = luma.shape
    row = luma[height // 2]
    return sum((int(row[(2 * bit + 1) * width // (2 * BITS)]) > 120) << bit for bit in range(BITS))


def quarters(size: tuple[int, int] = SIZE) -> np.ndarray:
    """Four flat colours."""
    width, height = size
    pixels = np.empty((height, width, 3), dtype=np.uint8)
    for index, color in enumerate(QUARTERS):
        down, across = divmod(index, 2)
        pixels[
            down * (height // 2) : height if down else height // 2,
            across * (width // 2) : width if across else width // 2,
        ] = color
    return pixels


def encoded(path: Path, pictures: Sequence[np.ndarray], *options: str, fps: int = 25) -> Path:
    """Pictures as a video at a steady rate, through ffmpeg with these output options."""
    height, width = pictures[0].shape[:2]
    raw = b"".join(picture.tobytes() for picture in pictures)
    source = ("-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{width}x{height}", "-r", str(fps), "-i", "-")
    run((*source, *options, "-y", str(path)), stdin=raw)
    return path


def timed(path: Path, times: Sequence[Fraction], *, rotation: int = 0, gop: int = 12) -> Path:
    """Numbered frames at any times, in seconds."""
    base = Fraction(1, 90_000)
    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream("libx264", rate=30, options={"preset": "ultrafast", "crf": "12"})
        stream.width, stream.height = SIZE
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = base
        stream.codec_context.gop_size = gop
        if rotation:
            stream.set_display_rotation(rotation)
        for number, time in enumerate(times):
            frame = av.VideoFrame.from_ndarray(numbered(number), format="bgr24")
            frame.pts, frame.time_base = int(time / base), base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path
