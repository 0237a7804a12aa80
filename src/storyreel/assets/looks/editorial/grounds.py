"""The ground of a shot: which one it stands on, and the opaque layer it becomes."""

from storyreel.assets.looks.editorial.backing import SHAPES
from storyreel.assets.looks.editorial.moods import Mood
from storyreel.assets.looks.editorial.palette import Ground, GroundName, Palette, ground
from storyreel.assets.looks.editorial.scene import Scene, flat
from storyreel.assets.looks.editorial.scenery import behind, sky, weather
from storyreel.assets.looks.editorial.shapes import rect


def choose(
    pal: Palette, mood: Mood, position: int, *, time: str = "", avoid: tuple[GroundName, ...] = ()
) -> Ground:
    """The ground of a shot: even positions take from one set, odd ones from another."""
    even = position % 2 == 0
    if time == "night":
        return ground(pal, "ink" if even else "deep")
    options = mood.even if even else mood.odd
    if position // 2 % 2:
        # Every ground of a mood gets its turn, so that none comes back within four shots.
        options = options[::-1]
    last: GroundName = "paper" if even else "teal"
    return ground(pal, next(name for name in (*options, last) if name not in avoid))


def fixed(pal: Palette, position: int, even: GroundName, odd: GroundName) -> Ground:
    """A template's own ground, kept inside the set of its position."""
    return ground(pal, even if position % 2 == 0 else odd)


def backdrop(scene: Scene) -> str:
    """The opaque ground layer."""
    st = scene.stage
    parts = [flat(rect(-4, -4, st.width + 8, st.height + 8), scene.ground.color)]
    if not scene.quiet:
        parts.append(behind(scene))
    parts.append(SHAPES[scene.mood.shape](scene))
    if not scene.quiet:
        parts += [sky(scene), weather(scene)]
    return "".join(parts)
