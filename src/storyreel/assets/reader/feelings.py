"""Feelings that a line tells: which expression a person wears, and the mood that lies over the picture."""
# ruff: noqa: E501, SIM905  # rows of words read worse when they are broken or quoted one by one

from collections.abc import Sequence

from storyreel.assets.reader.idioms import idioms_of, without_idioms
from storyreel.assets.reader.tokens import phrase_table, tokens
from storyreel.assets.reading import Expression, Mood, Time, Weather

FEELINGS: dict[Expression, str] = {
    "afraid": "afraid fear terrified terror frightened scared dread panic horror trembled fled shuddered frightening",
    "sad": "sad sadness grief wept weep cried tears sorrow mourned mourn lonely heartbroken sobbed miserable unhappy hurt pain "
    "ache ill sick hopeless lost",
    "angry": "angry anger furious fury rage shouted yelled hate hated slammed argued quarrel stormed snapped cross",
    "worried": "worried worry anxious uneasy nervous concerned trouble troubled fretted restless doubted frown frowned",
    "surprised": "surprised surprise astonished amazed gasped stared shocked startled suddenly unbelievable wonder wondered",
    "tired": "tired weary exhausted yawned sleepy fatigue worn_out aching",
    "asleep": "asleep slept sleep sleeping dreamed dreamt dozed snored",
    "proud": "proud pride triumph triumphant won victory champion boasted",
    "doubtful": "doubt suspicious suspect uncertain unsure perhaps skeptical sceptical hesitated",
    "happy": "happy happiness glad joy joyful laughed laugh smiled smile cheerful delighted merry celebrated danced grinned "
    "cheered love loved wonderful",
}
"""Words by expression; the strongest of two is the one that stands first here."""
STRONG: frozenset[Expression] = frozenset(
    ["afraid", "sad", "angry", "surprised", "happy", "tired", "worried", "proud"]
)
"""Feelings that carry a picture of their own."""
_TAGS: dict[str, Expression] = {
    "joyful": "happy", "sad": "sad", "tense": "worried", "afraid": "afraid", "angry": "angry", "mysterious": "doubtful",
    "warm": "happy", "lonely": "sad", "hopeful": "happy", "lively": "happy",
}  # fmt: skip
_DENIED = frozenset("no not never without nor neither hardly".split())
_FELT = frozenset(
    "felt feel feels was is were are be been am being grew became become looked seemed so very too with in of from".split()
)
_TABLE = phrase_table(FEELINGS.items())
_INNER = frozenset(
    "afraid sad angry worried proud happy tired lonely glad terrified furious anxious frightened scared".split()
)

_MOODS: dict[Mood, str] = {
    "desolate": "ruin ruined cracked abandoned deserted barren bleak dead grave ash ashes destroyed wreck empty bones burnt",
    "lonely": "lonely alone only nobody last_one solitary by_himself by_herself left_behind no_one forgotten",
    "eerie": "ghost haunted strange shadow shadows whisper whispered dark_voice mystery mysterious curse skull creak creaked "
    "eerie phantom secret nobody_answered",
    "weary": "tired weary exhausted endless dragged days_of_rain heavy slow slowly",
    "warm": "bread hearth kitchen candle hug home family fire blanket tea supper kettle grandmother love warm",
    "brisk": "tonne percent rose fell growth increase market factory trade industry export profit speed fast record race",
    "lively": "dance danced laughed music market crowd children feast party play played sang festival cheered bustling ran",
}
_MOOD_TABLE = phrase_table(_MOODS.items())
_TAG_MOODS: dict[str, Mood] = {
    "calm": "calm", "joyful": "lively", "sad": "desolate", "tense": "brisk", "afraid": "eerie", "angry": "brisk",
    "mysterious": "eerie", "warm": "warm", "lonely": "lonely", "hopeful": "warm", "solemn": "weary", "lively": "lively",
}  # fmt: skip


def felt(text: str) -> tuple[Expression, bool]:
    """The strongest feeling that a line tells, and whether it is told of somebody (`she was afraid`)."""
    spoken = tokens(without_idioms(text))
    found: dict[Expression, bool] = {
        feeling: True for _, _, feeling in idioms_of(text) if feeling != "neutral"
    }
    for at, token in enumerate(spoken):
        name = _TABLE.get((token.stem,))
        before = [t.lower for t in spoken[max(0, at - 3) : at] if t.clause == token.clause]
        if name is None or any(word in _DENIED or word.endswith("n't") for word in before):
            continue
        told = token.lower in _INNER and any(word in _FELT for word in before)
        found[name] = found.get(name, False) or told
    for feeling in FEELINGS:
        if feeling in found:
            return feeling, found[feeling]
    return "neutral", False


def expression_of(tags: Sequence[str], text: str) -> Expression:
    """How somebody looks while saying or doing this: by the words first, then by the emotional tags."""
    feeling, told = felt(text)
    known: list[Expression] = [_TAGS[tag] for tag in tags if tag in _TAGS]
    if feeling != "neutral" and (told or not known):
        return feeling
    return known[0] if known else "neutral"


def mood_of(text: str, tags: Sequence[str], time: Time, weather: Weather, people: int) -> Mood:
    """The air of a picture: words first, then tags, then the sky and how many are there."""
    spoken = tokens(without_idioms(text))
    counts = dict.fromkeys(_MOODS, 0)
    for token in spoken:
        name = _MOOD_TABLE.get((token.stem,))
        if name:
            counts[name] += 1
    best = max(counts, key=lambda mood: counts[mood])
    if counts[best]:
        return best
    for tag in tags:
        if _TAG_MOODS.get(tag, "calm") != "calm":
            return _TAG_MOODS[tag]
    if weather in ("rain", "storm"):
        return "weary"
    if people >= 8:
        return "lively"
    return "lonely" if time == "night" and people == 1 else "calm"
