"""An author's video: which part is shown where in the frame, and the sound that goes with it."""

import wave
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyreel.assets.folder import Use
from storyreel.assets.own_captions import has_foot_text
from storyreel.assets.own_still import blurred
from storyreel.assets.own_subject import Crop, crop_of, subject_of
from storyreel.kit.errors import MediaError
from storyreel.media.image import Pixels
from storyreel.media.loudness import LoudnessMeter
from storyreel.media.sound import SAMPLE_RATE, sound_chunks
from storyreel.media.survey import VideoSurvey, sampled, survey
from storyreel.timeline.model import TICKS_PER_SECOND, Box

LONGEST_S = 60.0
"""No shot is longer; more of a video's sound is not taken."""
LOOKS = (0.04, 0.28, 0.52, 0.76, 0.96)
LOOKED_S = 6.0
"""Moments that are looked at for subject and captions, in shares of the part's first seconds: most shots
are over after these."""
FEWEST_LOOKS = 2
SAME_S = 0.05
MISS_S, MISS_SHARE = 0.5, 0.03
"""How far the told length may be from the held one."""
FAR_S = 12.0
"""A video longer than this without a second key frame is slow to enter."""
SOUND_LUFS = -26.0
"""A little under the voice, which lies at about -20."""
MOST_GAIN = 8.0
EDGE = SAMPLE_RATE // 20


@dataclass(frozen=True)
class OwnVideo:
    """What of a video fills the frame. Times are ticks of the source."""

    start: int
    duration: int
    box: Box
    """Where the whole picture lies; it reaches over the frame where it is cut."""
    foot_text: bool
    notes: tuple[str, ...]
    behind: Pixels | None
    """A still that fills the frame behind a picture that is shown whole."""
    has_sound: bool
    ends: bool
    """Whether the author's file goes on after the part."""


def own_video(file: Path, use: Use, size: tuple[int, int]) -> OwnVideo:
    """Look a video over and choose its part and place. Raises MediaError in one sentence.

    Where the part is shorter than the shot its last frame holds: a loop would show the cut back.
    """
    facts = survey(file)
    start_s, end_s, notes = _range(facts, use)
    seen_s = min(end_s - start_s, LOOKED_S)
    frames = sampled(file, [round(start_s + seen_s * share, 3) for share in LOOKS])
    if len(frames) < min(FEWEST_LOOKS, facts.frames):
        raise MediaError(
            "No picture could be decoded in the part that is used.",
            next_step="Save it again as H.264 in MP4.",
        )
    crop = crop_of(facts.width, facts.height, size, subject_of(frames))
    return OwnVideo(
        start=_ticks(start_s),
        duration=_ticks(end_s) - _ticks(start_s),
        box=_box(facts, crop, size),
        foot_text=has_foot_text(frames),
        notes=(*_notes(facts, use), *notes),
        behind=blurred(frames[0], size) if crop.whole else None,
        has_sound=facts.has_sound,
        ends=end_s < facts.held_s - SAME_S,
    )


def own_sound(file: Path, start: int, duration: int, out_wav: Path) -> int:
    """Write the sound of a part as stereo WAV, levelled; its length in ticks, 0 where it is silent.

    Raises MediaError when it cannot be decoded.
    """
    longest = min(duration, round(LONGEST_S * TICKS_PER_SECOND))
    samples = _part(file, start, longest)
    meter = LoudnessMeter()
    for first in range(0, len(samples), SAMPLE_RATE):
        meter.add(samples[first : first + SAMPLE_RATE])
    if meter.integrated_lufs is None:
        return 0
    gain = min(10 ** ((SOUND_LUFS - meter.integrated_lufs) / 20), MOST_GAIN)
    loud = np.clip(samples * np.float32(round(gain, 6)), -1.0, 1.0)
    edge = min(EDGE, len(loud) // 2)
    ramp = np.linspace(0.0, 1.0, edge, dtype=np.float32)[:, None]
    loud[:edge] *= ramp
    loud[len(loud) - edge :] *= ramp[::-1]
    with wave.open(str(out_wav), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE)
        out.writeframes(np.rint(loud * 32767.0).astype("<i2").tobytes())
    return len(loud)


def _part(file: Path, start: int, longest: int) -> NDArray[np.float32]:
    parts: list[NDArray[np.float32]] = [np.zeros((0, 2), np.float32)]
    passed = 0
    for chunk in sound_chunks(file):
        first, last = max(0, start - passed), min(len(chunk), start + longest - passed)
        if first < last:
            parts.append(chunk[first:last])
        passed += len(chunk)
        if passed >= start + longest:
            break
    return np.concatenate(parts)


def _range(facts: VideoSurvey, use: Use) -> tuple[float, float, tuple[str, ...]]:
    """The part in seconds, inside what the file holds."""
    wanted_end = use.out_s if use.out_s is not None else facts.held_s
    if use.in_s < facts.held_s:
        return use.in_s, min(wanted_end, facts.held_s), ()
    note = (
        f"its range begins at {use.in_s:g} s, but it holds {facts.held_s:.1f} s, "
        "so it is played from its start"
    )
    lasts = facts.held_s if use.out_s is None else use.out_s - use.in_s
    return 0.0, min(lasts, facts.held_s), (note,)


def _notes(facts: VideoSurvey, use: Use) -> tuple[str, ...]:
    """What is unusual about a video, each in half a sentence."""
    told, held = facts.told_s, facts.held_s
    miss = max(told - held, facts.last_s - told)
    width, height = facts.stored
    lone = facts.key_frames <= 1 and held > FAR_S
    notes = {
        f"it says that it lasts {told:.1f} s but holds {held:.1f} s, which is what is used": told > 0
        and miss > max(MISS_S, MISS_SHARE * told),
        "it has no key frame after its first, so it is decoded from its start": lone,
        f"its odd size of {width} x {height} is brought to the frame's": bool(width % 2 or height % 2),
        "its frames come at uneven times, so each is shown at its own": not facts.even_times,
        "its high dynamic range is brought down to the film's colours": facts.hdr,
        "it has no sound that could be kept": use.sound == "keep" and not facts.has_sound,
    }
    return tuple(note for note, applies in notes.items() if applies)


def _box(facts: VideoSurvey, crop: Crop, size: tuple[int, int]) -> Box:
    """The whole picture, scaled so that its crop fills the frame, or stands in its middle."""
    fit = min if crop.whole else max
    scale = fit(Fraction(size[0], crop.width), Fraction(size[1], crop.height))
    width, height = _even_above(facts.width * scale), _even_above(facts.height * scale)
    x = _placed(size[0], width, (crop.left + crop.width / 2) * float(scale))
    y = _placed(size[1], height, (crop.top + crop.height / 2) * float(scale))
    return Box(x=x, y=y, width=width, height=height)


def _placed(room: int, length: int, middle: float) -> int:
    """Where a length begins whose `middle` shall be that of the room, which it covers if it can."""
    if length <= room:
        return (room - length) // 2
    return min(0, max(room - length, round(room / 2 - middle)))


def _even_above(length: Fraction) -> int:
    return -int(-length // 2) * 2


def _ticks(seconds: float) -> int:
    return round(seconds * TICKS_PER_SECOND)
