"""Formats, profiles and encoder settings: how large a film is and how it is compressed."""

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
    if film_format not in FORMATS:
        raise InputError(
            f"There is no film format {film_format!r}.", next_step=f"Use one of: {', '.join(FORMATS)}."
        )
    across, down = FORMATS[film_format]
    shorter = min(across, down)
    return _even(short * across, shorter), _even(short * down, shorter)


def caption_style(film_format: str) -> CaptionStyle:
    """Captions inside the format's safe area.

    Wide: the low sixth. Tall: the text's base stands 25 % above the foot, over the controls that
    Shorts and TikTok draw there. Square: between the two.
    """
    styles = {
        "shorts": CaptionStyle(size=0.034, bottom=0.25),
        "tiktok": CaptionStyle(size=0.034, bottom=0.25),
        "square": CaptionStyle(size=0.046, bottom=0.09),
    }
    return styles.get(film_format, CaptionStyle())


def _even(numerator: int, denominator: int) -> int:
    return 2 * round(numerator / denominator / 2)
