"""The rule-based writer: a divided text becomes a Script. It groups words and never invents one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from storyreel.story.draft import Draft, Paragraph, SceneDraft
from storyreel.story.emotion import emotional_tags
from storyreel.story.model import NARRATOR, Beat, Line, Scene, Script, Speaker
from storyreel.story.sentences import cut_lines


def write_script(draft: Draft, *, language: str) -> Script:
    """Cut the draft into scenes, beats and lines with ids by position and tags by words."""
    scenes = tuple(_scene(scene, number, language) for number, scene in enumerate(draft.scenes, 1))
    names: dict[str, str] = {NARRATOR: "Narrator"}
    for scene in draft.scenes:
        for paragraph in (paragraph for beat in scene.beats for paragraph in beat):
            if paragraph.speaker:
                names.setdefault(speaker_id(paragraph.speaker), paragraph.speaker)
    return Script(
        title=draft.title,
        author=draft.author,
        language=language,
        speakers=tuple(Speaker(id=key, name=name) for key, name in names.items()),
        scenes=scenes,
    )


def speaker_id(name: str) -> str:
    """A stable id from a name: lower-case letters and digits with hyphens; empty is the narrator."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", (plain or name).lower()).strip("-")
    if slug or not name:
        return slug or NARRATOR
    return "speaker-" + "-".join(f"{ord(letter):x}" for letter in name)


def _scene(draft: SceneDraft, number: int, language: str) -> Scene:
    scene_id = f"s{number:02d}"
    beats = tuple(
        Beat(id=f"{scene_id}-b{index:02d}", lines=_lines(beat, f"{scene_id}-b{index:02d}", language))
        for index, beat in enumerate(draft.beats, 1)
    )
    counts = Counter(tag for beat in beats for line in beat.lines for tag in line.emotional_tags)
    ranked = sorted(counts, key=lambda tag: (-counts[tag], tag))
    return Scene(
        id=scene_id,
        heading=draft.heading,
        location=draft.location,
        time_of_day=draft.time_of_day,
        actions=tuple(p.text for beat in draft.beats for p in beat if p.kind == "action"),
        emotional_tags=tuple(ranked[:3]),
        beats=beats,
    )


def _lines(beat: Sequence[Paragraph], beat_id: str, language: str) -> tuple[Line, ...]:
    lines: list[Line] = []
    for paragraph in beat:
        for words in cut_lines(paragraph.words, language):
            text = " ".join(word.text for word in words)
            lines.append(
                Line(
                    id=f"{beat_id}-l{len(lines) + 1:02d}",
                    kind=paragraph.kind,
                    form=paragraph.form,
                    speaker_id=speaker_id(paragraph.speaker),
                    text=text,
                    delivery=paragraph.delivery,
                    emotional_tags=emotional_tags(text, delivery=paragraph.delivery),
                    source_line=words[0].line,
                )
            )
    return tuple(lines)
