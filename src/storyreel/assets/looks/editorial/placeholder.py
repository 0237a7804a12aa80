"""The card that stands in when a picture could not be drawn: ink ground, torn strip, the line's words."""

from pathlib import Path

from storyreel.assets.looks.editorial.brief import Page
from storyreel.assets.looks.editorial.canvas import paint
from storyreel.assets.looks.editorial.lettering import ITALIC, fit
from storyreel.assets.looks.editorial.moods import MOODS
from storyreel.assets.looks.editorial.palette import ground, palette
from storyreel.assets.looks.editorial.scene import Focus, Scene
from storyreel.assets.looks.editorial.stage import stage
from storyreel.assets.looks.editorial.templates.blocks import add_floor, add_ground, add_type
from storyreel.assets.looks.port import Drawn
from storyreel.assets.meaning import key_phrase
from storyreel.assets.model import PictureNeed


def card(need: PictureNeed, palette_name: str, size: tuple[int, int], workdir: Path) -> Drawn:
    """Draw the stand-in from type and shapes alone. Raises MediaError when even that fails."""
    st, pal = stage(size), palette(palette_name)
    dark = ground(pal, "ink" if need.position % 2 == 0 else "deep")
    scene = Scene(
        st, pal, dark, MOODS["calm"], Focus(st.width * 0.8, st.floor * 0.5, st.floor * 0.3), 1, quiet=True
    )
    page = Page()
    add_ground(page, scene)
    add_floor(page, scene)
    area = st.text_area()
    words = key_phrase(need.words) or " ".join(need.words.split()[:4])
    setting = fit(words, ITALIC, area, largest=120, smallest=48, leading=1.05, lines=4)
    add_type(
        page, "words", setting, area.x, area.y + (area.height - setting.height) / 2, dark.text, dark.color
    )
    workdir.mkdir(parents=True, exist_ok=True)
    layers = (paint(s, st, size, workdir, opaque=k == 0) for k, s in enumerate(page.sketches))
    return Drawn(tuple(layer for layer in layers if layer), (), "placeholder: type on an ink ground")
