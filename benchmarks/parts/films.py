"""Whole films by the product's own command: from nothing, after one changed word, and once more."""

import json

from benchmarks.parts import Answer
from benchmarks.studio import REPOSITORY, Film, Home, fetch_weights

SHORT = ("side by side, like cattle", "side by side, like horses")
LONG = ("his own boots", "his own shoes")
"""The one word that is changed, with what stands before it."""
ALMANAC = "harbour-almanac.md"
NINETY_SECONDS_END = "When the fog comes down"
"""Where the almanac is cut for a film of about ninety seconds."""


def change(_rounds: int) -> Answer:
    """A film of ninety seconds, then one word of one line changed."""
    fetch_weights()
    text, changed = _texts(SHORT, end=NINETY_SECONDS_END)
    with Home("short") as home:
        cold = home.make(text, ALMANAC, "ninety-second film from nothing")
        raw = {"cold": cold.row() | {"film_s": _seconds(cold)}}
        again = home.make(changed, ALMANAC, "one word changed")
    figures = {
        "one_line_change_over_cold": round(again.cost.wall_s / cold.cost.wall_s, 3),
        "rerender_cache_hits": again.summary["cache"]["hit_rate"],
    }
    return Answer(figures, {**raw, "changed": again.row(), "made_again": _made_again(again)})


def ten_minutes(_rounds: int) -> Answer:
    """A ten-minute film, one word of it changed, and the changed text once more."""
    fetch_weights()
    text, changed = _texts(LONG)
    with Home("long") as home:
        cold = home.make(text, ALMANAC, "ten-minute film from nothing")
        raw = {"cold": cold.row() | {"film_s": _seconds(cold)}}
        again = home.make(changed, ALMANAC, "one word changed")
        same = home.make(changed, ALMANAC, "nothing changed")
    figures = {
        "ten_minute_wall_s": round(cold.cost.wall_s, 1),
        "ten_minute_picture_cpu_s": round(cold.picture_cpu_s, 1),
        "one_line_change_over_cold_10min": round(again.cost.wall_s / cold.cost.wall_s, 3),
        "peak_rss_mb": round(max(film.cost.peak_mb for film in (cold, again, same))),
    }
    rows = {"changed": again.row(), "made_again": _made_again(again), "same": same.row()}
    return Answer(figures, raw | rows)


def _texts(change: tuple[str, str], end: str = "") -> tuple[str, str]:
    """The almanac up to `end`, and the same with one word changed."""
    old, new = change
    text = (REPOSITORY / "examples" / ALMANAC).read_text(encoding="utf-8")
    text = text[: text.index(end)] if end else text
    if text.count(old) != 1:
        raise ValueError(f"“{old}” must stand once in the text, since its last word is changed.")
    return text, text.replace(old, new)


def _seconds(film: Film) -> float:
    body = json.loads((film.out / "RenderOutput.json").read_text(encoding="utf-8"))["body"]
    return round(body["duration"] * body["rate"]["denominator"] / body["rate"]["numerator"], 2)


def _made_again(film: Film) -> dict[str, int]:
    """How many jobs of each stage were done anew."""
    return {row["stage"]: row["made"] for row in film.summary["stages"] if row["made"]}
