"""Decoding sound: any file as 48 kHz stereo floats, chunk by chunk."""

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import av
import av.error
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from storyreel.kit.errors import MediaError

SAMPLE_RATE = 48_000
CHUNK = SAMPLE_RATE
"""Samples per chunk: one second."""

Samples = NDArray[np.float32]


def sound_chunks(path: Path) -> Iterator[Samples]:
    """Samples x 2, in chunks of at most a second. Raises MediaError when there is no sound."""
    with SoundReader(path) as reader:
        while len(chunk := reader.read(CHUNK)):
            yield chunk


class SoundReader:
    """Reads a file's first sound track from its start on, as many samples as are asked for."""

    def __init__(self, path: Path) -> None:
        try:
            self._container = av.open(str(path))
        except (av.error.FFmpegError, OSError) as error:
            raise MediaError(f"{path.name} cannot be opened as sound: {error}.") from error
        if not self._container.streams.audio:
            self._container.close()
            raise MediaError(f"{path.name} has no sound track.")
        self._name = path.name
        self._frames = self._decoded()
        self._waiting: list[Samples] = []
        self._held = 0

    def read(self, samples: int) -> Samples:
        """The next samples x 2; fewer at the end, none after it. Raises MediaError."""
        while self._held < samples:
            part = next(self._frames, None)
            if part is None:
                break
            self._waiting.append(part)
            self._held += len(part)
        whole = np.concatenate(self._waiting) if self._waiting else np.zeros((0, 2), dtype=np.float32)
        self._waiting = [whole[samples:]]
        self._held = len(whole[samples:])
        return whole[:samples]

    def _decoded(self) -> Iterator[Samples]:
        resampler = AudioResampler(format="flt", layout="stereo", rate=SAMPLE_RATE)
        try:
            for frame in self._container.decode(audio=0):
                yield from (_samples(part) for part in resampler.resample(frame))
            yield from (_samples(part) for part in resampler.resample(None))
        except av.error.FFmpegError as error:
            raise MediaError(f"The sound of {self._name} is damaged: {error}.") from error

    def close(self) -> None:
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _samples(frame: Any) -> Samples:
    return frame.to_ndarray().reshape(-1, 2)
