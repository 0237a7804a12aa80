"""What the golden film must be: exact hashes of the frames that go to the encoder, and the facts of the file.

`python -m tests.render.golden_check SHEET.png` writes the golden anew after an intended change; look at the
contact sheet that it makes before committing.
"""

import json
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np

from storyreel.kit.hashing import sha256_bytes
from storyreel.media.frames import contact_sheet, decoded_planes
from storyreel.media.loudness import measure_file
from storyreel.media.probe import probe
from storyreel.media.sound import sound_chunks
from storyreel.render.segment import segment_frames
from storyreel.render.spec import SegmentSpec
from storyreel.render.stills import MediaFinder

GOLDEN = Path(__file__).parent / "golden" / "small_film.json"
LEVEL_STEP_S = 0.1
SILENCE_DB = -60.0


def frame_hashes(specs: Iterable[SegmentSpec], media: MediaFinder) -> list[str]:
    """The first 16 digits of the SHA-256 of each frame's planes."""
    return [
        sha256_bytes(b"".join(plane.tobytes() for plane in frame))[:16]
        for spec in specs
        for frame in segment_frames(spec, media)
    ]


def sound_levels(path: Path) -> list[float]:
    """RMS level of each tenth of a second, in decibels."""
    sound = np.concatenate(list(sound_chunks(path)))
    hop = int(48_000 * LEVEL_STEP_S)
    rms = [float(np.sqrt(np.mean(np.square(sound[a : a + hop])))) for a in range(0, len(sound) - hop, hop)]
    return [round(max(SILENCE_DB, 20 * float(np.log10(max(value, 1e-9)))), 1) for value in rms]


def file_facts(path: Path) -> dict[str, Any]:
    """What a player is told, and how it sounds."""
    facts = probe(path)
    assert facts.video is not None
    assert facts.sound is not None
    heard = measure_file(path)
    return {
        "frames": facts.video.frames,
        "size": [facts.video.width, facts.video.height],
        "rate": str(facts.video.rate),
        "color": facts.video.color.model_dump(),
        "pixel_format": facts.video.pixel_format,
        "picture_s": facts.video.duration_s,
        "sound_s": facts.sound.duration_s,
        "loudness_lufs": heard.integrated_lufs,
        "true_peak_dbtp": heard.true_peak_dbtp,
        "levels_db": sound_levels(path),
    }


def frame_faults(hashes: list[str]) -> list[str]:
    """Where rendered frames differ from the golden."""
    wanted: list[str] = _golden()["frames"]
    if len(hashes) != len(wanted):
        return [f"{len(hashes)} frames instead of {len(wanted)}"]
    return [
        f"frame {i} differs" for i, pair in enumerate(zip(hashes, wanted, strict=True)) if len(set(pair)) > 1
    ]


def file_faults(facts: dict[str, Any]) -> list[str]:
    """Where the encoded file differs from the golden by more than the golden's own limits."""
    golden = _golden()
    wanted, limits = golden["file"], golden["limits"]
    exact = ("frames", "size", "rate", "color", "pixel_format", "picture_s", "sound_s")
    faults = [f"{name} is {facts[name]}" for name in exact if facts[name] != wanted[name]]
    if abs(facts["loudness_lufs"] - wanted["loudness_lufs"]) > limits["loudness_lu"]:
        faults.append(f"loudness is {facts['loudness_lufs']:.2f}")
    if facts["true_peak_dbtp"] > limits["true_peak_dbtp"]:
        faults.append(f"true peak is {facts['true_peak_dbtp']:.2f}")
    if len(facts["levels_db"]) != len(wanted["levels_db"]):
        return [*faults, "the sound has another length"]
    off = np.abs(np.subtract(facts["levels_db"], wanted["levels_db"]))
    if float(np.max(off)) > limits["level_db"]:
        faults.append(f"the level at {np.argmax(off) * LEVEL_STEP_S:.1f} s is off by {np.max(off):.1f} dB")
    return faults


def worst_psnr_db(film: Path, specs: Iterable[SegmentSpec], media: MediaFinder) -> float:
    """The lowest luma PSNR between frames before and after the encoder."""
    rendered = (frame for spec in specs for frame in segment_frames(spec, media))
    errors = [
        float(np.mean(np.square(seen[0].astype(np.float64) - made[0])))
        for seen, made in zip(decoded_planes(film), rendered, strict=True)
    ]
    return 10 * float(np.log10(255**2 / max(errors)))


def _golden() -> dict[str, Any]:
    return json.loads(GOLDEN.read_text())


def _write() -> None:
    from storyreel.render.film import render
    from storyreel.render.plan import plan_segments
    from storyreel.render.profiles import Encoder
    from tests.render.small_film import small_film

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        timeline, shelf = small_film(folder)
        film = folder / "film.mp4"
        render(timeline, shelf, folder, film)
        golden = {
            "limits": {"loudness_lu": 0.15, "true_peak_dbtp": -1.0, "level_db": 0.4, "psnr_db": 30.0},
            "file": file_facts(film),
            "frames": frame_hashes(plan_segments(timeline, Encoder()), shelf),
        }
        GOLDEN.write_text(json.dumps(golden, indent=1) + "\n")
        contact_sheet(film, Path(sys.argv[1]), 6, 0.2)


if __name__ == "__main__":
    _write()
