"""Words -> what there is to see."""

from storyreel.assets.meaning import read as plain_reading
from storyreel.assets.reader.kinds import kind_scores
from storyreel.assets.reader.setting import SURE, named_place, place_weights
from storyreel.assets.reader.sky import time_of, weather_of
from storyreel.assets.reader.surroundings import Surroundings
from storyreel.assets.reading import Reading, Thing
from storyreel.kit.decision import Decision, decide


def read_shot(words: str, around: Surroundings) -> Reading:
    """What a shot shows, from its own words and from where it stands."""
    plain = plain_reading(words)
    things = tuple(Thing(name=p.name, word=p.word, denied=p.denied) for p in plain.picks)
    own, _ = named_place(words)
    sure = place_weights(words).get(own, (0.0, ""))[0] >= SURE
    place = own if sure else around.place or own
    kind = "title" if around.title else "chapter" if around.chapter else "credits" if around.credits else ""
    if not kind:
        kind = "dialogue" if around.dialogue else "scene" if place or things else "sentence"
    return Reading(
        kind=kind,
        place=place,
        time=time_of(words)[0] or around.time,
        weather=weather_of(words)[0] or around.weather,
        subject=things[0] if things else None,
        props=things[1:],
        phrase=plain.phrase,
        said_by=around.speaker,
        reason=plain.reason,
    )


def decide_kind(words: str, around: Surroundings, about: str) -> Decision:
    """Why the shot is of its kind, with what else it could have been; `about` is `shot:ID`."""
    facts = {"kind": read_shot(words, around).kind}
    return decide(
        about, "picture kind", "storyreel.assets.reader.kinds:kind_scores", kind_scores(**facts), {}, **facts
    )
