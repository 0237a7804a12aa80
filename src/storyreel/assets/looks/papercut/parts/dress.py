"""What people are made of at every distance: their colours, and who stands in a crowd."""

from dataclasses import dataclass
from random import Random

from storyreel.assets.looks.papercut.pen import Pen
from storyreel.assets.reading import Appearance, Color

BOOTS = "ink"
CROWD_COLORS: tuple[Color, ...] = ("ochre", "teal", "plum", "blue", "green", "cream", "rust", "ink")
"""The coats of those without a name; red is left to the named until one of them wears something else."""


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


def levels(pen: Pen) -> tuple[float, float]:
    """Tone of the lit and of the shaded half of a garment."""
    return (0.5, 0.28) if pen.distance < 0.5 else (0.5, 0.38)


def passer(seed: int, kept: frozenset[str] = frozenset()) -> Appearance:
    """Somebody without a name; no coat has a colour in `kept`, the accents of those who have one."""
    lot = Random(f"passer/{seed}")
    free = [color for color in CROWD_COLORS if color not in kept] or list(CROWD_COLORS)
    gender = lot.choice(("female", "male"))
    age = lot.choice(("adult", "adult", "adult", "old", "child"))
    hair = lot.choice(
        ("long", "bob", "bun", "braids", "curly") if gender == "female" else ("short", "short", "curly")
    )
    grey = lot.choice(("grey", "white"))
    color = lot.choice(("black", "brown", "brown", "blond", "red", "black"))
    wears = lot.choice(("", "", "hat", "cap", "headscarf" if gender == "female" else "hat", "scarf"))
    coat = lot.choice(free)
    return Appearance(
        gender=gender, age=age, skin=lot.choice(("light", "tan", "brown", "dark")), hair=hair,
        hair_color=grey if age == "old" else color, clothes="dress" if gender == "female" and lot.random() < 0.4 else "coat",
        color=coat, second_color=lot.choice([c for c in CROWD_COLORS if c not in kept and c != coat] or [coat]), wears=wears,
    )  # fmt: skip
