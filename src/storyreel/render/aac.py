"""Encoding sound as AAC: FFmpeg's own encoder inside PyAV, fixed settings, no marks of time or version."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from storyreel.media.sound import SAMPLE_RATE, Samples

BIT_RATE = 192_000
FRAME = 1024
BITEXACT = 1 << 23
"""AV_CODEC_FLAG_BITEXACT: the encoder does not write its name into the sound."""


def encode_aac(sound: Iterable[Samples], out: Path) -> int:
    """Write 48 kHz stereo as AAC in mp4; returns the samples that went in."""
    clock = Fraction(1, SAMPLE_RATE)
    opened: Any = av.open(str(out), "w", format="mp4", options={"fflags": "+bitexact"})
    with opened as container:
        stream: Any = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
        stream.bit_rate = BIT_RATE
        stream.codec_context.thread_count = 1
        stream.codec_context.flags |= BITEXACT
        stream.time_base = clock
        at = 0
        for block in _blocks(sound):
            frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block.T), "fltp", "stereo")
            frame.sample_rate = SAMPLE_RATE
            frame.time_base = clock
            frame.pts = at
            container.mux(stream.encode(frame))
            at += len(block)
        container.mux(stream.encode(None))
    return at


def _blocks(sound: Iterable[Samples]) -> Iterable[Samples]:
    rest = np.zeros((0, 2), dtype=np.float32)
    for chunk in sound:
        whole = np.concatenate([rest, chunk])
        cut = len(whole) // FRAME * FRAME
        yield from (whole[at : at + FRAME] for at in range(0, cut, FRAME))
        rest = whole[cut:]
    if len(rest):
        yield rest
