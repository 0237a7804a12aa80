"""Palettes by time, weather and mood, and the families of colour that parts are made of.

One hue family carries most of a picture, its complement is the accent. Ink is never black, paper never
white; warm light throws cool shadows and the other way round. The grade of the film is folded in, so
that sheets stay independent of each other.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from storyreel.assets.looks.papercut.color import graded, lit_by, mix, tuned
from storyreel.assets.reading import Mood, Time, Weather

Rgb = tuple[float, float, float]
Key = Literal[
    "dawn", "day", "dusk", "night", "rain_day", "rain_dark", "snow_day", "storm", "fog_day",
    "interior", "interior_night", "pit", "list", "map",
]  # fmt: skip


@dataclass(frozen=True)
class Palette:
    """The colours of one picture. `light` tints all light edges, `ink` all shadows."""

    key: str
    sky: tuple[str, str, str]
    """Top, middle, horizon."""
    light: str
    haze: str
    far: str
    near: str
    ink: str
    red: str
    ochre: str
    teal: str
    plum: str
    cream: str
    """For words: never white."""
    lamp: str
    """What lit glass and flames show."""
    snow: str
    ambient: Rgb
    """The light that falls on things, as a factor of linear red, green, blue."""
    dark: bool
    """Lamps are worth lighting."""

    def depth(self, near: float) -> str:
        """The colour of land and roofs at a depth: 0 far .. 1 near."""
        return mix(self.far, self.near, near)


# Sky top, middle, horizon; light, haze, far, near, ink; red, ochre, teal, plum, lamp, snow; ambient; dark.
_ROWS: dict[str, tuple[str, str, str, Rgb, bool]] = {
    "dawn": ("f0b878 f7d79c fcefce", "fff3cf f3e3b4 b5c39a 2c5a4c 12302c",
             "cf4a32 e2a03c 3f7f72 6a4a6e ffd98a f6efdc", (0.99, 0.93, 0.80), False),
    "day": ("5fb3c4 a9d9d2 f3f0d2", "fffbe0 e6e8c8 9cc2a4 2f6a60 173f45",
            "d1503a e8a63a 2f7f86 6a4a6e ffe08a f8f5e8", (1.0, 0.99, 0.93), False),
    "dusk": ("1b2c52 6a6f9f f2b59a", "ffe2c2 b9b3c4 8e97b5 26324f 0f1830",
             "c04a3c d8a05a 5b7a94 6a4f7a ffc46a e4e8f0", (0.50, 0.44, 0.56), True),
    "night": ("0a1230 1c3163 4f74a6", "fbf1cf 4a6b9c 39568a 0d1734 060b1e",
              "d24f3c e3ac58 4b78a8 5a4a86 ffd071 a9bfe2", (0.13, 0.20, 0.40), True),
    "rain_day": ("4f6a76 86a09f c8d2c6", "f3ecd2 b3c2bb 8fa6a4 26424a 12262d",
                 "c4503a e6a748 4d7d80 5f5470 f4b65a dfe5e2", (0.66, 0.72, 0.71), True),
    "rain_dark": ("16242f 2f4854 6f8a90", "e9e6cf 587078 46606a 101f29 081118",
                  "c4503a e0a04a 3f7078 50466a ffc163 aebfc6", (0.22, 0.30, 0.36), True),
    "snow_day": ("8fa3bd c3cbd8 f3e6d8", "fff6e4 dfe3ea a9b6c6 3b526a 1a2a40",
                 "c8493c dba04c 4f7d92 6a5a7c ffcb74 f4f5f3", (0.82, 0.87, 0.95), False),
    "storm": ("1a2530 3a4f58 8a9a8c", "efe9c4 5c7072 51686c 12212a 081218",
              "bd4a38 d69a48 3d7076 50486a ffc563 b4c2c4", (0.34, 0.42, 0.46), True),
    "fog_day": ("a9b4ae c6cdc2 e2e2d2", "fff8e0 d3d8cc b3beb4 4a625e 22383a",
                "bf5540 d8a252 5a8582 6d6276 f8c670 eef0ea", (0.84, 0.88, 0.84), False),
    "interior": ("6b2f2a 9c4a34 c9733f", "ffdf9a d08a52 b9623c 4a1f20 260f14",
                 "b8432f e6a548 2f6a68 6a3f52 ffd789 f3e6cf", (0.94, 0.80, 0.64), True),
    "interior_day": ("8a8f80 c9c2a0 efe4c2", "fff1c8 e0d6b2 c6ba94 4f5a4c 22302c",
                     "c54c36 e0a144 3f7d78 6a4f6e ffe09a f6f0df", (0.97, 0.94, 0.84), False),
    "interior_night": ("101a38 20305a 3c4f80", "f6e7c0 3d5078 33466f 10182f 070c1c",
                       "c94c3a e0a552 4472a0 584a80 ffce74 a9b8d8", (0.24, 0.27, 0.40), True),
    "pit": ("fbe7b4 fbe7b4 fbe7b4", "ffe9b8 3f7069 d8c48c 0a1c26 071519",
            "cf4a32 e2a03c 3f7f72 5a4a6e ffd98a d8dccb", (0.45, 0.60, 0.58), True),
    "list": ("1d5a54 174b47 0f3a3b", "fff0c4 2a6f64 2a6f64 0f3a3b 082326",
             "d1563a d99a34 2f8078 6a4a6e e9c987 f0ead6", (1.0, 0.98, 0.92), False),
    "map": ("0b3a55 1f7390 2f8aa0", "fff2cc 2b7d92 55a8b0 0b3a55 06222f",
            "d2553a c9b26a 5f9a68 6a4a6e ffe08a f4e0b0", (1.0, 0.99, 0.93), False),
}  # fmt: skip

_MOODS: dict[Mood, tuple[float, float, float]] = {
    # chroma, lightness, warmth
    "calm": (1.0, 1.0, 0.0),
    "lively": (1.10, 1.02, 0.004),
    "warm": (1.06, 1.0, 0.014),
    "lonely": (0.88, 0.95, -0.006),
    "desolate": (0.72, 0.93, -0.008),
    "eerie": (0.82, 0.92, -0.002),
    "weary": (0.74, 0.96, -0.003),
    "brisk": (1.06, 1.0, -0.004),
}


def palette_key(time: Time, weather: Weather, *, indoors: bool) -> str:
    """Which row a picture takes. Time '' is day, weather '' is clear."""
    dark = time in ("dusk", "night")
    if indoors:
        return "interior_night" if time == "night" else ("interior" if dark else "interior_day")
    if weather == "storm":
        return "rain_dark" if time == "night" else "storm"
    if weather == "rain":
        return "rain_dark" if dark else "rain_day"
    if time in ("dusk", "night"):
        return time
    if weather == "snow":
        return "snow_day"
    if weather == "fog":
        return "fog_day"
    return time or "day"


@cache
def palette(key: str, mood: Mood = "calm") -> Palette:
    """A row of the table, tuned by the mood and graded."""
    sky, ground, accents, ambient, dark = _ROWS[key]
    tops, grounds, marks = ([f"#{c}" for c in text.split()] for text in (sky, ground, accents))
    chroma, lightness, warmth = _MOODS[mood]
    tops, grounds = ([tuned(c, chroma, lightness, warmth) for c in row] for row in (tops, grounds))
    # A mood bends the air, hardly the accents: they are what the eye is to find.
    marks = [tuned(c, (chroma + 3) / 4, (lightness + 1) / 2, warmth / 3) for c in marks]
    tops, grounds, marks = ([graded(c) for c in row] for row in (tops, grounds, marks))
    light, haze, far, near, ink = grounds
    red, ochre, teal, plum, lamp, snow = marks
    cream = graded("#fff4dc")
    top, middle, horizon = tops
    return Palette(key, (top, middle, horizon), light, haze, far, near, ink, red, ochre, teal, plum, cream,
                   lamp, snow, ambient, dark)  # fmt: skip


def chosen(time: Time, weather: Weather, mood: Mood, *, indoors: bool = False) -> Palette:
    """The palette of a picture by what the words say."""
    found = palette(palette_key(time, weather, indoors=indoors), mood)
    if weather == "fog" and time in ("dusk", "night"):
        return replace(found, far=mix(found.far, found.haze, 0.6), near=mix(found.near, found.haze, 0.2))
    return found


FAMILIES: dict[str, tuple[str, str, str]] = {
    # family: shadow, middle, light, in plain daylight
    "wall": ("#b7a98c", "#e9dcbd", "#f8eed6"),
    "plaster": ("#a7a79a", "#d2cfbd", "#e9e5d3"),
    "roof": ("#8a3426", "#c4533a", "#de7a58"),
    "slate": ("#45505a", "#6f7a80", "#98a1a1"),
    "brick": ("#7a3a2c", "#b0614a", "#cf8a6c"),
    "wood": ("#4f3424", "#80583a", "#b18457"),
    "plank": ("#7a5a3a", "#b08a5c", "#d6b481"),
    "stone": ("#6f7168", "#a5a493", "#cfccb8"),
    "metal": ("#3c4650", "#76828a", "#b6bec0"),
    "iron": ("#1c2630", "#37444e", "#66747c"),
    "brass": ("#8a6424", "#c99a44", "#f0d088"),
    "leaf": ("#24503f", "#4c8460", "#8fb878"),
    "pine": ("#1c4340", "#35685a", "#6a9880"),
    "grass": ("#2f5f45", "#5f9458", "#a8c274"),
    "straw": ("#a8823c", "#d9b45c", "#f2dc94"),
    "earth": ("#5c4231", "#8e6b4c", "#bb9a72"),
    "sand": ("#b99760", "#e6cb92", "#f8e8bd"),
    "water": ("#134a5e", "#2f8193", "#7cbcbc"),
    "ice": ("#8fb0c4", "#c3dae4", "#eef6f6"),
    "snow": ("#a9b9cc", "#e6ebee", "#fbfaf2"),
    "glass": ("#2c4654", "#5c7f88", "#b4ccc8"),
    "paper": ("#c8b890", "#efe3c2", "#fbf4de"),
    "crust": ("#8a5424", "#c98a48", "#edc888"),
    "night": ("#0a1022", "#1c2740", "#3b4c6c"),
    # cloth, by `reading.Color`
    "red": ("#97291f", "#d5432d", "#ee7152"),
    "ochre": ("#a8701f", "#e2a03c", "#f6c873"),
    "teal": ("#1a5054", "#2f7f7c", "#63ada2"),
    "plum": ("#472f50", "#75507e", "#a27fa6"),
    "blue": ("#234670", "#3f72a4", "#7aa6cc"),
    "green": ("#2b5138", "#4f8256", "#88b47c"),
    "cream": ("#c9b78f", "#f0e2bd", "#fdf5de"),
    "rust": ("#78351c", "#b2592f", "#d98a59"),
    "ink": ("#121a2a", "#26334a", "#4a5b74"),
    # people, by `reading.Appearance`
    "skin_light": ("#d9a078", "#f3c9a2", "#fde2c4"),
    "skin_tan": ("#b97c52", "#dca578", "#f0c69c"),
    "skin_brown": ("#7c4a2c", "#aa7148", "#cc966a"),
    "skin_dark": ("#4c2c1e", "#754a32", "#9a6c4c"),
    "hair_black": ("#14141c", "#2a2a33", "#4a4a55"),
    "hair_brown": ("#33201a", "#573528", "#835542"),
    "hair_blond": ("#a8772e", "#dcb05c", "#f4d694"),
    "hair_red": ("#7c2f16", "#b4532a", "#da8450"),
    "hair_grey": ("#6a6e74", "#9a9da0", "#c8c9c6"),
    "hair_white": ("#b4b2aa", "#e2dfd4", "#f7f4ea"),
}
ACCENTS = ("red", "ochre", "teal", "plum", "blue", "green", "cream", "rust", "ink")
"""Families that keep more of their own colour in any light: a character keeps her coat."""


@cache
def tone(pal: Palette, family: str, level: float, haze: float = 0.0) -> str:
    """A family's colour at `level` 0 (shadow) .. 1 (light) under a palette's light, `haze` 0..1 away."""
    shadow, middle, light = FAMILIES[family]
    plain = mix(shadow, middle, level * 2) if level < 0.5 else mix(middle, light, level * 2 - 1)
    keeps = family in ACCENTS or family.startswith("skin") or family == "brass"
    ambient = tuple(a + (1 - a) * (0.38 if keeps else 0.0) for a in pal.ambient)
    seen = graded(lit_by(plain, (ambient[0], ambient[1], ambient[2])))
    cast = 0.04 if keeps else 0.14
    return mix(mix(seen, pal.depth(0.5), cast), pal.haze, haze)
