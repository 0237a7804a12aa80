"""What the layers of a background share: the scene they belong to, and flat and stroked paths."""

from dataclasses import dataclass

from storyreel.assets.looks.editorial.moods import Mood
from storyreel.assets.looks.editorial.palette import Ground, Palette
from storyreel.assets.looks.editorial.shapes import LINE, n
from storyreel.assets.looks.editorial.stage import Area, Stage


@dataclass(frozen=True)
class Focus:
    """Where the subject is: centre of its disc, and the disc's radius."""

    x: float
    y: float
    r: float


@dataclass(frozen=True)
class Scene:
    """All that the background depends on."""

    stage: Stage
    pal: Palette
    ground: Ground
    mood: Mood
    focus: Focus
    seed: int
    setting: str = ""
    time: str = ""
    weather: str = ""
    wet: bool = True
    """Whether the subject may stand in water when the place is the sea."""
    clear: Area | None = None
    """Where words stand: nothing small is drawn there."""
    quiet: bool = False
    """True where much type stands on the ground: no scenery, no weather."""


def flat(d: str, fill: str, opacity: float = 1.0) -> str:
    """A filled path."""
    return f'<path d="{d}" fill="{fill}"' + (f' opacity="{opacity:.2f}"/>' if opacity < 1 else "/>")


def drawn_line(d: str, color: str, width: float = LINE, opacity: float = 1.0) -> str:
    """A stroked path."""
    return (
        f'<path d="{d}" fill="none" stroke="{color}" stroke-width="{n(width)}" stroke-linecap="round" '
        f'stroke-linejoin="round" opacity="{opacity:.2f}"/>'
    )


def steps(width: float, step: float) -> list[float]:
    """Places at equal steps that cover a width and a little more."""
    count = int(width / step) + 2
    return [-step / 2 + k * step for k in range(count)]
