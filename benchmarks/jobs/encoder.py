"""The physical limit: x264 with the studio's own settings, fed with finished frames."""

import sys
from pathlib import Path

from benchmarks.plan import load
from storyreel.render.encode import SegmentWriter


def main(where: Path, frames: Path, out: Path) -> None:
    """Encode raw frames into one mp4."""
    plan = load(where)
    with (
        frames.open("rb") as file,
        SegmentWriter(out, plan.size, plan.timeline.rate.fraction, plan.encoder) as writer,
    ):
        for _ in range(plan.timeline.duration):
            for plane in writer.canvas:
                file.readinto(plane.data)
            writer.write()


if __name__ == "__main__":
    main(*(Path(arg) for arg in sys.argv[1:]))
