"""Templates that people carry: emotion, scene, crowd."""
# ruff: noqa: E501  # rows of a table read worse when they are broken

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import known
from storyreel.assets.looks.editorial.grounds import choose
from storyreel.assets.looks.editorial.lettering import DISPLAY, ITALIC, fit
from storyreel.assets.looks.editorial.palette import Ground
from storyreel.assets.looks.editorial.people.actor import Standing, actor
from storyreel.assets.looks.editorial.people.dress import Cut
from storyreel.assets.looks.editorial.people.guess import guessed
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.acting import add_actor, cast, disc_apart
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_type,
    hero,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.figures import number
from storyreel.assets.looks.editorial.templates.people_chart import heads, member
from storyreel.assets.looks.editorial.templates.sentence import pictured, sentence, topical
from storyreel.assets.looks.editorial.templates.talk import PEOPLE_NAMES, SUNK
from storyreel.assets.looks.layout.model import Block
from storyreel.assets.meaning import Pick, key_phrase
from storyreel.assets.model import Act
from storyreel.assets.reading import Person
from storyreel.assets.stems import words as spelled
from storyreel.kit.names import gender_hint

MOST_DRAWN = 28
"""People of a crowd who are drawn whole; more are heads in discs."""


MOST_COUNTED = 40
"""Of so many people each gets a face."""


def emotion(work: Brief) -> Page:
    """A feeling: its words large, the face that has it before spiky stars or a calm disc."""
    st, page = work.stage, Page(reason=f"emotion; {work.reading.reason}")
    ground = choose(work.pal, work.mood, work.need.position, avoid=("red",))
    who = (
        cast(work)[:1]
        or unnamed(work)[:1]
        or (guessed("somebody", mood=work.mood_name, key=str(work.seed % 5)),)
    )
    big = (720 if st.wide else 720 if st.shape == "tall" else 430) * work.tight
    x = st.width * ((0.76 if work.right else 0.24) if st.wide else 0.56)
    focus = Focus(x, st.floor - big * 0.5, big * 0.56)
    scene = scene_of(work, ground, focus, quiet=True)
    add_ground(page, scene)
    at = Standing(x, st.floor + SUNK, big, left=work.right, depth=0.7)
    main = add_actor(page, who[0], work.pal, at, ground=ground.color)
    if work.mood_name in ("afraid", "tense", "angry"):
        _tremble(page, len(main.sketches))
    add_floor(page, scene)
    phrase = (work.seen.phrase if work.seen else "") or work.reading.phrase or key_phrase(work.need.words)
    lead = _lead(work.need.words, phrase)
    area = st.text_area(share=0.5, right=not work.right)
    if not st.wide:
        area = Area(area.x, area.y - (20 if st.shape == "tall" else 26), area.width, area.height)
    top = area.y + (70 if st.wide else 0)
    if lead:
        small = fit(lead, ITALIC, Area(0, 0, area.width, 170), largest=68, smallest=44, leading=1.08, lines=2)
        top = add_type(page, "lead", small, area.x, top, ground.text, ground.color) + 24
    room = Area(area.x, top, area.width, area.foot - top)
    big_type = fit(phrase, DISPLAY, room, largest=250 * work.tight, smallest=64, leading=0.94, lines=3)
    # On rays the second colour would lose its contrast at every other one.
    plain = work.mood.shape not in ("rays", "half") and len(big_type.lines) > 1
    accent = ground.accent if plain else ""
    cut_in = (Act(kind="fade", delay_s=0.35, lasts_s=0.12),)
    add_type(page, "phrase", big_type, room.x, top, ground.text, ground.color, last=accent, acts=cut_in)
    return page


def _tremble(page: Page, count: int) -> None:
    """Fear and anger shake the body with its face."""
    shake = Act(kind="tremble", amount=1.5)
    for k in range(len(page.sketches) - count, len(page.sketches)):
        old = page.sketches[k]
        kept = tuple(act for act in old.acts if act.kind != "breathe")
        page.sketches[k] = Sketch(
            old.name, old.svg, old.area, old.depth, old.group, old.grain, (*kept, shake), old.rig
        )


def _lead(text: str, phrase: str) -> str:
    """The words before the phrase, when they are few and the phrase is really there."""
    before, found, _ = text.partition(phrase)
    before = before.strip(' ,;:—–-"“')
    return before if found and 1 <= len(before.split()) <= 9 else ""


def scene(work: Brief) -> Page:
    """A place with who and what is there; without people the thing itself carries the frame."""
    people = work.people[:3] or unnamed(work)
    if not people:
        things = things_of(work)
        return sentence(work) if not things or topical(work, things) else pictured(work, things)
    st, page = work.stage, Page(reason=f"scene; {work.reading.reason}")
    ground = disc_apart(work, choose(work.pal, work.mood, work.need.position, time=work.reading.time), people)
    # Between two people of a narrow frame there is no room for a thing.
    things = things_of(work)[:1] if len(people) < (3 if st.wide else 2) else []
    lone = len(people) == 1 and work.mood_name not in ("lonely", "desolate")
    far = work.need.framing == "establishing" and not lone
    cut: Cut = "whole" if far and len(people) < 3 else "bust"
    places = _places(work, len(people), bool(things))
    big = _height(work, cut)
    lead_x = places[0]
    focus = Focus(
        lead_x, st.floor - big * (0.5 if cut == "bust" else 0.6), big * (0.5 if cut == "bust" else 0.42)
    )
    backdrop = scene_of(work, ground, focus, on="man")
    behind = _thing(work, page, ground, things, people=len(people))
    add_ground(page, backdrop, behind=behind)
    _add_things_last(page)
    for out, (who, x) in reversed(list(enumerate(zip(people, places, strict=True)))):
        size = big * (0.92 if out else 1.0)
        left = x > st.width / 2
        at = Standing(x, st.floor + (SUNK if cut == "bust" else 34), size, left=left, cut=cut, depth=0.7)
        add_actor(page, who, work.pal, at, ground=ground.color)
    add_floor(page, backdrop)
    return page


def unnamed(work: Brief) -> tuple[Person, ...]:
    """People whom the words only call by what they are: up to three, by the words around them."""
    count = min(work.seen.people, 3) if work.seen else 0
    called = [pick for pick in work.reading.picks if pick.name in PEOPLE_NAMES]
    if not count or called:
        return ()
    spoken = spelled(work.need.words)
    said = [
        f"old {word}" if k and spoken[k - 1] == "old" else word
        for k, word in enumerate(spoken)
        if word in WHO
    ]
    names = [*said, *("somebody",) * 3][:count]
    gender = gender_hint(work.need.words)
    out: list[Person] = []
    for k, name in enumerate(names):
        who = guessed(name, mood=work.mood_name, key=f"-{work.seed % 97}-{k}")
        if gender and k == 0 and not gender_hint(name):
            look = who.appearance.model_copy(update={"gender": gender, "wears": ""})
            who = who.model_copy(update={"appearance": look})
        out.append(who)
    return tuple(out)


WHO = frozenset(
    [
        "teacher",
        "doctor",
        "nurse",
        "king",
        "queen",
        "grandmother",
        "grandfather",
        "mother",
        "father",
        "sister",
        "brother",
        "captain",
        "keeper",
        "sailor",
        "fisherman",
        "baker",
        "farmer",
        "soldier",
        "scientist",
        "writer",
        "student",
        "worker",
        "neighbour",
        "widow",
        "old",
        "prince",
        "princess",
        "uncle",
        "aunt",
        "professor",
        "child",
        "boy",
        "girl",
        "man",
        "woman",
    ]
)
"""Words for somebody without a name."""
PLACE_THINGS = {
    "sea_cliff": "lighthouse", "lamp_room": "lamp", "harbour": "ship", "beach": "boat", "ship_deck": "boat",
    "open_sea": "boat", "island": "boat", "river": "boat", "lake": "boat", "bridge": "bridge", "well": "well",
    "yard": "house", "village": "village", "street": "lamp", "square": "lamp", "city": "village", "castle": "castle",
    "farm": "tractor", "field": "tree", "garden": "tulip", "park": "tree", "forest": "pine", "jungle": "tree",
    "hills": "tree", "mountains": "mountain", "volcano": "volcano", "desert": "cactus", "snowfield": "penguin",
    "road": "tree", "space": "rocket", "kitchen": "table", "bedroom": "bed", "library": "book", "school": "book",
    "shop": "shop", "inn": "table", "church": "church", "factory": "factory", "hospital": "hospital",
    "room": "chair", "hall": "chair", "house": "window", "station": "train", "airport": "airplane",
    "workshop": "hammer", "office": "table", "cellar": "stairs", "attic": "window", "graveyard": "tree",
}  # fmt: skip
"""What stands for a place when the words name nothing else."""


def things_of(work: Brief) -> list[Pick]:
    """What can be drawn beside people: the words' own things, else what stands for the place."""
    named = [p for p in work.reading.picks if known(p.name) and p.name not in PEOPLE_NAMES]
    usual = PLACE_THINGS.get(work.seen.place, "") if work.seen else ""
    return named or ([Pick(usual, work.seen.place)] if work.seen and known(usual) else [])


def _places(work: Brief, count: int, thing: bool) -> tuple[float, ...]:
    """Where people stand: thirds, and the side that the position asks for first."""
    st = work.stage
    if count == 1:
        one = 0.66 if thing else (0.64, 0.6, 0.56, 0.62)[work.turn]
        shares: tuple[float, ...] = (one,) if st.wide else (0.66 if thing else 0.53,)
    elif count == 2:
        shares = ((0.74, 0.24) if thing else (0.66, 0.34)) if st.wide else (0.73, 0.25)
    else:
        shares = (0.52, 0.78, 0.26) if st.wide else (0.5, 0.82, 0.18)
    return tuple(st.width * (s if work.right else 1 - s) for s in shares)


def _height(work: Brief, cut: Cut) -> float:
    st, k = work.stage, work.mood.subject * work.tight
    close = work.need.framing == "close"
    if cut == "whole":
        return (640 if st.wide else 880 if st.shape == "tall" else 560) * min(k, 1.06)
    alone = len(work.people) < 2
    crowded = (len(work.people) or (work.seen.people if work.seen else 0)) > 2
    base = (830 if alone else 780) if st.wide else (960 if alone else 840) if st.shape == "tall" else 600
    base *= (0.9 if st.wide else 0.7) if crowded else 1.0
    return base * min(k, 1.05) * (1.1 if close else 1.0)


def _thing(work: Brief, page: Page, ground: Ground, things: list[Pick], *, people: int) -> str:
    st = work.stage
    if not things:
        return ""
    share = (0.5 if people > 1 else 0.27) if st.wide else (0.5 if people > 1 else 0.24)
    x = st.width * (share if work.right else 1 - share)
    room = 430 if st.wide else 480 if st.shape == "tall" else 330
    placed = hero(
        work, page, ground, things[0], x=x, height=room * (1.15 if people == 1 else 0.8),
        width=st.width * (0.34 if people == 1 else 0.22 if st.wide else 0.3), layer="prop", depth=0.5, top=90,
    )  # fmt: skip
    page.sketches.append(placed.sketch)
    return placed.aura


def _add_things_last(page: Page) -> None:
    """The ground was added after the thing that throws light on it: bring it to the back."""
    page.sketches.sort(key=lambda sketch: sketch.name != "ground")


def crowd(work: Brief) -> Page:
    """As many people as are said, standing in rows; without a number a full row."""
    st, page = work.stage, Page(reason=f"crowd; {work.reading.reason}")
    count = work.seen.people if work.seen and work.seen.people else 9 if st.wide else 7
    if work.seen and any(figure.amount > MOST_COUNTED for figure in work.seen.figures[:1]):
        return number(work)
    if count > MOST_DRAWN:
        return heads(work, page, count)
    ground = choose(work.pal, work.mood, work.need.position, time=work.reading.time)
    scene_ = scene_of(work, ground, Focus(st.width / 2, st.floor * 0.5, st.floor * 0.36), on="man")
    add_ground(page, scene_)
    rows = 1 if count <= (9 if st.wide else 4) else 2 if count <= (20 if st.wide else 10) else 3
    per = -(-count // rows)
    height = (600, 500, 430)[rows - 1] * (1.0 if st.wide else 1.1) * work.tight
    step = (st.width - 2 * st.margin) / per
    left = count
    for row in range(rows):
        here = min(left, per) if row else count - per * (rows - 1)
        left -= here
        depth = 0.4 + 0.4 * row / max(rows - 1, 1)
        svg, foot = "", st.floor + 30 - (rows - 1 - row) * height * 0.36
        for k in range(here):
            shift = (row % 2) * step * 0.25
            x = st.width / 2 + (k - (here - 1) / 2) * step + shift - (step * 0.125 if rows > 1 else 0)
            svg += _one(work, f"{row}-{k}", x, foot, height * (0.8 + 0.2 * (row + 1) / rows), ground)
        area = Area(0, foot - height * 1.3, st.width, height * 1.35)
        sway = (Act(kind="float", amount=3, period_s=3.2 + row * 0.7),)
        page.sketches.append(Sketch(f"row{row}", svg, area, depth, "subject", acts=sway))
        page.blocks.append(Block(f"row{row}", "subject", area, f"row{row}"))
        page.people += here
    add_floor(page, scene_)
    return page


def _one(work: Brief, key: str, x: float, foot: float, height: float, ground: Ground) -> str:
    who = member(work, key)
    at = Standing(x, foot, height, left=x > work.stage.width / 2, cut="whole")
    return actor(who, work.pal, at, ground=ground.color, rig=f"crowd{key}").sketches[0].svg
