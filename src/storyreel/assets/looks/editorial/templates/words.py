"""Templates that type leads: title, chapter, quote."""

import re
from dataclasses import replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.compose import Placed
from storyreel.assets.looks.editorial.grounds import choose, fixed
from storyreel.assets.looks.editorial.lettering import DISPLAY, KICKER, fit
from storyreel.assets.looks.editorial.palette import Ground, contrast
from storyreel.assets.looks.editorial.people.actor import Standing
from storyreel.assets.looks.editorial.people.guess import guessed
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.shapes import rect
from storyreel.assets.looks.editorial.stage import Area, Shape
from storyreel.assets.looks.editorial.templates.acting import add_actor, cast, disc_apart
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    add_type,
    drawable,
    hero,
    scene_of,
)
from storyreel.assets.looks.editorial.templates.talk import SUNK, said_words
from storyreel.assets.model import Act
from storyreel.assets.reading import Person
from storyreel.kit.names import gender_hint

SEEN = 1.6
"""Contrast under which a mark is lost on its ground."""
MARK: dict[Shape, float] = {"wide": 128.0, "tall": 104.0, "square": 64.0}
"""Size of the drawn quotation mark."""


def title(work: Brief) -> Page:
    """The film's or a scene's name, large, with the hero it names."""
    st, page = work.stage, Page(reason=f"title; {work.reading.reason}")
    ground = fixed(work.pal, work.need.position, "red", "teal")
    x = st.subject_x(words=True)
    main = _hero_or_none(work, page, ground, x, 560 if st.wide else 540)
    area = st.text_area(share=0.57)
    largest = 250 if st.wide else 220
    setting = fit(work.need.words, DISPLAY, area, largest=largest, smallest=64, leading=0.92, lines=4)
    top = area.y + (area.height - setting.height) * (0.5 if st.wide else 0.12)
    focus = _below(work, x, 320, top + setting.height)
    scene = scene_of(_round(work), ground, focus, quiet=True)
    add_ground(page, scene, behind=main.aura if main else "")
    if main:
        page.sketches.append(main.sketch)
    add_floor(page, scene)
    rise = (Act(kind="rise", amount=8, lasts_s=0.5),)
    add_type(page, "title", setting, area.x, top, ground.text, ground.color, acts=rise)
    return page


def _below(work: Brief, x: float, r: float, foot: float) -> Focus:
    """The disc of a card: in narrow frames it begins below the last line."""
    st = work.stage
    if not st.wide:
        r = min(r, (st.floor - foot - 50) / 1.8)
    return Focus(x, st.floor - r * 0.84, r)


def _round(work: Brief) -> Brief:
    """Cards have a disc or rings; other shapes would run under their words."""
    shape = work.mood.shape if work.mood.shape in ("disc", "rings") else "disc"
    return replace(work, mood=replace(work.mood, shape=shape))


def chapter(work: Brief) -> Page:
    """A part of the film: its count small, its name large, on a dark ground with a rule."""
    st, page = work.stage, Page(reason=f"chapter; {work.reading.reason}")
    ground = fixed(work.pal, work.need.position, "ink", "deep")
    kicker, name = chapter_parts(work)
    x = st.subject_x(words=True)
    main = _hero_or_none(work, page, ground, x, 470 if st.wide else 480)
    area = st.text_area(share=0.55)
    top = area.y + (90 if st.wide else 0)
    room = Area(area.x, top + 70, area.width, area.foot - top - 70)
    setting = fit(name, DISPLAY, room, largest=190 * work.tight, smallest=60, leading=0.94, lines=4)
    focus = _below(work, x, 300, top + 70 + setting.height)
    scene = scene_of(_round(work), ground, focus, quiet=True)
    add_ground(page, scene, behind=main.aura if main else "")
    if main:
        page.sketches.append(main.sketch)
    add_floor(page, scene)
    if kicker:
        add_line(page, "kicker", kicker, area.x + 98, top + 30, KICKER, 36, ground.accent, ground.color,
                 extra=f'<path d="{rect(area.x, top + 14, 74, 8, 4)}" fill="{ground.accent}"/>')  # fmt: skip
        top += 70
    add_type(page, "title", setting, area.x, top, ground.text, ground.color)
    return page


def chapter_parts(work: Brief) -> tuple[str, str]:
    """What counts a chapter (`Chapter Two`) and what names it."""
    text = work.need.words.strip()
    found = re.match(r"(?i)((?:chapter|part|book|act|scene|step)\s+[\w]+)\s*[:.—–-]\s*(.+)", text)
    if found:
        return found.group(1), found.group(2)
    return "", text


def quote(work: Brief) -> Page:
    """Somebody's words beside the one who says them."""
    st, page = work.stage, Page(reason=f"quote; {work.reading.reason}")
    ground = (
        choose(work.pal, work.mood, work.need.position, avoid=("red", "sun"))
        if work.mood_name
        else fixed(work.pal, work.need.position, "paper", "teal")
    )
    who = (cast(work) or (_unnamed(work),))[0]
    x = st.width * ((0.745 if work.right else 0.255) if st.wide else 0.6)
    area = st.text_area(share=0.5, right=not work.right)
    text = said_words(work)
    below = MARK[st.shape] + 40
    room = Area(area.x, area.y + below, area.width, area.height - below - (68 if st.wide else 58))
    setting = fit(text, DISPLAY, room, largest=150 * work.tight, smallest=44, leading=1.0, lines=6)
    big = (810 if st.wide else 720 if st.shape == "tall" else 480) * work.tight * (1.0, 0.94)[work.turn // 2]
    r = big * 0.5 if st.wide else min(big * 0.5, (st.floor - room.y - setting.height - 110) / 1.6)
    apart = disc_apart(work, ground, (who,))
    scene = scene_of(_round(work), apart, Focus(x, st.floor - r * 0.8, r), quiet=True, on="man")
    add_ground(page, scene)
    at = Standing(x, st.floor + SUNK, big, left=work.right or not st.wide, depth=0.7)
    add_actor(page, who, work.pal, at, ground=apart.color)
    add_floor(page, scene)
    page.sketches.append(_mark(area, ground, MARK[st.shape]))
    foot = add_type(page, "quote", setting, room.x, room.y, ground.text, ground.color)
    name = work.need.speaker or (work.people[0].name if work.people else "")
    if name:
        rule = f'<path d="{rect(room.x, foot + 30, 74, 8, 4)}" fill="{_accent(ground)}"/>'
        add_line(
            page,
            "name",
            name,
            room.x + 98,
            foot + 46,
            KICKER,
            min(32.0, 32 * (area.width - 98) / KICKER.width(name, 32)),
            ground.text,
            ground.color,
            extra=rule,
        )
    return page


def _hero_or_none(work: Brief, page: Page, ground: Ground, x: float, height: float) -> Placed | None:
    # A title's first noun is what it is about.
    heading = work.need.words.strip().partition("\n")[0].lower()
    if work.seen:
        picks = drawable(work)
    else:
        said = (p for p in drawable(work) if p.word in heading)
        picks = sorted(said, key=lambda pick: heading.find(pick.word))
    if not picks:
        return None
    st = work.stage
    if st.shape == "square":
        height = 400
    width = st.width * (0.36 if st.wide else 0.7)
    return hero(
        work,
        page,
        ground,
        picks[0],
        x=x,
        height=height,
        width=width,
        top=0 if st.wide else st.text_area().foot,
    )


def _unnamed(work: Brief) -> Person:
    """Who is quoted without a name: by the words around the quotation."""
    around = re.sub(r"[\"“«][^\"”»]+[\"”»]", " ", work.need.words)
    name = "Anna" if gender_hint(around) == "female" else ""
    who = guessed(name, mood=work.mood_name, speaks=True, gesture="speaking", key="quoted")
    return who.model_copy(update={"name": ""})


def _accent(ground: Ground) -> str:
    """A colour for marks and rules: seen on the ground, and not the type's."""
    if ground.accent != ground.text:
        return ground.accent
    return ground.dots if contrast(ground.dots, ground.color) >= SEEN else ground.text


def _mark(area: Area, ground: Ground, size: float) -> Sketch:
    """An opening quotation mark, drawn."""
    k = size / 100
    one = "M0,100V52C0,20 18,4 46,0V22C32,26 26,34 26,48H46V100z"
    svg = "".join(
        f'<path d="{one}" transform="translate({area.x + dx * k:.1f},{area.y:.1f}) scale({k:.3f})" '
        f'fill="{_accent(ground)}"/>'
        for dx in (0, 60)
    )
    return Sketch("mark", svg, Area(area.x - 8, area.y - 8, 120 * k, 108 * k), 0.1, "text")
