"""The journey: a map with land, sea and a dotted route."""
# ruff: noqa: E501  # rows of SVG read worse when they are broken

import re
from collections.abc import Sequence
from dataclasses import replace
from math import cos, sin
from random import Random

from storyreel.assets.looks.editorial.brief import Brief, Page
from storyreel.assets.looks.editorial.canvas import Sketch
from storyreel.assets.looks.editorial.grounds import fixed
from storyreel.assets.looks.editorial.palette import Ground, mix
from storyreel.assets.looks.editorial.scene import flat
from storyreel.assets.looks.editorial.shapes import LINE, halftone, smooth
from storyreel.assets.looks.editorial.stage import Area
from storyreel.assets.looks.editorial.templates.acting import add_tag, coin, coin_colors
from storyreel.assets.looks.editorial.templates.blocks import add_floor, add_ground, bare_scene
from storyreel.assets.looks.editorial.templates.listing import thing_of
from storyreel.assets.looks.editorial.templates.sentence import sentence
from storyreel.assets.looks.editorial.templates.ways import MOST_STOPS, grid_lines, heading_on
from storyreel.assets.meaning import Pick
from storyreel.assets.model import Act
from storyreel.assets.reading import Item


def journey(work: Brief) -> Page:
    """A map: land in the sea, a dotted route from stop to stop, each with its coin and name."""
    items = work.seen.items[:MOST_STOPS] if work.seen else ()
    if len(items) < 2:
        return sentence(work)
    pal = work.pal
    page = Page(reason=f"journey of {len(items)} stops; {work.reading.reason}")
    ground = fixed(pal, work.need.position, "ink", "sky")
    if along_river(work):
        return river(work, page, fixed(pal, work.need.position, "paper", "dawn"))
    water = ground.color
    sea = replace(ground, band=mix(water, pal.teal, 0.3), accent=ground.text)
    scene = bare_scene(work, sea)
    spots = _ports(work, len(items))
    add_ground(page, scene, behind=_waters(work, sea) + _lands(work, spots))
    heading_on(work, page, sea, work.seen.heading if work.seen else "")
    _route(work, page, spots, items)
    _towns(work, page, spots, items)
    add_floor(page, scene)
    return page


RIVERS = re.compile(
    r"(?i)\b(rivers?|barges?|upstream|downstream|canals?|Rhine|Danube|Nile|Thames|Elbe|Seine|Amazon)\b"
)
"""Words of a way along a river."""
TOWNS = ("city", "church", "house", "city")
"""What marks a stop of a river's way, in turn."""


def along_river(work: Brief) -> bool:
    """Whether the way follows a river."""
    return bool(work.seen and (work.seen.place == "river" or RIVERS.search(work.need.words)))


def river(work: Brief, page: Page, ground: Ground) -> Page:
    """A map of land with a river from stop to stop, the boat on it."""
    st, pal = work.stage, work.pal
    items = work.seen.items[:MOST_STOPS] if work.seen else ()
    scene = bare_scene(work, ground)
    spots = _ports(work, len(items))
    bed = _bent(spots, work.seed)
    tall = st.shape == "tall"
    (x0, y0), (x1, y1) = bed[0], bed[-1]
    ends = (
        ((x0 - 120, -60.0), (x1 + 60, st.floor + 90))
        if tall
        else ((-90.0, y0 + 130), (st.width + 90, y1 - 90))
    )
    way = smooth([ends[0], *bed, ends[1]])
    wide = 150.0 if st.wide else 120.0

    def stream(color: str, width: float) -> str:
        return f'<path d="{way}" fill="none" stroke="{color}" stroke-width="{width:.0f}" stroke-linecap="round"/>'

    water = mix(pal.teal, pal.paper, 0.25)
    fields = halftone(0, st.floor * 0.35, st.width, st.floor * 0.7, lambda _, v: v * 0.7 - 0.2, step=26)
    svg = grid_lines(work, ground) + flat(fields, mix(ground.color, pal.sun, 0.5))
    svg += stream(mix(ground.color, pal.sun, 0.55), wide + 70) + stream(pal.ink, wide + 2 * LINE)
    svg += stream(water, wide) + stream(mix(water, pal.paper, 0.22), wide * 0.42)
    add_ground(page, scene, behind=svg)
    heading_on(work, page, ground, work.seen.heading if work.seen else "")
    _route(work, page, spots, items)
    _towns(work, page, spots, items, marks=TOWNS)
    add_floor(page, scene)
    return page


def _route(work: Brief, page: Page, spots: list[tuple[float, float]], items: Sequence[Item]) -> None:
    """Dots from stop to stop."""
    st, pal = work.stage, work.pal
    route = smooth(_bent(spots, work.seed))
    svg = f'<path d="{route}" fill="none" stroke="{pal.red}" stroke-width="13" stroke-dasharray="0.1 30" stroke-linecap="round"/>'
    along = (0.0, 1.0) if st.shape == "tall" else (1.0, 0.0)
    acts = (Act(kind="wipe", toward=along, word=items[0].word, lasts_s=2.2),)
    page.sketches.append(
        Sketch("route", svg, Area(0, 120, st.width, st.floor - 60), 0.3, "subject", acts=acts)
    )


def _towns(
    work: Brief,
    page: Page,
    spots: list[tuple[float, float]],
    items: Sequence[Item],
    marks: tuple[str, ...] = (),
) -> None:
    """Coins with their names."""
    st, pal = work.stage, work.pal
    r = 96.0 if st.wide else 76.0
    for k, (item, (x, y)) in enumerate(zip(items, spots, strict=True)):
        pop = (Act(kind="pop", word=item.word, lasts_s=0.4),)
        mark = item.text[:1].upper()
        thing = thing_of(item) or (Pick(marks[k % len(marks)], item.text) if marks else None)
        svg = coin(work, page, f"port{k}", x, y, r, thing, coin_colors(pal)[k % 4], mark)
        page.sketches.append(
            Sketch(
                f"port{k}",
                svg,
                Area(x - r - 20, y - r - 20, 2 * r + 40, 2 * r + 40),
                0.4,
                "subject",
                acts=pop,
            )
        )
        most = (
            (st.width - 2 * st.margin) / len(items) - (76 if len(items) < 4 else 60)
            if st.shape != "tall"
            else 360
        )
        tag_x = min(max(x, st.margin + most / 2), st.width - st.margin - most / 2)
        add_tag(
            work,
            page,
            f"stop{k}",
            item.text,
            tag_x,
            y + r + 24,
            size=48 if len(items) < 4 else 38,
            most=most,
            acts=pop,
        )


def _ports(work: Brief, count: int) -> list[tuple[float, float]]:
    """Stops: from side to side in a wave, down a tall frame in a zigzag."""
    st, rng = work.stage, Random(work.seed)
    if st.shape == "tall":
        step = (st.floor - 130 - 470) / max(count - 1, 1)
        return [
            (st.width * (0.3 if (k + work.turn) % 2 else 0.7), 450 + k * step * 0.94) for k in range(count)
        ]
    step = (st.width - 2 * st.margin) / count
    low, high = (st.floor * share for share in ((0.42, 0.62) if st.wide else (0.36, 0.5)))
    return [
        (st.margin + step * (k + 0.5), (low if (k + work.turn) % 2 else high) + rng.random() * 30)
        for k in range(count)
    ]


def _bent(spots: list[tuple[float, float]], seed: int) -> list[tuple[float, float]]:
    """The stops with a bend between every two."""
    out = [spots[0]]
    for k in range(1, len(spots)):
        (x0, y0), (x1, y1) = spots[k - 1], spots[k]
        side = 1 if (k + seed) % 2 else -1
        out += [((x0 + x1) / 2 + (y1 - y0) * 0.16 * side, (y0 + y1) / 2 - (x1 - x0) * 0.16 * side), (x1, y1)]
    return out


def _waters(work: Brief, sea: Ground) -> str:
    return grid_lines(work, sea)


def _lands(work: Brief, spots: list[tuple[float, float]]) -> str:
    """An island under each stop, shallows around it, dots on its lower shore."""
    st, pal, rng = work.stage, work.pal, Random(work.seed + 7)
    shores = ""
    shapes: list[str] = []
    reach = 300.0 if st.wide else 230.0
    for x, y in spots:
        across = (
            min(reach, (st.width - 2 * st.margin) / max(len(spots), 2) * 0.56)
            if st.shape != "tall"
            else reach
        )
        points: list[tuple[float, float]] = []
        for k in range(12):
            angle = k / 12 * 6.28318
            grow = 0.8 + rng.random() * 0.35
            points.append(_on_ring(x, y + 50, across * grow, reach * 0.74 * grow, angle))
        shapes.append(ring(points))
    for shape in shapes:
        shores += f'<path d="{shape}" fill="{pal.sky}" stroke="{mix(pal.teal, pal.paper, 0.45)}" stroke-width="52" stroke-linejoin="round"/>'
    for k, shape in enumerate(shapes):
        x, y = spots[k]
        dots = halftone(x - 320, y, 640, 330, lambda _, v: v * 0.8 - 0.25, step=22)
        shores += f'<path d="{shape}" fill="{pal.paper}" stroke="{pal.ink}" stroke-width="{LINE}" stroke-linejoin="round"/>'
        shores += f'<clipPath id="land{k}"><path d="{shape}"/></clipPath><g clip-path="url(#land{k})">{flat(dots, pal.sun)}</g>'
    return shores


def ring(points: list[tuple[float, float]]) -> str:
    """A closed soft line through the points."""
    count, out = len(points), f"M{points[0][0]:.1f},{points[0][1]:.1f}"
    for k in range(count):
        p0, p1, p2, p3 = (points[(k + j) % count] for j in (-1, 0, 1, 2))
        out += (
            f"C{p1[0] + (p2[0] - p0[0]) / 6:.1f},{p1[1] + (p2[1] - p0[1]) / 6:.1f} "
            f"{p2[0] - (p3[0] - p1[0]) / 6:.1f},{p2[1] - (p3[1] - p1[1]) / 6:.1f} {p2[0]:.1f},{p2[1]:.1f}"
        )
    return out + "z"


def _on_ring(x: float, y: float, across: float, down: float, angle: float) -> tuple[float, float]:
    return x + cos(angle) * across, y + sin(angle) * down
