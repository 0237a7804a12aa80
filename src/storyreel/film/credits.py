"""The words of the end card: who made what the film shows, and under which licence."""

from collections.abc import Iterable, Iterator

from storyreel.assets.model import Ingredient, Picture, PictureNeed
from storyreel.assets.reading import Item, Reading
from storyreel.assets.rights import credits_lines


def credits_need(need: PictureNeed, title: str, pictures: Iterable[Picture]) -> PictureNeed:
    """The end card's need with its words: the title, then a line for everybody who is to be named."""
    lines = credits_lines(_parts(pictures))
    reading = Reading(
        kind="credits",
        heading=title,
        items=tuple(Item(text=line) for line in lines),
        reason="the film is over; these made what it shows",
    )
    return need.model_copy(update={"words": "\n".join((title, *lines)), "reading": reading})


def _parts(pictures: Iterable[Picture]) -> Iterator[Ingredient]:
    """What a picture is made of; one that was not drawn here is a part of its own."""
    for picture in pictures:
        if picture.origin in ("author", "found"):
            yield Ingredient(name="Picture", rights=picture.rights)
        for part in picture.ingredients:
            # Several authors of one thing have a line each, so that lines stay short enough to be read.
            for author in part.rights.attribution.split("; "):
                rights = part.rights.model_copy(update={"attribution": author})
                yield part.model_copy(update={"rights": rights})
