"""Who speaks with which voice: stable from run to run, distinct as far as voices last."""

from collections.abc import Sequence

from storyreel.kit.hashing import sha256_bytes
from storyreel.kit.names import OLD_WORDS, YOUNG_WORDS, gender_hint, name_words
from storyreel.sound.model import Cast
from storyreel.sound.voices import STUDIO_VOICES, check_voice, kokoro_voice

NARRATOR_ID = "narrator"
"""The id that a script gives its narrator."""

_FEMALE = tuple(name for name in STUDIO_VOICES if name.startswith("female_"))
_MALE = tuple(name for name in STUDIO_VOICES if name.startswith("male_"))


def cast(speakers: Sequence[tuple[str, str]], known: Cast | None, narrator_voice: str) -> Cast:
    """A voice for every `(id, name)`; whoever has one in `known` keeps it, seen in this film or not.

    The narrator has `narrator_voice`. The others are chosen by a hash of their name among the voices
    that suit it, first among those that nobody in the cast has. Raises InputError for an unknown voice.
    """
    voices = dict(known.voices) if known else {}
    voices[NARRATOR_ID] = check_voice(narrator_voice)
    for speaker_id, name in speakers:
        if speaker_id not in voices:
            voices[speaker_id] = _choose(name or speaker_id, set(voices.values()))
    return Cast(voices=dict(sorted(voices.items())))


def _choose(name: str, taken: set[str]) -> str:
    order = _in_order(name, _candidates(name))
    sounding = {kokoro_voice(voice, "en") for voice in taken}
    free = [voice for voice in order if STUDIO_VOICES[voice].kokoro not in sounding]
    return (free or order)[0]


def _candidates(name: str) -> list[tuple[str, ...]]:
    """Groups of voices, the best suited first."""
    words, gender = set(name_words(name)), gender_hint(name)
    groups: list[tuple[str, ...]] = []
    if words & YOUNG_WORDS:
        groups.append(("child",))
    if words & OLD_WORDS:
        groups += [(f"elder_{each}",) for each in ("female", "male") if gender in (each, None)]
    if gender is None:
        return [*groups, _FEMALE + _MALE]
    return [*groups, _FEMALE if gender == "female" else _MALE]


def _in_order(name: str, groups: Sequence[tuple[str, ...]]) -> list[str]:
    """Each group turned by a hash of the name, so that different people begin at different voices."""
    seed = int(sha256_bytes(" ".join(name_words(name)).encode())[:8], 16)
    return [group[(seed + i) % len(group)] for group in groups for i in range(len(group))]
