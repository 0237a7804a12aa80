"""Place, sky, weather and floor around a subject."""
# ruff: noqa: E501  # path data and rows of words read worse when they are broken

from random import Random

from storyreel.assets.looks.editorial.palette import mix
from storyreel.assets.looks.editorial.scene import Scene, drawn_line, flat, steps
from storyreel.assets.looks.editorial.shapes import (
    LINE,
    circle,
    halftone,
    hill,
    n,
    polygon,
    rect,
    strokes,
    torn,
    waves,
)


def behind(scene: Scene) -> str:
    """Quiet scenery at the horizon, in the ground's own neighbour colours."""
    st, g, floor = scene.stage, scene.ground, scene.stage.floor
    near = mix(g.band, scene.pal.ink, 0.12)
    if scene.setting == "sea":
        return "".join(flat(waves(st.width, floor - d, floor + 80, scene.seed + k, length=210 - 30 * k, height=26), c)
                        for k, (d, c) in enumerate(((150, g.band), (84, near))))  # fmt: skip
    if scene.setting == "forest":
        trees = "".join(polygon([(x - 66, floor + 40), (x, floor - h), (x + 66, floor + 40)])
                        for x, h in zip(steps(st.width, 118), _heights(scene.seed, 20, 190, 330), strict=False))  # fmt: skip
        return flat(trees, g.band) + flat(hill(st.width, floor - 40, floor + 80, scene.seed), near)
    if scene.setting == "mountains":
        peaks = "".join(polygon([(x - 260, floor + 40), (x, floor - h), (x + 260, floor + 40)])
                        for x, h in zip(steps(st.width, 330), _heights(scene.seed, 9, 260, 470), strict=False))  # fmt: skip
        return flat(peaks, g.band) + flat(hill(st.width, floor - 50, floor + 80, scene.seed), near)
    if scene.setting == "town":
        return flat(_skyline(scene), g.band)
    if scene.setting == "indoors":
        stripes = "".join(rect(x, -10, 56, floor + 60) for x in steps(st.width, 168))
        return flat(stripes, g.band, 0.45) + flat(rect(-20, floor - 46, st.width + 40, 26), near)
    if scene.setting == "space":
        return ""
    far = hill(st.width, floor - 130, floor + 80, scene.seed, height=120)
    return flat(far, g.band) + flat(hill(st.width, floor - 56, floor + 80, scene.seed + 3, height=80), near)


def _heights(seed: int, count: int, low: float, high: float) -> list[float]:
    rng = Random(seed)
    return [low + rng.random() * (high - low) for _ in range(count)]


def _skyline(scene: Scene) -> str:
    floor, parts = scene.stage.floor, ""
    xs = steps(scene.stage.width, 150)
    for k, (x, h) in enumerate(zip(xs, _heights(scene.seed, len(xs), 120, 300), strict=True)):
        parts += rect(x, floor - h, 138, h + 60)
        if k % 3 != 2:
            parts += polygon([(x - 10, floor - h + 2), (x + 69, floor - h - 84), (x + 148, floor - h + 2)])
    return parts


def sky(scene: Scene) -> str:
    """Stars by night, gulls by day at sea."""
    st, pal = scene.stage, scene.pal
    if scene.time == "night" or scene.setting == "space":
        rng = Random(scene.seed)
        dots = ""
        for _ in range(34):
            x, y, r = rng.random() * st.width, rng.random() * st.floor * 0.72, 3 + rng.random() * 5
            if (
                not _cleared(scene, x, y)
                and (x - scene.focus.x) ** 2 + (y - scene.focus.y) ** 2 > (scene.focus.r * 1.35) ** 2
            ):
                dots += circle(x, y, r)
        return flat(dots, pal.paper, 0.9)
    if scene.setting == "sea" and scene.weather not in ("storm", "fog"):
        side = -1 if scene.focus.x > st.width / 2 else 1
        x, y = scene.focus.x + side * scene.focus.r * 1.5, max(scene.focus.y - scene.focus.r * 0.9, 150)
        x = min(max(x, 190), st.width - 190)
        birds = "".join(f"M{n(x + dx - 44 * s)},{n(y + dy - 10 * s)}q{n(24 * s)},{n(-26 * s)} {n(44 * s)},{n(14 * s)}"
                        f"q{n(20 * s)},{n(-40 * s)} {n(48 * s)},{n(-16 * s)}"
                        for dx, dy, s in ((0, 0, 1.0), (-110, 66, 0.7), (90, 90, 0.6)))  # fmt: skip
        return drawn_line(birds, scene.ground.text, 8)
    return ""


def _cleared(scene: Scene, x: float, y: float, width: float = 0) -> bool:
    """Whether something at x, y (and `width` to the right) would touch the words."""
    area, rim = scene.clear, 40
    if area is None:
        return False
    return area.x - rim < x + width and x < area.right + rim and area.y - rim < y < area.foot + rim


def weather(scene: Scene) -> str:
    """What falls or drifts before the sky: by the line's words, else by its mood."""
    st, g, pal = scene.stage, scene.ground, scene.pal
    kind = scene.weather or scene.mood.weather
    faint = mix(g.color, g.text, 0.42)
    if kind in ("rain", "storm"):
        storm = kind == "storm"
        falling = strokes(-60, -60, st.width + 120, st.floor + 40, scene.seed, count=64 if storm else 46,
                          length=96 if storm else 74, lean=0.6 if storm else 0.3)  # fmt: skip
        clouds = _cloud_bank(scene) if kind in (scene.weather, "storm") else ""
        return clouds + drawn_line(falling, faint, 7)
    if kind == "snow":
        rng = Random(scene.seed)
        flakes = "".join(
            circle(rng.random() * st.width, rng.random() * st.floor, 6 + rng.random() * 11) for _ in range(60)
        )
        return flat(flakes, pal.paper if g.name != "paper" else pal.sky)
    if kind == "fog":
        bars = ""
        for k, (u, v, w) in enumerate(
            ((0.02, 0.30, 0.3), (0.6, 0.2, 0.34), (0.3, 0.66, 0.5), (-0.06, 0.82, 0.4), (0.72, 0.78, 0.4))
        ):
            if _cleared(scene, st.width * u, st.floor * v, st.width * w):
                continue
            bars += rect(st.width * u, st.floor * v, st.width * w, 40 + 8 * (k % 2), 20)
        return flat(bars, faint, 0.5)
    if kind == "wind":
        gusts = "".join(f"M{n(st.width * u)},{n(st.floor * v)}h{n(st.width * 0.24)}c90,0 90,-110 10,-104c-44,4 -50,54 -14,60"
                        for u, v in ((0.03, 0.3), (0.55, 0.2), (0.2, 0.62), (0.66, 0.74))
                        if not _cleared(scene, st.width * u, st.floor * v, st.width * 0.3))  # fmt: skip
        return drawn_line(gusts, faint, LINE)
    if kind == "confetti":
        rng = Random(scene.seed + 5)
        colors = [c for c in (pal.red, pal.teal, pal.paper, pal.ink) if c != g.color][:3]
        bits = ["", "", ""]
        for k in range(42):
            x, y = rng.random() * st.width, rng.random() * st.floor * 0.8
            if _cleared(scene, x, y):
                continue
            bits[k % 3] += circle(x, y, 8 + rng.random() * 7) if k % 2 else rect(x, y, 26, 11, 5)
        return "".join(flat(d, c) for d, c in zip(bits, colors, strict=True))
    return ""


def _cloud_bank(scene: Scene) -> str:
    st, g, pal = scene.stage, scene.ground, scene.pal
    color = pal.shade(pal.teal, 0.45) if not g.dark else mix(g.color, pal.paper, 0.16)
    puffs = "".join(
        circle(x, 10 + 34 * (k % 2), 120 + 26 * ((k * 7) % 3))
        for k, x in enumerate(steps(st.width + 200, 170))
    )
    return flat(rect(-20, -20, st.width + 40, 60), color) + flat(puffs, color)


def floor_strip(scene: Scene, seed_shift: int = 0) -> str:
    """The foreground that subjects stand on and captions are read on: one calm dark paper."""
    st, g = scene.stage, scene.ground
    if st.shape != "tall":
        return _strip(scene, seed_shift)
    # The deep bed of a tall frame ends in faint dots, below where captions stand.
    y = st.height * 0.845
    dots = halftone(-20, y, st.width + 40, st.height - y + 10, lambda _, v: v * 0.8 - 0.05, step=26)
    return _strip(scene, seed_shift) + flat(dots, mix(g.floor, scene.pal.red, 0.34))


def _strip(scene: Scene, seed_shift: int) -> str:
    st, g, pal = scene.stage, scene.ground, scene.pal
    y, foot, seed = st.floor, st.height + 30, scene.seed + seed_shift
    core = g.core if g.core != g.color else pal.sun
    if scene.setting == "sea" and scene.wet:
        mid = pal.teal if g.name not in ("teal", "sky") else pal.shade(pal.teal, 0.3)
        back = waves(st.width, y - 26, foot, seed, length=180, height=30)
        top = waves(st.width, y + 14, foot, seed + 2, length=230, height=34)
        crest = waves(st.width, y + 14, y + 15, seed + 2, length=230, height=34).split("V")[0]
        return flat(back, mid) + flat(top, g.floor) + drawn_line(crest, core, 7)
    if scene.setting in ("forest", "mountains", "fields"):
        rise = hill(st.width, y + 8, foot, seed + 1, height=34)
        edge = rise.split("L")[0]
        return flat(rise, g.floor) + drawn_line(edge, core, 7)
    if scene.setting == "indoors":
        boards = "".join(f"M{n(st.width / 2 + (x - st.width / 2) * 0.86)},{n(y + 16)}L{n(x)},{n(foot)}"
                         for x in steps(st.width * 1.4, 210))  # fmt: skip
        plank = rect(-20, y, st.width + 40, foot - y)
        return (
            flat(plank, g.floor)
            + drawn_line(boards, mix(g.floor, pal.paper, 0.1), 5)
            + flat(rect(-20, y - 4, st.width + 40, 16), core)
        )
    shadow = torn(st.width, y + 4, foot, seed)
    return (
        flat(torn(st.width, y - 15, foot, seed + 1), pal.ink, 0.22)
        + flat(torn(st.width, y - 9, foot, seed + 1, amplitude=9), core)
        + flat(shadow, g.floor)
    )
