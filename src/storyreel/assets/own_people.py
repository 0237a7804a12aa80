"""The author's pictures of a character in the place of the drawn figure, whatever look drew the rest.

A look names the layers of a person by one rig, `person-ID`: the figure, its lids, its mouth. The author's
picture takes the figure's place and foot; one with an open mouth is seen while the voice is loud.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from storyreel.assets.looks import Drawn, DrawnLayer
from storyreel.assets.model import Act, Ingredient, Rights
from storyreel.assets.reading import Expression, PackPicture, Person
from storyreel.kit.errors import MediaError
from storyreel.media.image import Pixels, read_image
from storyreel.timeline.model import Box

HEAD_TO_FOOT = 1.8
"""A picture this much taller than wide shows somebody from head to foot."""
BELOW_THE_FRAME = 2.0
"""A figure that the frame cuts is drawn to about the waist: as much again would stand below."""
OWN = Rights(license_type="proprietary_cleared", source="author", redistributable=True)


def rig_of(person: Person) -> str:
    """The name of a person's layers."""
    return f"person-{person.id}"


def own_people_inputs(people: Sequence[Person]) -> dict[str, str]:
    """Role -> SHA-256 of every picture that stands in for somebody."""
    return {
        f"person:{person.id}:{number}": picture.sha256
        for person in people
        for number, picture in enumerate(person.pictures)
    }


def with_own_people(
    drawn: Drawn, people: Sequence[Person], files: Mapping[str, Path], size: tuple[int, int], workdir: Path
) -> Drawn:
    """The drawn picture with own pictures for those who have some; `files`: SHA-256 -> file.

    Somebody whom the look does not show as a figure of its own stays as drawn. Raises InputError or
    MediaError for a picture that cannot be read.
    """
    layers, parts = list(drawn.layers), list(drawn.ingredients)
    for person in people:
        if not person.pictures or not any(layer.rig == rig_of(person) for layer in layers):
            continue
        layers = _replaced(layers, person, files, size, workdir)
        parts += [
            Ingredient(name=f"the author's {person.name}", rights=OWN, sha256=picture.sha256)
            for picture in _used(person)
        ]
    return replace(drawn, layers=tuple(layers), ingredients=tuple(parts))


def picture_for(person: Person, mouth: str) -> PackPicture | None:
    """The picture that shows a person's expression with this mouth, else the neutral one."""
    wanted: tuple[Expression, ...] = (person.expression, "neutral")
    for expression in wanted:
        for picture in person.pictures:
            if (picture.expression, picture.mouth) == (expression, mouth):
                return picture
    return None


def _used(person: Person) -> list[PackPicture]:
    closed, opened = picture_for(person, "closed"), picture_for(person, "open")
    return [picture for picture in (closed, opened if _opens(person, closed, opened) else None) if picture]


def _opens(person: Person, closed: PackPicture | None, opened: PackPicture | None) -> bool:
    """Whether the open mouth belongs to the closed one: of another expression it would be another face."""
    return (
        person.speaks and closed is not None and opened is not None and closed.expression == opened.expression
    )


def _replaced(
    layers: Sequence[DrawnLayer],
    person: Person,
    files: Mapping[str, Path],
    size: tuple[int, int],
    workdir: Path,
) -> list[DrawnLayer]:
    own = [layer for layer in layers if layer.rig == rig_of(person)]
    figure = max(own, key=lambda layer: layer.box.width * layer.box.height)
    made: list[DrawnLayer] = []
    for picture in _used(person):
        name = rig_of(person) if picture.mouth == "closed" else f"{rig_of(person)}-mouth"
        pixels, box = _standing(read_image(files[picture.sha256]), figure.box, size)
        file = workdir / f"{name}-own.png"
        done, data = cv2.imencode(".png", pixels, [cv2.IMWRITE_PNG_COMPRESSION, 1])
        if not done:
            raise MediaError(f"The picture of {person.name} could not be coded as PNG.")
        file.write_bytes(data.tobytes())
        acts = figure.acts if picture.mouth == "closed" else (Act(kind="mouth", person=person.id),)
        made.append(replace(figure, name=name, file=file, box=box, acts=acts))
    if not made:
        return list(layers)
    first = min(number for number, layer in enumerate(layers) if layer.rig == rig_of(person))
    rest = [layer for layer in layers[first:] if layer.rig != rig_of(person)]
    return [*layers[:first], *made, *rest]


def _standing(pixels: Pixels, place: Box, size: tuple[int, int]) -> tuple[Pixels, Box]:
    """The figure cut out of its empty surroundings, as tall as the drawn one and on the same foot.

    Where the lower edge of the frame cuts the drawn figure, a picture from head to foot is cut there too.
    """
    rows, cols = (np.flatnonzero(pixels[:, :, 3].any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        raise MediaError("A picture of a character is empty.")
    body = pixels[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1]
    height, width = body.shape[:2]
    cut = place.y + place.height >= size[1] - 1
    whole = height >= HEAD_TO_FOOT * width
    scale = place.height / height * (BELOW_THE_FRAME if cut and whole else 1.0)
    target = (max(1, round(width * scale)), max(1, round(height * scale)))
    shown: Any = cv2.resize(body, target, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)
    left = round(place.x + place.width / 2 - target[0] / 2)
    top = round(place.y if cut else place.y + place.height - target[1])
    return _inside(shown, left, top, size)


def _inside(pixels: Pixels, left: int, top: int, size: tuple[int, int]) -> tuple[Pixels, Box]:
    """What of the figure lies in the frame."""
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(size[0], left + pixels.shape[1]), min(size[1], top + pixels.shape[0])
    if x1 <= x0 or y1 <= y0:
        raise MediaError("A picture of a character would stand outside the frame.")
    part = pixels[y0 - top : y1 - top, x0 - left : x1 - left]
    return part, Box(x=x0, y=y0, width=x1 - x0, height=y1 - y0)
