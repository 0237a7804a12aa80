"""FCPXML 1.10 for Final Cut Pro and what reads it: a spine with transitions, connected sound, captions.

Written here, because the OpenTimelineIO adapter drops transitions and effects. Times are rational
seconds on frame boundaries of the film, as the format demands. The order of elements follows the
document type definition of version 1.10.
"""

import re
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path

from storyreel.timeline.adapters.losses import ExportReport, report
from storyreel.timeline.adapters.plan import (
    Captioned,
    FindMedia,
    Picture,
    Plan,
    Role,
    Snapped,
    captioned,
    lanes,
    prepare,
    snapped,
)
from storyreel.timeline.exact import Cut, split_transition
from storyreel.timeline.model import TICKS_PER_SECOND, Marker, Timeline

VERSION = "1.10"
EFFECTS = {
    "dissolve": ("Cross Dissolve", "FxPlug:4731E73A-8DAC-4113-9A30-AE85B1761265"),
    "dip_to_black": ("Fade To Color", "FxPlug:F779C565-486D-4633-8035-0374B4DB8F5C"),
}
"""Final Cut Pro's own names and ids of the two transitions; Fade To Color fades to black by default."""
NAMES = {"wipe": "Wipe", "slide": "Slide"}
"""How these are called where a cross dissolve stands for them."""

AUDIO_ROLES: dict[Role, str] = {"voice": "dialogue", "music": "music", "effects": "effects"}
CAPTION_LOOK = {
    "font": ".AppleSystemUIFont",
    "fontSize": "13",
    "fontFace": "Regular",
    "fontColor": "1 1 1 1",
    "backgroundColor": "0 0 0 1",
}
"""The look Final Cut Pro gives a new iTT caption; the format allows little else."""

STILL_START_S = 3600
"""Stills have no time of their own; Final Cut Pro starts them at an hour, so that there is room before."""

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(
    timeline: Timeline,
    media: FindMedia,
    clip_movies: Mapping[str, Path] | None,
    out: Path,
    *,
    language: str = "en",
) -> ExportReport:
    """Write `out` as FCPXML; equal input gives equal bytes. `language` names the captions' role."""
    plan = prepare(timeline, media, clip_movies)
    root, lost = build(plan, language)
    ET.indent(root, space="  ")
    text = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fcpxml>\n'
    out.write_bytes((head + text + "\n").encode())
    return report("fcpxml", timeline, movies=plan.movies, path=out, lost=lost)


def build(plan: Plan, language: str) -> tuple[ET.Element, tuple[str, ...]]:
    """The document, and what this film in particular loses."""
    timeline = plan.timeline
    root = ET.Element("fcpxml", version=VERSION)
    refs = _Resources(ET.SubElement(root, "resources"), plan)
    event = ET.SubElement(ET.SubElement(root, "library"), "event", name=_clean(timeline.name))
    project = ET.SubElement(event, "project", name=_clean(timeline.name))
    sequence = ET.SubElement(
        project,
        "sequence",
        format=refs.film,
        duration=_time(timeline, timeline.duration),
        tcStart="0s",
        tcFormat="NDF",
        audioLayout="stereo",
        audioRate="48k",
    )
    bodies = _spine(plan, refs, ET.SubElement(sequence, "spine"))
    sounds, short = snapped(plan)
    # The definition wants a clip's children in this order: connected items, then markers.
    for caption_number, caption in enumerate(captioned(timeline), start=1):
        _caption(plan, bodies, caption, caption_number, language)
    _sounds(plan, refs, bodies, sounds)
    for marker in timeline.markers:
        _marker(plan, bodies, marker)
    return root, tuple(f"sound {name!r}: shorter than a frame." for name in short)


class _Resources:
    """Formats, assets and effects with their ids, numbered in order of first use."""

    def __init__(self, parent: ET.Element, plan: Plan) -> None:
        self._parent = parent
        self._plan = plan
        self._ids: dict[tuple[str, str], str] = {}
        rate, size = (
            plan.timeline.rate,
            {"width": str(plan.timeline.width), "height": str(plan.timeline.height)},
        )
        frame = {"frameDuration": f"{rate.denominator}/{rate.numerator}s", **size}
        self.film = self._add(("format", "film"), "format", frame | {"colorSpace": "1-1-1 (Rec. 709)"})
        self._stills = size

    def _add(self, key: tuple[str, str], tag: str, attributes: Mapping[str, str]) -> str:
        self._ids[key] = f"r{len(self._ids) + 1}"
        ET.SubElement(self._parent, tag, {"id": self._ids[key], **attributes})
        return self._ids[key]

    def _asset(self, url: str, attributes: Mapping[str, str]) -> str:
        asset_id = self._add(("asset", url), "asset", attributes)
        ET.SubElement(self._parent[-1], "media-rep", kind="original-media", src=_clean(url))
        return asset_id

    def picture(self, picture: Picture) -> str:
        """The asset of a clip; a file that serves several clips is long enough for each."""
        if ("asset", picture.url) in self._ids:
            return self._ids["asset", picture.url]
        attributes = {"name": _clean(picture.clip.id), "start": "0s", "hasVideo": "1", "videoSources": "1"}
        if picture.still:
            return self._asset(picture.url, attributes | {"duration": "0s", "format": self.still_format()})
        frames = max(other.available for other in self._plan.pictures if other.url == picture.url)
        length = _time(self._plan.timeline, frames)
        return self._asset(picture.url, attributes | {"duration": length, "format": self.film})

    def still_format(self) -> str:
        """The format of pictures without a rate."""
        if ("format", "still") not in self._ids:
            name = {"name": "FFVideoFormatRateUndefined"}
            self._add(("format", "still"), "format", name | self._stills)
        return self._ids["format", "still"]

    def sound(self, sound: Snapped) -> str:
        """The asset of a sound, as long as its longest use."""
        url = sound.heard.url
        if ("asset", url) in self._ids:
            return self._ids["asset", url]
        ticks = max(heard.sound.duration for heard in self._plan.sounds if heard.url == url)
        attributes = {
            "name": _clean(sound.heard.sound.id),
            "start": "0s",
            "duration": f"{ticks}/{TICKS_PER_SECOND}s",
            "hasAudio": "1",
            "audioSources": "1",
            "audioRate": str(TICKS_PER_SECOND),
        }
        return self._asset(url, attributes)

    def effect(self, kind: str) -> str:
        """The effect behind a transition."""
        if ("effect", kind) not in self._ids:
            name, uid = EFFECTS[kind]
            self._add(("effect", kind), "effect", {"name": name, "uid": uid})
        return self._ids["effect", kind]


def _spine(plan: Plan, refs: _Resources, spine: ET.Element) -> list[ET.Element]:
    """The clips one after another with transitions between; returns the elements of the clips."""
    timeline = plan.timeline
    bodies: list[ET.Element] = []
    for index, picture in enumerate(plan.pictures):
        if index and plan.cuts[index - 1].transition is not None:
            _transition(timeline, refs, spine, plan.cuts[index - 1])
        attributes = {
            "ref": refs.picture(picture),
            "offset": _time(timeline, picture.start),
            "name": _clean(picture.clip.id),
            "start": _time(timeline, _body_start(timeline, picture)),
            "duration": _time(timeline, picture.duration),
        }
        if not picture.still:
            attributes |= {"format": refs.film, "tcFormat": "NDF"}
        bodies.append(ET.SubElement(spine, "video" if picture.still else "asset-clip", attributes))
    return bodies


def _body_start(timeline: Timeline, picture: Picture) -> int:
    """The frame of the source at which the clip begins."""
    if not picture.still:
        return picture.head
    return STILL_START_S * -int(-timeline.rate.fraction // 1)


def _transition(timeline: Timeline, refs: _Resources, spine: ET.Element, cut: Cut) -> None:
    transition = cut.transition
    if transition is None:
        return
    before, _ = split_transition(transition)
    kind = transition.kind if transition.kind in EFFECTS else "dissolve"
    name = EFFECTS[kind][0]
    if transition.kind in NAMES:
        name = f"{NAMES[transition.kind]} {transition.direction}"
    element = ET.SubElement(
        spine,
        "transition",
        name=name,
        offset=_time(timeline, cut.frame - before),
        duration=_time(timeline, transition.duration),
    )
    ET.SubElement(element, "filter-video", ref=refs.effect(kind), name=EFFECTS[kind][0])


def _place(plan: Plan, bodies: list[ET.Element], frame: int) -> tuple[ET.Element, str]:
    """The clip on the spine that a film frame lies in, and that moment in the clip's own time."""
    index = bisect_right([picture.start for picture in plan.pictures], frame) - 1
    picture = plan.pictures[index]
    inside = _body_start(plan.timeline, picture) + frame - picture.start
    return bodies[index], _time(plan.timeline, inside)


def _caption(plan: Plan, bodies: list[ET.Element], caption: Captioned, number: int, language: str) -> None:
    parent, offset = _place(plan, bodies, caption.start)
    lines = [_clean(line) for line in caption.cue.text_lines]
    element = ET.SubElement(
        parent,
        "caption",
        lane="1",
        offset=offset,
        name=" ".join(lines),
        duration=_time(plan.timeline, caption.duration),
        role=f"iTT?captionFormat=ITT.{language}",
    )
    style = ET.SubElement(
        ET.SubElement(element, "text", placement=caption.cue.place), "text-style", ref=f"ts{number}"
    )
    style.text = "\n".join(lines)
    ET.SubElement(ET.SubElement(element, "text-style-def", id=f"ts{number}"), "text-style", CAPTION_LOOK)
    if caption.cue.speaker:
        ET.SubElement(element, "note").text = _clean(caption.cue.speaker)


def _sounds(plan: Plan, refs: _Resources, bodies: list[ET.Element], sounds: tuple[Snapped, ...]) -> None:
    lane_number = 0
    for role in AUDIO_ROLES:
        mine = [sound for sound in sounds if sound.heard.role == role]
        for lane in lanes(mine, lambda sound: (sound.start, sound.start + sound.duration)):
            lane_number -= 1
            for sound in lane:
                _sound(plan, refs, bodies, sound, lane_number)


def _sound(plan: Plan, refs: _Resources, bodies: list[ET.Element], sound: Snapped, lane: int) -> None:
    parent, offset = _place(plan, bodies, sound.start)
    heard = sound.heard
    element = ET.SubElement(
        parent,
        "asset-clip",
        ref=refs.sound(sound),
        lane=str(lane),
        offset=offset,
        name=_clean(heard.sound.id),
        start="0s",
        duration=_time(plan.timeline, sound.duration),
        audioRole=AUDIO_ROLES[heard.role],
    )
    fades = (("fadeIn", heard.sound.fade_in), ("fadeOut", heard.sound.fade_out))
    if not heard.sound.gain_db and not any(ticks for _, ticks in fades):
        return
    volume = ET.SubElement(element, "adjust-volume", amount=f"{round(heard.sound.gain_db, 3):g}dB")
    if any(ticks for _, ticks in fades):
        amount = ET.SubElement(volume, "param", name="amount")
        for tag, ticks in fades:
            if ticks:
                ET.SubElement(amount, tag, type="linear", duration=f"{ticks}/{TICKS_PER_SECOND}s")


def _marker(plan: Plan, bodies: list[ET.Element], marker: Marker) -> None:
    parent, start = _place(plan, bodies, marker.frame)
    attributes = {"start": start, "duration": _time(plan.timeline, 1), "value": _clean(marker.name)}
    if marker.note:
        attributes["note"] = _clean(marker.note)
    ET.SubElement(parent, "marker", attributes)


def _time(timeline: Timeline, frames: int) -> str:
    """Frames as rational seconds over the film's own time base, `4004/30000s`."""
    return f"{frames * timeline.rate.denominator}/{timeline.rate.numerator}s" if frames else "0s"


def _clean(text: str) -> str:
    """The text without characters that no XML document may hold."""
    return _NOT_XML.sub("", text)
