"""Joining segments to a film, packet by packet: nothing is encoded twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av

from storyreel.kit.errors import MediaError
from storyreel.timeline.model import Rate

Packet = Any
"""`av.Packet`, which is generic in its stubs only."""

UNSEEN: list[Any] = [{"skip_frame": "all"}]  # PyAV's stub says list[str]; it takes mappings
"""Opening a file decodes its first picture to learn about it (35 ms at 1080p); packets need none of that."""
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
        track = _Track(stream, step, header, _delay(segments, header, step))
        pictures = _picture_packets(segments, track)
        if sound is None:
            for packet in pictures:
                film.mux(packet)
        else:
            sound_file: Any = av.open(str(sound))
            with sound_file as heard:
                voice = film.add_stream_from_template(heard.streams.audio[0])
                for packet in _interleaved(pictures, _sound_packets(heard, voice)):
                    film.mux(packet)
    return track.frames


@dataclass
class _Track:
    """The film's picture track while it is written."""

    stream: Any
    step: Fraction
    header: bytes | None
    delay: int
    """Frames by which decoding runs ahead of showing; one number for the film, the largest any part needs."""
    frames: int = 0


def _scale(rate: Rate) -> int:
    """A whole factor that brings the track's clock to 10,000 ticks a second or more, as players expect."""
    return -(-10_000 // rate.numerator)


def _picture_packets(segments: Sequence[Path], track: _Track) -> Iterator[Packet]:
    for path in segments:
        packets = _packets(path, track.header)
        for decoded, (packet, shown) in enumerate(zip(packets, _shown(packets, track.step), strict=True)):
            packet.stream = track.stream
            packet.time_base = track.step
            packet.pts = track.frames + shown
            packet.dts = track.frames + decoded - track.delay
            packet.duration = 1
            yield packet
        track.frames += len(packets)


def _packets(path: Path, header: bytes | None) -> list[Packet]:
    """A segment's packets in decode order."""
    opened: Any = av.open(str(path), stream_options=UNSEEN)
    with opened as source:
        video = source.streams.video[0]
        if video.codec_context.extradata != header:
            raise MediaError(
                f"The segment {path.name} was encoded with other settings than the first one.",
                next_step="Render all segments with the same profile and toolchain.",
            )
        return [packet for packet in source.demux(video) if packet.size]


def _shown(packets: list[Packet], step: Fraction) -> list[int]:
    """The frame of the segment that each packet shows, from 0 on. Raises MediaError when one is missing."""
    numbers = [round(packet.pts * packet.time_base / step) for packet in packets]
    first = min(numbers, default=0)
    shown = [number - first for number in numbers]
    if sorted(shown) != list(range(len(shown))):
        raise MediaError("A segment lacks a frame.", next_step="Render it again.")
    return shown


def _delay(segments: Sequence[Path], header: bytes | None, step: Fraction) -> int:
    return max(
        decoded - shown
        for path in segments
        for decoded, shown in enumerate(_shown(_packets(path, header), step))
    )


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
