"""What is handed over to an editor comes back as the table says, to the frame, and its files resolve."""

import sys
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlparse

import opentimelineio as otio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opentimelineio.console import otiotool

from storyreel.kit.errors import InputError, RuleError
from storyreel.timeline.adapters import edl
from storyreel.timeline.adapters.formats import EXPORTERS, format_named
from storyreel.timeline.adapters.losses import FEATURES, FORMATS, ExportReport, Format, table
from storyreel.timeline.adapters.plan import prepare, url_of
from storyreel.timeline.exact import clip_spans, handles, transition_spans
from storyreel.timeline.model import TICKS_PER_SECOND, Footage, Rate, Timeline, Transition
from tests.timeline.examples import clip, rich_timeline
from tests.timeline.readers import MOVIES, Seen, read_edl, read_fcpxml, read_otio, to_frames, truth

RATES = {"30": Rate(numerator=30), "24": Rate(numerator=24), "29.97": Rate(numerator=30000, denominator=1001)}
DOCS = Path(__file__).parents[2] / "docs" / "hand-over.md"


def _export(to: Format, timeline: Timeline, folder: Path, *, movies: bool = True) -> ExportReport:
    clip_movies = {c.id: folder / "clips" / f"{c.id}.mp4" for c in timeline.clips} if movies else None
    return EXPORTERS[to](timeline, lambda sha: folder / "media" / sha, clip_movies, folder / f"film.{to}")


def _urls(timeline: Timeline, folder: Path) -> dict[str, str]:
    return {c.id: url_of(folder / "clips" / f"{c.id}.mp4") for c in timeline.clips}


def _read(to: Format, path: Path, timeline: Timeline) -> Seen:
    if to == "edl":
        return read_edl(path, timeline)
    return read_otio(path) if to == "otio" else read_fcpxml(path)


def _reduced(to: Format, timeline: Timeline, full: Seen) -> Seen:
    """What is left of a feature in a format that keeps a part of it."""
    reduced = dict(full)
    if to != "otio":
        for feature in ("voice and music", "sound effects"):
            reduced[feature] = to_frames(timeline, full[feature])
    if to == "edl":
        kept = reduced["voice and music"].items()
        overlapping = full["sounds of one role that overlap"]
        reduced["voice and music"] = {name: sound for name, sound in kept if name not in overlapping}
        reduced["captions"] = [(start, " ".join(lines)) for start, _, lines in full["captions"]]
        reduced["fractional frame rates"] = edl.nominal_fps(timeline)
    return reduced


@pytest.mark.parametrize("movies", [True, False], ids=["movies", "stills"])
@pytest.mark.parametrize("rate", RATES.values(), ids=RATES.keys())
@pytest.mark.parametrize("to", FORMATS)
def test_each_cell_of_the_table_is_what_comes_back(
    to: Format, rate: Rate, movies: bool, tmp_path: Path
) -> None:
    timeline = rich_timeline(rate)
    written = _export(to, timeline, tmp_path, movies=movies)
    seen = _read(to, written.path, timeline)
    full = truth(timeline, _urls(timeline, tmp_path))
    if to == "edl":
        full["handles for transitions"] = {name: h[0] for name, h in full["handles for transitions"].items()}
    reduced = _reduced(to, timeline, full)
    present = [feature for feature in FEATURES if feature.present(timeline, movies)]
    assert len(present) >= len(FEATURES) - 2
    for feature in present:
        fate = feature.fate(to)
        if not fate.kept:
            assert seen[feature.name] is None, feature.name
        elif feature.name == "handles for transitions" and to == "fcpxml" and not movies:
            assert seen[feature.name] == {}, "a still has no end that a transition could reach"
        else:
            expected = reduced if fate.lost else full
            assert seen[feature.name] == expected[feature.name], feature.name
        assert any(line.startswith(f"{feature.name}: ") for line in written.kept) == bool(fate.kept)
        assert any(line.startswith(f"{feature.name}: ") for line in written.lost) == bool(fate.lost)


def test_the_page_carries_the_table_that_the_command_prints() -> None:
    assert table() in DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("to", FORMATS)
def test_the_same_timeline_gives_the_same_bytes(to: Format, tmp_path: Path) -> None:
    first = _export(to, rich_timeline(), tmp_path).path.read_bytes()
    assert _export(to, rich_timeline(), tmp_path).path.read_bytes() == first
    assert b"\r" not in first


@pytest.mark.parametrize("to", FORMATS)
@pytest.mark.parametrize("relative", [True, False], ids=["relative", "absolute"])
def test_every_reference_resolves(
    to: Format, relative: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    base = Path() if relative else tmp_path
    timeline = rich_timeline()
    for sound in (s for track in timeline.sound for s in track.clips):
        (tmp_path / "media").mkdir(exist_ok=True)
        (tmp_path / "media" / sound.media.sha256).touch()
    for part in timeline.clips:
        (tmp_path / "clips").mkdir(exist_ok=True)
        (tmp_path / "clips" / f"{part.id}.mp4").touch()
    _export(to, timeline, base)
    text = (tmp_path / f"film.{to}").read_text(encoding="utf-8").replace("&amp;", "&")
    plan = prepare(
        timeline, lambda sha: base / "media" / sha, {c.id: base / f"clips/{c.id}.mp4" for c in timeline.clips}
    )
    lost = {"edl": {"wave", "sting"}}.get(to, set())
    urls = [p.url for p in plan.pictures] + [h.url for h in plan.sounds if h.sound.id not in lost]
    for url in urls:
        assert url in text
        assert (tmp_path / unquote(urlparse(url).path)).is_file()


def test_otiotool_finds_every_range_in_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written = _export("otio", rich_timeline(), tmp_path)
    monkeypatch.setattr(sys, "argv", ["otiotool", "-i", str(written.path), "--verify-ranges"])
    otiotool.main()
    lines = [line for line in capsys.readouterr().out.splitlines() if "CLIP:" in line]
    assert len(lines) == 9
    assert all(line.endswith("IN BOUNDS") and "OUT" not in line for line in lines)


def test_the_readers_of_others_see_the_same_cuts_in_fcpxml(tmp_path: Path) -> None:
    timeline = rich_timeline()
    written = _export("fcpxml", timeline, tmp_path)
    read = otio.adapters.read_from_file(str(written.path), "fcpx_xml")
    found = {c.name: int(c.source_range.duration.value) for c in read.find_clips()}
    spans = clip_spans(timeline)
    assert {name: found[name] for name in spans} == {name: span.duration for name, span in spans.items()}


def test_fcpxml_children_stand_in_the_order_of_its_definition(tmp_path: Path) -> None:
    text = _export("fcpxml", rich_timeline(), tmp_path).path.read_text(encoding="utf-8")
    order = ["note", "adjust-volume", "caption", "asset-clip", "marker"]
    for body in ET.fromstring(text.encode()).findall(".//spine/asset-clip"):
        tags = [order.index(child.tag) for child in body if child.tag in order]
        assert tags == sorted(tags)


@pytest.mark.parametrize("to", FORMATS)
def test_without_movies_a_ground_that_plays_a_video_refers_to_its_part(to: Format, tmp_path: Path) -> None:
    timeline = rich_timeline()
    storm = timeline.clips[2]
    ground = storm.layers[0].model_copy(update={"footage": Footage(start=3 * TICKS_PER_SECOND)})
    playing = storm.model_copy(update={"layers": (ground, *storm.layers[1:])})
    clips = (*timeline.clips[:2], playing, timeline.clips[3])
    written = _export(to, timeline.model_copy(update={"clips": clips}), tmp_path, movies=False)
    seen = _read(to, written.path, timeline)
    head = seen["handles for transitions"]["storm"]
    assert head == 90 if to == "edl" else head[0] == 90


def test_a_format_nobody_knows_is_answered_with_the_known_ones() -> None:
    assert format_named(" OTIO") == "otio"
    with pytest.raises(InputError, match="otio, fcpxml, edl"):
        format_named("aaf")


def test_a_clip_without_its_movie_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'opening'"):
        edl.export(rich_timeline(), lambda sha: tmp_path / sha, {}, tmp_path / "film.edl")


def test_a_timeline_that_does_not_hold_together_is_not_handed_over(tmp_path: Path) -> None:
    broken = rich_timeline().model_copy(
        update={"transitions": (Transition(kind="dissolve", after_clip="storm", duration=200),)}
    )
    for to in FORMATS:
        with pytest.raises(RuleError):
            _export(to, broken, tmp_path)
        assert not (tmp_path / f"film.{to}").exists()


def test_an_edl_refuses_a_rate_it_cannot_count(tmp_path: Path) -> None:
    timeline = Timeline(name="fast", rate=Rate(numerator=120), width=640, height=360, clips=(clip("a", 9),))
    with pytest.raises(RuleError, match="60"):
        _export("edl", timeline, tmp_path)


def test_an_edl_says_which_sounds_it_had_to_drop(tmp_path: Path) -> None:
    lost = _export("edl", rich_timeline(), tmp_path).lost
    assert "sound 'sting': overlaps another one on channel A2." in lost


def test_text_that_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    timeline = rich_timeline().model_copy(update={"name": "a\x00b\x1f"})
    assert b'name="ab"' in _export("fcpxml", timeline, tmp_path).path.read_bytes()


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Clips with cuts, dissolves and dips that fit their neighbours."""
    durations = draw(st.lists(st.integers(1, 200), min_size=1, max_size=12))
    clips = tuple(clip(f"clip {i}", duration) for i, duration in enumerate(durations))
    transitions: list[Transition] = []
    room = durations[0]
    for before, after in pairwise(clips):
        most = min(room * 2 + 1, after.duration * 2)
        length = draw(st.integers(0, most))
        taken = length - length // 2
        if length and length // 2 <= room and taken <= after.duration:
            kind = draw(st.sampled_from(["dissolve", "dip_to_black", "wipe", "slide"]))
            way = draw(st.sampled_from(["left", "right", "up", "down"]))
            transitions.append(Transition(kind=kind, after_clip=before.id, duration=length, direction=way))
            room = after.duration - taken
        else:
            room = after.duration
    rate = draw(st.sampled_from(list(RATES.values())))
    return Timeline(
        name="random", rate=rate, width=1280, height=720, clips=clips, transitions=tuple(transitions)
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round-trips")


@given(timeline=timelines())
@settings(max_examples=60, deadline=None)
def test_an_edl_of_any_film_keeps_its_cuts_and_is_read_without_complaint(
    folder: Path, timeline: Timeline
) -> None:
    seen = read_edl(_export("edl", timeline, folder).path, timeline)
    assert seen["cuts"] == [(name, *span) for name, span in clip_spans(timeline).items()]
    assert seen["handles for transitions"] == {n: h.head for n, h in handles(timeline).items()}
    assert seen[MOVIES] == _urls(timeline, folder)


@pytest.mark.parametrize("to", ["otio", "fcpxml"])
@given(timeline=timelines())
@settings(max_examples=60, deadline=None)
def test_any_cuts_and_transitions_survive_the_round_trip(
    to: Format, folder: Path, timeline: Timeline
) -> None:
    seen = _read(to, _export(to, timeline, folder).path, timeline)
    assert seen["cuts"] == [(name, *span) for name, span in clip_spans(timeline).items()]
    assert seen["handles for transitions"] == {n: tuple(h) for n, h in handles(timeline).items()}
    others = {after: (start, end) for after, (start, end, _) in seen["wipes and slides"].items()}
    assert seen["dissolves"] | seen["dips to black"] | others == {
        name: tuple(span) for name, span in transition_spans(timeline).items()
    }
    assert seen[MOVIES] == _urls(timeline, folder)
