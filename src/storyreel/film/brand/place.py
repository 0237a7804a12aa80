"""Where a logo stands: in a corner, inside the safe area of the format, clear of captions and controls."""

from collections.abc import Mapping, Sequence

from storyreel.assets.model import Picture
from storyreel.film.brand.model import Brand, Corner, Logo
from storyreel.film.model import INTRO, OUTRO
from storyreel.render.profiles import format_of
from storyreel.timeline.model import Box, CaptionStyle, Clip, Layer, Timeline

_MIRRORED: dict[Corner, Corner] = {
    "top_left": "top_right",
    "top_right": "top_left",
    "bottom_left": "bottom_right",
    "bottom_right": "bottom_left",
}
SIZE = 0.085
"""Height of a logo, in short sides of the frame."""
WIDEST = 0.24
"""Its greatest width, in widths of the frame."""
SAFE = {"youtube": (0.04, 0.055, 0.17), "square": (0.05, 0.05, 0.2), "shorts": (0.06, 0.09, 0.36)}
"""Format -> margins at the sides (in widths), at the head and at the foot (in heights). A phone's
controls cover the head of a tall frame, and captions its foot."""


def logo_box(logo: Logo, width: int, height: int) -> Box:
    """The logo's box in a frame of this size, at whole pixels."""
    aside, above, below = SAFE[format_of(width, height)]
    scale = min(SIZE * min(width, height) / logo.height, WIDEST * width / logo.width)
    across, down = max(2, round(logo.width * scale)), max(2, round(logo.height * scale))
    left = logo.corner.endswith("left")
    upper = logo.corner.startswith("top")
    x = round(aside * width) if left else width - round(aside * width) - across
    y = round(above * height) if upper else height - round(below * height) - down
    return Box(x=x, y=y, width=across, height=down)


def captions_of(brand: Brand, style: CaptionStyle) -> CaptionStyle:
    """How captions look under the brand: its face, its highlight on the word that is being said."""
    changed: dict[str, object] = {"font": brand.caption_font}
    if brand.colors:
        changed |= {"active_color": brand.colors.highlight, "outline_color": brand.colors.ink}
    return style.model_copy(update=changed)


def branded(timeline: Timeline, brand: Brand, pictures: Mapping[str, Picture]) -> Timeline:
    """The film with the brand's logo over all that the house did not make itself; pictures by clip id."""
    if brand.logo is None:
        return timeline
    logo, size = brand.logo, (timeline.width, timeline.height)
    clips = tuple(
        clip if clip.id in (INTRO, OUTRO) else with_logo(clip, logo, size, lettered(pictures[clip.id], size))
        for clip in timeline.clips
    )
    return timeline.model_copy(update={"clips": clips})


def lettered(picture: Picture, size: tuple[int, int]) -> tuple[Box, ...]:
    """Where a picture has words, in a frame of `size`."""
    across, down = size[0] / picture.width, size[1] / picture.height
    boxes = [layer.box for layer in picture.layers if layer.group == "text"]
    return tuple(
        Box(x=box.x * across, y=box.y * down, width=box.width * across, height=box.height * down)
        for box in boxes
    )


def with_logo(clip: Clip, logo: Logo, size: tuple[int, int], words: Sequence[Box] = ()) -> Clip:
    """The clip with the logo over its picture; it stands still.

    Where words take its corner it stands in the other one of that height, and where they take both the
    clip goes without.
    """
    for corner in (logo.corner, _MIRRORED[logo.corner]):
        box = logo_box(logo.model_copy(update={"corner": corner}), *size)
        if not any(_touch(box, other) for other in words):
            layer = Layer(name="logo", media=logo.media, box=box)
            return clip.model_copy(update={"layers": (*clip.layers, layer)})
    return clip


def _touch(first: Box, second: Box) -> bool:
    beside = first.x + first.width <= second.x or second.x + second.width <= first.x
    return not (beside or first.y + first.height <= second.y or second.y + second.height <= first.y)
