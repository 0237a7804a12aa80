"""Timelines and words for the tests of this room."""

from storyreel.timeline.captions import make_cues
from storyreel.timeline.model import (
    Box,
    CaptionStyle,
    Clip,
    Cue,
    Layer,
    Marker,
    MediaRef,
    Pose,
    Rate,
    SoundClip,
    SoundTrack,
    Timeline,
    Transition,
    Word,
)

TICKS = 48_000


def spoken(
    text: str, *, start: int = 0, chars_per_second: float = 14.0, pause: int = 9_600
) -> tuple[Word, ...]:
    """Words of a text at an even pace, with a pause after punctuation; times in ticks."""
    words: list[Word] = []
    at = start
    for part in text.split():
        length = int((len(part) + 1) * TICKS / chars_per_second)
        words.append(Word(text=part, start=at, end=at + length - 1_000))
        at += length + (pause if part[-1] in ".,;:!?" else 0)
    return tuple(words)


def media(name: str, media_type: str = "image/png") -> MediaRef:
    """A reference whose hash spells the name."""
    return MediaRef(sha256=name.encode().hex().ljust(64, "0")[:64], media_type=media_type)


def clip(name: str, duration: int, *, width: int = 1280, height: int = 720) -> Clip:
    """A clip of one still that fills the frame."""
    box = Box(x=0, y=0, width=width, height=height)
    return Clip(id=name, duration=duration, layers=(Layer(name="ground", media=media(name), box=box),))


def _layered(name: str, duration: int) -> Clip:
    plain = clip(name, duration)
    boat = Layer(
        name="boat",
        media=media("boat"),
        box=Box(x=200, y=300, width=320, height=180),
        poses=(Pose(frame=0), Pose(frame=duration - 1, dx=60.5, scale=1.25, opacity=0.5)),
    )
    return plain.model_copy(update={"layers": (*plain.layers, boat)})


def rich_timeline(rate: Rate | None = None) -> Timeline:
    """Four clips with a wipe, a dissolve and a dip, three kinds of sound, captions and markers."""
    rate = rate or Rate(numerator=30)
    clips = (clip("opening", 90), clip("harbour & sea", 75), _layered("storm", 120), clip("morning", 60))
    first = make_cues(
        spoken("The harbour was quiet that night, and nobody saw the lamp go out."), speaker="Ann"
    )
    return Timeline(
        name="The lamp <1>",
        rate=rate,
        width=1280,
        height=720,
        clips=clips,
        transitions=(
            Transition(kind="wipe", after_clip="opening", duration=13, direction="up"),
            Transition(kind="dissolve", after_clip="harbour & sea", duration=15),
            Transition(kind="dip_to_black", after_clip="storm", duration=24),
        ),
        sound=_sound(rate),
        cues=(*first, *_second_cues(first[-1])),
        caption_style=CaptionStyle(),
        markers=(
            Marker(name="Scene 1: the harbour", frame=0),
            Marker(name="Scene 2: the storm", frame=165, note="loud"),
        ),
    )


def _second_cues(last: Cue) -> tuple[Cue, ...]:
    cues = make_cues(spoken("“Light it,” he said. “Now.”", start=last.end + 6_400), speaker="Old Finch")
    return tuple(cue.model_copy(update={"place": "top"}) for cue in cues)


def _sound(rate: Rate) -> tuple[SoundTrack, ...]:
    line_1 = _heard("line-1", rate.ticks(3), 200_123)
    line_2 = _heard("line-2", rate.ticks(170), 88_000, -2.5)
    sting = _heard("sting", rate.ticks(150), 60_000, -9.0)
    bed = _heard("bed", 0, rate.ticks(345), -18.0).model_copy(update={"fade_in": 24_000, "fade_out": 48_000})
    wave = _heard("wave", 301_111, 50_000, -6.0)
    return (
        SoundTrack(role="voice", clips=(line_1, line_2)),
        SoundTrack(role="music", clips=(bed, sting)),
        SoundTrack(role="effects", clips=(wave,)),
    )


def _heard(name: str, start: int, duration: int, gain_db: float = 0.0) -> SoundClip:
    return SoundClip(id=name, media=media(name, "audio/wav"), start=start, duration=duration, gain_db=gain_db)
