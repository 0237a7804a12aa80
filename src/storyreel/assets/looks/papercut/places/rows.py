"""Rows of houses, and what their windows throw on water."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

from storyreel.assets.looks.layout.model import Area
from storyreel.assets.looks.papercut.pen import rect, shape
from storyreel.assets.looks.papercut.places.stage import BACK, Stage
from storyreel.assets.looks.papercut.places.things import Spot, art_of, many


def house_row(
    st: Stage, name: str, line: float, height: float, depth: float, distance: float, *, names: tuple[str, ...],
    close: float = 0.9,
) -> None:  # fmt: skip
    """Houses side by side over the whole width on a line, each a little unlike the last.

    `close` under 1 lets eaves overlap.
    """
    rng = st.chance(name)
    spots: list[Spot] = []
    x = st.left - rng.uniform(0, height)
    index = 0
    while x < st.right + height * 0.5:
        size, kind = height * rng.uniform(0.84, 1.14), rng.choice(names)
        size *= 0.8 if kind == "cottage" else 1.0
        art = art_of(st, kind, seed=index % 7)
        wide = art.width * art.fitted(size)
        x += wide * 0.5 * close
        spots.append(Spot(kind, x, line, size, index % 7, rng.random() < 0.5))
        x += wide * 0.5 * close
        index += 1
    many(
        st,
        name,
        spots,
        depth=depth,
        distance=distance,
        elevation=0.35 + 0.9 * (1 - distance),
        edge=0.35 + 0.3 * (1 - distance),
    )


def reflections(st: Stage, line: float) -> None:
    """Bars of light on the water under every lit window above it."""
    bars = ""
    for x, y, _, _ in st.glows:
        if y < line:
            for k in range(4):
                bars += shape(
                    rect(x - 9 + (k % 2) * 5, line + 16 + k * 17, 18 - 2 * k, 4, 2),
                    st.pal.lamp,
                    0.55 - 0.11 * k,
                )
    if bars and st.pal.dark:
        st.add("reflections", bars, BACK, elevation=0, area=Area(st.left, line, st.right - st.left, 100))
