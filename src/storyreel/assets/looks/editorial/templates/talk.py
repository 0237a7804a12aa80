"""Templates of people who talk: dialogue, quotation, lower third."""
# ruff: noqa: E501  # rows of a table read worse when they are broken
# rows of SVG read worse when they are broken

import re

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known
from storyreel.assets.looks.editorial.palette import Ground, GroundName
from storyreel.assets.looks.editorial.people.actor import Standing
from storyreel.assets.looks.editorial.people.guess import guessed
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.acting import (
    Said,
    add_actor,
    add_balloon,
    add_tag,
    cast,
    ground_for,
    mouth_tip,
)
from storyreel.assets.looks.editorial.templates.blocks import add_floor, add_ground, hero, scene_of
from storyreel.assets.meaning import key_phrase
from storyreel.assets.reading import Person

MOST_SAID = 18
"""Words that a balloon holds; of longer speech the strongest sentence is set."""
MOST_BESIDE_CAPTIONS = 6
SHORT_CRY = re.compile(r"\w+[!?]+")
"""One word that is cried or asked."""
SUNK = 70.0
"""Design units of a bust below the floor's edge."""


def said_of(work: Brief) -> str:
    """The spoken words of a shot, short enough to be set."""
    text = said_words(work)
    if len(text.split()) <= MOST_SAID:
        return text
    sentences = [s for s in re.split(r"(?<=[.!?…])\s+", text) if 2 <= len(s.split()) <= MOST_SAID]
    return max(sentences, key=lambda s: len(s.split())) if sentences else key_phrase(text) or text


def in_balloon(work: Brief) -> str:
    """What a balloon shows: beside captions no second copy of them, but the words that matter, or a cry's mark."""
    text = said_words(work)
    if not work.need.captions or len(text.split()) <= MOST_BESIDE_CAPTIONS:
        return said_of(work) if not SHORT_CRY.fullmatch(text) else text[-1]
    sentences = [s.strip() for s in re.split(r"(?<=[.!?…])\s+", text)]
    short = [s for s in sentences if len(s.split()) <= MOST_BESIDE_CAPTIONS]
    if short and len(short[0].split()) > 1:
        return max(short, key=lambda s: len(s.split()))
    first = re.split(r"[,;:]\s|\s[—–-]\s", sentences[0])[0].strip()
    if 1 < len(first.split()) <= MOST_BESIDE_CAPTIONS:
        return first.rstrip(".,;:!?") + "…"
    if text.endswith("?"):
        return "?"
    phrase = work.seen.phrase if work.seen else ""
    return phrase if phrase and phrase.lower() in text.lower() else key_phrase(text) or "…"


def said_words(work: Brief) -> str:
    """The spoken words of a shot; a comma before `she said` goes."""
    text = spoken((work.seen.quote if work.seen else "") or work.need.words).strip()
    return text.rstrip(",;:") + "." if text.endswith((",", ";", ":")) else text


def spoken(text: str) -> str:
    """What stands between the quotation marks, or the whole text."""
    inside = [part.strip() for part in re.findall(r"[\"“«]([^\"”»]+)[\"”»]", text)]
    return " ".join(inside).rstrip(",") if inside else text.strip().strip("\"'“”‘’ ")


def dialogue(work: Brief) -> Page:
    """Two people who face each other; the balloon belongs to the one who speaks."""
    people = cast(work) or (guessed("", speaks=True, gesture="speaking", key="-voice"),)
    st, page = work.stage, Page(reason=f"dialogue; {work.reading.reason}")
    speaker, other = people[0], people[1] if len(people) > 1 else None
    evens: tuple[GroundName, ...] = ("paper", "sun") if work.turn else ("sun", "paper")
    ground = ground_for(work, evens, ("sky", "teal"), people[:2])
    # Everybody keeps a side of the frame for the whole conversation.
    on_right = (speaker.id > other.id) if other else work.right
    x, far = (st.width * s for s in ((0.78, 0.19) if on_right else (0.22, 0.81)))
    big = (740 if st.wide else 780 if st.shape == "tall" else 480) * work.tight
    focus = Focus(x, st.floor - big * 0.34, big * (0.5 if st.wide else 0.46))
    scene = scene_of(work, ground, focus)
    add_ground(page, scene)
    _between(work, page, ground, len(people))
    if other:
        at = Standing(far, st.floor + SUNK, big * 0.84, left=not on_right, depth=0.45, shaded=True)
        add_actor(page, _quiet(other), work.pal, at, ground=ground.color)
    at = Standing(x, st.floor + SUNK, big, left=on_right, depth=0.75)
    main = add_actor(page, speaker, work.pal, at, ground=ground.color)
    add_floor(page, scene)
    tip = mouth_tip(main, left=on_right, above=True)
    room = _balloon_room(work, page, on_right=on_right)
    add_balloon(work, page, Said(in_balloon(work), room, 112 if st.wide else 92), tip)
    return page


def _quiet(who: Person) -> Person:
    return who.model_copy(update={"speaks": False, "gesture": "listening"})


def _balloon_room(work: Brief, page: Page, *, on_right: bool) -> Area:
    """Above all heads and beside the speaker's."""
    st = work.stage
    heads = min(b.area.y for b in page.blocks if b.role == "face")
    if not st.wide:
        return Area(
            st.margin * 0.7, 84, st.width - st.margin * 1.4, heads - 84 - (190 if st.shape == "tall" else 90)
        )
    face = max((b.area for b in page.blocks if b.role == "face"), key=lambda a: a.width)
    width = (face.x if on_right else st.width - face.right) - 110
    lower = max(b.area.y for b in page.blocks if b.role == "face")
    return Area(60 if on_right else face.right + 50, 54, width, max(lower - 170, 250))


def _between(work: Brief, page: Page, ground: Ground, people: int) -> None:
    """The thing they talk about, between them."""
    st = work.stage
    things = [pick for pick in work.reading.picks if known(pick.name) and pick.name not in PEOPLE_NAMES]
    if not things or not st.wide or people < 2:
        return
    placed = hero(
        work, page, ground, things[0], x=st.width * 0.49, height=250, width=280, layer="prop", depth=0.5,
        top=st.floor - 420,
    )  # fmt: skip
    page.sketches.append(placed.sketch)


PEOPLE_NAMES = frozenset(
    ("man", "woman", "boy", "girl", "child", "crowd", "crew", "children", "keeper", "old-man", "old-woman")
)


def lower_third(work: Brief) -> Page:
    """Who somebody is: the person large, the name on a torn strip."""
    st, page = work.stage, Page(reason=f"lower third; {work.reading.reason}")
    people = cast(work, _named(work)) or (guessed("somebody"),)
    who = people[0]
    name = who.name or _named(work)
    ground = ground_for(work, ("paper", "sun"), ("teal", "sky"), (who,))
    big = (820 if st.wide else 900 if st.shape == "tall" else 600) * work.tight
    x = st.width * ((0.72 if work.right else 0.28) if st.wide else 0.56)
    r = big * 0.56
    scene = scene_of(work, ground, Focus(x, st.floor - r * 0.8, r), quiet=True)
    add_ground(page, scene)
    if st.wide:
        _beside(work, page, ground)
    at = Standing(x, st.floor + SUNK, big, left=work.right, depth=0.7)
    add_actor(page, who, work.pal, at, ground=ground.color)
    add_floor(page, scene)
    width = st.width * (0.44 if st.wide else 0.8)
    left = st.margin if work.right or not st.wide else st.width - st.margin - width
    add_tag(
        work, page, "name", name, left, st.floor - 34, size=92 if st.wide else 76, most=width - 60, anchor="start",
        sub=_role(work, name), up=True,
    )  # fmt: skip
    return page


def _named(work: Brief) -> str:
    if work.seen and work.seen.said_by:
        return work.seen.said_by
    found = re.search(
        r"\b(?:Dr|Prof|Mr|Mrs|Ms|Old|Captain|Doctor|Professor)\.? [A-Z]\w+(?: [A-Z]\w+)?", work.need.words
    )
    return found.group() if found else work.need.speaker


def _role(work: Brief, name: str) -> str:
    """What the words say of somebody, right after the name."""
    if work.seen and work.seen.heading and work.seen.heading.lower() not in name.lower():
        return work.seen.heading
    rest = work.need.words.partition(name)[2].strip(" ,.") if name else ""
    return rest if 1 <= len(rest.split()) <= 8 else ""


def _beside(work: Brief, page: Page, ground: Ground) -> None:
    st = work.stage
    things = [pick for pick in work.reading.picks if known(pick.name) and pick.name not in PEOPLE_NAMES]
    if not things:
        return
    x = st.width * (0.25 if work.right else 0.75)
    placed = hero(
        work, page, ground, things[0], x=x, height=430, width=520, layer="prop", depth=0.5, top=60,
    )  # fmt: skip
    lifted = placed.sketch
    page.sketches.append(
        Sketch(
            "prop",
            f'<g transform="translate(0,-215)">{lifted.svg}</g>',
            _up(lifted.area, 215),
            0.5,
            "subject",
        )
    )


def _up(area: Area, by: float) -> Area:
    return Area(area.x, area.y - by, area.width, area.height + by)
