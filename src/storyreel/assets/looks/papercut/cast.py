"""People in a scene: whole figures without a face when far, head and chest with a face when near."""

from collections.abc import Sequence
from dataclasses import replace

from storyreel.assets.looks.layout.model import SHORT_SIDE, Area, Block
from storyreel.assets.looks.papercut.parts.dress import passer
from storyreel.assets.looks.papercut.parts.faces import close
from storyreel.assets.looks.papercut.parts.figures import figure
from storyreel.assets.looks.papercut.pen import ellipse, inside, moved
from storyreel.assets.looks.papercut.places import Slots, Stage, front
from storyreel.assets.looks.papercut.places.place import Hole
from storyreel.assets.looks.papercut.places.stage import FRONT, MAIN
from storyreel.assets.looks.papercut.still import board
from storyreel.assets.model import Act
from storyreel.assets.reading import Gesture, Person

ADULT = 400.0
"""Units of a whole figure from boots to the top of the head, without a hat."""
BUST = 642.0
"""Units of a near figure from the lower edge to the top of the head, without a hat."""
GESTURES: tuple[Gesture, ...] = ("standing", "listening")
MOST_NEAR = 2
MOST_BYSTANDERS = 12


def near_people(st: Stage) -> bool:
    """Whether people are seen near: in close shots, and when one of at most two speaks."""
    people = st.shot.need.people
    reading = st.shot.reading
    if not 0 < len(people) <= MOST_NEAR or reading.people > len(reading.roles):
        return False
    if st.near == "close":
        return True
    if st.near != "medium" or not any(who.speaks for who in people):
        return False
    return reading.mood != "lonely" or reading.kind == "dialogue"


def cast(st: Stage, slots: Slots) -> None:
    """Set the named people, the speaker first."""
    people = st.shot.need.people
    if slots.hole and people:
        x, y, r = slots.hole
        _rig(st, people[0], x, y + r * 1.02, r * 1.62 / BUST, right=st.side > 0, hole=slots.hole)
        return
    if near_people(st):
        for who, x in zip(people, _near_xs(st, people), strict=True):
            _near(st, who, x, len(people))
        return
    for index, who in enumerate(people[: len(slots.people)]):
        share, foot = slots.people[index]
        facing = st.side if index == 0 else -st.side
        scale = st.size(st.camera.figure * slots.scale) / ADULT
        x = free_x(st, st.x(share), 90 * scale)
        st.taken.append((x - 90 * scale, x + 90 * scale))
        _whole(st, who, x, foot, scale, facing)


def free_x(st: Stage, x: float, half: float) -> float:
    """The place nearest to x where somebody stands before nothing of the line; x where all is full.

    `half` is half the width of a figure.
    """
    width = st.frame.width
    for step in range(50):
        for at in (x - st.side * step * width * 0.02, x + st.side * step * width * 0.02):
            clear = all(at + half <= left or at - half >= right for left, right in st.taken)
            if clear and half * 1.4 <= at <= width - half * 1.4:
                return at
    return x


def _whole(st: Stage, who: Person, x: float, foot: float, scale: float, facing: int) -> None:
    """One figure; who speaks sways a little with the voice."""
    art = figure(st.pen, who.appearance, who.gesture, right=facing > 0)
    acts = (Act(kind="sway", amount=0.7, period_s=1.3),) if who.speaks else ()
    st.stand(
        f"person-{who.id}",
        art,
        x,
        foot,
        art.height * scale,
        elevation=1.0,
        edge=0.85,
        acts=acts,
        group="subject",
    )


def _near(st: Stage, who: Person, x: float, count: int) -> None:
    """Head and chest, cut by the frame's foot or by the dark slope of a tall frame."""
    height = SHORT_SIDE * ((0.86 if st.near == "close" else 0.76) - 0.1 * (count - 1))
    height *= 1.0 if who.speaks or count == 1 else 0.93
    foot = st.frame.height * 1.03
    if st.tall:
        height, foot = SHORT_SIDE * (0.92 - 0.22 * (count - 1)), st.frame.height * 0.735
    _rig(st, who, x, foot, height / BUST, right=x < st.frame.width / 2)


def _rig(
    st: Stage, who: Person, x: float, foot: float, scale: float, *, right: bool, hole: Hole | None = None
) -> None:
    """A near person in pieces that move as one: body, lids, mouth; seen inside `hole` where there is one."""
    puppet = close(st.pen, who.appearance, who.expression, who.gesture, right=right)
    rig, body = f"person-{who.id}", puppet.body
    left, top, far, low = (v * scale for v in puppet.face)
    face = Area(x + left, foot + top, far - left, low - top)
    area = Area(x + body.left * scale, foot + body.top * scale, body.width * scale, body.height * scale)
    pieces: list[tuple[str, str, Area, tuple[Act, ...]]] = [
        (rig, body.svg, area.grown(3), ()),
        (f"{rig}-lids", puppet.lids, face.grown(12), (Act(kind="blink", person=who.id),)),
    ]
    if who.speaks:
        pieces.append((f"{rig}-mouth", puppet.mouth, face.grown(12), (Act(kind="mouth", person=who.id),)))
    for name, svg, room, acts in pieces:
        placed = moved(svg, x, foot, scale)
        if svg:
            st.add(
                name,
                inside(f"hole-{name}", ellipse(*hole), placed) if hole else placed,
                MAIN,
                elevation=0 if acts else 0.6 if hole else 1.5,
                edge=0.8,
                area=room,
                acts=acts,
                layer=name,
                rig=rig,
                group="subject",
            )
    st.blocks.append(Block(f"face of {who.name}", "face", face, rig))


def _near_xs(st: Stage, people: Sequence[Person]) -> list[float]:
    """Where near people stand: on their own sides where told, else opposite the subject, two apart."""
    apart = 0.27 if not st.tall else 0.26
    if len(people) == 1 and not people[0].side:
        aside = 0.30 if st.shot.reading.subject else 0.42
        return [st.x(0.33 if not st.tall else aside)]
    first = people[0].side or {"left": "right", "right": "left", "": ""}[people[-1].side]
    start = {"left": apart, "right": 1 - apart, "": apart if st.side > 0 else 1 - apart}[first]
    return [st.frame.width * share for share in (start, 1 - start)][: len(people)]


def bystanders(st: Stage, slots: Slots, count: int) -> None:
    """So many people who have no name, at most a dozen, farther ones higher and smaller than who has one.

    Where nobody has a name the first of them is whom the line is about, and stands in their place.
    """
    rng = st.chance(f"bystanders{st.shot.turn}")
    people = st.shot.need.people
    kept = frozenset(str(who.appearance.color) for who in people)
    nobody = not people and not st.taken_by_people
    taken = [share for share, _ in slots.people[: len(people)]] + [slots.subject[0]]
    depths = sorted(rng.uniform(0.35, 1.0) for _ in range(min(count, MOST_BYSTANDERS)))[::-1]
    for index, back in enumerate(depths):
        main = nobody and index == len(depths) - 1
        back = 0.0 if main else back
        height = st.size(st.camera.figure * (1.0 - 0.3 * back) * slots.scale)
        edge = min(0.5 * height / st.frame.width + 0.05, 0.3)
        tries = [rng.uniform(edge, 1 - edge) for _ in range(12)]
        share = max(tries, key=lambda t: min(abs(t - other) for other in taken))
        foot = slots.people[0][1] - (slots.people[0][1] - st.horizon) * 0.42 * back
        if main:
            share, foot = slots.people[0]
        taken.append(share)
        look = passer(st.shot.seed % 997 + index, kept)
        pen, gesture = replace(st.pen, distance=back * 0.2), GESTURES[index % 2]
        art = figure(pen, look, gesture, right=share < slots.subject[0])
        x = free_x(st, st.x(share), 70 * height / ADULT) if main else st.x(share)
        st.stand(f"passer{index}", art, x, foot, height)


def foreground(st: Stage) -> None:
    """The dark slope or the board before near people in tall frames, which their lower edge goes behind."""
    if st.tall and near_people(st):
        y = st.frame.height * 0.705
        if st.shot.indoors:
            board(st, y, FRONT)
        else:
            front.bank(st, y=y)
