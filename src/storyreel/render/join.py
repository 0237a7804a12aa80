"""Joining segments to a film, packet by packet: nothing is encoded twice."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from storyreel.kit.errors import MediaError
from storyreel.timeline.model import Rate

Packet = Any
"""`av.Packet`, which is generic in its stubs only."""

MP4_OPTIONS = {"fflags": "+bitexact", "movflags": "+faststart"}


def join(segments: Sequence[Path], rate: Rate, out: Path, *, sound: Path | None = None) -> int:
    """Write the film's mp4 and return its frames; the sound's packets are copied beside the picture's.

    Raises MediaError when segments do not fit each other.
    """
    if not segments:
        raise MediaError("A film needs at least one segment.")
    step = 1 / rate.fraction
    timescale = {"video_track_timescale": str(rate.numerator * _scale(rate))}
    first_file: Any = av.open(str(segments[0]))
    film_file: Any = av.open(str(out), "w", format="mp4", options={**MP4_OPTIONS, **timescale})
    with first_file as first, film_file as film:
        stream = film.add_stream_from_template(first.streams.video[0])
        stream.time_base = step
        header = first.streams.video[0].codec_context.extradata
        counter = _Counter()
        pictures = _picture_packets(segments, step, stream, header, counter)
        if sound is None:
            for packet in pictures:
                film.mux(packet)
        else:
            sound_file: Any = av.open(str(sound))
            with sound_file as heard:
                track = film.add_stream_from_template(heard.streams.audio[0])
                for packet in _interleaved(pictures, _sound_packets(heard, track)):
                    film.mux(packet)
    return counter.frames


class _Counter:
    frames = 0


def _scale(rate: Rate) -> int:
    """A whole factor that brings the track's clock to 10,000 ticks a second or more, as players expect."""
    return -(-10_000 // rate.numerator)


def _picture_packets(
    segments: Sequence[Path], step: Fraction, stream: Any, header: bytes | None, counter: _Counter
) -> Iterator[Packet]:
    for path in segments:
        opened: Any = av.open(str(path))
        with opened as source:
            video = source.streams.video[0]
            if video.codec_context.extradata != header:
                raise MediaError(
                    f"The segment {path.name} was encoded with other settings than the first one.",
                    next_step="Render all segments with the same profile and toolchain.",
                )
            packets = [packet for packet in source.demux(video) if packet.size]
        yield from _retimed(packets, step, stream, counter.frames)
        counter.frames += len(packets)


def _retimed(packets: list[Packet], step: Fraction, stream: Any, offset: int) -> Iterator[Packet]:
    """Give packets their frame in the film; decode order keeps x264's own delay."""
    shown = [_frame_number(packet, step) for packet in packets]
    origin = min(shown)
    delay = max(
        (decoded - frame for decoded, frame in enumerate(frame - origin for frame in shown)), default=0
    )
    for decoded, (packet, frame) in enumerate(zip(packets, shown, strict=True)):
        packet.stream = stream
        packet.time_base = step
        packet.pts = offset + frame - origin
        packet.dts = offset + decoded - delay
        packet.duration = 1
        yield packet


def _frame_number(packet: Packet, step: Fraction) -> int:
    return round(packet.pts * packet.time_base / step)


def _sound_packets(source: Any, track: Any) -> Iterator[Packet]:
    for packet in source.demux(source.streams.audio[0]):
        if packet.size:
            packet.stream = track
            yield packet


def _interleaved(pictures: Iterator[Packet], sounds: Iterator[Packet]) -> Iterator[Packet]:
    """Both in order of their decode time."""
    sound = next(sounds, None)
    for picture in pictures:
        while sound is not None and _time(sound) <= _time(picture):
            yield sound
            sound = next(sounds, None)
        yield picture
    while sound is not None:
        yield sound
        sound = next(sounds, None)


def _time(packet: Packet) -> Fraction:
    return packet.dts * packet.time_base
