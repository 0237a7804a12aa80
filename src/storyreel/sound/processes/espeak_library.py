"""espeak-ng through ctypes: phonemes of a text, and speech with the moment of every word."""

# The loader ships no types, and ctypes names the type of its pointers privately only.
# pyright: reportMissingTypeStubs=false, reportPrivateUsage=false

import ctypes
import re
from dataclasses import dataclass, field

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

from storyreel.sound.processes.lines import RefusedError

# Values of espeak-ng's speak_lib.h.
AUDIO_OUTPUT_SYNCHRONOUS = 2
INITIALIZE_DONT_EXIT = 0x8000
CHARS_UTF8 = 1
PHONEMES_IPA = 2
POS_CHARACTER = 1
EVENT_LIST_TERMINATED, EVENT_WORD, EVENT_END = 0, 1, 5
PARAMETER_RATE = 1
NORMAL_WORDS_PER_MINUTE = 165
NOISE_SEED = ctypes.c_long(1)

_LANGUAGE_SWITCH = re.compile(r"\([a-z-]+\)")


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_int64),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


@dataclass
class EspeakSpeech:
    """Raw speech: 16-bit samples, `(0-based character, sample)` of each word, samples where clauses end."""

    samples: NDArray[np.int16]
    words: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    ends: list[int] = field(default_factory=list[int])


class Espeak:
    """One loaded library; it is global to its process and not safe for threads."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path().encode()
        self.sample_rate: int = self._library.espeak_Initialize(
            AUDIO_OUTPUT_SYNCHRONOUS, 0, data, INITIALIZE_DONT_EXIT
        )
        if self.sample_rate <= 0:
            raise RuntimeError("espeak-ng could not read its data")
        self._library.espeak_TextToPhonemes.restype = ctypes.c_char_p
        self._voice = ""
        self._parts: list[NDArray[np.int16]] = []
        self._events: list[tuple[int, int, int]] = []
        # Kept as a field: the library holds a bare pointer to it.
        self._callback = _Callback(self._collect)
        self._library.espeak_SetSynthCallback(self._callback)

    def set_voice(self, name: str) -> None:
        """Choose a voice such as `en-us` or `en-us+f3`. Raises RefusedError."""
        if name != self._voice:
            if self._library.espeak_SetVoiceByName(name.encode()) != 0:
                raise RefusedError(f"espeak-ng has no voice {name!r}")
            self._voice = name

    def phonemes(self, text: str, voice: str) -> str:
        """IPA of a text: words divided by one space, without punctuation, stress marks kept."""
        self.set_voice(voice)
        raw = ctypes.c_char_p(text.encode())
        rest = ctypes.cast(raw, ctypes.c_void_p)
        clauses: list[str] = []
        while rest.value:
            spoken = self._library.espeak_TextToPhonemes(ctypes.byref(rest), CHARS_UTF8, PHONEMES_IPA)
            clauses.append((spoken or b"").decode())
        spoken = _LANGUAGE_SWITCH.sub("", " ".join(clauses).replace("_", ""))
        return " ".join(spoken.split())

    def speak(self, text: str, voice: str, rate: float) -> EspeakSpeech:
        """Speech of a text at `rate` times the normal pace."""
        self.set_voice(voice)
        self._library.espeak_SetParameter(PARAMETER_RATE, round(NORMAL_WORDS_PER_MINUTE * rate), 0)
        # The library seeds the noise of its voice from the clock when it is loaded.
        self._library.espeak_ng_SetRandSeed(NOISE_SEED)
        self._parts, self._events = [], []
        raw = text.encode() + b"\0"
        self._library.espeak_Synth(raw, len(raw), 0, POS_CHARACTER, 0, CHARS_UTF8, None, None)
        self._library.espeak_Synchronize()
        samples = np.concatenate([np.zeros(0, np.int16), *self._parts])
        words = [(place - 1, sample) for kind, place, sample in self._events if kind == EVENT_WORD]
        ends = [sample for kind, _, sample in self._events if kind == EVENT_END]
        return EspeakSpeech(samples, words, ends)

    def _collect(
        self, wave: "ctypes._Pointer[ctypes.c_short]", count: int, events: "ctypes._Pointer[_Event]"
    ) -> int:
        if wave and count > 0:
            self._parts.append(np.ctypeslib.as_array(wave, (count,)).copy())
        index = 0
        while events[index].type != EVENT_LIST_TERMINATED:
            event = events[index]
            self._events.append((event.type, event.text_position, event.sample))
            index += 1
        return 0
