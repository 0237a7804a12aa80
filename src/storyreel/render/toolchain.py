"""What the bits of a segment or a mix depend on besides its spec: one dictionary for the key.

The digest of the renderer's own source stands in it, so a change of a formula cannot be forgotten.
"""

import hashlib
import platform
from functools import cache
from pathlib import Path

import av
import cv2
import numpy as np
import resvg_py

from storyreel.render import fonts

PICTURE_SOURCES = (
    "render/canvas.py",
    "render/captions.py",
    "render/colours.py",
    "render/compose.py",
    "render/encode.py",
    "render/fonts/__init__.py",
    "render/footage.py",
    "render/patches.py",
    "render/place.py",
    "render/planes.py",
    "render/pose.py",
    "render/profiles.py",
    "render/segment.py",
    "render/shift.py",
    "render/spec.py",
    "render/stills.py",
    "render/warp.py",
    "render/ways.py",
    "render/zoom.py",
    "media/image.py",
)
SOUND_SOURCES = (
    "render/aac.py",
    "render/duck.py",
    "render/limiter.py",
    "render/mix.py",
    "media/loudness.py",
    "media/sound.py",
)
FILM_SOURCES = ("render/join.py", "render/film.py")
SSSE3 = 5
FLOAT_FEATURES = {"sse4.2": 7, "avx": 10, "avx2": 11, "fma3": 12, "avx512-skx": 256, "neon": 100}
"""Numbers of `enum CpuFeatures` in OpenCV's `core/cvdef.h`, which its Python module does not name."""
PACKAGE = Path(__file__).parent.parent


def toolchain() -> dict[str, str]:
    """For the key of a segment: all that decides pictures and their encoding."""
    return {
        "source": sources_digest(PICTURE_SOURCES),
        "fonts": fonts.digest(),
        "opencv": cv2.__version__,
        "resvg": resvg_py.__version__,
        **_encoders(),
    }


def sound_toolchain() -> dict[str, str]:
    """For the key of a mix; sound is computed in floats, so the processor's features stand in full."""
    return {
        "source": sources_digest(SOUND_SOURCES),
        "numpy": np.__version__,
        **_encoders(),
        "cpu": cpu_features(),
    }


def film_toolchain() -> dict[str, str]:
    """For the key of the join and mux, which copy packets and compute nothing."""
    return {"source": sources_digest(FILM_SOURCES), **_encoders()}


def _encoders() -> dict[str, str]:
    libraries = ".".join("-".join(map(str, version)) for version in av.library_versions.values())
    return {
        "pyav": av.__version__,
        "ffmpeg": f"{av.ffmpeg_version_info} {libraries}",
        "numpy": np.__version__,
        "cpu": cpu_level(),
    }


@cache
def sources_digest(names: tuple[str, ...]) -> str:
    """SHA-256 over names and bytes of source files of this package."""
    total = hashlib.sha256()
    for name in names:
        total.update(name.encode() + b"\0" + hashlib.sha256((PACKAGE / name).read_bytes()).digest())
    return total.hexdigest()


@cache
def cpu_level() -> str:
    """The processor's family as far as pictures depend on it.

    x264 gives equal bits from SSSE3 up, others in plain C and SSE2; OpenCV's kernels that are used
    here agree on all of them.
    """
    machine = platform.machine().lower()
    if machine in {"x86_64", "amd64"}:
        return "x86_64 ssse3" if cv2.checkHardwareSupport(SSSE3) else "x86_64 sse2"
    return machine


@cache
def cpu_features() -> str:
    """The processor's family with the vector sets that change how floats are summed."""
    present = [name for name, number in FLOAT_FEATURES.items() if cv2.checkHardwareSupport(number)]
    return " ".join((cpu_level(), *present))
