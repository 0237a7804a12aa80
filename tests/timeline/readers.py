"""Reads handed-over files back, feature by feature, and says what the Timeline held.

The values are keyed by the names of `losses.FEATURES`; None means that the format carries nothing.
"""

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import opentimelineio as otio

from storyreel.timeline.adapters.edl import nominal_fps
from storyreel.timeline.adapters.plan import captioned, lanes, nearest_frame
from storyreel.timeline.exact import clip_spans, handles, transition_spans
from storyreel.timeline.model import TICKS_PER_SECOND, SoundClip, Timeline

Seen = dict[str, Any]
Placed = tuple[str, int, int]
"""Role, start, duration of a sound."""

MOVIES = "layers and their movement, clips as movies"
STILLS = "layers and their movement, clips as stills"
ROLES = ("voice", "music", "effects")


def truth(timeline: Timeline, urls: Mapping[str, str]) -> Seen:
    """Everything the Timeline holds; sounds in ticks, the rest in frames. `urls`: clip id -> its file."""
    sounds = {s.id: (t.role, s) for t in timeline.sound for s in t.clips}
    kinds = {t.after_clip: t.kind for t in timeline.transitions}
    spans = {after: tuple(span) for after, span in transition_spans(timeline).items()}
    return {
        "cuts": [(name, *span) for name, span in clip_spans(timeline).items()],
        "handles for transitions": {name: tuple(h) for name, h in handles(timeline).items()},
        MOVIES: dict(urls),
        STILLS: {c.id: [layer.model_dump(mode="json") for layer in c.layers] for c in timeline.clips},
        "dissolves": {after: span for after, span in spans.items() if kinds[after] == "dissolve"},
        "dips to black": {after: span for after, span in spans.items() if kinds[after] == "dip_to_black"},
        "wipes and slides": {
            t.after_clip: (*spans[t.after_clip], f"{t.kind} {t.direction}")
            for t in timeline.transitions
            if t.kind in ("wipe", "slide")
        },
        "voice and music": {
            name: (role, s.start, s.duration) for name, (role, s) in sounds.items() if role != "effects"
        },
        "sound effects": {
            name: (role, s.start, s.duration) for name, (role, s) in sounds.items() if role == "effects"
        },
        "sounds of one role that overlap": _overlapping(timeline),
        "gain": {name: s.gain_db for name, (_, s) in sounds.items() if s.gain_db},
        "fades of sound": {
            name: (s.fade_in, s.fade_out) for name, (_, s) in sounds.items() if s.fade_in or s.fade_out
        },
        "captions": [(c.start, c.start + c.duration, list(c.cue.text_lines)) for c in captioned(timeline)],
        "word times": [[w.model_dump() for w in cue.words] for cue in timeline.cues],
        "speakers of captions": [cue.speaker for cue in timeline.cues],
        "captions at the top": [cue.place for cue in timeline.cues],
        "look of captions": timeline.caption_style and timeline.caption_style.model_dump(),
        "scene markers": [(m.frame, m.name, m.note) for m in timeline.markers],
        "frame size": (timeline.width, timeline.height),
        "fractional frame rates": timeline.rate.fraction,
    }


def to_frames(
    timeline: Timeline, sounds: Mapping[str, tuple[str, int, int]]
) -> dict[str, tuple[str, int, int]]:
    """Sounds as the formats hold them that count frames alone."""
    rate = timeline.rate
    return {
        name: (role, nearest_frame(rate, start), rate.frame_at(duration))
        for name, (role, start, duration) in sounds.items()
    }


def _overlapping(timeline: Timeline) -> set[str]:
    found: set[str] = set()
    for role in ROLES:
        mine = sorted((s for t in timeline.sound if t.role == role for s in t.clips), key=lambda s: s.start)
        for lane in lanes(mine, _end)[1:]:
            found |= {sound.id for sound in lane}
    return found


def _end(sound: SoundClip) -> tuple[int, int]:
    return sound.start, sound.start + sound.duration


def _by_role(seen: Seen, sounds: Mapping[str, tuple[str, int, int]]) -> None:
    """Split sounds into the two features that tell of them."""
    seen["voice and music"] = {n: s for n, s in sounds.items() if s[0] != "effects"} or None
    seen["sound effects"] = {n: s for n, s in sounds.items() if s[0] == "effects"} or None


def read_otio(path: Path) -> Seen:
    """Through OpenTimelineIO's own reader."""
    film = otio.adapters.read_from_file(str(path))
    ours = film.metadata["storyreel"]
    picture = film.tracks[0]
    clips = list(picture.find_clips())
    seen: Seen = {
        "cuts": [(c.name, *_frame_span(c.range_in_parent())) for c in clips],
        "handles for transitions": {c.name: _handles(c) for c in clips},
        MOVIES: {c.name: c.media_reference.target_url for c in clips},
        STILLS: {c.name: _plain(c.metadata["storyreel"]["layers"]) for c in clips},
        "look of captions": _plain(ours["caption_style"]),
        "frame size": (ours["width"], ours["height"]),
        "fractional frame rates": Fraction(ours["rate"]),
        "ducking under the voice": None,
    }
    seen |= {"dissolves": {}, "dips to black": {}, "wipes and slides": {}}
    for i, item in enumerate(picture):
        if not isinstance(item, otio.schema.Transition):
            continue
        after, span = picture[i - 1].name, _frame_span(picture.trimmed_range_of_child_at_index(i))
        data = item.metadata["storyreel"]
        if item.transition_type == "SMPTE_Dissolve":
            seen["dissolves"][after] = span
        elif data["kind"] == "dip_to_black":
            seen["dips to black"][after] = span
        else:
            seen["wipes and slides"][after] = (*span, f"{data['kind']} {data['direction']}")
    _read_otio_sounds(film, seen)
    _read_otio_markers(film, seen)
    return seen


def _frame_span(span: Any) -> tuple[int, int]:
    start, duration = span.start_time.value, span.duration.value
    assert start == int(start)
    assert duration == int(duration)
    return int(start), int(start + duration)


def _handles(clip: Any) -> tuple[int, int]:
    whole, used = _frame_span(clip.available_range()), _frame_span(clip.source_range)
    return used[0] - whole[0], whole[1] - used[1]


def _plain(value: Any) -> Any:
    """OpenTimelineIO's containers as dicts and lists."""
    if isinstance(value, Mapping) or hasattr(value, "items"):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (str, int, float)) or value is None:
        return value
    return [_plain(item) for item in value]


def _read_otio_sounds(film: Any, seen: Seen) -> None:
    sounds: dict[str, tuple[str, int, int]] = {}
    gains: dict[str, float] = {}
    fades: dict[str, tuple[int, int]] = {}
    further: set[str] = set()
    for track in film.audio_tracks():
        for clip in track.find_clips():
            start, end = _frame_span(clip.range_in_parent())
            sounds[clip.name] = (clip.metadata["storyreel"]["role"], start, end - start)
            if not track.name.endswith(" 1"):
                further.add(clip.name)
            for effect in clip.effects:
                data = effect.metadata["storyreel"]
                if effect.effect_name == "Gain":
                    gains[clip.name] = data["gain_db"]
                else:
                    fades[clip.name] = (data["fade_in_ticks"], data["fade_out_ticks"])
    _by_role(seen, sounds)
    seen |= {"gain": gains, "fades of sound": fades, "sounds of one role that overlap": further}


def _read_otio_markers(film: Any, seen: Seen) -> None:
    captions = [m for m in film.tracks.markers if m.metadata["storyreel"]["kind"] == "caption"]
    cues = [_plain(m.metadata["storyreel"]["cue"]) for m in captions]
    texts = [
        [" ".join(w["text"] for w in cue["words"][first:last]) for first, last in cue["lines"]]
        for cue in cues
    ]
    assert [m.name for m in captions] == [" ".join(lines) for lines in texts]
    seen["captions"] = [(*_frame_span(m.marked_range), t) for m, t in zip(captions, texts, strict=True)]
    seen["word times"] = [cue["words"] for cue in cues]
    seen["speakers of captions"] = [cue["speaker"] for cue in cues]
    seen["captions at the top"] = [cue["place"] for cue in cues]
    seen["scene markers"] = [
        (_frame_span(m.marked_range)[0], m.name, m.comment)
        for m in film.tracks.markers
        if m.metadata["storyreel"]["kind"] == "scene"
    ]


def read_fcpxml(path: Path) -> Seen:
    """By the rules of the format: a child's offset counts in its parent's own time."""
    root = ET.fromstring(path.read_bytes())
    resources = {element.get("id"): element for element in root.find("resources")}
    sequence = root.find(".//sequence")
    film = resources[sequence.get("format")]
    frame = Fraction(film.get("frameDuration").removesuffix("s"))
    seen: Seen = {
        "cuts": [],
        "handles for transitions": {},
        MOVIES: {},
        STILLS: None,
        "dissolves": {},
        "dips to black": {},
        "wipes and slides": {},
        "captions": [],
        "captions at the top": [],
        "word times": None,
        "look of captions": None,
        "scene markers": [],
        "speakers of captions": [],
        "ducking under the voice": None,
        "frame size": (int(film.get("width")), int(film.get("height"))),
        "fractional frame rates": 1 / frame,
    }
    sounds: dict[str, Any] = {}
    for element in sequence.find("spine"):
        start = _frames(element.get("offset"), frame)
        end = start + _frames(element.get("duration"), frame)
        if element.tag == "transition":
            after, name = seen["cuts"][-1][0], element.get("name")
            effect = resources[element.find("filter-video").get("ref")].get("name")
            if name.split()[0] in ("Wipe", "Slide"):
                assert effect == "Cross Dissolve"
                seen["wipes and slides"][after] = (start, end, name.lower())
                continue
            assert effect == name
            feature = {"Cross Dissolve": "dissolves", "Fade To Color": "dips to black"}[name]
            seen[feature][after] = (start, end)
            continue
        name = element.get("name")
        seen["cuts"].append((name, start, end))
        asset = resources[element.get("ref")]
        seen[MOVIES][name] = asset.find("media-rep").get("src")
        if element.tag == "asset-clip":
            head = _frames(element.get("start"), frame)
            whole = _frames(asset.get("duration"), frame)
            seen["handles for transitions"][name] = (head, whole - head - (end - start))
        _read_connected(element, start, frame, seen, sounds)
    order = sorted(range(len(seen["captions"])), key=lambda i: seen["captions"][i][0])
    for feature in ("captions", "speakers of captions", "captions at the top"):
        seen[feature] = [seen[feature][i] for i in order]
    _by_role(seen, {n: (role, start, length) for n, (role, start, length, _, _, _) in sounds.items()})
    seen["gain"] = {n: s[4] for n, s in sounds.items() if s[4]}
    seen["fades of sound"] = {n: s[5] for n, s in sounds.items() if s[5] != (0, 0)}
    first_lanes = {role: max((s[3] for s in sounds.values() if s[0] == role), default=0) for role in ROLES}
    seen["sounds of one role that overlap"] = {n for n, s in sounds.items() if s[3] != first_lanes[s[0]]}
    return seen


def _read_connected(
    parent: ET.Element, parent_start: int, frame: Fraction, seen: Seen, sounds: dict[str, Any]
) -> None:
    """Captions, sounds and markers of one clip on the spine."""
    shift = parent_start - _frames(parent.get("start"), frame)
    for element in parent:
        if element.tag == "marker":
            at = _frames(element.get("start"), frame) + shift
            seen["scene markers"].append((at, element.get("value"), element.get("note", "")))
            continue
        at = _frames(element.get("offset"), frame) + shift
        length = _frames(element.get("duration"), frame)
        if element.tag == "caption":
            lines = element.find("text/text-style").text.split("\n")
            seen["captions"].append((at, at + length, lines))
            seen["captions at the top"].append(element.find("text").get("placement"))
            seen["speakers of captions"].append(element.findtext("note", ""))
            continue
        role = {"dialogue": "voice"}.get(element.get("audioRole"), element.get("audioRole"))
        volume = element.find("adjust-volume")
        gain = 0.0 if volume is None else float(volume.get("amount").removesuffix("dB"))
        fades = tuple(_ticks(element.find(f".//{tag}")) for tag in ("fadeIn", "fadeOut"))
        sounds[element.get("name")] = (role, at, length, int(element.get("lane")), gain, fades)


def _frames(time: str | None, frame: Fraction) -> int:
    assert time is not None
    frames = Fraction(time.removesuffix("s")) / frame
    assert frames.denominator == 1, f"{time} is no frame boundary"
    return int(frames)


def _ticks(fade: ET.Element | None) -> int:
    return 0 if fade is None else int(Fraction(fade.get("duration").removesuffix("s")) * TICKS_PER_SECOND)


def read_edl(path: Path, timeline: Timeline) -> Seen:
    """Through OpenTimelineIO's CMX 3600 reader; the rate is what an editor would have to set."""
    rate = nominal_fps(timeline)
    film = otio.adapters.read_from_string(path.read_text(), "cmx_3600", rate=rate)
    tracks = {track.name: track for track in film.tracks}
    seen: Seen = dict.fromkeys(
        (STILLS, "gain", "fades of sound", "ducking under the voice", "sound effects", "word times"), None
    )
    seen |= dict.fromkeys(("speakers of captions", "look of captions", "frame size"), None)
    seen["captions at the top"] = None
    seen["sounds of one role that overlap"] = None
    seen["fractional frame rates"] = rate
    _read_edl_pictures(list(tracks["V"]), timeline, seen)
    sounds: dict[str, tuple[str, int, int]] = {}
    for channel, role in (("A1", "voice"), ("A2", "music")):
        if channel not in tracks:
            continue
        track = tracks[channel]
        base = -int(track.source_range.start_time.value) - 3600 * rate
        for clip in track.find_clips():
            start, end = _frame_span(track.range_of_child(clip))
            sounds[clip.name] = (role, base + start, end - start)
    _by_role(seen, sounds)
    locators = [m for clip in tracks["V"].find_clips() for m in clip.markers]
    at = [(_frame_span(m.marked_range)[0] - 3600 * rate, m) for m in locators]
    seen["captions"] = [(frame, m.name) for frame, m in at if m.color == "YELLOW"]
    seen["scene markers"] = [
        (frame, *(m.name.split(" - ") if " - " in m.name else (m.name, "")))
        for frame, m in at
        if m.color == "GREEN"
    ]
    return seen


def _read_edl_pictures(items: list[Any], timeline: Timeline, seen: Seen) -> None:
    """A D event of n frames lies n // 2 before the cut it belongs to; a dip is one to BL and one back."""
    events: list[tuple[Any, int, int, int]] = []
    at = 0
    dissolve = 0
    for item in items:
        if isinstance(item, otio.schema.Transition):
            dissolve = int(item.out_offset.value)
            continue
        length = int(item.source_range.duration.value)
        events.append((item, at, at + length, dissolve))
        at, dissolve = at + length, 0
    seen |= {"dissolves": {}, "dips to black": {}, "wipes and slides": {}}
    seen |= {"handles for transitions": {}, MOVIES: {}}
    starts: list[tuple[str, int]] = []
    fading = 0
    for item, start, _, length in events:
        if isinstance(item.media_reference, otio.schema.GeneratorReference):
            fading = length
            continue
        look = re.findall(r"TRANSITION: (.*)", "\n".join(item.metadata["cmx_3600"].get("comments", ())))
        if look:
            seen["wipes and slides"][starts[-1][0]] = (start, start + length, look[0].lower())
        elif length and not fading:
            seen["dissolves"][starts[-1][0]] = (start, start + length)
        elif fading:
            seen["dips to black"][starts[-1][0]] = (start - fading, start + length)
        cut = start + (length // 2 if not fading else 0)
        head = int(item.source_range.start_time.value) + cut - start
        seen["handles for transitions"][item.name] = head
        seen[MOVIES][item.name] = _edl_url(item)
        starts.append((item.name, cut))
        fading = 0
    ends = [*(cut for _, cut in starts[1:]), timeline.duration]
    assert at == timeline.duration
    seen["cuts"] = [(name, cut, end) for (name, cut), end in zip(starts, ends, strict=True)]


def _edl_url(clip: Any) -> str:
    if isinstance(clip.media_reference, otio.schema.ExternalReference):
        return clip.media_reference.target_url
    comments = "\n".join(clip.metadata["cmx_3600"]["comments"])
    return re.findall(r"TO FILE: (.*)", comments)[0]
