"""A finished line: spoken by the first engine that can, trimmed, levelled, its words in time."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from storyreel.kit.errors import MediaError, ProviderError
from storyreel.kit.hashing import sha256_file
from storyreel.sound.engines.port import VoiceEngine
from storyreel.sound.loud import loud_ranges
from storyreel.sound.model import SkippedEngine, VoiceLine, VoiceNeed
from storyreel.sound.spelling import spoken_words
from storyreel.sound.voices import check_voice
from storyreel.sound.waves import Samples, at_studio_rate, heard_within, levelled, voiced_range, write_wav
from storyreel.timeline.model import TICKS_PER_SECOND, MediaRef, Word

WAV_TYPE = "audio/wav"
PAD_BEFORE = round(0.060 * TICKS_PER_SECOND)
PAD_AFTER = round(0.120 * TICKS_PER_SECOND)
FADE = round(0.005 * TICKS_PER_SECOND)
CHUNK_CHARACTERS = 240
"""Longer texts are spoken in pieces: memory grows with length, and Kokoro takes 510 phonemes at most."""
PAUSE_S = 0.28
"""Between two pieces, divided by the rate."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_CLAUSE_END = re.compile(r"[,;:—–][\"'”’»)\]]*$")


@dataclass(frozen=True)
class _Take:
    """Sound of one piece at 48 kHz, trimmed, and a span in ticks for each of its spoken words."""

    samples: Samples
    words: tuple[tuple[int, int], ...]


def record(need: VoiceNeed, engines: Sequence[VoiceEngine], out_wav: Path) -> VoiceLine:
    """Speak a line with the first engine that can, and write it as mono 48 kHz 16-bit WAV.

    `words` are exactly the whitespace-separated words of the text. `skipped` names every engine
    before the one that spoke, and why. Raises InputError for an unknown voice, ProviderError when no
    engine could speak.
    """
    check_voice(need.voice)
    skipped: list[SkippedEngine] = []
    for engine in engines:
        reason = engine.reason_unavailable()
        if not reason:
            try:
                return _record_with(engine, need, out_wav, tuple(skipped))
            except (ProviderError, MediaError) as error:
                reason = error.message
        skipped.append(SkippedEngine(engine=engine.name, reason=reason))
    raise ProviderError(
        "No voice could speak: " + " ".join(f"{skip.engine}: {skip.reason}" for skip in skipped),
        retryable=True,
        next_step="Run `storyreel doctor` to see what each voice needs.",
    )


def _record_with(
    engine: VoiceEngine, need: VoiceNeed, out_wav: Path, skipped: tuple[SkippedEngine, ...]
) -> VoiceLine:
    engine_voice = engine.voice_for(need.voice, need.language)
    written = need.text.split()
    spoken = spoken_words(written, need.language)
    takes = [_take(engine, piece, engine_voice, need) for piece in pieces([word for word in spoken if word])]
    samples, spans = _joined(takes, round(PAUSE_S / need.rate * TICKS_PER_SECOND))
    spoken_line = levelled(samples)
    write_wav(out_wav, spoken_line)
    return VoiceLine(
        text=need.text,
        voice=need.voice,
        engine=engine.name,
        engine_voice=engine_voice,
        language=need.language,
        audio=MediaRef(sha256=sha256_file(out_wav), media_type=WAV_TYPE),
        duration=len(samples),
        words=_written_words(written, spoken, spans),
        skipped=skipped,
        loud=loud_ranges(spoken_line),
    )


def pieces(words: Sequence[str]) -> list[str]:
    """Texts of at most `CHUNK_CHARACTERS`, cut behind sentences, else behind clauses, else behind words."""
    result: list[str] = []
    rest = list(words)
    while rest:
        count = _words_that_fit(rest)
        if count < len(rest):
            ends = (_SENTENCE_END, _CLAUSE_END)
            cuts = (
                max((i for i in range(1, count + 1) if end.search(rest[i - 1])), default=0) for end in ends
            )
            count = next((cut for cut in cuts if cut), count)
        result.append(" ".join(rest[:count]))
        rest = rest[count:]
    return result


def _words_that_fit(words: Sequence[str]) -> int:
    length = 0
    for index, word in enumerate(words):
        length += len(word) + 1
        if length > CHUNK_CHARACTERS and index > 0:
            return index
    return len(words)


def _take(engine: VoiceEngine, text: str, engine_voice: str, need: VoiceNeed) -> _Take:
    """One piece, cut to what is heard; samples within a fade of a cut are ramped."""
    speech = engine.speak(text, engine_voice, need.language, need.rate)
    samples = at_studio_rate(speech.samples, speech.sample_rate)
    spans = heard_within(samples, [_ticks(word.start_s, word.end_s) for word in speech.words])
    first, last = voiced_range(samples) or (0, len(samples))
    first, last = max(0, first - FADE), min(len(samples), last + FADE)
    cut = samples[first:last].copy()
    ramp = np.linspace(0.0, 1.0, min(FADE, len(cut) // 2))
    cut[: len(ramp)] *= ramp
    cut[len(cut) - len(ramp) :] *= ramp[::-1]
    moved = ((start - first, end - first) for start, end in spans)
    return _Take(cut, tuple((_between(a, 0, len(cut)), _between(b, 0, len(cut))) for a, b in moved))


def _ticks(start_s: float, end_s: float) -> tuple[int, int]:
    return round(start_s * TICKS_PER_SECOND), round(end_s * TICKS_PER_SECOND)


def _between(value: int, low: int, high: int) -> int:
    return min(max(value, low), high)


def _joined(takes: Sequence[_Take], pause: int) -> tuple[Samples, list[tuple[int, int]]]:
    """All takes with pauses between and the fixed pads around; a text without sound is a short silence."""
    parts: list[Samples] = [np.zeros(PAD_BEFORE)]
    spans: list[tuple[int, int]] = []
    now = PAD_BEFORE
    for index, take in enumerate(takes):
        if index:
            parts.append(np.zeros(pause))
            now += pause
        spans += [(now + start, now + end) for start, end in take.words]
        parts.append(take.samples)
        now += len(take.samples)
    return np.concatenate([*parts, np.zeros(PAD_AFTER)]), spans


def _written_words(
    written: Sequence[str], spoken: Sequence[str], spans: Sequence[tuple[int, int]]
) -> tuple[Word, ...]:
    """The author's words with the time of what was said for them; a silent one takes no time."""
    words: list[Word] = []
    taken, floor = 0, PAD_BEFORE
    for text, form in zip(written, spoken, strict=True):
        own = spans[taken : taken + len(form.split())]
        taken += len(own)
        start = max(floor, own[0][0]) if own else floor
        end = max(start, own[-1][1]) if own else start
        words.append(Word(text=text, start=start, end=end))
        floor = end
    return tuple(words)
