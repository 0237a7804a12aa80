"""The author's own voice: a recording is heard once, then each line is cut out of it.

A cut is made at the quietest moment between two words, trimmed and padded as the studio's voices are, so
that a film may mix both.
"""

import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyreel.kit.errors import MediaError
from storyreel.kit.hashing import sha256_file
from storyreel.media.sound import sound_chunks
from storyreel.sound.loud import loud_ranges
from storyreel.sound.model import VOICE_OVER, Hearing, VoiceLine, VoiceNeed
from storyreel.sound.recognise import HeardWord, Recogniser
from storyreel.sound.speak import FADE, PAD_AFTER, PAD_BEFORE, WAV_TYPE
from storyreel.sound.waves import (
    QUIET_DB,
    SILENCE,
    Samples,
    frame_levels,
    pcm,
    voice_gain,
    voiced_range,
    write_wav,
)
from storyreel.timeline.model import TICKS_PER_SECOND, MediaRef, Word

LONGEST_S = 3 * 3600
NOISE_TIMES, ROOM_DB = 3.0, -30.0
PAUSE_FRAMES = 12
"""Frames of 10 ms; a stop consonant is silent for less."""
LEAST_FRAMES = 4
LONGEST_TAIL = 40
REST_FRAMES = 45
"""A pause behind which somebody may begin again."""
LONGEST_PIECE, LEAST_PIECE = 2400, 120
"""Frames; the recogniser's own window is 30 s, and alone a shorter piece tells it too little."""
_FRAME = TICKS_PER_SECOND // 100


def hear(recording: Path, recogniser: Recogniser, language: str, out_wav: Path) -> Hearing:
    """Write a recording as mono WAV and say which words stand where in it.

    Raises MediaError when there is no sound in it, ProviderError when nobody can listen.
    """
    levels, peak, samples = _as_wav(recording, out_wav)
    words = recogniser.words(out_wav, language.partition("-")[0].lower(), pieces_of(levels))
    return Hearing(
        audio=MediaRef(sha256=sha256_file(out_wav), media_type=WAV_TYPE),
        duration=samples,
        gain=round(voice_gain(levels, peak), 6),
        words=_in_ticks(words, levels, samples),
    )


def pieces_of(levels: Samples) -> list[tuple[float, float]]:
    """Stretches of speech between pauses, in seconds; a long one is cut at its shorter pauses.

    A recogniser that hears all at once passes over what is read twice, and over what straddles its window.
    """
    loud = levels > _threshold(levels)
    runs = _speech(loud, REST_FRAMES)
    pieces: list[tuple[int, int]] = []
    for first, last in runs:
        inner = (
            _speech(loud[first:last], PAUSE_FRAMES) if last - first > LONGEST_PIECE else [(0, last - first)]
        )
        for start, end in inner:
            begun = pieces[-1] if pieces else None
            short = begun is not None and min(begun[1] - begun[0], end - start) < LEAST_PIECE
            same = begun is not None and begun[0] >= first
            if begun and (short or same) and first + end - begun[0] <= LONGEST_PIECE:
                pieces[-1] = (begun[0], first + end)
            else:
                pieces.append((first + start, first + end))
    edge = REST_FRAMES // 2
    return [(max(0, a - edge) / 100, min(len(levels), b + edge) / 100) for a, b in pieces]


def _speech(loud: NDArray[np.bool_], pause: int) -> list[tuple[int, int]]:
    """Frames [first, last) between which somebody speaks, across gaps of up to `pause` frames."""
    frames = np.flatnonzero(loud)
    if not len(frames):
        return []
    runs = np.split(frames, np.flatnonzero(np.diff(frames) > pause) + 1)
    return [(int(run[0]), int(run[-1]) + 1) for run in runs]


def nothing_heard(out_wav: Path) -> Hearing:
    """The hearing of a recording that cannot be used."""
    write_wav(out_wav, np.zeros(1))
    return Hearing(audio=MediaRef(sha256=sha256_file(out_wav), media_type=WAV_TYPE), duration=1, gain=1.0)


def cut(
    need: VoiceNeed,
    wav: Path,
    out_wav: Path,
    *,
    opens: tuple[int, int],
    closes: tuple[int, int],
    words: Sequence[Word],
    gain: float,
) -> VoiceLine | None:
    """Cut a line out of a recording; the arguments are those of a `Take`, in ticks of the recording.

    None when there is nothing but silence.
    """
    samples = _stretch(wav, opens[0], closes[1])
    first = _quietest(samples, 0, opens[1] - opens[0])
    last = _quietest(samples, closes[0] - opens[0], len(samples))
    samples = np.clip(samples[first : max(last, first + 1)] * gain, -1.0, 1.0)
    voiced = voiced_range(samples)
    if voiced is None:
        return None
    start, end = max(0, voiced[0] - FADE), min(len(samples), voiced[1] + FADE)
    sound = _ramped(samples[start:end])
    line = np.concatenate([np.zeros(PAD_BEFORE), sound, np.zeros(PAD_AFTER)])
    write_wav(out_wav, line)
    shift = PAD_BEFORE - (opens[0] + first + start)
    return VoiceLine(
        text=need.text,
        voice=need.voice,
        engine=VOICE_OVER,
        engine_voice="the author",
        language=need.language,
        audio=MediaRef(sha256=sha256_file(out_wav), media_type=WAV_TYPE),
        duration=len(line),
        words=_moved(words, shift, PAD_BEFORE + len(sound)),
        loud=loud_ranges(line),
    )


def _as_wav(recording: Path, out_wav: Path) -> tuple[Samples, float, int]:
    """Write the recording in mono; its frame levels, its peak and its length in samples."""
    levels: list[Samples] = [np.zeros(0)]
    peak, held = 0.0, 0
    with wave.open(str(out_wav), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(TICKS_PER_SECOND)
        for chunk in sound_chunks(recording):
            mono = chunk.mean(axis=1, dtype=np.float64)
            levels.append(frame_levels(mono))
            peak, held = max(peak, float(np.abs(mono).max())), held + len(mono)
            if held > LONGEST_S * TICKS_PER_SECOND:
                raise MediaError(
                    f"A recording is longer than {LONGEST_S // 3600} hours.",
                    next_step="Cut it into pieces and give their folder.",
                )
            out.writeframes(pcm(mono))
    if peak < SILENCE:
        raise MediaError("A recording of the voice-over is silent.", next_step="Give another recording.")
    return np.concatenate(levels), peak, held


def _in_ticks(words: Sequence[HeardWord], levels: Samples, samples: int) -> tuple[Word, ...]:
    """The words in order, each where it sounds.

    A recogniser counts a pause to the word behind it, and often the end of the word before it too.
    """
    loud = levels > _threshold(levels)
    result: list[Word] = []
    floor = 0
    for word in words:
        start = min(max(round(word.start_s * TICKS_PER_SECOND), floor), samples)
        end = min(max(round(word.end_s * TICKS_PER_SECOND), start), samples)
        own, before = _sounding(loud, start, end)
        if result and before > result[-1].end:
            result[-1] = result[-1].model_copy(update={"end": before})
        result.append(Word(text=word.text, start=own[0], end=own[1]))
        floor = own[1]
    nexts = [word.start for word in result[1:]] + [samples]
    return tuple(_to_its_end(word, loud, after) for word, after in zip(result, nexts, strict=True))


def _to_its_end(word: Word, loud: NDArray[np.bool_], after: int) -> Word:
    """The word with what still sounds of it before the next one begins."""
    frame, last = word.end // _FRAME, min(after // _FRAME, word.end // _FRAME + LONGEST_TAIL, len(loud))
    while frame < last and loud[frame : frame + LEAST_FRAMES].any():
        frame += 1
    return word.model_copy(update={"end": max(word.end, min(frame * _FRAME, after))})


def _threshold(levels: Samples) -> float:
    """Above it somebody speaks: well over the room's own noise, well under the voice."""
    loudest, noise = float(levels.max()), float(np.percentile(levels, 10))
    return max(loudest * 10 ** (QUIET_DB / 20), min(NOISE_TIMES * noise, loudest * 10 ** (ROOM_DB / 20)))


def _sounding(loud: NDArray[np.bool_], start: int, end: int) -> tuple[tuple[int, int], int]:
    """The last run of sound in a span, across gaps that are no pause, and where one before it ends.

    That one is the end of the word before; 0 where there is none.
    """
    frames = np.flatnonzero(loud[start // _FRAME : -(-end // _FRAME)]) + start // _FRAME
    if not len(frames):
        return (start, end), 0
    runs = np.split(frames, np.flatnonzero(np.diff(frames) > PAUSE_FRAMES) + 1)
    while len(runs) > 1 and len(runs[-1]) < LEAST_FRAMES:
        runs.pop()
    own = max(start, int(runs[-1][0]) * _FRAME), min(end, (int(runs[-1][-1]) + 1) * _FRAME)
    return own, (int(runs[0][-1]) + 1) * _FRAME if len(runs) > 1 else 0


def _stretch(wav: Path, first: int, last: int) -> Samples:
    with wave.open(str(wav), "rb") as stream:
        stream.setpos(min(first, stream.getnframes()))
        raw = stream.readframes(max(0, last - first))
    return np.frombuffer(raw, "<i2").astype(np.float64) / 32767.0


def _quietest(samples: Samples, first: int, last: int) -> int:
    """The middle of the quietest 10 ms between two places; of equals the one nearest to the middle."""
    first, last = max(0, first), min(len(samples), last)
    levels = np.round(frame_levels(samples[first:last]), 4)
    if not len(levels):
        return (first + last) // 2
    lowest = np.flatnonzero(levels == levels.min())
    nearest = lowest[np.argmin(np.abs(lowest - len(levels) // 2))]
    return first + int(nearest) * _FRAME + _FRAME // 2


def _ramped(samples: Samples) -> Samples:
    result = samples.copy()
    ramp = np.linspace(0.0, 1.0, min(FADE, len(result) // 2))
    result[: len(ramp)] *= ramp
    result[len(result) - len(ramp) :] *= ramp[::-1]
    return result


def _moved(words: Sequence[Word], shift: int, last: int) -> tuple[Word, ...]:
    """Words in the time of the line, inside its sound."""
    moved: list[Word] = []
    floor = PAD_BEFORE
    for word in words:
        start = min(max(word.start + shift, floor), last)
        end = min(max(word.end + shift, start), last)
        moved.append(Word(text=word.text, start=start, end=end))
        floor = end
    return tuple(moved)
