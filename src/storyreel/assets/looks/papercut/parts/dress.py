"""What people are made of at every distance: their colours, and who stands in a crowd."""

from dataclasses import dataclass
from random import Random
from typing import Literal

from storyreel.assets.looks.papercut.color import mix
from storyreel.assets.looks.papercut.pen import Pen
from storyreel.assets.reading import Age, Appearance, Color

BOOTS = "ink"
CROWD_COLORS: tuple[Color, ...] = ("ochre", "teal", "plum", "blue", "green", "cream", "rust", "ink")
"""The coats of those without a name; red is left to the named until one of them wears something else."""

AGES: tuple[Age, ...] = ("adult", "adult", "adult", "old", "child")
SKINS: tuple[Literal["light", "tan", "brown", "dark"], ...] = ("light", "tan", "brown", "dark")
LONG: tuple[Literal["long", "bob", "bun", "braids", "curly"], ...] = ("long", "bob", "bun", "braids", "curly")
SHORT: tuple[Literal["short", "curly"], ...] = ("short", "short", "curly")
OLD: tuple[Literal["grey", "white"], ...] = ("grey", "white")
YOUNG: tuple[Literal["black", "brown", "blond", "red"], ...] = ("black", "brown", "brown", "blond", "red")
_KEPT = {"hair_white": ("cream", 0.3), "hair_grey": ("cream", -0.3), "hair_blond": ("ochre", 0.2)}
"""What pale hair is mixed with, and how much lighter."""


@dataclass(frozen=True)
class Dress:
    """The families of tone that somebody is cut from."""

    skin: str
    hair: str
    coat: str
    second: str


def dress_of(look: Appearance) -> Dress:
    """The families of an appearance."""
    return Dress(f"skin_{look.skin}", f"hair_{look.hair_color}", look.color, look.second_color)


def hair_tone(pen: Pen, dress: Dress, level: float = 0.5) -> str:
    """Hair that stays what it is in any light: pale hair would else turn as blue as the night."""
    plain, kept = pen.tone(dress.hair, level), _KEPT.get(dress.hair)
    return mix(plain, pen.tone(kept[0], level + kept[1]), 0.5) if kept else plain


def levels(pen: Pen) -> tuple[float, float]:
    """Tone of the lit and of the shaded half of a garment."""
    return (0.5, 0.28) if pen.distance < 0.5 else (0.5, 0.38)


def passer(seed: int, kept: frozenset[str] = frozenset()) -> Appearance:
    """Somebody without a name; no coat has a colour in `kept`, the accents of those who have one."""
    lot = Random(f"passer/{seed}")
    free: tuple[Color, ...] = (
        tuple(color for color in CROWD_COLORS if kept.isdisjoint((color,))) or CROWD_COLORS
    )
    female = lot.random() < 0.5
    age: Age = lot.choice(AGES)
    coat: Color = lot.choice(free)
    rest: tuple[Color, ...] = tuple(color for color in free if color != coat) or (coat,)
    return Appearance(
        gender="female" if female else "male",
        age=age,
        skin=lot.choice(SKINS),
        hair=lot.choice(LONG if female else SHORT),
        hair_color=lot.choice(OLD if age == "old" else YOUNG),
        clothes="dress" if female and lot.random() < 0.4 else "coat",
        color=coat,
        second_color=lot.choice(rest),
        wears=lot.choice(("", "", "hat", "cap", "headscarf" if female else "hat", "scarf")),
    )
