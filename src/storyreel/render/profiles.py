"""Formats, profiles and encoder settings: how large a film is and how it is compressed."""

from dataclasses import dataclass
from typing import Literal

import cv2
from pydantic import Field

from storyreel.kit.errors import InputError
from storyreel.kit.schema import Model
from storyreel.timeline.model import CaptionStyle

AVX512_SKX = 256
"""`CPU_AVX512_SKX` in OpenCV's `core/cvdef.h`. x264's AVX-512 kernels for macroblock-tree rate control read
memory that was never written when a row's macroblocks are no multiple of 16: at 320 x 180 equal frames gave
three different files. With `asm=AVX2` they give one, the same as on every processor from SSSE3 up."""

FormatName = Literal["youtube", "shorts", "tiktok", "square"]

FORMATS: dict[str, tuple[int, int]] = {
    "youtube": (16, 9),
    "shorts": (9, 16),
    "tiktok": (9, 16),
    "square": (1, 1),
}
"""Name -> aspect as width and height."""


@dataclass(frozen=True)
class Captions:
    """How captions are set in a format."""

    style: CaptionStyle
    characters: int
    """Of a line, at most: what nearly always has its full size there (the mean is 0.45 em, the widest 24
    of 1,900 lines of English prose 14.0 em, 32 of them 18.3 em, 42 of them 23.1 em in Inter 800)."""


_TALL = Captions(CaptionStyle(size=0.032, bottom=0.22), 24)
CAPTIONS: dict[str, Captions] = {
    "youtube": Captions(CaptionStyle(size=0.046, bottom=0.06), 42),
    "shorts": _TALL,
    "tiktok": _TALL,
    "square": Captions(CaptionStyle(size=0.044, bottom=0.06), 32),
}


class Encoder(Model):
    """Everything that decides how x264 compresses a segment."""

    preset: Literal["ultrafast", "superfast", "veryfast", "faster", "fast", "medium"] = "veryfast"
    crf: int = Field(default=20, ge=0, le=51)
    keyint: int = Field(default=300, gt=0)
    """The most frames between two key frames, so that a player can seek."""
    threads: Literal[1] = 1
    """More threads change the bits with the machine, so there is one and processes run in parallel."""

    def options(self) -> dict[str, str]:
        """Options of libx264; chroma sits in the centre of its four pixels, as our planes are made."""
        exact = [
            "sliced-threads=0",
            "non-deterministic=0",
            "open-gop=0",
            "chromaloc=1",
            "lookahead-threads=1",
        ]
        if cv2.checkHardwareSupport(AVX512_SKX):
            exact.append("asm=AVX2")
        return {
            "preset": self.preset,
            "crf": str(self.crf),
            "threads": str(self.threads),
            "x264-params": ":".join([f"keyint={self.keyint}", *exact]),
        }


class Profile(Model):
    """A quality to render at: the short side in pixels and the encoder."""

    name: str
    short_side: int = Field(gt=0, multiple_of=2)
    encoder: Encoder


PROFILES: dict[str, Profile] = {
    profile.name: profile
    for profile in (
        Profile(name="preview_local", short_side=540, encoder=Encoder(preset="ultrafast", crf=28)),
        Profile(name="standard_local", short_side=1080, encoder=Encoder(preset="veryfast", crf=20)),
    )
}


def profile_named(name: str) -> Profile:
    """The profile of that name. Raises InputError with the names there are."""
    if name not in PROFILES:
        raise InputError(
            f"There is no render profile {name!r}.", next_step=f"Use one of: {', '.join(PROFILES)}."
        )
    return PROFILES[name]


def frame_size(profile: str, film_format: str) -> tuple[int, int]:
    """Width and height in pixels, both even. Raises InputError with the valid names."""
    short = profile_named(profile).short_side
    _check_format(film_format)
    across, down = FORMATS[film_format]
    shorter = min(across, down)
    return _even(short * across, shorter), _even(short * down, shorter)


def caption_style(film_format: str) -> CaptionStyle:
    """Captions inside the format's safe area and wholly below the floor that a look's subjects stand on.

    Wide and square: inside the 5 % that old screens hide. Tall: the text's base stands 22 % above the
    foot, over the controls that Shorts and TikTok draw there. Raises InputError with the valid names.
    """
    _check_format(film_format)
    return CAPTIONS[film_format].style


def caption_characters(film_format: str) -> int:
    """The most characters of a caption's line. Raises InputError with the valid names."""
    _check_format(film_format)
    return CAPTIONS[film_format].characters


def format_of(width: int, height: int) -> FormatName:
    """The format whose captions suit a frame of this shape."""
    if width == height:
        return "square"
    return "youtube" if width > height else "shorts"


def _check_format(film_format: str) -> None:
    if film_format not in FORMATS:
        raise InputError(
            f"There is no film format {film_format!r}.", next_step=f"Use one of: {', '.join(FORMATS)}."
        )


def _even(numerator: int, denominator: int) -> int:
    return 2 * round(numerator / denominator / 2)
