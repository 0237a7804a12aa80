"""Setting parts into a place: one, or many on one sheet, nearer ones over farther ones."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from collections.abc import Sequence
from dataclasses import dataclass, replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.parts import PARTS
from storyreel.assets.looks.papercut.pen import Art, Point, moved
from storyreel.assets.looks.papercut.places.land import height_at
from storyreel.assets.looks.papercut.places.stage import MAIN, Stage, placed_area
from storyreel.assets.model import Act


def art_of(st: Stage, name: str, *, seed: int = 0, distance: float = 0.0, lit: bool | None = None) -> Art:
    """A part as it is drawn here; `seed` changes what may differ between two of a kind."""
    pen = replace(st.pen, seed=st.shot.seed % 9973 + seed * 131, distance=distance)
    st.parts.add(name)
    return PARTS[name](pen if lit is None else pen.with_lit(lit))


def put(
    st: Stage, name: str, x: float, foot: float, height: float, *, depth: float = MAIN, seed: int = 0,
    distance: float = 0.0, mirror: bool = False, elevation: float = 1.0, edge: float = 0.7,
    lit: bool | None = None, cast: bool = True, label: str = "", blur: float = 0.0, acts: Sequence[Act] = (),
) -> Area:  # fmt: skip
    """Set one part; returns where it stands."""
    art = art_of(st, name, seed=seed, distance=distance, lit=lit)
    return st.stand(label or f"{name}{seed}", art, x, foot, height, depth, mirror=mirror, elevation=elevation,
                    edge=edge, cast=cast, blur=blur, acts=acts)  # fmt: skip


SWAY = (Act(kind="sway", amount=0.5, period_s=6.0),)
"""A tree in light wind."""


@dataclass(frozen=True)
class Spot:
    """One of many."""

    name: str
    x: float
    foot: float
    height: float
    seed: int = 0
    mirror: bool = False


def many(
    st: Stage, name: str, spots: Sequence[Spot], *, depth: float, distance: float, elevation: float = 0.6,
    edge: float = 0.4, lit: bool | None = None, blur: float = 0.0,
) -> None:  # fmt: skip
    """Many parts as one sheet, the farther ones (higher feet) behind."""
    if not spots:
        return
    svg = ""
    areas: list[Area] = []
    for spot in sorted(spots, key=lambda s: s.foot):
        art = art_of(st, spot.name, seed=spot.seed, distance=distance, lit=lit)
        scale = art.fitted(spot.height)
        svg += moved(art.svg, spot.x, spot.foot, scale, mirror=spot.mirror)
        st.note(art.glows, spot.x, spot.foot, scale, mirror=spot.mirror)
        areas.append(placed_area(art, spot.x, spot.foot, scale, mirror=spot.mirror))
    x0, y0 = min(a.x for a in areas), min(a.y for a in areas)
    area = Area(x0, y0, max(a.right for a in areas) - x0, max(a.foot for a in areas) - y0)
    st.add(name, svg, depth, elevation=elevation, edge=edge, area=area.grown(4), blur=blur)


def scattered(
    st: Stage, name: str, names: Sequence[str], line: Sequence[Point], count: int, heights: tuple[float, float], *,
    depth: float, distance: float, sink: float = 6, gap: tuple[float, float] | None = None, elevation: float = 0.5,
) -> None:  # fmt: skip
    """Parts at chance places on a ridge, in loose groups; `gap` (left, right) stays free."""
    rng = st.chance(name)
    spots: list[Spot] = []
    x = st.left + rng.uniform(0, 120)
    step = (st.right - st.left) / max(count, 1)
    for index in range(count):
        x += step * rng.choice((0.4, 0.5, 0.7, 1.5, 1.9)) * rng.uniform(0.7, 1.2)
        if x > st.right:
            x = st.left + (x - st.right)
        if gap and gap[0] < x < gap[1]:
            continue
        foot = height_at(line, x) + sink + rng.uniform(0, sink)
        spots.append(
            Spot(rng.choice(list(names)), x, foot, rng.uniform(*heights), index % 5, rng.random() < 0.5)
        )
    many(st, name, spots, depth=depth, distance=distance, elevation=elevation)
