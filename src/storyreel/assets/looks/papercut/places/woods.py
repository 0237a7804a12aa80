"""Woods, mountains and snow."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import num, polygon, shape
from storyreel.assets.looks.papercut.places import air, front
from storyreel.assets.looks.papercut.places.land import ground, hills, land_sheet, peaks, ridge
from storyreel.assets.looks.papercut.places.place import Place, Slots, standing
from storyreel.assets.looks.papercut.places.stage import BACK, FRONT, MAIN, Stage, halo
from storyreel.assets.looks.papercut.places.things import scattered


def trunks(
    st: Stage, name: str, count: int, near: float, depth: float, foot: float, gap: tuple[float, float]
) -> None:
    """Trunks that leave the frame above, thicker when near; `gap` stays free."""
    rng = st.chance(name)
    color = mix(mix(st.pal.depth(near), st.pen.tone("wood", 0.3), 0.34), st.pal.haze, 0.5 * (1 - near))
    w0 = st.size(0.018 + 0.045 * near)
    body = shade = ""
    for k in range(count):
        x = st.left + (k + rng.uniform(0.1, 0.9)) * (st.right - st.left) / count
        if gap[0] < x < gap[1]:
            continue
        w, lean = w0 * rng.uniform(0.7, 1.25), rng.uniform(-40, 40) * near
        base = foot + rng.uniform(0, st.size(0.05))
        body += (
            f"M{num(x - w * 0.9)},{num(base)}Q{num(x - w * 0.45)},{num(base - 70)} {num(x - w * 0.42 + lean)},{num(st.top)}"
            f"H{num(x + w * 0.42 + lean)}Q{num(x + w * 0.45)},{num(base - 70)} {num(x + w * 0.95)},{num(base)}z"
        )
        side = 1 if st.pen.shade_right else -1
        shade += polygon([(x + side * w * 0.12 + lean, st.top), (x + side * w * 0.42 + lean, st.top), (x + side * w * 0.46, base - 60),
                          (x + side * w * 0.9, base), (x + side * w * 0.3, base)])  # fmt: skip
    st.add(name, shape(body, color) + shape(shade, mix(color, st.pal.ink, 0.4), 0.6), depth, elevation=0.5 + 0.7 * near,
           edge=0.3 + 0.4 * near, area=Area(st.left, st.top, st.right - st.left, foot + st.size(0.06) - st.top))  # fmt: skip


def canopy(st: Stage, name: str, y: float, near: float, depth: float) -> None:
    """Leaves over us: a scalloped sheet hanging from above."""
    rng = st.chance(name)
    color = mix(st.pal.depth(near), st.pen.tone("leaf", 0.35), 0.45)
    x = st.left - rng.uniform(0, 90)
    d = f"M{num(x)},{num(st.top)}V{num(y)}"
    while x < st.right:
        w = rng.uniform(70, 150)
        d += f"a{num(w * 0.55)},{num(w * 0.5)} 0 0 0 {num(w)},{num(rng.uniform(-18, 18))}"
        x += w
    st.add(name, shape(d + f"V{num(st.top)}z", color), depth, elevation=0.7 + near, edge=0.35,
           area=Area(st.left, st.top, st.right - st.left, y + 190 - st.top))  # fmt: skip


def forest(st: Stage) -> Slots:
    """Trunks behind trunks under leaves, light between them."""
    air.sky(st, disc=False, clouds=0, low=1.1)
    glade = air.disc_place(st)[0]
    from_light = st.size(0.6)
    st.add(
        "glade",
        _glade(st, glade),
        BACK,
        elevation=0,
        area=Area(glade - from_light, st.top, 2 * from_light, st.horizon * 1.4),
    )
    free = tuple(sorted((st.x(0.28), st.x(0.82))))
    far_free = (glade - 60.0, glade + 60.0)
    y = st.horizon
    for k, near in enumerate((0.12, 0.32)):
        line = ridge(st.chance(f"floor{k}"), st.left, st.right, y + st.size(0.03 * k), st.size(0.02))
        trunks(st, f"trunks{k}", 20 - 5 * k, near, BACK, y + st.size(0.03 * k + 0.02), far_free)
        color = mix(st.land(near + 0.1, "leaf", 0.4), st.pal.haze, 0.35 * (1 - near))
        land_sheet(
            st, f"floor{k}", line, (color, mix(color, st.pal.haze, 0.25)), BACK, elevation=0.5, foot=st.bottom
        )
        canopy(st, f"canopy{k}", st.frame.height * (0.24 - 0.05 * k), near, BACK)
        air.fog(st, f"forest-fog{k}", y, BACK)
    line = ground(st, "leaf", y=y + st.size(0.09), swing=0.03)
    trunks(st, "trunks2", 9, 0.72, MAIN, y + st.size(0.13), (free[0], free[1]))
    scattered(
        st, "ferns", ("bush",), line, 9, (st.size(0.06), st.size(0.1)), depth=MAIN, distance=0.0, sink=18
    )
    canopy(st, "canopy2", st.frame.height * 0.12, 0.66, MAIN)
    return replace(standing(st), front=(front.grass, _dark_trunk))


def _glade(st: Stage, x: float) -> str:
    return halo("glade", x, st.horizon * 0.72, st.size(0.6), mix(st.pal.light, st.pal.sky[2], 0.3), 0.7)


def _dark_trunk(st: Stage) -> None:
    """One dark trunk at the frame's edge and grass."""
    x, w = st.x(0.03), st.size(0.06)
    d = f"M{num(x - w * 1.5)},{num(st.bottom)}Q{num(x - w * 0.8)},{num(st.frame.height * 0.8)} {num(x - w * 0.8)},{num(st.top)}H{num(x + w * 0.7)}Q{num(x + w * 0.8)},{num(st.frame.height * 0.8)} {num(x + w * 1.6)},{num(st.bottom)}z"
    st.add("dark-trunk", shape(d, st.pen.near(0.8)), FRONT, elevation=1.7, edge=0.4,
           area=Area(x - w * 1.8, st.top, w * 3.6, st.bottom - st.top))  # fmt: skip
    front.grass(st, flowers=False)


def mountains(st: Stage) -> Slots:
    """Two rows of peaks above a valley with firs."""
    air.sky(st)
    peaks(st, 4 if not st.tall else 3, rise=0.42, y=st.horizon, near=0.16, name="peaks-far")
    air.mist(st, "peaks-mist", st.horizon - 20, st.size(0.3), 0.55)
    peaks(st, 5 if not st.tall else 3, rise=0.26, y=st.horizon + 20, near=0.4, name="peaks-near")
    air.fog(st, "peaks-fog", st.horizon, BACK)
    ridges = hills(st, 1, rise=0.02, family="pine", base=st.size(0.03))
    scattered(
        st, "firs", ("conifer",), ridges[-1], 22, (st.size(0.06), st.size(0.11)), depth=BACK, distance=0.4
    )
    line = ground(st, "grass", y=st.horizon + st.size(0.08), swing=0.04)
    scattered(st, "near-firs", ("conifer",), line, 8, (st.size(0.13), st.size(0.24)), depth=MAIN, distance=0.04, sink=16,
              gap=(st.frame.width * 0.2, st.frame.width * 0.84))  # fmt: skip
    return replace(standing(st), front=(front.rocks, front.branch if not st.pen.snowy else front.rocks))


def snowfield(st: Stage) -> Slots:
    """Ice and snow to the horizon."""
    air.sky(st)
    pale = mix(st.pen.tone("ice", 0.7), st.pal.haze, 0.25)
    peaks(st, 5, rise=0.16, y=st.horizon, near=0.1, name="ice-peaks")
    for k in range(3):
        y = st.horizon + st.size(0.05) * k
        line = ridge(st.chance(f"snow{k}"), st.left, st.right, y, st.size(0.025))
        color = mix(mix(pale, st.pen.tone("snow", 0.75), 0.3 + 0.2 * k), st.pal.depth(0.3), 0.12)
        land_sheet(
            st,
            f"snow{k}",
            line,
            (color, mix(color, st.pal.depth(0.4), 0.3)),
            BACK if k < 2 else MAIN,
            elevation=0.5,
        )
    air.fog(st, "snow-fog", st.horizon, BACK)
    return replace(standing(st), front=(front.bank,))


PLACES: dict[str, Place] = {
    "forest": Place(forest, owns=frozenset(("tree", "pine"))),
    "mountains": Place(mountains, owns=frozenset(("mountain",))),
    "snowfield": Place(snowfield),
}
