"""The sound of a film: clips placed, ducked and summed, brought to loudness, encoded once it is right.

Loudness and true peak are read from the encoded file, because encoding lifts peaks; where they miss,
the mix is corrected and encoded again, at most twice.
"""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np

from storyreel.kit.errors import InputError
from storyreel.kit.schema import Model
from storyreel.media.ahead import made_ahead
from storyreel.media.loudness import Loudness, LoudnessMeter, measure_file
from storyreel.media.sound import SAMPLE_RATE, Samples, SoundReader
from storyreel.render.aac import encode_aac
from storyreel.render.duck import Ducking, ducking, voiced
from storyreel.render.limiter import limited
from storyreel.render.stills import MediaFinder
from storyreel.timeline.model import SoundClip, SoundPlan, Timeline

TARGET_LUFS = -14.0
LIMITER_LU = 0.3
"""What the limiter usually takes from the loudness of speech; it is given beforehand."""
NEAR_LU = 0.4
"""Closer than this to the target is left alone; the promise is 0.5."""
CEILING_DBTP = -1.0
SAFETY_DB = 0.1
"""Meters differ by this much: we stay that far under the ceiling."""
FIRST_CEILING_DBTP = -4.0
"""AAC mostly lifts peaks by up to 1.8 dB, now and then by more; from here the first encoding is the last."""
MOST_GAIN_DB = 40.0
CORRECTIONS = 2
CHUNK = SAMPLE_RATE

Role = Literal["voice", "music", "effects"]


class MixReport(Model):
    """What was made, measured on the encoded file. None stands for sound too quiet or short to measure."""

    samples: int
    loudness_lufs: float | None
    true_peak_dbtp: float | None
    gain_db: float
    ceiling_dbtp: float
    encodes: int

    @property
    def within(self) -> bool:
        """Whether the file is at -14 LUFS +-0.5 and under -1 dBTP, as far as it can be measured."""
        loud = self.loudness_lufs is None or abs(self.loudness_lufs - TARGET_LUFS) <= 0.5
        return loud and (self.true_peak_dbtp is None or self.true_peak_dbtp <= CEILING_DBTP)


def _untold(_part: float) -> None:
    """Nobody asked."""


def mix(
    timeline: Timeline | SoundPlan,
    media: MediaFinder,
    out: Path,
    *,
    progress: Callable[[float], None] | None = None,
) -> MixReport:
    """Write the film's whole sound to `out` (AAC in mp4), exactly as long as its pictures.

    `progress` is told the finished part, 0..1; what it raises stops the mix. Raises InputError, MediaError.
    """
    tell = progress or _untold
    samples = timeline.rate.ticks(timeline.duration)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix="mix-") as folder:
        raw = Path(folder) / "mix.f32"
        loudness = _write_raw(timeline, media, samples, raw, tell)
        sound = np.memmap(raw, dtype=np.float32, mode="r", shape=(samples, 2))
        gain_db = 0.0 if loudness is None else min(TARGET_LUFS + LIMITER_LU - loudness, MOST_GAIN_DB)
        return _encoded(sound, out, gain_db, tell)


def role_chunks(
    timeline: Timeline | SoundPlan, media: MediaFinder, roles: tuple[Role, ...], samples: int
) -> Iterator[Samples]:
    """The sum of all tracks of these roles, ducked, in chunks of a second, before any loudness."""
    curve = ducking(voiced(timeline))
    players = [
        _Player(clip, media(clip.media.sha256), None if track.role == "voice" else curve)
        for track in timeline.sound
        if track.role in roles
        for clip in track.clips
    ]
    for start in range(0, samples, CHUNK):
        chunk = np.zeros((min(CHUNK, samples - start), 2), dtype=np.float32)
        for player in players:
            player.add_to(chunk, start)
        yield chunk


class _Player:
    """One sound clip, read as the film goes on; opened at its start and closed at its end."""

    def __init__(self, clip: SoundClip, path: Path, curve: Ducking | None) -> None:
        if clip.fade_in + clip.fade_out > clip.duration:
            raise InputError(
                f"The fades of sound clip {clip.id} are longer than the clip.",
                next_step="Shorten its fades.",
            )
        self._clip = clip
        self._path = path
        self._curve = curve
        self._gain = np.float32(round(10 ** (clip.gain_db / 20), 9))
        self._reader: SoundReader | None = None

    def add_to(self, chunk: Samples, start: int) -> None:
        """Add what sounds from tick `start` on. Calls must follow each other along the film."""
        clip = self._clip
        first, last = max(clip.start, start), min(clip.start + clip.duration, start + len(chunk))
        if first >= last:
            return
        self._reader = self._reader or SoundReader(self._path)
        part = self._reader.read(last - first) * self._gain
        if first - clip.start < clip.fade_in or last - clip.start > clip.duration - clip.fade_out:
            part *= self._fade(first - clip.start, len(part))[:, None]
        if self._curve is not None:
            part *= self._curve.gain(first, len(part))[:, None]
        chunk[first - start : first - start + len(part)] += part
        if last == clip.start + clip.duration:
            self._reader.close()
            self._reader = None

    def _fade(self, at: int, samples: int) -> Samples:
        """Half-cosine fades: they begin and end without an edge."""
        clip = self._clip
        position = np.arange(at, at + samples, dtype=np.float64)
        rising = (position + 0.5) / max(clip.fade_in, 1) if clip.fade_in else np.ones(samples)
        falling = (clip.duration - position - 0.5) / clip.fade_out if clip.fade_out else np.ones(samples)
        part = np.clip(np.minimum(rising, falling), 0.0, 1.0)
        return (0.5 - 0.5 * np.cos(np.pi * part)).astype(np.float32)


def _write_raw(
    timeline: Timeline | SoundPlan, media: MediaFinder, samples: int, raw: Path, tell: Callable[[float], None]
) -> float | None:
    meter = LoudnessMeter()
    with raw.open("wb") as stream:
        for index, chunk in enumerate(role_chunks(timeline, media, ("voice", "music", "effects"), samples)):
            meter.add(chunk)
            stream.write(chunk.tobytes())
            tell(0.5 * min(1.0, (index + 1) * CHUNK / samples))
    return meter.integrated_lufs


def _encoded(sound: Any, out: Path, gain_db: float, tell: Callable[[float], None]) -> MixReport:
    """Encode, measure, and correct what misses."""
    ceiling_db = FIRST_CEILING_DBTP
    encodes = 0
    while True:
        encode_aac(made_ahead(limited(sound, 10 ** (gain_db / 20), 10 ** (ceiling_db / 20))), out)
        encodes += 1
        heard = measure_file(out)
        tell(0.5 + 0.5 * encodes / (CORRECTIONS + 1))
        louder, lower = _correction(heard)
        if (not louder and not lower) or encodes > CORRECTIONS:
            tell(1.0)
            return MixReport(
                samples=len(sound),
                loudness_lufs=_rounded(heard.integrated_lufs),
                true_peak_dbtp=_rounded(heard.true_peak_dbtp),
                gain_db=round(gain_db, 3),
                ceiling_dbtp=round(ceiling_db, 3),
                encodes=encodes,
            )
        gain_db = min(gain_db + louder, MOST_GAIN_DB)
        ceiling_db -= lower


def _correction(heard: Loudness) -> tuple[float, float]:
    """By how many decibels the gain must rise and the limiter's ceiling fall."""
    miss = 0.0 if heard.integrated_lufs is None else TARGET_LUFS - heard.integrated_lufs
    over = 0.0 if heard.true_peak_dbtp is None else heard.true_peak_dbtp - (CEILING_DBTP - SAFETY_DB)
    return (miss if abs(miss) > NEAR_LU else 0.0), (over + SAFETY_DB if over > 0 else 0.0)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
