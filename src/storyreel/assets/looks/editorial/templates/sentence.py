"""The sentence: mainly a picture, one or two objects on a designed ground, at most a key phrase."""

import re
from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.compose import PLAIN, Manner, Placed
from storyreel.assets.looks.editorial.grounds import choose
from storyreel.assets.looks.editorial.icons import HANGING
from storyreel.assets.looks.editorial.lettering import DISPLAY, fit
from storyreel.assets.looks.editorial.moods import ALIASES, MOODS
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import (
    BUST,
    add_floor,
    add_ground,
    add_type,
    drawable,
    hero,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.lettered import typographic
from storyreel.assets.meaning import Pick
from storyreel.assets.nouns import LARGE, PEOPLE
from storyreel.assets.stems import stem, words

FRAMING_SCALE = {"establishing": 0.78, "medium": 1.0, "close": 1.14, "insert": 1.06, "title": 1.0}
WEATHER = frozenset(("fog", "rain", "storm", "snowflake", "cloud", "wind-face"))
"""The ground shows these already: beside another object they are not drawn twice."""
ADULTS = frozenset(("keeper", "man", "woman", "old-man", "old-woman"))
GROUPS = frozenset(("crowd", "crew", "children"))
READ = frozenset(
    ("clock", "alarm-clock", "calendar", "newspaper", "letter", "book", "scroll", "signpost", "map", "graph",
     "mobile-phone", "radio", "coin", "banknote", "die", "piano", "scissors", "violin", "guitar", "globe")
)  # fmt: skip
"""Things that are wrong the other way round."""
CROSSING = frozenset(("slash", "burst"))
"""Shapes that would run under the words of a tall frame."""


def sentence(work: Brief) -> Page:
    """One object by meaning on its ground, a second one beside it, or type alone where no object fits."""
    picks = drawable(work)
    if not picks:
        return typographic(work)
    if topical(work, picks):
        return typographic(work, picks[0])
    if work.mood_name == "lonely":
        # One small figure in a wide frame: a person if there is one.
        picks = sorted(picks, key=lambda pick: pick.name not in PEOPLE)[:1]
    return pictured(work, picks)


def topical(work: Brief, picks: list[Pick]) -> bool:
    """Whether the only thing is the film's and no word of this line calls it: it stands cropped beside type.

    Every second such shot has the thing in full.
    """
    said = work.need.words.lower()
    return (
        len(picks) == 1
        and work.need.position % 2 == 0
        and picks[0].name not in PEOPLE
        and (not picks[0].word or picks[0].word.lower() not in said)
    )


def pictured(work: Brief, picks: list[Pick]) -> Page:
    """A frame that an object carries."""
    st, page = work.stage, Page(reason=work.reading.reason)
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time)
    phrase = work.reading.phrase if work.need.framing == "close" else ""
    if len(phrase) > 26 or work.mood_name == "lonely":
        phrase = ""
    if phrase:
        picks = _told_by(phrase, picks)
    second = picks[1] if len(picks) > 1 and not phrase and work.need.framing != "insert" else None
    if second and (second.name in WEATHER or _belongs(work.need.words, second, picks[0])):
        second = None
    if second and second.name in PEOPLE and picks[0].name in GROUPS:
        second = None
    if second and second.name in PEOPLE and picks[0].name not in LARGE | PEOPLE:
        # A loaf is not taller than the one who bakes it.
        picks, second = [second, picks[0]], picks[0]
    if phrase and not st.wide and work.mood.shape in CROSSING:
        work = replace(work, mood=replace(work.mood, shape="disc"))
    scale = FRAMING_SCALE[work.need.framing] * work.mood.subject
    height = st.subject_height(words=bool(phrase)) * min(scale, 1.08)
    x = st.subject_x(right=work.right, words=bool(phrase))
    if not phrase and second is None and work.mood_name != "lonely":
        x = st.width * (0.56 if work.right else 0.44)
    width = st.width * (0.42 if phrase and st.wide else 0.5 if st.wide else 0.78) * max(scale, 0.5)
    if second and not st.wide:
        # Side by side: in a narrow frame the second thing would stand behind the first.
        x, width = st.width * (0.64 if work.right else 0.36), st.width * 0.56
    top = 60.0 if st.wide or not phrase else st.text_area().foot
    face = bool(phrase) and picks[0].name in ADULTS
    main = hero(
        work,
        page,
        ground,
        picks[0],
        x=x,
        height=height,
        width=width,
        top=top,
        mirror=_mirror(work, picks[0]),
        manner=Manner(sunk=BUST) if face else PLAIN,
    )
    others = [_second(work, page, second, picks[0], x)] if second else []
    focus = _focus(work, main.area)
    room = _phrase_area(work) if phrase else None
    scene = scene_of(work, ground, focus, clear=room, on=picks[0].name)
    add_ground(page, scene, behind="".join(p.aura for p in (main, *others)))
    page.sketches += [p.sketch for p in others] + [main.sketch]
    add_floor(page, scene)
    if phrase:
        _phrase(work, page, phrase, ground.text, ground.accent, ground.color)
    return page


def _told_by(phrase: str, picks: list[Pick]) -> list[Pick]:
    """The object that suits a phrase comes first: a face beside a feeling, else what the phrase names."""
    said = set(words(phrase))
    feeling = {stem(word) for word in (*MOODS, *ALIASES) if word} & {stem(word) for word in said}
    named = [pick for pick in picks if pick.word in said]
    faces = [pick for pick in picks if pick.name in PEOPLE] if feeling or not named else []
    first = (faces or named or picks)[0]
    return [first, *(pick for pick in picks if pick is not first)]


def _belongs(text: str, part: Pick, whole: Pick) -> bool:
    """Whether a thing is said to be a part of another: a ship's horn needs no picture of its own."""
    return re.search(rf"\b{re.escape(whole.word)}['’]s\s+{re.escape(part.word)}", text.lower()) is not None


def _phrase(work: Brief, page: Page, phrase: str, fill: str, accent: str, ground: str) -> None:
    st = work.stage
    area = _phrase_area(work)
    setting = fit(phrase, DISPLAY, area, largest=230 if st.wide else 200, smallest=70, leading=0.94, lines=3)
    top = area.y + (area.height - setting.height) * (0.5 if st.wide else 0.3)
    last = accent if len(setting.lines) > 1 else ""
    add_type(page, "phrase", setting, area.x, top, fill, ground, last=last)


def _phrase_area(work: Brief) -> Area:
    return work.stage.text_area(share=0.46, right=not work.right)


def _second(work: Brief, page: Page, pick: Pick, main: Pick, x: float) -> Placed:
    st = work.stage
    side = -1 if x > st.width / 2 else 1
    at = x + side * st.width * (0.31 if st.wide else 0.45)
    height = st.subject_height(words=False) * _second_share(pick, main)
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time)
    return hero(
        work,
        page,
        ground,
        pick,
        x=at,
        height=height,
        width=st.width * (0.24 if st.wide else 0.3),
        layer="second",
        depth=0.8,
        top=120,
        mirror=side > 0 and pick.name in PEOPLE,
    )


def _second_share(pick: Pick, main: Pick) -> float:
    """Height of the second object as a share of a full-size subject."""
    if pick.name in PEOPLE:
        return 0.8 if main.name in PEOPLE else 0.52
    if main.name in PEOPLE:
        return 0.8 if pick.name in LARGE else 0.5 if pick.name in HANGING else 0.34
    return 0.46


def _mirror(work: Brief, pick: Pick) -> bool:
    """People look into the picture; a thing that comes back in a film is seen from its other side."""
    if pick.name in PEOPLE:
        return work.right
    return not work.right and pick.name not in READ


def _focus(work: Brief, area: Area) -> Focus:
    st = work.stage
    r = min(max(area.height * 0.52, area.width * 0.42, st.floor * 0.22), st.floor * 0.42, st.width * 0.44)
    return Focus(area.center, max(area.y + area.height * 0.46, r * 0.72), r)
