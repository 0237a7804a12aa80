"""Captions as files beside the film: SubRip, WebVTT and Advanced SubStation.

SubRip and WebVTT are written here, because pysubs2 knows neither WebVTT's inner timestamps, voices
and escapes nor anything that SubRip would need beyond two lines; ASS goes through pysubs2. Each
time is rounded once, from ticks to the unit of the format. Bytes are UTF-8 with LF.
"""

from collections.abc import Sequence
from typing import Literal

import pysubs2

from storyreel.kit.errors import InputError
from storyreel.timeline.model import TICKS_PER_SECOND, CaptionStyle, Cue, Timeline, Word

SidecarFormat = Literal["srt", "vtt", "ass"]

ASS_LAST_CS = 10 * 3600 * 100 - 1
"""ASS has one digit for hours: 9:59:59.99 is its last moment, in hundredths of a second."""


VTT_TOP = "line:5%"
"""The cue's first line stands this far below the picture's upper edge."""
ASS_TOP = "{\\an8}"
"""In the middle at the top."""


def sidecars(timeline: Timeline, *, language: str = "en") -> dict[SidecarFormat, bytes]:
    """All three files of a film."""
    style = timeline.caption_style or CaptionStyle()
    return {
        "srt": srt(timeline.cues),
        "vtt": webvtt(timeline.cues, language=language),
        "ass": ass(
            timeline.cues, width=timeline.width, height=timeline.height, style=style, title=timeline.name
        ),
    }


def srt(cues: Sequence[Cue]) -> bytes:
    """SubRip: text and times alone, no voices, no places, no escapes, so tags are parted by U+2060."""
    blocks: list[str] = []
    for cue in cues:
        lines = [_unmarked(line) for line in _text_lines(cue)]
        if lines:
            start, end = _span_ms(cue)
            times = f"{_clock(start, ',')} --> {_clock(end, ',')}"
            blocks.append("\n".join([str(len(blocks) + 1), times, *lines]) + "\n")
    return "\n".join(blocks).encode()


def webvtt(cues: Sequence[Cue], *, language: str = "en") -> bytes:
    """WebVTT with the speaker as voice and an inner timestamp before each word after the first."""
    blocks = [f"WEBVTT\nLanguage: {_one_line(language)}\n" if language else "WEBVTT\n"]
    number = 0
    for cue in cues:
        if not _text_lines(cue):
            continue
        number += 1
        start, end = _span_ms(cue)
        voice = f"<v {_vtt_escape(_one_line(cue.speaker))}>" if cue.speaker.strip() else ""
        where = f" {VTT_TOP}" if cue.place == "top" else ""
        times = f"{_clock(start, '.')} --> {_clock(end, '.')}{where}"
        blocks.append(f"{number}\n{times}\n{voice}{_vtt_words(cue, start, end)}\n")
    return "\n".join(blocks).encode()


def ass(cues: Sequence[Cue], *, width: int, height: int, style: CaptionStyle, title: str = "") -> bytes:
    """Advanced SubStation with a karaoke tag before each word; width and height in pixels."""
    subs = pysubs2.SSAFile()
    subs.info = {
        "Title": _one_line(title),
        "PlayResX": str(width),
        "PlayResY": str(height),
        "WrapStyle": "2",
        "ScaledBorderAndShadow": "yes",
        "YCbCr Matrix": "TV.709",
    }
    subs.styles = {"Default": _ass_style(style, width, height)}
    for cue in cues:
        if _text_lines(cue):
            subs.events.append(_ass_event(cue))
    text: str = subs.to_string("ass", header_notice="")
    return text.encode()


def _text_lines(cue: Cue) -> list[str]:
    return [line for line in (_one_line(line) for line in cue.text_lines) if line]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _rounded(ticks: int, per_second: int) -> int:
    """Ticks in another unit, half up."""
    return (ticks * per_second * 2 + TICKS_PER_SECOND) // (TICKS_PER_SECOND * 2)


def _span_ms(cue: Cue) -> tuple[int, int]:
    start = _rounded(cue.start, 1000)
    return start, max(start + 1, _rounded(cue.end, 1000))


def _clock(ms: int, point: str) -> str:
    seconds, ms = divmod(ms, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{point}{ms:03d}"


def _unmarked(line: str) -> str:
    """The line with an invisible word joiner where a player would see a tag or an override."""
    return line.replace("<", "<\u2060").replace("{", "{\u2060").replace("\\", "\\\u2060")


def _vtt_escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _vtt_words(cue: Cue, start: int, end: int) -> str:
    """The lines with timestamps that rise strictly and lie inside the cue, as the format demands."""
    last_stamp = start
    lines: list[str] = []
    for first, last in cue.lines:
        parts, stamps = _stamped(cue.words[first:last], last_stamp, end)
        if len(stamps) == 2:
            # Readers that look for two times in a line take such a line for the head of a cue, pysubs2
            # among them; a third stamp, where the last word ends, tells them apart.
            limit = end if last == len(cue.words) else _rounded(cue.words[last].start, 1000)
            closing = min(_rounded(cue.words[last - 1].end, 1000), limit - 1)
            if closing > stamps[-1]:
                stamps.append(closing)
                parts.append(f"<{_clock(closing, '.')}>")
            else:
                parts, stamps = _stamped(cue.words[first:last], last_stamp, stamps[-1])
        last_stamp = stamps[-1] if stamps else last_stamp
        if parts:
            lines.append(" ".join(parts))
    return "\n".join(lines)


def _stamped(words: Sequence[Word], after: int, before: int) -> tuple[list[str], list[int]]:
    """Words as WebVTT text, with stamps that rise between `after` and `before` (ms, both excluded)."""
    parts: list[str] = []
    stamps: list[int] = []
    for word in words:
        text = _vtt_escape(_one_line(word.text))
        if not text:
            continue
        stamp = _rounded(word.start, 1000)
        if after < stamp < before:
            text, after = f"<{_clock(stamp, '.')}>{text}", stamp
            stamps.append(stamp)
        parts.append(text)
    return parts, stamps


def _ass_style(style: CaptionStyle, width: int, height: int) -> pysubs2.SSAStyle:
    """`\\k` turns a word from the secondary to the primary colour when it is spoken."""
    return pysubs2.SSAStyle(
        fontname=style.font_family.replace(",", " "),
        fontsize=round(style.size * height),
        primarycolor=_color(style.active_color),
        secondarycolor=_color(style.text_color),
        outlinecolor=_color(style.outline_color),
        backcolor=_color(style.outline_color),
        bold=True,
        outline=max(1, round(style.size * height / 16)),
        shadow=0,
        alignment=pysubs2.Alignment.BOTTOM_CENTER,
        marginl=width // 20,
        marginr=width // 20,
        marginv=round(style.bottom * height),
    )


def _color(text: str) -> pysubs2.Color:
    digits = text.removeprefix("#")
    if len(digits) != 6 or not all(digit in "0123456789abcdefABCDEF" for digit in digits):
        raise InputError(
            f"The caption colour {text!r} is not a colour.", next_step="Write it as #rrggbb, like #fff4dc."
        )
    return pysubs2.Color(*(int(digits[i : i + 2], 16) for i in (0, 2, 4)))


def _ass_event(cue: Cue) -> pysubs2.SSAEvent:
    start = _rounded(cue.start, 100)
    end = max(start + 1, _rounded(cue.end, 100))
    if end > ASS_LAST_CS:
        raise InputError(
            "An ASS file ends at 9:59:59.99 and a caption lies behind that.",
            next_step="Use SRT or WebVTT for a film this long.",
        )
    return pysubs2.SSAEvent(
        start=start * 10,
        end=end * 10,
        name=_one_line(cue.speaker).replace(",", " "),
        text=_karaoke(cue, start, end),
    )


def _karaoke(cue: Cue, start: int, end: int) -> str:
    """Words with `\\k` lengths that add up to the cue's own: differences of rounded times."""
    starts = [min(max(_rounded(word.start, 100), start), end) for word in cue.words]
    stops = [*starts[1:], end]
    lead = starts[0] - start
    text = f"{{\\k{lead}}}" if lead else ""
    lines: list[str] = []
    for first, last in cue.lines:
        lines.append(
            " ".join(
                f"{{\\k{max(0, stops[i] - starts[i])}}}{_ass_escape(_one_line(cue.words[i].text))}"
                for i in range(first, last)
            )
        )
    return (ASS_TOP if cue.place == "top" else "") + text + "\\N".join(lines)


def _ass_escape(text: str) -> str:
    """Braces open overrides and have no escape that every player knows, so full-width ones stand in;
    a word joiner keeps a backslash from making a line break of the letter behind it."""
    return text.replace("{", "｛").replace("}", "｝").replace("\\", "\\\u2060")
