"""What each hand-over format keeps of a Timeline and what it loses: one table for reports and docs."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from storyreel.timeline.model import Timeline

Format = Literal["otio", "fcpxml", "edl"]
FORMATS: tuple[Format, ...] = ("otio", "fcpxml", "edl")
TITLES: dict[Format, str] = {"otio": "OTIO", "fcpxml": "FCPXML 1.10", "edl": "EDL (CMX 3600)"}


class Fate(NamedTuple):
    """What becomes of one thing in one format; an empty half means nothing is kept, or nothing lost."""

    kept: str
    lost: str = ""


@dataclass(frozen=True)
class Feature:
    """One thing a Timeline may hold, how to see that it does, and its fate in each format."""

    name: str
    present: Callable[[Timeline, bool], bool]
    """Asked with the Timeline and whether clips are handed over as movies."""
    otio: Fate
    fcpxml: Fate
    edl: Fate

    def fate(self, to: Format) -> Fate:
        return {"otio": self.otio, "fcpxml": self.fcpxml, "edl": self.edl}[to]


class ExportReport(NamedTuple):
    """The written file and, one sentence each, what it kept and what it lost."""

    path: Path
    kept: tuple[str, ...]
    lost: tuple[str, ...]


def _has_transition(timeline: Timeline, kind: str) -> bool:
    return any(transition.kind == kind for transition in timeline.transitions)


def _layers_move_or_pile(timeline: Timeline) -> bool:
    return any(len(clip.layers) > 1 or any(layer.poses for layer in clip.layers) for clip in timeline.clips)


def _overlapping(timeline: Timeline) -> bool:
    for role in ("voice", "music", "effects"):
        sounds = sorted(
            (sound.start, sound.start + sound.duration)
            for track in timeline.sound
            if track.role == role
            for sound in track.clips
        )
        if any(after[0] < before[1] for before, after in pairwise(sounds)):
            return True
    return False


FEATURES: tuple[Feature, ...] = (
    Feature(
        "cuts",
        lambda _timeline, _movies: True,
        Fate("to the frame"),
        Fate("to the frame"),
        Fate("to the frame"),
    ),
    Feature(
        "handles for transitions",
        lambda timeline, _movies: bool(timeline.transitions),
        Fate("available range beyond the source range"),
        Fate("asset longer than the clip"),
        Fate("source times inside the file"),
    ),
    Feature(
        "layers and their movement, clips as movies",
        lambda timeline, movies: movies and _layers_move_or_pile(timeline),
        Fate("rendered in the movie, and as data in the clip's metadata", "layers an editor can move"),
        Fate("rendered in the movie", "layers an editor can move"),
        Fate("rendered in the movie", "layers an editor can move"),
    ),
    Feature(
        "layers and their movement, clips as stills",
        lambda timeline, movies: not movies and _layers_move_or_pile(timeline),
        Fate("as data in the clip's metadata", "all layers but the ground, and movement, on screen"),
        Fate("", "all layers but the ground, and movement"),
        Fate("", "all layers but the ground, and movement"),
    ),
    Feature(
        "dissolves",
        lambda timeline, _movies: _has_transition(timeline, "dissolve"),
        Fate("as transitions, to the frame"),
        Fate("as Cross Dissolve, to the frame"),
        Fate("as D events, to the frame"),
    ),
    Feature(
        "dips to black",
        lambda timeline, _movies: _has_transition(timeline, "dip_to_black"),
        Fate("as custom transitions, to the frame", "their look in editors that know dissolves alone"),
        Fate("as Fade To Color, to the frame"),
        Fate("as D events to BL and from BL, to the frame"),
    ),
    Feature(
        "wipes and slides",
        lambda timeline, _movies: any(t.kind in ("wipe", "slide") for t in timeline.transitions),
        Fate(
            "as custom transitions with their direction, to the frame",
            "their look in editors that know dissolves alone",
        ),
        Fate("as Cross Dissolve named after them, to the frame", "their look"),
        Fate("as D events with a comment, to the frame", "their look"),
    ),
    Feature(
        "voice and music",
        lambda timeline, _movies: any(t.clips for t in timeline.sound if t.role != "effects"),
        Fate("to the tick, each role on tracks of its own"),
        Fate("to the frame, each role on lanes of its own", "starts and ends between frames"),
        Fate("to the frame, voice on A, music on A2", "starts and ends between frames"),
    ),
    Feature(
        "sound effects",
        lambda timeline, _movies: any(t.clips for t in timeline.sound if t.role == "effects"),
        Fate("to the tick, on tracks of their own"),
        Fate("to the frame, on lanes of their own", "starts and ends between frames"),
        Fate("", "all of them: there is no channel for them"),
    ),
    Feature(
        "sounds of one role that overlap",
        lambda timeline, _movies: _overlapping(timeline),
        Fate("on further tracks"),
        Fate("on further lanes"),
        Fate("", "all but the first of those that overlap"),
    ),
    Feature(
        "gain",
        lambda timeline, _movies: any(s.gain_db for track in timeline.sound for s in track.clips),
        Fate("as an effect named Gain with its decibels", "its sound in editors that read no effects"),
        Fate("as volume"),
        Fate("", "all of it"),
    ),
    Feature(
        "fades of sound",
        lambda timeline, _movies: any(
            s.fade_in or s.fade_out for track in timeline.sound for s in track.clips
        ),
        Fate("as an effect named Fade with its ticks", "its sound in editors that read no effects"),
        Fate("as fades of the volume"),
        Fate("", "all of them"),
    ),
    Feature(
        "ducking under the voice",
        lambda timeline, _movies: any(t.clips for t in timeline.sound if t.role != "voice"),
        Fate("", "all of it: the mix makes it"),
        Fate("", "all of it: the mix makes it"),
        Fate("", "all of it: the mix makes it"),
    ),
    Feature(
        "captions",
        lambda timeline, _movies: bool(timeline.cues),
        Fate("as markers with their text and range, to the tick in metadata"),
        Fate("as iTT captions, to the frame"),
        Fate("as locators, to the frame", "their ends and line breaks"),
    ),
    Feature(
        "word times",
        lambda timeline, _movies: bool(timeline.cues),
        Fate("in the metadata of the caption's marker"),
        Fate("", "all of them"),
        Fate("", "all of them"),
    ),
    Feature(
        "speakers of captions",
        lambda timeline, _movies: any(cue.speaker for cue in timeline.cues),
        Fate("in the metadata of the caption's marker"),
        Fate("in the caption's note"),
        Fate("", "all of them"),
    ),
    Feature(
        "captions at the top",
        lambda timeline, _movies: any(cue.place == "top" for cue in timeline.cues),
        Fate("in the metadata of the caption's marker"),
        Fate("in the caption's placement"),
        Fate("", "all of it"),
    ),
    Feature(
        "look of captions",
        lambda timeline, _movies: bool(timeline.cues) and timeline.caption_style is not None,
        Fate("as data in the metadata of the film", "on screen: markers have no look"),
        Fate("", "font, size, colours and the highlighted word"),
        Fate("", "all of it"),
    ),
    Feature(
        "scene markers",
        lambda timeline, _movies: bool(timeline.markers),
        Fate("as markers with their notes"),
        Fate("as markers with their notes"),
        Fate("as locators with their notes"),
    ),
    Feature(
        "frame size",
        lambda _timeline, _movies: True,
        Fate("as data in the metadata of the film", "as a setting: OTIO has none"),
        Fate("as the format of the sequence"),
        Fate("", "all of it"),
    ),
    Feature(
        "fractional frame rates",
        lambda timeline, _movies: timeline.rate.fraction.denominator != 1,
        Fate("as a rate, and exactly in the metadata of the film"),
        Fate("exactly"),
        Fate("as non-drop time code of the next whole rate", "the rate itself: set it when reading"),
    ),
)


def report(
    to: Format, timeline: Timeline, *, movies: bool, path: Path, lost: tuple[str, ...]
) -> ExportReport:
    """What this file keeps and loses of this Timeline; `lost` adds what only this export met."""
    fates = [(f.name, f.fate(to)) for f in FEATURES if f.present(timeline, movies)]
    return ExportReport(
        path,
        tuple(f"{name}: {fate.kept}." for name, fate in fates if fate.kept),
        (*(f"{name}: {fate.lost}." for name, fate in fates if fate.lost), *lost),
    )


def table() -> str:
    """The Markdown table of `docs/hand-over.md`."""
    rows = [
        ["What", *(TITLES[to] for to in FORMATS)],
        ["---"] * (len(FORMATS) + 1),
        *([feature.name, *(_cell(feature.fate(to)) for to in FORMATS)] for feature in FEATURES),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(fate: Fate) -> str:
    if not fate.kept:
        return f"lost: {fate.lost}"
    return f"{fate.kept}; lost: {fate.lost}" if fate.lost else fate.kept
