"""People whom the narrator's words call: a keeper, a man, a girl. They have no name, only a part to play."""
# ruff: noqa: E501  # rows of a table read worse when they are broken

from dataclasses import replace

from storyreel.assets.looks.editorial.parts.pen import Art, Pen, moved
from storyreel.assets.looks.editorial.people.actor import Standing, actor
from storyreel.assets.looks.editorial.people.guess import EXPRESSIONS
from storyreel.assets.reading import Appearance, Person

HEIGHT = 560.0
GROWN, CHILD = (-150.0, 170.0), (-120.0, 130.0)
"""How far a grown person and a child reach to the left and to the right."""

ROLES: dict[str, Appearance] = {
    "keeper": Appearance(gender="male", age="old", skin="light", hair_color="white", clothes="coat", color="teal",
                         second_color="red", wears="beard"),
    "man": Appearance(gender="male", skin="tan", hair_color="brown", clothes="coat", color="red"),
    "old-man": Appearance(gender="male", age="old", skin="light", hair="bald", hair_color="white", clothes="shirt",
                          color="ochre", wears="moustache"),
    "woman": Appearance(gender="female", skin="tan", hair="bun", hair_color="brown", clothes="coat", color="ochre",
                        second_color="red"),
    "old-woman": Appearance(gender="female", age="old", skin="light", hair="bun", hair_color="white",
                            clothes="suit", color="teal", wears="glasses"),
    "girl": Appearance(gender="female", age="child", skin="light", hair="braids", hair_color="brown",
                       clothes="sweater", color="red"),
    "boy": Appearance(gender="male", age="child", skin="brown", hair_color="black", clothes="apron", color="ochre",
                      wears="cap"),
    "child": Appearance(gender="male", age="child", skin="tan", hair="curly", hair_color="brown",
                        clothes="shirt", color="teal"),
}  # fmt: skip
CROWD = ("woman", "old-man", "girl", "man", "old-woman")
CHILDREN = ("girl", "boy", "child", "boy", "girl")
CREW = ("man", "keeper", "boy", "old-man", "man")


def role(pen: Pen, name: str) -> Art:
    """Somebody of a role, whole, with the face of the pen's mood."""
    look = ROLES[name]
    who = Person(id=name, name=name, appearance=look, expression=EXPRESSIONS.get(pen.face, "neutral"))
    at = Standing(0, 0, HEIGHT, cut="whole", zoom=pen.scale)
    drawn = actor(who, pen.pal, at, rig=f"{pen.prefix}{name}")
    k = drawn.figure.size
    left, right = CHILD if look.age == "child" else GROWN
    return Art(drawn.sketches[0].svg, left, right, -(HEIGHT + 34) * k, 6)


def crowd(pen: Pen, names: tuple[str, ...] = CROWD) -> Art:
    """Five people side by side."""
    xs, order = (-330, -170, -10, 150, 320), (1, 3, 0, 4, 2)
    parts: list[str] = []
    for index in order:
        small = replace(pen, prefix=f"{pen.prefix}c{index}")
        parts.append(moved(role(small, names[index]).svg, xs[index], 0, mirror=xs[index] > 0))
    return Art("".join(parts), -490, 490, -604, 8)
