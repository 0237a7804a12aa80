"""Which kind of picture the words ask for: rules in order, the first that holds wins.

All rules that hold keep a score, so that the choice can be explained and a look can take the next one.
"""
# ruff: noqa: E501  # rows of words read worse when they are broken or quoted one by one

from storyreel.assets.reading import PictureKind

QUOTE_WORDS = 24
"""A longer quotation does not fit a frame as lettering."""
QUOTE_SHARE = 60
"""Percent of a line's words that a quotation takes at least."""
STEP = 0.03
"""By how much a later rule scores less."""
SHOWN = 20
"""From here on a plain count is shown as a number; fewer things are drawn instead."""
ORDER: tuple[PictureKind, ...] = (
    "title", "chapter", "credits", "dialogue", "quote", "journey", "people_chart", "chart", "timeline", "process",
    "list", "lower_third", "crowd", "emotion", "number", "comparison",
)  # fmt: skip


def kind_scores(
    *,
    form: str = "",
    card: str = "",
    dialogue: bool = False,
    words: int = 0,
    quotes: int = 0,
    quoted_percent: int = 0,
    years: int = 0,
    measures: int = 0,
    number: bool = False,
    share: bool = False,
    listed: int = 0,
    steps: int = 0,
    stops: int = 0,
    sides: int = 0,
    introduced: bool = False,
    crowd: int = 0,
    feeling: bool = False,
    things: int = 0,
    people: int = 0,
    place: bool = False,
    sky: bool = False,
) -> dict[str, float]:
    """Score by kind; a rule that does not hold scores 0.

    `card` is title, chapter or credits; `measures` counts figures of one unit; `share` is `N of M`;
    `sky` says that the line itself names weather or time.
    """
    holds: dict[str, bool] = {
        "title": card == "title",
        "chapter": card == "chapter",
        "credits": card == "credits",
        "dialogue": quotes >= 2 or dialogue,
        "quote": form == "quote" or (quotes == 1 and (quoted_percent >= QUOTE_SHARE or words <= QUOTE_WORDS)),
        "journey": stops >= 2,
        "people_chart": share,
        "chart": measures >= 2,
        "timeline": years >= 2,
        "process": steps >= 2,
        "list": listed >= 2,
        "lower_third": introduced,
        "crowd": crowd > 0,
        "emotion": feeling,
        "number": number,
        "comparison": sides >= 2,
    }
    scores: dict[str, float] = {
        kind: round(1 - STEP * rank, 2) if holds[kind] else 0.0 for rank, kind in enumerate(ORDER)
    }
    seen = things > 0 or people > 0 or place or sky
    return {**scores, "scene": 0.4 if seen else 0.0, "sentence": 0.3}


def reasons(scores: dict[str, float]) -> dict[str, str]:
    """Why each kind has its score, as the end of a sentence."""
    return {kind: WHY[kind] if score else "nothing in the line asks for it" for kind, score in scores.items()}


WHY: dict[str, str] = {
    "title": "it is the film's title",
    "chapter": "it is a heading",
    "credits": "it is the end card",
    "dialogue": "somebody speaks to somebody",
    "quote": "it is mostly a quotation",
    "journey": "it names the stops of a way",
    "people_chart": "it says how many of how many",
    "chart": "it compares figures of one unit",
    "timeline": "it names two years",
    "process": "it tells steps in order",
    "list": "it lists things",
    "lower_third": "it introduces somebody with title and name",
    "crowd": "many people are there",
    "emotion": "it tells a feeling and no thing",
    "number": "it says a number with its unit",
    "comparison": "it holds two things against each other",
    "scene": "it names what can be seen",
    "sentence": "its words can always be set",
}
