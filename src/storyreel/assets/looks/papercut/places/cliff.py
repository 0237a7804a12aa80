"""The lighthouse on its cliff above the sea."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import Point, num, polygon, shape, smooth
from storyreel.assets.looks.papercut.places.coast import gulls, sea
from storyreel.assets.looks.papercut.places.land import height_at, land_sheet, ridge
from storyreel.assets.looks.papercut.places.place import Place, Slots
from storyreel.assets.looks.papercut.places.stage import MAIN, MID, Stage
from storyreel.assets.looks.papercut.places.things import Spot, many, put


def cliff(st: Stage, edge: float, top: float) -> list[Point]:
    """Rock from the subject's side of the frame, its brow at `edge` (share) and `top`; three sheets."""
    end = st.right if st.side > 0 else st.left
    rng = st.chance("cliff")
    x = st.x(edge)
    run = abs(end - x)
    s = st.side
    fall = st.bottom - top
    brow: list[Point] = [(x + s * 18, top + fall * 0.07), (x + s * run * 0.12, top + 8), (x + s * run * 0.4, top - 6),
                         (x + s * run * 0.72, top - fall * 0.05), (end + s * 30, top - fall * 0.14)]  # fmt: skip
    faces: list[list[Point]] = []
    for index in range(3):
        out = index * run * 0.13
        sink = index * fall * 0.15
        face: list[Point] = [(x - s * run * (0.2 - 0.02 * index) - s * out * 0.2, st.bottom)]
        for k in range(1, 4):
            wobble = rng.uniform(-0.03, 0.05) * run
            face.append(
                (
                    x - s * run * 0.16 * (1 - k / 3) + s * wobble + s * out * k / 3,
                    st.bottom - (fall - sink) * k * 0.27,
                )
            )
        faces.append(face)
    base = mix(st.pen.tone("stone", 0.2), st.pal.depth(0.72), 0.62)
    for index, face in enumerate(faces):
        sink = index * fall * 0.15
        line = (
            brow
            if index == 0
            else [(px + s * index * run * 0.1, py + sink + rng.uniform(-6, 10)) for px, py in brow]
        )
        outline = smooth(face + line) + f"L{num(end + s * 30)},{num(st.bottom)}z"
        color = mix(base, st.pal.near, 0.16 + 0.2 * index)
        svg = shape(outline, color)
        if index == 0:
            turf = (
                st.pen.tone("snow", 0.6)
                if st.pen.snowy
                else mix(st.land(0.55, "grass", 0.5), st.pal.depth(0.6), 0.3)
            )
            cap = (
                smooth(brow)
                + "L"
                + smooth([(px, py + 16 + 8 * (k % 2)) for k, (px, py) in enumerate(brow)][::-1])[1:]
                + "z"
            )
            svg += shape(cap, turf)
        low = min(p[1] for p in line) - 20
        x0, x1 = sorted((x - s * run * 0.3, end + s * 30))
        st.add(
            f"cliff{index}", svg, MAIN, elevation=1.0, edge=0.4, area=Area(x0, low, x1 - x0, st.bottom - low)
        )
    return brow if s > 0 else brow[::-1]


def beam(st: Stage, x: float, y: float, reach: float) -> None:
    """The beam of a lighthouse: a wedge of light away from the subject's side."""
    paint = (
        f'<linearGradient id="beam" gradientUnits="userSpaceOnUse" x1="{num(x)}" x2="{num(x - st.side * reach)}" '
        f'y1="0" y2="0"><stop offset="0" stop-color="{st.pal.lamp}" stop-opacity=".75"/>'
        f'<stop offset="1" stop-color="{st.pal.lamp}" stop-opacity="0"/></linearGradient>'
    )
    far = x - st.side * reach
    d = polygon([(x, y - 9), (far, y - reach * 0.16), (far, y + reach * 0.1), (x, y + 9)])
    x0 = min(x, far)
    st.add("beam", f'<defs>{paint}</defs><path d="{d}" fill="url(#beam)"/>', MID, elevation=0,
           area=Area(x0, y - reach * 0.17, reach, reach * 0.3))  # fmt: skip


def sea_cliff(st: Stage) -> Slots:
    """A lighthouse on its cliff above the sea, a dark slope with trees before it."""
    sea(st, st.bottom)
    gulls(st)
    far = st.near == "far"
    top = st.frame.height * {"wide": 0.60, "tall": 0.54, "square": 0.58}[st.frame.shape]
    brow = cliff(st, 0.50 if not st.tall else 0.36, top)
    x = st.x(0.66 if not st.tall else 0.6)
    height = st.size(st.camera.subject * (1.0 if far else 0.95))
    foot = height_at(brow, x) + 8
    if st.pen.lit and st.pal.dark:
        beam(st, x, foot - height * 0.86, st.frame.width * 0.6)
    hut = st.x(0.66 + (0.13 if not st.tall else 0.24))
    put(st, "house", hut, height_at(brow, hut) + 8, height * 0.36, seed=2, cast=False)
    put(st, "lighthouse", x, foot, height, cast=False, elevation=1.1)
    slope = _slope(st)
    low = st.frame.height * (0.9 if not st.tall else 0.68)
    people = tuple((share, height_at(slope, st.x(share)) + 10) for share in (0.32, 0.44, 0.24))
    return Slots((0.2, height_at(slope, st.x(0.2)) + 8), ((0.25, height_at(slope, st.x(0.25)) + 8), (0.4, low)),
                 people, ((0.16, st.horizon + st.size(0.12)), (0.34, st.horizon + st.size(0.05))), scale=0.8)  # fmt: skip


def _slope(st: Stage) -> list[Point]:
    """The near land on the side opposite the cliff: people stand on it."""
    y = st.frame.height * {"wide": 0.85, "tall": 0.66, "square": 0.83}[st.frame.shape]
    points = ridge(st.chance("slope"), st.left, st.right, y, st.size(0.04), lift=-st.side * st.size(0.12))
    color = st.land(0.86, "grass", 0.2)
    if st.pen.snowy:
        color = mix(color, st.pal.near, 0.35)
    land_sheet(st, "slope", points, (color, mix(color, st.pal.near, 0.6)), MAIN, elevation=1.3, edge=0.6)
    rng = st.chance("slope-trees")
    spots = [
        Spot(
            "conifer",
            st.x(share),
            height_at(points, st.x(share)) + 10,
            st.size(size * rng.uniform(0.85, 1.15)),
            k,
        )
        for k, (share, size) in enumerate(
            ((0.02, 0.26), (0.075, 0.17), (0.115, 0.1), (0.15, 0.065), (0.185, 0.05))
        )
    ]
    many(st, "slope-trees", spots, depth=MAIN, distance=0.0, elevation=1.1)
    return points


PLACES: dict[str, Place] = {
    "sea_cliff": Place(sea_cliff, owns=frozenset(("lighthouse",))),
}
