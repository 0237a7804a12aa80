"""Time of day and weather by the words that name them."""
# ruff: noqa: E501  # rows of words read worse when they are broken

import re

from storyreel.assets.reader.tokens import matches, phrase_table, tokens
from storyreel.assets.reading import Time, Weather

TIMES: dict[Time, str] = {
    "dawn": "dawn sunrise daybreak first_light early_morning cockcrow before_breakfast sun_rose rising_sun",
    "dusk": "dusk sunset evening twilight nightfall sundown late_afternoon sun_set sun_sank last_light sun_went_down",
    "night": "night midnight moon moonlight moonlit starlight starry stars_came_out lantern_light bedtime "
    "darkness after_dark sleepless overnight at_night nightly in_the_dark pitch_dark",
    "day": "noon midday daylight morning afternoon sunny sunlight sunshine lunch daytime",
}
WEATHERS: dict[Weather, str] = {
    "storm": "storm thunder lightning gale tempest squall hurricane thunderstorm cyclone typhoon stormy",
    "rain": "rain drizzle downpour raindrop rainy rained raining wet_street umbrella puddle shower_of_rain",
    "snow": "snow snowfall blizzard snowy snowed snowflake frost snowstorm sleet icicle snowdrift winter_night",
    "fog": "fog mist haze foggy misty",
    "clear": "sunny sunshine cloudless clear_sky blue_sky starry",
}
_TIME_TABLE = phrase_table(TIMES.items())
_WEATHER_TABLE = phrase_table(WEATHERS.items())
_NOT_HERE = re.compile(
    r"\b(?:last|every|each|one|by|all|per|any|many|most|some|(?:\w+)ty|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d+)\s+$",
    re.I,
)
_TIMELESS = frozenset(["morning", "evening", "night", "afternoon"])


def time_of(text: str, *, lasting: bool = False) -> tuple[Time, str]:
    """The time of day that the words set, and the word that says so; the first one that holds.

    With `lasting` only what goes for more than the moment: `each evening` sets no scene.
    """
    spoken = tokens(text)
    for start, stop, name in matches(spoken, _TIME_TABLE):
        before = " ".join(token.lower for token in spoken[max(0, start - 2) : start]) + " "
        if lasting and _NOT_HERE.search(before):
            continue
        if denied(before) or (stop - start == 1 and _greets(spoken[start].lower, before)):
            continue
        return name, " ".join(token.plain for token in spoken[start:stop])
    return "", ""


def weather_of(text: str) -> tuple[Weather, str]:
    """The weather that the words set, and the word that says so; the worst one wins."""
    spoken = tokens(text)
    found: dict[Weather, str] = {}
    for start, stop, name in matches(spoken, _WEATHER_TABLE):
        before = " ".join(token.lower for token in spoken[max(0, start - 3) : start]) + " "
        if not denied(before) and " like " not in f" {before}":
            found.setdefault(name, " ".join(token.plain for token in spoken[start:stop]))
    for weather in WEATHERS:
        if weather in found:
            return weather, found[weather]
    return "", ""


def denied(before: str) -> bool:
    """Whether the few words before a word say that it is not there."""
    return bool(re.search(r"\b(?:no|not|without|never|nor|neither|\w+n't)\b", before))


def _greets(word: str, before: str) -> bool:
    return word in _TIMELESS and before.endswith("good ")
