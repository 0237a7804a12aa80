"""The end card: a heading, then who made what, in pairs of a small label and a name."""

import re
from dataclasses import dataclass, replace

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.grounds import fixed
from storyreel.assets.looks.editorial.lettering import (
    DISPLAY,
    ITALIC,
    KICKER,
    PLAIN,
    Face,
    Setting,
    fit,
    greedy,
)
from storyreel.assets.looks.editorial.palette import Ground
from storyreel.assets.looks.editorial.scene import Focus
from storyreel.assets.looks.editorial.shapes import rect
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.blocks import (
    add_floor,
    add_ground,
    add_line,
    add_type,
    drawable,
    hero,
    scene_of,
)

LARGEST, SMALLEST = 38.0, 26.0
"""Type size of names."""
LABEL = 24.0
LONG_LABEL = 28.0
"""In italics, where a label in capitals would be wider than its column."""
COLUMN_GAP = 56.0
FEW = 3
"""Pairs up to which the hero stands large."""


@dataclass(frozen=True)
class Pair:
    """What was made, and who made it."""

    label: str
    name: str


@dataclass(frozen=True)
class Columns:
    """Pairs set into columns of equal width."""

    size: float
    width: float
    face: Face
    """Of labels."""
    rows: tuple[tuple[tuple[Pair, tuple[str, ...]], ...], ...]
    """Each column's pairs with the lines of their names."""

    @property
    def label(self) -> float:
        """Type size of labels."""
        return LABEL if self.face is KICKER else LONG_LABEL

    def height(self, pairs: tuple[tuple[Pair, tuple[str, ...]], ...]) -> float:
        """Of one column."""
        labels = sum(1 for pair, _ in pairs if pair.label)
        lines = sum(len(lines) for _, lines in pairs)
        return labels * self.label * 1.55 + lines * self.size * 1.22 + (len(pairs) - 1) * self.size * 0.62


def pairs_of(lines: list[str]) -> list[Pair]:
    """`Thing: who (licence)` as label and name; a line without a colon is a name alone."""
    out: list[Pair] = []
    for line in lines:
        label, colon, name = line.partition(": ")
        out.append(Pair(label.strip(), name.strip()) if colon and len(label) < 60 else Pair("", line))
    return out


def credit_page(work: Brief) -> Page:
    """Heading, pairs, and the hero on its strip: small beside many names, gone where it leaves no room."""
    st, page = work.stage, Page(reason=f"end card; {work.reading.reason}")
    ground = fixed(work.pal, work.need.position, "ink", "deep")
    lines = [line.strip() for line in re.split(r"[\n|]+", work.need.words) if line.strip()]
    title, pairs = (lines or [work.need.words])[0], pairs_of(lines[1:])
    words = Page()
    alone = st.text_area(share=0.52 if len(pairs) <= FEW else 0.6)
    whole = Area(alone.x, alone.y, st.width - 2 * st.margin, st.floor - alone.y - 40)
    heading = _heading(work, alone, title, bool(pairs))
    top = alone.y + (30 if st.wide else 0)
    below = top + heading.height + 40
    room = Area(alone.x, below, alone.width, st.floor - 36 - below)
    if not st.wide:
        room = Area(alone.x, below, alone.width, (st.floor - below) * (0.56 if pairs else 0.3))
    columns = _columns(pairs, room)
    shown = columns is not None
    if columns is None:
        room = Area(whole.x, below, whole.width, st.floor - 36 - below)
        columns = _columns(pairs, room) or _forced(pairs, room)
    _background(work, page, ground, foot=below + _tallest(columns), shown=shown, many=len(pairs) > FEW)
    add_type(words, "heading", heading, alone.x, top, ground.text, ground.color)
    _set(words, ground, columns, room)
    page.sketches += words.sketches
    page.words, page.inks = words.words, words.inks
    page.blocks += words.blocks
    return page


def _heading(work: Brief, area: Area, title: str, paired: bool) -> Setting:
    st = work.stage
    share = 0.34 if paired else 0.7
    room = Area(area.x, area.y, area.width, (st.floor - area.y) * share)
    return fit(title, DISPLAY, room, largest=128 if paired else 190, smallest=56, leading=0.96, lines=3)


def _columns(pairs: list[Pair], room: Area) -> Columns | None:
    """The largest type at which all pairs stand in the room, in one column or two; None where none does."""
    if not pairs:
        return Columns(LARGEST, room.width, KICKER, ())
    for count in (1, 2, 3):
        width = (room.width - COLUMN_GAP * (count - 1)) / count
        size = LARGEST
        while size >= SMALLEST and width > 300:
            found = _filled(pairs, count, size, width)
            if _tallest(found) <= room.height and _inside(found):
                return found
            size -= 2
    return None


def _forced(pairs: list[Pair], room: Area) -> Columns:
    """The smallest type in as many columns as the room has, for more names than it can hold."""
    count = 3 if room.width > 1400 else 2
    width = (room.width - COLUMN_GAP * (count - 1)) / count
    for keep in range(len(pairs), 0, -1):
        found = _filled(pairs[:keep], count, SMALLEST, width)
        if _tallest(found) <= room.height:
            return found
    return _filled(pairs[:1], count, SMALLEST, width)


def _filled(pairs: list[Pair], count: int, size: float, width: float) -> Columns:
    per = -(-len(pairs) // count)
    set_ = [(pair, greedy(pair.name.split(), PLAIN, size, width)) for pair in pairs]
    wide = any(KICKER.width(pair.label, LABEL) > width for pair in pairs)
    return Columns(
        size,
        width,
        ITALIC if wide else KICKER,
        tuple(tuple(set_[k : k + per]) for k in range(0, len(set_), per)),
    )


def _tallest(columns: Columns) -> float:
    return max((columns.height(pairs) for pairs in columns.rows), default=0.0)


def _inside(columns: Columns) -> bool:
    lines = [line for pairs in columns.rows for _, lines in pairs for line in lines]
    labels = [pair.label for pairs in columns.rows for pair, _ in pairs]
    return all(PLAIN.width(line, columns.size) <= columns.width for line in lines) and all(
        columns.face.width(label, columns.label) <= columns.width for label in labels
    )


def _background(work: Brief, page: Page, ground: Ground, *, foot: float, shown: bool, many: bool) -> None:
    """Ground, hero and floor."""
    st = work.stage
    picks = drawable(work) if shown else []
    x = st.width * (0.82 if many else 0.76) if st.wide else st.width * 0.6
    height = (360 if many else 500) if st.wide else min(st.floor - foot - 60, 480)
    main = None
    if picks and height > 120:
        width = st.width * (0.26 if many else 0.34) if st.wide else st.width * 0.6
        main = hero(work, page, ground, picks[0], x=x, height=height, width=width, top=0 if st.wide else foot)
    r = min(height * 0.62, 330) if main else 10
    shape = "rings" if main else "none"
    scene = scene_of(_with_shape(work, shape), ground, Focus(x, st.floor - r * 0.9, r), quiet=True)
    add_ground(page, scene, behind=main.aura if main else "")
    if main:
        page.sketches.append(main.sketch)
    add_floor(page, scene)


def _with_shape(work: Brief, shape: str) -> Brief:
    return replace(work, mood=replace(work.mood, shape=shape))


def _set(page: Page, ground: Ground, columns: Columns, room: Area) -> None:
    """The pairs as lines of type, a short rule above each column."""
    index = 0
    for k, pairs in enumerate(columns.rows):
        x, y = room.x + k * (columns.width + COLUMN_GAP), room.y
        rule = f'<path d="{rect(x, y - 14, 74, 8, 4)}" fill="{ground.accent}"/>'
        for pair, lines in pairs:
            if pair.label:
                y += columns.label * 1.25
                add_line(page, f"label{index}", pair.label, x, y, columns.face, columns.label, ground.accent,
                         ground.color, extra=rule)  # fmt: skip
                y += columns.label * 0.3
                rule = ""
            for row, line in enumerate(lines):
                y += columns.size * 1.22
                add_line(page, f"name{index}-{row}", line, x, y - columns.size * 0.3, PLAIN, columns.size,
                         ground.text, ground.color, extra=rule)  # fmt: skip
                rule = ""
            y += columns.size * 0.62
            index += 1
