"""The physical limit: x264 with the studio's own settings, fed with finished frames."""

import sys
from pathlib import Path

import numpy as np

from benchmarks.plan import load
from storyreel.render.encode import SegmentWriter


def main(where: Path, frames: Path, out: Path) -> None:
    """Encode raw frames into one mp4."""
    plan = load(where)
    width, height = plan.size
    raw = np.memmap(frames, dtype=np.uint8, mode="r").reshape(plan.timeline.duration, -1)
    sizes = ((height, width), (height // 2, width // 2), (height // 2, width // 2))
    with SegmentWriter(out, plan.size, plan.timeline.rate.fraction, plan.encoder) as writer:
        for frame in raw:
            at = 0
            for plane, size in zip(writer.canvas, sizes, strict=True):
                end = at + size[0] * size[1]
                np.copyto(plane, frame[at:end].reshape(size))
                at = end
            writer.write()


if __name__ == "__main__":
    main(*(Path(arg) for arg in sys.argv[1:]))
