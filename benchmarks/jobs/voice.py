"""The best voice, line after line in one process: a short film's lines and the longest of a long one's."""

import json
import sys
import tempfile
import time
from pathlib import Path

from storyreel.kit.settings import load_settings
from storyreel.sound.engines.kokoro import KokoroEngine
from storyreel.sound.model import VoiceNeed
from storyreel.sound.speak import record
from storyreel.sound.weights import WeightsStore
from storyreel.story.read import read_source
from storyreel.timeline.model import TICKS_PER_SECOND

LONGEST = 3


def lines(path: Path) -> list[str]:
    """The spoken lines of a text."""
    script = read_source(path.read_bytes(), name=path.name).script
    return [line.text for line in script.lines]


def main(short: Path, long: Path) -> None:
    """Speak; prints the seconds of sound and the wall seconds of each line."""
    texts = lines(short) + sorted(lines(long), key=len)[-LONGEST:]
    engine = KokoroEngine(WeightsStore(load_settings().weights, offline=True))
    rows: list[dict[str, float | int]] = []
    try:
        with tempfile.TemporaryDirectory() as workdir:
            for text in texts:
                began = time.perf_counter()
                line = record(VoiceNeed(text=text, voice="narrator"), [engine], Path(workdir) / "line.wav")
                wall = round(time.perf_counter() - began, 2)
                sound = round(line.duration / TICKS_PER_SECOND, 2)
                rows.append({"characters": len(text), "audio_s": sound, "wall_s": wall})
    finally:
        engine.close()
    print(json.dumps(rows))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
