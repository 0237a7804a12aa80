"""People whom words call by their trade or kind, and bands of them."""
# ruff: noqa: E501  # rows of names and of path data read worse when they are broken

from storyreel.assets.looks.papercut.parts.figures import figure
from storyreel.assets.looks.papercut.pen import Art, Part, Pen, moved
from storyreel.assets.reading import Appearance

ROLES: dict[str, Appearance] = {
    "keeper": Appearance(gender="male", age="old", hair="short", hair_color="white", clothes="coat", color="ink",
                         second_color="teal", wears="beard"),
    "man": Appearance(gender="male", color="rust", second_color="cream", clothes="coat"),
    "old-man": Appearance(gender="male", age="old", hair="bald", hair_color="white", color="plum", wears="beard"),
    "woman": Appearance(gender="female", hair="long", color="teal", second_color="ochre", clothes="dress"),
    "old-woman": Appearance(gender="female", age="old", hair="bun", hair_color="grey", color="green",
                            second_color="cream", clothes="dress"),
    "girl": Appearance(gender="female", age="child", hair="braids", color="ochre", second_color="rust"),
    "boy": Appearance(gender="male", age="child", color="blue", second_color="ochre", wears="cap"),
    "child": Appearance(age="child", hair="curly", hair_color="black", color="green", skin="brown", wears="scarf"),
}  # fmt: skip
CREW = ("man", "keeper", "boy", "old-man", "keeper")
_PLACES = ((-190, -6, 1), (-96, -12, 3), (0, 0, 0), (96, -10, 4), (190, -4, 2))


def band(names: tuple[str, ...]) -> Part:
    """Five people shoulder to shoulder, turned to the middle."""

    def draw(pen: Pen) -> Art:
        svg, top = "", 0.0
        for x, y, index in sorted(_PLACES, key=lambda place: place[1]):
            art = figure(pen, ROLES[names[index]], right=x < 0)
            svg += moved(art.svg, x, y)
            top = min(top, art.top + y)
        return Art(svg, -290, 290, top, 4)

    return draw
