"""The studio's voices by name, and what each engine makes of them."""

from dataclasses import dataclass
from typing import Literal

from storyreel.kit.errors import InputError, ProviderError

Gender = Literal["female", "male"]

NARRATOR_VOICE = "narrator"


@dataclass(frozen=True)
class StudioVoice:
    """A voice that a cast can name: who it sounds like, and its twin in each engine."""

    gender: Gender
    kokoro: str
    espeak_variant: str
    """A file under espeak-ng's `voices/!v`."""


STUDIO_VOICES: dict[str, StudioVoice] = {
    "narrator": StudioVoice("female", "af_heart", "f2"),
    "female_1": StudioVoice("female", "af_bella", "f1"),
    "female_2": StudioVoice("female", "bf_emma", "f3"),
    "female_3": StudioVoice("female", "af_sarah", "f4"),
    "female_4": StudioVoice("female", "af_kore", "f5"),
    "female_5": StudioVoice("female", "bf_isabella", "Annie"),
    "female_6": StudioVoice("female", "af_aoede", "linda"),
    "male_1": StudioVoice("male", "am_michael", "m1"),
    "male_2": StudioVoice("male", "bm_george", "m3"),
    "male_3": StudioVoice("male", "am_fenrir", "m7"),
    "male_4": StudioVoice("male", "am_puck", "m2"),
    "male_5": StudioVoice("male", "bm_fable", "m4"),
    "male_6": StudioVoice("male", "am_onyx", "m8"),
    "elder_female": StudioVoice("female", "bf_lily", "grandma"),
    "elder_male": StudioVoice("male", "bm_lewis", "grandpa"),
    "child": StudioVoice("female", "af_sky", "f5"),
}

KOKORO_VOICES: tuple[str, ...] = (
    *("af_alloy", "af_aoede", "af_bella", "af_heart", "af_jessica", "af_kore", "af_nicole", "af_nova"),
    *("af_river", "af_sarah", "af_sky", "am_adam", "am_echo", "am_eric", "am_fenrir", "am_liam"),
    *("am_michael", "am_onyx", "am_puck", "am_santa", "bf_alice", "bf_emma", "bf_isabella", "bf_lily"),
    *("bm_daniel", "bm_fable", "bm_george", "bm_lewis", "ef_dora", "em_alex", "em_santa", "ff_siwis"),
    *("hf_alpha", "hf_beta", "hm_omega", "hm_psi", "if_sara", "im_nicola", "pf_dora", "pm_alex", "pm_santa"),
)
"""In the order in which the weights store joins their style vectors. Language by first letter: a
American, b British, e Spanish, f French, h Hindi, i Italian, p Brazilian; gender by the second."""

KOKORO_OTHER_LANGUAGES: dict[str, dict[Gender, tuple[str, ...]]] = {
    "es": {"female": ("ef_dora",), "male": ("em_alex", "em_santa")},
    "fr": {"female": ("ff_siwis",), "male": ("ff_siwis",)},
    "hi": {"female": ("hf_alpha", "hf_beta"), "male": ("hm_omega", "hm_psi")},
    "it": {"female": ("if_sara",), "male": ("im_nicola",)},
    "pt": {"female": ("pf_dora",), "male": ("pm_alex", "pm_santa")},
}

_KOKORO_ESPEAK = {"a": "en-us", "b": "en", "e": "es", "f": "fr", "h": "hi", "i": "it", "p": "pt-br"}
_ESPEAK_LANGUAGES = {"en": "en-us", "en-gb": "en", "fr-fr": "fr", "pt": "pt-br"}
"""espeak-ng calls British English `en`."""


def voice_names() -> tuple[str, ...]:
    """Every name that `--voice` takes."""
    return (*STUDIO_VOICES, *KOKORO_VOICES)


def check_voice(name: str) -> str:
    """The name, if there is such a voice. Raises InputError with the choices."""
    if name not in STUDIO_VOICES and name not in KOKORO_VOICES:
        raise InputError(
            f"There is no voice {name!r}.",
            next_step=f"Choose one of the studio's voices ({', '.join(STUDIO_VOICES)}) "
            f"or one of Kokoro's ({', '.join(KOKORO_VOICES)}).",
        )
    return name


def gender_of(name: str) -> Gender:
    """What a listener hears. Raises InputError."""
    check_voice(name)
    if name in STUDIO_VOICES:
        return STUDIO_VOICES[name].gender
    return "female" if name[1] == "f" else "male"


def primary_language(language: str) -> str:
    """`pt-BR` -> `pt`."""
    return language.lower().replace("_", "-").split("-")[0]


def kokoro_voice(name: str, language: str) -> str:
    """Kokoro's voice for a name in a language; its own names are taken as they are.

    Raises InputError for an unknown name, ProviderError for a language that it does not speak.
    """
    if name in KOKORO_VOICES:
        return name
    check_voice(name)
    primary = primary_language(language)
    if primary == "en":
        return STUDIO_VOICES[name].kokoro
    if primary not in KOKORO_OTHER_LANGUAGES:
        raise ProviderError(
            f"Kokoro does not speak {language!r}; it speaks en, {', '.join(KOKORO_OTHER_LANGUAGES)}.",
            retryable=False,
        )
    gender = STUDIO_VOICES[name].gender
    choices = KOKORO_OTHER_LANGUAGES[primary][gender]
    same_gender = [voice for voice, about in STUDIO_VOICES.items() if about.gender == gender]
    return choices[same_gender.index(name) % len(choices)]


def kokoro_phonemes(voice: str) -> str:
    """The espeak-ng language whose phonemes a Kokoro voice was trained on."""
    return _KOKORO_ESPEAK[voice[0]]


def espeak_voice(name: str, language: str) -> str:
    """`en-us+f2`: espeak-ng's language with a variant that suits the name. Raises InputError."""
    base = language.lower().replace("_", "-")
    base = _ESPEAK_LANGUAGES.get(base, base)
    if name in STUDIO_VOICES:
        return f"{base}+{STUDIO_VOICES[name].espeak_variant}"
    return f"{base}+{'f2' if gender_of(name) == 'female' else 'm3'}"
