"""Inside the well: the camera stands where the speaker is and looks up at the round of light."""
# ruff: noqa: E501  # path data and rows of measures read worse when they are broken

import math

from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import ellipse, polygon, rect, shape
from storyreel.assets.looks.papercut.places.place import Place, Slots
from storyreel.assets.looks.papercut.places.stage import BACK, MAIN, MID, Stage, halo


def inside_well(st: Stage) -> Slots:
    """Rings of stones, nearly black near to us, and the sky far up."""
    cx, cy = st.frame.width * 0.5, st.frame.height * (0.42 if not st.tall else 0.36)
    light = st.pen.time not in ("dusk", "night")
    svg = shape(rect(st.left, st.top, st.right - st.left, st.bottom - st.top), st.pal.sky[1])
    if not light:
        r = st.size(0.07)
        svg += shape(ellipse(cx - r * 0.5, cy - r * 0.3, r), mix(st.pal.light, st.pal.cream, 0.5))
    svg += halo("day", cx, cy, st.size(0.5), st.pal.cream, 0.9 if light else 0.2)
    st.add("day", svg, BACK, elevation=0.01, edge=0)
    radius = st.size(0.215)
    reach = math.hypot(st.frame.width, st.frame.height) * 0.66
    rng = st.chance("rings")
    count = 6
    for k in range(count):
        t = k / (count - 1)
        inner = radius * (reach / radius) ** (t * 0.86)
        outer = radius * (reach / radius) ** ((k + 1) / (count - 1) * 0.86) if k < count - 1 else reach * 1.6
        color = mix(
            mix(st.pal.far, st.pal.haze, min(t * 2.4, 1.0) if light else 0.4),
            st.pal.near,
            max(0.0, t - 0.22) * 1.2 if light else 0.62 + 0.38 * t,
        )
        hole = ellipse(cx, cy, inner)
        base = f'<path d="{rect(st.left - 900, st.top - 900, st.right - st.left + 1800, st.bottom - st.top + 1800)}{hole}" fill="{mix(color, st.pal.ink, 0.45)}" fill-rule="evenodd"/>'
        stones = ""
        number = 13 + 2 * k
        for i in range(number):
            a0, a1 = ((i + g) / number * 6.283 + k * 0.21 for g in (0.04, 0.96))
            r0, r1 = inner * 1.02, inner + (outer - inner) * rng.uniform(0.93, 0.98)
            points = [
                (cx + math.cos(a0 + (a1 - a0) * u) * r0, cy + math.sin(a0 + (a1 - a0) * u) * r0)
                for u in (0, 0.5, 1)
            ]
            points += [
                (cx + math.cos(a0 + (a1 - a0) * u) * r1, cy + math.sin(a0 + (a1 - a0) * u) * r1)
                for u in (1, 0.5, 0)
            ]
            stones += shape(
                polygon(points), mix(color, rng.choice((st.pal.light, st.pal.ink)), rng.uniform(0, 0.1))
            )
        st.add(
            f"ring{k}",
            base + stones,
            BACK if k < 3 else (MID if k < 5 else MAIN),
            elevation=0.5 + 0.22 * k,
            edge=0.5 - 0.05 * k,
        )
    foot = cy + radius * 1.0
    return Slots((0.5, foot - radius * 0.3), ((0.5, foot),), (), hole=(cx, cy, radius * 0.98), scale=0.4)


PLACES: dict[str, Place] = {
    "well": Place(inside_well, indoors=True, palettes=("pit", "night"), owns=frozenset(("well",)))
}
