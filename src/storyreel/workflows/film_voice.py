"""The stages that give each line its voice: the author's recording where there is one, else a studio voice.

A recording is heard once, whatever the script says. Laying it beside the script is quick and done while
the lines are planned; so a job knows only its own stretch, and a changed word cuts one line anew.
"""

import functools
from collections.abc import Mapping, Sequence
from typing import Any

from storyreel.film.model import VoiceItem
from storyreel.film.voices import voice_items
from storyreel.render.toolchain import cpu_features, sources_digest
from storyreel.sound.model import Cast, Hearing
from storyreel.sound.voice_over_files import lines_meant
from storyreel.sound.voice_over_search import Recording
from storyreel.sound.voice_over_takes import Take, find_takes
from storyreel.story.model import Script
from storyreel.workflows.stage import Job, RunView, Stage

HEAR = "storyreel.workflows.own_media:hear_recording"
SOURCES = ("sound/voice_over.py", "sound/loud.py", "sound/waves.py", "media/sound.py")
SPEAK = "storyreel.workflows.film_media:voice_line"


def _hearing(view: RunView) -> Sequence[Job]:
    params = {"language": view.project.language, "recogniser": view.options.get("recogniser", {})}
    return [
        Job(f"{number:04}", {"recording": row["sha256"]}, params)
        for number, row in enumerate(view.options.get("voice_over", ()))
    ]


def _voice_line(view: RunView) -> Sequence[Job]:
    items = voice_items(view.document(Script, "script"), view.document(Cast, "cast"))
    rows = view.options.get("voice_over", ())
    if not rows:
        return [_spoken(item, view.options) for item in items]
    heard = {item: view.document(Hearing, "hearing", item) for item in view.results("hearing")}
    meant = lines_meant([row["label"] for row in rows], [item.line_id for item in items])
    recordings = [
        Recording(item, hearing, line_id)
        for (item, hearing), line_id in zip(heard.items(), meant, strict=True)
    ]
    lines = [(item.line_id, item.need.text) for item in items]
    takes = find_takes(lines, recordings, view.project.language)
    return [
        _cut(item, takes[item.line_id], heard, view.options)
        if item.line_id in takes
        else _spoken(item, view.options, missing=True)
        for item in items
    ]


def _spoken(item: VoiceItem, options: Mapping[str, Any], *, missing: bool = False) -> Job:
    params = {"need": item.need.model_dump(mode="json"), "identity": options["voice_identity"]}
    return Job(item.line_id, {}, {**params, "missing": True} if missing else params)


def _cut(item: VoiceItem, take: Take, heard: Mapping[str, Hearing], options: Mapping[str, Any]) -> Job:
    hearing = heard[take.recording]
    stretch = {
        "opens": list(take.opens),
        "closes": list(take.closes),
        "words": [word.model_dump(mode="json") for word in take.words],
        "gain": hearing.gain,
        "readings": take.readings,
        "version": sources_digest(SOURCES),
    }
    spoken = _spoken(item, options)
    return Job(item.line_id, {"recording": hearing.audio.sha256}, {**spoken.params, "take": stretch})


@functools.cache
def _ear() -> dict[str, str]:
    return {"source": sources_digest(SOURCES), "cpu": cpu_features()}


VOICE_STAGES: dict[str, Stage] = {
    stage.name: stage
    for stage in (
        Stage("hearing", 1, "local_ai", _hearing, HEAR, _ear),
        Stage("voice_line", 1, "local_ai", _voice_line, SPEAK),
    )
}
