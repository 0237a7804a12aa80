"""The voice that says nothing: true silence as long as the words would take."""

import re

import numpy as np

from storyreel.sound.engines.port import Spoken, SpokenWord

SAMPLE_RATE = 48_000
SYLLABLE_S = 0.18
"""A reader speaks about 230 syllables a minute, pauses counted; words alone are quicker."""
WORD_GAP_S = 0.06
CLAUSE_PAUSE_S = 0.20
SENTENCE_PAUSE_S = 0.35

_VOWELS = re.compile(r"[aeiouyáéíóúàèìòùâêîôûäëïöüãõåæøœаеёиоуыэюяα-ωά-ώ]+", re.IGNORECASE)


def syllables(word: str) -> int:
    """How many syllables a word has, roughly: groups of vowels; digits count one each; at least one."""
    digits = sum(character.isdigit() for character in word)
    groups = len(_VOWELS.findall(word))
    if groups > 1 and re.search(r"[^aeiouyl]e[^\w]*$", word, re.IGNORECASE):
        groups -= 1
    unvowelled = sum(c.isalpha() for c in word) // 3 if not groups else 0
    return max(1, digits + groups + unvowelled)


class SilentEngine:
    """Always there; the last voice in every row."""

    name = "silent"

    def reason_unavailable(self) -> str:
        return ""

    def identity(self) -> dict[str, str]:
        return {"engine": self.name, "version": "1"}

    def voice_for(self, studio_voice: str, language: str) -> str:  # noqa: ARG002 - the port's signature
        return "silence"

    def speak(self, text: str, engine_voice: str, language: str, rate: float) -> Spoken:  # noqa: ARG002 - the port's signature
        """Silence with the words spread by their syllables."""
        words: list[SpokenWord] = []
        now = 0.0
        for word in text.split():
            end = now + syllables(word) * SYLLABLE_S / rate
            words.append(SpokenWord(word, round(now, 6), round(end, 6)))
            now = end + _pause_after(word) / rate
        last = words[-1].end_s if words else 0.0
        return Spoken(np.zeros(round(last * SAMPLE_RATE), np.float32), SAMPLE_RATE, tuple(words))

    def close(self) -> None:
        """Nothing to end."""


def _pause_after(word: str) -> float:
    last = word.rstrip("\"'”’»)]")[-1:]
    if last and last in ".!?…":
        return SENTENCE_PAUSE_S
    return CLAUSE_PAUSE_S if last and last in ",;:—–" else WORD_GAP_S
