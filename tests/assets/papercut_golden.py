"""Twelve approved small shots of the paper-cut look; `python -m tests.assets.papercut_golden` renews them.

Renew them only after looking at the pictures: a hash says that something changed, not that it is good.
"""

import json
import sys
import tempfile
from pathlib import Path

from storyreel.assets.looks import LOOKS, DrawnLayer
from storyreel.assets.model import PictureNeed
from storyreel.assets.reading import Appearance, Person, Thing
from tests.assets.editorial_golden import Record, records
from tests.assets.shots import SHOTS
from tests.assets.test_papercut import need, thing

GOLDEN = Path(__file__).parent / "papercut_golden.json"
SIZES = {"wide": (320, 180), "tall": (180, 320)}
TAMSIN = Person(
    id="tamsin", name="Tamsin", speaks=True,
    appearance=Appearance(gender="female", age="child", hair="braids", color="red", second_color="ochre"),
)  # fmt: skip
HALE = Person(
    id="hale", name="Old Hale", appearance=Appearance(gender="male", age="old", color="teal", wears="beard")
)
SCENES: dict[str, PictureNeed] = {
    "lighthouse": need("sea_cliff", time="dusk", weather="snow", mood="desolate", position=1,
                       subject=thing("lighthouse"), props=(Thing(name="lamp", word="lamp", denied=True),)),
    "rain": need("village", time="day", weather="rain", mood="weary", position=2, people=(HALE,)),
    "yard": need("yard", time="dawn", position=3, people=(TAMSIN,)),
    "kitchen": need("kitchen", time="night", mood="warm", position=4, subject=thing("bread")),
    "talk": need("harbour", time="night", position=5, people=(TAMSIN, HALE)),
    "forest": need("forest", time="dusk", mood="eerie", position=6, subject=thing("fox")),
}  # fmt: skip
KINDS = ("list", "chart", "journey", "dialogue", "quote", "people_chart")
NAMES = (*SCENES, *KINDS)


def draw(name: str, folder: Path) -> tuple[DrawnLayer, ...]:
    """The layers of one of the twelve."""
    wanted = SCENES.get(name) or SHOTS[name]
    if name == "quote":
        wanted = wanted.model_copy(update={"people": ()})
    return LOOKS["paper-cut"].draw(wanted, "story", SIZES[shape_of(name)], folder).layers


def shape_of(name: str) -> str:
    """Every third shot is tall."""
    return "tall" if NAMES.index(name) % 3 == 2 else "wide"


def approved(name: str) -> list[Record]:
    """What was kept of a shot."""
    rows = json.loads(GOLDEN.read_text())[name]
    return [Record(n, pixels, (box[0], box[1], box[2], box[3]), acts) for n, pixels, box, acts in rows]


def main() -> None:
    """Draw the twelve and keep what they are."""
    parts: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            rows = [json.dumps([r.name, r.pixels, r.box, r.acts], separators=(",", ":"))
                    for r in records(draw(name, Path(folder) / name))]  # fmt: skip
            parts.append(f'"{name}":[\n' + ",\n".join(rows) + "]")
    GOLDEN.write_text("{\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__":
    sys.exit(main())
