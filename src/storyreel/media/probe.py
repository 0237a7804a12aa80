"""What a media file holds, read by PyAV without decoding more than a first frame."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error

from storyreel.kit.errors import MediaError
from storyreel.kit.schema import Model


class ColorTags(Model):
    """Numbers of ISO/IEC 23091-2; 1 is BT.709. `limited_range` is None when the file does not say."""

    matrix: int
    primaries: int
    transfer: int
    limited_range: bool | None


class VideoFacts(Model):
    """The first picture track."""

    codec: str
    width: int
    height: int
    rate_numerator: int
    rate_denominator: int
    frames: int
    """Packets in the track."""
    duration_s: float
    pixel_format: str
    color: ColorTags

    @property
    def rate(self) -> Fraction:
        return Fraction(self.rate_numerator, self.rate_denominator)


class SoundFacts(Model):
    """The first sound track."""

    codec: str
    sample_rate: int
    channels: int
    duration_s: float


class MediaFacts(Model):
    """A file's tracks and length."""

    format: str
    duration_s: float
    video: VideoFacts | None
    sound: SoundFacts | None


def probe(path: Path) -> MediaFacts:
    """Facts about a media file. Raises MediaError when it is none."""
    try:
        opened: Any = av.open(str(path))
        with opened as container:
            video = container.streams.video[0] if container.streams.video else None
            sound = container.streams.audio[0] if container.streams.audio else None
            return MediaFacts(
                format=container.format.name,
                duration_s=(container.duration or 0) / 1_000_000,
                video=None if video is None else _video(container, video),
                sound=None if sound is None else _sound(sound),
            )
    except (av.error.FFmpegError, OSError) as error:
        raise MediaError(
            f"{path.name} cannot be read as media: {error}.", next_step="Check that the file is whole."
        ) from error


def _video(container: Any, stream: Any) -> VideoFacts:
    context = stream.codec_context
    rate = Fraction(stream.average_rate or stream.guessed_rate or 1)
    frames = stream.frames or sum(1 for packet in container.demux(stream) if packet.size)
    return VideoFacts(
        codec=context.name,
        width=context.width,
        height=context.height,
        rate_numerator=rate.numerator,
        rate_denominator=rate.denominator,
        frames=frames,
        duration_s=_seconds(stream),
        pixel_format=str(context.pix_fmt),
        color=ColorTags(
            matrix=context.colorspace,
            primaries=context.color_primaries,
            transfer=context.color_trc,
            limited_range={1: True, 2: False}.get(context.color_range),
        ),
    )


def _sound(stream: Any) -> SoundFacts:
    context = stream.codec_context
    return SoundFacts(
        codec=context.name,
        sample_rate=context.sample_rate,
        channels=context.channels,
        duration_s=_seconds(stream),
    )


def _seconds(stream: Any) -> float:
    return float((stream.duration or 0) * stream.time_base)
