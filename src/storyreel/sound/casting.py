"""Who speaks with which voice: stable from run to run, distinct as far as voices last."""

from collections.abc import Sequence

from storyreel.kit.decision import Decision, decide
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
    return decided_cast(speakers, known, narrator_voice)[0]


def decided_cast(
    speakers: Sequence[tuple[str, str]], known: Cast | None, narrator_voice: str
) -> tuple[Cast, tuple[Decision, ...]]:
    """The cast as `cast` gives it, and why each speaker of this film has this voice."""
    voices = dict(known.voices) if known else {}
    kept = frozenset(voices) - {NARRATOR_ID}
    voices[NARRATOR_ID] = check_voice(narrator_voice)
    decisions: list[Decision] = []
    for speaker_id, name in ((NARRATOR_ID, ""), *(row for row in speakers if row[0] != NARRATOR_ID)):
        if speaker_id == NARRATOR_ID or speaker_id in kept:
            reason = "the author asks for it" if speaker_id == NARRATOR_ID else "it had it in an earlier film"
            decision = _given(speaker_id, voices[speaker_id], reason)
        elif speaker_id in voices:
            continue
        else:
            decision = _choice(speaker_id, name or speaker_id, sorted(set(voices.values())))
        voices[speaker_id] = decision.chosen.name
        decisions.append(decision)
    return Cast(voices=dict(sorted(voices.items()))), tuple(decisions)


def given_voice(voice: str) -> dict[str, float]:
    """The score of a voice that nothing is weighed against."""
    return {voice: 1.0}


def voice_scores(name: str, taken: Sequence[str]) -> dict[str, float]:
    """How well each voice suits a name: by its place in the order of the name, one less if it is heard.

    `taken` are the voices that the cast has; two names may stand for one sound.
    """
    order = _in_order(name, _candidates(name))
    sounding = {kokoro_voice(voice, "en") for voice in taken}
    return {
        voice: round(1 - place / len(order) - (STUDIO_VOICES[voice].kokoro in sounding), 4)
        for place, voice in enumerate(order)
    }


def _given(speaker_id: str, voice: str, reason: str) -> Decision:
    rule = "storyreel.sound.casting:given_voice"
    return decide(f"voice:{speaker_id}", "voice", rule, given_voice(voice), {voice: reason}, voice=voice)


def _choice(speaker_id: str, name: str, taken: list[str]) -> Decision:
    scores = voice_scores(name, taken)
    told = {
        voice: f"it is in turn for the name {name}" if score > 0 else "somebody in the cast sounds like this"
        for voice, score in scores.items()
    }
    rule = "storyreel.sound.casting:voice_scores"
    return decide(f"voice:{speaker_id}", "voice", rule, scores, told, name=name, taken=taken)


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
