"""The shots of a text as picture needs, by the studio's own planner; no voice is needed for pictures."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from storyreel.assets.cast import make_packs
from storyreel.assets.model import PictureNeed
from storyreel.film.brand.model import Brand
from storyreel.film.lock import lock
from storyreel.film.manifest import make_manifest
from storyreel.film.people import members_of
from storyreel.film.plan import plan_shots
from storyreel.film.styling import film_style
from storyreel.kit.project import Project
from storyreel.sound.model import VoiceLine
from storyreel.story.model import Script
from storyreel.story.read import read_source
from storyreel.timeline.model import TICKS_PER_SECOND, MediaRef

FOLDER = Path(__file__).parent
SENTENCES = {
    "forty": FOLDER.parent / "tests" / "assets" / "reader" / "forty.yaml",
    "unseen": FOLDER / "unseen.yaml",
}
"""Sets of sentences with the picture that a person expects, written down beforehand."""
ALONE = """# Untold

## One

{}

## Two

All of this was said once, and it was said well enough. Nothing more will be added to it here or anywhere.
"""
"""A sentence as a scene of its own: a text of one sentence is taken for an idea."""
FILMS = ("the-clockmakers-bird", "how-to-sharpen-a-knife", "a-port-in-numbers", "the-honeybee")
LOOKS = ("editorial", "paper-cut")


@dataclass(frozen=True)
class Shots:
    """Needs that are drawn in one look and palette."""

    name: str
    look: str
    palette: str
    needs: tuple[PictureNeed, ...]


def film(name: str) -> Shots:
    """The shots of an example, in the look that suits its kind of text."""
    path = FOLDER.parent / "examples" / f"{name}.md"
    return _shots(name, path.read_bytes(), path.name, "auto")


def sentences(name: str) -> list[Shots]:
    """Each sentence of a set as a shot of its own; the looks take turns."""
    rows: list[dict[str, Any]] = yaml.safe_load(SENTENCES[name].read_text(encoding="utf-8"))
    found: list[Shots] = []
    for number, row in enumerate(rows):
        look = LOOKS[number % len(LOOKS)]
        shots = _shots(f"{name}-{number:02}", ALONE.format(row["words"]).encode(), "sentence.md", look)
        said = next(need for need in shots.needs if need.captions)
        need = said.model_copy(update={"id": shots.name, "position": number})
        found.append(Shots(shots.name, shots.look, shots.palette, (need,)))
    return found


def _shots(name: str, text: bytes, file_name: str, look: str) -> Shots:
    script = read_source(text, name=file_name).script
    project = Project(id=name, title=name)
    plan = plan_shots(script, project)
    style = film_style(plan, project, look, Brand(name=""))
    packs = make_packs(members_of(script, {}), ())
    manifest = make_manifest(lock(plan, _unspoken(script)), (), packs)
    return Shots(name, style.look, style.palette, manifest.backgrounds)


def _unspoken(script: Script) -> dict[str, VoiceLine]:
    """A second for each line: pictures do not depend on how long they are seen."""
    audio = MediaRef(sha256="0" * 64, media_type="audio/wav")
    return {
        line.id: VoiceLine(
            text=line.text,
            voice="narrator",
            engine="silent",
            engine_voice="",
            language=script.language,
            audio=audio,
            duration=TICKS_PER_SECOND,
            words=(),
        )
        for line in script.lines
    }
