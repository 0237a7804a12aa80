"""Frames as three planes, rectangles of them, and how two pictures are mixed into one."""

from typing import Any

import cv2
import numpy as np

from storyreel.render.planes import BLACK, Plane

Canvas = tuple[Plane, Plane, Plane]
Rectangle = tuple[int, int, int, int]
"""Left, top, right, bottom in luma pixels, all even."""
NOTHING: Rectangle = (0, 0, 0, 0)
RECTANGLE_COST = 8192
"""Pixels that could be painted in the time that one more rectangle takes by itself."""


def black_canvas(width: int, height: int) -> Canvas:
    """A black frame."""
    first, second, third = (
        np.full((height // grid, width // grid), level, dtype=np.uint8)
        for grid, level in zip((1, 2, 2), BLACK, strict=True)
    )
    return first, second, third


def copied(canvas: Canvas) -> Canvas:
    """A frame of its own with the same picture."""
    first, second, third = (plane.copy() for plane in canvas)
    return first, second, third


def copy_part(source: Canvas, target: Canvas, part: Rectangle, *, to: tuple[int, int] | None = None) -> None:
    """Copy a rectangle to its own place, or with its top left corner to the even place `to`."""
    left, top, right, bottom = part
    x, y = (left, top) if to is None else to
    for index, (plane, into) in enumerate(zip(source, target, strict=True)):
        grid = 1 if index == 0 else 2
        taken = plane[top // grid : bottom // grid, left // grid : right // grid]
        np.copyto(into[y // grid : y // grid + taken.shape[0], x // grid : x // grid + taken.shape[1]], taken)


def within(first: Rectangle, second: Rectangle) -> Rectangle:
    """What two rectangles have in common; NOTHING where they do not meet."""
    left, top = max(first[0], second[0]), max(first[1], second[1])
    right, bottom = min(first[2], second[2]), min(first[3], second[3])
    return (left, top, right, bottom) if right > left and bottom > top else NOTHING


def area(part: Rectangle) -> int:
    """Its pixels of luma."""
    return (part[2] - part[0]) * (part[3] - part[1])


def around(first: Rectangle, second: Rectangle) -> Rectangle:
    """The smallest rectangle that holds both."""
    left, top = min(first[0], second[0]), min(first[1], second[1])
    return left, top, max(first[2], second[2]), max(first[3], second[3])


def uncovered(part: Rectangle, cover: Rectangle) -> Rectangle:
    """What is left of a rectangle where another hides one whole side of it, else all of it."""
    left, top, right, bottom = part
    if cover[0] <= left and cover[2] >= right:
        if cover[1] <= top:
            top = max(top, cover[3])
        elif cover[3] >= bottom:
            bottom = min(bottom, cover[1])
    elif cover[1] <= top and cover[3] >= bottom:
        if cover[0] <= left:
            left = max(left, cover[2])
        elif cover[2] >= right:
            right = min(right, cover[0])
    return (left, top, right, bottom) if right > left and bottom > top else NOTHING


def gathered(parts: list[Rectangle]) -> list[Rectangle]:
    """Fewer rectangles that hold the same pixels, two joined wherever that is less to paint."""
    found: list[Rectangle] = []
    for part in parts:
        if not area(part):
            continue
        index = 0
        while index < len(found):
            both = around(part, found[index])
            if area(both) <= area(part) + area(found[index]) + RECTANGLE_COST:
                del found[index]
                part, index = both, 0
            else:
                index += 1
        found.append(part)
    return found


def mixed(before: Canvas, after: Canvas, weight: int, into: Canvas) -> None:
    """`weight` 256ths of `after` over `before`; exact."""
    for old, new, target in zip(before, after, into, strict=True):
        cv2.addWeighted(old, (256 - weight) / 256, new, weight / 256, 0, dst=target)


def dimmed(picture: Canvas, weight: int, into: Canvas) -> None:
    """`weight` 256ths of `picture` over black; exact."""
    for plane, level, target in zip(picture, BLACK, into, strict=True):
        flat: Any = np.full_like(plane, level)
        cv2.addWeighted(plane, weight / 256, flat, (256 - weight) / 256, 0, dst=target)


def wiped(before: Canvas, after: Canvas, way: int, direction: str, into: Canvas) -> None:
    """`after` uncovered for `way` even pixels by an edge that travels in `direction`."""
    height, width = before[0].shape
    old, new = _halves(width, height, way, direction)
    copy_part(before, into, old)
    copy_part(after, into, new)


def slid(before: Canvas, after: Canvas, way: int, direction: str, into: Canvas) -> None:
    """`after` pushes `before` for `way` even pixels in `direction`."""
    height, width = before[0].shape
    old, new = _halves(width, height, way, direction)
    if direction in ("left", "right"):
        sign = -1 if direction == "left" else 1
        old_from, new_from = old[0] - sign * way, new[0] - sign * (way - width)
        copy_part(before, into, (old_from, 0, old_from + width - way, height), to=(old[0], 0))
        copy_part(after, into, (new_from, 0, new_from + way, height), to=(new[0], 0))
    else:
        sign = -1 if direction == "up" else 1
        old_from, new_from = old[1] - sign * way, new[1] - sign * (way - height)
        copy_part(before, into, (0, old_from, width, old_from + height - way), to=(0, old[1]))
        copy_part(after, into, (0, new_from, width, new_from + way), to=(0, new[1]))


def _halves(width: int, height: int, way: int, direction: str) -> tuple[Rectangle, Rectangle]:
    """Where the picture before still is and where the picture after is already."""
    if direction == "left":
        return (0, 0, width - way, height), (width - way, 0, width, height)
    if direction == "right":
        return (way, 0, width, height), (0, 0, way, height)
    if direction == "up":
        return (0, 0, width, height - way), (0, height - way, width, height)
    return (0, way, width, height), (0, 0, width, way)
