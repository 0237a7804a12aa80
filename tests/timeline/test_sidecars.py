"""Sidecars say what the cues say, in bytes that never change, and other programs read them."""

import re
import warnings

import pysubs2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyreel.kit.errors import InputError
from storyreel.timeline.model import CaptionStyle, Cue, Word
from storyreel.timeline.sidecars import ass, sidecars, srt, webvtt
from tests.timeline.examples import rich_timeline


def _cue(*texts: str, start: int = 48_000, speaker: str = "") -> Cue:
    words = tuple(
        Word(text=text, start=start + i * 24_000, end=start + i * 24_000 + 20_000)
        for i, text in enumerate(texts)
    )
    return Cue(words=words, lines=((0, len(words)),), start=start, end=words[-1].end, speaker=speaker)


def _read(raw: bytes, kind: str) -> pysubs2.SSAFile:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return pysubs2.SSAFile.from_string(raw.decode(), format_=kind)


def _style(cues: tuple[Cue, ...]) -> bytes:
    return ass(cues, width=1280, height=720, style=CaptionStyle())


@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
def test_pysubs2_reads_back_every_cue_with_its_times_and_text(kind: str) -> None:
    timeline = rich_timeline()
    subs = _read(sidecars(timeline)[kind], kind)
    unit_ms = 10 if kind == "ass" else 1
    assert len(subs) == len(timeline.cues)
    for event, cue in zip(subs, timeline.cues, strict=True):
        text = re.sub(r" ?<[\d:.]+>$|<[\d:.]+>", "", event.plaintext, flags=re.MULTILINE)
        assert text.split("\n") == list(cue.text_lines)
        assert abs(event.start - cue.start / 48) <= unit_ms / 2
        assert abs(event.end - cue.end / 48) <= unit_ms / 2


@pytest.mark.parametrize("kind", ["srt", "vtt", "ass"])
def test_bytes_are_the_same_each_time_with_unix_line_ends(kind: str) -> None:
    first, second = sidecars(rich_timeline())[kind], sidecars(rich_timeline())[kind]
    assert first == second
    assert b"\r" not in first
    assert first.endswith(b"\n")


def test_srt_looks_as_players_expect() -> None:
    assert srt([_cue("Hello", "there.")]) == b"1\n00:00:01,000 --> 00:00:01,917\nHello there.\n"


def test_webvtt_times_each_word_and_names_the_voice() -> None:
    text = webvtt([_cue("Hello", "there.", speaker="Ann & Bo")], language="").decode()
    assert text == (
        "WEBVTT\n\n1\n00:00:01.000 --> 00:00:01.917\n<v Ann &amp; Bo>Hello <00:00:01.500>there.\n"
    )


def test_a_line_of_three_words_is_not_mistaken_for_the_head_of_a_cue() -> None:
    raw = webvtt([_cue("One", "two", "three.")])
    assert b"<00:00:01.500>two <00:00:02.000>three. <00:00:02.416>" in raw
    assert len(_read(raw, "vtt")) == 1


def test_webvtt_escapes_what_would_be_markup() -> None:
    text = webvtt([_cue("<b>", "-->", "&amp;")], language="").decode()
    assert "&lt;b&gt;" in text
    assert "--&gt;" in text
    assert "&amp;amp;" in text


def test_ass_tags_each_word_and_adds_up_to_the_cue() -> None:
    event = _read(_style((_cue("Hello", "old", "friend."),)), "ass")[0]
    lengths = [int(found) for found in re.findall(r"\\k(\d+)", event.text)]
    assert lengths == [50, 50, 42]
    assert sum(lengths) * 10 == event.end - event.start


def test_a_cue_at_the_top_stands_there_in_players_that_place_cues() -> None:
    top = _cue("over", "the", "text").model_copy(update={"place": "top"})
    low = _cue("below", start=480_000)
    assert re.findall(r"--> \S+(.*)", webvtt((top, low)).decode()) == [" line:5%", ""]
    subs = _read(_style((top, low)), "ass")
    assert [event.text.startswith(r"{\an8}") for event in subs] == [True, False]
    assert subs[0].plaintext == "over the text"
    assert b"an8" not in srt((top,))


def test_ass_text_cannot_open_an_override_or_break_a_line() -> None:
    event = _read(_style((_cue("{\\an8}", "C:\\New"),)), "ass")[0]
    assert event.text.count("{") == event.text.count("{\\k")
    assert "\\N" not in event.text
    assert "an8" in event.plaintext


def test_ass_colours_show_the_unspoken_first() -> None:
    style = _read(_style((_cue("Hi."),)), "ass").styles["Default"]
    assert (style.secondarycolor.r, style.secondarycolor.g, style.secondarycolor.b) == (0xFF, 0xF4, 0xDC)
    assert (style.primarycolor.r, style.primarycolor.g, style.primarycolor.b) == (0xF6, 0xAE, 0x3B)


def test_a_colour_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="not a colour"):
        ass([], width=1280, height=720, style=CaptionStyle(text_color="red"))


def test_a_film_longer_than_ass_can_count_is_refused_there_alone() -> None:
    cue = _cue("Late.", start=11 * 3600 * 48_000)
    assert b"11:00:00,000" in srt([cue])
    with pytest.raises(InputError, match=r"9:59:59\.99"):
        _style((cue,))


@given(st.lists(st.text(min_size=1, max_size=12), min_size=1, max_size=8), st.integers(0, 10**8))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_one_readable_cue_and_stamps_inside_it(texts: list[str], start: int) -> None:
    cue = _cue(*texts, start=start)
    expected = 1 if "".join(" ".join(texts).split()) else 0
    for kind, raw in (("srt", srt([cue])), ("vtt", webvtt([cue])), ("ass", _style((cue,)))):
        assert len(_read(raw, kind)) == expected, kind
    stamps = [
        int(h) * 3_600_000 + int(m) * 60_000 + int(s) * 1000 + int(ms)
        for h, m, s, ms in re.findall(r"<(\d+):(\d\d):(\d\d)\.(\d{3})>", webvtt([cue]).decode())
    ]
    assert stamps == sorted(set(stamps))
