"""What a video really holds: its packets are counted and some frames decoded, whatever its header says."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import av.error
import cv2
import numpy as np

from storyreel.kit.errors import MediaError
from storyreel.media.image import Pixels

HDR_TRANSFERS = (16, 18)
"""PQ and HLG in ISO/IEC 23091-2."""
UNEVEN = Fraction(3, 2)
"""The longest frame against the usual one from which times count as uneven."""
SAMPLE_SIDE = 768
MICROSECONDS = 1_000_000


@dataclass(frozen=True)
class VideoSurvey:
    """Facts from packets. Times are seconds from the file's start."""

    width: int
    height: int
    """Upright, with square pixels."""
    stored: tuple[int, int]
    """Width and height as they are stored."""
    told_s: float
    """What the container says; 0 when it says nothing."""
    held_s: float
    """End of the last frame."""
    last_s: float
    """Its beginning."""
    frames: int
    key_frames: int
    even_times: bool
    hdr: bool
    has_sound: bool


def survey(path: Path) -> VideoSurvey:
    """Look through a video's packets and decode its first frame. Raises MediaError in one sentence."""
    try:
        opened: Any = av.open(str(path))
        with opened as container:
            if not container.streams.video:
                raise MediaError("It has no picture.", next_step="Choose a file with a picture.")
            stream = container.streams.video[0]
            origin = Fraction(container.start_time or 0, MICROSECONDS)
            told_s = (container.duration or 0) / MICROSECONDS
            times, key_frames = _packets(container, stream)
            has_sound = bool(container.streams.audio)
            # Read here: a stream may not be asked anything once its file is closed.
            aspect = Fraction(stream.sample_aspect_ratio or 1)
        first = next(iter(_frames(path, [0.0])), None)
    except (av.error.FFmpegError, OSError) as error:
        raise MediaError(
            f"It cannot be read as a video ({error.strerror}).", next_step="Check the file."
        ) from error
    if first is None or not times:
        raise MediaError(
            "It shows no picture that can be decoded.", next_step="Save it again as H.264 in MP4."
        )
    width, height = _upright(first, aspect)
    return VideoSurvey(
        width=width,
        height=height,
        stored=(first.width, first.height),
        told_s=told_s,
        held_s=float(max(end for _, end in times) - origin),
        last_s=float(max(start for start, _ in times) - origin),
        frames=len(times),
        key_frames=key_frames,
        even_times=_even([start for start, _ in times]),
        hdr=int(first.color_trc) in HDR_TRANSFERS,
        has_sound=has_sound,
    )


def sampled(path: Path, times_s: Sequence[float]) -> list[Pixels]:
    """The frames on screen at these rising times, upright BGR of at most `SAMPLE_SIDE` pixels a side.

    Times that nothing can be decoded at are left out. Raises MediaError when the file cannot be opened.
    """
    try:
        return [_pixels(frame) for frame in _frames(path, times_s)]
    except (av.error.FFmpegError, OSError) as error:
        raise MediaError(
            f"It cannot be read as a video ({error.strerror}).", next_step="Check the file."
        ) from error


def _packets(container: Any, stream: Any) -> tuple[list[tuple[Fraction, Fraction]], int]:
    """Start and end of each frame in seconds, and how many can be begun from."""
    times: list[tuple[Fraction, Fraction]] = []
    key_frames = 0
    usual = 1 / Fraction(stream.average_rate or stream.guessed_rate or 25)
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except av.error.FFmpegError:
            break
        if packet is None:
            break
        stamp = packet.pts if packet.pts is not None else packet.dts
        if not packet.size or stamp is None:
            continue
        start = stamp * stream.time_base
        lasts = packet.duration * stream.time_base if packet.duration else usual
        times.append((start, start + lasts))
        key_frames += bool(packet.is_keyframe)
    return sorted(times), key_frames


def _even(starts: Sequence[Fraction]) -> bool:
    steps = sorted(after - before for before, after in pairwise(starts))
    if len(steps) < 3:
        return True
    # A container that counts in milliseconds is off by one of them either way.
    return steps[-1] <= steps[len(steps) // 2] * UNEVEN + Fraction(2, 1000)


def _frames(path: Path, times_s: Sequence[float]) -> list[Any]:
    found: list[Any] = []
    opened: Any = av.open(str(path))
    with opened as container:
        if not container.streams.video:
            return []
        stream = container.streams.video[0]
        origin = Fraction(container.start_time or 0, MICROSECONDS)
        for time_s in times_s:
            wanted = Fraction(time_s).limit_denominator(1000) + origin
            frame = _frame_at(container, stream, wanted)
            if frame is not None:
                found.append(frame)
    return found


def _frame_at(container: Any, stream: Any, wanted: Fraction) -> Any:
    try:
        container.seek(max(int(wanted / stream.time_base), 0), stream=stream)
        last = None
        for frame in container.decode(stream):
            if last is not None and frame.pts is not None and frame.pts * stream.time_base > wanted:
                break
            last = frame
    except av.error.FFmpegError:
        return None
    return last


def _upright(frame: Any, aspect: Fraction) -> tuple[int, int]:
    width, height = round(frame.width * aspect), frame.height
    return (height, width) if round(frame.rotation / 90) % 2 else (width, height)


def _pixels(frame: Any) -> Pixels:
    ratio = min(1.0, SAMPLE_SIDE / max(frame.width, frame.height))
    whole: Pixels = frame.to_ndarray(format="bgr24")
    small: Any = cv2.resize(
        whole,
        (max(2, round(frame.width * ratio)), max(2, round(frame.height * ratio))),
        interpolation=cv2.INTER_AREA,
    )
    upright: Any = np.rot90(small, round(frame.rotation / 90) % 4)
    return np.ascontiguousarray(upright)
